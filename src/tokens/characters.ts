/**
 * What a character is: the one table of the program, by UTF-16 unit. A unit is asked of the engine's Unicode properties
 * once, when it is first met, and looked up from then on. Halves of surrogate pairs are nothing. Where a rule means
 * ASCII alone, its name says so; NaN, which `charCodeAt` gives beyond a text, is nothing either.
 */

export const LETTER = 1
export const MARK = 2
/** Any \p{N}: `²` and Arabic digits too. */
export const NUMBER = 4
/** White space as `\s` and `trim` have it. */
export const SPACE = 8
export const UPPER = 16
export const LOWER = 32
/** Letters of the Latin and of the Hebrew script. */
export const LATIN = 64
export const HEBREW = 128
const KNOWN = 256

const PROPERTIES: readonly (readonly [number, RegExp])[] = [
  [LETTER, /\p{L}/u],
  [MARK, /\p{M}/u],
  [NUMBER, /\p{N}/u],
  [SPACE, /\s/],
  [UPPER, /\p{Lu}/u],
  [LOWER, /\p{Ll}/u],
  [LATIN, /(?=\p{Script=Latin})\p{L}/u],
  [HEBREW, /(?=\p{Script=Hebrew})\p{L}/u],
]

const traits = new Uint16Array(0x10000)

/** The traits of a unit, a bit each. */
export function traitsOf(code: number): number {
  const at = code | 0
  return traits[at]! || learn(at)
}

function learn(code: number): number {
  const char = String.fromCharCode(code)
  let found = KNOWN
  for (const [trait, pattern] of PROPERTIES) if (pattern.test(char)) found |= trait
  traits[code] = found
  return found
}

export const isLetter = (code: number): boolean => (traitsOf(code) & LETTER) !== 0
/** A letter, or a mark that belongs to one: what words are made of. */
export const isLetterOrMark = (code: number): boolean => (traitsOf(code) & (LETTER | MARK)) !== 0
/** A letter, a mark or a number. */
export const isWordCode = (code: number): boolean => (traitsOf(code) & (LETTER | MARK | NUMBER)) !== 0
export const isSpace = (code: number): boolean => (traitsOf(code) & SPACE) !== 0
export const isLatin = (code: number): boolean => (traitsOf(code) & LATIN) !== 0

/** A digit from 0 to 9. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
/** A letter from A to Z. */
export const isAsciiCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a
/** A capital letter of ISO 8859-1, or its sign of multiplication. */
export const isLatin1Capital = (code: number): boolean => isAsciiCapital(code) || (code >= 0xc0 && code <= 0xde)
/** A letter from a to z. */
export const isAsciiSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a
/** A letter from A to Z or from a to z. */
export const isAsciiLetter = (code: number): boolean => isAsciiSmall(code | 0x20)
/** A letter from alef to tav, without points. */
export const isHebrew = (code: number): boolean => code >= 0x5d0 && code <= 0x5ea
/** A Hebrew letter, a point of one, or a ligature of Yiddish. */
export const isHebrewOrPoint = (code: number): boolean => code >= 0x5b0 && code <= 0x5f2

/**
 * Letters, marks and numbers as the inside of a class, for patterns that each run compiles anew: for `\p{L}` V8 asks ICU for
 * seven hundred ranges each time, which takes ten times as long. They are those of `\p{L}`, `\p{M}` and `\p{N}` up to Arabic,
 * in Latin, Greek and among signs; other scripts are letters by whole blocks, and halves of surrogate pairs are nothing.
 */
export const LETTERS =
  'A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec' +
  '\u02ee\u0370-\u0374\u0376-\u0377\u037a-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1' +
  '\u03a3-\u03f5\u03f7-\u0481\u048a-\u052f\u0531-\u0556\u0559\u0560-\u0588\u05d0-\u05ea\u05ef-\u05f2' +
  '\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06e5-\u06e6\u06ee-\u06ef\u06fa-\u06fc\u06ff-\u167f' +
  '\u1681-\u180d\u180f-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d' +
  '\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fbc\u1fbe\u1fc2-\u1fc4\u1fc6-\u1fcc\u1fd0-\u1fd3\u1fd6-\u1fdb' +
  '\u1fe0-\u1fec\u1ff2-\u1ff4\u1ff6-\u1ffc\u2071\u207f\u2090-\u209c\u2102\u2107\u210a-\u2113\u2115' +
  '\u2119-\u211d\u2124\u2126\u2128\u212a-\u212d\u212f-\u2139\u213c-\u213f\u2145-\u2149\u214e' +
  '\u2183-\u2184\u2c00-\u2dff\u2e2f\u3005-\u3006\u3031-\u3035\u303b-\u303c\u3041-\ud7ff\uf900-\ufafc\ufb00-\ufb28' +
  '\ufb2a-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc'
export const MARKS =
  '\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a' +
  '\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u20d0-\u20f0\ufe00-\ufe0f' +
  '\ufe20-\ufe2f'
export const NUMBERS =
  '0-9\u00b2-\u00b3\u00b9\u00bc-\u00be\u0660-\u0669\u06f0-\u06f9\u2070\u2074-\u2079\u2080-\u2089\u2150-\u2182\u2185-\u2189' +
  '\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3007\u3021-\u3029\u3038-\u303a\u3220-\u3229\u3280-\u3289\uff10-\uff19'
