/**
 * How likely a word is in each of many languages at once: its Zipf share where it is in the language's ranked list,
 * otherwise the probability that a four-letter Markov chain learned from the same list spells it. All languages stand
 * side by side in one hashed table of letter strings, so that a look-up finds the counts of all of them, and a language
 * is a column that is filled when it is first asked for. Keys are 32-bit hashes: a few collisions in two hundred
 * thousand strings do no harm to a sum over many letters.
 */

import { HashedRanks, hashOf } from './hashed-ranks.js'
import { COLUMNS, LetterCounts, type PackedCounts, type Weighted } from './letter-counts.js'
import { packArrays, unpackArrays } from './packed-arrays.js'

// Zipf-Mandelbrot with the usual offset; 0.1 brings the sum over 10,000 ranks to about 0.85.
const ZIPF_SCALE = 0.1
const ZIPF_OFFSET = 2.7
/** The share of a text that the word of a rank has, from 1 for the most frequent. */
export const zipfShare = (rank: number): number => ZIPF_SCALE / (rank + ZIPF_OFFSET)

// More letters could take a product of probabilities below the smallest number.
const LONGEST_WORD = 30
// Words of a text come again: so many are kept, then all are forgotten.
const REMEMBERED = 10_000

/** What a column is learned from. */
export interface Vocabulary {
  readonly name: string
  /** Words in lower case, the most frequent first, without repetition. */
  readonly words: readonly string[]
  /** The most frequent words, kept in a packed table as they are. */
  readonly head?: readonly string[]
  /** How often each word counts for the chain; more than 1 for short lists. */
  readonly weight: number
  /** Share of a text's words that the list lacks. */
  readonly unlisted: number
  /** Words of a relative that lend their letters, and how much they count. */
  readonly kin?: Weighted
}

export interface WordTable {
  /** The column of a name, or undefined where it is not filled yet. */
  column(name: string): number | undefined
  /** The head of a vocabulary; undefined where it is not filled yet, or has none. */
  head(name: string): readonly string[] | undefined
  /** Learns a vocabulary (some 4 ms for 10,000 words) and returns its column. */
  add(vocabulary: Vocabulary): number
  /**
   * The probability of a word in lower case, by column. Only the columns asked for are sure to be filled. The array is
   * kept: it must not be changed.
   */
  probabilities(word: string, columns: readonly number[]): Float64Array
  /** The rank of a word in lower case in the list of a column, from 1; 0 where it is not there. */
  rank(word: string, column: number): number
  /** The probability for one column, not kept: for words that hardly come again. */
  probability(word: string, column: number): number
  /** The whole table in one piece, for `wordTable`. */
  packed(): Uint8Array<ArrayBuffer>
  /** The probability of a word that is in no list, as if it were in none; by column, in an array that is used again. */
  spelled(word: string, columns: readonly number[]): Float64Array
}

interface Column extends Pick<Vocabulary, 'name' | 'unlisted' | 'head'> {
  readonly ranks: HashedRanks
}

/** What stands in a packed table beside its numbers. */
type Packed = Omit<Column, 'ranks'>[]

/** A table with no column yet, or with those of another that was packed (`packed`), which is read where it is. */
export function wordTable(buffer?: ArrayBufferLike): WordTable {
  const { columns, strings } = buffer ? unpacked(buffer) : { columns: [], strings: new LetterCounts() }
  const names = new Map(columns.map(({ name }, column) => [name, column]))
  const remembered = new Map<string, Float64Array>()
  const add = (vocabulary: Vocabulary) => {
    const column = columns.length
    if (column === COLUMNS)
      throw new Error(`More than ${COLUMNS} vocabularies: COLUMNS in letter-counts.ts is too small`)
    const { name, words, unlisted, head, kin } = vocabulary
    names.set(name, column)
    columns.push({ name, unlisted, ...(head && { head }), ranks: HashedRanks.of(words) })
    strings.learn(column, kin ? [vocabulary, kin] : [vocabulary])
    return column
  }
  const judge = (word: string, asked: readonly number[], found: Float64Array) => {
    const key = hashOf(word)
    const unlisted: number[] = []
    for (const k of asked) {
      if (found[k] !== 0) continue
      const rank = columns[k]!.ranks.rank(key)
      if (rank === 0) unlisted.push(k)
      else found[k] = zipfShare(rank)
    }
    if (unlisted.length === 0) return found
    strings.spell(word.slice(0, LONGEST_WORD), unlisted, found)
    for (const k of unlisted) found[k]! *= columns[k]!.unlisted
    return found
  }
  const probabilities = (word: string, wanted: readonly number[]) => {
    let found = remembered.get(word)
    if (!found) {
      if (remembered.size >= REMEMBERED) remembered.clear()
      found = new Float64Array(COLUMNS)
      remembered.set(word, found)
    }
    // No probability is 0, so that 0 is what was not asked for yet.
    for (const k of wanted) if (found[k] === 0) return judge(word, wanted, found)
    return found
  }
  const single = new Float64Array(COLUMNS)
  const probability = (word: string, column: number) => {
    single[column] = 0
    return judge(word, [column], single)[column]!
  }
  const spelled = (word: string, asked: readonly number[]) => {
    strings.spell(word.slice(0, LONGEST_WORD), asked, single)
    for (const k of asked) single[k]! *= columns[k]!.unlisted
    return single
  }
  const rank = (word: string, column: number) => columns[column]!.ranks.rank(hashOf(word))
  const packed = () => {
    const { table, counts, totals } = strings.packed()
    const ranks = columns.flatMap(({ ranks }) => [ranks.keys, ranks.values])
    const about: Packed = columns.map(({ ranks: _, ...column }) => column)
    return packArrays(about, [table, counts, totals, ...ranks])
  }
  const head = (name: string) => columns[names.get(name) ?? -1]?.head
  return { column: name => names.get(name), head, add, probabilities, rank, probability, spelled, packed }
}

function unpacked(buffer: ArrayBufferLike): { columns: Column[]; strings: LetterCounts } {
  const { about, arrays } = unpackArrays<Packed>(buffer)
  const [table, counts, totals, ...ranks] = arrays
  const strings = { table, counts, totals } as PackedCounts
  return {
    columns: about.map((column, k) => ({
      ...column,
      ranks: new HashedRanks(ranks[2 * k] as Int32Array, ranks[2 * k + 1] as Uint16Array),
    })),
    strings: new LetterCounts(strings),
  }
}
