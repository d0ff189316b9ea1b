/**
 * Lexical evidence for a bead, type by type: log(1 - t + t min(30, share / length share)), where t is the strength of
 * the type's best link, share the part of its links that fall into the other span, and length share that span's part
 * of the other text. So a link is weighed by how much of the document could also have matched, and no background
 * model is needed. The sum over a span's rows is the sum of its rows, hence one table per width of the other span.
 */
import type { Band } from './band.js'
import { FORMS, HOLED } from './forms.js'
import type { Echoes } from './places.js'
import { weights } from './weights.js'

/**
 * What rows of one text say of spans of the other: `windows[form]` at (first row of the span, row) of the band is added to
 * `base` of the row.
 */
export interface Evidence {
  readonly band: Band
  readonly base: Float64Array
  readonly windows: readonly Float64Array[]
}

/**
 * Evidence of the rows of a text for spans of the other, of the first so many forms; `trust` is the strength of each
 * echo. The rows of the band are those of the other text, its columns those of this one.
 */
export function evidenceOf(echoes: Echoes, trust: Float64Array, band: Band, forms: number): Evidence {
  const { places, slot, sizes } = echoes
  const base = new Float64Array(band.columns)
  const windows = Array.from({ length: forms }, () => new Float64Array(band.size))
  const ends = new Float64Array(sizes.length + 1)
  for (let at = 0; at < sizes.length; at++) ends[at + 1] = ends[at]! + sizes[at]!
  for (let e = 0; e < slot.length; e++) {
    const miss = Math.log(1 - trust[e]!)
    const last = places.start[slot[e]! + 1]!
    for (let p = places.start[slot[e]!]!; p < last; p++) base[places.row[p]!]! += places.count[p]! * miss
    for (let form = 0; form < forms; form++) addWindows(echoes, e, form, trust[e]!, miss, ends, windows[form]!, band)
  }
  return { band, base, windows }
}

/** Adds what one echo says of the spans of a form. */
function addWindows(
  echoes: Echoes,
  e: number,
  form: number,
  strength: number,
  miss: number,
  ends: Float64Array,
  table: Float64Array,
  band: Band,
): void {
  const { places, slot, start, row } = echoes
  const span = FORMS[form]!.span
  let first = places.start[slot[e]!]!
  const last = places.start[slot[e]! + 1]!
  const to = start[e + 1]!
  const most = ends.length - 1 - span
  let done = -1
  for (let k = start[e]!; k < to; k++) {
    const at = row[k]!
    const stop = at < most ? at : most
    for (let begin = Math.max(done + 1, at - span + 1); begin <= stop; begin++) {
      done = begin
      while (first < last && places.row[first]! < band.lo[begin]!) first++
      let p = first
      if (p === last || places.row[p]! > band.hi[begin]!) continue
      const log = gainOf(echoes, k, to, begin, form, ends, strength)
      if (log === 0) continue
      const gain = log - miss
      const here = band.offset[begin]!
      for (; p < last && places.row[p]! <= band.hi[begin]!; p++)
        table[here + places.row[p]!]! += places.count[p]! * gain
    }
  }
}

/** The logarithm for the span from `begin`; 0 where nothing is heard in it. The span has no heard row before `k`. */
function gainOf(
  { row, share }: Echoes,
  k: number,
  to: number,
  begin: number,
  form: number,
  ends: Float64Array,
  strength: number,
): number {
  const behind = begin + FORMS[form]!.span
  let size = ends[behind]! - ends[begin]!
  let heard = 0
  for (let other = k; other < to && row[other]! < behind; other++) heard += share[other]!
  if (form === HOLED) {
    size -= ends[begin + 2]! - ends[begin + 1]!
    for (let other = k; other < to && row[other]! <= begin + 1; other++)
      if (row[other] === begin + 1) heard -= share[other]!
    if (heard < LEAST_SHARE) return 0
  }
  return Math.log(1 - strength + strength * Math.min(weights.maxRatio, heard / size))
}

const LEAST_SHARE = 1e-9 // what is left of nothing when shares are taken away again
