/**
 * From the margin of a reading (what the next best costs more) to the share of repairs that were right at such a margin.
 * The points were read off, and smoothed so that they rise, what
 * `node tests/eval/confidence.mjs DAMAGE --channels u8-cp1252-ocr --part odd --by evidence` counts: half of the news
 * texts (seed 1) and half of the newsletters (seed 7).
 */
import { type Curve, shareAt } from '../curve.js'

/** What a scanner did: a slip inside a word, a letter of mojibake in a listed word or another, a sign, a quotation mark. */
export type KindOfSlip = 'slip' | 'letter' | 'unlisted' | 'sign' | 'quote'

const CURVES: Record<KindOfSlip, Curve> = {
  slip: [
    [0, 0.6],
    [4, 0.65],
    [7, 0.75],
    [10, 0.88],
    [20, 0.93],
    [30, 0.96],
  ],
  letter: [
    [0, 0.6],
    [2, 0.8],
    [3, 0.9],
    [8, 0.95],
    [12, 0.97],
    [20, 0.99],
  ],
  unlisted: [
    [0, 0.5],
    [4, 0.65],
    [8, 0.85],
    [12, 0.95],
    [20, 0.97],
  ],
  sign: [
    [0, 0.4],
    [1, 0.5],
    [2, 0.8],
    [3, 0.93],
    [4, 0.97],
    [6, 0.98],
  ],
  quote: [
    [0, 0.35],
    [1, 0.6],
    [2, 0.83],
    [3, 0.86],
    [5, 0.86],
    [6, 0.97],
    [8, 0.98],
  ],
}

/** Below these margins a place stays as it is. */
export const LEAST_MARGIN: Record<KindOfSlip, number> = {
  slip: 0.67,
  letter: 0.67,
  unlisted: 1.53,
  sign: 0.45,
  quote: 0.45,
}

/** How sure a repair is, to two places. */
export const confidence = (margin: number, kind: KindOfSlip): number => shareAt(CURVES[kind], margin)
