/**
 * A small dictionary that every Node carries: names of countries, languages, months and days from Intl (CLDR), in
 * any language. A term is known by a key that is the same in all languages (`region:DE`). Words are compared without
 * their endings, so that `italienische` is found by `italienisch`. The tables differ a little between
 * versions of ICU: those of a build are of the Node that built it.
 */
import type { LanguagePack } from '../languages/pack.js'
import { fold } from '../tokens/words.js'
import { prepared } from './prepared.js'

interface Term {
  readonly words: readonly string[]
  readonly key: string
}

/** Terms of one language, by the first letters of their first word. */
export type Terms = ReadonlyMap<string, readonly Term[]>

const INDEX_LETTERS = 3
const MIN_LETTERS = 4 // shorter names (`Mai`, `Iran` is four) must stand exactly
const MAX_ENDING = 3
const PLAIN_WORD = /[\p{L}\p{M}]+/gu
const YEAR = 2024 // its first of January is a Monday

/** The terms of a pack's language. */
export const termsOf = prepared<Terms, readonly (readonly [letters: string, terms: readonly Term[]])[]>(
  'terms',
  pack => {
    const index = new Map<string, Term[]>()
    const add = (key: string, name: string | undefined) => {
      const words = [...(name ?? '').matchAll(PLAIN_WORD)].map(match => fold(match[0]))
      if (words.length === 0 || words[0]!.length < INDEX_LETTERS) return
      const at = words[0]!.slice(0, INDEX_LETTERS)
      const list = index.get(at)
      if (list) list.push({ words, key })
      else index.set(at, [{ words, key }])
    }
    addNames(pack.tag, add)
    addDates(pack, add)
    for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
    return { about: [...index], arrays: [] }
  },
  ({ about }) => new Map(about),
)

type Add = (key: string, name: string | undefined) => void

function addNames(tag: string, add: Add): void {
  const names = (type: 'region' | 'language' | 'currency', codes: Iterable<string>) => {
    const display = new Intl.DisplayNames([tag], { type, fallback: 'none' })
    for (const code of codes) add(`${type}:${code}`, display.of(code))
  }
  const pairs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap(a => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(b => a + b))
  names('region', pairs)
  names('language', Intl.DisplayNames.supportedLocalesOf(pairs.map(pair => pair.toLowerCase())))
}

function addDates(pack: LanguagePack, add: Add): void {
  pack.months.forEach((forms, month) => {
    for (const form of forms) if (form.length >= INDEX_LETTERS) add(`month:${month}`, form)
  })
  const month = new Intl.DateTimeFormat(pack.tag, { month: 'long', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(pack.tag, { weekday: 'long', timeZone: 'UTC' })
  for (let at = 0; at < 12; at++) add(`month:${at}`, month.format(new Date(Date.UTC(YEAR, at, 1))))
  for (let at = 0; at < 7; at++) add(`day:${at}`, day.format(new Date(Date.UTC(YEAR, 0, 1 + at))))
}

/** The key of the longest term that begins at folded word `at`, and the number of its words; null where none does. */
export function termAt(terms: Terms, folded: readonly string[], at: number): { key: string; words: number } | null {
  const list = terms.get(folded[at]!.slice(0, INDEX_LETTERS))
  if (!list) return null
  for (const term of list) {
    if (at + term.words.length > folded.length) continue
    if (term.words.every((word, k) => inflected(word, folded[at + k]!)))
      return { key: term.key, words: term.words.length }
  }
  return null
}

/** Can a term begin with this folded word? */
export function mayBegin(terms: Terms, folded: string): boolean {
  const list = folded.length < INDEX_LETTERS ? undefined : terms.get(folded.slice(0, INDEX_LETTERS))
  if (!list) return false
  for (const term of list) if (inflected(term.words[0]!, folded)) return true
  return false
}

/** Is `found` the word itself, or the word with another ending? */
function inflected(word: string, found: string): boolean {
  if (word === found) return true
  if (word.length < MIN_LETTERS + 1 || found.length - word.length > MAX_ENDING || found.length < word.length)
    return false
  return found.startsWith(word.slice(0, -1))
}
