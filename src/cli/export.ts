/**
 * `parawire export`: records as formats that others read. They are read, checked and written one by one; mistakes in the
 * options are told before anything is read, and nothing half-written stays.
 */
import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../errors.js'
import { type Counts, type Format, formats, type Settings } from '../export/export.js'
import { packs } from '../languages/index.js'
import type { Tag } from '../model.js'
import { generator } from '../record/record.js'
import { type PieceOutput, pieceOutput } from './export-output.js'
import { interruptible } from './interruption.js'
import { type Io, printable } from './io.js'
import { languagesIn, readRecords } from './records.js'

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
  readonly quiet?: boolean
}

/** Writes the export. Exit code 1 where something was left out with `--keep-going`. Throws a UserError for bad records. */
export async function exportRecords(path: string | undefined, flags: ExportFlags, io: Io): Promise<number> {
  const format = formatOf(flags)
  const asked = settingsOf(flags, format)
  await checkPlaces(path, flags.output, format, asked, io)
  const settings =
    asked.languages === null && format.languages === 'known'
      ? { ...asked, languages: await languagesKnown(path, flags.format, io) }
      : asked
  return interruptible(io, 'nothing was written', async signal => {
    const output = await pieceOutput(format, flags.output, settings.languages ?? [], io)
    try {
      const told = await writeAll(path, flags, format, settings, output, signal, io)
      await output.finish()
      if (!flags.quiet) for (const line of told.lines) io.stderr.write(`${printable(line)}\n`)
      return told.skipped > 0 ? 1 : 0
    } catch (error) {
      await output.abandon()
      throw error
    }
  })
}

async function writeAll(
  path: string | undefined,
  flags: ExportFlags,
  format: Format,
  settings: Settings,
  output: PieceOutput,
  signal: AbortSignal,
  io: Io,
): Promise<{ readonly lines: string[]; readonly skipped: number }> {
  const counts: Counts = { releases: 0, documents: 0, rows: 0, superseded: 0, foreign: 0, illegal: 0, formulas: 0 }
  const writer = format.write(settings, counts)
  let skipped = 0
  for (const piece of writer.begin()) await output.write(piece)
  for await (const { record, problems } of readRecords(path, io)) {
    signal.throwIfAborted()
    for (const problem of problems) {
      if (!flags.keepGoing) throw new UserError(`${problem}; --keep-going leaves it out`)
      skipped++
      if (!flags.quiet) io.stderr.write(`left out: ${printable(problem)}\n`)
    }
    if (!record) continue
    counts.releases++
    for (const piece of writer.add(record)) await output.write(piece)
  }
  for (const piece of writer.end()) await output.write(piece)
  if (format.needsRows && counts.rows === 0)
    throw new UserError(`nothing is aligned between ${settings.languages?.join(' and ')}; ${flags.format} needs a unit`)
  return { lines: summaryOf(counts, format, settings, skipped), skipped }
}

function formatOf({ format: name, excel }: ExportFlags): Format {
  const names = [...formats.keys()].join(', ')
  if (name === undefined) throw new UserError(`name a format with --format: ${names}`)
  const format = formats.get(name)
  if (!format)
    throw new UserError(`there is no format "${name}"; use one of ${names}`, {
      unknown: { word: name, among: [...formats.keys()] },
    })
  if (excel && !format.isTable) throw new UserError(`--excel goes with --format csv or tsv, not ${name}`)
  return format
}

function settingsOf(flags: ExportFlags, format: Format): Settings {
  const { format: name, level = 'unit', minConfidence = '0' } = flags
  if (!format.hasUnits && (flags.level ?? flags.minConfidence) !== undefined)
    throw new UserError(`--format ${name} is made of documents; leave --level and --min-confidence out`)
  if (flags.allVersions && !format.hasVersions)
    throw new UserError(`--format ${name} has one place for each language; leave --all-versions out`)
  if (level !== 'unit' && level !== 'segment')
    throw new UserError(`--level "${level}" is neither unit nor segment`, {
      unknown: { word: level, among: ['unit', 'segment'] },
    })
  const least = Number(minConfidence)
  if (minConfidence.trim() === '' || !(least >= 0 && least <= 1))
    throw new UserError(`--min-confidence "${minConfidence}" is no number from 0 to 1`)
  return {
    languages: languagesOf(flags, format),
    level,
    minConfidence: least,
    versions: flags.allVersions ? 'all' : 'last',
    forExcel: flags.excel ?? false,
    tool: generator,
  }
}

function languagesOf({ languages, format: name }: ExportFlags, format: Format): Tag[] | null {
  const known = [...packs.map(({ tag }) => tag), 'und']
  const tags = languages?.split(',').map(tag => tag.trim().toLowerCase()) ?? null
  for (const [i, tag] of (tags ?? []).entries()) {
    if (!known.includes(tag))
      throw new UserError(`language "${tag}" is not supported; use some of ${known.join(', ')}`, {
        unknown: { word: tag, among: 'languages' },
      })
    if (tags?.indexOf(tag) !== i) throw new UserError(`--languages names ${tag} twice`)
  }
  if (format.languages === 'pair' && tags?.length !== 2)
    throw new UserError(`--format ${name} is for a pair of languages: name two, such as --languages da,de`)
  if (format.hasUnits && tags?.length === 1)
    throw new UserError(`--format ${name} is made of translations: name two languages or more`)
  return tags
}

async function languagesKnown(path: string | undefined, name: string | undefined, io: Io): Promise<Tag[]> {
  const tags = await languagesIn(path, io)
  if (tags === null)
    throw new UserError(`--format ${name} must know the languages first: name them (--languages da,de), or give a file`)
  return tags
}

/** No file is read and written. */
async function checkPlaces(
  path: string | undefined,
  output: string | undefined,
  { into }: Format,
  { languages }: Settings,
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

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** What was written, and what was changed or left out on the way. */
function summaryOf(
  { releases, documents, rows, superseded, foreign, illegal, formulas }: Counts,
  { hasUnits }: Format,
  { level, languages }: Settings,
  skipped: number,
): string[] {
  const what = hasUnits ? counted(rows, level) : counted(documents, 'document')
  const all: readonly (readonly [count: number, line: string])[] = [
    [1, `${what} of ${counted(releases, 'release')}${languages ? ` in ${languages.join(', ')}` : ''}`],
    [superseded, `${counted(superseded, 'document')} left out: a later one of that language is in the release`],
    [foreign, `${counted(foreign, 'text')} left out: not in the language of the document`],
    [illegal, `${counted(illegal, 'character')} taken out: XML cannot hold them`],
    [formulas, `${counted(formulas, 'cell')} marked with an apostrophe: a spreadsheet would take them for formulas`],
    [skipped, `${skipped} left out: no sound record or unit`],
  ]
  return all.filter(([count]) => count > 0).map(([, line]) => line)
}
