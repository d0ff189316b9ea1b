/**
 * The beads of two texts: the way through the table that can expect most beads to be right (maximum expected
 * accuracy, as in ProbCons), not the single most probable way.
 */
import type { Bead } from '../model.js'
import { type Band, inBand } from './band.js'
import type { Belief } from './consistency.js'
import { FORMS, HOLED, spanForm, spanRows, spanStart } from './forms.js'
import { weights } from './weights.js'

const NONE = -1
const FIRST_ALONE = -2
const SECOND_ALONE = -3

/**
 * The best beads in order, one-sided ones of one row; `there` is what the first text believes, `back` the second. `cost` is
 * what every bead must be worth.
 */
export function decode(there: Belief, back: Belief, band: Band, cost = 0): Bead[] {
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
  const choice = new Int32Array(band.size).fill(NONE)
  const left = leftSpans(there)
  best[band.offset[0]!] = 0
  const offer = (i: number, j: number, step: number, value: number) => {
    if (i > band.rows || !inBand(band, i, j)) return
    const at = band.offset[i]! + j
    if (value <= best[at]!) return
    best[at] = value
    choice[at] = step
  }
  const alone = weights.nullGain
  const heads = new Int32Array(band.columns + 1).fill(NONE)
  const next = new Int32Array(there.to.length)
  for (let i = 0; i <= band.rows; i++) {
    const [from, to] = i < band.rows ? [there.start[spanAt(i)]!, there.start[spanAt(i + 1)]!] : [0, 0]
    for (let k = to - 1; k >= from; k--) {
      const j = spanStart(there.to[k]!)
      next[k] = heads[j]!
      heads[j] = k
    }
    for (let j = band.lo[i]!; j <= band.hi[i]!; j++) {
      const here = best[band.offset[i]! + j]!
      const first = heads[j]!
      heads[j] = NONE
      if (here === Number.NEGATIVE_INFINITY) continue
      if (i < band.rows) offer(i + 1, j, FIRST_ALONE, here - cost + alone * there.alone[i]!)
      if (j < band.columns) offer(i, j + 1, SECOND_ALONE, here - cost + alone * back.alone[j]!)
      for (let k = first; k !== NONE; k = next[k]!) {
        const [f, g] = [spanForm(left[k]!), spanForm(there.to[k]!)]
        const between = (f === HOLED ? there.alone[i + 1]! : 0) + (g === HOLED ? back.alone[j + 1]! : 0)
        // Two rows against two are believed as far as their halves are, too: they are worth no more than two beads.
        const beads = Math.min(FORMS[f]!.rows.length, FORMS[g]!.rows.length)
        offer(i + FORMS[f]!.span, j + FORMS[g]!.span, k, here - cost * beads + there.q[k]! + alone * between)
      }
    }
    for (let k = from; k < to; k++) heads[spanStart(there.to[k]!)] = NONE
  }
  return trace(there, left, band, choice)
}

const spanAt = (row: number) => row * FORMS.length

/** The span of the first text that each entry of a belief is of. */
function leftSpans({ start, to }: Belief): Int32Array {
  const left = new Int32Array(to.length)
  for (let x = 0; x + 1 < start.length; x++) left.fill(x, start[x], start[x + 1])
  return left
}

function trace(there: Belief, left: Int32Array, band: Band, choice: Int32Array): Bead[] {
  const out: Bead[] = []
  let [i, j] = [band.rows, band.columns]
  while (i > 0 || j > 0) {
    const step = choice[band.offset[i]! + j]!
    if (step === FIRST_ALONE) out.push([[--i], []])
    else if (step === SECOND_ALONE) out.push([[], [--j]])
    else {
      const [x, y] = [left[step]!, there.to[step]!]
      i = spanStart(x)
      j = spanStart(y)
      if (spanForm(x) === HOLED) out.push([[i + 1], []])
      if (spanForm(y) === HOLED) out.push([[], [j + 1]])
      out.push([spanRows(x), spanRows(y)])
    }
  }
  return out.reverse()
}
