/** From a score to the share of repairs that were right at that score: straight lines between a handful of points. */

/** Points with rising scores and rising shares; outside them the first or the last holds. */
export type Curve = readonly (readonly [score: number, right: number])[]

/** The share at a score, to two places; that of the last point as it stands. */
export function shareAt(curve: Curve, score: number): number {
  const above = curve.findIndex(([s]) => s > score)
  if (above < 0) return curve.at(-1)![1]
  if (above === 0) return curve[0]![1]
  const [s0, r0] = curve[above - 1]!
  const [s1, r1] = curve[above]!
  return Math.round((r0 + ((score - s0) / (s1 - s0)) * (r1 - r0)) * 100) / 100
}
