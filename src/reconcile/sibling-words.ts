/**
 * The words of all documents of a release, as witnesses: where a word stands, and which words damage could have made
 * look like a given one. A word that itself was restored from lossy damage is no witness. Built only where a document
 * is damaged; one walk over the text.
 *
 * A character that a charset could not hold became `?` (or U+FFFD), a scanner took one character for another. Each channel
 * has a key, which is the same for a word and for what damage left of it, so that words are looked up and never tried one
 * by one; and a test, which is strict.
 */

import { firstEndingBehind } from '../edits/spans.js'
import type { PackOf } from '../languages/pack.js'
import type { Document } from '../model.js'
import { append } from '../structures/lists.js'
import { rankIn } from '../words/word-model.js'

/** Where a document has a word: the first block; the words of each block are known besides. */
export interface SiblingWords {
  /** Documents that have the word as a whole, with the first block it stands in. */
  where(word: string): ReadonlyMap<string, string>
  inBlock(block: string, word: string): boolean
  /**
   * Does the document write the word with a capital inside a sentence, or at its start before another capital where its
   * language has no such word (`Contact: Jörg Petersen`), and never without one?
   */
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
export function siblingWords(documents: readonly Document[], packOf: PackOf, mended = false): SiblingWords {
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
    const isUnsure = unsurePlaces(document)
    const pack = packOf(document.language.tag)
    const isUnlisted = (word: string) => pack !== undefined && rankIn(pack.wordList)(word.toLowerCase()) === 0
    for (const { id, text } of document.blocks) {
      blocks.set(id, new Set())
      let last: { text: string; end: number } | null = null
      for (const match of text.matchAll(WORD)) {
        const end = match.index + match[0].length
        if (!mended && isUnsure(id, match.index, end)) {
          last = null
          continue
        }
        const word = match[0]
        add(document.id, id, word)
        if (/^\p{Lu}/u.test(word)) {
          const begins = SENTENCE_END.test(text.slice(Math.max(0, match.index - 12), match.index))
          if (!begins || (/^[ \u00a0]\p{Lu}/u.test(text.slice(end, end + 2)) && isUnlisted(word)))
            inner.add(`${document.id} ${word}`)
        }
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

/** Does a place in a block touch a lossy repair? Those are in order. */
function unsurePlaces(document: Document) {
  const places = new Map<string, { start: number; end: number }[]>()
  for (const { at, lossy, evidence } of document.repairs)
    if (at && lossy && evidence !== 'siblings') append(places, at.block, at)
  return (block: string, start: number, end: number): boolean => {
    const list = places.get(block)
    const next = list?.[firstEndingBehind(list, start)]
    return next !== undefined && next.start <= end
  }
}

/** Everything that may have been lost, or stands for it, is one `?`; a lost character may have left several. */
const lostKey = (word: string): string => word.replace(/[?\u0080-\uffff]+/g, '?')

/** What a scanner confuses, by the one that stands for all of them in a key. */
const CONFUSED: readonly (readonly [one: string, all: string])[] = [
  ['o', '0OoQø'],
  ['l', '1lIi|!'],
  ['s', '5Ss$'],
  ['B', '8B'],
  ['z', '2Zz'],
  ['e', 'ec'],
  ['g', '9gq'],
]
const keyOf = new Map(CONFUSED.flatMap(([one, all]) => [...all].map(char => [char, one] as const)))

const joined = (word: string) => word.replaceAll('rn', 'm')

/** The same for two words that a scanner may take for each other. */
export const scanKey = (word: string): string => [...joined(word)].map(char => keyOf.get(char) ?? char).join('')

/** Could a scanner have read `seen` where `candidate` stood? Another case of the same letter is no slip. */
export function scannedFrom(seen: string, candidate: string): boolean {
  const [a, b] = [[...joined(seen)], [...joined(candidate)]]
  if (a.length !== b.length || seen === candidate) return false
  return a.every((char, i) => {
    const other = b[i]!
    if (char === other) return true
    if (char === 'ø' || other === 'ø') return char === '0' // `o` for ø is how others spell it
    return keyOf.has(char) && keyOf.get(char) === keyOf.get(other) && char.toLowerCase() !== other.toLowerCase()
  })
}

/** What a plain sign of a sibling stands for where the sign that was lost was beyond ASCII. */
const CURLY: Readonly<Record<string, string>> = { ' ': '\u00a0', "'": '’', '-': '–' }

/**
 * The word that `seen` was before it lost what stands as `?` in it, spelled as `candidate`; null where it was another.
 * A `?` answers one character beyond ASCII, a run of them inside a word as many or fewer (at its edge one may have been a quotation mark); a space, an apostrophe or a hyphen of the
 * candidate answers one too, as the sign beyond ASCII that it stands for.
 */
export function restored(seen: string, candidate: string): string | null {
  const pattern = seen.replace(/[?\ufffd]+|[^?\ufffd]+/g, (run, at: number) =>
    /^[?\ufffd]/.test(run)
      ? `((?:[^\\x00-\\x7f]|[ '-]){${at > 0 && at + run.length < seen.length ? 1 : run.length},${run.length}})`
      : run.replace(/[\\^$.*+()|{}[\]/-]/g, '\\$&'),
  )
  const match = new RegExp(`^${pattern}$`, 'u').exec(candidate)
  if (!match) return null
  let at = 0
  return seen.replace(/[?\ufffd]+/g, () => match[++at]!.replace(/[ '-]/g, sign => CURLY[sign]!))
}
