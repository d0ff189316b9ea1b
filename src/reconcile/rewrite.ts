/**
 * Changes that siblings decided, made in the blocks, and everything that holds offsets or copies of a block's text
 * brought along: the log, the list of damage that was left, run-in headings, title, dateline, contacts, links, and the
 * segments of the alignment. Replaying the new log still gives the blocks, undoing it the decoded text.
 *
 * What a person has decided of a document is settled: siblings neither change an accepted repair nor touch the place of a
 * rejected one. The document itself says what was decided (`decided` of a repair, `rejected`).
 */

import { blockStarts, placed } from '../edits/block-text.js'
import { applyRepairs, compose, resultSpans, sourceSpan } from '../edits/edits.js'
import { byPlace, sharing } from '../edits/spans.js'
import type { AlignedUnit, Block, DamageKind, Document, DocumentRepair, Repair, Span, Unrepaired } from '../model.js'

/** Characters of a block to be replaced; offsets in the block's text as it stands. */
export interface Change extends Span {
  readonly block: string
  readonly after: string
  readonly kind: DamageKind
  readonly confidence: number
  /** The block of another document that decided. */
  readonly witness: string
  /** The repair that is taken back, where that is all the change does. */
  readonly vetoed?: DocumentRepair
}

export type Changes = ReadonlyMap<string, readonly Change[]>

/** Changes by block, sorted; of two that overlap the first stays. */
export function byBlock(changes: readonly Change[]): Changes {
  const found = new Map<string, Change[]>()
  for (const change of changes.toSorted(byPlace)) {
    const list = found.get(change.block)
    if (!list) found.set(change.block, [change])
    else if (list.at(-1)!.end <= change.start) list.push(change)
  }
  return found
}

/** The document with the changes made. */
export function rewritten(document: Document, changes: Changes): Document {
  if (changes.size === 0) return document
  const starts = blockStarts(document.blocks)
  const edits = document.blocks.flatMap(block =>
    (changes.get(block.id) ?? []).map(change => asEdit(change, block, starts.get(block.id)!)),
  )
  const blocks = document.blocks.map(block => edited(block, changes.get(block.id) ?? []))
  const old = document.repairs.map(({ at, ...repair }): Repair => repair)
  const kept = new Set<Repair>(old)
  const log = placed(compose(old, edits), blocks)
  const repairs = withConfidence(log, changes, kept)
  return withCopies({ ...document, blocks, repairs }, document, changes, stillLeft(document, repairs, changes))
}

const asEdit = ({ start, end, after, kind, witness, confidence }: Change, block: Block, offset: number): Repair => ({
  start: start + offset,
  end: end + offset,
  before: block.text.slice(start, end),
  after,
  kind,
  evidence: 'siblings',
  lossy: true,
  confidence,
  witness,
})

/** `compose` keeps the lower confidence of two edits that became one; but the siblings' word is the last. */
function withConfidence(log: readonly DocumentRepair[], changes: Changes, kept: ReadonlySet<Repair>): DocumentRepair[] {
  const made = new Map([...changes].map(([id, own]) => [id, { own, spans: resultSpans(withBefore(own)), next: 0 }]))
  return log.map(repair => {
    const here = repair.at && made.get(repair.at.block)
    if (!here || repair.evidence !== 'siblings' || kept.has(repair)) return repair
    while (here.next < here.own.length && here.spans[here.next]!.end < repair.at!.start) here.next++
    const change = here.own[here.next]
    return change && here.spans[here.next]!.start <= repair.at!.end
      ? { ...repair, confidence: change.confidence }
      : repair
  })
}

const withBefore = (changes: readonly Change[]) => changes.map(c => ({ ...c, before: ' '.repeat(c.end - c.start) }))

/** An offset in a block after the changes; inside a change it goes to the change's edge. */
export function follow(offset: number, changes: readonly Change[], side: 'start' | 'end'): number {
  let shift = 0
  for (const { start, end, after } of changes) {
    if (end > offset || (end === offset && side === 'start' && start === end)) {
      if (start >= offset) break
      return side === 'start' ? start + shift : start + shift + after.length
    }
    shift += after.length - (end - start)
  }
  return offset + shift
}

const followed = <S extends Span>(span: S, changes: readonly Change[]): S => ({
  ...span,
  start: follow(span.start, changes, 'start'),
  end: follow(span.end, changes, 'end'),
})

function edited(block: Block, changes: readonly Change[]): Block {
  if (changes.length === 0) return block
  const text = applyRepairs(block.text, withBefore(changes))
  return { ...block, text, ...(block.runIn && { runIn: followed(block.runIn, changes) }) }
}

/** What was left and is still there, and what was taken back. */
function stillLeft(document: Document, repairs: readonly Repair[], changes: Changes): Unrepaired[] {
  const mended = repairs.filter(r => r.evidence === 'siblings')
  const left = document.unrepaired.filter(item => sharing(mended, item).length === 0)
  for (const own of changes.values()) {
    for (const { vetoed } of own) {
      if (!vetoed) continue
      const { start, end, before } = vetoed
      left.push({ start, end, text: before, kind: vetoed.kind as DamageKind, reason: 'vetoed' })
    }
  }
  return left.sort(byPlace)
}

/** Copies of what stands in a changed block: title, summary, dateline, contacts, links; and the warning's count. */
function withCopies(document: Document, old: Document, changes: Changes, unrepaired: readonly Unrepaired[]): Document {
  const before = new Map(old.blocks.filter(b => changes.has(b.id)).map(b => [b.id, b]))
  const after = new Map(document.blocks.map(b => [b.id, b]))
  const holding = (value: string) => [...before.values()].find(b => b.text.includes(value))
  const copy = <T extends string | null>(value: T, id?: string): T => {
    const block = value && (id === undefined ? holding(value) : before.get(id))
    if (!block || !value || !block.text.includes(value)) return value
    const start = block.text.indexOf(value)
    const span = followed({ start, end: start + value.length }, changes.get(block.id)!)
    return after.get(block.id)!.text.slice(span.start, span.end) as T
  }
  const { dateline, contacts, links, title, summary, issuer } = document
  return {
    ...document,
    title: copy(title),
    summary: copy(summary),
    issuer: copy(issuer),
    dateline: dateline?.block ? { ...dateline, text: copy(dateline.text, dateline.block) } : dateline,
    contacts: contacts.map(c => ({ ...c, name: copy(c.name, c.block), email: copy(c.email, c.block) })),
    links: links.map(l => ({ ...l, url: copy(l.url, l.block) })),
    unrepaired,
    warnings: document.warnings.flatMap(w => {
      if (w.code !== 'UNREPAIRED_DAMAGE' || unrepaired.length === old.unrepaired.length) return [w]
      return unrepaired.length === 0 ? [] : [{ ...w, message: damageLeft(unrepaired.length) }]
    }),
  }
}

const damageLeft = (n: number) => `${n} damaged ${n === 1 ? 'place was' : 'places were'} left unrepaired`

/** The units with the parts of a document's paragraphs moved along; `blocks` are its paragraphs' blocks. */
export function moved(
  units: readonly AlignedUnit[],
  id: string,
  blocks: readonly string[],
  changes: Changes,
): AlignedUnit[] {
  return units.map(unit => {
    if (!unit.paragraphs[id]?.some(n => changes.has(blocks[n]!))) return unit
    const segments = unit.segments.map(segment => {
      const parts = segment[id]
      return parts
        ? { ...segment, [id]: parts.map(p => followed(p, changes.get(blocks[p.paragraph]!) ?? [])) }
        : segment
    })
    return { ...unit, segments }
  })
}

/** Is a place in the decoded text settled? */
export function settledIn({ repairs, rejected = [] }: Document): (span: Span) => boolean {
  const accepted = repairs.filter(({ decided }) => decided !== undefined)
  const settled: readonly Span[] = [...accepted, ...rejected].sort(byPlace)
  return span => sharing(settled, span).length > 0
}

/** The changes of a document that touch nothing settled; offsets in the text of a block. */
export function withoutSettled(document: Document, changes: readonly Change[]): readonly Change[] {
  const { blocks, repairs, rejected } = document
  const hasDecisions = rejected !== undefined || repairs.some(({ decided }) => decided !== undefined)
  if (changes.length === 0 || !hasDecisions) return changes
  const isSettled = settledIn(document)
  const results = resultSpans(repairs)
  const starts = blockStarts(blocks)
  return changes.filter(({ block, start, end }) => {
    const at = starts.get(block)!
    return !isSettled(sourceSpan(repairs, results, { start: at + start, end: at + end }))
  })
}
