/**
 * Two texts weighed against each other: their links, the band, a first pass with the general length model, and a
 * second one with the model of this pair. Serves paragraphs and, inside a segment, sentences.
 */
import type { PairLexicon } from '../text/pair-lexicon.js'
import { type Anchor, type Band, bandOf } from './band.js'
import { spanCode, spanRows } from './forms.js'
import { type LengthModel, type Lengths, lengthsOf, varianceOf } from './lengths.js'
import { evidenceOf } from './lexical.js'
import { type Links, linksBetween, transposed } from './links.js'
import { type Places, placesOf } from './places.js'
import { type Match, type Posteriors, posteriorsOf } from './posteriors.js'
import { scoresOf } from './scores.js'
import { learnTrust, NO_TRUST, type Trust } from './trust.js'
import type { Row, TypeKind, Vocabulary } from './vocabulary.js'
import { weights } from './weights.js'

/** Rows and what is counted on them once. */
export interface Rows {
  readonly rows: readonly Row[]
  readonly lengths: Lengths
  readonly places: Places
}

/** Links of two texts in both directions, and the kinds of the types that they lead from. */
export interface PairLinks {
  readonly there: Links
  readonly back: Links
  readonly kinds: readonly TypeKind[]
  readonly backKinds: readonly TypeKind[]
}

export interface Weighed {
  readonly posteriors: Posteriors
  readonly band: Band
}

/** In a long text every word has a look-alike somewhere: pieces of this many rows are weighed better than the whole. */
const PIECE = 40
const SURE = 0.99 // of a bead next to a cut: a wrong cut cannot be mended
const PRIOR_BEADS = 12 // how many beads the general length model counts for against the pair's own
const PRIOR_RATIO = 4 // the same for the mean ratio of lengths, which whole texts tell well
const MAX_DEVIATION = 9 // squared; one freak does not spoil the variance

export const rowsOf = (rows: readonly Row[]): Rows => ({ rows, lengths: lengthsOf(rows), places: placesOf(rows) })

/** Finds the links of two texts. */
export function pairLinks(a: Vocabulary, b: Vocabulary, lexicon?: PairLexicon): PairLinks {
  const there = linksBetween(a, b, lexicon)
  const kindsOf = (v: Vocabulary) => v.types.map(type => type.kind)
  return { there, back: transposed(there, b.types.length), kinds: kindsOf(a), backKinds: kindsOf(b) }
}

/** What is believed of the rows of two texts. Long texts are cut where they surely agree, and each piece weighed alone. */
export function weigh(a: Rows, b: Rows, links: PairLinks): Weighed {
  const whole = weighWhole(a, b, links)
  if (Math.max(a.rows.length, b.rows.length) <= weights.longText) return whole
  const cuts = sureCuts(whole.posteriors, a.rows.length)
  if (cuts.length === 0) return whole
  const matches: Match[] = []
  const alone: [Float64Array, Float64Array] = [new Float64Array(a.rows.length), new Float64Array(b.rows.length)]
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...cuts, [a.rows.length, b.rows.length] as const]) {
    const piece = weigh(rowsOf(a.rows.slice(i, nextI)), rowsOf(b.rows.slice(j, nextJ)), links).posteriors
    for (const match of piece.matches) matches.push({ ...match, i: match.i + i, j: match.j + j })
    alone[0].set(piece.alone[0], i)
    alone[1].set(piece.alone[1], j)
    ;[i, j] = [nextI, nextJ]
  }
  return { posteriors: { matches, alone }, band: whole.band }
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

function weighWhole(a: Rows, b: Rows, links: PairLinks): Weighed {
  const band = bandOf(a.rows.length, b.rows.length, () => anchorsOf(links, a.places, b.places))
  const views = [
    { from: a.rows, to: b.rows, placesFrom: a.places, placesTo: b.places, links: links.there, kinds: links.kinds },
    { from: b.rows, to: a.rows, placesFrom: b.places, placesTo: a.places, links: links.back, kinds: links.backKinds },
  ] as const
  const lengths = [a.lengths, b.lengths] as const
  const pass = (model: LengthModel, trust: readonly [Trust, Trust]) =>
    posteriorsOf(
      scoresOf(band, lengths, model, [
        evidenceOf(views[0], trust[0], band, false),
        evidenceOf(views[1], trust[1], band, true),
      ]),
    )
  const start: LengthModel = { mean: Math.log(b.lengths.total / a.lengths.total), spread: 1 }
  const first = pass(start, [NO_TRUST, NO_TRUST])
  const [there, back] = partnersOf(first)
  return {
    posteriors: pass(refit(a, b, first, start), [learnTrust(views[0], there), learnTrust(views[1], back)]),
    band,
  }
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
function anchorsOf(links: PairLinks, placesA: Places, placesB: Places): Anchor[] {
  const found = new Map<string, Anchor>()
  for (const [type, here] of placesA) {
    if (here.length !== 1) continue
    const there = [...links.there[type]!].filter(([other]) => placesB.has(other))
    if (there.length !== 1 || placesB.get(there[0]![0])!.length !== 1) continue
    const [i, j] = [here[0]!.row, placesB.get(there[0]![0])![0]!.row]
    const key = `${i},${j}`
    found.set(key, { i, j, weight: (found.get(key)?.weight ?? 0) + there[0]![1] })
  }
  return [...found.values()]
}
