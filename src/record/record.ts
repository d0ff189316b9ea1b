/**
 * The record of one release, with a fixed order of keys and documents: the same files give the same bytes. No clock,
 * no absolute path. Ids of documents are their tags, numbered where a release has two of a language; ids of blocks
 * begin with their document's.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { withBlockIds } from '../edits/block-text.js'
import type { PackOf } from '../languages/pack.js'
import type {
  AlignedUnit,
  Bead,
  Block,
  BlockKind,
  Document,
  Generator,
  GroupedDocuments,
  Reconciled,
  RecordPart,
  RecordUnit,
  ReleaseRecord,
  Segment,
  Version,
} from '../model.js'
import { beadsOf } from '../releases/beads.js'
import { votersOf } from '../releases/versions.js'
import { nullLinks } from './null-links.js'

/** The tool that makes records, and the version of ICU, which decides sentences and words. */
export const generator = (() => {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    name: string
    version: string
  }
  return { name, version, icu: process.versions.icu ?? '' }
})()

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Documents each with an id of its own: those of one language are numbered in the order in which they come. */
export function withIds(release: readonly Document[]): Document[] {
  const seen = new Map<string, number>()
  return release.map(document => {
    const { tag } = document.language
    const count = (seen.get(tag) ?? 0) + 1
    seen.set(tag, count)
    return count === 1
      ? document
      : {
          ...withBlockIds(document, block => `${tag}-${count}${block.slice(document.id.length)}`),
          id: `${tag}-${count}`,
        }
  })
}

/** The blocks of a document that alignment looks at; its paragraph numbers count these. */
export const blocksToAlign = (document: Document): Block[] => document.blocks.filter(({ kind }) => kind !== 'chrome')

/** Versions by the ids of their documents. */
export const versionsById = (documents: readonly Document[], versions: GroupedDocuments['versions']): Version[] =>
  versions.map(({ document, versionOf, kind }) => ({
    document: documents[document]!.id,
    versionOf: documents[versionOf]!.id,
    kind,
  }))

/** The record of a release. Paragraph numbers of `units` are those of `blocksToAlign`; `provenance` is what aligned it. */
export function toRecord(
  release: Reconciled,
  packOf: PackOf,
  { versions, nearest }: { readonly versions: readonly Version[] } & Pick<GroupedDocuments, 'nearest'>,
  provenance: Pick<Generator, 'model' | 'embeddings' | 'decisions'> = {},
): ReleaseRecord {
  const { documents, units, issued, wire, issuer, warnings } = release
  const blocks = new Map(documents.map(d => [d.id, blocksToAlign(d)]))
  const recordUnits = withOrder(
    documents,
    units.map((unit, i) => recordUnit(unit, `u${i + 1}`, blocks)),
  )
  const joined = new Set(recordUnits.flatMap(u => Object.values(u.blocks).flat()))
  const languages = [...new Set(documents.map(d => d.language.tag))].sort(byCodeUnit)
  return {
    schemaVersion: '1.0',
    id: releaseId(documents),
    issued,
    wire,
    issuer,
    languages,
    documents,
    versions,
    nearest: nearest && { ...nearest, score: round(nearest.score) },
    alignment: { units: recordUnits, unaligned: nullLinks(documents, joined, packOf, versions) },
    warnings,
    offsetUnit: 'utf16',
    generator: { ...generator, ...provenance },
  }
}

/** A hash of the sorted hashes of the files: the same whatever they are called and in whichever order they came. */
export function releaseId(documents: readonly Pick<Document, 'sha256'>[]): string {
  const hashes = documents.map(d => d.sha256).sort(byCodeUnit)
  return createHash('sha256').update(hashes.join('\n')).digest('hex').slice(0, 32)
}

type UnitAlone = Omit<RecordUnit, 'missing' | 'moved'>

/** The units with the documents that each lacks, and those in which it is out of order. */
export function withOrder(
  documents: readonly Pick<Document, 'id' | 'blocks'>[],
  units: readonly UnitAlone[],
): RecordUnit[] {
  const ids = documents.map(d => d.id).sort(byCodeUnit)
  const places = new Map(documents.flatMap(d => d.blocks.map(({ id, text }, i) => [id, { i, size: text.length }])))
  const moved = movedIn(
    units,
    ids,
    block => places.get(block)?.i ?? 0,
    block => places.get(block)?.size ?? 0,
  )
  return units.map(({ id, kind, blocks, confidence, segments }, i) => ({
    id,
    kind,
    blocks,
    missing: ids.filter(document => !Object.hasOwn(blocks, document)),
    moved: moved[i]!,
    confidence,
    segments,
  }))
}

function recordUnit(unit: AlignedUnit, id: string, blocks: ReadonlyMap<string, readonly Block[]>): UnitAlone {
  const block = (document: string, paragraph: number) => blocks.get(document)![paragraph]!
  const ids = sortedKeys(unit.paragraphs)
  const members = ids.map(d => [d, unit.paragraphs[d]!.map(p => block(d, p))] as const)
  const segments = unit.segments.map(segment => {
    const parts = (d: string): RecordPart[] =>
      segment[d]!.map(({ paragraph, start, end }) => ({ block: block(d, paragraph).id, start, end }))
    return Object.fromEntries(sortedKeys(segment).map(d => [d, parts(d)]))
  })
  return {
    id,
    kind: commonest(members.flatMap(([, bs]) => bs.map(b => b.kind))),
    blocks: Object.fromEntries(members.map(([d, bs]) => [d, bs.map(b => b.id)])),
    confidence: round(unit.confidence),
    segments,
  }
}

const sortedKeys = (object: Readonly<Record<string, unknown>>) => Object.keys(object).sort(byCodeUnit)
/** Four places: what is beyond differs between processors. */
const round = (x: number) => Math.round(x * 1e4) / 1e4

/** The kind that most of the blocks have; the first of equals. */
function commonest(kinds: readonly BlockKind[]): BlockKind {
  const counts = new Map<BlockKind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}

/** What the order of units needs of one. */
type Ordered = Pick<RecordUnit, 'blocks'>

/**
 * For each unit the ids of the documents in which it is out of order, sorted. Two documents that tell the same in the same
 * order have their units in the same order; where they do not, the units outside the heaviest sequence that both share are
 * the fewest that must have been moved. A unit is moved in the document that parts with most of the others; of two
 * documents alone nobody can say which, and both are named. A release with very many versions is held against the first
 * of them. O(documents x units x log units).
 * `order` gives the number of a block in
 * its document; of equally many units those with the shorter blocks are called moved, `length` being that of a block.
 */
export function movedIn(
  units: readonly Ordered[],
  documents: readonly string[],
  order: (block: string) => number,
  length: (block: string) => number,
): string[][] {
  const total = units.reduce((sum, { blocks }) => sum + sizeOf(blocks, length), 1)
  const weights = units.map(({ blocks }) => 1 + sizeOf(blocks, length) / total)
  const against = units.map(() => new Map<string, number>())
  const compared = new Set(votersOf(documents))
  const partners = units.map(({ blocks }) => Object.keys(blocks).filter(id => compared.has(id)))
  for (const a of documents) {
    for (const b of compared) {
      if (a === b || (compared.has(a) && a > b)) continue // each two once
      for (const unit of outOfOrder(units, a, b, order, weights)) {
        for (const id of compared.has(a) ? [a, b] : [a]) against[unit]!.set(id, (against[unit]!.get(id) ?? 0) + 1)
      }
    }
  }
  return against.map((counts, unit) =>
    documents.filter(id => counts.has(id) && 2 * counts.get(id)! > partners[unit]!.filter(own => own !== id).length),
  )
}

const sizeOf = (blocks: Ordered['blocks'], length: (block: string) => number) =>
  Object.values(blocks).reduce((sum, ids) => sum + ids.reduce((s, id) => s + length(id), 0), 0)

/** Units that both documents have and that are not in the heaviest sequence which is in order in both. */
function outOfOrder(
  units: readonly Ordered[],
  a: string,
  b: string,
  order: (block: string) => number,
  weights: readonly number[],
): number[] {
  const first = (unit: Ordered, id: string) => (Object.hasOwn(unit.blocks, id) ? order(unit.blocks[id]![0]!) : -1)
  const places = units
    .map((unit, index) => ({ index, a: first(unit, a), b: first(unit, b) }))
    .filter(place => place.a >= 0 && place.b >= 0)
    .sort((x, y) => x.a - y.a)
  if (places.every((place, i) => i === 0 || places[i - 1]!.b < place.b)) return []
  const kept = heaviestRise(
    places.map(place => place.b),
    places.map(place => weights[place.index]!),
  )
  return places.filter((_, i) => !kept.has(i)).map(place => place.index)
}

/** The numbers of the members of the heaviest rising subsequence; a Fenwick tree of best sums, O(n log n). */
function heaviestRise(values: readonly number[], weights: readonly number[]): Set<number> {
  const sorted = [...values].sort((x, y) => x - y)
  const rank = new Map(sorted.map((value, i) => [value, i + 1]))
  const tree = new Int32Array(values.length + 1).fill(-1)
  const sums = values.map(() => 0)
  const before = values.map(() => -1)
  const better = (x: number, y: number) => (y < 0 || (x >= 0 && sums[x]! > sums[y]!) ? x : y)
  let best = -1
  for (const [i, value] of values.entries()) {
    let last = -1
    for (let at = rank.get(value)! - 1; at > 0; at -= at & -at) last = better(tree[at]!, last)
    before[i] = last
    sums[i] = weights[i]! + (last < 0 ? 0 : sums[last]!)
    for (let at = rank.get(value)!; at < tree.length; at += at & -at) tree[at] = better(i, tree[at]!)
    best = better(i, best)
  }
  const kept = new Set<number>()
  for (let at = best; at >= 0; at = before[at]!) kept.add(at)
  return kept
}

/**
 * The pairwise beads of documents `a` and `b`, which the record has: numbers of blocks in each. Blocks that share a segment
 * belong together, every other block stands alone.
 */
export function recordBeads(record: ReleaseRecord, a: string, b: string): Bead[] {
  const numbers = new Map(record.documents.flatMap(d => d.blocks.map((block, i) => [block.id, i] as const)))
  const count = (id: string) => record.documents.find(d => d.id === id)!.blocks.length
  const segments = record.alignment.units.flatMap(unit =>
    unit.segments.map(
      (segment): Segment =>
        Object.fromEntries(
          Object.entries(segment).map(([d, parts]) => [
            d,
            parts.map(({ block, start, end }) => ({ paragraph: numbers.get(block)!, start, end })),
          ]),
        ),
    ),
  )
  return beadsOf(segments, a, b, count(a), count(b))
}
