/**
 * A corpus of any size: files into documents, documents into releases, releases into records. The text of a document is on disk
 * from when it was read until its release is made; a batch of documents or records is kept at a time, so that a run
 * that ends early loses little.
 */

import { createHash } from 'node:crypto'
import { decisionsNaming } from '../decide/decisions.js'
import { type Embed, remembering } from '../embed/embed.js'
import type { Learned } from '../learned/learned.js'
import type { Decisions, Document } from '../model.js'
import type { DiskCache, Entry } from '../store/disk-cache.js'
import { PART, type Store } from '../store/store.js'
import { packJson } from '../structures/json-bytes.js'
import { type DocumentMeta, type Name, openMeta } from './document-meta.js'
import type { FileGiven } from './file.js'
import { inOrder, taskLine } from './in-order.js'
import { itemsOf, keyInside } from './items.js'
import type { Unreadable } from './open-file.js'
import { releaseRecordByMeaning } from './release-record.js'
import type { Release } from './releases.js'
import type { Source, SourceOptions } from './sources.js'
import { openRelease, type PackedRelease } from './tasks.js'
import type { WorkerPool } from './worker-pool.js'

export interface Run extends SourceOptions {
  readonly store: Store
  readonly pool: WorkerPool
  /** The folder where everything is kept for later runs. */
  readonly work?: string
  readonly model?: Learned
  readonly embeddings?: Embed
  readonly decisions?: Decisions
  onProgress?(done: number, total: number): void
}

/** A batch goes to a thread, and then to a shard: so many files, or so many bytes. */
const BATCH_FILES = 64
const BATCH_BYTES = 2 ** 20
/** Records are longer than files, and kept a few at a time. */
const KEPT_RECORDS = 64
const KEPT_BYTES = 2 ** 23

/** The metadata of all sources that can be used, in their order; what the store does not know is read. */
export async function metasOf(sources: readonly Source[], run: Run): Promise<DocumentMeta[]> {
  const { pool, store } = run
  const known: { name: Name; key: string }[] = []
  const filing = filingOf(run, async files => {
    const filed = await pool.fileDocuments(files)
    return filed.map(made => ('problem' in made ? made : [made.meta, made.profile, made.document]))
  })
  const readAll = async () => {
    let done = 0
    for (const source of sources) {
      for await (const { path, nameNotUtf8, ...file } of itemsOf(source, run)) {
        const keyBy = (sha256: string) => withDecisions(keyInside(sha256, file.inside), [sha256], run)
        known.push({ name: { path, nameNotUtf8 }, key: await filing.add(file, keyBy) })
      }
      run.onProgress?.(++done, 2 * sources.length)
    }
  }
  await readAll().finally(filing.end) // what is being read is kept, however the run ends
  const read = known.filter(({ name, key }) => {
    const problem = filing.problems.get(key)
    if (problem) run.onUnused?.({ path: name.path, ...problem })
    return !problem
  })
  return metasKept(read, store)
}

/** The metadata of documents that were read elsewhere, in their order. */
export async function metasOfDocuments(documents: AsyncIterable<Document>, run: Run): Promise<DocumentMeta[]> {
  const known: { key: string }[] = []
  const filing = filingOf(run, async files => {
    const documents = files.map(({ bytes }) => bytes)
    const summaries = await run.pool.summarise(documents)
    return summaries.map(({ meta, profile }, k) => [meta, profile, documents[k]!])
  })
  const readAll = async () => {
    for await (const document of documents) {
      run.signal?.throwIfAborted()
      known.push({ key: await filing.add({ bytes: packJson(document) }) })
    }
  }
  await readAll().finally(filing.end)
  return metasKept(known, run.store)
}

async function metasKept(known: readonly { name?: Name; key: string }[], { files }: Store): Promise<DocumentMeta[]> {
  const metas: DocumentMeta[] = []
  for (const { name, key } of known) {
    const entry = files.find(key)!
    metas.push(openMeta(files.read(entry, PART.meta), entry, name))
  }
  return metas
}

/** Puts into the store what is made of files, a batch at a time; what is there already is not made again. */
function filingOf(
  { store: { files }, pool }: Run,
  make: (batch: readonly FileGiven[]) => Promise<(Uint8Array[] | Unreadable)[]>,
) {
  const asked = new Set<string>()
  const problems = new Map<string, Unreadable['problem']>()
  const tasks = taskLine(pool.ahead)
  let batch: { key: string; file: FileGiven }[] = []
  let size = 0
  const send = async () => {
    const own = batch
    ;[batch, size] = [[], 0]
    await tasks.add(async () => {
      const made = await make(own.map(({ file }) => file))
      const entries = own.flatMap(({ key }, k): Entry[] => {
        const parts = made[k]!
        if (!('problem' in parts)) return [{ key, parts }]
        problems.set(key, parts.problem)
        return []
      })
      await files.keep(entries)
    })
  }
  return {
    /** Why nothing was kept of some files, by their keys. */
    problems,
    /** The key of the bytes, made from their hash, under which the store finds them when all has ended. */
    async add(file: FileGiven, keyBy = (sha256: string) => sha256): Promise<string> {
      const key = keyBy(createHash('sha256').update(file.bytes).digest('hex'))
      if (files.find(key) !== undefined || asked.has(key)) return key
      asked.add(key)
      batch.push({ key, file })
      size += file.bytes.length
      if (batch.length >= BATCH_FILES || size >= BATCH_BYTES) await send()
      return key
    },
    async end(): Promise<void> {
      if (batch.length > 0) await send()
      await tasks.end()
    },
  }
}

/** The records of releases as JSON, in their order; what the store does not know is made. */
export async function* recordsOf(releases: readonly Release[], run: Run): AsyncGenerator<Uint8Array> {
  // What vectors say is not known to be the same the next time.
  const keeper = run.work !== undefined && !run.embeddings ? keeperOf(run.store.records) : undefined
  const make = recorder(run)
  const known = async (release: Release): Promise<Uint8Array> => {
    run.signal?.throwIfAborted()
    const files = release.metas.map(({ sha256 }) => sha256)
    const key = withDecisions(keyOf(release), files, run)
    const entry = keeper && run.store.records.find(key)
    if (entry !== undefined) return run.store.records.read(entry, 0)
    const json = await make(await packed(release, run.store))
    await keeper?.keep({ key, parts: [json] })
    return json
  }
  const files = releases.reduce((sum, { metas }) => sum + metas.length, 0)
  let [done, at] = [files, 0]
  try {
    for await (const json of inOrder(releases, run.pool.ahead, known)) {
      yield json
      done += releases[at++]!.metas.length
      run.onProgress?.(done, 2 * files)
    }
  } finally {
    await keeper?.end()
  }
}

/** A release with its documents from the store. */
export async function packed({ metas, versions, nearest }: Release, { files }: Store): Promise<PackedRelease> {
  const documents = await Promise.all(
    metas.map(async ({ entry, path, nameNotUtf8 }) => ({
      json: files.read(entry, PART.document),
      name: { path, nameNotUtf8 },
    })),
  )
  return { documents, versions, nearest }
}

/** What a record depends on besides how records are made. */
function keyOf({ metas, versions, nearest }: Release): string {
  const members = metas.map(({ sha256, path, nameNotUtf8 }) => [sha256, path, nameNotUtf8])
  return createHash('sha256')
    .update(JSON.stringify([members, versions, nearest]))
    .digest('hex')
}

/** A key for what is made of files; only decisions that name them are a part of it. */
function withDecisions(key: string, files: readonly string[], { decisions }: Pick<Run, 'decisions'>): string {
  const own = decisions ? decisionsNaming(decisions, files) : []
  return own.length === 0 ? key : `${key}-${createHash('sha256').update(JSON.stringify(own)).digest('hex')}`
}

/** Makes the record of a release, on a thread; where vectors are asked for, here. */
export function recorder({
  pool,
  decisions,
  embeddings,
  model,
}: Pick<Run, 'pool' | 'decisions' | 'embeddings' | 'model'>): (release: PackedRelease) => Promise<Uint8Array> {
  const embed = embeddings && remembering(embeddings)
  return async release =>
    embed
      ? packJson(await releaseRecordByMeaning(openRelease(release), embed, model, decisions))
      : pool.recordRelease(release)
}

/** Keeps entries a batch at a time. */
function keeperOf(cache: DiskCache) {
  let batch: Entry[] = []
  let size = 0
  const end = async () => {
    const entries = batch
    ;[batch, size] = [[], 0]
    await cache.keep(entries)
  }
  return {
    async keep(entry: Entry): Promise<void> {
      batch.push(entry)
      for (const part of entry.parts) size += part.length
      if (batch.length >= KEPT_RECORDS || size >= KEPT_BYTES) await end()
    },
    end,
  }
}
