/**
 * Entries on disk, found again by key: what a batch of work has made stands in one shard, a file of bytes, with an index
 * beside it. Both are written under another name and renamed, the index last, so that a shard is either there whole or not
 * at all, whenever a process is killed. Shards are never changed. An entry has one or more parts, which are read apart. In
 * memory there are a key and a few numbers for each entry, and no bytes. What comes back is what was kept: the index and each
 * part have a checksum, against disks and hands that change them.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cannot, codeOf, UserError } from '../errors.js'
import { makeFolders } from './unfinished.js'

/** What is to be kept under a key. */
export interface Entry {
  readonly key: string
  readonly parts: readonly Uint8Array[]
}

/** An entry that was found, by its number in the cache. */
export type Found = number

/** The entries of a folder. Keys are any strings without a line end; of two entries with one key the later is found. */
export interface DiskCache {
  find(key: string): Found | undefined
  /** Keeps entries in a shard of their own. Throws a UserError where they cannot be written; nothing is then kept. */
  keep(entries: readonly Entry[]): Promise<void>
  /**
   * The bytes of a part, counted from 0; everything waits for it, some twenty microseconds. Throws where the shard was damaged
   * after it was opened.
   */
  read(entry: Found, part: number): Uint8Array
}

const DATA = '.data'
const INDEX = '.index'
const NAME_DIGITS = 7

/**
 * Opens the cache of a folder, which is made where there is none, for entries of so many parts. What a killed process left
 * half-written is removed, and a shard whose index does not fit it.
 */
export async function openCache(folder: string, parts: number): Promise<DiskCache> {
  await makeFolders(folder)
  const names = await readdir(folder)
  const places = placesOf(parts)
  const shards: string[] = []
  for (const name of names.filter(name => name.endsWith(INDEX)).sort()) {
    const shard = name.slice(0, -INDEX.length)
    const lines = await readIndex(folder, shard, parts)
    if (lines === null) continue
    places.add(shard, lines)
    shards.push(shard)
  }
  const whole = new Set(shards)
  for (const name of names) if (!isOf(name, whole)) await removeFile(join(folder, name))
  let next = shards.reduce((most, shard) => Math.max(most, Number.parseInt(shard, 10) + 1), 0)
  return {
    find: places.find,
    async keep(entries) {
      if (entries.length === 0) return
      const shard = String(next++).padStart(NAME_DIGITS, '0')
      const lines = entries.map(lineOf)
      await writeShard(
        folder,
        shard,
        entries.flatMap(entry => entry.parts),
        lines,
      )
      places.add(shard, lines)
    },
    read(entry, part) {
      const { shard, start, length, sum } = places.at(entry, part)
      const path = join(folder, shard + DATA)
      const bytes = bytesAt(path, start, length)
      if (bytes === null || sumOf(bytes) !== sum)
        throw new UserError(`${path} is damaged; remove it and run again to rebuild it`)
      return bytes
    },
  }
}

async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(error => {
    if (codeOf(error) !== 'ERR_FS_EISDIR') throw error
    throw new UserError(`${path} is a folder, and no part of a work folder; remove it`, { cause: error })
  })
}

/** The bytes of a file from a place on; null where it ends before. Throws a UserError where it cannot be read. */
function bytesAt(path: string, start: number, length: number): Buffer | null {
  const bytes = Buffer.allocUnsafe(length)
  try {
    const file = openSync(path, 'r')
    try {
      return readSync(file, bytes, 0, length, start) < length ? null : bytes
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw cannot(`read ${path}`, error)
    throw new UserError(`${path} was removed while in use; run again`, { cause: error })
  }
}

/** 32 bits of a hash: an accident is seen, a forger is not. */
const sumOf = (bytes: Uint8Array): number => createHash('sha1').update(bytes).digest().readUInt32BE(0)

const isOf = (name: string, shards: ReadonlySet<string>) =>
  (name.endsWith(INDEX) || name.endsWith(DATA)) && shards.has(name.slice(0, name.lastIndexOf('.')))

/** An entry's key, the lengths of its parts and their checksums; entries stand behind one another in a shard. */
interface Line {
  readonly key: string
  readonly lengths: readonly number[]
  readonly sums: readonly number[]
}

const lineOf = ({ key, parts }: Entry): Line => ({
  key,
  lengths: parts.map(part => part.length),
  sums: parts.map(sumOf),
})

/** Where the parts of entries stand, in arrays of numbers: a corpus has hundreds of thousands. */
function placesOf(parts: number) {
  const shards: string[] = []
  const entries = new Map<string, Found>()
  const shardOf: number[] = []
  const starts: number[] = []
  const lengths: number[] = []
  const sums: number[] = []
  return {
    find: (key: string) => entries.get(key),
    add(shard: string, lines: readonly Line[]): void {
      let start = 0
      for (const line of lines) {
        entries.set(line.key, shardOf.length)
        shardOf.push(shards.length)
        starts.push(start)
        sums.push(...line.sums)
        for (const length of line.lengths) {
          lengths.push(length)
          start += length
        }
      }
      shards.push(shard)
    },
    at(entry: Found, part: number): { shard: string; start: number; length: number; sum: number } {
      const first = entry * parts
      let start = starts[entry]!
      for (let k = first; k < first + part; k++) start += lengths[k]!
      return { shard: shards[shardOf[entry]!]!, start, length: lengths[first + part]!, sum: sums[first + part]! }
    },
  }
}

/**
 * The index: the size of the data and the sum of all lines behind the first, then a line for each entry, the lengths of its
 * parts and their sums before its key.
 */
async function writeShard(
  folder: string,
  shard: string,
  bytes: readonly Uint8Array[],
  entries: readonly Line[],
): Promise<void> {
  const [data, index] = [DATA, INDEX].map(end => join(folder, shard + end)) as [string, string]
  const lines = entries.map(({ key, lengths, sums }) => `${[...lengths, ...sums].join(' ')} ${key}\n`).join('')
  const size = bytes.reduce((sum, part) => sum + part.length, 0)
  try {
    await writeFile(`${data}.tmp`, bytes)
    await writeFile(`${index}.tmp`, `${size} ${sumOf(Buffer.from(lines))}\n${lines}`)
    await rename(`${data}.tmp`, data)
    await rename(`${index}.tmp`, index)
  } catch (error) {
    for (const path of [data, `${data}.tmp`, `${index}.tmp`]) await rm(path, { force: true }).catch(() => {})
    throw cannot(`work in the folder ${folder}`, error)
  }
}

/** Where the entries of a shard stand; null where the index is damaged, or the data is not as long as it says. */
async function readIndex(folder: string, shard: string, parts: number): Promise<Line[] | null> {
  const there = await stat(join(folder, shard + DATA)).catch(error => {
    if (codeOf(error) !== 'ENOENT') throw error
    return null
  })
  const text = await readFile(join(folder, shard + INDEX))
  const head = text.subarray(0, text.indexOf(LINE_END) + 1)
  const lines = text.subarray(head.length)
  if (!there?.isFile() || head.toString() !== `${there.size} ${sumOf(lines)}\n`) return null
  return lines
    .toString()
    .split('\n')
    .slice(0, -1)
    .map(line => lineFrom(line, parts))
}

const LINE_END = 0x0a

function lineFrom(line: string, parts: number): Line {
  const numbers = line.split(' ', 2 * parts)
  return {
    key: line.slice(numbers.join(' ').length + 1),
    lengths: numbers.slice(0, parts).map(Number),
    sums: numbers.slice(parts).map(Number),
  }
}
