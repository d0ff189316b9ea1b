/**
 * IBM Model 1 (Brown, Della Pietra, Della Pietra, Mercer 1993) in both directions at once: how often each pair of stems
 * can be expected to translate each other, given bags of stems that do. Every stem of a bag has one origin in the other
 * bag or none (NULL); expectation and maximisation take turns. Pairs that stood together less than three times are not
 * looked at: chance is as good an explanation. Time and memory grow with the pairs of stems in all beads, up to a bound.
 */
import { type Cells, newCells } from './cells.js'

/** Two bags of stems, as numbers, that translate each other; no stem twice in a bag, and at most 255 in each. */
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
/** Pairs of stems held while counting: 100 MB. */
const MOST_CELLS = 1 << 22
/** Pairs of stems in all beads that are looked at, 6 bytes each; beads beyond are left out. */
const MOST_LINKS = 1 << 24

/** All that may be linked, bead by bead: the cell of two stems, and their places in their bags. */
interface Links {
  /** Bead k has the links from `ends[k - 1]` to `ends[k]`. */
  readonly ends: Int32Array
  readonly cells: Int32Array
  readonly firsts: Uint8Array
  readonly seconds: Uint8Array
}

/** What the beads teach, one entry for each pair of stems, in no special order but always the same. */
export function associations(beads: readonly Bead[], sizes: readonly [number, number]): Association[] {
  const frequent = withoutRare(beads, sizes)
  const cells = newCells(MOST_CELLS)
  for (const [firsts, seconds] of frequent.beads)
    for (const first of firsts) for (const second of seconds) cells.add(first, second)
  cells.keep(MIN_TOGETHER)
  const links = linksOf(frequent.beads, cells)
  const even = new Float64Array(cells.size).fill(1)
  let expected: readonly [Float64Array, Float64Array] = [even, even]
  for (let round = 0; round < ROUNDS; round++) {
    const there = shares(expected[0], cells.firsts, sizes[0])
    const back = shares(expected[1], cells.seconds, sizes[1])
    expected = expectation(links, there, back)
  }
  return Array.from({ length: cells.size }, (_, cell) => {
    const [first, second] = [cells.firsts[cell]!, cells.seconds[cell]!]
    const mean = (expected[0][cell]! + expected[1][cell]!) / 2
    return {
      first,
      second,
      links: mean,
      firstCount: frequent.counts[0][first]!,
      secondCount: frequent.counts[1][second]!,
    }
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

function linksOf(beads: readonly Bead[], cells: Cells): Links {
  const most = Math.min(
    MOST_LINKS,
    beads.reduce((sum, [firsts, seconds]) => sum + firsts.length * seconds.length, 0),
  )
  const links = { cells: new Int32Array(most), firsts: new Uint8Array(most), seconds: new Uint8Array(most) }
  const ends: number[] = []
  let at = 0
  for (const [firsts, seconds] of beads) {
    if (at + firsts.length * seconds.length > most) break
    for (let i = 0; i < firsts.length; i++) {
      for (let j = 0; j < seconds.length; j++) {
        const cell = cells.find(firsts[i]!, seconds[j]!)
        if (cell < 0) continue
        links.cells[at] = cell
        links.firsts[at] = i
        links.seconds[at++] = j
      }
    }
    ends.push(at)
  }
  return { ends: Int32Array.from(ends), ...links }
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

/**
 * How many links of each cell are to be expected: where every second stem comes from a first one or none, and the other
 * way round.
 */
function expectation(links: Links, there: Float64Array, back: Float64Array): [Float64Array, Float64Array] {
  const { ends, cells, firsts, seconds } = links
  const found: [Float64Array, Float64Array] = [new Float64Array(there.length), new Float64Array(back.length)]
  const ofFirst = new Float64Array(256)
  const ofSecond = new Float64Array(256)
  for (let bead = 0, start = 0; bead < ends.length; start = ends[bead++]!) {
    ofFirst.fill(NULL)
    ofSecond.fill(NULL)
    const end = ends[bead]!
    for (let at = start; at < end; at++) {
      ofSecond[seconds[at]!]! += there[cells[at]!]!
      ofFirst[firsts[at]!]! += back[cells[at]!]!
    }
    for (let at = start; at < end; at++) {
      const cell = cells[at]!
      found[0][cell]! += there[cell]! / ofSecond[seconds[at]!]!
      found[1][cell]! += back[cell]! / ofFirst[firsts[at]!]!
    }
  }
  return found
}
