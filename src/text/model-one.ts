/**
 * IBM Model 1 (Brown, Della Pietra, Della Pietra, Mercer 1993) in both directions at once: how often each pair of stems
 * can be expected to translate each other, given bags of stems that do. Every stem of a bag has one origin in the other
 * bag or none (NULL); expectation and maximisation take turns. Pairs that stood together less than three times are not
 * looked at: chance is as good an explanation. Time and memory grow with the pairs of stems in all beads, up to a bound.
 */

/** Two bags of stems, as numbers, that translate each other; no stem twice in a bag. */
export type Bead = readonly [first: Int32Array, second: Int32Array]

/** Expected number of links between two stems, and in how many beads each stands. */
export interface Association {
  readonly first: number
  readonly second: number
  readonly links: number
  readonly firstCount: number
  readonly secondCount: number
}

/** Two was worse on half of a set of news, and four too. */
const MIN_TOGETHER = 3
/** Fewer were worse, ten hardly better. */
const ROUNDS = 6
/** What NULL gives to every stem, against the share of a true origin, which is near one. */
const NULL = 0.02
/** Pairs of stems in all beads that are looked at, 12 bytes each; stems beyond are left out. */
const MOST_LINKS = 1 << 23

/** All that may be linked: link l joins two tokens, numbered through all beads, whose stems have the cell `cell[l]`. */
interface Links {
  readonly cell: Int32Array
  readonly first: Int32Array
  readonly second: Int32Array
  /** The stems of each cell. */
  readonly stems: readonly [first: Int32Array, second: Int32Array]
}

/** The tokens of one side: the stem of each, bead by bead, and where the tokens of each bead begin. */
interface Tokens {
  readonly stems: Int32Array
  readonly starts: Int32Array
  /** In how many beads each stem stands. */
  readonly counts: Int32Array
}

/** What the beads teach, one entry for each pair of stems, in no special order but always the same. */
export function associations(beads: readonly Bead[], sizes: readonly [number, number]): Association[] {
  const sides = [tokensOf(beads, 0, sizes[0]), tokensOf(beads, 1, sizes[1])] as const
  const links = linksOf(...sides)
  const [firsts, seconds] = links.stems
  let expected: readonly [Float64Array, Float64Array] = [
    new Float64Array(firsts.length).fill(1),
    new Float64Array(firsts.length).fill(1),
  ]
  for (let round = 0; round < ROUNDS; round++) {
    const there = shares(expected[0], firsts, sizes[0])
    const back = shares(expected[1], seconds, sizes[1])
    expected = [
      expectation(links, there, links.second, sides[1].stems.length),
      expectation(links, back, links.first, sides[0].stems.length),
    ]
  }
  return Array.from(firsts, (first, cell) => {
    const second = seconds[cell]!
    const mean = (expected[0][cell]! + expected[1][cell]!) / 2
    return { first, second, links: mean, firstCount: sides[0].counts[first]!, secondCount: sides[1].counts[second]! }
  })
}

/** The tokens whose stems stand in enough beads to be linked. */
function tokensOf(beads: readonly Bead[], side: 0 | 1, stems: number): Tokens {
  const counts = new Int32Array(stems)
  for (const bead of beads) for (const stem of bead[side]) counts[stem]!++
  const starts = new Int32Array(beads.length + 1)
  const out: number[] = []
  beads.forEach((bead, k) => {
    for (const stem of bead[side]) if (counts[stem]! >= MIN_TOGETHER) out.push(stem)
    starts[k + 1] = out.length
  })
  return { stems: Int32Array.from(out), starts, counts }
}

/** Stem by stem of the first side: what stands beside it, and what of that stands there often enough. */
function linksOf(a: Tokens, b: Tokens): Links {
  const [cell, first, second]: [number[], number[], number[]] = [[], [], []]
  const [firsts, seconds]: [number[], number[]] = [[], []]
  const together = new Int32Array(b.counts.length)
  const cells = new Int32Array(b.counts.length)
  for (const [stem, tokens] of byStem(a)) {
    const met: number[] = []
    for (const { bead } of tokens) {
      for (let t = b.starts[bead]!; t < b.starts[bead + 1]!; t++)
        if (together[b.stems[t]!]!++ === 0) met.push(b.stems[t]!)
    }
    for (const other of met) {
      cells[other] = -1
      if (together[other]! >= MIN_TOGETHER) {
        cells[other] = firsts.push(stem) - 1
        seconds.push(other)
      }
      together[other] = 0
    }
    for (const { token, bead } of tokens) {
      for (let t = b.starts[bead]!; t < b.starts[bead + 1]!; t++) {
        if (cells[b.stems[t]!]! < 0) continue
        cell.push(cells[b.stems[t]!]!)
        first.push(token)
        second.push(t)
      }
    }
    if (cell.length > MOST_LINKS) break
  }
  return {
    cell: Int32Array.from(cell),
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    stems: [Int32Array.from(firsts), Int32Array.from(seconds)],
  }
}

/** For each stem its tokens, with their beads. */
function byStem({ stems, starts }: Tokens): Map<number, { readonly token: number; readonly bead: number }[]> {
  const out = new Map<number, { token: number; bead: number }[]>()
  for (let bead = 0; bead + 1 < starts.length; bead++) {
    for (let token = starts[bead]!; token < starts[bead + 1]!; token++) {
      const list = out.get(stems[token]!)
      if (list) list.push({ token, bead })
      else out.set(stems[token]!, [{ token, bead }])
    }
  }
  return out
}

/** Each cell's part of what all cells of its stem hold. */
function shares(values: Float64Array, stems: Int32Array, most: number): Float64Array {
  const sums = new Float64Array(most)
  const out = new Float64Array(values.length)
  for (let cell = 0; cell < values.length; cell++) sums[stems[cell]!]! += values[cell]!
  for (let cell = 0; cell < values.length; cell++)
    if (values[cell]! > 0) out[cell] = values[cell]! / sums[stems[cell]!]!
  return out
}

/** How many links of each cell are to be expected, where each token of one side has its origin in the other or none. */
function expectation({ cell }: Links, share: Float64Array, tokenOf: Int32Array, tokens: number): Float64Array {
  const sums = new Float64Array(tokens).fill(NULL)
  const found = new Float64Array(share.length)
  for (let l = 0; l < cell.length; l++) sums[tokenOf[l]!]! += share[cell[l]!]!
  for (let l = 0; l < cell.length; l++) found[cell[l]!]! += share[cell[l]!]! / sums[tokenOf[l]!]!
  return found
}
