/**
 * Lexical evidence for a bead, type by type: log(1 - t + t min(30, share / length share)), where t is the strength of
 * the type's best link, share the part of its links that fall into the other span, and length share that span's part
 * of the other text. So a link is weighed by how much of the document could also have matched, and no background
 * model is needed. The sum over a span's rows is the sum of its rows, hence one table per width of the other span.
 */
import type { Band } from './band.js'
import { FORMS, HOLED } from './forms.js'
import type { Projections } from './places.js'
import { weights } from './weights.js'

/**
 * What rows of one text say of spans of the other: `windows[form * band.size + k]`, where k is the node (first row of the
 * span, row) of the band, is added to `base` of the row.
 */
export interface Evidence {
  readonly band: Band
  readonly base: Float64Array
  readonly windows: Float64Array
}

const SPANS = FORMS.map(({ span }) => span)
const LEAST_SHARE = 1e-9 // what is left of nothing when shares are taken away again

/**
 * Evidence of the rows of a text for spans of the other, of the first so many forms. The rows of the band are those of the other text, its columns those of this one.
 */
export function evidenceOf(projections: Projections, band: Band, forms: number): Evidence {
  const { places, slot, best } = projections
  const base = new Float64Array(band.columns)
  const windows = new Float64Array(forms * band.size)
  for (let e = 0; e < slot.length; e++) {
    const miss = Math.log(1 - best[e]!)
    const last = places.start[slot[e]! + 1]!
    for (let p = places.start[slot[e]!]!; p < last; p++) base[places.row[p]!]! += places.count[p]! * miss
    for (let form = 0; form < forms; form++) addWindows(projections, e, form, best[e]!, miss, windows, band)
  }
  return { band, base, windows }
}

/** Adds what one projection says of the spans of a form: for each what it gains over a miss. */
function addWindows(
  { places, others, slot, start, row, share }: Projections,
  e: number,
  form: number,
  strength: number,
  miss: number,
  windows: Float64Array,
  { lo, hi, offset, size: nodes }: Band,
): void {
  const { row: own, count: times } = places
  const ends = others.ends
  const span = SPANS[form]!
  const table = form * nodes
  let first = places.start[slot[e]!]!
  const last = places.start[slot[e]! + 1]!
  const to = start[e + 1]!
  const most = ends.length - 1 - span
  let done = -1
  for (let k = start[e]!; k < to; k++) {
    const at = row[k]!
    const stop = at < most ? at : most
    for (let begin = at - span < done ? done + 1 : at - span + 1; begin <= stop; begin++) {
      done = begin
      while (first < last && own[first]! < lo[begin]!) first++
      const high = hi[begin]!
      if (first === last || own[first]! > high) continue
      const behind = begin + span
      let size = ends[behind]! - ends[begin]!
      let covered = 0
      for (let other = k; other < to && row[other]! < behind; other++) covered += share[other]!
      if (form === HOLED) {
        size -= ends[begin + 2]! - ends[begin + 1]!
        for (let other = k; other < to && row[other]! <= begin + 1; other++)
          if (row[other] === begin + 1) covered -= share[other]!
        if (covered < LEAST_SHARE) continue
      }
      const gain = Math.log(1 - strength + strength * Math.min(weights.maxRatio, covered / size)) - miss
      const here = table + offset[begin]!
      for (let p = first; p < last && own[p]! <= high; p++) windows[here + own[p]!]! += times[p]! * gain
    }
  }
}
