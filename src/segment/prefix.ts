/** What stands before the text and is none of it: a crawler's date, a byte order mark, a stray mark. */

import { inCalendar } from '../anatomy/dates.js'
import type { LayoutDecisions, Repair } from '../model.js'

// > |  date 2026-03-02 The text begins
//                       ^ here
const CRAWLER = /^\s{0,20}date (\d{4}(?:-\d{2}(?:-\d{2})?)?)[ \t]/
const MARK = /^[\s\ufeff]{0,20}(?:\ufeff|\^{1,3}(?=[^\s^]))/

export interface Lead {
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
    const before = text.slice(at, at + length)
    isOver ||= decided?.isText({ start: at, end: at + length }) === true
    if (isOver) return
    repairs.push({
      start: at,
      end: at + length,
      before,
      after: '',
      kind,
      evidence: 'pattern',
      lossy: false,
      confidence: 1,
    })
    at += length
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
