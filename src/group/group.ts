/**
 * Brings the translations of one release together. Pairs that share names and numbers are compared (`similarity.ts`),
 * the likeliest are joined first, and two groups join only if their documents are alike on average and no language
 * would be there twice, unless as a version of the same text. Nothing depends on how often a corpus uses a word, so
 * unrelated files never change a group; nor does the order of the files.
 */
import type { PackOf } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import { candidatePairs } from './candidates.js'
import { type Features, newFeatures, type Profile, profileOf } from './profile.js'
import { similarity, versionSimilarity } from './similarity.js'

/** What grouping needs to know of a document. */
export interface GroupableDocument {
  readonly sha256: string
  readonly path: string
  readonly language: { readonly tag: string }
  readonly dateline: { readonly date: string | null } | null
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[]
}

/**
 * Mean similarity that joins two documents, and two groups with more pairs between them: chance seldom strikes twice.
 * Of news in six languages, and of parts of it in two or three, these join nearly all true pairs; the false ones above
 * them are texts on one event, which cohesion and the rule of one document per language keep apart.
 */
const JOIN = 0.25
const JOIN_MANY = 0.18
const COHESION = 0.65 // two groups, each alike in itself, are less alike than this across: two texts on one event
const EDGE = 0.15 // pairs below this start nothing, though they count in the mean of two groups
const HEBREW_BONUS = 1.2 // true pairs with Hebrew are that much less alike
const VERSION = 0.75 // share of runs of three words, and of numbers, that makes two texts versions of one
const ONE_DAY = 0.85 // datelines one day apart: a translation may be sent the next day
const OTHER_DAY = 0.5 // further apart: only near-certain pairs stay together
const SAME_DAY = 1.1
const MIN_BODY = 200 // units; a shorter body is compared with its boilerplate

/** Blocks that many releases of an issuer share word by word. */
const SHARED_KINDS: ReadonlySet<BlockKind> = new Set([
  'about',
  'chrome',
  'contact',
  'disclaimer',
  'end-mark',
  'label',
  'link',
  'note',
])

interface Member<D> {
  readonly document: D
  readonly tag: string
  readonly profile: Profile
  readonly date: string | null
}

/**
 * Groups of documents, each sorted by language tag, then sha256; the groups by their smallest sha256. A document
 * without translations is a group of its own.
 */
export function group<D extends GroupableDocument>(documents: readonly D[], packOf: PackOf): D[][] {
  const sorted = [...documents].sort((x, y) => compare(x.sha256, y.sha256) || compare(x.path, y.path))
  const features = newFeatures()
  const members = sorted.map(document => memberOf(document, features, packOf))
  const tags = members.map(member => member.tag)
  const alike = similarities(members, features)
  const pairs = candidatePairs(
    members.map(member => member.profile),
    tags,
    features,
  )
  const edges = pairs.map(([x, y]) => ({ x, y, value: alike(x, y) })).filter(edge => edge.value >= EDGE)
  edges.push(...twins(sorted))
  edges.sort((e, f) => f.value - e.value || e.x - f.x || e.y - f.y)
  return joined(members, edges, alike)
    .map(group => group.map(k => members[k]!.document))
    .map(group =>
      group.sort(
        (x, y) => compare(x.language.tag, y.language.tag) || compare(x.sha256, y.sha256) || compare(x.path, y.path),
      ),
    )
}

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

function memberOf<D extends GroupableDocument>(document: D, features: Features, packOf: PackOf): Member<D> {
  const body = document.blocks.filter(block => !SHARED_KINDS.has(block.kind)).map(block => block.text)
  const enough = body.reduce((sum, text) => sum + text.length, 0) >= MIN_BODY
  const texts = enough ? body : document.blocks.map(block => block.text)
  const tag = document.language.tag
  const profile = profileOf(texts, packOf(tag) ?? null, features)
  return { document, tag, profile, date: document.dateline?.date ?? null }
}

/** Files with the same bytes, next to each other in the sorted list. */
function twins(sorted: readonly GroupableDocument[]) {
  return sorted.flatMap((document, k) =>
    k > 0 && sorted[k - 1]!.sha256 === document.sha256 ? [{ x: k - 1, y: k, value: 2 }] : [],
  )
}

type Alike = (x: number, y: number) => number

/** Similarity of two members; of versions in one language it is 1, of other texts in one language 0. */
function similarities(members: readonly Member<GroupableDocument>[], features: Features): Alike {
  const known = new Map<number, number>()
  const measure = (a: Member<GroupableDocument>, b: Member<GroupableDocument>): number => {
    if (a.document.sha256 === b.document.sha256) return 1
    const dates = dateFactor(a.date, b.date)
    if (a.tag === b.tag && a.tag !== 'und') {
      return versionSimilarity(a.profile, b.profile) >= VERSION && dates >= ONE_DAY ? 1 : 0
    }
    const bonus = a.profile.hebrew !== b.profile.hebrew ? HEBREW_BONUS : 1
    return Math.min(1, similarity(a.profile, b.profile, features) * bonus * dates)
  }
  return (x, y) => {
    const key = Math.min(x, y) * members.length + Math.max(x, y)
    const value = known.get(key) ?? measure(members[Math.min(x, y)]!, members[Math.max(x, y)]!)
    known.set(key, value)
    return value
  }
}

const DAY = 86_400_000

/** Evidence of two dates as a factor; dates without a day agree if the coarser one is the beginning of the other. */
function dateFactor(a: string | null, b: string | null): number {
  if (a === null || b === null) return 1
  const length = Math.min(a.length, b.length)
  if (length < 10) return a.slice(0, length) === b.slice(0, length) ? 1 : OTHER_DAY
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / DAY
  if (Number.isNaN(days)) return 1
  return days === 0 ? SAME_DAY : days <= 1 ? ONE_DAY : OTHER_DAY
}

interface Edge {
  readonly x: number
  readonly y: number
  readonly value: number
}

/** Joins groups along the edges, best first. */
function joined(members: readonly Member<GroupableDocument>[], edges: readonly Edge[], alike: Alike): number[][] {
  const groups = new Map<number, number[]>(members.map((_, k) => [k, [k]]))
  const groupOf = members.map((_, k) => k)
  for (const { x, y } of edges) {
    const [g, h] = [groupOf[x]!, groupOf[y]!]
    if (g === h || !mayJoin(groups.get(g)!, groups.get(h)!, members, alike)) continue
    const [low, high] = [Math.min(g, h), Math.max(g, h)]
    const all = [...groups.get(low)!, ...groups.get(high)!].sort((p, q) => p - q)
    for (const member of all) groupOf[member] = low
    groups.set(low, all)
    groups.delete(high)
  }
  return [...groups.values()].sort((g, h) => g[0]! - h[0]!)
}

function mayJoin(
  g: readonly number[],
  h: readonly number[],
  members: readonly Member<GroupableDocument>[],
  alike: Alike,
): boolean {
  let [sum, count] = [0, 0]
  for (const x of g) {
    for (const y of h) {
      const value = alike(x, y)
      if (members[x]!.tag === members[y]!.tag && members[x]!.tag !== 'und' && value < 1) return false
      sum += value
      count++
    }
  }
  const least = Math.max(count > 1 ? JOIN_MANY : JOIN, COHESION * Math.min(cohesion(g, alike), cohesion(h, alike)))
  return sum / count >= least
}

/** Mean similarity inside a group; 0 for a single document, which has none to go by. */
function cohesion(g: readonly number[], alike: Alike): number {
  let [sum, count] = [0, 0]
  g.forEach((x, k) => {
    for (const y of g.slice(k + 1)) {
      sum += alike(x, y)
      count++
    }
  })
  return count === 0 ? 0 : sum / count
}
