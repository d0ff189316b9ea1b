/**
 * What the lossy passes know about words: the language's ranked lists, the words of the document itself and, where the
 * caller has them, the counts of a corpus. The document and the corpus are counted and looked up only when asked.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { LearnedWords } from '../learned/learned.js'
import { masked } from '../learned/learned.js'
import { isWordCode } from '../tokens/characters.js'
import { broadTable } from '../words/lexicon.js'
import type { RankTable } from '../words/rank-table.js'
import { functionWords } from '../words/vote.js'
import { rankIn } from '../words/word-model.js'
import { type Codes, countsOf, sumOf, wordSums } from './hash.js'

export interface Vocabulary {
  readonly pack: LanguagePack
  /** Rank in the language's plain list; undefined where it is not there. */
  rank(word: string): number | undefined
  /** Rank in the plain and the broad list together, for words in lower case. */
  broadRank(word: string): number | undefined
  /** Has the document a word more than once, in any case? It is asked in lower case. */
  often(lower: string): boolean
  isFunctionWord(word: string): boolean
  /** Words of the document with letters beyond ASCII, and how often, by what they are with `?` for those letters. */
  spelled(masked: string): ReadonlyMap<string, number>
  /** Has the document any word with letters beyond ASCII? */
  readonly spells: boolean
  readonly learned?: LearnedWords | undefined
}

/** The vocabulary for a text in a language. */
export function vocabulary(text: string, pack: LanguagePack, learned?: LearnedWords): Vocabulary {
  const rank = rankIn(pack.wordList)
  const functions = functionWords(pack)
  let broad: RankTable | undefined
  let counted: ((sum: number) => number) | undefined
  const spells = !isAscii(text)
  let spellings: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined
  return {
    pack,
    rank: word => rank(word.toLowerCase()) || undefined,
    broadRank: word => {
      broad ??= broadTable(pack).table
      return broad.rank(word) || undefined
    },
    often: lower => {
      counted ??= countsOf(wordSums(text.toLowerCase(), WORD_CODES))
      return counted(sumOf(lower)) > 1
    },
    isFunctionWord: word => functions.has(word.toLowerCase()),
    spelled: masked => {
      if (!spells) return NONE
      spellings ??= bySpelling(text)
      return spellings.get(masked) ?? NONE
    },
    spells,
    learned,
  }
}

/** Has the text no character beyond ASCII? Known by its length in UTF-8, which is faster than any loop. */
const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length

const NONE: ReadonlyMap<string, number> = new Map()

/** Only the words around letters beyond ASCII are looked at. */
function bySpelling(text: string): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80 || !isWordCode(code)) continue
    const before = lettersBefore(text, at)
    const behind = lettersAfter(text, at)
    const word = (before + behind).toLowerCase()
    at += behind.length
    const mask = masked(word)
    const same = found.get(mask)
    if (same) same.set(word, (same.get(word) ?? 0) + 1)
    else found.set(mask, new Map([[word, 1]]))
  }
  return found
}

/** The letters directly before `end` (at most 40 of them). */
export function lettersBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && end - start < 40 && isWordCode(text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

/** The letters directly from `start` on (at most 40 of them). */
export function lettersAfter(text: string, start: number): string {
  let end = start
  while (end < text.length && end - start < 40 && isWordCode(text.charCodeAt(end))) end++
  return text.slice(start, end)
}

const codeOf = (unit: number) => (isWordCode(unit) ? unit : 0)
const WORD_CODES: Codes = { first: Uint16Array.from({ length: 0x250 }, (_, unit) => codeOf(unit)), of: codeOf }

export const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char)

/** An address looks at most so far around a place; longer ones are cut by white space anyway. */
const ADDRESS_REACH = 300
const ADDRESS = /:\/\/|www\.|[/@=&\\]|\.(?:com|net|org|eu|html?|php|pdf|aspx?)\b/i

/** Is the place inside a web or mail address, or a path that was broken off one? */
export const inAddress = (text: string, at: number): boolean => ADDRESS.test(tokenAround(text, at))

/** What stands around a place up to white space. */
export const tokenAround = (text: string, at: number): string => text.slice(tokenStart(text, at), tokenEnd(text, at))

/** Where what stands before a place begins, up to white space. */
export function tokenStart(text: string, at: number, reach = ADDRESS_REACH): number {
  let start = at
  while (start > 0 && at - start < reach && text.charCodeAt(start - 1) > 0x20) start--
  return start
}

/** Where what stands from a place on ends. */
export function tokenEnd(text: string, at: number, reach = ADDRESS_REACH): number {
  let end = at
  while (end < text.length && end - at < reach && text.charCodeAt(end) > 0x20) end++
  return end
}
