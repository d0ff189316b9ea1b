/**
 * A text as the aligner holds it: its words, its paragraphs, and the sentences of these, which are read once, when they
 * are first asked for; and how it is linked to the others.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind, Span } from '../model.js'
import { sentencesOf } from '../tokens/sentences.js'
import type { PairLinks } from './links.js'
import type { TypeTable } from './type-table.js'
import { type Row, readPart, type Vocabulary, vocabularyOf } from './vocabulary.js'

/** One text of a release; `kind` of a paragraph is used softly, where it is known, and so is a `vector` of its meaning. */
export interface AlignableText {
  readonly id: string
  readonly pack: LanguagePack | null
  /** The text that it is a version of, in the same language. */
  readonly versionOf?: string
  readonly paragraphs: readonly { readonly text: string; readonly kind?: BlockKind; readonly vector?: Float32Array }[]
}

/** A text as the aligner holds it: `index[row]` is the number of the row's paragraph. */
export interface Reading {
  readonly id: string
  readonly vocabulary: Vocabulary
  readonly texts: readonly string[]
  readonly rows: readonly Row[]
  readonly index: readonly number[]
  /** Where the sentences of a row stand in it. */
  spansOf(row: number): readonly Span[]
  /** The sentences of a row as rows. */
  sentencesOf(row: number): readonly Row[]
}

/** Links from text a to text b. */
export type LinksOf = (a: number, b: number) => PairLinks

/** A span of a row, by the number of its text. */
export type Piece = Span & { readonly row: number }

/** Reads a text; blank paragraphs are left out of the rows and so never get a partner. */
export function readingOf(text: AlignableText, table: TypeTable): Reading {
  const { pack } = text
  const vocabulary = vocabularyOf(pack, table)
  const index = text.paragraphs.map((_, k) => k).filter(k => text.paragraphs[k]!.text.trim() !== '')
  const texts = index.map(k => text.paragraphs[k]!.text)
  const spans: (readonly Span[] | undefined)[] = []
  const rows = index.map((k, row) => {
    const { text: own, kind, vector } = text.paragraphs[k]!
    const read = readPart(own)
    const found = sentencesOf(read, pack)
    if (read === own) spans[row] = found
    const known = vocabulary.row(own, kind, found.length)
    return vector ? { ...known, vector } : known
  })
  const spansOf = (row: number) => {
    spans[row] ??= sentencesOf(texts[row]!, pack)
    return spans[row]
  }
  const sentences: (readonly Row[] | undefined)[] = []
  const sentenceRows = (row: number) => {
    const found = spansOf(row)
    sentences[row] ??=
      found.length <= 1 ? [rows[row]!] : found.map(({ start, end }) => vocabulary.row(texts[row]!.slice(start, end)))
    return sentences[row]
  }
  return { id: text.id, vocabulary, texts, rows, index, spansOf, sentencesOf: sentenceRows }
}
