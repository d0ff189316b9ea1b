/**
 * How likely two documents in different languages are the same release: the part of each document's blocks that finds its
 * names and numbers in the other one at about the same place, raised or lowered by how many numbers they share. A block
 * counts as found when a fair part of its features is, so that a shared boilerplate counts for its blocks only.
 */
import { comparable } from './body.js'
import { isNumber, isSound, KINDS } from './features.js'
import { positionMap, risingChain, type Step } from './position-map.js'
import { PLACES, type Profile } from './profile.js'
import { sharedOf } from './shingles.js'

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

/** Of two documents in different languages. Symmetric, but for the last bits of a float. */
export function likeness(first: Profile, second: Profile): Likeness {
  const [x, y] = comparable(first, second)
  const runs = sharedRuns(x, y, x.hebrew !== y.hebrew)
  const steps = risingChain(stepsOf(runs, x, y))
  const turned = steps.map(step => ({ x: step.y, y: step.x, weight: step.weight }))
  const back = runs.map(run => ({ x: run.y, xEnd: run.yEnd, y: run.x, yEnd: run.xEnd }))
  const covered = Math.sqrt(coverage(x, y, runs, steps, enoughOf(x, y)) * coverage(y, x, back, turned, enoughOf(y, x)))
  const numbers = numberFactor(x, y, covered)
  return { value: covered * numbers, covered, numbers }
}

/** Do two texts in different languages say the same with other figures? */
export const isSeries = (x: Profile, y: Profile): boolean => x.tag !== y.tag && likeness(x, y).numbers === SERIES

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

/** What comparisons ask for again and again, made when it is first asked for. */
const derived = {
  headNumbers: new WeakMap<Profile, Int32Array>(),
  blockWeights: new WeakMap<Profile, Float64Array>(),
  blockWeightsWithSounds: new WeakMap<Profile, Float64Array>(),
}

function once<T>(known: WeakMap<Profile, T>, x: Profile, make: (x: Profile) => T): T {
  const own = known.get(x) ?? make(x)
  known.set(x, own)
  return own
}

const headNumbersOf = (x: Profile) => once(derived.headNumbers, x, numbersOfHead)
const blockWeightsOf = (x: Profile, sounds: boolean) =>
  once(sounds ? derived.blockWeightsWithSounds : derived.blockWeights, x, own => weightOfBlocks(own, sounds))

/** Sorted keys of the numbers before the boilerplate, without doubles. */
function numbersOfHead({ key, kind, block, blocks }: Profile): Int32Array {
  const head = Math.ceil(blocks * HEAD)
  const out: number[] = []
  for (let k = 0; k < key.length; k++)
    if (isNumber(kind[k]!) && block[k]! < head && key[k] !== out.at(-1)) out.push(key[k]!)
  return Int32Array.from(out)
}

function coverage(x: Profile, y: Profile, runs: readonly SharedRun[], steps: readonly Step[], enough: number): number {
  const whole = blockWeightsOf(x, x.hebrew !== y.hebrew)
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
