/**
 * The patterns that dates in running text are found by, built from a pack once: what joins two days, what a year stands
 * behind, what a quarter is called.
 */

import { DAY_ENDING, monthsOf } from '../anatomy/dates.js'
import type { LanguagePack } from '../languages/pack.js'
import { alternation, anyCase } from '../tokens/alternation.js'
import { functionWords } from '../words/vote.js'
import { type Heads, headsOf } from './date-candidates.js'

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

const cache = new WeakMap<LanguagePack, Patterns>()

/** The patterns of a pack. */
export function patternsOf(pack: LanguagePack): Patterns {
  const known = cache.get(pack)
  if (known) return known
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
  const patterns: Patterns = {
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
  cache.set(pack, patterns)
  return patterns
}

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
