/**
 * What is none of the text, and is taken out; the record keeps it. A printed page adds page numbers, running heads, and lines
 * drawn under headings: a bare number is believed only beside a form feed, or where a word or dashes say that it is a page.
 * Before a text a crawler's date may stand, a byte order mark, a stray mark.
 */

import { inCalendar } from '../anatomy/dates.js'
import type { LayoutDecisions, Repair } from '../model.js'
import type { Line } from './lines.js'

const WORD = '(?:page|pag\\.?|pagina|seite|side|blad|p\\.|s\\.|עמוד|עמ׳)'
const OF = '(?:/|of|von|di|af|van|su|מתוך)'
const NAMED_PAGE = new RegExp(`^[-–—| ]{0,4}${WORD} ?\\d{1,4}(?: ?${OF} ?\\d{1,4})?[-–—| ]{0,4}$`, 'iu')
const DASHED_PAGE = /^[-–—] ?\d{1,4} ?[-–—]$/
// The old mark of an end (`-30-`) is the page of a text only where other pages are numbered.
const THIRTY = /^[-–—] ?30 ?[-–—]$/
const BARE_PAGE = /^\d{1,4}(?: ?\/ ?\d{1,4})?$/
const RULE = /^(?:={3,}|-{3,}|~{3,}|_{3,}|\^{3,}|"{4,}|\*{5,}|#{4,}|\.{5,}|[─━═]{3,})$/
const OPEN_END = /[\p{L}\p{N},-]$/u
const LONGEST_HEAD = 100

export interface Furniture {
  /** Numbers of the lines that are no text. */
  readonly removed: ReadonlyMap<number, 'running-head' | 'marker'>
  /** Numbers of the lines that are underlined. */
  readonly underlined: ReadonlySet<number>
}

/** Lines of the page rather than of the text; none that a person decided to be text. */
export function furnitureOf(lines: readonly Line[], decided: LayoutDecisions | null = null): Furniture {
  const removed = new Map<number, 'running-head' | 'marker'>()
  const underlined = new Set<number>()
  const paged = lines.map(({ text }) => isPageNumber(text))
  const isSole = paged.indexOf(true) === paged.lastIndexOf(true)
  const numbers = paged.map((is, i) => is && !(isSole && THIRTY.test(lines[i]!.text)))
  const atEdge = pageEdges(lines, numbers)
  const heads = repeatedHeads(lines, numbers, atEdge)
  lines.forEach((line, i) => {
    const text = line.text
    if (text.length > LONGEST_HEAD + 100 || decided?.isText(line)) return
    const beside = line.page || lines[i + 1]?.page === true
    if (numbers[i] || (beside && BARE_PAGE.test(text))) removed.set(i, 'running-head')
    else if (atEdge(i) && heads.has(headKey(text))) removed.set(i, 'running-head')
    else if (isUnderline(line, lines[i - 1])) {
      removed.set(i, 'marker')
      underlined.add(i - 1)
    }
  })
  // A text of nothing but such lines has no pages.
  if (removed.size === lines.length) return { removed: new Map(), underlined: new Set() }
  return { removed, underlined }
}

/** A rule directly under a line and about as long as it. */
function isUnderline(line: Line, above: Line | undefined): boolean {
  if (!above || line.blanks > 0 || !RULE.test(line.text) || RULE.test(above.text)) return false
  return above.text.length <= LONGEST_HEAD && line.text.length >= 0.5 * above.text.length
}

const isPageNumber = (text: string) =>
  text.length <= LONGEST_HEAD && /\d/.test(text) && (NAMED_PAGE.test(text) || DASHED_PAGE.test(text))

/** Does a page end or begin at a line: is a form feed or a page number beside it? The last page ends with the text. */
const pageEdges = (lines: readonly Line[], numbers: readonly boolean[]) => (i: number) =>
  lines[i]!.page || lines[i + 1]?.page !== false || numbers[i - 1] === true || numbers[i + 1] === true

/** Short lines at the edges of pages that come more than once, numbers apart, or stand in the middle of a sentence. */
function repeatedHeads(
  lines: readonly Line[],
  numbers: readonly boolean[],
  atEdge: (i: number) => boolean,
): ReadonlySet<string> {
  const count = new Map<string, number>()
  lines.forEach((line, i) => {
    if (line.text.length > LONGEST_HEAD || !atEdge(i)) return
    const key = headKey(line.text)
    count.set(key, (count.get(key) ?? 0) + (interrupts(lines, numbers, i) ? 2 : 1))
  })
  return new Set([...count].filter(([, n]) => n > 1).map(([key]) => key))
}

/** A line between the halves of a sentence, with a blank line behind it. */
function interrupts(lines: readonly Line[], numbers: readonly boolean[], i: number): boolean {
  const before = numbers[i - 1] ? i - 2 : i - 1
  const next = lines[i + 1]
  if (before < 0 || !next || next.blanks === 0 || next.page || numbers[i + 1]) return false
  const open = OPEN_END.test(lines[before]!.text.slice(-2)) && next.low
  return open && !lines[i]!.low
}

const headKey = (text: string) => text.replace(/\d+/g, '#').toLowerCase()

// > |  date 2026-03-02 The text begins
//                       ^ here
const CRAWLER = /^\s{0,20}date (\d{4}(?:-\d{2}(?:-\d{2})?)?)[ \t]/
const MARK = /^[\s\ufeff]{0,20}(?:\ufeff|\^{1,3}(?=[^\s^]))/

interface Lead {
  readonly end: number
  readonly repairs: readonly Repair[]
  /** ISO 8601 in the precision given. */
  readonly crawled: string | null
}

/** The prefix of a text and the edits that remove it, up to what a person decided to be text. */
export function leadOf(text: string, decided: LayoutDecisions | null = null): Lead {
  const repairs: Repair[] = []
  let [at, isOver] = [0, false]
  const remove = (length: number, kind: 'prefix' | 'marker') => {
    const [start, end] = [at, at + length]
    isOver ||= decided?.isText({ start, end }) === true
    if (isOver) return
    const before = text.slice(start, end)
    repairs.push({ start, end, before, after: '', kind, evidence: 'pattern', lossy: false, confidence: 1 })
    at = end
  }
  const head = text.slice(0, 100)
  const first = MARK.exec(head)
  if (first) remove(first[0].length, 'marker')
  let crawled: string | null = null
  // A file that was crawled twice has two.
  for (let crawler = crawlerAt(head, at); crawler && !isOver; crawler = crawlerAt(head, at)) {
    remove(crawler[0].length, 'prefix')
    if (isOver) break
    crawled ??= crawler[1]!
    const second = MARK.exec(head.slice(at))
    if (second) remove(second[0].length, 'marker')
  }
  return { end: at, repairs, crawled }
}

/** A crawler's date at an offset, if it is one. */
function crawlerAt(head: string, at: number): RegExpExecArray | null {
  const match = CRAWLER.exec(head.slice(at))
  return match && inCalendar(match[1]!) ? match : null
}
