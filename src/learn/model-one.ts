/**
 * IBM Model 1 (Brown, Della Pietra, Della Pietra, Mercer 1993) in both directions at once: how often each pair of stems
 * can be expected to translate each other, given bags of stems that do. Every stem of a bag has one origin in the other
 * bag or none (NULL); expectation and maximisation take turns. Pairs that stood together less than three times are not
 * looked at: chance is as good an explanation. Time: beads times the product of their sizes, once for each round.
 */
import { type Cells, newCells } from './cells.js'

/** Two bags of stems, as numbers, that translate each other; no stem twice in a bag. */
export type Bead = readonly [first: Int32Array, second: Int32Array]

/** Expected number of links between two stems, and in how many bags each stands. */
export interface Association {
  readonly first: number
  readonly second: number
  readonly links: number
  readonly firstCount: number
  readonly secondCount: number
}

/** Two was worse on half of a set of news, and four too. */
const MIN_TOGETHER = 3
const ROUNDS = 6
/** What NULL gives to every stem, against the share of a true origin, which is near one. */
const NULL = 0.02
/** Pairs held while counting: some 100 MB. */
const MOST_CELLS = 1 << 22

/** What the beads teach, one entry for each pair of stems, in no special order but always the same. */
export function associations(beads: readonly Bead[], sizes: readonly [number, number]): Association[] {
  const frequent = withoutRare(beads, sizes)
  const cells = newCells(MOST_CELLS)
  for (const [firsts, seconds] of frequent.beads)
    for (const first of firsts) for (const second of seconds) cells.add(first, second)
  cells.keep(MIN_TOGETHER)
  let [there, back] = [evenly(cells, cells.firsts, sizes[0]), evenly(cells, cells.seconds, sizes[1])]
  let expected: readonly [Float64Array, Float64Array] = [there, back]
  for (let round = 0; round < ROUNDS; round++) {
    expected = expectation(frequent.beads, cells, there, back)
    there = shares(expected[0], cells.firsts, sizes[0])
    back = shares(expected[1], cells.seconds, sizes[1])
  }
  return Array.from({ length: cells.size }, (_, cell) => {
    const [first, second] = [cells.firsts[cell]!, cells.seconds[cell]!]
    const links = (expected[0][cell]! + expected[1][cell]!) / 2
    return { first, second, links, firstCount: frequent.counts[0][first]!, secondCount: frequent.counts[1][second]! }
  })
}

/** The beads without the stems that stand in too few of them to be linked, and in how many each stem stands. */
function withoutRare(beads: readonly Bead[], sizes: readonly [number, number]) {
  const counts = sizes.map(size => new Int32Array(size)) as [Int32Array, Int32Array]
  for (const [firsts, seconds] of beads) {
    for (const stem of firsts) counts[0][stem]!++
    for (const stem of seconds) counts[1][stem]!++
  }
  const kept = (bag: Int32Array, side: 0 | 1) => bag.filter(stem => counts[side][stem]! >= MIN_TOGETHER)
  return { counts, beads: beads.map(([first, second]): Bead => [kept(first, 0), kept(second, 1)]) }
}

/** The same share for every partner of a stem. */
const evenly = ({ size }: Cells, stems: Int32Array, most: number) => shares(new Float64Array(size).fill(1), stems, most)

/** Each cell's part of what all cells of its stem hold. */
function shares(values: Float64Array, stems: Int32Array, most: number): Float64Array {
  const sums = new Float64Array(most)
  values.forEach((value, cell) => {
    sums[stems[cell]!]! += value
  })
  return values.map((value, cell) => (value === 0 ? 0 : value / sums[stems[cell]!]!))
}

/**
 * How many links of each cell are to be expected: `there`, where every second stem comes from a first one or none, and
 * the other way round.
 */
function expectation(
  beads: readonly Bead[],
  cells: Cells,
  there: Float64Array,
  back: Float64Array,
): [Float64Array, Float64Array] {
  const linksThere = new Float64Array(cells.size)
  const linksBack = new Float64Array(cells.size)
  for (const [firsts, seconds] of beads) {
    const found = cellsOf(cells, firsts, seconds)
    const origins = new Float64Array(seconds.length).fill(NULL)
    for (const [at, cell] of found.entries()) if (cell >= 0) origins[at % seconds.length]! += there[cell]!
    for (let i = 0; i < firsts.length; i++) {
      const row = found.subarray(i * seconds.length, (i + 1) * seconds.length)
      let origin = NULL
      for (const cell of row) if (cell >= 0) origin += back[cell]!
      for (const [j, cell] of row.entries()) {
        if (cell < 0) continue
        linksThere[cell]! += there[cell]! / origins[j]!
        linksBack[cell]! += back[cell]! / origin
      }
    }
  }
  return [linksThere, linksBack]
}

/** The cells of all pairs of two bags, row by row. */
function cellsOf(cells: Cells, firsts: Int32Array, seconds: Int32Array): Int32Array {
  const found = new Int32Array(firsts.length * seconds.length)
  let at = 0
  for (const first of firsts) for (const second of seconds) found[at++] = cells.find(first, second)
  return found
}
