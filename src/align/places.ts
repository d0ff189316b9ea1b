/**
 * Where the types of two texts stand, and where the links of a type lead: what the lexical evidence is counted on.
 */
import type { Row, TypeKind } from './vocabulary.js'

/** A row that a type stands in, and how often. */
export interface Place {
  readonly row: number
  readonly count: number
}

/** For each type that stands in the rows, where. */
export type Places = ReadonlyMap<number, readonly Place[]>

/** Finds the places of all types in the rows. */
export function placesOf(rows: readonly Row[]): Places {
  const places = new Map<number, Place[]>()
  rows.forEach((row, at) => {
    row.types.forEach((type, k) => {
      const list = places.get(type)
      if (list) list.push({ row: at, count: row.counts[k]! })
      else places.set(type, [{ row: at, count: row.counts[k]! }])
    })
  })
  return places
}

/** One text's view of another: rows and places of both, links from its types, the kinds of its types. */
export interface View {
  readonly from: readonly Row[]
  readonly to: readonly Row[]
  readonly placesFrom: Places
  readonly placesTo: Places
  readonly links: readonly ReadonlyMap<number, number>[]
  readonly kinds: readonly TypeKind[]
}

/** Puts the mass of a type's links on the rows of the other text; the caller clears it again. */
export function spread(linked: ReadonlyMap<number, number>, places: Places, mass: Float64Array) {
  let [best, sum] = [0, 0]
  const touched: number[] = []
  for (const [other, strength] of linked) {
    for (const place of places.get(other) ?? []) {
      if (mass[place.row] === 0) touched.push(place.row)
      mass[place.row]! += strength * place.count
      sum += strength * place.count
      if (strength > best) best = strength
    }
  }
  return { best, touched: touched.sort((x, y) => x - y), sum }
}
