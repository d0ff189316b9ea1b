/**
 * The day that a field of a header, a feed or a table states, in the zone in which it is stated: a mail of 3 March, 23:30 in
 * San Francisco is of 3 March. Machines write these, so few forms are enough, and a form that means two days (03/04/2026)
 * means none here.
 */
import { inCalendar, isoOf } from '../anatomy/dates.js'

const ISO = /^(\d{4})-(\d\d)(?:-(\d\d))?(?=$|[T\s+Z])/
const BASIC = /^(\d{4})(\d\d)(\d\d)(?=$|T)/
/** RFC 5322, and RFC 850 with hyphens: `Tue, 3 Mar 2026`, `Tuesday, 03-Mar-26`. */
const MAIL = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}\.?,?[\s-]+(\d{4}|\d\d)(?!\d)/i
/** As C prints it: `Tue Mar  3 10:15:00 2026`; and as people do: `March 3, 2026`. */
const ENGLISH =
  /^(?:[a-z]{3},?\s+)?([a-z]{3})[a-z]{0,6}\.?\s+(\d{1,2})(?:,|\s+\d\d:\d\d(?::\d\d)?(?:\s+[A-Z]{3,4})?)?\s+(\d{4})(?!\d)/i
/** Written with points, the day is first in every language that writes so. */
const POINTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** RFC 5322, 4.3: two figures are 2000 to 2049, or 1950 to 1999. */
const CENTURY_TURN = 50
/** Seconds since 1970 have ten figures since 2001, milliseconds thirteen. */
const FIRST_SECONDS = 1_000_000_000
const FIRST_MILLISECONDS = FIRST_SECONDS * 1000
const LAST_MILLISECONDS = FIRST_MILLISECONDS * 10

/** The day (or month, if no more is stated) in ISO 8601; undefined where none is stated. */
export function statedDay(value: unknown): string | undefined {
  if (typeof value === 'number') return dayOfClock(value)
  if (typeof value !== 'string') return undefined
  const text = value.trimStart().slice(0, LONGEST_DATE)
  const iso = ISO.exec(text)
  if (iso) return inYear(iso[1]!, iso[2]!, iso[3] ?? null)
  const basic = BASIC.exec(text)
  if (basic) return inYear(basic[1]!, basic[2]!, basic[3]!)
  const points = POINTS.exec(text)
  if (points) return inYear(points[3]!, points[2]!, points[1]!)
  const mail = MAIL.exec(text)
  if (mail) return inYear(mail[3]!, monthOf(mail[2]!), mail[1]!)
  const english = ENGLISH.exec(text)
  return english ? inYear(english[3]!, monthOf(english[1]!), english[2]!) : undefined
}

/** No form is longer; what stands behind, as a time or a comment, is not read. */
const LONGEST_DATE = 80

const monthOf = (name: string) => String(MONTHS.indexOf(name.toLowerCase()) + 1)

function inYear(year: string, month: string, day: string | null): string | undefined {
  const short = year.length === 2
  const full = short ? Number(year) + (Number(year) < CENTURY_TURN ? 2000 : 1900) : Number(year)
  return isoOf(full, Number(month), day === null ? null : Number(day)) ?? undefined
}

function dayOfClock(value: number): string | undefined {
  const ms = value < FIRST_MILLISECONDS ? value * 1000 : value
  if (!(ms >= FIRST_MILLISECONDS && ms < LAST_MILLISECONDS)) return undefined
  const day = new Date(ms).toISOString().slice(0, 10)
  return inCalendar(day) ? day : undefined
}
