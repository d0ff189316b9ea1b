/**
 * Makes the beads of all pairs agree. Each third text is asked what it makes of a pair: its beads with the one and its
 * beads with the other, put together where they share rows. What most texts say is taken, the pair's own beads
 * counting for a little more. This is where a bead gets a hole (rows 4 and 6, because 5 was inserted in between) and
 * where a lone row is found to belong to a bead. A coarser statement (a third text that merges rows) opposes nothing.
 */
import type { Bead } from '../model.js'
import { inOrder } from '../text/beads.js'
import { disjointSets } from '../text/disjoint-sets.js'

interface Claim {
  readonly bead: Bead
  support: number
}

const OWN_VOICE = 1.5 // against 1 for each third text: a tie of one to one goes to the pair's own evidence

/** `beads[a][b]` for a < b, in order, one-sided ones of one row each; returns the same after hearing all thirds. */
export function agreed(beads: readonly (readonly (readonly Bead[])[])[], sizes: readonly number[]): Bead[][][] {
  const texts = sizes.length
  const both: (readonly Bead[])[][] = sizes.map((_, a) =>
    sizes.map((_, b) => (a < b ? beads[a]![b]! : a > b ? beads[b]![a]!.map(([x, y]): Bead => [y, x]) : [])),
  )
  return sizes.map((sizeA, a) =>
    sizes.map((sizeB, b) => {
      if (a >= b) return []
      const voices = [voiceOf(both[a]![b]!, true)]
      for (let c = 0; c < texts; c++) {
        if (c !== a && c !== b)
          voices.push(voiceOf(through(both[a]![c]!, both[c]![b]!, sizeA, sizes[c]!, sizeB), false))
      }
      return isUndisputed(voices) ? [...both[a]![b]!] : elect(voices, sizeA, sizeB)
    }),
  )
}

/** The beads of a and b as text c sees them: rows of a and b that hang together by beads with c. */
function through(ac: readonly Bead[], cb: readonly Bead[], sizeA: number, sizeC: number, sizeB: number): Bead[] {
  const size = sizeA + sizeC + sizeB
  const sets = disjointSets(size)
  const join = (bead: Bead, left: number, right: number) => {
    const members = [...bead[0].map(k => k + left), ...bead[1].map(k => k + right)]
    for (const member of members) sets.join(member, members[0]!)
  }
  for (const bead of ac) join(bead, 0, sizeA)
  for (const bead of cb) join(bead, sizeA, sizeA + sizeC)
  const groups = new Map<number, { a: number[]; c: number; b: number[] }>()
  for (let k = 0; k < size; k++) {
    const key = sets.root(k)
    const group = groups.get(key) ?? { a: [], c: 0, b: [] }
    groups.set(key, group)
    if (k < sizeA) group.a.push(k)
    else if (k < sizeA + sizeC) group.c++
    else group.b.push(k - sizeA - sizeC)
  }
  const out: Bead[] = []
  for (const { a, c, b } of groups.values()) {
    if (c === 0) continue // text c lacks these rows: it has no opinion
    if (a.length > 0 && b.length > 0) out.push([a, b])
    else for (const row of a) out.push([[row], []])
    if (a.length === 0) for (const row of b) out.push([[], [row]])
  }
  return out
}

/** A voice with the bead of each row, for looking up what it says of a bead's rows. */
interface Voice {
  readonly beads: readonly Bead[]
  readonly first: readonly (Bead | undefined)[]
  readonly second: readonly (Bead | undefined)[]
  readonly weight: number
}

function voiceOf(beads: readonly Bead[], own: boolean): Voice {
  const first: (Bead | undefined)[] = []
  const second: (Bead | undefined)[] = []
  for (const bead of beads) {
    for (const row of bead[0]) first[row] = bead
    for (const row of bead[1]) second[row] = bead
  }
  return { beads, first, second, weight: own ? OWN_VOICE : 1 }
}

/** Does every third text that has an opinion on a row say what the pair says itself? */
function isUndisputed([own, ...others]: readonly Voice[]): boolean {
  return others.every(({ beads }) =>
    beads.every(bead => {
      const mine = bead[0].length > 0 ? own!.first[bead[0][0]!] : own!.second[bead[1][0]!]
      return mine !== undefined && sameRows(bead[0], mine[0]) && sameRows(bead[1], mine[1])
    }),
  )
}

const sameRows = (x: readonly number[], y: readonly number[]) =>
  x.length === y.length && x.every((row, k) => row === y[k])

/** Takes the claims with most support over opposition, as long as their rows are free and no bead is crossed. */
function elect(voices: readonly Voice[], sizeA: number, sizeB: number): Bead[] {
  const claims = new Map<string, Claim>()
  for (const { beads, weight } of voices) {
    for (const bead of beads) {
      const key = `${bead[0].join()}|${bead[1].join()}`
      const claim = claims.get(key) ?? { bead, support: 0 }
      claim.support += weight
      claims.set(key, claim)
    }
  }
  const ranked = [...claims.values()].map(({ bead, support }) => ({ bead, score: support - opposition(bead, voices) }))
  ranked.sort((x, y) => y.score - x.score || size(x.bead) - size(y.bead) || place(x.bead) - place(y.bead))
  const partner = new Int32Array(sizeA).fill(FREE)
  const taken = new Int8Array(sizeB)
  const out: Bead[] = []
  for (const { bead } of ranked) {
    if (bead[0].some(row => partner[row] !== FREE) || bead[1].some(row => taken[row])) continue
    if (bead[0].length > 0 && bead[1].length > 0 && crosses(bead, partner)) continue
    for (const row of bead[0]) partner[row] = bead[1][0] ?? ALONE
    for (const row of bead[1]) taken[row] = 1
    out.push(bead)
  }
  for (const [row, found] of partner.entries()) if (found === FREE) out.push([[row], []])
  for (const [row, found] of taken.entries()) if (!found) out.push([[], [row]])
  return inOrder(out)
}

const FREE = -1
const ALONE = -2

const size = (bead: Bead) => bead[0].length + bead[1].length
const place = (bead: Bead) => (bead[0][0] ?? 0) + (bead[1][0] ?? 0)

/** The weight of the voices that say something else of the bead's rows, unless they only say it more coarsely. */
function opposition(bead: Bead, voices: readonly Voice[]): number {
  let sum = 0
  voices.forEach((voice, k) => {
    const others = [...bead[0].map(row => voice.first[row]), ...bead[1].map(row => voice.second[row])]
    // The pair's own beads are not coarse by accident: to them a finer bead is another bead.
    const agrees = (other: Bead) => covers(other, bead) && (k > 0 || size(other) === size(bead))
    if (others.some(other => other !== undefined && !agrees(other))) sum += voice.weight
  })
  return sum
}

const covers = (x: Bead, y: Bead) => y[0].every(row => x[0].includes(row)) && y[1].every(row => x[1].includes(row))

/** Would the bead cross one that is taken? Looks at the nearest taken rows before and after it. */
function crosses(bead: Bead, partner: Int32Array): boolean {
  const target = bead[1][0]!
  let before = bead[0][0]! - 1
  while (before >= 0 && partner[before]! < 0) before--
  let after = bead[0][0]! + 1
  while (after < partner.length && partner[after]! < 0) after++
  return (before >= 0 && partner[before]! > target) || (after < partner.length && partner[after]! < target)
}
