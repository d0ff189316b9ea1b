/**
 * The order of things: read-document for every file (decode -> repair -> detect -> segment -> extract), then group, then
 * release-record for every release (align -> reconcile -> record), or learn-corpus. Only this room knows that there is an
 * order. Everything up to extract is a pure function of one file, everything after group of one release, so that adding
 * files never changes the records of the others, and what was made once need not be made again. Documents wait on disk
 * (`store/`) while files are read; in memory there is a card for each.
 */
import type { Embed } from '../embed/embed.js'
import { PROFILE_VERSION } from '../group/packed.js'
import type { Document, ReleaseRecord, Unused } from '../model.js'
import { generator } from '../record/record.js'
import { type Making, openStore } from '../store/store.js'
import { cardsOf, recordsOf } from './corpus.js'
import { type Crew, crewFor } from './crew.js'
import { type FileBytes, type ReadOptions, readDocument } from './read-document.js'
import { type Grouping, releasesOf } from './releases.js'
import { checkDay, issuedSince, type LeftOut } from './since.js'
import { bytesOf, sourcesOf } from './sources.js'
import { type TaskOptions, underName } from './tasks.js'

export interface CorpusOptions extends ReadOptions {
  /** Paths in records are relative to this folder; by default the deepest one common to all inputs. */
  readonly root?: string
  /** What counts inside a folder, instead of `*.txt` and `*.text`. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** What relative paths are relative to; by default the process's working folder. */
  readonly cwd?: string
  /** Texts that stand in no file, besides the paths. */
  readonly texts?: readonly FileBytes[]
  /** Files above it are not read and told as TOO_LARGE; by default 32 MB, at most 128 MB. */
  readonly maxBytes?: number
  /** Only the first so many of the texts and files, by path. */
  readonly limit?: number
  /** Only releases issued on this day (`2026-03-02`) or later; those without a date are left out. */
  readonly since?: string
  /** What makes files one release; by default their content. Paths are those of records. */
  readonly grouping?: Grouping
  /** Gives vectors of meaning, which alignment then hears as one evidence more; off by default. */
  readonly embeddings?: Embed
  /** A folder for what is made, so that a later run need not make it again; without it one for this run alone. */
  readonly work?: string
  /** How many threads there may be; by default as many as the machine has cores. What comes out is the same. */
  readonly jobs?: number
  /** Stops the run, which then throws the signal's reason; what is finished stays in the work folder. */
  readonly signal?: AbortSignal
  /** Told of every input that is in no record. */
  onUnused?(unused: Unused): void
  /** Told of what `limit` and `since` leave out, once for each reason. */
  onLeftOut?(left: LeftOut): void
  /** Told after each step; a file is one when it is read, and one when it is in a record. */
  onProgress?(done: number, total: number): void
}

/** Every document of the given files, folders and patterns, sorted by path, behind those of `texts`. */
export async function* readDocuments(paths: readonly string[], options: CorpusOptions = {}): AsyncGenerator<Document> {
  const sources = await sourcesOf(paths, options)
  let done = 0
  for (const source of sources) {
    const bytes = await bytesOf(source, options)
    if (bytes) yield underName(readDocument({ path: '', bytes }, options), source)
    options.onProgress?.(++done, sources.length)
  }
}

/** One record per release, by the date of issue (those without one at last) and then the id. */
export async function* parseCorpus(
  paths: readonly string[],
  options: CorpusOptions = {},
): AsyncGenerator<ReleaseRecord> {
  if (options.since !== undefined) checkDay(options.since)
  const store = await openStore(options.work, makingOf(options))
  let crew: Crew | undefined
  try {
    const sources = await sourcesOf(paths, options)
    crew = await crewFor(sources.length, taskOptions(options), options.model, options.jobs)
    const run = { ...options, store, crew }
    const cards = await cardsOf(sources, run)
    const releases = issuedSince(releasesOf(cards, store, options.grouping), options.since, options.onLeftOut)
    for await (const json of recordsOf(releases, run)) yield JSON.parse(json.toString()) as ReleaseRecord
  } finally {
    await crew?.close()
    await store.close()
  }
}

function taskOptions({ charset, language, model }: CorpusOptions): TaskOptions {
  return {
    ...(charset !== undefined && { charset }),
    ...(language !== undefined && { language }),
    ...(model && { model: { path: model.path, sha256: model.sha256 } }),
  }
}

/** Everything besides the files that decides what is made of them. */
const makingOf = ({ charset, language, model }: CorpusOptions): Making => ({
  ...generator,
  charset,
  language,
  model: model?.sha256,
  profiles: PROFILE_VERSION,
})
