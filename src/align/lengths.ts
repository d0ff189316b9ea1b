/**
 * Evidence of lengths for a bead, after Gale and Church (1993), but as a likelihood ratio: the log ratio of the two
 * lengths is normal around the pair's own mean, with a small share of outliers, and is weighed against how often the
 * document has spans of that length anyway. Where all paragraphs are alike, equal lengths prove little.
 */
import { MAX_SPAN } from './lexical.js'
import type { Row } from './vocabulary.js'
import { weights } from './weights.js'

/** Log lengths of all spans of a text, and the density of each among the spans of its width. */
export interface Lengths {
  readonly total: number
  /** `log[k - 1][i]`: log length of rows i .. i + k - 1. */
  readonly log: readonly Float64Array[]
  readonly density: readonly Float64Array[]
  /** The same for numbers of sentences, without logarithms. */
  readonly sentences: readonly Float64Array[]
  readonly sentenceDensity: readonly Float64Array[]
}

/** How a pair's lengths relate: mean log ratio (second over first), and a factor on the variance. */
export interface LengthModel {
  readonly mean: number
  readonly spread: number
}

const GRID = 0.05 // step of the density table, a fraction of the kernel's width
const REACH = 4 // kernel widths
const TOP = 18 // log of 65 million units

/** Measures a text. Linear in the rows. */
export function lengthsOf(rows: readonly Row[]): Lengths {
  const log: Float64Array[] = []
  const density: Float64Array[] = []
  const sentences: Float64Array[] = []
  const sentenceDensity: Float64Array[] = []
  for (let width = 1; width <= MAX_SPAN; width++) {
    const spans = new Float64Array(Math.max(0, rows.length - width + 1))
    const counts = new Float64Array(spans.length)
    for (let i = 0; i < spans.length; i++) {
      for (let k = 0; k < width; k++) {
        spans[i]! += rows[i + k]!.length
        counts[i]! += rows[i + k]!.sentences
      }
      spans[i] = Math.log(spans[i]!)
    }
    log.push(spans)
    density.push(densities(spans))
    sentences.push(counts)
    sentenceDensity.push(frequencies(counts))
  }
  return { total: rows.reduce((sum, row) => sum + row.length, 0), log, density, sentences, sentenceDensity }
}

/** How often each number of sentences stands among the numbers, smoothed over its neighbours. */
function frequencies(counts: Float64Array): Float64Array {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  return counts.map(count => {
    const near = (seen.get(count - 1) ?? 0) + (seen.get(count + 1) ?? 0)
    return ((seen.get(count) ?? 0) * 0.7 + near * 0.15 + 0.3) / (counts.length + 1)
  })
}

/** Log likelihood ratio of two numbers of sentences, as for lengths: translators seldom part or join sentences. */
export function sentenceScore(a: Lengths, b: Lengths, i: number, width: number, j: number, other: number): number {
  const x = a.sentences[width - 1]![i]!
  const y = b.sentences[other - 1]![j]!
  const rate = weights.sentenceRate! * (1 + 0.1 * (Math.max(x, y) - 1))
  const equal = 1 / (1 + 2 * rate + 2 * rate * rate)
  const fit = equal * Math.max(rate ** Math.abs(x - y), 0.001)
  return (Math.log(fit / b.sentenceDensity[other - 1]![j]!) + Math.log(fit / a.sentenceDensity[width - 1]![i]!)) / 2
}

/** Kernel density at every value, on a grid so that it stays linear. */
function densities(values: Float64Array): Float64Array {
  const cells = Math.ceil(TOP / GRID) + 1
  const counts = new Float64Array(cells)
  const cell = (value: number) => Math.min(cells - 1, Math.round(value / GRID))
  for (const value of values) counts[cell(value)]!++
  const width = weights.lengthKernel!
  const reach = Math.ceil((REACH * width) / GRID)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) => normal(((k - reach) * GRID) / width) / width)
  return values.map(value => {
    const at = cell(value)
    let sum = 0
    for (let k = Math.max(0, at - reach); k <= Math.min(cells - 1, at + reach); k++) sum += counts[k]! * kernel[k - at + reach]!
    return sum / values.length
  })
}

const normal = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/** Variance of the log ratio of two lengths of the given mean. */
export const varianceOf = (mean: number, spread: number) => weights.lengthBase! * spread + weights.lengthShort! / mean

/** Log likelihood ratio that `width` rows from i and `other` rows from j have the same content, by their lengths. */
export function lengthScore(a: Lengths, b: Lengths, model: LengthModel, i: number, width: number, j: number, other: number): number {
  const x = a.log[width - 1]![i]!
  const y = b.log[other - 1]![j]!
  const mean = (Math.exp(x) + Math.exp(y)) / 2
  const sigma = Math.sqrt(varianceOf(mean, model.spread))
  const fit = normal((y - x - model.mean) / sigma) / sigma
  const outlier = weights.lengthOutlier!
  const one = Math.log(((1 - outlier) * fit) / b.density[other - 1]![j]! + outlier)
  const two = Math.log(((1 - outlier) * fit) / a.density[width - 1]![i]! + outlier)
  return (one + two) / 2
}
