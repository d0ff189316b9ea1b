/**
 * Makes the beads of all pairs agree. Each third text is asked what it makes of a pair: its beads with the one and its
 * beads with the other, put together where they share rows. What most texts say is taken, the pair's own beads
 * counting for a little more. This is where a bead gets a hole (rows 4 and 6, because 5 was inserted in between) and
 * where a lone row is found to belong to a bead. A coarser statement (a third text that merges rows) opposes nothing.
 */
import type { Bead } from '../model.js'
import { inOrder } from '../releases/beads.js'
import { disjointSets } from '../structures/disjoint-sets.js'

interface Claim {
  readonly bead: Bead
  support: number
}

/**
 * Against 1 for each third text: a tie of one to one goes to the pair's own evidence, and two thirds alone do not outvote
 * it. At 1.5 the kinds of `npm run eval -- DIR alignment` lose .0006 in the mean on the half
 * that was tuned on, .0012 on the other.
 */
const OWN_VOICE = 2.1

/** `beads[a][b]` for a < b, in order, one-sided ones of one row each; returns the same after the vote of all thirds. */
export function agreed(beads: readonly (readonly (readonly Bead[])[])[], sizes: readonly number[]): Bead[][][] {
  const both: (Voice | undefined)[][] = sizes.map(() => [])
  sizes.forEach((sizeA, a) => {
    for (let b = a + 1; b < sizes.length; b++) {
      const there = voiceOf(beads[a]![b]!, sizeA, sizes[b]!)
      both[a]![b] = there
      both[b]![a] = { beads: there.beads.map(([x, y]) => [y, x]), first: there.second, second: there.first }
    }
  })
  return sizes.map((sizeA, a) =>
    sizes.map((sizeB, b) => {
      if (a >= b) return []
      const own = both[a]![b]!
      const thirds = sizes.flatMap((_, c) => (c === a || c === b ? [] : [[both[a]![c]!, both[c]![b]!] as const]))
      if (thirds.every(([ac, cb]) => own.beads.every(bead => isWitnessed(bead, ac, cb)))) return [...own.beads]
      const others = thirds.map(([ac, cb]) => voiceOf(through(ac, cb), sizeA, sizeB))
      return elect(own, others, sizeA, sizeB)
    }),
  )
}

/** Beads, and for each row of both texts the number of its bead, or `NONE` where nothing is said of the row. */
interface Voice {
  readonly beads: readonly Bead[]
  readonly first: Int32Array
  readonly second: Int32Array
}

const NONE = -1

function voiceOf(beads: readonly Bead[], sizeA: number, sizeB: number): Voice {
  const [first, second] = [new Int32Array(sizeA).fill(NONE), new Int32Array(sizeB).fill(NONE)]
  for (let at = 0; at < beads.length; at++) {
    const [left, right] = beads[at]!
    for (let k = 0; k < left.length; k++) first[left[k]!] = at
    for (let k = 0; k < right.length; k++) second[right[k]!] = at
  }
  return { beads, first, second }
}

/** Does text c plainly say the same of a bead: one to one by way of one row, or nothing of either row? */
function isWitnessed([left, right]: Bead, ac: Voice, cb: Voice): boolean {
  if (left.length > 1 || right.length > 1) return false
  const via = left.length > 0 ? ac.beads[ac.first[left[0]!]!]! : undefined
  const back = right.length > 0 ? cb.beads[cb.second[right[0]!]!]! : undefined
  const [there, here] = [via?.[1] ?? [], back?.[0] ?? []]
  if (there.length === 0 && here.length === 0) return true
  return there.length === 1 && here.length === 1 && there[0] === here[0] && via![0].length + back![1].length === 2
}

/** The beads of a and b as text c sees them: rows of a and b that hang together by beads with c; of others nothing. */
function through(ac: Voice, cb: Voice): Bead[] {
  const sets = disjointSets(ac.beads.length + cb.beads.length)
  for (let row = 0; row < ac.second.length; row++) sets.join(ac.second[row]!, ac.beads.length + cb.first[row]!)
  const groups: (readonly [number[], number[]] | undefined)[] = []
  const groupOf = (bead: number) => {
    const root = sets.root(bead)
    groups[root] ??= [[], []]
    return groups[root]
  }
  ac.beads.forEach(([left, via], k) => {
    if (via.length > 0) groupOf(k)[0].push(...left)
  })
  cb.beads.forEach(([via, right], k) => {
    if (via.length > 0) groupOf(ac.beads.length + k)[1].push(...right)
  })
  return groups.flatMap((group): Bead[] => {
    if (!group) return []
    const [left, right] = group
    if (left.length > 0 && right.length > 0) return [[left, right]]
    return [...left.map((row): Bead => [[row], []]), ...right.map((row): Bead => [[], [row]])]
  })
}

/** The pair's own beads where no third text says otherwise; elsewhere the claims with most support over opposition. */
function elect(own: Voice, others: readonly Voice[], sizeA: number, sizeB: number): Bead[] {
  const out = own.beads.filter(bead => others.every(other => agrees(other, bead)))
  if (out.length === own.beads.length) return out
  const partner = new Int32Array(sizeA).fill(FREE)
  const taken = new Int8Array(sizeB)
  const take = (bead: Bead) => {
    for (const row of bead[0]) partner[row] = bead[1][0] ?? ALONE
    for (const row of bead[1]) taken[row] = 1
  }
  const isFree = (bead: Bead) => bead[0].every(row => partner[row] === FREE) && bead[1].every(row => !taken[row])
  for (const bead of out) take(bead)
  for (const bead of ranked(own, others, isFree)) {
    if (!isFree(bead) || (bead[0].length > 0 && bead[1].length > 0 && crosses(bead, partner))) continue
    take(bead)
    out.push(bead)
  }
  for (const [row, found] of partner.entries()) if (found === FREE) out.push([[row], []])
  for (const [row, found] of taken.entries()) if (!found) out.push([[], [row]])
  return inOrder(out)
}

/** Does a voice say just this of the bead's rows, as far as it says anything of them? */
function agrees({ beads, first, second }: Voice, bead: Bead): boolean {
  const same = (at: number) => at === NONE || sameBead(beads[at]!, bead)
  return bead[0].every(row => same(first[row]!)) && bead[1].every(row => same(second[row]!))
}

const sameBead = (x: Bead, y: Bead) => sameRows(x[0], y[0]) && sameRows(x[1], y[1])

const sameRows = (x: readonly number[], y: readonly number[]) =>
  x.length === y.length && x.every((row, k) => row === y[k])

/** What is claimed of free rows, by support less opposition; the smaller claim of equals comes first. */
function ranked(own: Voice, others: readonly Voice[], isFree: (bead: Bead) => boolean): Bead[] {
  const claims = new Map<string, Claim>()
  const count = (beads: readonly Bead[], weight: number) => {
    for (const bead of beads) {
      if (!isFree(bead)) continue
      const key = `${bead[0].join()}|${bead[1].join()}`
      const claim = claims.get(key) ?? { bead, support: 0 }
      claim.support += weight
      claims.set(key, claim)
    }
  }
  count(own.beads, OWN_VOICE)
  for (const { beads } of others) count(beads, 1)
  const scored = [...claims.values()].map(({ bead, support }) => ({
    bead,
    score: support - opposition(bead, own, others),
  }))
  scored.sort((x, y) => y.score - x.score || size(x.bead) - size(y.bead) || place(x.bead) - place(y.bead))
  return scored.map(({ bead }) => bead)
}

const FREE = -1
const ALONE = -2

const size = (bead: Bead) => bead[0].length + bead[1].length
const place = (bead: Bead) => (bead[0][0] ?? 0) + (bead[1][0] ?? 0)

/** The weight of the voices that say something else of the bead's rows, unless they only say it more coarsely. */
function opposition(bead: Bead, own: Voice, others: readonly Voice[]): number {
  // The pair's own beads are not coarse by accident: to them a finer bead is another bead.
  let sum = opposes(own, bead, other => covers(other, bead) && size(other) === size(bead)) ? OWN_VOICE : 0
  for (const voice of others) if (opposes(voice, bead, other => covers(other, bead))) sum++
  return sum
}

function opposes({ beads, first, second }: Voice, bead: Bead, fits: (other: Bead) => boolean): boolean {
  const against = (at: number) => at !== NONE && !fits(beads[at]!)
  return bead[0].some(row => against(first[row]!)) || bead[1].some(row => against(second[row]!))
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
