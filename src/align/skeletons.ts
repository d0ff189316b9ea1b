/**
 * Hebrew (or Arabic) words against words of Latin script: names that have the same consonants, or all but one of them. Skeletons of
 * a text are indexed with those that have one consonant less, so that one edit is found by looking up.
 */

import { latinised } from '../tokens/latinised.js'
import { GLUED_LETTERS, hebrewSkeleton, latinSkeletons, withoutPrefixes } from '../tokens/transliterate.js'
import { kept } from '../words/kept.js'
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
  readonly hebrew: readonly (readonly [type: number, readings: readonly Reading[]])[]
}

export const NO_SKELETONS: SkeletonIndex = { exact: new Map(), near: new Map(), hebrew: [] }

/** A Hebrew word read with or without its prefix letters. */
interface Reading {
  readonly skeleton: string
  readonly shorter: readonly string[]
  readonly keep: number
}

/** Skeletons of a word of Latin script, and those with one consonant less. */
type LatinSkeletons = readonly (readonly [skeleton: string, shorter: readonly string[]])[]

const MOST_KEPT = 16_384

/** The skeletons of a folded word that is not in Hebrew or Arabic script. */
const latinNames = kept(
  MOST_KEPT,
  (form): LatinSkeletons => latinSkeletons(latinised(form)).map(skeleton => [skeleton, withOneLess(skeleton)]),
)

const hebrewReadings = new Map<string, (form: string) => readonly Reading[]>()

/** Reads folded words with prefixes of these letters. */
function readingsBy(prefixLetters: string): (form: string) => readonly Reading[] {
  const known = hebrewReadings.get(prefixLetters) ?? kept(MOST_KEPT, form => readingsOf(form, prefixLetters))
  hebrewReadings.set(prefixLetters, known)
  return known
}

/** The skeletons of a text; `consonants` where its script is Hebrew or Arabic. */
export function skeletonIndex(
  { table, types, capitals, pack }: Vocabulary,
  functionWords: ReadonlySet<number>,
  consonants: boolean,
): SkeletonIndex {
  const exact = new Map<string, number[]>()
  const near = new Map<string, number[]>()
  const hebrew: [number, readonly Reading[]][] = []
  const read = readingsBy(pack?.prefixLetters || GLUED_LETTERS)
  for (const type of types) {
    if (table.kinds[type] !== 'word' || functionWords.has(type)) continue
    if (consonants) hebrew.push([type, read(table.forms[type]!)])
    else if (capitals.has(type)) addLatin(type, latinNames(table.forms[type]!), exact, near)
  }
  return { exact, near, hebrew }
}

function readingsOf(form: string, prefixLetters: string): Reading[] {
  return withoutPrefixes(form, prefixLetters).flatMap((bare, cut): Reading[] => {
    const skeleton = hebrewSkeleton(bare)
    if (skeleton.length < 2) return []
    return [{ skeleton, shorter: withOneLess(skeleton), keep: cut === 0 ? 1 : CUT_PREFIX }]
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
  const offer = (others: readonly number[] | undefined, strength: number) => {
    if (others) for (const other of others) if (strength > (best.get(other) ?? 0)) best.set(other, strength)
  }
  for (const [type, readings] of hebrew.hebrew) {
    for (const { skeleton, shorter, keep } of readings) {
      const { length } = skeleton
      offer(latin.exact.get(skeleton), SKELETON_STRENGTH[Math.min(length, 6)]! * keep)
      const strength = NEAR_SKELETON[Math.min(length, 7)]! * keep
      if (strength === 0) continue
      offer(latin.near.get(skeleton), strength)
      for (const less of shorter) {
        offer(latin.exact.get(less), strength)
        offer(latin.near.get(less), strength)
      }
    }
    if (best.size === 0) continue
    for (const [other, strength] of best) found(type, other, strength)
    best.clear()
  }
}

/** No two are the same, since no consonant of a skeleton stands next to itself. */
function withOneLess(skeleton: string): string[] {
  const out: string[] = []
  if (skeleton.length >= 4)
    for (let k = 0; k < skeleton.length; k++) out.push(skeleton.slice(0, k) + skeleton.slice(k + 1))
  return out
}
