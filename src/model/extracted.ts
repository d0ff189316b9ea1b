/** What an extractor gives of a file that is no plain text. */
import type { BlockKind } from './document.js'
import type { Located, SourceFacts } from './source.js'
import type { Span } from './text.js'

/** What the markup says that a stretch of the text is. */
export interface Marked extends Span {
  readonly kind: BlockKind
}

/**
 * The text of a file that is no plain text: its blocks, with one blank line between two and a line end where the file
 * breaks a line inside one. Every other character of `text` is in `map`.
 */
export interface Extracted {
  readonly text: string
  readonly map: readonly Located[]
  readonly marks: readonly Marked[]
  /** Where the links in the text lead, as far as they are no address already; spans of `text`. */
  readonly links: readonly (Span & { readonly url: string })[]
  readonly facts: SourceFacts
}
