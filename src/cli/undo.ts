/** `parawire undo`: a record, or a document of `parse`, back to the text as it was before any repair. */
import { originalText } from '../api.js'
import { UserError } from '../errors.js'
import type { Document } from '../model.js'
import { type Io, standardOutput } from './io.js'
import { readJson } from './records/json.js'

/** How many choices an error names, and memory keeps. */
const NAMED = 20

interface Choice {
  readonly record: string | null
  readonly document: Document
}

export interface Wish {
  readonly document?: string
  readonly record?: string
}

/** Prints the decoded text of the document that is named by id or path, and nothing more; the only one needs no name. */
export async function undo(path: string | undefined, wish: Wish, io: Io): Promise<number> {
  const fitting: Choice[] = []
  const others: Choice[] = []
  for await (const item of readJson(path, io)) {
    const where = `${path ?? '-'}, ${item.where}`
    if ('problem' in item) throw new UserError(`${where}: ${item.problem}; give what build or parse prints`)
    for (const choice of documentsIn(item.value, where)) {
      const list = fits(choice, wish) ? fitting : others
      if (list.length <= NAMED) list.push(choice)
    }
  }
  if (fitting.length !== 1) throw noChoice(fitting, others)
  await standardOutput(io).write(originalText(fitting[0]!.document))
  return 0
}

function documentsIn(value: unknown, where: string): Choice[] {
  if (isDocument(value)) return [{ record: null, document: value }]
  const { id, documents } = (value ?? {}) as { readonly id?: unknown; readonly documents?: unknown }
  if (typeof id === 'string' && Array.isArray(documents) && documents.every(isDocument)) {
    return documents.map(document => ({ record: id, document }))
  }
  throw new UserError(`${where}: neither a record nor a document; give what build or parse prints`)
}

/** As much of a document as undoing needs. */
function isDocument(value: unknown): value is Document {
  const { id, path, blocks, repairs } = (value ?? {}) as Record<string, unknown>
  const isListOf = (list: unknown, ...keys: string[]) =>
    Array.isArray(list) && list.every(entry => entry && keys.every(key => key in Object(entry)))
  return (
    typeof id === 'string' &&
    typeof path === 'string' &&
    isListOf(blocks, 'text') &&
    isListOf(repairs, 'start', 'end', 'before', 'after')
  )
}

function fits({ record, document: { id, path } }: Choice, wish: Wish): boolean {
  if (wish.record !== undefined && !record?.startsWith(wish.record)) return false
  return wish.document === undefined || [id, path, path.slice(path.lastIndexOf('/') + 1)].includes(wish.document)
}

function noChoice(fitting: readonly Choice[], others: readonly Choice[]): UserError {
  const choices = fitting.length > 0 ? fitting : others
  if (choices.length === 0) return new UserError('there is no document in the input; give what build or parse prints')
  const names = choices.slice(0, NAMED).map(({ record, document: { id, path } }) => {
    return `${id} (${path}${record === null ? '' : `, record ${record}`})`
  })
  const what = fitting.length > 0 ? 'several documents fit' : 'no document fits'
  const more = choices.length > NAMED ? ', ...' : ''
  return new UserError(`${what}; choose one with --document ID or PATH, and --record ID: ${names.join(', ')}${more}`)
}
