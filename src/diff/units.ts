/**
 * What changed in an alignment, among the documents that were there before and are there now: a language that is new or gone
 * does not make every unit another one. Blocks go by their places in the decoded texts, so that a unit whose blocks are cut
 * otherwise is another unit.
 */
import type { Document, RecordUnit, ReleaseRecord } from '../model.js'
import { byCodeUnit, type Found, isSame } from './changes.js'
import { spansOf } from './documents.js'

/** Whose blocks belong together: a list for each document of what the unit holds of it. */
export interface Member {
  readonly path: string
  readonly sha256: string
  /** Where each block is cut from, and how it begins. */
  readonly blocks: readonly { readonly spans: string; readonly text: string }[]
}

interface Unit {
  readonly key: string
  readonly members: readonly Member[]
  readonly details: { readonly kind: string; readonly confidence: number; readonly segments: unknown }
  /** Of its blocks: where a text has changed, so have the places of its parts, which says nothing. */
  readonly sizes: string
}

/** So much of a block tells which it is. */
const BEGINNING = 60

/** Changes of the units of releases that became one; `common` are the documents that are in both, by their hash. */
export function unitChanges(olds: readonly ReleaseRecord[], now: ReleaseRecord, common: ReadonlySet<string>): Found[] {
  const before = olds.flatMap(old => unitsOf(old, common))
  const after = unitsOf(now, common)
  const isWhole = [...olds, now].every(({ documents }) => documents.every(({ sha256 }) => common.has(sha256)))
  const known = new Map(before.map(unit => [unit.key, unit]))
  const kept = new Set(after.map(({ key }) => key))
  const gone = before.filter(({ key }) => !kept.has(key))
  const rest = after.flatMap((unit): Found[] => {
    const was = known.get(unit.key)
    if (!was) return [{ change: 'unit-added', after: unit.members }]
    if (!isWhole || keysThatDiffer(was, unit).length === 0) return []
    return [{ change: 'unit-changed', ...detailsIn(was, unit) }]
  })
  return [...gone.map(({ members }): Found => ({ change: 'unit-removed', before: members })), ...rest]
}

const keysThatDiffer = (before: Unit, after: Unit) =>
  (['kind', 'confidence', 'segments'] as const).filter(
    key => (key !== 'segments' || before.sizes === after.sizes) && !isSame(before.details[key], after.details[key]),
  )

/** The details that differ, and the blocks that they are about. */
function detailsIn(before: Unit, after: Unit): Pick<Found, 'before' | 'after'> {
  const keys = keysThatDiffer(before, after)
  const of = ({ members, details }: Unit) => ({ members, ...Object.fromEntries(keys.map(key => [key, details[key]])) })
  return { before: of(before), after: of(after) }
}

function unitsOf({ documents, alignment }: ReleaseRecord, common: ReadonlySet<string>): Unit[] {
  const byId = new Map(documents.map(document => [document.id, document]))
  const places = new Map(documents.flatMap(d => d.blocks.map(block => [block.id, `${d.sha256} ${spansOf(block)}`])))
  const lengths = new Map(documents.flatMap(d => d.blocks.map(({ id, text }) => [id, text.length])))
  return alignment.units.flatMap((unit): Unit[] => {
    const members = Object.entries(unit.blocks)
      .filter(([id]) => common.has(byId.get(id)!.sha256))
      .map(([id, blocks]) => memberOf(byId.get(id)!, blocks))
      .sort((a, b) => byCodeUnit(a.sha256, b.sha256) || byCodeUnit(a.path, b.path))
    if (members.length < 2) return []
    const key = members.map(({ sha256, blocks }) => `${sha256} ${blocks.map(({ spans }) => spans).join(';')}`).join('|')
    const { kind, confidence, segments } = unit
    const sizes = Object.values(unit.blocks)
      .flat()
      .map(block => `${places.get(block)} ${lengths.get(block)}`)
      .sort(byCodeUnit)
      .join()
    return [
      {
        key,
        members,
        sizes,
        details: { kind, confidence, segments: segments.map(segment => placed(segment, places)) },
      },
    ]
  })
}

function memberOf({ path, sha256, blocks }: Document, ids: readonly string[]): Member {
  const wanted = new Set(ids)
  const own = blocks.filter(({ id }) => wanted.has(id))
  return {
    path,
    sha256,
    blocks: own.map(block => ({
      spans: spansOf(block),
      text: block.text.slice(0, BEGINNING).replace(/[\ud800-\udbff]$/, ''),
    })),
  }
}

/** The parts of a segment by where their blocks are cut from. */
const placed = (segment: RecordUnit['segments'][number], places: ReadonlyMap<string, string>): string[] =>
  Object.values(segment)
    .flatMap(parts => parts.map(({ block, start, end }) => `${places.get(block)} ${start}-${end}`))
    .sort(byCodeUnit)
