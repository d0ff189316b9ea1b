/**
 * Opening quotation marks that became `?`. A closing mark that nothing opened answers the nearest one; the space
 * before it may have been swallowed with it. Closing marks are left as they were written.
 *
 *     // > | zu einem integrierten?Innovationsnetz" entwickeln
 *     //                          ^ opening mark                ^ its answer
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { formulaAt } from './formulas.js'
import { type Ground, replaced } from './pass.js'
import { isLetter, isWordChar } from './words.js'

/** No quotation is longer: a mark further away answers another one. Press releases quote whole statements. */
const LONGEST_QUOTATION = 600
const quoteAnswered: Ground = { kind: 'lost-quote', evidence: 'quote-balance', lossy: true, confidence: 0.98 }
/** The place alone speaks: the answer is too far away, or in a later paragraph. */
const quoteByPlace: Ground = { kind: 'lost-quote', evidence: 'channel', lossy: true, confidence: 0.9 }

/** A site that may be an opening mark, and the mark that answers it. */
interface Opening {
  readonly at: number
  closing: number | null
}

/**
 * Each site that a closing mark answers, with the offset of that mark. A double mark answers the nearest site that has
 * no answer, a single one likewise; but a single mark may be an apostrophe (`teams'`), so a double one may take its
 * site over where no other waits.
 */
export function answeredQuotes(text: string, sites: readonly number[]): Map<number, number> {
  const openings: Opening[] = []
  const isSiteAt = new Set(sites)
  let opened: string | null = null // a mark of the text's own that is still open
  for (let at = 0; at < text.length; at++) {
    if (isSiteAt.has(at)) {
      if (!formulaAt(text, at) && isWordChar(text[at + 1])) openings.push({ at, closing: null })
    } else if (opensQuote(text, at)) opened = text[at]!
    else if (closesQuote(text, at)) {
      if (opened === null) answer(openings, at, text[at] !== "'" && text[at] !== '’')
      opened = null
    } else if (
      opened !== null &&
      text[at] === '\n' &&
      /^\n\s*\n/.test(text.slice(at, at + 8)) &&
      !isWordChar(text[at - 1])
    )
      opened = null
  }
  return new Map(openings.flatMap(({ at, closing }) => (closing === null ? [] : [[at, closing] as const])))
}

/** So many sites back a mark may reach: quotations are not nested deeper. */
const NESTING = 4

function answer(openings: readonly Opening[], at: number, double: boolean) {
  const near = openings.slice(-NESTING).filter(o => at - o.at <= LONGEST_QUOTATION)
  const waiting = near.findLast(o => o.closing === null) ?? (double ? near.at(-1) : undefined)
  if (waiting) waiting.closing = at
}

/** A double mark after white space or a bracket, with something right behind it; a single one opens likewise. */
function opensQuote(text: string, at: number): boolean {
  if (!'"„“«»”\'‚‘'.includes(text[at]!)) return false
  return (at === 0 || /[\s([\-–—/]/.test(text[at - 1]!)) && /\S/.test(text[at + 1] ?? ' ')
}

function closesQuote(text: string, at: number): boolean {
  return '"”“»«\'’'.includes(text[at]!) && at > 0 && /\S/.test(text[at - 1]!) && !isWordChar(text[at + 1])
}

/** The opening mark for the closing one. */
export function quote(text: string, at: number, closing: number, pack: LanguagePack): Repair {
  return openingMark(text, at, /['’]/.test(text[closing]!), text[closing]!, pack, quoteAnswered)
}

/** No question mark stands behind a space, a bracket or a colon with a word right after it: an opening mark does. */
export function unanswered(text: string, at: number, single: boolean, pack: LanguagePack): Repair | null {
  const opens = text[at] === '?' && (at === 0 || /[\s(:]/.test(text[at - 1]!)) && isLetter(text[at + 1])
  return opens ? openingMark(text, at, single, '', pack, quoteByPlace) : null
}

/** An opening mark of the language, with the space that was swallowed. A mark of ASCII is never lost. */
function openingMark(
  text: string,
  at: number,
  single: boolean,
  close: string,
  pack: LanguagePack,
  ground: Ground,
): Repair {
  const lossable = pack.quotes.filter(([open]) => open > '\x7f' && /[‚‘›‹]/.test(open) === single)
  const pair = lossable.find(p => p[1] === close) ?? lossable[0]
  const swallowed = /[\p{L}\p{N}.,;:!)%]/u.test(text[at - 1] ?? ' ')
  return replaced(text, at, 1, (swallowed ? ' ' : '') + (pair?.[0] ?? (single ? '‘' : '“')), ground)
}
