/**
 * Lines to paragraphs, by how they are set: the space between two lines, the size of type, an indented first line, and a
 * line that ends although the next word would have fitted. A paragraph that a column or a page cuts is put together again.
 * Limits: lines of an address stay one block where nothing but a line end parts them; two paragraphs without space,
 * indentation or a short last line between them are one.
 */
import type { Line } from './lines.js'

/** The lines of a column or table, in the order of reading. */
export interface Column {
  readonly kind: 'text' | 'table'
  readonly lines: readonly Line[]
}

export interface Paragraph {
  readonly kind: 'text' | 'table'
  readonly lines: readonly Line[]
}

/** How a document is set: the size of most of its type, and the distance of baselines by size. */
export interface Setting {
  readonly bodySize: number
  leadingOf(size: number): number
}

/*
 * Numbers below are in sizes of type or parts of a whole, chosen with `node tests/eval/pdf.mjs`.
 */

/** A distance so many times the usual one parts paragraphs: raised signs and rounding stay below. */
const TIMES_LEADING = 1.2
/** Where a document does not say how far its lines are apart, they are as far as programs set them. */
const USUAL_LEADING = 1.25
const LEADINGS = [0.9, 2.2] as const
/** Distances are counted in steps of so many sizes; the smallest that this part of all has is the usual one. */
const STEP = 0.05
const LEADING_SHARE = 0.15
/** Type differs in size from here on. */
const OTHER_SIZE = 0.08
/** A first line is indented so far; edges differ by less than half of it. */
const INDENT = 0.8
const EDGE = 0.3
/** Where so many first lines are set in, by no more than this, all are. */
const INDENTS_NEEDED = 2
const LARGEST_INDENT = 4
/** Where this part of the lines stands at an edge, and not half of it at the other one, text is flush there. */
const FLUSH = 0.7
/** So wide is a blank, and so much more room a line must have had to have ended on purpose. */
const BLANK = 0.3
const ROOM = 0.5

const SENTENCE_END = /[.!?:…][)\]"'”’“»«״]*$/u
const MARKER = /^(?:[•·●▪■◦○‣∙*]|[–—-]|(?:\d{1,2}|[a-z])[.)])\s/u
const ADDRESS = /^(?:https?:|www\.)/
const BULLET = /^[•·●▪■◦○‣∙]/

/** Measure how a document is set. */
export function settingOf(columns: readonly Column[]): Setting {
  const sizes = new Map<number, number>()
  const distances = new Map<number, number[]>()
  for (const { lines } of columns) {
    lines.forEach((line, i) => {
      const size = rounded(line.size)
      sizes.set(size, (sizes.get(size) ?? 0) + line.text.length)
      const before = lines[i - 1]
      const distance = before && isSameSize(before, line) ? (before.y - line.y) / line.size : 0
      if (distance >= LEADINGS[0] && distance <= LEADINGS[1])
        distances.set(size, [...(distances.get(size) ?? []), distance])
    })
  }
  const bodySize = [...sizes].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0]
  const leadings = new Map([...distances].map(([size, all]) => [size, leadingFrom(all)]))
  const usual = Math.max(leadings.get(bodySize) ?? 0, USUAL_LEADING)
  return { bodySize, leadingOf: size => (leadings.get(rounded(size)) ?? usual) * size }
}

const rounded = (size: number) => Math.round(size * 2) / 2
const isSameSize = (a: Line, b: Line) => Math.abs(a.size - b.size) <= OTHER_SIZE * Math.max(a.size, b.size)

/** The smallest distance that many lines have, if any has: larger ones are those of paragraphs. */
function leadingFrom(distances: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const distance of distances) {
    const step = Math.round(distance / STEP)
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const needed = Math.max(2, distances.length * LEADING_SHARE)
  const steps = [...counts].filter(([, count]) => count >= needed).map(([step]) => step)
  return steps.length > 0 ? Math.min(...steps) * STEP : undefined
}

/** The paragraphs of a document; those of one column follow one another. Linear. */
export function paragraphsOf(columns: readonly Column[], setting: Setting): Paragraph[] {
  const all: Paragraph[] = []
  let above: Edges | null = null
  for (const { kind, lines } of columns) {
    const edges = edgesOf(lines)
    const parts = kind === 'table' ? [lines] : cut(lines, edges, setting)
    const [first] = parts
    const last = all.at(-1)
    if (
      first &&
      last &&
      above &&
      last.kind === 'text' &&
      kind === 'text' &&
      goesOn(last.lines, first, above, edges, setting)
    ) {
      all[all.length - 1] = { kind, lines: [...last.lines, ...first] }
      parts.shift()
    }
    for (const part of parts) all.push({ kind, lines: part })
    above = edges
  }
  return all
}

interface Edges {
  readonly start: number
  readonly end: number
  /** How far first lines are set in; 0 where they are not. */
  readonly indent: number
  /** Lines end at one edge and begin anywhere, as text from right to left does in a program that sets it from left to right. */
  readonly isFlushAtEnd: boolean
}

function edgesOf(lines: readonly Line[]): Edges {
  const start = lines.reduce((edge, line) => Math.min(edge, line.start), Number.POSITIVE_INFINITY)
  const end = lines.reduce((edge, line) => Math.max(edge, line.end), Number.NEGATIVE_INFINITY)
  const indents = lines
    .filter((line, i) => !MARKER.test(line.text) && lines[i + 1] && lines[i + 1]!.start - start < line.size * EDGE)
    .filter(line => line.start - start >= INDENT * line.size && line.start - start <= LARGEST_INDENT * line.size)
    .map(line => line.start - start)
    .sort((a, b) => a - b)
  const indent = indents.length >= INDENTS_NEEDED ? indents[Math.floor(indents.length / 2)]! : 0
  const flushAt = (edge: number, side: 'start' | 'end') =>
    lines.filter(line => Math.abs(line[side] - edge) < ROOM * line.size).length / lines.length
  return { start, end, indent, isFlushAtEnd: flushAt(end, 'end') >= FLUSH && flushAt(start, 'start') < FLUSH / 2 }
}

function cut(lines: readonly Line[], edges: Edges, setting: Setting): Line[][] {
  const parts: Line[][] = []
  lines.forEach((line, i) => {
    const part = parts.at(-1)
    if (part && !isParted(part, line, lines[i + 1], edges, setting)) part.push(line)
    else parts.push([line])
  })
  return parts
}

/** Does a line begin a new paragraph? */
function isParted(part: readonly Line[], line: Line, next: Line | undefined, edges: Edges, setting: Setting): boolean {
  const above = part.at(-1)!
  const distance = above.y - line.y
  const leading = setting.leadingOf(Math.max(above.size, line.size))
  if (!isSameSize(above, line) || distance > leading * TIMES_LEADING || distance < 0) return true
  const ended = hasEnded(above, line, edges)
  if (BULLET.test(line.text) || (MARKER.test(line.text) && (ended || MARKER.test(part[0]!.text)))) return true
  const isOther = above.isBold !== line.isBold || above.text.includes('\t') !== line.text.includes('\t')
  if (ended && (isOther || SENTENCE_END.test(above.text))) return true
  return isIndented(part, line, next, edges) || isBack(part, line, edges)
}

/** Would the first word of a line have fitted on the line above? */
function hasEnded(above: Line, line: Line, { start, end, isFlushAtEnd }: Edges): boolean {
  const room = isFlushAtEnd ? above.start - start : end - above.end
  return room > line.firstWord + (BLANK + ROOM) * line.size
}

const isCentred = (a: Line, b: Line) => Math.abs(a.start + a.end - b.start - b.end) < INDENT * a.size

/** Is it the first line of a paragraph, set in from the lines above and below? */
function isIndented(part: readonly Line[], line: Line, next: Line | undefined, edges: Edges): boolean {
  const above = part.at(-1)!
  const by = INDENT * line.size
  if (edges.isFlushAtEnd) return false
  if (edges.indent > 0 && Math.abs(line.start - edges.start - edges.indent) < EDGE * line.size) {
    return above.start - edges.start < EDGE * line.size || hasEnded(above, line, edges)
  }
  if (line.start - edges.start < by || line.start - above.start < by / 2 || MARKER.test(part[0]!.text)) return false
  if (isCentred(above, line)) return false
  return next && next.y < line.y ? line.start - next.start >= by / 2 : SENTENCE_END.test(above.text)
}

/** Is it set back from a paragraph that was set in as a whole? */
function isBack(part: readonly Line[], line: Line, edges: Edges): boolean {
  const above = part.at(-1)!
  if (edges.isFlushAtEnd || above.start - line.start < INDENT * line.size || isCentred(above, line)) return false
  return part.length > 1 || (MARKER.test(above.text) && hasEnded(above, line, edges))
}

/**
 * Does a paragraph go on in the next column, or on the next page? Where a full line ends with a sentence nobody can know; kept apart,
 * more blocks are right.
 */
function goesOn(part: readonly Line[], first: readonly Line[], above: Edges, edges: Edges, setting: Setting): boolean {
  const [last, line] = [part.at(-1)!, first[0]!]
  if (line.page === last.page && line.y <= last.y) return !isParted(part, line, first[1], above, setting)
  if (!isSameSize(last, line) || last.isBold !== line.isBold || MARKER.test(line.text)) return false
  if (
    ADDRESS.test(line.text) ||
    hasEnded(last, line, above) ||
    (first[1] && isIndented([first[1]], line, first[1], edges))
  )
    return false
  return !SENTENCE_END.test(last.text) || /^\p{Ll}/u.test(line.text)
}
