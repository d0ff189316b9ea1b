/**
 * Brings the translations of one release together. Documents that share names and numbers are compared (`candidates.ts`,
 * `relations.ts`), the likeliest are joined first (`join.ts`), and versions in one language are ordered (`versions.ts`).
 * Works on profiles that are fetched when they are needed: all once to be indexed, two at a time to be compared, those
 * of a few documents to be joined. Nothing depends on how often a corpus uses a word, so unrelated files do not change a
 * group (but see the limit in `candidates.ts`); nor does the order of the files.
 */
import type { PackOf } from '../languages/pack.js'
import { disjointSets } from '../text/disjoint-sets.js'
import { anchorsOf, candidatePairs } from './candidates.js'
import { type Edge, joined, type Refusal, type Relations, refusal } from './join.js'
import { type GroupableDocument, type Profile, profileOf } from './profile.js'
import { type Named, relation } from './relations.js'
import { isSeries } from './similarity.js'
import { byVersion, type VersionKind, versionKind, versionLikeness } from './versions.js'

export type { GroupableDocument } from './profile.js'

/** The profiles of a corpus, wherever they are; asked for one document a few times. */
export interface Profiles {
  readonly count: number
  profileAt(k: number): Profile
  /** A hash of what the file is called, but for its language; null where its name says nothing (`names.ts`). */
  nameAt?(k: number): number | null
}

/** A document of a group, by its number. */
export interface Member {
  readonly document: number
  /** The document that it is a version of: the first of them. */
  readonly versionOf: number | null
  /** Null where it is a version of nothing. */
  readonly kind: VersionKind | null
}

/** The most likely translation of a document that stays alone all the same. */
export interface Nearest {
  readonly document: number
  readonly score: number
  readonly reason: Refusal | 'other-figures'
}

export interface Group {
  /** Sorted by language tag; versions in their order, the first one first; else by sha256. */
  readonly members: readonly Member[]
  /** Null where more than one document is here, or nothing was like it. */
  readonly nearest: Nearest | null
}

const REMEMBERED = 4096 // profiles that are held, and as many again: some tens of megabytes
const NEAREST = 0.1 // what is less like another is not worth telling
const EDGE = 0.15 // pairs below this start nothing, though they count in the mean of two groups

/** Groups by their smallest sha256. */
export function groupProfiles(profiles: Profiles): Group[] {
  const { order, copies } = canonicalOrder(profiles)
  const named = remembering(k => ({
    profile: profiles.profileAt(order[k]!),
    name: profiles.nameAt?.(order[k]!) ?? null,
  }))
  const { edges, nearest } = comparedPairs(order.length, named)
  const groupOf: number[][] = new Array(order.length)
  for (const component of components(order.length, edges)) {
    for (const group of joined(component.members, component.edges, relationsOf(component.members, named)))
      for (const k of group) groupOf[k] = group
  }
  const groups = groupOf.filter((group, k) => group[0] === k)
  return groups.map(group => ({
    members: membersOf(group, named).flatMap(({ document, versionOf, kind }) => {
      const own = { document: order[document]!, versionOf: versionOf === null ? null : order[versionOf]!, kind }
      return [own, ...copiesOf(own, copies.get(own.document))]
    }),
    nearest: group.length > 1 ? null : nearestOf(group[0]!, nearest, groupOf, named, order),
  }))
}

/** Asks again only for what has not been asked for of late. */
function remembering(ask: (k: number) => Named): (k: number) => Named {
  let [recent, older] = [new Map<number, Named>(), new Map<number, Named>()]
  return k => {
    const known = recent.get(k) ?? older.get(k) ?? ask(k)
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
        (x, y) => compare(x.language.tag, y.language.tag) || compare(x.sha256, y.sha256) || compare(x.path, y.path),
      ),
  )
}

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

interface Order {
  /** One document of each content, by sha256: whatever order they came in. */
  readonly order: Int32Array
  /** The others of the same content by that one, sorted by path. */
  readonly copies: ReadonlyMap<number, readonly number[]>
}

function canonicalOrder({ count, profileAt }: Profiles): Order {
  const names = Array.from({ length: count }, (_, k) => {
    const { sha256, path } = profileAt(k)
    return { sha256, path }
  })
  const sorted = Int32Array.from(names.keys()).sort(
    (a, b) => compare(names[a]!.sha256, names[b]!.sha256) || compare(names[a]!.path, names[b]!.path),
  )
  const isFirst = (at: number) => at === 0 || names[sorted[at]!]!.sha256 !== names[sorted[at - 1]!]!.sha256
  const copies = new Map<number, number[]>()
  let first = -1
  sorted.forEach((k, at) => {
    if (isFirst(at)) first = k
    else if (copies.has(first)) copies.get(first)!.push(k)
    else copies.set(first, [k])
  })
  return { order: sorted.filter((_, at) => isFirst(at)), copies }
}

interface Best {
  readonly document: Int32Array
  readonly value: Float64Array
}

/** The pairs that may join, and for each document the likeliest other one. */
function comparedPairs(count: number, named: (k: number) => Named): { edges: Edge[]; nearest: Best } {
  const pairs = candidatePairs(indexed(count, named))
  const nearest = { document: new Int32Array(count).fill(-1), value: new Float64Array(count) }
  const edges: Edge[] = []
  const hear = (x: number, y: number, value: number) => {
    if (value > nearest.value[x]!) {
      nearest.value[x] = value
      nearest.document[x] = y
    }
  }
  let left = -1
  let own: Named | null = null
  pairs.x.forEach((x, k) => {
    const y = pairs.y[k]!
    if (x !== left) own = named(x)
    left = x
    const value = relation(own!, named(y))
    hear(x, y, value)
    hear(y, x, value)
    if (value >= EDGE) edges.push({ x, y, value })
  })
  return { edges, nearest }
}

/** The anchors of all documents. */
function indexed(count: number, named: (k: number) => Named) {
  const starts = new Uint32Array(count + 1)
  const language = new Uint8Array(count)
  const tags = new Map<string, number>([["und", 0]])
  const key: number[] = []
  const weight: number[] = []
  for (let k = 0; k < count; k++) {
    const { profile, name } = named(k)
    if (!tags.has(profile.tag)) tags.set(profile.tag, tags.size)
    language[k] = tags.get(profile.tag)!
    const own = anchorsOf(profile, name)
    key.push(...own.key)
    weight.push(...own.weight)
    starts[k + 1] = key.length
  }
  return { starts, language, key: Int32Array.from(key), weight: Uint8Array.from(weight) }
}

/** Documents that edges connect, directly or not; those without an edge are components of their own. */
function components(count: number, edges: readonly Edge[]): { members: number[]; edges: Edge[] }[] {
  const sets = disjointSets(count)
  for (const { x, y } of edges) sets.join(x, y)
  const found = new Map<number, { members: number[]; edges: Edge[] }>()
  for (let k = 0; k < count; k++) {
    const root = sets.root(k)
    const known = found.get(root)
    if (known) known.members.push(k)
    else found.set(root, { members: [k], edges: [] })
  }
  for (const edge of edges) found.get(sets.root(edge.x))!.edges.push(edge)
  return [...found.values()]
}

function relationsOf(members: readonly number[], named: (k: number) => Named): Relations {
  const own = new Map(members.map(k => [k, members.length > 1 ? named(k) : null]))
  const known = new Map<number, number>()
  const size = members.length > 0 ? members.at(-1)! + 1 : 0
  return {
    alike: (x, y) => {
      const key = Math.min(x, y) * size + Math.max(x, y)
      const value = known.get(key) ?? relation(own.get(x)!, own.get(y)!)
      known.set(key, value)
      return value
    },
    isSameLanguage: (x, y) => {
      const { tag } = own.get(x)!.profile
      return tag !== 'und' && tag === own.get(y)!.profile.tag
    },
  }
}

/** Each document is a version of the first of its language that it is like, directly or by others between. */
function membersOf(group: readonly number[], named: (k: number) => Named): Member[] {
  const profiles = new Map(group.map(k => [k, named(k).profile]))
  const sorted = [...group].sort(
    (a, b) => compare(profiles.get(a)!.tag, profiles.get(b)!.tag) || byVersion(profiles.get(a)!, profiles.get(b)!),
  )
  const first = new Map<number, number>()
  return sorted.map((k, at) => {
    const own = profiles.get(k)!
    const earlier = sorted.slice(0, at).find(other => versionLikeness(profiles.get(other)!, own) > 0)
    if (earlier === undefined) return { document: k, versionOf: null, kind: null }
    const versionOf = first.get(earlier) ?? earlier
    first.set(k, versionOf)
    return { document: k, versionOf, kind: versionKind(own, profiles.get(versionOf)!) }
  })
}

function nearestOf(
  k: number,
  { document, value }: Best,
  groupOf: readonly number[][],
  named: (k: number) => Named,
  order: Int32Array,
): Nearest | null {
  const other = document[k]!
  if (other < 0 || value[k]! < NEAREST) return null
  if (isSeries(named(k).profile, named(other).profile))
    return { document: order[other]!, score: value[k]!, reason: 'other-figures' }
  const theirs = groupOf[other]!
  const reason = refusal(
    [k],
    theirs,
    relationsOf(
      [k, ...theirs].sort((a, b) => a - b),
      named,
    ),
  )
  return { document: order[other]!, score: value[k]!, reason: reason ?? 'less-alike-than-the-others' }
}
