/**
 * What sentences say of rows as one bead: the log sum over all ways to join the sentences inside in which every row has
 * some sentence with a partner, and which do not fall apart at the start of a row of both sides. A sentence without a
 * partner costs, a run of them in one row little more. Forward sums over nodes between sentences; at every node is known
 * whether the row of each side has been met yet.
 */
import { WIDEST } from './boxes.js'
import { logAdd } from './posteriors.js'

/** Log prior of a sentence without a partner, and of each one that follows it in the row. Half or double changes little. */
const NOTHING = Math.log(0.06)
const MORE = Math.log(0.3)
const NEVER = Number.NEGATIVE_INFINITY

/** Where the row of the first side and that of the second have been met. */
const FIRST = 1
const SECOND = 2
const STATES = 4

/** Rows of a box: the numbers of their sentences, and at the node behind the last sentence of a row its place, from 1. */
export interface Side {
  readonly sentences: readonly number[]
  readonly ends: readonly number[]
}

/** The side of some rows; the sentences of row r are those from `start[r]` up to `start[r + 1]`. */
export function sideOf(start: readonly number[], rows: readonly number[]): Side {
  const sentences: number[] = []
  const ends = [0]
  rows.forEach((row, k) => {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      sentences.push(at)
      ends.push(at + 1 === start[row + 1]! ? k + 1 : 0)
    }
  })
  return { sentences, ends }
}

/**
 * `[x - 1][y - 1]`: the sum for the first x rows against the first y. `beads` are those of `beadScores`, for `wide`
 * sentences in the second text.
 */
export function insideSums(beads: readonly Float64Array[], wide: number, a: Side, b: Side): number[][] {
  const [n, m] = [a.sentences.length, b.sentences.length]
  const sums = new Float64Array((n + 1) * (m + 1) * STATES).fill(NEVER)
  const out: number[][] = []
  sums[0] = 0
  for (let p = 0; p <= n; p++) {
    for (let q = 0; q <= m; q++) {
      const at = (p * (m + 1) + q) * STATES
      if (a.ends[p]! > 0 && b.ends[q]! > 0) {
        out[a.ends[p]! - 1] ??= []
        out[a.ends[p]! - 1]![b.ends[q]! - 1] = sums[at]!
        continue
      }
      for (let state = 0; state < STATES; state++) {
        if (sums[at + state] === NEVER) continue
        leaveOut(sums, at, state, FIRST, a.ends, p, (m + 1) * STATES)
        leaveOut(sums, at, state, SECOND, b.ends, q, STATES)
      }
      join(sums, at, beads, wide, a, p, b, q)
    }
  }
  return out
}

/** Adds the ways on which sentences of one side are left out from a node on, up to the end of their row. */
function leaveOut(
  sums: Float64Array,
  from: number,
  state: number,
  side: number,
  ends: readonly number[],
  at: number,
  step: number,
): void {
  let score = sums[from + state]! + NOTHING
  for (let k = 1; at + k < ends.length; k++, score += MORE) {
    const isEnd = ends[at + k]! > 0
    if (isEnd && (state & side) === 0) return
    const to = from + k * step + (isEnd ? state - side : state)
    sums[to] = logAdd(sums[to]!, score)
    if (isEnd) return
  }
}

/** Adds the ways on which sentences are joined from a node on; of rows that do not follow each other, none are. */
function join(
  sums: Float64Array,
  from: number,
  beads: readonly Float64Array[],
  wide: number,
  a: Side,
  p: number,
  b: Side,
  q: number,
): void {
  const [i, j] = [a.sentences[p]!, b.sentences[q]!]
  const columns = b.sentences.length + 1
  let here = NEVER
  for (let state = 0; state < STATES; state++) here = logAdd(here, sums[from + state]!)
  if (here === NEVER) return
  for (let w = 1; w <= WIDEST && a.sentences[p + w - 1] === i + w - 1; w++) {
    for (let v = 1; v <= WIDEST && b.sentences[q + v - 1] === j + v - 1; v++) {
      const score = beads[(w - 1) * WIDEST + v - 1]![i * wide + j]!
      const state = (a.ends[p + w]! > 0 ? 0 : FIRST) + (b.ends[q + v]! > 0 ? 0 : SECOND)
      const to = from + (w * columns + v) * STATES + state
      sums[to] = logAdd(sums[to]!, here + score)
    }
  }
}
