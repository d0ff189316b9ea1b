/**
 * Words that may be names, as documents of different languages write them: capitalised words of the Latin script, and in
 * Hebrew whatever has the consonants of one. A text holds a name also in another case (`Merkels`), in another spelling
 * (`Londen`) and inside a compound.
 */

import type { Block, Statement } from '../model.js'
import { once, oncePer } from '../structures/cache.js'
import { hebrewSkeleton, latinSkeletons, withoutPrefixes } from '../tokens/transliterate.js'
import { fold, type Word, wordsIn } from '../tokens/words.js'
import { functionWords } from '../words/vote.js'
import { locator, type View } from './views.js'

/** A capitalised word; `key` is its folded form. */
export interface NameWord {
  readonly key: string
  readonly statement: Statement
  /** Where in the text, 0 to 1. */
  readonly at: number
  /** Keys of the capitalised words right before and behind it. */
  beside(): ReadonlySet<string>
}

/** The words of a document in a unit. */
export interface NameView {
  readonly view: View
  readonly hebrew: boolean
  readonly names: ReadonlyMap<string, NameWord>
  /** Is the name there in any form or spelling? */
  holds(key: string): boolean
  /** Is it there as it is, but for an ending? */
  bends(key: string): boolean
}

const LEAST_LETTERS = 3
const LEAST_SKELETON = 3
const INDEXED = 2
// `Putin` and `Poetin`, `London` and `Londen`: as much of the longer one may be other letters.
const OTHER_LETTERS = 0.34
const LONGEST = 40
// Of a longer block the beginning is read: its names are looked up one in the other.
const READ = 20_000
// Of so many words with the same beginning no text is made, but a list: there only the word itself counts.
const MOST_NEAR = 150

/** Reads a part of a document; linear. What is seldom asked for is worked out when it is. */
export function nameView(view: View): NameView {
  const hebrew = view.pack.script === 'Hebr'
  const small = functionWords(view.pack)
  const names = new Map<string, NameWord>()
  const locate = locator(view)
  for (const block of hebrew ? view.blocks.filter(({ text }) => CAPITAL.test(text)) : view.blocks) {
    for (const { text, start, end } of wordsOf(block)) {
      const first = text.charCodeAt(0)
      if ((first > SMALL_A && first < FIRST_BEYOND) || !CAPITAL.test(text[0]!)) continue
      const key = fold(text)
      if (text.length > LONGEST || key.length < LEAST_LETTERS || names.has(key) || small.has(text.toLowerCase()))
        continue
      const place = locate({ block: block.id, start, end }, text)
      names.set(key, { key, ...place, beside: () => beside(block.text, start, end) })
    }
  }
  const words = once(() => folded(view))
  const skeletons = once(() => skeletonsOf(words(), view.pack.prefixLetters))
  const near = (key: string) => {
    const list = words().get(key.slice(0, INDEXED))
    return list === undefined ? [] : list.size > MOST_NEAR ? [...(list.has(key) ? [key] : [])] : [...list]
  }
  const holds = (key: string) =>
    near(key).some(word => alike(key, word)) ||
    (hebrew && latinSkeletons(key).some(skeleton => skeleton.length >= LEAST_SKELETON && skeletons().has(skeleton)))
  const bends = (key: string) => near(key).some(word => isForm(key, word))
  return { view, hebrew, names, holds, bends }
}

const CAPITAL = /\p{Lu}/u
const SMALL_A = 0x60
const FIRST_BEYOND = 0xc0

/** The words of a block, as far as they are read. */
export const wordsOf: (block: Block) => readonly Word[] = oncePer(({ text }) => wordsIn(text.slice(0, READ)))

/** Folded words by their first letters. */
function folded(view: View): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>()
  for (const block of view.blocks) {
    for (const { text } of wordsOf(block)) {
      const key = fold(text.slice(0, LONGEST))
      const at = key.slice(0, INDEXED)
      const list = words.get(at)
      if (list) list.add(key)
      else words.set(at, new Set([key]))
    }
  }
  return words
}

/** The consonants of Hebrew words, with and without the letters glued before them. */
function skeletonsOf(words: ReadonlyMap<string, ReadonlySet<string>>, prefixLetters: string): Set<string> {
  const found = new Set<string>()
  for (const list of words.values())
    for (const word of list) for (const bare of withoutPrefixes(word, prefixLetters)) found.add(hebrewSkeleton(bare))
  return found
}

const BEFORE = /(\p{Lu}[\p{L}\p{M}]{1,30})[ \u00a0-]$/u
const BEHIND = /^[ \u00a0-](\p{Lu}[\p{L}\p{M}]{1,30})/u

function beside(text: string, start: number, end: number): Set<string> {
  const found = [
    BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start)),
    BEHIND.exec(text.slice(end, end + LONGEST)),
  ]
  return new Set(found.flatMap(match => (match ? [fold(match[1]!)] : [])))
}

/** Letters that languages write for one sound, wherever they stand. */
const SOUNDS = ['vwfb', 'ckqz', 'sz', 'ijy', 'ou', 'jg']

/** May one letter stand for the other where languages spell a name their own way? */
export const isOneSound = (x: string, y: string) => SOUNDS.some(sound => sound.includes(x) && sound.includes(y))

/** Is one the other with an ending? */
export const isForm = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

/** Two forms of one name: an ending more or less, or a few letters. */
export function alike(a: string, b: string): boolean {
  if (isForm(a, b)) return true
  const long = a.length < b.length ? b : a
  return distance(a, b, Math.floor(long.length * OTHER_LETTERS)) <= long.length * OTHER_LETTERS
}

/** Letters to change, add or leave out (Levenshtein); `most` and more are not told apart. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
