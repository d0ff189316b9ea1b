/**
 * A table of pairs of numbers in typed arrays, with open addressing: which stems of two languages stand together, and
 * how often. When it is full, the rarest pairs are forgotten until half of it is free, as in `counts.ts`.
 */

/** Pairs are numbered from 0 to `size` - 1 in the order in which they came; forgetting numbers them anew. */
export interface Cells {
  readonly size: number
  readonly firsts: Int32Array
  readonly seconds: Int32Array
  readonly counts: Int32Array
  /** Counts a pair of numbers that are not negative. */
  add(first: number, second: number): void
  /** The number of a pair; -1 where it is not held. */
  find(first: number, second: number): number
  /** Forgets the pairs that were counted less often. */
  keep(atLeast: number): void
}

/** Slots are at most half full, so that a look-up takes two steps. */
const SLOTS_PER_CELL = 2
const START = 1 << 12
/** Odd numbers without a pattern in their bits (Knuth's multiplicative hashing). */
const MIX_FIRST = 0x9e3779b1
const MIX_SECOND = 0x85ebca77

/** An empty table that holds at most so many pairs, a power of two. */
export function newCells(most: number): Cells {
  let room = Math.min(START, most)
  let slots = new Int32Array(room * SLOTS_PER_CELL).fill(-1)
  let [firsts, seconds, counts] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)]
  let size = 0
  /** The slot of a pair, or the empty one where it belongs. */
  const slotOf = (first: number, second: number): number => {
    const mixed = Math.imul(first, MIX_FIRST) ^ Math.imul(second, MIX_SECOND)
    let slot = (mixed ^ (mixed >>> 15)) & (slots.length - 1)
    for (let cell = slots[slot]!; cell >= 0; cell = slots[slot]!) {
      if (firsts[cell] === first && seconds[cell] === second) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
    return slot
  }
  const rebuild = (atLeast: number, newRoom: number) => {
    const old = { size, firsts, seconds, counts }
    room = newRoom
    slots = new Int32Array(room * SLOTS_PER_CELL).fill(-1)
    ;[firsts, seconds, counts] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)]
    size = 0
    for (let cell = 0; cell < old.size; cell++) {
      if (old.counts[cell]! < atLeast) continue
      slots[slotOf(old.firsts[cell]!, old.seconds[cell]!)] = size
      firsts[size] = old.firsts[cell]!
      seconds[size] = old.seconds[cell]!
      counts[size++] = old.counts[cell]!
    }
  }
  const makeRoom = () => {
    if (room < most) rebuild(0, room * 2)
    else for (let rare = 2; size > room / 2; rare++) rebuild(rare, room)
  }
  return {
    get size() {
      return size
    },
    get firsts() {
      return firsts
    },
    get seconds() {
      return seconds
    },
    get counts() {
      return counts
    },
    add: (first, second) => {
      if (size === room) makeRoom()
      const slot = slotOf(first, second)
      const cell = slots[slot]!
      if (cell >= 0) {
        counts[cell]!++
        return
      }
      slots[slot] = size
      firsts[size] = first
      seconds[size] = second
      counts[size++] = 1
    },
    find: (first, second) => slots[slotOf(first, second)]!,
    keep: atLeast => {
      let [kept, least] = [0, 1]
      for (let cell = 0; cell < size; cell++) if (counts[cell]! >= atLeast) kept++
      while (least < kept) least *= 2
      rebuild(atLeast, least)
    },
  }
}
