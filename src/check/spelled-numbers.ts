/**
 * Numbers in words, as far as a pack knows them: `einundzwanzig`, `twenty-one`, `tre milioni`, `enogtyve`. Words are cut
 * into the number words, links and scale words of the pack, and rows of them are read together as well as one by one.
 * This is generous: `second` may be a second. What it finds tells that a text may state a number, never that it does.
 */

import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { fold, wordsIn } from '../tokens/words.js'

const LONGEST = 40
// `zweijährig`, `dreiköpfig`: a number may begin a word. Shorter ones (`ein`, `due`) begin too many.
const LEAST_PREFIX = 4
const LONGEST_ROW = 8

interface Words {
  readonly values: ReadonlyMap<string, number>
  readonly links: ReadonlySet<string>
  readonly prefixes: string
  readonly longest: number
}

const wordsOf = oncePer((pack: LanguagePack): Words => {
  const values = new Map<string, number>()
  for (const { word, factor } of pack.scales) if (word.length > 2) values.set(fold(word), factor)
  for (const { value, words } of pack.numberWords) for (const word of words) values.set(fold(word), value)
  pack.ordinalWords.forEach((words, i) => {
    for (const word of words) values.set(fold(word), i + 1)
  })
  const longest = Math.max(0, ...[...values.keys()].map(word => word.length))
  return { values, links: new Set(pack.numberLinks.map(fold)), prefixes: pack.prefixLetters, longest }
})

/** Every number that words of the text may state. Linear. */
export function spelledNumbers(text: string, pack: LanguagePack): Set<number> {
  const words = wordsOf(pack)
  const found = new Set<number>()
  if (words.values.size === 0) return found
  let row: (readonly number[])[] = []
  let end = -2
  const close = () => {
    for (let from = 0; from < row.length; from++)
      for (let to = from + 1; to <= row.length; to++) found.add(read(row.slice(from, to).flat()))
    row = []
  }
  for (const word of wordsIn(text)) {
    const folded = fold(word.text)
    const number = numberIn(folded, words)
    if (word.start - end > 2 || (!number?.whole && !words.links.has(folded)) || row.length === LONGEST_ROW) close()
    if (number) row.push(number.parts)
    if (number && !number.whole) close()
    end = word.end
  }
  close()
  return found
}

/** What a word is made of; not `whole` where more than a number is in it (`zweijährig`). */
interface NumberWord {
  readonly parts: readonly number[]
  readonly whole: boolean
}

/** The numbers that a word is put together from; null where it is none. */
function numberIn(word: string, words: Words): NumberWord | null {
  if (word.length > LONGEST) return null
  const known = words.values.get(word)
  if (known !== undefined) return { parts: [known], whole: true }
  for (let cut = 1; cut <= 2 && words.prefixes.includes(word[cut - 1] ?? ' '); cut++) {
    const behind = words.values.get(word.slice(cut))
    if (behind !== undefined) return { parts: [behind], whole: true }
  }
  if (words.prefixes !== '') return null
  const whole = cutFrom(word, 0, words, new Set())
  if (whole && whole.length > 0) return { parts: whole, whole: true }
  const head = headOf(word, words)
  return head.length > 0 ? { parts: head, whole: false } : null
}

/** The numbers that a word begins with, the longest first: `trentacinqu|esimo`. */
function headOf(word: string, words: Words): number[] {
  const parts: number[] = []
  let at = 0
  for (let size = words.longest; at < word.length && size > 0; size--) {
    const part = word.slice(at, at + size)
    const value = words.values.get(part)
    if (part.length < size || (value === undefined && !(at > 0 && words.links.has(part)))) continue
    if (value !== undefined) parts.push(value)
    at += size
    size = words.longest + 1
  }
  return at >= LEAST_PREFIX ? parts : []
}

/** The numbers that the rest of a word is made of to its last letter; `dead` are places where that failed. */
function cutFrom(word: string, at: number, words: Words, dead: Set<number>): number[] | null {
  if (at === word.length) return []
  if (dead.has(at)) return null
  for (let size = Math.min(words.longest, word.length - at); size > 0; size--) {
    const part = word.slice(at, at + size)
    const value = words.values.get(part)
    if (value === undefined && !(at > 0 && words.links.has(part))) continue
    const rest = cutFrom(word, at + size, words, dead)
    if (rest) return value === undefined ? rest : [value, ...rest]
  }
  dead.add(at)
  return null
}

/** `2 100 50` is 250, `3 1e6` three million, `1 20` (German, Dutch, Danish) and `20 1` are 21. */
function read(parts: readonly number[]): number {
  let [total, current] = [0, 0]
  for (const part of parts) {
    if (part < 100) current += part
    else if (part === 100) current = (current || 1) * 100
    else {
      total += (current || 1) * part
      current = 0
    }
  }
  return total + current
}
