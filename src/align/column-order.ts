/**
 * From beads of sentences to columns: what beads join is a set, sets that cross or lie inside one another become one, and
 * the rest is put into an order that is that of every text.
 */
import type { Bead } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'

/** For each text the first atom and the one after the last; null where the column has none. */
export type Column = readonly (readonly [from: number, to: number] | null)[]

/** For each atom of each text the set that beads join it to; null where beads of different texts say different things. */
export function setsOf(
  beads: readonly (readonly (readonly Bead[])[])[],
  sizes: readonly number[],
  anyhow = false,
): number[][] | null {
  const starts = sizes.map((_, text) => sizes.slice(0, text).reduce((sum, size) => sum + size, 0))
  const sets = disjointSets(sizes.reduce((sum, size) => sum + size, 0))
  let count = 0
  for (const [a, row] of beads.entries()) {
    for (const [b, list] of row.entries()) {
      for (const [left, right] of list) {
        if (left.length === 0 || right.length === 0) continue
        if (left.length + right.length > 2 && !anyhow) return null
        count++
        for (const i of left) sets.join(starts[a]! + i, starts[a]! + left[0]!)
        for (const j of right) sets.join(starts[b]! + j, starts[a]! + left[0]!)
      }
    }
  }
  const out = sizes.map((size, text) => Array.from({ length: size }, (_, k) => sets.root(starts[text]! + k)))
  return anyhow || count === pairsIn(out) ? out : null
}

/** How many beads there are if each two atoms of a set make one; -1 where a set holds two atoms of a text. */
function pairsIn(sets: readonly (readonly number[])[]): number {
  const texts = new Map<number, number>()
  for (const list of sets) {
    if (new Set(list).size < list.length) return -1
    for (const set of list) texts.set(set, (texts.get(set) ?? 0) + 1)
  }
  let pairs = 0
  for (const count of texts.values()) pairs += (count * (count - 1)) / 2
  return pairs
}

/** Columns from the set that each atom belongs to; sets that cross or lie inside one another become one. */
export function inOrder(given: readonly (readonly number[])[]): Column[] {
  const sets = given.map(list => [...list])
  const next = sets.map(() => 0)
  const out: Column[] = []
  for (;;) {
    const heads = [...new Set(sets.flatMap((list, text) => (next[text]! < list.length ? [list[next[text]!]!] : [])))]
    if (heads.length === 0) return out
    const ready = heads.filter(head => sets.every((list, text) => runOf(list, next[text]!, head) !== null))
    if (ready.length === 0) {
      joinBefore(sets, next, first(heads, sets))
      continue
    }
    const head = first(ready, sets)
    out.push(
      sets.map((list, text) => {
        const length = runOf(list, next[text]!, head)!
        next[text]! += length
        return length === 0 ? null : [next[text]! - length, next[text]!]
      }),
    )
  }
}

/** How many atoms from `from` belong to the set, if none of it stands behind them; null where one does. */
function runOf(list: readonly number[], from: number, set: number): number | null {
  let end = from
  while (end < list.length && list[end] === set) end++
  return list.indexOf(set, end) < 0 ? end - from : null
}

/** All that stands before the last of the set belongs to it. */
function joinBefore(sets: readonly number[][], next: readonly number[], set: number): void {
  const absorbed = new Set([set])
  sets.forEach((list, text) => {
    const last = list.lastIndexOf(set)
    for (let k = next[text]!; k <= last; k++) absorbed.add(list[k]!)
  })
  for (const list of sets) for (const [k, id] of list.entries()) if (absorbed.has(id)) list[k] = set
}

/** The set that stands first in the mean of its texts. */
function first(candidates: readonly number[], sets: readonly (readonly number[])[]): number {
  let [best, least] = [candidates[0]!, Number.POSITIVE_INFINITY]
  for (const set of candidates) {
    let [sum, count] = [0, 0]
    for (const list of sets) {
      const at = list.indexOf(set)
      if (at < 0) continue
      sum += (at + 0.5) / list.length
      count++
    }
    if (sum / count < least) [best, least] = [set, sum / count]
  }
  return best
}
