/**
 * What dates in running text are found by. The patterns are built from a pack once: what joins two days, what a year stands
 * behind, what a quarter is called. A date may begin at a number of at most four digits, at `Q3`, or at a word that begins
 * like a month, an ordinal or a quarter. One loop over the characters does what a pattern would, without making a string of
 * every word of a text; the pattern stays for texts with characters outside the BMP.
 */

import { DAY_ENDING, monthsOf } from '../anatomy/dates.js'
import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase } from '../tokens/alternation.js'
import { isDigit } from '../tokens/characters.js'
import { functionWords } from '../words/vote.js'

/** What a pack's dates look like. */
export interface Patterns {
  /** Words that a date may begin with, in lower case. */
  readonly words: ReadonlySet<string>
  /** How they begin. */
  readonly heads: Heads
  /** Between two days; group 1 is there where it means a range. */
  readonly between: RegExp
  readonly dayBehind: RegExp
  readonly yearLead: RegExp
  /** Words before a year that needs none, where nouns have a capital. */
  readonly bareYear: ReadonlySet<string> | null
  /** Behind a number: it is an amount. */
  readonly amount: RegExp
  readonly quarter: RegExp
  /** What a word for a quarter begins with. */
  readonly quarterFirsts: ReadonlySet<string | undefined>
  readonly ordinals: ReadonlyMap<string, number>
}

/** The patterns of a pack. */
export const patternsOf = oncePer((pack: LanguagePack): Patterns => {
  const { prefixLetters } = pack
  const prefix = prefixLetters ? `[${prefixLetters}]{0,2}` : ''
  const glued = prefixLetters ? `${prefix}[-־–]?` : ''
  const lists = pack.conjunctions.filter(word => !pack.rangeWords.includes(word))
  const range = `\\s?[-–—]\\s?|\\s(?:${alternation(pack.rangeWords)})\\s${glued}`
  const hebrewList = prefixLetters ? `|\\s[${prefixLetters}]{1,3}[-־–]?` : ''
  const list = `\\s?[,+&/]\\s?|,?\\s(?:${alternation(lists)})\\s${glued}${hebrewList}`
  const words = [...monthsOf(pack).keys(), ...pack.quarterWords, ...pack.ordinalWords.flat()]
  const leads = `(?<!\\p{L})${prefix}(?:${alternation(pack.yearLeads)})\\s{1,2}${prefixLetters ? `|(?<!\\p{L})[${prefixLetters}]{1,2}[-־–]` : ''}`
  const lower = new Set(words.map(word => word.toLowerCase()))
  return {
    words: lower,
    heads: headsOf(lower, prefixLetters),
    between: anyCase(`${DAY_ENDING}(?:(${range})|(?:${list}))(?:(?:the|den|der|dem|am|il|al|de|d\\.)\\s)?`, 'uy'),
    dayBehind: anyCase(`(?:(${range})|(?:${list}))(\\d{1,2})(?![\\d%\\p{L}]|[.,:]\\d)`, 'uy'),
    yearLead: anyCase(`(?:${leads})$`, 'u'),
    bareYear: pack.capitalEndings.length > 0 ? functionWords(pack) : null,
    amount: anyCase(`[\\s\\u00a0-]?(?:${alternation(amountWords(pack))})(?!\\p{L})`, 'uy'),
    quarter: anyCase(quarterSource(pack), 'uy'),
    quarterFirsts: new Set(pack.quarterWords.flatMap(([first]) => [first!.toLowerCase(), first!.toUpperCase()])),
    ordinals: new Map(pack.ordinalWords.flatMap((forms, i) => forms.map(form => [form.toLowerCase(), i + 1] as const))),
  }
})

/** What makes a number behind a year's word an amount: `from 2000 million`, `ab 2000 Euro`. */
const amountWords = (pack: LanguagePack) => [
  ...pack.scales.map(scale => scale.word),
  ...pack.units.flatMap(({ unit, words }) => (unit === 'a' || /^(?:%|[A-Z]{3})$/.test(unit) ? words : [])),
]

function quarterSource(pack: LanguagePack): string {
  const quarter = `(?:${alternation(pack.quarterWords)})`
  const ordinal = `(${alternation(pack.ordinalWords.flat())})`
  const year =
    '[\\s\\u00a0,]{1,3}(?:(?:of|di|del|de|van|von|des Jahres|i|של|לשנת|בשנת|שנת)\\s)?(?:fiscal\\s)?(\\d{4})(?!\\d)'
  return `Q([1-4])[\\s/-]{0,2}(\\d{4})(?!\\d)|([1-4])\\.?[eº°]?\\s${quarter}${year}|${ordinal}\\s${quarter}${year}|${quarter}\\s${ordinal}${year}`
}

const CANDIDATE = /(?<![\p{L}\p{M}\d]|\d[.,:/])(?:\d{1,4}(?!\d)|Q[1-4](?=[\s/-]{0,2}\d)|\p{L}{3,30})/giu
const PAIR = /[\ud800-\udfff]/
const QUARTER = /Q[1-4](?=[\s/-]{0,2}\d)/iuy
const SHORTEST_WORD = 3
const LONGEST_WORD = 30
const MOST_DIGITS = 4

/** A place where a date may begin; `word` in lower case where it is a word. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly word: string | null
}

/** The next place from an offset on; null where there is none. Words that `heads` tells apart may be left out. */
export type Candidates = (from: number) => Candidate | null

/** Finds the places of a text one after another. */
export const candidatesIn = (text: string, heads: Heads): Candidates =>
  PAIR.test(text) ? byPattern(text) : from => byLoop(text, from, heads)

function byPattern(text: string): Candidates {
  const pattern = new RegExp(CANDIDATE)
  return from => {
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match) return null
    const word = /^\p{L}{3}/iu.test(match[0]) ? match[0].toLowerCase() : null
    return { start: match.index, end: pattern.lastIndex, word }
  }
}

/** Which words of ASCII letters may be meant: by their first two letters, more than those that are. */
export type Heads = (first: number, second: number) => boolean

/** The heads of words in lower case, which may stand behind one of some letters. */
export function headsOf(words: Iterable<string>, prefixLetters: string): Heads {
  const table = new Uint8Array(1 << 14)
  for (const word of words) table[placeOf(word.charCodeAt(0), word.charCodeAt(1))] = 1
  return (first, second) =>
    first > 0x7f ||
    second > 0x7f ||
    table[placeOf(first | 0x20, second | 0x20)] === 1 ||
    prefixLetters.includes(String.fromCharCode(first))
}

const placeOf = (first: number, second: number) => ((first & 0x7f) << 7) | (second & 0x7f)

function byLoop(text: string, from: number, heads: Heads): Candidate | null {
  for (let at = from; at < text.length; ) {
    const kind = classes[text.charCodeAt(at)]! || learnClass(text.charCodeAt(at))
    if (kind !== LETTER && kind !== DIGIT) {
      at++
      continue
    }
    const end = runEnd(text, at, kind)
    const start = at
    at = end
    if (!standsFree(text, start)) continue
    if (kind === DIGIT) {
      if (end - start <= MOST_DIGITS) return { start, end, word: null }
    } else if (end - start >= SHORTEST_WORD) {
      if (!heads(text.charCodeAt(start), text.charCodeAt(start + 1))) continue
      const last = Math.min(end, start + LONGEST_WORD)
      return { start, end: last, word: text.slice(start, last).toLowerCase() }
    } else if (isQuarter(text, start)) return { start, end: start + 2, word: null }
  }
  return null
}

function runEnd(text: string, start: number, kind: number): number {
  let end = start + 1
  while (end < text.length && (classes[text.charCodeAt(end)]! || learnClass(text.charCodeAt(end))) === kind) end++
  return end
}

/** Behind no letter, mark or digit, nor inside a number with marks. */
function standsFree(text: string, start: number): boolean {
  if (start === 0) return true
  const before = text.charCodeAt(start - 1)
  if ((classes[before]! || learnClass(before)) !== OTHER) return false
  return !(isMark(before) && start > 1 && isDigit(text.charCodeAt(start - 2)))
}

function isQuarter(text: string, at: number): boolean {
  if ((text.charCodeAt(at) | 0x20) !== 0x71) return false
  QUARTER.lastIndex = at
  return QUARTER.test(text)
}

const isMark = (code: number) => code === 0x2e || code === 0x2c || code === 0x3a || code === 0x2f

const OTHER = 1
const LETTER = 2
const DIGIT = 3
const MARK = 4
const classes = new Uint8Array(1 << 16)

/** By the pattern's own flags: a few marks count as letters, because they have a letter as their other case. */
function learnClass(code: number): number {
  const sign = String.fromCharCode(code)
  const found = isDigit(code) ? DIGIT : /\p{L}/iu.test(sign) ? LETTER : /\p{M}/iu.test(sign) ? MARK : OTHER
  classes[code] = found
  return found
}
