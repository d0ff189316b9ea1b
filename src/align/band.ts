/**
 * The part of the table of two texts that the aligner looks at. Small texts: all of it. Long ones: a strip around a
 * chain of rare words that stand in one row of each text and keep their order, so that memory grows with the length
 * of the texts and not with its square. Nodes are boundaries between rows; node (i, j) stands before rows i and j.
 */

/** Node (i, j) is in the band where `lo[i] <= j <= hi[i]`, at index `offset[i] + j`. */
export interface Band {
  readonly rows: number
  readonly columns: number
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly offset: Int32Array
  readonly size: number
}

/** Rows that are likely to belong together, with a weight. */
export interface Anchor {
  readonly i: number
  readonly j: number
  readonly weight: number
}

const FULL_NODES = 40_000 // up to 200 x 200 rows the whole table is cheap
const MARGIN = 25 // rows on each side of the chain: several times the drift between two anchors of real texts

export const inBand = (band: Band, i: number, j: number): boolean => j >= band.lo[i]! && j <= band.hi[i]!

/** The band for texts of `n` and `m` rows; `anchors` are only asked for when the table is large. */
export function bandOf(n: number, m: number, anchors: () => readonly Anchor[]): Band {
  const lo = new Int32Array(n + 1)
  const hi = new Int32Array(n + 1).fill(m)
  if ((n + 1) * (m + 1) > FULL_NODES) narrow(n, m, chainOf(anchors()), lo, hi)
  const offset = new Int32Array(n + 1)
  let size = 0
  for (let i = 0; i <= n; i++) {
    offset[i] = size - lo[i]!
    size += hi[i]! - lo[i]! + 1
  }
  return { rows: n, columns: m, lo, hi, offset, size }
}

/** Narrows the table to the straight lines between the anchors of the chain, with a margin that grows with the gap. */
function narrow(n: number, m: number, chain: readonly Anchor[], lo: Int32Array, hi: Int32Array): void {
  let [i, j] = [0, 0]
  lo.fill(m)
  hi.fill(0)
  for (const next of [...chain, { i: n, j: m }]) {
    const margin =
      MARGIN + Math.ceil(Math.min(Math.abs(next.i - i - (next.j - j)), Math.sqrt(next.i - i + next.j - j) * 4))
    for (let row = i; row <= next.i; row++) {
      const middle = next.i === i ? j : j + ((next.j - j) * (row - i)) / (next.i - i)
      lo[row] = Math.min(lo[row]!, Math.max(0, Math.floor(Math.min(middle, next.i === i ? j : middle) - margin)))
      hi[row] = Math.max(hi[row]!, Math.min(m, Math.ceil(Math.max(middle, next.i === i ? next.j : middle) + margin)))
    }
    ;[i, j] = [next.i, next.j]
  }
  lo[0] = 0
  hi[n] = m
  for (let row = 1; row <= n; row++) hi[row] = Math.max(hi[row]!, hi[row - 1]!)
  for (let row = n - 1; row >= 0; row--) lo[row] = Math.min(lo[row]!, lo[row + 1]!)
}

/** The heaviest chain of anchors that rises in both texts: a Fenwick tree of maxima, n log n. */
function chainOf(anchors: readonly Anchor[]): Anchor[] {
  const sorted = [...anchors].sort((a, b) => a.i - b.i || b.j - a.j)
  const size = sorted.reduce((most, anchor) => Math.max(most, anchor.j), 0) + 2
  const tree = new Int32Array(size + 1).fill(-1)
  const score = new Float64Array(sorted.length)
  const previous = new Int32Array(sorted.length).fill(-1)
  const better = (x: number, y: number) => (x < 0 || (y >= 0 && score[y]! > score[x]!) ? y : x)
  let best = -1
  sorted.forEach((anchor, k) => {
    let before = -1
    for (let at = anchor.j; at > 0; at -= at & -at) before = better(before, tree[at]!)
    previous[k] = before
    score[k] = anchor.weight + (before < 0 ? 0 : score[before]!)
    for (let at = anchor.j + 1; at <= size; at += at & -at) tree[at] = better(tree[at]!, k)
    best = better(best, k)
  })
  const chain: Anchor[] = []
  for (let k = best; k >= 0; k = previous[k]!) chain.push(sorted[k]!)
  return chain.reverse()
}
