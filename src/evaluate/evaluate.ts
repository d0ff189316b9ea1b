/**
 * How good an alignment is, bead by bead, against a gold alignment: the measures of vecalign's score.py (Thompson and
 * Koehn 2019). Precision counts every predicted bead, one-sided ones too; recall counts the gold beads with both sides,
 * so that leaving a paragraph alone is never counted as something found. Strict: the very bead; lax: some paragraph
 * of each side is joined by the gold as well. A measure of beads knows nothing of how long or how grave an error is.
 */
import type { Bead } from '../model.js'

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

export interface Measures {
  readonly strict: Measure
  readonly lax: Measure
}

export const NO_COUNTS: Counts = { predicted: 0, right: 0, nearlyRight: 0, gold: 0, found: 0, nearlyFound: 0 }

/** The same bead has the same key. */
export const keyOf = ([left, right]: Bead): string => `${left.join(',')}|${right.join(',')}`

const isTwoSided = ([left, right]: Bead) => left.length > 0 && right.length > 0

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
const twoSided = (beads: ReadonlyMap<string, Bead>) => new Map([...beads].filter(([, bead]) => isTwoSided(bead)))
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
  return {
    predicted: a.predicted + b.predicted,
    right: a.right + b.right,
    nearlyRight: a.nearlyRight + b.nearlyRight,
    gold: a.gold + b.gold,
    found: a.found + b.found,
    nearlyFound: a.nearlyFound + b.nearlyFound,
  }
}

/** Precision, recall and F1 of counts. */
export function measuresOf(counts: Counts): Measures {
  const measure = (right: number, found: number): Measure => {
    const precision = counts.predicted > 0 ? right / counts.predicted : 0
    const recall = counts.gold > 0 ? found / counts.gold : 0
    const sum = precision + recall
    return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 }
  }
  return { strict: measure(counts.right, counts.found), lax: measure(counts.nearlyRight, counts.nearlyFound) }
}
