/**
 * A date as releases write it, in the months of a pack and in English, which wires print in every language. The result is
 * ISO 8601 with the precision that was stated. A date without a year keeps none (`--03-04`, the form of ISO 8601:2000
 * and vCard), and no time zone is invented.
 */

import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase, eat } from '../tokens/alternation.js'
import { isDigit } from '../tokens/characters.js'
import { patternsOf as patternsOfWords } from '../tokens/patterns.js'

// The large wires print the month in English whatever the language of the text.
const WIRE_MONTHS =
  'January Jan,February Feb,March Mar,April Apr,May,June Jun,July Jul,August Aug,September Sept Sep,October Oct,November Nov,December Dec'

/** A date; the span leaves out a day of the week before it and a time of day behind it. */
export interface PlainDate {
  /** `2026-03-02`, `2026-03`, `--03-02`. */
  readonly date: string
  readonly start: number
  readonly end: number
}

export interface FoundDate {
  /** ISO 8601; null where the year is not stated. */
  readonly iso: string | null
  /** `--03-02` where the year is not stated. */
  readonly yearless: string | null
  /** `10:00` and the like, 24 hours, where a time of day follows; the zone as it is written. */
  readonly time: string | null
  readonly zone: string | null
  /** Offset after the date in the text that was searched. */
  readonly end: number
}

interface DatePatterns {
  readonly months: ReadonlyMap<string, number>
  /** Codes of the letters that months begin with, small and capital. */
  readonly firsts: ReadonlySet<number>
  /** A day of the week and the word before a day of the month. */
  readonly lead: RegExp
  /** How names of months are written: in Hebrew a short one ends with a mark. */
  readonly writings: readonly Writing[]
  /** What may be glued before the name of a month. */
  readonly prefixLetters: string
}

const ISO = /(\d{4})([-./])(\d{2})(?:\2(\d{2}))?(?![\d\p{L}])(?!\2\d)/uy
// > | 02.03.2026   2/3/26   02-03-2026   2/3-2026   02-03 2026 (Danish)
const NUMERIC =
  /(\d{1,2})(?:([./])(\d{1,2})\2\s?(\d{4}|\d{2})|(-)(\d{1,2})(?:-|(?<=\d\d-\d\d)\s)(\d{4})|(\/)(\d{1,2})[- ](\d{4}))(?![\d\p{L}])/uy
const TIME =
  /(?:\s?[,–—-]\s?|\s)(?:kl\.?|um|alle(?: ore)?|ore|at|om|klokken|בשעה)?\s?(\d{1,2})(?:[:.](\d{2})|(?=\s?(?:Uhr|uur|[ap]\.?m)))(?![.\d]*\d)(?:\s?(Uhr|uur|[ap]\.?m\.?))?(?:\s\(?([A-Z]{2,5}(?:[+-]\d{1,2})?)\)?(?![\p{L}\d]))?/iuy
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const two = (n: number) => String(n).padStart(2, '0')
/** A year of three figures or less is a slip: `4.5.0231`. */
const FIRST_YEAR = 1000

/** The date in ISO 8601; null where there is no such day. */
export function isoOf(year: number | null, month: number, day: number | null): string | null {
  if (year !== null && year < FIRST_YEAR) return null
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > DAYS[month - 1]!))) return null
  if (day === 29 && month === 2 && year !== null && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)))
    return null
  const head = year === null ? `--${two(month)}` : `${year}-${two(month)}`
  return day === null ? head : `${head}-${two(day)}`
}

/** Is there such a day, month, quarter or year: `2026-03-02`, `2026-03`, `2026-Q1`, `2026`, `--03-02`? */
export function inCalendar(date: string): boolean {
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?|-Q[1-4])?$/.exec(date) ?? []
  if (year === undefined) return false
  if (month === undefined) return Number(year) >= FIRST_YEAR
  return isoOf(year === '-' ? null : Number(year), Number(month), day === undefined ? null : Number(day)) !== null
}

/** The date that stands at `at`, a day of the week before and a time of day after it included; null where there is none. */
export function dateAt(text: string, from: number, pack: LanguagePack): FoundDate | null {
  const at = from + eat(patternsOf(pack).lead, text, from)![0].length
  const found = plainDateAt(text, at, pack)
  if (!found) return null
  const yearless = found.date.startsWith('--')
  const clock = timeAt(text, found.end)
  return {
    iso: yearless ? null : found.date,
    yearless: yearless ? found.date : null,
    time: clock?.time ?? null,
    zone: clock?.zone ?? null,
    end: clock?.end ?? found.end,
  }
}

/** A time of day: `10:00`, `kl. 10.30`, `um 10 Uhr`, `3 p.m. ET`; 24 hours. */
function timeAt(text: string, at: number): { time: string; zone: string | null; end: number } | null {
  const match = eat(TIME, text, at)
  if (!match) return null
  const half = match[3]?.[0]?.toLowerCase()
  const hour = (Number(match[1]) % (half === 'p' || half === 'a' ? 12 : 25)) + (half === 'p' ? 12 : 0)
  const minute = Number(match[2] ?? 0)
  // The pattern knows no case, but a zone is written in capitals: `10 Uhr von` names none.
  const zone = match[4] && match[4] === match[4].toUpperCase() ? match[4] : null
  const end = at + match[0].length - (match[4] && !zone ? match[4].length + 1 : 0)
  return hour < 24 && minute < 60 ? { time: `${two(hour)}:${two(minute)}`, zone, end } : null
}

/** The first time of day in a text; null where there is none. */
export function timeIn(text: string): { time: string; zone: string | null } | null {
  for (const { index } of text.matchAll(/[\s,–—-](?=[\p{L}\d])/gu)) {
    const found = timeAt(text, index)
    if (found) return found
  }
  return null
}

/** The date whose first number or month stands at `at`. `monthFirst` reads 3/4/2026 as the fourth of March. */
export function plainDateAt(text: string, at: number, pack: LanguagePack, monthFirst = false): PlainDate | null {
  const patterns = patternsOf(pack)
  const code = text.charCodeAt(at)
  if (!isDigit(code)) return code > 0x7f || patterns.firsts.has(code) ? wordsAt(text, at, patterns) : null
  return isoAt(text, at) ?? wordsAt(text, at, patterns) ?? numericAt(text, at, pack, monthFirst)
}

function isoAt(text: string, at: number): PlainDate | null {
  const match = eat(ISO, text, at)
  if (!match || (match[2] !== '-' && !match[4])) return null
  return dateOf(at, match[0].length, Number(match[1]), Number(match[3]), match[4] ? Number(match[4]) : null)
}

function numericAt(text: string, at: number, pack: LanguagePack, monthFirst: boolean): PlainDate | null {
  const match = eat(NUMERIC, text, at)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3] ?? match[6] ?? match[9])]
  const written = (match[4] ?? match[7] ?? match[10])!
  const year = written.length === 2 ? 2000 + Number(written) : Number(written)
  // Day first in all six; where that cannot be, or the text is known to do so, English writes the month first.
  const swapped = pack.tag === 'en' && (second > 12 || (monthFirst && first <= 12))
  return dateOf(at, match[0].length, year, swapped ? first : second, swapped ? second : first)
}

function dateOf(start: number, length: number, year: number | null, month: number, day: number | null) {
  const date = isoOf(year, month, day)
  return date === null ? null : { date, start, end: start + length }
}

/** `March 02, 2026`, `2. marts 2026`, `2. marts`, `2 במרץ 2026`, `March 2026`; a month alone is no date. */
function wordsAt(text: string, at: number, patterns: DatePatterns): PlainDate | null {
  const isDay = isDigit(text.charCodeAt(at))
  for (const { dayFirst, monthFirst } of patterns.writings) {
    const match = eat(isDay ? dayFirst : monthFirst, text, at)
    if (!match) continue
    const [day, name] = isDay ? [match[1], match[2]!] : [match[2], match[1]!]
    const month = isDay ? monthBehind(name, match, patterns) : patterns.months.get(name.toLowerCase())
    if (month === undefined) continue
    if (!match[3] && !day) return null
    return dateOf(at, match[0].length, match[3] ? Number(match[3]) : null, month, day ? Number(day) : null)
  }
  return null
}

/** The month of a name behind a day; a prefix letter, or what ends the day (`4thMarch`), may be glued to it. */
function monthBehind(name: string, match: RegExpExecArray, patterns: DatePatterns): number | undefined {
  const { months, prefixLetters } = patterns
  const low = name.toLowerCase()
  const whole = months.get(low)
  if (whole !== undefined) return whole
  if (prefixLetters.includes(low[0]!)) return months.get(low.slice(1))
  return match[0].startsWith(match[1]! + name) ? months.get(low.replace(GLUED_ENDING, '')) : undefined
}

/** The months of a pack and of the wires, by name in lower case. */
export const monthsOf = (pack: LanguagePack): ReadonlyMap<string, number> => patternsOf(pack).months

const LETTERS_BEHIND = 'st|nd|rd|th|ste|de|e'
/** What may stand behind the number of a day: `4th`, `4.`, `4°`. */
export const DAY_ENDING = `(?:${LETTERS_BEHIND}|\\.|°|º)?`
const GLUED_ENDING = new RegExp(`^(?:${LETTERS_BEHIND})`)

/** Patterns of a date by the name of its month: any word, so that they are the same in all languages, and compiled once. */
interface Writing {
  readonly dayFirst: RegExp
  readonly monthFirst: RegExp
}

const DAY = `(\\d{1,2})(?:(?:${LETTERS_BEHIND})(?!\\p{L})|\\.|°|º)?`
const YEAR = '(?:,?\\s{1,3}(?:de\\s|del\\s|of\\s)?(\\d{4})(?![\\d\\p{L}]|[.,]\\d))'

const writing = (name: string): Writing => ({
  dayFirst: anyCase(`${DAY}\\s{0,3}(?:di\\s|of\\s)?(${name})\\.?${YEAR}?(?![\\p{L}\\d])`, 'uy'),
  monthFirst: anyCase(`(${name})\\.?(?:\\s{1,3}${DAY}(?![\\d\\p{L}]|[.,:]\\d))?${YEAR}?(?![\\p{L}\\d])`, 'uy'),
})
const PLAIN_NAME = writing('\\p{L}{1,24}')
const MARKED_NAME = writing("\\p{L}{1,24}['׳]")

const patternsOf = oncePer((pack: LanguagePack): DatePatterns => {
  const months = new Map<string, number>()
  for (const list of [WIRE_MONTHS.split(',').map(names => names.split(' ')), pack.months])
    for (const [i, names] of list.entries()) for (const name of names) months.set(name.toLowerCase(), i + 1)
  const weekdays = alternation(pack.weekdays.flat())
  return {
    months,
    firsts: new Set(
      [...months.keys()].flatMap(name => [name.charCodeAt(0), name[0]!.toUpperCase().charCodeAt(0)] as const),
    ),
    lead: anyCase(
      `(?:(?:${weekdays})[.,]{0,2}\\s{1,3})?(?:(?:den|dem|d\\.|am|il|op|le|the)\\s{1,3}|[הב][-־–]?(?=\\d))?`,
      'uy',
    ),
    writings: [...months.keys()].some(name => /['׳]$/.test(name)) ? [MARKED_NAME, PLAIN_NAME] : [PLAIN_NAME],
    prefixLetters: pack.prefixLetters,
  }
})

// --- the date of publication ---------------------------------------------------------------------------------------------
// The line that a site prints above or below a text with the time of its publication. The date comes first or behind a word
// for publication, then nothing but the time, and behind a bar or a dash the source.
//
//     > | 17.8.2026 06:00:00 CEST | Elbwerk A/S | Pressemeddelelse
//     > | March 08, 2026 10:00 AM Eastern Standard Time
//     > | Geplaatst op 3 maart 2026

const LONGEST_LINE = 110
const AFTER =
  /^(?:,?\s{0,2}[|–—/-]?\s{0,2}(?:(?:kl\.?|klokken|um|at|alle|alle ore|ore|om|בשעה)\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?(?:[ap]\.?m\.?|Uhr|uur|h)(?!\p{L}))?)?(?:[:.]\d{2})?\s{0,2}(?:[+-]\d{2}:?\d{2}(?:\s\([A-Z]{2,5}\))?|[A-Z]{2,4}(?:\/[A-Z]{2,4})?|(?:\p{Lu}\p{L}+[ -]){1,3}(?:Time|Zeit))?\s{0,2}(?:[|–—,·•/-].{0,80})?$/u

const ZONE =
  /^(?:[:.]\d{2})?\s\(?([+-]\d{2}:?\d{2}|[A-Z]{2,5}(?:\/[A-Z]{2,4})?|(?:\p{Lu}\p{L}+[ -]){1,3}(?:Time|Zeit))(?!\p{L})/u

// > | OTS0088, 18. April 2026, 10:12
const CODE = /^\p{Lu}{2,5}\d{2,6},?\s+(?=\d)/u

const BYLINE = /^\s\p{L}+(?:\s[\p{Lu}\p{Lo}][\p{L}.'’-]*){1,4}$/u

/** When a text was published; the time in 24 hours and the zone as it is written, where they are stated. */
export interface Publication {
  readonly date: string
  readonly time?: string
  readonly zone?: string
}

/** The time of publication that a line states and nothing else; null where it is another line. */
export function publicationIn(text: string, pack: LanguagePack): Publication | null {
  if (text.length > LONGEST_LINE) return null
  const from = (leadPattern(pack).exec(text) ?? CODE.exec(text))?.[0].length ?? 0
  const date = dateAt(text, from, pack)
  const behind = text.slice(date?.end)
  if (!date?.iso || !(AFTER.test(behind) || isByline(behind, pack))) return null
  const zone = date.zone ?? (date.time && ZONE.exec(text.slice(date.end))?.[1])
  return { date: date.iso, ...(date.time && { time: date.time }), ...(zone && { zone }) }
}

/** `Posted on 3 May 2026 by Jane Example` */
const isByline = (text: string, pack: LanguagePack) =>
  BYLINE.test(text) && patternsOfWords(pack).labelLink(text.trimStart()) !== null

/** Its date alone, ISO 8601. */
export const publishedAt = (text: string, pack: LanguagePack): string | null => publicationIn(text, pack)?.date ?? null

const leadPattern = oncePer((pack: LanguagePack) => anyCase(`^(?:${alternation(pack.publishedLeads)})\\s?:?\\s`, 'u'))
