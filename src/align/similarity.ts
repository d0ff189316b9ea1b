/**
 * Evidence of sentence embeddings for a bead, where the caller has them: how much likelier the cosine of its two sides is
 * among rows that belong together than among any two rows of these texts. Both are normal; chance is measured on
 * all pairs of some rows, belonging together on rows that are each other's nearest (after the margin of Artetxe and
 * Schwenk 2019, which vecalign uses as well). Where the nearest are no nearer than the best of so many chances would be,
 * the vectors say nothing here and do not count. The vector of a span is the sum of its rows' unit vectors, each as much as
 * its row is long: that is near to the vector of the rows read as one text, in which a heading weighs little.
 */
import { FORMS } from './forms.js'
import type { Row } from './vocabulary.js'

/** Log likelihood ratio that the rows of form f from i and of form g from j have the same content. */
export type Similar = (i: number, f: number, j: number, g: number) => number

// Vectors say again some of what words and numbers say. Strict F1 with multilingual-e5-small by this number, all languages at once
// and pair by pair (`npm run eval -- DIR alignment --embeddings URL`): none .9977 .9903; .4 .9977 .9938; .5 .9980 .9939; .7 .9974
// .9939 on disturbed news; none .9861, .5 .9933, .7 .9943 on real differences. Both halves rise at .5; above it news loses.
const WEIGHT = 0.5
const OUTLIER = 0.03 // beads whose vectors have nothing to do with each other, as for lengths
const MAX_RATIO = 30 // as for words
const FEWEST = 4 // rows of a text below which nobody knows what chance is
const SAMPLE = 64 // rows that chance is measured on
const LEAST_SPREAD = 0.03 // of cosines: texts of equal rows must not make a difference of a hair an argument

/** The evidence of two texts; undefined where a row has no vector, or the vectors say nothing. */
export function similarityOf(a: readonly Row[], b: readonly Row[]): Similar | undefined {
  if (a.length < FEWEST || b.length < FEWEST) return undefined
  const [left, right] = [unitVectors(a), unitVectors(b)]
  if (!left || !right) return undefined
  const table: Float64Array[] = []
  const dot = (i: number, j: number) => {
    table[i] ??= new Float64Array(right.length).fill(Number.NaN)
    if (Number.isNaN(table[i][j]!)) table[i][j] = product(left[i]!, right[j]!)
    return table[i][j]!
  }
  const model = modelOf(dot, left.length, right.length)
  if (!model) return undefined
  const [sizesLeft, sizesRight] = [spanSizes(left, a), spanSizes(right, b)]
  return (i, f, j, g) => {
    let sum = 0
    for (const x of FORMS[f]!.rows)
      for (const y of FORMS[g]!.rows) sum += a[i + x]!.length * b[j + y]!.length * dot(i + x, j + y)
    return WEIGHT * ratio(sum / (sizesLeft[f]![i]! * sizesRight[g]![j]!), model)
  }
}

interface Normal {
  readonly mean: number
  readonly spread: number
}

interface Model {
  readonly together: Normal
  readonly chance: Normal
}

/** Nearer than those that belong together usually are is no worse than as near. */
function ratio(cosine: number, { together, chance }: Model): number {
  const fit = logDensity(Math.min(cosine, together.mean), together) - logDensity(cosine, chance)
  return Math.log((1 - OUTLIER) * Math.min(MAX_RATIO, Math.exp(fit)) + OUTLIER)
}

const logDensity = (x: number, { mean, spread }: Normal) => -(((x - mean) / spread) ** 2) / 2 - Math.log(spread)

function modelOf(dot: (i: number, j: number) => number, rows: number, columns: number): Model | null {
  const others: number[] = []
  const nearest: number[] = []
  const step = Math.max(1, rows / SAMPLE)
  for (let k = 0; k < rows; k += step) {
    const i = Math.floor(k)
    const j = best(columns, column => dot(i, column))
    for (let column = 0; column < columns; column++) if (column !== j) others.push(dot(i, column))
    if (best(rows, row => dot(row, j)) === i) nearest.push(dot(i, j))
  }
  const [chance, together] = [normalOf(others), normalOf(nearest)]
  const distance = (together.mean - chance.mean) / chance.spread
  const bestOfChances = Math.sqrt(2 * Math.log(columns))
  return nearest.length >= FEWEST / 2 && distance > bestOfChances ? { chance, together } : null
}

function best(count: number, value: (k: number) => number): number {
  let top = 0
  for (let k = 1; k < count; k++) if (value(k) > value(top)) top = k
  return top
}

function normalOf(values: readonly number[]): Normal {
  const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length)
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, spread: Math.max(LEAST_SPREAD, Math.sqrt(variance)) }
}

/** The rows' vectors at length 1; a vector of zeros stays one and is like nothing. */
function unitVectors(rows: readonly Row[]): Float64Array[] | null {
  const vectors: Float64Array[] = []
  for (const { vector } of rows) {
    if (!vector) return null
    const length = Math.sqrt(product(vector, vector)) || 1
    vectors.push(Float64Array.from(vector, x => x / length))
  }
  return vectors
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}

/** `[form][i]`: how long the sum of the vectors of a span is. */
function spanSizes(vectors: readonly Float64Array[], rows: readonly Row[]): Float64Array[] {
  return FORMS.map(({ span, rows: members }) =>
    Float64Array.from({ length: Math.max(0, vectors.length - span + 1) }, (_, i) => {
      let squares = 0
      for (const x of members)
        for (const y of members)
          squares += rows[i + x]!.length * rows[i + y]!.length * product(vectors[i + x]!, vectors[i + y]!)
      return Math.sqrt(squares) || 1
    }),
  )
}
