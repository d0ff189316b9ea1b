/**
 * What the passes over scans know about words, as costs: natural logarithms of one over a probability. Listed words by
 * their rank, the document's and the corpus's own words by their count, all others by a letter chain. The lists are
 * cut off and the texts are news, so an unlisted word is no wonder: never more than a reason to look for a better one.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { LearnedWords } from '../../learned/learned.js'
import { oncePer } from '../../structures/cache.js'
import { isAsciiLetter, isDigit } from '../../tokens/characters.js'
import { broadTable, forEachWord } from '../../words/lexicon.js'
import { prepared } from '../../words/prepared.js'
import { wordProbability } from '../../words/word-model.js'
import { zipfShare } from '../../words/word-table.js'
import { countsOf, LETTERS, lowerCode, restSum, type Sieve, sieveOf, sumOf, sumsOf, wordSums } from '../hash.js'

/** Counts of the words of a corpus, in lower case. */
export type LearnedCounts = Pick<LearnedWords, 'count'>

export interface ScanWords {
  readonly pack: LanguagePack
  /** Cost of a word in lower case, about 2 for the most frequent and 14 for the last of a list, 15 and more for others. */
  cost(word: string): number
  /** Is it in a list, or in the corpus more than once? Lower case. */
  known(word: string): boolean
  /** Rank in the lists, lower case; Infinity where it is in none. */
  rank(word: string): number
  /** How often the document has it, lower case. */
  count(word: string): number
  /** Lets the sums of all listed words through, and hardly another. */
  readonly listed: Sieve
  /** The same for words too frequent to be doubted. */
  readonly frequent: Sieve
  /** Has the document a word of that sum? */
  inDocument(sum: number): boolean
}

/** A word of the corpus costs so much less the oftener it was seen. */
const CORPUS_COST = 12
/** A word is taken for one of the corpus from so many sightings. */
const CORPUS_SIGHTINGS = 2
/** No unlisted word is cheaper than the rarest listed one. */
const UNLISTED_COST = 13
/**
 * An unlisted word of a scan is a slip more often than one of a clean text. From 0 to 6, `score_repair.mjs --fold` on
 * u8-cp1252-ocr (seed 3, 60 documents): 86.3-86.5 % of words mended of one half, 85.1-85.2 of the other; from 3 more are harmed.
 */
const UNLISTED_RARER = 2
/** A listed word from this rank on may be a slip of a much more frequent one. */
export const DOUBTFUL_RANK = 8000

/** Where a corpus is asked too, every word is looked up. */
const EVERYTHING: Sieve = { has: () => true }

/** Sieves of all listed words, and of those too frequent to be doubted. */
const sievesOf = oncePer((pack: LanguagePack) => {
  const listed: number[] = []
  const frequent: number[] = []
  scanRanks(pack).forEachSum((sum, rank) => {
    listed.push(sum)
    if (rank < DOUBTFUL_RANK) frequent.push(sum)
  })
  return { listed: sieveOf(listed), frequent: sieveOf(frequent) }
})

/** The words of a document in a language, beside those of the language and, where it is given, of a corpus. */
export function scanWords(text: string, pack: LanguagePack, learned?: LearnedCounts): ScanWords {
  const ranks = scanRanks(pack)
  const { listed, frequent } = sievesOf(pack)
  let counted: ((sum: number) => number) | undefined
  const counts = () => (counted ??= countsOf(wordSums(text, LETTERS)))
  const corpus = (word: string) => learned?.count(word) ?? 0
  const listedCost = (word: string) => {
    const rank = ranks.rank(word)
    if (rank > 0) return -Math.log(zipfShare(rank))
    return Math.max(UNLISTED_COST, UNLISTED_RARER - Math.log(wordProbability(pack)(word)))
  }
  return {
    pack,
    cost: word => {
      const cost = listedCost(word)
      const seen = corpus(word)
      return seen >= CORPUS_SIGHTINGS ? Math.min(cost, CORPUS_COST - Math.log(seen)) : cost
    },
    known: word => ranks.rank(word) > 0 || corpus(word) >= CORPUS_SIGHTINGS,
    rank: word => ranks.rank(word) || Infinity,
    count: word => counts()(sumOf(word)),
    listed: learned ? EVERYTHING : listed,
    frequent,
    inDocument: sum => counts()(sum) > 0,
  }
}

// --- the lists of a language ---------------------------------------------------------------------------------------------
// They are looked up in the table that the lists have anyway, with the words of the pack beside it, and read from the lists
// again where all of them are gone through: a Map of 75,000 strings would be a tenth of what a thread holds.

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
  /** The sums of all words with their ranks; a word of the pack may come twice. */
  forEachSum(visit: (sum: number, rank: number) => void): void
}

/** The lists of a language and the words of its pack, by rank. */
export const scanRanks = oncePer((pack: LanguagePack): ScanRanks => {
  const { table } = broadTable(pack)
  const lent = new Map<string, number>()
  const rankOf = (word: string) => lent.get(word) ?? table.rank(word)
  const add = (words: readonly string[], rank: number) => {
    const text = words.join(' ').toLowerCase()
    for (const word of text.split(/[ .'’]+/))
      if (word !== '' && (rankOf(word) || Infinity) > rank * MUCH_RARER) lent.set(word, rank)
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
})

// --- words that are made of words ----------------------------------------------------------------------------------------
// How often a listed word begins or ends another. Two words run together cannot be told from a compound by the lists alone,
// but a word that is a part of no other hardly begins a new one.

/** Parts of a glued word are looked up among so many of the most frequent. */
export const PART_RANK = 30_000
/** A word of grammar that begins or ends no more of so many listed words is no part of compounds. */
const WORDS_A_PART = 12_000
/** A language makes compounds when so large a share of its long words can be cut into two words. */
const COMPOUNDING = 0.175
/** A half of a compound has so many letters. */
const HALF = 4
const LONGEST_WORD = 32
const beginnings = new Int32Array(LONGEST_WORD + 1)

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
    sumsOf(word, beginnings)
    let halved = false
    for (let at = 2; at <= word.length - 2; at++) {
      if (!all.has(beginnings[at]!)) continue
      const rest = restSum(beginnings, at, word.length)
      if (!all.has(rest)) continue
      add(firsts, beginnings[at]!)
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

// --- letters ------------------------------------------------------------------------------------------------------------

/** Is the UTF-16 code unit a letter? */
export const isLetterCode = (code: number): boolean => lowerCode(code) !== 0

/** A small letter of the Latin script. */
export const isSmallCode = (code: number): boolean => code < 0x250 && lowerCode(code) === code

/** A capital letter of the Latin script. */
export const isCapitalCode = (code: number): boolean =>
  code < 0x250 && lowerCode(code) !== code && lowerCode(code) !== 0

/** Has a word a capital behind a small letter? */
export function hasCapitalInside(word: string): boolean {
  for (let i = 1; i < word.length; i++)
    if (isCapitalCode(word.charCodeAt(i)) && isSmallCode(word.charCodeAt(i - 1))) return true
  return false
}

/** Words longer than this are cut: nothing that long is looked up. */
const LONGEST = 60
/** The end of a word is looked for so far: a run of more letters is none, and is asked for at many places. */
const REACH = 200

/** Where the letters from `start` on end, at most two hundred letters on. */
export function wordEnd(text: string, start: number): number {
  const most = Math.min(text.length, start + REACH)
  let end = start
  while (end < most && isLetterCode(text.charCodeAt(end))) end++
  return end
}

/** Where the letters before `end` begin, at most sixty letters back. */
export function wordStart(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < LONGEST && isLetterCode(text.charCodeAt(start - 1))) start--
  return start
}

/** The word that begins at `start`, lower case. */
export const wordFrom = (text: string, start: number): string => text.slice(start, wordEnd(text, start)).toLowerCase()

/** So often a code turns from letters to digits or back: a key, a serial number, an account. Looked at on either side. */
const CODE_TURNS = 3
const CODE_REACH = 40

/** Does a place stand in a run of letters and digits that is no word: `5BE8A3F6`, or `03A5` with its zero? */
export function isCode(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < CODE_REACH && isAlphanumeric(text.charCodeAt(start - 1))) start--
  let turns = 0
  for (let end = start + 1; end - at < CODE_REACH && isAlphanumeric(text.charCodeAt(end)); end++)
    if (isDigit(text.charCodeAt(end)) !== isDigit(text.charCodeAt(end - 1))) turns++
  return turns >= (text[start] === '0' ? CODE_TURNS - 1 : CODE_TURNS)
}

const isAlphanumeric = (code: number) => isDigit(code) || isAsciiLetter(code)
