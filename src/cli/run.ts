/**
 * What `build`, `parse` and `detect` share: names of files in, a line of JSON for each thing out as soon as it is
 * there, a summary for people, and an exit code.
 */
import { open, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { decode, repair } from '../api.js'
import { EMBEDDINGS_KEY, type Embed, openEmbeddings } from '../embed/embed.js'
import { UserError } from '../errors.js'
import { findFiles } from '../ingest/ingest.js'
import { byCodeUnit } from '../ingest/names.js'
import { refuse } from '../ingest/sniff.js'
import type { Unused } from '../model.js'
import type { CorpusOptions } from '../pipeline/pipeline.js'
import type { FileBytes } from '../pipeline/read-document.js'
import { type Learned, readLearned } from '../text/learned.js'
import { type CorpusFlags, corpusOptions } from './corpus-flags.js'
import { interruptible } from './interruption.js'
import { type Io, readInput } from './io.js'
import { startProgress } from './progress.js'
import { colours, summary, type Tally } from './report.js'
import { type Sink, sinkOf } from './sink.js'

/** The options of the command line, as commander hands them over. */
export interface Flags extends CorpusFlags {
  readonly shards?: string
  readonly shard?: string
  readonly output?: string
  readonly pretty?: boolean
  readonly filesFrom?: string
  readonly rejects?: string
  readonly root?: string
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  readonly charset?: string
  readonly language?: string
  readonly model?: string
  readonly embeddings?: string
  readonly embeddingsModel?: string
  readonly quiet?: boolean
  readonly strict?: boolean
  readonly color?: boolean
}

/** What a command makes of its inputs, how a thing is printed, and how it is counted. */
export interface Job<T> {
  readonly tally: Tally
  /** What its progress counts; files by default. */
  readonly steps?: string
  read(paths: readonly string[], options: CorpusOptions): AsyncIterable<T>
  show(item: T): unknown
  count(item: T): void
  /** Where things go, if not where the options say. */
  sink?(): Promise<Sink>
  /** How to go on after the run was stopped, if not as for a build. */
  readonly resumption?: string
}

/** Runs a job to its end. Exit code 1 where an input could not be used or, with `--strict`, something warned. */
export async function run<T>(paths: readonly string[], flags: Flags, io: Io, job: Job<T>): Promise<number> {
  checkFlags(flags)
  const inputs = [...paths, ...(await namesFrom(flags, io))]
  if (inputs.length === 0 && flags.filesFrom === undefined) {
    throw new UserError('no input; name files, folders or patterns (parawire --help shows how)')
  }
  if (flags.filesFrom === '-' && inputs.includes('-')) {
    throw new UserError('standard input cannot be both the list of names and a text; put the list in a file')
  }
  const written = [flags.output, flags.rejects].filter(path => path !== undefined && path !== '-') as string[]
  await checkOverwriting(inputs, written, flags, io)
  const unused: Unused[] = []
  const isWanted = !flags.quiet && (!io.stdout.isTTY || (flags.output ?? '-') !== '-')
  const progress = await startProgress(io, isWanted, job.steps)
  const onUnused = (entry: Unused) => void unused.push(entry)
  const options: CorpusOptions = {
    ...only(flags, ['root', 'include', 'charset', 'language']),
    ...(await corpusOptions(flags, io)),
    texts: await standardText(inputs, io, onUnused),
    ...modelOf(flags, io),
    ...(await embeddingsOf(flags, io)),
    exclude: [
      ...(flags.exclude ?? []),
      ...[...written, flags.work].flatMap(path => (path === undefined ? [] : resolve(io.cwd, path))),
    ],
    cwd: io.cwd,
    onUnused,
    onProgress: progress.show,
  }
  const files = inputs.filter(path => path !== '-')
  return interruptible(io, job.resumption ?? resumption(flags), async signal => {
    try {
      const code = await writeAll(flags, io, job, { ...options, signal }, files, unused)
      progress.stop()
      if (!flags.quiet) io.stderr.write(summary(job.tally, unused, colours(flags.color, io)))
      return code
    } finally {
      progress.stop()
    }
  })
}

const resumption = ({ work }: Flags): string =>
  work === undefined
    ? 'with --work FOLDER a later run goes on where one was stopped'
    : 'the same command goes on where it stopped'

/** Bad values of options are told before anything is read. */
function checkFlags(flags: Flags): void {
  checkReading(flags)
  if (flags.rejects === undefined) return
  if (flags.rejects === '-') throw new UserError('--rejects needs a file; standard output is for the records')
}

/** Throws the UserError of the library for a charset or a language that is not supported. */
export function checkReading(flags: Pick<Flags, 'charset' | 'language'>): void {
  repair('', only(flags, ['language']))
  decode(new Uint8Array(0), only(flags, ['charset']))
}

/** The model that was named, opened. */
export function modelOf({ model }: Pick<Flags, 'model'>, io: Io): { readonly model?: Learned } {
  return model === undefined ? {} : { model: readLearned(resolve(io.cwd, model), model) }
}

/** The embeddings that were named, opened; the key for an endpoint is in the environment, never on a command line. */
export async function embeddingsOf(flags: Flags, io: Io): Promise<{ readonly embeddings?: Embed }> {
  const { embeddings, embeddingsModel: model } = flags
  if (embeddings === undefined) {
    if (model !== undefined) throw new UserError('--embeddings-model names the model of --embeddings; name both')
    return {}
  }
  const key = io.env[EMBEDDINGS_KEY]
  const options = { cwd: io.cwd, ...(model !== undefined && { model }), ...(key !== undefined && { key }) }
  return { embeddings: await openEmbeddings(embeddings, options) }
}

/** The options that were given: an option that was not must not be there at all. */
export function only<K extends keyof Flags>(flags: Flags, keys: readonly K[]): Pick<Flags, K> {
  return Object.fromEntries(keys.filter(key => flags[key] !== undefined).map(key => [key, flags[key]])) as Pick<
    Flags,
    K
  >
}

/** No file is read and written, whichever names lead to it: a text would be lost. */
async function checkOverwriting(
  inputs: readonly string[],
  written: readonly string[],
  flags: Flags,
  io: Io,
): Promise<void> {
  const real = (path: string | Buffer) =>
    realpath(typeof path === 'string' ? resolve(io.cwd, path) : path).catch(() => null)
  const targets = new Map<string, string>()
  for (const path of written) {
    const target = (await real(path)) ?? resolve(io.cwd, path)
    if (targets.has(target)) throw new UserError(`-o and --rejects name the same file ${path}; name two`)
    targets.set(target, path)
  }
  const exist = await Promise.all(written.map(real))
  if (exist.every(path => path === null)) return
  const found = await findFiles(
    inputs.filter(path => path !== '-'),
    { ...only(flags, ['root', 'include', 'exclude']), cwd: io.cwd },
    () => {},
  )
  const list = flags.filesFrom === undefined || flags.filesFrom === '-' ? [] : [flags.filesFrom]
  if (flags.model !== undefined && targets.has((await real(flags.model)) ?? ''))
    throw new UserError(`${flags.model} is both the model and written; name another file to write`)
  for (const place of [...list, ...found.map(file => file.location)]) {
    const path = targets.get((await real(place)) ?? '')
    if (path === undefined || (await isOurs(place, io))) continue
    throw new UserError(`${path} is both read and written; name another file to write`)
  }
}

/** What an earlier run wrote into a folder of texts is no input, and may be written again. */
async function isOurs(place: string | Buffer, io: Io): Promise<boolean> {
  const file = await open(typeof place === 'string' ? resolve(io.cwd, place) : place)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return /^(?:\[\s*)?(?:\{\s*"|\]|$)/.test(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}

/** The names in a list, one a line; a list that holds a NUL is separated by NULs (`find -print0`). */
export async function namesFrom({ filesFrom }: Flags, io: Io): Promise<string[]> {
  if (filesFrom === undefined) return []
  const list = Buffer.from(await readInput(filesFrom, io)).toString('utf8')
  const names = list.includes('\0') ? list.split('\0') : list.replace(/^\uFEFF/, '').split(/\r?\n/)
  return names.filter(name => name !== '')
}

async function writeAll<T>(
  flags: Flags,
  io: Io,
  job: Job<T>,
  options: CorpusOptions,
  inputs: readonly string[],
  unused: Unused[],
): Promise<number> {
  const opened: Sink[] = []
  const open = async (made: Promise<Sink>) => {
    const sink = await made
    opened.push(sink)
    return sink
  }
  try {
    const sink = await open(job.sink?.() ?? sinkOf(flags, io))
    const rejects = flags.rejects === undefined ? null : await open(sinkOf({ output: flags.rejects }, io))
    for await (const item of job.read(inputs, options)) {
      job.count(item)
      await sink.write(job.show(item))
    }
    unused.sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.code, b.code))
    for (const entry of unused) await rejects?.write(entry)
    const code = unused.length > 0 || (flags.strict && job.tally.warnings.size > 0) ? 1 : 0
    for (const sink of opened) await sink.finish(code)
    return code
  } catch (error) {
    for (const sink of opened) await sink.abandon()
    throw error
  }
}

/** The text on standard input, where `-` asks for it; one that cannot be used is told. */
async function standardText(
  paths: readonly string[],
  io: Io,
  onUnused: (unused: Unused) => void,
): Promise<FileBytes[]> {
  if (!paths.includes('-')) return []
  const bytes = await readInput('-', io)
  const refusal = refuse(bytes)
  if (refusal) onUnused({ path: '-', ...refusal })
  return refusal ? [] : [{ path: '-', bytes }]
}
