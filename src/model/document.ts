/** One file: its blocks, its edit log, and what it says of itself. */
import type { Block, Contact, Dateline, Layout, Link } from './blocks.js'
import type { CharsetEvidence, Detected, Rejected, Repair, Span, Tag, Unrepaired } from './text.js'

/** What a site printed above the text: when it was published, and by whom (`May 14, 2026 10:00 ET | Source: X`). */
export interface Header {
  readonly date: string | null
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
 * blocks. `spans` of blocks, `repairs` and `unrepaired` are offsets in that decoded text.
 */
export interface Document extends Anatomy {
  readonly id: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
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
