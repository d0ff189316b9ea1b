/**
 * Where a block ends. Each line is judged against the line before it and the block so far; the test is about the
 * boundary, never about how many blocks come out. A blank line ends a block, except where every line is followed by one,
 * or a page ended in the middle of a sentence.
 *
 *     > | ... the last words of a paragraph.
 *     > |  The Heading                         <- indented by one: the blank line was lost at the end of a page
 *     > | 1. An item that goes
 *     > |    on here                           <- hangs under the text of its item
 */
import type { LanguagePack } from '../languages/pack.js'
import type { LayoutDecisions } from '../model.js'
import { addressGoesOn, splitsAddress } from './joins.js'
import { type Endings, endingsOf, endsIn, endsInCut, flows, type Geometry, wouldFit } from './layout.js'
import { firstWord, hasInnerEnd, type Line, type Marker } from './lines.js'
import { raggedLines } from './ragged.js'

// A line below this share of the column was ended on purpose even where lines are ragged.
const SHORT = 0.75
// Columns between the widest line and the narrowest gap that still count as cleanly wrapped.
const CRISP = 3
// Titles seldom run over more lines.
const HEADING_LINES = 3
// Odds at which a full line that ends a sentence ends its paragraph.
const EVEN = 0.5
// A list may be interrupted by this many blocks and go on counting.
const NEAR = 6
// One line that looks like `Name: Text` is chance; so many are run-in headings, and each begins a paragraph.
const FEWEST_RUN_INS = 2
const RUN_IN = /^\p{Lu}[^.!?:,;]{2,50}: ["„“»«]?[\p{Lu}\p{N}]/u

/** Lines that make one block, by number; rows of a table stay lines. */
export interface Group {
  readonly lines: readonly number[]
  readonly marker: Marker | null
  readonly table: boolean
  /** Lines that may as well begin a block of their own; null where there is none. */
  readonly doubtful: ReadonlySet<number> | null
}

interface Scene {
  readonly lines: readonly Line[]
  readonly pack: LanguagePack
  readonly geometry: Geometry
  /** Does this line begin with place, date and wire? */
  readonly dateline: (line: Line) => boolean
  /** Numbers of the lines that are underlined. */
  readonly underlined: ReadonlySet<number>
  readonly decided?: LayoutDecisions | null
  readonly runIns: number
  readonly endings: Endings
  /** Lines that go on with the line above, where no column tells. */
  readonly ragged: ReadonlySet<Line>
}

/** The last item of each style of list. */
type Lists = Map<string, { readonly value: number; readonly group: number }>

/** A line, the lines before and after it, and the block so far; `cut` where lines between them were taken out. */
interface Pair {
  readonly current: Draft
  readonly a: Line
  readonly b: Line
  readonly next: Line | undefined
  readonly cut: boolean
  /** The line before is the last of an underlined heading. */
  readonly underlined: boolean
}

interface Draft {
  lines: number[]
  marker: Marker | null
  table: boolean
  doubtful: Set<number> | null
  /** Ends of sentences, where they are asked for. */
  sentences: number
}

/** The blocks of a text, as groups of line numbers; lines that `skip` names belong to none. */
export function groupLines(
  given: Omit<Scene, 'runIns' | 'endings' | 'ragged'>,
  skip: (line: number) => boolean,
): Group[] {
  const scene = {
    ...given,
    runIns: countRunIns(given.lines),
    endings: endingsOf(given.lines, given.pack, given.geometry),
    ragged: raggedLines(given.lines, given.pack, given.geometry, given.dateline),
  }
  const rows = tableRows(scene.lines)
  const groups: Draft[] = []
  const lists: Lists = new Map()
  let last = -1
  scene.lines.forEach((line, i) => {
    if (skip(i)) return
    const current = groups.at(-1)
    const pair = current && {
      current,
      a: scene.lines[last]!,
      b: line,
      next: scene.lines[i + 1],
      cut: last < i - 1,
      underlined: scene.underlined.has(last),
    }
    const marker = rows.has(i) ? null : itemMarker(scene, pair, lists, groups.length, line.marker)
    const table = rows.has(i)
    if (
      pair &&
      (table || pair.current.table ? table && rows.has(last) && line.blanks === 0 : !marker && goesOn(scene, pair))
    ) {
      pair.current.lines.push(i)
      if (!table && isDoubtful(scene, pair)) {
        pair.current.doubtful ??= new Set()
        pair.current.doubtful.add(i)
      }
    } else {
      groups.push({ lines: [i], marker, table, doubtful: null, sentences: 0 })
      if (marker) lists.set(marker.style, { value: marker.value, group: groups.length - 1 })
    }
    if (scene.geometry.tight) groups.at(-1)!.sentences += endsIn(line, scene.pack)
    last = i
  })
  return groups
}

function goesOn(scene: Scene, pair: Pair): boolean {
  const { current, a, b, cut } = pair
  const { geometry } = scene
  const ends = scene.decided?.endsIn({ start: a.end, end: b.start }) ?? null
  if (ends !== null) return !ends
  if (pair.underlined) return false
  if (cut || b.page) return goesOnOverPage(scene, pair)
  if (geometry.wrap === 'double-spaced' && b.blanks === 1) return goesOnDouble(scene, pair)
  if (b.blanks > 0) return false
  if (splitsAddress(a.text, b.text)) return true
  if (scene.ragged.has(b)) return true
  if (geometry.width === null) return current.marker !== null && hangs(scene, current, b)
  return current.marker ? goesOnItem(scene, current, a, b) : goesOnParagraph(scene, pair)
}

/** The page ended in the middle of a sentence: a full line before it, and text where text stands after it. */
function goesOnOverPage(scene: Scene, { current, a, b }: Pair): boolean {
  const { lines, geometry, pack } = scene
  if (geometry.width === null || a.width <= SHORT * geometry.fits || a.ends) return false
  if (!current.marker && isHeading(scene, current) && !flows(a, b, pack)) return false
  if (!current.marker || current.lines.length > 1 || !geometry.hanging) return b.indent <= a.indent
  return b.indent === lines[current.lines[0]!]!.indent + current.marker.width
}

/** The marker, where the line does begin an item; a dash or a number may be prose. */
function itemMarker(
  scene: Scene,
  pair: Pair | undefined,
  lists: Lists,
  group: number,
  marker: Marker | null,
): Marker | null {
  if (!marker || marker.sure || !pair) return marker
  const { current, a, b } = pair
  const { geometry } = scene
  const before = lists.get(marker.style)
  const near = before !== undefined && group - before.group <= NEAR
  if (marker.value > 0 ? near && marker.value === before.value + 1 : current.marker?.style === marker.style)
    return marker
  if (geometry.width === null || (b.blanks > 0 && geometry.wrap !== 'double-spaced')) return marker
  // With its mark the first word must have fitted.
  const room = a.width + 1 + marker.width + firstWord(b.text.slice(marker.width)) <= geometry.fits
  if (marker.value > 1) return a.ends && room ? marker : null
  return a.ends || room || (b.indent > a.indent && !current.marker) ? marker : null
}

/** Every line is followed by a blank one: it was ended on purpose, and a sentence or a one-line heading ends with it. */
function goesOnDouble(scene: Scene, { current, a, b, next }: Pair): boolean {
  if (scene.geometry.gaps) return true
  if (scene.dateline(b)) return false
  const ended = a.ends
  if (ended && (standsAlone(scene, b, next) || (scene.runIns >= FEWEST_RUN_INS && RUN_IN.test(b.text)))) return false
  if (!wouldFit(a, b, scene.geometry.fits)) return !ended || scene.endings(current.sentences) <= EVEN
  if (ended) return false
  // A well filled line before a number is no heading: a space that may not break kept `im 14. Jahr` together.
  if (/^\d/.test(b.text) && a.width >= SHORT * scene.geometry.fits) return true
  return !isHeading(scene, current) || surelyFlows(a, b, scene.pack)
}

/** So far a title or heading: few lines, and no sentence ends inside. */
const isHeading = ({ lines, pack }: Scene, { lines: numbers }: Draft) =>
  numbers.length <= HEADING_LINES && !numbers.some(n => hasInnerEnd(lines[n]!.text, pack) || lines[n]!.ends)

/** The line may as well begin a block: after a sentence, or after a title that fills its last line. */
function isDoubtful(scene: Scene, { current, a, b }: Pair): boolean {
  const { geometry, pack } = scene
  if (!geometry.tight || b.blanks !== (geometry.wrap === 'double-spaced' ? 1 : 0)) return false
  const few = current.lines[0] === 0 && current.lines.length <= HEADING_LINES + 1
  const title = few && isHeading(scene, { ...current, lines: current.lines.slice(0, -1) })
  return a.ends || (title && !surelyFlows(a, b, pack))
}

/** A heading of one line: it stops early, ends no sentence, and a new one begins behind it. */
function standsAlone({ geometry, pack }: Scene, b: Line, next: Line | undefined): boolean {
  if (!next || b.ends || hasInnerEnd(b.text, pack) || /[,;:–—-]$/.test(b.text)) return false
  return b.width < SHORT * geometry.fits && wouldFit(b, next, geometry.fits) && /^["„“»«]?\p{Lu}/u.test(next.text)
}

/** Lines after the end of a sentence that begin with a run-in heading. */
function countRunIns(lines: readonly Line[]): number {
  return lines.filter((line, i) => i > 0 && RUN_IN.test(line.text) && lines[i - 1]!.ends).length
}

/** Letters without case say nothing: a Hebrew heading does not flow into its text. */
const surelyFlows = (a: Line, b: Line, pack: LanguagePack) =>
  flows(a, b, pack, false) && (endsInCut(a) || !isCaseless(b))

const isCaseless = (line: Line) => /^\P{L}{0,3}\p{Lo}/u.test(line.text)

const hangs = (scene: Scene, current: Draft, b: Line) => b.indent > scene.lines[current.lines[0]!]!.indent

function goesOnItem(scene: Scene, current: Draft, a: Line, b: Line): boolean {
  const { geometry, pack } = scene
  const first = scene.lines[current.lines[0]!]!
  const text = first.indent + current.marker!.width
  if (b.indent > text + 1 && !flows(a, b, pack)) return false
  if (b.indent > first.indent) return true
  return !geometry.hanging && (flows(a, b, pack) || !wouldFit(a, b, geometry.fits)) && b.indent === a.indent
}

function goesOnParagraph(scene: Scene, pair: Pair): boolean {
  const { current, a, b } = pair
  const { geometry, pack } = scene
  if (a.address || b.address) return addressGoesOn(a, b, current.lines.length, geometry)
  const flowing = flows(a, b, pack)
  if (geometry.indent !== null && b.indent >= geometry.indent) return false
  if (b.indent > a.indent) return surelyFlows(a, b, pack) || isStray(scene, a, b)
  if (b.indent < a.indent && current.lines.length > 1 && !flowing) return false
  if (flowing && (surelyFlows(a, b, pack) || !wouldFit(a, b, geometry.fits))) return true
  const ended = a.ends
  if (scene.dateline(b) && ended) return false
  if (!wouldFit(a, b, geometry.fits))
    return !ended || (scene.endings(current.sentences) <= EVEN && !isHeadingLine(scene, pair))
  const crisp = geometry.width !== null && geometry.width - geometry.fits <= CRISP
  const filled = a.width >= SHORT * geometry.fits
  return filled && (!crisp || (flowing && !isCaseless(b)))
}

/** A line of its own between a sentence's end and an indented line: it ends no sentence and leaves room. */
function isHeadingLine({ geometry }: Scene, { b, next }: Pair): boolean {
  const { indent, fits } = geometry
  if (indent === null || !next || next.blanks > 0 || next.indent < indent || b.indent > 0) return false
  return b.width < SHORT * fits && !b.ends
}

/** One blank before a line that goes on with a sentence is a slip: the line before it is full. */
const isStray = ({ geometry }: Scene, a: Line, b: Line) =>
  b.indent === a.indent + 1 && geometry.indent === null && !a.ends && !wouldFit(a, b, geometry.fits)

const ROWS = 3
const CELLS = /\S(?: {3,}|\t+)\S|\|.*\|/

/** Rows of a table: lines in runs of at least three lines with columns (two with tabs or bars). One such line is chance. */
function tableRows(lines: readonly Line[]): ReadonlySet<number> {
  const rows = new Set<number>()
  for (let i = 0; i < lines.length; ) {
    let end = i
    while (end < lines.length && (end === i || lines[end]!.blanks === 0) && CELLS.test(lines[end]!.text.slice(0, 300)))
      end++
    const ruled =
      end > i && lines.slice(i, Math.min(end, i + ROWS)).every(line => /\t|\|/.test(line.text.slice(0, 300)))
    if (end - i >= (ruled ? 2 : ROWS)) for (let k = i; k < end; k++) rows.add(k)
    i = Math.max(end, i + 1)
  }
  return rows
}
