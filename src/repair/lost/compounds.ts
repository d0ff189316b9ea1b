/**
 * How likely a word that no list has is made of words that one has: `Qualität` + s + `Sicherung`, or a listed stem with
 * an ending. Two frequent halves are likelier than two rare ones, and short halves are found by chance.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Vocabulary } from '../words.js'

/** No half is shorter; one of three letters is a tenth as likely to be a half. */
const SHORTEST = 3
/** The most frequent words are in every heap of letters: no half counts for more than one of this rank. */
const FREQUENT = 400
/** What it costs to put two words together, and to inflect one, as a power of ten. */
const JOINED = -1
const INFLECTED = -1
/** Longer words are not taken apart. */
const LONGEST = 40
const NONE = -Infinity
const ZIPF = 0.1

/** How likely the parts of a word make it, as a power of ten; -Infinity where it does not fall into known words. */
export function compoundScore(word: string, pack: LanguagePack, words: Vocabulary): number {
  if (word.length > LONGEST) return NONE
  return Math.max(inflected(word, pack, words), pack.compoundLinks.length > 0 ? halves(word, pack, words, 1) : NONE)
}

function halves(word: string, pack: LanguagePack, words: Vocabulary, depth: number): number {
  let best = NONE
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut++) {
    let second: number | undefined
    for (const link of pack.compoundLinks) {
      const end = cut - link.length
      if (end < SHORTEST || !word.startsWith(link, end)) continue
      const first = part(word.slice(0, end), words) + JOINED
      if (first <= best) continue
      if (second === undefined) {
        const right = word.slice(cut)
        second = Math.max(part(right, words), inflected(right, pack, words))
        if (second === NONE && depth > 0) second = halves(right, pack, words, depth - 1)
      }
      best = Math.max(best, first + second)
    }
  }
  return best
}

/** A listed stem behind which an ending of the language stands. */
function inflected(word: string, pack: LanguagePack, words: Vocabulary): number {
  let best = NONE
  for (const ending of pack.inflections)
    if (word.length - ending.length >= SHORTEST && word.endsWith(ending))
      best = Math.max(best, part(word.slice(0, -ending.length), words) + INFLECTED)
  return best
}

function part(word: string, words: Vocabulary): number {
  const rank = words.broadRank(word)
  if (rank === undefined) return NONE
  return Math.log10(ZIPF / Math.max(rank, FREQUENT)) - (word.length === SHORTEST ? 1 : 0)
}
