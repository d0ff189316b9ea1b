/**
 * Entries on disk, found again by key: what a batch of work has made stands in one shard, a file of bytes, with an index
 * beside it. Both are written under another name and renamed, the index last, so that a shard is either there whole or not
 * at all, whenever a process is killed. Shards are never changed. In memory there is a place for each key, and no bytes.
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { UserError } from '../errors.js'
import { cannotUse } from './problem.js'

/** Where the bytes of an entry stand: from `start`, so many. */
export interface Place {
  readonly shard: string
  readonly start: number
  readonly length: number
}

/** What is to be kept under a key. */
export interface Entry {
  readonly key: string
  readonly bytes: Uint8Array
}

/** The entries of a folder. Keys are any strings without a line end; of two entries with one key the later is found. */
export interface Shelf {
  find(key: string): Place | undefined
  /** Keeps entries in a shard of their own. Throws a UserError where they cannot be written; nothing is then kept. */
  keep(entries: readonly Entry[]): Promise<void>
  /** The bytes of an entry. Throws where the shard was damaged after it was opened. */
  read(place: Place): Promise<Buffer>
  /** The same while everything waits: for what asks for a few at a time, in an order of its own. */
  readSync(place: Place): Buffer
  close(): Promise<void>
}

const DATA = '.data'
const INDEX = '.index'
const NAME_DIGITS = 7
const MOST_OPEN = 32 // shards that are held open for reading

/** Opens the shelf of a folder, which is made where there is none. What a killed process left half-written is removed. */
export async function openShelf(folder: string): Promise<Shelf> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  const shards = names.filter(name => name.endsWith(INDEX)).map(name => name.slice(0, -INDEX.length))
  const whole = new Set(shards)
  for (const name of names) if (!isOf(name, whole)) await rm(join(folder, name), { force: true })
  const places = new Map<string, Place>()
  for (const shard of shards.sort()) await readIndex(folder, shard, places)
  let next = shards.reduce((most, shard) => Math.max(most, Number.parseInt(shard, 10) + 1), 0)
  const files = openFiles(folder)
  return {
    find: key => places.get(key),
    async keep(entries) {
      if (entries.length === 0) return
      const shard = String(next++).padStart(NAME_DIGITS, '0')
      for (const [key, place] of await writeShard(folder, shard, entries)) places.set(key, place)
    },
    async read({ shard, start, length }) {
      const file = await files.get(shard)
      const bytes = Buffer.allocUnsafe(length)
      const { bytesRead } = await file.read(bytes, 0, length, start)
      if (bytesRead < length) throw damaged(folder, shard)
      return bytes
    },
    readSync({ shard, start, length }) {
      const bytes = Buffer.allocUnsafe(length)
      const file = openSync(join(folder, shard + DATA), 'r')
      try {
        if (readSync(file, bytes, 0, length, start) < length) throw damaged(folder, shard)
      } finally {
        closeSync(file)
      }
      return bytes
    },
    close: files.close,
  }
}

const damaged = (folder: string, shard: string) =>
  new UserError(`${join(folder, shard + DATA)} is shorter than it was when the run began; run again`)

const isOf = (name: string, shards: ReadonlySet<string>) =>
  (name.endsWith(INDEX) || name.endsWith(DATA)) && shards.has(name.slice(0, name.lastIndexOf('.')))

async function writeShard(folder: string, shard: string, entries: readonly Entry[]): Promise<[string, Place][]> {
  const [data, index] = [DATA, INDEX].map(end => join(folder, shard + end)) as [string, string]
  let start = 0
  const places = entries.map(({ key, bytes }): [string, Place] => {
    const place = { shard, start, length: bytes.length }
    start += bytes.length
    return [key, place]
  })
  const lines = places.map(([key, { start, length }]) => `${start} ${length} ${key}\n`)
  try {
    await writeFile(
      `${data}.tmp`,
      entries.map(entry => entry.bytes),
    )
    await writeFile(`${index}.tmp`, `${start}\n${lines.join('')}`)
    await rename(`${data}.tmp`, data)
    await rename(`${index}.tmp`, index)
  } catch (error) {
    for (const path of [data, `${data}.tmp`, `${index}.tmp`]) await rm(path, { force: true }).catch(() => {})
    throw cannotUse(folder, error)
  }
  return places
}

/** Reads where the entries of a shard stand; of a shard that is not as long as its index says nothing is found. */
async function readIndex(folder: string, shard: string, places: Map<string, Place>): Promise<void> {
  const size = (await stat(join(folder, shard + DATA)).catch(() => null))?.size
  let isFirst = true
  for await (const line of createInterface({ input: createReadStream(join(folder, shard + INDEX)) })) {
    if (isFirst && Number(line) !== size) return
    if (!isFirst) {
      const [start, length] = line.split(' ', 2).map(Number) as [number, number]
      places.set(line.slice(`${start} ${length} `.length), { shard, start, length })
    }
    isFirst = false
  }
}

/** Files that are open for reading, the longest unused of which is closed where there are too many. */
function openFiles(folder: string) {
  const files = new Map<string, Promise<FileHandle>>()
  const shut = async (shard: string) => {
    const file = files.get(shard)!
    files.delete(shard)
    await (await file).close()
  }
  return {
    async get(shard: string): Promise<FileHandle> {
      const file = files.get(shard) ?? open(join(folder, shard + DATA))
      files.delete(shard)
      files.set(shard, file)
      if (files.size > MOST_OPEN) await shut(files.keys().next().value!)
      return file
    },
    async close(): Promise<void> {
      for (const shard of [...files.keys()]) await shut(shard)
    },
  }
}
