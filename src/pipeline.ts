/**
 * The order of things: decode -> repair -> detect -> segment for one file, then group -> align -> reconcile -> record
 * for all, or learn, which writes down for later runs what a whole corpus teaches. Only this file knows that there is an order. Everything up to segment is a pure function of one file,
 * everything after group of one release, so that adding files never changes the records of the others.
 */
import { createHash } from 'node:crypto'
import { align } from './align/align.js'
import { decode } from './decode.js'
import { detect, detectBlock } from './detect/detect.js'
import { group } from './group/group.js'
import { findFiles, readFile, type SourceFile } from './ingest/ingest.js'
import { packOf, packs, undetermined } from './languages/index.js'
import type { LanguagePack } from './languages/pack.js'
import type { NotLearned } from './learn/clean.js'
import { newLearner } from './learn/learn.js'
import type {
  Block,
  BlockKind,
  Decoded,
  Detected,
  Document,
  ReleaseRecord,
  Repaired,
  Segmented,
  Unused,
  Warning,
} from './model.js'
import { piecesOf, settle } from './reconcile/boundaries.js'
import { reconcile } from './reconcile/reconcile.js'
import { recut } from './reconcile/recut.js'
import { blocksToAlign, toRecord, withIds } from './record/record.js'
import { repair } from './repair/repair.js'
import { segment } from './segment/segment.js'
import { compose, resultSpans, sourceSpan } from './text/edits.js'
import { type Learned, type ModelHeader, modelLines, type Section } from './text/learned.js'
import { placed } from './text/placed.js'

export interface ReadOptions {
  /** Use this charset instead of finding it out. */
  readonly charset?: string
  /** Take this language for granted. */
  readonly language?: string
  /** What a corpus has taught; records name it. */
  readonly model?: Learned
}

export interface CorpusOptions extends ReadOptions {
  /** Paths in records are relative to this folder; by default the deepest one common to all inputs. */
  readonly root?: string
  /** What counts inside a folder, instead of `*.txt` and `*.text`. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** What relative paths are relative to; by default the process's working folder. */
  readonly cwd?: string
  /** Told of every input that is in no record. */
  onUnused?(unused: Unused): void
  /** Told after each file. */
  onProgress?(done: number, total: number): void
}

export interface FileBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The pack that the later stages work with: the language's, or the empty one where there is no language. */
const packFor = (tag: string): LanguagePack => packOf(tag) ?? undetermined

/** The way of one file, from bytes to blocks. Never throws for bad input. */
export function readDocument({ path, bytes }: FileBytes, options: ReadOptions = {}): Document {
  const decoded = decode(bytes, packs, options.charset)
  const given = options.language === undefined ? undefined : packOf(options.language)
  const repaired = repair(decoded.text, packs, given, options.model)
  const language: Detected = given
    ? { tag: given.tag, evidence: 'given', margin: 1, guess: given.tag }
    : detect(repaired.text, packs)
  const pack = packFor(language.tag)
  const segmented = segment(repaired.text, pack, language.tag)
  const { anatomy, layout } = segmented
  const repairs = compose(repaired.repairs, segmented.repairs)
  return {
    id: language.tag,
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    charset: { name: decoded.charset, evidence: decoded.evidence },
    language,
    direction: pack.direction,
    layout,
    title: anatomy.title,
    summary: anatomy.summary,
    dateline: anatomy.dateline,
    crawled: anatomy.crawled,
    contacts: anatomy.contacts,
    links: anatomy.links,
    blocks: traced(segmented, repaired, language),
    repairs: placed(repairs, segmented.blocks),
    unrepaired: repaired.unrepaired,
    warnings: warningsFor(decoded, repaired, language),
  }
}

/** Names, numbers and addresses have no language of their own. */
const WITHOUT_PROSE: ReadonlySet<BlockKind> = new Set(['contact', 'link', 'end-mark', 'table'])

/** The blocks with their spans in the decoded text, and their language where it is another. */
function traced(segmented: Segmented, repaired: Repaired, language: Detected): Block[] {
  const results = resultSpans(repaired.repairs)
  return segmented.blocks.map(({ id, kind, text, spans, runIn }) => {
    const prose = language.evidence !== 'given' && !WITHOUT_PROSE.has(kind)
    const own = prose ? detectBlock(text, packs, language.tag).tag : language.tag
    return {
      id,
      kind,
      text,
      spans: spans.map(span => sourceSpan(repaired.repairs, results, span)),
      ...(own !== language.tag && { language: own }),
      ...(runIn && { runIn }),
    }
  })
}

function warningsFor(decoded: Decoded, repaired: Repaired, language: Detected): Warning[] {
  const warnings: Warning[] = []
  const warn = (code: Warning['code'], message: string) => warnings.push({ code, message })
  if (decoded.evidence === 'fallback')
    warn('CHARSET_UNCERTAIN', `read as ${decoded.charset} because nothing spoke for another charset`)
  if (/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(decoded.text)) warn('CONTROL_CHARACTERS', 'control characters were removed')
  if (language.tag === 'und')
    warn('LANGUAGE_UNKNOWN', `in none of the supported languages; the best guess is ${language.guess}`)
  if (/\p{Cs}/u.test(decoded.text)) warn('LONE_SURROGATE', 'the text holds half of a surrogate pair')
  if (/\r/.test(decoded.text) && /(?<!\r)\n|\r(?!\n)/.test(decoded.text))
    warn('MIXED_LINE_ENDS', 'line ends of more than one kind, or lone carriage returns')
  const { length } = repaired.unrepaired
  if (length > 0)
    warn('UNREPAIRED_DAMAGE', `${length} damaged ${length === 1 ? 'place was' : 'places were'} left as found`)
  return warnings
}

/** Every document of the given files, folders and patterns, sorted by path. */
export async function* readDocuments(paths: readonly string[], options: CorpusOptions = {}): AsyncGenerator<Document> {
  const onUnused = (unused: Unused) => options.onUnused?.(unused)
  const files = await findFiles(paths, { ...options, cwd: options.cwd ?? process.cwd() }, onUnused)
  let done = 0
  for (const file of files) {
    const bytes = await readFile(file, onUnused)
    if (bytes) {
      const document = readDocument({ path: file.path, bytes }, options)
      yield file.nameNotUtf8
        ? withWarning(document, 'NAME_NOT_UTF8', 'the file name is not UTF-8; its odd bytes are written as \\x..')
        : document
    }
    options.onProgress?.(++done, files.length)
  }
}

const withWarning = (document: Document, code: Warning['code'], message: string): Document => ({
  ...document,
  warnings: [...document.warnings, { code, message }],
})

/** One record per release, in the order of `group`, which does not depend on that of the files. */
export async function* parseCorpus(
  paths: readonly string[],
  options: CorpusOptions = {},
): AsyncGenerator<ReleaseRecord> {
  yield* recordsOf(readDocuments(paths, options), options.model)
}

/** One record per release found among documents, which were read with the given model. */
export async function* recordsOf(documents: AsyncIterable<Document>, model?: Learned): AsyncGenerator<ReleaseRecord> {
  const all: Document[] = []
  for await (const document of documents) all.push(document)
  for (const release of group(all, packOf)) yield releaseRecord(release, model)
}

/** The way of one release, from its documents to its record. */
export function releaseRecord(release: readonly Document[], model?: Learned): ReleaseRecord {
  const documents = settleBoundaries(withIds(release))
  const paragraphs = Object.fromEntries(documents.map(d => [d.id, blocksToAlign(d)]))
  const { units } = align(
    documents.map(d => ({ id: d.id, pack: packOf(d.language.tag) ?? null, paragraphs: paragraphs[d.id]! })),
  )
  const ids = Object.fromEntries(documents.map(d => [d.id, paragraphs[d.id]!.map(b => b.id)]))
  return toRecord(reconcile(documents, units, ids, packOf), model?.sha256)
}

/** Boundaries that a file alone left in doubt, settled by an alignment of the pieces between them. */
function settleBoundaries(documents: readonly Document[]): readonly Document[] {
  const pieces = Object.fromEntries(documents.map(d => [d.id, piecesOf(d, blocksToAlign(d))]))
  if (documents.length < 2 || !Object.values(pieces).some(own => own.some(piece => piece.doubt))) return documents
  const { units } = align(
    documents.map(d => ({ id: d.id, pack: packOf(d.language.tag) ?? null, paragraphs: pieces[d.id]! })),
  )
  const settled = settle(pieces, units)
  return settled ? recut(documents, settled) : documents
}

export interface LearnOptions extends CorpusOptions {
  /** Told after each text what was learned from it: null, or why nothing was. */
  onLearned?(document: Document, why: NotLearned | null): void
  /** Told of each file with the same bytes as one that is read. */
  onDuplicate?(path: string): void
}

/**
 * What the given files, folders and patterns teach: the lines of a model file. Texts are taken by the hashes of their
 * bytes, so that neither names nor order matter, however large the corpus is.
 */
export async function learnCorpus(
  paths: readonly string[],
  options: LearnOptions = {},
): Promise<readonly [ModelHeader, ...Section[]]> {
  const onUnused = (unused: Unused) => options.onUnused?.(unused)
  const files = new Map<string, SourceFile>()
  for (const file of await findFiles(paths, { ...options, cwd: options.cwd ?? process.cwd() }, onUnused)) {
    const bytes = await readFile(file, onUnused)
    const hash = bytes && createHash('sha256').update(bytes).digest('hex')
    if (hash && files.has(hash)) options.onDuplicate?.(file.path)
    else if (hash) files.set(hash, file)
  }
  const learner = newLearner(packOf)
  let done = 0
  for (const hash of [...files.keys()].sort()) {
    const file = files.get(hash)!
    const bytes = await readFile(file, onUnused)
    if (bytes) {
      const document = readDocument({ path: file.path, bytes }, options)
      const why = learner.add(document)
      options.onLearned?.(document, why)
    }
    options.onProgress?.(++done, files.size)
  }
  return modelLines(learner.sections())
}
