/**
 * What commands share that make one thing after another: names of files in, a line of JSON for each thing out as soon as it
 * is there, a summary for people, and an exit code. No file is read and written, whichever names lead to it: a text would
 * be lost.
 */
import { open, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { containerOf } from '../containers/container-format.js'
import { UserError } from '../errors.js'
import { leadingTo, sizeOf } from '../ingest/ingest.js'
import { DEFAULT_BYTES } from '../ingest/sizes.js'
import { refuse, tooLarge } from '../ingest/sniff.js'
import { AT_ONCE } from '../ingest/walk.js'
import type { Unused } from '../model.js'
import type { FileBytes } from '../pipeline/file.js'
import type { CorpusOptions } from '../pipeline/pipeline.js'
import { type Source, sourcesOf } from '../pipeline/sources.js'
import { byCodeUnit } from '../structures/lists.js'
import { checkReading, corpusOptions, embeddingsOf, FIELDS, type Flags, modelOf, namesFrom, only } from './flags.js'
import {
  fileOutput,
  type Io,
  interruptible,
  type Output,
  printable,
  readInput,
  type Sink,
  sinkOf,
  standardOutput,
} from './io.js'
import { startProgress } from './progress.js'
import { colours, countUnapplied, type Omitted, type Plan, planSummary, summary, type Tally } from './summary.js'

/** What a command makes of its inputs, and how it is counted. */
export interface Job<T> {
  readonly tally: Tally
  /** What its progress counts, in each of its phases; files by default. */
  readonly steps?: readonly string[]
  read(paths: readonly string[], options: CorpusOptions): AsyncIterable<T>
  /** How a thing is printed, if not as it is. */
  show?(item: T): unknown
  count(item: T): void
  /** Where things go, if not where the options say. */
  sink?(): Promise<Sink>
  /** How to go on after the run was stopped. */
  readonly resumption?: string
}

/** Runs a job to its end. Exit code 1 where an input could not be used or, with `--strict`, something warned. */
export async function run<T>(paths: readonly string[], flags: Flags, io: Io, job: Job<T>): Promise<number> {
  await checkReading(flags)
  if (flags.rejects === '-') throw new UserError('--rejects needs a file; standard output is for the records')
  const inputs = await inputsOf(paths, flags, io)
  const files = inputs.filter(path => path !== '-')
  const written = [flags.output, flags.rejects].filter(path => path !== undefined && path !== '-') as string[]
  await checkOverwriting(written, files, flags, io)
  const omitted: Omitted = { unused: [], leftOut: [] }
  const which: CorpusOptions = {
    ...only(flags, ['root', 'include', 'charset', 'language', ...FIELDS]),
    ...(await corpusOptions(flags, io)),
    exclude: [
      ...(flags.exclude ?? []),
      ...[...written, flags.work].flatMap(path => (path === undefined ? [] : resolve(io.cwd, path))),
    ],
    cwd: io.cwd,
    onUnused: entry => void omitted.unused.push(entry),
    onLeftOut: left => void omitted.leftOut.push(left),
    onUnapplied: unapplied => countUnapplied(job.tally, unapplied),
  }
  if (flags.dryRun) {
    const planned = await plan(inputs, which, io)
    if (!flags.quiet) io.stderr.write(planSummary(planned, omitted, await colours(flags.color, io)))
    return omitted.unused.length > 0 ? 1 : 0
  }
  const texts = inputs.length > files.length ? await standardText(io, which) : []
  const options = { ...which, texts, ...(await modelOf(flags, io)), ...(await embeddingsOf(flags, io)) }
  const isApart = !io.stdout.isTTY || !io.stderr.isTTY || (flags.output ?? '-') !== '-'
  return perform(files, flags, io, { resumption: resumption(flags), ...job }, options, isApart, omitted)
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

/** Does the job, and tells what came out and, where that is `apart` from it, how far it is; the exit code. */
export async function perform<T>(
  files: readonly string[],
  flags: Flags,
  io: Io,
  job: Job<T>,
  options: CorpusOptions,
  isApart: boolean,
  omitted: Omitted = { unused: [], leftOut: [] },
): Promise<number> {
  return interruptible(io, job.resumption ?? 'nothing is kept', async signal => {
    const progress = await startProgress(io, !flags.quiet && isApart, job.steps)
    try {
      const code = await writeAll(
        flags,
        io,
        job,
        { ...options, onProgress: progress.show, signal },
        files,
        omitted.unused,
      )
      progress.stop()
      if (!flags.quiet) io.stderr.write(summary(job.tally, omitted, await colours(flags.color, io)))
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
      await sink.write(job.show ? job.show(item) : item)
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
    `no input can be used (${first.path}${more}: ${first.message}); ${path} is unchanged; to have an empty corpus, remove it first`,
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

/** The text on standard input; one that cannot be used is omitted. */
async function standardText(
  io: Io,
  { maxBytes = DEFAULT_BYTES, onUnused, ...fields }: CorpusOptions,
): Promise<FileBytes[]> {
  const bytes = await readInput('-', io, maxBytes)
  const refusal = !bytes ? tooLarge(null, maxBytes) : containerOf(bytes, '-', fields) ? null : refuse(bytes)
  if (refusal) onUnused?.({ path: '-', ...refusal })
  return refusal ? [] : [{ path: '-', bytes: bytes! }]
}

/**
 * `--dry-run`: prints the path of each file that would be read, a line each, as a record would show it but for control
 * characters. Nothing is read but names and sizes, and nothing is written. How many of them a work folder knows already is
 * not omitted: that goes by what is in them, and to know it they would have to be read.
 */
async function plan(inputs: readonly string[], options: CorpusOptions, io: Io): Promise<Plan> {
  const names = inputs.filter(path => path !== '-')
  const texts = names.length < inputs.length ? [{ path: '-', bytes: new Uint8Array(0) }] : []
  const sources = await sourcesOf(names, { ...options, texts })
  const output = standardOutput(io)
  let [files, bytes] = [0, 0]
  for (let start = 0; start < sources.length; start += AT_ONCE) {
    const some = sources.slice(start, start + AT_ONCE)
    const sizes = await Promise.all(some.map(source => sizeOfSource(source, options)))
    const used = some.filter((_, k) => sizes[k] !== null)
    files += used.length
    bytes += sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
    if (used.length > 0) await output.write(used.map(({ path }) => `${printable(path)}\n`).join(''))
  }
  return { files, bytes }
}

async function sizeOfSource(source: Source, options: CorpusOptions): Promise<number | null> {
  const onUnused = (unused: Unused) => options.onUnused?.(unused)
  return 'bytes' in source ? source.bytes.length : sizeOf(source, onUnused, options)
}

/** Throws a UserError where one of the files that are written is read as well, or is named twice. */
async function checkOverwriting(
  written: readonly string[],
  files: readonly string[],
  flags: Flags,
  io: Io,
): Promise<void> {
  const real = (path: string) => realpath(resolve(io.cwd, path)).catch(() => null)
  const targets = new Map<string, string>()
  for (const path of written) {
    const target = (await real(path)) ?? resolve(io.cwd, path)
    if (targets.has(target)) throw new UserError(`-o and --rejects name the same file ${path}; name two`)
    targets.set(target, path)
  }
  if ((await Promise.all(written.map(real))).every(path => path === null)) return
  const isTarget = async (path = '-') => path !== '-' && targets.has((await real(path)) ?? '')
  if (await isTarget(flags.model))
    throw new UserError(`${flags.model} is both the model and written; name another file to write`)
  if (await isTarget(flags.filesFrom)) throw both(flags.filesFrom!)
  for (const path of flags.decisions ?? []) if (await isTarget(path)) throw both(path)
  const which = { ...only(flags, ['root', 'include', 'exclude']), cwd: io.cwd }
  for (const target of await leadingTo([...targets.keys()], files, which))
    if (!(await isOurs(target))) throw both(targets.get(target)!)
}

/** Throws a UserError where the file that is written is one of those that are read, by whatever name. */
export async function checkNotRead(written: string | undefined, read: readonly string[], io: Io): Promise<void> {
  if (written === undefined || written === '-') return
  const real = (path: string) => realpath(resolve(io.cwd, path)).catch(() => null)
  const target = await real(written)
  for (const path of read) if (path !== '-' && target !== null && (await real(path)) === target) throw both(path)
}

const both = (path: string) => new UserError(`${path} is both read and written; name another file to write`)

/** What an earlier run wrote into a folder of texts is no input, and may be written again. */
async function isOurs(place: string): Promise<boolean> {
  const file = await open(place)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return /^(?:\[\s*)?(?:\{\s*"|\]|$)/.test(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}
