/**
 * Third languages as witnesses, after T-Coffee (2000) and ProbCons (2005): if a span of the first text starts and ends
 * with a span of a third, and that one with a span of the second, the two belong together. A third text has a say only
 * as far as it has such a span. Spans that end together survive merges, where links between single rows do not.
 */
import { type SpanCode, spanCode, spanRows } from './forms.js'
import type { Posteriors } from './posteriors.js'

/** What is believed of an ordered pair of texts: matching spans of the second for spans of the first; lonely rows. */
export interface Belief {
  readonly matches: ReadonlyMap<SpanCode, ReadonlyMap<SpanCode, number>>
  readonly presence: ReadonlyMap<SpanCode, number>
  readonly alone: Float64Array
}

/** The posteriors of a pair as beliefs, in both directions. */
export function beliefsOf(posteriors: Posteriors): [Belief, Belief] {
  const there = new Map<SpanCode, Map<SpanCode, number>>()
  const back = new Map<SpanCode, Map<SpanCode, number>>()
  for (const match of posteriors.matches) {
    const first = spanCode(match.i, match.f)
    const second = spanCode(match.j, match.g)
    put(there, first, second, match.q)
    put(back, second, first, match.q)
  }
  return [beliefOf(there, posteriors.alone[0]), beliefOf(back, posteriors.alone[1])]
}

function put(map: Map<SpanCode, Map<SpanCode, number>>, x: SpanCode, y: SpanCode, q: number): void {
  const row = map.get(x)
  if (row) row.set(y, q)
  else map.set(x, new Map([[y, q]]))
}

function beliefOf(matches: Map<SpanCode, Map<SpanCode, number>>, alone: Float64Array): Belief {
  const presence = new Map<SpanCode, number>()
  for (const [span, row] of matches) {
    let sum = 0
    for (const q of row.values()) sum += q
    presence.set(span, Math.min(1, sum))
  }
  return { matches, presence, alone }
}

/** `beliefs[a][b]` for every ordered pair; what comes out has heard every third text once. */
export function consistent(beliefs: readonly (readonly Belief[])[]): Belief[][] {
  const size = beliefs.length
  const out: Belief[][] = beliefs.map(() => [])
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const thirds = beliefs.map((_, c) => c).filter(c => c !== a && c !== b)
      const matches = heardMatches(beliefs, a, b, thirds)
      out[a]![b] = beliefOf(matches, heardAlone(beliefs, a, b, thirds))
      out[b]![a] = beliefOf(turned(matches), heardAlone(beliefs, b, a, thirds))
    }
  }
  return out
}

function heardMatches(beliefs: readonly (readonly Belief[])[], a: number, b: number, thirds: readonly number[]) {
  const sums = new Map<SpanCode, Map<SpanCode, number>>()
  const add = (x: SpanCode, y: SpanCode, q: number) => put(sums, x, y, (sums.get(x)?.get(y) ?? 0) + q)
  for (const [x, row] of beliefs[a]![b]!.matches) for (const [y, q] of row) add(x, y, q)
  for (const c of thirds) {
    const onward = beliefs[c]![b]!.matches
    for (const [x, row] of beliefs[a]![c]!.matches) {
      for (const [via, q] of row) for (const [y, r] of onward.get(via) ?? []) add(x, y, q * r)
    }
  }
  for (const [x, row] of sums) {
    for (const [y, sum] of row) {
      let voices = 1
      for (const c of thirds) {
        voices += Math.max(beliefs[a]![c]!.presence.get(x) ?? 0, beliefs[b]![c]!.presence.get(y) ?? 0)
      }
      row.set(y, sum / voices)
    }
  }
  return sums
}

function heardAlone(
  beliefs: readonly (readonly Belief[])[],
  a: number,
  b: number,
  thirds: readonly number[],
): Float64Array {
  return beliefs[a]![b]!.alone.map((own, row) => {
    let [sum, voices] = [own, 1]
    for (const c of thirds) {
      const lone = beliefs[c]![b]!.alone
      for (const [via, q] of beliefs[a]![c]!.matches.get(spanCode(row, 0)) ?? []) {
        voices += q
        const rows = spanRows(via)
        for (const far of rows) sum += (q * lone[far]!) / rows.length
      }
    }
    return sum / voices
  })
}

function turned(matches: ReadonlyMap<SpanCode, ReadonlyMap<SpanCode, number>>) {
  const out = new Map<SpanCode, Map<SpanCode, number>>()
  for (const [x, row] of matches) for (const [y, q] of row) put(out, y, x, q)
  return out
}
