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
  Block,
  BlockKind,
  Document,
  Generator,
  GroupedDocuments,
  Reconciled,
  RecordPart,
  RecordUnit,
  ReleaseRecord,
  Version,
} from '../model.js'
import { movedIn } from './moved.js'
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

const alignable = (block: Block) => block.kind !== 'chrome'

/** The blocks of a document that alignment looks at; its paragraph numbers count these. */
export const blocksToAlign = (document: Document): Block[] => document.blocks.filter(alignable)

/** Versions by the ids of their documents. */
export const versionsById = (documents: readonly Document[], versions: GroupedDocuments['versions']): Version[] =>
  versions.map(({ document, versionOf, kind }) => ({
    document: documents[document]!.id,
    versionOf: documents[versionOf]!.id,
    kind,
  }))

/** The record of a release. Paragraph numbers of `units` are those of `blocksToAlign`; `heard` is what aligned it. */
export function toRecord(
  release: Reconciled,
  packOf: PackOf,
  { versions, nearest }: { readonly versions: readonly Version[] } & Pick<GroupedDocuments, 'nearest'>,
  heard: Pick<Generator, 'model' | 'embeddings' | 'decisions'> = {},
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
    generator: { ...generator, ...heard },
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
