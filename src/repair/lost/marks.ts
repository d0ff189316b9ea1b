/**
 * What a lost mark costs in its place, as powers of ten: rough shares counted in news texts that lost their marks.
 */

import type { LanguagePack } from '../../languages/pack.js'
import { oncePer } from '../../structures/cache.js'
import { isAsciiSmall } from '../../tokens/characters.js'
import { oneLetterWord } from './bodies.js'
import { CLOSE, type Marks, OPEN, type Option, SWALLOWED } from './option.js'
import type { Surroundings } from './places.js'

const OPENING = -1
const OPENING_LOWER = -2
const OPENING_INSIDE = -3
const OPENING_SWALLOWED = -2
const CLOSING_AFTER_MARK = -0.4
const CLOSING_AFTER_WORD = -1.3
const CLOSING_BEFORE_LETTER = -3
const GENUINE = -1.4
const GENUINE_QUESTION = -0.4
const GENUINE_BEFORE_LOWER = -3
const GENUINE_BEFORE_MARK = -4.5
const GENUINE_BEFORE_CLOSE = -0.6
/** A genuine question mark before a word. */
export const GENUINE_LEADING = -5
const NO_BREAK_SPACE = -0.5
const SPACED_DASH = -1.6
const ELLIPSIS = -4
const POSSESSIVE = -2.6
/** Zero-width spaces, left behind by web pages in pairs. */
const ZERO_WIDTH = -4.5
/** A Hebrew letter of a foreign sound at the end of a word. */
const GERESH = -1
const FRACTION = -2.2
const DEGREE = -1.8
const DEGREE_BEFORE_WORD = -1
const CURRENCY = -1.5
const LESS_LIKELY = -0.8
const CLIPPED_YEAR = -1.7
const BEFORE_NAME = -2
/** No quotation and no question ends in a function word. */
const AFTER_FUNCTION_WORD = -1.5

/** What may stand before a word; the beginning of the text may, too. */
const OUTSIDE = /^$|[\s([/"'“„«–—-]/
const BEHIND_FIGURE = /[%\d.]/
const BEHIND_MARK = /[.,;:!)%]/

/** The marks before a word, of which `count` are lost. */
export function openings(count: number, core: string, around: Surroundings): Marks[] {
  if (count === 0) return [{ chars: [], score: 0 }]
  const digit = /^\d/.test(core)
  const outside = OUTSIDE.test(around.before)
  const small = /^\p{Ll}/u.test(core)
  const cost = outside ? (small || digit ? OPENING_LOWER : OPENING) : OPENING_INSIDE
  const found: Marks[] = [{ chars: new Array(count).fill(OPEN), score: cost * count }]
  if (BEHIND_FIGURE.test(around.before))
    found.push({ chars: new Array(count).fill('\u00a0'), score: NO_BREAK_SPACE * count })
  if (count === 2 && outside && small) found.push({ chars: ['\u200b', '\u200b'], score: ZERO_WIDTH })
  if (count > 1) return found
  if (BEHIND_MARK.test(around.before)) found.push({ chars: [SWALLOWED], score: OPENING_SWALLOWED })
  if (digit && outside) {
    for (const [i, sign] of around.words.pack.currencies.entries())
      found.push({ chars: [sign], score: CURRENCY + i * LESS_LIKELY })
    if (/^\d\d$/.test(core))
      found.push({ chars: ['’'], score: CLIPPED_YEAR + (/^ \p{Lu}/u.test(around.after) ? BEFORE_NAME : 0) })
  }
  return found
}

/** The marks behind a word; `lost` are they. */
export function endings(lost: string, core: string, around: Surroundings, functionWord: boolean): Marks[] {
  if (lost === '') return [{ chars: [], score: 0 }]
  const { pack } = around.words
  const less = functionWord ? AFTER_FUNCTION_WORD : 0
  const closing = closingCost(around.after) + less
  const genuine = genuineCost(around) + less
  if (lost.length === 1) {
    const found: Marks[] = [
      { chars: [CLOSE], score: closing },
      { chars: [null], score: genuine },
    ]
    if (/^\s/.test(around.after)) found.push({ chars: ['…'], score: ELLIPSIS })
    if (core !== '' && pack.apostropheLetters.includes(core.at(-1)!)) found.push({ chars: ['’'], score: GERESH })
    if (/\d$/.test(core)) found.push(...behindNumber(around))
    if (/[sxz]$/.test(core) && /^ \p{L}/u.test(around.after) && pack.apostropheSuffixes.includes('s'))
      found.push({ chars: ['’'], score: POSSESSIVE })
    return found
  }
  if (lost.length === 2) {
    const question = around.question() ? GENUINE_QUESTION : GENUINE_BEFORE_CLOSE
    const spaced = SPACED_DASH + NO_BREAK_SPACE - (around.question() ? 2 : 0)
    const dash = /^ [\p{Ll}\d]/u.test(around.after) ? spaced : 3 * SPACED_DASH
    return [
      { chars: [null, CLOSE], score: closing + question },
      { chars: [CLOSE, null], score: closing + genuine },
      { chars: [CLOSE, CLOSE], score: closing + CLOSING_AFTER_MARK },
      { chars: ['\u00a0', '–'], score: dash },
      { chars: ['…', CLOSE], score: closing + ELLIPSIS },
      { chars: [null, null], score: genuine - 1.5 },
    ]
  }
  if (lost.length === 3)
    return [
      { chars: [null, CLOSE, CLOSE], score: closing + GENUINE_BEFORE_CLOSE + CLOSING_AFTER_MARK },
      { chars: [CLOSE, '\u00a0', '–'], score: closing + SPACED_DASH + NO_BREAK_SPACE },
      { chars: [null, null, null], score: genuine - 1.5 },
    ]
  return [{ chars: new Array(lost.length).fill(null), score: genuine - 2 }]
}

/** `14½`, and `25º` where ordinals are written so. */
function behindNumber(around: Surroundings): Marks[] {
  const found: Marks[] = [
    { chars: ['½'], score: FRACTION + (/^-\d|^[–-]/.test(around.after) || /[?\ufffd]-$/.test(around.earlier) ? 1 : 0) },
  ]
  const ordinals: readonly string[] = around.words.pack.ordinals.after
  if (!ordinals.includes('°')) return [...found, { chars: ['°'], score: DEGREE - 1 }]
  const score = /^ \p{Ll}/u.test(around.after) ? DEGREE_BEFORE_WORD : DEGREE
  const feminine = /a$/.test(around.beside().behind)
  return [
    ...found,
    { chars: ['°'], score: feminine ? score - 1 : score },
    { chars: ['ª'], score: feminine ? score : score - 1 },
  ]
}

/** Behind a full stop or comma, or behind a word. */
const closingBehindMark = (around: Surroundings): number =>
  CLOSING_AFTER_MARK + (/^\p{L}/u.test(around.after) ? CLOSING_BEFORE_LETTER : 0)

const NO_CLOSE = /^["'“‘(\p{L}]/u
const closingCost = (after: string) => CLOSING_AFTER_WORD + (NO_CLOSE.test(after) ? CLOSING_BEFORE_LETTER : 0)

const ENDS = /^["'“”’»)]*(?:$|\s*$|\s*\n|\s+["'(“„«‘[-]?[\p{Lu}\p{N}?\ufffd])/u

/** Does a sentence end before what follows, or one in brackets? */
function endsBefore(after: string): boolean {
  if (after[0] === ')') return true
  const code = after.charCodeAt(after.charCodeAt(0) === 32 ? 1 : 0)
  return !isAsciiSmall(code) && ENDS.test(after)
}

/** What a genuine question mark costs behind a word. */
function genuineCost(around: Surroundings): number {
  const { after } = around
  if (endsBefore(after)) return around.question() ? GENUINE_QUESTION : GENUINE
  return /^[\s!]/.test(after) ? GENUINE_BEFORE_LOWER : GENUINE_BEFORE_MARK
}

// --- without a letter or digit beside it ---------------------------------------------------------------------------------
// A dash between spaces, a word of one letter, a currency sign beside a number, a closing quotation mark behind a full stop.
// A question mark that someone set apart looks the same.

const LONE_CURRENCY = -0.5
const LONE_LESS_LIKELY = -0.7
const DASH = -0.8
const DASH_UNSPACED = -3
const LETTER = -0.1
const LETTER_BEFORE_MARK = -2.5
const BEFORE_CAPITAL = -1.5
const SET_APART = -2.5
const SET_APART_BEFORE_LOWER = -3.5
const LONE_BEHIND_MARK = -6
const BEHIND_QUOTE = -0.7
const SPACE = -3
const LONE_ELLIPSIS = -3.5

/** Every reading of a run of lost characters without letters or digits. */
export function aloneOptions(piece: string, around: Surroundings): Option[] {
  const stays: Option = { chars: [...piece].map(() => null), score: staysCost(piece, around), evidence: 'channel' }
  if (piece.length > 3) return [stays]
  const spaced = around.before === '' || /\s/.test(around.before)
  if (!spaced && !/[([“„«‘"'’/-]/.test(around.before)) return [stays, ...behindMark(piece, around)]
  if (piece.length > 1) return [stays, ...several(piece, around)]
  return [stays, ...single(around, spaced)]
}

function staysCost(piece: string, { before, after }: Surroundings): number {
  if (/["”“»’)!?]/.test(before)) return /^[.,;:]/.test(after) ? LONE_BEHIND_MARK : BEHIND_QUOTE
  if (/[.,…;:]/.test(before)) return LONE_BEHIND_MARK
  return /^[\s,]*\p{Ll}/u.test(after) && piece.length < 3 ? SET_APART_BEFORE_LOWER : SET_APART
}

/** `.?` and `!??`: a closing mark, two, or one and a dash. */
function behindMark(piece: string, around: Surroundings): Option[] {
  const closing = closingBehindMark(around) - (/[.,!?…]/.test(around.before) ? 0 : 1)
  if (piece.length === 1)
    return [
      { chars: [CLOSE], score: closing, evidence: 'quote-balance' },
      { chars: ['\u00a0'], score: SPACE - 1, evidence: 'channel' },
    ]
  const found: Option[] = [
    { chars: [...piece].map(() => CLOSE), score: closing - piece.length + 1, evidence: 'quote-balance' },
  ]
  if (piece.length === 2) {
    found.push({ chars: [null, CLOSE], score: closing - 0.5, evidence: 'quote-balance' })
    found.push({ chars: ['\u00a0', '–'], score: DASH - 1, evidence: 'channel' })
  } else found.push({ chars: [CLOSE, '\u00a0', '–'], score: closing + DASH - 1, evidence: 'channel' })
  return found
}

function several(piece: string, around: Surroundings): Option[] {
  const found: Option[] = [{ chars: [...piece].map(() => OPEN), score: -3, evidence: 'quote-balance' }]
  if (piece.length === 2 && /^\s/.test(around.before) && /^\s/.test(around.after))
    found.push({ chars: ['–', '\u00a0'], score: DASH - 1.5, evidence: 'channel' })
  return found
}

/** `3 Mio. ?`, `3 Millionen ?`: behind a word that counts in thousands or more. */
function behindScale(around: Surroundings): boolean {
  if (around.before !== ' ') return false
  const { before } = around.beside()
  return before !== '' && scalesOf(around.words.pack).has(before)
}

/** The words of a pack that count in thousands or more, in lower case. */
export const scalesOf = oncePer(
  (pack: LanguagePack): ReadonlySet<string> => new Set(pack.scales.map(({ word }) => word.toLowerCase())),
)

function single(around: Surroundings, spaced: boolean): Option[] {
  const { pack } = around.words
  const { after, earlier } = around
  const found: Option[] = []
  const behindNumber = /\d\s$/.test(earlier) || behindScale(around)
  const beforeNumber = /^\s\d/.test(after)
  if (spaced && behindNumber !== beforeNumber) {
    const less = behindNumber && /^ ?\p{L}/u.test(after) ? (/^ ?\p{Lu}/u.test(after) ? -2 : -0.6) : 0
    for (const [i, sign] of pack.currencies.entries())
      found.push({ chars: [sign], score: LONE_CURRENCY + less + i * LONE_LESS_LIKELY, evidence: 'formula' })
  }
  const open = /^\s/.test(after)
  if (spaced) found.push({ chars: ['–'], score: open ? DASH : DASH_UNSPACED, evidence: 'channel' })
  if (spaced && open) found.push({ chars: ['…'], score: LONE_ELLIPSIS, evidence: 'channel' })
  if (!open && after !== '') found.push({ chars: [OPEN], score: -2, evidence: 'quote-balance' })
  const letter = oneLetterWord(pack)
  if (!letter || !/^[\s,.;]/.test(after)) return found
  const score = (open ? LETTER : LETTER_BEFORE_MARK) + (/^ \p{Lu}/u.test(after) ? BEFORE_CAPITAL : 0)
  const capital = around.sentenceStart() ? -0.1 : -2.5
  const small = around.sentenceStart() ? -1.2 : 0
  found.push({ chars: [letter.toUpperCase()], score: score + capital, evidence: 'words' })
  found.push({ chars: [letter], score: score + small, evidence: 'words' })
  return found
}
