/**
 * How much likelier the stretches of a text read in another charset. A stretch is read once as it stands, for all
 * mix-ups, and once for each mix-up; stretches of one kind share the answer. Readers are kept from text to text, for the
 * words of texts in one language come again: the shares of the languages are therefore rounded.
 */

import { charsetTable } from '../../charsets/charset.js'
import type { LanguagePack } from '../../languages/pack.js'
import { type Reader, readerOf } from '../../words/reader.js'
import type { Stretch } from './stretches.js'

/** A line with a character that the charset it was read in has not, was hardly read in it. */
const UNREADABLE = -8
/** Hebrew stretches of at least so many letters, of which none is below 80, are nothing but Hebrew. */
const HEBREW_ALONE = 3
/** What each letter beyond ASCII takes off the probability of a Latin word, and such a word at all. */
const LETTER_BEYOND = 5.6
/** Any such stretch gains so much at least. */
export const SURE_GAIN = 10
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
}

const readers = new WeakMap<readonly LanguagePack[], Map<string, Reader>>()

/** A reader for texts whose languages have about these shares. */
export function readerFor(packs: readonly LanguagePack[], shares: readonly number[]): Reader {
  const rounded = shares.map(share => Math.round(share * PARTS))
  const sum = rounded.reduce((all, part) => all + part, 0)
  const key = rounded.join()
  const kept = readers.get(packs) ?? new Map<string, Reader>()
  readers.set(packs, kept)
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
    return Number(script === 'any' ? CONTROL.test(text) : reader.knows(meant) && !reader.knows(text))
  }
  return {
    convert,
    of,
    roughly: stretch => known[stretch.kind] ?? (becomesHebrew(stretch.text) ? SURE_GAIN : of(stretch)),
    knows,
  }
}

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
