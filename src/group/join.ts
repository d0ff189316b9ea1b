/**
 * Joins documents into groups along the likeliest pairs, best first. Two groups join only if their documents are alike
 * on average and no language would be there twice, unless as a version of the same text.
 *
 * Somebody may have said which documents are one release, and which are not. Grouping by content heeds it while it joins, so
 * that what is kept apart may go elsewhere; groups that were given by names, folders or a list are joined and divided
 * afterwards (`heeded`).
 */
import type { AloneReason, ReleaseConstraints } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'
import { groupBy } from '../structures/lists.js'

/**
 * Mean likeness that joins two documents, and two groups with more pairs between them: chance seldom strikes twice.
 * Of news in six languages, and of parts of it in two or three, these join nearly all true pairs; the false ones above
 * them are texts on one event, which cohesion and the rule of one document per language keep apart.
 */
export const JOIN = 0.27
const JOIN_MANY = 0.17
const MOST_ASKED = 24 // documents of a group: more are versions, alike in themselves
const COHESION = 0.65 // two groups, each alike in itself, are less alike than this across: two texts on one event

/** A pair that may join, by the numbers of its documents. */
export interface Edge {
  readonly x: number
  readonly y: number
  readonly value: number
}

/** What joining asks of documents. `together` and `areApart` are what somebody said of them. */
export interface Relations {
  /** Symmetric; 0 for two texts of one language that are no versions. */
  alike(x: number, y: number): number
  isSameLanguage(x: number, y: number): boolean
  readonly together?: (x: number) => readonly number[] | undefined
  readonly areApart?: (g: readonly number[], h: readonly number[]) => boolean
}

/** Why two groups are not one, as far as their members tell. */
export type Refusal = Exclude<AloneReason, 'other-figures'>

/**
 * Groups of the documents that the edges name, each sorted. Edges are sorted here: by value, then by number. A group of many
 * versions is asked for some of them only, so that the work grows with the edges.
 */
export function joined(members: readonly number[], edges: readonly Edge[], relations: Relations): number[][] {
  const groupOf = startingGroups(members, relations)
  const sorted = [...edges].sort((e, f) => f.value - e.value || e.x - f.x || e.y - f.y)
  for (const { x, y } of sorted) {
    const [g, h] = [groupOf.get(x)!, groupOf.get(y)!]
    if (g === h || refusal(someOf(g, x), someOf(h, y), relations) !== null || relations.areApart?.(g, h)) continue
    const [small, large] = g.length < h.length ? [g, h] : [h, g]
    for (const member of small) {
      large.push(member)
      groupOf.set(member, large)
    }
  }
  return [...new Set(groupOf.values())].map(group => group.sort((p, q) => p - q))
}

/** Each document alone, or with those that it must be with. */
function startingGroups(members: readonly number[], { together }: Relations): Map<number, number[]> {
  const groupOf = new Map<number, number[]>()
  for (const k of members) {
    if (groupOf.has(k)) continue
    const group = [...(together?.(k) ?? [k])]
    for (const member of group) groupOf.set(member, group)
  }
  return groupOf
}

/** All of a group, or where it is large one of them and others that are spread over it. */
function someOf(group: readonly number[], one: number): readonly number[] {
  if (group.length <= MOST_ASKED) return group
  const spread = Array.from({ length: MOST_ASKED - 1 }, (_, k) => group[Math.floor((k * group.length) / MOST_ASKED)]!)
  return [one, ...spread.filter(k => k !== one)]
}

/** Why two groups are not one; null where they may be. */
export function refusal(g: readonly number[], h: readonly number[], relations: Relations): Refusal | null {
  if (relations.areApart?.(g, h)) return 'decided'
  if (!languagesAllow(g, h, relations)) return 'language-taken'
  let [sum, count] = [0, 0]
  for (const x of g) {
    for (const y of h) {
      const value = relations.alike(x, y)
      if (value === 0 && relations.isSameLanguage(x, y)) continue
      sum += value
      count++
    }
  }
  if (sum / count < (count > 1 ? JOIN_MANY : JOIN)) return 'too-little-shared'
  const least = COHESION * Math.min(cohesion(g, relations), cohesion(h, relations))
  return sum / count < least ? 'less-alike-than-the-others' : null
}

/** Every document of a language that both have is a version of one of the other group. */
function languagesAllow(g: readonly number[], h: readonly number[], { alike, isSameLanguage }: Relations): boolean {
  const isAllowed = (x: number, others: readonly number[]) => {
    const same = others.filter(y => isSameLanguage(x, y))
    return same.length === 0 || same.some(y => alike(x, y) > 0)
  }
  return g.every(x => isAllowed(x, h)) && h.every(y => isAllowed(y, g))
}

/** Mean likeness inside a group; 0 for a single document, which has none to go by. */
function cohesion(g: readonly number[], { alike }: Relations): number {
  let [sum, count] = [0, 0]
  g.forEach((x, k) => {
    for (const y of g.slice(k + 1)) {
      sum += alike(x, y)
      count++
    }
  })
  return count === 0 ? 0 : sum / count
}

/** Constraints as grouping asks for them. */
interface Constraints {
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

/** Groups that somebody gave, with what was decided since: those that must be one are, and none holds what is apart. */
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
