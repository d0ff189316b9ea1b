/**
 * A word of a scan that is in no list: a look-alike away from one that is, or two words run together. Every reading
 * costs what its words cost and what the slip costs; the word as it stands may be right too, as names and compounds
 * are, and is left unless a reading is clearly cheaper and no other comes near it.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { oncePer } from '../../structures/cache.js'
import { functionWords } from '../../words/vote.js'
import { joined, POWERS, restSum, sumOf, sumsOf } from '../hash.js'
import {
  hasCapitalInside,
  isCapitalCode,
  isLetterCode,
  isSmallCode,
  PART_RANK,
  partsOf,
  type ScanWords,
} from './words.js'

/** Natural logarithm of one over the share of letters that are misread, and of spaces that are lost. */
const SLIP_COST = 6
/** The most frequent confusions (fl for fi, g for q) come so often that a usual word is hardly spared. */
const USUAL_SLIP_COST = 4
const GLUED_COST = 6
/** A word that the document has elsewhere is so much likelier, and a slip seldom comes twice. */
const DOCUMENT_BONUS = 3
/** A reading must be cheaper than the word as it stands by this. */
const MARGIN = 4
/** Nothing shorter is taken apart or mended by letters alone. */
const SHORTEST = 3
const LONGEST = 32
/** A capital inside a sentence begins a name, or a noun where nouns have capitals: names are in no list. */
const NAME_COST = 8
const NOUN_COST = 2.5
/** Short words have many neighbours: for every letter below so many. */
const SHORT_COST = 1.2
const SHORT_WORD = 6
/** Shorter ones are codes and names of commands as often as slips. */
const SHORTEST_MENDED = 5
/** Long words have few: for every letter above so many. */
const LONG_BONUS = 1.5
const LONG_WORD = 6
/** Only a word so frequent is misread in one way again and again. */
const USUAL_RANK = 5000
/** Two words of which none is one of grammar must be frequent, and their language one without many compounds. */
const CONTENT_RANK = 6000
const CONTENT_COST = 1

export interface WordSlip {
  readonly after: string
  /** By how much the next best reading costs more. */
  readonly margin: number
  readonly kind: 'letter' | 'glued' | 'comma'
}

/** A word that is being read, and the best of its readings so far. */
interface Search {
  readonly word: string
  readonly lower: string
  readonly startsSentence: boolean
  readonly words: ScanWords
  best: Omit<WordSlip, 'margin'> | null
  cost: number
  second: number
}

/** What a word of a scan was meant to be; null where it is better left. `word` is a run of letters and digits. */
export function readSlip(word: string, startsSentence: boolean, words: ScanWords): WordSlip | null {
  if (word.length > LONGEST || word.length < 2) return null
  const lower = word.toLowerCase()
  const search: Search = { word, lower, startsSentence, words, best: null, cost: Infinity, second: Infinity }
  if (hasCapitalInside(word)) {
    splitAtCapital(search)
    if (!search.best) glued(search)
  } else {
    sumsOf(lower, sums)
    letterSlips(search)
    if (!words.known(lower)) split(search)
    comma(search)
    strayDigit(search)
    if (!search.best && lower.endsWith('j')) glued(search)
  }
  if (!search.best) return null
  const own = words.cost(lower)
  return search.cost + MARGIN > own ? null : { ...search.best, margin: Math.min(search.second, own) - search.cost }
}

/** Sums of the beginnings of the word that is being read. */
const sums = new Int32Array(LONGEST + 1)

function offer(search: Search, cost: number, kind: WordSlip['kind'], after: string): void {
  if (cost < search.cost) {
    if (after !== search.best?.after) search.second = search.cost
    search.cost = cost
    search.best = { after, kind }
  } else if (after !== search.best?.after) search.second = Math.min(search.second, cost)
}

const isCapitals = (word: string) => word.length > 1 && !isSmallCode(word.charCodeAt(1)) && word === word.toUpperCase()

/** Every letter of a word with every look-alike; most readings are turned away by their sum, before there is a string. */
function letterSlips(search: Search): void {
  const { lower, words } = search
  const table = lookalikesOf(words.pack)
  const { length } = lower
  for (let at = 0; at < length; at++) {
    const list = table.get(lower.charCodeAt(at))
    if (!list) continue
    const before = sums[at]!
    const next = at + 1 < length ? lower.charCodeAt(at + 1) : -2
    const behindOne = restSum(sums, at + 1, length)
    const behindTwo = next < 0 ? 0 : restSum(sums, at + 2, length)
    for (const lookalike of list) {
      const one = lookalike.second === -1
      if (!one && lookalike.second !== next) continue
      const part = (Math.imul(before, lookalike.power) + lookalike.sum) | 0
      const whole = joined(part, one ? behindOne : behindTwo, one ? length - at - 1 : length - at - 2)
      const listed = words.listed.has(whole)
      if (listed || words.inDocument(whole)) offerLetter(search, at, lookalike, listed)
    }
  }
}

/** Offers the word with one look-alike put right, if that is a word. */
function offerLetter(search: Search, at: number, { seen, meant, cost }: Lookalike, listed: boolean): void {
  const { word, lower, startsSentence, words } = search
  const reading = lower.slice(0, at) + meant + lower.slice(at + seen.length)
  const known = listed && words.known(reading)
  const inDocument = words.count(reading) > 0
  if (!known && !(inDocument && reading.length > 4)) return
  const sign = !isLetterCode(lower.charCodeAt(at))
  if (isCapitals(word) && !(sign && inDocument)) return
  const name = startsSentence || !isCapitalCode(word.charCodeAt(0)) ? 0 : nameCost(words.pack)
  const usual = cost === 0 && name === 0 && words.rank(reading) < USUAL_RANK
  const short = lower.length < SHORTEST_MENDED && !(at === 0 && meant === 'i')
  // A slip seldom comes twice.
  if (!sign && (short || (!usual && words.count(lower) > 1))) return
  const long = LONG_BONUS * Math.max(0, reading.length - LONG_WORD)
  const neighbours = SHORT_COST * Math.max(0, SHORT_WORD - reading.length)
  const total =
    (usual ? USUAL_SLIP_COST - long : SLIP_COST) +
    cost +
    words.cost(reading) +
    (sign ? 0 : name + (usual ? 0 : neighbours)) -
    (inDocument ? DOCUMENT_BONUS : 0)
  offer(search, total, 'letter', cased(word, reading, at === 0 && meant[0] === 'i', startsSentence))
}

const nameCost = (pack: LanguagePack) => (pack.capitalEndings.length > 0 ? NOUN_COST : NAME_COST)

/** The reading with the case of the word; what is read for an I at the beginning of a word is a capital. */
function cased(word: string, reading: string, beginsWithI: boolean, startsSentence: boolean): string {
  if (isCapitals(word) && isLetterCode(word.charCodeAt(0))) return reading.toUpperCase()
  const sign = !isLetterCode(word.charCodeAt(0))
  const capital = beginsWithI || (sign && startsSentence) || isCapitalCode(word.charCodeAt(0))
  return capital ? reading[0]!.toUpperCase() + reading.slice(1) : reading
}

// --- glued words -------------------------------------------------------------------------------------------------------

/** `vonJeff`: a small word and a name. */
function splitAtCapital(search: Search): void {
  const { word, words } = search
  let at = 1
  while (at < word.length && !isCapitalCode(word.charCodeAt(at))) at++
  const one = word.slice(0, at)
  const two = word.slice(at)
  if (isCapitalCode(one.charCodeAt(0)) || two.length < 3 || two.slice(1) !== two.slice(1).toLowerCase()) return
  const lower = two.toLowerCase()
  const alone = words.count(lower) > 0
  if (!words.known(one) || (one.length === 1 && !(alone && words.count(lower) > 1))) return
  if (!alone && !words.known(lower)) return
  const cost = GLUED_COST + words.cost(one) + words.cost(lower) - (alone ? DOCUMENT_BONUS : 0) - 4
  offer(search, cost, 'glued', `${one} ${two}`)
}

function split(search: Search): void {
  const { word, lower, words } = search
  if (lower.length < SHORTEST + 1 || isCapitals(word) || words.count(lower) > 1) return
  for (let at = 1; at < lower.length; at++) {
    if (!words.listed.has(sums[at]!) || !words.listed.has(restSum(sums, at, lower.length))) continue
    const one = lower.slice(0, at)
    const first = words.rank(one)
    if (first > PART_RANK) continue
    const two = lower.slice(at)
    const second = words.rank(two)
    if (second > PART_RANK) continue
    const apart = apartness(one, two, Math.max(first, second), words.pack)
    if (apart === null) continue
    const cost = GLUED_COST + words.cost(one) + words.cost(two) + apart
    offer(search, cost, 'glued', `${word.slice(0, at)} ${word.slice(at)}`)
  }
}

/** What it costs to take two parts, none rarer than a rank, for two words; null where they may be a compound. */
function apartness(one: string, two: string, rank: number, pack: LanguagePack): number | null {
  const functions = functionWords(pack)
  const parts = partsOf(pack)
  const before = parts.first(one)
  const behind = parts.last(two)
  const grammar = (functions.has(one) && before <= parts.limit) || (functions.has(two) && behind <= parts.limit)
  const short = one.length === 1 || two.length === 1 ? 4 : one.length + two.length < 6 ? 2 : 0
  if (parts.compounding && Math.max(before, behind) > 3 * parts.limit + 2) return null
  if (grammar) return short + (behind > parts.limit && !functions.has(two) ? 0.5 * Math.log(behind) : 0)
  if (parts.compounding || one.length < 4 || two.length < 4 || rank > CONTENT_RANK) return null
  return before > parts.limit || behind > parts.limit ? null : CONTENT_COST
}

/** `finej`: a comma read as j. */
function comma(search: Search): void {
  const { word, lower, words } = search
  if (!lower.endsWith('j') || lower.length < SHORTEST + 1 || isCapitalCode(word.charCodeAt(0))) return
  const stem = lower.slice(0, -1)
  if (!words.known(stem) && words.count(stem) === 0) return
  offer(search, SLIP_COST + words.cost(stem), 'comma', `${word.slice(0, -1)},`)
}

/** `0parola`: a speck read as a digit. */
function strayDigit(search: Search): void {
  const { lower, words } = search
  if (lower[0] !== '0') return
  const rest = lower.slice(1)
  if (words.known(rest)) offer(search, SLIP_COST - 4 + words.cost(rest), 'letter', rest)
}

/** `aRomaj`: a small word before a name that the document has, and a comma read as j behind it. */
function glued(search: Search): void {
  const { word, words } = search
  const parts = /^(\p{Ll}{1,4})?(\p{Lu}\p{Ll}{3,}?)(j)?$/u.exec(word)
  if (!parts || words.count(parts[2]!.toLowerCase()) < 2) return
  const [, before, name, stop] = parts
  if ((before === undefined && stop === undefined) || (before !== undefined && words.rank(before) > 300)) return
  offer(search, SLIP_COST, 'glued', (before ? `${before} ` : '') + name + (stop ? ',' : ''))
}

// --- look-alikes ---------------------------------------------------------------------------------------------------------
// Letters that a scanner takes for each other, by their shape: strokes of one height side by side (`rn` and `m`), bowls that
// did not close (`c` and `e`), stems with and without a dot or a bar (`i` and `l`, `f` and `t`), digits of a letter's
// outline, and letters with and without their accent. The costs are rough: what is nearly the same on paper costs nothing
// beyond the slip itself.

export interface Lookalike {
  readonly seen: string
  readonly meant: string
  readonly cost: number
  /** The sum of `meant`, and what a sum before it is multiplied with. */
  readonly sum: number
  readonly power: number
  /** The second character that is seen; -1 where one is all. */
  readonly second: number
}

/** Either may be read for the other; the cost of each level. */
const PAIRS: readonly (readonly [cost: number, pairs: string])[] = [
  [0, 'fl fi|q g|rn m|cl d|vv w|l i|c e|ii ü|h b|u n|i j|t f'],
  [2, 'h n|l t|v y|li h|o c|lc k|ii u|nn m|in m|ni m|ri n|ti n'],
  [3, 'u v|tl d|ol d|y g|ll h'],
]
/** What is seen in a word and cannot be meant there. */
const SIGNS =
  '0 o  1 l  1 i  5 s  6 b  8 b  8 s  9 g  9 q  3 e  4 a  2 z  | l  | i  ! l  ! i  [ l  [ i  ¢ c  $ s  € e  £ l  ß b  ſ s'
/** Accents are endings in some languages: `pero`, `però`. */
const LOST_ACCENT_COST = 3
const OTHER_ACCENT_COST = 0.7

/** What may be meant where something is seen, lower case, by the first character that is seen. */
export const lookalikesOf = oncePer((pack: LanguagePack): ReadonlyMap<number, readonly Lookalike[]> => {
  const table = new Map<number, Lookalike[]>()
  const allowed = (letters: string) => [...letters].every(c => c < '\x80' || pack.letters.includes(c))
  const add = (seen: string, meant: string, cost: number) => {
    if (!allowed(meant)) return
    const code = seen.charCodeAt(0)
    const second = seen.length > 1 ? seen.charCodeAt(1) : -1
    const made = { seen, meant, cost, sum: sumOf(meant), power: POWERS[meant.length]!, second }
    table.set(code, [...(table.get(code) ?? []), made])
  }
  for (const [cost, pairs] of PAIRS) {
    for (const pair of pairs.split('|')) {
      const [one, two] = pair.split(' ') as [string, string]
      add(one, two, cost)
      add(two, one, cost)
    }
  }
  for (const pair of SIGNS.split('  ')) {
    const [seen, meant] = pair.split(' ') as [string, string]
    add(seen, meant, 0)
  }
  addAccents(pack, add)
  return table
})

/** A letter beyond a-z may have lost its accent, or have got that of a sister. */
function addAccents(pack: LanguagePack, add: (seen: string, meant: string, cost: number) => void): void {
  const bases = new Map<string, string[]>()
  for (const letter of pack.letters) {
    const base = letter.normalize('NFD')[0]!
    const sisters = bases.get(base) ?? [base]
    bases.set(base, [...sisters, letter])
  }
  bases.delete('ß')
  for (const sisters of bases.values())
    for (const seen of sisters)
      for (const meant of sisters)
        if (seen !== meant && meant >= '\x80') add(seen, meant, seen < '\x80' ? LOST_ACCENT_COST : OTHER_ACCENT_COST)
  if (pack.letters.includes('ø')) add('o', 'ø', LOST_ACCENT_COST)
  if (pack.letters.includes('æ')) add('ae', 'æ', LOST_ACCENT_COST)
}
