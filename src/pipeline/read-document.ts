/**
 * The way of one file: decode -> repair -> detect -> segment -> extract. A pure function of the file and the options;
 * what is odd about the file becomes a warning on the document, never an exception.
 */
import { createHash } from 'node:crypto'
import { decisionsOnFile, type FileDecisions } from '../decide/decisions.js'
import { type Judged, judged } from '../decide/repairs.js'
import { decode } from '../decode.js'
import { detectBlock } from '../detect/detect.js'
import { placed } from '../edits/block-text.js'
import { compose, resultSpans, sourceSpan } from '../edits/edits.js'
import { sharing } from '../edits/spans.js'
import { extract } from '../extract/extract.js'
import { packOf, packs } from '../languages/index.js'
import type { Learned } from '../learned/learned.js'
import type {
  Block,
  BlockKind,
  Decisions,
  Decoded,
  Detected,
  Document,
  Repaired,
  Segmented,
  Span,
  Warning,
} from '../model.js'
import { directionOf } from '../tokens/direction.js'
import { type Cut, toBlocks } from './to-blocks.js'

export interface ReadOptions {
  /** Use this charset instead of finding it out. */
  readonly charset?: string
  /** Take this language for granted. */
  readonly language?: string
  /** What a corpus has taught; records name it. */
  readonly model?: Learned
  /** What a person decided on what was made before; each is replayed where it names the file. */
  readonly decisions?: Decisions
}

export interface FileBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What each stage made of a file. */
export interface Parts extends Cut {
  readonly decoded: Decoded
  readonly sha256: string
  /** Null where none are on this file. */
  readonly decided: FileDecisions | null
}

/** The stages of one file as far as segment. Never throws for bad input. */
export function partsOf(bytes: Uint8Array, options: ReadOptions): Parts {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const decided = options.decisions ? decisionsOnFile(options.decisions, sha256) : null
  const decoded = decode(bytes, packs, options.charset)
  const given = options.language === undefined ? undefined : packOf(options.language)
  return { decoded, ...toBlocks(decoded.text, given, options.model, decided), sha256, decided }
}

/** The way of one file, from bytes to blocks and anatomy. Never throws for bad input. */
export function readDocument(file: FileBytes, options: ReadOptions = {}): Document {
  return documentOf(file, partsOf(file.bytes, options))
}

/** The document that the parts of a file make. */
export function documentOf(
  { path, bytes }: FileBytes,
  { decoded, repaired, language, pack, segmented, sha256, decided }: Parts,
): Document {
  const { layout, blocks, crawled } = segmented
  const anatomy = extract(blocks, pack, crawled)
  const log = placed(compose(repaired.repairs, segmented.repairs), blocks)
  const { repairs, rejected, problems }: Judged = decided
    ? judged(decoded.text, log, decided)
    : { repairs: log, rejected: [], problems: [] }
  // What a person would have as it is, is no damage.
  const unrepaired = repaired.unrepaired.filter(item => sharing(rejected, item).length === 0)
  return {
    id: language.tag,
    path,
    bytes: bytes.length,
    sha256,
    charset: { name: decoded.charset, evidence: decoded.evidence },
    language,
    direction: language.tag === 'und' ? directionOf(blocks.map(({ text }) => text)) : pack.direction,
    layout,
    ...anatomy,
    blocks: traced(segmented, repaired, language),
    repairs,
    unrepaired,
    ...(rejected.length > 0 && { rejected }),
    warnings: [...warningsFor(decoded, unrepaired, language), ...problems.map(unapplied)],
  }
}

const unapplied = (message: string): Warning => ({ code: 'DECISION_NOT_APPLIED', message })

/** Names, numbers and addresses have no language of their own. */
const WITHOUT_PROSE: ReadonlySet<BlockKind> = new Set(['contact', 'link', 'end-mark', 'table'])

/** The blocks with their spans in the decoded text, and their language where it is another. */
function traced(segmented: Segmented, repaired: Repaired, language: Detected): Block[] {
  const results = resultSpans(repaired.repairs)
  let last = 0 // where a repair made the end of a block, both blocks come from what it replaced: the first has it
  const source = (span: Span): Span => {
    const { start, end } = sourceSpan(repaired.repairs, results, span)
    const from = Math.max(start, last)
    last = Math.max(end, last)
    return { start: from, end: last }
  }
  return segmented.blocks.map(({ id, kind, text, spans, runIn }) => {
    const own = languageOfBlock({ kind, text }, language)?.tag ?? language.tag
    return {
      id,
      kind,
      text,
      spans: spans.map(source),
      ...(own !== language.tag && { language: own }),
      ...(runIn && { runIn }),
    }
  })
}

/** The language of a block by itself; null where it is the document's without asking. */
export const languageOfBlock = ({ kind, text }: Pick<Block, 'kind' | 'text'>, language: Detected): Detected | null =>
  language.evidence === 'given' || WITHOUT_PROSE.has(kind) ? null : detectBlock(text, packs, language.tag)

function warningsFor(decoded: Decoded, unrepaired: Document['unrepaired'], language: Detected): Warning[] {
  const warnings: Warning[] = []
  const warn = (code: Warning['code'], message: string) => warnings.push({ code, message })
  if (decoded.evidence === 'fallback') warn('CHARSET_UNCERTAIN', `charset undetermined; decoded as ${decoded.charset}`)
  if (/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(decoded.text)) warn('CONTROL_CHARACTERS', 'control characters were removed')
  const { tag, guess } = language
  if (tag === 'und')
    warn('LANGUAGE_UNKNOWN', `not a supported language${guess === 'und' ? '' : `; it seems to be ${guess}`}`)
  if (/\p{Cs}/u.test(decoded.text)) warn('LONE_SURROGATE', 'the text has a lone surrogate')
  if (/\r/.test(decoded.text) && /(?<!\r)\n|\r(?!\n)/.test(decoded.text)) warn('MIXED_LINE_ENDS', 'mixed line ends')
  const { length } = unrepaired
  if (length > 0)
    warn('UNREPAIRED_DAMAGE', `${length} damaged ${length === 1 ? 'place was' : 'places were'} left unrepaired`)
  return warnings
}
