/**
 * The order of things: read-document for one file (decode -> repair -> detect -> segment -> extract), then group ->
 * align -> reconcile -> record for all, or learn-corpus. Only this room knows that there is an order. Everything up to
 * extract is a pure function of one file, everything after group of one release, so that adding files never changes the
 * records of the others.
 */
import { align } from '../align/align.js'
import { mentionsOf } from '../extract/extract.js'
import { group } from '../group/group.js'
import { findFiles, readFile } from '../ingest/ingest.js'
import { packOf, undetermined } from '../languages/index.js'
import type { Document, ReleaseRecord, Unused, Warning } from '../model.js'
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
  const numbered = withIds(release)
  const documents = settleBoundaries(numbered).map((document, i) => readAgain(document, numbered[i]!))
  const paragraphs = Object.fromEntries(documents.map(d => [d.id, blocksToAlign(d)]))
  const { units } = align(
    documents.map(d => ({ id: d.id, pack: packOf(d.language.tag) ?? null, paragraphs: paragraphs[d.id]! })),
  )
  const ids = Object.fromEntries(documents.map(d => [d.id, paragraphs[d.id]!.map(b => b.id)]))
  const reconciled = reconcile(documents, units, ids, packOf)
  const mended = reconciled.documents.map((document, i) => readAgain(document, documents[i]!))
  return toRecord({ ...reconciled, documents: mended }, packOf, model?.sha256)
}

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
function settleBoundaries(documents: readonly Document[]): readonly Document[] {
  const pieces = Object.fromEntries(documents.map(d => [d.id, piecesOf(d, blocksToAlign(d))]))
  if (documents.length < 2 || !Object.values(pieces).some(own => own.some(piece => piece.doubt))) return documents
  const { units } = align(
    documents.map(d => ({ id: d.id, pack: packOf(d.language.tag) ?? null, paragraphs: pieces[d.id]! })),
  )
  const settled = settle(pieces, units)
  return settled ? recut(documents, settled) : documents
}
