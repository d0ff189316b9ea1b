/**
 * What grouping keeps of a document: its features with their places, runs of words, numbers, and the little that it says
 * of itself. A pure function of the document and some kilobytes in typed arrays, so that the profiles of a large corpus
 * can be made one by one and kept on disk (`packed.ts`). Places are kept, because translations say the same things in
 * the same order, and two releases with one boilerplate do not.
 */
import type { LanguagePack, PackOf } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import { hashOf } from '../text/hashed-ranks.js'
import { isSound, KINDS, readFeatures } from './features.js'
import { type Revision, revisionOf } from './revisions.js'
import { shinglesOf } from './shingles.js'

/** What grouping needs to know of a document. */
export interface GroupableDocument {
  readonly sha256: string
  readonly path: string
  readonly language: { readonly tag: string }
  readonly dateline: { readonly date: string | null } | null
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[]
}

/** Occurrences sorted by feature: `key[k]`, of `kind[k]`, stands in block `block[k]` at place `place[k]` of 65535. */
export interface Profile {
  readonly sha256: string
  readonly path: string
  readonly tag: string
  /** ISO 8601 in the precision that was stated. */
  readonly date: string | null
  /** The text says that it corrects or updates another one. */
  readonly revision: Revision | null
  readonly hebrew: boolean
  readonly blocks: number
  /** UTF-16 units of all blocks. */
  readonly length: number
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
}

export const PLACES = 65535
const MAX_READ = 40_000 // units of a document; a release is a tenth of it. Every block read has at least one
const MIN_BODY = 200 // units; a shorter body is compared with its boilerplate

/** Blocks that many releases of an issuer share word by word. */
const SHARED_KINDS: ReadonlySet<BlockKind> = new Set([
  'about',
  'chrome',
  'contact',
  'disclaimer',
  'end-mark',
  'label',
  'link',
  'note',
])

/** The profile of a document. Linear, and bounded in size. */
export function profileOf(document: GroupableDocument, packOf: PackOf): Profile {
  const pack = packOf(document.language.tag) ?? null
  const texts = textsToRead(document)
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const read = { numbers: new Set<number>(), words: [] as string[] }
  const found = occurrences(texts, length || 1, pack, read)
  return {
    sha256: document.sha256,
    path: document.path,
    tag: document.language.tag,
    date: document.dateline?.date ?? null,
    revision: pack && revisionOf(document.blocks, pack),
    hebrew: pack?.script === 'Hebr',
    blocks: texts.length,
    length,
    weight: found.reduce((sum, { kind }) => sum + (isSound(kind) ? 0 : KINDS[kind]!.weight), 0),
    ...columnsOf(found),
    shingles: shinglesOf(read.words),
    wording: hashOf(read.words.join(' ')),
    numbers: Int32Array.from(read.numbers).sort(),
  }
}

/** The body, without what many releases share; not more than is read. */
export function textsToRead({ blocks }: GroupableDocument): string[] {
  const body = blocks.filter(block => !SHARED_KINDS.has(block.kind))
  const enough = body.reduce((sum, { text }) => sum + text.length, 0) >= MIN_BODY
  const out: string[] = []
  let left = MAX_READ
  for (const { text } of enough ? body : blocks) {
    if (left <= 0) break
    if (text !== '') out.push(text.slice(0, left))
    left -= text.length
  }
  return out
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

function occurrences(
  texts: readonly string[],
  length: number,
  pack: LanguagePack | null,
  read: { numbers: Set<number>; words: string[] },
): Occurrence[] {
  const found: Occurrence[] = []
  let start = 0
  texts.forEach((text, block) => {
    readFeatures(text, pack, read, (key, kind, at) => {
      found.push({ key, kind, block, place: Math.floor((PLACES * (start + at)) / length) })
    })
    start += text.length
  })
  return found.sort((x, y) => x.key - y.key || x.place - y.place || x.kind - y.kind)
}
