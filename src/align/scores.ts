/**
 * The log score of every bead in the band: prior of its shape, lengths, and half of what the words of both sides say.
 * A bead joins 1 to 3 rows with 1 to 3 rows that follow each other; a row without a partner has a prior alone.
 */
import { type Band, inBand } from './band.js'
import { type LengthModel, type Lengths, lengthScore, sentenceScore } from './lengths.js'
import { type Evidence, MAX_SPAN } from './lexical.js'
import { weights } from './weights.js'

/** `shapes[(di - 1) * 3 + dj - 1]` at node (i, j): score of the bead of di rows from i and dj rows from j. */
export interface Scores {
  readonly band: Band
  readonly shapes: readonly Float64Array[]
  readonly nothing: number
}

const priorOf = (di: number, dj: number) => weights[`prior${Math.min(di, dj)}${Math.max(di, dj)}`]!

/** Scores all beads whose corners lie in the band; the others are -Infinity. */
export function scoresOf(
  band: Band,
  lengths: readonly [Lengths, Lengths],
  model: LengthModel,
  evidence: readonly [Evidence, Evidence],
): Scores {
  const shapes: Float64Array[] = []
  const [sentenceTrust, lexicalTrust] = [weights.sentences!, weights.lexical!]
  for (let di = 1; di <= MAX_SPAN; di++) {
    for (let dj = 1; dj <= MAX_SPAN; dj++) {
      const table = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY)
      const prior = priorOf(di, dj)
      for (let i = 0; i + di <= band.rows; i++) {
        for (let j = band.lo[i]!; j <= band.hi[i]! && j + dj <= band.columns; j++) {
          if (!inBand(band, i + di, j + dj)) continue
          const words = spanEvidence(evidence, band, i, di, j, dj)
          const length = lengthScore(lengths[0], lengths[1], model, i, di, j, dj)
          const count = sentenceScore(lengths[0], lengths[1], i, di, j, dj)
          table[band.offset[i]! + j] = prior + length + sentenceTrust * count + (lexicalTrust * words) / 2
        }
      }
      shapes.push(table)
    }
  }
  return { band, shapes, nothing: weights.prior01! }
}

function spanEvidence(evidence: readonly [Evidence, Evidence], band: Band, i: number, di: number, j: number, dj: number): number {
  const [first, second] = evidence
  let sum = 0
  for (let row = i; row < i + di; row++) {
    sum += first.base[row]!
    if (inBand(band, row, j)) sum += first.windows[dj - 1]![band.offset[row]! + j]!
  }
  for (let column = j; column < j + dj; column++) {
    sum += second.base[column]!
    if (inBand(band, i, column)) sum += second.windows[di - 1]![band.offset[i]! + column]!
  }
  return sum
}
