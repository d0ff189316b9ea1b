/**
 * Where types stand in the rows of a text, and where the links of a type lead in another: a *projection*, the rows that it may
 * be found in with the share of each. Everything that words say of beads is counted on projections.
 */
import type { Links } from './links.js'
import type { Row } from './vocabulary.js'

/** The types in some rows: `types[s]` stands `count[k]` times in `row[k]`, k from `start[s]` up to `start[s + 1]`. */
export interface Places {
  readonly types: readonly number[]
  readonly start: Int32Array
  readonly row: Int32Array
  readonly count: Float64Array
  /** Length of each row, as a part of the whole. */
  readonly sizes: Float64Array
  /** Where each row begins in the whole, and at last where it ends. */
  readonly ends: Float64Array
}

const NONE = -1
const USUAL_TYPES = 8192 // of a release of six languages

// The slot of each type while places or projections are found, NONE between times: looked up some hundred thousand times a
// release, in tables that are soon thrown away, an array for all of them costs a quarter of a hash table for each.
let room: Int32Array = new Int32Array(USUAL_TYPES).fill(NONE)

function roomFor(types: readonly number[], known = NONE): Int32Array {
  let most = known
  for (let k = 0; k < types.length; k++) if (types[k]! > most) most = types[k]!
  if (most >= room.length) room = grown(room, most)
  return room
}

function grown(old: Int32Array, most: number): Int32Array {
  const out = new Int32Array(Math.max(2 * old.length, most + 1)).fill(NONE)
  out.set(old)
  return out
}

/** The slot of each type in the places, and -1 for others; for types below `size`. */
export function slotsOf({ types }: Places, size: number): Int32Array {
  const slots = new Int32Array(size).fill(NONE)
  types.forEach((type, slot) => {
    slots[type] = slot
  })
  return slots
}

/** Finds the places of all types in the rows. */
export function placesOf(rows: readonly Row[]): Places {
  const types: number[] = []
  const counts: number[] = []
  let slots = room
  for (let at = 0; at < rows.length; at++) {
    const here = rows[at]!.types
    slots = roomFor(here)
    for (let k = 0; k < here.length; k++) {
      const type = here[k]!
      const slot = slots[type]!
      if (slot === NONE) {
        slots[type] = types.length
        types.push(type)
        counts.push(1)
      } else counts[slot]!++
    }
  }
  const start = new Int32Array(types.length + 1)
  for (let slot = 0; slot < types.length; slot++) start[slot + 1] = start[slot]! + counts[slot]!
  const row = new Int32Array(start[types.length]!)
  const count = new Float64Array(row.length)
  for (let slot = 0; slot < types.length; slot++) counts[slot] = start[slot]!
  for (let at = 0; at < rows.length; at++) {
    const { types: here, counts: times } = rows[at]!
    for (let k = 0; k < here.length; k++) {
      const place = counts[slots[here[k]!]!]!++
      row[place] = at
      count[place] = times[k]!
    }
  }
  for (let slot = 0; slot < types.length; slot++) slots[types[slot]!] = NONE
  return { types, start, row, count, ...sizesOf(rows) }
}

function sizesOf(rows: readonly Row[]): Pick<Places, 'sizes' | 'ends'> {
  let total = 0
  for (let at = 0; at < rows.length; at++) total += rows[at]!.length
  const sizes = new Float64Array(rows.length)
  const ends = new Float64Array(rows.length + 1)
  for (let at = 0; at < rows.length; at++) {
    sizes[at] = rows[at]!.length / total
    ends[at + 1] = ends[at]! + sizes[at]!
  }
  return { sizes, ends }
}

const MOST = 0.97 // no link is certain

/**
 * Projection e is that of the type in slot `slot[e]` of the first text: rows `row[k]` of the other have `share[k]` of it, k from
 * `start[e]` up to `start[e + 1]`, in order; `best[e]` is the strength of its best link, less than 1.
 */
export interface Projections {
  readonly places: Places
  readonly others: Places
  readonly slot: readonly number[]
  readonly best: readonly number[]
  readonly start: readonly number[]
  readonly row: readonly number[]
  readonly share: readonly number[]
}

/** The projections of the types of one text in another. */
export function projectionsOf(from: Places, to: Places, links: Links): Projections {
  const slot: number[] = []
  const best: number[] = []
  const start: number[] = [0]
  const row: number[] = []
  const share: number[] = []
  const mass = new Float64Array(to.sizes.length)
  const touched: number[] = []
  const slots = roomFor(to.types, links.start.length)
  for (let s = 0; s < to.types.length; s++) slots[to.types[s]!] = s
  for (let s = 0; s < from.types.length; s++) {
    const type = from.types[s]!
    if (type + 1 >= links.start.length) continue // a type that came after the links were found
    const end = links.start[type + 1]!
    let [most, sum, count] = [0, 0, 0]
    let last = NONE
    let sorted = true
    for (let k = links.start[type]!; k < end; k++) {
      const there = slots[links.to[k]!]!
      if (there === NONE) continue
      const strength = links.strength[k]!
      if (strength > most) most = strength
      const behind = to.start[there + 1]!
      for (let p = to.start[there]!; p < behind; p++) {
        const at = to.row[p]!
        if (mass[at] === 0) {
          touched[count++] = at
          if (at < last) sorted = false
          last = at
        }
        const part = strength * to.count[p]!
        mass[at]! += part
        sum += part
      }
    }
    if (sum === 0) continue
    if (!sorted) {
      touched.length = count
      touched.sort((x, y) => x - y)
    }
    for (let k = 0; k < count; k++) {
      const at = touched[k]!
      row.push(at)
      share.push(mass[at]! / sum)
      mass[at] = 0
    }
    slot.push(s)
    best.push(Math.min(most, MOST))
    start.push(row.length)
  }
  for (let s = 0; s < to.types.length; s++) slots[to.types[s]!] = NONE
  return { places: from, others: to, slot, best, start, row, share }
}
