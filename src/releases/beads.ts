/**
 * Pairwise beads from n-way segments: paragraphs of two texts that share a segment belong to one bead, and so do
 * paragraphs that hang together by several segments. So an n-way unit loses no pairwise bead: where German merges two
 * paragraphs that Danish and Dutch keep apart, two segments share the German paragraph, and Danish and Dutch are 1-1.
 */
import type { Bead, Segment } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'

/**
 * The beads of texts `a` and `b`, of `lengthA` and `lengthB` paragraphs, by the segments of an alignment or a record.
 * In reading order; a paragraph that no segment joins to the other text is a one-sided bead of its own (`[[4], []]`).
 */
export function beadsOf(segments: Iterable<Segment>, a: string, b: string, lengthA: number, lengthB: number): Bead[] {
  const { root, join } = disjointSets(lengthA + lengthB)
  for (const segment of segments) {
    const left = Object.hasOwn(segment, a) ? segment[a]! : []
    const right = Object.hasOwn(segment, b) ? segment[b]! : []
    if (left.length === 0 || right.length === 0) continue
    const hub = root(left[0]!.paragraph)
    for (const part of left) join(part.paragraph, hub)
    for (const part of right) join(lengthA + part.paragraph, hub)
  }
  const groups = new Map<number, [number[], number[]]>()
  for (let k = 0; k < lengthA + lengthB; k++) {
    const key = root(k)
    const group = groups.get(key) ?? [[], []]
    groups.set(key, group)
    if (k < lengthA) group[0].push(k)
    else group[1].push(k - lengthA)
  }
  return inOrder([...groups.values()])
}

/** Beads by the first row of the first text; a lone row of the second stands before the bead with the next row. */
export function inOrder(beads: readonly Bead[]): Bead[] {
  const left = beads.filter(bead => bead[0].length > 0).sort((x, y) => x[0][0]! - y[0][0]!)
  const right = beads.filter(bead => bead[0].length === 0).sort((x, y) => x[1][0]! - y[1][0]!)
  const out: Bead[] = []
  let at = 0
  for (const bead of left) {
    while (bead[1].length > 0 && at < right.length && right[at]![1][0]! < bead[1][0]!) out.push(right[at++]!)
    out.push(bead)
  }
  return out.concat(right.slice(at))
}
