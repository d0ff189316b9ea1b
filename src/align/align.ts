/**
 * Aligns the paragraphs of a release over all its languages at once; nothing need be learned beforehand: every pair is
 * weighed by lengths, numbers of sentences, and words that can be compared (`scores.ts`); third languages are heard
 * (`consistency.ts`); the beads that can be expected to be right most often are taken (`decode.ts`) and made to agree
 * (`consensus.ts`); what hangs together becomes a unit with segments (`units.ts`, `segments.ts`). Order is kept: a
 * paragraph that moved to another place is not found.
 */
import { UserError } from '../errors.js'
import type { LanguagePack } from '../languages/pack.js'
import type { AlignedUnit, Alignment, BlockKind } from '../model.js'
import { beadsOf } from '../text/beads.js'
import type { LexiconOf } from '../text/pair-lexicon.js'
import { confidenceOf, type Owners, ownersOf } from './confidence.js'
import { agreed } from './consensus.js'
import { type Belief, beliefsOf, consistent } from './consistency.js'
import { decode } from './decode.js'
import { type PairLinks, pairLinks, rowsOf, weigh } from './pairs.js'
import type { Reading } from './reading.js'
import { segmentsOf } from './segments.js'
import { type Unit, unitsOf } from './units.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** One text of a release; `kind` of a paragraph is used softly, where it is known. */
export interface AlignableText {
  readonly id: string
  readonly pack: LanguagePack | null
  readonly paragraphs: readonly { readonly text: string; readonly kind?: BlockKind }[]
}

/**
 * Units in reading order, each spanning at least two texts; every part holds UTF-16 offsets in its paragraph. The
 * result does not depend on the order of the texts. `lexiconOf` gives what a corpus has taught of two languages. Throws
 * a UserError where two texts have the same id.
 */
export function align(texts: readonly AlignableText[], lexiconOf: LexiconOf = () => undefined): Alignment {
  const sorted = [...texts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const twice = sorted.find((text, k) => k > 0 && text.id === sorted[k - 1]!.id)
  if (twice) throw new UserError(`Two texts have the id "${twice.id}": give each text an id of its own.`)
  const units = alignSorted(sorted.map(readingOf), lexiconOf)
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

/** Reads a text; blank paragraphs are left out of the rows and so never get a partner. */
function readingOf(text: AlignableText): Reading {
  const vocabulary = vocabularyOf(text.pack)
  const index = text.paragraphs.map((_, k) => k).filter(k => text.paragraphs[k]!.text.trim() !== '')
  const texts = index.map(k => text.paragraphs[k]!.text)
  const rows = index.map(k => vocabulary.row(text.paragraphs[k]!.text, text.paragraphs[k]!.kind))
  return { id: text.id, vocabulary, texts, rows, index }
}

function alignSorted(readings: readonly Reading[], lexiconOf: LexiconOf): AlignedUnit[] {
  const rows = readings.map(reading => rowsOf(reading.rows))
  const links: PairLinks[][] = readings.map(() => [])
  const beliefs: Belief[][] = readings.map(() => [])
  const bands = readings.map((_, a) =>
    readings.map((_, b) => {
      if (a >= b) return null
      const forth = linksOfPair(readings[a]!.vocabulary, readings[b]!.vocabulary, lexiconOf)
      links[a]![b] = forth
      links[b]![a] = { there: forth.back, back: forth.there, kinds: forth.backKinds, backKinds: forth.kinds }
      const { posteriors, band } = weigh(rows[a]!, rows[b]!, forth)
      ;[beliefs[a]![b], beliefs[b]![a]] = beliefsOf(posteriors)
      return band
    }),
  )
  const heard = readings.length > 2 ? consistent(beliefs) : beliefs
  const beads = bands.map((row, a) =>
    row.map((band, b) => (band === null ? [] : decode(heard[a]![b]!, heard[b]![a]!, band))),
  )
  const sizes = readings.map(reading => reading.rows.length)
  const final = readings.length > 2 ? agreed(beads, sizes) : beads
  const owners = ownersOf(final)
  return unitsOf(final, sizes).map(unit => alignedUnit(unit, readings, (a, b) => links[a]![b]!, owners, heard))
}

/** Links of two vocabularies, those that a corpus has taught among them. */
function linksOfPair(a: Vocabulary, b: Vocabulary, lexiconOf: LexiconOf): PairLinks {
  return pairLinks(a, b, a.pack && b.pack ? lexiconOf(a.pack.tag, b.pack.tag) : undefined)
}

function alignedUnit(
  unit: Unit,
  readings: readonly Reading[],
  linksOf: (a: number, b: number) => PairLinks,
  owners: Owners,
  beliefs: readonly (readonly Belief[])[],
): AlignedUnit {
  const members = unit.rows.flatMap((rows, text) => (rows.length > 0 ? [text] : []))
  const paragraphs = Object.fromEntries(
    members.map(text => [readings[text]!.id, unit.rows[text]!.map(row => readings[text]!.index[row]!)]),
  )
  return { paragraphs, confidence: confidenceOf(unit, owners, beliefs), segments: segmentsOf(unit, readings, linksOf) }
}
