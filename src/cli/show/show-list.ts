/**
 * The releases of a corpus, a line each: the beginning of the id, the date, languages, units, warnings, and what it is
 * called, in whatever room is left.
 */
import type { ReleaseRecord } from '../../model.js'
import { titleOf } from '../../report/words.js'
import { printable } from '../io.js'
import type { Colours } from '../report.js'
import { isolated } from '../terminal/terminal.js'
import { aligned, cut, padded } from '../terminal/width.js'

/** What a list tells of a release. */
export interface Listed {
  readonly id: string
  readonly date: string
  readonly languages: readonly string[]
  readonly units: number
  readonly warnings: number
  readonly title: { readonly text: string; readonly dir: 'ltr' | 'rtl' }
}

/** So much of an id tells releases apart: of 10,000 two begin alike once in a hundred such corpora. */
export const SHORT_ID = 8
/** Where a title would have less room, languages are counted and not named, and columns stand closer. */
const LEAST_TITLE = 24

/** What a list tells of a record. */
export function listedOf(record: ReleaseRecord): Listed {
  const { id, issued, issuer, languages, documents, alignment, warnings } = record
  const { text, dir } = titleOf(record)
  const isNamed = issuer === null || text.includes(issuer) || dir === 'rtl'
  return {
    id,
    date: issued?.date ?? '',
    languages,
    units: alignment.units.length,
    warnings: [warnings, ...documents.map(own => own.warnings)].flat().length,
    title: { text: isNamed ? text : `${issuer}: ${text}`, dir },
  }
}

/** The lines, a heading first; a line that says so where there is no release. */
export function listText(all: readonly Listed[], width: number, chalk: Colours): string {
  if (all.length === 0) return 'no releases\n'
  const wide = rowsOf(all, own => own.languages.map(printable).join(' '), 'languages', '  ')
  const narrow = rowsOf(all, own => String(own.languages.length), 'lang', ' ')
  const { rows, head, gap } = width - wide.head.length >= LEAST_TITLE ? wide : narrow
  const room = width - head.length
  const lines = all.map(({ title }, i) => {
    const text = isolated(cut(title.text, room), title.dir)
    const [id, ...rest] = rows[i]!
    return [chalk.yellow(id), ...rest, text].join(gap).trimEnd()
  })
  return [chalk.dim(`${head}title`), ...lines].map(line => `${line}\n`).join('')
}

/** All but the titles, padded to columns. */
function rowsOf(all: readonly Listed[], languagesOf: (own: Listed) => string, title: string, gap: string) {
  const heads = ['id', 'date', title, 'units', 'warn']
  const isNumber = [false, false, false, true, true]
  const cells = all.map(own => [
    printable(own.id).slice(0, SHORT_ID),
    printable(own.date),
    languagesOf(own),
    String(own.units),
    own.warnings === 0 ? '' : String(own.warnings),
  ])
  const widths = heads.map((head, i) => cells.reduce((most, row) => Math.max(most, row[i]!.length), head.length))
  const shown = (row: readonly string[]) =>
    row.map((cell, i) => (isNumber[i] ? aligned(cell, widths[i]!) : padded(cell, widths[i]!)))
  return { rows: cells.map(shown), head: shown(heads).join(gap) + gap, gap }
}
