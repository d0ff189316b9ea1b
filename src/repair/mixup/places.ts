/**
 * Places that a text has where its charset was mixed up, and that prose in its own charset has not: signs inside words
 * (`f…r`), capitals behind small letters (`perchÚ`), letters that none of the languages writes (`õ`, `Þ`), three
 * accented letters in a row (`ùìåí`), runs of different signs, controls. Clean text is left after this one scan; what
 * is found here proves nothing, other languages have it too. A loop over codes, for clean Danish or Hebrew text has a
 * character above 7F in every other word.
 */

import { charsetTable } from '../../charsets/charset.js'
import type { LanguagePack } from '../../languages/pack.js'
import { oncePer } from '../../structures/cache.js'
import { isAsciiCapital, isAsciiLetter, isAsciiSmall, isHebrew } from '../../tokens/characters.js'
import { kept } from '../../words/kept.js'
import { isLetterCode } from '../../words/sign-places.js'

const LETTER = 1
const CAPITAL = 2
const DOUBTFUL = 3
/** Found between letters in prose too. */
const JOINING_SIGN = 4
/** Not between letters. */
const SIGN = 5
/** Not beside a letter. */
const ODD_SIGN = 6
const CONTROL = 7
const HEBREW = 8
const NONE = 9

/** Letters of names all over Europe; `í` is left out, for it is what becomes of an apostrophe of Mac Roman. */
const NAME_LETTERS = 'éèêëçàâîïôûùœæáóñäöüßåø'
const JOINING = '’–—·\u00a0\u00ad\u2011\u202f\u200b-\u200f'
const USUAL = '“”„‚‘«»…•€£°§®™©²³¹½¼¾×÷±µ‹›¡¿ºª¢¥−→'
/** Letters that are words. */
const LONE = 'àèéìòáóåøæöü'
/** Signs that no letter has right before them, and right behind them. */
const STUCK_BEHIND = '‚„•§¿¡¼½¾'
const FRACTIONS = '¼½¾'
/** Dutch ë and ï, which become ‘ and •, stand behind vowels; a careless apostrophe (`war‘s`) mostly does not. */
const VOWELS = 'aeiou'
const ACUTE = 0xb4
/** A longer text is not kept in memory for the next question. */
const LONGEST_KEPT = 1_000_000
/** Room for so many places of characters above 7F at first. */
const PLACES_FIRST = 512
/** Letters or signs above 7F in a row that make no word. */
const LONG_RUN = 3

type RoleAt = (code: number) => number

/** Found for a character when it is first met. */
const rolesFor = oncePer((packs: readonly LanguagePack[]): RoleAt => {
  const letters = new Set(NAME_LETTERS + packs.map(pack => pack.letters.replace('í', '')).join(''))
  const known = new Uint8Array(0x10000)
  return code => {
    if (known[code] === 0) known[code] = roleOf(code, letters)
    return known[code] ?? NONE
  }
})

function roleOf(code: number, letters: ReadonlySet<string>): number {
  if (code < 0x80) return NONE
  if (code < 0xa0) return CONTROL
  if (isHebrew(code)) return HEBREW
  const char = String.fromCharCode(code)
  if (JOINING.includes(char)) return JOINING_SIGN
  if (USUAL.includes(char)) return SIGN
  if (isLetterCode(code) && !(code >= 0x05b0 && code <= 0x05f4)) {
    const lower = char.toLowerCase()
    return !letters.has(lower) ? DOUBTFUL : lower === char ? LETTER : CAPITAL
  }
  return code < 0x2600 && (code < 0x0300 || code > 0x1fff) ? ODD_SIGN : NONE
}

/** Is it a letter that stands where it may, but is none of ours? Other languages have these in clean text. */
export const isDoubtfulLetter = (char: string, packs: readonly LanguagePack[]): boolean =>
  rolesFor(packs)(char.charCodeAt(0)) === DOUBTFUL

/** Offsets of such places, in order, `most` at the most. */
export function mixupPlaces(text: string, packs: readonly LanguagePack[], most: number): number[] {
  const roleAt = rolesFor(packs)
  const places: number[] = []
  let letters = 0
  let signs = 0
  let last = -1
  const opened = openedIn(text)
  const above = placesAbove7F(text)
  for (let k = 0; k < above.length && places.length < most; k++) {
    const i = above[k]!
    const code = text.charCodeAt(i)
    if (i > last + 1) letters = signs = 0
    last = i
    const role = roleAt(code)
    if (role === HEBREW || role === NONE) {
      letters = signs = 0
      if (role === HEBREW && isInsideLatin(text, i)) places.push(i)
      continue
    }
    letters = role === LETTER || role === CAPITAL || role === DOUBTFUL ? letters + 1 : 0
    signs = role >= JOINING_SIGN && role <= ODD_SIGN && code !== text.charCodeAt(i - 1) ? signs + 1 : 0
    if (letters >= LONG_RUN || signs >= LONG_RUN || isPlace(text, i, role, roleAt, opened)) places.push(i)
  }
  return places
}

/** Between two letters below 80 that are no leads. */
function isInsideLatin(text: string, i: number): boolean {
  const before = text.charCodeAt(i - 1)
  return before < 0x80 && isAsciiLetter(before) && isAsciiLetter(text.charCodeAt(i + 1)) && !isLead(before)
}

function isPlace(text: string, i: number, role: number, roleAt: RoleAt, opened: Opened): boolean {
  const before = text.charCodeAt(i - 1)
  if (isLead(before)) return false
  if (role === CONTROL || role === DOUBTFUL) return !isLead(text.charCodeAt(i))
  const code = text.charCodeAt(i)
  const after = text.charCodeAt(i + 1)
  const left = isLatin(before, roleAt)
  const right = isLatin(after, roleAt)
  if (role === LETTER) return isAsciiCapital(after) || (!left && !right && !LONE.includes(text[i]!))
  if (role === CAPITAL)
    return isSmall(before, roleAt) || (isAsciiCapital(after) && isSmall(text.charCodeAt(i + 2), roleAt))
  if (role === JOINING_SIGN) return text[i] === '—' && left && after === 0x20
  // `D´Silva`, `l´été`: a careless apostrophe behind a letter alone; what ï becomes stands inside a word.
  if (code === ACUTE && left && right && !isLatin(text.charCodeAt(i - 2), roleAt)) return false
  if (role === ODD_SIGN) return left || right
  if (text[i] === '‘')
    return (
      left &&
      VOWELS.includes(text[i - 1]!) &&
      !/^s(?![a-z])/.test(text.slice(i + 1, i + 3)) &&
      (right || !opened(text[i]!))
    )
  if (left) return right || STUCK_BEHIND.includes(text[i]!) || !opened(text[i]!)
  return right && FRACTIONS.includes(text[i]!)
}

/** A, Ã, Â, ×: what is left of UTF-8 after other damage, or was scanned; what follows is odd for another reason. */
const isLead = (code: number) => code === 0x41 || code === 0xc3 || code === 0xc2 || code === 0xd7

const isSmall = (code: number, roleAt: RoleAt) => isAsciiSmall(code) || roleAt(code) === LETTER
const isLatin = (code: number, roleAt: RoleAt) => isAsciiLetter(code) || (code > 0x7f && roleAt(code) <= DOUBTFUL)

/** Has the text the mark that opens what this one closes in German? */
type Opened = (closing: string) => boolean

/** German closes with the marks that others open with; without its opening ones they stand for letters. Looked for once. */
function openedIn(text: string): Opened {
  const has = kept(2, mark => text.includes(mark))
  return closing => (closing === '‘' ? has('‚') : closing !== '“' || has('„'))
}

let lastText = ''
let lastPlaces: Uint32Array = new Uint32Array(0)

/** Where the characters above 7F stand. Kept for the text that was asked for last: several questions are put to it. */
export function placesAbove7F(text: string): Uint32Array {
  if (text === lastText) return lastPlaces
  let count = 0
  let found = new Uint32Array(PLACES_FIRST)
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue
    if (count === found.length) {
      const more = new Uint32Array(found.length * 4)
      more.set(found)
      found = more
    }
    found[count++] = i
  }
  const places = found.subarray(0, count)
  if (text.length > LONGEST_KEPT) return places
  lastText = text
  lastPlaces = places
  return places
}

/** Of a hundred such characters so many may lie outside the block. */
const OUTSIDE = 3

/**
 * Read in windows-1252, UTF-8 has leads (C2-F4) and what follows them (80-BF). Text whose characters of the upper half
 * of that charset are all from 80-9F, or all from E0-FF, is none, though two of them may look like it in another
 * charset: Hebrew of cp862 and of windows-1255 is of that kind, with or without lines of clean Hebrew between.
 */
export function cannotBeUtf8(text: string): boolean {
  const { byteOf } = charsetTable('windows-1252')
  let all = 0
  let early = 0
  let late = 0
  const above = placesAbove7F(text)
  for (let k = 0; k < above.length; k++) {
    const code = text.charCodeAt(above[k]!)
    if (code >= 0x590 && code < 0x600) continue
    const byte = byteOf[code]!
    if (byte === 0) continue
    all++
    if (byte >= 0xe0) late++
    else if (byte < 0xa0) early++
  }
  return all > 0 && (all - Math.max(early, late)) * 100 <= all * OUTSIDE
}
