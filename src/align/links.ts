/**
 * Links between the types of two texts: equal numbers and words, cognates by shared character 4-grams, Hebrew names
 * by their consonants, terms of the small dictionary, punctuation, block kinds. A link has a strength below one: how
 * sure it is that two paragraphs with these types speak of the same thing. What a learned lexicon knows is added by
 * noisy-or. Everything is found through indexes, never by comparing all with all.
 */
import { latinised } from '../text/latinised.js'
import {
  GLUED_LETTERS,
  hebrewSkeleton,
  latinSkeletons,
  withoutPrefixes,
  writesConsonants,
} from '../text/transliterate.js'
import type { Type, Vocabulary } from './vocabulary.js'
import { weights } from './weights.js'

/** For each type of the first text: type of the second, strength. */
export type Links = readonly ReadonlyMap<number, number>[]

const MAX_POSTINGS = 120 // a 4-gram in more words than this tells nothing and would make the search quadratic
/** Strength of equal skeletons by length: short ones are alike by chance. */
const SKELETON_STRENGTH = [0, 0, 0.12, 0.4, 0.65, 0.8, 0.85] as const
const NEAR_SKELETON = [0, 0, 0, 0, 0.25, 0.4, 0.55, 0.65] as const
const SMALL_LETTER = 0.6 // a word without a capital letter is seldom a name

/** Links from the types of `a` to the types of `b`. Symmetric: `linksBetween(b, a)` is its transpose. */
export function linksBetween(a: Vocabulary, b: Vocabulary): Map<number, number>[] {
  const links: Map<number, number>[] = a.types.map(() => new Map())
  const add = (x: number, y: number, strength: number) => {
    if (strength > (links[x]!.get(y) ?? 0)) links[x]!.set(y, strength)
  }
  linkEqual(a, b, add)
  linkCognates(a, b, add)
  const [first, second] = [isHebrew(a), isHebrew(b)]
  if (first !== second) {
    if (first) linkSkeletons(a, b, add)
    else linkSkeletons(b, a, (x, y, strength) => add(y, x, strength))
  }
  return links
}

/** The same links from the other side. */
export function transposed(links: Links, size: number): Map<number, number>[] {
  const out: Map<number, number>[] = Array.from({ length: size }, () => new Map())
  links.forEach((row, x) => {
    for (const [y, strength] of row) out[y]!.set(x, strength)
  })
  return out
}

type Add = (x: number, y: number, strength: number) => void

/** Is the text in Hebrew or Arabic script? */
function isHebrew({ types }: Vocabulary): boolean {
  let surplus = 0
  for (const type of types) if (type.kind === 'word') surplus += writesConsonants(type.form) ? 1 : -1
  return surplus > 0
}

function linkEqual(a: Vocabulary, b: Vocabulary, add: Add): void {
  const index = new Map<string, number[]>()
  const put = (key: string, id: number) => {
    const list = index.get(key)
    if (list) list.push(id)
    else index.set(key, [id])
  }
  b.types.forEach((type, id) => {
    for (const key of keysOf(type)) put(key, id)
  })
  a.types.forEach((type, id) => {
    for (const key of keysOf(type)) for (const other of index.get(key) ?? []) add(id, other, equalStrength(type, a, b))
  })
}

const keysOf = (type: Type) =>
  type.scaled === undefined ? [`${type.kind}:${type.form}`] : [`${type.kind}:${type.form}`, `number:${type.scaled}`]

/** Chinese characters: two of them are a whole word. */
const isDense = (form: string) => form.length === 2 && /^\p{Script=Han}{2}$/u.test(form)

function equalStrength(type: Type, a: Vocabulary, b: Vocabulary): number {
  if (type.kind === 'number') return weights.number
  if (type.kind === 'term') return weights.term
  if (type.kind === 'shape') return weights.shape
  if (type.kind === 'kind') return weights.kind
  if (type.form.length < 3) return isDense(type.form) ? weights.word : weights.functionWord
  if (a.functionWords.has(type.form) && b.functionWords.has(type.form)) return weights.functionWord
  return type.form.length === 3 ? weights.shortWord : weights.word
}

/** Words that share rare 4-grams: cosine of their gram vectors, each gram weighed by how few words of both have it. */
function linkCognates(a: Vocabulary, b: Vocabulary, add: Add): void {
  const gramsA = a.types.map(type => type.grams)
  const gramsB = b.types.map(type => type.grams)
  const postings = new Map<string, number[]>()
  const frequency = new Map<string, number>()
  for (const grams of gramsA) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  gramsB.forEach((grams, id) => {
    for (const gram of grams) {
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
      const list = postings.get(gram)
      if (list) list.push(id)
      else postings.set(gram, [id])
    }
  })
  const total = Math.log(1 + gramsA.length + gramsB.length)
  const weight = (gram: string) => (total - Math.log(frequency.get(gram)!)) ** 2
  const norm = (grams: readonly string[]) => Math.sqrt(grams.reduce((sum, gram) => sum + weight(gram), 0))
  const normsB = gramsB.map(norm)
  gramsA.forEach((grams, x) => {
    if (grams.length < 2) return
    const dots = new Map<number, number>()
    for (const gram of grams) {
      const list = postings.get(gram)
      if (!list || list.length > MAX_POSTINGS) continue
      for (const y of list) dots.set(y, (dots.get(y) ?? 0) + weight(gram))
    }
    const normA = norm(grams)
    for (const [y, dot] of dots) {
      const cosine = dot / (normA * normsB[y]! + 1e-9)
      if (cosine >= weights.cognateMin && a.types[x]!.form !== b.types[y]!.form) {
        add(x, y, Math.min(weights.cognate, cosine))
      }
    }
  })
}

/** Hebrew words against Latin words: equal skeletons, and skeletons one edit apart found by their deletions. */
function linkSkeletons(hebrew: Vocabulary, latin: Vocabulary, add: Add): void {
  const exact = new Map<string, number[]>()
  const near = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, id: number) => {
    const list = map.get(key)
    if (list) list.push(id)
    else map.set(key, [id])
  }
  latin.types.forEach((type, id) => {
    if (type.kind !== 'word' || latin.functionWords.has(type.form)) return
    for (const skeleton of latinSkeletons(latinised(type.form))) {
      put(exact, skeleton, id)
      for (const shorter of withOneLess(skeleton)) put(near, shorter, id)
    }
  })
  hebrew.types.forEach((type, x) => {
    if (type.kind !== 'word' || hebrew.functionWords.has(type.form)) return
    withoutPrefixes(type.form, hebrew.pack?.prefixLetters || GLUED_LETTERS).forEach((bare, cut) => {
      const skeleton = hebrewSkeleton(bare)
      const keep = cut === 0 ? 1 : 0.9
      const link = (y: number, strength: number) =>
        add(x, y, strength * keep * (latin.types[y]!.capital ? 1 : SMALL_LETTER))
      const length = skeleton.length
      for (const y of exact.get(skeleton) ?? []) link(y, SKELETON_STRENGTH[Math.min(length, 6)]!)
      const strength = NEAR_SKELETON[Math.min(length, 7)]!
      if (strength === 0) return
      for (const y of near.get(skeleton) ?? []) link(y, strength)
      for (const shorter of withOneLess(skeleton)) {
        for (const y of exact.get(shorter) ?? []) link(y, strength)
        for (const y of near.get(shorter) ?? []) link(y, strength)
      }
    })
  })
}

function withOneLess(skeleton: string): Set<string> {
  const out = new Set<string>()
  if (skeleton.length >= 4)
    for (let k = 0; k < skeleton.length; k++) out.add(skeleton.slice(0, k) + skeleton.slice(k + 1))
  return out
}
