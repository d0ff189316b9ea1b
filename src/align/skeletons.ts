/**
 * Hebrew (or Arabic) words against words of Latin script: names that have the same consonants, or all but one of them. Skeletons of
 * a text are indexed with those that have one consonant less, so that one edit is found by looking up.
 */
import { latinised } from '../text/latinised.js'
import { GLUED_LETTERS, hebrewSkeleton, latinSkeletons, withoutPrefixes } from '../text/transliterate.js'
import type { TypeTable } from './type-table.js'
import type { Vocabulary } from './vocabulary.js'

/** Strength of equal skeletons by length: short ones are alike by chance. */
const SKELETON_STRENGTH = [0, 0, 0.12, 0.4, 0.65, 0.8, 0.85] as const
const NEAR_SKELETON = [0, 0, 0, 0, 0.25, 0.4, 0.55, 0.65] as const
const CUT_PREFIX = 0.9 // what looks like a prefix may belong to the word

/**
 * Of a text that writes consonants, how its words can be read; of another one the words that have a capital letter
 * somewhere (others are seldom names), by skeleton and by skeletons with one consonant less.
 */
export interface SkeletonIndex {
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly near: ReadonlyMap<string, readonly number[]>
  readonly hebrew: readonly Reading[]
}

export const NO_SKELETONS: SkeletonIndex = { exact: new Map(), near: new Map(), hebrew: [] }

/** A Hebrew word read with or without its prefix letters. */
interface Reading {
  readonly type: number
  readonly skeleton: string
  readonly shorter: readonly string[]
  readonly keep: number
}

/** Skeletons of a word of Latin script, and those with one consonant less. */
type LatinSkeletons = readonly (readonly [skeleton: string, shorter: readonly string[]])[]

/** The skeletons of the words of a release that are not in Hebrew or Arabic script, each found once for all its texts. */
export function latinNames(table: TypeTable): (type: number) => LatinSkeletons {
  const known: (LatinSkeletons | undefined)[] = []
  return type => {
    known[type] ??= latinSkeletons(latinised(table.forms[type]!)).map(skeleton => [skeleton, withOneLess(skeleton)])
    return known[type]
  }
}

/** The skeletons of a text; `consonants` where its script is Hebrew or Arabic, else `names` reads its words. */
export function skeletonIndex(
  { table, types, capitals, pack }: Vocabulary,
  functionWords: ReadonlySet<number>,
  consonants: boolean,
  names: (type: number) => LatinSkeletons,
): SkeletonIndex {
  const exact = new Map<string, number[]>()
  const near = new Map<string, number[]>()
  const hebrew: Reading[] = []
  for (const type of types) {
    if (table.kinds[type] !== 'word' || functionWords.has(type)) continue
    if (consonants) hebrew.push(...readingsOf(type, table.forms[type]!, pack?.prefixLetters || GLUED_LETTERS))
    else if (capitals.has(type)) addLatin(type, names(type), exact, near)
  }
  return { exact, near, hebrew }
}

function readingsOf(type: number, form: string, prefixLetters: string): Reading[] {
  return withoutPrefixes(form, prefixLetters).flatMap((bare, cut): Reading[] => {
    const skeleton = hebrewSkeleton(bare)
    if (skeleton.length < 2) return []
    return [{ type, skeleton, shorter: withOneLess(skeleton), keep: cut === 0 ? 1 : CUT_PREFIX }]
  })
}

function addLatin(
  type: number,
  names: LatinSkeletons,
  exact: Map<string, number[]>,
  near: Map<string, number[]>,
): void {
  const put = (map: Map<string, number[]>, key: string) => {
    const list = map.get(key)
    if (list) list.push(type)
    else map.set(key, [type])
  }
  for (const [skeleton, shorter] of names) {
    put(exact, skeleton)
    for (const less of shorter) put(near, less)
  }
}

/** Calls `found` for every pair of a Hebrew and a Latin word that may be one name, once, with its best strength. */
export function overSkeletons(
  hebrew: SkeletonIndex,
  latin: SkeletonIndex,
  found: (hebrew: number, latin: number, strength: number) => void,
): void {
  const best = new Map<number, number>()
  hebrew.hebrew.forEach(({ type, skeleton, shorter, keep }, at) => {
    const offer = (others: readonly number[] | undefined, strength: number) => {
      for (const other of others ?? []) {
        if (strength * keep > (best.get(other) ?? 0)) best.set(other, strength * keep)
      }
    }
    const { length } = skeleton
    offer(latin.exact.get(skeleton), SKELETON_STRENGTH[Math.min(length, 6)]!)
    const strength = NEAR_SKELETON[Math.min(length, 7)]!
    if (strength > 0) {
      offer(latin.near.get(skeleton), strength)
      for (const less of shorter) {
        offer(latin.exact.get(less), strength)
        offer(latin.near.get(less), strength)
      }
    }
    if (hebrew.hebrew[at + 1]?.type === type) return
    for (const [other, s] of best) found(type, other, s)
    best.clear()
  })
}

/** No two are the same, since no consonant of a skeleton stands next to itself. */
function withOneLess(skeleton: string): string[] {
  const out: string[] = []
  if (skeleton.length >= 4)
    for (let k = 0; k < skeleton.length; k++) out.push(skeleton.slice(0, k) + skeleton.slice(k + 1))
  return out
}
