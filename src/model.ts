/**
 * The types that cross a stage boundary, in the order in which a file becomes a record.
 * All offsets are UTF-16 code units. Everything here is plain data: it is written to JSON as it stands.
 */

/** A BCP 47 tag of a supported language, or `und`. */
export type Tag = string

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

// --- decode ---------------------------------------------------------------------------------------------------------

export type CharsetEvidence = 'given' | 'bom' | 'ascii' | 'valid-utf8' | 'utf16-pattern' | 'statistics' | 'fallback'

/** `charset` is the iconv-lite name in lower case. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly evidence: CharsetEvidence
}

// --- the edit log ---------------------------------------------------------------------------------------------------

/** One replacement; `start` and `end` are offsets in the text before any edit, where `before` stands. */
export interface Edit extends Span {
  readonly before: string
  readonly after: string
}

/** What kind of damage a repair of characters mends. */
export type DamageKind =
  | 'mojibake' // bytes of one charset read in another; reversible
  | 'ocr-mojibake' // the same, printed and read by a scanner; not reversible
  | 'ocr' // the scanner's own slips: look-alike letters, glued words
  | 'lost-quote' // a quotation mark that a charset could not hold
  | 'lost-character' // any other character that a charset could not hold
  | 'control' // control and private characters that no text has
  | 'entity' // a character reference of HTML, or an escape, where neither belongs
  | 'visual-order' // Hebrew stored from left to right

/** What kind of layout an edit undoes or removes. Applied to clean text these change white space only. */
export type LayoutKind =
  | 'unwrap' // a line end inside a paragraph
  | 'hyphen' // a hyphen at a line end, joined
  | 'break' // the white space between two blocks, made one blank line
  | 'space' // stray or doubled white space inside a block
  | 'prefix' // a crawler's prefix
  | 'marker' // a stray mark at the edge of a line
  | 'running-head' // page numbers, running heads, form feeds

export type RepairKind = DamageKind | LayoutKind

export type RepairEvidence =
  | 'round-trip' // the characters encode to bytes that decode without loss
  | 'channel' // the shape of the damage alone admits one reading
  | 'quote-balance' // a closing mark answers
  | 'formula' // a chemical formula or a unit of measure
  | 'grammar' // elision, word endings
  | 'words' // word frequencies of the language
  | 'document' // the same word, undamaged, elsewhere in the document
  | 'siblings' // another translation of the release; `witness` names the block
  | 'layout' // line lengths, blank lines, indentation
  | 'pattern' // a fixed pattern, such as a crawler's prefix

/** An edit that says why. `confidence` is 1 where the damage lost no information, otherwise an estimate in (0, 1). */
export interface Repair extends Edit {
  readonly kind: RepairKind
  readonly evidence: RepairEvidence
  readonly lossy: boolean
  readonly confidence: number
  /** The block of another document that decided, where `evidence` is `siblings`. */
  readonly witness?: string
}

/** Damage that was seen and left, with the reading that was thought of and rejected, if there was one. */
export interface Unrepaired extends Span {
  readonly text: string
  readonly kind: DamageKind
  readonly reason: 'no-candidate' | 'low-confidence' | 'vetoed' | 'foreign-script'
}

export interface Repaired {
  readonly text: string
  readonly repairs: readonly Repair[]
  readonly unrepaired: readonly Unrepaired[]
}

// --- detect ---------------------------------------------------------------------------------------------------------

export type LanguageEvidence = 'given' | 'script' | 'words' | 'trigrams' | 'none'

/** `tag` is `und` where no supported language is likely enough; `guess` is the best guess all the same. */
export interface Detected {
  readonly tag: Tag
  readonly evidence: LanguageEvidence
  /** Distance to the runner-up, 0 to 1: of the answers from 0.6 on, 995 in a thousand are right. */
  readonly margin: number
  readonly guess: Tag
}

// --- segment --------------------------------------------------------------------------------------------------------

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

// --- extract --------------------------------------------------------------------------------------------------------

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
 * `--03-02`; a quarter as `2026-Q3`; a range as an interval, `2026-03-02/2026-03-04`.
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

// --- one file -------------------------------------------------------------------------------------------------------

export type WarningCode =
  | 'CHARSET_UNCERTAIN'
  | 'CONTROL_CHARACTERS'
  | 'DATES_DISAGREE'
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
  readonly warnings: readonly Warning[]
}

// --- align ----------------------------------------------------------------------------------------------------------

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

// --- one release ----------------------------------------------------------------------------------------------------

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
  readonly alignment: {
    readonly units: readonly RecordUnit[]
    readonly unaligned: readonly NullLink[]
  }
  readonly warnings: readonly Warning[]
  readonly offsetUnit: 'utf16'
  /** `model` is the SHA-256 that the model file names itself by, where the run used one. */
  readonly generator: { readonly name: string; readonly version: string; readonly icu: string; readonly model?: string }
}

// --- check ----------------------------------------------------------------------------------------------------------

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

// --- what could not be used -----------------------------------------------------------------------------------------

export type UnusedCode =
  | 'BINARY'
  | 'DANGLING_LINK'
  | 'EMPTY'
  | 'LINK_CYCLE'
  | 'NOT_A_FILE'
  | 'NOT_FOUND'
  | 'NOT_TEXT'
  | 'UNREADABLE'
  | 'UNSUPPORTED_FORMAT'

export interface Unused {
  readonly path: string
  readonly code: UnusedCode
  readonly message: string
}
