/**
 * Which release of one run is which of the other: by the hashes of the files that they share, not by ids, which change
 * when a release gains a file. Held of a release are its id, those hashes, the paths of its files and one hash of all that it
 * says: about a kilobyte, whatever its size.
 */
import { createHash } from 'node:crypto'
import type { ReleaseRecord } from '../model.js'

/** A release as it is held. */
export interface RecordDigest {
  readonly id: string
  readonly files: readonly string[]
  readonly paths: readonly string[]
  /** Of everything but what made it. */
  readonly digest: string
}

/** The digest of a record whose keys are in the order of the schema. */
export function digestOf({ generator: _, ...record }: ReleaseRecord): RecordDigest {
  return {
    id: record.id,
    files: record.documents.map(({ sha256 }) => sha256),
    paths: record.documents.map(({ path }) => path),
    digest: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
  }
}

/** Numbers of releases: for each new one those that it was, and for each old one those that it is; rising. */
export interface Matched {
  readonly olds: readonly (readonly number[])[]
  readonly news: readonly (readonly number[])[]
}

/** Releases belong together where they share a file. Linear in the number of files. */
export function matched(before: readonly RecordDigest[], after: readonly RecordDigest[]): Matched {
  const places = new Map<string, number[]>()
  for (const [i, { files }] of before.entries()) {
    for (const file of files) {
      const known = places.get(file)
      if (!known) places.set(file, [i])
      else if (known.at(-1) !== i) known.push(i)
    }
  }
  const news: number[][] = before.map(() => [])
  const olds = after.map(({ files }, k) => {
    const own = [...new Set(files.flatMap(file => places.get(file) ?? []))].sort((a, b) => a - b)
    for (const i of own) news[i]!.push(k)
    return own
  })
  return { olds, news }
}
