/** One part of many of the files of a corpus, for machines that each read a part. */
import { createHash } from 'node:crypto'

/** Part `number` of `count`, from 1. */
export interface Shard {
  readonly number: number
  readonly count: number
}

/** Every path is in one part of all, the same whatever other files there are. */
export function isInShard(path: string, { number, count }: Shard): boolean {
  const hash = createHash('sha256').update(path).digest()
  return hash.readUInt32BE(0) % count === number - 1
}
