/**
 * How the lines of a text were broken, from evidence. The surest evidence of wrapping are lines that do not end a
 * sentence and are followed by a small letter; among these the first word of the next line never fitted, which gives
 * the column. A line that stops although the next word would have fitted was ended on purpose.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { WrapMode } from '../model.js'
import { functionWords } from '../words/vote.js'
import { innerEnds, type Line } from './lines.js'

// Lines beyond the column by this factor were not wrapped to it.
const BEYOND = 1.5
// Nobody wraps wider; lines beyond are paragraphs. Nor narrower; shorter lines are lists.
export const WIDEST = 132
const NARROWEST = 24
// A wrapped line is seldom emptier than this share of the widest.
const FILLED = 0.6
// Share of adjacent lines that flow into each other. Wrapped prose has one half or more; German, where nouns have
// capitals, has less, and shows by its full lines. Lists of short lines have hardly any.
const FLOWING = 0.25
const FLOWING_FULL = 0.1
// Share of lines that are full: the next word passes this share of the column.
const FULL = 0.85
const FULL_LINES = 0.4
const FULL_LINES_ALONE = 0.6
// Of the lines that flow on, so many are full up to this share of the column: wrapped prose has .75 and more, and lists
// of short items that begin with small letters .7 and less. Without case headings flow on as well, so that there it is
// enough that a column is agreed on, this far out.
const COLUMN = 0.95
const COLUMN_LINES = 0.75
const COLUMN_FITS = 0.9
// One line that stops short of it proves nothing.
const FEWEST_SHORT = 2
const FEWEST_DOUBLE = 4
// Fewer will do where this share of the lines is well filled and ends no sentence.
const FEWEST_OPEN = 2
const OPEN_LINES = 0.5
// Paragraphs without a blank line between them that make a habit.
const FEWEST_TIGHT = 3
// Gaps of two blank lines that make a habit.
const FEWEST_GAPS = 3
const FEWEST_INDENTS = 2
// Lines left out at either end of a distribution: an unbreakable word, a stray line.
const OUTLIERS = 0.03

const CUT_WORD = /[\p{L}\p{N}][-‐\u00ad]$/u

export interface Geometry {
  readonly wrap: WrapMode
  /** The widest line, outliers apart; null where lines are whole paragraphs. */
  readonly width: number | null
  /** A line was ended on purpose if it and the next word stay within this column. */
  readonly fits: number
  /** Items of lists go on indented. */
  readonly hanging: boolean
  /** Columns from which on an indented line begins a paragraph; null where indents say nothing. */
  readonly indent: number | null
  /** Double-spaced, and blocks are further apart than lines. */
  readonly gaps: boolean
  /** Paragraphs follow each other like lines: nothing but a line that was ended on purpose parts them. */
  readonly tight: boolean
}

/** The layout of the lines; `width` is null for one-line paragraphs. */
export function geometryOf(lines: readonly Line[], pack: LanguagePack): Geometry {
  const hanging = hasHanging(lines)
  const plain = {
    wrap: 'one-line-paragraphs',
    width: null,
    fits: 0,
    hanging,
    indent: null,
    gaps: false,
    tight: false,
  } as const
  if (mostlyLong(lines, WIDEST)) return plain
  const isColumn = (found: Measure) => isWrapped(found) && !mostlyLong(lines, BEYOND * found.width)
  const dense = measure(lines, pack, (b, a) => b.blanks === 0 && b.indent < a.indent + 2)
  // As if every line stood alone, which is how the blocks of an unwrapped text will look when they are cut again.
  const all = measure(lines, pack, () => true)
  const few = all.open >= OPEN_LINES * all.pairs ? FEWEST_OPEN : FEWEST_DOUBLE
  const apart = all.flow >= few && isColumn(all)
  const blank = lines.filter(line => line.blanks > 0).length
  const isDense = isColumn(dense)
  if (isDense || (apart && 2 * blank < lines.length)) {
    const indents = firstLineIndents(lines)
    const indent = indents.length >= FEWEST_INDENTS ? quantile(indents, OUTLIERS) : null
    const wrap = indent === null ? 'hard-wrapped' : 'indented'
    const { width, fits } = isDense ? dense : all
    return { wrap, width, fits, hanging, indent, gaps: false, tight: indent === null && isTight(lines, fits) }
  }
  if (!apart) return plain
  const gaps = lines.filter(line => line.blanks > 1).length >= FEWEST_GAPS
  return { wrap: 'double-spaced', width: all.width, fits: all.fits, hanging, indent: null, gaps, tight: !gaps }
}

/** Do more sentences that end a line on purpose have the next line right below than a blank one? */
function isTight(lines: readonly Line[], fits: number): boolean {
  let below = 0
  let apart = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next || !line.ends || !wouldFit(line, next, fits) || next.marker) return
    if (next.blanks > 0) apart++
    else below++
  })
  return below >= FEWEST_TIGHT && below > apart
}

/** Do most characters stand in longer lines, that nobody wrapped? Short lines among them are addresses and lists. */
function mostlyLong(lines: readonly Line[], longest: number): boolean {
  let long = 0
  let total = 0
  for (const { width } of lines) {
    total += width
    if (width > longest) long += width
  }
  return long > total / 2
}

function isWrapped({ pairs, width, flow, full, column }: Measure): boolean {
  if (flow === 0 || width > WIDEST || width < NARROWEST || full < FULL_LINES * pairs) return false
  if (column < COLUMN_LINES) return false
  return flow >= FLOWING * pairs || (flow >= FLOWING_FULL * pairs && full >= FULL_LINES_ALONE * pairs)
}

/** The next word would have fitted on the line. */
export const wouldFit = (a: Line, b: Line, fits: number) => a.width + 1 + b.first <= fits

/**
 * A sentence goes on from one line to the next: a small letter follows, a word was cut, or a function word ends the
 * line; but a title may end in one too (`lehnt ab`), so not where `byFunctionWord` is false. Addresses prove nothing.
 */
export function flows(a: Line, b: Line, pack: LanguagePack, byFunctionWord = true): boolean {
  if (b.address || a.address || a.ends) return false
  return b.low || endsInCut(a) || (byFunctionWord && endsInFunctionWord(a.text, pack))
}

/** A word was cut at the end of the line, or a compound at its hyphen. */
export const endsInCut = (line: Line) => CUT_WORD.test(line.text.slice(-2))

const endsInFunctionWord = (text: string, pack: LanguagePack) =>
  functionWords(pack).has(text.slice(text.lastIndexOf(' ') + 1))

interface Measure {
  /** Adjacent lines that could belong together. */
  readonly pairs: number
  readonly width: number
  /** Pairs that flow into each other. */
  readonly flow: number
  /** Share of the lines that flow on, filled or not, which stop at the column; 1 where they agree on one without case. */
  readonly column: number
  /** Pairs of which the first line is full. */
  readonly full: number
  /** Pairs of which the first line is filled and ends no sentence. */
  readonly open: number
  readonly fits: number
}

/** Two adjacent lines that could belong together, and the column that the first word of the second would reach. */
interface Neighbours {
  readonly width: number
  readonly needed: number
  readonly ends: boolean
  readonly flows: boolean
}

function neighboursOf(lines: readonly Line[], pack: LanguagePack, joined: (b: Line, a: Line) => boolean): Neighbours[] {
  const pairs: Neighbours[] = []
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!]
    if (b.marker || !joined(b, a)) continue
    pairs.push({ width: a.width, needed: a.width + 1 + b.first, ends: a.ends, flows: flows(a, b, pack) })
  }
  return pairs
}

function measure(lines: readonly Line[], pack: LanguagePack, joined: (b: Line, a: Line) => boolean): Measure {
  const pairs = neighboursOf(lines, pack, joined)
  const width = quantile(
    pairs.map(pair => pair.width),
    1 - OUTLIERS,
  )
  const open = pairs.filter(pair => pair.width >= FILLED * width && !pair.ends)
  const flow = open.filter(pair => pair.flows)
  // Without case a heading seems to flow into its text, so that only the column most lines agree on is believed.
  const agreed = pack.script === 'Hebr' ? agreedColumn(flow) : Infinity
  const needed = flow.map(pair => pair.needed)
  const fits = Math.min(width, agreed < Infinity ? agreed : quantile(needed, OUTLIERS) - 1)
  const flowing = pairs.filter(pair => pair.flows)
  const short = flowing.filter(pair => pair.needed <= COLUMN * width).length
  const isAgreed = agreed < Infinity && fits >= COLUMN_FITS * width
  const column = isAgreed || short < FEWEST_SHORT ? 1 : 1 - short / flowing.length
  const full = pairs.filter(pair => pair.needed > FULL * width).length
  return { pairs: pairs.length, width, flow: flow.length, column, full, open: open.length, fits }
}

/** The last column that so many lines stay within, but would not with the next word, as no other. */
function agreedColumn(lines: readonly Neighbours[]): number {
  const change = new Int32Array(WIDEST + 2)
  for (const { width, needed } of lines) {
    change[Math.min(width, WIDEST)]!++
    change[Math.min(needed, WIDEST + 1)]!--
  }
  let [best, most, now] = [Infinity, 0, 0]
  for (let column = 0; column <= WIDEST; column++) {
    now += change[column]!
    if (now >= most && now > 0) [best, most] = [column, now]
  }
  return best
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The indents of lines that are indented more than the line after them. */
function firstLineIndents(lines: readonly Line[]): number[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    const first = next?.blanks === 0 && line.indent >= next.indent + 2 && !line.marker
    // What hangs under an item stands before the next item.
    return first && !next.marker ? [line.indent] : []
  })
}

function hasHanging(lines: readonly Line[]): boolean {
  return lines.some((line, i) => {
    const next = lines[i + 1]
    return next?.blanks === 0 && next.indent > line.indent && line.marker !== null && !next.marker
  })
}

/** Paragraphs of more sentences are taken together. */
const MOST = 8
/** What is known of paragraphs of any length weighs as much as so many ends of sentences. */
const PRIOR = 6

/**
 * Whether a full line that ends a sentence ends its paragraph too, where no blank line tells. Both happen by the same
 * chance, that the next word did not fit, so the odds are those of all ends of sentences in the text: the share of
 * paragraphs with so many sentences that end there. 0 where blank lines tell.
 */
export type Endings = (sentences: number) => number

/** The ends of sentences in a line. */
export const endsIn = (line: Line, pack: LanguagePack): number => innerEnds(line.text, pack) + (line.ends ? 1 : 0)

/** How long the paragraphs of a text are, in sentences, where its lines show it. */
export function endingsOf(lines: readonly Line[], pack: LanguagePack, geometry: Geometry): Endings {
  if (!geometry.tight) return () => 0
  const ends = new Float64Array(MOST + 1)
  const goesOn = new Float64Array(MOST + 1)
  // Sentences so far; unknown behind an end that is in doubt itself.
  let count: number | null = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const inner = innerEnds(line.text, pack)
    for (let k = 1; k <= inner; k++) goesOn[count === null ? 0 : Math.min(MOST, count + k)]!++
    if (count !== null) count += inner
    if (!next || wouldFit(line, next, geometry.fits)) {
      if (next && line.ends) ends[count === null ? 0 : Math.min(MOST, count + 1)]!++
      count = 0
    } else if (line.ends) count = null
  })
  const sum = (list: Float64Array) => list.reduce((a, b) => a + b, 0)
  const overall = sum(ends) / Math.max(1, sum(ends) + sum(goesOn))
  return sentences => {
    const k = Math.min(MOST, sentences)
    return (ends[k]! + PRIOR * overall) / (ends[k]! + goesOn[k]! + PRIOR)
  }
}
