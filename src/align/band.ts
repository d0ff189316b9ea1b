/**
 * The part of the table of two texts that the aligner looks at. Small texts: all of it. Long ones: a strip around a
 * chain of rare words that stand in one row of each text and keep their order, so that memory grows with the length
 * of the texts and not with its square. Nodes are boundaries between rows; node (i, j) stands before rows i and j.
 */

/**
 * Node (i, j) is in the band where `lo[i] <= j <= hi[i]`, at index `offset[i] + j`; both edges rise. Ways lead through `open`
 * nodes.
 */
export interface Band {
  readonly rows: number
  readonly columns: number
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly offset: Int32Array
  readonly size: number
  readonly open: Uint8Array
}

/** Rows that are likely to belong together, with a weight. */
export interface Anchor {
  readonly i: number
  readonly j: number
  readonly weight: number
}

const FULL_NODES = 40_000 // up to 200 x 200 rows the whole table is cheap
const MARGIN = 25 // rows on each side of the chain: several times the shift between two anchors of real texts
const MOST_SLACK = 40 // rows more, at the most: the band of texts without anchors grows with their length, and no faster

export const inBand = (band: Band, i: number, j: number): boolean => j >= band.lo[i]! && j <= band.hi[i]!

/** The band for texts of `n` and `m` rows; `anchors` are only asked for when the table is large. */
export function bandOf(n: number, m: number, anchors: () => readonly Anchor[]): Band {
  const lo = new Int32Array(n + 1)
  const hi = new Int32Array(n + 1).fill(m)
  if ((n + 1) * (m + 1) > FULL_NODES) narrow(n, m, inStep(chainOf(anchors())), lo, hi)
  return bandWithin(m, lo, hi)
}

/** The band of these edges, one for each node of the first text. */
function bandWithin(columns: number, lo: Int32Array, hi: Int32Array): Band {
  const offset = new Int32Array(lo.length)
  let size = 0
  for (let i = 0; i < lo.length; i++) {
    offset[i] = size - lo[i]!
    size += hi[i]! - lo[i]! + 1
  }
  return { rows: lo.length - 1, columns, lo, hi, offset, size, open: new Uint8Array(size).fill(1) }
}

const SMALL_NODES = 100 // a table that is not worth narrowing
const LIKELY = 16 // log odds against the best way: what is less likely by this is not looked at
const AROUND = 2 // rows around what is likely, for beads of several rows

/** Scores of one-to-one beads by node, and of leaving the rows of one alone. */
interface Singles {
  readonly tables: readonly Float64Array[]
  readonly nothing: number
}

/**
 * The part of a band that ways through it use which are not hopeless: every node by the best way of single rows through
 * it. `singles` gives the scores of one-to-one beads, and is not asked for a small band; leaving a row alone costs half of
 * `nothing`, since it may belong to a wider bead.
 */
export function likelyBand(band: Band, singles: () => Singles): Band {
  if (band.size <= SMALL_NODES) return band
  const { tables, nothing } = singles()
  const score = tables[0]!
  const alone = nothing / 2
  const before = bestBefore(band, score, alone)
  const behind = bestBehind(band, score, alone)
  const least = behind[band.offset[0]!]! - LIKELY
  const likely = new Uint8Array(band.size)
  for (let at = 0; at < band.size; at++) if (before[at]! + behind[at]! >= least) likely[at] = 1
  return bandAround(band, likely)
}

const WIDE = 12 // nodes a row of both texts: a third text that leaves so much open is no guide

/**
 * Where two texts meet by way of a third: `b` and `c` are the likely bands of the third text with the one and with the
 * other. Between two boundaries of the third text everything is open, since it may have merged what both others keep
 * apart. Null where that is too wide to be of use.
 */
export function bandThrough(b: Band, c: Band): Band | null {
  const [edgesB, edgesC] = [openEdges(b), openEdges(c)]
  const lo = new Int32Array(b.columns + 1).fill(c.columns)
  const hi = new Int32Array(b.columns + 1)
  for (let i = 0; i < b.rows; i++) {
    for (let j = edgesB.first[i]!; j <= edgesB.last[i + 1]!; j++) {
      lo[j] = Math.min(lo[j]!, edgesC.first[i]!)
      hi[j] = Math.max(hi[j]!, edgesC.last[i + 1]!)
    }
  }
  const size = hi.reduce((sum, last, j) => sum + last - lo[j]! + 1, 0)
  if (b.rows === 0 || size > WIDE * (b.columns + c.columns)) return null
  const whole = bandWithin(c.columns, lo, hi)
  return bandAround(whole, whole.open)
}

/** The part of a band around some of its nodes, which stay open: at least one in each row. */
export function bandAround(band: Band, nodes: Uint8Array): Band {
  const { first, last } = openEdges({ ...band, open: nodes })
  const around = bandWithin(band.columns, widened(first, band.columns, -1), widened(last, band.columns, 1))
  for (let i = 0; i <= band.rows; i++) {
    for (let j = around.lo[i]!; j <= around.hi[i]!; j++)
      around.open[around.offset[i]! + j] = inBand(band, i, j) ? nodes[band.offset[i]! + j]! : 0
  }
  return around
}

/** The part of a band from the first open node of each row, or of one behind it, up to so many nodes behind the last. */
export function openPart(band: Band, behind: number): Band {
  const { first, last } = openEdges(band)
  for (let i = band.rows; i >= 0; i--) {
    last[i] = Math.min(band.hi[i]!, last[i]! + behind)
    if (i < band.rows && first[i]! > first[i + 1]!) first[i] = first[i + 1]!
  }
  return bandWithin(band.columns, first, last)
}

/** The first and the last open node of each row. */
function openEdges({ rows, lo, hi, offset, open }: Band) {
  const first = new Int32Array(rows + 1)
  const last = new Int32Array(rows + 1)
  for (let i = 0; i <= rows; i++) {
    const from = offset[i]!
    let [low, high] = [lo[i]!, hi[i]!]
    while (low < high && open[from + low] === 0) low++
    while (high > low && open[from + high] === 0) high--
    first[i] = low
    last[i] = high
  }
  return { first, last }
}

/** The same nodes with rows and columns exchanged. */
export function turned({ rows, columns, lo, hi, offset, open }: Band): Band {
  const low = new Int32Array(columns + 1).fill(rows)
  const high = new Int32Array(columns + 1)
  for (let i = 0; i <= rows; i++) {
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      if (i < low[j]!) low[j] = i
      if (i > high[j]!) high[j] = i
    }
  }
  const out = bandWithin(rows, low, high)
  out.open.fill(0)
  for (let i = 0; i <= rows; i++)
    for (let j = lo[i]!; j <= hi[i]!; j++) out.open[out.offset[j]! + i] = open[offset[i]! + j]!
  return out
}

/** The edge with room around it, made to rise: `sign` is -1 for the lower edge. */
function widened(edge: Int32Array, columns: number, sign: number): Int32Array {
  const out = edge.map((_, i) => {
    let most = edge[i]!
    for (let k = Math.max(0, i - AROUND); k <= Math.min(edge.length - 1, i + AROUND); k++)
      if (sign * edge[k]! > sign * most) most = edge[k]!
    return Math.min(columns, Math.max(0, most + sign * AROUND))
  })
  if (sign > 0) for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i]!, out[i - 1]!)
  else for (let i = out.length - 2; i >= 0; i--) out[i] = Math.min(out[i]!, out[i + 1]!)
  return out
}

function bestBefore({ rows, lo, hi, offset, size }: Band, score: Float64Array, alone: number): Float64Array {
  const out = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  out[offset[0]!] = 0
  for (let i = 0; i <= rows; i++) {
    for (let j = lo[i]!; j <= hi[i]!; j++) {
      const at = offset[i]! + j
      let best = out[at]!
      if (i > 0 && j >= lo[i - 1]! && j <= hi[i - 1]!) best = Math.max(best, out[offset[i - 1]! + j]! + alone)
      if (j > lo[i]!) best = Math.max(best, out[at - 1]! + alone)
      if (i > 0 && j > lo[i - 1]! && j - 1 <= hi[i - 1]!) {
        const from = offset[i - 1]! + j - 1
        best = Math.max(best, out[from]! + score[from]!)
      }
      out[at] = best
    }
  }
  return out
}

function bestBehind({ rows, lo, hi, offset, size }: Band, score: Float64Array, alone: number): Float64Array {
  const out = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  out[size - 1] = 0
  for (let i = rows; i >= 0; i--) {
    for (let j = hi[i]!; j >= lo[i]!; j--) {
      const at = offset[i]! + j
      let best = out[at]!
      if (i < rows && j >= lo[i + 1]! && j <= hi[i + 1]!) best = Math.max(best, out[offset[i + 1]! + j]! + alone)
      if (j < hi[i]!) best = Math.max(best, out[at + 1]! + alone)
      if (i < rows && j + 1 >= lo[i + 1]! && j < hi[i + 1]!)
        best = Math.max(best, score[at]! + out[offset[i + 1]! + j + 1]!)
      out[at] = best
    }
  }
  return out
}

/** Narrows the table to the straight lines between the anchors of the chain, with a margin that grows with the gap. */
function narrow(n: number, m: number, chain: readonly Anchor[], lo: Int32Array, hi: Int32Array): void {
  let [i, j] = [0, 0]
  lo.fill(m)
  hi.fill(0)
  for (const next of [...chain, { i: n, j: m }]) {
    const slack = Math.min(Math.abs(next.i - i - (next.j - j)), Math.sqrt(next.i - i + next.j - j) * 4, MOST_SLACK)
    const margin = MARGIN + Math.ceil(slack)
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
  // Where one text lacks what many rows of the other say, one row leads along all of them: no row stands apart.
  for (let row = 0; row < n; row++) hi[row] = Math.max(hi[row]!, lo[row + 1]!)
}

const NEIGHBOURS = 4 // anchors on each side that an anchor is held against
const STEP = 12 // rows that it may stand off their diagonal: what is inserted or left out moves all that follow, not one

/** The chain without anchors that leave the diagonal of their neighbours: a rare word has met its look-alike. */
function inStep(chain: readonly Anchor[]): Anchor[] {
  const diagonals = chain.map(({ i, j }) => j - i)
  return chain.filter((_, k) => {
    const near = diagonals.slice(Math.max(0, k - NEIGHBOURS), k + NEIGHBOURS + 1).sort((a, b) => a - b)
    return Math.abs(diagonals[k]! - near[near.length >> 1]!) <= STEP
  })
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
