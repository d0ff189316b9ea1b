/**
 * The options of the command line, as commander hands them over, and what they say to the library: checked, and with
 * whatever they name opened. Mistakes are errors before anything is read.
 */
import { resolve } from 'node:path'
import type { Embed } from '../embed/embed.js'
import { UserError } from '../errors.js'
import type { Learned } from '../learned/learned.js'
import type { Decisions } from '../model.js'
import type { CorpusOptions, DocumentOptions } from '../pipeline/pipeline.js'
import type { Grouping } from '../pipeline/releases.js'
import type { Shard } from '../pipeline/shard.js'
import { hintOf, type Io, readInput, readText } from './io.js'

/** All options of all commands, by how they are given; each command has some of them. */
export type Flags = Options<Switch, boolean> & Options<Value, string> & Options<List, readonly string[]>
type Options<Name extends string, T> = { readonly [K in Name]?: T }

/** `color`, `check` and `learn` are false with `--no-color`, `--no-check` and `--no-learn`. */
type Switch =
  | ('quiet' | 'strict' | 'color' | 'pretty' | 'dryRun' | 'explain' | 'json' | 'keepGoing' | 'check' | 'learn')
  | ('allVersions' | 'excel' | 'alignOnly')
type Value =
  | ('charset' | 'language' | 'filesFrom' | 'root' | 'maxBytes' | 'rejects' | 'output' | 'model' | 'embeddings')
  | ('embeddingsModel' | 'limit' | 'work' | 'group' | 'jobs' | 'since' | 'shard' | 'shards' | 'document' | 'record')
  | ('width' | 'languages' | 'level' | 'minConfidence' | 'format' | 'by' | (typeof FIELDS)[number])
type List = 'include' | 'exclude' | 'decisions' | 'only' | 'failOn'

/** Names of columns. */
export const FIELDS = ['textField', 'titleField', 'dateField', 'languageField', 'urlField'] as const

/** The options that were given: an option that was not must not be there at all. */
export function only<K extends keyof Flags>(flags: Flags, keys: readonly K[]): Pick<Flags, K> {
  return Object.fromEntries(keys.filter(key => flags[key] !== undefined).map(key => [key, flags[key]])) as Pick<
    Flags,
    K
  >
}

/** Throws the UserError of the library for a charset or a language that is not supported. */
export async function checkReading(flags: Flags): Promise<void> {
  const { checked } = await import('../api/reading.js')
  checked(only(flags, ['language', 'charset']))
}

/** The model that was named, opened. */
export async function modelOf({ model }: Flags, io: Io): Promise<{ readonly model?: Learned }> {
  if (model === undefined) return {}
  const { readLearned } = await import('../learned/learned.js')
  return { model: readLearned(resolve(io.cwd, model), model) }
}

/** The embeddings that were named, opened; the key for an endpoint is in the environment, never on a command line. */
export async function embeddingsOf(flags: Flags, io: Io): Promise<{ readonly embeddings?: Embed }> {
  const { embeddings, embeddingsModel: model } = flags
  if (embeddings === undefined) {
    if (model !== undefined) throw new UserError('--embeddings-model names the model of --embeddings; name both')
    return {}
  }
  const { EMBEDDINGS_KEY, openEmbeddings } = await import('../embed/embed.js')
  const key = io.env[EMBEDDINGS_KEY]
  const options = { cwd: io.cwd, ...(model !== undefined && { model }), ...(key !== undefined && { key }) }
  return { embeddings: await openEmbeddings(embeddings, options) }
}

/** The names in a list, one a line; a list that holds a NUL is separated by NULs (`find -print0`). */
export async function namesFrom({ filesFrom }: Flags, io: Io): Promise<string[]> {
  if (filesFrom === undefined) return []
  const bytes = await readInput(filesFrom, io)
  if (hintOf(bytes) !== '') throw new UserError(`${filesFrom} is not a list of names${hintOf(bytes)}`)
  const list = Buffer.from(bytes).toString('utf8')
  const names = list.includes('\0') ? list.split('\0') : list.replace(/^\uFEFF/, '').split(/\r?\n/)
  return names.filter(name => name !== '')
}

/** The options about a whole corpus: where work is kept, how many do it, what files become one release, which of them. */
export async function corpusOptions(
  { work, jobs, group, learn, maxBytes, limit, since, shard, decisions }: Flags,
  io: Io,
): Promise<
  Pick<CorpusOptions, 'work' | 'jobs' | 'grouping' | 'learn' | 'maxBytes' | 'limit' | 'since' | 'decisions'> &
    Pick<DocumentOptions, 'shard'>
> {
  return {
    ...(work !== undefined && { work: resolve(io.cwd, work) }),
    ...(jobs !== undefined && { jobs: numberOf('--jobs', 'threads', jobs, 4) }),
    ...(maxBytes !== undefined && { maxBytes: (await import('../ingest/sizes.js')).bytesOfSize(maxBytes) }),
    ...(limit !== undefined && { limit: numberOf('--limit', 'files', limit, 15) }),
    ...(shard !== undefined && { shard: shardOf(shard) }),
    ...(since !== undefined && { since: (await import('../pipeline/since.js')).checkDay(since) }),
    ...(group !== undefined && { grouping: await groupingOf(group, io) }),
    ...(learn === false && { learn }),
    ...(decisions !== undefined && { decisions: await decisionsIn(decisions, io) }),
  }
}

/** `3/16` as a part. */
function shardOf(text: string): Shard {
  const [, first, second] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? []
  const [own, count] = [Number(first), Number(second)]
  if (!(own <= count)) throw new UserError(`--shard takes a part of all, such as 3/16, not "${text}"`)
  return { number: own, count }
}

/** What is in all the files, in their order. */
async function decisionsIn(paths: readonly string[], io: Io): Promise<Decisions> {
  if (paths.includes('-')) throw new UserError('--decisions needs a file that was saved from a report, not -')
  const { parseDecisions } = await import('../record/decisions-schema.js')
  const all: Decisions[] = []
  for (const path of paths) all.push(parseDecisions(await readText(path, io), path))
  return { ...all.at(-1)!, decisions: all.flatMap(({ decisions }) => decisions) }
}

function numberOf(option: string, things: string, value: string, digits: number): number {
  if (!/^[1-9]\d*$/.test(value) || value.length > digits)
    throw new UserError(`${option} takes a number of ${things} from 1, not "${value}"`)
  return Number(value)
}

const MANIFEST = 'manifest='

/** `content`, `name`, `dir`, or `manifest=FILE` with a line `release<TAB>path` for each file. */
async function groupingOf(how: string, io: Io): Promise<Grouping> {
  if (how === 'content' || how === 'name' || how === 'dir') return how
  if (!how.startsWith(MANIFEST)) {
    const among = ['content', 'name', 'dir', 'manifest=FILE']
    throw new UserError(`--group takes content, name, dir or manifest=FILE, not "${how}"`, {
      unknown: { word: how, among },
    })
  }
  const file = how.slice(MANIFEST.length)
  const { readManifest } = await import('../group/modes.js')
  return readManifest(await readText(file, io), file)
}

/** The least confidence of a unit; undefined where none was given. */
export function confidenceOf({ minConfidence }: Flags): number | undefined {
  if (minConfidence === undefined) return undefined
  const least = Number(minConfidence)
  if (minConfidence.trim() === '' || !(least >= 0 && least <= 1))
    throw new UserError(`--min-confidence "${minConfidence}" is not a number from 0 to 1`)
  return least
}
