/**
 * What a person decided on the pages of a report, as it is saved from them: one JSON file, to be replayed when the same
 * files are built again. Everything is keyed by content: documents by the hash of their bytes, places by offsets in
 * their decoded text, which depends on nothing but the bytes. Ids of records, documents, blocks and units are not used:
 * they change when a release gains a document.
 *
 * To replay: a decision applies where the files that it names are there, and what it names is still made.
 * - repair: the decoded text still has `before` there. The place of one that was rejected stands as it was found, whatever
 *   else is proposed for it, by siblings too; one that was accepted is made, whatever vetoes it. Of layout the ends of
 *   lines can be decided on, and what was taken out as no text; white space at the edge of a block cannot.
 * - alignment: the blocks with just these spans are still one unit (or, one block alone, in none). They are not to be
 *   aligned with each other again, but for versions of one text; for a block alone a partner is looked for.
 * - split, merge: documents are named, not releases. Those of different parts are kept out of one release; those that
 *   are merged are brought into one. What no decision names goes where it is most alike.
 * A decision that no longer applies changes nothing and is reported. Of two that contradict each other the later counts.
 */
import type { RepairKind, Span } from './text.js'

/** A repair, by the document and what is replaced: offsets in its decoded text. */
export interface RepairDecision extends Span {
  readonly about: 'repair'
  readonly verdict: 'accept' | 'reject'
  /** Of the bytes of the file. */
  readonly sha256: string
  readonly before: string
  readonly after: string
  readonly kind: RepairKind
}

/** Blocks of a document: the spans of each, offsets in its decoded text. */
export interface DecidedBlocks {
  readonly sha256: string
  readonly blocks: readonly (readonly Span[])[]
}

/** The unit of these blocks is wrong; of a single block, that it stands alone. */
export interface AlignmentDecision {
  readonly about: 'alignment'
  readonly verdict: 'wrong'
  readonly documents: readonly DecidedBlocks[]
}

/** Documents of one release that are two or more: a list of hashes for each. */
export interface SplitDecision {
  readonly about: 'release'
  readonly verdict: 'split'
  readonly parts: readonly (readonly string[])[]
}

/** Releases that are one: for each the hashes of its documents, or of those that are known. */
export interface MergeDecision {
  readonly about: 'release'
  readonly verdict: 'merge'
  readonly parts: readonly (readonly string[])[]
}

export type Decision = RepairDecision | AlignmentDecision | SplitDecision | MergeDecision

/** The file; decisions in the order in which they were made, one for each thing that was decided on. */
export interface Decisions {
  readonly decisionsVersion: '1.0'
  readonly offsetUnit: 'utf16'
  /** The version of the tool that made the records. */
  readonly generator: string
  readonly decisions: readonly Decision[]
}

/** What was decided of the layout of a text; offsets in the text that is cut. */
export interface LayoutDecisions {
  /** Does a block end in this gap between two lines? Null where nothing was decided. */
  endsIn(gap: Span): boolean | null
  /** Is the way in which a hyphen in this gap is joined the wrong one? */
  rejectsHyphen(gap: Span): boolean
  /** Is this text, which must not be taken out? */
  isText(span: Span): boolean
}

/** Sets of documents that are one release, and lists of parts of which no two are; numbers of documents. */
export interface ReleaseConstraints {
  readonly together: readonly (readonly number[])[]
  readonly apart: readonly (readonly (readonly number[])[])[]
}

/** A decision that changed nothing, and why, in one sentence; null for lines of a manifest. */
export interface Unapplied {
  readonly decision: Decision | null
  readonly message: string
}
