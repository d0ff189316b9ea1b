/**
 * The stretches of a text that a mix-up of charsets changes, letters and characters above 7F in a row, and the words
 * that none changes. Each stretch knows what is beside it and its line, for whole lines are mixed up or clean.
 */
import { afterOf, type Beside, beforeOf } from '../../text/sign-places.js'

/** A stretch is cut where it is longer. */
const LONGEST_STRETCH = 60
/** Words without characters above 7F that tell the languages. */
const WORDS_SAMPLED = 400
/** So many different stretches choose the mix-up. */
const STRETCHES_JUDGED = 300

/** `start` is a UTF-16 offset; lines are numbered from 0. */
export interface Stretch {
  readonly start: number
  readonly text: string
  readonly before: Beside
  readonly after: Beside
  readonly line: number
}

/** Letters and characters above 7F in a row, with at least one of these; every line has a number. */
export function stretchesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  let line = 0
  let counted = 0
  for (let i = nextAbove(text, 0); i < text.length; i = nextAbove(text, i)) {
    let start = i
    while (start > counted && i - start < LONGEST_STRETCH && isPart(text.charCodeAt(start - 1))) start--
    let end = i + 1
    while (end < text.length && end - start < LONGEST_STRETCH * 2 && isPart(text.charCodeAt(end))) end++
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 0x0a) line++
    counted = end
    const before = beforeOf(text.charCodeAt(start - 1), text.charCodeAt(start - 2))
    const after = afterOf(text.charCodeAt(end), text.charCodeAt(end + 1))
    found.push({ start, text: text.slice(start, end), before, after, line })
    i = end
  }
  return found
}

function nextAbove(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) < 0x80) i++
  return i
}

const isPart = (code: number) => code > 0x7f || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)

/** Words of small letters that no mix-up changes. */
export function wordsBelow80(text: string): string[] {
  const words: string[] = []
  for (const match of text.matchAll(/(?<![^\0-\x7f])\b[A-Za-z]+\b(?![^\0-\x7f])/g)) {
    if (words.push(match[0].toLowerCase()) === WORDS_SAMPLED) break
  }
  return words
}

/** Each stretch once, from the beginning of the text. */
export function distinct(stretches: readonly Stretch[]): Stretch[] {
  const seen = new Map<string, Stretch>()
  for (const stretch of stretches) {
    if (!seen.has(stretch.text)) seen.set(stretch.text, stretch)
    if (seen.size === STRETCHES_JUDGED) break
  }
  return [...seen.values()]
}
