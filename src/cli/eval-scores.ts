/** The scores of `parawire eval`: how well alignments agree with a gold, as a table for people or as JSON. */
import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { decode, parseCorpus } from '../api/reading.js'
import { remembering } from '../embed/embed.js'
import { UserError } from '../errors.js'
import { type GoldRelease, goldBeads, goldOf, pairsOf } from '../evaluate/gold.js'
import { type Counts, type Found, type Judgement, judge, measuresOf, sumOf } from '../evaluate/judge.js'
import { paragraphSpans } from '../evaluate/paragraphs.js'
import type { Unused } from '../model.js'
import { foundByAligning, foundInRecords, type GoldFile } from '../pipeline/evaluate-corpus.js'
import { embeddingsOf, type Flags, modelOf, only } from './flags.js'
import { type Io, printable, readInput, readText } from './io.js'
import { CORPUS_STEPS, startProgress } from './progress.js'
import { usableRecords } from './records/usable-records.js'

/** Names of files that are shown at most, where something is wrong with many. */
const NAMED = 3

/** Judges what was found of the files of a gold. Throws a UserError where none of them stands in the records. */
export async function judged(goldPath: string, records: string | undefined, flags: Flags, io: Io): Promise<Judgement> {
  const gold = goldOf(await parsed(goldPath, io), goldPath)
  const files = await goldFiles(gold, goldPath, flags, io)
  const judgement = judge(gold, await foundFor(gold, files, goldPath, records, flags, io))
  if (judgement.missing.length < files.length) return judgement
  throw new UserError(
    `no document of ${records ?? 'the records'} is a file that ${goldPath} names; give records of those files`,
  )
}

/** The first names, and how many there are besides. */
export const few = (names: readonly string[]) =>
  names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ` and ${names.length - NAMED} more` : '')

async function parsed(path: string, io: Io): Promise<unknown> {
  const text = await readText(path, io)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(`${path} is not a gold: not JSON (${(error as SyntaxError).message})`, { cause: error })
  }
}

/** The files that a gold names, read; its numbers of paragraphs are checked before anything is aligned. */
async function goldFiles(gold: readonly GoldRelease[], path: string, flags: Flags, io: Io): Promise<GoldFile[]> {
  const files: GoldFile[] = []
  const absent: string[] = []
  for (const name of gold.flatMap(release => Object.values(release.files))) {
    const bytes = await readInput(besides(path, name), io).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error
      absent.push(name)
      return null
    })
    if (!bytes) continue
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.push({ name, sha256, text: decode(bytes, only(flags, ['charset'])).text })
  }
  if (absent.length > 0)
    throw new UserError(`${path} names files that cannot be read: ${few(absent)}; paths are relative to the gold`)
  const counts = new Map(files.map(({ name, text }) => [name, paragraphSpans(text).length]))
  for (const release of gold) for (const [a, b] of pairsOf(release)) goldBeads(release, a, b, name => counts.get(name)!)
  return files
}

/** A path in a gold, which may stand on standard input. */
const besides = (gold: string, name: string) => (gold === '-' ? name : join(dirname(gold), name))

async function foundFor(
  gold: readonly GoldRelease[],
  files: readonly GoldFile[],
  goldPath: string,
  records: string | undefined,
  flags: Flags,
  io: Io,
): Promise<Found[]> {
  if (records !== undefined) return foundInRecords(usableRecords(records, 'units', io), files)
  const { embeddings } = await embeddingsOf(flags, io)
  if (flags.alignOnly) {
    const texts = new Map(files.map(({ name, text }) => [name, text]))
    const options = { ...(await modelOf(flags, io)), ...(embeddings && { embed: remembering(embeddings) }) }
    const found: Found[] = []
    for (const release of gold) found.push(await foundByAligning(release, name => texts.get(name)!, options))
    return found
  }
  const root = resolve(io.cwd, dirname(goldPath))
  const progress = await startProgress(io, !flags.quiet && !io.stdout.isTTY, CORPUS_STEPS)
  const options = {
    ...only(flags, ['charset', 'language']),
    ...(await modelOf(flags, io)),
    ...(embeddings && { embeddings }),
    root,
    onProgress: progress.show,
    onUnused: ({ path, message }: Unused) => {
      if (!flags.quiet) io.stderr.write(`${printable(`not used: ${path}: ${message}`)}\n`)
    },
  }
  try {
    const paths = files.map(({ name }) => resolve(root, name))
    return await foundInRecords(parseCorpus(paths, options), files)
  } finally {
    progress.stop()
  }
}

/** Units of at least this confidence are those that a user would keep. */
const SURE = 0.9
const WIDTH = 11

/** A line for all pairs, and before it one for each pair or each language; then what the units' confidence is worth. */
export function table({ pairs, units }: Judgement, by?: string): string {
  const lines: [string, Counts][] =
    by === 'pair'
      ? pairs.map(({ tags, counts }) => [tags.join('-'), counts])
      : by === 'language'
        ? languagesOf({ pairs }).map(tag => [tag, sumOf(pairs, tag)])
        : []
  const first = Math.max(4, ...lines.map(([name]) => name.length)) + 2
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(first)}${cells.map(cell => cell.padStart(WIDTH)).join('')}\n`
  const heads = ['precision', 'recall', 'F1', 'lax prec.', 'lax recall', 'lax F1', 'gold beads', 'predicted']
  const sure = sureUnits(units)
  return [
    row('', heads),
    ...[...lines, ['all', sumOf(pairs)] as const].map(([name, counts]) => row(name, cellsOf(counts))),
    `units of confidence >= ${SURE}: ${sure.units} of ${units.length} (${percent(sure.units, units.length)}), ${percent(sure.right, sure.units)} of them right\n`,
  ].join('')
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

const languagesOf = ({ pairs }: Pick<Judgement, 'pairs'>) => [...new Set(pairs.flatMap(({ tags }) => tags))].sort()

function cellsOf(counts: Counts): string[] {
  const { strict, lax } = measuresOf(counts)
  const measures = [strict, lax].flatMap(({ precision, recall, f1 }) => [precision, recall, f1])
  return [...measures.map(x => x.toFixed(4)), `${counts.gold}`, `${counts.predicted}`]
}

function sureUnits(units: Judgement['units']): { units: number; right: number } {
  const sure = units.filter(({ confidence }) => confidence >= SURE)
  return { units: sure.length, right: sure.filter(({ isRight }) => isRight).length }
}

/** Every measure: of all pairs together, by language and by pair; the units; the files that stand in no record. */
export function asJson({ pairs, units, missing }: Judgement): unknown {
  const entry = (counts: Counts) => ({ ...measuresOf(counts), gold: counts.gold, predicted: counts.predicted })
  return {
    all: entry(sumOf(pairs)),
    languages: Object.fromEntries(languagesOf({ pairs }).map(tag => [tag, entry(sumOf(pairs, tag))])),
    pairs: Object.fromEntries(pairs.map(({ tags, counts }) => [tags.join('-'), entry(counts)])),
    units: {
      total: units.length,
      right: units.filter(({ isRight }) => isRight).length,
      sure: { confidence: SURE, ...sureUnits(units) },
    },
    missing,
  }
}
