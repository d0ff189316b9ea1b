/**
 * The log score of every bead in the band: prior of its shape, lengths, numbers of sentences, and half of what the
 * words of both sides say. A row without a partner has a prior alone.
 */
import type { Band } from './band.js'
import { FORMS, SHAPES, SOLID } from './forms.js'
import { type LengthModel, type Lengths, lengthScore, sentenceChance, sentenceScore } from './lengths.js'
import type { Evidence } from './lexical.js'
import type { Similar } from './similarity.js'
import { weights } from './weights.js'

/** `tables[k]` at node (i, j): score of the bead of shape `SHAPES[k]` that begins with rows i and j. */
export interface Scores {
  readonly band: Band
  readonly tables: readonly Float64Array[]
  readonly nothing: number
}

/** A bead so much worse than leaving all its rows alone is not worth its lengths, which never gain so much. */
const MOST_GAIN = 20

function priorOf(f: number, g: number): number {
  if (f >= SOLID || g >= SOLID) return weights.priorHole
  const { prior11, prior12, prior13, prior22, prior23, prior33 } = weights
  const priors = [
    [prior11, prior12, prior13],
    [prior12, prior22, prior23],
    [prior13, prior23, prior33],
  ]
  return priors[f]![g]!
}

/** Scores all beads of the first so many shapes whose corners are open; the others are -Infinity. */
export function scoresOf(
  band: Band,
  lengths: readonly [Lengths, Lengths],
  model: LengthModel,
  evidence: readonly [Evidence, Evidence],
  shapes = SHAPES.length,
  similar?: Similar,
): Scores {
  const tables = Array.from({ length: shapes }, (_, shape) => tableOf(band, lengths, model, evidence, shape, similar))
  return { band, tables, nothing: weights.prior01 }
}

function tableOf(
  band: Band,
  lengths: readonly [Lengths, Lengths],
  model: LengthModel,
  evidence: readonly [Evidence, Evidence],
  shape: number,
  similar?: Similar,
): Float64Array {
  const [f, g] = SHAPES[shape]!
  const [di, dj] = [FORMS[f]!.span, FORMS[g]!.span]
  const [first, second] = lengths
  const { lo, hi, offset, open } = band
  const prior = priorOf(f, g)
  const chance = sentenceChance(first, second, f, g)
  const hopeless = (di + dj) * weights.prior01 - MOST_GAIN
  const table = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i + di <= band.rows; i++) {
    const from = Math.max(lo[i]!, lo[i + di]! - dj)
    const to = Math.min(hi[i]!, hi[i + di]! - dj)
    for (let j = from; j <= to; j++) {
      if (open[offset[i]! + j] === 0 || open[offset[i + di]! + j + dj] === 0) continue
      const plain = (weights.lexical * spanEvidence(evidence, i, f, j, g)) / 2
      const words = similar ? plain + similar(i, f, j, g) : plain
      if (prior + words < hopeless) continue
      const length = lengthScore(first, second, model, i, f, j, g)
      const count = weights.sentences * (sentenceScore(first, second, i, f, j, g) - chance)
      table[offset[i]! + j] = prior + length + count + words
    }
  }
  return table
}

/** What the rows of both sides say of each other; `evidence[0]` has spans of the second text before rows of the first. */
export function spanEvidence(
  [first, second]: readonly [Evidence, Evidence],
  i: number,
  f: number,
  j: number,
  g: number,
): number {
  const left = FORMS[f]!.rows
  const right = FORMS[g]!.rows
  let sum = 0
  for (let k = 0; k < left.length; k++) sum += evidenceAt(first, g, j, i + left[k]!)
  for (let k = 0; k < right.length; k++) sum += evidenceAt(second, f, i, j + right[k]!)
  return sum
}

function evidenceAt({ band, base, windows }: Evidence, form: number, begin: number, row: number): number {
  const inside = row >= band.lo[begin]! && row <= band.hi[begin]!
  return inside ? base[row]! + windows[form * band.size + band.offset[begin]! + row]! : base[row]!
}
