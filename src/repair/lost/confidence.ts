/**
 * From the share of the readings that agree on a character to the share of repairs that were right at that share:
 * straight lines between points, one curve for letters and one for marks and signs. The points were read off the share
 * right in each twentieth, all characters beyond ASCII or beyond a code page lost from 59 releases in five languages,
 * and smoothed so that they rise; 113 newsletters were the check (at .93 right .94, at .98 right .98, at .67 right .45).
 */

type Curve = readonly (readonly [share: number, right: number])[]

const LETTERS: Curve = [
  [0.5, 0.55],
  [0.6, 0.72],
  [0.7, 0.85],
  [0.8, 0.94],
  [0.9, 0.96],
  [0.99, 0.99],
  [1, 0.994],
]

const MARKS: Curve = [
  [0.5, 0.45],
  [0.6, 0.55],
  [0.7, 0.68],
  [0.8, 0.8],
  [0.9, 0.88],
  [0.99, 0.97],
  [1, 0.98],
]

/** Sums of shares are so exact. */
const ROUNDING = 1e-9

/** How sure a repair is, to two places; `mark` where it is no letter. */
export function confidence(share: number, mark: boolean): number {
  const curve = mark ? MARKS : LETTERS
  if (share > 1 - ROUNDING) return curve.at(-1)![1]
  const above = curve.findIndex(([s]) => s >= share)
  if (above <= 0) return above === 0 ? curve[0]![1] : curve.at(-1)![1]
  const [s0, r0] = curve[above - 1]!
  const [s1, r1] = curve[above]!
  return Math.round((r0 + ((share - s0) / (s1 - s0)) * (r1 - r0)) * 100) / 100
}
