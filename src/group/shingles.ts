/**
 * Runs of words, by which texts in one language are known to be one: hashes of a fixed sample of all runs of three words
 * (Broder 1997). The share of the sample that two texts have in common is about the share of the runs.
 */

const SHINGLE = 3 // words
const SAMPLE = 4 // every fourth by its hash is kept
const SHORT = 200 // words; of a shorter text all are kept

/** Sorted hashes without doubles. */
export function shinglesOf(words: readonly string[]): Int32Array {
  const out = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    let hash = 0x811c9dc5
    for (let word = at; word < Math.min(at + SHINGLE, words.length); word++) hash = withWord(hash, words[word]!)
    hash ^= hash >>> 15
    if (words.length < SHORT || hash % SAMPLE === 0) out.add(hash)
  }
  return Int32Array.from(out).sort()
}

function withWord(start: number, word: string): number {
  let hash = start
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193)
  return Math.imul(hash ^ 32, 0x01000193)
}

/** How many numbers two sorted lists without doubles share. */
export function sharedOf(x: Int32Array, y: Int32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    if (x[i]! < y[j]!) i++
    else if (x[i]! > y[j]!) j++
    else {
      both++
      i++
      j++
    }
  }
  return both
}
