/**
 * `parawire export`: records as formats that others read. They are read, checked and written one by one; mistakes in the
 * options are errors before anything is read, and nothing half-written stays.
 */
import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ExportOptions } from '../api/records.js'
import { UserError } from '../errors.js'
import type { Counts, Format, FormatName } from '../export/export.js'
import { type Command, KEEP_GOING, LEVEL, MIN_CONFIDENCE, RECORDS } from './command.js'
import { confidenceOf, type Flags } from './flags.js'
import { type Io, interruptible } from './io.js'
import { namesInFile, sayTo, tolerantRecords } from './records/usable-records.js'
import { count } from './summary.js'

export const exportCommand: Command = {
  name: 'export',
  description: 'Export records as TMX, XLIFF, CSV, Parquet, Moses, TEI and others',
  operands: [RECORDS],
  options: [
    [
      '--format <name>',
      'tmx, tsv, csv, parquet, moses, xliff, tei, xces, ninjs, schemaorg, text or stats (see docs/exports.md)',
    ],
    ['-o, --output <file>', 'write to a file (xces, text: a new folder; moses: a file name prefix or a folder)'],
    [
      '--languages <tags>',
      'write only these languages, in this order: da,de; und matches any unknown language, de-2 a second text in one (default: all)',
    ],
    LEVEL,
    MIN_CONFIDENCE,
    ['--all-versions', 'write all versions of a text, not only the last'],
    ['--excel', 'csv and tsv: write a byte order mark, so that Excel reads UTF-8'],
    KEEP_GOING,
  ],
  examples: [
    ['parawire export corpus.ndjson --format tmx -o corpus.tmx', 'a translation memory'],
    [
      'parawire export corpus.ndjson --format moses --languages da,de --level segment -o corpus',
      'sentence pairs of two languages',
    ],
    [
      'parawire export corpus.ndjson --format csv --excel --min-confidence 0.8 -o corpus.csv',
      'a table of the sure units',
    ],
    ['parawire releases/ | parawire export --format stats', 'sums by language'],
  ],
  /**
   * Writes the export. Exit code 1 where a record or unit was left out with `--keep-going` and, with `--strict`, where
   * anything else was left out or altered.
   */
  async run({ operands: [path], flags, io }) {
    const [{ formatNamed, formats, settingsOf }, { packs }, { generator }] = await Promise.all([
      import('../export/export.js'),
      import('../languages/index.js'),
      import('../record/record.js'),
    ])
    const asked = optionsOf(flags, [...formats.keys()])
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
    const work = (signal: AbortSignal) => writeAll(path, flags, format, options, { signal, check }, io)
    return interruptible(io, 'nothing was written', work)
  },
}

async function writeAll(
  path: string | undefined,
  flags: Flags,
  format: Format,
  options: ExportOptions,
  { signal, check }: { readonly signal: AbortSignal; check(): Promise<void> },
  io: Io,
): Promise<number> {
  const [{ exportRecords }, { noCounts }, { pieceOutput }] = await Promise.all([
    import('../api/records.js'),
    import('../export/export.js'),
    import('./export-output.js'),
  ])
  const say = sayTo(io, flags.quiet)
  const output = await pieceOutput(format, flags.output, options.languages ?? [], io)
  let counts = noCounts()
  const onCounts = (all: Counts) => {
    counts = all
  }
  const { records, skipped } = tolerantRecords(path, 'units', flags, io, signal)
  try {
    for await (const piece of exportRecords(records, { ...options, onCounts })) await output.write(piece)
    await check()
    await output.finish()
  } catch (error) {
    await output.abandon()
    throw error
  }
  say(headline(counts, format, options))
  const altered = alterations(counts)
  for (const line of [...altered, ...mixture(counts, format)]) say(line)
  if (skipped() > 0) say(`${skipped()} skipped: invalid record or unit`)
  return skipped() > 0 || (flags.strict && altered.length > 0) ? 1 : 0
}

/** The options of the library; what stands for a number or a list of names is read here. */
function optionsOf(flags: Flags, names: readonly string[]): ExportOptions {
  const { format, languages, level } = flags
  if (format === undefined) throw new UserError(`name a format with --format: ${names.join(', ')}`)
  const minConfidence = confidenceOf(flags)
  return {
    format: format as FormatName,
    ...(languages === undefined ? {} : { languages: languages.split(',').map(tag => tag.trim().toLowerCase()) }),
    ...(level === undefined ? {} : { level: level as 'unit' }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(flags.allVersions ? { versions: 'all' } : {}),
    ...(flags.excel ? { forExcel: true } : {}),
  }
}

/** Another text where a file is another one; null where there is none. */
async function stateOf(path = '-', io: Io): Promise<string | null> {
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  return there && [there.ino, there.size, there.mtimeMs, there.ctimeMs].join()
}

async function namesKnown(path: string | undefined, { format, keepGoing }: Flags, io: Io): Promise<string[]> {
  const names = await namesInFile(path, io)
  if (names === null)
    throw new UserError(
      `--format ${format} must know the languages first: name them (--languages da,de), or give a file`,
    )
  // What is no corpus has few languages as well, and its first line says more of it.
  if (names.length < 2 && !keepGoing) for await (const _ of tolerantRecords(path, 'units', {}, io).records);
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

/** `12 units of 3 releases in da, de`. */
function headline(
  { releases, documents, rows }: Counts,
  { hasUnits }: Format,
  { level = 'unit', languages }: ExportOptions,
): string {
  const what = hasUnits ? count(rows, level) : count(documents, 'document')
  return `${what} of ${count(releases, 'release')}${languages ? ` in ${languages.join(', ')}` : ''}`
}

/** A line for each kind of thing that was left out or altered without being asked for. */
function alterations(counts: Counts): string[] {
  const { superseded, unplaced, foreign, illegal, formulas, flattened, unpaired, unmarked } = counts
  const all: readonly (readonly [n: number, line: string])[] = [
    [superseded, `${count(superseded, 'document')} skipped: a later version is in the release`],
    [
      unplaced,
      `${count(unplaced, 'document')} skipped: here a tag names one text of a release; name the others by id, such as und-2`,
    ],
    [foreign, `${count(foreign, 'text')} skipped: not in the language of the document`],
    [illegal, `${count(illegal, 'character')} removed: not allowed in XML`],
    [
      unpaired,
      `${count(unpaired, 'character')} replaced by U+FFFD: halves of surrogate pairs, which UTF-8 cannot hold`,
    ],
    [flattened, `${count(flattened, 'text')} put on one line: tabs and line ends became blanks`],
    [formulas, `${count(formulas, 'cell')} marked with an apostrophe, against formulas in a spreadsheet`],
    [unmarked, `${count(unmarked, 'repair')} not marked: over the end of a sentence, or its result is no more there`],
  ]
  return all.filter(([n]) => n > 0).map(([, line]) => line)
}

/** Rows of several languages may stand under `und`, and whoever takes them for one must know. */
const mixture = ({ unknown }: Counts, { hasUnits }: Format): string[] =>
  hasUnits && unknown > 1
    ? [
        `${count(unknown, 'document')} in languages that parawire does not know: und is no one language, and its texts may be in several`,
      ]
    : []
