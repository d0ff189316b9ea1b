/** The public functions from texts to records: they look packs up, check what the caller gave, and call one stage each. */
import { readFile } from 'node:fs/promises'
import { align } from '../align/align.js'
import { charsetExists } from '../charsets/charset.js'
import { decode as decodeBytes } from '../decode.js'
import { detect as detectText } from '../detect/detect.js'
import { type Embed, remembering } from '../embed/embed.js'
import { UserError } from '../errors.js'
import { formatOf } from '../ingest/sniff.js'
import { packOf, packs, undetermined } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import { type Learned, readLearned } from '../learned/learned.js'
import type { Alignment, Decisions, Decoded, Detected, Document, ReleaseRecord, Repaired, Segmented } from '../model.js'
import { type Explanation, explainDocument } from '../pipeline/explain-document.js'
import type { FileBytes } from '../pipeline/file.js'
import type { LearnOptions } from '../pipeline/learn-corpus.js'
import {
  type CorpusOptions,
  type DocumentOptions,
  readDocuments as documentsOf,
  parseCorpus as parse,
} from '../pipeline/pipeline.js'
import { type ReadOptions, readDocument as read } from '../pipeline/read-document.js'
import { repair as repairText } from '../repair/repair.js'
import { segment as segmentText } from '../segment/segment.js'

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

/**
 * The same options, where there are such a charset and language.
 * @throws UserError where there are not
 */
export function checked<T extends ReadOptions>(options: T): T {
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
 * The way of one text: decode, repair, detect, segment, extract. Bad input gives warnings on the document.
 * @throws UserError for a language without a pack, an unknown charset name, and a file that is no plain text
 */
export function readDocument(file: FileBytes, options: ReadOptions = {}): Document {
  const format = formatOf(file.bytes)
  if (format !== null)
    throw new UserError(`${file.path} is no plain text but ${format}; readDocuments reads it, in its option "texts"`)
  return read(file, checked(options))
}

/**
 * Why each line of a file became what it is: its document, and for each block its lines and what spoke for its kind.
 * @throws UserError for a language without a pack, an unknown charset name, and a file that has no text that can be read
 */
export async function explain(file: FileBytes, options: ReadOptions = {}): Promise<Explanation> {
  const explanation = await explainDocument(file, checked(options))
  if ('problem' in explanation) throw new UserError(`cannot read ${file.path}: ${explanation.problem.message}`)
  return explanation
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
  const known = checked(options)
  const { learnCorpus } = await import('../pipeline/learn-corpus.js')
  const lines = await learnCorpus(paths, known)
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
  const { parseDecisions } = await import('../record/decisions-schema.js')
  return parseDecisions(text, path)
}

/**
 * Align the caller's own paragraphs. Keys are BCP 47 tags or any ids; `languages` names the language of an id that is
 * not a tag; a `model` helps where it knows two of the languages, and `embeddings` count where they are given.
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
