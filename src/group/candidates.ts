/**
 * Which pairs of documents are worth comparing: those that share telling features (names, long numbers), found through
 * an inverted index, so that the work grows with what documents share and not with the square of their number. For
 * each document the best few of each language are kept, by the weight of what is shared; a pair is kept if either
 * side keeps it.
 */
import type { Features, Profile } from './profile.js'

const PER_LANGUAGE = 5 // translations share far more than strangers: the true ones are among the first two or three
const MIN_SHARED = 1 // telling features in common

/** Pairs of indices x < y, sorted. `languages[k]` names the language of document k. */
export function candidatePairs(
  profiles: readonly Profile[],
  languages: readonly string[],
  features: Features,
): [number, number][] {
  const sets = profiles.map(profile => tellingSet(profile, features))
  const postings: number[][] = features.weight.map(() => [])
  sets.forEach((set, document) => {
    for (const id of set) postings[id]!.push(document)
  })
  const shared = new Float64Array(profiles.length)
  const counts = new Int32Array(profiles.length)
  const pairs = new Set<number>()
  const sizes = sets.map(set => set.length)
  sets.forEach((set, x) => {
    const touched: number[] = []
    for (const id of set) {
      for (const y of postings[id]!) {
        if (counts[y] === 0) touched.push(y)
        counts[y]!++
        shared[y]! += features.weight[id]!
      }
    }
    for (const y of bestOf(touched, x, sizes, counts, shared, languages)) {
      pairs.add(Math.min(x, y) * profiles.length + Math.max(x, y))
    }
    for (const y of touched) {
      counts[y] = 0
      shared[y] = 0
    }
  })
  const sorted = Float64Array.from(pairs).sort()
  return Array.from(sorted, pair => [Math.floor(pair / profiles.length), pair % profiles.length])
}

function tellingSet(profile: Profile, features: Features): number[] {
  const out: number[] = []
  profile.feature.forEach((id, k) => {
    if (features.telling[id] && (k === 0 || profile.feature[k - 1] !== id)) out.push(id)
  })
  return out
}

/** The documents that share most with x, a few of each language; ties go to the smaller index. */
function bestOf(
  touched: readonly number[],
  x: number,
  sizes: readonly number[],
  counts: Int32Array,
  shared: Float64Array,
  languages: readonly string[],
): number[] {
  const least = Math.min(MIN_SHARED, sizes[x]!)
  const likely = touched.filter(y => y !== x && counts[y]! >= least)
  const part = (y: number) => shared[y]! / Math.sqrt(sizes[y]!)
  likely.sort((y, z) => part(z) - part(y) || y - z)
  const kept = new Map<string, number>()
  return likely.filter(y => {
    const count = (kept.get(languages[y]!) ?? 0) + 1
    kept.set(languages[y]!, count)
    return count <= PER_LANGUAGE
  })
}
