/**
 * Brings the translations of one release together. Documents that share names and numbers (`candidates.ts`) are compared
 * (`compare.ts`), the likeliest are joined first (`join.ts`), and versions in one language are ordered
 * (`versions.ts`). Works on profiles that are fetched when they are needed: all once to be catalogued, two at a time to be
 * compared. Nothing depends on how often a corpus uses a word, so unrelated files do not change a group (but see the
 * limit in `candidates.ts`); nor does the order of the files.
 */
import type { PackOf } from '../languages/pack.js'
import type { AloneReason, ReleaseConstraints } from '../model.js'
import { append, byCodeUnit } from '../structures/lists.js'
import { anchorsOf, candidatePairs, signaturesOf } from './candidates.js'
import { type Compared, compared, components, knownValue, type Named, relation } from './compare.js'
import { Growing } from './growing.js'
import { constraintsFor, joined, type Relations, refusal } from './join.js'
import { type Anchors, UNKNOWN_LANGUAGE } from './postings.js'
import { type GroupableDocument, type Profile, profileOf } from './profile.js'
import { isSeries } from './similarity.js'
import { type Member, versionsOf } from './versions.js'

export type { GroupableDocument } from './profile.js'
export { type Member, versionsOf } from './versions.js'

/** The most likely translation of a document that stays alone all the same. */
export interface Nearest {
  readonly document: number
  readonly score: number
  readonly reason: AloneReason
}

export interface Group {
  /** Sorted by language tag; versions in their order, the first one first; else by sha256. */
  readonly members: readonly Member[]
  /** Null where more than one document is here, or nothing was like it. */
  readonly nearest: Nearest | null
}

/** The profiles of a corpus, wherever they are; asked for one document a few times, for all in their order at first. */
export interface Profiles {
  readonly count: number
  profileAt(k: number): Profile
  /** A hash of what the file is called, but for its language; null where its name says nothing (`modes.ts`). */
  nameAt?(k: number): number | null
}

/**
 * What grouping holds of all documents: one number for each content in the order of sha256, whatever order files came in; its
 * language, its anchors, and the other files of the same content.
 */
interface Catalogue {
  /** The given number of one file of each content, by the numbers of contents. */
  readonly order: Int32Array
  /** The given numbers of the other files of the same content by that one, sorted by path. */
  readonly copies: ReadonlyMap<number, readonly number[]>
  /** By the numbers of contents. */
  readonly anchors: Anchors
  /** Language tags by their numbers in `anchors.language`. */
  readonly tags: readonly string[]
}

const REMEMBERED = 1024 // profiles that are held, and as many again: some ten megabytes
const MOST_LATER = 200_000 // pairs that were compared while joining; asked for again they are compared again
const NEAREST = 0.1 // what is less like another is not worth telling

/** Groups by their smallest sha256. `constraints`, by the numbers of the profiles, count more than anything that they share. */
export function groupProfiles(profiles: Profiles, constraints?: ReleaseConstraints): Group[] {
  const catalogue = catalogueOf(profiles)
  const { order, copies } = catalogue
  const constrained = constraints && constraintsFor(constraints, order.length, numbersIn(catalogue))
  const named = remembering(k => ({
    profile: profiles.profileAt(order[k]!),
    name: profiles.nameAt?.(order[k]!) ?? null,
  }))
  const all = compared(candidatePairs(catalogue.anchors), named)
  const relations = { ...relationsOf(all, catalogue, named), ...constrained }
  const groupOf: number[][] = new Array(order.length)
  for (const { members, edges } of components(all, relations.isSameLanguage, constrained?.sets))
    for (const group of joined(members, edges, relations)) for (const k of group) groupOf[k] = group
  const groups = groupOf.filter((group, k) => group[0] === k)
  return groups.map(group => ({
    members: membersOf(group, catalogue, named).flatMap(({ document, versionOf, kind }) => {
      const own = { document: order[document]!, versionOf: versionOf === null ? null : order[versionOf]!, kind }
      return [own, ...copiesOf(own, copies.get(own.document))]
    }),
    nearest: group.length > 1 ? null : nearestOf(group[0]!, all, groupOf, relations, named, order),
  }))
}

/** The number of a content by that of any of its files. */
function numbersIn({ order, copies }: Catalogue): (document: number) => number {
  const numbers = new Map<number, number>()
  for (const [number, document] of order.entries())
    for (const k of [document, ...(copies.get(document) ?? [])]) numbers.set(k, number)
  return document => numbers.get(document)!
}

/** Asks again only for what has not been asked for of late. */
function remembering(ask: (k: number) => Named): (k: number) => Named {
  let [recent, older] = [new Map<number, Named>(), new Map<number, Named>()]
  return k => {
    const own = recent.get(k)
    if (own) return own
    const known = older.get(k) ?? ask(k)
    if (recent.size >= REMEMBERED) [recent, older] = [new Map(), recent]
    recent.set(k, known)
    return known
  }
}

const copiesOf = ({ document, versionOf }: Member, copies: readonly number[] = []): Member[] =>
  copies.map(copy => ({ document: copy, versionOf: versionOf ?? document, kind: 'copy' }))

/**
 * Groups of documents, each sorted by language tag, then sha256; the groups by their smallest sha256. A document
 * without translations is a group of its own.
 */
export function group<D extends GroupableDocument>(documents: readonly D[], packOf: PackOf): D[][] {
  const profiles = documents.map(document => profileOf(document, packOf))
  const groups = groupProfiles({ count: profiles.length, profileAt: k => profiles[k]! })
  return groups.map(({ members }) =>
    members
      .map(member => documents[member.document]!)
      .sort(
        (x, y) =>
          byCodeUnit(x.language.tag, y.language.tag) || byCodeUnit(x.sha256, y.sha256) || byCodeUnit(x.path, y.path),
      ),
  )
}

/** What was compared is known; the rest is compared when it is asked for. */
function relationsOf(all: Compared, { anchors: { language } }: Catalogue, named: (k: number) => Named): Relations {
  const isSameLanguage = (x: number, y: number) => language[x] !== UNKNOWN_LANGUAGE && language[x] === language[y]
  const later = new Map<number, number>()
  const alike = (x: number, y: number): number => {
    const known = knownValue(all, x, y)
    if (known !== undefined) return known
    const key = Math.min(x, y) * language.length + Math.max(x, y)
    const value = later.get(key) ?? relation(named(x), named(y))
    if (later.size >= MOST_LATER) later.clear()
    later.set(key, value)
    return value
  }
  return { isSameLanguage, alike }
}

/** Where no language is there twice the profiles need not be read again. */
function membersOf(group: readonly number[], { anchors, tags }: Catalogue, named: (k: number) => Named): Member[] {
  const tagOf = (k: number) => tags[anchors.language[k]!]!
  if (new Set(group.map(tagOf)).size < group.length) return versionsOf(group, k => named(k).profile)
  const sorted = [...group].sort((a, b) => byCodeUnit(tagOf(a), tagOf(b)))
  return sorted.map(document => ({ document, versionOf: null, kind: null }))
}

function nearestOf(
  k: number,
  { nearest, nearestValue }: Compared,
  groupOf: readonly number[][],
  relations: Relations,
  named: (k: number) => Named,
  order: Int32Array,
): Nearest | null {
  const other = nearest[k]!
  const score = nearestValue[k]!
  if (other < 0 || score < NEAREST) return null
  if (isSeries(named(k).profile, named(other).profile))
    return { document: order[other]!, score, reason: 'other-figures' }
  const reason = refusal([k], groupOf[other]!, relations)
  return { document: order[other]!, score, reason: reason ?? 'less-alike-than-the-others' }
}

/** The same bytes are another content where somebody says that they are in another language. */
const compareContents = (x: Content, y: Content) => byCodeUnit(x.sha256, y.sha256) || byCodeUnit(x.tag, y.tag)

type Content = Pick<Profile, 'sha256' | 'path' | 'tag'>

/** Reads every profile once, in the order in which they are given, so that they are read from disk one behind another. */
function catalogueOf(profiles: Profiles): Catalogue {
  const { names, tags, anchors } = readAll(profiles)
  const sorted = Int32Array.from(names.keys()).sort(
    (a, b) => compareContents(names[a]!, names[b]!) || byCodeUnit(names[a]!.path, names[b]!.path),
  )
  const isFirst = (at: number) => at === 0 || compareContents(names[sorted[at]!]!, names[sorted[at - 1]!]!) !== 0
  const copies = new Map<number, number[]>()
  let first = -1
  sorted.forEach((k, at) => {
    if (isFirst(at)) first = k
    else append(copies, first, k)
  })
  const order = sorted.filter((_, at) => isFirst(at))
  return { order, copies, anchors: inOrder(anchors, order), tags }
}

function readAll(profiles: Profiles) {
  const { count } = profiles
  const numbers = new Map([['und', UNKNOWN_LANGUAGE]])
  const names: Content[] = []
  const [key, weight] = [new Growing(Int32Array), new Growing(Uint8Array)]
  const starts = new Uint32Array(count + 1)
  const language = new Uint8Array(count)
  const signatures = new Int32Array(2 * count)
  for (let k = 0; k < count; k++) {
    const profile = profiles.profileAt(k)
    const { sha256, path, tag } = profile
    names.push({ sha256, path, tag })
    if (!numbers.has(tag)) numbers.set(tag, numbers.size)
    language[k] = numbers.get(tag)!
    const own = anchorsOf(profile, profiles.nameAt?.(k) ?? null)
    for (const one of own.key) key.push(one)
    for (const one of own.weight) weight.push(one)
    starts[k + 1] = key.size
    signatures.set(signaturesOf(profile), 2 * k)
  }
  const anchors = { starts, language, signatures, key: key.taken(), weight: weight.taken() }
  return { names, tags: [...numbers.keys()], anchors }
}

/** The anchors of some documents, in another order. */
function inOrder(from: Anchors & { signatures: Int32Array }, order: Int32Array): Anchors {
  const starts = new Uint32Array(order.length + 1)
  order.forEach((k, at) => {
    starts[at + 1] = starts[at]! + from.starts[k + 1]! - from.starts[k]!
  })
  const key = new Int32Array(starts.at(-1)!)
  const weight = new Uint8Array(key.length)
  order.forEach((k, at) => {
    key.set(from.key.subarray(from.starts[k]!, from.starts[k + 1]!), starts[at]!)
    weight.set(from.weight.subarray(from.starts[k]!, from.starts[k + 1]!), starts[at]!)
  })
  const signatures = new Int32Array(2 * order.length)
  order.forEach((k, at) => {
    signatures.set(from.signatures.subarray(2 * k, 2 * k + 2), 2 * at)
  })
  return { starts, key, weight, signatures, language: Uint8Array.from(order, k => from.language[k]!) }
}
