/**
 * The words that the passes over scans know of a language, by rank: its lists, and the words of its pack. They are
 * looked up in the table that the lists have anyway, with the pack's words beside it, and gone through one by one in one
 * string with a line for each: a Map of 75,000 strings would be a tenth of what a thread holds.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { broadRanks, broadTable } from '../../text/lexicon.js'

/** Ranks lent to words of the pack that no list has. */
const RANK_OF_FUNCTION_WORDS = 300
const RANK_OF_NAMES = 5000
/** A word of the pack is lent its rank where its own is so many times as high. */
const MUCH_RARER = 3

export interface ScanRanks {
  /** The rank of a word in lower case, from 1; 0 where it has none. */
  rank(word: string): number
  readonly size: number
  /** All words with their ranks. */
  forEach(visit: (word: string, rank: number) => void): void
}

const cache = new WeakMap<LanguagePack, ScanRanks>()

/** The lists of a language and the words of its pack, by rank; built once. */
export function scanRanks(pack: LanguagePack): ScanRanks {
  let found = cache.get(pack)
  if (!found) {
    found = packed(withPackWords(pack), pack)
    cache.set(pack, found)
  }
  return found
}

function withPackWords(pack: LanguagePack): Map<string, number> {
  const ranks = new Map(broadRanks(pack))
  const add = (words: readonly string[], rank: number) => {
    for (const word of words
      .join(' ')
      .toLowerCase()
      .split(/[ .'’]+/)) {
      if ((ranks.get(word) ?? Infinity) > rank * MUCH_RARER) ranks.set(word, rank)
    }
  }
  add([...pack.functionWords, ...pack.elisions, ...pack.clippedWords.behind], RANK_OF_FUNCTION_WORDS)
  const labels = [...pack.pressLabels, ...pack.contactLeads, ...pack.noteHeads]
  add([...pack.months.flat(), ...pack.weekdays.flat(), ...labels, ...pack.placeNames], RANK_OF_NAMES)
  ranks.delete('')
  return ranks
}

function packed(all: ReadonlyMap<string, number>, pack: LanguagePack): ScanRanks {
  const { table } = broadTable(pack)
  const lent = new Map<string, number>()
  for (const [word, rank] of all) if (table.rank(word) !== rank) lent.set(word, rank)
  const words = [...all.keys()].join('\n')
  const ranks = Int32Array.from(all.values())
  return {
    rank: word => lent.get(word) ?? table.rank(word),
    size: ranks.length,
    forEach: visit => {
      for (let k = 0, at = 0; k < ranks.length; k++) {
        const end = words.indexOf('\n', at)
        visit(words.slice(at, end < 0 ? words.length : end), ranks[k]!)
        at = end + 1
      }
    },
  }
}
