/**
 * Words of a text, and their folded forms (no case, no accents), which can be compared across languages. Knows letters of
 * any script; a word is a run of letters, in Hebrew also across geresh and gershayim. Apostrophes and hyphens part words, so that elisions and
 * compounds can be compared piece by piece. Linear in the text.
 */

/** A run of letters; offsets in UTF-16 code units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}]+(?:(?<=[\u0590-\u05ff])["'״׳’](?=[\u05d0-\u05ea])[\p{L}\p{M}]+)*/gu

/** The words of a text in order. */
export function wordsIn(text: string): Word[] {
  const out: Word[] = []
  for (const match of text.matchAll(WORD)) {
    out.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return out
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
const MARKS = /[\p{M}"'״׳’]/gu

/** Lower case, without accents, points, geresh and final letters: the form in which words are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, letter => LETTERS[letter]!)
}
