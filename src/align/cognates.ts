/**
 * Cognates: words that share rare character 4-grams. The likeness of two words is the cosine of their gram vectors, each
 * gram weighed by how few words of the release have it (tf-idf, squared). Found through an index, never by comparing all
 * with all.
 */
import type { TypeTable } from './type-table.js'
import { weights } from './weights.js'

/** The words of a text by their grams: those of gram g are `words[start[g]]` to `words[start[g + 1] - 1]`. */
export interface GramIndex {
  readonly start: Int32Array
  readonly words: Int32Array
}

/** Weights of the grams of a release and lengths of its words' vectors. */
export interface GramWeights {
  readonly weight: Float64Array
  readonly norm: Float64Array
}

const MAX_POSTINGS = 120 // a 4-gram in more words than this tells nothing and would make the search quadratic

/** Weighs the grams; for a table that does not grow any more. */
export function gramWeights(table: TypeTable): GramWeights {
  const { grams, gramStart } = table
  let words = 0
  for (let type = 0; type < table.size; type++) if (gramStart[type + 1]! > gramStart[type]!) words++
  const top = Math.log(1 + words)
  const weight = new Float64Array(table.gramCount)
  for (let k = 0; k < grams.length; k++) weight[grams[k]!]!++
  for (let gram = 0; gram < weight.length; gram++) weight[gram] = (top - Math.log(weight[gram]!)) ** 2
  const norm = new Float64Array(table.size)
  for (let type = 0; type < norm.length; type++) {
    let squares = 0
    for (let k = gramStart[type]!; k < gramStart[type + 1]!; k++) squares += weight[grams[k]!]!
    norm[type] = Math.sqrt(squares)
  }
  return { weight, norm }
}

/** The index of the words of a text. */
export function gramIndex(table: TypeTable, types: Iterable<number>): GramIndex {
  const { grams, gramStart, gramCount } = table
  const start = new Int32Array(gramCount + 1)
  for (const type of types) for (let k = gramStart[type]!; k < gramStart[type + 1]!; k++) start[grams[k]! + 1]!++
  for (let gram = 0; gram + 1 < start.length; gram++) start[gram + 1]! += start[gram]!
  const words = new Int32Array(start[start.length - 1]!)
  const next = start.slice()
  for (const type of types)
    for (let k = gramStart[type]!; k < gramStart[type + 1]!; k++) words[next[grams[k]!]!++] = type
  return { start, words }
}

/** Calls `found` for every word of the index that is like one of the types and is not the same. */
export function overCognates(
  types: Iterable<number>,
  { size, grams, gramStart }: TypeTable,
  { weight, norm }: GramWeights,
  { start, words }: GramIndex,
  found: (type: number, other: number, strength: number) => void,
): void {
  const dots = new Float64Array(size)
  const touched: number[] = []
  for (const type of types) {
    const [from, to] = [gramStart[type]!, gramStart[type + 1]!]
    if (to - from < 2) continue
    for (let k = from; k < to; k++) {
      const gram = grams[k]!
      const end = start[gram + 1]!
      if (end - start[gram]! > MAX_POSTINGS) continue
      for (let at = start[gram]!; at < end; at++) {
        const other = words[at]!
        if (dots[other] === 0) touched.push(other)
        dots[other]! += weight[gram]!
      }
    }
    const least = weights.cognateMin * norm[type]!
    for (const other of touched) {
      const dot = dots[other]!
      dots[other] = 0
      if (other !== type && dot >= least * norm[other]!)
        found(type, other, Math.min(weights.cognate, dot / (norm[type]! * norm[other]! + 1e-9)))
    }
    touched.length = 0
  }
}
