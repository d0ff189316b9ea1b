/**
 * The order of things: read-document for one file (decode -> repair -> detect -> segment -> extract), then group ->
 * align -> reconcile -> record for all, or learn-corpus. Only this room knows that there is an order. Everything up to
 * extract is a pure function of one file, everything after group of one release, so that adding files never changes the
 * records of the others.
 */
import { type AlignableText, align } from '../align/align.js'
import { type Embed, remembering } from '../embed/embed.js'
import { mentionsOf } from '../extract/extract.js'
import { group } from '../group/group.js'
import { findFiles, readFile } from '../ingest/ingest.js'
import { packOf, undetermined } from '../languages/index.js'
import type { Block, BlockKind, Document, ReleaseRecord, Unused, Warning } from '../model.js'
import { piecesOf, settle } from '../reconcile/boundaries.js'
import { reconcile } from '../reconcile/reconcile.js'
import { recut } from '../reconcile/recut.js'
import { blocksToAlign, toRecord, withIds } from '../record/record.js'
import type { Learned } from '../text/learned.js'
import { type ReadOptions, readDocument } from './read-document.js'

export interface CorpusOptions extends ReadOptions {
  /** Paths in records are relative to this folder; by default the deepest one common to all inputs. */
  readonly root?: string
  /** What counts inside a folder, instead of `*.txt` and `*.text`. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** What relative paths are relative to; by default the process's working folder. */
  readonly cwd?: string
  /** Gives vectors of meaning, which alignment then hears as one evidence more; off by default. */
  readonly embeddings?: Embed
  /** Told of every input that is in no record. */
  onUnused?(unused: Unused): void
  /** Told after each file. */
  onProgress?(done: number, total: number): void
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
  yield* recordsOf(readDocuments(paths, options), options)
}

/** One record per release found among documents, which were read with the given model. */
export async function* recordsOf(
  documents: AsyncIterable<Document>,
  { model, embeddings }: Pick<CorpusOptions, 'model' | 'embeddings'> = {},
): AsyncGenerator<ReleaseRecord> {
  const all: Document[] = []
  for await (const document of documents) all.push(document)
  const embed = embeddings && remembering(embeddings)
  for (const release of group(all, packOf)) {
    const settled = settledDocuments(release, model)
    yield recordOfSettled(settled, model, embed && (await vectorsOf(settled, embed)))
  }
}

/** The way of one release, from its documents to its record. */
export const releaseRecord = (release: readonly Document[], model?: Learned): ReleaseRecord =>
  recordOfSettled(settledDocuments(release, model), model)

function settledDocuments(release: readonly Document[], model?: Learned): Document[] {
  const numbered = withIds(release)
  return settleBoundaries(numbered, model).map((document, i) => readAgain(document, numbered[i]!))
}

/** By text. */
type Vectors = ReadonlyMap<string, Float32Array>

/** A text with siblings has something to be compared with. */
async function vectorsOf(
  documents: readonly Document[],
  embed: (texts: readonly string[]) => Promise<Float32Array[]>,
): Promise<Vectors> {
  const blocks = documents.length > 1 ? documents.flatMap(blocksToAlign) : []
  const texts = [...new Set(blocks.map(({ text }) => text).filter(text => text.trim() !== ''))]
  const vectors = await embed(texts)
  return new Map(texts.map((text, k) => [text, vectors[k]!]))
}

function recordOfSettled(documents: readonly Document[], model?: Learned, vectors?: Vectors): ReleaseRecord {
  const paragraphs = Object.fromEntries(documents.map(d => [d.id, blocksToAlign(d)]))
  const asGiven = (block: Block) => withVector(withSureKind(block), vectors)
  const { units } = align(
    documents.map(d => alignableText(d, paragraphs[d.id]!.map(asGiven))),
    model?.lexicon,
  )
  const ids = Object.fromEntries(documents.map(d => [d.id, paragraphs[d.id]!.map(b => b.id)]))
  const reconciled = reconcile(documents, units, ids, packOf)
  const mended = reconciled.documents.map((document, i) => readAgain(document, documents[i]!))
  const dimensions = vectors?.values().next().value?.length
  return toRecord({ ...reconciled, documents: mended }, packOf, {
    ...(model && { model: model.sha256 }),
    ...(dimensions !== undefined && { embeddings: { dimensions } }),
  })
}

/**
 * Kinds that mislead the aligner: a full stop more or less makes a sentence that stands alone a heading in one language
 * and a paragraph in another. Measured on news and newsletters, whole way: 1 to 2 of 1,000 beads were lost by them. The
 * pieces between doubtful boundaries keep theirs, which help there.
 */
const UNSURE_KINDS: ReadonlySet<BlockKind> = new Set(['title', 'summary', 'heading', 'paragraph', 'quote'])

const withSureKind = ({ text, kind }: Block) => (UNSURE_KINDS.has(kind) ? { text } : { text, kind })

function withVector<T extends { readonly text: string }>(paragraph: T, vectors: Vectors | undefined) {
  const vector = vectors?.get(paragraph.text)
  return vector ? { ...paragraph, vector } : paragraph
}

const alignableText = (document: Document, paragraphs: AlignableText['paragraphs']): AlignableText => ({
  id: document.id,
  pack: packOf(document.language.tag) ?? null,
  paragraphs,
})

/** Where siblings changed a block, dates, quantities and symbols have other places and perhaps other values. */
function readAgain(document: Document, before: Document): Document {
  const same =
    document.blocks.length === before.blocks.length &&
    document.blocks.every((block, i) => block.text === before.blocks[i]!.text)
  return same
    ? document
    : { ...document, ...mentionsOf(document.blocks, packOf(document.language.tag) ?? undetermined) }
}

/** Boundaries that a file alone left in doubt, settled by an alignment of the pieces between them. */
function settleBoundaries(documents: readonly Document[], model?: Learned): readonly Document[] {
  const pieces = Object.fromEntries(documents.map(d => [d.id, piecesOf(d, blocksToAlign(d))]))
  if (documents.length < 2 || !Object.values(pieces).some(own => own.some(piece => piece.doubt))) return documents
  const { units } = align(
    documents.map(d => alignableText(d, pieces[d.id]!)),
    model?.lexicon,
  )
  const settled = settle(pieces, units)
  return settled ? recut(documents, settled) : documents
}
