/** The public functions: they look packs up, check what the caller gave, and call one stage each. */
import { readFile } from 'node:fs/promises'
import { align } from './align/align.js'
import { charsetExists } from './charsets/charset.js'
import { check as checkRecord } from './check/check.js'
import { decode as decodeBytes } from './decode.js'
import { detect as detectText } from './detect/detect.js'
import { textOfBlocks } from './edits/block-text.js'
import { undoRepairs } from './edits/edits.js'
import { type Embed, remembering } from './embed/embed.js'
import { UserError } from './errors.js'
import {
  byName,
  type Counts,
  type ExportSettings,
  exportPieces,
  formatNamed,
  namesIn,
  noCounts,
  type Piece,
  type Records,
  settingsOf,
} from './export/export.js'
import { packOf, packs, undetermined } from './languages/index.js'
import type { LanguagePack } from './languages/pack.js'
import { type Learned, readLearned } from './learned/learned.js'
import type {
  Alignment,
  Bead,
  Decisions,
  Decoded,
  Detected,
  Document,
  Finding,
  ReleaseRecord,
  Repaired,
  Segmented,
} from './model.js'
import { type Explanation, explainDocument } from './pipeline/explain-document.js'
import { type LearnOptions, learnCorpus } from './pipeline/learn-corpus.js'
import {
  type CorpusOptions,
  type DocumentOptions,
  readDocuments as documentsOf,
  parseCorpus as parse,
} from './pipeline/pipeline.js'
import { type FileBytes, type ReadOptions, readDocument as read } from './pipeline/read-document.js'
import { generator, recordBeads } from './record/record.js'
import { repair as repairText } from './repair/repair.js'
import { segment as segmentText } from './segment/segment.js'

/** The pack of a language the caller named. @throws UserError for a language that has none */
function packNamed(tag: string | undefined): LanguagePack | undefined {
  if (tag === undefined) return undefined
  const pack = packOf(tag)
  if (!pack) {
    const tags = packs.map(p => p.tag).join(', ')
    throw new UserError(`language "${tag}" is not supported; use one of ${tags}`, {
      unknown: { word: tag, among: 'languages' },
    })
  }
  return pack
}

function checked<T extends ReadOptions>(options: T): T {
  packNamed(options.language)
  if (options.charset !== undefined && !charsetExists(options.charset)) {
    throw new UserError(
      `charset "${options.charset}" is unknown; use a name that iconv-lite knows, such as windows-1252`,
      { unknown: { word: options.charset, among: 'charsets' } },
    )
  }
  return options
}

/**
 * Decode bytes of an unknown charset. Never throws for any bytes.
 * @throws UserError for a charset name that is unknown
 */
export function decode(bytes: Uint8Array, options: { readonly charset?: string } = {}): Decoded {
  return decodeBytes(bytes, packs, checked(options).charset)
}

/**
 * Repair the characters of a text. `repairs` hold UTF-16 offsets in `text`, `before` and `after`, and why;
 * `unrepaired` is damage that was seen and left. Clean text comes back as it was, with no repairs.
 * @throws UserError for a language without a pack
 */
export function repair(text: string, options: Pick<ReadOptions, 'language' | 'model'> = {}): Repaired {
  return repairText(text, packs, packNamed(options.language), options.model)
}

/** The language of a text: one of the supported tags, or `und` with the best guess beside it. */
export function detect(text: string): Detected {
  return detectText(text, packs)
}

/**
 * Cut a repaired text into blocks. `applyRepairs(text, repairs)` is the blocks' texts joined by one blank line.
 * @throws UserError for a language without a pack
 */
export function segment(text: string, options: { readonly language?: string } = {}): Segmented {
  const pack = packNamed(options.language) ?? packOf(detectText(text, packs).tag) ?? undetermined
  return segmentText(text, pack, pack.tag)
}

/**
 * The way of one file: decode, repair, detect, segment, extract. Bad input gives warnings on the document.
 * @throws UserError for a language without a pack or an unknown charset name
 */
export function readDocument(file: FileBytes, options: ReadOptions = {}): Document {
  return read(file, checked(options))
}

/**
 * Why each line of a file became what it is: its document, and for each block its lines and what spoke for its kind.
 * @throws UserError for a language without a pack or an unknown charset name
 */
export function explain(file: FileBytes, options: ReadOptions = {}): Explanation {
  return explainDocument(file, checked(options))
}

/**
 * One record per release found in files, folders and glob patterns. What is in no record goes to `onUnused`.
 * @throws UserError for a language without a pack or an unknown charset name
 */
export function parseCorpus(paths: readonly string[], options: CorpusOptions = {}): AsyncIterable<ReleaseRecord> {
  if (!Array.isArray(paths)) throw new UserError('parseCorpus takes a list of paths; put a single path in brackets')
  return parse(paths, checked(options))
}

/**
 * The stages of `parseCorpus` one by one: every document of files, folders and patterns, sorted by path.
 * @throws UserError for a language without a pack or an unknown charset name
 */
export function readDocuments(paths: readonly string[], options: DocumentOptions = {}): AsyncIterable<Document> {
  if (!Array.isArray(paths)) throw new UserError('readDocuments takes a list of paths; put a single path in brackets')
  return documentsOf(paths, checked(options))
}

/**
 * What the clean text of files, folders and glob patterns teaches: the text of a model file, for `readModel`. The same
 * texts give the same model, whatever they are called. What cannot be read goes to `onUnused`, what was learned from
 * to `onLearned`.
 * @throws UserError for a language without a pack or an unknown charset name
 */
export async function learn(paths: readonly string[], options: LearnOptions = {}): Promise<string> {
  if (!Array.isArray(paths)) throw new UserError('learn takes a list of paths; put a single path in brackets')
  const lines = await learnCorpus(paths, checked(options))
  return lines.map(line => `${JSON.stringify(line)}\n`).join('')
}

/**
 * Open a model file that `learn` has written, for the option `model`. It is checked now, and read as far as needed.
 * @throws UserError where it cannot be read, is no model, is of another version, or was changed
 */
export function readModel(path: string): Learned {
  return readLearned(path)
}

/**
 * Open a file of decisions that a person saved from the pages of a report, for the option `decisions`.
 * @throws UserError where it cannot be read, or is not what the pages save
 */
export async function readDecisions(path: string): Promise<Decisions> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UserError(`cannot read the decisions ${path} (${String(cause.code)}); check the name`, { cause })
  })
  const { parseDecisions } = await import('./record/decisions-schema.js')
  return parseDecisions(text, path)
}

/**
 * Align the caller's own paragraphs. Keys are BCP 47 tags or any ids; `languages` names the language of an id that is
 * not a tag; a `model` helps where it knows two of the languages, and `embeddings` are heard where they are given.
 * `alignment.beads(a, b)` gives the exact pairwise beads.
 * @throws UserError for a language named in `languages` that has no pack, and where embeddings fail
 */
export async function alignTexts(
  texts: Readonly<Record<string, readonly string[]>>,
  options: {
    readonly languages?: Readonly<Record<string, string>>
    readonly model?: Learned
    readonly embeddings?: Embed
  } = {},
): Promise<Alignment> {
  const packOfId = (id: string) => packNamed(options.languages?.[id]) ?? packOf(id) ?? packOf(id.split('-')[0]!) ?? null
  const { embeddings } = options
  const asked = embeddings ? [...new Set(Object.values(texts).flat())].filter(text => text.trim() !== '') : []
  const vectors = embeddings ? await remembering(embeddings)(asked) : []
  const byText = new Map(asked.map((text, k) => [text, vectors[k]!]))
  return align(
    Object.entries(texts).map(([id, paragraphs]) => ({
      id,
      pack: packOfId(id),
      paragraphs: paragraphs.map(text => {
        const vector = byText.get(text)
        return vector ? { text, vector } : { text }
      }),
    })),
    options.model?.lexicon,
  )
}

/**
 * The exact pairwise beads of two documents of a record: numbers of blocks in each, one-sided beads with one block.
 * @throws UserError for a document id that the record has not
 */
export function beads(record: ReleaseRecord, a: string, b: string): Bead[] {
  for (const id of [a, b]) {
    if (!record.documents.some(d => d.id === id)) {
      throw new UserError(`the record has no document "${id}"; it has ${record.documents.map(d => d.id).join(', ')}`)
    }
  }
  return recordBeads(record, a, b)
}

/** The decoded text of a document's file, as it was before any repair. */
export function originalText(document: Pick<Document, 'blocks' | 'repairs'>): string {
  return undoRepairs(textOfBlocks(document.blocks), document.repairs)
}

/**
 * What the translations of a release disagree on: numbers, dates, names, addresses, and what some of them lack. Each
 * finding has a `code`, the `unit` or `blocks`, per document what it says and where (UTF-16 offsets in the block's text),
 * and the `minority`: documents that the others outvote, where three or more vote. Never throws for a valid record; a
 * release in one language gives nothing.
 */
export function check(record: ReleaseRecord): Finding[] {
  return checkRecord(record, packOf)
}

/** What an export can be told. */
export interface ExportOptions extends ExportSettings {
  /** Called once, when all is written: what was, and what was left out or altered on the way. */
  readonly onCounts?: (counts: Readonly<Counts>) => void
}

/**
 * Write records as TMX, CSV, Parquet, ninjs, ...: the pieces of the export, to be appended in their order, each to its
 * `file`. That is '' for formats that are a single file, so the `content` of all pieces is that file; for `xces` and
 * `text` a path below a folder, with `/`; for `moses` the name of the text, which is mostly its language. Records come one by one and none is kept. They are
 * taken as they are: `parawire export` checks them before.
 * @throws UserError at once for options that do not go together, and where a format must know its languages: name
 *   them, or give an array; later where hyparquet-writer, which `parquet` needs, is not installed
 */
export function exportRecords(records: Records, options: ExportOptions): AsyncGenerator<Piece, void, undefined> {
  const format = formatNamed(options.format)
  const settings = settingsOf(options, [...packs.map(({ tag }) => tag), 'und'], generator)
  if (settings.languages !== null || format.languages !== 'known') return pieces(settings)
  if (!Array.isArray(records))
    throw new UserError(`format ${options.format} must know its languages before the first record: name them`)
  const all = records as readonly ReleaseRecord[]
  return pieces({ ...settings, languages: [...new Set(all.flatMap(namesIn))].sort(byName) })

  async function* pieces(known: typeof settings): AsyncGenerator<Piece, void, undefined> {
    const counts = noCounts()
    yield* exportPieces(records, format, known, counts)
    options.onCounts?.(counts)
  }
}
