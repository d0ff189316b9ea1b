/**
 * How well a text reads: the judge between charsets and between readings of damaged text. Every stretch of letters and
 * characters beyond ASCII is taken as a sequence of words and signs, and has the probability that a mixture of
 * languages gives it: a word is in a list, or spelled by the list's chain of letters, or is a name from anywhere in
 * Europe; a sign stands where it does in prose. The shares of the languages are those of the words about it that every
 * reading leaves alone. Only the difference between two readings of the same characters means anything.
 */
import type { LanguagePack } from '../languages/pack.js'
import { isHebrewOrPoint, isLatin1Capital } from '../tokens/characters.js'
import { broadTable } from './lexicon.js'
import { type Beside, besideOf, isLetterCode, signScore } from './sign-places.js'
import { functionWords } from './vote.js'
import { listColumn, type Rank, rankIn, sharedTable } from './word-model.js'
import { zipfShare } from './word-table.js'

/** A broad list is Wikipedia's, and is trusted half as much. */
const BROAD_TRUST = 0.5
/** A language with a smaller share need not read its broad list, which takes some 50 ms. */
const BROAD_SHARE = 0.1
/** A word that is in no list of a language, when the shares are counted. */
const UNLISTED_WORD = 2e-6
/** Words a language is given before any is counted. */
const SHARE_START = 0.3
/** So many words are counted for the shares. */
const WORDS_COUNTED = 300
const ROUNDS = 2
/** One word in fifty is a name or a foreign word, spelled by letters alone. */
const FOREIGN_WORD = 0.02
/** One in two thousand is spelled like nothing else. */
const ANY_WORD = 0.0005
/** Languages with a smaller share are left to the names. */
const LEAST_SHARE = 0.01
/** A word that is in a list with so much need not be spelled. */
const WELL_LISTED = 1e-6
/** A word ends after each letter so often. */
const WORD_END = 0.12
/** Its words stand in Latin text too, but seldom. */
const HEBREW_SHARE = 0.002
const HEBREW_LETTER = 1 / 24
/** A prefix letter before a Hebrew word that is in the list. */
const HEBREW_PREFIX = 0.04
/** Shapes of words: Capital, CAPITALS, iPhone, and a capital beyond ASCII behind a small letter (or ß apart the reverse). */
const CAPITAL = -1
const ALL_CAPITALS = -3
const CAPITAL_INSIDE = -5
const BROKEN_CASE = -9
/** A letter beyond ASCII beside a digit, or beside a letter of another script. */
const BESIDE_DIGIT = -3
const BESIDE_SCRIPT = -8
/** A capital at the beginning of a word inside a sentence: a name, or a German noun. */
const CAPITAL_LATE = -2
/** `50 à 60` in Dutch and French, and in German and Danish prices. */
const BETWEEN = 'à'
const BETWEEN_NUMBERS = -5
const LONGEST_WORD = 40
/** What is shorter is in some list by chance. */
const SHORTEST_KNOWN = 3
/** Stretches come again: so many readings are kept, then all are forgotten. */
const REMEMBERED = 20_000

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
const letterShare = (letter: string): number => shares.get(letter) ?? (letter < '\u0250' ? OTHER_LATIN : OTHER_SCRIPT)

/** Other languages in Latin script with letters beyond a-z, as far as there are lists. */
// biome-ignore format: a list of names
const NEIGHBOURS = [
  'french', 'spanish', 'portuguese', 'catalan', 'occitan', 'romanian', 'swedish', 'norwegian', 'finnish', 'estonian',
  'latvian', 'lithuanian', 'polish', 'czech', 'slovak', 'slovenian', 'hungarian', 'turkish', 'albanian', 'esperanto',
]

/** Names come from anywhere in Europe: spelled as words of any of these. */
const NAME_LISTS = ['german', 'danish', 'italian', 'dutch', 'french', 'spanish', 'portuguese', 'swedish', 'czech']

export interface Reader {
  /** The natural logarithm of the probability of a stretch between two neighbours. */
  readonly read: (stretch: string, before: Beside, after: Beside) => number
  /**
   * Is a stretch a word of the list of a language that the text may be in? Of words of one or two letters those of grammar
   * are, for others are met by chance, and parts around an apostrophe are no words but where the language joins them so.
   */
  readonly knows: (stretch: string) => boolean
  /** Is it a word of a language beside those, as what a mix-up makes hardly ever is? */
  readonly isForeign: (stretch: string) => boolean
}

/** The best rank of a word in lower case in the lists of languages beside ours; 0 where none has it. */
export function rankAbroad(word: string): number {
  let best = 0
  for (const name of NEIGHBOURS) {
    const rank = sharedTable().rank(word, listColumn(name))
    if (rank > 0 && (best === 0 || rank < best)) best = rank
  }
  return best
}

/** Letters and apostrophes; signs before and behind them, but none inside. */
const WORDS = /(?<=^[^\p{L}]*)\p{L}[\p{L}\p{M}’‘]*(?<=\p{L})(?=[^\p{L}]*$)/u

/** The share of each pack in a text, by words that are beyond doubt; in the order of `packs`, the sum is 1. */
export function languageShares(words: readonly string[], packs: readonly LanguagePack[]): number[] {
  const ranks = packs.map(pack => rankIn(pack.wordList))
  const step = Math.max(1, Math.ceil(words.length / WORDS_COUNTED))
  const seen: number[] = []
  for (let i = 0; i < words.length; i += step) {
    for (const r of ranks) seen.push(zipf(r(words[i]!)) || UNLISTED_WORD)
  }
  let shares = packs.map(() => 1 / packs.length)
  for (let round = 0; round < ROUNDS; round++) shares = counted(seen, shares)
  return shares
}

/** One round: every word is shared out among the languages by its probability in them. */
function counted(seen: readonly number[], shares: readonly number[]): number[] {
  const counts = shares.map(() => SHARE_START)
  const n = shares.length
  for (let at = 0; at < seen.length; at += n) {
    let total = 0
    for (let k = 0; k < n; k++) total += seen[at + k]! * shares[k]!
    for (let k = 0; k < n; k++) counts[k]! += (seen[at + k]! * shares[k]!) / total
  }
  const all = counts.reduce((sum, c) => sum + c, 0)
  return counts.map(c => c / all)
}

const zipf = (rank: number) => (rank === 0 ? 0 : zipfShare(rank))

/** The words of one language of the mixture: how likely one is in the list, and how likely it is spelled so. */
interface Words {
  readonly share: number
  readonly listed: (word: string) => number
  readonly spelled: (word: string) => number
  readonly has: (word: string) => boolean
  readonly grammar: ReadonlySet<string>
  /** Does an apostrophe stand between the two? */
  readonly joins: (before: string, behind: string) => boolean
}

/** A reader for text whose languages have these shares. */
export function readerOf(packs: readonly LanguagePack[], shares: readonly number[]): Reader {
  const names = spelledIn(NAME_LISTS)
  const latin = packs.flatMap((pack, k) =>
    pack.script === 'Latn' && shares[k]! >= LEAST_SHARE ? [wordsOf(pack, shares[k]!)] : [],
  )
  const hebrew = packs.flatMap((pack, k) =>
    pack.script === 'Hebr' ? [wordsOf(pack, Math.max(HEBREW_SHARE, shares[k]!))] : [],
  )
  const known = new Map<string, number>()
  const wordScore = (word: string) => {
    let score = known.get(word)
    if (score === undefined) {
      if (known.size >= REMEMBERED) known.clear()
      score = isHebrewOrPoint(word.charCodeAt(0)) ? hebrewScore(word, hebrew) : latinScore(word, latin, names)
      known.set(word, score)
    }
    return score
  }
  const isGrammar = (word: string) => latin.some(language => language.grammar.has(word))
  const isListed = (word: string) => [...latin, ...hebrew].some(language => language.has(word))
  return {
    read: (stretch, before, after) => readStretch(stretch, before, after, wordScore),
    knows: stretch => {
      const word = wordOf(stretch)
      const parts = word.split(/[’‘]/)
      const joins = parts.length === 1 || latin.some(language => language.joins(parts[0]!, parts.at(-1)!))
      return joins && parts.every(isListed) && (word.length >= SHORTEST_KNOWN || isGrammar(word))
    },
    isForeign: stretch => {
      const word = stretch.toLowerCase()
      return word.length > SHORTEST_KNOWN && rankAbroad(word) > 0
    },
  }
}

const wordOf = (stretch: string): string => stretch.toLowerCase().match(WORDS)?.[0] ?? ''

function wordsOf(pack: LanguagePack, share: number): Words {
  const rank = rankIn(pack.wordList)
  const broad = share >= BROAD_SHARE && pack.broadList !== undefined ? broadTable(pack).table : null
  const broadly = (word: string) => (broad ? BROAD_TRUST * zipf(broad.rank(word)) : 0)
  return {
    share,
    listed: word => Math.max(zipf(rank(word)), broadly(word), prefixed(word, pack, rank)),
    spelled: spelledIn([pack.wordList]),
    has: word => (broad ? broad.rank(word) > 0 : rank(word) > 0),
    grammar: functionWords(pack),
    joins: (before, behind) => pack.elisions.includes(before) || pack.apostropheSuffixes.includes(behind),
  }
}

/** How a word is spelled that is in no list, in the languages of some lists taken together; they are read when first asked. */
function spelledIn(lists: readonly string[]): (word: string) => number {
  let columns: number[] | undefined
  return word => {
    columns ??= lists.map(listColumn)
    const found = sharedTable().spelled(word, columns)
    return columns.reduce((sum, k) => sum + found[k]!, 0) / columns.length
  }
}

/** Hebrew letters glued before a word of the list. */
function prefixed(word: string, pack: LanguagePack, rank: Rank): number {
  return pack.prefixLetters.includes(word[0]!) ? HEBREW_PREFIX * zipf(rank(word.slice(1))) : 0
}

function latinScore(word: string, languages: readonly Words[], named: Words['spelled']): number {
  const whole = word.slice(0, LONGEST_WORD)
  const lower = whole.toLowerCase()
  let probability = 0
  for (const { share, listed } of languages) probability += share * listed(lower)
  if (probability < WELL_LISTED) {
    for (const { share, spelled } of languages) probability += share * spelled(lower)
    probability += FOREIGN_WORD * named(lower) + ANY_WORD * spelledAnyhow(lower)
  }
  return Math.log(probability + Number.MIN_VALUE) + caseScore(whole, lower)
}

/** Letters without any order. */
function spelledAnyhow(word: string): number {
  let product = WORD_END
  for (const letter of word) {
    product *= letterShare(letter) * (1 - WORD_END)
  }
  return product
}

/** Capitals: a letter beyond ASCII must have the case of those about it, for it is the letter in doubt. */
function caseScore(word: string, lower: string): number {
  if (word === lower) return 0
  const isCapital = (i: number) => word[i] !== lower[i]
  let score = word.length === 1 || word.slice(1) === lower.slice(1) ? CAPITAL : ALL_CAPITALS
  for (let i = 0; i < word.length; i++) {
    const capital = isCapital(i)
    const isAscii = word.charCodeAt(i) < 0x80
    if (i > 0 && capital && !isCapital(i - 1)) score += isAscii ? CAPITAL_INSIDE : BROKEN_CASE
    else if (i > 0 && capital && !isAscii && i + 1 < word.length && !isCapital(i + 1)) score += BROKEN_CASE
    else if (!capital && !isAscii && word[i] !== 'ß' && isCapital(i + 1) && i + 1 < word.length) score += BROKEN_CASE
    else if (!capital && !isAscii && word[i] !== 'ß' && i > 1 && isCapital(i - 1) && i + 1 === word.length)
      score += BROKEN_CASE
  }
  return score
}

/** Hebrew stands apart by its script; visual order has its letters, but not its words. */
function hebrewScore(word: string, languages: readonly Words[]): number {
  const whole = word.slice(0, LONGEST_WORD)
  let probability = HEBREW_SHARE * HEBREW_LETTER ** whole.length * WORD_END * FOREIGN_WORD
  for (const { share, listed, spelled } of languages) probability += share * Math.max(listed(whole), spelled(whole))
  return Math.log(probability + Number.MIN_VALUE)
}

function readStretch(stretch: string, before: Beside, after: Beside, wordScore: (word: string) => number): number {
  let score = 0
  const end = stretch.length
  for (let i = 0; i < end; ) {
    const code = stretch.charCodeAt(i)
    if (!isLetterCode(code)) {
      const same = code === stretch.charCodeAt(i - 1) || code === stretch.charCodeAt(i + 1)
      const left = i === 0 ? before : besideOf(stretch.charCodeAt(i - 1))
      const right = i + 1 === end ? after : besideOf(stretch.charCodeAt(i + 1))
      score += signScore(stretch[i]!, left, right, same)
      i++
      continue
    }
    const start = i
    const hebrew = isHebrewOrPoint(code)
    while (i < end && isLetterCode(stretch.charCodeAt(i)) && isHebrewOrPoint(stretch.charCodeAt(i)) === hebrew) i++
    const word = stretch.slice(start, i)
    score += wordScore(word)
    if (start === 0 && before === 'S' && isLatin1Capital(code)) score += CAPITAL_LATE
    if (word === BETWEEN && before === 'N' && after === 'N') score = BETWEEN_NUMBERS
    if (i < end && isLetterCode(stretch.charCodeAt(i))) score += BESIDE_SCRIPT
    if (start === 0 && before === 'D' && code > 0x7f) score += BESIDE_DIGIT
    if (i === end && after === 'D' && stretch.charCodeAt(i - 1) > 0x7f) score += BESIDE_DIGIT
  }
  return score
}
