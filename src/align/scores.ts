/**
 * The log score of every bead in the band: prior of its shape, lengths, numbers of sentences, and half of what the
 * words of both sides say. A row without a partner has a prior alone.
 */
import { type Band, inBand } from './band.js'
import { FORMS, SHAPES, SOLID } from './forms.js'
import { type LengthModel, type Lengths, lengthScore, sentenceScore } from './lengths.js'
import type { Evidence } from './lexical.js'
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

/** Scores all beads whose corners lie in the band; the others are -Infinity. */
export function scoresOf(
  band: Band,
  lengths: readonly [Lengths, Lengths],
  model: LengthModel,
  evidence: readonly [Evidence, Evidence],
): Scores {
  const [sentenceTrust, lexicalTrust] = [weights.sentences, weights.lexical]
  const tables = SHAPES.map(([f, g]) => {
    const [di, dj] = [FORMS[f]!.span, FORMS[g]!.span]
    const prior = priorOf(f, g)
    const hopeless = (di + dj) * weights.prior01 - MOST_GAIN
    const table = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
    for (let i = 0; i + di <= band.rows; i++) {
      for (let j = band.lo[i]!; j <= band.hi[i]! && j + dj <= band.columns; j++) {
        if (!inBand(band, i + di, j + dj)) continue
        const words = spanEvidence(evidence, band, i, f, j, g)
        if (prior + (lexicalTrust * words) / 2 < hopeless) continue
        const length = lengthScore(lengths[0], lengths[1], model, i, f, j, g)
        const count = sentenceScore(lengths[0], lengths[1], i, f, j, g)
        table[band.offset[i]! + j] = prior + length + sentenceTrust * count + (lexicalTrust * words) / 2
      }
    }
    return table
  })
  return { band, tables, nothing: weights.prior01 }
}

function spanEvidence(
  evidence: readonly [Evidence, Evidence],
  band: Band,
  i: number,
  f: number,
  j: number,
  g: number,
): number {
  const [first, second] = evidence
  const [windowsFirst, windowsSecond] = [first.windows[g]!, second.windows[f]!]
  let sum = 0
  for (const offset of FORMS[f]!.rows) {
    const row = i + offset
    sum += first.base[row]!
    if (inBand(band, row, j)) sum += windowsFirst[band.offset[row]! + j]!
  }
  for (const offset of FORMS[g]!.rows) {
    const column = j + offset
    sum += second.base[column]!
    if (inBand(band, i, column)) sum += windowsSecond[band.offset[i]! + column]!
  }
  return sum
}
