/**
 * Records for commands that make something of a corpus: each is checked before it is used, so that nothing is
 * half-written because of the last line. What is wrong is reported with file and line. Kept of each record is its id.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../../errors.js'
import type { ReleaseRecord } from '../../model.js'
import { tagOfId } from '../../releases/versions.js'
import type { Flags } from '../flags.js'
import { type Io, messageText } from '../io.js'

/**
 * What of a record must hold. `laws`: all that `validate` checks. `units`: ids and languages, and units whose texts are
 * there, so that a record that was edited by hand can be used; a unit that cannot is taken out.
 */
type Needs = 'laws' | 'units'

/** The records that can be used, no release twice, until the signal. Throws a UserError for one that cannot. */
export function usableRecords(
  path: string | undefined,
  needs: Needs,
  io: Io,
  signal?: AbortSignal,
): AsyncGenerator<ReleaseRecord> {
  const fail = (problem: string) => {
    throw new UserError(problem)
  }
  return recordsIn(path, needs, io, fail, signal)
}

/** The same for a command with `--keep-going`: tells of a record that cannot be used, counts it and goes on. */
export function tolerantRecords(
  path: string | undefined,
  needs: Needs,
  { keepGoing, quiet }: Flags,
  io: Io,
  signal?: AbortSignal,
): { readonly records: AsyncIterable<ReleaseRecord>; skipped(): number } {
  const say = sayTo(io, quiet)
  let skipped = 0
  const skip = (problem: string) => {
    if (!keepGoing) throw new UserError(`${problem}; --keep-going skips it`)
    skipped++
    say(`skipped: ${problem}`)
  }
  return { records: recordsIn(path, needs, io, skip, signal), skipped: () => skipped }
}

async function* recordsIn(
  path: string | undefined,
  needs: Needs,
  io: Io,
  onProblem: (problem: string) => void,
  signal?: AbortSignal,
): AsyncGenerator<ReleaseRecord> {
  const [{ readJson }, { usableRecord }] = await Promise.all([import('./json.js'), import('./record-problems.js')])
  const seen = new Map<string, string>()
  for await (const item of readJson(path, io)) {
    const { record, problems } = 'problem' in item ? unusable(item.problem) : usableRecord(item.value, needs)
    const earlier = record ? seen.get(record.id) : undefined
    for (const problem of earlier === undefined ? problems : [`the same release as ${earlier}`])
      onProblem(`${path ?? '-'}, ${item.where}: ${problem}`)
    if (!record || earlier !== undefined) continue
    seen.set(record.id, item.where)
    signal?.throwIfAborted()
    yield record
  }
}

const unusable = (problem: string) => ({ record: null, problems: [problem] })

/** The names of all texts in a file, sorted: tags and numbered ids; null for what can be read once only, such as a pipe. */
export async function namesInFile(path: string | undefined, io: Io): Promise<string[] | null> {
  if (path === undefined || path === '-') return null
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  if (there && !there.isFile() && !there.isDirectory()) return null
  const [{ byName }, { readJsonTexts }, { isKnown }] = await Promise.all([
    import('../../export/rows.js'),
    import('./json.js'),
    import('./record-problems.js'),
  ])
  const names = new Set<string>()
  for await (const item of readJsonTexts(path, io)) {
    if (!('text' in item)) continue
    const later = laterVersions(item.text)
    for (const [, id] of item.text.matchAll(DOCUMENT_ID)) if (isKnown(tagOfId(id!)) && !later.has(id!)) names.add(id!)
  }
  return [...names].sort(byName)
}

/**
 * The fields that say so, in the text of a record: reading all of it would take ten times as long. They are found nowhere
 * else, because inside of a string quotation marks have a backslash before them, and ids of blocks and units have other signs.
 */
const DOCUMENT_ID = /"id"\s*:\s*"([a-z]{2,8}(?:-\d+)?)"/g
const VERSIONS = /"versions"\s*:\s*(\[[^\]]*\])/

/** Documents that are a later version of another one in their language. */
function laterVersions(text: string): Set<string> {
  const [, list = '[]'] = VERSIONS.exec(text) ?? []
  const pairs = [...list.matchAll(/"(document|versionOf)"\s*:\s*"([^"]*)"/g)]
  const of = (key: string) => pairs.flatMap(([, own, id]) => (own === key ? [id!] : []))
  const [documents, firsts] = [of('document'), of('versionOf')]
  return new Set(documents.filter((id, i) => firsts[i] !== undefined && tagOfId(id) === tagOfId(firsts[i])))
}

/** A notice of what was left out, on standard error. */
export const sayTo =
  (io: Io, isQuiet: boolean | undefined) =>
  (line: string): void => {
    if (!isQuiet) io.stderr.write(`${messageText(line)}\n`)
  }
