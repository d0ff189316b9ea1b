/**
 * How many columns of a terminal a text takes, and texts cut and padded to so many. A text is taken in clusters, what a
 * reader sees as one sign: a letter with its points takes the columns of the letter, an emoji two, however many characters
 * it is made of. Nothing that drives a terminal is in what is shown.
 *
 * Widths are those of Unicode's East Asian Width, from the properties that Node's own ICU knows: `string-width` (MIT) has
 * the same, but its releases that count Hebrew points right bring three packages with them, take colour codes out, which
 * no text here has, and give no clusters, which wrapping needs. Terminals differ on what is newer than they are.
 */
import { printable } from '../io.js'

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

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The clusters of a text, in order. A line feed is one of no width, shown as it is; every other control is escaped. */
export const clustersOf = (text: string): Cluster[] =>
  Array.from(text.matchAll(PIECES), ({ 0: piece, index }) => clustersIn(piece, index)).flat()

/** Pieces that end before a letter or a blank: the time of V8's segmenter grows with the square of a text's length. */
const PIECES = /.{64,256}?(?=[\p{L}\s])|.{1,256}/gsu

function clustersIn(piece: string, at: number): Cluster[] {
  if (PLAIN.test(piece)) return Array.from(piece, (shown, i) => ({ start: at + i, end: at + i + 1, shown, width: 1 }))
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
