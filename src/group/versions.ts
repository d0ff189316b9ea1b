/**
 * Is one text a version of another in its language: a copy, the same but for a word or a figure, a correction, an update?
 * Known by shared runs of words and by numbers. A text that says that it corrects or updates another may differ more,
 * and come later; one that says nothing may differ in one figure or name: a form with several others is another release.
 * `versionsOf` orders the documents of a group: by language, versions of one text behind the first of them.
 */

import type { VersionKind } from '../model.js'
import { byCodeUnit } from '../structures/lists.js'
import { isFigure, isName } from './features.js'
import { type Profile, sharedOf } from './profile.js'

/** Share of the runs of words of both (Jaccard) that makes two texts versions. */
const ALIKE = 0.75
/** Of two texts of which one is marked: the share of the shorter one's runs. An update keeps what it brings up to date. */
const KEPT = 0.6
const KEPT_UNMARKED = 0.9 // and of an unmarked one that is longer by some paragraphs
const HALF = 0.5 // of the longer one, at least
/**
 * Unmarked texts of one day may have another figure; where the days are not known another figure, day, month or ordinal is
 * another text of a series. Half of the series of held-out newsletters were taken for versions while any two could differ so.
 */
const OTHER_FIGURES = 1
const ONE_NAME = 1 // and another name, where all figures agree
const DAY_LENGTH = 10 // of YYYY-MM-DD
/** A long text with all the figures of another, and nearly all its words, may have other names: a few of very many. */
const NEARLY_ALL = 0.9
const OTHER_NAMES = 0.05
const MARKED_OTHER_FIGURES = 0.4 // of the numbers of a marked text that the other has not
const DAYS = 1 // between two unmarked versions
const MARKED_DAYS = 14
const DAY = 86_400_000

/** 0 to 1: how alike two versions are, 0 where they are none; `isOneRelease` where it is known that they are one. Symmetric. */
export function versionLikeness(x: Profile, y: Profile, isOneRelease = false): number {
  if (x.language !== y.language) return 0
  if (x.sha256 === y.sha256) return 1
  if (x.shingles.length === 0 || y.shingles.length === 0) return 0
  const isMarked = x.revision !== null || y.revision !== null
  if (daysApart(x.date, y.date) > (isMarked ? MARKED_DAYS : DAYS)) return 0
  const both = sharedOf(x.shingles, y.shingles)
  const all = both / (x.shingles.length + y.shingles.length - both)
  const kept = both / Math.min(x.shingles.length, y.shingles.length)
  const grown = both / Math.max(x.shingles.length, y.shingles.length)
  if (!figuresAllow(x, y, isMarked, isOneRelease, all)) return 0
  const isVersion = all >= ALIKE || (grown >= HALF && kept >= (isMarked ? KEPT : KEPT_UNMARKED))
  return isVersion ? Math.max(all, kept * 0.9) : 0
}

/** What each says that the other does not, of figures and names. */
function figuresAllow(x: Profile, y: Profile, isMarked: boolean, isOneRelease: boolean, alike: number): boolean {
  if (isMarked)
    return otherOf(x.numbers, y.numbers) <= Math.max(1, MARKED_OTHER_FIGURES * leastOf(x.numbers, y.numbers))
  const figures = otherOf(keysOf(x, isFigure), keysOf(y, isFigure))
  const [names, others] = [keysOf(x, isName), keysOf(y, isName)]
  if (figures > (isOneRelease || isSameDay(x.date, y.date) ? OTHER_FIGURES : 0)) return false
  const most = figures === 0 && alike >= NEARLY_ALL ? OTHER_NAMES * leastOf(names, others) : 0
  return otherOf(names, others) <= Math.max(most, ONE_NAME - figures)
}

const leastOf = (x: Int32Array, y: Int32Array) => Math.min(x.length, y.length)
/** What each of two lists has that the other lacks: of the one that lacks less. */
const otherOf = (x: Int32Array, y: Int32Array) => leastOf(x, y) - sharedOf(x, y)

const isSameDay = (a: string | null, b: string | null) => a !== null && a === b && a.length >= DAY_LENGTH

/** Sorted keys of some kinds, without doubles. */
const keysOf = ({ key, kind }: Profile, isMeant: (kind: number) => boolean): Int32Array =>
  key.filter((own, k) => isMeant(kind[k]!) && own !== key[k - 1])

/** Days between two dates; 0 where one is missing or no day is stated and they do not disagree. */
export function daysApart(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0
  const length = Math.min(a.length, b.length)
  if (length < 10) return a.slice(0, length) === b.slice(0, length) ? 0 : Number.POSITIVE_INFINITY
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / DAY
  return Number.isNaN(days) ? 0 : days
}

/** The earlier version first: by date, unmarked before marked, the number of the update, then by content. */
export const byVersion = (x: Profile, y: Profile): number =>
  byCodeUnit(x.date ?? '', y.date ?? '') ||
  (x.revision?.part ?? 0) - (y.revision?.part ?? 0) ||
  byCodeUnit(x.revision?.kind ?? '', y.revision?.kind ?? '') ||
  byCodeUnit(x.sha256, y.sha256) ||
  byCodeUnit(x.path, y.path)

/** What the later of two versions is. */
export function versionKind(later: Profile, earlier: Profile): VersionKind {
  if (later.sha256 === earlier.sha256) return 'copy'
  if (later.revision) return later.revision.kind
  return later.wording === earlier.wording ? 'copy' : 'near-copy'
}

/** A document of a group, by its number. */
export interface Member {
  readonly document: number
  /** The document that it is a version of: the first of them. */
  readonly versionOf: number | null
  /** Null where it is a version of nothing. */
  readonly kind: VersionKind | null
}

/**
 * Orders and marks a group that somebody made, by whatever means: by language tag, versions in their order, else by
 * sha256. Each document is a version of the first of its language that it is like, directly or by others between.
 */
export function versionsOf(members: readonly number[], profileAt: (k: number) => Profile): Member[] {
  const profiles = new Map(members.map(k => [k, profileAt(k)]))
  const sorted = [...members].sort(
    (a, b) => byCodeUnit(profiles.get(a)!.tag, profiles.get(b)!.tag) || byVersion(profiles.get(a)!, profiles.get(b)!),
  )
  const first = new Map<number, number>()
  return sorted.map((k, at) => {
    const own = profiles.get(k)!
    const earlier = sorted.find((other, k) => k < at && versionLikeness(profiles.get(other)!, own, true) > 0)
    if (earlier === undefined) return { document: k, versionOf: null, kind: null }
    const versionOf = first.get(earlier) ?? earlier
    first.set(k, versionOf)
    return { document: k, versionOf, kind: versionKind(own, profiles.get(versionOf)!) }
  })
}
