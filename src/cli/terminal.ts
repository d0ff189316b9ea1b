/**
 * The terminal that a command prints for: how wide it is, texts that are cut, padded and wrapped to its columns, and texts of
 * two directions kept apart. A text is taken in clusters, what a reader sees as one sign: a letter with its points takes the
 * columns of the letter, an emoji two, however many characters it is made of. Nothing that drives a terminal is in what is
 * shown.
 *
 * Widths are those of Unicode's East Asian Width, from the properties that Node's own ICU knows: `string-width` (MIT) has
 * the same, but its releases that count Hebrew points right bring three packages with them, take colour codes out, which
 * no text here has, and give no clusters, which wrapping needs. Terminals differ on what is newer than they are.
 */
import { UserError } from '../errors.js'
import { hasRightToLeft } from '../tokens/direction.js'
import { type Io, printable } from './io.js'

/** What is seen as one sign; offsets in the text that it is from, and what is shown for it, in so many columns. */
export interface Cluster {
  readonly start: number
  readonly end: number
  readonly shown: string
  readonly width: number
}

/** Letters, digits and signs that are one column and one code unit each: most texts are made of nothing else. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0373\u0391-\u03a1\u03b1-\u03c9\u0410-\u044f\u05d0-\u05ea]*$/
/** East Asian Wide and Fullwidth, by script where a script is wide as a whole (EastAsianWidth.txt), and emoji. */
const WIDE =
  /^(?![\u02ea\u02eb\u1160-\u11ff\u3248-\u324f\ud7b0-\ud7fb\uff61-\uffdc])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Yi}\p{sc=Tangut}\p{sc=Khitan_Small_Script}\p{sc=Nushu}\p{Emoji_Presentation}\u2329\u232a\u2e80-\u303e\u3099-\u33ff\u4dc0-\u4dff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u
/** What stands on, under or inside its neighbour, or is not seen; jamo that complete a syllable. */
const UNSEEN = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]/u
/** A sign that is an emoji because of what follows it: the selector, a tone, another emoji, a key's frame, another flag letter. */
const EMOJI =
  /^\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|.*\u200d\p{Extended_Pictographic})|^[\d#*]\ufe0f?\u20e3|^[\u{1f1e6}-\u{1f1ff}]{2}/u
/** Hyphens that show where they are not wanted: some terminals draw a soft hyphen, some do not. */
const SOFT_HYPHEN = /\xad/g
const LONE_SURROGATE = /\p{Cs}/gu
const TAB = '  '

let segmenter: Intl.Segmenter | undefined // made where a text needs it: that takes some milliseconds

/** The clusters of a text, in order. A line feed is one of no width, shown as it is; every other control is escaped. */
export const clustersOf = (text: string): Cluster[] =>
  Array.from(text.matchAll(PIECES), ({ 0: piece, index }) => clustersIn(piece, index)).flat()

/** Pieces that end before a letter or a blank: the time of V8's segmenter grows with the square of a text's length. */
const PIECES = /.{64,256}?(?=[\p{L}\s])|.{1,256}/gsu

function clustersIn(piece: string, at: number): Cluster[] {
  if (PLAIN.test(piece)) return Array.from(piece, (shown, i) => ({ start: at + i, end: at + i + 1, shown, width: 1 }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(piece), ({ segment, index }) => {
    const shown = shownOf(segment)
    const [start, width] = [at + index, shown === '\n' ? 0 : columnsOf(shown)]
    return { start, end: start + segment.length, shown, width }
  })
}

const shownOf = (segment: string): string => {
  if (segment === '\n' || segment === '\r\n') return '\n'
  return segment === '\t' ? TAB : printable(segment.replace(SOFT_HYPHEN, '').replace(LONE_SURROGATE, '\ufffd'))
}

/** Of one cluster, or of what it is escaped to. */
function columnsOf(shown: string): number {
  if (EMOJI.test(shown)) return 2
  let columns = 0
  for (const char of shown) columns += UNSEEN.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return columns
}

/** How many columns a text takes on one line. */
export const widthOf = (text: string): number => columnsIn(clustersOf(text))

/** How many columns clusters take. */
export const columnsIn = (clusters: readonly Cluster[]): number => clusters.reduce((sum, { width }) => sum + width, 0)

const joined = (clusters: readonly Cluster[]) => clusters.map(({ shown }) => shown).join('')

/** As many clusters from the beginning as fit in so many columns. */
function head(clusters: readonly Cluster[], width: number): readonly Cluster[] {
  let left = width
  const end = clusters.findIndex(cluster => {
    left -= cluster.width
    return left < 0
  })
  return end < 0 ? clusters : clusters.slice(0, end)
}

/** A text on one line of so many columns at most; what does not fit is cut at the end, and an ellipsis says so. */
export function cut(text: string, width: number): string {
  const all = clustersOf(text.replace(/\s+/g, ' '))
  return columnsIn(all) <= width ? joined(all) : `${joined(head(all, width - 1)).trimEnd()}…`
}

/** A path that fits into so many columns: of one that does not the middle is left out, as its end tells most. */
export function cutMiddle(path: string, width: number, mark = '…'): string {
  const all = clustersOf(path.replace(/\n/g, '\\x0A'))
  if (columnsIn(all) <= width) return joined(all)
  const room = width - mark.length
  const first = head(all, Math.floor(room / 4))
  const last = head([...all].reverse(), room - columnsIn(first))
  return joined(first) + mark + joined([...last].reverse())
}

/** A text and blanks, so many columns together; a longer text stays as it is. */
export const padded = (text: string, width: number): string => text + blanks(width - widthOf(text))

/** The same with the blanks before it. */
export const aligned = (text: string, width: number): string => blanks(width - widthOf(text)) + text

/** So many blanks, or none. */
export const blanks = (count: number): string => ' '.repeat(Math.max(0, count))

/** No wide sign fits into less. */
const LEAST = 2

const isBlank = ({ shown }: Cluster) => shown === ' ' || shown === '\u3000' || shown === '  '
const isWide = ({ width, shown }: Cluster) => width === 2 && /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(shown)
const LETTER = /^[\p{L}\p{N}]/u

/**
 * The lines of a text wrapped to so many columns; one at least. A line ends at a blank, behind a hyphen inside a word, or
 * beside an ideograph; a word that is longer than a line is cut between two signs. Blanks at the end of a line, and where
 * one was begun, are left out.
 */
export function wrapped(text: string, width: number): Cluster[][] {
  const room = Math.max(LEAST, width)
  const lines: Cluster[][] = []
  let line: Cluster[] = []
  let columns = 0
  let isBegun = false // by wrapping: what was left of the line before
  let end = 0 // how much of the line may stand alone
  const push = (length: number) => {
    lines.push(withoutEnd(line.slice(0, length)))
    line = line.slice(length)
    columns = line.reduce((sum, own) => sum + own.width, 0)
    end = 0
  }
  for (const cluster of clustersOf(text)) {
    if (cluster.shown === '\n') {
      push(line.length)
      isBegun = false
      continue
    }
    if (isBlank(cluster)) {
      if (line.length === 0 && isBegun) continue
      line.push(cluster)
      columns += cluster.width
      end = line.length
      continue
    }
    if (line.length > 0 && mayEnd(line, cluster)) end = line.length
    while (line.length > 0 && columns + cluster.width > room) {
      push(end || line.length)
      isBegun = true
    }
    line.push(cluster)
    columns += cluster.width
  }
  push(line.length)
  return lines
}

/** May a line end before the cluster, where no blank is? */
function mayEnd(line: readonly Cluster[], next: Cluster): boolean {
  const last = line.at(-1)!
  if (isWide(last) || isWide(next))
    return !/^[\p{Pe}\p{Pf}\p{Po}]/u.test(next.shown) && !/^[\p{Ps}\p{Pi}]/u.test(last.shown)
  return /^[-‐/–—]$/.test(last.shown) && LETTER.test(line.at(-2)?.shown ?? '') && LETTER.test(next.shown)
}

function withoutEnd(line: readonly Cluster[]): Cluster[] {
  let { length } = line
  while (length > 0 && isBlank(line[length - 1]!)) length--
  return line.slice(0, length)
}

/** Where nothing says how wide: what a page of mail or a window of code has room for. */
const USUAL = 100
const NARROWEST = 48
const WIDEST = 1000

/**
 * Columns to print in: those of `--width`, of the variable COLUMNS, of the terminal on standard output, or of the one on
 * standard error where standard output is a pipe (to a pager); else 100. Throws a UserError for a width that is no number.
 */
export function columnsFor(wanted: string | undefined, { stdout, stderr, env }: Io): number {
  if (wanted !== undefined) return checked(wanted)
  const there = [Number(env.COLUMNS), stdout.columns, stderr.columns].find(n => Number.isInteger(n) && n! > 0)
  return Math.min(WIDEST, Math.max(NARROWEST, there ?? USUAL))
}

function checked(wanted: string): number {
  const width = /^\d{1,4}$/.test(wanted) ? Number(wanted) : 0
  if (width < NARROWEST || width > WIDEST)
    throw new UserError(`--width takes a number of columns from ${NARROWEST} to ${WIDEST}, not "${wanted}"`)
  return width
}

const [LRI, RLI, PDI] = ['\u2066', '\u2067', '\u2069']

/**
 * A text between the marks that make it an island (UAX 9, isolates), where it or what it holds runs from right to left: a
 * terminal that knows two directions then turns the text and nothing beside it; for any other they have no width.
 */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  if (text === '' || (direction === 'ltr' && !hasRightToLeft(text))) return text
  return (direction === 'rtl' ? RLI : LRI) + text + PDI
}
