/**
 * A text as the aligner holds it while it makes units: its words, its paragraphs, and how it is linked to the others.
 */
import type { Span } from '../model.js'
import type { PairLinks } from './links.js'
import type { Row, Vocabulary } from './vocabulary.js'

/** A text as the aligner holds it: `index[row]` is the number of the row's paragraph. */
export interface Reading {
  readonly id: string
  readonly vocabulary: Vocabulary
  readonly texts: readonly string[]
  readonly rows: readonly Row[]
  readonly index: readonly number[]
}

/** Links from text a to text b. */
export type LinksOf = (a: number, b: number) => PairLinks

/** A span of a row, by the number of its text. */
export type Piece = Span & { readonly row: number }
