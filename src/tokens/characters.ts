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
