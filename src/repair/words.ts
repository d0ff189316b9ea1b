/**
 * What the lossy passes know about words: the language's ranked list and the words of the document itself. A word
 * counts as known when it is in the list or stands in the document often enough to be no slip.
 */
import type { LanguagePack } from '../languages/pack.js'
import { wordRanks } from '../text/lexicon.js'
import { functionWords } from '../text/vote.js'
import { masked } from './letter-places.js'

export interface Vocabulary {
  /** Rank in the language's list; undefined where it is not there. */
  rank(word: string): number | undefined
  /** How often the document has the word, in any case. */
  count(word: string): number
  isFunctionWord(word: string): boolean
  /** Words of the document with letters beyond ASCII, and how often, by what they are with `?` for those letters. */
  spelled(masked: string): ReadonlyMap<string, number>
}

/** The vocabulary for a text in a language. */
export function vocabulary(text: string, pack: LanguagePack): Vocabulary {
  const ranks = wordRanks(pack.wordList)
  const functions = functionWords(pack)
  let counted: ReadonlyMap<string, number> | undefined
  const counts = () => (counted ??= countWords(text))
  let spellings: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined
  return {
    rank: word => ranks.get(word.toLowerCase()),
    count: word => counts().get(word.toLowerCase()) ?? 0,
    isFunctionWord: word => functions.has(word.toLowerCase()),
    spelled: masked => {
      spellings ??= bySpelling(counts())
      return spellings.get(masked) ?? NONE
    },
  }
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const NONE: ReadonlyMap<string, number> = new Map()

function bySpelling(counts: ReadonlyMap<string, number>): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const [word, count] of counts) {
    const mask = masked(word)
    if (mask === word) continue
    const same = found.get(mask)
    if (same) same.set(word, count)
    else found.set(mask, new Map([[word, count]]))
  }
  return found
}

/** The letters directly before `end` (at most 40 of them). */
export function lettersBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 40 && isWordChar(text[start - 1]!)) start--
  return text.slice(start, end)
}

/** The letters directly from `start` on (at most 40 of them). */
export function lettersAfter(text: string, start: number): string {
  let end = start
  while (end < text.length && end - start < 40 && isWordChar(text[end]!)) end++
  return text.slice(start, end)
}

export const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{M}\p{N}]/u.test(char)
export const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char)

/** An address looks at most so far around a place; longer ones are cut by white space anyway. */
const ADDRESS_REACH = 300
const ADDRESS = /:\/\/|www\.|[/@=&\\]|\.(?:com|net|org|eu|html?|php|pdf|aspx?)\b/i

/** Is the place inside a web or mail address, or a path that was broken off one? */
export const inAddress = (text: string, at: number): boolean => ADDRESS.test(tokenAround(text, at))

/** What stands around a place up to white space. */
export function tokenAround(text: string, at: number): string {
  let start = at
  while (start > 0 && at - start < ADDRESS_REACH && text[start - 1]! > ' ') start--
  let end = at
  while (end < text.length && end - at < ADDRESS_REACH && text[end]! > ' ') end++
  return text.slice(start, end)
}
