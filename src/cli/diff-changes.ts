/**
 * The changes between two corpora, for people or as JSON. Each file is read twice: first every record is checked and its
 * digest is held (a kilobyte each), then those old records that became something else wait on disk, and the new ones are
 * read once more and held against them, one at a time.
 */
import { rm } from 'node:fs/promises'
import type { Change, ChangeCode } from '../diff/changes.js'
import { digestOf, type Matched, matched, type RecordDigest, releaseChanges } from '../diff/diff.js'
import { UserError } from '../errors.js'
import type { ReleaseRecord } from '../model.js'
import { type DiskCache, type Entry, openCache } from '../store/disk-cache.js'
import { temporaryFolder } from '../store/store.js'
import { openJson, packJson } from '../structures/json-bytes.js'
import { countsText, releaseText } from './diff-text.js'
import type { Flags } from './flags.js'
import { type Io, standardOutput } from './io.js'
import { readJson } from './records/json.js'
import { recordIn } from './records/record-problems.js'
import { sayTo, usableRecords } from './records/usable-records.js'
import { colours } from './summary.js'

/** Prints the changes; the exit code. */
export async function compare(
  before: string,
  after: string,
  flags: Flags,
  io: Io,
  signal: AbortSignal,
): Promise<number> {
  const old = await digestsIn(before, io, signal)
  const now = await digestsIn(after, io, signal)
  const found = matched(old, now)
  const isChanged = (k: number) => found.olds[k]!.length !== 1 || !isUntouched(found, k, old, now)
  const folder = await temporaryFolder()
  try {
    const cache = await openCache(folder, 1)
    const wanted = new Set(now.flatMap((_, k) => (isChanged(k) ? found.olds[k]! : [])))
    await keep(again(before, old, wanted, io, signal), cache)
    const changed = new Set([...now.keys()].filter(isChanged))
    return await print({ old, now, found, cache }, again(after, now, changed, io, signal), flags, io)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same release, which says the same. */
const isUntouched = ({ olds, news }: Matched, k: number, old: readonly RecordDigest[], now: readonly RecordDigest[]) =>
  news[olds[k]![0]!]!.length === 1 && old[olds[k]![0]!]!.digest === now[k]!.digest

async function digestsIn(path: string, io: Io, signal: AbortSignal): Promise<RecordDigest[]> {
  const digests: RecordDigest[] = []
  for await (const record of usableRecords(path, 'laws', io, signal)) digests.push(digestOf(record))
  return digests
}

/** Some records of a file that was checked before, by their numbers. Throws a UserError where it says something else by now. */
async function* again(
  path: string,
  digests: readonly RecordDigest[],
  wanted: ReadonlySet<number>,
  io: Io,
  signal: AbortSignal,
): AsyncGenerator<[number, ReleaseRecord]> {
  if (wanted.size === 0) return
  const changed = new UserError(`${path} changed while it was read; run again`)
  let [number, found] = [-1, 0]
  for await (const item of readJson(path, io)) {
    signal.throwIfAborted()
    if (!wanted.has(++number)) continue
    const result = 'value' in item ? recordIn(item.value) : null
    if (!result || !('record' in result) || digestOf(result.record).digest !== digests[number]!.digest) throw changed
    found++
    yield [number, result.record]
  }
  if (found < wanted.size) throw changed
}

async function keep(records: AsyncIterable<[number, ReleaseRecord]>, cache: DiskCache) {
  let batch: Entry[] = []
  let size = 0
  for await (const [number, record] of records) {
    const bytes = packJson(record)
    batch.push({ key: String(number), parts: [bytes] })
    size += bytes.length
    if (size < KEPT_BYTES) continue
    await cache.keep(batch)
    ;[batch, size] = [[], 0]
  }
  await cache.keep(batch)
}

/** Old records are put on disk so many bytes at a time. */
const KEPT_BYTES = 2 ** 23

/** What was compared: the digests of both sides, which is which, and the old records that changed. */
interface Compared {
  readonly old: readonly RecordDigest[]
  readonly now: readonly RecordDigest[]
  readonly found: Matched
  readonly cache: DiskCache
}

/** Prints what changed: the releases in their order now, behind them those that are gone. */
async function print(
  compared: Compared,
  records: AsyncIterable<[number, ReleaseRecord]>,
  flags: Flags,
  io: Io,
): Promise<number> {
  const { old, now, found } = compared
  const output = standardOutput(io)
  const chalk = await colours(flags.color, io, 'stdout')
  const counts = new Map<ChangeCode, number>()
  const write = async (id: string, paths: readonly string[], changes: readonly Change[]) => {
    if (changes.length === 0) return
    for (const { change } of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
    await output.write(
      flags.json ? changes.map(c => `${JSON.stringify(c)}\n`).join('') : releaseText(id, paths, changes, chalk),
    )
  }
  const split = new Set<number>()
  for await (const [k, record] of records) await write(record.id, now[k]!.paths, changesOf(k, record, compared, split))
  for (const [i, { id, paths }] of old.entries())
    if (found.news[i]!.length === 0)
      await write(id, paths, [{ change: 'release-gone', old: [id], new: [], before: paths }])
  sayTo(io, flags.quiet)(countsText(counts, old.length, now.length))
  return counts.size > 0 ? 1 : 0
}

/** All changes of a release; that an old one was split is among them once: `known` are those before. */
function changesOf(
  k: number,
  record: ReleaseRecord,
  { old, now, found, cache }: Compared,
  known: Set<number>,
): Change[] {
  const numbers = found.olds[k]!
  const ids = { old: numbers.map(i => old[i]!.id), new: [record.id] }
  if (numbers.length === 0) return [{ change: 'release-new', ...ids, after: now[k]!.paths }]
  const olds = numbers.map(i => openJson<ReleaseRecord>(cache.read(cache.find(String(i))!, 0)))
  const merged: Change[] = numbers.length > 1 ? [{ change: 'release-merged', ...ids }] : []
  const split = numbers.flatMap((i): Change[] => {
    if (found.news[i]!.length < 2 || known.has(i)) return []
    known.add(i)
    return [{ change: 'release-split', old: [old[i]!.id], new: found.news[i]!.map(n => now[n]!.id) }]
  })
  return [...merged, ...split, ...releaseChanges(olds, record).map(found => ({ ...found, ...ids }))]
}
