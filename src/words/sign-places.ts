/**
 * Where signs beyond ASCII stand in prose: an opening quotation mark behind a space and before a word, an apostrophe
 * between letters, a degree sign behind a number. A sign in its place is a little rarer than a letter, a sign out of
 * its place is all but impossible, and that is what tells charsets apart where no word does. Places are told by what
 * stands on either side, one class of character each; what is odd on its own (box drawing, mathematics) is not
 * forbidden, for tables and trees of file names do have it, in runs.
 */
import { isAsciiLetter, isHebrewOrPoint } from '../tokens/characters.js'

/** What a sign may have beside it: `L` a letter, `R` one of Hebrew, `D` a digit, `S` white space, `B` the same at the beginning of a
 * sentence, `N` the same between it and a number, `O` opens, `C` closes, `H` hyphen or dash. */
export type Beside = 'L' | 'R' | 'D' | 'S' | 'B' | 'N' | 'O' | 'C' | 'H' | 'X'

/** Natural logarithms: how often the sign is met in its place, and what is taken off out of it. */
interface Kind {
  readonly signs: string
  readonly usual: number
  /** Two classes, of what is before and behind; `*` is any. Pairs of which at least one must fit. */
  readonly places: readonly string[]
  /** Places in which it is met, but e^-4 as often. */
  readonly rare?: readonly string[]
}

/** Out of its place a sign is a slip of the author's, or a wrong reading: e^-9 of the times. */
const MISPLACED = -10
const RARE = -4
/** Right behind a letter it is rather a letter itself. */
const BEHIND_LETTER = -13
/** Inside a word it is worse, for a word cut in two may leave two good words. */
const INSIDE = -18
/** C1 controls, private and unassigned characters. */
const CONTROL = -18
/** Quotation marks between Hebrew letters stand for gershayim, apostrophes for geresh. */
const GERSHAYIM = -5
const gershayim = new Set('“”„‘’')
/** Signs of no kind named here: they may be anything, anywhere. */
const ODD = -11
/** A sign that repeats the one before it: a rule of a table. Only box drawing and dashes are repeated. */
const REPEATED = -1

// The order of magnitude of the frequencies is that of news text: per thousand characters about ten quotation marks
// and apostrophes, five dashes, one euro or degree sign.
const KINDS: readonly Kind[] = [
  {
    signs: '’',
    usual: -4,
    places: ['LL', 'LD', 'LS', 'DL', 'DS', 'LC', 'CS', 'CC', 'SL', 'SD', 'LH', 'DC', 'LX', 'LO'],
  },
  { signs: '‘', usual: -5.5, places: ['SL', 'SD', 'OL', 'OD', 'LS', 'LC', 'CS', 'HL', 'SO'] },
  {
    signs: '“',
    usual: -4.5,
    places: ['SL', 'SD', 'OL', 'OD', 'LS', 'LC', 'CS', 'CC', 'DS', 'DC', 'LH', 'SC', 'HL', 'SX', 'SO', 'CH'],
  },
  { signs: '”', usual: -4.7, places: ['LS', 'LC', 'CS', 'CC', 'DS', 'DC', 'LH', 'CH', 'SL', 'SD', 'OL', 'OD', 'XS'] },
  { signs: '„‚', usual: -5, places: ['SL', 'SD', 'OL', 'OD', 'HL', 'SX', 'SO', 'SC'] },
  {
    signs: '«»',
    usual: -8,
    places: ['SL', 'SD', 'OL', 'LS', 'LC', 'CS', 'CC', 'DS', 'DC', 'OD', 'LH', 'SO', 'SC', 'CO'],
  },
  { signs: '‹›', usual: -8, places: ['SL', 'SD', 'OL', 'LS', 'LC', 'CS', 'CC', 'DS', 'SS'] },
  {
    signs: '–',
    usual: -4.5,
    places: ['SS', 'DD', 'SD', 'CS', 'CL', 'CD', 'DS', 'SC', 'SO', 'CO'],
    rare: ['LS', 'SL', 'LD', 'DL', 'LL'],
  },
  { signs: '—', usual: -5.5, places: ['SS', 'CL', 'CS', 'SC', 'CO', 'SO', 'DL', 'LD', 'CC'], rare: ['LS', 'SL', 'LL'] },
  { signs: '…', usual: -7, places: ['LS', 'SS', 'CS', 'LC', 'CC', 'SL', 'DS', 'SC', 'OL', 'LO', 'OC'] },
  { signs: '\u00a0\u202f', usual: -5, places: ['**'] },
  { signs: '\u00ad\u200b\u200e\u200f\u200d', usual: -8, places: ['**'] },
  {
    signs: '€',
    usual: -5.5,
    places: ['DS', 'SD', 'DC', 'SS', 'OD', 'LD', 'HD', 'DH', 'DX', 'XS', 'OS', 'OC', 'SC', 'XD', 'SH'],
  },
  { signs: '£', usual: -6, places: ['SD', 'OD', 'HD', 'LD', 'XD', 'DS', 'SS'] },
  { signs: '¥¢', usual: -9, places: ['SD', 'DS', 'OD', 'DC', 'SS'] },
  { signs: '°', usual: -6, places: ['DS', 'DL', 'DC', 'SL', 'DH', 'DO', 'LD', 'LS', 'DX'] },
  { signs: 'ºª', usual: -9.5, places: ['DS', 'DC', 'LS', 'LC', 'DH', 'LD'] },
  { signs: '²³¹', usual: -7.5, places: ['LS', 'LC', 'LH', 'DS', 'DC', 'LX', 'LO'] },
  { signs: '½¼¾⅓⅔', usual: -7, places: ['DS', 'SS', 'DC', 'SC', 'SL', 'DL', 'SH', 'DH', 'DX', 'HS'] },
  { signs: '§', usual: -7, places: ['SS', 'OS', 'CS'] },
  { signs: '®™', usual: -7.5, places: ['LS', 'LC', 'DS', 'DC', 'CS', 'CC', 'LH', 'OC', 'LX', 'LO'] },
  { signs: '©', usual: -7.5, places: ['SS', 'SD', 'SL', 'OL', 'OC', 'OS', 'CS'] },
  { signs: '•', usual: -6, places: ['SS', 'SL', 'SD', 'CS'] },
  { signs: '·', usual: -7.5, places: ['SS', 'DD'] },
  { signs: '¿¡', usual: -8, places: ['SL', 'OL', 'CL'] },
  { signs: '×÷±', usual: -8, places: ['SS', 'DD', 'SD', 'DS', 'DL'] },
  { signs: '†‡', usual: -9, places: ['LS', 'SL', 'LC', 'CS'] },
  { signs: '¶', usual: -10, places: ['SS', 'LS', 'CS', 'SL'] },
  { signs: '‰', usual: -9, places: ['DS', 'SS', 'DC'] },
  { signs: 'µ', usual: -8, places: ['SL', 'DL', 'SS'] },
  { signs: '→←✓■□▪●○★', usual: -9, places: ['SS', 'SL', 'LS', 'CS', 'SD'] },
  { signs: '≤≥≈≠−∞√∂∑∏∫Δ', usual: -9.5, places: ['SS', 'SD', 'SL', 'DD', 'LL', 'OD'] },
  { signs: '₪', usual: -7, places: ['SS', 'DS', 'SD', 'DC'] },
  { signs: '״׳־', usual: -5, places: ['LL', 'LS', 'SL', 'LC', 'LD', 'DL', 'LO'] },
]

/** What may stand alone between two numbers. */
const BETWEEN_NUMBERS = new Set('–—×÷±·•/≤≥≈→')
/** A no-break space or soft hyphen between two letters may have cut a word. */
const SPACE_IN_WORD = -3

const kinds = new Map<string, { usual: number; places: ReadonlySet<string> | null; rare: ReadonlySet<string> }>()
for (const { signs, usual, places, rare } of KINDS) {
  const set = places.includes('**') ? null : new Set(places)
  for (const sign of signs) kinds.set(sign, { usual, places: set, rare: new Set(rare) })
}

const beside: Beside[] = Array.from({ length: 128 }, (_, code) => classOf(String.fromCharCode(code)))

function classOf(char: string): Beside {
  if (/[a-z]/i.test(char)) return 'L'
  if (/\d/.test(char)) return 'D'
  if (/\s/.test(char)) return 'S'
  if ('([{<'.includes(char)) return 'O'
  if ('.,;:!?)]}>%'.includes(char)) return 'C'
  if (char === '-') return 'H'
  return 'X'
}

/** The class of what is before: the last character and the one before it; `NaN` for none. */
export function beforeOf(last: number, beforeLast: number): Beside {
  const near = besideOf(last)
  if (near !== 'S') return near
  if (!(last === 0x20 || last === 0xa0)) return 'B'
  const far = besideOf(beforeLast)
  return far === 'D'
    ? 'N'
    : far === 'C' && beforeLast !== 0x2c
      ? 'B'
      : far === 'S' || far === 'X' || far === 'O'
        ? 'B'
        : 'S'
}

/** The class of what is behind: the next character and the one behind it; `NaN` for none. */
export function afterOf(next: number, afterNext: number): Beside {
  const near = besideOf(next)
  return near === 'S' && besideOf(afterNext) === 'D' ? 'N' : near
}

/** The class of the character with a code, as its neighbour sees it; `NaN`, for none, is white space. */
export function besideOf(code: number): Beside {
  if (Number.isNaN(code)) return 'S'
  if (code < 0x80) return beside[code]!
  if (code === 0xa0 || code === 0x202f || (code >= 0x2028 && code <= 0x2029)) return 'S'
  if (code === 0x201e || code === 0x201a || code === 0xab || code === 0x2039) return 'O'
  if (code === 0x201d || code === 0x2019 || code === 0xbb || code === 0x203a || code === 0x2026) return 'C'
  if (code === 0x2013 || code === 0x2014 || code === 0xad) return 'H'
  if (code === 0x201c || code === 0x2018) return 'X'
  if (isHebrewOrPoint(code)) return 'R'
  return isLetterCode(code) ? 'L' : 'X'
}

/** Letters of the Latin, Greek, Cyrillic and Hebrew blocks, by code; case signs and ordinals are none. */
export function isLetterCode(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code)
  if (code < 0x0250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7
  return (code >= 0x0370 && code <= 0x052f) || isHebrewOrPoint(code) || code === 0xfb01 || code === 0xfb02
}

/**
 * Natural logarithm of how likely a sign is between two neighbours. `same` says that one of them is the same sign.
 */
export function signScore(sign: string, before: Beside, after: Beside, same: boolean): number {
  const code = sign.charCodeAt(0)
  if ((code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code < 0xf900) || code === 0xfffd) return CONTROL
  if (code >= 0x2500 && code <= 0x259f) return same ? REPEATED : before === 'L' && after === 'L' ? ODD + INSIDE : ODD
  if (before === 'R' && after === 'R' && gershayim.has(sign)) return GERSHAYIM
  if (code >= 0x0590 && code <= 0x05ff && before !== 'R' && after !== 'R') return ODD + INSIDE
  const kind = kinds.get(sign)
  const left = plain(before)
  const right = plain(after)
  if (!kind) return left !== 'L' && right !== 'L' ? ODD : ODD + (left === right ? INSIDE : MISPLACED / 3)
  if (kind.places === null && left === 'L' && right === 'L') return kind.usual + SPACE_IN_WORD
  if (kind.rare.has(left + right)) return kind.usual + RARE
  const between = before === 'N' && after === 'N' && !BETWEEN_NUMBERS.has(sign)
  const fits = !between && (kind.places === null || kind.places.has(left + right) || left === 'X' || right === 'X')
  return fits ? kind.usual : kind.usual + (left !== 'L' ? MISPLACED : right === 'L' ? INSIDE : BEHIND_LETTER)
}

const plain = (beside: Beside): Beside => (beside === 'R' ? 'L' : beside === 'B' || beside === 'N' ? 'S' : beside)
