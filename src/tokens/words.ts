/**
 * Words of a text, and their folded forms (no case, no accents), which can be compared across languages. Knows letters
 * of any script; a word is a run of letters, in Hebrew also across geresh and gershayim. Apostrophes and hyphens part words, so that elisions and
 * compounds can be compared piece by piece. Scripts that set no spaces (Chinese, Japanese, Thai) are parted by the
 * dictionaries of ICU, through Intl.Segmenter, whose words may differ a little from version to version. Linear; texts
 * of our languages are read by one loop without regular expressions.
 */
import { once } from '../structures/cache.js'
import { isHebrew, isLetterOrMark } from './characters.js'

/** A run of letters; offsets in UTF-16 code units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}]+(?:(?<=[\u0590-\u05ff])["'״׳’](?=[\u05d0-\u05ea])[\p{L}\p{M}]+)*/gu

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const FIRST_UNSPACED = 0xe00 // Thai is the first of them
const STRETCH = 240 // letters that are parted at a time: Intl.Segmenter takes the square of the length
const segmenter = once(() => new Intl.Segmenter('und', { granularity: 'word' }))

const BEHIND_HEBREW = 0x600 // scripts from here on are left to the pattern
// General punctuation and signs of currencies: what else clean text of our languages has, and never a letter.
const isSign = (code: number) => (code >= 0x2000 && code < 0x2070) || (code >= 0x20a0 && code < 0x20d0)

/** The words of a text in order. */
export function wordsIn(text: string): Word[] {
  const out: Word[] = []
  let start = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= BEHIND_HEBREW && !isSign(code)) return wordsByPattern(text)
    if (isLetterOrMark(code)) {
      if (start < 0) start = at
    } else if (start >= 0 && !joinsHebrew(text, at, code)) {
      out.push({ text: text.slice(start, at), start, end: at })
      start = -1
    }
  }
  if (start >= 0) out.push({ text: text.slice(start), start, end: text.length })
  return out
}

/** A geresh, gershayim or what is typed for them, behind a Hebrew letter or point and before a letter. */
function joinsHebrew(text: string, at: number, code: number): boolean {
  if (!isHebrew(text.charCodeAt(at + 1))) return false
  const before = text.charCodeAt(at - 1)
  return before >= 0x590 && (code === 0x22 || code === 0x27 || code === 0x5f4 || code === 0x5f3 || code === 0x2019)
}

function wordsByPattern(text: string): Word[] {
  const out: Word[] = []
  for (const { 0: run, index: start } of text.matchAll(WORD)) {
    if (run.charCodeAt(run.length - 1) >= FIRST_UNSPACED && UNSPACED.test(run)) pushParted(run, start, out)
    else out.push({ text: run, start, end: start + run.length })
  }
  return out
}

function pushParted(run: string, at: number, out: Word[]): void {
  for (let from = 0; from < run.length; from += STRETCH) {
    for (const { segment, index } of segmenter().segment(run.slice(from, from + STRETCH))) {
      const start = at + from + index
      out.push({ text: segment, start, end: start + segment.length })
    }
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
}
const SPECIAL = /[øæœßłđðþıךםןףץ]/g
// Marks without which a word is still the same: accents, Hebrew and Arabic points; not the vowels of Hindi or Thai.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed"'״׳’]/g

const PLAIN = /^[a-z\u05d0-\u05d9\u05db\u05dc\u05de\u05e0-\u05e2\u05e4\u05e6-\u05ea]*$/ // no accents, no final letters

/** Lower case, without accents, points, geresh and final letters: the form in which words are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const bare = lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, letter => LETTERS[letter]!)
  return /[^\0-\u06ff]/.test(bare) ? bare.normalize('NFKC') : bare
}
