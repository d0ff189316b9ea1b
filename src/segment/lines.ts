/**
 * A text as lines, and what a line alone can tell: where its content stands, how deep it is indented, whether it ends a
 * sentence, whether it begins a list item. Every test looks at the edges of a line only, so a line of any length is
 * cheap; it is made once, for lists have many lines. Nothing here knows about paragraphs.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'
import { oncePer } from '../structures/cache.js'

/** A line with content; `start` and `end` leave out the white space around it. */
export interface Line extends Span {
  readonly text: string
  /** Columns before the content; a tab counts as four. */
  readonly indent: number
  /** Columns up to the end of the content. */
  readonly width: number
  /** Blank lines before it. */
  readonly blanks: number
  /** A form feed before it. */
  readonly page: boolean
  /** Columns of its first word. */
  readonly first: number
  /** The mark of a list item at its start; null where there is none. */
  readonly marker: Marker | null
  /** Does it end a sentence? */
  readonly ends: boolean
  /** Does it begin in the middle of a sentence, as far as capitals can tell? */
  readonly low: boolean
  /** A web or mail address and nothing else. */
  readonly address: boolean
}

export interface Marker {
  /** The marker with numbers and letters made equal: lines with the same style belong to the same list. */
  readonly style: string
  /** The number or letter from 1; 0 for a bullet. */
  readonly value: number
  /** Columns up to the text of the item, from the start of the line's content. */
  readonly width: number
  /** A dash or number may also stand at the start of a line of prose. */
  readonly sure: boolean
}

const EDGE = 120
// Longer lines were never wrapped.
const WRAPPED = 200
const EATEN = /\p{L}\?(?=\p{L})/gu
const MARKER =
  /^(?:([*•·‣▪■●○◦►✓])|([-–—])|(\d{1,3})([.)])|\((?!\d{2,3}\) ?\d{3}[ -])(\d{1,3})\)|([a-zא-ת])([.)])|([A-Z])\)|\(([a-zא-ת])\))\s+(?=\S)/u
const TAIL = /([.!?…:;])["”“’'»«)\]]*$/u
const LOWER = /^["„“”»«‘’'([]*[\p{Ll}\p{Lo}]/u
const ADDRESS = /^<?(?:https?:\/\/|www\.)/i
const MAIL = /^<?[\w.%+-]+@[\w-]+\.[\w.-]+>?$/
const INNER_END = /[.!?]["”“’»«)]{0,3} (?=["„“»«]?\p{Lu})/gu
const isLineEnd = (code: number) => code === 10 || code === 13 || code === 12 || code === 0x2028 || code === 0x2029
const isSpace = (text: string, at: number) =>
  text.charCodeAt(at) <= 32 || (text.charCodeAt(at) >= 0xa0 && text[at]!.trim() === '')

/** The lines of `text` from `from` on that hold anything but white space. LF, CR, CRLF and form feed end a line. */
export function linesOf(text: string, from: number, pack: LanguagePack): Line[] {
  const lines: Line[] = []
  let blanks = 0
  let page = false
  for (let at = from; at < text.length; ) {
    let end = at
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
    const line = content(text, at, end, blanks, page, pack)
    if (line) {
      lines.push(line)
      blanks = 0
      page = false
    } else if (end > at || text.charCodeAt(end) !== 12) blanks++
    page ||= text.charCodeAt(end) === 12
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1)
  }
  return lines
}

function content(
  whole: string,
  from: number,
  to: number,
  blanks: number,
  page: boolean,
  pack: LanguagePack,
): Line | null {
  let start = from
  let indent = 0
  while (start < to && isSpace(whole, start)) indent += whole.charCodeAt(start++) === 9 ? 4 : 1
  if (start === to) return null
  let end = to
  while (isSpace(whole, end - 1)) end--
  const text = whole.slice(start, end)
  return {
    start,
    end,
    text,
    indent,
    width: indent + text.length + eaten(text),
    blanks,
    page,
    first: firstWord(text),
    marker: markerOf(text, pack),
    ends: endsSentence(text, pack),
    low: startsLow(text),
    address: isAddress(text),
  }
}

/** `word?Word`: where a charset lost a quotation mark, the blank before it is often gone too. */
const eaten = (line: string) => (line.length > WRAPPED || !line.includes('?') ? 0 : (line.match(EATEN)?.length ?? 0))

/** The mark at the start of a list item; null where there is none. */
function markerOf(line: string, pack: LanguagePack): Marker | null {
  const match = MARKER.exec(line.slice(0, EDGE))
  if (!match) return null
  const [whole, bullet, dash, number, after, inBrackets, letter, afterLetter, capital, letterInBrackets] = match
  const width = whole.length
  if (bullet || dash) return { style: (bullet ?? dash)!, value: 0, width, sure: bullet !== undefined }
  const digits = number ?? inBrackets
  if (digits !== undefined) {
    if (after === '.' && isMonth(line.slice(width, width + 24), pack)) return null
    return { style: `1${after ?? '()'}`, value: Number(digits), width, sure: false }
  }
  const sign = (letter ?? capital ?? letterInBrackets)!
  return {
    style: `a${afterLetter ?? ')'}`,
    value: sign.toLowerCase().charCodeAt(0) - (sign >= 'א' ? 0x5cf : 96),
    width,
    sure: false,
  }
}

const months = oncePer((pack: LanguagePack) => new Set(pack.months.flat().map(name => name.toLowerCase())))

/** `2. marts` is a date, no item. */
function isMonth(text: string, pack: LanguagePack): boolean {
  const word = /^\p{L}+/u.exec(text)?.[0].toLowerCase()
  return word !== undefined && months(pack).has(word)
}

/** Does the line end a sentence? Abbreviations and ordinals of the pack do not, nor does an initial. */
export function endsSentence(text: string, pack: LanguagePack): boolean {
  const tail = text.slice(-EDGE)
  const match = TAIL.exec(tail)
  if (!match) return false
  if (match[1] !== '.' || !tail.endsWith('.')) return true
  const word = tail.slice(Math.max(tail.lastIndexOf(' '), tail.lastIndexOf('\u00a0'), tail.lastIndexOf('(')) + 1)
  if (pack.abbreviations.includes(word) || /^\p{Lu}\.$/u.test(word)) return false
  return !(/^\d{1,2}\.$/.test(word) && pack.ordinals.after.includes('.'))
}

/** Does a sentence end inside the line? `15. Plan` ends none. */
export const hasInnerEnd = (text: string, pack: LanguagePack) => innerEnds(text, pack) > 0

/** Ends of sentences inside the line, before its last character. */
export function innerEnds(text: string, pack: LanguagePack): number {
  const head = text.slice(0, 200)
  return Array.from(head.matchAll(INNER_END)).filter(match =>
    endsSentence(head.slice(0, match.index + match[0].trimEnd().length), pack),
  ).length
}

/** Does it begin in the middle of a sentence, as far as capitals can tell? Hebrew has none, so there it may. */
const startsLow = (text: string) => LOWER.test(text.slice(0, EDGE))

const GAP = /\s+/g

/** How many words white space parts a text into. */
export function wordCount(text: string): number {
  let words = 1
  GAP.lastIndex = 0
  while (GAP.test(text)) words++
  return words
}

/** A web or mail address and nothing else. */
const isAddress = (text: string) =>
  (ADDRESS.test(text.slice(0, 12)) || MAIL.test(text.slice(0, EDGE))) && firstWord(text) >= Math.min(text.length, EDGE)

/** Columns of its first word. */
export function firstWord(text: string): number {
  for (let i = 0; i < text.length && i < EDGE; i++) if (isSpace(text, i)) return i
  return Math.min(text.length, EDGE)
}
