/**
 * Sentences inside a segment: where every text has several, the segment is cut at the points at which all texts agree
 * that a sentence ends. One text, the one with fewest sentences, is weighed against each of the others; a cut needs a
 * probable common boundary with all of them, so every finer segment still holds every text and no bead changes.
 */
import { sentencesOf } from '../text/sentences.js'
import { FORMS } from './forms.js'
import { type Rows, rowsOf, weigh } from './pairs.js'
import type { LinksOf, Piece, Reading } from './reading.js'

const MIN_BELIEF = 0.6 // the boundary must be likelier than not in every pair, with some reserve
const MAX_SENTENCES = 150 // a paragraph with more is left whole: no release has one, and the table would be large

interface Sentences {
  readonly text: number
  readonly piece: Piece
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The finer segments of a segment, in order; the segment itself where sentences do not line up. */
export function refined(
  pieces: readonly (Piece | null)[],
  readings: readonly Reading[],
  linksOf: LinksOf,
): (Piece | null)[][] {
  const members: Sentences[] = []
  for (const [text, piece] of pieces.entries()) {
    if (!piece) continue
    const spans = sentencesOf(
      readings[text]!.texts[piece.row]!.slice(piece.start, piece.end),
      readings[text]!.vocabulary.pack,
    )
    if (spans.length < 2 || spans.length > MAX_SENTENCES) return [[...pieces]]
    members.push({
      text,
      piece,
      starts: spans.map(s => s.start + piece.start),
      ends: spans.map(s => s.end + piece.start),
    })
  }
  const pivot = members.reduce((least, member) => (member.starts.length < least.starts.length ? member : least))
  const rows = new Map(members.map(member => [member, readRows(member, readings[member.text]!)]))
  // cuts[i]: for each text, the number of sentences before the cut after i sentences of the pivot
  let cuts = new Map(pivot.starts.slice(1).map((_, k) => [k + 1, new Map([[pivot, k + 1]])]))
  for (const member of members) {
    if (member === pivot) continue
    const common = boundaries(rows.get(pivot)!, rows.get(member)!, linksOf, pivot.text, member.text)
    const kept = new Map<number, Map<Sentences, number>>()
    for (const [at, cut] of cuts) {
      const other = common.get(at)
      if (other !== undefined && other < member.starts.length) kept.set(at, cut.set(member, other))
    }
    cuts = kept
  }
  return slices(pieces, members, [...cuts.values()])
}

function readRows(member: Sentences, reading: Reading): Rows {
  const text = reading.texts[member.piece.row]!
  return rowsOf(member.starts.map((start, k) => reading.vocabulary.row(text.slice(start, member.ends[k]!))))
}

/** Numbers of sentences of the first text after which both texts probably end a sentence, with those of the second. */
function boundaries(a: Rows, b: Rows, linksOf: LinksOf, textA: number, textB: number): Map<number, number> {
  const sums = new Map<string, number>()
  for (const match of weigh(a, b, linksOf(textA, textB)).posteriors.matches) {
    const key = `${match.i + FORMS[match.f]!.span},${match.j + FORMS[match.g]!.span}`
    sums.set(key, (sums.get(key) ?? 0) + match.bead)
  }
  const out = new Map<number, number>()
  for (const [key, sum] of sums) {
    const [i, j] = key.split(',').map(Number)
    if (sum >= MIN_BELIEF) out.set(i!, j!)
  }
  return out
}

function slices(
  pieces: readonly (Piece | null)[],
  members: readonly Sentences[],
  cuts: readonly ReadonlyMap<Sentences, number>[],
): (Piece | null)[][] {
  const out: (Piece | null)[][] = Array.from({ length: cuts.length + 1 }, () => pieces.map(() => null))
  for (const member of members) {
    const { row, start, end } = member.piece
    for (let k = 0; k <= cuts.length; k++) {
      const from = k === 0 ? start : member.starts[cuts[k - 1]!.get(member)!]!
      const to = k === cuts.length ? end : member.ends[cuts[k]!.get(member)! - 1]!
      out[k]![member.text] = { row, start: from, end: to }
    }
  }
  return out
}
