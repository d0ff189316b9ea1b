/**
 * The words of all documents of a release, as witnesses: where a word stands, and which words damage could have made
 * look like a given one. A word that itself was restored from lossy damage is no witness. Built only where a document
 * is damaged; one walk over the text.
 */
import type { Document } from '../model.js'
import { lostKey, scanKey } from './channel.js'

/** Where a document has a word: the first block; the words of each block are known besides. */
export interface SiblingWords {
  /** Documents that have the word as a whole, with the first block it stands in. */
  where(word: string): ReadonlyMap<string, string>
  inBlock(block: string, word: string): boolean
  /** Does the document write the word with a capital inside a sentence, and never without one? */
  isName(document: string, word: string): boolean
  /** Words that may have become `seen` by losing characters. */
  lostTo(seen: string): ReadonlySet<string>
  /** Words that a scanner may have read as `seen`. */
  scannedTo(seen: string): ReadonlySet<string>
  /** Does a block have a number of these digits, whatever its marks? */
  hasNumber(block: string, digits: string): boolean
  /** The sign beside a number of these digits: of money or degree, a dash, or none; null where there is no such number. */
  signsBeside(block: string, digits: string): string | null
}

/** What the documents of a release are asked with. */
export interface Release {
  readonly words: SiblingWords
  /** Text by block. */
  readonly texts: ReadonlyMap<string, string>
  /** Blocks of other documents in the same unit, by block. */
  readonly siblings: ReadonlyMap<string, readonly string[]>
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const NUMBER = /\d[^\s"“”„«»()[\]]{0,40}/g
/** Signs by which a name may hang together, of which any may be lost: `d’Or`, `NL West`. */
const LINK = /^[ \u00a0'’–-]$/
const SENTENCE_END = /(?:^|[.!?:…]["”“»’')]*\s+|\n\s*)["“„«'‘(–-]*\s?$/
const NONE: ReadonlySet<string> = new Set()

/** The words of the documents of a release; with `mended`, those too that lossy repairs gave. */
export function siblingWords(documents: readonly Document[], mended = false): SiblingWords {
  const where = new Map<string, Map<string, string>>()
  const blocks = new Map<string, Set<string>>()
  const inner = new Set<string>() // `document word` with a capital inside a sentence
  const keys = { lost: new Map<string, Set<string>>(), scan: new Map<string, Set<string>>() }
  const texts = new Map(documents.flatMap(d => d.blocks.map(b => [b.id, b.text] as const)))
  const add = (document: string, block: string, word: string) => {
    const known = where.get(word)
    if (!known) {
      where.set(word, new Map([[document, block]]))
      if (/[^\0-\x7f]| |'|-/.test(word)) put(keys.lost, linkKey(word), word)
      if (/^[\p{Lu}\p{N}]/u.test(word)) put(keys.scan, scanKey(word), word)
    } else if (!known.has(document)) known.set(document, block)
    blocks.get(block)!.add(word)
  }
  for (const document of documents) {
    const unsure = unsurePlaces(document)
    for (const { id, text } of document.blocks) {
      blocks.set(id, new Set())
      let last: { text: string; end: number } | null = null
      for (const match of text.matchAll(WORD)) {
        const end = match.index + match[0].length
        if (!mended && unsure.touches(id, match.index, end)) {
          last = null
          continue
        }
        const word = match[0]
        add(document.id, id, word)
        if (/^\p{Lu}/u.test(word) && !SENTENCE_END.test(text.slice(Math.max(0, match.index - 12), match.index)))
          inner.add(`${document.id} ${word}`)
        if (last && match.index === last.end + 1 && LINK.test(text[last.end]!) && /^[\p{Lu}\p{N}]/u.test(word)) {
          const pair = `${last.text}${text[last.end]}${word}`
          add(document.id, id, pair)
          inner.add(`${document.id} ${pair}`)
        }
        last = { text: word, end }
      }
    }
  }
  const numbers = remembered(block => numbersOf(texts.get(block) ?? ''))
  const signs = remembered(block => signsOf(texts.get(block) ?? ''))
  return {
    where: word => where.get(word) ?? new Map(),
    inBlock: (block, word) => blocks.get(block)?.has(word) ?? false,
    isName: (document, word) =>
      inner.has(`${document} ${word}`) && !where.get(word[0]!.toLowerCase() + word.slice(1))?.has(document),
    lostTo: seen => keys.lost.get(lostKey(seen)) ?? NONE,
    scannedTo: seen => keys.scan.get(scanKey(seen)) ?? NONE,
    hasNumber: (block, digits) => numbers(block).has(digits),
    signsBeside: (block, digits) => signs(block).get(digits) ?? null,
  }
}

/** Signs before or behind a number: `£ 500`, `500 €`, `30 °C`, `2.4.18 --`. */
const SIGNED = /([€£¥₪]?)[ \u00a0]?(\d+(?:[.,]\d+)*)(?:[ \u00a0]?([€£¥₪°])|[ \u00a0](--?|[–—])[ \u00a0])?/g

/** The first sign beside each number, by its digits. */
function signsOf(text: string): Map<string, string> {
  const signs = new Map<string, string>()
  for (const [, before, number, behind, dash] of text.matchAll(SIGNED)) {
    const digits = digitsOf(number!)
    if (!signs.has(digits)) signs.set(digits, before || behind || (dash === undefined ? '' : '–'))
  }
  return signs
}

const numbersOf = (text: string) => new Set((text.match(NUMBER) ?? []).map(digitsOf))

/** The digits of a number alone: what translations share of it, whatever their marks. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '')

function remembered<T>(make: (block: string) => T): (block: string) => T {
  const known = new Map<string, T>()
  return block => {
    const value = known.get(block) ?? make(block)
    known.set(block, value)
    return value
  }
}

function put(map: Map<string, Set<string>>, key: string, word: string) {
  const known = map.get(key)
  if (known) known.add(word)
  else map.set(key, new Set([word]))
}

/** A sign between two words may have been lost like a letter. */
const linkKey = (word: string) => lostKey(word.replace(/[ '-]/g, '?'))

/** Places in blocks that stand on lossy repairs, which are in order. */
function unsurePlaces(document: Document) {
  const places = new Map<string, { start: number; end: number }[]>()
  for (const { at, lossy, evidence } of document.repairs) {
    if (!at || !lossy || evidence === 'siblings') continue
    const list = places.get(at.block)
    if (list) list.push(at)
    else places.set(at.block, [at])
  }
  const next = new Map<string, number>()
  return {
    /** Asked in order of places. */
    touches(block: string, start: number, end: number): boolean {
      const list = places.get(block)
      if (!list) return false
      let i = next.get(block) ?? 0
      while (i < list.length && list[i]!.end < start) i++
      next.set(block, i)
      return i < list.length && list[i]!.start <= end
    },
  }
}
