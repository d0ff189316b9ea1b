/**
 * The order of things: read-document for every file (decode -> repair -> detect -> segment -> extract), then group, then
 * release-record for every release (align -> reconcile -> record), or learn-corpus. Only this room knows that there is an
 * order. Everything up to extract is a pure function of one file, everything after group of one release, so that adding
 * files never changes the records of the others (but for what `nearest` names), and what was made once need not be made
 * again. Documents wait on disk (`store/`) while files are read; in memory there is metadata for each.
 */

import { releaseConstraints, withoutFile } from '../decide/releases.js'
import type { Embed } from '../embed/embed.js'
import { extractors } from '../extractors/extractors.js'
import type { ExplainedGroup } from '../group/explain.js'
import { strangersIn } from '../group/modes.js'
import { PROFILE_VERSION } from '../group/packed.js'
import type { Decisions, Document, GroupedDocuments, ReleaseConstraints, ReleaseRecord, Unapplied } from '../model.js'
import { generator } from '../record/record.js'
import { type Making, openStore, type Store } from '../store/store.js'
import { openJson, packJson } from '../structures/json-bytes.js'
import { metasOf, metasOfDocuments, packed, recorder, recordsOf } from './corpus.js'
import type { DocumentMeta } from './document-meta.js'
import { inOrder } from './in-order.js'
import { itemsOf } from './items.js'
import type { ReadOptions } from './read-document.js'
import { explainedReleases, type Grouping, releasesOf } from './releases.js'
import { checkDay, issuedSince } from './since.js'
import { type Source, type SourceOptions, sourcesOf } from './sources.js'
import { openDocument, openRelease, type TaskOptions } from './tasks.js'
import { enoughFiles, type WorkerPool, workerPool } from './worker-pool.js'

/** What every stage of a corpus takes. */
interface StageOptions {
  /** What a person decided on what was made before (`readDecisions`); each stage replays those that concern it. */
  readonly decisions?: Decisions
  /** Called with decisions that changed nothing and belong to no record; of the others records and documents warn. */
  onUnapplied?(unapplied: Unapplied): void
  /** How many threads there may be; by default as many as the machine has cores. What comes out is the same. */
  readonly jobs?: number
  /** Stops the run, which then throws the signal's reason; what is finished stays in the work folder. */
  readonly signal?: AbortSignal
  /** Called after each step; of a corpus a file is one when it is read, and one when it is in a record. */
  onProgress?(done: number, total: number): void
}

/** Which files are read, and how. */
export interface DocumentOptions extends ReadOptions, StageOptions, SourceOptions {}

export interface GroupOptions extends StageOptions {
  /** What makes files one release; by default their content. Paths are those of records. */
  readonly grouping?: Grouping
  /** False: nothing is learned from the corpus, and no file changes how others are grouped. */
  readonly learn?: boolean
}

export interface AlignOptions extends StageOptions, Pick<ReadOptions, 'model'> {
  /** Gives vectors of meaning, which alignment takes as one evidence more; off by default. */
  readonly embeddings?: Embed
}

export interface CorpusOptions extends Omit<DocumentOptions, 'shard'>, GroupOptions, AlignOptions {
  /** A folder for what is made, so that a later run need not make it again; without it one for this run alone. */
  readonly work?: string
  /** Only releases issued on this day (`2026-03-02`) or later; those without a date are left out. */
  readonly since?: string
}

/** Every document of the given files, folders and patterns, sorted by path, behind those of `texts`. */
export async function* readDocuments(
  paths: readonly string[],
  options: DocumentOptions = {},
): AsyncGenerator<Document> {
  const sources = await sourcesOf(paths, options)
  const pool = workerPool(sources.length, taskOptions(options), options.model, options.jobs)
  const seen = new Set<string>()
  let done = 0
  const read = async (source: Source): Promise<Document[]> => {
    const documents: Document[] = []
    for await (const { path, nameNotUtf8, ...file } of itemsOf(source, options)) {
      const json = (await pool.readDocuments([file]))[0]!
      if ('problem' in json) options.onUnused?.({ path, ...json.problem })
      else documents.push(openDocument({ json, name: { path, nameNotUtf8 } }))
    }
    options.onProgress?.(++done, sources.length)
    return documents
  }
  try {
    for await (const documents of inOrder(sources, pool.ahead, read))
      for (const document of documents) {
        if (options.decisions) seen.add(document.sha256)
        yield document
      }
    if (options.decisions && !options.shard) tell(withoutFile(options.decisions, 'repair', seen), options)
  } finally {
    await pool.close()
  }
}

/** Which documents are one release; releases by the date of issue (those without one at last) and then the id. */
export async function* groupDocuments(
  documents: AsyncIterable<Document>,
  options: GroupOptions = {},
): AsyncGenerator<GroupedDocuments> {
  yield* filed(documents, options, async function* (metas, store) {
    const grouped = releasesOf(metas, store, { ...options, constraints: constraintsFor(metas, options) })
    options.onProgress?.(0, grouped.length)
    for (const [k, release] of grouped.entries()) {
      options.signal?.throwIfAborted()
      yield openRelease(await packed(release, store))
      options.onProgress?.(k + 1, grouped.length)
    }
  })
}

/** Which documents are one release and why, in the same order: the numbers of a group are those of `paths`. */
export async function* explainGroups(
  documents: AsyncIterable<Document>,
  options: GroupOptions = {},
): AsyncGenerator<{ readonly group: ExplainedGroup; readonly paths: readonly string[] }> {
  yield* filed(documents, options, async function* (metas, store) {
    const paths = metas.map(({ path }) => path)
    for (const group of explainedReleases(metas, store, { ...options, constraints: constraintsFor(metas, options) })) {
      options.signal?.throwIfAborted()
      yield { group, paths }
    }
  })
}

/** What decisions say of releases; those that cannot be heeded are told, and what a manifest names that is not there. */
function constraintsFor(metas: readonly DocumentMeta[], options: GroupOptions): ReleaseConstraints | undefined {
  if (options.grouping instanceof Map) {
    const message = strangersIn(
      options.grouping,
      metas.map(({ path }) => path),
    )
    if (message !== null) tell([{ decision: null, message }], options)
  }
  if (!options.decisions) return undefined
  const files = metas.map(({ sha256 }) => sha256)
  const { constraints, unapplied } = releaseConstraints(options.decisions, files)
  tell(unapplied, options)
  return constraints
}

function tell(unapplied: readonly Unapplied[], { onUnapplied }: StageOptions): void {
  for (const one of unapplied) onUnapplied?.(one)
}

/** Puts documents into a store for this run, and goes on with their metadata. */
async function* filed<T>(
  documents: AsyncIterable<Document>,
  { jobs, signal }: GroupOptions,
  goOn: (metas: readonly DocumentMeta[], store: Store) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const [first, all] = await begun(documents, enoughFiles(jobs))
  const store = await openStore(undefined, makingOf({}))
  const pool = workerPool(first, {}, undefined, jobs)
  try {
    yield* goOn(await metasOfDocuments(all, { ...(signal && { signal }), store, pool }), store)
  } finally {
    await pool.close()
    await store.close()
  }
}

/** The records of releases that are grouped already, in their order. */
export async function* alignReleases(
  releases: AsyncIterable<GroupedDocuments>,
  options: AlignOptions = {},
): AsyncGenerator<ReleaseRecord> {
  const [first, all] = await begun(releases, enoughFiles(options.jobs), ({ documents }) => documents.length)
  const pool = workerPool(first, taskOptions(options), options.model, options.jobs)
  const make = recorder({ ...options, pool })
  const seen = new Set<string>()
  const record = async ({ documents, ...found }: GroupedDocuments) => {
    options.signal?.throwIfAborted()
    if (options.decisions) for (const { sha256 } of documents) seen.add(sha256)
    const json = await make({ documents: documents.map(d => ({ json: packJson(d) })), ...found })
    return openJson<ReleaseRecord>(json)
  }
  try {
    yield* inOrder(all, pool.ahead, record)
    if (options.decisions) tell(withoutFile(options.decisions, 'alignment', seen), options)
  } finally {
    await pool.close()
  }
}

/** One record per release, by the date of issue (those without one at last) and then the id. */
export async function* parseCorpus(
  paths: readonly string[],
  options: CorpusOptions = {},
): AsyncGenerator<ReleaseRecord> {
  if (options.since !== undefined) checkDay(options.since)
  const store = await openStore(options.work, makingOf(options))
  let pool: WorkerPool | undefined
  try {
    const sources = await sourcesOf(paths, options)
    pool = workerPool(sources.length, taskOptions(options), options.model, options.jobs)
    const run = { ...options, store, pool }
    const metas = await metasOf(sources, run)
    if (options.decisions) {
      const files = new Set(metas.map(({ sha256 }) => sha256))
      for (const about of ['repair', 'alignment'] as const) tell(withoutFile(options.decisions, about, files), options)
    }
    const all = releasesOf(metas, store, { ...options, constraints: constraintsFor(metas, options) })
    const releases = issuedSince(all, options.since, options.onLeftOut)
    for await (const json of recordsOf(releases, run)) yield openJson<ReleaseRecord>(json)
  } finally {
    await pool?.close()
    await store.close()
  }
}

/** Reads on until there are enough files; answers with how many there are, and with all items all the same. */
async function begun<T>(
  items: AsyncIterable<T>,
  enough: number,
  filesOf: (item: T) => number = () => 1,
): Promise<[number, AsyncIterable<T>]> {
  const iterator = items[Symbol.asyncIterator]()
  const first: T[] = []
  let files = 0
  while (files < enough) {
    const { done, value } = await iterator.next()
    if (done) break
    first.push(value)
    files += filesOf(value)
  }
  const all = async function* () {
    try {
      yield* first
      yield* { [Symbol.asyncIterator]: () => iterator }
    } finally {
      await iterator.return?.()
    }
  }
  return [files, all()]
}

function taskOptions({ charset, language, model, decisions }: ReadOptions): TaskOptions {
  return {
    ...(charset !== undefined && { charset }),
    ...(language !== undefined && { language }),
    ...(model && { model: { path: model.path, sha256: model.sha256 } }),
    ...(decisions && { decisions }),
  }
}

/** Everything besides the files that decides what is made of them. */
const makingOf = ({ charset, language, model }: ReadOptions): Making => ({
  ...generator,
  charset,
  language,
  model: model?.sha256,
  profiles: PROFILE_VERSION,
  extractors: Object.values(extractors).map(({ name }) => name),
})
