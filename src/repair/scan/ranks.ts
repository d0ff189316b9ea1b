/**
 * The words that the passes over scans know of a language, by rank: its lists, and the words of its pack. They are
 * looked up in the table that the lists have anyway, with the pack's words beside it, and read from the lists again
 * where all of them are gone through: a Map of 75,000 strings would be a tenth of what a thread holds.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { broadTable, forEachWord } from '../../words/lexicon.js'
import { sumOf } from './hash.js'

/** Ranks lent to words of the pack that no list has. */
const RANK_OF_FUNCTION_WORDS = 300
const RANK_OF_NAMES = 5000
/** A word of the pack is lent its rank where its own is so many times as high. */
const MUCH_RARER = 3

export interface ScanRanks {
  /** The rank of a word in lower case, from 1; 0 where it has none. */
  rank(word: string): number
  /** All words with their ranks: the lists are read again. */
  forEach(visit: (word: string, rank: number) => void): void
  /** The sums (`hash.ts`) of all words with their ranks; a word of the pack may come twice. */
  forEachSum(visit: (sum: number, rank: number) => void): void
}

const cache = new WeakMap<LanguagePack, ScanRanks>()

/** The lists of a language and the words of its pack, by rank; built once. */
export function scanRanks(pack: LanguagePack): ScanRanks {
  let found = cache.get(pack)
  if (!found) {
    found = withPackWords(pack)
    cache.set(pack, found)
  }
  return found
}

function withPackWords(pack: LanguagePack): ScanRanks {
  const { table } = broadTable(pack)
  const lent = new Map<string, number>()
  const rankOf = (word: string) => lent.get(word) ?? table.rank(word)
  const add = (words: readonly string[], rank: number) => {
    for (const word of words
      .join(' ')
      .toLowerCase()
      .split(/[ .'’]+/)) {
      if (word !== '' && (rankOf(word) || Infinity) > rank * MUCH_RARER) lent.set(word, rank)
    }
  }
  add([...pack.functionWords, ...pack.elisions, ...pack.clippedWords.behind], RANK_OF_FUNCTION_WORDS)
  const labels = [...pack.pressLabels, ...pack.contactLeads, ...pack.noteHeads]
  add([...pack.months.flat(), ...pack.weekdays.flat(), ...labels, ...pack.placeNames], RANK_OF_NAMES)
  return {
    rank: rankOf,
    forEach: visit => {
      forEachWord(pack, (word, rank) => visit(word, lent.get(word) ?? rank))
      for (const [word, rank] of lent) if (table.rank(word) === 0) visit(word, rank)
    },
    forEachSum: visit => {
      table.forEach(visit)
      for (const [word, rank] of lent) visit(sumOf(word), rank)
    },
  }
}
