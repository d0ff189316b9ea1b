/**
 * Makes the beads of all pairs agree. Each third text is asked what it makes of a pair: its beads with the one and its
 * beads with the other, put together where they share rows. What most texts say is taken, the pair's own beads
 * counting for a little more. This is where a bead gets a hole (rows 4 and 6, because 5 was inserted in between) and
 * where a lone row is found to belong to a bead. A coarser statement (a third text that merges rows) opposes nothing.
 */
import type { Bead } from '../model.js'
import { inOrder } from './beads.js'

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
      const voices: (readonly Bead[])[] = [both[a]![b]!]
      for (let c = 0; c < texts; c++) {
        if (c !== a && c !== b) voices.push(through(both[a]![c]!, both[c]![b]!, sizeA, sizes[c]!, sizeB))
      }
      return voices.length === 1 ? [...voices[0]!] : elect(voices, sizeA, sizeB)
    }),
  )
}

/** The beads of a and b as text c sees them: rows of a and b that hang together by beads with c. */
function through(ac: readonly Bead[], cb: readonly Bead[], sizeA: number, sizeC: number, sizeB: number): Bead[] {
  const parent = Int32Array.from({ length: sizeA + sizeC + sizeB }, (_, k) => k)
  const root = (k: number): number => {
    let at = k
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const join = (bead: Bead, left: number, right: number) => {
    const members = [...bead[0].map(k => k + left), ...bead[1].map(k => k + right)]
    for (const member of members) parent[root(member)] = root(members[0]!)
  }
  for (const bead of ac) join(bead, 0, sizeA)
  for (const bead of cb) join(bead, sizeA, sizeA + sizeC)
  const groups = new Map<number, { a: number[]; c: number; b: number[] }>()
  for (let k = 0; k < parent.length; k++) {
    const key = root(k)
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

/** Takes the claims with most support over opposition, as long as their rows are free and no bead is crossed. */
function elect(voices: readonly (readonly Bead[])[], sizeA: number, sizeB: number): Bead[] {
  const claims = new Map<string, Claim>()
  voices.forEach((beads, voice) => {
    for (const bead of beads) {
      const key = `${bead[0].join()}|${bead[1].join()}`
      const claim = claims.get(key) ?? { bead, support: 0 }
      claim.support += voice === 0 ? OWN_VOICE : 1
      claims.set(key, claim)
    }
  })
  const ranked = [...claims.values()].map(claim => ({ ...claim, score: claim.support - opposition(claim.bead, voices) }))
  ranked.sort((x, y) => y.score - x.score || x.bead[0].length + x.bead[1].length - y.bead[0].length - y.bead[1].length || first(x.bead) - first(y.bead))
  const [takenA, takenB] = [new Int8Array(sizeA), new Int8Array(sizeB)]
  const out: Bead[] = []
  for (const { bead } of ranked) {
    if (bead[0].some(row => takenA[row]) || bead[1].some(row => takenB[row])) continue
    if (bead[0].length > 0 && bead[1].length > 0 && out.some(other => crosses(bead, other))) continue
    for (const row of bead[0]) takenA[row] = 1
    for (const row of bead[1]) takenB[row] = 1
    out.push(bead)
  }
  takenA.forEach((taken, row) => taken || out.push([[row], []]))
  takenB.forEach((taken, row) => taken || out.push([[], [row]]))
  return inOrder(out)
}

const first = (bead: Bead) => (bead[0][0] ?? 0) + (bead[1][0] ?? 0)

function opposition(bead: Bead, voices: readonly (readonly Bead[])[]): number {
  let sum = 0
  voices.forEach((beads, voice) => {
    const against = beads.some(other => overlap(bead, other) && (voice === 0 ? !same(bead, other) : !covers(other, bead)))
    if (against) sum += voice === 0 ? OWN_VOICE : 1
  })
  return sum
}

const overlap = (x: Bead, y: Bead) => x[0].some(row => y[0].includes(row)) || x[1].some(row => y[1].includes(row))
const covers = (x: Bead, y: Bead) => y[0].every(row => x[0].includes(row)) && y[1].every(row => x[1].includes(row))
const same = (x: Bead, y: Bead) => covers(x, y) && covers(y, x)

function crosses(x: Bead, y: Bead): boolean {
  if (y[0].length === 0 || y[1].length === 0) return false
  const before = x[0][0]! < y[0][0]!
  return before !== x[1][0]! < y[1][0]!
}
