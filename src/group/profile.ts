/**
 * What grouping keeps of a document: its features with their places, runs of words, numbers, and the little that it says
 * of itself. A pure function of the document and some kilobytes in typed arrays, so that the profiles of a large corpus
 * can be made one by one and kept on disk (`packed.ts`). Places are kept, because translations say the same things in
 * the same order, and two releases with one boilerplate do not.
 */
import type { LanguagePack, PackOf } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import { hashOf } from '../words/hashed-ranks.js'
import { isSound, KINDS, type Read, readFeatures } from './features.js'
import { type Revision, revisionOf } from './revisions.js'

/** What grouping needs to know of a document. */
export interface GroupableDocument {
  readonly sha256: string
  readonly path: string
  readonly language: { readonly tag: string; readonly guess?: string; readonly margin?: number }
  /** `wire` and `text` as they stand in a block. */
  readonly dateline: {
    readonly date: string | null
    readonly wire?: string | null
    readonly text?: string | null
  } | null
  /** What stands above the text. */
  readonly header?: { readonly date: string | null } | null
  /** `language` where a block is in another one than the document. */
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string; readonly language?: string }[]
}

/** Occurrences sorted by feature: `key[k]`, of `kind[k]`, stands in block `block[k]` at place `place[k]` of 65535. */
export interface Profile {
  readonly sha256: string
  readonly path: string
  /** `und` for a document that is partly in another language too: it may be a translation that is not finished. */
  readonly tag: string
  /** What two texts of are no translations of each other: the tag, or the guess of a text in `und`; `und` where it is not known. */
  readonly language: string
  /** ISO 8601 in the precision that was stated. */
  readonly date: string | null
  /** The text says that it corrects or updates another one. */
  readonly revision: Revision | null
  readonly hebrew: boolean
  readonly blocks: number
  /** UTF-16 units of all blocks. */
  readonly length: number
  /** The blocks of the body stand first; how many they are, and their units. Behind them stands boilerplate, if any. */
  readonly body: number
  readonly bodyLength: number
  /** Of all features that every other script has too. */
  readonly weight: number
  readonly key: Int32Array
  readonly kind: Uint8Array
  readonly block: Uint16Array
  readonly place: Uint16Array
  /** Sorted, of all words and numbers in order, for versions in one language. */
  readonly shingles: Int32Array
  /** A hash of all words and numbers in order. */
  readonly wording: number
  /** Sorted hashes of the values of two digits and more. */
  readonly numbers: Int32Array
  /** Hashes of the stems of the words of each block, but for the most frequent ones, without doubles; `stemEnds` by block. */
  readonly stems: Int32Array
  readonly stemEnds: Uint16Array
  /** The place of each block. */
  readonly starts: Uint16Array
}

export const PLACES = 65535
const MAX_READ = 40_000 // units of a document; a release is a tenth of it. Every block read has at least one
const MIN_BODY = 200 // units; a shorter body is compared with its boilerplate
const SURE_GUESS = 0.25 // margin of a guess: of texts in languages that nobody knows nine in ten have less (`detect/any-language.ts`)
const MIXED = 0.25 // of the blocks: from here on a text is in two languages; of news that is whole hardly one block is

/** Blocks that many releases of an issuer share word by word. */
const SHARED_KINDS: ReadonlySet<BlockKind> = new Set([
  'about',
  'chrome',
  'disclaimer',
  'end-mark',
  'label',
  'link',
  'note',
])

/** The profile of a document. Linear, and bounded in size. */
export function profileOf(document: GroupableDocument, packOf: PackOf): Profile {
  const pack = packOf(document.language.tag) ?? null
  const { texts, body } = readable(document)
  const length = lengthOf(texts)
  const read: Read = { numbers: new Set(), words: [], stems: new Set() }
  const { found, ...blocks } = readBlocks(texts, length || 1, pack, read, document.dateline)
  return {
    sha256: document.sha256,
    path: document.path,
    ...languageOf(document),
    date: document.dateline?.date ?? document.header?.date ?? null,
    revision: pack && revisionOf(document.blocks, pack),
    hebrew: pack?.script === 'Hebr',
    blocks: texts.length,
    length,
    body,
    bodyLength: lengthOf(texts.slice(0, body)),
    weight: found.reduce((sum, { kind }) => sum + (isSound(kind) ? 0 : KINDS[kind]!.weight), 0),
    ...columnsOf(found),
    shingles: shinglesOf(read.words),
    wording: hashOf(read.words.join(' ')),
    numbers: Int32Array.from(read.numbers).sort(),
    ...blocks,
  }
}

function languageOf(document: GroupableDocument): Pick<Profile, 'tag' | 'language'> {
  if (isMixed(document)) return { tag: 'und', language: 'und' }
  const { tag, guess = 'und', margin = 1 } = document.language
  return { tag, language: tag !== 'und' ? tag : margin >= SURE_GUESS ? guess : 'und' }
}

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)

function isMixed({ blocks, language }: GroupableDocument): boolean {
  const others = blocks.filter(block => (block.language ?? 'und') !== 'und' && block.language !== language.tag)
  return others.length > 0 && others.length >= MIXED * blocks.length
}

/** The body, without what many releases share unless it is short; not more than is read. */
export const textsToRead = (document: GroupableDocument): string[] => readable(document).texts

/** `body` of the texts are the body: the first ones. */
function readable({ blocks }: GroupableDocument): { texts: string[]; body: number } {
  const own = blocks.filter(block => !SHARED_KINDS.has(block.kind))
  const enough = own.reduce((sum, { text }) => sum + text.length, 0) >= MIN_BODY
  const rest = enough ? [] : blocks.filter(block => SHARED_KINDS.has(block.kind))
  const texts: string[] = []
  let [left, body] = [MAX_READ, 0]
  for (const { kind, text } of [...own, ...rest]) {
    if (left <= 0) break
    if (text !== '') texts.push(text.slice(0, left))
    if (text !== '' && !SHARED_KINDS.has(kind)) body++
    left -= text.length
  }
  return { texts, body }
}

interface Occurrence {
  readonly key: number
  readonly kind: number
  readonly block: number
  readonly place: number
}

/** Written one by one: `from` goes through an iterator, and takes ten times as long. */
function columnsOf(found: readonly Occurrence[]): Pick<Profile, 'key' | 'kind' | 'block' | 'place'> {
  const key = new Int32Array(found.length)
  const kind = new Uint8Array(found.length)
  const block = new Uint16Array(found.length)
  const place = new Uint16Array(found.length)
  for (let k = 0; k < found.length; k++) {
    const one = found[k]!
    key[k] = one.key
    kind[k] = one.kind
    block[k] = one.block
    place[k] = one.place
  }
  return { key, kind, block, place }
}

/** What stands in the blocks, and where: `found` sorted by feature. */
function readBlocks(
  texts: readonly string[],
  length: number,
  pack: LanguagePack | null,
  read: Read,
  dateline: GroupableDocument['dateline'],
): { found: Occurrence[] } & Pick<Profile, 'stems' | 'stemEnds' | 'starts'> {
  const found: Occurrence[] = []
  const stems: number[] = []
  const [stemEnds, starts] = [new Uint16Array(texts.length), new Uint16Array(texts.length)]
  let start = 0
  texts.forEach((text, block) => {
    const wire = wireIn(text, dateline)
    readFeatures(text, pack, read, (key, kind, at) => {
      if (wire && at >= wire.start && at < wire.end) return
      found.push({ key, kind, block, place: Math.floor((PLACES * (start + at)) / length) })
    })
    for (const stem of read.stems) stems.push(stem)
    read.stems.clear()
    stemEnds[block] = stems.length
    starts[block] = Math.floor((PLACES * start) / length)
    start += text.length
  })
  found.sort((x, y) => x.key - y.key || x.place - y.place || x.kind - y.kind)
  return { found, stems: Int32Array.from(stems), stemEnds, starts }
}

/** Where the dateline names the wire: all that it ever sent has that name, and in short texts it would tell a lot. */
function wireIn(text: string, dateline: GroupableDocument['dateline']): { start: number; end: number } | null {
  if (!dateline?.wire || !dateline.text) return null
  const line = text.indexOf(dateline.text)
  const wire = dateline.text.lastIndexOf(dateline.wire)
  return line < 0 || wire < 0 ? null : { start: line + wire, end: line + wire + dateline.wire.length }
}

const SHINGLE = 3 // words
const SAMPLE = 4 // every fourth by its hash is kept
const SHORT = 200 // words; of a shorter text all are kept

/**
 * Runs of words, by which texts in one language are known to be one: hashes of a fixed sample of all runs of three words
 * (Broder 1997). The share of the sample that two texts have in common is about the share of the runs. Sorted, without doubles.
 */
function shinglesOf(words: readonly string[]): Int32Array {
  const out = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    let hash = 0x811c9dc5
    for (let word = at; word < Math.min(at + SHINGLE, words.length); word++) hash = withWord(hash, words[word]!)
    hash ^= hash >>> 15
    if (words.length < SHORT || hash % SAMPLE === 0) out.add(hash)
  }
  return Int32Array.from(out).sort()
}

function withWord(start: number, word: string): number {
  let hash = start
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193)
  return Math.imul(hash ^ 32, 0x01000193)
}

/** How many numbers two sorted lists without doubles share. */
export function sharedOf(x: Int32Array, y: Int32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    if (x[i]! < y[j]!) i++
    else if (x[i]! > y[j]!) j++
    else {
      both++
      i++
      j++
    }
  }
  return both
}
