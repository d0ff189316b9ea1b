/**
 * The lines of a region in logical order. Where most letters of a region run from right to left its lines are turned round
 * as a whole, and their ends change places; elsewhere only the words that do so are turned. Limits: a line is judged with
 * its region, so one line of English between Hebrew paragraphs is read as part of them.
 */
import { directionOf, hasRightToLeft } from '../../tokens/direction.js'
import { logicalOrder } from '../../tokens/visual-line.js'
import type { Region } from './columns.js'
import type { Row, Word } from './rows.js'

export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** A line; `start` and `end` grow in the direction of reading, so that an indented line has the larger `start`. */
export interface Line {
  readonly text: string
  readonly page: number
  readonly box: Box
  readonly words: readonly Word[]
  readonly y: number
  readonly start: number
  readonly end: number
  /** How long its first word is. */
  readonly firstWord: number
  readonly size: number
  readonly isBold: boolean
}

/** In a line of cells a gap so wide, and so many times the usual one of its line, parts two; in a table this gap alone does. */
const CELL_GAP = 1.5
const TIMES_USUAL = 3
const TABLE_GAP = 0.8
/** The mark or number of an item is no cell of its own. */
const MARKER = /^(?:[•·●▪■◦○‣∙*–—-]|(?:\d{1,2}|[a-z])[.)])$/u
/** What is below the baseline and above it, in sizes of type. */
const DESCENT = 0.25
const ASCENT = 0.8

/** The direction of rows, by their letters. */
export const directionOfRows = (rows: readonly Row[]): 'ltr' | 'rtl' =>
  directionOf(rows.flatMap(({ words }) => words.map(({ text }) => text)))

/** The lines of a region, from the top down. `areMeant`: what the file says of turned brackets, see `bracketsAreMeant`. */
export function linesOf({ rows, kind }: Region, page: number, areMeant = false): Line[] {
  if (directionOfRows(rows) === 'ltr') return rows.map(row => lineOf(row, page, kind === 'table', null))
  const turning = { isOpen: false, areMeant }
  return rows.map(row => lineOf(row, page, kind === 'table', turning))
}

/** What a line from right to left leaves open for the next one: a bracket between words of other letters. */
interface Turning {
  isOpen: boolean
  readonly areMeant: boolean
}

function turnedLine(text: string, turning: Turning): string {
  const line = logicalOrder(text, turning)
  const [last] = line.match(/[()](?=[^()]*$)/) ?? []
  turning.isOpen = last === '(' ? /\p{Script=Latin}[^\p{L}]*$/u.test(line) : last === undefined && turning.isOpen
  return line
}

/** A bracket on the side of a word where it opens, or closes. */
const RIGHT_SIDE = /(?<=^|\s)[([](?=\S)|(?<=\S)[)\]](?=$|[\s.,;:])/g
const WRONG_SIDE = /(?<=^|\s)[)\]](?=\S)|(?<=\S)[([](?=$|[\s.,;:])/g

/**
 * Some programs say of a bracket in a line from right to left what it looks like, some what it means, which is its mirror
 * image. In lines of a document that are read as if it were the looks, do brackets open behind words?
 */
export function bracketsAreMeant(lines: readonly Line[]): boolean {
  const turned = lines.filter(({ text }) => hasRightToLeft(text))
  const count = (pattern: RegExp) => turned.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
  return count(WRONG_SIDE) > count(RIGHT_SIDE)
}

function lineOf(row: Row, page: number, isTable: boolean, turning: Turning | null): Line {
  const { words, y, size } = row
  const left = words[0]!.left
  const right = words.reduce((end, word) => Math.max(end, word.right), left)
  const isTurned = turning !== null
  const first = isTurned ? words.at(-1)! : words[0]!
  const cells = cellsOf(row, isTable).map(cell => cell.map(({ text }) => text).join(' '))
  const logical = turning ? cells.reverse().map(cell => turnedLine(cell, turning)) : cells.map(runsTurned)
  return {
    text: logical.join('\t'),
    page,
    words,
    box: [left, y - DESCENT * size, right, y + ASCENT * size],
    y,
    start: isTurned ? -right : left,
    end: isTurned ? -left : right,
    firstWord: first.right - first.left,
    size: sizeOf(words),
    isBold: words.every(({ isBold }) => isBold),
  }
}

/** The size of most of its characters. */
function sizeOf(words: readonly Word[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of words) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

function cellsOf({ words, size }: Row, isTable: boolean): Word[][] {
  const gaps = words.slice(1).map((word, i) => word.left - words[i]!.right)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const limit = isTable ? TABLE_GAP * size : Math.max(CELL_GAP * size, words.length > 2 ? TIMES_USUAL * usual : 0)
  const cells: Word[][] = []
  words.forEach((word, i) => {
    if (i > 0 && (gaps[i - 1]! < limit || (i === 1 && MARKER.test(words[0]!.text)))) cells.at(-1)!.push(word)
    else cells.push([word])
  })
  return cells
}

/** Turn what runs from its first to its last word from right to left, without words of Latin letters between them. */
function runsTurned(text: string): string {
  if (!hasRightToLeft(text)) return text
  const words = text.split(' ')
  const out: string[] = []
  for (let i = 0; i < words.length; ) {
    if (!hasRightToLeft(words[i]!)) {
      out.push(words[i++]!)
      continue
    }
    let last = i
    for (let k = i + 1; k < words.length && !/\p{Script=Latin}/u.test(words[k]!); k++)
      if (hasRightToLeft(words[k]!)) last = k
    out.push(logicalOrder(words.slice(i, last + 1).join(' ')))
    i = last + 1
  }
  return out.join(' ')
}
