/**
 * What a lost mark costs in its place, as powers of ten: rough shares counted in news texts that lost their marks.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { CLOSE, type Marks, OPEN, SWALLOWED } from './option.js'
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
export function openings(count: number, core: string, around: Surroundings, pack: LanguagePack): Marks[] {
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
    for (const [i, sign] of pack.currencies.entries()) found.push({ chars: [sign], score: CURRENCY + i * LESS_LIKELY })
    if (/^\d\d$/.test(core))
      found.push({ chars: ['’'], score: CLIPPED_YEAR + (/^ \p{Lu}/u.test(around.after) ? BEFORE_NAME : 0) })
  }
  return found
}

/** The marks behind a word; `lost` are they. */
export function endings(
  lost: string,
  core: string,
  around: Surroundings,
  functionWord: boolean,
  pack: LanguagePack,
): Marks[] {
  if (lost === '') return [{ chars: [], score: 0 }]
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
    if (/\d$/.test(core)) found.push(...behindNumber(around, pack))
    if (/[sxz]$/.test(core) && /^ \p{L}/u.test(around.after) && pack.apostropheSuffixes.includes('s'))
      found.push({ chars: ['’'], score: POSSESSIVE })
    return found
  }
  if (lost.length === 2) {
    const question = around.question() ? GENUINE_QUESTION : GENUINE_BEFORE_CLOSE
    return [
      { chars: [null, CLOSE], score: closing + question },
      { chars: [CLOSE, null], score: closing + genuine },
      { chars: [CLOSE, CLOSE], score: closing + CLOSING_AFTER_MARK },
      {
        chars: ['\u00a0', '–'],
        score: /^ [\p{Ll}\d]/u.test(around.after)
          ? SPACED_DASH + NO_BREAK_SPACE - (around.question() ? 2 : 0)
          : 3 * SPACED_DASH,
      },
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
function behindNumber(around: Surroundings, pack: LanguagePack): Marks[] {
  const found: Marks[] = [
    { chars: ['½'], score: FRACTION + (/^-\d|^[–-]/.test(around.after) || /[?\ufffd]-$/.test(around.earlier) ? 1 : 0) },
  ]
  const ordinals: readonly string[] = pack.ordinals.after
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
export const closingBehindMark = (around: Surroundings): number =>
  CLOSING_AFTER_MARK + (/^\p{L}/u.test(around.after) ? CLOSING_BEFORE_LETTER : 0)

const NO_CLOSE = /^["'“‘(\p{L}]/u
const closingCost = (after: string) => CLOSING_AFTER_WORD + (NO_CLOSE.test(after) ? CLOSING_BEFORE_LETTER : 0)

const ENDS = /^["'“”’»)]*(?:$|\s*$|\s*\n|\s+["'(“„«‘[-]?[\p{Lu}\p{N}?\ufffd])/u

/** Does a sentence end before what follows? */
function endsBefore(after: string): boolean {
  const code = after.charCodeAt(after.charCodeAt(0) === 32 ? 1 : 0)
  return !(code >= 97 && code <= 122) && ENDS.test(after)
}

/** What a genuine question mark costs behind a word. */
function genuineCost(around: Surroundings): number {
  const { after } = around
  if (endsBefore(after)) return around.question() ? GENUINE_QUESTION : GENUINE
  return /^[\s!]/.test(after) ? GENUINE_BEFORE_LOWER : GENUINE_BEFORE_MARK
}
