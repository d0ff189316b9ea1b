/**
 * The stretches of a text that a mix-up of charsets changes, letters and characters above 7F in a row, and the words
 * that none changes. Each stretch knows what is beside it and its line, for whole lines are mixed up or clean. And how much
 * likelier the stretches are, read in another charset.
 */

import { charsetTable } from '../../charsets/charset.js'
import type { LanguagePack } from '../../languages/pack.js'
import type { Span } from '../../model.js'
import { oncePer } from '../../structures/cache.js'
import { isAsciiLetter, isDigit, isLetter, LOWER, traitsOf } from '../../tokens/characters.js'
import { type Reader, readerOf } from '../../words/reader.js'
import { afterOf, type Beside, beforeOf } from '../../words/sign-places.js'

/** A stretch is cut where it is longer. */
const LONGEST_STRETCH = 60
/** So many words without characters above 7F tell the languages; in a long text, from so many windows over it. */
const WORDS_SAMPLED = 64
const WINDOWS = 8
/** In a window so many characters are looked at. */
const WINDOW_READ = 600
const LONGEST_WORD = 40
/** So many different stretches choose the mix-up. */
const STRETCHES_JUDGED = 300

/** `start` is a UTF-16 offset; lines are numbered from 0. Stretches of one `kind` read alike: same text, same sides. */
export interface Stretch {
  readonly start: number
  readonly text: string
  readonly before: Beside
  readonly after: Beside
  readonly line: number
  readonly kind: number
}

/** Letters and characters above 7F in a row, with at least one of these; every line and every kind has a number. */
export function stretchesOf(text: string, parts: readonly Span[] = [{ start: 0, end: text.length }]): Stretch[] {
  const found: Stretch[] = []
  const kinds = new Map<string, number>()
  let line = 0
  for (const part of parts) {
    let counted = part.start
    for (let i = nextAbove(text, part.start); i < part.end; i = nextAbove(text, i)) {
      let start = i
      while (start > counted && i - start < LONGEST_STRETCH && isPart(text.charCodeAt(start - 1))) start--
      let end = i + 1
      while (end < part.end && end - start < LONGEST_STRETCH * 2 && isPart(text.charCodeAt(end))) end++
      for (; counted < start; counted++) if (text.charCodeAt(counted) === 0x0a) line++
      counted = end
      const before = beforeOf(text.charCodeAt(start - 1), text.charCodeAt(start - 2))
      const after = afterOf(text.charCodeAt(end), text.charCodeAt(end + 1))
      const word = text.slice(start, end)
      const name = before + after + word
      const kind = kinds.get(name) ?? kinds.size
      kinds.set(name, kind)
      found.push({ start, text: word, before, after, line, kind })
      i = end
    }
    line++
  }
  return found
}

/** The lines that hold the places, which are in order. */
export function linesAround(text: string, places: readonly number[]): Span[] {
  const lines: Span[] = []
  for (const place of places) {
    if (place < (lines.at(-1)?.end ?? 0)) continue
    const end = text.indexOf('\n', place)
    lines.push({ start: text.lastIndexOf('\n', place) + 1, end: end < 0 ? text.length : end })
  }
  return lines
}

function nextAbove(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) < 0x80) i++
  return i
}

/** A letter from A to Z. */
const isPart = (code: number) => code > 0x7f || isAsciiLetter(code)

/** A sample of the words that no mix-up changes, from the whole length of the text, in small letters. */
export function wordsBelow80(text: string): string[] {
  const words: string[] = []
  const step = Math.max(WINDOW_READ, Math.ceil(text.length / WINDOWS))
  const each = Math.ceil((WORDS_SAMPLED * step) / Math.max(step, text.length))
  for (let from = 0; from < text.length; from += step) addWords(words, text, from, words.length + each)
  return words
}

/** The same of one line around a place. */
export function wordsOfLine(text: string, place: number): string[] {
  const words: string[] = []
  const start = text.lastIndexOf('\n', place) + 1
  const end = text.indexOf('\n', place)
  addWords(words, text.slice(Math.max(start, place - WINDOW_READ), end < 0 ? undefined : end), 0, WORDS_SAMPLED)
  return words
}

/** Words of letters below 80 with none, and no digit, beside them. */
function addWords(words: string[], text: string, from: number, most: number): void {
  const stop = Math.min(text.length, from + WINDOW_READ)
  let at = from
  // What the window begins in the middle of is no word.
  if (from > 0) while (at < stop && isWordPart(text.charCodeAt(at))) at++
  while (at < stop && words.length < most) {
    while (at < stop && !isWordPart(text.charCodeAt(at))) at++
    const start = at
    let letters = true
    for (; at < text.length && at - start < LONGEST_WORD && isWordPart(text.charCodeAt(at)); at++)
      letters &&= isAsciiLetter(text.charCodeAt(at))
    if (letters && at > start && at - start < LONGEST_WORD) words.push(text.slice(start, at).toLowerCase())
  }
}

const isWordPart = (code: number) => isPart(code) || isDigit(code) || code === 0x5f

/** Each stretch once, from the beginning of the text, but for those that are left out where they stand. */
export function distinct(stretches: readonly Stretch[], isLeftOut?: (stretch: Stretch) => boolean): Stretch[] {
  const seen = new Map<string, Stretch>()
  for (const stretch of stretches) {
    if (!seen.has(stretch.text) && !isLeftOut?.(stretch)) seen.set(stretch.text, stretch)
    if (seen.size === STRETCHES_JUDGED) break
  }
  return [...seen.values()]
}

// --- gain ------------------------------------------------------------------------------------------------------------------
// A stretch is read once as it stands, for all mix-ups, and once for each mix-up; stretches of one kind share the answer.
// Readers are kept from text to text, for the words of texts in one language come again: the shares of the languages are
// therefore rounded.

/** A line with a character that the charset it was read in has not, was hardly read in it. */
const UNREADABLE = -8
/** Hebrew stretches of at least so many letters, of which none is below 80, are nothing but Hebrew. */
const HEBREW_ALONE = 3
/** What each letter beyond ASCII takes off the probability of a Latin word, and such a word at all. */
const LETTER_BEYOND = 5.6
const SHORTEST_NAME = 4
/** No letter of a word, or a capital behind a small one. */
const NO_NAME = /[^\p{L}’]|^$|\p{Ll}\p{Lu}/u
/** Any such stretch gains so much at least. */
const SURE_GAIN = 10
/** Shares of languages are rounded to such parts of one; what is less than half a part is a loan word. */
const PARTS = 8
/** So many readers are kept; each knows the words it has met, some 20,000. */
const READERS_KEPT = 8

export type Convert = (text: string) => string | null
export type Script = 'Latn' | 'Hebr' | 'any'

export interface Gain {
  readonly convert: Convert
  /** How much likelier a stretch is in the other charset; 0 where it stays. */
  readonly of: (stretch: Stretch) => number
  /** The same, rougher, once the text is known to be of that mix-up. */
  readonly roughly: (stretch: Stretch) => number
  /** Does the stretch become a word? A Hebrew one counts 1, and 2 if it is in the list. */
  readonly knows: (stretch: Stretch) => number
  /** Does a stretch become so many letters that they may be a name, or the sign before a number? */
  readonly names: (stretch: Stretch) => boolean
  /** Does a stretch speak against the mix-up: has the charset no such characters, or is it a word of another language? */
  readonly denies: (stretch: Stretch) => boolean
}

const readers = oncePer((_: readonly LanguagePack[]) => new Map<string, Reader>())

/** A reader for texts whose languages have about these shares. */
export function readerFor(packs: readonly LanguagePack[], shares: readonly number[]): Reader {
  const rounded = shares.map(share => Math.round(share * PARTS))
  const sum = rounded.reduce((all, part) => all + part, 0)
  const key = rounded.join()
  const kept = readers(packs)
  let reader = kept.get(key)
  if (!reader) {
    if (kept.size >= READERS_KEPT) kept.clear()
    reader = readerOf(packs, sum === 0 ? shares : rounded.map(part => part / sum))
    kept.set(key, reader)
  }
  return reader
}

const converters = new Map<string, Convert>()

/** A word as bytes of `read`, decoded in `wrote`; null where a character has no byte. */
export function converter(wrote: string, read: string): Convert {
  const key = `${wrote} ${read}`
  let convert = converters.get(key)
  if (!convert) {
    const { byteOf, chars: seen } = charsetTable(read)
    const { chars } = charsetTable(wrote)
    convert = word => {
      let out = ''
      for (let i = 0; i < word.length; i++) {
        const byte = byteOf[word.charCodeAt(i)]!
        if (seen[byte] !== word[i]) return null
        out += chars[byte]!
      }
      return out
    }
    converters.set(key, convert)
  }
  return convert
}

/** Catalan writes a sign inside words; UTF-8 read in a single-byte charset is another pass's. */
const OTHERWISE = /l·l|[ÃÂ][\u00a0-\u00bf\u2013-\u2122]|â€/
const HEBREW_WORD = /^[\u05d0-\u05ea‘’“”״׳]{2,}$/
/** No text has C1 controls: what they become need not be a word. */
const CONTROL = /[\x80-\x9f]/

/** What a stretch is as it stands, for all mix-ups. */
export function readOnce(reader: Reader): (stretch: Stretch) => number {
  const scores: (number | undefined)[] = []
  return ({ kind, text, before, after }) => (scores[kind] ??= reader.read(text, before, after))
}

/** What a mix-up gains; `asItStands` reads a stretch that was not mixed up. */
export function gainOf(
  convert: Convert,
  script: Script,
  reader: Reader,
  asItStands: (stretch: Stretch) => number,
): Gain {
  const known: (number | undefined)[] = []
  const becomesHebrew = (text: string) => script === 'Hebr' && isHebrewAlone(text, convert)
  const difference = (stretch: Stretch) => {
    const { text, before, after } = stretch
    const meant = convert(text)
    if (meant === null || OTHERWISE.test(text)) return UNREADABLE
    if (meant === text) return 0
    const now = isAllBeyond(text, 0xc0) && becomesHebrew(text) ? -LETTER_BEYOND * text.length : asItStands(stretch)
    return reader.read(meant, before, after) - now
  }
  const of = (stretch: Stretch) => (known[stretch.kind] ??= difference(stretch))
  const knows = ({ text }: Stretch) => {
    const meant = convert(text) ?? ''
    if (script === 'Hebr') return HEBREW_WORD.test(meant) ? 1 + Number(reader.knows(meant)) : 0
    if (script === 'any') return Number(CONTROL.test(text))
    return Number(reader.knows(meant) && !reader.knows(text) && !losesEnd(text, meant))
  }
  return {
    convert,
    of,
    roughly: stretch => known[stretch.kind] ?? (becomesHebrew(stretch.text) ? SURE_GAIN : of(stretch)),
    knows,
    names: ({ text, after }) => after === 'D' || (text.length >= SHORTEST_NAME && !NO_NAME.test(convert(text) ?? '')),
    denies: ({ text }) => (convert(text) === null || reader.isForeign(text)) && !reader.knows(text),
  }
}

/** Does the small letter at the end of a word become a sign? What is left is a word by chance (`está`, `est‡`). */
const losesEnd = (text: string, meant: string): boolean =>
  (traitsOf(text.charCodeAt(text.length - 1)) & LOWER) !== 0 && !isLetter(meant.charCodeAt(text.length - 1))

/** Nothing but Hebrew letters, of characters above 7F all. */
const isHebrewAlone = (text: string, convert: Convert) =>
  text.length >= HEBREW_ALONE && isAllBeyond(text, 0x80) && /^[\u05d0-\u05ea]+$/.test(convert(text) ?? '')

/** From C0 on to 24F there are hardly any but letters. */
function isAllBeyond(text: string, least: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < least || (least === 0xc0 && code > 0x24f)) return false
  }
  return true
}
