/** Where the text of a document comes from, if its file is no plain text: the format, and a map back into the file. */
import type { Span, Tag } from './text.js'

export type SourceFormat = 'html' | 'pdf' | 'docx'

/** A stretch of text and where it stands in the file. The stretches of a map are in order and do not overlap. */
export type Located = Span & Locator

/**
 * `html` is a span of the decoded page: of equal length it is the very same characters, one by one; otherwise the whole
 * stretch stands for the whole span, as `&` for `&amp;` and one blank for a line end with its indentation. `page` counts from 1;
 * `box` is left, bottom, right and top in points from the lower left corner of the page. `paragraph` counts from 0 in a part
 * of a DOCX (`word/document.xml`).
 */
export type Locator =
  | { readonly html: Span }
  | { readonly page: number; readonly box: readonly [left: number, bottom: number, right: number, top: number] }
  | { readonly part: string; readonly paragraph: number }

/** What a file says of itself beside its text; each only where it is stated. */
export interface SourceFacts {
  readonly title?: string
  readonly language?: Tag
  /** ISO 8601, with the precision it was stated in, without time of day. */
  readonly date?: string
  /** Who published it, as a name: the site, the author's organisation, the sender of a mail. */
  readonly publisher?: string
  readonly url?: string
  /** The same text in other languages. */
  readonly translations?: readonly { readonly language: Tag; readonly url: string }[]
}

/** Where the text of a document comes from. */
export interface DocumentSource extends SourceFacts {
  readonly format: SourceFormat | 'text'
  /** The extractor and the number of its version; plain text needs none. */
  readonly extractor?: string
  /** The way to the file, from the outermost container on; only where it is in one. */
  readonly container?: readonly ContainerStep[]
}

/** One step on the way to a file inside another. */
export type ContainerStep =
  | { readonly zip: string; readonly entry: string }
  | { readonly gzip: string }
  | { readonly mail: string; readonly part: string }
  | { readonly mbox: string; readonly message: number }
  | { readonly feed: string; readonly item: number }
  | { readonly table: string; readonly row: number }
