/**
 * Sentences of some paragraphs of one text against those of their partner in another: a small table, weighed as whole
 * texts are (`scores.ts`), but with what the box itself holds as background: a word that leads into one sentence of the
 * box only says more than one that leads into all. Gives how probable it is that spans start and end together.
 */
import { bandOf, turned } from './band.js'
import { type Evidence, evidenceOf } from './lexical.js'
import type { PairLinks } from './links.js'
import { type Places, placesOf, projectionsOf } from './places.js'
import { logAdd } from './posteriors.js'
import { spanEvidence } from './scores.js'
import type { Row } from './vocabulary.js'

/** A sentence, or a smaller piece; `begins` where its paragraph begins. */
export interface Atom {
  readonly row: Row
  readonly begins: boolean
}

/** Atoms i to i + w - 1 start and end together with atoms j to j + v - 1, with probability q. */
export interface Match {
  readonly i: number
  readonly w: number
  readonly j: number
  readonly v: number
  readonly q: number
}

export interface BoxBelief {
  readonly matches: readonly Match[]
  /** Probability that an atom of the first (second) text has no partner. */
  readonly alone: readonly [Float64Array, Float64Array]
}

/** Atoms on a side of a bead at most. */
export const WIDEST = 3
/** Log priors of beads by shape, and of an atom alone: inside partners few sentences are left out. */
const PRIOR: readonly (readonly number[])[] = [
  [Math.log(0.8), Math.log(0.04), Math.log(0.006)],
  [Math.log(0.04), Math.log(0.005), Math.log(0.001)],
  [Math.log(0.006), Math.log(0.001), Number.NEGATIVE_INFINITY],
]
const NOTHING = Math.log(0.04)
const ONE_BEGINS = -1.5 // a bead at whose start only one side begins a paragraph
const CROSSES = -1.5 // a bead with two paragraphs of a side in it
export const BASE_VARIANCE = 0.14 ** 2
export const SHORT_VARIANCE = 1.4
const OUTLIER = 0.03
const BACKGROUND = 0.5 // density of the log lengths of sentences, about
const MIN_Q = 0.005

/** The atoms of one side of a box, and what is counted on them once. */
export interface Side {
  readonly atoms: readonly Atom[]
  readonly places: Places
  /** By width and first atom, at `(w - 1) * atoms + i`: the length of the atoms, and those behind the first that begin. */
  readonly lengths: readonly number[]
  readonly begins: readonly number[]
}

export function sideOf(atoms: readonly Atom[]): Side {
  const lengths: number[] = []
  const begins: number[] = []
  for (let w = 0; w < WIDEST; w++) {
    for (let i = 0; i < atoms.length; i++) {
      const at = w * atoms.length + i
      const last = atoms[i + w]
      lengths[at] = last ? last.row.length + (w > 0 ? lengths[at - atoms.length]! : 0) : 0
      begins[at] = w > 0 ? begins[at - atoms.length]! + (last?.begins ? 1 : 0) : 0
    }
  }
  return { atoms, places: placesOf(atoms.map(({ row }) => row)), lengths, begins }
}

/** What is believed of a box; `mean` is the log of the ratio of the lengths of the whole texts. */
export const weighBox = (a: Side, b: Side, links: PairLinks, mean: number): BoxBelief =>
  posteriors(beadScores(a, b, links, mean), a.atoms.length, b.atoms.length)

/**
 * Log scores of all beads of a box: `[(w - 1) * WIDEST + v - 1][i * atoms of b + j]` is that of w atoms and v atoms. Beads
 * that are wider than the box have an empty table.
 */
export function beadScores(first: Side, second: Side, links: PairLinks, mean: number): Float64Array[] {
  const [a, b] = [first.atoms, second.atoms]
  const [n, m] = [a.length, b.length]
  const evidence = evidencesOf(first, second, links)
  const tables: Float64Array[] = []
  for (let w = 1; w <= WIDEST; w++) {
    for (let v = 1; v <= WIDEST; v++) {
      const prior = PRIOR[w - 1]![v - 1]!
      const table = w > n || v > m ? NO_BEADS : new Float64Array(n * m).fill(Number.NEGATIVE_INFINITY)
      tables.push(table)
      if (prior === Number.NEGATIVE_INFINITY) continue
      for (let i = 0; i + w <= n; i++) {
        const x = (w - 1) * n + i
        for (let j = 0; j + v <= m; j++) {
          const y = (v - 1) * m + j
          const crossed = CROSSES * (first.begins[x]! + second.begins[y]!)
          const layout = (a[i]!.begins === b[j]!.begins ? 0 : ONE_BEGINS) + crossed
          const length = lengthScore(first.lengths[x]!, second.lengths[y]!, mean)
          table[i * m + j] = prior + layout + length + spanEvidence(evidence, i, w - 1, j, v - 1) / 2
        }
      }
    }
  }
  return tables
}

const NO_BEADS = new Float64Array(0)

/** What words say, with the box alone as background: forms of one to three rows are spans of as many atoms. */
function evidencesOf(a: Side, b: Side, links: PairLinks): readonly [Evidence, Evidence] {
  const there = projectionsOf(a.places, b.places, links.there)
  const back = projectionsOf(b.places, a.places, links.back)
  const band = bandOf(a.atoms.length, b.atoms.length, () => [])
  return [evidenceOf(there, turned(band), WIDEST), evidenceOf(back, band, WIDEST)]
}

/** What the lengths of both sides of a bead say. */
function lengthScore(x: number, y: number, mean: number): number {
  const variance = BASE_VARIANCE + SHORT_VARIANCE / ((x + y) / 2)
  const off = Math.log(y / x) - mean
  const fit = Math.exp((-off * off) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance)
  return Math.log(((1 - OUTLIER) * fit) / BACKGROUND + OUTLIER)
}

function posteriors(tables: readonly Float64Array[], n: number, m: number): BoxBelief {
  const wide = m + 1
  const backward = new Float64Array((n + 1) * wide).fill(Number.NEGATIVE_INFINITY)
  backward[n * wide + m] = 0
  for (let i = n; i >= 0; i--) {
    for (let j = m; j >= 0; j--) {
      let sum = backward[i * wide + j]!
      if (i < n) sum = logAdd(sum, NOTHING + backward[(i + 1) * wide + j]!)
      if (j < m) sum = logAdd(sum, NOTHING + backward[i * wide + j + 1]!)
      for (let w = 1; w <= WIDEST && i + w <= n; w++) {
        for (let v = 1; v <= WIDEST && j + v <= m; v++) {
          const bead = tables[(w - 1) * WIDEST + v - 1]![i * m + j]!
          sum = logAdd(sum, bead + backward[(i + w) * wide + j + v]!)
        }
      }
      backward[i * wide + j] = sum
    }
  }
  return believed(tables, n, m, backward)
}

/** Forward sums, and what is believed where both meet. */
function believed(tables: readonly Float64Array[], n: number, m: number, backward: Float64Array): BoxBelief {
  const wide = m + 1
  const forward = new Float64Array((n + 1) * wide).fill(Number.NEGATIVE_INFINITY)
  const matches: Match[] = []
  const alone: [Float64Array, Float64Array] = [new Float64Array(n), new Float64Array(m)]
  forward[0] = -backward[0]!
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = forward[i * wide + j]!
      if (i < n) {
        const at = (i + 1) * wide + j
        forward[at] = logAdd(forward[at]!, here + NOTHING)
        alone[0][i]! += Math.exp(here + NOTHING + backward[at]!)
      }
      if (j < m) {
        const at = i * wide + j + 1
        forward[at] = logAdd(forward[at]!, here + NOTHING)
        alone[1][j]! += Math.exp(here + NOTHING + backward[at]!)
      }
      for (let w = 1; w <= WIDEST && i + w <= n; w++) {
        for (let v = 1; v <= WIDEST && j + v <= m; v++) {
          const at = (i + w) * wide + j + v
          forward[at] = logAdd(forward[at]!, here + tables[(w - 1) * WIDEST + v - 1]![i * m + j]!)
          const q = Math.exp(here + inside(tables, m, i, w, j, v) + backward[at]!)
          if (q >= MIN_Q) matches.push({ i, w, j, v, q })
        }
      }
    }
  }
  return { matches, alone }
}

/** Log sum over all sequences of two-sided beads that fill the spans. */
function inside(tables: readonly Float64Array[], m: number, i: number, w: number, j: number, v: number): number {
  let sum = tables[(w - 1) * WIDEST + v - 1]![i * m + j]!
  for (let p = 1; p < w; p++) {
    for (let r = 1; r < v; r++) {
      const first = tables[(p - 1) * WIDEST + r - 1]![i * m + j]!
      if (first > Number.NEGATIVE_INFINITY) sum = logAdd(sum, first + inside(tables, m, i + p, w - p, j + r, v - r))
    }
  }
  return sum
}
