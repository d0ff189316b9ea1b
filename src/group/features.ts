/**
 * What a text can be known by in any language: its numbers, names (stems of words with a capital letter, and for Hebrew
 * against Latin their consonant skeletons), terms of the small dictionary, long words. A feature is a 32-bit hash and
 * one of a few kinds, of which each has a fixed weight: nothing is counted over a corpus, so that texts can be read one by
 * one. The stems of other words are read as well, for what a corpus teaches (`translations.ts`). Two features in some ten million have the same hash by chance; it takes
 * many to make two texts alike.
 */

import type { LanguagePack } from '../languages/pack.js'
import { unitSigns } from '../languages/units.js'
import { oncePer } from '../structures/cache.js'
import { numbersIn } from '../tokens/numbers.js'
import { stemOf } from '../tokens/stems.js'
import { hebrewSkeleton, latinSkeletons, withoutPrefixes } from '../tokens/transliterate.js'
import { fold, wordsIn } from '../tokens/words.js'
import { hashOf } from '../words/hashed-ranks.js'
import { mayBegin, type Terms, termAt, termsOf } from '../words/terms.js'
import { type Rank, rankIn } from '../words/word-model.js'

/** The kinds by number: a weight, and whether they are telling enough to look for translations by. */
export const KINDS = [
  { name: 'number', weight: 0.3, telling: false }, // two digits, and years: they stand in every text
  { name: 'unit', weight: 0.3, telling: false }, // and scales, and numbers below ten, in words too
  { name: 'number', weight: 0.6, telling: true }, // three digits
  { name: 'number', weight: 0.8, telling: true }, // a decimal
  { name: 'number', weight: 1.2, telling: true }, // longer
  { name: 'date', weight: 0.1, telling: false }, // a month, a day of the week
  { name: 'term', weight: 0.4, telling: false }, // a country, a language
  { name: 'word', weight: 0.2, telling: false }, // long, with a small letter
  { name: 'name', weight: 0.4, telling: false }, // a common word with a capital letter
  { name: 'name', weight: 1, telling: false }, // of two or three letters
  { name: 'name', weight: 1, telling: true },
  { name: 'sound', weight: 0.3, telling: false }, // skeletons of three consonants and more
  { name: 'sound', weight: 0.6, telling: true },
  { name: 'sound', weight: 1, telling: true },
  { name: 'sound', weight: 1.2, telling: true },
] as const
export type FeatureName = (typeof KINDS)[number]['name']

const FEW_DIGITS = 0
const WEAK = 1
const THREE_DIGITS = 2
const DECIMAL = 3
const MANY_DIGITS = 4
const DATE_TERM = 5
const TERM = 6
const LONG = 7
const COMMON = 8
const SHORT = 9
const NAME = 10
const SOUND = 11

/** Is the kind a consonant skeleton: only for Hebrew against other scripts? */
export const isSound = (kind: number): boolean => kind >= SOUND

/** Is the kind a word with a capital letter that is not a common one? */
export const isName = (kind: number): boolean => kind === SHORT || kind === NAME

/** Is the kind a number of two digits and more? */
export const isNumber = (kind: number): boolean => kind === FEW_DIGITS || (kind >= THREE_DIGITS && kind <= MANY_DIGITS)

/** Is the kind a number of any size, an ordinal, a unit, a month or a day of the week? */
export const isFigure = (kind: number): boolean => kind <= DATE_TERM

const COMMON_RANK = 3000 // a word more frequent than this is hardly a name, even with a capital letter
const NAME_STEM = 6
const LONG_WORD = 7 // long words with small letters: often of Latin or Greek origin, alike in many languages
const STEM_LEAST = 4 // letters; shorter words are hardly ever telling
const FUNCTION_RANK = 150 // words as frequent as this stand in every text
const NO_PREFIXES = { prefixLetters: '' }
const LEAST_SOUND = 3 // consonants
const MOST_SOUND = 6
const UNIT_SIGN = /[%€£¥₪$]/g

/** Called with every feature, in no order: its hash, its kind, its offset in the text. */
export type OnFeature = (key: number, kind: number, at: number) => void

/** What else is read on the way: values of numbers, all words and numbers for runs of words, stems of words that tell something. */
export interface Read {
  readonly numbers: Set<number>
  readonly words: string[]
  readonly stems: Set<number>
}

/** Reads one block. Linear. */
export function readFeatures(text: string, pack: LanguagePack | null, read: Read, onFeature: OnFeature): void {
  for (const number of numbersIn(text, pack)) {
    const value = number.scaled ?? number.value
    const key = hashOf(`n:${value}`)
    if (value.length > 1) read.numbers.add(key)
    read.words.push(value)
    const kind = kindOfNumber(value)
    if (kind !== null) onFeature(key, kind, number.start)
  }
  for (const { 0: sign, index } of text.matchAll(UNIT_SIGN)) onFeature(hashOf(`u:${unitSigns[sign]}`), WEAK, index)
  readWords(text, pack, read, onFeature)
}

function kindOfNumber(value: string): number | null {
  if (value.length === 1) return value > '1' ? WEAK : null
  if (value.includes('.')) return DECIMAL
  const digits = value.length
  if (digits === 2 || (digits === 4 && /^(?:19|20)/.test(value))) return FEW_DIGITS
  return digits === 3 ? THREE_DIGITS : MANY_DIGITS
}

function readWords(text: string, pack: LanguagePack | null, read: Read, onFeature: OnFeature): void {
  const factsOf = factsFor(pack)
  const terms = pack === null ? null : termsOf(pack)
  const found = wordsIn(text)
  const facts = found.map(word => factsOf(word.text))
  facts.forEach(({ form, bare, mayBeTerm, keys, kinds, stem }, k) => {
    const { start, end } = found[k]!
    if (isTopLevel(text, start, end)) return
    read.words.push(form)
    if (stem !== null) read.stems.add(stem)
    const term = terms && mayBeTerm && termIn(terms, bare, facts, k)
    if (term) onFeature(hashOf(`t:${term}`), /^(?:month|day)/.test(term) ? DATE_TERM : TERM, start)
    for (let i = 0; i < keys.length; i++) onFeature(keys[i]!, kinds[i]!, start)
  })
}

/** The last label of a host, which half the world has in common: `press@elbwerk.museum`. */
const isTopLevel = (text: string, start: number, end: number) =>
  text.charCodeAt(start - 1) === FULL_STOP &&
  /[\p{L}\d]/u.test(text[start - 2] ?? '') &&
  !/^\.\p{L}/u.test(text.slice(end, end + 2))
const FULL_STOP = 0x2e

/** What a word says by itself, whatever stands beside it. */
interface Facts {
  readonly form: string
  /** The form, and what is left of it without glued prefixes. */
  readonly bare: readonly string[]
  readonly mayBeTerm: boolean
  readonly keys: readonly number[]
  readonly kinds: readonly number[]
  /** A hash; null of a word that is too short or too common to tell anything. */
  readonly stem: number | null
}

/** Words come again: so many of a language are kept, then all are forgotten. */
const REMEMBERED = 2000
const remembered = new Map<string, Map<string, Facts>>()

function factsFor(pack: LanguagePack | null): (word: string) => Facts {
  const known = remembered.get(pack?.tag ?? '') ?? new Map<string, Facts>()
  remembered.set(pack?.tag ?? '', known)
  const rankOf = pack === null || pack.wordList === '' ? null : rankIn(pack.wordList)
  return word => {
    let facts = known.get(word)
    if (!facts) {
      if (known.size >= REMEMBERED) known.clear()
      facts = wordFacts(word, pack, rankOf)
      known.set(word, facts)
    }
    return facts
  }
}

const NOTHING: readonly never[] = []

function wordFacts(word: string, pack: LanguagePack | null, rankOf: Rank | null): Facts {
  const form = fold(word)
  if (form.length < 2) return { form, bare: NOTHING, mayBeTerm: false, keys: NOTHING, kinds: NOTHING, stem: null }
  const bare = withoutPrefixes(form, pack?.prefixLetters ?? '')
  const keys: number[] = []
  const kinds: number[] = []
  const add = (key: number, kind: number) => {
    keys.push(key)
    kinds.push(kind)
  }
  const listed = pack && bare.map(start => packWords(pack).get(start)).find(key => key !== undefined)
  if (listed) add(listed, WEAK)
  const rank = rankOf?.(word.toLowerCase()) || Number.POSITIVE_INFINITY
  if (/[\u05d0-\u05ea]/.test(form)) readHebrew(bare, rank, add)
  else readLatin(form, word, rank, add)
  const mayBeTerm = pack !== null && bare.some(start => mayBegin(termsOf(pack), start))
  const isTelling = form.length >= STEM_LEAST && rank > FUNCTION_RANK
  return { form, bare, mayBeTerm, keys, kinds, stem: isTelling ? hashOf(stemOf(form, pack ?? NO_PREFIXES)) : null }
}

function termIn(terms: Terms, bare: readonly string[], facts: readonly Facts[], k: number): string | undefined {
  const behind = facts.slice(k + 1, k + 4).map(({ form }) => form)
  for (const start of bare) {
    const hit = termAt(terms, [start, ...behind], 0)
    if (hit) return hit.key
  }
  return undefined
}

type Add = (key: number, kind: number) => void

function readHebrew(bare: readonly string[], rank: number, add: Add): void {
  if (rank < COMMON_RANK / 3) return
  for (const form of bare) addSound(hebrewSkeleton(form), add)
}

function readLatin(form: string, text: string, rank: number, add: Add): void {
  const capital = text[0] !== text[0]!.toLowerCase()
  if (!capital) {
    if (form.length >= LONG_WORD && rank > COMMON_RANK) add(hashOf(`l:${form.slice(0, NAME_STEM)}`), LONG)
    return
  }
  if (rank < COMMON_RANK / 10) return
  const kind = rank < COMMON_RANK ? COMMON : form.length < 4 ? SHORT : NAME
  add(hashOf(`w:${form.slice(0, NAME_STEM)}`), kind)
  for (const skeleton of latinSkeletons(form)) addSound(skeleton, add)
}

function addSound(skeleton: string, add: Add): void {
  const size = Math.min(skeleton.length, MOST_SOUND)
  if (size >= LEAST_SOUND) add(hashOf(`s:${skeleton}`), SOUND + size - LEAST_SOUND)
}

const LEAST_VALUE = 2 // words for one are articles
const LEAST_LETTERS = 2

/**
 * A small dictionary out of the lists of a pack: words for small numbers, units and scales, by the hash of a key that is
 * the same in all languages. `drei` and `three` are both `n:3`, as is the digit; `Prozent` and `per cento` (and the sign) `u:%`.
 */
const packWords = oncePer((pack: LanguagePack): ReadonlyMap<string, number> => {
  const out = new Map<string, number>()
  const add = (word: string, key: string) => {
    const folded = fold(word)
    if (folded.length >= LEAST_LETTERS && !/[^\p{L}]/u.test(folded) && !out.has(folded)) out.set(folded, hashOf(key))
  }
  for (const { value, words } of pack.numberWords)
    if (value >= LEAST_VALUE) for (const word of words) add(word, `n:${value}`)
  pack.ordinalWords.forEach((words, k) => {
    if (k + 1 >= LEAST_VALUE) for (const word of words) add(word, `n:${k + 1}`)
  })
  for (const { unit, words } of pack.units) for (const word of words) add(word, `u:${unit}`)
  for (const { word, factor } of pack.scales) add(word, `x:${factor}`)
  return out
})
