/**
 * Dates that translations do not agree on. A date without a year, or stated to the month, agrees with every date that it
 * fits; a text may write a day beside its month in ways that no pattern reads (`den 4., 5. og 9. marts`), so that a day
 * or a year that stands among the numbers of a text is not held against it.
 */

import { monthsOf } from '../anatomy/dates.js'
import { byPlace, sharing } from '../edits/spans.js'
import { once } from '../structures/cache.js'
import { numbersIn } from '../tokens/numbers.js'
import { wordsIn } from '../tokens/words.js'
import type { Claim, Side } from './compare.js'
import { spelledNumbers } from './spelled-numbers.js'
import { byBlock, locator, type View } from './views.js'

/** One day, month, quarter or year; null for what is not stated. */
interface DateClaim extends Claim {
  readonly year: string | null
  /** `03`, `03-02`, `Q3`; null where only the year is stated. */
  readonly within: string | null
}

// A year that no word leads to is none of the dates of a record, and no quantity either.
const BARE_YEAR = /^(?:19|20)\d\d$/
const DATE = /^(-|\d{4})(?:-(.+))?$/

/** What the documents of a unit state as dates, and what each may be read to state. */
export function dateSides(views: readonly View[]): Side<DateClaim>[] {
  return views.map(view => {
    const claims = claimsOf(view)
    const numbers = new Set<number>()
    for (const { text } of view.blocks)
      for (const { text: written } of numbersIn(text, view.pack))
        for (const part of written.match(/\d+/g) ?? []) numbers.add(Number(part))
    const inWords = once(() => new Set(view.blocks.flatMap(({ text }) => [...spelledNumbers(text, view.pack)])))
    const hasNumber = (value: number) => numbers.has(value) || inWords().has(value)
    const months = once(() => monthsIn(view))
    const hasMonth = (month: number) => months().has(month)
    return { document: view.document.id, claims, allows: claim => allows(claim, claims, hasNumber, hasMonth) }
  })
}

function claimsOf(view: View): DateClaim[] {
  const locate = locator(view)
  const claims = view.dates.flatMap(mention =>
    mention.date.split('/').map(date => ({ key: date, ...partsOf(date), ...locate(mention, date) })),
  )
  const years = bareYears(view).map(({ text, ...place }) => {
    return { key: text, year: text, within: null, ...locate(place, text) }
  })
  return [...claims, ...years]
}

/** Years that stand alone: the record gives them as dates only behind a word that years stand after. */
function bareYears({ blocks, dates, pack }: View) {
  const dated = byBlock([...dates].sort(byPlace))
  return blocks.flatMap(block => {
    const taken = dated.get(block.id) ?? []
    return numbersIn(block.text, pack)
      .filter(({ text, start, end }) => BARE_YEAR.test(text) && !glued(block.text, start, end))
      .filter(number => sharing(taken, number).length === 0)
      .map(({ text, start, end }) => ({ text, block: block.id, start, end }))
  })
}

/** Part of a name, an address or a longer number. */
const glued = (text: string, start: number, end: number) =>
  /[\p{L}\d/_#.:,$€£+-]$/u.test(text.slice(Math.max(0, start - 1), start)) ||
  /^[\p{L}\d/_#%:]|^[.,-]\d/u.test(text.slice(end, end + 2))

function partsOf(date: string): Pick<DateClaim, 'year' | 'within'> {
  const [, year, within] = DATE.exec(date) ?? []
  return { year: year === undefined || year === '-' ? null : year, within: within ?? null }
}

const PREFIXES = 2
const LEAST_MONTH = 3
const LONGEST_MONTH = 14

/** Months whose names stand in a text, or begin a word of it (`Januarwoche`), from 1. */
function monthsIn({ blocks, pack }: View): Set<number> {
  const names = monthsOf(pack)
  const months = new Set<number>()
  for (const { text } of blocks) {
    for (const { text: word } of wordsIn(text)) {
      const low = word.slice(0, LONGEST_MONTH).toLowerCase()
      for (let from = 0; from <= (pack.prefixLetters === '' ? 0 : PREFIXES); from++)
        for (let end = low.length; end - from >= LEAST_MONTH; end--) {
          const month = names.get(low.slice(from, end))
          if (month !== undefined) months.add(month)
        }
    }
  }
  return months
}

function allows(
  claim: DateClaim,
  own: readonly DateClaim[],
  hasNumber: (value: number) => boolean,
  hasMonth: (month: number) => boolean,
): boolean {
  if (own.some(other => agree(claim, other))) return true
  const { year, within } = claim
  // The same day of another year.
  if (within !== null && year !== null && own.some(other => other.within === within && other.year !== null))
    return false
  if (within === null) return year === null || hasNumber(Number(year)) || hasNumber(Number(year.slice(2)))
  if (within.startsWith('Q')) return hasNumber(Number(within.slice(1)))
  const [month, day] = within.split('-').map(Number)
  // The same day in words or marks that no pattern reads; a date of its own says that it is another.
  const others = own.some(other => other.within?.includes('-'))
  if (day === undefined) return hasMonth(month!) || own.some(other => Number(other.within?.slice(0, 2)) === month)
  return hasNumber(day) && (hasMonth(month!) || !others)
}

/** Do two dates not contradict each other, and say something in common? */
function agree(a: DateClaim, b: DateClaim): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return false
  if (a.within === null || b.within === null) return a.year !== null && a.year === b.year
  return a.within === b.within || a.within.startsWith(`${b.within}-`) || b.within.startsWith(`${a.within}-`)
}

/** How likely one date stands for another: stated as precisely, and in as many parts the same. */
export function nearDates(a: DateClaim, b: DateClaim): number {
  if ((a.within === null) !== (b.within === null) || a.within?.length !== b.within?.length) return 0
  const [x, y] = [a.within ?? '', b.within ?? '']
  const shared = x.split('-').filter((part, i) => part !== '' && part === y.split('-')[i]).length
  return 1 + shared + (a.year !== null && a.year === b.year ? 1 : 0)
}
