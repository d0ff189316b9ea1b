/**
 * Every date in a text, in order. Numbers and names of months are looked at one by one; what is a date by itself gives
 * its month and year to the days before it:
 *
 *     > | am 2. und 4. März 2026          two days, 2026-03-02 and 2026-03-04
 *     > | 2.-4. marts 2026                a range, 2026-03-02/2026-03-04
 *     > | March 2-4, 2026                 the same, the other way round
 *
 * A year alone counts behind a word that years stand after (`seit 1926`); a month alone is no date.
 */

import { inCalendar, isoOf, type PlainDate, plainDateAt } from '../anatomy/dates.js'
import type { LanguagePack } from '../languages/pack.js'
import type { DateMention, DatePrecision } from '../model.js'
import { eat } from '../tokens/alternation.js'
import { isDigit } from '../tokens/characters.js'
import { candidatesIn, type Patterns, patternsOf } from './date-patterns.js'

export type TextDate = Omit<DateMention, 'block'>

interface Scan {
  readonly pack: LanguagePack
  /** 3/4/2026 is the fourth of March. */
  readonly monthFirst: boolean
}

const YEAR = /((?:1[5-9]|20)\d\d)(?:\s?([-–/])\s?((?:(?:1[5-9]|20)\d\d)|\d\d))?(?![\d\p{L}%€$°]|[.,:]\d|\s?[-–]\s?\d)/uy
const YEAR_BEHIND = /,?\s{1,3}(\d{4})(?![\d\p{L}])/uy
const LEAD_REACH = 24
// More numbers in a row than this are a list of numbers, of which the last alone is a day.
const MOST_DAYS = 5
const CENTURY = 100
const NO_FIRST = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g

/** No date is without a year, marks between numbers, or the name of a month or quarter. */
const MAY_HAVE_DATE = /\d{4}|\d[-./]\d|\p{L}{3}/u

/** Does an English text write the month first? Only where some date of it cannot be read otherwise. */
export const writesMonthFirst = (texts: readonly string[], pack: LanguagePack): boolean =>
  pack.tag === 'en' &&
  texts.some(text => Array.from(text.matchAll(NO_FIRST)).some(m => Number(m[1]) <= 12 && Number(m[2]) > 12))

/** The dates of a text; spans are disjoint. Linear. */
export function datesIn(text: string, pack: LanguagePack, monthFirst = false): TextDate[] {
  if (!/\d/.test(text) || !MAY_HAVE_DATE.test(text)) return []
  const scan = { pack, monthFirst }
  const patterns = patternsOf(pack)
  const found: TextDate[] = []
  let days: { day: number; start: number; end: number; range: boolean }[] = []
  const next = candidatesIn(text, patterns.heads)
  let from = 0
  for (let candidate = next(from); candidate; candidate = next(from)) {
    from = candidate.end
    const skipped = candidate.word === null ? 0 : prefixOf(candidate.word, pack, patterns)
    if (skipped === null) continue
    const at = candidate.start + skipped
    const joined = days.length > 0 && linkAt(text, days.at(-1)!.end, at, patterns)
    if (!joined || days.length > MOST_DAYS) days = []
    const years = found.at(-1)?.precision === 'year' && linkAt(text, found.at(-1)!.end, at, patterns) === 'range'
    const date = dateHere(text, at, scan, patterns, years)
    if (date.length === 0) {
      const day = dayAt(text, at)
      if (!day) continue
      if (joined && days.length > 0) days.at(-1)!.range = joined === 'range'
      days.push({ ...day, start: at, range: false })
      from = day.end
      continue
    }
    if (joined && days.length > 0) days.at(-1)!.range = joined === 'range'
    push(found, withDays(days, date), text, patterns)
    days = []
    from = date.at(-1)!.end
  }
  // A full stop behind a month ends the sentence, or the month was cut short: it is no part of the date.
  return found.map(date => (text[date.end - 1] === '.' ? { ...date, end: date.end - 1 } : date))
}

/** Letters glued before a word that a date may begin with (Hebrew `במרץ`); null where it is no such word. */
function prefixOf(word: string, { prefixLetters }: LanguagePack, { words }: Patterns): number | null {
  if (words.has(word)) return 0
  for (let n = 1; n <= 2 && prefixLetters.includes(word[n - 1]!); n++) if (words.has(word.slice(n))) return n
  return null
}

/** A date and what goes on behind it (`March 2-4, 2026`); a quarter; a year behind its word. */
function dateHere(
  text: string,
  at: number,
  { pack, monthFirst }: Scan,
  patterns: Patterns,
  years: boolean,
): TextDate[] {
  const quarter = quarterAt(text, at, patterns)
  if (quarter) return [quarter]
  const plain = plainDateAt(text, at, pack, monthFirst)
  if (plain && !shortYear(text, plain))
    return plain.date.startsWith('--') ? withDaysBehind(text, plain, patterns) : [dated(plain)]
  const year = yearAt(text, at, patterns, years)
  return year ? [year] : []
}

const PRECISION: Readonly<Record<number, DatePrecision>> = { 4: 'year', 7: 'month', 10: 'day' }
const dated = (plain: PlainDate): TextDate => ({
  date: plain.date,
  precision: plain.date.startsWith('--') ? 'day' : (PRECISION[plain.date.length] ?? 'day'),
  start: plain.start,
  end: plain.end,
})

/** `3.5.26` may be the number of a chapter; `03.05.26` is none. */
const shortYear = (text: string, { start, end }: PlainDate) =>
  /^\d{1,2}\D\d{1,2}\D\d\d$/.test(text.slice(start, end)) && end - start < 8

function dayAt(text: string, at: number): { day: number; end: number } | null {
  const match = /^(\d{1,2})(?!\d)/.exec(text.slice(at, at + 3))
  const day = Number(match?.[1])
  return match && day >= 1 && day <= 31 ? { day, end: at + match[1]!.length } : null
}

/** What stands between a day and the next number: nothing that joins them, a list, or a range. */
function linkAt(text: string, end: number, next: number, { between }: Patterns): 'range' | 'list' | null {
  const match = eat(between, text, end)
  if (!match || end + match[0].length !== next) return null
  return match[1] === undefined ? 'list' : 'range'
}

/** The days before a date take its month and year. */
function withDays(
  days: readonly { day: number; start: number; end: number; range: boolean }[],
  dates: TextDate[],
): TextDate[] {
  const [first] = dates
  if (days.length === 0 || !first || first.precision !== 'day' || first.date.includes('/')) return dates
  const year = first.date.startsWith('--') ? null : Number(first.date.slice(0, 4))
  const month = Number(first.date.slice(-5, -3))
  const all = days.flatMap(({ day, ...rest }) => {
    const date = isoOf(year, month, day)
    return date === null ? [] : [{ ...rest, date }]
  })
  const out: TextDate[] = []
  const plain = [...all, { ...first, range: false }]
  for (let i = 0; i < plain.length; i++) {
    const { date, start, end, range } = plain[i]!
    const next = plain[i + 1]
    // An interval has years (ISO 8601); without them its days are named one by one.
    if (range && next && year !== null && date < next.date)
      out.push({ date: `${date}/${next.date}`, precision: 'day', start, end: plain[++i]!.end })
    else out.push({ date, precision: 'day', start, end })
  }
  return [...out, ...dates.slice(1)]
}

/** `March 2-4, 2026`, `March 2 and 4`: days behind the first, then the year of all. */
function withDaysBehind(text: string, first: PlainDate, { dayBehind }: Patterns): TextDate[] {
  const month = Number(first.date.slice(2, 4))
  const days = [{ day: Number(first.date.slice(5)), start: first.start, end: first.end, range: false }]
  if (/^\d/.test(text.slice(first.start, first.start + 1))) return [dated(first)]
  for (let more = eat(dayBehind, text, first.end); more; more = eat(dayBehind, text, days.at(-1)!.end)) {
    const end = days.at(-1)!.end + more[0].length
    const day = Number(more[2])
    if (isoOf(null, month, day) === null) break
    days.at(-1)!.range = more[1] !== undefined
    days.push({ day, start: end - more[2]!.length, end, range: false })
  }
  if (days.length === 1) return [dated(first)]
  const behind = eat(YEAR_BEHIND, text, days.at(-1)!.end)
  const last = days.pop()!
  const date = isoOf(behind ? Number(behind[1]) : null, month, last.day)
  if (date === null) return [dated(first)]
  return withDays(days, [{ date, precision: 'day', start: last.start, end: last.end + (behind?.[0].length ?? 0) }])
}

/** What stands between the number of a quarter and its word. */
const BEFORE_QUARTER = /(?:\d\.?[eEº°]?\s)?/y

/** `Q3 2026`, `3. Quartal 2026`, `third quarter of 2026`. */
function quarterAt(text: string, at: number, { quarter, quarterFirsts, ordinals }: Patterns): TextDate | null {
  // The pattern is long, and most numbers are days.
  if (isDigit(text.charCodeAt(at)) && !quarterFirsts.has(text[at + eat(BEFORE_QUARTER, text, at)![0].length]))
    return null
  const match = eat(quarter, text, at)
  if (!match) return null
  const [first, year] = match.slice(1).filter(group => group !== undefined)
  const date = `${year}-Q${ordinals.get(first!.toLowerCase()) ?? first}`
  return inCalendar(date) ? { date, precision: 'quarter', start: at, end: at + match[0].length } : null
}

/** A year, or years with a dash or slash between them, behind a word that years stand after. */
function yearAt(text: string, at: number, { yearLead, amount, bareYear }: Patterns, years: boolean): TextDate | null {
  const match = eat(YEAR, text, at)
  if (!match) return null
  const before = text.slice(Math.max(0, at - LEAD_REACH), at)
  if (!years && !yearLead.test(before) && !(bareYear && standsBare(match[0], before, text, at, bareYear))) return null
  if (eat(amount, text, at + match[0].length)) return null
  const [whole, year, , second] = match
  const last = second && (second.length === 2 ? year!.slice(0, 2) + second : second)
  if (last && !(Number(last) > Number(year) && Number(last) - Number(year) < CENTURY)) return null
  return { date: last ? `${year}/${last}` : year!, precision: 'year', start: at, end: at + whole.length }
}

/**
 * Where nouns have a capital, a year needs no word before it (`wurde 2011 gegründet`): a function word stands before it,
 * and no noun behind it that could be counted (`hat 2050 Mitarbeiter`). Round hundreds are amounts.
 */
function standsBare(year: string, before: string, text: string, at: number, words: ReadonlySet<string>): boolean {
  const word = /(?<!\p{L})(\p{L}+)\s$/u.exec(before)?.[1]
  if (!word || !words.has(word) || !/^(?:19|20)\d[1-9]$|^(?:19|20)[1-9]0$/.test(year)) return false
  return /^(?:[.,;:)!?]|\s\p{Ll}|$)/u.test(text.slice(at + year.length, at + year.length + 2))
}

/** Adds dates; one without a year takes that of the next where words or a dash join the two (`28. Mai bis 3. Juni 2026`). */
function push(found: TextDate[], dates: readonly TextDate[], text: string, patterns: Patterns): void {
  const [first] = dates
  const before = found.at(-1)
  const link = before && first && linkAt(text, before.end, first.start, patterns)
  if (!link || before.precision !== first.precision || before.date.includes('/') || first.date.includes('/'))
    return void found.push(...dates)
  const year = first.date.slice(0, 4)
  const own =
    before.date.startsWith('--') && !first.date.startsWith('--') ? `${year}${before.date.slice(1)}` : before.date
  if (own > first.date || own.length !== first.date.length) return void found.push(...dates)
  found.pop()
  if (link === 'range' && !own.startsWith('--'))
    found.push({ ...before, date: `${own}/${first.date}`, end: first.end }, ...dates.slice(1))
  else found.push({ ...before, date: own }, ...dates)
}
