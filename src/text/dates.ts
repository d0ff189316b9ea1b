/**
 * Dates as releases write them, in the months of a pack and in English, which wires print in every language. The
 * result is ISO 8601 with the precision that was stated: no year means no date, and no time zone is invented.
 */
import type { LanguagePack } from '../languages/pack.js'

// The large wires print the month in English whatever the language of the text.
const WIRE_MONTHS = [
  'January Jan',
  'February Feb',
  'March Mar',
  'April Apr',
  'May',
  'June Jun',
  'July Jul',
  'August Aug',
  'September Sept Sep',
  'October Oct',
  'November Nov',
  'December Dec',
]

export interface FoundDate {
  /** ISO 8601; null where the year is not stated. */
  readonly iso: string | null
  /** Offset after the date in the text that was searched. */
  readonly end: number
}

interface DatePatterns {
  readonly months: ReadonlyMap<string, number>
  /** A day of the week and the word before a day of the month. */
  readonly lead: RegExp
  readonly dayFirst: RegExp
  readonly monthFirst: RegExp
}

const cache = new WeakMap<LanguagePack, DatePatterns>()
const ISO = /(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/y
const NUMERIC = /(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y
const TIME =
  /(?:[,\s]{1,3}(?:kl\.?|um|alle|ore|at|om|בשעה)?\s?\d{1,2}[:.]\d{2}(?:\s?(?:Uhr|uur|[ap]\.?m\.?))?(?:\s\(?[A-Z]{2,5}\)?)?)/uy

/** The date that stands at `at`, a day of the week before and a time of day after it included; null where there is none. */
export function dateAt(text: string, from: number, pack: LanguagePack): FoundDate | null {
  const patterns = patternsOf(pack)
  patterns.lead.lastIndex = from
  const at = from + patterns.lead.exec(text)![0].length
  const found = isoAt(text, at) ?? wordsAt(text, at, patterns) ?? numericAt(text, at, pack)
  if (!found) return null
  TIME.lastIndex = found.end
  const time = TIME.exec(text)
  return time ? { ...found, end: found.end + time[0].length } : found
}

function isoAt(text: string, at: number): FoundDate | null {
  ISO.lastIndex = at
  const match = ISO.exec(text)
  return match
    ? found(match[0].length + at, Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : null)
    : null
}

function numericAt(text: string, at: number, pack: LanguagePack): FoundDate | null {
  NUMERIC.lastIndex = at
  const match = NUMERIC.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4])
  // Day first in all six; where that cannot be, an English text wrote the month first.
  const monthFirst = pack.tag === 'en' && second > 12
  return found(at + match[0].length, year, monthFirst ? first : second, monthFirst ? second : first)
}

function found(end: number, year: number, month: number, day: number | null): FoundDate | null {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return { end, iso: day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}` }
}

/** `March 02, 2026`, `2. marts 2026`, `den 2. marts`, `2 במרץ 2026`, `March 2026`. */
function wordsAt(text: string, at: number, patterns: DatePatterns): FoundDate | null {
  for (const [pattern, order] of [
    [patterns.monthFirst, 'month'],
    [patterns.dayFirst, 'day'],
  ] as const) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const day = order === 'month' ? match[2] : match[1]
    const month = patterns.months.get((order === 'month' ? match[1] : match[2])!.toLowerCase())!
    if (!match[3]) return day ? { iso: null, end: at + match[0].length } : null
    return found(at + match[0].length, Number(match[3]), month, day ? Number(day) : null)
  }
  return null
}

function patternsOf(pack: LanguagePack): DatePatterns {
  const known = cache.get(pack)
  if (known) return known
  const months = new Map<string, number>()
  WIRE_MONTHS.forEach((names, i) => {
    for (const name of names.split(' ')) months.set(name.toLowerCase(), i + 1)
  })
  pack.months.forEach((names, i) => {
    for (const name of names) months.set(name.toLowerCase(), i + 1)
  })
  const names = oneOf([...months.keys()])
  const weekdays = oneOf(pack.weekdays.flat())
  const glued = pack.prefixLetters ? `[${pack.prefixLetters}]?` : ''
  const year = '(?:,?\\s{1,3}(?:de\\s|del\\s)?(\\d{4})(?!\\d))'
  const day = '(\\d{1,2})(?:st|nd|rd|th|\\.|°|º|e|ste|de)?'
  const patterns = {
    months,
    lead: new RegExp(`(?:(?:${weekdays})[.,]{0,2}\\s{1,3})?(?:(?:den|dem|am|il|op|le|the)\\s{1,3}|ה-|ב-)?`, 'iuy'),
    monthFirst: new RegExp(`(${names})\\.?(?:\\s{1,3}${day}(?![\\d\\p{L}]))?${year}?(?![\\p{L}\\d])`, 'iuy'),
    dayFirst: new RegExp(`${day}\\s{0,3}(?:di\\s|of\\s)?${glued}(${names})\\.?${year}?(?![\\p{L}\\d])`, 'iuy'),
  }
  cache.set(pack, patterns)
  return patterns
}

/** An alternative of words, longest first; of none, one that never matches. */
function oneOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return longestFirst.map(word => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
}
