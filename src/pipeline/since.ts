/**
 * Only what was issued on a day or later. A release counts by the date that orders it (`releasesOf`). One that is dated
 * to the month or the year stays where any day of it would; one without a date is left out, because nothing says that it
 * is new. Nothing is left out in silence: the caller gets how many, and why.
 */
import { UserError } from '../errors.js'
import { issueDateOf } from '../reconcile/issued.js'
import type { Release } from './releases.js'

/** How many of what was found are in no record, and why: above the limit, issued before the day, or dated nowhere. */
export interface LeftOut {
  readonly because: 'limit' | 'since' | 'undated'
  readonly files: number
  /** Null where files were left out before there were releases. */
  readonly releases: number | null
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day as ISO 8601 writes it. Throws a UserError for anything else, and for a day that no calendar has. */
export function checkDay(day: string): string {
  const [, year, month, date] = DAY.exec(day)?.map(Number) ?? []
  const isDay = year !== undefined && new Date(Date.UTC(year, month! - 1, date)).toISOString().startsWith(day)
  if (!isDay) throw new UserError(`--since takes a day such as 2026-03-02, not "${day}"; give a date of the calendar`)
  return day
}

/** Those of the releases that were issued on the day or later, in their order. */
export function issuedSince(releases: Release[], since: string | undefined, tell?: (left: LeftOut) => void): Release[] {
  if (since === undefined) return releases
  const left = { since: [0, 0], undated: [0, 0] }
  const kept = releases.filter(({ metas }) => {
    const date = issueDateOf(metas)
    if (date !== null && date >= since.slice(0, date.length)) return true
    const counts = left[date === null ? 'undated' : 'since']
    counts[0]! += metas.length
    counts[1]! += 1
    return false
  })
  for (const because of ['since', 'undated'] as const) {
    const [files, releases] = left[because] as [number, number]
    if (releases > 0) tell?.({ because, files, releases })
  }
  return kept
}
