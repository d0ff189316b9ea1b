/**
 * How sure a unit is: the mean over its pairs of texts of what is believed of their beads, and what that is worth. A bead
 * with a hole, which no pair believes in as such, counts for what its two ends are believed. On news and newsletters
 * units of .9 and more were nearly always right; on loose, literary translation expect about nine in ten.
 */
import type { Bead } from '../model.js'
import { type Belief, believed } from './consistency.js'
import { codeOfRows, spanCode } from './forms.js'
import { moveKey } from './moved.js'
import type { Unit } from './units.js'

const MIN_BELIEF = 0.05 // of a bead that only third texts know of

/**
 * What a mean belief is worth: the share of units of about that belief that were right, fitted on the even releases of
 * `npm run eval -- DIR alignment --set news-hard,newsletter-hard`, which prints for the confidences that come of it how
 * many are right: of .9 and more .994 of news and .999 of newsletters, on the odd releases .994 and .998.
 */
const WORTH: readonly (readonly [belief: number, right: number])[] = [
  [0, 0],
  [0.5, 0.1],
  [0.7, 0.5],
  [0.8, 0.8],
  [0.88, 0.9],
  [1, 1],
]

function worthOf(belief: number): number {
  const at = Math.max(
    1,
    WORTH.findIndex(([known]) => known >= belief),
  )
  const [[x, low], [y, high]] = [WORTH[at - 1]!, WORTH[at]!]
  return low + ((high - low) * (belief - x)) / (y - x)
}

/** For each pair a < b and each row of a, its bead with two sides. */
export type Owners = readonly (readonly ReadonlyMap<number, Bead>[])[]

/** Looks the beads up by their rows, once for all units. */
export function ownersOf(beads: readonly (readonly (readonly Bead[])[])[]): Owners {
  return beads.map(row =>
    row.map(list => {
      const owner = new Map<number, Bead>()
      for (const bead of list) if (bead[1].length > 0) for (const member of bead[0]) owner.set(member, bead)
      return owner
    }),
  )
}

/** 0 to 1, three decimals; `related` is how far two texts are translations at all, `moves` has what is believed of beads that cross others. */
export function confidenceOf(
  unit: Unit,
  owners: Owners,
  beliefs: readonly (readonly Belief[])[],
  related: readonly (readonly number[])[],
  moves: ReadonlyMap<string, number>,
): number {
  let [sum, count] = [0, 0]
  unit.rows.forEach((rows, a) => {
    for (let b = a + 1; b < unit.rows.length; b++) {
      for (const bead of new Set(rows.map(row => owners[a]![b]!.get(row)))) {
        if (bead === undefined) continue
        sum += moves.get(moveKey(a, b, bead)) ?? beliefIn(bead, beliefs[a]![b]!) * related[a]![b]!
        count++
      }
    }
  })
  return count === 0 ? 0 : Math.round(worthOf(Math.min(1, sum / count)) * 1000) / 1000
}

function beliefIn(bead: Bead, belief: Belief): number {
  const [left, right] = bead
  const [x, y] = [codeOfRows(left), codeOfRows(right)]
  const whole = x < 0 || y < 0 ? 0 : believed(belief, x, y)
  if (whole > 0) return whole
  let sum = 0
  for (const i of left) for (const j of right) sum += believed(belief, spanCode(i, 0), spanCode(j, 0))
  return Math.max(MIN_BELIEF, Math.min(1, sum / Math.max(left.length, right.length)))
}
