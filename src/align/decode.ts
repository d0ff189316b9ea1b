/**
 * The beads of two texts: the way through the table that can expect most beads to be right (maximum expected
 * accuracy, as in ProbCons), not the single most probable way.
 */
import type { Bead } from '../model.js'
import { type Band, inBand } from './band.js'
import type { Belief } from './consistency.js'
import { FORMS, HOLED, type SpanCode, spanForm, spanRows, spanStart } from './forms.js'
import { weights } from './weights.js'

interface Step {
  readonly x: SpanCode
  readonly y: SpanCode
  readonly q: number
}

const FIRST_ALONE = -2
const SECOND_ALONE = -3

/** The best beads in order, one-sided ones of one row; `there` is what the first text believes, `back` the second. */
export function decode(there: Belief, back: Belief, band: Band): Bead[] {
  const steps: Step[] = []
  for (const [x, row] of there.matches) for (const [y, q] of row) steps.push({ x, y, q })
  const starts = stepsByRow(steps, band.rows)
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
  const choice = new Int32Array(band.size).fill(-1)
  best[band.offset[0]!] = 0
  const offer = (i: number, j: number, step: number, value: number) => {
    if (i > band.rows || !inBand(band, i, j)) return
    const at = band.offset[i]! + j
    if (value <= best[at]!) return
    best[at] = value
    choice[at] = step
  }
  const alone = weights.nullGain
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.lo[i]!; j <= band.hi[i]!; j++) {
      const here = best[band.offset[i]! + j]!
      if (here === Number.NEGATIVE_INFINITY) continue
      if (i < band.rows) offer(i + 1, j, FIRST_ALONE, here + alone * there.alone[i]!)
      if (j < band.columns) offer(i, j + 1, SECOND_ALONE, here + alone * back.alone[j]!)
      for (const step of starts[i]?.get(j) ?? []) {
        const { x, y, q } = steps[step]!
        const [f, g] = [spanForm(x), spanForm(y)]
        const between = (f === HOLED ? there.alone[i + 1]! : 0) + (g === HOLED ? back.alone[j + 1]! : 0)
        offer(i + FORMS[f]!.span, j + FORMS[g]!.span, step, here + q + alone * between)
      }
    }
  }
  return trace(steps, band, choice)
}

/** For each first row, by first column, the numbers of the steps that begin there. */
function stepsByRow(steps: readonly Step[], rows: number): Map<number, number[]>[] {
  const out: Map<number, number[]>[] = Array.from({ length: rows }, () => new Map())
  steps.forEach(({ x, y }, step) => {
    const columns = out[spanStart(x)]!
    const list = columns.get(spanStart(y))
    if (list) list.push(step)
    else columns.set(spanStart(y), [step])
  })
  return out
}

function trace(steps: readonly Step[], band: Band, choice: Int32Array): Bead[] {
  const out: Bead[] = []
  let [i, j] = [band.rows, band.columns]
  while (i > 0 || j > 0) {
    const step = choice[band.offset[i]! + j]!
    if (step === FIRST_ALONE) out.push([[--i], []])
    else if (step === SECOND_ALONE) out.push([[], [--j]])
    else {
      const { x, y } = steps[step]!
      i = spanStart(x)
      j = spanStart(y)
      if (spanForm(x) === HOLED) out.push([[i + 1], []])
      if (spanForm(y) === HOLED) out.push([[], [j + 1]])
      out.push([spanRows(x), spanRows(y)])
    }
  }
  return out.reverse()
}
