/**
 * Classes of characters for judging what stands beside what: letters with and without case, quotation marks, dashes,
 * raised signs, money, mathematics, free-standing accents, box signs, controls. Which alphabet a letter is of. And which
 * letters beyond a-z go together in one orthography: two that no language has both of do not stand side by side in a word
 * (`Ĺ‚` aside, `Ă` and `ł`). All of it is looked up by UTF-16 code unit and kept once asked.
 */

/** Classes of characters, by what stands beside them in text. */
export const OTHER = 0
export const LOWER = 1
export const UPPER = 2
/** Letters without case, and digits. */
export const LETTER = 3
export const MARK = 4
export const DIGIT = 5
/** Quotation marks that open or close, and brackets that stand behind a word. */
export const QUOTE = 6
/** Marks that only open: „ ‚ ¿ ¡. */
export const OPENING = 7
/** Dashes, ellipsis, bullet, middle dot: they may touch a word on either side. */
export const DASH = 8
/** Raised signs behind a word: ™ ® ² †. */
export const RAISED = 9
export const CURRENCY = 10
export const MATHS = 11
/** Free-standing accents and signs that are hardly ever written. */
export const ODD = 12
export const BOX = 13
export const C1 = 14
export const BLANK = 15

const CLASSES: readonly (readonly [number, string])[] = [
  [QUOTE, '’”“‘»«›‹'],
  [OPENING, '„‚¿¡'],
  [DASH, '–—―…•·'],
  [RAISED, '™®²³¹†‡ªº'],
  [CURRENCY, '€£¥¢₧'],
  [MATHS, '¼½¾±×÷µ√∂∆∏∑∞∫∩≈≠≡≤≥⁄‰©§¶π°'],
  [ODD, '¤¦¨¬¯¸´ˆ˜ˇ˘˛˝˙◊⌐ƒ΄΅¬\ufffd'],
]

/** By UTF-16 code unit, once asked: the class and 64. */
const known = new Uint8Array(0x10000)

/** The class of a UTF-16 code unit. */
export function classOf(code: number): number {
  const kept = known[code]!
  if (kept) return kept & 63
  const found = classify(code)
  known[code] = found | 64
  return found
}

function classify(code: number): number {
  const char = String.fromCharCode(code)
  const listed = CLASSES.find(([, chars]) => chars.includes(char))
  if (listed) return listed[0]
  if (code >= 0x80 && code <= 0x9f) return C1
  if (code === 0xa0 || code === 0xad) return BLANK
  if (code >= 0x2500 && code <= 0x25a0) return BOX
  if (code >= 0xd800 && code <= 0xdfff) return OTHER
  if (code >= 0xe000 && code <= 0xf8ff) return ODD
  if (/\p{Ll}/u.test(char)) return LOWER
  if (/\p{Lu}/u.test(char)) return UPPER
  if (/\p{L}/u.test(char)) return LETTER
  if (/\p{M}/u.test(char)) return MARK
  return /\p{N}/u.test(char) ? DIGIT : OTHER
}

/** A letter or a mark. */
export const isLetterClass = (k: number) => k >= LOWER && k <= MARK
/** A letter, a mark or a digit. */
export const isWordClass = (k: number) => k >= LOWER && k <= DIGIT

/** Which alphabet a letter belongs to; 0 for what is no letter, Latin is 1. Blocks are enough here. */
export function scriptOf(code: number): number {
  if (!isLetterClass(code > 0xffff ? OTHER : classOf(code))) return 0
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 1
  if (code < 0x2b0) return 1
  if (code < 0x370) return 0
  if (code < 0x400) return 2
  if (code < 0x530) return 3
  if (code < 0x590) return 4
  if (code < 0x600) return 5
  if (code < 0x780) return 6
  return 7 + (code < 0x2e80 ? code >> 7 : 0xff)
}

/** Of `scriptOf`. */
export const HEBREW = 5

/** Letters beyond a-z that go together in the orthography of a language, in both cases; from the alphabets. */
const ORTHOGRAPHIES = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüßéèàç',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýžöü',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'âçğıîöşüəûi̇',
  'āčēģīķļņšūžōŗ',
  'ąčęėįšųūž',
  'äõöüšžå',
  'čćđšž',
  'çë',
  'áéíñóúüïàçèòôâãêõ',
  'àèéìíîòóùú',
  'æøåéóòêèäöüáíúýðþ',
  'âêîôûŵŷáéíóúàèìòùïëö',
  'àáâãèéêìíòóôõùúýăđĩũơư',
  'ĉĝĥĵŝŭ',
  'ċġħżàèìòù',
  'áčđŋšŧžåäöæø',
  'áâäåčđšžŋöøæ',
  'âáčʒǯđǧǥǩŋõšžåäö',
  'āēīōū',
  'ëïéèêöüóáíúôâûàçä',
].map(letters => letters + letters.toUpperCase())

/** In how many of these lists a letter stands, to tell readings apart that are equally proved. */
export function lettersShared(code: number): number {
  return code > 0x24f ? 0 : ORTHOGRAPHIES.filter(o => o.includes(String.fromCharCode(code))).length
}

/** By the two letters, once asked. */
const together = new Map<number, boolean>()

/** Has any orthography both letters? Letters that stand in none of these lists are not judged. */
export function goTogether(a: number, b: number): boolean {
  const key = a * 0x10000 + b
  const kept = together.get(key)
  if (kept !== undefined) return kept
  const [x, y] = [String.fromCharCode(a), String.fromCharCode(b)]
  const listed = ORTHOGRAPHIES.some(o => o.includes(x)) && ORTHOGRAPHIES.some(o => o.includes(y))
  const found = !listed || ORTHOGRAPHIES.some(o => o.includes(x) && o.includes(y))
  together.set(key, found)
  return found
}
