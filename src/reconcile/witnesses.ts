/**
 * Siblings as witnesses of what damage left in doubt. Names, numbers and signs are written alike in every translation:
 * a damaged word that siblings have whole is mended or confirmed by them, a repair that they speak against is taken
 * back, and the log names the block that decided. A word that shows no damage is never touched: where translations
 * differ, they differ.
 */
import type { LanguagePack, PackOf } from '../languages/pack.js'
import type { AlignedUnit, Document, DocumentRepair } from '../model.js'
import { votersOf } from '../releases/versions.js'
import { changesByShape, shapesOf } from './marks.js'
import { byBlock, type Change, moved, rewritten, withoutSettled } from './rewrite.js'
import { type Release, siblingWords } from './sibling-words.js'
import { type Site, sitesOf } from './sites.js'
import { type Verdict, verdictOn } from './verdicts.js'

/** A sibling's word is stronger evidence than any frequency. */
const CONFIRMED = 0.99
/** What one witness says is so often wrong; more are that much surer. */
const DOUBT = 0.1

type Paragraphs = Readonly<Record<string, readonly string[]>>

/**
 * Documents and units after the siblings were asked; offsets in blocks whose text changed are kept true. What is damaged
 * then is held once more against all words, mended ones too, as if the mended texts were read again. The blocks in `left`
 * are not changed.
 */
export function askSiblings(
  documents: readonly Document[],
  units: readonly AlignedUnit[],
  paragraphs: Paragraphs,
  packOf: PackOf,
  left: ReadonlySet<string>,
): AlignedDocuments {
  if (documents.length < 2) return { documents, units }
  const isOpen = ({ block }: Change) => !left.has(block)
  const first = askOnce({ documents, units }, paragraphs, packOf, isOpen, false)
  return first ? (askOnce(first, paragraphs, packOf, isOpen, true) ?? first) : { documents, units }
}

interface AlignedDocuments {
  readonly documents: readonly Document[]
  readonly units: readonly AlignedUnit[]
}

/** `again`: only damage that is left is looked at, and mended words are witnesses. Null where there is none. */
function askOnce(
  { documents, units }: AlignedDocuments,
  paragraphs: Paragraphs,
  packOf: PackOf,
  isOpen: (change: Change) => boolean,
  again: boolean,
): AlignedDocuments | null {
  const sites = documents.map(d => sitesOf(d).filter(site => !again || site.confidence === 0))
  if (sites.every(own => own.length === 0)) return null
  const copies = copiesOf(documents)
  const voters = new Set(votersOf(documents.map(d => d.id).filter(id => firstOf(copies.get(id)!) === id)))
  const words = siblingWords(
    documents.filter(d => voters.has(d.id)),
    packOf,
    again,
  )
  const texts = new Map(documents.flatMap(d => d.blocks.map(b => [b.id, b.text] as const)))
  const release: Release = { words, texts, siblings: siblingBlocks(units, paragraphs, voters, copies) }
  const shapes = shapesOf(documents, release, again)
  let kept = units
  const mended = documents.map((document, i) => {
    const pack = packOf(document.language.tag)
    const said = verdictsOn(copies.get(document.id)!, sites[i]!, release, pack)
    const wanted = [...said.changes, ...changesByShape(document, shapes, pack)].filter(isOpen)
    const changes = byBlock(withoutSettled(document, wanted))
    if (changes.size > 0) kept = moved(kept, document.id, paragraphs[document.id] ?? [], changes)
    return rewritten(confirm(document, said.confirmed), changes)
  })
  return { documents: mended, units: kept }
}

/** The documents of the same bytes, itself first or among them, by id: they know no more than it, and are one witness. */
type Copies = ReadonlyMap<string, ReadonlySet<string>>

function copiesOf(documents: readonly Document[]): Copies {
  const byFile = new Map<string, Set<string>>()
  return new Map(
    documents.map(({ id, sha256 }) => {
      const own = byFile.get(sha256) ?? new Set()
      byFile.set(sha256, own.add(id))
      return [id, own]
    }),
  )
}

const firstOf = <T>(all: ReadonlySet<T>): T | undefined => all.values().next().value

/** For each block the blocks of other documents in its unit, of those that are voters. */
function siblingBlocks(
  units: readonly AlignedUnit[],
  paragraphs: Paragraphs,
  voters: ReadonlySet<string>,
  copies: Copies,
): Map<string, string[]> {
  const siblings = new Map<string, string[]>()
  for (const unit of units) {
    const members = Object.entries(unit.paragraphs).sort(([a], [b]) => (a < b ? -1 : 1))
    const voting = members.filter(([d]) => voters.has(d))
    for (const [own, numbers] of members) {
      const others = voting
        .filter(([d]) => !copies.get(own)!.has(d))
        .flatMap(([d, ps]) => ps.map(p => paragraphs[d]![p]!))
      for (const number of numbers) siblings.set(paragraphs[own]![number]!, others)
    }
  }
  return siblings
}

type Confirmed = ReadonlyMap<DocumentRepair, string>

function verdictsOn(
  own: ReadonlySet<string>,
  sites: readonly Site[],
  { words, texts, siblings }: Release,
  pack: LanguagePack | undefined,
): { changes: Change[]; confirmed: Confirmed } {
  const changes: Change[] = []
  const confirmed = new Map<DocumentRepair, string>()
  for (const site of sites) {
    const aligned = siblings.get(site.block) ?? []
    const text = texts.get(site.block)!
    const verdict = verdictOn({ site, text, own, aligned, words }, pack)
    if (!verdict) continue
    const { to, witness, span } = verdict
    const place = span ? { ...site, ...span, read: text.slice(span.start, span.end) } : site
    if (to !== null) changes.push(...asChanges(place, verdict))
    else for (const repair of site.repairs) confirmed.set(repair, witness)
  }
  return { changes, confirmed }
}

function asChanges(site: Site, { to, witness, documents, veto }: Verdict): Change[] {
  const ground = {
    block: site.block,
    witness,
    kind: site.kind,
    confidence: Math.round(100 - (100 * DOUBT) / documents) / 100,
  }
  if (veto)
    return site.repairs.map(r => ({ ...ground, start: r.at!.start, end: r.at!.end, after: r.before, vetoed: r }))
  const change = { ...ground, ...different(site, to!) }
  // A word's own repair may have taken its lost letter for a quotation mark.
  return [site.kind === 'lost-quote' && /\p{L}/u.test(change.after) ? { ...change, kind: 'lost-character' } : change]
}

/** The part of a word that changes. */
function different({ start, read }: Site, to: string) {
  let head = 0
  while (head < read.length && head < to.length && read[head] === to[head]) head++
  let tail = 0
  while (tail < Math.min(read.length, to.length) - head && read.at(-1 - tail) === to.at(-1 - tail)) tail++
  return { start: start + head, end: start + read.length - tail, after: to.slice(head, to.length - tail) }
}

function confirm(document: Document, confirmed: Confirmed): Document {
  if (confirmed.size === 0) return document
  const repairs = document.repairs.map(repair => {
    const witness = confirmed.get(repair)
    if (witness === undefined) return repair
    const { at, ...rest } = repair
    return { ...rest, evidence: 'siblings' as const, confidence: Math.max(repair.confidence, CONFIRMED), witness, at }
  })
  return { ...document, repairs }
}
