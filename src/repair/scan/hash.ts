/**
 * A sieve before the word lists: most readings of a damaged word are no words, and a sum tells so without building the
 * string. The sum of a word follows from the sums of its parts (a polynomial in 32 bits, Rabin and Karp), so that a
 * reading with one letter changed costs a few multiplications. What passes the sieve is looked up all the same.
 */

const BASE = 0x01000193
const LONGEST = 64

/** BASE to the power of n, modulo 2^32. */
export const POWERS: Int32Array = powers()

function powers(): Int32Array {
  const out = new Int32Array(LONGEST + 1)
  out[0] = 1
  for (let i = 1; i <= LONGEST; i++) out[i] = Math.imul(out[i - 1]!, BASE)
  return out
}

/** The sum of a word. */
export function sumOf(word: string): number {
  let sum = 0
  for (let i = 0; i < word.length; i++) sum = (Math.imul(sum, BASE) + word.charCodeAt(i)) | 0
  return sum
}

/** The sum of a word with one more letter. */
export const grown = (sum: number, code: number): number => (Math.imul(sum, BASE) + code) | 0

/** The small letter of every letter below U+0250, and 0 for what is no letter. */
const LOWER: Uint16Array = lowerTable()

function lowerTable(): Uint16Array {
  const table = new Uint16Array(0x250)
  for (let code = 0; code < table.length; code++) {
    const char = String.fromCharCode(code)
    if (/[^\P{L}ªºµ]/u.test(char)) table[code] = char.toLowerCase().charCodeAt(0)
  }
  return table
}

/** The small letter of a letter, and 0 for what is none; above U+024F all but punctuation and signs is a letter. */
export function lowerCode(code: number): number {
  if (code < 0x250) return LOWER[code]!
  const letter =
    code >= 0x370 && (code < 0x2000 || code > 0x2bff) && !(code >= 0xe000 && code < 0xf900) && code < 0xfff0
  return letter ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0
}

/** The sums of all beginnings of a word of at most 64 letters: `out[n]` is that of its first n letters. */
export function sumsOf(word: string, out: Int32Array): void {
  out[0] = 0
  for (let i = 0; i < word.length; i++) out[i + 1] = (Math.imul(out[i]!, BASE) + word.charCodeAt(i)) | 0
}

/** The sum of two parts put together, of which the second has `length` letters. */
export const joined = (one: number, two: number, length: number): number => (Math.imul(one, POWERS[length]!) + two) | 0

/** The sum of what stands behind the first `from` letters of a word of `length` letters. */
export const restSum = (sums: Int32Array, from: number, length: number): number =>
  (sums[length]! - Math.imul(sums[from]!, POWERS[length - from]!)) | 0

export interface Sieve {
  /** False where no word has the sum. */
  has(sum: number): boolean
}

/** A sieve of 2^bits places that lets nothing through yet. */
export function emptySieve(bits: number): Sieve & { add(sum: number): void } {
  const table = new Int32Array(1 << (bits - 5))
  const mask = (1 << bits) - 1
  return {
    add: sum => {
      const at = (sum ^ (sum >>> 15)) & mask
      table[at >> 5]! |= 1 << (at & 31)
    },
    has: sum => {
      const at = (sum ^ (sum >>> 15)) & mask
      return (table[at >> 5]! & (1 << (at & 31))) !== 0
    },
  }
}

/** Bits of the small sieve before a large one: it stays in the cache of the processor, and stops most of what comes. */
const SMALL_BITS = 19

/** A sieve of the sums of words, of 2^bits places. */
export function sieveOf(sums: Iterable<number>, bits: number): Sieve {
  const large = new Int32Array(1 << (bits - 5))
  const small = new Int32Array(1 << (SMALL_BITS - 5))
  const [mask, smallMask] = [(1 << bits) - 1, (1 << SMALL_BITS) - 1]
  for (const sum of sums) {
    const at = (sum ^ (sum >>> 15)) & mask
    large[at >> 5]! |= 1 << (at & 31)
    small[(at & smallMask) >> 5]! |= 1 << (at & 31)
  }
  return {
    has: sum => {
      const at = (sum ^ (sum >>> 15)) & mask
      const bit = 1 << (at & 31)
      return (small[(at & smallMask) >> 5]! & bit) !== 0 && (large[at >> 5]! & bit) !== 0
    },
  }
}

export interface Tally {
  add(sum: number): void
  /** How often the sum was added. */
  times(sum: number): number
}

/** Cells at first; there are always twice as many as sums. */
const CELLS = 1024

/** Counts of sums: a table with open places, doubled when it is half full. */
export function emptyTally(): Tally {
  let sums = new Int32Array(CELLS)
  let counts = new Int32Array(CELLS)
  let used = 0
  const cellOf = (sum: number) => {
    const mask = sums.length - 1
    let at = (sum ^ (sum >>> 15)) & mask
    while (counts[at]! > 0 && sums[at] !== sum) at = (at + 1) & mask
    return at
  }
  const put = (sum: number, times: number) => {
    const at = cellOf(sum)
    if (counts[at] === 0) used++
    sums[at] = sum
    counts[at]! += times
  }
  const grow = () => {
    const [oldSums, oldCounts] = [sums, counts]
    sums = new Int32Array(oldSums.length * 2)
    counts = new Int32Array(oldSums.length * 2)
    used = 0
    for (let at = 0; at < oldSums.length; at++) if (oldCounts[at]! > 0) put(oldSums[at]!, oldCounts[at]!)
  }
  return {
    add: sum => {
      put(sum, 1)
      if (used * 2 > sums.length) grow()
    },
    times: sum => counts[cellOf(sum)]!,
  }
}
