/**
 * Words of a text and what can be compared of them across languages: folded forms (no case, no accents),
 * character 4-grams, and the shape of a text (its punctuation). Knows letters of any script; a word is a run of
 * letters, in Hebrew also across geresh and gershayim. Apostrophes and hyphens part words, so that elisions and
 * compounds can be compared piece by piece. Scripts that set no spaces (Chinese, Japanese, Thai) are parted by the
 * dictionaries of ICU, through Intl.Segmenter, whose words may differ a little from version to version. Linear.
 */
import { latinised } from './latinised.js'

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
const BETWEEN_WORDS = new Intl.Segmenter('und', { granularity: 'word' })

/** The words of a text in order. */
export function wordsIn(text: string): Word[] {
  const out: Word[] = []
  for (const { 0: run, index: start } of text.matchAll(WORD)) {
    if (run.charCodeAt(run.length - 1) >= FIRST_UNSPACED && UNSPACED.test(run)) pushParted(run, start, out)
    else out.push({ text: run, start, end: start + run.length })
  }
  return out
}

function pushParted(run: string, at: number, out: Word[]): void {
  for (let from = 0; from < run.length; from += STRETCH) {
    for (const { segment, index } of BETWEEN_WORDS.segment(run.slice(from, from + STRETCH))) {
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

/** Lower case, without accents, points, geresh and final letters: the form in which words are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]*$/.test(lower)) return lower
  const bare = lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, letter => LETTERS[letter]!)
  return /[^\0-\u06ff]/.test(bare) ? bare.normalize('NFKC') : bare
}

const MAX_GRAM_LETTERS = 60 // a run of letters longer than this is no word

const HAN = /\p{Script=Han}/u

/** What a folded word can be known by in another spelling: 4-grams in Latin letters, of Chinese its characters. */
export function gramsOf(folded: string): string[] {
  if (folded.charCodeAt(0) < FIRST_UNSPACED || !HAN.test(folded)) return fourGrams(latinised(folded))
  const signs = [...folded.slice(0, MAX_GRAM_LETTERS)]
  return [...new Set([...signs, ...signs.slice(1).map((sign, k) => signs[k]! + sign)])]
}

/** The different character 4-grams of a folded word with its edges marked; shorter words give one gram. */
export function fourGrams(folded: string): string[] {
  const edged = `^${folded.slice(0, MAX_GRAM_LETTERS)}$`
  if (edged.length <= 4) return [edged]
  const grams = new Set<string>()
  for (let at = 0; at + 4 <= edged.length; at++) grams.add(edged.slice(at, at + 4))
  return [...grams]
}

/** Marks that translations keep, by class; whichever sign a language writes them with. */
const SHAPES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['?', /[?؟？\u037e]/g],
  ['!', /[!！]/g],
  ['(', /[([（【]/g],
  [':', /[:：](?!\/\/)/g],
  [';', /[;؛；]/g],
  ['"', /["„“”«»‟「」『』]/g],
  ['…', /…|\.\.\./g],
  ['%', /[%٪％]/g],
  ['@', /@/g],
  ['//', /:\/\//g],
  ['–', / [-–—]{1,2} /g],
  ['/', /(?<![:/])\/(?!\/)/g],
]
const UNENDED = /[\p{L}\p{N}]\s*$/u // no mark at the end: a heading, or an item of a list
const COLON_END = /:\s*$/

/** Names of the marks in a text and how often each stands in it; `no-end` and `:-end` tell of its last character. */
export function shapesIn(text: string): Map<string, number> {
  const out = new Map<string, number>()
  for (const [name, pattern] of SHAPES) {
    let count = 0
    for (const _ of text.matchAll(pattern)) count++
    if (count > 0) out.set(name, count)
  }
  const tail = text.slice(-20)
  if (UNENDED.test(tail)) out.set('no-end', 1)
  if (COLON_END.test(tail)) out.set(':-end', 1)
  return out
}
