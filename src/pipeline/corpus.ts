/**
 * A corpus of any size: files into cards, cards into releases, releases into records. The text of a document is on disk
 * from when it was read until its release is made; a batch of documents or records is kept at a time, so that a run
 * that ends early loses little.
 */
import { createHash } from 'node:crypto'
import { type Embed, remembering } from '../embed/embed.js'
import type { Entry, Shelf } from '../store/shelf.js'
import type { Store } from '../store/store.js'
import type { Learned } from '../text/learned.js'
import { type Card, openCard } from './card.js'
import type { Crew } from './crew.js'
import { releaseRecordByMeaning } from './release-record.js'
import { bytesOf, type Source, type SourceOptions } from './sources.js'
import { openDocument } from './tasks.js'

export interface Run extends SourceOptions {
  readonly store: Store
  readonly crew: Crew
  /** The folder where everything is kept for later runs. */
  readonly work?: string
  readonly model?: Learned
  readonly embeddings?: Embed
  onProgress?(done: number, total: number): void
}

/** A batch goes to a thread, and then to a shard: so many files, or so many bytes. */
const BATCH_FILES = 64
const BATCH_BYTES = 2 ** 20
/** Records are longer than files, and kept a few at a time. */
const KEPT_RECORDS = 64
/** Tasks that wait for a thread, for each: enough that none is idle. */
const AHEAD = 2

/** The cards of all sources that can be used, in their order; what the store does not know is read. */
export async function cardsOf(sources: readonly Source[], run: Run): Promise<Card[]> {
  const { store, crew } = run
  const known: { source: Source; sha256: string }[] = []
  const asked = new Set<string>()
  const tasks = taskLine(crew.size * AHEAD)
  let batch: { sha256: string; bytes: Uint8Array }[] = []
  let size = 0
  const send = async () => {
    const files = batch
    ;[batch, size] = [[], 0]
    await tasks.add(async () => {
      const read = await crew.readDocuments(files.map(({ bytes }) => bytes))
      // The card comes last: where it is known, everything is.
      for (const shelf of ['document', 'profile', 'card'] as const)
        await store[`${shelf}s`].keep(files.map(({ sha256 }, k) => ({ key: sha256, bytes: read[k]![shelf] })))
    })
  }
  const readAll = async () => {
    let done = 0
    for (const source of sources) {
      const bytes = await bytesOf(source, run)
      if (bytes) {
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        known.push({ source, sha256 })
        const isKnown = [store.cards, store.profiles, store.documents].every(shelf => shelf.find(sha256))
        if (!isKnown && !asked.has(sha256)) {
          asked.add(sha256)
          batch.push({ sha256, bytes })
          size += bytes.length
        }
      }
      if (batch.length >= BATCH_FILES || size >= BATCH_BYTES) await send()
      run.onProgress?.(++done, 2 * sources.length)
    }
    await send()
  }
  await readAll().finally(tasks.end) // what is being read is kept, however the run ends
  const cards: Card[] = []
  for (const { source, sha256 } of known)
    cards.push(openCard(await store.cards.read(store.cards.find(sha256)!), sha256, source))
  return cards
}

/** The records of releases as JSON, in their order; what the store does not know is made. */
export async function* recordsOf(releases: readonly (readonly Card[])[], run: Run): AsyncGenerator<Buffer> {
  const { crew, store } = run
  // What vectors say is not known to be the same the next time.
  const keeper = run.work !== undefined && !run.embeddings ? keeperOf(store.records) : undefined
  const make = recorder(run)
  const pending: Promise<Buffer>[] = []
  const files = releases.reduce((sum, release) => sum + release.length, 0)
  let done = files
  try {
    for (let k = 0; k < releases.length + crew.size * AHEAD; k++) {
      run.signal?.throwIfAborted()
      const release = releases[k]
      if (release) {
        const json = known(release)
        json.catch(() => {}) // it is told when its turn comes
        pending.push(json)
      }
      if (k < crew.size * AHEAD || pending.length === 0) continue
      yield await pending.shift()!
      done += releases[k - crew.size * AHEAD]!.length
      run.onProgress?.(done, 2 * files)
    }
  } finally {
    await Promise.allSettled(pending)
    await keeper?.end()
  }

  async function known(release: readonly Card[]): Promise<Buffer> {
    const key = keyOf(release)
    const place = keeper && store.records.find(key)
    if (place) return store.records.read(place)
    const json = await make(release)
    await keeper?.keep({ key, bytes: json })
    return json
  }
}

/** What a record depends on besides how records are made. */
function keyOf(release: readonly Card[]): string {
  const members = release.map(({ sha256, path, nameNotUtf8 }) => [sha256, path, nameNotUtf8])
  return createHash('sha256').update(JSON.stringify(members)).digest('hex')
}

/** Makes the record of a release from its documents in the store. */
function recorder({ store, crew, embeddings, model }: Run): (release: readonly Card[]) => Promise<Buffer> {
  const embed = embeddings && remembering(embeddings)
  const open = ({ sha256, path, nameNotUtf8 }: Card) =>
    store.documents.read(store.documents.find(sha256)!).then(json => ({ json, path, nameNotUtf8 }))
  return async release => {
    const named = await Promise.all(release.map(open))
    if (!embed) return Buffer.from(await crew.recordRelease(named))
    return Buffer.from(JSON.stringify(await releaseRecordByMeaning(named.map(openDocument), embed, model)))
  }
}

/** Keeps entries a batch at a time. */
function keeperOf(shelf: Shelf) {
  let batch: Entry[] = []
  const end = async () => {
    const entries = batch
    batch = []
    await shelf.keep(entries)
  }
  return {
    async keep(entry: Entry): Promise<void> {
      batch.push(entry)
      if (batch.length >= KEPT_RECORDS) await end()
    },
    end,
  }
}

/** Tasks of which so many run at a time. The first error ends the line: it is thrown by what is asked of the line next. */
function taskLine(most: number) {
  const running = new Set<Promise<void>>()
  const errors: unknown[] = []
  const check = () => {
    if (errors.length > 0) throw errors[0]
  }
  return {
    async add(task: () => Promise<void>): Promise<void> {
      if (running.size >= most) await Promise.race(running)
      check()
      const own: Promise<void> = task()
        .catch(error => void errors.push(error))
        .finally(() => running.delete(own))
      running.add(own)
    },
    async end(): Promise<void> {
      await Promise.all(running)
      check()
    },
  }
}
