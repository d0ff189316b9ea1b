/**
 * Characters that nobody sees: zero-width spaces and joiners of words, marks of the order of bytes inside a text, soft
 * hyphens, marks of direction. Web pages and word processors leave them behind. They are taken out, each run by an entry
 * of the log, where they do harm: between two characters, so that a word is no word any more, and at the edge of a line,
 * which is not empty then, or does not begin as it should. What is beside a blank parts nothing, and a few of these are
 * no damage; where there are many, all of them go. Three kinds are of use:
 *
 * - a zero-width space beside letters of scripts that are written without spaces parts words, and stays;
 * - a soft hyphen goes between two letters or more on either side. At a line end it is a hyphen (`segment/joins.ts`), and
 *   before a capital, a digit or a blank it may be one that a font of a PDF drew (`E-Mail`): it stays;
 * - marks of direction stay in a text with letters from right to left.
 *
 * Joiners of letters (Persian, Yiddish, Indic scripts, emoji) and variation selectors are part of what is seen, and stay.
 */

import { isLetterOrMark, isSpace, LOWER, traitsOf, UPPER } from '../tokens/characters.js'
import { hasRightToLeft } from '../tokens/direction.js'
import { type Ground, NOTHING, type Pass, replaced } from './pass.js'

const ground: Ground = { kind: 'invisible', evidence: 'pattern', lossy: false, confidence: 1 }

const ANY = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/
const RUN = new RegExp(`${ANY.source}+`, 'g')
const SOFT_HYPHEN = '\u00ad'
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Scripts of the south and east of Asia and others that part words so, if at all. */
const WITHOUT_SPACES = /[\u0900-\u109f\u1200-\u1dff\u2e80-\ud7ff\uf900-\ufaff]/
/** Fewer than one in so many characters are no damage beside a blank: half of what pages have that are full of them. */
const ONE_IN = 300
/** What is left of UTF-8 whose last byte is a soft hyphen. */
const LEADS = 'ÂÃÄÅÐÎÏ×Ø'

/** Take out what nobody sees; after the repair of mojibake, whose bytes these may be. */
export function repairInvisible(text: string): Pass {
  if (!ANY.test(text)) return NOTHING
  const runs = [...text.matchAll(RUN)]
  const many = runs.length * ONE_IN > text.length
  const isAtEdge = edgesOf(text, runs)
  let directed: boolean | undefined
  const repairs = runs.flatMap(({ 0: run, index }, k) => {
    const end = index + run.length
    if (WITHOUT_SPACES.test(text[index - 1] ?? '') || WITHOUT_SPACES.test(text[end] ?? '')) return []
    if (
      run.includes(SOFT_HYPHEN) ? !isInWord(text, index, end) : !many && !isAtEdge(k) && isBesideBlank(text, index, end)
    )
      return []
    directed ??= hasRightToLeft(text)
    const left = directed ? (run.match(DIRECTION)?.join('') ?? '') : ''
    return left === run ? [] : [replaced(text, index, run.length, left, ground)]
  })
  return { repairs }
}

/** A blank on one side. */
const isBesideBlank = (text: string, start: number, end: number) =>
  isSpace(text.charCodeAt(start - 1)) !== isSpace(text.charCodeAt(end))

/** The end of a line, or `NaN` for that of the text. */
const isEdge = (code: number) => !(code >= 0) || code === 0x0a || code === 0x0d

/** Have runs nothing but blanks and other runs between them and an edge of their line? What stands between is looked at once. */
function edgesOf(text: string, runs: readonly RegExpMatchArray[]): (k: number) => boolean {
  const reaches = (at: number, step: number, known: boolean | undefined, next: number) => {
    while (at !== next && isSpace(text.charCodeAt(at)) && !isEdge(text.charCodeAt(at))) at += step
    return at === next ? known === true : isEdge(text.charCodeAt(at))
  }
  const ends = runs.map(({ 0: run, index }) => index! + run.length)
  const left: boolean[] = []
  for (let k = 0; k < runs.length; k++) left[k] = reaches(runs[k]!.index! - 1, -1, left[k - 1], (ends[k - 1] ?? -1) - 1)
  const right: boolean[] = []
  for (let k = runs.length - 1; k >= 0; k--)
    right[k] = reaches(ends[k]!, 1, right[k + 1], runs[k + 1]?.index ?? text.length + 1)
  return k => left[k]! || right[k]!
}

/** Does a soft hyphen stand inside a word, where a word may be parted? */
function isInWord(text: string, start: number, end: number): boolean {
  const caseOf = (at: number) => traitsOf(text.charCodeAt(at)) & (LOWER | UPPER)
  const isWord = (at: number) => isLetterOrMark(text.charCodeAt(at))
  if (!isWord(start - 1) || !isWord(end) || LEADS.includes(text[start - 1]!)) return false
  return isWord(start - 2) && isWord(end + 1) && (caseOf(start - 1) === UPPER || caseOf(end) !== UPPER)
}
