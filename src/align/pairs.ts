/**
 * Two texts weighed against each other: a look at all single rows for where they may go, then a first pass with the
 * general length model there, and a second one with the model of this pair. Serves paragraphs and, inside a segment,
 * sentences.
 */
import { type Anchor, type Band, bandAround, bandOf, likelyBand, openPart, turned } from './band.js'
import { bySentences } from './by-sentences.js'
import { ALL, NARROW, SINGLE, spanCode, spanRows, WIDEST_FORM, type Width } from './forms.js'
import { type LengthModel, type Lengths, lengthsOf, varianceOf } from './lengths.js'
import { type Evidence, evidenceOf } from './lexical.js'
import type { PairLinks } from './links.js'
import { type Places, type Projections, placesOf, projectionsOf, slotsOf } from './places.js'
import { type Match, type Posteriors, posteriorsOf } from './posteriors.js'
import { type Scores, scoresOf, spanEvidence } from './scores.js'
import { type Similar, similarityOf } from './similarity.js'
import { withUnmatched } from './unmatched.js'
import type { Row } from './vocabulary.js'
import { weights } from './weights.js'

/** Rows and what is counted on them once. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly lengths: Lengths
  readonly places: Places
  /** The sentences of a row, where they can be had. */
  readonly sentencesOf?: (row: number) => readonly Row[]
}

/**
 * `wide` is the part of the table that was looked at first, `band` what was left of it; `words` is what the words of the
 * likely beads say for them, a log likelihood ratio.
 */
export interface Weighed {
  readonly words: number
  readonly posteriors: Posteriors
  readonly wide: Band
  readonly band: Band
}

/** In a long text every word has a look-alike somewhere: pieces of this many rows are weighed better than the whole. */
const PIECE = 40
const SURE = 0.99 // of a bead next to a cut: a wrong cut cannot be mended
const PRIOR_BEADS = 12 // how many beads the general length model counts for against the pair's own
const PRIOR_RATIO = 4 // the same for the mean ratio of lengths, which whole texts tell well
const MAX_DEVIATION = 9 // squared; one freak does not spoil the variance

export const rowsOf = (rows: readonly Row[], sentencesOf?: (row: number) => readonly Row[]): Rows => ({
  rows,
  lengths: lengthsOf(rows),
  places: placesOf(rows),
  ...(sentencesOf && { sentencesOf }),
})

const pieceOf = ({ rows, sentencesOf }: Rows, from: number, to: number): Rows =>
  rowsOf(rows.slice(from, to), sentencesOf && (row => sentencesOf(row + from)))

/**
 * What is believed of the rows of two texts. Long texts are cut where they surely agree, and each piece weighed alone.
 * `known` is the part of the table to look at, from an earlier time; `likely` one that ways lead through, from a third text.
 */
export function weigh(a: Rows, b: Rows, links: PairLinks, known?: Band, likely?: Band): Weighed {
  const wide = likely ?? known ?? bandOf(a.rows.length, b.rows.length, () => anchorsOf(links, a.places, b.places))
  const look = firstLook(a, b, links, wide, likely)
  const { band } = look
  const long = Math.max(a.rows.length, b.rows.length) > weights.longText
  const cuts = long ? sureCuts(look.first, a.rows.length) : []
  if (cuts.length === 0) return { ...secondLook(a, b, links, look), wide, band }
  const matches: Match[] = []
  const alone: [Float64Array, Float64Array] = [new Float64Array(a.rows.length), new Float64Array(b.rows.length)]
  let [i, j, words] = [0, 0, 0]
  for (const [nextI, nextJ] of [...cuts, [a.rows.length, b.rows.length] as const]) {
    const weighed = weigh(pieceOf(a, i, nextI), pieceOf(b, j, nextJ), links)
    const piece = weighed.posteriors
    words += weighed.words
    for (const match of piece.matches) matches.push({ ...match, i: match.i + i, j: match.j + j })
    alone[0].set(piece.alone[0], i)
    alone[1].set(piece.alone[1], j)
    ;[i, j] = [nextI, nextJ]
  }
  return { posteriors: { matches, alone, open: look.first.open }, words, wide, band }
}

/** Nodes between two sure one-to-one beads, about a piece's length apart. */
function sureCuts(posteriors: Posteriors, rows: number): [number, number][] {
  const partner = new Int32Array(rows).fill(-1)
  for (const { i, f, j, g, bead } of posteriors.matches) if (f === 0 && g === 0 && bead > SURE) partner[i] = j
  const cuts: [number, number][] = []
  for (let i = 1, last = 0; i < rows; i++) {
    if (i - last < PIECE || partner[i - 1]! < 0 || partner[i]! !== partner[i - 1]! + 1) continue
    if (rows - i < PIECE / 2) break
    cuts.push([i, partner[i]!])
    last = i
  }
  return cuts
}

/** What is known of a pair after a look at narrow beads: where ways lead, and what to weigh and measure with. */
interface Look {
  readonly band: Band
  readonly first: Posteriors
  readonly model: LengthModel
  readonly there: Projections
  readonly back: Projections
  readonly similar: Similar | undefined
}

function firstLook(a: Rows, b: Rows, links: PairLinks, wide: Band, likely?: Band): Look {
  const there = projectionsOf(a.places, b.places, links.there)
  const back = projectionsOf(b.places, a.places, links.back)
  const model: LengthModel = { mean: Math.log(b.lengths.total / a.lengths.total), spread: 1 }
  const look = { model, there, back, similar: similarityOf(a.rows, b.rows) }
  const band = likely ?? likelyBand(wide, () => pass(a, b, look, wide, SINGLE))
  return { ...look, band, first: posteriorsOf(pass(a, b, look, band, NARROW)) }
}

/** The posteriors of all beads, by the pair's own lengths. */
function secondLook(a: Rows, b: Rows, links: PairLinks, look: Look): Pick<Weighed, 'posteriors' | 'words'> {
  const { band, first, there, back } = look
  const [partnersA, partnersB] = partnersOf(first)
  const around = bandAround(band, first.open)
  const plain = evidencesOf(look, around, ALL)
  const evidence = [
    withUnmatched(plain[0], there, links.codes, partnersA),
    withUnmatched(plain[1], back, links.codes, partnersB),
  ] as const
  const model = refit(a, b, first, look.model)
  const scores = scoresOf(around, [a.lengths, b.lengths], model, evidence, ALL.shapes, look.similar)
  const posteriors = bySentences(scores, posteriorsOf(scores), [a, b], links, model.mean)
  let words = 0
  for (const { i, f, j, g, bead } of posteriors.matches) words += (bead * spanEvidence(plain, i, f, j, g)) / 2
  return { posteriors, words }
}

function pass(
  a: Rows,
  b: Rows,
  look: Pick<Look, 'model' | 'there' | 'back' | 'similar'>,
  band: Band,
  width: Width,
): Scores {
  const evidence = evidencesOf(look, band, width)
  return scoresOf(band, [a.lengths, b.lengths], look.model, evidence, width.shapes, look.similar)
}

function evidencesOf(
  { there, back }: Pick<Look, 'there' | 'back'>,
  band: Band,
  { forms }: Width,
): readonly [Evidence, Evidence] {
  // A bead begins at an open node: what is said elsewhere is not asked for.
  const [rowsOfB, rowsOfA] = [openPart(turned(band), WIDEST_FORM - 1), openPart(band, WIDEST_FORM - 1)]
  return [evidenceOf(there, rowsOfB, forms), evidenceOf(back, rowsOfA, forms)]
}

/** For each row its likely partner rows in the other text. */
function partnersOf(posteriors: Posteriors): [(number[] | undefined)[], (number[] | undefined)[]] {
  const there: (number[] | undefined)[] = []
  const back: (number[] | undefined)[] = []
  for (const { i, f, j, g, bead } of posteriors.matches) {
    if (bead < 0.5) continue
    const [left, right] = [spanRows(spanCode(i, f)), spanRows(spanCode(j, g))]
    for (const row of left) there[row] = right
    for (const row of right) back[row] = left
  }
  return [there, back]
}

/** Mean and spread of the log ratio of lengths over the pair's own likely one-to-one beads. */
function refit(a: Rows, b: Rows, posteriors: Posteriors, start: LengthModel): LengthModel {
  const ones = posteriors.matches.filter(match => match.f === 0 && match.g === 0)
  const ratio = (i: number, j: number) => b.lengths.log[0]![j]! - a.lengths.log[0]![i]!
  let [weight, sum] = [PRIOR_RATIO, PRIOR_RATIO * start.mean]
  for (const { i, j, bead } of ones) {
    const size = bead * Math.sqrt(Math.min(a.rows[i]!.length, 400) / 100)
    weight += size
    sum += size * ratio(i, j)
  }
  const mean = sum / weight
  let [count, squares] = [PRIOR_BEADS, PRIOR_BEADS]
  for (const { i, j, bead } of ones) {
    const variance = varianceOf((a.rows[i]!.length + b.rows[j]!.length) / 2, 1)
    count += bead
    squares += bead * Math.min(MAX_DEVIATION, (ratio(i, j) - mean) ** 2 / variance)
  }
  return { mean, spread: squares / count }
}

/** Rows that share a type which stands in one row of each text. */
function anchorsOf({ there }: PairLinks, a: Places, b: Places): Anchor[] {
  const found = new Map<number, Anchor>()
  const slots = slotsOf(b, there.start.length)
  a.types.forEach((type, slot) => {
    if (a.start[slot + 1]! - a.start[slot]! !== 1) return
    let [partner, strength, partners] = [-1, 0, 0]
    for (let k = there.start[type]!; k < there.start[type + 1]!; k++) {
      const other = slots[there.to[k]!]!
      if (other < 0) continue
      partners++
      partner = other
      strength = there.strength[k]!
    }
    if (partners !== 1 || b.start[partner + 1]! - b.start[partner]! !== 1) return
    const [i, j] = [a.row[a.start[slot]!]!, b.row[b.start[partner]!]!]
    const key = i * (b.row.length + 1) + j
    found.set(key, { i, j, weight: (found.get(key)?.weight ?? 0) + strength })
  })
  return [...found.values()]
}
