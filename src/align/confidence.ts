/**
 * How sure a unit is: what is least believed of the beads of its pairs of texts, what that is worth, and how far the texts
 * are related at all by their words. A bead with a hole, which no pair believes in as such, counts for what its two ends
 * are believed.
 */
import type { Bead } from '../model.js'
import { type Belief, believed } from './consistency.js'
import { codeOfRows, spanCode } from './forms.js'
import { moveKey } from './moved.js'
import type { Unit } from './units.js'

const MIN_BELIEF = 0.05 // of a bead that only third texts know of

/**
 * The log odds that a unit of related texts is right, from its least belief, and where it has several rows of a text, or
 * more than two texts. Fitted by logistic regression on half of 26 kinds of text, each kind weighing the same: those of
 * `npm run eval -- DIR alignment`, declarations of rights, and the short strings of a program, in six languages, two at a
 * time, and in languages that no pack knows. `many` is more than the fit (.66): all kinds of six languages kept the promise
 * with it, and with .66 a tenth less of the units of news had .9.
 */
const ODDS = { none: 0.42, least: 0.77, wide: -0.71, many: 1.1 }
const MOST = 0.99999 // of a belief

/**
 * What these odds are called. Kinds differ: .994 of what has .96 and more are right, on the worst kind but one .989. So .9
 * is what is right 99 times in 100 on nearly every kind, not on the mean kind alone; the one that stays below is where
 * paragraphs are cut in other places and strangers stand in the place of what was left out (.95).
 */
const WORTH: readonly (readonly [odds: number, called: number])[] = [
  [0, 0],
  [0.5, 0.25],
  [0.8, 0.5],
  [0.9, 0.75],
  [0.96, 0.9],
  [1, 1],
]

function worthOf(least: number, isWide: boolean, isMany: boolean): number {
  const logOdds = ODDS.none + ODDS.least * logit(least) + (isWide ? ODDS.wide : 0) + (isMany ? ODDS.many : 0)
  const right = 1 / (1 + Math.exp(-logOdds))
  const at = Math.max(
    1,
    WORTH.findIndex(([known]) => known >= right),
  )
  const [[x, low], [y, high]] = [WORTH[at - 1]!, WORTH[at]!]
  return low + ((high - low) * (right - x)) / (y - x)
}

function logit(belief: number): number {
  const inside = Math.min(MOST, Math.max(1 - MOST, belief))
  return Math.log(inside / (1 - inside))
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
  let [relation, count, least] = [0, 0, 1]
  unit.rows.forEach((rows, a) => {
    for (let b = a + 1; b < unit.rows.length; b++) {
      for (const bead of new Set(rows.map(row => owners[a]![b]!.get(row)))) {
        if (bead === undefined) continue
        const moved = moves.get(moveKey(a, b, bead))
        least = Math.min(least, moved ?? beliefIn(bead, beliefs[a]![b]!))
        relation += moved === undefined ? related[a]![b]! : 1
        count++
      }
    }
  })
  if (count === 0) return 0
  const texts = unit.rows.filter(rows => rows.length > 0)
  const isWide = texts.some(rows => rows.length > 1)
  return Math.round((worthOf(least, isWide, texts.length > 2) * relation * 1000) / count) / 1000
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
