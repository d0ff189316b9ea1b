/**
 * UTF-8 that was read as windows-1252 by a program that has no character for five bytes (81 8D 8F 90 9D) and writes U+FFFD
 * for each. What a sequence was is one of five, mostly: the one that makes a word of a list, in any language that there is
 * a list of, or the only one that goes together with the letters about it.
 *
 *     // > | Ã�gua e cafÃ©          Ä�eskÃ© Å™eky          ðŸ‘�
 *     //     Á (Í Ï Ð Ý are none)   č                       no telling: one U+FFFD
 *
 * Only in a text whose other sequences were proved, or behind the lead of an emoji. What is not told becomes one U+FFFD, which it was before it was read
 * wrongly; the language may know it later (`lost/`).
 */
import { charsetTable, decodeUtf8 } from '../../charsets/charset.js'
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair } from '../../model.js'
import { rankAbroad } from '../../words/reader.js'
import { rankIn } from '../../words/word-model.js'
import { type Ground, NOTHING, type Pass, replaced } from '../pass.js'
import { lettersAfter, lettersBefore } from '../words.js'
import { classOf, goTogether, LOWER, scriptOf, UPPER } from './char-classes.js'

const HOLES = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
const LOST = '\ufffd'
/** A lead and as many trailing bytes as it wants; that one is U+FFFD is looked at behind it. */
const SEQUENCE = /[\u00c3-\u00df][\ufffd]|[\u00e0-\u00ef][^\0-\x7f]{2}|[\u00f0-\u00f4][^\0-\x7f]{3}/g
const EMOJI = /ðŸ[^\0-\x7f]?\ufffd/
/** Its two readings are told apart where Hebrew words are (`dropped-controls.ts`). */
const CROSS = '\u00d7'
/** Of the marks of print the only one with such a byte. */
const CLOSING = '”'
/** So far letters are looked for that go with a candidate. */
const NEAR = 60

const ground = (evidence: Ground['evidence'], confidence: number): Ground => ({
  kind: 'mojibake',
  evidence,
  lossy: true,
  confidence,
})
const BY_WORDS = ground('words', 0.95)
const BY_PLACE = ground('channel', 0.85)
const UNTOLD = ground('channel', 0.9)

/** Read sequences of which a byte became U+FFFD. */
export function repairHoles(text: string, packs: readonly LanguagePack[], vouched: boolean): Pass {
  if (!text.includes(LOST) || !(vouched || EMOJI.test(text))) return NOTHING
  const ranks = packs.map(pack => rankIn(pack.wordList))
  const isWord = (word: string) => ranks.some(rank => rank(word) > 0) || rankAbroad(word) > 0
  const repairs: Repair[] = []
  for (const { 0: seen, index } of text.matchAll(SEQUENCE)) {
    if (!seen.includes(LOST)) continue
    const found = candidatesOf(seen)
    if (found.length === 0) continue
    repairs.push(replaced(text, index, seen.length, ...readingOf(text, index, seen, found, isWord)))
  }
  return { repairs }
}

/** Every letter or sign that the characters may have been. */
function candidatesOf(seen: string): string[] {
  const { byteOf } = charsetTable('windows-1252')
  let all: number[][] = [[]]
  for (const char of seen) {
    const bytes = char === LOST ? HOLES : [byteOf[char.charCodeAt(0)]!]
    all = all.flatMap(begun => bytes.map(byte => [...begun, byte]))
  }
  return all.flatMap(bytes => {
    const text = decodeUtf8(Uint8Array.from(bytes))
    return text !== null && /^[\p{L}\p{P}\p{S}]$/u.test(text) ? [text] : []
  })
}

function readingOf(
  text: string,
  at: number,
  seen: string,
  found: readonly string[],
  isWord: (word: string) => boolean,
): [after: string, ground: Ground] {
  if (seen[0] === CROSS) return [CROSS, UNTOLD]
  if (found.includes(CLOSING)) return [CLOSING, BY_WORDS]
  if (found.length === 1) return [found[0]!, BY_PLACE]
  const before = lettersBefore(text, at)
  const behind = lettersAfter(text, at + seen.length)
  const fit = found.filter(char => fits(text, at, at + seen.length, char))
  const listed = fit.filter(char => isWord((before + char + behind).toLowerCase()))
  if (listed.length === 1) return [listed[0]!, BY_WORDS]
  return fit.length === 1 && before + behind !== '' ? [fit[0]!, BY_PLACE] : [LOST, UNTOLD]
}

/** A letter in the case of the letters beside it, and of an orthography that has the other letters about it. */
function fits(text: string, start: number, end: number, char: string): boolean {
  const code = char.charCodeAt(0)
  const [left, right] = [text.charCodeAt(start - 1), text.charCodeAt(end)]
  if (char.length > 1 || scriptOf(code) === 0) return false
  if (scriptOf(left || 0) > 0 && scriptOf(left) !== scriptOf(code)) return false
  const isUpper = classOf(code) === UPPER
  if (isUpper && classOf(left || 0) === LOWER) return false
  if (!isUpper && classOf(left || 0) === UPPER && classOf(right || 0) === UPPER) return false
  if (scriptOf(code) !== 1) return true
  for (let i = Math.max(0, start - NEAR); i < Math.min(text.length, end + NEAR); i++) {
    const other = text.charCodeAt(i)
    if (i >= start && i < end) continue
    if (other > 0x7f && other < 0x250 && scriptOf(other) === 1 && !goTogether(code, other)) return false
  }
  return true
}
