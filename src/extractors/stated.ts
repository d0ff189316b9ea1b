/**
 * Titles, languages and dates that a file states beside its text, where they say something: names that programs put there
 * by themselves do not (`Microsoft Word - release.doc`, `untitled`).
 */
import type { SourceFacts } from '../model.js'

/** Names of programs' own making, and names of files. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|unnamed|about:|document\d*$|dokument\d*$|presentation\d*$|print$|slide \d|https?:\/\/|file:)|\.(?:docx?|odt|rtf|indd|qxd|qxp|pages|pdf|html?|txt|pptx?|xlsx?|tex|ai|pmd|fm)$/i
/** One word with a digit or an underscore in it is the name of a file too. */
const FILE_NAME = /^\S*[_\d]\S*$/
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i
/** `D:20260302101500+01'00'` in a PDF, `2026-03-02T10:15:00Z` in XML, with as much of it as is known. */
const DATE = /^(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?/
/** No program that writes such files is older. */
const FIRST_YEAR = 1980

/** As the file has it: anything. */
interface Stated {
  readonly title: unknown
  readonly language: unknown
  readonly date: unknown
  readonly publisher: unknown
}

/** What is stated; `undefined` and what says nothing is left out. */
export function factsFrom(stated: Stated): SourceFacts {
  const { title, language, date, publisher } = stated
  const facts = {
    title: titleFrom(title),
    language: LANGUAGE.test(plain(language)) ? plain(language) : '',
    date: dateFrom(plain(date)),
    publisher: plain(publisher),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))
}

const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/[\s\0-\x1f]+/g, ' ').trim() : '')

function titleFrom(value: unknown): string {
  const title = plain(value)
  return NO_TITLE.test(title) || FILE_NAME.test(title) || !/\p{L}{2}/u.test(title) ? '' : title
}

function dateFrom(value: string): string {
  const [, year, month, day] = DATE.exec(value) ?? []
  if (!year || Number(year) < FIRST_YEAR) return ''
  const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12
  const isDay = isMonth && day !== undefined && Number(day) >= 1 && Number(day) <= 31
  return [year, ...(isMonth ? [month] : []), ...(isDay ? [day] : [])].join('-')
}
