/**
 * Siblings as witnesses of lossy repairs. Names and numbers are written alike in every translation: where a sibling's
 * aligned block has the repaired word to the letter, the repair is confirmed; where it has the word as it stood before
 * the repair, and none has the repaired one, the repair is taken back. Either way the log names the witness.
 */
import type { AlignedUnit, Document, DocumentRepair, Part, Unrepaired } from '../model.js'
import { isLossyWord } from './word-at.js'

/** A sibling's word is stronger evidence than any frequency. */
const CONFIRMED = 0.99

type Paragraphs = Readonly<Record<string, readonly string[]>>
interface Testimony {
  readonly repair: DocumentRepair
  readonly witness: string
  readonly confirms: boolean
}

/** Documents and units after the witnesses were heard; offsets in blocks whose text changed are kept true. */
export function hearWitnesses(documents: readonly Document[], units: readonly AlignedUnit[], paragraphs: Paragraphs) {
  const texts = new Map(documents.flatMap(d => d.blocks.map(b => [b.id, b.text] as const)))
  const siblings = siblingBlocks(units, paragraphs)
  let moved = units
  const heard = documents.map(document => {
    const testimonies = document.repairs.flatMap(repair => testimony(repair, texts, siblings) ?? [])
    const vetoed = testimonies.filter(t => !t.confirms)
    for (const { repair } of vetoed.toReversed())
      moved = moved.map(unit => shiftUnit(unit, document.id, paragraphs, repair))
    return vetoed.reduceRight((d, t) => takeBack(d, t), confirm(document, testimonies))
  })
  return { documents: heard, units: moved }
}

/** For each block the blocks of other documents in its unit. */
function siblingBlocks(units: readonly AlignedUnit[], paragraphs: Paragraphs): Map<string, string[]> {
  const siblings = new Map<string, string[]>()
  for (const unit of units) {
    const members = Object.entries(unit.paragraphs).sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [own, numbers] of members) {
      const others = members.filter(([d]) => d !== own).flatMap(([d, ps]) => ps.map(p => paragraphs[d]![p]!))
      for (const number of numbers) siblings.set(paragraphs[own]![number]!, others)
    }
  }
  return siblings
}

function testimony(
  repair: DocumentRepair,
  texts: ReadonlyMap<string, string>,
  siblings: ReadonlyMap<string, readonly string[]>,
): Testimony | null {
  const words = isLossyWord(repair, texts)
  if (!words) return null
  const has = (word: string) => siblings.get(repair.at!.block)?.find(id => words.in(texts.get(id)!, word))
  const confirming = has(words.after)
  if (confirming !== undefined) return { repair, witness: confirming, confirms: true }
  const against = has(words.before)
  return against === undefined ? null : { repair, witness: against, confirms: false }
}

function confirm(document: Document, testimonies: readonly Testimony[]): Document {
  const by = new Map(testimonies.filter(t => t.confirms).map(t => [t.repair, t.witness]))
  if (by.size === 0) return document
  const repairs = document.repairs.map(repair => {
    const witness = by.get(repair)
    if (witness === undefined) return repair
    const { at, ...rest } = repair
    return { ...rest, evidence: 'siblings' as const, confidence: Math.max(repair.confidence, CONFIRMED), witness, at }
  })
  return { ...document, repairs }
}

// --- taking a repair back ------------------------------------------------------------------------------------------------

function takeBack(document: Document, { repair }: Testimony): Document {
  const { block, start, end } = repair.at!
  const unrepaired: Unrepaired = {
    start: repair.start,
    end: repair.end,
    text: repair.before,
    kind: repair.kind as Unrepaired['kind'],
    reason: 'vetoed',
  }
  const same = (r: DocumentRepair) => r.start === repair.start && r.end === repair.end
  return {
    ...document,
    blocks: document.blocks.map(b =>
      b.id === block ? { ...b, text: b.text.slice(0, start) + repair.before + b.text.slice(end) } : b,
    ),
    repairs: document.repairs
      .filter(r => !same(r))
      .map(r =>
        r.at?.block === block
          ? { ...r, at: { ...r.at, start: shifted(r.at.start, repair), end: shifted(r.at.end, repair) } }
          : r,
      ),
    unrepaired: [...document.unrepaired, unrepaired].sort((a, b) => a.start - b.start),
  }
}

/** An offset in the block's text after the repair is taken back. */
function shifted(offset: number, repair: DocumentRepair): number {
  return offset < repair.at!.end
    ? Math.min(offset, repair.at!.start)
    : offset + repair.before.length - repair.after.length
}

function shiftUnit(unit: AlignedUnit, document: string, paragraphs: Paragraphs, repair: DocumentRepair): AlignedUnit {
  const number = paragraphs[document]!.indexOf(repair.at!.block)
  if (!unit.paragraphs[document]?.includes(number)) return unit
  const move = (part: Part): Part =>
    part.paragraph === number
      ? { paragraph: number, start: shifted(part.start, repair), end: shifted(part.end, repair) }
      : part
  return {
    ...unit,
    segments: unit.segments.map(s =>
      Object.fromEntries(Object.entries(s).map(([d, parts]) => [d, d === document ? parts.map(move) : parts])),
    ),
  }
}
