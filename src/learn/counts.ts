/**
 * Counting in bounded memory. When too many different things are held, the rarest are forgotten until half of the room
 * is free (after the lossy counting of Manku and Motwani, 2002): what is frequent in the whole corpus survives, with a
 * count that may lack a few. Below the bound counts are exact and do not depend on the order of the texts; above it the
 * order must be fixed, and the pipeline goes by the hashes of the files.
 */
import type { Counted } from '../learned/learned.js'

export interface Counts {
  add(thing: string): void
  entries(): Iterable<readonly [thing: string, count: number]>
}

/** Counts of at most so many different strings. */
export function boundedCounts(most: number): Counts {
  const counts = new Map<string, number>()
  return {
    add: thing => {
      const before = counts.get(thing)
      if (before !== undefined) {
        counts.set(thing, before + 1)
        return
      }
      if (counts.size >= most) forgetRarest(counts, most / 2)
      counts.set(detached(thing), 1)
    },
    entries: () => counts.entries(),
  }
}

/** A part of a long string keeps the whole of it in memory; its copy does not. */
const detached = (part: string) => Buffer.from(part).toString()

function forgetRarest(counts: Map<string, number>, room: number): void {
  for (let rare = 1; counts.size > room; rare++)
    for (const [thing, count] of counts) if (count <= rare) counts.delete(thing)
}

/** At most so many entries, the frequent ones; of entries with the same count all are kept or none. */
export function mostFrequent(entries: Iterable<readonly [thing: string, count: number]>, most: number): Counted {
  const byCount = new Map<number, string[]>()
  for (const [thing, count] of entries) {
    const same = byCount.get(count)
    if (same) same.push(thing)
    else byCount.set(count, [thing])
  }
  const kept: [number, string][] = []
  let room = most
  for (const count of [...byCount.keys()].sort((a, b) => b - a)) {
    const things = byCount.get(count)!
    room -= things.length
    if (room < 0) break
    kept.push([count, things.sort().join(',')])
  }
  return kept
}
