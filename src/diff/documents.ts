/**
 * What changed in a document: two readings of the same bytes. Places in the decoded text are the same in both, so that
 * repairs and blocks are found again by their offsets; ids of blocks are not asked for, they count what stands before.
 */
import type { Block, Document, Repair, Span } from '../model.js'
import { type Found, isSame, textOf } from './changes.js'

/** Fields that are held against each other as they stand. */
const FIELDS = [
  'language',
  'charset',
  'direction',
  'layout',
  'title',
  'summary',
  'dateline',
  'crawled',
  'header',
  'wire',
  'issuer',
  'embargo',
  'translation',
  'contacts',
  'links',
  'dates',
  'quantities',
  'tickers',
  'identifiers',
  'rejected',
] as const satisfies readonly (keyof Document)[]

/** All changes of a document, in a fixed order. */
export function documentChanges(before: Document, after: Document): Found[] {
  const { path, sha256 } = after
  const changes = [
    ...(before.path === path ? [] : [{ change: 'field' as const, field: 'path', before: before.path, after: path }]),
    ...fieldChanges(before, after),
    ...repairChanges(before.repairs, after.repairs),
    ...damageChanges(before, after),
    ...blockChanges(before.blocks, after.blocks),
    ...warningChanges(before.warnings, after.warnings),
  ]
  return changes.map(change => ({ ...change, path, sha256 }))
}

function fieldChanges(before: Document, after: Document): Found[] {
  const [old, own] = [placeOfBlocks(before), placeOfBlocks(after)]
  return FIELDS.flatMap((field): Found[] => {
    const [was, is] = [withPlaces(before[field], old), withPlaces(after[field], own)]
    if (isSame(was, is)) return []
    if (!Array.isArray(was) || !Array.isArray(is))
      return [{ change: 'field', field, before: was ?? null, after: is ?? null }]
    return [{ change: 'field', field, before: without(was, is), after: without(is, was) }]
  })
}

/** The items of a list that the other one has not. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const known = new Set(other.map(textOf))
  return list.filter(item => !known.has(textOf(item)))
}

type Places = ReadonlyMap<string, number>

/** Where each block begins in the decoded text. */
const placeOfBlocks = ({ blocks }: Document): Places =>
  new Map(blocks.map(({ id, spans }) => [id, spans[0]?.start ?? 0]))

/** The same with the places of blocks instead of their ids. */
function withPlaces(value: unknown, places: Places): unknown {
  if (Array.isArray(value)) return value.map(item => withPlaces(item, places))
  if (!(value instanceof Object) || !('block' in value)) return value
  const { inheritedFrom: _, ...own } = value as Record<string, unknown>
  return { ...own, block: places.get(String(own.block)) ?? null }
}

function repairChanges(before: readonly Repair[], after: readonly Repair[]): Found[] {
  const old = new Map(before.map(repair => [placeOf(repair), repair]))
  const now = new Set(after.map(placeOf))
  const gone = before.filter(repair => !now.has(placeOf(repair)))
  const rest = after.flatMap((repair): Found[] => {
    const was = old.get(placeOf(repair))
    if (!was) return [{ change: 'repair-added', at: spanOf(repair), after: plain(repair) }]
    if (isSame(plain(was), plain(repair))) return []
    return [{ change: 'repair-changed', at: spanOf(repair), before: plain(was), after: plain(repair) }]
  })
  return byPlace([...gone.map((r): Found => ({ change: 'repair-removed', at: spanOf(r), before: plain(r) })), ...rest])
}

const placeOf = ({ start, end }: Span) => `${start}-${end}`
const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** What a repair says, without the ids of blocks. */
const plain = ({ before, after, kind, evidence, lossy, confidence, decided }: Repair) => ({
  before,
  after,
  kind,
  evidence,
  lossy,
  confidence,
  ...(decided && { decided }),
})

function damageChanges({ unrepaired: before }: Document, { unrepaired: after }: Document): Found[] {
  return byPlace([
    ...without(before, after).map(
      (left): Found => ({ change: 'damage-removed', at: spanOf(left as Span), before: left }),
    ),
    ...without(after, before).map((left): Found => ({ change: 'damage-added', at: spanOf(left as Span), after: left })),
  ])
}

function blockChanges(before: readonly Block[], after: readonly Block[]): Found[] {
  const old = new Map(before.map(block => [spansOf(block), block]))
  const now = new Set(after.map(spansOf))
  const gone = before.filter(block => !now.has(spansOf(block)))
  const rest = after.flatMap((block): Found[] => {
    const was = old.get(spansOf(block))
    const at = whole(block)
    if (!was) return [{ change: 'block-added', at, after: { kind: block.kind, text: block.text } }]
    const changes: Found[] = []
    if (was.text !== block.text) changes.push({ change: 'block-changed', at, before: was.text, after: block.text })
    if (was.kind !== block.kind) changes.push({ change: 'kind-changed', at, before: was.kind, after: block.kind })
    for (const field of ['language', 'runIn'] as const)
      if (!isSame(was[field], block[field]))
        changes.push({
          change: 'field',
          field: `block ${field}`,
          at,
          before: was[field] ?? null,
          after: block[field] ?? null,
        })
    return changes
  })
  const removed = gone.map(
    (b): Found => ({ change: 'block-removed', at: whole(b), before: { kind: b.kind, text: b.text } }),
  )
  return byPlace([...removed, ...rest])
}

/** A name for a block that says where it is cut from. */
export const spansOf = ({ spans }: Pick<Block, 'spans'>): string => spans.map(placeOf).join()

const whole = ({ spans }: Block): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 })

/** Stable: of two at one place the first stays first. */
const byPlace = (changes: readonly Found[]): Found[] =>
  changes.toSorted((a, b) => a.at!.start - b.at!.start || a.at!.end - b.at!.end)

/** Warnings that came or went; each as often as it is there. */
export function warningChanges(before: Document['warnings'], after: Document['warnings']): Found[] {
  return [
    ...without(before, after).map((warning): Found => ({ change: 'warning-removed', before: warning })),
    ...without(after, before).map((warning): Found => ({ change: 'warning-added', after: warning })),
  ]
}
