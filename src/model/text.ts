/** What a stage says of a text before it is cut: how it was decoded, what was mended, and its language. */

/** A BCP 47 tag of a supported language, or `und`. */
export type Tag = string

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type CharsetEvidence =
  | 'given'
  | 'bom'
  | 'ascii'
  | 'valid-utf8'
  | 'utf16-pattern'
  | 'stated'
  | 'statistics'
  | 'fallback'

/** `charset` is the iconv-lite name in lower case. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly evidence: CharsetEvidence
}

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
  | 'invisible' // zero-width characters, soft hyphens and marks of direction that do nothing
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
  | 'decision' // a person said so, and nothing else proposes it any more

/** An edit that says why. `confidence` is 1 where the damage lost no information, otherwise an estimate in (0, 1). */
export interface Repair extends Edit {
  readonly kind: RepairKind
  readonly evidence: RepairEvidence
  readonly lossy: boolean
  readonly confidence: number
  /** The block of another document that decided, where `evidence` is `siblings`. */
  readonly witness?: string
  /** Only where a person has accepted it: nothing changes it any more. */
  readonly decided?: 'accepted'
}

/** A repair that a person has rejected: its place stands as it was found, whatever else is proposed for it. */
export interface Rejected extends Edit {
  readonly kind: RepairKind
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

export type LanguageEvidence = 'given' | 'script' | 'words' | 'trigrams' | 'none'

/** `tag` is `und` where no supported language is likely enough; `guess` is the best among all languages, `und` without one. */
export interface Detected {
  readonly tag: Tag
  readonly evidence: LanguageEvidence
  /** Distance to the runner-up, 0 to 1: of the answers from 0.6 on, 995 in a thousand are right. */
  readonly margin: number
  readonly guess: Tag
}
