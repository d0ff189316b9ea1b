/**
 * The rows of a page in the order of reading. A stretch of rows that leaves the same strip free from top to bottom is two
 * columns, read one after the other; where its columns are short entries side by side it is a table, read row by row. The
 * longest such stretch is taken from the top down, and columns are looked at again by themselves (after the recursive
 * X-Y cut of Nagy and Seth, 1984). Limits: columns with less than a gutter between them are one; a box in the middle of
 * two columns is read where its rows begin.
 */
import { hasRightToLeft } from '../../tokens/direction.js'
import type { Row, Word } from './rows.js'

/** Rows that belong together, with the edges of their column. */
export interface Region {
  readonly kind: 'text' | 'table'
  readonly rows: readonly Row[]
}

/*
 * Numbers below are in sizes of type or parts of a whole, chosen with `node tests/eval/pdf.mjs`.
 */

/** A strip so wide parts columns: no blank of justified text is as wide in several rows. */
const GUTTER = 0.8
/** A wider one does whatever the other gaps of its row are; else it is so many times as wide as most of them. */
const SURE = 2
const TIMES_USUAL = 1.5
const GAPS_NEEDED = 5
/** A column has so many rows, a table too. */
const ROWS = 3
/** Columns that are all prose, far from one another, may end below a page's head with so many. */
const PROSE_ROWS = 2
/** A column of prose is so wide, a table's mostly is not; and half of its rows fill it by this part. */
const PROSE_WIDTH = 9
const PROSE_FILL = 0.6
/** Columns begin at one height but for so many sizes: a paragraph's margin, a heading's larger type. */
const HEAD_START = 2
/** In a table so large a part of the rows has entries in several columns. */
const TABLE_ROWS = 0.7
/** A page of more rows is no page of text, and is not searched for columns: the search is quadratic. */
const MOST_ROWS = 2000
/** Columns inside columns: more is no page of text. */
const DEEPEST = 4

type Strip = readonly [left: number, right: number]

/** Regions in the order of reading. A stretch grows from each row: quadratic in the rows of a page at the worst, of which there is a limit. */
export function regionsOf(rows: readonly Row[], depth = 0): Region[] {
  const regions: Region[] = []
  let plain: Row[] = []
  const flush = () => {
    if (plain.length > 0) regions.push({ kind: 'text', rows: plain })
    plain = []
  }
  for (let i = 0; i < rows.length; ) {
    const found = depth < DEEPEST && rows.length <= MOST_ROWS ? sideBySide(rows, i, depth) : null
    if (found) {
      flush()
      regions.push(...found.regions)
      i = found.end
    } else plain.push(rows[i++]!)
  }
  flush()
  return regions
}

/** The columns or the table that begins at a row, and the row behind it. */
function sideBySide(rows: readonly Row[], from: number, depth: number): { regions: Region[]; end: number } | null {
  const { end, strips } = stretch(rows, from)
  if (end - from < ROWS || strips.length === 0) return null
  const inside = rows.slice(from, end)
  const columns = columnsOf(inside, strips)
  const isSure = strips.every(([a, b]) => b - a >= SURE * inside[0]!.size) && columns.every(isProse)
  const fewest = isSure ? PROSE_ROWS : ROWS
  if (columns.length < 2 || columns.some(column => column.length < fewest) || !areBeside(columns)) return null
  if (beginsAbove(columns)) return null // what is above columns is read before them
  const shared = inside.map(({ y }) => columns.filter(column => column.some(row => row.y === y)).length > 1)
  const longest = Math.max(...columns.map(column => column.length))
  const isTable = columns.filter(isProse).length < 2 && shared.filter(Boolean).length >= TABLE_ROWS * longest
  if (!isTable) return { regions: inOrder(columns).flatMap(column => regionsOf(column, depth + 1)), end }
  const behind = shared.lastIndexOf(true) + 1
  return { regions: [{ kind: 'table', rows: inside.slice(0, behind) }], end: from + behind }
}

/** How far the rows go on that leave a strip free which has words on both sides, and these strips. */
function stretch(rows: readonly Row[], from: number): { end: number; strips: readonly Strip[] } {
  let strips: readonly Strip[] = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]]
  let inner: readonly Strip[] = []
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let end = from
  for (; end < rows.length; end++) {
    strips = without(strips, rows[end]!)
    left = Math.min(left, rows[end]!.words[0]!.left)
    right = Math.max(right, rightOf(rows[end]!))
    const now = strips.filter(([a, b]) => a >= left && b <= right)
    if (now.length === 0 && inner.length > 0) break
    inner = now
  }
  return { end, strips: inner }
}

/** Is each column beside the first for half of the height of the shorter one? What is above the other is read before it. */
function areBeside([first, ...others]: readonly Row[][]): boolean {
  return others.every(column => {
    const top = Math.min(first![0]!.y, column[0]!.y)
    const bottom = Math.max(first!.at(-1)!.y, column.at(-1)!.y)
    return top - bottom >= Math.min(heightOf(first!), heightOf(column)) / 2
  })
}

/** Is the first row of one column far above that of another? */
function beginsAbove(columns: readonly Row[][]): boolean {
  const [lowest] = columns.map(column => column[0]!).sort((a, b) => a.y - b.y)
  return columns.some(column => column[0]!.y - lowest!.y > HEAD_START * lowest!.size)
}

const heightOf = (column: readonly Row[]) => column[0]!.y - column.at(-1)!.y
const rightOf = (row: Row) => row.words.reduce((right, word) => Math.max(right, word.right), Number.NEGATIVE_INFINITY)

/** What the words of a row leave of strips, as far as it is wide enough. */
function without(strips: readonly Strip[], { words, size }: Row): Strip[] {
  const gaps: Strip[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { left, right } of words) {
    if (left > end) gaps.push([end, left])
    end = Math.max(end, right)
  }
  const limit = gutterOf(gaps.slice(1), size)
  gaps.push([end, Number.POSITIVE_INFINITY])
  const kept: Strip[] = []
  for (let i = 0, k = 0; i < strips.length && k < gaps.length; ) {
    const [a, b] = [Math.max(strips[i]![0], gaps[k]![0]), Math.min(strips[i]![1], gaps[k]![1])]
    if (b - a >= limit) kept.push([a, b])
    if (strips[i]![1] < gaps[k]![1]) i++
    else k++
  }
  return kept
}

/** How wide a strip must be beside the other gaps of a row: those of justified text are all alike. */
function gutterOf(gaps: readonly Strip[], size: number): number {
  if (gaps.length < GAPS_NEEDED) return GUTTER * size
  const widths = gaps.map(([a, b]) => b - a).sort((a, b) => a - b)
  const usual = widths[Math.floor(widths.length / 4)]!
  return Math.max(GUTTER * size, Math.min(usual * TIMES_USUAL, SURE * size))
}

/** The rows of each column, from left to right. */
function columnsOf(rows: readonly Row[], strips: readonly Strip[]): Row[][] {
  const edges = strips.map(([a, b]) => (a + b) / 2)
  const columns: Row[][] = Array.from({ length: edges.length + 1 }, () => [])
  for (const row of rows) {
    columns.forEach((column, i) => {
      const words = row.words.filter(w => w.left >= (edges[i - 1] ?? -Infinity) && w.left < (edges[i] ?? Infinity))
      if (words.length > 0) column.push({ ...row, size: sizeOf(words), words })
    })
  }
  return columns.filter(column => column.length > 0)
}

const sizeOf = (words: readonly Word[]) => words.reduce((size, word) => Math.max(size, word.size), 0)

/** Do most rows of a column fill it, as running text does? */
function isProse(column: readonly Row[]): boolean {
  const left = Math.min(...column.map(row => row.words[0]!.left))
  const width = Math.max(...column.map(rightOf)) - left
  const widths = column.map(row => rightOf(row) - row.words[0]!.left).sort((a, b) => a - b)
  const usual = widths[Math.floor(widths.length / 2)]!
  return width >= PROSE_WIDTH * column[0]!.size && usual >= PROSE_FILL * width
}

/** Columns of a page from right to left come from the right. */
function inOrder(columns: readonly Row[][]): readonly Row[][] {
  let balance = 0
  for (const word of columns.flat().flatMap(row => row.words)) balance += hasRightToLeft(word.text) ? 1 : -1
  return balance > 0 ? [...columns].reverse() : columns
}
