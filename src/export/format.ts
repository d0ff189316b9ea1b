/**
 * What every format of an export is given and gives: records come one by one, pieces of text go out, and nothing of a
 * record is kept when it is done. So a corpus of any size can be exported in the memory of its largest record.
 */
import type { ReleaseRecord, Tag } from '../model.js'

/** What was asked for. */
export interface Settings {
  /** Only these, in this order; null for all that there are. Formats with fixed columns need them. */
  readonly languages: readonly Tag[] | null
  /** Whole blocks, or the sentences inside them. */
  readonly level: 'unit' | 'segment'
  /** Units of which the alignment is less sure are left out, 0 to 1. */
  readonly minConfidence: number
  /** Of several documents of one language in a release the last, or all of them. */
  readonly versions: 'last' | 'all'
  /** With the mark by which Excel knows UTF-8. */
  readonly forExcel: boolean
  /** What the output says that it was made with. */
  readonly tool: { readonly name: string; readonly version: string }
}

/** A piece of a file; `file` is '' where the export is a single one, else a path below the export, with `/`. */
export interface Piece {
  readonly file: string
  readonly text: string
  /** The file has no other piece. */
  readonly isWhole?: true
}

/** What a person is told afterwards; writers count up. */
export interface Counts {
  releases: number
  documents: number
  /** Units or segments that were written. */
  rows: number
  /** Documents left out because a later one of their language is in the release. */
  superseded: number
  /** Texts left out because they are not in the language of their document. */
  foreign: number
  /** UTF-16 code units that XML cannot hold. */
  illegal: number
  /** Cells that a spreadsheet would have taken for formulas. */
  formulas: number
}

/** Takes records one by one; the pieces are to be written in their order, each to its file. */
export interface Writer {
  begin(): Iterable<Piece>
  add(record: ReleaseRecord): Iterable<Piece>
  end(): Iterable<Piece>
}

/** A format: `counts` is what its writer counts up. */
export type MakeWriter = (settings: Settings, counts: Counts) => Writer

/** A piece of an export that is a single file. */
export const one = (text: string): Piece => ({ file: '', text })
