/** One file: its blocks, its edit log, and what it says of itself. */
import type { DocumentSource, Located } from './source.js'
import type { CharsetEvidence, Detected, Rejected, Repair, Span, Tag, Unrepaired } from './text.js'

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
  | 'markup' // what the page says that it is
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
  /** All telephones, `phone` the first; only where there is more than one. */
  readonly phones?: readonly string[]
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

/** What a site printed above the text: when it was published, and by whom (`May 14, 2026 10:00 ET | Source: X`). */
export interface Header {
  readonly date: string | null
  /** `10:00`, 24 hours, where a time of day is stated; the zone as it is written, never guessed. */
  readonly time?: string
  readonly zone?: string
  readonly source: string | null
  readonly block: string
}

/** `until` is ISO 8601, with the local time where one is stated; `zone` as it is written, never guessed. */
export interface Embargo {
  readonly until: string | null
  readonly zone: string | null
  readonly block: string
}

/** The text says that it is a translation; `authoritative` is the version that counts: `original`, or a language. */
export interface Translation {
  readonly authoritative: Tag | 'original' | null
  readonly block: string
}

export type DatePrecision = 'year' | 'quarter' | 'month' | 'day'

/**
 * A date in a block; offsets in the block's text. `date` is ISO 8601: `2026-03-02`, `2026-03`, `2026`; without a year
 * `--03-02`; a quarter as `2026-Q3`; a range as an interval, `2026-03-02/2026-03-04`, without a year as its two days.
 */
export interface DateMention extends Span {
  readonly date: string
  readonly precision: DatePrecision
  readonly block: string
}

/** `mic` is the ISO 10383 code of the exchange; offsets are those of the symbol in the block's text. */
export interface Ticker extends Span {
  readonly exchange: string
  readonly mic: string | null
  readonly symbol: string
  readonly block: string
}

/** ISINs and LEIs are given where their check digits are right. */
export interface Identifier extends Span {
  readonly scheme: 'ISIN' | 'WKN' | 'LEI'
  readonly value: string
  readonly block: string
}

/** A number with its unit: `€ 2,3 mld` is 2300000000 EUR; offsets of `text` in the block's text. */
export interface Quantity extends Span {
  readonly value: number
  /** `%`, `pp`, a code of ISO 4217, an SI symbol, or that of UCUM; null where there is none. */
  readonly unit: string | null
  readonly text: string
  readonly block: string
}

/** What a release says of itself, found in its blocks. */
export interface Anatomy {
  readonly title: string | null
  readonly summary: string | null
  readonly dateline: Dateline | null
  /** A date that a crawler put before the text, ISO 8601. */
  readonly crawled: string | null
  readonly header: Header | null
  /** As the dateline writes it, or else what the text is signed with. */
  readonly wire: string | null
  /** Who issued the text, as it names itself; null where nothing in it is sure. */
  readonly issuer: string | null
  readonly embargo: Embargo | null
  readonly translation: Translation | null
  readonly contacts: readonly Contact[]
  readonly links: readonly Link[]
  readonly dates: readonly DateMention[]
  readonly quantities: readonly Quantity[]
  readonly tickers: readonly Ticker[]
  readonly identifiers: readonly Identifier[]
}

export type WarningCode =
  | 'CHARSET_UNCERTAIN'
  | 'CONTROL_CHARACTERS'
  | 'DATES_DISAGREE'
  | 'DECISION_NOT_APPLIED'
  | 'DUPLICATE_CONTENT'
  | 'LANGUAGE_UNKNOWN'
  | 'LONE_SURROGATE'
  | 'MIXED_LINE_ENDS'
  | 'NAME_NOT_UTF8'
  | 'SINGLE_LANGUAGE'
  | 'UNREPAIRED_DAMAGE'

export interface Warning {
  readonly code: WarningCode
  readonly message: string
}

/** A repair in a document; `at` is where its result stands in a block's text, null between blocks. */
export interface DocumentRepair extends Repair {
  readonly at: (Span & { readonly block: string }) | null
}

/**
 * One file. Law: `undoRepairs(blocks.map(b => b.text).join('\n\n'), repairs)` is the decoded text, so that nothing of
 * the file is lost: every character is in a block or in a repair, but for a blank line that already stood between two
 * blocks. `spans` of blocks, `repairs` and `unrepaired` are offsets in that decoded text; of a file that is no plain text it
 * is the text that was extracted, and `map` leads on into the file.
 */
export interface Document extends Anatomy {
  readonly id: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** Only of files that are no plain text, or are in another. */
  readonly source?: DocumentSource
  /** SHA-256 of the decoded text as UTF-8; only of files that are no plain text. */
  readonly textSha256?: string
  /** Where the decoded text stands in the file; only of files that are no plain text. */
  readonly map?: readonly Located[]
  readonly charset: { readonly name: string; readonly evidence: CharsetEvidence }
  readonly language: Detected
  readonly direction: 'ltr' | 'rtl'
  readonly layout: Layout
  readonly blocks: readonly Block[]
  readonly repairs: readonly DocumentRepair[]
  readonly unrepaired: readonly Unrepaired[]
  /** Repairs that a person has rejected, by place; not there where there are none. Offsets in the decoded text. */
  readonly rejected?: readonly Rejected[]
  readonly warnings: readonly Warning[]
}
