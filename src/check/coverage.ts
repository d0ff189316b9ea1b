/**
 * What some translations lack: blocks that stand in no unit, units without a document, sentences, and blocks that nobody
 * translated. A sentence is missing where a text of a unit has fewer sentences than every other and is as much shorter as
 * a sentence is long, by the proportion that the languages of this release have.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { Block, BlockKind, Document, RecordUnit, Statement } from '../model.js'
import { sentencesOf } from '../tokens/sentences.js'
import { functionWords } from '../words/vote.js'
import { minorityOf } from './compare.js'
import { wordsOf } from './name-words.js'
import { type Discrepancy, type ReleaseView, type UnitView, type View, whole } from './views.js'

/** Each edition has its own of these. */
export const OWN: ReadonlySet<BlockKind> = new Set([
  'label',
  'contact',
  'link',
  'note',
  'end-mark',
  'chrome',
  'disclaimer',
  'about',
])
// Shares of what was to be expected: a text so much shorter lacks something, loosely translated or not.
const SHORT = 0.8
const SHORT_OF_TWO = 0.66
const SENTENCE_SHARE = 0.45
const LEAST_LENGTH = 25
const LONGEST = 20_000
// A line that goes on in the next one, and all of a stranger.
export const UNSURE = 0.5
// Proportions of fewer characters than this are chance.
const LEAST_TEXT = 300

/** Blocks that some documents lack, those that stand elsewhere, and those that say something else. */
export function blockGaps(view: ReleaseView): Discrepancy[] {
  const { documents, units } = view
  const lone = loneBlocks(view)
  const instead = insteadOf(view, lone)
  const ids = documents.map(({ id }) => id)
  const inUnits = units.flatMap(({ unit, views }): Discrepancy[] => {
    const own = wholeBlocks(views)
    const moved: Discrepancy[] =
      unit.moved.length > 0
        ? [{ code: 'block-moved', unit, values: own, minority: views.length > 2 ? unit.moved : [] }]
        : []
    const missing = ids.filter(id => !Object.hasOwn(own, id))
    if (missing.length === 0 || views.length < 2 || OWN.has(unit.kind)) return moved
    const values = Object.fromEntries(ids.map(id => [id, own[id] ?? instead.get(`${unit.id} ${id}`) ?? []]))
    const [only] = missing
    if (missing.length === 1 && values[only!]!.length > 0)
      return [...moved, { code: 'block-differs', unit, values, minority: missing }]
    const minority = minorityOf([new Set(missing), new Set(Object.keys(own))], ids.length)
    return [...moved, { code: 'block-missing', unit, values, minority }]
  })
  const reported = new Set(inUnits.flatMap(gap => Object.values(gap.values).flat()).map(({ block }) => block))
  const blocks = documents.flatMap(({ id, blocks: documentBlocks }) =>
    documentBlocks
      .filter(block => lone.has(block.id) && !reported.has(block.id))
      .map((block): Discrepancy => {
        const values = Object.fromEntries(ids.map(other => [other, other === id ? [whole(block)] : []]))
        const sure = isPiece(block, documentBlocks) ? UNSURE : 1
        return { code: 'block-missing', unit: null, values, minority: ids.length > 2 ? [id] : [], sure }
      }),
  )
  return [...inUnits, ...blocks].filter(gap => !isTrifle(gap))
}

const TEXT = /[\p{L}\p{N}]/u
const LABEL = /^[^\s:]{1,20}(?: [^\s:]{1,20})?:$/u

/** A mark, or a label of a word or two (`Attachment:`), in every document that has it. */
const isTrifle = ({ code, values }: Discrepancy) =>
  code === 'block-missing' &&
  Object.values(values).every(found => found.every(({ text }) => !TEXT.test(text) || LABEL.test(text)))

/** A line that goes on in the next block: the other text may have both in one. */
function isPiece({ id, text }: Block, blocks: readonly Block[]): boolean {
  const next = blocks[blocks.findIndex(block => block.id === id) + 1]
  return next !== undefined && !/[.!?:”"»)]$/u.test(text) && (next.kind === 'link' || /^\p{Ll}/u.test(next.text))
}

/** The blocks of a unit, by document. */
const wholeBlocks = (views: readonly View[]): Record<string, Statement[]> =>
  Object.fromEntries(views.map(({ document, blocks }) => [document.id, blocks.map(block => whole(block))]))

/** Ids of blocks that plainly have no counterpart, but for kinds that each edition has its own of. */
export function loneBlocks({ record, documents }: ReleaseView): Set<string> {
  const alone = new Set(
    record.alignment.unaligned.flatMap(({ block, reason }) => (reason === 'no-counterpart' ? [block] : [])),
  )
  const blocks = documents.flatMap(document => document.blocks)
  return new Set(blocks.flatMap(({ id, kind }) => (alone.has(id) && !OWN.has(kind) ? [id] : [])))
}

/**
 * What a document has between two units where the others have a unit that it lacks: the only lone block there is the other
 * text. By the id of the unit, a blank, and the id of the document, where just that document lacks the unit.
 */
function insteadOf({ documents, units }: ReleaseView, lone: ReadonlySet<string>): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>()
  for (const document of documents) {
    const at = new Map(document.blocks.map(({ id }, i) => [id, i]))
    let lacking: RecordUnit[] = []
    let last = -1
    const close = (next: number) => {
      const between = document.blocks.slice(last + 1, Math.max(next, last + 1))
      const other = between.filter(({ id }) => lone.has(id))
      if (lacking.length === 1 && other.length === 1) found.set(`${lacking[0]!.id} ${document.id}`, [whole(other[0]!)])
      lacking = []
    }
    for (const { unit, views } of units) {
      const own = views.find(view => view.document === document)
      if (own) {
        const places = own.blocks.map(({ id }) => at.get(id)!).sort((a, b) => a - b)
        close(places[0] ?? document.blocks.length)
        last = Math.max(last, places.at(-1) ?? last)
      } else if (views.length > 1) lacking.push(unit)
    }
    close(document.blocks.length)
  }
  return found
}

interface Extent {
  readonly view: View
  readonly length: number
  readonly sentences: number
}

/** Units in which one document has fewer sentences than all others, and is too short, or more and is too long. */
export function sentenceGaps(units: readonly UnitView[]): Discrepancy[] {
  const extents = units.map(({ views }) => views.map(extentOf))
  const totals = new Map<string, Map<string, number>>()
  for (const own of extents)
    for (const a of own) for (const b of own) add(totals, a.view.document.id, b.view.document.id, a.length)
  const ratio = (a: View, b: View) =>
    totals.get(a.document.id)!.get(b.document.id)! / totals.get(b.document.id)!.get(a.document.id)!
  return units.flatMap(({ unit, views }, i) => {
    const own = extents[i]!
    if (own.length < 2 || OWN.has(unit.kind)) return []
    return own.flatMap((extent): Discrepancy[] => {
      const others = own.filter(other => other !== extent)
      if (others.some(other => totals.get(extent.view.document.id)!.get(other.view.document.id)! < LEAST_TEXT))
        return []
      const expected = others.map(other => other.length * ratio(extent.view, other.view)).sort((a, b) => a - b)
      const least = expected[Math.floor((expected.length - 1) / 2)]!
      const fewest = Math.min(...others.map(other => other.sentences))
      const sentence = least / Math.max(1, fewest)
      const bound = others.length === 1 ? SHORT_OF_TWO : SHORT
      const lacks = least - extent.length
      if (
        extent.sentences >= fewest ||
        lacks < Math.max(LEAST_LENGTH, sentence * SENTENCE_SHARE) ||
        extent.length > bound * least
      )
        return []
      const { id } = extent.view.document
      const minority = own.length > 2 ? [id] : []
      const sure = Math.min(1, lacks / sentence)
      return [{ code: 'sentence-missing', unit, values: wholeBlocks(views), minority, sure, about: id }]
    })
  })
}

function add(totals: Map<string, Map<string, number>>, a: string, b: string, length: number): void {
  const row = totals.get(a) ?? new Map<string, number>()
  totals.set(a, row)
  row.set(b, (row.get(b) ?? 0) + length)
}

function extentOf(view: View): Extent {
  const length = view.blocks.reduce((sum, { text }) => sum + text.length, 0)
  const sentences = view.blocks.reduce(
    (sum, { text }) => sum + sentencesOf(text.slice(0, LONGEST), view.pack).length,
    0,
  )
  return { view, length, sentences }
}

/** The document whose language a block is in. */
interface Source {
  readonly source: Document
  /** 0 to 1. */
  readonly sure: number
}

// Of the words of a text every second or third is a function word; one or two may be part of a name or a quotation.
const LEAST_WORDS = 5
const LEAST_VOTES = 2
const LEAST_SHARE = 0.2
const SURE_VOTES = 5
const MOST = 3

/**
 * Blocks in the language of another document of the release. The words that two languages write alike, names above all,
 * prove nothing: a block counts only where the function words are those of the other language and not of its own.
 */
export function untranslated({ documents, units, packOf }: ReleaseView): Discrepancy[] {
  const unitOf = new Map(
    units.flatMap(({ unit }) => Object.values(unit.blocks).flatMap(ids => ids.map(id => [id, unit]))),
  )
  return documents.flatMap(document => {
    const own = packOf(document)
    const sources = documents.filter(
      other => other.language.tag !== document.language.tag && packOf(other).tag !== own.tag,
    )
    if (sources.length === 0 || own.functionWords.length === 0) return []
    const shared = new Set(sources.flatMap(source => packOf(source).functionWords))
    const copies = new Map<string, string[]>()
    for (const { id, blocks } of sources)
      for (const { text } of blocks) copies.set(text, [...(copies.get(text) ?? []), id].slice(0, sources.length))
    return document.blocks.flatMap((block): Discrepancy[] => {
      if (block.kind === 'chrome' || block.kind === 'link' || block.kind === 'contact') return []
      const same = new Set(copies.get(block.text))
      // What most leave as it is, they quote.
      if (same.size > 1 && same.size * 2 > sources.length) return []
      const found = sourceOf(block, own, sources, packOf, same, shared)
      if (!found) return []
      const { tag } = found.source.language
      const unit = unitOf.get(block.id) ?? null
      const minority = documents.length > 2 ? [document.id] : []
      return [
        {
          code: 'untranslated',
          unit,
          values: { [document.id]: [whole(block, tag)] },
          minority,
          sure: found.sure,
          about: tag,
        },
      ]
    })
  })
}

function sourceOf(
  block: Block,
  own: LanguagePack,
  sources: readonly Document[],
  packOf: (document: Document) => LanguagePack,
  copies: ReadonlySet<string>,
  shared: ReadonlySet<string>,
): Source | null {
  const words = [...new Set(wordsOf(block).map(word => word.text.toLowerCase()))]
  if (words.length < LEAST_WORDS) return null
  const mine = functionWords(own)
  const away = words.filter(word => !mine.has(word))
  // Words that no other language has: so many that the rest cannot outvote them.
  const alone = words.length - away.length - words.filter(word => mine.has(word) && shared.has(word)).length
  if (alone * MOST > away.length && copies.size === 0) return null
  const inScript = words.filter(word => isIn(own.script, word)).length
  const foreign = inScript === 0 && words.filter(word => /^\p{Ll}{3}/u.test(word)).length >= LEAST_WORDS
  if (own.script === 'Hebr' && inScript * 2 > words.length) return null
  const read = sources.map(source => {
    const theirs = functionWords(packOf(source))
    const away = words.filter(word => theirs.has(word)).length
    const only = words.filter(word => theirs.has(word) && !mine.has(word)).length
    const home = words.filter(word => mine.has(word) && !theirs.has(word)).length
    return { source, away, only, home }
  })
  const isCopy = ({ source }: { source: Document }) => (copies.has(source.id) ? 1 : 0)
  const [best] = read.sort((a, b) => isCopy(b) - isCopy(a) || b.only - a.only || b.away - a.away)
  if (!best || best.only < MOST * best.home || best.only === 0) return null
  // Letters of another script, or the very text of another document, leave no doubt.
  if (foreign || isCopy(best) === 1) return { source: best.source, sure: 1 }
  if (best.only < LEAST_VOTES || best.away < words.length * LEAST_SHARE) return null
  return { source: best.source, sure: Math.min(1, best.only / SURE_VOTES) }
}

const isIn = (script: LanguagePack['script'], word: string) =>
  script === 'Hebr' ? /[\u05d0-\u05ea]/.test(word) : /\p{Script=Latin}/u.test(word)
