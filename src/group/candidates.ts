/**
 * Which pairs of documents are worth comparing: those that share telling features (names, long numbers), found through
 * an inverted index (`postings.ts`). Each document reads the documents of its rarest features first, and of no more
 * than a fixed number in all, so that the work is linear in the number of documents whatever they share. For each
 * document the best few of each language are kept, by the weight of what is shared; a pair is kept if either side keeps
 * it. Limit: from some thousands of documents on that share all their names, the names that most have are not read.
 */
import { KINDS } from './features.js'
import { type Anchors, type Postings, postingsOf } from './postings.js'
import type { Profile } from './profile.js'

const PER_LANGUAGE = 5 // translations share far more than strangers: the true ones are among the first two or three
const FAR_FROM_BEST = 0.2 // of what the best of a language shares; a true one is hardly ever below half
const MAX_VISITS = 1500 // documents that one document looks at, counted by shared feature: some twenty microseconds
const RUNS = 4 // runs of words, by which texts without names are found in their own language
const RUN_WEIGHT = 10 // as weights are below: tenths
const RUN_SALT = 0x5bd1e995
const MAX_ANCHORS = 120 // of a document; a release has some sixty telling ones
const ENOUGH_ANCHORS = 48 // a text with fewer is looked for by less telling features too
const LEAST_WEIGHT = 0.2

/** Pairs of documents `x[k] < y[k]`, sorted by x, then y. */
export interface Pairs {
  readonly x: Int32Array
  readonly y: Int32Array
}

/** What a document is looked for by: telling features, a few of its runs of words, and what its name says. */
export function anchorsOf(profile: Profile, nameKey: number | null): { key: number[]; weight: number[] } {
  const best = new Map<number, number>()
  // The smallest hashes of runs are a sample that equal texts have in common.
  for (const run of profile.shingles.subarray(0, RUNS)) best.set(run ^ RUN_SALT, RUN_WEIGHT)
  if (nameKey !== null) best.set(nameKey, RUN_WEIGHT)
  addKeys(profile, true, MAX_ANCHORS, best)
  addKeys(profile, false, ENOUGH_ANCHORS, best)
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

/** The pairs worth comparing. Memory: about 24 bytes an anchor, and 8 a pair. */
export function candidatePairs(anchors: Anchors): Pairs {
  const postings = postingsOf(anchors)
  const count = anchors.starts.length - 1
  const shared = new Float32Array(count)
  const pairs = new GrowingPairs(count)
  const languages = anchors.language.reduce((most, language) => Math.max(most, language), 0) + 1
  const best = new BestOf(languages)
  for (let x = 0; x < count; x++) {
    const touched = visited(x, anchors, postings, shared)
    for (const y of touched) {
      // Of two that share as much, the shorter text is more likely wholly in x.
      const part = shared[y]! / Math.sqrt(anchors.starts[y + 1]! - anchors.starts[y]!)
      if (y !== x) best.hear(y, part, anchors.language[y]!)
      shared[y] = 0
    }
    best.empty(y => pairs.add(Math.min(x, y), Math.max(x, y)))
  }
  return pairs.sorted()
}

/** Adds up in `shared` what x shares with others, rarest features first; returns the others, and x. */
function visited(x: number, anchors: Anchors, postings: Postings, shared: Float32Array): number[] {
  const own: number[] = []
  for (let at = anchors.starts[x]!; at < anchors.starts[x + 1]!; at++) if (postings.listOf[at]! >= 0) own.push(at)
  const sizeOf = (at: number) => {
    const list = postings.listOf[at]!
    return postings.starts[list + 1]! - postings.starts[list]!
  }
  own.sort((a, b) => sizeOf(a) - sizeOf(b) || anchors.key[a]! - anchors.key[b]!)
  const touched: number[] = []
  let left = MAX_VISITS
  for (const at of own) {
    left -= sizeOf(at)
    if (left < 0) break
    const list = postings.listOf[at]!
    const weight = anchors.weight[at]!
    for (let k = postings.starts[list]!; k < postings.starts[list + 1]!; k++) {
      const y = postings.document[k]!
      if (shared[y] === 0) touched.push(y)
      shared[y]! += weight
    }
  }
  return touched
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
  hear(y: number, part: number, language: number): void {
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

  /** Visits what was kept, and forgets it. */
  empty(visit: (y: number) => void): void {
    this.kept.forEach((size, language) => {
      const from = language * PER_LANGUAGE
      for (let at = from; at < from + size; at++)
        if (this.part[at]! >= FAR_FROM_BEST * this.part[from]!) visit(this.document[at]!)
    })
    this.kept.fill(0)
  }
}

/** Pairs as one number each, which a float holds exactly for any count of documents below 90 million. */
class GrowingPairs {
  private pairs = new Float64Array(1024)
  private size = 0

  constructor(private readonly count: number) {}

  add(x: number, y: number): void {
    if (this.size === this.pairs.length) {
      const more = new Float64Array(2 * this.size)
      more.set(this.pairs)
      this.pairs = more
    }
    this.pairs[this.size++] = x * this.count + y
  }

  sorted(): Pairs {
    const all = this.pairs.subarray(0, this.size).sort()
    const own = all.filter((pair, k) => k === 0 || pair !== all[k - 1])
    const x = new Int32Array(own.length)
    const y = new Int32Array(own.length)
    own.forEach((pair, k) => {
      x[k] = Math.floor(pair / this.count)
      y[k] = pair - x[k]! * this.count
    })
    return { x, y }
  }
}
