/**
 * Sentences of all texts of a unit side by side. Every box (paragraphs of two texts that are one bead) is weighed
 * (`boxes.ts`); third texts are witnesses, as for paragraphs (`consistency.ts`); the beads that can be expected
 * to be right most often are taken, and what they join is a column: some sentences of each text, or of some. Where
 * columns would cross they are one.
 */
import type { Bead } from '../model.js'
import { type Atom, type BoxBelief, type Side, sideOf, WIDEST, weighBox } from './boxes.js'
import { type Column, inOrder, setsOf } from './column-order.js'
import { agreed } from './consensus.js'
import type { PairLinks } from './links.js'

/** Atoms of texts a and b, by their numbers, that belong to one bead of paragraphs. */
export interface Box {
  readonly a: number
  readonly b: number
  readonly left: readonly number[]
  readonly right: readonly number[]
}

const NULL_GAIN = 0.5 // an atom rightly left alone, against a right bead
const span = (start: number, width: number) => start * WIDEST + width - 1

/** Which spans of one text belong to which of another, and which atoms to none. */
interface Belief {
  readonly matches: Map<number, Map<number, number>>
  readonly alone: Float64Array
}

type Beliefs = readonly (readonly Belief[])[]

/** The columns of the atoms of all texts, in an order that is that of every text; `mean` as for boxes. */
export function columnsOf(
  atoms: readonly (readonly Atom[])[],
  boxes: readonly Box[],
  linksOf: (a: number, b: number) => PairLinks,
  mean: (a: number, b: number) => number,
): Column[] {
  const own = weighAll(atoms, boxes, linksOf, mean)
  const beads: Bead[][][] = atoms.map(() => atoms.map(() => []))
  for (const box of boxes) for (const bead of decode(box, own)) beads[box.a]![box.b]!.push(bead)
  const sizes = atoms.map(list => list.length)
  return inOrder(setsOf(beads, sizes) ?? setsOf(agreedBeads(beads, sizes), sizes, true)!)
}

/** What most texts say of each two; an atom without a bead is one of its own. */
function agreedBeads(beads: readonly (readonly Bead[][])[], sizes: readonly number[]): Bead[][][] {
  const all = beads.map((row, a) =>
    row.map((list, b) => {
      if (a >= b) return []
      const [left, right] = [new Set(list.flatMap(bead => bead[0])), new Set(list.flatMap(bead => bead[1]))]
      const lonely: Bead[] = []
      for (let i = 0; i < sizes[a]!; i++) if (!left.has(i)) lonely.push([[i], []])
      for (let j = 0; j < sizes[b]!; j++) if (!right.has(j)) lonely.push([[], [j]])
      return [...list, ...lonely]
    }),
  )
  return sizes.length > 2 ? agreed(all, sizes) : all
}

function weighAll(
  atoms: readonly (readonly Atom[])[],
  boxes: readonly Box[],
  linksOf: (a: number, b: number) => PairLinks,
  mean: (a: number, b: number) => number,
): Belief[][] {
  const own = atoms.map(list =>
    atoms.map((): Belief => ({ matches: new Map(), alone: new Float64Array(list.length).fill(1) })),
  )
  const sides = new Map<string, Side>()
  const side = (text: number, members: readonly number[]) => {
    const key = `${text} ${members.join()}`
    const known = sides.get(key) ?? sideOf(members.map(k => atoms[text]![k]!))
    sides.set(key, known)
    return known
  }
  for (const { a, b, left, right } of boxes) {
    const belief = weighBox(side(a, left), side(b, right), linksOf(a, b), mean(a, b))
    enter(own[a]![b]!, own[b]![a]!, left, right, belief)
  }
  return own
}

function enter(there: Belief, back: Belief, left: readonly number[], right: readonly number[], box: BoxBelief): void {
  left.forEach((k, at) => {
    there.alone[k] = box.alone[0][at]!
  })
  right.forEach((k, at) => {
    back.alone[k] = box.alone[1][at]!
  })
  for (const { i, w, j, v, q } of box.matches) {
    // Atoms of a bead with a hole do not follow each other: no span has them together.
    if (left[i + w - 1]! - left[i]! !== w - 1 || right[j + v - 1]! - right[j]! !== v - 1) continue
    put(there.matches, span(left[i]!, w), span(right[j]!, v), q)
    put(back.matches, span(right[j]!, v), span(left[i]!, w), q)
  }
}

function put(map: Map<number, Map<number, number>>, x: number, y: number, q: number): void {
  const row = map.get(x)
  if (row) row.set(y, (row.get(y) ?? 0) + q)
  else map.set(x, new Map([[y, q]]))
}

/** What is believed of spans of a box by the witness of every third text. */
function transformedMatches(own: Beliefs, { a, b, left }: Box, thirds: readonly number[]): Belief['matches'] {
  const matches: Belief['matches'] = new Map()
  for (const i of left) {
    for (let width = 1; width <= WIDEST; width++) {
      const x = span(i, width)
      for (const [y, q] of own[a]![b]!.matches.get(x) ?? []) put(matches, x, y, q)
      for (const c of thirds) {
        for (const [via, q] of own[a]![c]!.matches.get(x) ?? [])
          for (const [y, r] of own[c]![b]!.matches.get(via) ?? []) put(matches, x, y, q * r)
      }
      for (const [y, sum] of matches.get(x) ?? []) {
        let voices = 1
        for (const c of thirds) voices += Math.max(presence(own[a]![c]!, x), presence(own[b]![c]!, y))
        matches.get(x)!.set(y, sum / voices)
      }
    }
  }
  return matches
}

function presence({ matches }: Belief, x: number): number {
  let sum = 0
  for (const q of matches.get(x)?.values() ?? []) sum += q
  return Math.min(1, sum)
}

function transformedAlone(own: Beliefs, a: number, b: number, i: number, thirds: readonly number[]): number {
  let [sum, voices] = [own[a]![b]!.alone[i]!, 1]
  for (const c of thirds) {
    for (const [via, p] of own[a]![c]!.matches.get(span(i, 1)) ?? []) {
      const [start, width] = [Math.floor(via / WIDEST), (via % WIDEST) + 1]
      voices += p
      for (let k = start; k < start + width; k++) sum += (p * own[c]![b]!.alone[k]!) / width
    }
  }
  return sum / voices
}

/** The beads of a box, numbers of atoms, that can be expected to be right most often. */
function decode(box: Box, own: Beliefs): [number[], number[]][] {
  const { a, b, left, right } = box
  const thirds = own.map((_, c) => c).filter(c => c !== a && c !== b)
  const matches = transformedMatches(own, box, thirds)
  const [n, m] = [left.length, right.length]
  const aloneLeft = left.map(i => transformedAlone(own, a, b, i, thirds))
  const aloneRight = right.map(j => transformedAlone(own, b, a, j, thirds))
  const best = new Float64Array((n + 1) * (m + 1)).fill(Number.NEGATIVE_INFINITY)
  const choice = new Int32Array((n + 1) * (m + 1))
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = best[i * (m + 1) + j]!
      const offer = (w: number, v: number, gain: number) => {
        const at = (i + w) * (m + 1) + j + v
        if (here + gain <= best[at]!) return
        best[at] = here + gain
        choice[at] = w * (WIDEST + 1) + v
      }
      if (i < n) offer(1, 0, NULL_GAIN * aloneLeft[i]!)
      if (j < m) offer(0, 1, NULL_GAIN * aloneRight[j]!)
      if (i === n || j === m) continue
      for (let w = 1; w <= WIDEST && i + w <= n; w++) {
        const row = matches.get(span(left[i]!, w))
        if (!row) continue
        for (let v = 1; v <= WIDEST && j + v <= m; v++) {
          const q = row.get(span(right[j]!, v))
          if (q !== undefined) offer(w, v, q)
        }
      }
    }
  }
  const out: [number[], number[]][] = []
  for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
    const step = choice[i * (m + 1) + j]!
    const [w, v] = [Math.floor(step / (WIDEST + 1)), step % (WIDEST + 1)]
    if (w > 0 && v > 0) out.push([left.slice(i - w, i), right.slice(j - v, j)])
    i -= w
    j -= v
  }
  return out
}
