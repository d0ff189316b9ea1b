/**
 * `parawire export`: records as formats that others read. They are read, checked and written one by one; mistakes in the
 * options are told before anything is read, and nothing half-written stays.
 */
import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ExportOptions, exportRecords } from '../api.js'
import { UserError } from '../errors.js'
import {
  type Counts,
  type Format,
  type FormatName,
  formatNamed,
  formats,
  noCounts,
  settingsOf,
} from '../export/export.js'
import { packs } from '../languages/index.js'
import type { ReleaseRecord } from '../model.js'
import { generator } from '../record/record.js'
import { pieceOutput } from './export-output.js'
import { alterations, headline, mixture } from './export-summary.js'
import { interruptible } from './interruption.js'
import type { Io } from './io.js'
import { namesInFile, sayTo, usableRecords } from './records/usable-records.js'

/** The options of the command line. */
export interface ExportFlags {
  readonly format?: string
  readonly output?: string
  readonly languages?: string
  readonly level?: string
  readonly minConfidence?: string
  readonly allVersions?: boolean
  readonly excel?: boolean
  readonly keepGoing?: boolean
  readonly strict?: boolean
  readonly quiet?: boolean
}

/**
 * Writes the export. Exit code 1 where a record or unit was left out with `--keep-going` and, with `--strict`, where
 * anything else was left out or altered. Throws a UserError for bad records.
 */
export async function exportCommand(path: string | undefined, flags: ExportFlags, io: Io): Promise<number> {
  const asked = optionsOf(flags)
  const format = formatNamed(asked.format)
  settingsOf(asked, [...packs.map(({ tag }) => tag), 'und'], generator)
  await checkPlaces(path, flags.output, format, asked, io)
  const isOpen = asked.languages === undefined && format.languages === 'known'
  const before = isOpen ? await stateOf(path, io) : null
  const options = isOpen ? { ...asked, languages: await namesKnown(path, flags, io) } : asked
  const check = async () => {
    if (isOpen && before !== (await stateOf(path, io)))
      throw new UserError(`${path} changed while it was read; run again`)
  }
  return interruptible(io, 'nothing was written', signal => writeAll(path, flags, options, { signal, check }, io))
}

async function writeAll(
  path: string | undefined,
  flags: ExportFlags,
  options: ExportOptions,
  { signal, check }: { readonly signal: AbortSignal; check(): Promise<void> },
  io: Io,
): Promise<number> {
  const say = sayTo(io, flags.quiet)
  const format = formatNamed(options.format)
  const output = await pieceOutput(format, flags.output, options.languages ?? [], io)
  let [counts, skipped] = [noCounts(), 0]
  const onSkipped = (problem: string) => {
    skipped++
    say(`skipped: ${problem}`)
  }
  const onCounts = (all: Counts) => {
    counts = all
  }
  const patience = { keepGoing: flags.keepGoing ?? false, onSkipped, needs: 'units' } as const
  const records = async function* (): AsyncGenerator<ReleaseRecord> {
    for await (const { record } of usableRecords(path, patience, io)) {
      signal.throwIfAborted()
      yield record
    }
  }
  try {
    for await (const piece of exportRecords(records(), { ...options, onCounts })) await output.write(piece)
    await check()
    await output.finish()
  } catch (error) {
    await output.abandon()
    throw error
  }
  say(headline(counts, format, options))
  const altered = alterations(counts)
  for (const line of [...altered, ...mixture(counts, format)]) say(line)
  if (skipped > 0) say(`${skipped} skipped: invalid record or unit`)
  return skipped > 0 || (flags.strict && altered.length > 0) ? 1 : 0
}

/** The options of the library; what stands for a number or a list of names is read here. */
function optionsOf(flags: ExportFlags): ExportOptions {
  const { format, languages, level, minConfidence } = flags
  if (format === undefined) throw new UserError(`name a format with --format: ${[...formats.keys()].join(', ')}`)
  const least = Number(minConfidence)
  if (minConfidence !== undefined && (minConfidence.trim() === '' || !(least >= 0 && least <= 1)))
    throw new UserError(`--min-confidence "${minConfidence}" is not a number from 0 to 1`)
  return {
    format: format as FormatName,
    ...(languages === undefined ? {} : { languages: languages.split(',').map(tag => tag.trim().toLowerCase()) }),
    ...(level === undefined ? {} : { level: level as 'unit' }),
    ...(minConfidence === undefined ? {} : { minConfidence: least }),
    ...(flags.allVersions ? { versions: 'all' } : {}),
    ...(flags.excel ? { forExcel: true } : {}),
  }
}

/** Another text where a file is another one; null where there is none. */
async function stateOf(path = '-', io: Io): Promise<string | null> {
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  return there && [there.ino, there.size, there.mtimeMs, there.ctimeMs].join()
}

async function namesKnown(path: string | undefined, { format, keepGoing }: ExportFlags, io: Io): Promise<string[]> {
  const names = await namesInFile(path, io)
  if (names === null)
    throw new UserError(
      `--format ${format} must know the languages first: name them (--languages da,de), or give a file`,
    )
  // What is no corpus has few languages as well, and its first line says more of it.
  if (names.length < 2 && !keepGoing)
    for await (const _ of usableRecords(path, { keepGoing: false, onSkipped: () => {}, needs: 'units' }, io));
  return names
}

/** No file is read and written. */
async function checkPlaces(
  path: string | undefined,
  output: string | undefined,
  { into }: Format,
  { languages }: ExportOptions,
  io: Io,
): Promise<void> {
  if (path === undefined || output === undefined || [path, output].includes('-')) return
  const real = (name: string) => realpath(resolve(io.cwd, name)).catch(() => null)
  const read = await real(path)
  const written = into === 'prefix' ? (languages ?? []).map(tag => `${output}.${tag}`) : [output]
  for (const name of written)
    if (read !== null && read === (await real(name)))
      throw new UserError(`${name} is both read and written; name another file to write`)
}
