/** What stands before the text and is none of it: a crawler's date, a byte order mark, a stray mark. */
import type { LayoutDecisions, Repair } from '../model.js'
import { inCalendar } from '../text/dates.js'

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
  const prefix = isOver ? null : CRAWLER.exec(head.slice(at))
  const crawler = prefix && inCalendar(prefix[1]!) ? prefix : null
  if (crawler) remove(crawler[0].length, 'prefix')
  const crawled = isOver ? null : (crawler?.[1] ?? null)
  const second = crawler ? MARK.exec(head.slice(at)) : null
  if (second) remove(second[0].length, 'marker')
  return { end: at, repairs, crawled }
}
