/**
 * Which words are made of words: how often a listed word begins or ends another. Two words run together cannot be told
 * from a compound by the lists alone, but a word that is a part of no other hardly begins a new one.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { prepared } from '../../words/prepared.js'
import { restSum, sumOf, sumsOf } from './hash.js'
import { scanRanks } from './ranks.js'

/** Parts of a glued word are looked up among so many of the most frequent. */
export const PART_RANK = 30_000
/** A word of grammar that begins or ends no more of so many listed words is no part of compounds. */
const WORDS_A_PART = 12_000
/** A language makes compounds when so large a share of its long words can be cut into two words. */
const COMPOUNDING = 0.175
/** A half of a compound has so many letters. */
const HALF = 4
const LONGEST_WORD = 32
const sums = new Int32Array(LONGEST_WORD + 1)

export interface Parts {
  /** How many listed words begin with the word and go on as another one. */
  first(word: string): number
  /** How many end in it behind another one. */
  last(word: string): number
  readonly compounding: boolean
  /** More of them, and a word is a part of compounds. */
  readonly limit: number
}

/** How often words are parts of other words; counted in the list, once. */
export const partsOf = prepared<Parts, Pick<Parts, 'compounding' | 'limit'>>(
  'parts',
  countParts,
  ({ about, arrays }) => {
    const [firsts, lasts] = [arrays.slice(0, 2), arrays.slice(2)].map(([sums, counts]) => {
      const table = new Map<number, number>()
      sums!.forEach((sum, k) => void table.set(sum, counts![k]!))
      return table
    })
    return {
      first: word => firsts!.get(sumOf(word)) ?? 0,
      last: word => lasts!.get(sumOf(word)) ?? 0,
      ...about,
    }
  },
)

function countParts(pack: LanguagePack) {
  const firsts = new Map<number, number>()
  const lasts = new Map<number, number>()
  const ranks = scanRanks(pack)
  const all = new Set<number>()
  let size = 0
  ranks.forEach((word, rank) => {
    size++
    if (rank <= PART_RANK && word.length <= LONGEST_WORD) all.add(sumOf(word))
  })
  const add = (map: Map<number, number>, sum: number) => map.set(sum, (map.get(sum) ?? 0) + 1)
  let long = 0
  let cut = 0
  ranks.forEach((word, rank) => {
    if (rank > PART_RANK || word.length > LONGEST_WORD) return
    sumsOf(word, sums)
    let halved = false
    for (let at = 2; at <= word.length - 2; at++) {
      if (!all.has(sums[at]!)) continue
      const rest = restSum(sums, at, word.length)
      if (!all.has(rest)) continue
      add(firsts, sums[at]!)
      add(lasts, rest)
      halved ||= at >= HALF && word.length - at >= HALF
    }
    if (word.length <= 2 * HALF) return
    long++
    if (halved) cut++
  })
  return {
    about: {
      compounding: cut > long * COMPOUNDING,
      limit: Math.floor(Math.min(size, PART_RANK) / WORDS_A_PART),
    },
    arrays: [firsts, lasts].flatMap(map => [Int32Array.from(map.keys()), Int32Array.from(map.values())]),
  }
}
