/**
 * Compares the pairs that are worth it: in two languages by their likeness, weighed by their dates and by what their names
 * say; in one language by whether they are versions of one text. Documents are taken in the order of the releases that
 * they seem to be of, so that the profiles of a pair have mostly been read a moment ago.
 */
import { disjointSets } from '../structures/disjoint-sets.js'
import type { Candidates } from './candidates.js'
import type { Pairs } from './growing.js'
import { type Edge, JOIN } from './join.js'
import { lengthsFit } from './lengths.js'
import type { Profile } from './profile.js'
import { likeness } from './similarity.js'
import type { Translations } from './translations.js'
import { daysApart, versionLikeness } from './versions.js'

const HEBREW_BONUS = 1.2 // true pairs with Hebrew are that much less alike
const SAME_DAY = 1.1
const ONE_DAY = 0.85 // datelines one day apart: a translation may be sent the next day
const OTHER_DAY = 0.5 // further apart: only near-certain pairs stay together
/** Names that differ in their language only: enough to settle a doubt, not to bring strangers together. */
const NAME_BONUS = 1.25
/** A version counts as alike as a sure translation, but is never measured against one. */
const VERSION = 1
const EDGE = 0.15 // pairs below this start nothing, though they count in the mean of two groups
const FAR_FROM_BEST = 0.4 // of what both are most alike: groups are never joined by so weak a pair of them

// Pairs from here on, which would not be joined, are looked at again by the lengths of their blocks, where both have no more numbers
// (pages of a series have the same lengths): `npm run eval -- DIR grouping` loses no precision by it.
const DOUBT = 0.08
const FEW_NUMBERS = 2

/** A document with the hash of its name, null where it says nothing. */
export interface Named {
  readonly profile: Profile
  readonly name: number | null
}

/** All pairs that were compared, with what came of it. */
export interface Compared extends Pairs {
  readonly value: Float64Array
  /** The pairs of x are those from `rows[x]` to `rows[x + 1]`. */
  readonly rows: Uint32Array
  /** For each document the likeliest other one, of those the one of the smallest number; -1 where there is none. */
  readonly nearest: Int32Array
  readonly nearestValue: Float64Array
}

/** The profiles are asked for by `named`. */
export function compared(
  { x, y, closest }: Candidates,
  named: (k: number) => Named,
  translations?: Translations,
): Compared {
  const count = closest.length
  const rows = new Uint32Array(count + 1)
  for (const k of x) rows[k + 1]!++
  for (let k = 0; k < count; k++) rows[k + 1]! += rows[k]!
  const value = new Float64Array(x.length)
  for (const k of bySet(closest)) {
    if (rows[k] === rows[k + 1]) continue
    const own = named(k)
    for (let at = rows[k]!; at < rows[k + 1]!; at++) value[at] = relation(own, named(y[at]!), translations)
  }
  return { x, y, value, rows, ...nearestOf(x, y, value, count) }
}

/** The numbers of documents: those that are closest to one another, directly or not, stand together. */
function bySet(closest: Int32Array): Int32Array {
  const sets = disjointSets(closest.length)
  closest.forEach((other, k) => {
    if (other >= 0) sets.join(k, other)
  })
  const root = Int32Array.from(closest, (_, k) => sets.root(k))
  return Int32Array.from(root.keys()).sort((a, b) => root[a]! - root[b]! || a - b)
}

function nearestOf(x: Int32Array, y: Int32Array, value: Float64Array, count: number) {
  const nearest = new Int32Array(count).fill(-1)
  const nearestValue = new Float64Array(count)
  const offer = (a: number, b: number, own: number) => {
    if (own < nearestValue[a]! || own === 0 || (own === nearestValue[a] && b > nearest[a]!)) return
    nearestValue[a] = own
    nearest[a] = b
  }
  value.forEach((own, k) => {
    offer(x[k]!, y[k]!, own)
    offer(y[k]!, x[k]!, own)
  })
  return { nearest, nearestValue }
}

/** What was found of a pair; undefined where it was not compared. O(log n) in the pairs of one document. */
export function knownValue({ rows, y, value }: Compared, a: number, b: number): number | undefined {
  const [low, high] = a < b ? [a, b] : [b, a]
  let [from, to] = [rows[low]!, rows[low + 1]!]
  while (from < to) {
    const middle = (from + to) >> 1
    if (y[middle]! < high) from = middle + 1
    else to = middle
  }
  return from < rows[low + 1]! && y[from] === high ? value[from] : undefined
}

/** Documents that edges connect, directly or not, with the edges; those without an edge are alone. */
export interface Component {
  readonly members: number[]
  readonly edges: Edge[]
}

/**
 * The pairs that may join, by what they connect, `together` included. A pair in one language is always one, if it is alike
 * at all.
 */
export function components(
  all: Compared,
  isSameLanguage: (a: number, b: number) => boolean,
  together: readonly (readonly number[])[] = [],
): Component[] {
  const { x, y, value, nearest } = all
  const best = new Float64Array(nearest.length)
  const isCross = Uint8Array.from(value, (_, k) => (isSameLanguage(x[k]!, y[k]!) ? 0 : 1))
  value.forEach((own, k) => {
    if (isCross[k] === 0) return
    best[x[k]!] = Math.max(best[x[k]!]!, own)
    best[y[k]!] = Math.max(best[y[k]!]!, own)
  })
  const isEdge = (k: number) =>
    value[k]! >= EDGE && (isCross[k] === 0 || value[k]! >= FAR_FROM_BEST * Math.min(best[x[k]!]!, best[y[k]!]!))
  const sets = disjointSets(nearest.length)
  value.forEach((_, k) => {
    if (isEdge(k)) sets.join(x[k]!, y[k]!)
  })
  for (const group of together) for (const k of group) sets.join(k, group[0]!)
  const found = new Map<number, Component>()
  nearest.forEach((_, k) => {
    const known = found.get(sets.root(k))
    if (known) known.members.push(k)
    else found.set(sets.root(k), { members: [k], edges: [] })
  })
  value.forEach((own, k) => {
    if (isEdge(k)) found.get(sets.root(x[k]!))!.edges.push({ x: x[k]!, y: y[k]!, value: own })
  })
  return [...found.values()]
}

/** 0 to about 2. In one language `VERSION` for versions, 0 for other texts. Symmetric. */
export function relation(a: Named, b: Named, translations?: Translations): number {
  const [x, y] = a.profile.sha256 <= b.profile.sha256 ? [a.profile, b.profile] : [b.profile, a.profile]
  const version = versionLikeness(x, y)
  if (version > 0) return VERSION
  if (x.language === y.language && x.language !== 'und') return 0
  const bonus = (x.hebrew !== y.hebrew ? HEBREW_BONUS : 1) * (a.name !== null && a.name === b.name ? NAME_BONUS : 1)
  const dates = dateFactor(x.date, y.date)
  const value = likeness(x, y, translations).value * bonus * dates
  const isOpen = value >= DOUBT && value < JOIN && dates >= 1 && saysLittle(x) && saysLittle(y)
  return isOpen && lengthsFit(x, y) ? JOIN : value
}

/** Short pages without numbers share little: how long their blocks are tells them. */
const saysLittle = ({ numbers }: Profile) => numbers.length <= FEW_NUMBERS

/** Evidence of two dates as a factor; dates without a day agree if the coarser one is the beginning of the other. */
export function dateFactor(a: string | null, b: string | null): number {
  if (a === null || b === null) return 1
  const days = daysApart(a, b)
  if (days > 1) return OTHER_DAY
  if (days > 0) return ONE_DAY
  return Math.min(a.length, b.length) < 10 ? 1 : SAME_DAY
}
