/**
 * The way of one file: decode (or its extractor) -> repair -> detect -> segment -> extract. A pure function of the file and the options;
 * what is odd about the file becomes a warning on the document, never an exception.
 */
import { createHash } from 'node:crypto'
import { decisionsOnFile, type FileDecisions } from '../decide/decisions.js'
import { type Judged, judged } from '../decide/repairs.js'
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
import type { FileBytes, FileGiven } from './file.js'
import { marked, sourceOf, withTargets } from './from-source.js'
import { type Opened, openFile, openText, type Unreadable } from './open-file.js'
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

/** What each stage made of a file. */
export interface Parts extends Cut, Opened {
  readonly sha256: string
  /** Null where none are on this file. */
  readonly decided: FileDecisions | null
}

/** The stages of an opened file as far as segment. Never throws for bad input. */
export function partsOf(bytes: Uint8Array, opened: Opened, options: ReadOptions): Parts {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const decided = options.decisions ? decisionsOnFile(options.decisions, sha256) : null
  const given = options.language === undefined ? undefined : packOf(options.language)
  return { ...opened, ...toBlocks(opened.decoded.text, given, options.model, decided), sha256, decided }
}

/** The way of a plain text, from bytes to blocks and anatomy. Never throws for bad input. */
export const readDocument = (file: FileBytes, options: ReadOptions = {}): Document =>
  documentOf(file, partsOf(file.bytes, openText(file.bytes, options.charset), options))

/** The way of a file of any format that is read; why not, where nothing can be read of it. */
export async function readDocumentOf(
  file: FileGiven & Pick<FileBytes, 'path'>,
  options: ReadOptions = {},
): Promise<Document | Unreadable> {
  const opened = await openFile(file, options.charset)
  return 'problem' in opened ? opened : documentOf(file, partsOf(file.bytes, opened, options))
}

/** The document that the parts of a file make. */
export function documentOf(
  { path, bytes, inside }: FileGiven & Pick<FileBytes, 'path'>,
  { decoded, extracted, repaired, language, pack, segmented: cut, sha256, decided }: Parts,
): Document {
  const spans = spansIn(cut.blocks, repaired)
  const segmented = extracted ? marked(cut, spans, extracted) : cut
  const { layout, blocks, crawled } = segmented
  const stated = sourceOf(extracted, inside)
  const anatomy = extract(blocks, pack, crawled ?? stated.source?.date ?? null)
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
    ...stated,
    charset: { name: decoded.charset, evidence: decoded.evidence },
    language,
    direction: language.tag === 'und' ? directionOf(blocks.map(({ text }) => text)) : pack.direction,
    layout,
    ...anatomy,
    ...(extracted && { links: withTargets(anatomy.links, segmented.blocks, spans, extracted.links) }),
    blocks: traced(segmented, spans, language),
    repairs,
    unrepaired,
    ...(rejected.length > 0 && { rejected }),
    warnings: [...warningsFor(decoded, unrepaired, language), ...problems.map(unapplied)],
  }
}

const unapplied = (message: string): Warning => ({ code: 'DECISION_NOT_APPLIED', message })

/** Names, numbers and addresses have no language of their own. */
const WITHOUT_PROSE: ReadonlySet<BlockKind> = new Set(['contact', 'link', 'end-mark', 'table'])

/** The spans of blocks in the decoded text. */
function spansIn(blocks: readonly Block[], repaired: Repaired): Span[][] {
  const results = resultSpans(repaired.repairs)
  let last = 0 // where a repair made the end of a block, both blocks come from what it replaced: the first has it
  const source = (span: Span): Span => {
    const { start, end } = sourceSpan(repaired.repairs, results, span)
    const from = Math.max(start, last)
    last = Math.max(end, last)
    return { start: from, end: last }
  }
  return blocks.map(({ spans }) => spans.map(source))
}

/** The blocks with their spans in the decoded text, and their language where it is another. */
const traced = (segmented: Segmented, spans: readonly (readonly Span[])[], language: Detected): Block[] =>
  segmented.blocks.map(({ id, kind, text, runIn }, k) => {
    const own = languageOfBlock({ kind, text }, language)?.tag ?? language.tag
    return {
      id,
      kind,
      text,
      spans: spans[k]!,
      ...(own !== language.tag && { language: own }),
      ...(runIn && { runIn }),
    }
  })

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
