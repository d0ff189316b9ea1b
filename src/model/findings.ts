/** What the translations of a release disagree on. */
import type { Span } from './text.js'

/** What translations can disagree on: they say it otherwise, or some do not say it. */
export type FindingCode =
  | 'number-differs'
  | 'number-missing'
  | 'unit-differs' // the same number of something else: 5 euros, 5 dollars
  | 'date-differs'
  | 'date-missing'
  | 'name-differs'
  | 'name-missing'
  | 'address-differs' // a URL or an e-mail address
  | 'address-missing'
  | 'symbol-differs' // a ticker, an ISIN, a LEI, a WKN
  | 'symbol-missing'
  | 'contact-differs' // telephone or e-mail of one contact
  | 'contact-missing'
  | 'dateline-differs'
  | 'dateline-missing'
  | 'issued-differs' // the dates of publication
  | 'block-differs' // another text stands in its place
  | 'block-missing'
  | 'block-moved'
  | 'sentence-missing'
  | 'untranslated'

/** `error`: a fact is another; `warning`: something is not there; `note`: editions of a release may well differ in it. */
export type Severity = 'error' | 'warning' | 'note'

/** Where a document says it: offsets of `text` in the block's text; `value` is what was compared. */
export interface Statement extends Span {
  readonly block: string
  readonly text: string
  readonly value: string
}

/** Something that the translations of a release do not agree on. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** 0 to 1: how often such a finding was more than another way to say the same. */
  readonly confidence: number
  /** The id of the record. */
  readonly record: string
  /** Null where it is about the release as a whole. */
  readonly unit: string | null
  /** The blocks that it is about, in the order of documents. */
  readonly blocks: readonly string[]
  /** For every document that was compared what it says; nothing where it says nothing of it. */
  readonly values: Readonly<Record<string, readonly Statement[]>>
  /** Documents that the others outvote, sorted; none where there is no majority. */
  readonly minority: readonly string[]
  /** One sentence in English. */
  readonly message: string
}
