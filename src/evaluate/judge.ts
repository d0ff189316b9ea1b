/**
 * Holds what was found against a gold, pair by pair and unit by unit. A pair of files that was found in no release has
 * no predicted beads, a pair that the gold does not know has no gold beads: so wrong grouping costs what it should.
 *
 * The measures are those of vecalign's score.py (Thompson and Koehn 2019). Precision counts every predicted bead,
 * one-sided ones too; recall counts the gold beads with both sides, so that leaving a paragraph alone is never counted as
 * something found. Strict: the very bead; lax: some paragraph of each side is joined by the gold as well. A measure of
 * beads knows nothing of how long or how grave an error is.
 */
import type { Bead, Tag } from '../model.js'
import { type GoldRelease, goldBeads, pairsOf } from './gold.js'

/** What was found of the files of one release; files are named as the gold names them. */
export interface Found {
  /** Each with its number of paragraphs. */
  readonly files: ReadonlyMap<string, number>
  /** By file the numbers of paragraphs. */
  readonly units: readonly {
    readonly confidence: number
    readonly paragraphs: ReadonlyMap<string, readonly number[]>
  }[]
  beads(a: string, b: string): Bead[]
}

/** Two tags, sorted; twice the same where two files of one language were brought together. */
export interface JudgedPair {
  readonly tags: readonly [Tag, Tag]
  readonly counts: Counts
}

export interface Judgement {
  /** Sorted by their tags. */
  readonly pairs: readonly JudgedPair[]
  /** Right where all beads of its pairs are gold beads. */
  readonly units: readonly { readonly confidence: number; readonly isRight: boolean }[]
  /** Files that were found in no release. */
  readonly missing: readonly string[]
}

/** Two files in the order of their tags, with the beads of both sides. */
interface PairOfFiles {
  readonly tags: readonly [Tag, Tag]
  readonly gold: readonly Bead[]
  predicted: readonly Bead[]
}

/** Judges all that was found. @throws UserError where the gold counts other paragraphs than the files have */
export function judge(gold: readonly GoldRelease[], found: readonly Found[]): Judgement {
  const tags = new Map(gold.flatMap(({ files }) => Object.entries(files).map(([tag, file]) => [file, tag] as const)))
  const counts = new Map(found.flatMap(({ files }) => [...files]))
  const pairs = goldPairs(gold, counts)
  for (const release of found) {
    for (const [a, b] of pairsOfFiles(release, tags)) {
      const predicted = release.beads(a, b)
      const known = pairs.get(key(a, b))
      if (known) known.predicted = predicted
      else pairs.set(key(a, b), { tags: [tags.get(a)!, tags.get(b)!], gold: [], predicted })
    }
  }
  const sums = new Map<string, JudgedPair>()
  for (const { tags, gold, predicted } of pairs.values()) {
    const before = sums.get(key(...tags))?.counts ?? NO_COUNTS
    sums.set(key(...tags), { tags, counts: addCounts(before, countBeads(gold, predicted)) })
  }
  return {
    pairs: [...sums].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, pair]) => pair),
    units: judgeUnits(found, pairs, tags),
    missing: [...tags.keys()].filter(file => !counts.has(file)).sort(),
  }
}

const key = (a: string, b: string) => `${a}\0${b}`

function goldPairs(gold: readonly GoldRelease[], counts: ReadonlyMap<string, number>): Map<string, PairOfFiles> {
  const pairs = new Map<string, PairOfFiles>()
  for (const release of gold) {
    for (const [a, b] of pairsOf(release)) {
      const beads = goldBeads(release, a, b, file => counts.get(file) ?? null)
      pairs.set(key(release.files[a]!, release.files[b]!), { tags: [a, b], gold: beads, predicted: [] })
    }
  }
  return pairs
}

/** Every two files of a release, first the one whose tag comes first. */
function pairsOfFiles({ files }: Found, tags: ReadonlyMap<string, Tag>): [string, string][] {
  const rank = (file: string) => `${tags.get(file)}\0${file}`
  const sorted = [...files.keys()].sort((x, y) => (rank(x) < rank(y) ? -1 : 1))
  return sorted.flatMap((a, k) => sorted.slice(k + 1).map((b): [string, string] => [a, b]))
}

function judgeUnits(
  found: readonly Found[],
  pairs: ReadonlyMap<string, PairOfFiles>,
  tags: ReadonlyMap<string, Tag>,
): Judgement['units'] {
  return found.flatMap(release => {
    const wrong = pairsOfFiles(release, tags).map(([a, b]) => [a, b, wrongParagraphs(pairs.get(key(a, b))!)] as const)
    return release.units.map(({ confidence, paragraphs }) => {
      const isWrong = wrong.some(
        ([a, b, lost]) => paragraphs.has(b) && paragraphs.get(a)?.some(paragraph => lost.has(paragraph)),
      )
      return { confidence, isRight: !isWrong }
    })
  })
}

/** Paragraphs of the first text in a bead with both sides that is no gold bead. */
function wrongParagraphs({ gold, predicted }: PairOfFiles): Set<number> {
  const right = new Set(gold.map(keyOf))
  return new Set(predicted.filter(bead => bead[1].length > 0 && !right.has(keyOf(bead))).flatMap(bead => bead[0]))
}

/** The counts of all pairs, or of those with a language. */
export function sumOf(pairs: readonly JudgedPair[], tag?: Tag): Counts {
  const own = pairs.filter(({ tags }) => tag === undefined || tags.includes(tag))
  return own.reduce((sum, { counts }) => addCounts(sum, counts), NO_COUNTS)
}

/** Sums that may be added up over pairs and releases; beads are counted once, however often they are named. */
export interface Counts {
  readonly predicted: number
  readonly right: number
  readonly nearlyRight: number
  /** Gold beads with both sides, and those of them that were found. */
  readonly gold: number
  readonly found: number
  readonly nearlyFound: number
}

/** Each 0 to 1; 0 where there is nothing to divide by. */
export interface Measure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export const NO_COUNTS: Counts = { predicted: 0, right: 0, nearlyRight: 0, gold: 0, found: 0, nearlyFound: 0 }

/** The same bead has the same key. */
export const keyOf = ([left, right]: Bead): string => `${left.join(',')}|${right.join(',')}`

/** Compares the beads of one pair of texts. Beads without any paragraph are left out. */
export function countBeads(gold: readonly Bead[], predicted: readonly Bead[]): Counts {
  const truth = distinct(gold)
  const guess = distinct(predicted.filter(([left, right]) => left.length > 0 || right.length > 0))
  const [truths, guesses] = [twoSided(truth), twoSided(guess)]
  return {
    predicted: guess.size,
    right: common(guess, truth),
    nearlyRight: near(guess, truth),
    gold: truths.size,
    found: common(truths, guesses),
    nearlyFound: near(truths, guesses),
  }
}

const distinct = (beads: readonly Bead[]) => new Map(beads.map(bead => [keyOf(bead), bead] as const))
const twoSided = (beads: ReadonlyMap<string, Bead>) =>
  new Map([...beads].filter(([, [left, right]]) => left.length > 0 && right.length > 0))
const common = (a: ReadonlyMap<string, Bead>, b: ReadonlyMap<string, Bead>) =>
  [...a.keys()].filter(key => b.has(key)).length

/** How many of the tested beads stand among the others, or join two paragraphs that the others join. */
function near(tested: ReadonlyMap<string, Bead>, others: ReadonlyMap<string, Bead>): number {
  const partners = new Map<number, Set<number>>()
  for (const [left, right] of others.values()) {
    for (const i of left) {
      const own = partners.get(i) ?? new Set()
      partners.set(i, own)
      for (const j of right) own.add(j)
    }
  }
  const meets = ([left, right]: Bead) => left.some(i => right.some(j => partners.get(i)?.has(j)))
  return [...tested].filter(([key, bead]) => others.has(key) || meets(bead)).length
}

/** The sum of counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  const keys = Object.keys(NO_COUNTS) as (keyof Counts)[]
  return Object.fromEntries(keys.map(key => [key, a[key] + b[key]])) as unknown as Counts
}

/** Precision, recall and F1 of counts. */
export function measuresOf(counts: Counts): Readonly<Record<'strict' | 'lax', Measure>> {
  const measure = (right: number, found: number): Measure => {
    const precision = counts.predicted > 0 ? right / counts.predicted : 0
    const recall = counts.gold > 0 ? found / counts.gold : 0
    const sum = precision + recall
    return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 }
  }
  return { strict: measure(counts.right, counts.found), lax: measure(counts.nearlyRight, counts.nearlyFound) }
}
