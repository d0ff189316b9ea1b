/**
 * From pairwise beads to units. A unit is what hangs together over all texts. Inside, a segment is a largest set of
 * rows, one of each text, that are linked two by two (a maximal clique, found by Bron and Kerbosch's method): every
 * link is in some segment and no segment joins rows that are not linked, so the beads can be had back from the
 * segments exactly. A row in several segments is a paragraph that other texts have in several pieces.
 */
import type { Bead } from '../model.js'
import { type Position, readingOrder } from './order.js'

/** Row number in each text, -1 where the text has no part in it. */
export type Clique = readonly number[]

/** `rows[text]`: rows of the unit; `cliques` in reading order. */
export interface Unit {
  readonly rows: readonly (readonly number[])[]
  readonly cliques: readonly Clique[]
}

/** Units in reading order; `beads[a][b]` for a < b. Rows without any link are in no unit. */
export function unitsOf(beads: readonly (readonly (readonly Bead[])[])[], sizes: readonly number[]): Unit[] {
  const starts = sizes.map((_, text) => sizes.slice(0, text).reduce((sum, size) => sum + size, 0))
  const links = linksOf(beads, sizes, starts)
  const textOf = Int32Array.from(sizes.flatMap((size, text) => new Array<number>(size).fill(text)))
  const seen = new Int8Array(textOf.length)
  const found: { rows: number[][]; cliques: Clique[] }[] = []
  for (let node = 0; node < textOf.length; node++) {
    if (seen[node] || links[node]!.size === 0) continue
    const members = reach(node, links, seen)
    const rows: number[][] = sizes.map(() => [])
    for (const member of members) rows[textOf[member]!]!.push(member - starts[textOf[member]!]!)
    const cliques = cliquesOf(members, links).map(clique => {
      const row = sizes.map(() => -1)
      for (const member of clique) row[textOf[member]!] = member - starts[textOf[member]!]!
      return row
    })
    found.push({ rows, cliques: readingOrder(cliques, sizes).map(k => cliques[k]!) })
  }
  const positions: Position[] = found.map(unit => unit.rows.map(rows => rows[0] ?? -1))
  return readingOrder(positions, sizes).map(k => found[k]!)
}

/** Links between rows (nodes are numbered through all texts), as few as keep each bead together. */
function linksOf(
  beads: readonly (readonly (readonly Bead[])[])[],
  sizes: readonly number[],
  starts: readonly number[],
): Set<number>[] {
  const links: Set<number>[] = sizes.flatMap(size => Array.from({ length: size }, () => new Set<number>()))
  const wide: [number, number, Bead][] = []
  const link = (x: number, y: number) => {
    links[x]!.add(y)
    links[y]!.add(x)
  }
  sizes.forEach((_, a) => {
    for (let b = a + 1; b < sizes.length; b++) {
      for (const bead of beads[a]![b]!) {
        if (bead[0].length > 1 && bead[1].length > 1) wide.push([a, b, bead])
        else for (const i of bead[0]) for (const j of bead[1]) link(starts[a]! + i, starts[b]! + j)
      }
    }
  })
  if (wide.length === 0) return links
  const narrow = links.map(row => new Set(row))
  for (const [a, b, bead] of wide) {
    for (const [i, j] of stairs(bead, (i, j) => shared(narrow, starts[a]! + i, starts[b]! + j)))
      link(starts[a]! + i, starts[b]! + j)
  }
  return links
}

const shared = (links: readonly ReadonlySet<number>[], x: number, y: number) => {
  let count = 0
  for (const via of links[x]!) if (links[y]!.has(via)) count++
  return count
}

/** A way from the first two rows of a bead to its last two, one step at a time, where third texts share most. */
function stairs(bead: Bead, support: (i: number, j: number) => number): [number, number][] {
  const [left, right] = bead
  const out: [number, number][] = [[left[0]!, right[0]!]]
  for (let [p, q] = [0, 0]; p < left.length - 1 || q < right.length - 1; ) {
    const down = p < left.length - 1 ? support(left[p + 1]!, right[q]!) + (left.length - p) / left.length : -1
    const across = q < right.length - 1 ? support(left[p]!, right[q + 1]!) + (right.length - q) / right.length : -1
    if (down >= across) p++
    else q++
    out.push([left[p]!, right[q]!])
  }
  return out
}

function reach(start: number, links: readonly ReadonlySet<number>[], seen: Int8Array): number[] {
  const members = [start]
  seen[start] = 1
  for (let at = 0; at < members.length; at++) {
    for (const next of links[members[at]!]!) {
      if (seen[next]) continue
      seen[next] = 1
      members.push(next)
    }
  }
  return members.sort((x, y) => x - y)
}

/** All maximal cliques among the members, with a pivot so that dense units stay cheap. */
function cliquesOf(members: readonly number[], links: readonly ReadonlySet<number>[]): number[][] {
  if (members.every(member => links[member]!.size === members.length - 1)) return [[...members]]
  const out: number[][] = []
  const grow = (clique: number[], open: number[], closed: number[]) => {
    if (open.length === 0 && closed.length === 0) {
      out.push(clique)
      return
    }
    let pivot = -1
    let most = -1
    for (const node of [...open, ...closed]) {
      const count = open.reduce((sum, other) => sum + (links[node]!.has(other) ? 1 : 0), 0)
      if (count > most) [pivot, most] = [node, count]
    }
    let left = open
    for (const node of open.filter(other => !links[pivot]!.has(other))) {
      const near = (other: number) => links[node]!.has(other)
      grow([...clique, node], left.filter(near), closed.filter(near))
      left = left.filter(other => other !== node)
      closed = [...closed, node]
    }
  }
  for (const node of members) {
    const near = [...links[node]!].sort((x, y) => x - y)
    grow(
      [node],
      near.filter(other => other > node),
      near.filter(other => other < node),
    )
  }
  return out
}
