/**
 * The stretches of a text that a mix-up of charsets changes, letters and characters above 7F in a row, and the words
 * that none changes. Each stretch knows what is beside it and its line, for whole lines are mixed up or clean.
 */
import type { Span } from '../../model.js'
import { afterOf, type Beside, beforeOf } from '../../words/sign-places.js'

/** A stretch is cut where it is longer. */
const LONGEST_STRETCH = 60
/** So many words without characters above 7F tell the languages; in a long text, from so many windows over it. */
const WORDS_SAMPLED = 64
const WINDOWS = 8
/** In a window so many characters are looked at. */
const WINDOW_READ = 600
const LONGEST_WORD = 40
/** So many different stretches choose the mix-up. */
const STRETCHES_JUDGED = 300

/** `start` is a UTF-16 offset; lines are numbered from 0. Stretches of one `kind` read alike: same text, same sides. */
export interface Stretch {
  readonly start: number
  readonly text: string
  readonly before: Beside
  readonly after: Beside
  readonly line: number
  readonly kind: number
}

/** Letters and characters above 7F in a row, with at least one of these; every line and every kind has a number. */
export function stretchesOf(text: string, parts: readonly Span[] = [{ start: 0, end: text.length }]): Stretch[] {
  const found: Stretch[] = []
  const kinds = new Map<string, number>()
  let line = 0
  for (const part of parts) {
    let counted = part.start
    for (let i = nextAbove(text, part.start); i < part.end; i = nextAbove(text, i)) {
      let start = i
      while (start > counted && i - start < LONGEST_STRETCH && isPart(text.charCodeAt(start - 1))) start--
      let end = i + 1
      while (end < part.end && end - start < LONGEST_STRETCH * 2 && isPart(text.charCodeAt(end))) end++
      for (; counted < start; counted++) if (text.charCodeAt(counted) === 0x0a) line++
      counted = end
      const before = beforeOf(text.charCodeAt(start - 1), text.charCodeAt(start - 2))
      const after = afterOf(text.charCodeAt(end), text.charCodeAt(end + 1))
      const word = text.slice(start, end)
      const name = before + after + word
      const kind = kinds.get(name) ?? kinds.size
      kinds.set(name, kind)
      found.push({ start, text: word, before, after, line, kind })
      i = end
    }
    line++
  }
  return found
}

/** The lines that hold the places, which are in order. */
export function linesAround(text: string, places: readonly number[]): Span[] {
  const lines: Span[] = []
  for (const place of places) {
    if (place < (lines.at(-1)?.end ?? 0)) continue
    const end = text.indexOf('\n', place)
    lines.push({ start: text.lastIndexOf('\n', place) + 1, end: end < 0 ? text.length : end })
  }
  return lines
}

function nextAbove(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) < 0x80) i++
  return i
}

const isAsciiLetter = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
const isPart = (code: number) => code > 0x7f || isAsciiLetter(code)

/** A sample of the words that no mix-up changes, from the whole length of the text, in small letters. */
export function wordsBelow80(text: string): string[] {
  const words: string[] = []
  const step = Math.max(WINDOW_READ, Math.ceil(text.length / WINDOWS))
  const each = Math.ceil((WORDS_SAMPLED * step) / Math.max(step, text.length))
  for (let from = 0; from < text.length; from += step) addWords(words, text, from, words.length + each)
  return words
}

/** Words of letters below 80 with none, and no digit, beside them. */
function addWords(words: string[], text: string, from: number, most: number): void {
  const stop = Math.min(text.length, from + WINDOW_READ)
  let at = from
  // What the window begins in the middle of is no word.
  if (from > 0) while (at < stop && isWordPart(text.charCodeAt(at))) at++
  while (at < stop && words.length < most) {
    while (at < stop && !isWordPart(text.charCodeAt(at))) at++
    const start = at
    let letters = true
    for (; at < text.length && at - start < LONGEST_WORD && isWordPart(text.charCodeAt(at)); at++)
      letters &&= isAsciiLetter(text.charCodeAt(at))
    if (letters && at > start && at - start < LONGEST_WORD) words.push(text.slice(start, at).toLowerCase())
  }
}

const isWordPart = (code: number) => isPart(code) || (code >= 0x30 && code <= 0x39) || code === 0x5f

/** Each stretch once, from the beginning of the text. */
export function distinct(stretches: readonly Stretch[]): Stretch[] {
  const seen = new Map<string, Stretch>()
  for (const stretch of stretches) {
    if (!seen.has(stretch.text)) seen.set(stretch.text, stretch)
    if (seen.size === STRETCHES_JUDGED) break
  }
  return [...seen.values()]
}
