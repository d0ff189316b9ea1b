/** A text cut into blocks, and what blocks hold that others look for. */
import type { Repair, Span, Tag } from './text.js'

export type BlockKind =
  | 'label'
  | 'title'
  | 'summary'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'table'
  | 'about'
  | 'contact'
  | 'link'
  | 'disclaimer'
  | 'note'
  | 'end-mark'
  | 'chrome'

export type KindEvidence =
  | 'words' // words of the language's pack, such as labels and end marks
  | 'pattern' // an address, a date, quotation marks all around
  | 'layout' // the mark of an item, columns, a line drawn under it
  | 'shape' // short, begins like a sentence and ends like none
  | 'dateline' // place, date or wire at its start
  | 'position' // before the body of the text
  | 'section' // the heading above it, or the one it begins with
  | 'none' // what nothing speaks for is a paragraph

/** `spans` are offsets in the text that was cut: more than one where a running head was taken out of the middle. */
export interface Block {
  /** Unique in the record: the document's id, a colon, and the number of the block from 0. */
  readonly id: string
  readonly kind: BlockKind
  readonly text: string
  readonly spans: readonly Span[]
  /** Only where it differs from the document's. */
  readonly language?: Tag
  /** A heading at the start of a paragraph (`Greater Area: ...`), offsets in `text`. */
  readonly runIn?: Span
}

export type WrapMode = 'one-line-paragraphs' | 'hard-wrapped' | 'double-spaced' | 'indented'

export interface Layout {
  readonly wrap: WrapMode
  /** The column at which lines were wrapped; null where they were not. */
  readonly width: number | null
}

/** `date` is ISO 8601 with the precision it was stated in: `2026`, `2026-03` or `2026-03-02`. */
export interface Dateline {
  readonly place: string | null
  /** The same in all languages (`beijing-cn`), as `languages/places.ts` has it; null where the place is unknown. */
  readonly placeKey: string | null
  readonly region: string | null
  readonly date: string | null
  readonly wire: string | null
  /** As it stands in the block; null where it is inherited. */
  readonly text: string | null
  readonly block: string | null
  readonly inheritedFrom?: string
}

/** A person or an office; `title` and `organisation` as they are written beside the name. */
export interface Contact {
  readonly name: string | null
  readonly title: string | null
  readonly organisation: string | null
  readonly phone: string | null
  /** Null where a site has masked it. */
  readonly email: string | null
  readonly block: string
}

export interface Link {
  readonly url: string
  readonly block: string
}

/** `repairs` turn the text into the blocks joined by one blank line; the ids begin with the given prefix. */
export interface Segmented {
  readonly blocks: readonly Block[]
  /** What spoke for the kind of each block. */
  readonly evidence: readonly KindEvidence[]
  readonly layout: Layout
  readonly repairs: readonly Repair[]
  /** A date that a crawler put before the text, ISO 8601; it is in no block. */
  readonly crawled: string | null
}
