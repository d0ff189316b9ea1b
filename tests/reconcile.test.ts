/** What siblings tell of each other: dates, wire, issuer, kinds, witnesses. */
import { describe, expect, test } from 'vitest'
import { packOf } from '../src/languages/index.js'
import type { AlignedUnit, Block, Dateline, Document, DocumentRepair } from '../src/model.js'
import { reconcile } from '../src/reconcile/reconcile.js'

const dateline = (date: string | null, wire: string | null = 'NORDWIRE'): Dateline => ({
  place: 'KIEL',
  placeKey: 'kiel-de',
  region: null,
  date,
  wire,
  text: 'KIEL --',
  block: null,
})

function document(id: string, texts: readonly string[], more: Partial<Document> = {}): Document {
  const blocks: Block[] = texts.map((text, i) => ({ id: `${id}:${i}`, kind: 'paragraph', text, spans: [] }))
  return {
    id,
    path: `${id}.txt`,
    bytes: 0,
    sha256: id,
    charset: { name: 'utf-8', evidence: 'ascii' },
    language: { tag: id.slice(0, 2), evidence: 'words', margin: 1, guess: id.slice(0, 2) },
    direction: 'ltr',
    layout: { wrap: 'one-line-paragraphs', width: null },
    title: null,
    summary: null,
    dateline: null,
    crawled: null,
    header: null,
    wire: more.dateline?.wire ?? null,
    issuer: null,
    embargo: null,
    translation: null,
    contacts: [],
    links: [],
    dates: [],
    quantities: [],
    tickers: [],
    identifiers: [],
    blocks,
    repairs: [],
    unrepaired: [],
    warnings: [],
    ...more,
  }
}

/** One unit a row, each paragraph whole. */
const aligned = (documents: readonly Document[]): AlignedUnit[] =>
  documents[0]!.blocks.map((_, i) => ({
    paragraphs: Object.fromEntries(documents.map(d => [d.id, [i]])),
    confidence: 1,
    segments: [
      Object.fromEntries(documents.map(d => [d.id, [{ paragraph: i, start: 0, end: d.blocks[i]!.text.length }]])),
    ],
  }))

function reconciled(documents: readonly Document[]) {
  const ids = Object.fromEntries(documents.map(d => [d.id, d.blocks.map(b => b.id)]))
  return reconcile(documents, aligned(documents), ids, packOf)
}

describe('the date', () => {
  test('is stated by datelines and agreeing prefixes; who says nothing inherits, and says from whom', () => {
    const all = [
      document('da', ['x']),
      document('de', ['x'], { dateline: dateline('2026-03-02') }),
      document('nl', ['x'], { crawled: '2026-03' }),
    ]
    const { issued, documents, warnings, wire } = reconciled(all)
    expect(issued).toEqual({ date: '2026-03-02', precision: 'day', statedBy: ['de', 'nl'], by: 'dateline' })
    expect(documents[0]!.dateline).toEqual({
      place: 'KIEL',
      placeKey: 'kiel-de',
      region: null,
      date: '2026-03-02',
      wire: 'NORDWIRE',
      text: null,
      block: null,
      inheritedFrom: 'de',
    })
    expect([warnings, wire]).toEqual([[], 'NORDWIRE'])
  })

  test('is that of the datelines where a crawler says another, with a warning', () => {
    const { issued, warnings } = reconciled([
      document('de', ['x'], { dateline: dateline('2026-03-02') }),
      document('nl', ['x'], { crawled: '2026-04-01' }),
    ])
    expect(issued).toEqual({ date: '2026-03-02', precision: 'day', statedBy: ['de'], by: 'dateline' })
    expect(warnings.map(w => w.code)).toEqual(['DATES_DISAGREE'])
  })

  test("is that of a site's header where no dateline states one", () => {
    const header = { date: '2026-03-02', source: 'Elbwerk', block: 'de:0' }
    const { issued, warnings } = reconciled([
      document('de', ['x'], { header }),
      document('nl', ['x'], { crawled: '2026-04-01' }),
    ])
    expect(issued).toEqual({ date: '2026-03-02', precision: 'day', statedBy: ['de'], by: 'header' })
    expect(warnings.map(w => w.code)).toEqual(['DATES_DISAGREE'])
  })

  test('gives its year to a dateline without one, if day and month are the same', () => {
    const own = { ...dateline(null), block: 'it:0', text: 'ROMA, 02 MAR -' }
    const dates = (date: string) => [{ date, precision: 'day' as const, start: 6, end: 12, block: 'it:0' }]
    const release = (date: string) => [
      document('de', ['x'], { dateline: dateline('2026-03-02') }),
      document('it', ['ROMA, 02 MAR - x'], { dateline: own, dates: dates(date) }),
    ]
    expect(reconciled(release('--03-02')).documents[1]!.dateline).toMatchObject({
      date: '2026-03-02',
      inheritedFrom: 'de',
    })
    expect(reconciled(release('--03-03')).documents[1]!.dateline).toMatchObject({ date: null })
  })

  test('is null where nobody states one', () => {
    expect(reconciled([document('de', ['x']), document('nl', ['x'])]).issued).toBeNull()
  })
})

describe('warnings', () => {
  test('a release in one language, and two files of the same content', () => {
    const twin = { ...document('de-2', ['x']), sha256: 'de' }
    expect(reconciled([document('de', ['x']), twin]).warnings.map(w => w.code)).toEqual([
      'DUPLICATE_CONTENT',
      'SINGLE_LANGUAGE',
    ])
  })
})

describe('the issuer', () => {
  test('is the name that parts agree on', () => {
    const german = document('de', ['Die Elbwerk AG hat heute Zahlen vorgelegt.'], {
      title: 'Elbwerk AG: Zahlen liegen vor',
    })
    const danish = document('da', ['Elbwerk AG har i dag offentliggjort tal.'])
    expect(reconciled([danish, german]).issuer).toBe('Elbwerk AG')
  })

  test('is on one opening alone the only one that it names', () => {
    expect(reconciled([document('de', ['Die Nordlicht AG wächst.'])]).issuer).toBe('Nordlicht AG')
    expect(reconciled([document('de', ['Die Nordlicht AG und die Südlicht AG wachsen.'])]).issuer).toBeNull()
  })
})

test('a paragraph is a summary where its counterparts are', () => {
  const kinds = (id: string) =>
    document(id, ['one', 'two']).blocks.map((b, i): Block => (i === 0 ? { ...b, kind: 'summary' } : b))
  const { documents } = reconciled([
    document('da', ['en', 'to']),
    document('de', [], { blocks: kinds('de') }),
    document('nl', [], { blocks: kinds('nl') }),
  ])
  expect(documents[0]!.blocks.map(b => b.kind)).toEqual(['summary', 'paragraph'])
  expect(documents[0]!.summary).toBe('en')
})

describe('witnesses', () => {
  const repair = (start: number, before: string, after: string): DocumentRepair => ({
    start,
    end: start + before.length,
    before,
    after,
    kind: 'ocr',
    evidence: 'document',
    lossy: true,
    confidence: 0.9,
    at: { block: 'it:0', start, end: start + after.length },
  })

  test('confirm a name or a number that a sibling has to the letter', () => {
    const italian = document('it', ['Il sistema IA4 parte oggi.'], { repairs: [repair(11, '1A4', 'IA4')] })
    const [, it] = reconciled([document('de', ['Das System IA4 startet heute.']), italian]).documents as [
      Document,
      Document,
    ]
    expect(it.repairs[0]).toMatchObject({ evidence: 'siblings', witness: 'de:0', confidence: 0.99 })
  })

  test('veto one that a sibling has as it stood before, and offsets stay true', () => {
    const italian = document('it', ['Il sistema IAAA parte oggi e domani.'], {
      repairs: [repair(11, '1A', 'IAAA'), repair(20, 'ogi', 'oggi')],
    })
    const shown = {
      ...italian,
      repairs: [italian.repairs[0]!, { ...italian.repairs[1]!, at: { block: 'it:0', start: 22, end: 26 } }],
    }
    const { documents, units } = reconciled([document('de', ['Das System 1A startet heute.']), shown])
    const it = documents[1]!
    expect(it.blocks[0]!.text).toBe('Il sistema 1A parte oggi e domani.')
    expect(it.unrepaired).toEqual([{ start: 11, end: 13, text: '1A', kind: 'ocr', reason: 'vetoed' }])
    expect(it.repairs.map(r => it.blocks[0]!.text.slice(r.at!.start, r.at!.end))).toEqual(['oggi'])
    expect(units[0]!.segments[0]!.it).toEqual([{ paragraph: 0, start: 0, end: it.blocks[0]!.text.length }])
  })
})
