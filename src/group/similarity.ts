/**
 * How likely two documents in different languages are the same release: the part of each document's blocks that finds its
 * names and numbers in the other one at about the same place, raised or lowered by how many numbers they share. A block
 * counts as found when a fair part of its features is, so that a shared boilerplate counts for its blocks only.
 */
import { oncePer } from '../structures/cache.js'
import { isNumber, isSound, KINDS } from './features.js'
import { PLACES, type Profile, sharedOf } from './profile.js'
import { type Translations, translated } from './translations.js'

const NEAR = 0.15 // relative places: translations drift by a block or two, not by more
const NEAR_CHAIN = 0.05 // where a chain says how far they drift
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

/**
 * Texts that say the same with other figures are two of a series: from this coverage on, and with as many figures on each
 * side that the other has not. Of true pairs of news so alike one in forty has them; of series all that can be told.
 */
const LITERAL = 0.7
const OTHER_FIGURES = 2
const FIGURES_AGREE = 0.85
const SERIES = 0.15 // below what joins, with every bonus

/** `value` is `covered * numbers`; about 0 to 1.4. */
export interface Likeness {
  readonly value: number
  /** Share of the blocks that is found in the other text, 0 to 1. */
  readonly covered: number
  /** What the numbers multiply it by. */
  readonly numbers: number
}

/**
 * What is found of what the corpus has taught: of true pairs .65 and more in 99 of 100, of the next best .58 and less in nine of
 * ten, of texts without a translation .26 in the middle (the archive of `eval`, without dates). What lies below the first is none.
 */
const TAUGHT_NOTHING = 0.45
const TAUGHT_ALL = 0.8
/** Names and numbers count for so much weight against it: a short text has little that was taught. */
const UNTAUGHT = 50

/** Of two documents in different languages, with what the corpus has taught of these. Symmetric, but for the last bits of a float. */
export function likeness(first: Profile, second: Profile, translations?: Translations): Likeness {
  const [x, y] = comparable(first, second)
  const runs = sharedRuns(x, y, x.hebrew !== y.hebrew)
  const steps = risingChain(stepsOf(runs, x, y))
  const turned = steps.map(step => ({ x: step.y, y: step.x, weight: step.weight }))
  const back = runs.map(run => ({ x: run.y, xEnd: run.yEnd, y: run.x, yEnd: run.xEnd }))
  const covered = Math.sqrt(coverage(x, y, runs, steps, enoughOf(x, y)) * coverage(y, x, back, turned, enoughOf(y, x)))
  const known = translations ? withTaught(covered, first, second, translations) : covered
  const numbers = numberFactor(x, y, covered)
  return { value: known * numbers, covered: known, numbers }
}

/** What is covered by names and numbers and by translations that were taught, each as far as there are any. */
function withTaught(covered: number, x: Profile, y: Profile, translations: Translations): number {
  const [there, back] = [translations.between(x.language, y.language), translations.between(y.language, x.language)]
  if (!there || !back) return covered
  const [own, other] = [translated(x, y, there), translated(y, x, back)]
  const share = (Math.sqrt(own.share * other.share) - TAUGHT_NOTHING) / (TAUGHT_ALL - TAUGHT_NOTHING)
  const weight = Math.min(own.weight, other.weight)
  return (Math.max(0, share) * weight + covered * UNTAUGHT) / (weight + UNTAUGHT)
}

/** Do two texts in different languages say the same with other figures? */
export const isSeries = (x: Profile, y: Profile): boolean =>
  x.language !== y.language && likeness(x, y).numbers === SERIES

/** Occurrences of one feature in both: from `x` to `xEnd`, from `y` to `yEnd`. */
export interface SharedRun {
  readonly x: number
  readonly xEnd: number
  readonly y: number
  readonly yEnd: number
}

/** The features that both have. Sounds count only between Hebrew and other scripts. */
export function sharedRuns(x: Profile, y: Profile, sounds: boolean): SharedRun[] {
  const out: SharedRun[] = []
  let [i, j] = [0, 0]
  while (i < x.key.length && j < y.key.length) {
    const key = x.key[i]!
    if (key < y.key[j]!) i++
    else if (key > y.key[j]!) j++
    else {
      const run = { x: i, xEnd: endOf(x.key, i), y: j, yEnd: endOf(y.key, j) }
      if (sounds || !isSound(x.kind[i]!)) out.push(run)
      i = run.xEnd
      j = run.yEnd
    }
  }
  return out
}

function endOf(key: Int32Array, from: number): number {
  let end = from + 1
  while (end < key.length && key[end] === key[from]) end++
  return end
}

const stepsOf = (runs: readonly SharedRun[], x: Profile, y: Profile): Step[] =>
  runs
    .filter(run => run.xEnd - run.x === 1 && run.yEnd - run.y === 1)
    .map(run => ({ x: x.place[run.x]!, y: y.place[run.y]!, weight: KINDS[x.kind[run.x]!]!.weight }))

function enoughOf(x: Profile, y: Profile): number {
  if (x.hebrew !== y.hebrew) return x.hebrew ? ENOUGH_OF_HEBREW : ENOUGH_IN_HEBREW
  // German writes all nouns with a capital letter: the text with fewer features sets what can be found.
  return ENOUGH * Math.min(1, (y.weight + LARGE) / (x.weight + LARGE))
}

/** Half of true pairs agree on all numbers and 95 % on more than half; texts on the same event on a third. */
function numberFactor(x: Profile, y: Profile, covered: number): number {
  const least = Math.min(x.numbers.length, y.numbers.length)
  const both = sharedOf(x.numbers, y.numbers)
  if (covered >= LITERAL && least - both >= OTHER_FIGURES && both < FIGURES_AGREE * least) return SERIES
  const [headX, headY] = [headNumbersOf(x), headNumbersOf(y)]
  const ofHeads = Math.min(sharedOf(headX, y.numbers), sharedOf(headY, x.numbers))
  return Math.min(trusted(both, least), trusted(ofHeads, Math.min(headX.length, headY.length)))
}

function trusted(both: number, least: number): number {
  if (least < 2) return 1
  return 1 + NUMBER_TRUST * Math.min(1, least / MANY_NUMBERS) * (both / least - USUAL_AGREEMENT)
}

// Comparisons ask for these again and again.
const blockWeights = oncePer((x: Profile) => weightOfBlocks(x, false))
const blockWeightsWithSounds = oncePer((x: Profile) => weightOfBlocks(x, true))

/** Sorted keys of the numbers before the boilerplate, without doubles. */
const headNumbersOf = oncePer(({ key, kind, block, blocks }: Profile): Int32Array => {
  const head = Math.ceil(blocks * HEAD)
  const out: number[] = []
  for (let k = 0; k < key.length; k++)
    if (isNumber(kind[k]!) && block[k]! < head && key[k] !== out.at(-1)) out.push(key[k]!)
  return Int32Array.from(out)
})

function coverage(x: Profile, y: Profile, runs: readonly SharedRun[], steps: readonly Step[], enough: number): number {
  const whole = x.hebrew !== y.hebrew ? blockWeightsWithSounds(x) : blockWeights(x)
  const found = new Float64Array(x.blocks)
  const near = NEAR + Math.min(NEAR, NEAR_UNITS / Math.max(1, x.length, y.length))
  const placeIn = steps.length > 0 ? positionMap(steps) : null
  for (const run of runs) {
    // A word that stands everywhere is found near every place by chance: it earns what chance leaves.
    const chance = (1 - 2 * near) ** (run.yEnd - run.y - 1) / Math.sqrt(run.xEnd - run.x)
    for (let at = run.x; at < run.xEnd; at++) {
      const place = x.place[at]!
      const isFound = isNear(place, y, run, near) || (placeIn !== null && isNear(placeIn(place), y, run, NEAR_CHAIN))
      if (isFound) found[x.block[at]!]! += KINDS[x.kind[at]!]!.weight * chance
    }
  }
  return Math.min(
    share(whole, found, x.blocks, enough),
    HEAD_BONUS * share(whole, found, Math.ceil(x.blocks * HEAD), enough),
  )
}

/** The weight of the features of each block; a feature that comes n times counts root n times. */
function weightOfBlocks(x: Profile, sounds: boolean): Float64Array {
  const whole = new Float64Array(x.blocks)
  for (let from = 0, end = 0; from < x.key.length; from = end) {
    end = endOf(x.key, from)
    if (!sounds && isSound(x.kind[from]!)) continue
    for (let at = from; at < end; at++) whole[x.block[at]!]! += KINDS[x.kind[at]!]!.weight / Math.sqrt(end - from)
  }
  return whole
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

function isNear(place: number, y: Profile, { y: from, yEnd: to }: SharedRun, near: number): boolean {
  for (let at = from; at < to; at++) if (Math.abs(y.place[at]! - place) <= near * PLACES) return true
  return false
}

/**
 * Two profiles with the same parts of their texts. A short text is profiled with its boilerplate, which in one language may
 * be just short enough and in another not: then the two are compared by their bodies.
 */
function comparable(x: Profile, y: Profile): [Profile, Profile] {
  return x.body < x.blocks === y.body < y.blocks ? [x, y] : [bodyOf(x), bodyOf(y)]
}

/** The profile without the boilerplate; shingles and wording are those of the whole. */
const bodyOf = oncePer((x: Profile): Profile => {
  if (x.body === x.blocks) return x
  const isIn = (_: number, k: number) => x.block[k]! < x.body
  const kind = x.kind.filter(isIn)
  const key = x.key.filter(isIn)
  const numbers = new Set(key.filter((_, k) => isNumber(kind[k]!)))
  return {
    ...x,
    blocks: x.body,
    length: x.bodyLength,
    weight: kind.reduce((sum, k) => sum + (isSound(k) ? 0 : KINDS[k]!.weight), 0),
    key,
    kind,
    block: x.block.filter(isIn),
    place: x.place.filter(isIn).map(place => Math.min(PLACES, (place * x.length) / Math.max(1, x.bodyLength))),
    numbers: x.numbers.filter(one => numbers.has(one)),
  }
})

/** A feature that stands once in each text, at `x` and `y` of 65535. */
export interface Step {
  readonly x: number
  readonly y: number
  readonly weight: number
}

const LEAST_STEPS = 8
const LEAST_SHARE = 0.6 // of the weight of all such features; chance orders some 2 root n of n, of translations it is .8 and more

/**
 * Steps by which places of one text are mapped to places of the other, sorted; none where chance explains them. Where one
 * text lacks a run that the other has, all places behind it drift. The heaviest chain of features that rises in both
 * texts gives the map. Chance has short chains: one that holds too little of what is shared counts for none. O(n log n).
 */
export function risingChain(steps: readonly Step[]): Step[] {
  if (steps.length < LEAST_STEPS) return []
  const sorted = [...steps].sort((a, b) => a.x - b.x || b.y - a.y)
  const chain = heaviestRising(sorted)
  const sum = (list: readonly Step[]) => list.reduce((total, { weight }) => total + weight, 0)
  return chain.length >= LEAST_STEPS && sum(chain) >= LEAST_SHARE * sum(sorted) ? chain : []
}

/** The heaviest chain by a tree of the best chains that end at or below a rank (Fenwick 1994). */
function heaviestRising(steps: readonly Step[]): Step[] {
  const ranks = new Map([...new Set(steps.map(({ y }) => y))].sort((a, b) => a - b).map((y, k) => [y, k + 1]))
  const tree = new Int32Array(ranks.size + 1).fill(-1)
  const total = new Float64Array(steps.length)
  const before = new Int32Array(steps.length).fill(-1)
  let best = 0
  steps.forEach(({ y, weight }, k) => {
    const rank = ranks.get(y)!
    for (let at = rank - 1; at > 0; at -= at & -at) {
      if (tree[at]! >= 0 && (before[k]! < 0 || total[tree[at]!]! > total[before[k]!]!)) before[k] = tree[at]!
    }
    total[k] = weight + (before[k]! < 0 ? 0 : total[before[k]!]!)
    for (let at = rank; at < tree.length; at += at & -at) {
      if (tree[at]! < 0 || total[tree[at]!]! < total[k]!) tree[at] = k
    }
    if (total[k]! > total[best]!) best = k
  })
  const chain: Step[] = []
  for (let at = best; at >= 0; at = before[at]!) chain.push(steps[at]!)
  return chain.reverse()
}

/** The place in y for each place in x, between the steps by interpolation, outside of them as far from the ends as in x. */
export function positionMap(steps: readonly Step[]): (x: number) => number {
  return x => {
    let [low, high] = [0, steps.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (steps[middle]!.x <= x) low = middle + 1
      else high = middle
    }
    const before = steps[low - 1]
    const behind = steps[low]
    if (!before) return behind!.y - (behind!.x - x)
    if (!behind) return before.y + (x - before.x)
    return before.y + ((x - before.x) / (behind.x - before.x)) * (behind.y - before.y)
  }
}
