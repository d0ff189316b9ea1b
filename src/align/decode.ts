/**
 * The beads of two texts: the way through the table that can expect most beads to be right (maximum expected
 * accuracy, as in ProbCons), not the single most probable way. A bead is worth its belief less a toll, so that two
 * doubtful beads do not beat one likely one.
 */
import { type Belief, spanCode, spanStart, spanWidth } from './consistency.js'
import type { Band } from './band.js'
import { inBand } from './band.js'
import { weights } from './weights.js'

/** di rows from i with dj rows from j; a side of no rows stands for a row without a partner. */
export interface Cell {
  readonly i: number
  readonly di: number
  readonly j: number
  readonly dj: number
  readonly belief: number
}

/** The best way through the band, in order. `there` is what the first text believes of the second, `back` the reverse. */
export function decode(there: Belief, back: Belief, band: Band): Cell[] {
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
  const step = new Int32Array(band.size).fill(-1)
  const starts = byStart(there)
  best[band.offset[0]!] = 0
  const offer = (i: number, j: number, code: number, value: number) => {
    if (!inBand(band, i, j)) return
    const at = band.offset[i]! + j
    if (value <= best[at]!) return
    best[at] = value
    step[at] = code
  }
  for (let i = 0; i <= band.rows; i++) {
    for (let j = band.lo[i]!; j <= band.hi[i]!; j++) {
      const here = best[band.offset[i]! + j]!
      if (here === Number.NEGATIVE_INFINITY) continue
      if (i < band.rows) offer(i + 1, j, 4, here + weights.nullGain! * there.alone[i]!)
      if (j < band.columns) offer(i, j + 1, 1, here + weights.nullGain! * back.alone[j]!)
      for (const bead of starts.get(i)?.get(j) ?? []) {
        offer(i + bead.di, j + bead.dj, bead.di * 4 + bead.dj, here + bead.belief - weights.toll!)
      }
    }
  }
  return trace(there, band, step)
}

function byStart(belief: Belief): Map<number, Map<number, Cell[]>> {
  const out = new Map<number, Map<number, Cell[]>>()
  for (const [x, row] of belief.matches) {
    for (const [y, q] of row) {
      const bead = { i: spanStart(x), di: spanWidth(x), j: spanStart(y), dj: spanWidth(y), belief: q }
      const columns = out.get(bead.i) ?? new Map<number, Cell[]>()
      out.set(bead.i, columns)
      const list = columns.get(bead.j)
      if (list) list.push(bead)
      else columns.set(bead.j, [bead])
    }
  }
  return out
}

function trace(there: Belief, band: Band, step: Int32Array): Cell[] {
  const out: Cell[] = []
  let [i, j] = [band.rows, band.columns]
  while (i > 0 || j > 0) {
    const code = step[band.offset[i]! + j]!
    const [di, dj] = [code >> 2, code & 3]
    i -= di
    j -= dj
    const belief = di > 0 && dj > 0 ? there.matches.get(spanCode(i, di))!.get(spanCode(j, dj))! : 0
    out.push({ i, di, j, dj, belief })
  }
  return out.reverse()
}
