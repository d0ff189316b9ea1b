/**
 * How well a text reads in a language, quickly: the judge between readings of mojibake (`reader.ts` weighs single letters
 * and is slower). Words of the
 * language's list count most, then letters that the language uses inside words; signs inside words, controls, a
 * capital after a small letter and letters of another script count against it. Only the difference between two
 * readings of the same text means anything.
 */
import type { LanguagePack } from '../languages/pack.js'
import { type Rank, rankIn } from './word-model.js'

const KNOWN_WORD = 3
const OWN_LETTERS = 1
const FOREIGN_LETTER = -1.5
const SIGN_IN_WORD = -3
const CONTROL = -4
const CAPITAL_INSIDE = -1.5
const USUAL_SIGN = 0.5
const ODD_SIGN = -1
/** Hebrew has prefixes glued to words and so fewer known ones: two Hebrew letters in a row are as good as a word. */
const HEBREW_WORD = 2
const FINAL_LETTER_INSIDE = -2

/** Signs that running text has beside its words. */
const usualSigns = new Set('“”„‘’‚«»‹›–—…•°€£§©®™´×·½²³\u00a0%"\'()[].,;:!?-/&+*#@־׳״₪')
const letterPattern = /\p{L}|\p{M}/u
const wordPattern = /[\p{L}\p{M}]+/gu

/** Sum over the words and signs of the text; about +4 for a good word, negative for a broken one. */
export function readingScore(text: string, pack: LanguagePack): number {
  let score = 0
  const rank = rankIn(pack.wordList)
  for (const match of text.matchAll(wordPattern)) score += wordScore(match[0], pack, rank)
  for (const match of text.matchAll(/[^\p{L}\p{M}\s\x21-\x7e]/gu)) score += signScore(match[0], text, match.index)
  return score
}

function wordScore(word: string, pack: LanguagePack, rank: Rank): number {
  if (/^[a-z]+$/i.test(word)) return 0
  if (pack.script === 'Hebr') return hebrewScore(word, rank)
  const lower = word.toLowerCase()
  let score = rank(lower) > 0 ? KNOWN_WORD : 0
  let foreign = 0
  for (const char of lower) if (!(char >= 'a' && char <= 'z') && !pack.letters.includes(char)) foreign++
  score += foreign === 0 ? OWN_LETTERS : foreign * FOREIGN_LETTER
  if (/\p{Ll}\p{Lu}/u.test(word)) score += CAPITAL_INSIDE
  return score
}

function hebrewScore(word: string, rank: Rank): number {
  if (!/^[\u05b0-\u05ea\u05f0-\u05f4]+$/.test(word)) return FOREIGN_LETTER * word.length
  const finals = (word.slice(0, -1).match(/[ךםןףץ]/g) ?? []).length
  return (word.length > 1 ? HEBREW_WORD : 0) + (rank(word) > 0 ? KNOWN_WORD : 0) + finals * FINAL_LETTER_INSIDE
}

function signScore(sign: string, text: string, at: number): number {
  const code = sign.codePointAt(0)!
  if (code === 0xfffd || (code < 0xa0 && code >= 0x7f) || code < 0x20) return CONTROL
  const inside = letterPattern.test(text[at - 1] ?? '') && letterPattern.test(text[at + sign.length] ?? '')
  if (inside && !'’\u00a0–—·'.includes(sign)) return SIGN_IN_WORD
  return usualSigns.has(sign) ? USUAL_SIGN : ODD_SIGN
}
