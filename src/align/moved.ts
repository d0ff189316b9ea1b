/**
 * Paragraphs that stand in another place than in the other texts. Alignment keeps the order, so a moved paragraph is left
 * without its partners: what hangs together without it (a unit that lacks its text) and the paragraph itself are two
 * things that may be one. Such things are held against each other by words and lengths as beads are, but without the
 * order. Only what the words say plainly is taken: a wrong move is worse than a paragraph left alone.
 */
import type { Bead } from '../model.js'
import { type LengthModel, lengthScore, sentenceChance, sentenceScore } from './lengths.js'
import type { PairLinks } from './links.js'
import type { Rows } from './pairs.js'
import { type Projections, placesOf, projectionsOf } from './places.js'
import type { Unit } from './units.js'
import { weights } from './weights.js'

/**
 * Things whose log likelihood ratio is at least this are one. `npm run eval -- DIR alignment --set 'moved paragraphs,moved
 * paragraphs of two,news-hard,newsletter-hard,real differences'`: 115 of 255 and 22 of 51 moved beads were found, and none
 * was wrong on any set; at 5 140, 25 and 1 wrong, at 4 155, 28 and 2 wrong, at 3 170, 35 and 8 wrong.
 */
const PLAIN = 6
/** And this much more than with any other thing. */
const AHEAD = 3
/** Rows of a text that are tried, the first ones: one that has nothing in common with its siblings has hundreds. */
const MOST_TRIED = 80
/** The log likelihood ratio at which a move is believed by two thirds. */
const BELIEVED = 10

/** Beads that cross others, and how far each is believed, by `moveKey`. */
export interface Moves {
  readonly beads: readonly (readonly (readonly Bead[])[])[]
  readonly believed: ReadonlyMap<string, number>
}

/** Names a bead of two texts by its first rows. */
export const moveKey = (a: number, b: number, [left, right]: Bead) => `${a},${b},${left[0]},${right[0]}`

/** A unit that lacks some text, or a row that is in no unit: its rows in each text. */
type Thing = readonly (readonly number[])[]

/** The beads with those of things that are one although they stand in different places. */
export function withMoves(
  beads: readonly (readonly (readonly Bead[])[])[],
  units: readonly Unit[],
  rows: readonly Rows[],
  linksOf: (a: number, b: number) => PairLinks,
): Moves {
  const things = thingsOf(units, rows)
  const believed = new Map<string, number>()
  const out = beads.map(row => row.map(list => [...list]))
  const scores = scoresOf(things, rows, linksOf)
  for (const [x, y, score] of plainPairs(scores, things.length)) {
    things[x]!.forEach((left, a) => {
      things[y]!.forEach((right, b) => {
        if (left.length === 0 || right.length === 0) return
        const [first, second] = a < b ? [a, b] : [b, a]
        const bead: Bead = a < b ? [left, right] : [right, left]
        out[first]![second] = [...withoutLonely(out[first]![second]!, bead), bead]
        believed.set(moveKey(first, second, bead), 1 - Math.exp(-score / BELIEVED))
      })
    })
  }
  return { beads: out, believed }
}

const withoutLonely = (beads: readonly Bead[], [left, right]: Bead): Bead[] =>
  beads.filter(([x, y]) => !(y.length === 0 && left.includes(x[0]!)) && !(x.length === 0 && right.includes(y[0]!)))

/** Units of single rows that lack a text, and rows in no unit. */
function thingsOf(units: readonly Unit[], rows: readonly Rows[]): Thing[] {
  const inUnit = rows.map(({ rows: all }) => new Int8Array(all.length))
  for (const unit of units)
    for (const [text, members] of unit.rows.entries()) for (const row of members) inUnit[text]![row] = 1
  const lacking = units.filter(unit => unit.rows.some(members => members.length === 0)).map(unit => unit.rows)
  const lonely = rows.flatMap((_, text) =>
    [...inUnit[text]!.keys()]
      .filter(row => !inUnit[text]![row])
      .slice(0, MOST_TRIED)
      .map((row): Thing => rows.map((_, other) => (other === text ? [row] : []))),
  )
  return lonely.length === 0 && lacking.length === 0 ? [] : [...lacking.slice(0, MOST_TRIED), ...lonely]
}

/** For things without a common text, the mean score over their pairs of texts; by `x * things.length + y`, x < y. */
function scoresOf(
  things: readonly Thing[],
  rows: readonly Rows[],
  linksOf: (a: number, b: number) => PairLinks,
): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>()
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      const [left, right] = [single(things, a), single(things, b)]
      if (left.size === 0 || right.size === 0) continue
      overScores(rows[a]!, rows[b]!, linksOf(a, b), [...left.keys()], [...right.keys()], (i, j, score) => {
        const [x, y] = [left.get(i)!, right.get(j)!]
        if (x === y || things[x]!.some((members, text) => members.length > 0 && things[y]![text]!.length > 0)) return
        const key = x < y ? x * things.length + y : y * things.length + x
        const known = sums.get(key) ?? { sum: 0, count: 0 }
        sums.set(key, { sum: known.sum + score, count: known.count + 1 })
      })
    }
  }
  return new Map([...sums].map(([key, { sum, count }]) => [key, sum / count]))
}

/** The things that have one row in a text, by that row. */
function single(things: readonly Thing[], text: number): Map<number, number> {
  const out = new Map<number, number>()
  things.forEach((thing, at) => {
    if (thing[text]!.length === 1) out.set(thing[text]![0]!, at)
  })
  return out
}

/** The score of each of some rows of a text with each of some rows of another, as of a bead without prior. */
function overScores(
  a: Rows,
  b: Rows,
  links: PairLinks,
  left: readonly number[],
  right: readonly number[],
  visit: (i: number, j: number, score: number) => void,
): void {
  const there = wordScores(projectionsOf(placesOf(left.map(i => a.rows[i]!)), b.places, links.there), left.length)
  const back = wordScores(projectionsOf(placesOf(right.map(j => b.rows[j]!)), a.places, links.back), right.length)
  const model: LengthModel = { mean: Math.log(b.lengths.total / a.lengths.total), spread: 1 }
  const chance = sentenceChance(a.lengths, b.lengths, 0, 0)
  for (const [k, i] of left.entries()) {
    for (const [n, j] of right.entries()) {
      const words = (there(k, j) + back(n, i)) / 2
      const size = lengthScore(a.lengths, b.lengths, model, i, 0, j, 0)
      const count = weights.sentences * (sentenceScore(a.lengths, b.lengths, i, 0, j, 0) - chance)
      visit(i, j, words + size + count)
    }
  }
}

/** What the words of row k of the places say of row j of the other text. */
function wordScores(projections: Projections, rows: number): (k: number, j: number) => number {
  const { places, others, slot, best, start, row, share } = projections
  const { sizes } = others
  const table = new Float64Array(rows * sizes.length)
  const base = new Float64Array(rows)
  slot.forEach((s, e) => {
    const miss = Math.log(1 - best[e]!)
    for (let p = places.start[s]!; p < places.start[s + 1]!; p++) {
      base[places.row[p]!]! += places.count[p]! * miss
      for (let k = start[e]!; k < start[e + 1]!; k++) {
        const ratio = Math.min(weights.maxRatio, share[k]! / sizes[row[k]!]!)
        table[places.row[p]! * sizes.length + row[k]!]! +=
          places.count[p]! * (Math.log(1 - best[e]! + best[e]! * ratio) - miss)
      }
    }
  })
  return (k, j) => base[k]! + table[k * sizes.length + j]!
}

/** Pairs that are plainly one: each is by far the best of the other. */
function plainPairs(scores: ReadonlyMap<number, number>, size: number): [number, number, number][] {
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const second = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  for (const [key, score] of scores) {
    for (const thing of [Math.floor(key / size), key % size]) {
      if (score > best[thing]!) {
        second[thing] = best[thing]!
        best[thing] = score
      } else if (score > second[thing]!) second[thing] = score
    }
  }
  const out: [number, number, number][] = []
  for (const [key, score] of scores) {
    const [x, y] = [Math.floor(key / size), key % size]
    const isPlain = score >= PLAIN && score === best[x] && score === best[y]
    if (isPlain && score - Math.max(second[x]!, second[y]!) >= AHEAD) out.push([x, y, score])
  }
  return out
}
