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
/** Pairs of stems in all beads that are looked at, 12 bytes each: 40,000 beads of twenty stems; beads beyond are left. */
const MOST_LINKS = 1 << 24

/** The bags of one side, laid end to end: the stem of each place, and where each bag begins (and the last one ends). */
interface Side {
  readonly stems: Int32Array
  readonly starts: Int32Array
  /** In how many bags each stem stands. */
  readonly counts: Int32Array
}

/** Pairs of stems (cells), and every pair of places where they stand together (links). */
interface Table {
  readonly firsts: number[]
  readonly seconds: number[]
  readonly cells: Int32Array
  readonly places: readonly [Int32Array, Int32Array]
}

/** Of the links of a pair of stems, this many are taken for chance: what once was seen will not always hold. */
const CHANCE = 0.6

/** What a pair of stems promises: of n links between stems that stand in x and y beads, 2 (n - .6) / (x + y). */
export const strengthOf = ({ links, firstCount, secondCount }: Association): number =>
  (2 * (links - CHANCE)) / (firstCount + secondCount)

/** What the beads teach, one entry for each pair of stems, in no special order but always the same. */
export function associations(beads: readonly Bead[], sizes: readonly [number, number]): Association[] {
  const read = withinBounds(beads)
  const sides = [sideOf(read, 0, sizes[0]), sideOf(read, 1, sizes[1])] as const
  const table = tableOf(sides)
  const even = new Float64Array(table.firsts.length).fill(1)
  let expected: readonly [Float64Array, Float64Array] = [even, even]
  for (let round = 0; round < ROUNDS; round++) {
    const there = shares(expected[0], table.firsts, sizes[0])
    const back = shares(expected[1], table.seconds, sizes[1])
    expected = [
      expectation(table.cells, table.places[1], there, sides[1].stems.length),
      expectation(table.cells, table.places[0], back, sides[0].stems.length),
    ]
  }
  return table.firsts.map((first, cell) => {
    const second = table.seconds[cell]!
    const links = (expected[0][cell]! + expected[1][cell]!) / 2
    return { first, second, links, firstCount: sides[0].counts[first]!, secondCount: sides[1].counts[second]! }
  })
}

function withinBounds(beads: readonly Bead[]): readonly Bead[] {
  let [links, kept] = [0, 0]
  for (const [firsts, seconds] of beads) {
    links += firsts.length * seconds.length
    if (links > MOST_LINKS) break
    kept++
  }
  return beads.slice(0, kept)
}

function sideOf(beads: readonly Bead[], side: 0 | 1, size: number): Side {
  const starts = new Int32Array(beads.length + 1)
  for (let k = 0; k < beads.length; k++) starts[k + 1] = starts[k]! + beads[k]![side].length
  const stems = new Int32Array(starts[beads.length]!)
  for (let k = 0; k < beads.length; k++) stems.set(beads[k]![side], starts[k]!)
  const counts = new Int32Array(size)
  for (const stem of stems) counts[stem]!++
  return { stems, starts, counts }
}

/** The pairs of stems that stand together often enough: for each first stem its bags are read twice. */
function tableOf([first, second]: readonly [Side, Side]): Table {
  const beadOf = new Int32Array(first.stems.length)
  for (let k = 1; k < first.starts.length; k++) beadOf.fill(k - 1, first.starts[k - 1]!, first.starts[k]!)
  const together = new Int32Array(second.counts.length)
  const cellOf = new Int32Array(second.counts.length).fill(-1)
  const [firsts, seconds]: [number[], number[]] = [[], []]
  const most = linksOf(first, second)
  const [cells, here, there] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  let size = 0
  for (const [stem, places] of placesByStem(first)) {
    const begin = firsts.length
    for (const place of places)
      for (let other = second.starts[beadOf[place]!]!; other < second.starts[beadOf[place]! + 1]!; other++) {
        const partner = second.stems[other]!
        if (++together[partner]! !== MIN_TOGETHER) continue
        cellOf[partner] = firsts.push(stem) - 1
        seconds.push(partner)
      }
    for (const place of places)
      for (let other = second.starts[beadOf[place]!]!; other < second.starts[beadOf[place]! + 1]!; other++) {
        const partner = second.stems[other]!
        together[partner] = 0
        if (cellOf[partner]! < begin) continue
        cells[size] = cellOf[partner]!
        here[size] = place
        there[size++] = other
      }
  }
  return { firsts, seconds, cells: cells.subarray(0, size), places: [here.subarray(0, size), there.subarray(0, size)] }
}

/** How many pairs of places there are. */
function linksOf(first: Side, second: Side): number {
  let links = 0
  for (let k = 1; k < first.starts.length; k++)
    links += (first.starts[k]! - first.starts[k - 1]!) * (second.starts[k]! - second.starts[k - 1]!)
  return links
}

/** The places of each stem that stands often enough to be linked. */
function* placesByStem({ stems, counts }: Side): Generator<readonly [stem: number, places: Int32Array]> {
  const ends = new Int32Array(counts.length)
  for (let stem = 1; stem < counts.length; stem++) ends[stem] = ends[stem - 1]! + counts[stem - 1]!
  const places = new Int32Array(stems.length)
  for (let place = 0; place < stems.length; place++) places[ends[stems[place]!]!++] = place
  for (let stem = 0; stem < counts.length; stem++)
    if (counts[stem]! >= MIN_TOGETHER) yield [stem, places.subarray(ends[stem]! - counts[stem]!, ends[stem])]
}

/** Each cell's part of what all cells of its stem hold. */
function shares(values: Float64Array, stems: readonly number[], size: number): Float64Array {
  const sums = new Float64Array(size)
  const out = new Float64Array(values.length)
  for (let cell = 0; cell < values.length; cell++) sums[stems[cell]!]! += values[cell]!
  for (let cell = 0; cell < values.length; cell++)
    if (values[cell]! > 0) out[cell] = values[cell]! / sums[stems[cell]!]!
  return out
}

/** How many links of each cell are to be expected where every stem of one side comes from one of the other or none. */
function expectation(cells: Int32Array, places: Int32Array, share: Float64Array, size: number): Float64Array {
  const origins = new Float64Array(size).fill(NULL)
  for (let link = 0; link < cells.length; link++) origins[places[link]!]! += share[cells[link]!]!
  const found = new Float64Array(share.length)
  for (let link = 0; link < cells.length; link++) found[cells[link]!]! += share[cells[link]!]! / origins[places[link]!]!
  return found
}
