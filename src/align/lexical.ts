/**
 * Lexical evidence for a bead, type by type: log(1 - t + t min(30, share / length share)), where t is the strength of
 * the type's best link, share the part of its links that fall into the other span, and length share that span's part
 * of the other text. So a link is weighed by how much of the document could also have matched, and no background
 * model is needed. The sum over a span's rows is the sum of its rows, hence one table per width of the other span.
 */
import { type Band, inBand } from './band.js'
import { FORMS } from './forms.js'
import { type Place, spread, type View } from './places.js'
import { type Trust, trusted } from './trust.js'
import { weights } from './weights.js'

/** What rows of one text say of spans of the other: `windows[form]` at a node is added to `base` of the row. */
export interface Evidence {
  readonly base: Float64Array
  readonly windows: readonly Float64Array[]
}

/** Evidence of the rows of `from` for spans of `to`. With `flipped` the band's rows are those of `to`. */
export function evidenceOf(view: View, trust: Trust, band: Band, flipped: boolean): Evidence {
  const { from, to, links, placesFrom, placesTo, kinds } = view
  const base = new Float64Array(from.length)
  const windows = FORMS.map(() => new Float64Array(band.size))
  const total = to.reduce((sum, row) => sum + row.length, 0)
  const ends = new Float64Array(to.length + 1)
  to.forEach((row, at) => {
    ends[at + 1] = ends[at]! + row.length / total
  })
  const mass = new Float64Array(to.length)
  for (const [type, places] of placesFrom) {
    const linked = links[type]
    if (!linked || linked.size === 0) continue
    const { best: strength, touched, sum } = spread(linked, placesTo, mass)
    if (sum > 0) {
      const best = trusted(trust, kinds[type]!, strength)
      for (const place of places) base[place.row]! += place.count * Math.log(1 - best)
      addWindows(places, touched, mass, sum, best, ends, windows, band, flipped)
    }
    for (const row of touched) mass[row] = 0
  }
  return { base, windows }
}

function addWindows(
  places: readonly Place[],
  touched: readonly number[],
  mass: Float64Array,
  sum: number,
  best: number,
  ends: Float64Array,
  windows: readonly Float64Array[],
  band: Band,
  flipped: boolean,
): void {
  const miss = Math.log(1 - best)
  for (const [form, { span, rows }] of FORMS.entries()) {
    const table = windows[form]!
    let done = -1
    for (const row of touched) {
      for (let start = Math.max(0, done + 1, row - span + 1); start <= row; start++) {
        done = start
        if (start + span > mass.length) continue
        let [share, size] = [0, 0]
        for (const offset of rows) {
          share += mass[start + offset]!
          size += ends[start + offset + 1]! - ends[start + offset]!
        }
        if (share === 0) continue
        const ratio = share / sum / size
        const gain = Math.log(1 - best + best * Math.min(weights.maxRatio, ratio)) - miss
        for (const place of places) {
          const [i, j] = flipped ? [start, place.row] : [place.row, start]
          if (inBand(band, i, j)) table[band.offset[i]! + j]! += place.count * gain
        }
      }
    }
  }
}
