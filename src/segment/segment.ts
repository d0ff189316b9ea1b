/**
 * Cuts a repaired text into blocks and says what each of them is. Lines are grouped into blocks; everything between two
 * lines is one edit, so that the edits stay small and every character is in a block or in an edit.
 *
 * Law: `applyRepairs(text, repairs)` is the texts of the blocks joined by one blank line; cutting that again changes
 * nothing.
 */
import { datelineAt, firstDateline } from '../anatomy/dateline.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Block, BlockKind, LayoutDecisions, Repair, Segmented, Span } from '../model.js'
import { type Group, groupLines } from './boundaries.js'
import { type Furniture, furnitureOf, leadOf } from './furniture.js'
import { type Cut, hyphenJoins, type Join, joinOf, SPACE } from './joins.js'
import { kindsOf, runInOf } from './kinds.js'
import { geometryOf } from './layout.js'
import { type Line, linesOf } from './lines.js'
import type { Shape } from './own-kind.js'

const ROW: Join = { glue: '', drop: false, kind: 'space', evidence: 'layout', confidence: 1 }
// A full line that ends a sentence: about as likely the one as the other.
const DOUBTFUL = 0.6

/** The blocks of a text, with the edits that lead to them; `decided` is what a person said of its layout. */
export function segment(
  text: string,
  pack: LanguagePack,
  id: string,
  decided: LayoutDecisions | null = null,
): Segmented {
  const lead = leadOf(text, decided)
  const lines = linesOf(text, lead.end, pack)
  const furniture = furnitureOf(lines, decided)
  const geometry = geometryOf(
    lines.filter((_, i) => !furniture.removed.has(i)),
    pack,
  )
  const dateline = (line: Line) => datelineAt(line.text, pack, 'no') !== null
  const groups = groupLines({ lines, pack, geometry, dateline, underlined: furniture.underlined, decided }, i =>
    furniture.removed.has(i),
  )
  const { pieces, repairs } = editsOf({ text, lines, furniture, pack, decided, from: lead.end }, groups)
  const news = newsOf(pieces, pack)
  const kinds = kindsOf(pieces, news, pack)
  return {
    blocks: pieces.map((piece, i) => blockOf(piece, `${id}:${i}`, kinds[i]!.kind, i === news?.at)),
    evidence: kinds.map(({ evidence }) => evidence),
    layout: { wrap: geometry.wrap, width: geometry.width },
    repairs: [...lead.repairs, ...repairs],
    crawled: lead.crawled,
  }
}

/** The piece that begins with the dateline, and whether it holds nothing else. */
function newsOf(pieces: readonly Piece[], pack: LanguagePack): { at: number; alone: boolean } | null {
  const news = firstDateline(pieces, ({ marker, table }) => marker || table, pack)
  return news && { at: news.at, alone: news.found.end >= pieces[news.at]!.text.length }
}

function blockOf({ text, spans }: Piece, id: string, kind: BlockKind, isNews: boolean): Block {
  const runIn = isNews ? null : runInOf(text, kind)
  return { id, kind, text, spans, ...(runIn && { runIn }) }
}

interface Source {
  readonly text: string
  readonly lines: readonly Line[]
  readonly furniture: Furniture
  readonly pack: LanguagePack
  readonly decided: LayoutDecisions | null
  /** Offset after what was removed from the start. */
  readonly from: number
}

/** A block before it has a name. */
interface Piece extends Shape {
  readonly spans: readonly Span[]
}

/**
 * The blocks and the edits, in order: one edit for what stands between two lines, none where it is already as it should be.
 * Removed lines (page numbers, rules) are part of the edit that spans them.
 */
function editsOf(source: Source, groups: readonly Group[]): { pieces: Piece[]; repairs: Repair[] } {
  const hyphen = hyphenJoins(source.lines, source.pack)
  const repairs: Repair[] = []
  const pieces: Piece[] = []
  let end = source.from
  let last = -1
  for (const group of groups) {
    const first = group.lines[0]!
    const gap = last < 0 ? '' : '\n\n'
    push(repairs, between(source, end, source.lines[first]!.start, gap, removedKind(source, last, first) ?? 'break'))
    pieces.push(pieceOf(source, group, hyphen, repairs))
    last = group.lines.at(-1)!
    end = source.lines[last]!.end
  }
  push(repairs, between(source, end, source.text.length, '', removedKind(source, last, source.lines.length) ?? 'break'))
  return { pieces, repairs }
}

function pieceOf(source: Source, group: Group, hyphen: (cut: Cut) => Join, repairs: Repair[]): Piece {
  const { text, lines } = source
  const first = lines[group.lines[0]!]!
  const underlined = source.furniture.underlined.has(group.lines.at(-1)!)
  const shape = { marker: group.marker !== null, table: group.table, underlined }
  const isProse = !group.table && group.lines.reduce((sum, line) => sum + lines[line]!.text.length, 0) >= SHORTEST_PROSE
  const single = (line: Line) => (isProse && line.text.includes('  ') ? singleBlanks(line, repairs) : line.text)
  if (group.lines.length === 1)
    return { text: single(first), spans: [{ start: first.start, end: first.end }], ...shape }
  const parts = [single(first)]
  const spans: { start: number; end: number }[] = [{ start: first.start, end: first.end }]
  for (let k = 1; k < group.lines.length; k++) {
    const [before, here] = [group.lines[k - 1]!, group.lines[k]!]
    const [a, b] = [lines[before]!, lines[here]!]
    const own = group.table ? ROW : joined(group, here, joinOf(a.text, b.text, hyphen))
    const isWrong = own.kind === 'hyphen' && source.decided?.rejectsHyphen({ start: a.end, end: b.start })
    const join = isWrong ? otherwise(own) : own
    const glue = group.table ? '\n' : join.glue
    if (join.drop) parts.push(parts.pop()!.slice(0, -1))
    const from = a.end - (join.drop ? 1 : 0)
    const removed = removedKind(source, before, here)
    push(repairs, removed ? between(source, from, b.start, glue, removed) : edit(text, from, b.start, glue, join))
    parts.push(glue, single(b))
    if (removed) spans.push({ start: b.start, end: b.end })
    else spans.at(-1)!.end = b.end
  }
  return { text: parts.join(''), spans, ...shape }
}

/** Shorter blocks may have two blanks for a sign: `Jane Example  Head of Press`. */
const SHORTEST_PROSE = 100
/** Two blanks between words or sentences; more may part columns. */
const TWO_BLANKS = /(?<=[\p{L}\p{N}.,;:!?)\]"“”»'’%–-]) {2}(?=[\p{L}\p{N}("“„«–-])/gu

/** A line of running text with one blank between words, and an edit for each that went. */
function singleBlanks({ text, start }: Line, repairs: Repair[]): string {
  return text.replace(TWO_BLANKS, (blanks, at: number) => {
    push(repairs, edit(blanks, 0, blanks.length, ' ', { kind: 'space', evidence: 'layout', confidence: 1 }, start + at))
    return ' '
  })
}

/** A hyphen that was dropped stays; where it stayed, a blank comes behind it. */
const otherwise = (join: Join): Join => (join.drop ? { ...join, drop: false } : SPACE)

/** A line that may as well have begun a block is joined with less confidence. */
const joined = (group: Group, line: number, join: Join): Join =>
  group.doubtful?.has(line) ? { ...join, confidence: Math.min(join.confidence, DOUBTFUL) } : join

function between({ text }: Source, start: number, end: number, after: string, kind: Repair['kind']): Repair {
  const isInLine = kind === 'break' && !/[\n\r\f\u2028\u2029]/.test(text.slice(start, end))
  const confidence = kind === 'running-head' ? 0.9 : 1
  return edit(text, start, end, after, { kind: isInLine ? 'space' : kind, evidence: 'layout', confidence })
}

type Reason = Pick<Join, 'kind' | 'evidence' | 'confidence'>

function edit(text: string, start: number, end: number, after: string, reason: Reason, offset = 0): Repair {
  const { kind, evidence, confidence } = reason
  return {
    start: start + offset,
    end: end + offset,
    before: text.slice(start, end),
    after,
    kind,
    evidence,
    lossy: false,
    confidence,
  }
}

function push(repairs: Repair[], repair: Repair): void {
  if (repair.before !== repair.after) repairs.push(repair)
}

/** What was taken out between two lines, if anything was. */
function removedKind({ furniture }: Source, after: number, before: number): 'running-head' | 'marker' | null {
  let kind: 'running-head' | 'marker' | null = null
  for (let i = after + 1; i < before; i++) {
    const removed = furniture.removed.get(i)
    if (removed === 'running-head') return removed
    kind ??= removed ?? null
  }
  return kind
}
