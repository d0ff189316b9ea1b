/**
 * The way of one release: its documents -> settle boundaries -> align -> reconcile -> record. A pure function of the
 * documents, the model, the decisions that name them and the vectors that are given for their texts.
 */
import { type AlignableText, align } from '../align/align.js'
import { decisionsNaming } from '../decide/decisions.js'
import { decidedUnits } from '../decide/units.js'
import { mentionsOf } from '../extract/extract.js'
import { packOf, undetermined } from '../languages/index.js'
import type { Learned } from '../learned/learned.js'
import type {
  Block,
  BlockKind,
  Decisions,
  Document,
  Generator,
  GroupedDocuments,
  ReleaseRecord,
  Warning,
} from '../model.js'
import { piecesOf, settle } from '../reconcile/boundaries.js'
import { reconcile } from '../reconcile/reconcile.js'
import { recut } from '../reconcile/recut.js'
import { blocksToAlign, toRecord, versionsById, withIds } from '../record/record.js'
import { cleanlyReconciled, cleanlyRecut } from './clean-siblings.js'

/** Gives vectors for texts, in their order. */
export type Remembering = (texts: readonly string[]) => Promise<Float32Array[]>

/** Documents that are known to be one release, without versions. */
export const oneRelease = (documents: readonly Document[]): GroupedDocuments => ({
  documents: [...documents].sort((a, b) =>
    a.language.tag < b.language.tag ? -1 : a.language.tag > b.language.tag ? 1 : 0,
  ),
  versions: [],
  nearest: null,
})

/** The record of a release. */
export const releaseRecord = (release: GroupedDocuments, model?: Learned, decisions?: Decisions): ReleaseRecord =>
  recordOfSettled(settledDocuments(release, model), release, model, decisions)

/** The same where texts are also compared by vectors of their meaning. */
export async function releaseRecordByMeaning(
  release: GroupedDocuments,
  embed: Remembering,
  model?: Learned,
  decisions?: Decisions,
): Promise<ReleaseRecord> {
  const settled = settledDocuments(release, model)
  return recordOfSettled(settled, release, model, decisions, await vectorsOf(settled, embed))
}

function settledDocuments(release: GroupedDocuments, model?: Learned): Document[] {
  const numbered = withIds(release.documents)
  return settleBoundaries(numbered, release, model).map((document, i) => readAgain(document, numbered[i]!))
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

function recordOfSettled(
  documents: readonly Document[],
  found: GroupedDocuments,
  model?: Learned,
  decisions?: Decisions,
  vectors?: Vectors,
): ReleaseRecord {
  const paragraphs = Object.fromEntries(documents.map(d => [d.id, blocksToAlign(d)]))
  const asGiven = (block: Block) => withVector(withSureKind(block), vectors)
  const texts = alignableTexts(documents, found, d => paragraphs[d.id]!.map(asGiven))
  const { units, problems } = decidedUnits(
    documents,
    paragraphs,
    decisions,
    wrong => align(texts, model?.lexicon, wrong).units,
  )
  const ids = Object.fromEntries(documents.map(d => [d.id, paragraphs[d.id]!.map(b => b.id)]))
  const versions = versionsById(documents, found.versions)
  const reconciled = cleanlyReconciled(documents, left => reconcile(documents, units, ids, packOf, versions, left))
  const mended = reconciled.documents.map((document, i) => readAgain(document, documents[i]!))
  const warnings = [...reconciled.warnings, ...problems.map(unapplied)]
  return toRecord(
    { ...reconciled, documents: mended, warnings },
    packOf,
    { versions, nearest: found.nearest },
    makersOf(documents, model, decisions, vectors),
  )
}

const unapplied = (message: string): Warning => ({ code: 'DECISION_NOT_APPLIED', message })

/** What there was beside the files, as far as this release shows. */
function makersOf(
  documents: readonly Document[],
  model: Learned | undefined,
  decisions: Decisions | undefined,
  vectors: Vectors | undefined,
): Pick<Generator, 'model' | 'embeddings' | 'decisions'> {
  const dimensions = vectors?.values().next().value?.length
  const files = documents.map(({ sha256 }) => sha256)
  const { length } = decisions ? decisionsNaming(decisions, files) : []
  return {
    ...(model && { model: model.sha256 }),
    ...(dimensions !== undefined && { embeddings: { dimensions } }),
    ...(length > 0 && { decisions: length }),
  }
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

function alignableTexts(
  documents: readonly Document[],
  { versions }: GroupedDocuments,
  paragraphsOf: (document: Document) => AlignableText['paragraphs'],
): AlignableText[] {
  const firsts = new Map(versions.map(({ document, versionOf }) => [document, documents[versionOf]!.id]))
  return documents.map((document, k) => ({
    id: document.id,
    pack: packOf(document.language.tag) ?? null,
    ...(firsts.has(k) && { versionOf: firsts.get(k)! }),
    paragraphs: paragraphsOf(document),
  }))
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
function settleBoundaries(
  documents: readonly Document[],
  found: GroupedDocuments,
  model?: Learned,
): readonly Document[] {
  const pieces = Object.fromEntries(documents.map(d => [d.id, piecesOf(d, blocksToAlign(d))]))
  if (documents.length < 2 || !Object.values(pieces).some(own => own.some(piece => piece.doubt))) return documents
  const texts = alignableTexts(documents, found, d => pieces[d.id]!)
  const { units } = align(texts, model?.lexicon)
  const settled = settle(pieces, units)
  return settled ? cleanlyRecut(documents, left => recut(documents, settled, left)) : documents
}
