/**
 * What a document can be known by in any language: its numbers, names (stems of words with a capital letter, and for
 * Hebrew against Latin their consonant skeletons), terms of the small dictionary, long words. Each feature has a fixed
 * weight by what it is, never by how often a corpus has it, so that other files change nothing. Places are kept,
 * because translations say the same things in the same order, and two releases with one boilerplate do not.
 */
import type { LanguagePack } from '../languages/pack.js'
import { wordRanks } from '../text/lexicon.js'
import { numbersIn } from '../text/numbers.js'
import { termAt, termsOf } from '../text/terms.js'
import { hebrewSkeleton, latinSkeletons, withoutPrefixes } from '../text/transliterate.js'
import { fold, wordsIn } from '../text/words.js'

/** Occurrences sorted by feature: `feature[k]` stands in block `block[k]` at relative place `place[k]` (0 to 1). */
export interface Profile {
  readonly feature: Int32Array
  readonly block: Int32Array
  readonly place: Float32Array
  readonly blocks: number
  /** UTF-16 units of all blocks. */
  readonly length: number
  /** Of all features that every other script has too. */
  readonly weight: number
  /** Of all words and numbers in order, for versions in one language. */
  readonly shingles: Int32Array
  readonly numbers: ReadonlySet<string>
  readonly hebrew: boolean
}

/** Numbers the features of all documents of a run; `weight[id]` is fixed by the feature's kind. */
export interface Features {
  readonly ids: Map<string, number>
  readonly weight: number[]
  /** Telling enough to look for translations by. */
  readonly telling: boolean[]
  /** A consonant skeleton: only for Hebrew against other scripts. */
  readonly skeleton: boolean[]
}

export const newFeatures = (): Features => ({ ids: new Map(), weight: [], telling: [], skeleton: [] })

const MAX_READ = 40_000 // units of a document; a release is a tenth of it
const COMMON_RANK = 3000 // a word more frequent than this is hardly a name, even with a capital letter
const NAME_STEM = 6
const LONG_WORD = 7 // long words with small letters: often of Latin or Greek origin, alike in many languages
const SKELETON_WEIGHT = [0, 0, 0, 0.3, 0.6, 1, 1.2] as const

interface Sink {
  add(key: string, weight: number, telling: boolean): void
}

/** Reads the body of a document: the texts of its blocks without those that many releases share. */
export function profileOf(texts: readonly string[], pack: LanguagePack | null, features: Features): Profile {
  const found: { id: number; block: number; place: number }[] = []
  const numbers = new Set<string>()
  const words: string[] = []
  const total = texts.reduce((sum, text) => sum + text.length, 0) || 1
  let at = 0
  let read = 0
  texts.forEach((text, block) => {
    const part = text.slice(0, Math.max(0, MAX_READ - read))
    read += part.length
    let offset = 0
    const sink: Sink = {
      add: (key, weight, telling) => {
        const id = idOf(features, key, weight, telling)
        found.push({ id, block, place: (at + offset) / total })
      },
    }
    const place = (start: number) => {
      offset = start
    }
    readNumbers(part, pack, numbers, words, sink, place)
    readWords(part, pack, words, sink, place)
    at += text.length
  })
  found.sort((x, y) => x.id - y.id || x.place - y.place)
  return {
    feature: Int32Array.from(found, f => f.id),
    block: Int32Array.from(found, f => f.block),
    place: Float32Array.from(found, f => f.place),
    blocks: texts.length,
    length: total,
    weight: found.reduce((sum, f) => sum + (features.skeleton[f.id] ? 0 : features.weight[f.id]!), 0),
    shingles: shinglesOf(words),
    numbers,
    hebrew: pack?.script === 'Hebr',
  }
}

function idOf(features: Features, key: string, weight: number, telling: boolean): number {
  const known = features.ids.get(key)
  if (known !== undefined) return known
  features.ids.set(key, features.weight.length)
  features.weight.push(weight)
  features.telling.push(telling)
  features.skeleton.push(key.startsWith('s:'))
  return features.weight.length - 1
}

type SetPlace = (start: number) => void

function readNumbers(
  text: string,
  pack: LanguagePack | null,
  numbers: Set<string>,
  words: string[],
  sink: Sink,
  place: SetPlace,
): void {
  for (const number of numbersIn(text, pack)) {
    const value = number.scaled ?? number.value
    place(number.start)
    if (value.length > 1) numbers.add(value)
    words.push(value)
    const weight = numberWeight(value)
    if (weight > 0) sink.add(`n:${value}`, weight, weight >= 0.6)
  }
}

/** Small numbers and years stand in every text; long ones and decimals in few. */
function numberWeight(value: string): number {
  if (value.includes('.')) return 0.8
  const digits = value.length
  if (digits === 1) return 0
  if (digits === 2) return 0.3
  if (digits === 3) return 0.6
  return digits === 4 && /^(?:19|20)/.test(value) ? 0.3 : 1.2
}

function readWords(text: string, pack: LanguagePack | null, words: string[], sink: Sink, place: SetPlace): void {
  const ranks = pack === null || pack.wordList === '' ? null : wordRanks(pack.wordList)
  const terms = pack === null ? null : termsOf(pack)
  const found = wordsIn(text)
  const folded = found.map(word => fold(word.text))
  found.forEach((word, k) => {
    const form = folded[k]!
    words.push(form)
    if (form.length < 2) return
    place(word.start)
    const bare = withoutPrefixes(form, pack?.prefixLetters ?? '')
    const term =
      terms && bare.map(start => termAt(terms, [start, ...folded.slice(k + 1, k + 4)], 0)).find(hit => hit !== null)
    if (term) sink.add(`t:${term.key}`, /^(?:month|day)/.test(term.key) ? 0.1 : 0.4, false)
    const rank = ranks?.get(word.text.toLowerCase()) ?? Number.POSITIVE_INFINITY
    if (/[\u05d0-\u05ea]/.test(form)) readHebrew(bare, rank, sink)
    else readLatin(form, word.text, rank, sink)
  })
}

function readHebrew(bare: readonly string[], rank: number, sink: Sink): void {
  if (rank < COMMON_RANK / 3) return
  for (const form of bare) {
    const skeleton = hebrewSkeleton(form)
    const weight = SKELETON_WEIGHT[Math.min(skeleton.length, 6)]!
    if (weight > 0) sink.add(`s:${skeleton}`, weight, skeleton.length >= 4)
  }
}

function readLatin(form: string, text: string, rank: number, sink: Sink): void {
  const capital = text[0] !== text[0]!.toLowerCase()
  if (!capital) {
    if (form.length >= LONG_WORD && rank > COMMON_RANK) sink.add(`l:${form.slice(0, NAME_STEM)}`, 0.2, false)
    return
  }
  if (rank < COMMON_RANK / 10) return
  const common = rank < COMMON_RANK
  sink.add(`w:${form.slice(0, NAME_STEM)}`, common ? 0.4 : 1, !common && form.length >= 4)
  for (const skeleton of latinSkeletons(form)) {
    const weight = SKELETON_WEIGHT[Math.min(skeleton.length, 6)]!
    if (weight > 0) sink.add(`s:${skeleton}`, weight, skeleton.length >= 4)
  }
}

const SHINGLE = 3 // words
const SAMPLE = 4 // every fourth shingle by its hash is kept

/** Hashes of a fixed sample of all runs of three words: the share of them that two texts have in common tells versions. */
function shinglesOf(words: readonly string[]): Int32Array {
  const out = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    let hash = 0x811c9dc5
    for (const word of words.slice(at, at + SHINGLE)) {
      for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193)
      hash = Math.imul(hash ^ 32, 0x01000193)
    }
    hash ^= hash >>> 15
    if (words.length < 200 || hash % SAMPLE === 0) out.add(hash)
  }
  return Int32Array.from(out).sort()
}
