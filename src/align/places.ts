/**
 * Where types stand in the rows of a text, and where the links of a type lead in another: an *echo*, the rows that it may
 * be heard in with the share of each. Everything that words say of beads is counted on echoes.
 */
import { type IntegerIds, integerIds } from '../text/integer-ids.js'
import type { Links } from './links.js'
import type { Row } from './vocabulary.js'

/** The types in some rows: `types[s]` stands `count[k]` times in `row[k]`, k from `start[s]` up to `start[s + 1]`. */
export interface Places {
  readonly types: readonly number[]
  readonly slots: IntegerIds
  readonly start: Int32Array
  readonly row: Int32Array
  readonly count: Float64Array
}

/** Finds the places of all types in the rows. */
export function placesOf(rows: readonly Row[]): Places {
  const slots = integerIds(rows.reduce((sum, row) => sum + row.types.length, 0) / 2)
  const types: number[] = []
  const sizes: number[] = []
  for (const { types: here } of rows) {
    for (const type of here) {
      const slot = slots.idOf(type)
      if (slot < types.length) sizes[slot]!++
      else {
        types.push(type)
        sizes.push(1)
      }
    }
  }
  const start = new Int32Array(types.length + 1)
  for (let slot = 0; slot < types.length; slot++) start[slot + 1] = start[slot]! + sizes[slot]!
  const row = new Int32Array(start[types.length]!)
  const count = new Float64Array(row.length)
  const next = start.slice()
  for (let at = 0; at < rows.length; at++) {
    const { types: here, counts } = rows[at]!
    for (let k = 0; k < here.length; k++) {
      const place = next[slots.find(here[k]!)]!++
      row[place] = at
      count[place] = counts[k]!
    }
  }
  return { types, slots, start, row, count }
}

/**
 * Echo e is that of the type in slot `slot[e]` of the first text: rows `row[k]` of the other have `share[k]` of it, k from
 * `start[e]` up to `start[e + 1]`, in order; `best[e]` is the strength of its best link.
 */
export interface Echoes {
  readonly places: Places
  readonly slot: Int32Array
  readonly best: Float64Array
  readonly start: Int32Array
  readonly row: Int32Array
  readonly share: Float64Array
  /** Length of each row of the other text, as a part of the whole. */
  readonly sizes: Float64Array
}

/** The echoes of the types of one text in another of these rows. */
export function echoesOf(from: Places, to: Places, toRows: readonly Row[], links: Links): Echoes {
  const slot: number[] = []
  const best: number[] = []
  const start: number[] = [0]
  const row: number[] = []
  const share: number[] = []
  const mass = new Float64Array(toRows.length)
  const touched: number[] = []
  for (let s = 0; s < from.types.length; s++) {
    const type = from.types[s]!
    if (type + 1 >= links.start.length) continue // a type that came after the links were found
    const end = links.start[type + 1]!
    let [most, sum] = [0, 0]
    for (let k = links.start[type]!; k < end; k++) {
      const there = to.slots.find(links.to[k]!)
      if (there < 0) continue
      const strength = links.strength[k]!
      if (strength > most) most = strength
      for (let p = to.start[there]!; p < to.start[there + 1]!; p++) {
        const at = to.row[p]!
        if (mass[at] === 0) touched.push(at)
        const part = strength * to.count[p]!
        mass[at]! += part
        sum += part
      }
    }
    if (sum === 0) continue
    if (touched.length > 1) touched.sort((x, y) => x - y)
    for (const at of touched) {
      row.push(at)
      share.push(mass[at]! / sum)
      mass[at] = 0
    }
    touched.length = 0
    slot.push(s)
    best.push(most)
    start.push(row.length)
  }
  const total = toRows.reduce((sum, { length }) => sum + length, 0)
  return {
    places: from,
    slot: Int32Array.from(slot),
    best: Float64Array.from(best),
    start: Int32Array.from(start),
    row: Int32Array.from(row),
    share: Float64Array.from(share),
    sizes: Float64Array.from(toRows, ({ length }) => length / total),
  }
}
