/**
 * What somebody said of documents: which are one release, and which are not. Grouping by content heeds it while it joins
 * (`join.ts`), so that what is kept apart may go elsewhere; groups that were told by names, folders or a list are joined and
 * divided afterwards.
 */

import type { ReleaseConstraints } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'
import { groupBy } from '../structures/lists.js'

/** Constraints as grouping asks for them. */
export interface Constraints {
  /** Sets of documents that are one; no document is in two. */
  readonly sets: readonly (readonly number[])[]
  together(k: number): readonly number[] | undefined
  areApart(g: readonly number[], h: readonly number[]): boolean
}

/** The constraints for so many documents. `numberOf` gives the number of a document that goes by another one here. */
export function constraintsFor(
  { together, apart }: ReleaseConstraints,
  count: number,
  numberOf = (k: number) => k,
): Constraints {
  const joined = disjointSets(count)
  for (const group of together) for (const k of group) joined.join(numberOf(k), numberOf(group[0]!))
  const byRoot = groupBy(new Set(together.flat().map(numberOf)), joined.root)
  /** For each document the splits that name it, and the part that it is in. */
  const partOf = new Map<number, Map<number, number>>()
  for (const [split, parts] of apart.entries()) {
    for (const [part, members] of parts.entries()) {
      for (const k of members.map(numberOf)) {
        const own = partOf.get(k)
        if (own) own.set(split, part)
        else partOf.set(k, new Map([[split, part]]))
      }
    }
  }
  const partsOf = (group: readonly number[]) => group.flatMap(k => [...(partOf.get(k) ?? [])])
  return {
    sets: [...byRoot.values()],
    together: k => byRoot.get(joined.root(k)),
    areApart(g, h) {
      if (partOf.size === 0) return false
      const there = new Map(partsOf(g))
      return partsOf(h).some(([split, part]) => (there.get(split) ?? part) !== part)
    },
  }
}

/** Groups that somebody told, with what was decided since: those that must be one are, and none holds what is apart. */
export function heeded(groups: readonly (readonly number[])[], constraints: Constraints): number[][] {
  const groupOf = new Map(groups.flatMap(group => group.map(k => [k, group] as const)))
  const done = new Set<readonly number[]>()
  return groups.flatMap(group => {
    if (done.has(group)) return []
    const all = [group]
    done.add(group)
    for (const own of all) {
      for (const k of own) {
        for (const other of (constraints.together(k) ?? []).map(one => groupOf.get(one)!)) {
          if (done.has(other)) continue
          done.add(other)
          all.push(other)
        }
      }
    }
    return divided(all.flat(), constraints)
  })
}

/** The first group of a document that it is not apart from takes it, with those that it must be with. */
function divided(members: readonly number[], constraints: Constraints): number[][] {
  const out: number[][] = []
  const taken = new Set<number>()
  for (const k of members) {
    if (taken.has(k)) continue
    const own = constraints.together(k) ?? [k]
    for (const member of own) taken.add(member)
    const place = out.find(group => !constraints.areApart(group, own))
    if (place) place.push(...own)
    else out.push([...own])
  }
  return out
}
