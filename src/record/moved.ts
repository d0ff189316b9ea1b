/**
 * Which units stand out of order. Two documents that tell the same in the same order have their units in the same order;
 * where they do not, the units outside the heaviest sequence that both share are the fewest that must have been moved.
 * A unit is moved in the document that parts with most of the others; of two documents alone nobody can say which, and
 * both are named. A release with very many versions is held against the first of them. O(documents x units x log units).
 */
import type { RecordUnit } from '../model.js'
import { votersOf } from '../releases/versions.js'

/** What is needed of a unit. */
type Ordered = Pick<RecordUnit, 'blocks'>

/**
 * For each unit the ids of the documents in which it is out of order, sorted. `order` gives the number of a block in
 * its document; of equally many units those with the shorter blocks are called moved, `length` being that of a block.
 */
export function movedIn(
  units: readonly Ordered[],
  documents: readonly string[],
  order: (block: string) => number,
  length: (block: string) => number,
): string[][] {
  const total = units.reduce((sum, { blocks }) => sum + sizeOf(blocks, length), 1)
  const weights = units.map(({ blocks }) => 1 + sizeOf(blocks, length) / total)
  const against = units.map(() => new Map<string, number>())
  const heard = new Set(votersOf(documents))
  const partners = units.map(({ blocks }) => Object.keys(blocks).filter(id => heard.has(id)))
  for (const a of documents) {
    for (const b of heard) {
      if (a === b || (heard.has(a) && a > b)) continue // each two once
      for (const unit of outOfOrder(units, a, b, order, weights)) {
        for (const id of heard.has(a) ? [a, b] : [a]) against[unit]!.set(id, (against[unit]!.get(id) ?? 0) + 1)
      }
    }
  }
  return against.map((counts, unit) =>
    documents.filter(id => counts.has(id) && 2 * counts.get(id)! > partners[unit]!.filter(own => own !== id).length),
  )
}

const sizeOf = (blocks: Ordered['blocks'], length: (block: string) => number) =>
  Object.values(blocks).reduce((sum, ids) => sum + ids.reduce((s, id) => s + length(id), 0), 0)

/** Units that both documents have and that are not in the heaviest sequence which is in order in both. */
function outOfOrder(
  units: readonly Ordered[],
  a: string,
  b: string,
  order: (block: string) => number,
  weights: readonly number[],
): number[] {
  const first = (unit: Ordered, id: string) => (Object.hasOwn(unit.blocks, id) ? order(unit.blocks[id]![0]!) : -1)
  const places = units
    .map((unit, index) => ({ index, a: first(unit, a), b: first(unit, b) }))
    .filter(place => place.a >= 0 && place.b >= 0)
    .sort((x, y) => x.a - y.a)
  if (places.every((place, i) => i === 0 || places[i - 1]!.b < place.b)) return []
  const kept = heaviestRise(
    places.map(place => place.b),
    places.map(place => weights[place.index]!),
  )
  return places.filter((_, i) => !kept.has(i)).map(place => place.index)
}

/** The numbers of the members of the heaviest rising subsequence; a Fenwick tree of best sums, O(n log n). */
function heaviestRise(values: readonly number[], weights: readonly number[]): Set<number> {
  const sorted = [...values].sort((x, y) => x - y)
  const rank = new Map(sorted.map((value, i) => [value, i + 1]))
  const tree = new Int32Array(values.length + 1).fill(-1)
  const sums = values.map(() => 0)
  const before = values.map(() => -1)
  const better = (x: number, y: number) => (y < 0 || (x >= 0 && sums[x]! > sums[y]!) ? x : y)
  let best = -1
  for (const [i, value] of values.entries()) {
    let last = -1
    for (let at = rank.get(value)! - 1; at > 0; at -= at & -at) last = better(tree[at]!, last)
    before[i] = last
    sums[i] = weights[i]! + (last < 0 ? 0 : sums[last]!)
    for (let at = rank.get(value)!; at < tree.length; at += at & -at) tree[at] = better(i, tree[at]!)
    best = better(i, best)
  }
  const kept = new Set<number>()
  for (let at = best; at >= 0; at = before[at]!) kept.add(at)
  return kept
}
