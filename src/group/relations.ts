/**
 * How alike two documents are, all told: in two languages their likeness, weighed by their dates and by what their names
 * say; in one language whether they are versions of one text.
 */

import type { Profile } from './profile.js'
import { likeness } from './similarity.js'
import { daysApart, versionLikeness } from './versions.js'

const HEBREW_BONUS = 1.2 // true pairs with Hebrew are that much less alike
const SAME_DAY = 1.1
const ONE_DAY = 0.85 // datelines one day apart: a translation may be sent the next day
const OTHER_DAY = 0.5 // further apart: only near-certain pairs stay together
/** Names that differ in their language only: enough to settle a doubt, not to bring strangers together. */
const NAME_BONUS = 1.25
/** A version counts as alike as a sure translation, but is never measured against one. */
export const VERSION = 1

/** A document with the hash of its name, null where it says nothing. */
export interface Named {
  readonly profile: Profile
  readonly name: number | null
}

/** 0 to about 2. In one language `VERSION` for versions, 0 for other texts. Symmetric. */
export function relation(a: Named, b: Named): number {
  const [x, y] = a.profile.sha256 <= b.profile.sha256 ? [a.profile, b.profile] : [b.profile, a.profile]
  const version = versionLikeness(x, y)
  if (version > 0) return VERSION
  if (x.tag === y.tag && x.tag !== 'und') return 0
  const bonus = (x.hebrew !== y.hebrew ? HEBREW_BONUS : 1) * (a.name !== null && a.name === b.name ? NAME_BONUS : 1)
  return likeness(x, y).value * bonus * dateFactor(x.date, y.date)
}

/** Evidence of two dates as a factor; dates without a day agree if the coarser one is the beginning of the other. */
export function dateFactor(a: string | null, b: string | null): number {
  if (a === null || b === null) return 1
  const days = daysApart(a, b)
  if (days > 1) return OTHER_DAY
  if (days > 0) return ONE_DAY
  return Math.min(a.length, b.length) < 10 ? 1 : SAME_DAY
}
