/**
 * What the passes over scans know about words, as costs: natural logarithms of one over a probability. Listed words by
 * their rank, the document's and the corpus's own words by their count, all others by a letter chain. The lists are
 * cut off and the texts are news, so an unlisted word is no wonder: never more than a reason to look for a better one.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { wordProbability } from '../../words/word-model.js'
import { zipfShare } from '../../words/word-table.js'
import { emptySieve, emptyTally, grown, lowerCode, type Sieve, sieveOf, sumOf } from './hash.js'
import { scanRanks } from './ranks.js'

/** Counts of the words of a corpus, in lower case; what `learn` has found. */
export interface LearnedCounts {
  count(word: string): number
}

export interface ScanWords {
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

/** Where a corpus is asked too, every word is looked up. */
const EVERYTHING: Sieve = { has: () => true }
const sieves = new WeakMap<LanguagePack, readonly [listed: Sieve, frequent: Sieve]>()
/** With 75,000 words in so many places, one string in sixty gets through that is none. */
const SIEVE_BITS = 22
/** A listed word from this rank on may be a slip of a much more frequent one. */
export const DOUBTFUL_RANK = 8000

function sievesOf(pack: LanguagePack): readonly [listed: Sieve, frequent: Sieve] {
  const known = sieves.get(pack)
  if (known) return known
  const listed: number[] = []
  const frequent: number[] = []
  scanRanks(pack).forEachSum((sum, rank) => {
    listed.push(sum)
    if (rank < DOUBTFUL_RANK) frequent.push(sum)
  })
  const made = [sieveOf(listed, SIEVE_BITS), sieveOf(frequent, SIEVE_BITS)] as const
  sieves.set(pack, made)
  return made
}

/** The words of a document in a language, beside those of the language and, where it is given, of a corpus. */
export function scanWords(text: string, pack: LanguagePack, learned?: LearnedCounts): ScanWords {
  const ranks = scanRanks(pack)
  const [listed, frequent] = sievesOf(pack)
  let counted: Counts | undefined
  const counts = () => (counted ??= countWords(text))
  const corpus = (word: string) => learned?.count(word) ?? 0
  const listedCost = (word: string) => {
    const rank = ranks.rank(word)
    if (rank > 0) return -Math.log(zipfShare(rank))
    return Math.max(UNLISTED_COST, UNLISTED_RARER - Math.log(wordProbability(pack)(word)))
  }
  return {
    cost: word => {
      const cost = listedCost(word)
      const seen = corpus(word)
      return seen >= CORPUS_SIGHTINGS ? Math.min(cost, CORPUS_COST - Math.log(seen)) : cost
    },
    known: word => ranks.rank(word) > 0 || corpus(word) >= CORPUS_SIGHTINGS,
    rank: word => ranks.rank(word) || Infinity,
    count: word => counts().times(sumOf(word)),
    listed: learned ? EVERYTHING : listed,
    frequent,
    inDocument: sum => counts().sieve.has(sum),
  }
}

/** How often each word stands in the text, by its sum, and a sieve of the sums. */
interface Counts {
  readonly times: (sum: number) => number
  readonly sieve: Sieve
}

/** For texts of some pages; in longer ones it lets more through, and the words are looked up. */
const DOCUMENT_BITS = 14
function countWords(text: string): Counts {
  const sieve = emptySieve(DOCUMENT_BITS)
  const tally = emptyTally()
  let sum = 0
  let inside = false
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? lowerCode(text.charCodeAt(at)) : 0
    if (code !== 0) {
      sum = grown(sum, code)
      inside = true
    } else if (inside) {
      tally.add(sum)
      sieve.add(sum)
      sum = 0
      inside = false
    }
  }
  return { times: tally.times, sieve }
}

/** Is the UTF-16 code unit a letter? */
export const isLetterCode = (code: number): boolean => lowerCode(code) !== 0

/** A digit from 0 to 9. */
export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39

/** A small letter of the Latin script. */
export const isSmallCode = (code: number): boolean => code < 0x250 && lowerCode(code) === code

/** A capital letter of the Latin script. */
export const isCapitalCode = (code: number): boolean =>
  code < 0x250 && lowerCode(code) !== code && lowerCode(code) !== 0

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
