/**
 * What a corpus has taught: a model file that `learn` writes and every later run may read. It is NDJSON. The first line
 * names the format, its version and the SHA-256 of all bytes after it, which is the model's name in the records; every
 * other line is a section that begins with `section` and, where it is of one language or of a pair, `language`. A
 * reader leaves sections that it does not know, so that more kinds of knowledge can stand beside these. No date and no
 * path: the same texts give the same bytes. A file is checked as a whole when it is opened; a language, or a pair, is
 * unpacked when it is asked for.
 */

import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { cannot, UserError } from '../errors.js'
import { once } from '../structures/cache.js'
import { append } from '../structures/lists.js'
import { lexiconFrom, type PackedTranslations, type PairLexicon, pairName } from './pair-lexicon.js'

/** What is known of the words of one language. Words are in lower case. */
export interface LearnedWords {
  /** How many running words were counted, those included that were too rare to be kept. */
  readonly total: number
  /** How often the word was counted; 0 where it was not, or was too rare to be kept. */
  count(word: string): number
  /** Words with letters beyond ASCII, and their counts, by what they are with `?` for each of those letters (`masked`). */
  spelled(masked: string): ReadonlyMap<string, number>
  /** How often `b` stood right behind `a`; counted only where one of them has a rival of the same mask, otherwise 0. */
  pair(a: string, b: string): number
  /** How often the word had a capital where no sentence begins; counted only where its first letter is beyond ASCII. */
  capital(word: string): number
  /** Every word that was kept, the frequent ones first, with its count. */
  words(): Iterable<readonly [word: string, count: number]>
}

/** A model that was read. */
export interface Learned {
  /** The file that it was read from. */
  readonly path: string
  /** Names the model in a record. */
  readonly sha256: string
  /** How many texts it was learned from. */
  readonly documents: number
  /** Tags of the languages that it knows, sorted. */
  readonly languages: readonly string[]
  /** @throws UserError where the model's section of that language is not as `learn` writes it */
  of(tag: string): LearnedWords | undefined
  /**
   * What translates the words of one language into another.
   * @throws UserError where the model's section of the two is not as `learn` writes it
   */
  lexicon(from: string, to: string): PairLexicon | undefined
}

/** Entries by count, the highest first; those of one count sorted by code unit and joined by a comma. */
export type Counted = readonly (readonly [count: number, entries: string])[]

/**
 * A line of the file. Sections of words and capitals hold words, sections of pairs two words with a space between;
 * sections of translations are of two languages, whose tags are sorted, with a space between (`da de`).
 */
export type Section =
  | { readonly section: 'corpus'; readonly documents: number; readonly languages: readonly string[] }
  | { readonly section: 'words'; readonly language: string; readonly total: number; readonly counts: Counted }
  | { readonly section: 'pairs' | 'capitals'; readonly language: string; readonly counts: Counted }
  | { readonly section: 'translations'; readonly language: string; readonly counts: PackedTranslations }

export interface ModelHeader {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly sha256: string
}

const FORMAT = 'parawire-model'
const VERSION = 1
const NEWLINE = 10
/** A header is some 120 bytes long; what has none within so many is no model. */
const HEADER_AT_MOST = 1000
const SECTION = /^\{"section":"([^"]+)"(?:,"language":"([^"]+)")?/
const SECTION_HEAD = 200

/** A word with `?` for every UTF-16 unit beyond ASCII: what a charset leaves of it that cannot hold those. */
export function masked(word: string): string {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 0x7f) return word.replace(/[^\0-\x7f]/g, '?')
  return word
}

/** The lines of a model file: each is to be written as JSON with one line end behind it. */
export function modelLines(sections: readonly Section[]): readonly [ModelHeader, ...Section[]] {
  const hash = createHash('sha256')
  for (const section of sections) hash.update(`${JSON.stringify(section)}\n`)
  return [{ format: FORMAT, version: VERSION, sha256: hash.digest('hex') }, ...sections]
}

/**
 * Open a model file; messages show it as `shown`.
 * @throws UserError where it cannot be read, is none, is of another version, or was changed after it was written
 */
export function readLearned(path: string, shown = path): Learned {
  const bytes = bytesOf(path, shown)
  const headerEnd = bytes.indexOf(NEWLINE)
  const { version, sha256 } = headerOf(bytes.subarray(0, headerEnd), shown)
  if (version !== VERSION)
    throw new UserError(
      `the model ${shown} has version ${JSON.stringify(version)}, this program reads version ${VERSION}; ${AGAIN}`,
    )
  const body = bytes.subarray(headerEnd + 1)
  if (createHash('sha256').update(body).digest('hex') !== sha256)
    throw new UserError(`the model ${shown} is damaged: its content does not match its sha256; ${AGAIN}`)
  return modelOf({ path, sha256 }, sectionsOf(body), shown)
}

const AGAIN = 'learn it again: parawire learn <paths...> -o FILE'
const notOurs = (shown: string, cause?: unknown) =>
  new UserError(`${shown} is not a model; give a file written by parawire learn`, { cause })

/** All bytes of the file; nothing but the head is read of a file that is no model, however large it is. */
function bytesOf(path: string, shown: string): Buffer {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const head = Buffer.alloc(HEADER_AT_MOST)
    const size = readSync(file, head, 0, HEADER_AT_MOST, 0)
    const end = head.subarray(0, size).indexOf(NEWLINE)
    if (end < 0) throw notOurs(shown)
    headerOf(head.subarray(0, end), shown)
    return readFileSync(path)
  } catch (cause) {
    throw cannot(`read the model ${shown}`, cause)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function headerOf(line: Buffer, shown: string): { version: unknown; sha256: string } {
  let header: unknown
  try {
    header = JSON.parse(line.toString('utf8'))
  } catch (cause) {
    throw notOurs(shown, cause)
  }
  const { format, version, sha256 } = (header ?? {}) as Record<string, unknown>
  if (format !== FORMAT || version === undefined) throw notOurs(shown)
  return { version, sha256: String(sha256) }
}

/** The bytes of each section by its name and language, not yet read. */
function sectionsOf(body: Buffer): Map<string, Buffer> {
  const sections = new Map<string, Buffer>()
  for (let at = 0; at < body.length; ) {
    const found = body.indexOf(NEWLINE, at)
    const end = found < 0 ? body.length : found
    const name = SECTION.exec(body.toString('utf8', at, Math.min(end, at + SECTION_HEAD)))
    if (name) sections.set(keyOf(name[1]!, name[2]), body.subarray(at, end))
    at = end + 1
  }
  return sections
}

const keyOf = (section: string, language = '') => `${section} ${language}`

function modelOf(
  file: Pick<Learned, 'path' | 'sha256'>,
  sections: ReadonlyMap<string, Buffer>,
  shown: string,
): Learned {
  const read = (section: string, language?: string): Record<string, unknown> | undefined => {
    const bytes = sections.get(keyOf(section, language))
    return bytes && understood(shown, () => JSON.parse(bytes.toString('utf8')) as Record<string, unknown>)
  }
  const { documents, languages } = read('corpus') ?? {}
  if (typeof documents !== 'number' || !Array.isArray(languages)) throw notOurs(shown)
  const known = new Map<string, LearnedWords | undefined>()
  const lexicons = new Map<string, PairLexicon | undefined>()
  return {
    ...file,
    documents,
    languages: languages.map(String),
    of: tag => {
      if (!known.has(tag)) {
        const words = read('words', tag)
        const others = (section: string) => understood(shown, () => unpacked(read(section, tag)?.counts ?? []))
        known.set(tag, words && understood(shown, () => wordsOf(words, others)))
      }
      return known.get(tag)
    },
    lexicon: (from, to) => {
      const direction = `${from} ${to}`
      if (!lexicons.has(direction)) {
        const section = read('translations', pairName(from, to))
        const packed = section?.counts as PackedTranslations
        lexicons.set(direction, section && understood(shown, () => lexiconFrom(packed, from > to)))
      }
      return lexicons.get(direction)
    },
  }
}

/** What only a file can make fail that was written by somebody else. */
function understood<T>(shown: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    throw notOurs(shown, cause)
  }
}

function wordsOf(
  section: Record<string, unknown>,
  others: (section: string) => ReadonlyMap<string, number>,
): LearnedWords {
  const counts = unpacked(section.counts)
  const byMask = once(() => groupedByMask(counts.keys()))
  const pairs = once(() => others('pairs'))
  const capitals = once(() => others('capitals'))
  return {
    total: Number(section.total),
    count: word => counts.get(word) ?? 0,
    spelled: mask =>
      new Map(
        byMask()
          .get(mask)
          ?.map(word => [word, counts.get(word)!]),
      ),
    pair: (a, b) => pairs().get(`${a} ${b}`) ?? 0,
    capital: word => capitals().get(word) ?? 0,
    words: () => counts.entries(),
  }
}

function unpacked(counted: unknown): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [count, entries] of counted as Counted) for (const entry of entries.split(',')) counts.set(entry, count)
  return counts
}

/** Words with letters beyond ASCII by their masks. */
export function groupedByMask(words: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    const mask = masked(word)
    if (mask !== word) append(groups, mask, word)
  }
  return groups
}
