/**
 * Evidence of lengths for a bead, after Gale and Church (1993), but as a likelihood ratio: the log ratio of the two
 * lengths is normal around the pair's own mean, with a small share of outliers, and is weighed against how often the
 * document has spans of that length anyway. Where all paragraphs are alike, equal lengths prove little.
 */
import { FORMS } from './forms.js'
import type { Row } from './vocabulary.js'
import { weights } from './weights.js'

/** Sizes of all spans of a text; `[form][i]` is that of the rows of the form from row i. */
export interface Lengths {
  /** Of all rows, none counting for more than rows of this text usually do. */
  readonly total: number
  readonly units: readonly Float64Array[]
  readonly log: readonly Float64Array[]
  /** Density of the log length among those of the same form. */
  readonly density: readonly Float64Array[]
  readonly sentences: readonly Float64Array[]
  /** Log of how often spans of that width have so many sentences. */
  readonly sentenceLog: readonly Float64Array[]
  /** By number of sentences: its share, over the root of how often it is expected. */
  readonly sentenceShares: readonly ReadonlyMap<number, number>[]
}

/** How a pair's lengths relate: mean log ratio (second over first), and a factor on the variance. */
export interface LengthModel {
  readonly mean: number
  readonly spread: number
}

const LEAST_FIT = Math.log(0.001) // numbers of sentences that have nothing to do with each other
const GRID = 0.05 // step of the density table, a fraction of the kernel's width
const REACH = 4 // kernel widths
const TOP = 18 // log of 65 million units
const ROOT = Math.sqrt(2 * Math.PI)

/** Measures a text. Linear in the rows. */
export function lengthsOf(rows: readonly Row[]): Lengths {
  const log: Float64Array[] = []
  const density: Float64Array[] = []
  const sentences: Float64Array[] = []
  const sentenceLog: Float64Array[] = []
  const sentenceShares: Map<number, number>[] = []
  const units: Float64Array[] = []
  for (const form of FORMS) {
    const spans = new Float64Array(Math.max(0, rows.length - form.span + 1))
    const counts = new Float64Array(spans.length)
    const sums = new Float64Array(spans.length)
    for (let i = 0; i < spans.length; i++) {
      for (const offset of form.rows) {
        sums[i]! += rows[i + offset]!.length
        counts[i]! += rows[i + offset]!.sentences
      }
      spans[i] = Math.log(sums[i]!)
    }
    units.push(sums)
    log.push(spans)
    density.push(densities(spans))
    sentences.push(counts)
    const logs = frequencies(counts)
    sentenceLog.push(logs)
    sentenceShares.push(sharesOf(counts, logs))
  }
  return {
    total: usualTotal(rows),
    units,
    log,
    density,
    sentences,
    sentenceLog,
    sentenceShares,
  }
}

/** Rows longer than nine of ten are by so much count as if they were not. */
const LONG = 1.5

/**
 * The length of a text, from which the ratio of two is guessed before anything is aligned. A stranger of ten times the usual
 * length would turn it over, and with it all that follows.
 */
function usualTotal(rows: readonly Row[]): number {
  const sorted = Float64Array.from(rows, row => row.length).sort()
  const most = LONG * (sorted[Math.floor(sorted.length * 0.9)] ?? 0)
  return rows.reduce((sum, row) => sum + Math.min(most, row.length), 0)
}

/** Log of how often each number of sentences stands among the numbers, smoothed over its neighbours. */
function frequencies(counts: Float64Array): Float64Array {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  return counts.map(count => {
    const near = (seen.get(count - 1) ?? 0) + (seen.get(count + 1) ?? 0)
    return Math.log(((seen.get(count) ?? 0) * 0.7 + near * 0.15 + 0.3) / (counts.length + 1))
  })
}

/** Of each number of sentences its share, over the root of how often it is expected. */
function sharesOf(counts: Float64Array, logs: Float64Array): Map<number, number> {
  const shares = new Map<number, number>()
  counts.forEach((count, k) => {
    shares.set(count, (shares.get(count) ?? 0) + Math.exp(-logs[k]! / 2) / counts.length)
  })
  return shares
}

const MOST_SENTENCES = 32
const SENTENCE_FIT = Float64Array.from({ length: MOST_SENTENCES ** 2 }, (_, k) =>
  sentenceFit(Math.floor(k / MOST_SENTENCES), k % MOST_SENTENCES),
)

/**
 * Log likelihood ratio of two numbers of sentences, as for lengths: translators seldom part or join sentences. What chance
 * gives (`sentenceChance`) is to be taken off: where all rows have one sentence their numbers tell nothing.
 */
export function sentenceScore(a: Lengths, b: Lengths, i: number, f: number, j: number, g: number): number {
  const x = a.sentences[f]![i]!
  const y = b.sentences[g]![j]!
  return fitOf(x, y) - (b.sentenceLog[g]![j]! + a.sentenceLog[f]![i]!) / 2
}

/** The log of what `exp(sentenceScore)` is in the mean over all spans of these forms. */
export function sentenceChance(a: Lengths, b: Lengths, f: number, g: number): number {
  let sum = 0
  for (const [x, own] of a.sentenceShares[f]!)
    for (const [y, other] of b.sentenceShares[g]!) sum += own * other * Math.exp(fitOf(x, y))
  return sum > 0 ? Math.log(sum) : 0
}

const fitOf = (x: number, y: number) =>
  x < MOST_SENTENCES && y < MOST_SENTENCES ? SENTENCE_FIT[x * MOST_SENTENCES + y]! : sentenceFit(x, y)

function sentenceFit(x: number, y: number): number {
  const rate = weights.sentenceRate * (1 + 0.1 * (Math.max(x, y) - 1))
  const equal = 1 / (1 + 2 * rate + 2 * rate * rate)
  return Math.log(equal) + Math.max(Math.abs(x - y) * Math.log(rate), LEAST_FIT)
}

const KERNEL_REACH = Math.ceil((REACH * weights.lengthKernel) / GRID)
const KERNEL = Float64Array.from({ length: 2 * KERNEL_REACH + 1 }, (_, k) => {
  const z = ((k - KERNEL_REACH) * GRID) / weights.lengthKernel
  return Math.exp(-0.5 * z * z) / ROOT / weights.lengthKernel
})
const CELLS = Math.ceil(TOP / GRID) + 1

/** Kernel density at every value, on a grid so that it stays linear. */
function densities(values: Float64Array): Float64Array {
  const counts = new Float64Array(CELLS)
  const cell = (value: number) => Math.min(CELLS - 1, Math.round(value / GRID))
  for (const value of values) counts[cell(value)]!++
  return values.map(value => {
    const at = cell(value)
    const last = Math.min(CELLS - 1, at + KERNEL_REACH)
    let sum = 0
    for (let k = Math.max(0, at - KERNEL_REACH); k <= last; k++) sum += counts[k]! * KERNEL[k - at + KERNEL_REACH]!
    return sum / values.length
  })
}

/** Variance of the log ratio of two lengths of the given mean. */
export const varianceOf = (mean: number, spread: number) => weights.lengthBase * spread + weights.lengthShort / mean

/** Log likelihood ratio that the rows of form `f` from i and of form `g` from j have the same content, by their lengths. */
export function lengthScore(
  a: Lengths,
  b: Lengths,
  model: LengthModel,
  i: number,
  f: number,
  j: number,
  g: number,
): number {
  const apart = b.log[g]![j]! - a.log[f]![i]! - model.mean
  const variance = varianceOf((a.units[f]![i]! + b.units[g]![j]!) / 2, model.spread)
  const outlier = weights.lengthOutlier
  const fit = ((1 - outlier) * Math.exp((-0.5 * apart * apart) / variance)) / (ROOT * Math.sqrt(variance))
  return Math.log((fit / b.density[g]![j]! + outlier) * (fit / a.density[f]![i]! + outlier)) / 2
}
