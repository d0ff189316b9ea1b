/**
 * Forward and backward sums over all ways to align two texts, and from them how probable it is that a span of one and
 * a span of the other start and end together, and that a row has no partner. Log domain; n times the band's width.
 */
import { type Band, inBand } from './band.js'
import { MAX_SPAN } from './lexical.js'
import type { Scores } from './scores.js'

/** Spans that start and end together with probability `q`; `bead` is the part of it that is one bead. */
export interface Match {
  readonly i: number
  readonly di: number
  readonly j: number
  readonly dj: number
  readonly q: number
  readonly bead: number
}

export interface Posteriors {
  readonly matches: readonly Match[]
  /** Probability that a row of the first (second) text has no partner in the other. */
  readonly alone: readonly [Float64Array, Float64Array]
}

const MIN_Q = 0.001 // less is dropped, so that what follows stays sparse
const SHAPES = MAX_SPAN * MAX_SPAN

const NEGLIGIBLE = -40 // e to this adds nothing to a double

/** log(e^a + e^b) */
function logAdd(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a]
  return low - high > NEGLIGIBLE ? high + Math.log1p(Math.exp(low - high)) : high
}

/** The posteriors of a table of scores. */
export function posteriorsOf(scores: Scores): Posteriors {
  const { band, nothing } = scores
  const forward = forwardSums(scores)
  const backward = backwardSums(scores)
  const total = backward[band.offset[0]!]!
  const alone: [Float64Array, Float64Array] = [new Float64Array(band.rows), new Float64Array(band.columns)]
  const matches: Match[] = []
  const box = new Float64Array(SHAPES)
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.lo[i]!; j <= band.hi[i]!; j++) {
      const at = band.offset[i]! + j
      const left = forward[at]! - total
      if (i < band.rows && inBand(band, i + 1, j)) alone[0][i]! += Math.exp(left + nothing + backward[band.offset[i + 1]! + j]!)
      if (j < band.hi[i]!) alone[1][j]! += Math.exp(left + nothing + backward[at + 1]!)
      if (left + backward[at]! > Math.log(MIN_Q)) collect(scores, backward, i, j, left, box, matches)
    }
  }
  return { matches, alone }
}

/** Adds the matches that start at node (i, j). */
function collect(scores: Scores, backward: Float64Array, i: number, j: number, left: number, box: Float64Array, out: Match[]): void {
  const { band } = scores
  for (let di = 1; di <= MAX_SPAN && i + di <= band.rows; di++) {
    for (let dj = 1; dj <= MAX_SPAN && j + dj <= band.columns; dj++) {
      const shape = (di - 1) * MAX_SPAN + dj - 1
      box[shape] = Number.NEGATIVE_INFINITY
      if (!inBand(band, i + di, j + dj)) continue
      const inside = insideOf(scores, i, j, di, dj)
      const right = left + backward[band.offset[i + di]! + j + dj]!
      const q = Math.exp(inside + right)
      if (q < MIN_Q) continue
      const bead = Math.exp(scores.shapes[shape]![band.offset[i]! + j]! + right)
      out.push({ i, di, j, dj, q, bead })
    }
  }
}

/** Log sum over all sequences of beads (none of them one-sided) that fill the box of di by dj rows at (i, j). */
function insideOf(scores: Scores, i: number, j: number, di: number, dj: number): number {
  const { band, shapes } = scores
  let sum = shapes[(di - 1) * MAX_SPAN + dj - 1]![band.offset[i]! + j]!
  for (let p = 1; p < di; p++) {
    for (let r = 1; r < dj; r++) {
      if (!inBand(band, i + p, j + r)) continue
      const first = shapes[(p - 1) * MAX_SPAN + r - 1]![band.offset[i]! + j]!
      if (first > Number.NEGATIVE_INFINITY) sum = logAdd(sum, first + insideOf(scores, i + p, j + r, di - p, dj - r))
    }
  }
  return sum
}

function forwardSums({ band, shapes, nothing }: Scores): Float64Array {
  const out = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
  out[band.offset[0]!] = 0
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.lo[i]!; j <= band.hi[i]!; j++) {
      const at = band.offset[i]! + j
      let sum = out[at]!
      if (i > 0 && inBand(band, i - 1, j)) sum = logAdd(sum, out[band.offset[i - 1]! + j]! + nothing)
      if (j > band.lo[i]!) sum = logAdd(sum, out[at - 1]! + nothing)
      for (let di = 1; di <= MAX_SPAN && di <= i; di++) {
        for (let dj = 1; dj <= MAX_SPAN && dj <= j; dj++) {
          if (!inBand(band, i - di, j - dj)) continue
          const from = band.offset[i - di]! + j - dj
          sum = logAdd(sum, out[from]! + shapes[(di - 1) * MAX_SPAN + dj - 1]![from]!)
        }
      }
      out[at] = sum
    }
  }
  return out
}

function backwardSums({ band, shapes, nothing }: Scores): Float64Array {
  const out = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
  out[band.size - 1] = 0
  for (let i = band.rows; i >= 0; i--) {
    for (let j = band.hi[i]!; j >= band.lo[i]!; j--) {
      const at = band.offset[i]! + j
      let sum = out[at]!
      if (i < band.rows && inBand(band, i + 1, j)) sum = logAdd(sum, out[band.offset[i + 1]! + j]! + nothing)
      if (j < band.hi[i]!) sum = logAdd(sum, out[at + 1]! + nothing)
      for (let di = 1; di <= MAX_SPAN && i + di <= band.rows; di++) {
        for (let dj = 1; dj <= MAX_SPAN && j + dj <= band.columns; dj++) {
          if (!inBand(band, i + di, j + dj)) continue
          sum = logAdd(sum, shapes[(di - 1) * MAX_SPAN + dj - 1]![at]! + out[band.offset[i + di]! + j + dj]!)
        }
      }
      out[at] = sum
    }
  }
  return out
}
