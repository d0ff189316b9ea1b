/**
 * Boundaries that one file alone cannot tell, settled by its siblings. In text without blank lines, and where every line
 * has one, a full line that ends a sentence may end a paragraph or not. Such blocks are cut into pieces at every doubtful place and aligned; where the
 * siblings have a boundary between what two pieces are aligned with, there is one, and where they have none, there is
 * none. Pieces that nothing is aligned with stay as the file alone suggested.
 */

import { sharing } from '../edits/spans.js'
import type { AlignedUnit, Block, Document, DocumentRepair, Span } from '../model.js'
import { votersOf } from '../releases/versions.js'
import { append } from '../structures/lists.js'
import { settledIn } from './rewrite.js'

/** A line end is doubtful where `segment` says so by its confidence. */
const DOUBTFUL = 0.6
/** A line this close to the column is full: with the next word it would be wider. */
const SLACK = 1

/** A part of a block, or all of it; what lies between it and the piece before it. */
interface Piece extends Pick<Block, 'kind' | 'text'> {
  readonly block: string
  /** Null where the boundary before it is beyond doubt. */
  readonly doubt: Doubt | null
}

/** A boundary to settle: a line end inside a block, or the boundary between two. */
type Doubt = { readonly within: DocumentRepair } | { readonly between: string }

/** What was settled: line ends at which a block ends after all, and blocks that go on in the next. */
export interface Settled {
  readonly split: ReadonlyMap<DocumentRepair, string>
  readonly join: ReadonlyMap<string, string>
}

/** The pieces of a document's blocks; `blocks` are those that take part in the alignment, in order. */
export function piecesOf(document: Document, blocks: readonly Block[]): Piece[] {
  const doubts = new Map<string, DocumentRepair[]>()
  const isSettled = settledIn(document)
  for (const repair of document.repairs) {
    if (repair.kind !== 'unwrap' || repair.confidence > DOUBTFUL || !repair.at || isSettled(repair)) continue
    append(doubts, repair.at.block, repair)
  }
  const full = fullLines(document)
  return blocks.flatMap((block, i) => {
    const before = i > 0 && full.has(blocks[i - 1]!.id) ? { between: blocks[i - 1]!.id } : null
    return cut(block, doubts.get(block.id) ?? [], before)
  })
}

function cut({ id, kind, text }: Block, repairs: readonly DocumentRepair[], before: Doubt | null): Piece[] {
  const ends = [...repairs.map(r => r.at!.start), text.length]
  return ends.map((end, i) => {
    const start = i === 0 ? 0 : repairs[i - 1]!.at!.end
    return { block: id, kind, text: text.slice(start, end), doubt: i === 0 ? before : { within: repairs[i - 1]! } }
  })
}

/** Blocks whose last line is full and has the next block right below, so that it may belong to them. */
function fullLines(document: Document): ReadonlySet<string> {
  const { layout, blocks, repairs } = document
  const isSettled = settledIn(document)
  const full = new Set<string>()
  if (layout.width === null || layout.wrap === 'indented') return full
  const double = layout.wrap === 'double-spaced'
  const below = double ? null : new Set(repairs.filter(isLineEnd).map(({ end }) => end))
  const lineStarts = new Map<string, number>()
  for (const { kind, at } of repairs)
    if (at && (kind === 'unwrap' || kind === 'hyphen')) lineStarts.set(at.block, at.end)
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]
    const start = lineStarts.get(block.id)
    if (next?.kind !== block.kind || start === undefined || below?.has(next.spans[0]!.start) === false) return
    const width = block.text.length - start + 1 + /^\S*/.exec(next.text.slice(0, 100))![0].length
    const gap = { start: block.spans.at(-1)!.end, end: next.spans[0]!.start }
    if (width > layout.width! - SLACK && !isSettled(gap) && isBare(gap, repairs)) full.add(block.id)
  })
  return full
}

/** Nothing but a blank line lies between the blocks, or white space that became one. */
function isBare(gap: Span, repairs: readonly DocumentRepair[]): boolean {
  const [edit, ...more] = sharing(repairs, gap)
  return !edit || (more.length === 0 && edit.kind === 'break' && edit.start === gap.start && edit.end === gap.end)
}

/** One line end between two blocks. */
const isLineEnd = ({ kind, before }: DocumentRepair) => kind === 'break' && /^[ \t]*(?:\r?\n|\r)[ \t]*$/.test(before)

/** Settle every doubt by the units of an alignment of the pieces; null where nothing changes. */
export function settle(
  pieces: Readonly<Record<string, readonly Piece[]>>,
  units: readonly AlignedUnit[],
): Settled | null {
  const split = new Map<DocumentRepair, string>()
  const join = new Map<string, string>()
  const segments = segmentsByParagraph(units)
  const voters = votersOf(Object.keys(pieces))
  for (const [id, own] of Object.entries(pieces)) {
    own.forEach(({ doubt }, i) => {
      const verdict = doubt && judge(id, i, segments, pieces, voters)
      if (!verdict) return
      if ('within' in doubt && verdict.apart) split.set(doubt.within, verdict.witness)
      if ('between' in doubt && !verdict.apart) join.set(doubt.between, verdict.witness)
    })
  }
  return split.size + join.size > 0 ? { split, join } : null
}

/** The segments that each paragraph has a part in, by the id of its text, a blank, and its number. */
type Segments = ReadonlyMap<string, readonly AlignedUnit['segments'][number][]>

function segmentsByParagraph(units: readonly AlignedUnit[]): Segments {
  const found = new Map<string, AlignedUnit['segments'][number][]>()
  for (const segment of units.flatMap(unit => unit.segments)) {
    for (const [id, parts] of Object.entries(segment)) {
      for (const { paragraph } of parts) {
        const list = found.get(`${id} ${paragraph}`)
        if (!list) found.set(`${id} ${paragraph}`, [segment])
        else if (list.at(-1) !== segment) list.push(segment)
      }
    }
  }
  return found
}

/** Do the siblings keep apart what pieces `i - 1` and `i` are aligned with? Null where they do not say. */
function judge(
  id: string,
  i: number,
  segments: Segments,
  pieces: Readonly<Record<string, readonly Piece[]>>,
  voters: readonly string[],
) {
  const [before, after] = [segments.get(`${id} ${i - 1}`), segments.get(`${id} ${i}`)]
  if (!before || !after) return null
  const votes = voters
    .filter(other => other !== id)
    .flatMap(other => {
      const left = counterparts(before, other)
      const right = counterparts(after, other)
      if (left.length === 0 || right.length === 0) return []
      const apart = !left.some(n => right.includes(n))
      return [{ apart, witness: pieces[other]![right[0]!]!.block }]
    })
  const apart = votes.filter(v => v.apart)
  const together = votes.filter(v => !v.apart)
  if (apart.length === together.length) return null
  return apart.length > together.length ? apart[0]! : together[0]!
}

/** The paragraphs of another text that share a segment with one that has a part in these. */
const counterparts = (segments: AlignedUnit['segments'], other: string): number[] =>
  segments.flatMap(segment => (segment[other] ?? []).map(part => part.paragraph))
