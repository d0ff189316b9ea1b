/**
 * Cuts a text into sentences: marks that end one in any script (Unicode's Sentence_Terminal, UAX 29), with the quotation
 * marks, brackets and footnotes that close behind them, then white space, then something that can begin a sentence; the
 * wide marks of Chinese and Japanese need no space. Whether a full stop is part of an abbreviation, an ordinal or an
 * initial is asked of `sentence-ends.ts`. A blank line always ends a sentence, and so does a line before a bullet or a
 * number of a list. Thai, which writes no marks, is not cut. One pass, linear.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'
import { isSpace } from './characters.js'
import { beginsItem, endsSentence, sentenceRules } from './sentence-ends.js'

// > | Er kam am 3. Mai an. „Wirklich?“ fragte Dr. Weber. Sie nickte.
//               ^ ordinal ^ end      ^ small letter  ^ abbreviation and so on
const MARKS = /[\p{Sentence_Terminal}…]+|[;\u037e]|\n/gu
// Texts of Latin, Greek, Cyrillic and Hebrew letters, most of all, have few of these marks, and are searched for them alone.
const BEYOND = /[^\0-\u05ff\u2000-\u206f\u20a0-\u20cf]/
const FEW_MARKS = new RegExp(`[${terminals(0, 0x5ff)}${terminals(0x2000, 0x206f)}…]+|[;\\u037e]|\\n`, 'g')
const CLOSING = '"\'“”‘’»«›‹)]}״׳」』）】》〉〕］｝*'
const WIDE_CLOSING = '"\'”’)」』）】》〉〕］｝'
const SPACED_CLOSING = '»”"' // French sets a space before it: `« Oui. »`
const FOOTNOTE = /^(?:\[\d{1,3}\]|[¹²³⁰-⁹]{1,3})/u
const CONTENT = /[\p{L}\p{N}]/u

/** The sentences of a text: spans in order, disjoint, without white space at their edges; empty for a blank text. */
export function sentencesOf(text: string, pack: LanguagePack | null): Span[] {
  const rules = sentenceRules(pack)
  const out: Span[] = []
  let [start, done] = [skipSpace(text, 0), 0]
  for (const { 0: mark, index: at } of text.matchAll(BEYOND.test(text) ? MARKS : FEW_MARKS)) {
    if (at < done || at < start) continue
    const end = mark === '\n' ? at : closedAt(text, at + mark.length, mark)
    const next = skipSpace(text, end)
    done = next
    if (next >= text.length) break
    const ends =
      mark === '\n'
        ? parts(text, at, next)
        : endsSentence({ text, start, at, mark, end, next }, rules) || parts(text, end, next)
    if (!ends) continue
    push(text, start, end, out)
    start = next
  }
  push(text, start, text.length, out)
  return out
}

/** The marks that end a sentence among the characters from one to another. */
function terminals(first: number, last: number): string {
  const all = Array.from({ length: last - first + 1 }, (_, k) => String.fromCharCode(first + k))
  return all.filter(character => /\p{Sentence_Terminal}/u.test(character)).join('')
}

/** Adds text[start, end) without white space at its end; marks alone belong to the sentence before them. */
function push(text: string, start: number, end: number, out: Span[]): void {
  let to = end
  while (to > start && isSpace(text.charCodeAt(to - 1))) to--
  if (to <= start) return
  const last = out[out.length - 1]
  if (last && !CONTENT.test(text.slice(start, to))) out[out.length - 1] = { start: last.start, end: to }
  else out.push({ start, end: to })
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Where the signs end that close behind a mark at the end of a sentence. */
function closedAt(text: string, from: number, mark: string): number {
  let end = from
  const closing = mark.charCodeAt(0) >= 0x3000 ? WIDE_CLOSING : CLOSING
  while (end < text.length && closing.includes(text[end]!)) end++
  if (end < text.length) end += FOOTNOTE.exec(text.slice(end, end + 5))?.[0].length ?? 0
  const spaced =
    end + 1 < text.length &&
    text[end] !== '\n' &&
    isSpace(text.charCodeAt(end)) &&
    SPACED_CLOSING.includes(text[end + 1]!)
  return spaced && (end + 2 >= text.length || isSpace(text.charCodeAt(end + 2))) ? end + 2 : end
}

/** Do the lines between `end` and `next` part two paragraphs, or the items of a list? */
function parts(text: string, end: number, next: number): boolean {
  const space = text.slice(end, next)
  const first = space.indexOf('\n')
  return first >= 0 && (space.includes('\n', first + 1) || beginsItem(text, next))
}
