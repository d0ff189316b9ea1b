/**
 * Lexical evidence for a bead, type by type: log(1 - t + t min(30, share / length share)), where t is the strength of
 * the type's best link, share the part of its links that fall into the other span, and length share that span's part
 * of the other text. So a link is weighed by how much of the document could also have matched, and no background
 * model is needed. The sum over a span's rows is the sum of its rows, hence one table per width of the other span.
 */
import type { Band } from './band.js'
import { FORMS } from './forms.js'
import type { Echoes } from './places.js'
import { weights } from './weights.js'

/** What rows of one text say of spans of the other: `windows[form]` at a node is added to `base` of the row. */
export interface Evidence {
  readonly base: Float64Array
  readonly windows: readonly Float64Array[]
}

/**
 * Evidence of the rows of a text for spans of the other, of the first so many forms; `trust` is the strength of each
 * echo. With `flipped` the band's rows are those of the other text.
 */
export function evidenceOf(
  echoes: Echoes,
  trust: Float64Array,
  rows: number,
  band: Band,
  flipped: boolean,
  forms = FORMS.length,
): Evidence {
  const { places, slot, sizes } = echoes
  const base = new Float64Array(rows)
  const windows = Array.from({ length: forms }, () => new Float64Array(band.size))
  const ends = new Float64Array(sizes.length + 1)
  for (let at = 0; at < sizes.length; at++) ends[at + 1] = ends[at]! + sizes[at]!
  for (let e = 0; e < slot.length; e++) {
    const strength = trust[e]!
    const miss = Math.log(1 - strength)
    const [first, last] = [places.start[slot[e]!]!, places.start[slot[e]! + 1]!]
    for (let p = first; p < last; p++) base[places.row[p]!]! += places.count[p]! * miss
    for (let form = 0; form < forms; form++)
      addWindows(echoes, e, form, strength, miss, ends, windows[form]!, band, flipped)
  }
  return { base, windows }
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
  flipped: boolean,
): void {
  const { places, slot, start, row, share } = echoes
  const { span, rows } = FORMS[form]!
  const [first, last] = [places.start[slot[e]!]!, places.start[slot[e]! + 1]!]
  const [from, to] = [start[e]!, start[e + 1]!]
  const most = ends.length - 1 - span
  let done = -1
  for (let k = from; k < to; k++) {
    const at = row[k]!
    const stop = Math.min(at, most)
    for (let begin = Math.max(done + 1, at - span + 1, 0); begin <= stop; begin++) {
      done = begin
      if (!touches(band, places.row, first, last, begin, flipped)) continue
      let [heard, size] = [0, 0]
      for (const offset of rows) {
        size += ends[begin + offset + 1]! - ends[begin + offset]!
        for (let other = k; other < to && row[other]! <= begin + offset; other++)
          if (row[other] === begin + offset) heard += share[other]!
      }
      if (heard === 0) continue
      const gain = Math.log(1 - strength + strength * Math.min(weights.maxRatio, heard / size)) - miss
      for (let p = first; p < last; p++) {
        const [i, j] = flipped ? [begin, places.row[p]!] : [places.row[p]!, begin]
        if (j >= band.lo[i]! && j <= band.hi[i]!) table[band.offset[i]! + j]! += places.count[p]! * gain
      }
    }
  }
}

/** Is any of the places in the band at that span? */
function touches(band: Band, rows: Int32Array, first: number, last: number, begin: number, flipped: boolean): boolean {
  for (let p = first; p < last; p++) {
    const [i, j] = flipped ? [begin, rows[p]!] : [rows[p]!, begin]
    if (j >= band.lo[i]! && j <= band.hi[i]!) return true
  }
  return false
}
