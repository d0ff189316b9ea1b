/**
 * A word of a scan that is in no list: a look-alike away from one that is, or two words run together. Every reading
 * costs what its words cost and what the slip costs; the word as it stands may be right too, as names and compounds
 * are, and is left unless a reading is clearly cheaper and no other comes near it.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { functionWords } from '../../words/vote.js'
import { joined, restSum, sumsOf } from './hash.js'
import { type Lookalike, lookalikesOf } from './lookalikes.js'
import { PART_RANK, partsOf } from './parts.js'
import { isCapitalCode, isLetterCode, isSmallCode, type ScanWords } from './words.js'

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

/** What a word of a scan was meant to be; null where it is better left. `word` is a run of letters and digits. */
export function readSlip(word: string, startsSentence: boolean, pack: LanguagePack, words: ScanWords): WordSlip | null {
  if (word.length > LONGEST || word.length < 2) return null
  const lower = word.toLowerCase()
  const search: Search = { best: null, cost: Infinity, second: Infinity }
  if (mixedCase(word)) {
    splitAtCapital(search, word, words)
    if (!search.best) glued(search, word, words)
  } else {
    sumsOf(lower, sums)
    letterSlips(search, word, lower, startsSentence, pack, words)
    if (!words.known(lower)) split(search, word, lower, pack, words)
    comma(search, word, lower, words)
    strayDigit(search, lower, words)
    if (!search.best && lower.endsWith('j')) glued(search, word, words)
  }
  if (!search.best) return null
  const own = words.cost(lower)
  return search.cost + MARGIN > own ? null : { ...search.best, margin: Math.min(search.second, own) - search.cost }
}

/** Sums of the beginnings of the word that is being read. */
const sums = new Int32Array(LONGEST + 1)

interface Search {
  best: Omit<WordSlip, 'margin'> | null
  cost: number
  second: number
}

function offer(search: Search, cost: number, kind: WordSlip['kind'], after: string): void {
  if (cost < search.cost) {
    if (after !== search.best?.after) search.second = search.cost
    search.cost = cost
    search.best = { after, kind }
  } else if (after !== search.best?.after) search.second = Math.min(search.second, cost)
}

/** A capital behind a small letter. */
function mixedCase(word: string): boolean {
  for (let i = 1; i < word.length; i++)
    if (isCapitalCode(word.charCodeAt(i)) && isSmallCode(word.charCodeAt(i - 1))) return true
  return false
}

const isCapitals = (word: string) => word.length > 1 && !isSmallCode(word.charCodeAt(1)) && word === word.toUpperCase()

/** Every letter of a word with every look-alike; most readings are turned away by their sum, before there is a string. */
function letterSlips(
  search: Search,
  word: string,
  lower: string,
  startsSentence: boolean,
  pack: LanguagePack,
  words: ScanWords,
): void {
  const table = lookalikesOf(pack)
  const { length } = lower
  const offerReading = readingsOf(search, word, lower, startsSentence, pack, words)
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
      if (listed || words.inDocument(whole)) offerReading(at, lookalike, listed)
    }
  }
}

/** Offers the reading of a word with one look-alike put right, if it is a word. */
function readingsOf(
  search: Search,
  word: string,
  lower: string,
  startsSentence: boolean,
  pack: LanguagePack,
  words: ScanWords,
): (at: number, lookalike: Lookalike, listed: boolean) => void {
  const capitals = isCapitals(word)
  // A slip seldom comes twice.
  const again = words.count(lower) > 1
  const name =
    isCapitalCode(word.charCodeAt(0)) && !startsSentence ? (pack.capitalEndings.length > 0 ? NOUN_COST : NAME_COST) : 0
  return (at, { seen, meant, cost }, listed) => {
    const reading = lower.slice(0, at) + meant + lower.slice(at + seen.length)
    const known = listed && words.known(reading)
    const inDocument = words.count(reading) > 0
    if (!known && !(inDocument && reading.length > 4)) return
    const sign = !isLetterCode(lower.charCodeAt(at))
    if (capitals && !(sign && inDocument)) return
    const usual = cost === 0 && name === 0 && words.rank(reading) < USUAL_RANK
    if (!sign && ((again && !usual) || (lower.length < SHORTEST_MENDED && !(at === 0 && meant === 'i')))) return
    const long = LONG_BONUS * Math.max(0, reading.length - LONG_WORD)
    const short = SHORT_COST * Math.max(0, SHORT_WORD - reading.length)
    const total =
      (usual ? USUAL_SLIP_COST - long : SLIP_COST) +
      cost +
      words.cost(reading) +
      (sign ? 0 : name + (usual ? 0 : short)) -
      (inDocument ? DOCUMENT_BONUS : 0)
    offer(search, total, 'letter', cased(word, reading, at === 0 && meant[0] === 'i', startsSentence))
  }
}

/** The reading with the case of the word; what is read for an I at the beginning of a word is a capital. */
function cased(word: string, reading: string, beginsWithI: boolean, startsSentence: boolean): string {
  if (isCapitals(word) && isLetterCode(word.charCodeAt(0))) return reading.toUpperCase()
  const sign = !isLetterCode(word.charCodeAt(0))
  const capital = beginsWithI || (sign && startsSentence) || isCapitalCode(word.charCodeAt(0))
  return capital ? reading[0]!.toUpperCase() + reading.slice(1) : reading
}

// --- glued words -------------------------------------------------------------------------------------------------------

/** `vonJeff`: a small word and a name. */
function splitAtCapital(search: Search, word: string, words: ScanWords): void {
  let at = 1
  while (at < word.length && !isCapitalCode(word.charCodeAt(at))) at++
  const one = word.slice(0, at)
  const two = word.slice(at)
  if (isCapitalCode(one.charCodeAt(0)) || two.length < 3 || two.slice(1) !== two.slice(1).toLowerCase()) return
  const lower = two.toLowerCase()
  const alone = words.count(lower) > 0
  if (!words.known(one) || (one.length === 1 && !(alone && words.count(lower) > 1))) return
  if (!alone && !words.known(lower)) return
  offer(
    search,
    GLUED_COST + words.cost(one) + words.cost(lower) - (alone ? DOCUMENT_BONUS : 0) - 4,
    'glued',
    `${one} ${two}`,
  )
}

function split(search: Search, word: string, lower: string, pack: LanguagePack, words: ScanWords): void {
  if (lower.length < SHORTEST + 1 || isCapitals(word) || words.count(lower) > 1) return
  for (let at = 1; at < lower.length; at++) {
    if (!words.listed.has(sums[at]!) || !words.listed.has(restSum(sums, at, lower.length))) continue
    const one = lower.slice(0, at)
    const first = words.rank(one)
    if (first > PART_RANK) continue
    const two = lower.slice(at)
    const second = words.rank(two)
    if (second > PART_RANK) continue
    const apart = apartness(one, two, first, second, pack)
    if (apart === null) continue
    offer(
      search,
      GLUED_COST + words.cost(one) + words.cost(two) + apart,
      'glued',
      `${word.slice(0, at)} ${word.slice(at)}`,
    )
  }
}

/** What it costs to take two parts for two words; null where they may be a compound. */
function apartness(one: string, two: string, first: number, second: number, pack: LanguagePack): number | null {
  const functions = functionWords(pack)
  const parts = partsOf(pack)
  const before = parts.first(one)
  const behind = parts.last(two)
  const grammar = (functions.has(one) && before <= parts.limit) || (functions.has(two) && behind <= parts.limit)
  const short = one.length === 1 || two.length === 1 ? 4 : one.length + two.length < 6 ? 2 : 0
  if (parts.compounding && Math.max(before, behind) > 3 * parts.limit + 2) return null
  if (grammar) return short + (behind > parts.limit && !functions.has(two) ? 0.5 * Math.log(behind) : 0)
  if (parts.compounding || one.length < 4 || two.length < 4 || first > CONTENT_RANK || second > CONTENT_RANK)
    return null
  return before > parts.limit || behind > parts.limit ? null : CONTENT_COST
}

/** `finej`: a comma read as j. */
function comma(search: Search, word: string, lower: string, words: ScanWords): void {
  if (!lower.endsWith('j') || lower.length < SHORTEST + 1 || isCapitalCode(word.charCodeAt(0))) return
  const stem = lower.slice(0, -1)
  if (!words.known(stem) && words.count(stem) === 0) return
  offer(search, SLIP_COST + words.cost(stem), 'comma', `${word.slice(0, -1)},`)
}

/** `0parola`: a speck read as a digit. */
function strayDigit(search: Search, lower: string, words: ScanWords): void {
  if (lower[0] !== '0' || !words.known(lower.slice(1))) return
  offer(search, SLIP_COST - 4 + words.cost(lower.slice(1)), 'letter', lower.slice(1))
}

/** `aRomaj`: a small word before a name that the document has, and a comma read as j behind it. */
function glued(search: Search, word: string, words: ScanWords): void {
  const parts = /^(\p{Ll}{1,4})?(\p{Lu}\p{Ll}{3,}?)(j)?$/u.exec(word)
  if (!parts || words.count(parts[2]!.toLowerCase()) < 2) return
  const [, before, name, stop] = parts
  if ((before === undefined && stop === undefined) || (before !== undefined && words.rank(before) > 300)) return
  offer(search, SLIP_COST, 'glued', (before ? `${before} ` : '') + name + (stop ? ',' : ''))
}
