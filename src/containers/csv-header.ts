/**
 * The first line of a table: what separates its columns, and what they are called. A text with commas is no table: a table
 * has a name that says so, two columns or more, and one of them for the text.
 */
import { type Fields, fieldsOf } from './fields.js'
import type { FieldNames } from './inner.js'

export interface Header {
  readonly delimiter: string
  readonly names: readonly string[]
  readonly fields: Fields
}

/** In this order where two separate as many. */
const DELIMITERS = [',', ';', '\t', '|']
/** What Excel writes to say so. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/
const TABLE_NAME = /\.(csv|tsv|tab)(?:\.gz)?$/i

/** Is the file called a table? */
export const isTableName = (name: string): boolean => TABLE_NAME.test(name)

/** Where the table begins, behind what Excel says of the separator. */
export const headerAt = (text: string): number => SEPARATOR_LINE.exec(text)?.[0].length ?? 0

/** The header of a table that begins with `start`; null where it is none. */
export function headerOf(start: string, options: FieldNames): Header | null {
  const line = /^[^\r\n]*/.exec(start.slice(headerAt(start)))![0]
  const stated = SEPARATOR_LINE.exec(start)?.[1]
  const tries = (stated ? [stated] : DELIMITERS).map(delimiter => ({ delimiter, names: cells(line, delimiter) }))
  const best = tries.reduce((a, b) => (b.names.length > a.names.length ? b : a))
  if (best.names.length < 2) return null
  const fields = fieldsOf(best.names, options)
  return fields.text === null && options.textField === undefined ? null : { ...best, fields }
}

const cells = (line: string, delimiter: string) =>
  line.split(delimiter).map(cell =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
