/**
 * Forward and backward sums over all ways to align two texts, and from them how probable it is that rows of one and
 * rows of the other start and end together, and that a row has no partner. Rows without a partner come singly, or in a run
 * that, once begun, costs less a row: translations leave out what belongs together. Log domain; rows times the band's width.
 */
import { inBand } from './band.js'
import { FORMS, SHAPES, SOLID } from './forms.js'
import type { Scores } from './scores.js'

/** Rows of form f from i and of form g from j start and end together with probability `q`; `bead`: as one bead. */
export interface Match {
  readonly i: number
  readonly f: number
  readonly j: number
  readonly g: number
  readonly q: number
  readonly bead: number
}

export interface Posteriors {
  readonly matches: readonly Match[]
  /** Probability that a row of the first (second) text has no partner in the other. */
  readonly alone: readonly [Float64Array, Float64Array]
  /** The nodes of the band that ways lead through which are not hopeless. */
  readonly open: Uint8Array
}

/**
 * Log prior of each lone row that goes on with a run, and of beginning one; chosen on translations that leave out or put in
 * a few paragraphs at a time. From .1 to 1 and from .3 to .5 little changes; without runs, what one text leaves out and what
 * another puts in nearby are paired.
 */
const RUN_ON = Math.log(0.4)
const RUN_BEGINS = Math.log(0.3) + RUN_ON

const HOPELESS = -12 // log probability of a node; wider beads may make it likelier, but not by so much
const MIN_Q = 0.001 // less is dropped, so that what follows stays sparse
const LEAST = Math.log(MIN_Q)
const NEGLIGIBLE = -30 // e to this adds less than one part in 10^13

/** log(e^a + e^b) */
export function logAdd(a: number, b: number): number {
  const apart = a > b ? b - a : a - b
  const high = a > b ? a : b
  return apart > NEGLIGIBLE ? high + Math.log1p(Math.exp(apart)) : high
}

const terms = new Float64Array(SHAPES.length + 6) // of the node that is being summed

/** The log of the sum of e to the first so many terms. */
function logSum(count: number): number {
  let high = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) if (terms[k]! > high) high = terms[k]!
  if (high === Number.NEGATIVE_INFINITY) return high
  let sum = 0
  for (let k = 0; k < count; k++) {
    const apart = terms[k]! - high
    if (apart === 0) sum++
    else if (apart > NEGLIGIBLE) sum += Math.exp(apart)
  }
  return sum === 1 ? high : high + Math.log(sum)
}

const DI = SHAPES.map(([f]) => FORMS[f]!.span)
const DJ = SHAPES.map(([, g]) => FORMS[g]!.span)

/** The posteriors of a table of scores. */
export function posteriorsOf(scores: Scores): Posteriors {
  const { band, nothing } = scores
  const { sums: forward, runs: begun } = forwardSums(scores)
  const { sums: backward, runs: ahead } = backwardSums(scores)
  const total = backward[band.offset[0]!]!
  const alone: [Float64Array, Float64Array] = [new Float64Array(band.rows), new Float64Array(band.columns)]
  const matches: Match[] = []
  const open = new Uint8Array(band.size)
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.lo[i]!; j <= band.hi[i]!; j++) {
      const at = band.offset[i]! + j
      if (band.open[at] === 0) continue
      const left = forward[at]! - total
      if (left + backward[at]! > HOPELESS) open[at] = 1
      if (i > 0 && j <= band.hi[i - 1]!) {
        const on = begun[0][band.offset[i - 1]! + j]! + RUN_ON + ahead[0][at]! - total
        if (on > LEAST) alone[0][i - 1]! += Math.exp(on)
      }
      if (j > band.lo[i]!) {
        const on = begun[1][at - 1]! + RUN_ON + ahead[1][at]! - total
        if (on > LEAST) alone[1][j - 1]! += Math.exp(on)
      }
      if (left + backward[at]! < LEAST) continue
      if (i < band.rows && inBand(band, i + 1, j))
        alone[0][i]! += Math.exp(left + nothing + backward[band.offset[i + 1]! + j]!)
      if (j < band.hi[i]!) alone[1][j]! += Math.exp(left + nothing + backward[at + 1]!)
      if (i + 2 <= band.rows && inBand(band, i + 2, j)) {
        const run = Math.exp(left + nothing + RUN_BEGINS + ahead[0][band.offset[i + 2]! + j]!)
        alone[0][i]! += run
        alone[0][i + 1]! += run
      }
      if (j + 2 <= band.hi[i]!) {
        const run = Math.exp(left + nothing + RUN_BEGINS + ahead[1][at + 2]!)
        alone[1][j]! += run
        alone[1][j + 1]! += run
      }
      collect(scores, backward, i, j, left, matches)
    }
  }
  for (const { i, f, j, g, bead } of matches) {
    if (f >= SOLID) alone[0][i + 1]! += bead
    if (g >= SOLID) alone[1][j + 1]! += bead
  }
  return { matches, alone, open }
}

/** Adds the matches that start at node (i, j). */
function collect(scores: Scores, backward: Float64Array, i: number, j: number, left: number, out: Match[]): void {
  const { band, tables } = scores
  for (let k = 0; k < tables.length; k++) {
    const [di, dj] = [DI[k]!, DJ[k]!]
    if (i + di > band.rows || j + dj > band.columns || !inBand(band, i + di, j + dj)) continue
    const right = left + backward[band.offset[i + di]! + j + dj]!
    const [f, g] = SHAPES[k]!
    const one = tables[k]![band.offset[i]! + j]!
    const q = (f < SOLID && g < SOLID ? insideOf(scores, i, j, di, dj) : one) + right
    if (q >= LEAST) out.push({ i, f, j, g, q: Math.exp(q), bead: Math.exp(one + right) })
  }
}

const SOLID_SHAPE = FORMS.map((_, f) => FORMS.map((_, g) => SHAPES.findIndex(([x, y]) => x === f && y === g)))

/** Log sum over all sequences of solid beads (none of them one-sided) that fill the box of di by dj rows at (i, j). */
function insideOf(scores: Scores, i: number, j: number, di: number, dj: number): number {
  const { band, tables } = scores
  const at = band.offset[i]! + j
  let sum = tables[SOLID_SHAPE[di - 1]![dj - 1]!]![at]!
  for (let p = 1; p < di; p++) {
    for (let r = 1; r < dj; r++) {
      const first = tables[SOLID_SHAPE[p - 1]![r - 1]!]![at]!
      if (first === Number.NEGATIVE_INFINITY || !inBand(band, i + p, j + r)) continue
      sum = logAdd(sum, first + insideOf(scores, i + p, j + r, di - p, dj - r))
    }
  }
  return sum
}

/** Log sums over the ways to each node, and over those that end in a run of lone rows of the first (second) text. */
interface Sums {
  readonly sums: Float64Array
  readonly runs: readonly [Float64Array, Float64Array]
}

const emptySums = (size: number): Sums => {
  const [sums, first, second] = [0, 1, 2].map(() => new Float64Array(size).fill(Number.NEGATIVE_INFINITY)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  return { sums, runs: [first, second] }
}

function forwardSums({ band, tables, nothing }: Scores): Sums {
  const { lo, hi, offset, open } = band
  const out = emptySums(band.size)
  const {
    sums,
    runs: [down, along],
  } = out
  const begins = nothing + RUN_BEGINS
  sums[offset[0]!] = 0
  for (let i = 0; i <= band.rows; i++) {
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const at = offset[i]! + j
      if (open[at] === 0) continue
      let count = 0
      terms[count++] = sums[at]!
      if (i > 0 && j <= hi[i - 1]!) {
        const above = offset[i - 1]! + j
        const two = i > 1 && j <= hi[i - 2]! ? sums[offset[i - 2]! + j]! + begins : Number.NEGATIVE_INFINITY
        down[at] = logAdd(two, down[above]! + RUN_ON)
        terms[count++] = sums[above]! + nothing
        terms[count++] = down[at]!
      }
      if (j > lo[i]!) {
        const two = j - 2 >= lo[i]! ? sums[at - 2]! + begins : Number.NEGATIVE_INFINITY
        along[at] = logAdd(two, along[at - 1]! + RUN_ON)
        terms[count++] = sums[at - 1]! + nothing
        terms[count++] = along[at]!
      }
      for (let k = 0; k < tables.length; k++) {
        const before = i - DI[k]!
        const left = j - DJ[k]!
        if (before < 0 || left < lo[before]! || left > hi[before]!) continue
        const from = offset[before]! + left
        const score = tables[k]![from]!
        if (score !== Number.NEGATIVE_INFINITY) terms[count++] = sums[from]! + score
      }
      sums[at] = logSum(count)
    }
  }
  return out
}

/** The same from the end; a run is what may still follow at a node that stands behind two lone rows or more. */
function backwardSums({ band, tables, nothing }: Scores): Sums {
  const { lo, hi, offset, open } = band
  const out = emptySums(band.size)
  const {
    sums,
    runs: [down, along],
  } = out
  const begins = nothing + RUN_BEGINS
  sums[band.size - 1] = 0
  for (let i = band.rows; i >= 0; i--) {
    for (let j = hi[i]!; j >= lo[i]!; j--) {
      const at = offset[i]! + j
      if (open[at] === 0) continue
      let count = 0
      terms[count++] = sums[at]!
      const hasBelow = i < band.rows && j >= lo[i + 1]!
      const hasRight = j < hi[i]!
      if (hasBelow) {
        terms[count++] = sums[offset[i + 1]! + j]! + nothing
        if (i + 2 <= band.rows && j >= lo[i + 2]!) terms[count++] = down[offset[i + 2]! + j]! + begins
      }
      if (hasRight) {
        terms[count++] = sums[at + 1]! + nothing
        if (j + 2 <= hi[i]!) terms[count++] = along[at + 2]! + begins
      }
      for (let k = 0; k < tables.length; k++) {
        const score = tables[k]![at]!
        if (score !== Number.NEGATIVE_INFINITY) terms[count++] = score + sums[offset[i + DI[k]!]! + j + DJ[k]!]!
      }
      const sum = logSum(count)
      sums[at] = sum
      down[at] = hasBelow ? logAdd(sum, down[offset[i + 1]! + j]! + RUN_ON) : sum
      along[at] = hasRight ? logAdd(sum, along[at + 1]! + RUN_ON) : sum
    }
  }
  return out
}
