/** The documents of a release, aligned and held against each other, and its record. */
import type { BlockKind, DatePrecision, Document, Warning } from './document.js'
import type { Span, Tag } from './text.js'

/** A pairwise bead: paragraph numbers in one text, paragraph numbers in the other; `[[4], []]` has no partner. */
export type Bead = readonly [readonly number[], readonly number[]]

/** A part of a paragraph: number of the paragraph, and offsets in its text. */
export interface Part extends Span {
  readonly paragraph: number
}

/** Parts that say the same thing, keyed by document id. A whole paragraph is one part. */
export type Segment = Readonly<Record<string, readonly Part[]>>

/** Paragraphs of several documents that belong together; the smallest such set. */
export interface AlignedUnit {
  readonly paragraphs: Readonly<Record<string, readonly number[]>>
  /** 0 to 1. */
  readonly confidence: number
  readonly segments: readonly Segment[]
}

/** Units in reading order; a paragraph with no partner is in no unit. */
export interface Alignment {
  readonly units: readonly AlignedUnit[]
  /** The exact pairwise beads of two texts, in order; one-sided beads hold one paragraph each. */
  beads(a: string, b: string): Bead[]
}

export type VersionKind = 'copy' | 'near-copy' | 'correction' | 'update'

/** Why a document stays alone though another is like it. */
export type AloneReason =
  | 'too-little-shared'
  | 'language-taken'
  | 'less-alike-than-the-others'
  | 'other-figures'
  | 'decided' // a person said that the two are not one release

/** The most likely translation of a document that stays alone all the same. */
export interface Nearest {
  readonly path: string
  readonly sha256: string
  /** How much the two share, from 0; a few tenths join two texts that nothing speaks against. */
  readonly score: number
  readonly reason: AloneReason
}

/**
 * The documents of one release, as grouping found them: sorted by language, versions in one language in their order. The
 * numbers of `versions` are places in `documents`.
 */
export interface GroupedDocuments {
  readonly documents: readonly Document[]
  readonly versions: readonly { readonly document: number; readonly versionOf: number; readonly kind: VersionKind }[]
  readonly nearest: Nearest | null
}

/** A document that is a later version of another one in its language: of the first of them. */
export interface Version {
  readonly document: string
  readonly versionOf: string
  readonly kind: VersionKind
}

export type DateSource = 'dateline' | 'header' | 'crawler'

/** `statedBy` are documents, `by` is the most trusted part of them that states it. */
export interface Issued {
  readonly date: string
  readonly precision: Exclude<DatePrecision, 'quarter'>
  readonly statedBy: readonly string[]
  readonly by: DateSource
}

/** The documents of a release after they were held against each other, and what holds for the release. */
export interface Reconciled {
  readonly documents: readonly Document[]
  readonly units: readonly AlignedUnit[]
  readonly issued: Issued | null
  readonly wire: string | null
  readonly issuer: string | null
  readonly warnings: readonly Warning[]
}

/** A part of a block: offsets in the block's text. */
export interface RecordPart extends Span {
  readonly block: string
}

export interface RecordUnit {
  readonly id: string
  readonly kind: BlockKind
  readonly blocks: Readonly<Record<string, readonly string[]>>
  /** Documents of the release that have no part in it, sorted. */
  readonly missing: readonly string[]
  /** Documents in which it stands out of order against most of the others, sorted; of two documents both. */
  readonly moved: readonly string[]
  readonly confidence: number
  readonly segments: readonly Readonly<Record<string, readonly RecordPart[]>>[]
}

/** Why a block is in no unit: what is known for certain, the first that fits. */
export type UnalignedReason =
  | 'single-language' // the release is in one language
  | 'chrome' // furniture of a site
  | 'repeated' // the same text stands before it in the same document
  | 'untranslated' // the same text stands in a document of another language
  | 'dateline' // place, date and wire, and no text
  | 'promotional' // a label that says that it was paid for
  | 'label' // any other label of a press release
  | 'boilerplate' // about the issuer, disclaimers
  | 'contact'
  | 'link'
  | 'note'
  | 'end-mark'
  | 'no-words' // not a letter in it
  | 'no-counterpart' // a text with no likely partner

/** A block in no unit; `sameAs` is the block with its text, where the reason is `repeated` or `untranslated`. */
export interface NullLink {
  readonly block: string
  readonly reason: UnalignedReason
  readonly sameAs?: string
}

export interface ReleaseRecord {
  readonly schemaVersion: '1.0'
  readonly id: string
  readonly issued: Issued | null
  readonly wire: string | null
  readonly issuer: string | null
  readonly languages: readonly Tag[]
  readonly documents: readonly Document[]
  readonly versions: readonly Version[]
  /** What a document that is alone is most like; null where nothing is, or several are here. */
  readonly nearest: Nearest | null
  readonly alignment: {
    readonly units: readonly RecordUnit[]
    readonly unaligned: readonly NullLink[]
  }
  readonly warnings: readonly Warning[]
  readonly offsetUnit: 'utf16'
  readonly generator: Generator
}

/** What made a record, and what it had beside the files. */
export interface Generator {
  readonly name: string
  readonly version: string
  readonly icu: string
  /** The SHA-256 that the model file names itself by, where the run used one. */
  readonly model?: string
  /** Vectors of so many dimensions were given when the release was aligned; who gave them is not known. */
  readonly embeddings?: { readonly dimensions: number }
  /**
   * So many of the decisions that the run was given name a document of this release. Not a hash of the file: that would
   * change every record with every decision, and this depends on the documents of the release alone.
   */
  readonly decisions?: number
}

export type UnusedCode =
  | 'BINARY'
  | 'DANGLING_LINK'
  | 'EMPTY'
  | 'LINK_CYCLE'
  | 'NOT_A_FILE'
  | 'NOT_FOUND'
  | 'NOT_TEXT'
  | 'PARAWIRE_OUTPUT' // records, documents, releases or a model that parawire has made itself
  | 'TOO_LARGE'
  | 'UNREADABLE'
  | 'UNSUPPORTED_FORMAT'

export interface Unused {
  readonly path: string
  readonly code: UnusedCode
  readonly message: string
}

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
