/**
 * Aligns the paragraphs of a release over all its languages at once; nothing need be learned beforehand: every pair is
 * weighed by lengths, numbers of sentences, and words that can be compared (`scores.ts`); third languages are asked
 * (`consistency.ts`); the beads that can be expected to be right most often are taken (`decode.ts`) and made to agree
 * (`consensus.ts`); what hangs together becomes a unit with segments (`units.ts`, `segments.ts`). Order is kept,
 * and what stands in another place is looked for at last (`moved.ts`).
 */
import { UserError } from '../errors.js'
import type { LexiconOf } from '../learned/pair-lexicon.js'
import type { AlignedUnit, Alignment } from '../model.js'
import { beadsOf } from '../releases/beads.js'
import { type Apart, forbid, keptApart, type WrongUnit } from './apart.js'
import { type Band, bandThrough } from './band.js'
import { confidenceOf, ownersOf } from './confidence.js'
import { agreed } from './consensus.js'
import { type Belief, beliefsOf, consistent } from './consistency.js'
import { unitWithoutCopies, withCopies, withoutCopies } from './copies.js'
import { decode } from './decode.js'
import { linkable, linksBetween, type PairLinks, withLinks } from './links.js'
import { withMoves } from './moved.js'
import { doubtOf, ownLinks } from './own-lexicon.js'
import { type Rows, rowsOf, weigh } from './pairs.js'
import { type AlignableText, type Reading, readingOf } from './reading.js'
import { relatedness, relatedTexts } from './related.js'
import { segmentsOf } from './segments.js'
import { type TypeTable, typeTable } from './type-table.js'
import { type Unit, unitsOf } from './units.js'
import { weights } from './weights.js'

export type { AlignableText } from './reading.js'

/**
 * Units in reading order, each spanning at least two texts; every part holds UTF-16 offsets in its paragraph. The
 * result does not depend on the order of the texts. `lexiconOf` gives what a corpus has taught of two languages; `wrong`
 * are sets of paragraphs that are not to be in one unit, of texts that are all given. Throws a UserError where two texts
 * have the same id.
 */
export function align(
  texts: readonly AlignableText[],
  lexiconOf: LexiconOf = () => undefined,
  wrong: readonly WrongUnit[] = [],
): Alignment {
  const sorted = [...texts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const twice = sorted.find((text, k) => k > 0 && text.id === sorted[k - 1]!.id)
  if (twice) throw new UserError(`Two texts have the id "${twice.id}": give each text an id of its own.`)
  const table = typeTable()
  const distinct = withoutCopies(sorted)
  const readings = distinct.originals.map(text => readingOf(text, table))
  const family = distinct.originals.map(({ id, versionOf }) => versionOf ?? id)
  const apart =
    wrong.length === 0
      ? null
      : { wrong: wrong.map(unit => rowsIn(unitWithoutCopies(unit, distinct), readings)), family }
  const aligned = alignSorted(readings, table, lexiconOf, apart)
  const units = withCopies(aligned, distinct)
  const sizes = new Map(sorted.map(text => [text.id, text.paragraphs.length]))
  const sizeOf = (id: string) => {
    const size = sizes.get(id)
    if (size === undefined)
      throw new UserError(`No text has the id "${id}": there are ${[...sizes.keys()].join(', ')}.`)
    return size
  }
  const segments = units.flatMap(unit => unit.segments)
  return { units, beads: (a, b) => beadsOf(segments, a, b, sizeOf(a), sizeOf(b)) }
}

/** The rows of the paragraphs of a unit, by the number of the text. */
const rowsIn = (unit: WrongUnit, readings: readonly Reading[]) =>
  readings.map(({ id, index }) => {
    const paragraphs = new Set(Object.hasOwn(unit, id) ? unit[id] : [])
    return new Set(index.flatMap((paragraph, row) => (paragraphs.has(paragraph) ? [row] : [])))
  })

/**
 * Long texts teach a lexicon of their own, where they leave doubt and few texts stand witness. Strict F1 of `npm run eval --
 * DIR alignment --set 'long two-language texts'`: .9852 without (OWN_ROUNDS 0), .9912 with it; without packs .9820 and
 * .9918. Where doubt is not asked for (OWN_DOUBT 0) the same is found in twice the time, with .02 .9897. Six languages
 * (`--set 'long six-language texts'`, OWN_TEXTS 6) gain .0015 in five times the time. Short texts (`--set 'two texts side
 * by side'`, OWN_ROWS 10) gain .001 in twice the time, and of their units of .9 and more .993 are right instead of .997.
 */
const OWN_ROWS = 80
const OWN_TEXTS = 3
const OWN_DOUBT = 0.004
const OWN_ROUNDS = 2

function alignSorted(
  readings: readonly Reading[],
  table: TypeTable,
  lexiconOf: LexiconOf,
  apart: Apart | null,
): AlignedUnit[] {
  const rows = readings.map(reading => rowsOf(reading.rows, reading.sentencesOf))
  const { links, beliefs, bands, related } = beliefsWithOwnWords(readings, rows, linksIn(readings, table, lexiconOf))
  if (apart) forbid(beliefs, apart)
  const cost = readings.length > 2 ? weights.beadCost : 0
  const beads = bands.map((row, a) =>
    row.map((band, b) => (band === null ? [] : decode(beliefs[a]![b]!, beliefs[b]![a]!, band, cost))),
  )
  const sizes = readings.map(reading => reading.rows.length)
  const together = readings.length > 2 ? agreed(beads, sizes) : beads
  const final = apart ? keptApart(together, sizes, apart) : together
  const linksOf = (a: number, b: number) => links[a]![b]!
  const inOrder = unitsOf(final, sizes)
  const moves = withMoves(final, inOrder, rows, linksOf)
  const moved = apart ? keptApart(moves.beads, sizes, apart) : moves.beads
  const units = moves.believed.size > 0 ? unitsOf(moved, sizes) : inOrder
  const owners = ownersOf(moved)
  const sureness = relatedTexts(related)
  return units.map(unit => ({
    ...alignedUnit(unit, readings, linksOf),
    confidence: confidenceOf(unit, owners, beliefs, sureness, moves.believed),
  }))
}

/** Finds the links of two texts by their numbers, those that a corpus has taught among them. */
function linksIn(readings: readonly Reading[], table: TypeTable, lexiconOf: LexiconOf) {
  const vocabularies = readings.map(reading => reading.vocabulary)
  const release = linkable(table, vocabularies)
  return (a: number, b: number): PairLinks => {
    const [first, second] = [vocabularies[a]!.pack, vocabularies[b]!.pack]
    return linksBetween(release, a, b, first && second ? lexiconOf(first.tag, second.tag) : undefined)
  }
}

/** What is believed of the texts, again with the lexicons that they teach themselves where these are worth their time. */
function beliefsWithOwnWords(
  readings: readonly Reading[],
  rows: readonly Rows[],
  plainLinks: (a: number, b: number) => PairLinks,
) {
  let links = pairsOf(readings.length, plainLinks)
  let found = allBeliefs(rows, links)
  for (let round = 0; round < OWN_ROUNDS && readings.length <= OWN_TEXTS; round++) {
    const { beliefs, wide } = found
    const teaches = (a: number, b: number) =>
      Math.min(rows[a]!.rows.length, rows[b]!.rows.length) >= OWN_ROWS && doubtOf(beliefs[a]![b]!) > OWN_DOUBT
    const learned = readings.map((_, a) =>
      readings.map((_, b) => (a < b && teaches(a, b) ? ownLinks(beliefs[a]![b]!, readings[a]!, readings[b]!) : null)),
    )
    // Texts of equal lines leave doubt and teach nothing: they need not be weighed again.
    if (!learned.flat().some(own => own !== null && own.length > 0)) break
    links = pairsOf(readings.length, (a, b) => {
      const own = learned[a]![b]
      return own ? withLinks(plainLinks(a, b), own) : plainLinks(a, b)
    })
    found = allBeliefs(rows, links, wide)
  }
  return { ...found, links }
}

/** Links of every ordered pair of texts; those of a text with itself are not there. */
function pairsOf(texts: number, linksOf: (a: number, b: number) => PairLinks): PairLinks[][] {
  const out: PairLinks[][] = Array.from({ length: texts }, () => [])
  for (let a = 0; a < texts; a++) {
    for (let b = a + 1; b < texts; b++) {
      const forth = linksOf(a, b)
      out[a]![b] = forth
      out[b]![a] = { ...forth, there: forth.back, back: forth.there }
    }
  }
  return out
}

/**
 * What is believed of every ordered pair by the witness of third texts, how far the two are related, and for a < b the bands
 * that were looked at.
 */
function allBeliefs(
  rows: readonly Rows[],
  links: readonly (readonly PairLinks[])[],
  known?: readonly (readonly (Band | null)[])[],
) {
  const beliefs: Belief[][] = rows.map(() => [])
  const wide: (Band | null)[][] = rows.map(() => [])
  const related: number[][] = rows.map(() => rows.map(() => 1))
  const bands: (Band | null)[][] = rows.map(() => rows.map(() => null))
  for (let a = 0; a < rows.length; a++) {
    for (let b = a + 1; b < rows.length; b++) {
      const likely = a > 0 ? bandThrough(bands[0]![a]!, bands[0]![b]!) : null
      const weighed = weigh(rows[a]!, rows[b]!, links[a]![b]!, known?.[a]?.[b] ?? undefined, likely ?? undefined)
      ;[beliefs[a]![b], beliefs[b]![a]] = beliefsOf(weighed.posteriors)
      wide[a]![b] = weighed.wide
      bands[a]![b] = weighed.band
      related[a]![b] = relatedness(weighed.words, Math.min(rows[a]!.rows.length, rows[b]!.rows.length))
      related[b]![a] = related[a]![b]!
    }
  }
  return { beliefs: rows.length > 2 ? consistent(beliefs) : beliefs, bands, wide, related }
}

function alignedUnit(
  unit: Unit,
  readings: readonly Reading[],
  linksOf: (a: number, b: number) => PairLinks,
): Omit<AlignedUnit, 'confidence'> {
  const members = unit.rows.flatMap((rows, text) => (rows.length > 0 ? [text] : []))
  const paragraphs = Object.fromEntries(
    members.map(text => [readings[text]!.id, unit.rows[text]!.map(row => readings[text]!.index[row]!)]),
  )
  return { paragraphs, segments: segmentsOf(unit, readings, linksOf) }
}
