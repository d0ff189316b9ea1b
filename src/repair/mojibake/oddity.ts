/**
 * Would somebody write these characters, and is what they stand for likely? Both are judged by classes of characters
 * alone, for a short text has nothing else to go by (the idea is that of ftfy's `badness`: pairs that no orthography
 * has). A capital with an accent before a quotation mark is natural at the end of a word in capitals (`SÅ”`), not
 * inside a word (`mÄ“r`); a sign that exists to be combined or a control is natural nowhere. What no class tells is
 * told by what it would become: a Latin letter with its neighbours in the same case, or one letter of an alphabet that
 * the word around it is not written in.
 */

import { isHebrew } from '../../tokens/characters.js'
import {
  BLANK,
  BOX,
  C1,
  CURRENCY,
  classOf,
  DASH,
  DIGIT,
  goTogether,
  HEBREW,
  isLetterClass,
  isWordClass,
  LETTER,
  LOWER,
  MARK,
  MATHS,
  ODD,
  OPENING,
  OTHER,
  QUOTE,
  RAISED,
  scriptOf,
  UPPER,
} from './char-classes.js'
import type { Sequence } from './sequences.js'

/** Nobody writes it. */
const NEVER = 3
/** Hardly anybody. */
const RARE = 2
/** It happens. */
const SELDOM = 1

/** How odd it is that these characters stand together, 0 to 3; `before` and `after` are their neighbours. */
export function oddityOf(text: string, sequence: Sequence): number {
  const { start, length } = sequence
  let before = start > 0 ? text.charCodeAt(start - 1) : 0x20
  let a = text.charCodeAt(start)
  let most = clashes(text, sequence) ? RARE : 0
  for (let k = 1; k < length && most < NEVER; k++) {
    const b = text.charCodeAt(start + k)
    const after = start + k + 1 < text.length ? text.charCodeAt(start + k + 1) : 0x20
    most = Math.max(most, oddPair(before, a, b, after, k === 1))
    before = a
    a = b
  }
  return most
}

/** Latin letters and letters of another alphabet in one word; 0 is no letter. */
function mixesScripts(a: number, b: number): boolean {
  if (a < 0x80 && b < 0x80) return false
  const x = scriptOf(a)
  const y = scriptOf(b)
  return x !== y && x > 0 && y > 0 && (x === 1 || y === 1)
}

function oddPair(before: number, a: number, b: number, after: number, first: boolean): number {
  const ka = classOf(a)
  const kb = classOf(b)
  if (ka === C1 || kb === C1) return NEVER
  const kBefore = classOf(before)
  const kAfter = classOf(after)
  // Ewe writes ƒ before its nasal vowels; of these ẽ and ũ are in no such charset, and õ is what becomes of Czech ě.
  if (a === FLORIN && b === NASAL_A) return 0
  if (ka === ODD || (kb === ODD && b !== 0xb4)) return kBefore === BOX ? SELDOM : RARE
  if (ka === BOX) return oddBox(b, kBefore, kAfter)
  if (ka === MARK) {
    const ends = isLetterClass(kb) || kb === QUOTE || kb === DASH || kb === BLANK
    return scriptOf(before) === scriptOf(a) && ends ? 0 : RARE
  }
  if (ka === UPPER || ka === LOWER || ka === LETTER) {
    if (isLetterClass(kb)) return oddLetters(before, a, b, after)
    return ka === UPPER ? oddBehindCapital(kBefore, a, b, kAfter) : oddBehindSmall(kb, b, kAfter)
  }
  return oddBehindSign(a, b, kBefore, after, first)
}

/** Box signs with a line to the left, as ├ ┬ ┼ ─ have one to the right: together they make a frame. */
const JOINING = '┤╢╖╜┐─┬┴┼├'

/** Frames are drawn of box signs and blanks; a word touches one by accident. */
function oddBox(b: number, kBefore: number, kAfter: number): number {
  const kb = classOf(b)
  if (kb !== BOX) return kb === BLANK || kb === OTHER ? 0 : RARE
  const joined = JOINING.includes(String.fromCharCode(b)) ? 0 : 1
  const left = isWordClass(kBefore) && kBefore !== MARK
  if (left && isWordClass(kAfter)) return RARE
  return left ? SELDOM : kBefore !== BOX && kAfter === LOWER ? joined : 0
}

function oddLetters(before: number, a: number, b: number, after: number): number {
  const ka = classOf(a)
  const kb = classOf(b)
  const kBefore = classOf(before)
  if (scriptOf(a) !== scriptOf(b) && kb !== MARK) return RARE
  if (ka === LOWER && kb === UPPER) return RARE
  if (kb === LOWER && classOf(after) === UPPER) return RARE
  if (ka === UPPER && kBefore === LOWER) return RARE
  // Greek capitals bear an accent only where a word begins.
  if ('ΆΈΉΊΌΎΏ'.includes(String.fromCharCode(b))) return RARE
  if (a < 0x250 && b < 0x250 && (!goTogether(a, b) || b === 0x153 || b === 0x152)) return RARE
  if (ka === UPPER && kb === UPPER && !isLetterClass(kBefore) && classOf(after) === LOWER) return SELDOM
  // Ô before Ç is none of any language.
  return (a === 0xd4 && b === 0xc7) || classOf(after) === DIGIT ? SELDOM : 0
}

/** A capital and a sign: natural where a word in capitals ends. */
function oddBehindCapital(kBefore: number, a: number, b: number, kAfter: number): number {
  const kb = classOf(b)
  const insideWord = kBefore === LOWER
  const goesOn = isLetterClass(kAfter)
  const alone = !isLetterClass(kBefore)
  // Â and Ã are no words, and stand at the end of one only in capitals.
  const stray = alone && (a === 0xc2 || a === 0xc3)
  const quoted = alone && (kBefore === QUOTE || kBefore === OPENING)
  switch (kb) {
    case QUOTE:
      if (quoted && !goesOn) return 0
      if (insideWord || stray) return RARE
      if (b === 0x2019) return goesOn && alone ? SELDOM : 0
      return goesOn ? RARE : 0
    case DASH:
      if (quoted && !goesOn) return 0
      if (insideWord || stray || (goesOn && !alone && (b === 0x2022 || b === 0xb7))) return RARE
      return kAfter === LOWER && b !== 0xb7 ? SELDOM : 0
    case RAISED:
      // Units and variables: Å³, Δ².
      if (alone && !goesOn && a !== 0xc3 && a !== 0xc2 && (b === 0xb2 || b === 0xb3)) return 0
      if (insideWord || goesOn || a === 0xc3) return RARE
      return b === 0xaa || b === 0xba || alone ? SELDOM : 0
    case BLANK:
      if ((a === 0xc3 || a === 0x102) && kBefore !== UPPER) return RARE
      return insideWord || (a === 0xc2 && alone) || (b === 0xad && kAfter === LOWER) ? RARE : 0
    case MATHS:
      return b === 0xb1 && alone && !goesOn && scriptOf(a) === 2 ? 0 : RARE
    case OPENING:
    case CURRENCY:
    case BOX:
      return RARE
    default:
      return kb === ODD && insideWord ? RARE : kb === ODD ? SELDOM : 0
  }
}

function oddBehindSmall(kb: number, b: number, kAfter: number): number {
  if (kb === CURRENCY || kb === MATHS || kb === BOX || kb === OPENING) return b === 0xb0 ? SELDOM : RARE
  if (kb === RAISED || kb === QUOTE) return isLetterClass(kAfter) && b !== 0x2019 ? RARE : 0
  return kb === ODD && !isLetterClass(kAfter) ? SELDOM : 0
}

/** What stands behind √ or ∑ in formulas. */
const MATHS_ONLY = '√∆∏∑∞∫π'

/** Signs as leads: Mac Roman √ ¬ ‚ ≈, cp437 Γ ≡, the cross. */
function oddBehindSign(a: number, b: number, kBefore: number, after: number, first: boolean): number {
  const ka = classOf(a)
  const kb = classOf(b)
  if (a === 0xd7) return kb === QUOTE || kb === ODD || kb === OPENING || kb === CURRENCY || kb === MATHS ? SELDOM : 0
  if ('√∆≈'.includes(String.fromCharCode(a)) && MATHS_ONLY.includes(String.fromCharCode(b))) {
    return isLetterClass(kBefore) || classOf(after) === LOWER ? RARE : 0
  }
  if (ka === MATHS) return isLetterClass(kb) || kb === MATHS || kb === RAISED || kb === CURRENCY ? RARE : SELDOM
  if (ka === OPENING && (kBefore === LOWER || kBefore === UPPER)) return RARE
  // ‚Ä and a third sign: E2 80 in Mac Roman, where the marks of print are.
  if (ka === OPENING && b === 0xc4 && after > 0x7f) return RARE
  if (ka === OPENING) return kb === UPPER && classOf(after) !== LOWER ? SELDOM : 0
  if (ka === QUOTE || ka === RAISED) return oddAfterMark(a, b, kBefore, classOf(after))
  if (ka === DASH) return kb === RAISED ? RARE : 0
  if (ka === CURRENCY && first) return isLetterClass(kb) ? RARE : SELDOM
  return 0
}

/** Behind a quotation mark or a raised sign, inside a sequence of three or four. */
function oddAfterMark(a: number, b: number, kBefore: number, kAfter: number): number {
  const ka = classOf(a)
  const kb = classOf(b)
  if (kb === OPENING || kb === MATHS || kb === CURRENCY || kb === BOX) return RARE
  if (!isLetterClass(kBefore)) return 0
  if (a === 0x2019 && isLetterClass(kb)) return kb === UPPER ? SELDOM : 0
  if (isLetterClass(kb) || b === 0x2122 || (kb === DASH && isLetterClass(kAfter))) return RARE
  return kb === RAISED || (ka === RAISED && kb === QUOTE) ? SELDOM : 0
}

/**
 * A cross beside Hebrew letters is what is left of Hebrew mojibake that lost its controls (`שלו×“`): no lead, and
 * behind another or a quotation mark no trailing byte of windows-1255.
 */
export function isLeftOver(text: string, { start, length }: Sequence): boolean {
  const lead = text.charCodeAt(start)
  if (lead === CROSS)
    return (
      (start > 0 && scriptOf(text.charCodeAt(start - 1)) === HEBREW) ||
      (start + length < text.length && scriptOf(text.charCodeAt(start + length)) === HEBREW)
    )
  // A geresh behind a letter of its own: `א׳–ה׳`. What mojibake has before a lead is no Hebrew letter.
  if (lead === GERESH) return start > 0 && isHebrew(text.charCodeAt(start - 1))
  if (length !== 3 || scriptOf(lead) !== HEBREW || text.charCodeAt(start + 2) !== CROSS) return false
  const second = text.charCodeAt(start + 1)
  return second === CROSS || classOf(second) === QUOTE
}

const CROSS = 0xd7
const GERESH = 0x5f3
const FLORIN = 0x192
const NASAL_A = 0xe3

/** Do the characters as they stand mix two alphabets in one word? */
export function clashes(text: string, { start, length }: Sequence): boolean {
  const before = start > 0 ? text.charCodeAt(start - 1) : 0x20
  const end = start + length
  const next = end < text.length ? text.charCodeAt(end) : 0x20
  return mixesScripts(before, text.charCodeAt(start)) || mixesScripts(text.charCodeAt(end - 1), next)
}
