/**
 * Records for commands that make something of a corpus: each is checked against the schema and its laws before it is
 * used, so that nothing is half-written because of the last line. What is wrong is told with file and line.
 */
import { UserError } from '../errors.js'
import { packOf } from '../languages/index.js'
import type { ReleaseRecord } from '../model.js'
import { releaseRecordSchema } from '../record/schema.js'
import { type Io, printable } from './io.js'
import { type JsonItem, readJson } from './json.js'
import { brokenLaws } from './laws.js'

export interface Usable {
  readonly record: ReleaseRecord
  readonly where: string
}

/** Whether what cannot be used ends the run, and who is told otherwise. */
export interface Patience {
  readonly keepGoing: boolean
  onSkipped(problem: string): void
}

/** The records that can be used, no release twice. Throws a UserError for one that cannot, or tells of it and goes on. */
export async function* usableRecords(path: string | undefined, patience: Patience, io: Io): AsyncGenerator<Usable> {
  const seen = new Map<string, string>()
  for await (const item of readJson(path, io)) {
    const result = understood(item)
    const earlier = 'record' in result ? seen.get(result.record.id) : undefined
    const problem = 'problem' in result ? result.problem : earlier && `the same release as ${earlier}`
    if (problem !== undefined) {
      const told = `${path ?? '-'}, ${item.where}: ${problem}`
      if (!patience.keepGoing) throw new UserError(`${told}; --keep-going leaves it out`)
      patience.onSkipped(told)
    } else if ('record' in result) {
      seen.set(result.record.id, item.where)
      yield { record: result.record, where: item.where }
    }
  }
}

/** A notice of what was left out, on standard error. */
export const sayTo =
  (io: Io, isQuiet: boolean | undefined) =>
  (line: string): void => {
    if (!isQuiet) io.stderr.write(`${printable(line)}\n`)
  }

function understood(item: JsonItem): { record: ReleaseRecord } | { problem: string } {
  if ('problem' in item)
    return { problem: isCutOff(item.problem) ? `${item.problem} (is the file whole?)` : item.problem }
  const newer = newerVersion(item.value)
  if (newer !== null)
    return { problem: `schemaVersion "${newer}" is unknown to this version of parawire, which reads "${OWN_VERSION}"` }
  const result = releaseRecordSchema.safeParse(item.value)
  if (!result.success) {
    const [issue] = result.error.issues
    return { problem: `no record, ${['$', ...(issue?.path ?? []).map(String)].join('.')}: ${issue?.message}` }
  }
  const [problem] = [...brokenLaws(result.data), ...oddities(result.data)]
  return problem === undefined ? { record: result.data } : { problem: `no sound record, ${problem}` }
}

const OWN_VERSION = '1.0'

/** JSON.parse says so where a text ends too early. */
const isCutOff = (problem: string) => /Unexpected end|Unterminated/.test(problem)

function newerVersion(value: unknown): string | null {
  const version = (value as { readonly schemaVersion?: unknown } | null)?.schemaVersion
  return typeof version === 'string' && version !== OWN_VERSION ? version : null
}

/** What a schema and the laws let pass, and nothing can be made of. */
function oddities({ documents, alignment }: ReleaseRecord): string[] {
  const texts = new Map(documents.flatMap(d => d.blocks.map(block => [block.id, block.text] as const)))
  const strange = documents.flatMap(({ language: { tag } }, i) =>
    tag === 'und' || packOf(tag) ? [] : [`$.documents[${i}].language.tag: language "${tag}" is not supported`],
  )
  const empty = alignment.units.flatMap(({ blocks }, i) =>
    Object.values(blocks).some(ids => ids.some(id => texts.get(id)?.trim()))
      ? []
      : [`$.alignment.units[${i}]: a unit with no text`],
  )
  return [...strange, ...empty]
}
