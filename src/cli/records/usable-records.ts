/**
 * Records for commands that make something of a corpus: each is checked before it is used, so that nothing is
 * half-written because of the last line. What is wrong is told with file and line. Kept of each record is its id.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../../errors.js'
import { byName } from '../../export/export.js'
import type { ReleaseRecord } from '../../model.js'
import { tagOfId } from '../../releases/versions.js'
import { type Io, told } from '../io.js'
import { type JsonItem, readJson, readJsonTexts } from './json.js'
import { idProblems, isKnown, languageProblems, lawProblems, recordIn, withSoundUnits } from './record-problems.js'

export interface Usable {
  readonly record: ReleaseRecord
  readonly where: string
}

/** Whether what cannot be used ends the run, and who is told otherwise. */
export interface Patience {
  /** Null where the command has no such option. */
  readonly keepGoing: boolean | null
  onSkipped(problem: string): void
  /**
   * What of a record must hold. `laws` (default): all that `validate` checks. `units`: ids and languages, and units
   * whose texts are there, so that a record that was edited by hand can be used; a unit that cannot is taken out.
   */
  readonly needs?: 'laws' | 'units'
}

/** The records that can be used, no release twice. Throws a UserError for one that cannot, or tells of it and goes on. */
export async function* usableRecords(path: string | undefined, patience: Patience, io: Io): AsyncGenerator<Usable> {
  const seen = new Map<string, string>()
  for await (const item of readJson(path, io)) {
    const { record, problems } = understood(item, patience.needs ?? 'laws')
    const earlier = record ? seen.get(record.id) : undefined
    for (const problem of earlier === undefined ? problems : [`the same release as ${earlier}`]) {
      const line = `${path ?? '-'}, ${item.where}: ${problem}`
      if (!patience.keepGoing)
        throw new UserError(patience.keepGoing === null ? line : `${line}; --keep-going skips it`)
      patience.onSkipped(line)
    }
    if (!record || earlier !== undefined) continue
    seen.set(record.id, item.where)
    yield { record, where: item.where }
  }
}

/** The names of all texts in a file, sorted: tags and numbered ids; null for what can be read once only, such as a pipe. */
export async function namesInFile(path: string | undefined, io: Io): Promise<string[] | null> {
  if (path === undefined || path === '-') return null
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  if (there && !there.isFile() && !there.isDirectory()) return null
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
    if (!isQuiet) io.stderr.write(`${told(line)}\n`)
  }

interface Outcome {
  readonly record: ReleaseRecord | null
  readonly problems: readonly string[]
}

function understood(item: JsonItem, needs: 'laws' | 'units'): Outcome {
  if ('problem' in item) return none(item.problem)
  const result = recordIn(item.value)
  if ('problems' in result) return none(result.problems[0]!, 'not a record, ')
  const { record } = result
  const [problem] = needs === 'laws' ? lawProblems(record) : [...languageProblems(record), ...idProblems(record)]
  if (problem !== undefined) return none(problem, 'invalid record, ')
  return needs === 'laws' ? { record, problems: [] } : withSoundUnits(record)
}

/** The first problem of what cannot be used; where it has a place, all of them can be had. */
function none(problem: string, lead = ''): Outcome {
  const line = problem.startsWith('$') ? `${lead}${problem}; parawire validate lists all problems` : problem
  return { record: null, problems: [line] }
}
