/**
 * How sure a repair is: from the score of a reading to the share of repairs that were right at that score, by straight
 * lines between a handful of points. The points were read off, and smoothed so that they rise, what
 * `node tests/eval/confidence.mjs DAMAGE --part odd --by evidence` counts with the scores themselves for confidences:
 * half of the news texts (seed 1) and half of the newsletters (seed 7), for news alone claims too much elsewhere.
 */

/** What a scanner did: a slip inside a word, a letter of mojibake in a listed word or another, a sign, a quotation mark. */
export type KindOfSlip = 'slip' | 'letter' | 'unlisted' | 'sign' | 'quote'

/** What a lost character was; quotations inside others, and marks that swallowed a space, are the likeliest to be wrong. */
export type KindOfLoss = 'letter' | 'sign' | 'quote' | 'inner' | 'swallowed'

/** Scores and shares in turn, both rising; outside them the first or the last share holds. */
type Curve = readonly number[]

/** Of slips, by the margin: what the next best reading costs more (`--channels u8-cp1252-ocr`). */
const OF_SLIPS: Record<KindOfSlip, Curve> = {
  slip: [0, 0.6, 4, 0.65, 7, 0.75, 10, 0.88, 20, 0.93, 30, 0.96],
  letter: [0, 0.6, 2, 0.8, 3, 0.9, 8, 0.95, 12, 0.97, 20, 0.99],
  unlisted: [0, 0.5, 4, 0.65, 8, 0.85, 12, 0.95, 20, 0.97],
  sign: [0, 0.4, 1, 0.5, 2, 0.8, 3, 0.93, 4, 0.97, 6, 0.98],
  quote: [0, 0.35, 1, 0.6, 2, 0.83, 3, 0.86, 5, 0.86, 6, 0.97, 8, 0.98],
}

/** Of losses, by the share of the readings that agree on the character. */
const OF_LOSSES: Record<KindOfLoss, Curve> = {
  letter: [0.5, 0.42, 0.6, 0.6, 0.7, 0.8, 0.8, 0.83, 0.9, 0.9, 0.96, 0.96, 0.999, 0.97, 1 - 1e-6, 0.99],
  sign: [0.5, 0.45, 0.7, 0.5, 0.8, 0.6, 0.9, 0.72, 0.96, 0.93, 0.99, 0.95, 1 - 1e-6, 0.97],
  quote: [0.5, 0.45, 0.8, 0.6, 0.9, 0.76, 0.98, 0.85, 0.995, 0.87, 0.9999, 0.91, 1 - 1e-6, 0.93],
  inner: [0.5, 0.3, 1, 0.45],
  swallowed: [0.95, 0.35, 0.99, 0.5, 0.995, 0.6, 0.999, 0.85, 1, 0.9],
}

/** Below these margins a place of a scan stays as it is. */
export const LEAST_MARGIN: Record<KindOfSlip, number> = {
  slip: 0.67,
  letter: 0.67,
  unlisted: 1.53,
  sign: 0.45,
  quote: 0.45,
}

/** How sure it is that a slip of a scanner was read right, to two places. */
export const confidenceOfSlip = (margin: number, kind: KindOfSlip): number => shareAt(OF_SLIPS[kind], margin)

/** How sure it is that a lost character was read right, to two places. */
export const confidenceOfLoss = (share: number, kind: KindOfLoss): number => shareAt(OF_LOSSES[kind], share)

/** The share at a score, to two places; that of the last point as it stands. */
function shareAt(curve: Curve, score: number): number {
  const above = curve.findIndex((s, i) => i % 2 === 0 && s > score)
  if (above < 0) return curve.at(-1)!
  if (above === 0) return curve[1]!
  const [s0, r0, s1, r1] = curve.slice(above - 2, above + 2) as [number, number, number, number]
  return Math.round((r0 + ((score - s0) / (s1 - s0)) * (r1 - r0)) * 100) / 100
}
