/**
 * How likely a word is in each of many languages at once: its Zipf share where it is in the language's ranked list,
 * otherwise the probability that a four-letter Markov chain learned from the same list spells it. All languages stand
 * side by side in one hashed table of letter strings, so that a look-up finds the counts of all of them, and a language
 * is a column that is filled when it is first asked for. Keys are 32-bit hashes: a few collisions in two hundred
 * thousand strings do no harm to a sum over many letters.
 */

import { HashedRanks, hashOf, mix } from './hashed-ranks.js'

// Columns; 43 are in use where all of them are loaded.
const STRIDE = 48
const LONGEST_STRING = 4
// 28 lists of 10,000 words have 170,000 different strings of one to four letters.
const SLOTS = 1 << 19
// A list of 10,000 words has some 20,000.
const SCRATCH_SLOTS = 1 << 16
const FIRST_ROWS = 1 << 14
// Counts are kept in halves, so that the weights of the first words survive rounding.
const UNITS = 2
// Frequent words count more, but far less than their share, or a few dozen words would be the whole chain.
const HEAD_WEIGHT = 10
// Strength of the shorter string when the longer one is rare, in pseudo-counts; 1 to 4 do equally well.
const BACKOFF = 4 * UNITS
// For letters never seen.
const UNSEEN = 0.5 * UNITS
const ALPHABET = 100
// Zipf-Mandelbrot with the usual offset; 0.1 brings the sum over 10,000 ranks to about 0.85.
const ZIPF_SCALE = 0.1
const ZIPF_OFFSET = 2.7
const SPACE = 32
// More letters could take a product of probabilities below the smallest number.
const LONGEST_WORD = 30
// Words of a text come again: so many are kept, then all are forgotten.
const REMEMBERED = 20_000
// What a count holds.
const MOST = 0xffff

/** What a column is learned from. */
export interface Vocabulary {
  readonly name: string
  /** Words in lower case, the most frequent first, without repetition. */
  readonly words: readonly string[]
  /** How often each word counts for the chain; more than 1 for short lists. */
  readonly weight: number
  /** Share of a text's words that the list lacks. */
  readonly unlisted: number
  /** Words of a relative that lend their letters, and how much they count. */
  readonly kin?: { readonly words: readonly string[]; readonly weight: number }
}

export interface WordTable {
  /** The column of a name, or undefined where it is not filled yet. */
  column(name: string): number | undefined
  /** Learns a vocabulary (some 4 ms for 10,000 words) and returns its column. */
  add(vocabulary: Vocabulary): number
  /**
   * The probability of a word in lower case, by column. Only the columns asked for are sure to be filled. The array is
   * kept: it must not be changed.
   */
  probabilities(word: string, columns: readonly number[]): Float64Array
}

interface Column {
  readonly ranks: HashedRanks
  readonly unlisted: number
}

/** A table with no column yet. */
export function wordTable(): WordTable {
  const names = new Map<string, number>()
  const columns: Column[] = []
  const strings = new Strings()
  const remembered = new Map<string, Float64Array>()
  const add = (vocabulary: Vocabulary) => {
    const column = columns.length
    if (column === STRIDE) throw new Error(`More than ${STRIDE} vocabularies: STRIDE in word-table.ts is too small`)
    names.set(vocabulary.name, column)
    columns.push({ ranks: new HashedRanks(vocabulary.words), unlisted: vocabulary.unlisted })
    strings.learn(column, vocabulary.words, vocabulary.weight)
    if (vocabulary.kin) strings.learn(column, vocabulary.kin.words, vocabulary.kin.weight)
    return column
  }
  const judge = (word: string, wanted: readonly number[], found: Float64Array) => {
    strings.spell(word.slice(0, LONGEST_WORD), wanted, found)
    const key = hashOf(word)
    for (const k of wanted) {
      const { ranks, unlisted } = columns[k]!
      const rank = ranks.of(key)
      found[k] = rank === 0 ? found[k]! * unlisted : ZIPF_SCALE / (rank + ZIPF_OFFSET)
    }
  }
  const probabilities = (word: string, wanted: readonly number[]) => {
    let found = remembered.get(word)
    if (!found) {
      if (remembered.size >= REMEMBERED) remembered.clear()
      found = new Float64Array(STRIDE)
      remembered.set(word, found)
    }
    // No probability is 0, so that 0 is what was not asked for yet.
    if (wanted.every(k => found[k] !== 0)) return found
    judge(
      word,
      wanted.filter(k => found[k] === 0),
      found,
    )
    return found
  }
  return { column: name => names.get(name), add, probabilities }
}

/** The strings of one vocabulary, counted apart: a small table is counted in much faster than the large one. */
class Scratch {
  private readonly keys = new Int32Array(SCRATCH_SLOTS)
  private readonly counts = new Int32Array(SCRATCH_SLOTS)
  private used = 0

  learn(word: string, times: number): void {
    if (this.used > SCRATCH_SLOTS / 2) return
    for (let i = 0; i <= word.length; i++) {
      let hash = 0
      for (let k = 0; k < LONGEST_STRING && i - k >= -1; k++) {
        hash = mix(hash, codeAt(word, i - k) + (k << 16))
        this.count(hash || 1, times)
      }
    }
  }

  private count(key: number, times: number): void {
    const { keys, counts } = this
    let at = (key ^ (key >>> 13)) & (SCRATCH_SLOTS - 1)
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (SCRATCH_SLOTS - 1)
    if (keys[at] === 0) {
      keys[at] = key
      this.used++
    }
    counts[at]! += times
  }

  forEach(visit: (key: number, count: number) => void): void {
    for (let at = 0; at < SCRATCH_SLOTS; at++) if (this.keys[at] !== 0) visit(this.keys[at]!, this.counts[at]!)
  }
}

/** How often each string of one to four letters was seen in each column. */
class Strings {
  private readonly keys = new Int32Array(SLOTS)
  private readonly rows = new Int32Array(SLOTS)
  private counts = new Uint16Array(FIRST_ROWS * STRIDE)
  private used = 1
  private readonly totals = new Float64Array(STRIDE)
  private readonly p = new Float64Array(STRIDE)

  /** Counts the letters of each word and the space behind it, with up to three letters before each. */
  learn(column: number, words: readonly string[], weight: number): void {
    const scratch = new Scratch()
    for (let i = 0; i < words.length; i++) {
      const times = Math.max(1, Math.round(UNITS * weight * (1 + HEAD_WEIGHT / Math.sqrt(i + 1))))
      scratch.learn(words[i]!, times)
      this.totals[column]! += (words[i]!.length + 1) * times
    }
    scratch.forEach((key, count) => {
      const at = this.row(key, true) * STRIDE + column
      this.counts[at] = Math.min(MOST, this.counts[at]! + count)
    })
  }

  /** The row of a string, 0 where there is none and none is to be made. */
  private row(key: number, make: boolean): number {
    let at = (key ^ (key >>> 13)) & (SLOTS - 1)
    while (this.keys[at] !== 0) {
      if (this.keys[at] === key) return this.rows[at]!
      at = (at + 1) & (SLOTS - 1)
    }
    if (!make || this.used >= SLOTS / 2) return 0
    if ((this.used + 1) * STRIDE > this.counts.length) {
      const larger = new Uint16Array(2 * this.counts.length)
      larger.set(this.counts)
      this.counts = larger
    }
    this.keys[at] = key
    this.rows[at] = this.used
    return this.used++
  }

  /** Writes the probability of a spelling in some columns: each letter, and the space, after the three before it. */
  spell(word: string, columns: readonly number[], product: Float64Array): void {
    const { counts, totals, p } = this
    for (const c of columns) product[c] = 1
    const before = [this.row(mix(0, SPACE) || 1, false), 0, 0]
    for (let i = 0; i <= word.length; i++) {
      let hash = mix(0, codeAt(word, i))
      let row = this.row(hash || 1, false)
      for (const c of columns) {
        p[c] = (counts[row * STRIDE + c]! + UNSEEN) / (totals[c]! + UNSEEN * ALPHABET)
      }
      for (let k = 1; k < LONGEST_STRING; k++) {
        const context = before[k - 1]!
        before[k - 1] = row
        if (i - k < -1 || context === 0) {
          for (let rest = k; rest < LONGEST_STRING - 1; rest++) before[rest] = 0
          break
        }
        hash = mix(hash, codeAt(word, i - k) + (k << 16))
        row = this.row(hash || 1, false)
        const now = row * STRIDE
        const then = context * STRIDE
        for (const c of columns) {
          p[c] = (counts[now + c]! + BACKOFF * p[c]!) / (counts[then + c]! + BACKOFF)
        }
      }
      for (const c of columns) product[c]! *= p[c]!
    }
  }
}

const codeAt = (word: string, i: number) => (i >= 0 && i < word.length ? word.charCodeAt(i) : SPACE)
