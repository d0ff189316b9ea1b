/**
 * Holds what was found against a gold, pair by pair and unit by unit. A pair of files that was found in no release has
 * no predicted beads, a pair that the gold does not know has no gold beads: so wrong grouping costs what it should.
 */
import type { Bead, Tag } from '../model.js'
import { addCounts, type Counts, countBeads, keyOf, NO_COUNTS } from './evaluate.js'
import { type GoldRelease, goldBeads, pairsOf } from './gold.js'

/** What was found of the files of one release; files are named as the gold names them. */
export interface Found {
  /** Each with its number of paragraphs. */
  readonly files: ReadonlyMap<string, number>
  readonly units: readonly FoundUnit[]
  beads(a: string, b: string): Bead[]
}

/** Numbers of paragraphs by file. */
export interface FoundUnit {
  readonly confidence: number
  readonly paragraphs: ReadonlyMap<string, readonly number[]>
}

/** A unit's confidence, and whether all beads of its pairs are gold beads. */
export interface JudgedUnit {
  readonly confidence: number
  readonly isRight: boolean
}

/** Two tags, sorted; twice the same where two files of one language were brought together. */
export interface JudgedPair {
  readonly tags: readonly [Tag, Tag]
  readonly counts: Counts
}

export interface Judgement {
  /** Sorted by their tags. */
  readonly pairs: readonly JudgedPair[]
  readonly units: readonly JudgedUnit[]
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
): JudgedUnit[] {
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
