/**
 * Glyphs on one baseline are a row across the page, and a row is words: parted where the file has a blank or where the gap
 * is wide for the row. What stands raised or lowered beside a word belongs to the row of that word. Limits: a row knows no
 * columns (`columns.ts` does); spaced-out type without blanks is parted by the gaps that are wide among its own.
 */
import { charactersOf, isMark } from './characters.js'
import type { Glyph } from './glyphs.js'

/** A word as it is shown, from left to right; places in points. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly size: number
  readonly isBold: boolean
  readonly isArtifact: boolean
}

export interface Row {
  /** The baseline. */
  readonly y: number
  readonly size: number
  readonly words: readonly Word[]
}

/*
 * Numbers below are in sizes of type, chosen with `node tests/eval/pdf.mjs`.
 */

/** Baselines nearer than this are one: producers round places. */
const SAME_BASELINE = 0.12
/** A blank of the file counts where there is a gap at all; fonts overlap their glyphs by less than this. */
const GAP_WITH_BLANK = 0.02
/** In a row without blanks a gap is a blank: kerning stays below a tenth, the narrowest blank is a fifth. */
const GAP_ALONE = 0.15
/** In a row with blanks a gap without one must be as wide as a blank: letters may be spaced out a little. */
const GAP_AMONG_BLANKS = 0.22
/** A gap so many times the usual gap between the letters of a row parts words. */
const TIMES_USUAL = 1.8
/** From so many gaps on there is a usual one. */
const GAPS_NEEDED = 6
/** Raised and lowered signs are smaller than this part of the type, nearer than this, and so high or low at most. */
const SCRIPT_SIZE = 0.86
const SCRIPT_GAP = 0.35
const SCRIPT_SHIFT = 0.65
/** The same glyph again, nearer than this part of its width, was printed twice to look bold. */
const TWICE = 0.3

/** Rows from the top of the page down. Sorts; else linear. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows = onBaselines(glyphs)
  joinScripts(rows)
  return rows.flatMap(({ glyphs: all }) => rowOf(all))
}

interface Baseline {
  readonly y: number
  size: number
  glyphs: Glyph[]
}

function onBaselines(glyphs: readonly Glyph[]): Baseline[] {
  const rows: Baseline[] = []
  for (const glyph of [...glyphs].sort((a, b) => b.y - a.y)) {
    const last = rows.at(-1)
    if (last && last.y - glyph.y <= SAME_BASELINE * Math.min(last.size, glyph.size)) {
      last.glyphs.push(glyph)
      last.size = Math.max(last.size, glyph.size)
    } else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] })
  }
  return rows
}

/** Move what is raised or lowered beside a word into the row of the word. */
function joinScripts(rows: Baseline[]): void {
  rows.forEach((row, i) => {
    for (const near of [rows[i + 1], rows[i - 1], rows[i + 2], rows[i - 2]]) {
      if (!near || Math.abs(near.y - row.y) > SCRIPT_SHIFT * near.size) continue
      if (!row.glyphs.some(({ size }) => size < near.size * SCRIPT_SIZE)) continue
      const moved = new Set(row.glyphs.filter(glyph => isScriptOf(glyph, near)))
      const all = withFollowing(row.glyphs, moved)
      if (all.size === 0) continue
      near.glyphs.push(...all)
      row.glyphs = row.glyphs.filter(glyph => !all.has(glyph))
    }
  })
}

function isScriptOf(glyph: Glyph, { glyphs, size }: Baseline): boolean {
  if (glyph.size >= size * SCRIPT_SIZE || glyph.text.trim() === '') return false
  return glyphs.some(g => {
    const gap = Math.max(glyph.x - (g.x + g.width), g.x - (glyph.x + glyph.width))
    return g.text.trim() !== '' && g.size > glyph.size && Math.abs(gap) <= SCRIPT_GAP * size
  })
}

/** With the small glyphs that go on where these end. */
function withFollowing(glyphs: readonly Glyph[], moved: Set<Glyph>): Set<Glyph> {
  if (moved.size === 0) return moved
  let end = Number.NaN
  for (const glyph of [...glyphs].sort((a, b) => a.x - b.x)) {
    if (Math.abs(glyph.x - end) < SCRIPT_GAP * glyph.size) moved.add(glyph)
    end = moved.has(glyph) ? glyph.x + glyph.width : Number.NaN
  }
  return moved
}

function rowOf(all: readonly Glyph[]): Row[] {
  const sorted = [...all].sort((a, b) => a.x - b.x)
  const shown = onlyOnce(sorted.filter(({ text }) => text.trim() !== ''))
  if (shown.length === 0) return []
  const size = Math.max(...sizesOf(shown))
  const { y } = shown.find(glyph => glyph.size === size)!
  return [{ y, size, words: wordsOf(shown, blanksOf(sorted), size) }]
}

/** At most so many: a call takes a limited number of arguments. */
const sizesOf = (glyphs: readonly Glyph[]) => [...new Set(glyphs.map(({ size }) => size))].slice(0, 1000)
const blanksOf = (glyphs: readonly Glyph[]) =>
  glyphs.filter(({ text }) => text.trim() === '').map(g => g.x + g.width / 2)

function onlyOnce(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter((glyph, i) => {
    const before = glyphs[i - 1]
    return !(before && before.text === glyph.text && glyph.x - before.x < TWICE * glyph.width)
  })
}

/** The gap before each glyph that parts words, by the other gaps of the row. */
function widest(glyphs: readonly Glyph[], hasBlanks: boolean): number {
  const base = hasBlanks ? GAP_AMONG_BLANKS : GAP_ALONE
  const gaps = glyphs.slice(1).map((glyph, i) => gapBefore(glyphs[i]!, glyph) / glyph.size)
  if (gaps.length < GAPS_NEEDED) return base
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!
  return Math.max(base, usual * TIMES_USUAL)
}

const gapBefore = (before: Glyph, glyph: Glyph) => glyph.x - (before.x + before.width)
const middleOf = ({ x, width }: Glyph) => x + width / 2

function wordsOf(glyphs: readonly Glyph[], blanks: readonly number[], size: number): Word[] {
  const limit = widest(glyphs, blanks.length > 0) * size
  const words: Glyph[][] = []
  let blank = 0
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1]
    const gap = before ? gapBefore(before, glyph) : Number.POSITIVE_INFINITY
    while (before && blank < blanks.length && blanks[blank]! < middleOf(before)) blank++
    const hasBlank = blank < blanks.length && blanks[blank]! < middleOf(glyph)
    const parts = gap > limit || (hasBlank && gap > GAP_WITH_BLANK * size)
    const word = words.at(-1)
    if (word && (!parts || isMark(glyph.text))) word.push(glyph)
    else words.push([glyph])
  })
  return words.map(wordOf)
}

function wordOf(glyphs: readonly Glyph[]): Word {
  const last = glyphs.reduce((a, b) => (b.x + b.width > a.x + a.width ? b : a))
  return {
    text: glyphs.map(({ text }) => charactersOf(text)).join(''),
    left: glyphs[0]!.x,
    right: last.x + last.width,
    size: Math.max(...sizesOf(glyphs)),
    isBold: glyphs.every(({ isBold }) => isBold),
    isArtifact: glyphs.every(({ isArtifact }) => isArtifact),
  }
}
