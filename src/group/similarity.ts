/**
 * How likely two documents are the same release. Across languages: the part of each document's blocks that finds its
 * names and numbers in the other one at about the same place. A block counts as found when a fair part of its features
 * is, so that a shared boilerplate counts for its blocks only. In one language: shared runs of words, and numbers.
 */
import type { Features, Profile } from './profile.js'

const NEAR = 0.15 // relative places: translations drift by a block or two, not by more
/** Share of a block's features that makes it wholly found. Hebrew has fewer that Latin script shows too. */
const ENOUGH = 0.45
const ENOUGH_OF_HEBREW = 0.25
const ENOUGH_IN_HEBREW = 0.05
const NEAR_UNITS = 150 // and in short texts one inserted paragraph moves the rest far
const NUMBER_TRUST = 1
const MANY_NUMBERS = 5 // fewer than this prove less
const USUAL_AGREEMENT = 0.65
const HEAD = 0.67 // boilerplate stands at the end: what is shared must be shared before it too
const HEAD_BONUS = 1.5
const LARGE = 12 // blocks count by the root of their weight, and no more than this

/** About 0 to 1.4 for two documents in different languages: coverage, raised or lowered by their numbers. Symmetric. */
export function similarity(x: Profile, y: Profile, features: Features): number {
  const covered = Math.sqrt(coverage(x, y, features, enoughOf(x, y)) * coverage(y, x, features, enoughOf(y, x)))
  return covered * numberFactor(x, y)
}

function enoughOf(x: Profile, y: Profile): number {
  if (x.hebrew !== y.hebrew) return x.hebrew ? ENOUGH_OF_HEBREW : ENOUGH_IN_HEBREW
  // German writes all nouns with a capital letter: the text with fewer features sets what can be found.
  return ENOUGH * Math.min(1, (y.weight + LARGE) / (x.weight + LARGE))
}

/** Half of true pairs agree on all numbers and 95 % on more than half; texts on the same event on a third. */
function numberFactor(x: Profile, y: Profile): number {
  const least = Math.min(x.numbers.size, y.numbers.size)
  if (least < 2) return 1
  let both = 0
  for (const value of x.numbers) if (y.numbers.has(value)) both++
  return 1 + NUMBER_TRUST * Math.min(1, least / MANY_NUMBERS) * (both / least - USUAL_AGREEMENT)
}

function coverage(x: Profile, y: Profile, features: Features, enough: number): number {
  const skeletons = x.hebrew !== y.hebrew
  const whole = new Float64Array(x.blocks)
  const found = new Float64Array(x.blocks)
  const near = NEAR + Math.min(NEAR, NEAR_UNITS / Math.max(1, x.length, y.length))
  let other = 0
  for (let k = 0, end = 0; k < x.feature.length; k = end) {
    const id = x.feature[k]!
    end = k + 1
    while (end < x.feature.length && x.feature[end] === id) end++
    if (!skeletons && features.skeleton[id]) continue
    while (other < y.feature.length && y.feature[other]! < id) other++
    let last = other
    while (last < y.feature.length && y.feature[last] === id) last++
    // A word that stands everywhere is found near every place by chance: it earns what chance leaves.
    const weight = features.weight[id]! / Math.sqrt(end - k)
    const credit = weight * (1 - 2 * near) ** Math.max(0, last - other - 1)
    for (let at = k; at < end; at++) {
      whole[x.block[at]!]! += weight
      if (isNear(x.place[at]!, y.place, other, last, near)) found[x.block[at]!]! += credit
    }
  }
  return Math.min(
    share(whole, found, x.blocks, enough),
    HEAD_BONUS * share(whole, found, Math.ceil(x.blocks * HEAD), enough),
  )
}

/** The share of the first blocks that is found, by the root of their weight. */
function share(whole: Float64Array, found: Float64Array, blocks: number, enough: number): number {
  let [sum, total] = [0, 0]
  for (let block = 0; block < blocks; block++) {
    const weight = whole[block]!
    const size = Math.sqrt(Math.min(weight, LARGE))
    total += size
    if (weight > 0) sum += size * Math.min(1, found[block]! / (enough * weight))
  }
  return total === 0 ? 0 : sum / total
}

function isNear(place: number, places: Float32Array, from: number, to: number, near: number): boolean {
  for (let at = from; at < to; at++) if (Math.abs(places[at]! - place) <= near) return true
  return false
}

/** 0 to 1 for two documents in one language: near 1 only for versions of one text with the same numbers. */
export function versionSimilarity(x: Profile, y: Profile): number {
  if (x.shingles.length === 0 || y.shingles.length === 0) return x.shingles.length === y.shingles.length ? 1 : 0
  return Math.min(jaccard(x.shingles, y.shingles), numbersAgree(x.numbers, y.numbers))
}

function jaccard(x: Int32Array, y: Int32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    if (x[i]! < y[j]!) i++
    else if (x[i]! > y[j]!) j++
    else {
      both++
      i++
      j++
    }
  }
  return both / (x.length + y.length - both)
}

function numbersAgree(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (x.size === 0 && y.size === 0) return 1
  let both = 0
  for (const value of x) if (y.has(value)) both++
  return both / Math.max(x.size, y.size)
}
