/**
 * What every format of an export is given and gives: records come one by one, pieces of text go out, and nothing of a
 * record is kept when it is done. So a corpus of any size can be exported in the memory of its largest record.
 */
import type { ReleaseRecord } from '../model.js'

/** What was asked for. */
export interface Settings {
  /** Only these, in this order; null for all that there are. Tags, or ids of texts. Formats with fixed columns need them. */
  readonly languages: readonly string[] | null
  /** Whole blocks, or the sentences inside them. */
  readonly level: 'unit' | 'segment'
  /** Units of which the alignment is less sure are left out, 0 to 1. */
  readonly minConfidence: number
  /** Of several versions of a text in a release the last, or all of them. */
  readonly versions: 'last' | 'all'
  /** With the mark by which Excel knows UTF-8. */
  readonly forExcel: boolean
  /** What the output says that it was made with. */
  readonly tool: { readonly name: string; readonly version: string }
}

/** A piece of a file. */
export interface Piece {
  /** '' where the export is a single file; else a path below its folder, with `/`; of `moses` the name of the text. */
  readonly file: string
  /** Text, to be written as UTF-8; of a binary format bytes. */
  readonly content: string | Uint8Array
  /** The file has no other piece. */
  readonly isWhole?: true
}

/** What is reported afterwards; writers count up. */
export interface Counts {
  releases: number
  /** Documents that were written, in formats that are made of them. */
  documents: number
  /** Units or segments that were written, in formats that are made of them. */
  rows: number
  /** Documents left out because a later version of them is in the release. */
  superseded: number
  /** Documents left out because the format has a place for each name, and theirs was not asked for. */
  unplaced: number
  /** Documents that were taken and are in an unknown language: `und`, under which several may stand. */
  unknown: number
  /** Texts left out because they are not in the language of their document. */
  foreign: number
  /** UTF-16 code units that XML cannot hold. */
  illegal: number
  /** Cells that a spreadsheet would have taken for formulas. */
  formulas: number
  /** Texts put on one line. */
  flattened: number
  /** Halves of surrogate pairs, which UTF-8 cannot hold: they became U+FFFD. */
  unpaired: number
  /** Repairs that could not be marked. */
  unmarked: number
}

/** Nothing yet. */
export const noCounts = (): Counts => ({
  ...{ releases: 0, documents: 0, rows: 0, superseded: 0, unplaced: 0, unknown: 0, foreign: 0 },
  ...{ illegal: 0, formulas: 0, flattened: 0, unpaired: 0, unmarked: 0 },
})

/** Takes records one by one; the pieces are to be written in their order, each to its file. */
export interface Writer {
  begin?(): Iterable<Piece>
  add(record: ReleaseRecord): Iterable<Piece>
  end?(): Iterable<Piece>
}

/** A format: `counts` is what its writer counts up. A promise where a package has to be loaded. */
export type MakeWriter = (settings: Settings, counts: Counts) => Writer | Promise<Writer>

/** A piece of an export that is a single file. */
export const one = (content: string): Piece => ({ file: '', content })

/** Characters that wait, of all files together. */
const WAITING = 2 ** 18

/**
 * Makes large pieces of small ones, file by file, so that a file is not opened for every line. `add` gives the pieces that
 * are ready, those of one file in their order; `rest` all that is left. What UTF-8 cannot hold is replaced here, where all
 * text goes through, and counted.
 */
export function gathering(counts: Counts) {
  const waiting = new Map<string, string[]>()
  let length = 0
  function* rest(): Generator<Piece> {
    for (const [file, texts] of waiting) yield { file, content: wellFormed(texts.join(''), counts) }
    waiting.clear()
    length = 0
  }
  return {
    rest,
    *add(pieces: Iterable<Piece>): Generator<Piece> {
      for (const piece of pieces) {
        const { file, content, isWhole } = piece
        if (typeof content !== 'string') yield piece
        else if (isWhole) yield { ...piece, content: wellFormed(content, counts) }
        else {
          const own = waiting.get(file)
          if (own) own.push(content)
          else waiting.set(file, [content])
          length += content.length
          if (length >= WAITING) yield* rest()
        }
      }
    },
  }
}

/** Any half of a pair, with its partner or without: to look for these is five times as fast, and most texts have none. */
const HALF = /[\ud800-\udfff]/

/** A text without halves of surrogate pairs: U+FFFD stands for each. */
export function wellFormed(text: string, counts: Pick<Counts, 'unpaired'>): string {
  if (!HALF.test(text)) return text
  return text.replace(/\p{Cs}/gu, () => {
    counts.unpaired++
    return '\ufffd'
  })
}
