/**
 * What some translations lack: blocks that stand in no unit, units without a document, sentences, and blocks that nobody
 * translated. A sentence is missing where a text of a unit has fewer sentences than every other and is as much shorter as
 * a sentence is long, by the proportion that the languages of this release have.
 */
import type { BlockKind, RecordUnit, Statement } from '../model.js'
import { sentencesOf } from '../tokens/sentences.js'
import { minorityOf } from './compare.js'
import { type ReleaseView, stated, type UnitView, type View } from './views.js'

/** Blocks or sentences that are there for some documents only. */
export interface Gap {
  readonly code: 'block-differs' | 'block-missing' | 'block-moved' | 'sentence-missing'
  readonly unit: RecordUnit | null
  readonly kind: BlockKind
  readonly values: Readonly<Record<string, readonly Statement[]>>
  readonly minority: readonly string[]
  /** 0 to 1, how plain it is. */
  readonly sure: number
  /** The document that has fewer sentences. */
  readonly about?: string
}

/** Each edition has its own of these. */
const OWN: ReadonlySet<BlockKind> = new Set([
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
// Proportions of fewer characters than this are chance.
const LEAST_TEXT = 300

/** Blocks that some documents lack, those that stand elsewhere, and those that say something else. */
export function blockGaps(view: ReleaseView): Gap[] {
  const { documents, units } = view
  const lone = loneBlocks(view)
  const instead = insteadOf(view, lone)
  const ids = documents.map(({ id }) => id)
  const whole = (view: View) => view.blocks.map(block => stated(block, { start: 0, end: block.text.length }, ''))
  const inUnits = units.flatMap(({ unit, views }): Gap[] => {
    const own = Object.fromEntries(views.map(view => [view.document.id, whole(view)]))
    const gap = { unit, kind: unit.kind, sure: 1 }
    const moved: Gap[] =
      unit.moved.length > 0
        ? [{ ...gap, code: 'block-moved', values: own, minority: views.length > 2 ? unit.moved : [] }]
        : []
    const missing = ids.filter(id => !Object.hasOwn(own, id))
    if (missing.length === 0 || views.length < 2 || OWN.has(unit.kind)) return moved
    const values = Object.fromEntries(ids.map(id => [id, own[id] ?? instead.get(`${unit.id} ${id}`) ?? []]))
    const [only] = missing
    if (missing.length === 1 && values[only!]!.length > 0)
      return [...moved, { ...gap, code: 'block-differs', values, minority: missing }]
    const minority = minorityOf([new Set(missing), new Set(Object.keys(own))], ids.length)
    return [...moved, { ...gap, code: 'block-missing', values, minority }]
  })
  const told = new Set([...inUnits].flatMap(gap => Object.values(gap.values).flat()).map(({ block }) => block))
  const blocks = documents.flatMap(({ id, blocks }) =>
    blocks
      .filter(block => lone.has(block.id) && !told.has(block.id))
      .map((block): Gap => {
        const statement = stated(block, { start: 0, end: block.text.length }, '')
        const values = Object.fromEntries(ids.map(other => [other, other === id ? [statement] : []]))
        const minority = ids.length > 2 ? [id] : []
        return { code: 'block-missing', unit: null, kind: block.kind, values, minority, sure: 1 }
      }),
  )
  return [...inUnits, ...blocks]
}

/** Ids of blocks that plainly have no counterpart, but for kinds that each edition has its own of. */
function loneBlocks({ record, documents }: ReleaseView): Set<string> {
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
      if (lacking.length === 1 && other.length === 1)
        found.set(`${lacking[0]!.id} ${document.id}`, [stated(other[0]!, { start: 0, end: other[0]!.text.length }, '')])
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
export function sentenceGaps(units: readonly UnitView[]): Gap[] {
  const extents = units.map(({ views }) => views.map(extentOf))
  const totals = new Map<string, Map<string, number>>()
  for (const own of extents)
    for (const a of own) for (const b of own) add(totals, a.view.document.id, b.view.document.id, a.length)
  const ratio = (a: View, b: View) =>
    totals.get(a.document.id)!.get(b.document.id)! / totals.get(b.document.id)!.get(a.document.id)!
  return units.flatMap(({ unit }, i) => {
    const own = extents[i]!
    if (own.length < 2 || OWN.has(unit.kind)) return []
    return own.flatMap(extent => {
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
      return [gapOf(unit, extent, own, Math.min(1, lacks / sentence))]
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

function gapOf(unit: RecordUnit, short: Extent, all: readonly Extent[], sure: number): Gap {
  const values = Object.fromEntries(
    all.map(({ view }) => [
      view.document.id,
      view.blocks.map(block => stated(block, { start: 0, end: block.text.length }, '')),
    ]),
  )
  const minority = all.length > 2 ? [short.view.document.id] : []
  return { code: 'sentence-missing', unit, kind: unit.kind, values, minority, sure, about: short.view.document.id }
}
