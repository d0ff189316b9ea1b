/**
 * A sieve before the word lists: most readings of a damaged word are no words, and a sum tells so without building the
 * string. The sum of a word follows from the sums of its parts (a polynomial in 32 bits, Rabin and Karp; the first hash
 * of `RankTable`), so that a reading with one letter changed costs a few multiplications. What passes the sieve is looked
 * up all the same.
 */

const BASE = 0x01000193
const LONGEST = 64

/** BASE to the power of n, modulo 2^32. */
export const POWERS: Int32Array = new Int32Array(LONGEST + 1).fill(1)
for (let i = 1; i <= LONGEST; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE)

/** The sum of a word. */
export function sumOf(word: string): number {
  let sum = 0
  for (let i = 0; i < word.length; i++) sum = grown(sum, word.charCodeAt(i))
  return sum
}

/** The sum of a word with one more letter. */
export const grown = (sum: number, code: number): number => (Math.imul(sum, BASE) + code) | 0

/** The small letter of every letter below U+0250, and 0 for what is no letter. */
const LOWER: Uint16Array = Uint16Array.from({ length: 0x250 }, (_, code) => {
  const char = String.fromCharCode(code)
  return /[^\P{L}ªºµ]/u.test(char) ? char.toLowerCase().charCodeAt(0) : 0
})

/** The small letter of a letter, and 0 for what is none; above U+024F all but punctuation and signs is a letter. */
export function lowerCode(code: number): number {
  if (code < 0x250) return LOWER[code]!
  const letter =
    code >= 0x370 && (code < 0x2000 || code > 0x2bff) && !(code >= 0xe000 && code < 0xf900) && code < 0xfff0
  return letter ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0
}

/** Letters alone, in any case. */
export const LETTERS: Codes = { first: LOWER, of: lowerCode }

/** The sums of all beginnings of a word of at most 64 letters: `out[n]` is that of its first n letters. */
export function sumsOf(word: string, out: Int32Array): void {
  out[0] = 0
  for (let i = 0; i < word.length; i++) out[i + 1] = grown(out[i]!, word.charCodeAt(i))
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

/** With 75,000 words in 2^22 places, one string in sixty gets through that is none. */
const BITS = 22
/** Bits of the small sieve before the large one: it stays in the cache of the processor, and stops most of what comes. */
const SMALL_BITS = 19

/** A sieve of the sums of words. */
export function sieveOf(sums: Iterable<number>): Sieve {
  const large = new Int32Array(1 << (BITS - 5))
  const small = new Int32Array(1 << (SMALL_BITS - 5))
  const [mask, smallMask] = [(1 << BITS) - 1, (1 << SMALL_BITS) - 1]
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

/** The code by which a UTF-16 unit counts in the sum of a word, 0 for what is of no word: the first ones by a table. */
export interface Codes {
  readonly first: Uint16Array
  readonly of: (unit: number) => number
}

/** The sum of each word of a text. */
export function wordSums(text: string, { first, of }: Codes): number[] {
  const sums: number[] = []
  let sum = 0
  let inside = false
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0
    const code = unit < first.length ? first[unit]! : of(unit)
    if (code !== 0) {
      sum = grown(sum, code)
      inside = true
    } else if (inside) {
      sums.push(sum)
      sum = 0
      inside = false
    }
  }
  return sums
}

/** How often each sum is among some: an open table (linear probing), half full at most. */
export function countsOf(sums: readonly number[]): (sum: number) => number {
  const size = 2 << Math.ceil(Math.log2(sums.length + 1))
  const keys = new Int32Array(size)
  const counts = new Int32Array(size)
  const cellOf = (sum: number) => {
    let at = (sum ^ (sum >>> 15)) & (size - 1)
    while (counts[at]! > 0 && keys[at] !== sum) at = (at + 1) & (size - 1)
    return at
  }
  for (const sum of sums) {
    const at = cellOf(sum)
    keys[at] = sum
    counts[at]!++
  }
  return sum => counts[cellOf(sum)]!
}
