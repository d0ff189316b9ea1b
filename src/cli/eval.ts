/** `parawire eval`: how well alignments agree with a gold, as a table for people or as JSON. */
import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { decode, parseCorpus } from '../api.js'
import { remembering } from '../embed/embed.js'
import { UserError } from '../errors.js'
import { type GoldRelease, goldBeads, goldOf, pairsOf } from '../evaluate/gold.js'
import { type Found, judge } from '../evaluate/judge.js'
import { paragraphSpans } from '../evaluate/paragraphs.js'
import type { ReleaseRecord, Unused } from '../model.js'
import { foundByAligning, foundInRecords, type GoldFile } from '../pipeline/evaluate-corpus.js'
import { asJson, table } from './eval-report.js'
import { type Io, printable, readInput, readText, standardOutput } from './io.js'
import { CORPUS_STEPS, startProgress } from './progress.js'
import { checkReading, embeddingsOf, type Flags, modelOf, only } from './run.js'

interface EvalFlags extends Flags {
  readonly json?: boolean
  readonly by?: string
  readonly alignOnly?: boolean
}

/** Names of files that are told at most, where something is wrong with many. */
const NAMED = 3

/** Prints the measures. Exit code 1 where a file of the gold stands in no record. */
export async function evaluate(
  goldPath: string,
  records: string | undefined,
  flags: EvalFlags,
  io: Io,
): Promise<number> {
  checkReading(flags)
  if (flags.by !== undefined && !['pair', 'language'].includes(flags.by))
    throw new UserError(`--by takes pair or language, not "${flags.by}"`, {
      unknown: { word: flags.by, among: ['pair', 'language'] },
    })
  if (records !== undefined && (flags.alignOnly || flags.embeddings !== undefined))
    throw new UserError('records are aligned already: --align-only and --embeddings take a gold alone')
  const gold = goldOf(await parsed(goldPath, io), goldPath)
  const files = await goldFiles(gold, goldPath, flags, io)
  const judgement = judge(gold, await foundFor(gold, files, goldPath, records, flags, io))
  if (judgement.missing.length === files.length)
    throw new UserError(
      `no document of ${records ?? 'the records'} is a file that ${goldPath} names; give records of those files`,
    )
  const text = flags.json ? `${JSON.stringify(asJson(judgement), null, 2)}\n` : table(judgement, flags.by)
  await standardOutput(io).write(text)
  if (!flags.quiet && judgement.missing.length > 0)
    io.stderr.write(`${printable(`in no record: ${few(judgement.missing)}`)}\n`)
  return judgement.missing.length > 0 ? 1 : 0
}

const few = (names: readonly string[]) =>
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
  flags: EvalFlags,
  io: Io,
): Promise<Found[]> {
  if (records !== undefined) return foundInRecords(recordsIn(records, io), files)
  const { embeddings } = await embeddingsOf(flags, io)
  if (flags.alignOnly) {
    const texts = new Map(files.map(({ name, text }) => [name, text]))
    const heard = { ...modelOf(flags, io), ...(embeddings && { embed: remembering(embeddings) }) }
    const found: Found[] = []
    for (const release of gold) found.push(await foundByAligning(release, name => texts.get(name)!, heard))
    return found
  }
  const root = resolve(io.cwd, dirname(goldPath))
  const progress = await startProgress(io, !flags.quiet && !io.stdout.isTTY, CORPUS_STEPS)
  const options = {
    ...only(flags, ['charset', 'language']),
    ...modelOf(flags, io),
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

async function* recordsIn(path: string, io: Io): AsyncGenerator<ReleaseRecord> {
  const { usableRecords } = await import('./records/usable-records.js')
  const patience = { keepGoing: null, onSkipped: () => {}, needs: 'units' } as const
  for await (const { record } of usableRecords(path, patience, io)) yield record
}
