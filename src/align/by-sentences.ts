/**
 * A second reading of what two texts leave in doubt, by sentences. Between beads of paragraphs that are sure, where some
 * paragraph has several sentences, every bead is also weighed by what its sentences say (`inside.ts`), with the words of
 * the stretch alone as background, and counts for the mean of both readings. Sure stretches and texts of single sentences
 * are left as they are: there the sentences know nothing that the paragraphs do not.
 */
import { bandOf, inBand } from './band.js'
import { type Atom, beadScores, sideOf as boxSide } from './boxes.js'
import { FORMS, HOLED, SHAPES, SOLID } from './forms.js'
import { insideSums, sideOf } from './inside.js'
import type { PairLinks } from './links.js'
import { type Match, type Posteriors, posteriorsOf } from './posteriors.js'
import type { Scores } from './scores.js'
import type { Row } from './vocabulary.js'
import { weights } from './weights.js'

/** The weight of sentences against paragraphs. From .3 to .5 it makes little difference; alone, either is worse. */
const SENTENCES = 0.4
/**
 * The same where neighbours seem to share a sentence: that, paragraphs cannot know. `npm run eval -- DIR alignment --set
 * 'other shape'`: .947 and .952 (both halves) at .4, .950 and .954 at .8, and of its sure units .934 are right, not .903.
 */
const SHARED = 0.8
const SURE = 0.98 // of a bead that parts two stretches
/** Sentences of a text in a stretch; longer ones are left to their paragraphs: reading costs as their square. */
const MOST_SENTENCES = 40
const MOST_LENGTH = 20_000 // units of a paragraph
const MOST_BOXES = 150 // nodes of a stretch that beads may begin at
/** A hole is rarer than a bead of the same rows without one. */
const HOLE = weights.priorHole - weights.prior12

/** Rows of a text and, where they can be had, their sentences. */
export interface Readable {
  readonly rows: readonly Row[]
  readonly sentencesOf?: (row: number) => readonly Row[]
}

/** The nodes where a stretch begins and ends, and the weight of its sentences. */
type Stretch = readonly [i: number, j: number, endI: number, endJ: number, weight: number]

/** The posteriors of two texts when doubtful stretches have been read again; `mean` is that of the log ratio of lengths. */
export function bySentences(
  scores: Scores,
  posteriors: Posteriors,
  texts: readonly [Readable, Readable],
  links: PairLinks,
  mean: number,
): Posteriors {
  const worth = stretches(scores, posteriors, texts).filter(stretch => isWorth(stretch, texts, posteriors, scores))
  if (worth.length === 0) return posteriors
  const alone = [posteriors.alone[0].slice(), posteriors.alone[1].slice()] as const
  const matches: Match[] = []
  let at = 0
  const isInside = ({ i, j }: Match, [fromI, fromJ, toI, toJ]: Stretch) =>
    i >= fromI && j >= fromJ && i < toI && j < toJ
  // Matches come in the order of their first rows, and so do stretches.
  for (const match of posteriors.matches) {
    while (at < worth.length && worth[at]![2] <= match.i) at++
    if (at === worth.length || !isInside(match, worth[at]!)) matches.push(match)
  }
  for (const stretch of worth) {
    const read = posteriorsOf(readAgain(scores, posteriors, stretch, texts, links, mean))
    for (const match of read.matches) matches.push({ ...match, i: match.i + stretch[0], j: match.j + stretch[1] })
    alone[0].set(read.alone[0], stretch[0])
    alone[1].set(read.alone[1], stretch[1])
  }
  return { matches, alone, open: posteriors.open }
}

/** What lies between sure beads. */
function stretches({ band }: Scores, { matches }: Posteriors, texts: readonly [Readable, Readable]): Stretch[] {
  const out: Stretch[] = []
  const sure = matches.filter(({ bead }) => bead > SURE)
  const surplus = sure.map(match => surplusOf(match, texts))
  let [i, j, weight] = [0, 0, SENTENCES]
  sure.forEach((match, k) => {
    if (mayShare(surplus[k - 1], surplus[k]!) || mayShare(surplus[k], surplus[k + 1] ?? 0)) {
      weight = SHARED
      return
    }
    if (match.i > i && match.j > j) out.push([i, j, match.i, match.j, weight])
    i = match.i + FORMS[match.f]!.span
    j = match.j + FORMS[match.g]!.span
    weight = SENTENCES
  })
  if (band.rows > i && band.columns > j) out.push([i, j, band.rows, band.columns, weight])
  return out
}

/**
 * A sentence that one text has at the end of a paragraph and the other at the beginning of the next: each of the two has a
 * better partner than none, and so both are sure, but one has a sentence too many and its neighbour one too few.
 */
const mayShare = (before = 0, after = 0) => before * after < 0

/** How many sentences the first side of a bead has more than the second. */
function surplusOf({ i, f, j, g }: Match, [a, b]: readonly [Readable, Readable]): number {
  let sum = 0
  for (const offset of FORMS[f]!.rows) sum += a.rows[i + offset]!.sentences
  for (const offset of FORMS[g]!.rows) sum -= b.rows[j + offset]!.sentences
  return sum
}

/** Is there a paragraph of several sentences, and can the stretch be read in good time? */
function isWorth(
  stretch: Stretch,
  texts: readonly [Readable, Readable],
  { open }: Posteriors,
  { band }: Scores,
): boolean {
  const [i, j, endI, endJ] = stretch
  if (endI - i > MOST_SENTENCES || endJ - j > MOST_SENTENCES) return false
  const rows = [texts[0].rows.slice(i, endI), texts[1].rows.slice(j, endJ)]
  if (texts.some(text => !text.sentencesOf) || !rows.some(side => side.some(row => row.sentences > 1))) return false
  if (rows.some(side => side.some(row => row.length > MOST_LENGTH))) return false
  if (rows.some(side => side.reduce((sum, row) => sum + row.sentences, 0) > MOST_SENTENCES)) return false
  let boxes = 0
  for (let p = i; p < endI; p++)
    for (let q = j; q < endJ; q++) if (inBand(band, p, q)) boxes += open[band.offset[p]! + q]!
  return boxes <= MOST_BOXES
}

/** The scores of a stretch alone. */
function readAgain(
  { band, tables, nothing }: Scores,
  { open }: Posteriors,
  [fromI, fromJ, toI, toJ, weight]: Stretch,
  texts: readonly [Readable, Readable],
  links: PairLinks,
  mean: number,
): Scores {
  const [n, m] = [toI - fromI, toJ - fromJ]
  const small = bandOf(n, m, () => [])
  const [left, right] = [sentencesIn(texts[0], fromI, toI), sentencesIn(texts[1], fromJ, toJ)]
  const beads = beadScores(boxSide(left.atoms), boxSide(right.atoms), links, mean)
  const out = tables.map(() => new Float64Array(small.size).fill(Number.NEGATIVE_INFINITY))
  const sums = (rowsA: readonly number[], rowsB: readonly number[]) =>
    insideSums(beads, right.atoms.length, sideOf(left.start, rowsA), sideOf(right.start, rowsB))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (!inBand(band, i + fromI, j + fromJ) || open[band.offset[i + fromI]! + j + fromJ] === 0) continue
      const solid = sums(upTo(i, n), upTo(j, m))
      SHAPES.forEach(([f, g], shape) => {
        if (i + FORMS[f]!.span > n || j + FORMS[g]!.span > m) return
        const plain = tables[shape]![band.offset[i + fromI]! + j + fromJ]!
        if (plain === Number.NEGATIVE_INFINITY) return
        const isSolid = f < SOLID && g < SOLID
        const said = isSolid ? solid[f]![g]! : holed(sums, f, i, j)
        out[shape]![small.offset[i]! + j] = (1 - weight) * plain + weight * said
      })
    }
  }
  return { band: small, tables: out, nothing }
}

const upTo = (row: number, end: number) => Array.from({ length: Math.min(SOLID, end - row) }, (_, k) => row + k)

function holed(
  sums: (a: readonly number[], b: readonly number[]) => number[][],
  f: number,
  i: number,
  j: number,
): number {
  return HOLE + (f === HOLED ? sums([i, i + 2], [j])[1]![0]! : sums([i], [j, j + 2])[0]![1]!)
}

/** The sentences of some rows, and at which of them each row begins. */
function sentencesIn({ sentencesOf }: Readable, from: number, to: number): { atoms: Atom[]; start: number[] } {
  const atoms: Atom[] = []
  const start = [0]
  for (let row = from; row < to; row++) {
    for (const [k, sentence] of sentencesOf!(row).entries()) atoms.push({ row: sentence, begins: k === 0 })
    start.push(atoms.length)
  }
  return { atoms, start }
}
