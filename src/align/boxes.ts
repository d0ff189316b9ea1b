/**
 * Sentences of some paragraphs of one text against those of their partner in another: a small table, weighed as whole
 * texts are (`scores.ts`), but with what the box itself holds as background: a word that leads into one sentence of the
 * box only says more than one that leads into all. Gives how probable it is that spans start and end together.
 */
import { overLinks, type PairLinks } from './links.js'
import type { Row } from './vocabulary.js'

/** A sentence, or a smaller piece; `begins` where its paragraph begins. */
export interface Atom {
  readonly row: Row
  readonly begins: boolean
}

/** Atoms i to i + w - 1 start and end together with atoms j to j + v - 1, with probability q. */
export interface Match {
  readonly i: number
  readonly w: number
  readonly j: number
  readonly v: number
  readonly q: number
}

export interface BoxBelief {
  readonly matches: readonly Match[]
  /** Probability that an atom of the first (second) text has no partner. */
  readonly alone: readonly [Float64Array, Float64Array]
}

/** Atoms on a side of a bead at most. */
export const WIDEST = 3
/** Log priors of beads by shape, and of an atom alone: inside partners few sentences are left out. */
const PRIOR: readonly (readonly number[])[] = [
  [Math.log(0.8), Math.log(0.04), Math.log(0.006)],
  [Math.log(0.04), Math.log(0.005), Math.log(0.001)],
  [Math.log(0.006), Math.log(0.001), Number.NEGATIVE_INFINITY],
]
const NOTHING = Math.log(0.04)
const ONE_BEGINS = -1.5 // a bead at whose start only one side begins a paragraph
const CROSSES = -1.5 // a bead with two paragraphs of a side in it
const MAX_RATIO = 30 // as for paragraphs
const SURE = 0.97
export const BASE_VARIANCE = 0.14 ** 2
export const SHORT_VARIANCE = 1.4
const OUTLIER = 0.03
const BACKGROUND = 0.5 // density of the log lengths of sentences, about
const MIN_Q = 0.005

/** Tables of a box by span widths: evidence of each atom of one side for each span of the other. */
type Evidence = readonly Float64Array[]

/** What is believed of a box; `mean` is the log of the ratio of the lengths of the whole texts. */
export function weighBox(a: readonly Atom[], b: readonly Atom[], links: PairLinks, mean: number): BoxBelief {
  return posteriors(beadScores(a, b, links, mean), a.length, b.length)
}

/** Log scores of all beads of a box: `[(w - 1) * WIDEST + v - 1][i * atoms of b + j]` is that of w atoms and v atoms. */
export function beadScores(a: readonly Atom[], b: readonly Atom[], links: PairLinks, mean: number): Float64Array[] {
  const [n, m] = [a.length, b.length]
  const there = evidenceOf(a, b, links.there, (i, j) => i * m + j)
  const back = evidenceOf(b, a, links.back, (j, i) => i * m + j)
  const score = (i: number, w: number, j: number, v: number): number => {
    let words = 0
    for (let k = i; k < i + w; k++) words += there[v - 1]![k * m + j]!
    for (let k = j; k < j + v; k++) words += back[w - 1]![i * m + k]!
    return PRIOR[w - 1]![v - 1]! + layout(a, i, w, b, j, v) + lengthScore(a, i, w, b, j, v, mean) + words / 2
  }
  const tables: Float64Array[] = []
  for (let w = 1; w <= WIDEST; w++) {
    for (let v = 1; v <= WIDEST; v++) {
      const table = new Float64Array(n * m).fill(Number.NEGATIVE_INFINITY)
      if (PRIOR[w - 1]![v - 1]! > Number.NEGATIVE_INFINITY)
        for (let i = 0; i + w <= n; i++) for (let j = 0; j + v <= m; j++) table[i * m + j] = score(i, w, j, v)
      tables.push(table)
    }
  }
  return tables
}

function layout(a: readonly Atom[], i: number, w: number, b: readonly Atom[], j: number, v: number): number {
  let sum = a[i]!.begins === b[j]!.begins ? 0 : ONE_BEGINS
  for (let k = i + 1; k < i + w; k++) if (a[k]!.begins) sum += CROSSES
  for (let k = j + 1; k < j + v; k++) if (b[k]!.begins) sum += CROSSES
  return sum
}

function lengthScore(
  a: readonly Atom[],
  i: number,
  w: number,
  b: readonly Atom[],
  j: number,
  v: number,
  mean: number,
): number {
  let [x, y] = [0, 0]
  for (let k = i; k < i + w; k++) x += a[k]!.row.length
  for (let k = j; k < j + v; k++) y += b[k]!.row.length
  const variance = BASE_VARIANCE + SHORT_VARIANCE / ((x + y) / 2)
  const off = Math.log(y / x) - mean
  const fit = Math.exp((-off * off) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance)
  return Math.log(((1 - OUTLIER) * fit) / BACKGROUND + OUTLIER)
}

/** The lexical evidence of `lexical.ts`, counted inside the box. */
function evidenceOf(
  from: readonly Atom[],
  to: readonly Atom[],
  links: PairLinks['there'],
  at: (from: number, to: number) => number,
): Evidence {
  const out = Array.from({ length: WIDEST }, () => new Float64Array(from.length * to.length))
  const places = placesOf(to)
  const total = to.reduce((sum, atom) => sum + atom.row.length, 0)
  const mass = new Float64Array(to.length)
  for (const [type, here] of placesOf(from)) {
    let [best, sum] = [0, 0]
    mass.fill(0)
    overLinks(links, type, (other, strength) => {
      for (const { atom, count } of places.get(other) ?? []) {
        mass[atom]! += strength * count
        sum += strength * count
        best = Math.max(best, Math.min(SURE, strength))
      }
    })
    if (sum === 0) continue
    for (let j = 0; j < to.length; j++) {
      let [share, size] = [0, 0]
      for (let v = 1; v <= WIDEST && j + v <= to.length; v++) {
        share += mass[j + v - 1]! / sum
        size += to[j + v - 1]!.row.length / total
        const gain = Math.log(1 - best + best * Math.min(MAX_RATIO, share / size))
        for (const { atom, count } of here) out[v - 1]![at(atom, j)]! += count * gain
      }
    }
  }
  return out
}

function placesOf(atoms: readonly Atom[]): Map<number, { atom: number; count: number }[]> {
  const places = new Map<number, { atom: number; count: number }[]>()
  atoms.forEach(({ row }, atom) => {
    row.types.forEach((type, k) => {
      const list = places.get(type)
      if (list) list.push({ atom, count: row.counts[k]! })
      else places.set(type, [{ atom, count: row.counts[k]! }])
    })
  })
  return places
}

/** log(e^a + e^b) */
function logAdd(a: number, b: number): number {
  if (b === Number.NEGATIVE_INFINITY) return a
  if (a === Number.NEGATIVE_INFINITY) return b
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

function posteriors(tables: readonly Float64Array[], n: number, m: number): BoxBelief {
  const wide = m + 1
  const backward = new Float64Array((n + 1) * wide).fill(Number.NEGATIVE_INFINITY)
  const forward = new Float64Array((n + 1) * wide).fill(Number.NEGATIVE_INFINITY)
  backward[n * wide + m] = 0
  for (let i = n; i >= 0; i--) {
    for (let j = m; j >= 0; j--) {
      let sum = backward[i * wide + j]!
      if (i < n) sum = logAdd(sum, NOTHING + backward[(i + 1) * wide + j]!)
      if (j < m) sum = logAdd(sum, NOTHING + backward[i * wide + j + 1]!)
      eachBead(i, j, n, m, (w, v) => {
        sum = logAdd(sum, tables[(w - 1) * WIDEST + v - 1]![i * m + j]! + backward[(i + w) * wide + j + v]!)
      })
      backward[i * wide + j] = sum
    }
  }
  const matches: Match[] = []
  const alone: [Float64Array, Float64Array] = [new Float64Array(n), new Float64Array(m)]
  forward[0] = -backward[0]!
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = forward[i * wide + j]!
      const add = (at: number, score: number) => {
        forward[at] = logAdd(forward[at]!, here + score)
      }
      if (i < n) {
        add((i + 1) * wide + j, NOTHING)
        alone[0][i]! += Math.exp(here + NOTHING + backward[(i + 1) * wide + j]!)
      }
      if (j < m) {
        add(i * wide + j + 1, NOTHING)
        alone[1][j]! += Math.exp(here + NOTHING + backward[i * wide + j + 1]!)
      }
      eachBead(i, j, n, m, (w, v) => {
        add((i + w) * wide + j + v, tables[(w - 1) * WIDEST + v - 1]![i * m + j]!)
        const q = Math.exp(here + inside(tables, m, i, w, j, v) + backward[(i + w) * wide + j + v]!)
        if (q >= MIN_Q) matches.push({ i, w, j, v, q })
      })
    }
  }
  return { matches, alone }
}

function eachBead(i: number, j: number, n: number, m: number, visit: (w: number, v: number) => void): void {
  for (let w = 1; w <= WIDEST && i + w <= n; w++) for (let v = 1; v <= WIDEST && j + v <= m; v++) visit(w, v)
}

/** Log sum over all sequences of two-sided beads that fill the spans. */
function inside(tables: readonly Float64Array[], m: number, i: number, w: number, j: number, v: number): number {
  let sum = tables[(w - 1) * WIDEST + v - 1]![i * m + j]!
  for (let p = 1; p < w; p++) {
    for (let r = 1; r < v; r++) {
      const first = tables[(p - 1) * WIDEST + r - 1]![i * m + j]!
      if (first > Number.NEGATIVE_INFINITY) sum = logAdd(sum, first + inside(tables, m, i + p, w - p, j + r, v - r))
    }
  }
  return sum
}
