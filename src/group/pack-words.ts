/**
 * A small dictionary out of the lists of the packs: words for small numbers, units and scales, by a key that is the same
 * in all languages. `drei` and `three` are both `n:3`, as is the digit; `Prozent` and `per cento` (and the sign) `u:%`.
 */

import type { LanguagePack } from '../languages/pack.js'
import { unitSigns } from '../languages/units.js'
import { fold } from '../tokens/words.js'
import { hashOf } from '../words/hashed-ranks.js'

const LEAST_VALUE = 2 // words for one are articles
const LEAST_LETTERS = 2

const cache = new WeakMap<LanguagePack, ReadonlyMap<string, number>>()

/** Hashes of keys by folded word. */
export function packWords(pack: LanguagePack): ReadonlyMap<string, number> {
  const known = cache.get(pack)
  if (known) return known
  const out = new Map<string, number>()
  const add = (word: string, key: string) => {
    const folded = fold(word)
    if (folded.length >= LEAST_LETTERS && !/[^\p{L}]/u.test(folded) && !out.has(folded)) out.set(folded, hashOf(key))
  }
  for (const { value, words } of pack.numberWords)
    if (value >= LEAST_VALUE) for (const word of words) add(word, `n:${value}`)
  pack.ordinalWords.forEach((words, k) => {
    if (k + 1 >= LEAST_VALUE) for (const word of words) add(word, `n:${k + 1}`)
  })
  for (const { unit, words } of pack.units) for (const word of words) add(word, `u:${unit}`)
  for (const { word, factor } of pack.scales) add(word, `x:${factor}`)
  cache.set(pack, out)
  return out
}

const SIGN = /[%€£¥₪$]/g

/** Signs of units that stand alone: the hash of each and its offset. */
export function unitSignsIn(text: string, hear: (key: number, at: number) => void): void {
  for (const { 0: sign, index } of text.matchAll(SIGN)) hear(hashOf(`u:${unitSigns[sign]}`), index)
}
