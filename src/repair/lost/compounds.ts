/**
 * How likely a word that no list has is made of words that one has: `Qualität` + s + `Sicherung`, or a listed stem with
 * an ending. Two frequent halves are likelier than two rare ones, and short halves are found by chance.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { broadTable } from '../../words/lexicon.js'
import { LONGEST_CUT, Parts, type RankTable } from '../../words/rank-table.js'

/** No half is shorter; one of three letters is a tenth as likely to be a half. */
const SHORTEST = 3
/** The most frequent words are in every heap of letters: no half counts for more than one of this rank. */
const FREQUENT = 400
/** What it costs to put two words together, and to inflect one, as a power of ten. */
const JOINED = -1
const INFLECTED = -1
/** Longer words are not taken apart. */
const LONGEST = LONGEST_CUT
const NONE = -Infinity
const ZIPF = 0.1

const parts = new Parts()

/** How likely the parts of a word make it, as a power of ten; -Infinity where it does not fall into known words. */
export function compoundScore(word: string, pack: LanguagePack): number {
  if (word.length > LONGEST) return NONE
  const { table } = broadTable(pack)
  parts.take(word)
  return Math.max(
    inflected(word, 0, pack, table),
    pack.compoundLinks.length > 0 ? halves(word, 0, pack, table, 1) : NONE,
  )
}

/** The word from `start` on, cut in two. */
function halves(word: string, start: number, pack: LanguagePack, table: RankTable, depth: number): number {
  let best = NONE
  for (let cut = start + SHORTEST; cut <= word.length - SHORTEST; cut++) {
    let second: number | undefined
    for (const link of pack.compoundLinks) {
      const end = cut - link.length
      if (end < start + SHORTEST || !word.startsWith(link, end)) continue
      const first = part(start, end, table) + JOINED
      if (first <= best) continue
      if (second === undefined) {
        second = Math.max(part(cut, word.length, table), inflected(word, cut, pack, table))
        if (second === NONE && depth > 0) second = halves(word, cut, pack, table, depth - 1)
      }
      best = Math.max(best, first + second)
    }
  }
  return best
}

/** A listed stem from `start` on, behind which an ending of the language stands. */
function inflected(word: string, start: number, pack: LanguagePack, table: RankTable): number {
  let best = NONE
  for (const ending of pack.inflections) {
    const end = word.length - ending.length
    if (end - start >= SHORTEST && word.endsWith(ending)) best = Math.max(best, part(start, end, table) + INFLECTED)
  }
  return best
}

function part(start: number, end: number, table: RankTable): number {
  const rank = parts.rank(table, start, end)
  if (rank === 0) return NONE
  return Math.log10(ZIPF / Math.max(rank, FREQUENT)) - (end - start === SHORTEST ? 1 : 0)
}
