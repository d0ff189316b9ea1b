/**
 * What `build`, `parse` and `detect` share: names of files in, a line of JSON for each thing out as soon as it is
 * there, a summary for people, and an exit code.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { decode, repair } from '../api.js'
import { EMBEDDINGS_KEY, type Embed, openEmbeddings } from '../embed/embed.js'
import { UserError } from '../errors.js'
import { DEFAULT_BYTES } from '../ingest/sizes.js'
import { refuse, tooLarge } from '../ingest/sniff.js'
import { type Learned, readLearned } from '../learned/learned.js'
import type { Unused } from '../model.js'
import type { CorpusOptions } from '../pipeline/pipeline.js'
import type { FileBytes } from '../pipeline/read-document.js'
import { byCodeUnit } from '../structures/lists.js'
import { type CorpusFlags, corpusOptions } from './corpus-flags.js'
import { interruptible } from './interruption.js'
import { fileOutput, hintOf, type Io, type Output, readInput } from './io.js'
import { checkOverwriting } from './overwriting.js'
import { plan } from './plan.js'
import { startProgress } from './progress.js'
import { colours, countUnapplied, planSummary, summary, type Tally, type Told } from './report.js'
import { type Sink, sinkOf } from './stages/sink.js'

/** The options of the command line, as commander hands them over. */
export interface Flags extends CorpusFlags {
  readonly shards?: string
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
  /** What its progress counts, in each of its phases; files by default. */
  readonly steps?: string | readonly string[]
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
  const inputs = await inputsOf(paths, flags, io)
  const files = inputs.filter(path => path !== '-')
  const written = [flags.output, flags.rejects].filter(path => path !== undefined && path !== '-') as string[]
  const folders = only(flags, ['root', 'include', 'exclude'])
  await checkOverwriting(
    written,
    { inputs: files, list: flags.filesFrom, model: flags.model, decisions: flags.decisions, ...folders },
    io,
  )
  const told: Told = { unused: [], leftOut: [] }
  const which: CorpusOptions = {
    ...only(flags, ['root', 'include', 'charset', 'language']),
    ...(await corpusOptions(flags, io)),
    exclude: [
      ...(flags.exclude ?? []),
      ...[...written, flags.work].flatMap(path => (path === undefined ? [] : resolve(io.cwd, path))),
    ],
    cwd: io.cwd,
    onUnused: entry => void told.unused.push(entry),
    onLeftOut: left => void told.leftOut.push(left),
    onUnapplied: unapplied => countUnapplied(job.tally, unapplied),
  }
  if (flags.dryRun) {
    const planned = await plan(inputs, which, io)
    if (!flags.quiet) io.stderr.write(planSummary(planned, told, colours(flags.color, io)))
    return told.unused.length > 0 ? 1 : 0
  }
  const texts = inputs.length > files.length ? await standardText(io, which) : []
  const options = { ...which, texts, ...modelOf(flags, io), ...(await embeddingsOf(flags, io)) }
  return perform(files, flags, io, job, options, told)
}

/** The names among the arguments and in a list. */
async function inputsOf(paths: readonly string[], flags: Flags, io: Io): Promise<string[]> {
  const inputs = [...paths, ...(await namesFrom(flags, io))]
  if (inputs.length === 0 && flags.filesFrom === undefined) {
    throw new UserError('no input; name files, folders or patterns (see parawire --help)')
  }
  if (flags.filesFrom === '-' && inputs.includes('-')) {
    throw new UserError('standard input cannot be both the list of names and a text; put the list in a file')
  }
  return inputs
}

/** Does the job, and tells how far it is and what came out; the exit code. */
async function perform<T>(
  files: readonly string[],
  flags: Flags,
  io: Io,
  job: Job<T>,
  options: CorpusOptions,
  told: Told,
): Promise<number> {
  const isApart = !io.stdout.isTTY || !io.stderr.isTTY || (flags.output ?? '-') !== '-'
  return interruptible(io, job.resumption ?? resumption(flags), async signal => {
    const progress = await startProgress(io, !flags.quiet && isApart, job.steps)
    try {
      const code = await writeAll(flags, io, job, { ...options, onProgress: progress.show, signal }, files, told.unused)
      progress.stop()
      if (!flags.quiet) io.stderr.write(summary(job.tally, told, colours(flags.color, io)))
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

/** The names in a list, one a line; a list that holds a NUL is separated by NULs (`find -print0`). */
export async function namesFrom({ filesFrom }: Flags, io: Io): Promise<string[]> {
  if (filesFrom === undefined) return []
  const bytes = await readInput(filesFrom, io)
  if (hintOf(bytes) !== '') throw new UserError(`${filesFrom} is not a list of names${hintOf(bytes)}`)
  const list = Buffer.from(bytes).toString('utf8')
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
  const opened: (Output | Sink)[] = []
  let written = 0
  const open = async <T extends Output | Sink>(made: Promise<T>): Promise<T> => {
    const output = await made
    opened.push(output)
    return output
  }
  try {
    const sink = await open(job.sink?.() ?? sinkOf(flags, io))
    const rejects = flags.rejects === undefined ? null : await open(fileOutput(flags.rejects, io))
    for await (const item of job.read(inputs, options)) {
      job.count(item)
      await sink.write(job.show(item))
      written++
    }
    if (written === 0 && !job.sink) await checkLoss(flags.output, unused, io)
    unused.sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.code, b.code))
    if (rejects) await writeLines(unused, rejects)
    const code = unused.length > 0 || (flags.strict && job.tally.warnings.size > 0) ? 1 : 0
    for (const output of opened) await output.finish(code)
    return code
  } catch (error) {
    for (const output of opened) await output.abandon()
    throw error
  }
}

/** A corpus is not replaced by nothing because a folder is not there today. */
async function checkLoss(path: string | undefined, [first, ...others]: readonly Unused[], io: Io): Promise<void> {
  if (first === undefined || path === undefined || path === '-') return
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  if (!there?.isFile() || there.size === 0) return
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  throw new UserError(
    `nothing can be used (${first.path}${more}: ${first.message}); ${path} is unchanged; remove it if you want that`,
  )
}

/** Many lines at a time: there may be a million of them. */
async function writeLines(entries: readonly unknown[], output: Output): Promise<void> {
  for (let start = 0; start < entries.length; start += LINES_AT_ONCE) {
    const some = entries.slice(start, start + LINES_AT_ONCE)
    await output.write(some.map(entry => `${JSON.stringify(entry)}\n`).join(''))
  }
}

const LINES_AT_ONCE = 1000

/** The text on standard input; one that cannot be used is told. */
async function standardText(
  io: Io,
  { maxBytes = DEFAULT_BYTES, onUnused }: Pick<CorpusOptions, 'maxBytes' | 'onUnused'>,
): Promise<FileBytes[]> {
  const bytes = await readInput('-', io, maxBytes)
  const refusal = bytes ? refuse(bytes) : tooLarge(null, maxBytes)
  if (refusal) onUnused?.({ path: '-', ...refusal })
  return refusal ? [] : [{ path: '-', bytes: bytes! }]
}
