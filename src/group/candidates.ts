/**
 * Which pairs of documents are worth comparing: those that share telling features (names, long numbers), found through
 * an inverted index (`postings.ts`). Each document reads the documents of its rarest features first, and of no more
 * than a fixed number in all, so that the work is linear in the number of documents whatever they share; where all that
 * it has is common, it is looked for by two features at a time. For each document the best few of each
 * language are kept, by the weight of what is shared; a pair is kept if either side keeps it. Limit: features that more
 * documents have than are read depend on how many files there are.
 */

import { KINDS } from './features.js'
import { GrowingPairs, type Pairs } from './growing.js'
import {
  type Anchors,
  type Combined,
  combinedAnchors,
  type Postings,
  postingsOf,
  UNKNOWN_LANGUAGE,
} from './postings.js'
import type { Profile } from './profile.js'
import type { Lexicon } from './translations.js'

const PER_LANGUAGE = 5 // translations share far more than strangers: the true ones are among the first two or three
const FAR_FROM_BEST = 0.3 // of what the best of a language shares; a true one is hardly ever below half
const FAR_FROM_ALL = 0.12 // of what the best of the other languages shares; of true ones in a thousand one is below .2
const SAME_LANGUAGE = 0.3 // of what can be shared: a version has most of it, another text of the issuer need not be read
const MOST_COMMON = 500 // documents of a feature that is read
const MAX_VISITS = 1500 // documents that one document looks at, counted by shared feature: some ten microseconds
const RUNS = 4 // runs of words, by which texts without names are found in their own language
const RUN_WEIGHT = 10 // as weights are below: tenths
const RUN_SALT = 0x5bd1e995
const MAX_ANCHORS = 120 // of a document; a release has some sixty telling ones
const ENOUGH_ANCHORS = 48 // a text with fewer is looked for by less telling features too
const LEAST_WEIGHT = 0.2
const MAX_TAUGHT = 60 // words that are looked for by their translations
const TAUGHT_WEIGHT = 8

/**
 * What a document is looked for by: telling features, a few of its runs of words, what its name says, and what the corpus
 * has taught of its words in the other languages.
 */
export function anchorsOf(
  profile: Profile,
  nameKey: number | null,
  lexicons: readonly Lexicon[] = [],
): { key: number[]; weight: number[] } {
  const best = new Map<number, number>()
  // The smallest hashes of runs are a sample that equal texts have in common.
  for (const run of profile.shingles.subarray(0, RUNS)) best.set(run ^ RUN_SALT, RUN_WEIGHT)
  if (nameKey !== null) best.set(nameKey, RUN_WEIGHT)
  addKeys(profile, true, MAX_ANCHORS, best)
  addKeys(profile, false, ENOUGH_ANCHORS, best)
  for (const lexicon of lexicons) addTaught(profile, lexicon, Math.ceil(MAX_TAUGHT / lexicons.length), best)
  return { key: [...best.keys()], weight: [...best.values()] }
}

/** Adds features until there are as many anchors; in the order of their hashes, which two texts have in common. */
function addKeys({ key, kind }: Profile, isTelling: boolean, most: number, best: Map<number, number>): void {
  for (let k = 0; k < key.length && best.size < most; k++) {
    const { telling, weight } = KINDS[kind[k]!]!
    if (telling === isTelling && weight >= LEAST_WEIGHT)
      best.set(key[k]!, Math.max(best.get(key[k]!) ?? 0, 10 * weight))
  }
}

/** The rarest words of which the translation is known best; two texts that translate each other choose much the same. */
function addTaught({ stems }: Profile, { keys }: Lexicon, most: number, best: Map<number, number>): void {
  const found = [...new Set(stems)].flatMap(stem => keys.get(stem) ?? [])
  found.sort((a, b) => b.weight - a.weight || a.key - b.key)
  for (const { key } of found.slice(0, most)) best.set(key, TAUGHT_WEIGHT)
}

/** Two numbers of which nearly equal texts have one in common: each is of two of the smallest hashes of runs. */
export const signaturesOf = ({ shingles }: Profile): [number, number] => {
  const [a, b, c, d] = shingles
  return [Math.imul(a ?? 0, 31) ^ (b ?? 1), Math.imul(c ?? 0, 37) ^ (d ?? 2)]
}

/** Pairs, and for each document the one that shares most with it, -1 where none does. */
export interface Candidates extends Pairs {
  readonly closest: Int32Array
}

/** The pairs worth comparing. Memory: about 24 bytes an anchor, and 16 a pair. */
export function candidatePairs(anchors: Anchors): Candidates {
  const count = anchors.starts.length - 1
  const postings = postingsOf(anchors)
  const combined = combinedAnchors(anchors, postings, MOST_COMMON)
  const combinedPostings = postingsOf(combined.anchors)
  const languages = anchors.language.reduce((most, language) => Math.max(most, language), 0) + 1
  const best = new BestOf(languages)
  const pairs = new GrowingPairs()
  const closest = new Int32Array(count)
  const [tally, reader] = [new Tally(), new Reader()]
  // Of two that share as much, the shorter text is more likely wholly in x.
  const part = Float32Array.from(
    { length: count },
    (_, k) => 1 / Math.sqrt(anchors.starts[k + 1]! - anchors.starts[k]!),
  )
  for (let x = 0; x < count; x++) {
    const place = combined.placeOf[x]!
    let all = reader.read(x, anchors, postings, null, tally)
    if (place >= 0) all += reader.read(place, combined.anchors, combinedPostings, combined, tally)
    const own = anchors.language[x]!
    for (let k = 0; k < tally.size; k++) {
      const y = tally.document[k]!
      const [sum, language] = [tally.sum[k]!, anchors.language[y]!]
      if (y === x || (language === own && own !== UNKNOWN_LANGUAGE && sum < SAME_LANGUAGE * all)) continue
      best.offer(y, sum * part[y]!, language)
    }
    tally.clear()
    closest[x] = best.empty(own, y => pairs.add(x, y))
  }
  if (anchors.signatures) chain(anchors.signatures, pairs)
  return { ...pairs.sorted(count), closest }
}

/** Each document with the one before it of the same signature: of thousands of copies all features are too common. */
function chain(signatures: Int32Array, pairs: GrowingPairs): void {
  for (const which of [0, 1]) {
    const last = new Map<number, number>()
    for (let x = 0; 2 * x < signatures.length; x++) {
      const own = signatures[2 * x + which]!
      const before = last.get(own)
      if (before !== undefined) pairs.add(before, x)
      last.set(own, x)
    }
  }
}

/** Taught words are rounded up for each of up to 200 languages. */
const MOST_READ = MAX_ANCHORS + RUNS + 1 + MAX_TAUGHT + 200

/** Reads the lists of a document, the shortest first; lists of one length in the order in which its anchors stand. */
class Reader {
  private readonly place = new Int32Array(MOST_READ)
  private readonly size = new Int32Array(MOST_READ)

  /** Adds up what `x` shares with others, and itself; returns how much it could share. */
  read(x: number, anchors: Anchors, postings: Postings, combined: Combined | null, tally: Tally): number {
    const count = this.sorted(x, anchors, postings)
    let left = MAX_VISITS
    let all = 0
    for (let k = 0; k < count; k++) {
      left -= this.size[k]!
      if (left < 0) break
      const at = this.place[k]!
      const list = postings.listOf[at]!
      const weight = anchors.weight[at]!
      all += weight
      for (let from = postings.starts[list]!; from < postings.starts[list + 1]!; from++) {
        const found = postings.document[from]!
        tally.add(combined === null ? found : combined.document[found]!, weight)
      }
    }
    return all
  }

  /** Sorts by insertion: there are a hundred at most. */
  private sorted(x: number, anchors: Anchors, { listOf, starts }: Postings): number {
    let count = 0
    const end = Math.min(anchors.starts[x + 1]!, anchors.starts[x]! + this.place.length)
    for (let at = anchors.starts[x]!; at < end; at++) {
      const list = listOf[at]!
      if (list < 0) continue
      const size = starts[list + 1]! - starts[list]!
      if (size > MOST_COMMON) continue
      let to = count++
      for (; to > 0 && this.size[to - 1]! > size; to--) {
        this.size[to] = this.size[to - 1]!
        this.place[to] = this.place[to - 1]!
      }
      this.size[to] = size
      this.place[to] = at
    }
    return count
  }
}

/** The documents that share most with x, a few of each language; ties go to the smaller index. */
class BestOf {
  private readonly document: Int32Array
  private readonly part: Float64Array
  private readonly kept: Uint8Array

  constructor(languages: number) {
    this.document = new Int32Array(languages * PER_LANGUAGE)
    this.part = new Float64Array(languages * PER_LANGUAGE)
    this.kept = new Uint8Array(languages)
  }

  /** Kept while it is among the best so far. */
  offer(y: number, part: number, language: number): void {
    const from = language * PER_LANGUAGE
    let at = from + this.kept[language]!
    if (at === from + PER_LANGUAGE) {
      if (!this.isBefore(part, y, at - 1)) return
      at--
    } else this.kept[language]!++
    for (; at > from && this.isBefore(part, y, at - 1); at--) {
      this.part[at] = this.part[at - 1]!
      this.document[at] = this.document[at - 1]!
    }
    this.part[at] = part
    this.document[at] = y
  }

  private isBefore(part: number, y: number, at: number): boolean {
    return part > this.part[at]! || (part === this.part[at]! && y < this.document[at]!)
  }

  /** Visits what is worth it of what was kept, and forgets it all; returns the best in another language, or -1. */
  empty(own: number, visit: (y: number) => void): number {
    let [most, closest] = [0, -1]
    this.kept.forEach((size, language) => {
      const first = language * PER_LANGUAGE
      if (size === 0 || language === own || this.part[first]! <= most) return
      most = this.part[first]!
      closest = this.document[first]!
    })
    this.kept.forEach((size, language) => {
      const from = language * PER_LANGUAGE
      const least = Math.max(FAR_FROM_BEST * this.part[from]!, language === own ? 0 : FAR_FROM_ALL * most)
      for (let at = from; at < from + size; at++) if (this.part[at]! >= least) visit(this.document[at]!)
    })
    this.kept.fill(0)
    return closest
  }
}

const SLOTS = 1 << 13
const SHIFT = 32 - 13

/** How many documents it may hold: half of the slots, so that probes are short. */
const MOST_TALLIED = SLOTS / 2

/**
 * Sums by document, for one document at a time: a hash table of fixed size (open addressing) that stays in the nearest
 * memory of a processor. An array over all documents of a corpus misses it at every visit, which at a million documents
 * is ten times as slow. `document[k]` has `sum[k]`, for k below `size`, in the order in which they were added.
 */
export class Tally {
  size = 0
  readonly document = new Int32Array(MOST_TALLIED)
  readonly sum = new Int32Array(MOST_TALLIED)
  /** The number of each document in these lists, from 1; 0 where a slot is free. */
  private readonly slots = new Int32Array(SLOTS)

  /** The caller sees to it that there are not more than `MOST_TALLIED`. */
  add(document: number, value: number): void {
    let at = Math.imul(document, 0x9e3779b1) >>> SHIFT
    for (; this.slots[at] !== 0; at = (at + 1) & (SLOTS - 1)) {
      const known = this.slots[at]! - 1
      if (this.document[known] === document) {
        this.sum[known]! += value
        return
      }
    }
    this.document[this.size] = document
    this.sum[this.size] = value
    this.slots[at] = ++this.size
  }

  clear(): void {
    this.slots.fill(0)
    this.size = 0
  }
}
