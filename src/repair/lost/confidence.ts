/**
 * From the share of the readings that agree on a character to the share of repairs that were right at that share, a
 * curve for each kind of loss. The points were read off, and smoothed so that they rise, what
 * `node tests/eval/confidence.mjs DAMAGE --part odd --by evidence` counts with the shares themselves for confidences:
 * half of the news texts (seed 1) and half of the newsletters (seed 7), for news alone claims too much elsewhere.
 */
import { type Curve, shareAt } from '../curve.js'

/** What a lost character was; quotations inside others, and marks that swallowed a space, are the likeliest to be wrong. */
export type KindOfLoss = 'letter' | 'sign' | 'quote' | 'inner' | 'swallowed'

const CURVES: Record<KindOfLoss, Curve> = {
  letter: [
    [0.5, 0.42],
    [0.6, 0.6],
    [0.7, 0.8],
    [0.8, 0.83],
    [0.9, 0.9],
    [0.96, 0.96],
    [0.999, 0.97],
    [1 - 1e-6, 0.99],
  ],
  sign: [
    [0.5, 0.45],
    [0.7, 0.5],
    [0.8, 0.6],
    [0.9, 0.72],
    [0.96, 0.93],
    [0.99, 0.95],
    [1 - 1e-6, 0.97],
  ],
  quote: [
    [0.5, 0.45],
    [0.8, 0.6],
    [0.9, 0.76],
    [0.98, 0.85],
    [0.995, 0.87],
    [0.9999, 0.91],
    [1 - 1e-6, 0.93],
  ],
  inner: [
    [0.5, 0.3],
    [1, 0.45],
  ],
  swallowed: [
    [0.95, 0.35],
    [0.99, 0.5],
    [0.995, 0.6],
    [0.999, 0.85],
    [1, 0.9],
  ],
}

/** How sure a repair is, to two places. */
export const confidence = (share: number, kind: KindOfLoss): number => shareAt(CURVES[kind], share)
