/**
 * Third languages as witnesses, after T-Coffee (2000) and ProbCons (2005): if a span of the first text starts and ends
 * with a span of a third, and that one with a span of the second, the two belong together. A third text has a say only
 * as far as it has such a span. Spans that end together survive merges, where links between single rows do not. Beliefs
 * are sparse matrices, and the witness of a third text is a product of two of them.
 */
import { FORMS, spanCode, spanRows } from './forms.js'
import type { Posteriors } from './posteriors.js'

/**
 * What is believed of an ordered pair of texts: span x of the first matches span `to[k]` of the second with probability
 * `q[k]`, k from `start[x]` up to `start[x + 1]` (span codes); `presence[x]` is the sum, at most 1; lonely rows.
 */
export interface Belief {
  readonly start: Int32Array
  readonly to: Int32Array
  readonly q: Float64Array
  readonly presence: Float64Array
  readonly alone: Float64Array
}

const MIN_Q = 0.001 // less is dropped

/** What is believed of two spans. */
export function believed({ start, to, q }: Belief, x: number, y: number): number {
  for (let k = start[x]!; k < start[x + 1]!; k++) if (to[k] === y) return q[k]!
  return 0
}

/** The posteriors of a pair as beliefs, in both directions. */
export function beliefsOf({ matches, alone }: Posteriors): [Belief, Belief] {
  const [x, y, q]: [number[], number[], number[]] = [[], [], []]
  for (const match of matches) {
    x.push(spanCode(match.i, match.f))
    y.push(spanCode(match.j, match.g))
    q.push(match.q)
  }
  return [beliefOf(x, y, q, alone[0]), beliefOf(y, x, q, alone[1])]
}

/** A sparse matrix from its entries, by counting. */
function beliefOf(x: readonly number[], y: readonly number[], p: readonly number[], alone: Float64Array): Belief {
  const size = alone.length * FORMS.length
  const start = new Int32Array(size + 1)
  for (const span of x) start[span + 1]!++
  for (let span = 0; span < size; span++) start[span + 1]! += start[span]!
  const next = start.slice()
  const to = new Int32Array(x.length)
  const q = new Float64Array(x.length)
  const presence = new Float64Array(size)
  for (let k = 0; k < x.length; k++) {
    const at = next[x[k]!]!++
    to[at] = y[k]!
    q[at] = p[k]!
    presence[x[k]!] = Math.min(1, presence[x[k]!]! + p[k]!)
  }
  return { start, to, q, presence, alone }
}

/** `beliefs[a][b]` for every ordered pair; what comes out has the witness of every third text once. */
export function consistent(beliefs: readonly (readonly Belief[])[]): Belief[][] {
  const size = beliefs.length
  const out: Belief[][] = beliefs.map(() => [])
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const thirds = beliefs.map((_, c) => c).filter(c => c !== a && c !== b)
      const [x, y, q] = transformedMatches(beliefs, a, b, thirds)
      out[a]![b] = beliefOf(x, y, q, transformedAlone(beliefs, a, b, thirds))
      out[b]![a] = beliefOf(y, x, q, transformedAlone(beliefs, b, a, thirds))
    }
  }
  return out
}

function transformedMatches(beliefs: readonly (readonly Belief[])[], a: number, b: number, thirds: readonly number[]) {
  const [xs, ys, qs]: [number[], number[], number[]] = [[], [], []]
  const direct = beliefs[a]![b]!
  const others = beliefs[b]![a]!.presence
  const sums = new Float64Array(others.length)
  const touched: number[] = []
  const add = (y: number, q: number) => {
    if (sums[y] === 0) touched.push(y)
    sums[y]! += q
  }
  for (let x = 0; x < direct.presence.length; x++) {
    for (let k = direct.start[x]!; k < direct.start[x + 1]!; k++) add(direct.to[k]!, direct.q[k]!)
    for (const c of thirds) {
      const [ac, cb] = [beliefs[a]![c]!, beliefs[c]![b]!]
      for (let k = ac.start[x]!; k < ac.start[x + 1]!; k++) {
        const via = ac.to[k]!
        for (let n = cb.start[via]!; n < cb.start[via + 1]!; n++) add(cb.to[n]!, ac.q[k]! * cb.q[n]!)
      }
    }
    for (const y of touched) {
      let voices = 1
      for (const c of thirds) voices += Math.max(beliefs[a]![c]!.presence[x]!, beliefs[b]![c]!.presence[y]!)
      const q = sums[y]! / voices
      sums[y] = 0
      if (q < MIN_Q) continue
      xs.push(x)
      ys.push(y)
      qs.push(q)
    }
    touched.length = 0
  }
  return [xs, ys, qs] as const
}

function transformedAlone(
  beliefs: readonly (readonly Belief[])[],
  a: number,
  b: number,
  thirds: readonly number[],
): Float64Array {
  return beliefs[a]![b]!.alone.map((own, row) => {
    let [sum, voices] = [own, 1]
    const span = spanCode(row, 0)
    for (const c of thirds) {
      const lone = beliefs[c]![b]!.alone
      const { start, to, q } = beliefs[a]![c]!
      for (let k = start[span]!; k < start[span + 1]!; k++) {
        voices += q[k]!
        const rows = spanRows(to[k]!)
        for (const far of rows) sum += (q[k]! * lone[far]!) / rows.length
      }
    }
    return sum / voices
  })
}
