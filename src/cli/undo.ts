/** `parawire undo`: a record, or a document of `parse`, back to the text as it was before any repair. */
import { UserError } from '../errors.js'
import type { Document } from '../model.js'
import { type Command, TEXT } from './command.js'
import type { Flags } from './flags.js'
import { standardOutput } from './io.js'

/** How many choices an error names, and memory keeps. */
const NAMED = 20

interface Choice {
  /** The file and the line. */
  readonly where: string
  readonly record: string | null
  readonly document: Document
}

export const undoCommand: Command = {
  name: 'undo',
  description: 'Print the original text of a document, with all repairs undone',
  operands: [['[file]', `output of build or parse; ${TEXT}`]],
  options: [
    ['-d, --document <id>', 'the document, by id, path or file name'],
    ['--record <id>', 'the record, by the start of its id'],
  ],
  examples: [
    ['parawire undo corpus.ndjson --document acme.txt', 'the text of one document before repair'],
    ['parawire parse damaged.txt | parawire undo', 'read and undo: the decoded text'],
  ],
  /** Prints the decoded text of the document that is named, and nothing more; the only one needs no name. */
  async run({ operands: [path], flags, io }) {
    const { readJson } = await import('./records/json.js')
    const fitting: Choice[] = []
    const others: Choice[] = []
    for await (const item of readJson(path, io)) {
      const where = `${path ?? '-'}, ${item.where}`
      if ('problem' in item) throw new UserError(`${where}: ${item.problem}; give the output of build or parse`)
      for (const choice of documentsIn(item.value, where)) {
        const list = fits(choice, flags) ? fitting : others
        if (list.length <= NAMED) list.push(choice)
      }
    }
    if (fitting.length !== 1) throw noChoice(fitting, others, path ?? 'standard input')
    await standardOutput(io).write(await soundText(fitting[0]!))
    return 0
  },
}

function documentsIn(value: unknown, where: string): Choice[] {
  if (isDocument(value)) return [{ where, record: null, document: value }]
  const { id, documents } = (value ?? {}) as { readonly id?: unknown; readonly documents?: unknown }
  if (typeof id === 'string' && Array.isArray(documents) && documents.every(isDocument)) {
    return documents.map(document => ({ where, record: id, document }))
  }
  throw new UserError(`${where}: neither a record nor a document; give the output of build or parse`)
}

/** As much of a document as undoing needs. */
function isDocument(value: unknown): value is Document {
  const { id, path, sha256, blocks, repairs, charset } = fieldsOf(value)
  const areText = (...texts: unknown[]) => texts.every(text => typeof text === 'string')
  return (
    areText(id, path, sha256, fieldsOf(charset).name) &&
    isListOf(blocks, ({ text }) => areText(text)) &&
    isListOf(repairs, ({ start, end, before, after }) => isPlace(start) && isPlace(end) && areText(before, after))
  )
}

const fieldsOf = (value: unknown) => (value ?? {}) as Record<string, unknown>
const isPlace = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isListOf = (list: unknown, fits: (fields: Record<string, unknown>) => boolean) =>
  Array.isArray(list) && list.every(entry => fits(fieldsOf(entry)))

/** Throws a UserError where the log of repairs does not fit the blocks: what it leads to would be no text of anybody. */
async function soundText({ document, where }: Choice): Promise<string> {
  const { checkLog } = await import('./records/laws.js')
  const problems: string[] = []
  const text = checkLog(document, document.id, (at, problem) => problems.push(`${at}: ${problem}`))
  if (text !== null && problems.length === 0) return text
  throw new UserError(
    `${where}: ${document.path} cannot be undone, it was changed since it was made: ${problems[0]}; make it again`,
  )
}

function fits({ record, document: { id, path } }: Choice, wanted: Flags): boolean {
  if (wanted.record !== undefined && !record?.startsWith(wanted.record)) return false
  return wanted.document === undefined || [id, path, path.slice(path.lastIndexOf('/') + 1)].includes(wanted.document)
}

function noChoice(fitting: readonly Choice[], others: readonly Choice[], path: string): UserError {
  const choices = fitting.length > 0 ? fitting : others
  if (choices.length === 0) return new UserError(`there is no document in ${path}; give the output of build or parse`)
  const names = choices.slice(0, NAMED).map(({ record, document: { id, path } }) => {
    return `${id} (${path}${record === null ? '' : `, record ${record}`})`
  })
  const what = fitting.length > 0 ? 'several documents fit' : 'no document fits'
  const more = choices.length > NAMED ? ', ...' : ''
  return new UserError(`${what}; choose one with --document ID or PATH, and --record ID: ${names.join(', ')}${more}`)
}
