/** The schema of a record, the laws beside it, and `parawire validate`. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { brokenLaws } from '../src/cli/records/laws.js'
import type { Document, ReleaseRecord } from '../src/model.js'
import { releaseId } from '../src/record/record.js'
import { releaseRecordJsonSchema, releaseRecordSchema } from '../src/record/schema.js'
import { goldens } from './export-corpus.js'
import { lines, runCli } from './run-cli.js'

const SHA256 = createHash('sha256').update('Title\r\n\r\nBody  text').digest('hex')

const emptyDocument = {
  bytes: 20,
  sha256: SHA256,
  charset: { name: 'utf-8', evidence: 'valid-utf8' },
  direction: 'ltr',
  layout: { wrap: 'one-line-paragraphs', width: null },
  title: null,
  summary: null,
  dateline: null,
  crawled: null,
  header: null,
  wire: null,
  issuer: null,
  embargo: null,
  translation: null,
  contacts: [],
  links: [],
  dates: [],
  quantities: [],
  tickers: [],
  identifiers: [],
  unrepaired: [],
  warnings: [],
} as const

/** Decoded `Title\r\n\r\nBody  text`: a line end and a doubled space were mended. */
function documentIn(id: string): Document {
  return {
    id,
    path: `${id}.txt`,
    ...emptyDocument,
    language: { tag: id, evidence: 'words', margin: 0.5, guess: id },
    blocks: [
      { id: `${id}:0`, kind: 'title', text: 'Title', spans: [{ start: 0, end: 5 }] },
      {
        id: `${id}:1`,
        kind: 'paragraph',
        text: 'Body text',
        spans: [{ start: 9, end: 19 }],
        runIn: { start: 0, end: 4 },
      },
    ],
    repairs: [
      {
        start: 5,
        end: 9,
        before: '\r\n\r\n',
        after: '\n\n',
        kind: 'break',
        evidence: 'layout',
        lossy: false,
        confidence: 1,
        at: null,
      },
      {
        ...{
          start: 13,
          end: 15,
          before: '  ',
          after: ' ',
          kind: 'space',
          evidence: 'layout',
          lossy: false,
          confidence: 1,
        },
        at: { block: `${id}:1`, start: 4, end: 5 },
      },
    ],
  }
}

const record: ReleaseRecord = {
  schemaVersion: '1.0',
  id: releaseId([{ sha256: SHA256 }, { sha256: SHA256 }]),
  issued: { date: '2026-05', precision: 'month', statedBy: ['da'], by: 'dateline' },
  wire: null,
  issuer: null,
  languages: ['da', 'de'],
  documents: [documentIn('da'), documentIn('de')],
  versions: [],
  nearest: null,
  alignment: {
    units: [
      {
        id: 'u0',
        kind: 'paragraph',
        blocks: { da: ['da:1'], de: ['de:1'] },
        missing: [],
        moved: [],
        confidence: 0.9,
        segments: [{ da: [{ block: 'da:1', start: 0, end: 9 }], de: [{ block: 'de:1', start: 0, end: 9 }] }],
      },
    ],
    unaligned: [
      { block: 'da:0', reason: 'no-counterpart' },
      { block: 'de:0', reason: 'chrome' },
    ],
  },
  warnings: [{ code: 'DATES_DISAGREE', message: 'x' }],
  offsetUnit: 'utf16',
  generator: { name: 'parawire', version: '0.1.0', icu: '75.1' },
}

/** A copy of the record in which the value at a path (`documents.0.id`) is another. */
function changed(path: string, value: unknown): ReleaseRecord {
  const copy = JSON.parse(JSON.stringify(record)) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop()!
  const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy as unknown as ReleaseRecord
}

describe('the zod schema', () => {
  test('accepts a record, and gives it back as it was', () => {
    expect(releaseRecordSchema.parse(record)).toEqual(record)
    expect(brokenLaws(record)).toEqual([])
  })

  test.each<[path: string, value: unknown]>([
    ['dates', [{ date: '2026-03-02/2026-03-04', precision: 'day', block: 'da:0', start: 0, end: 5 }]],
    ['dates', [{ date: '2026-Q3', precision: 'quarter', block: 'da:0', start: 0, end: 5 }]],
    ['quantities', [{ value: -1.5, unit: '°C', text: 'Title', block: 'da:0', start: 0, end: 5 }]],
    ['tickers', [{ exchange: 'NYSE', mic: 'XNYS', symbol: 'T', block: 'da:0', start: 0, end: 1 }]],
    ['embargo', { until: '2026-05-11T08:00', zone: 'CEST', block: 'da:0' }],
    ['header', { date: null, source: 'Elbwerk', block: 'da:0' }],
    ['translation', { authoritative: 'original', block: 'da:0' }],
  ])('accepts %s = %j', (field, value) => {
    const good = changed(`documents.0.${field}`, value)
    expect(releaseRecordSchema.safeParse(good).success).toBe(true)
    expect(brokenLaws(good)).toEqual([])
  })

  test.each<[path: string, value: unknown]>([
    ['documents.0.dates', [{ date: '--03-02/--03-04', precision: 'day', block: 'da:0', start: 0, end: 5 }]],
    ['schemaVersion', '2.0'],
    ['extra', 1],
    ['id', undefined],
    ['issued.date', '4 May 2026'],
    ['documents.0.sha256', 'xyz'],
    ['documents.0.extra', 1],
    ['documents.0.blocks.0.kind', 'headline'],
    ['documents.0.blocks.0.language', null],
    ['documents.0.repairs.0.start', -1],
    ['documents.0.repairs.0.start', 1.5],
    ['documents.0.repairs.0.confidence', 1.1],
    ['documents.0.language.margin', Number.NaN],
    ['alignment.unaligned.0.reason', 'lost'],
    ['alignment.units.0.missing', undefined],
    ['alignment.units.0.moved', ['']],
    ['offsetUnit', 'utf8'],
    ['issued.by', 'siblings'],
    ['documents.0.dates', [{ date: 'March', precision: 'month', block: 'da:0', start: 0, end: 5 }]],
    ['documents.0.quantities', [{ value: '5', unit: null, text: '5', block: 'da:0', start: 0, end: 1 }]],
    ['documents.0.identifiers', [{ scheme: 'CUSIP', value: 'X', block: 'da:0', start: 0, end: 1 }]],
    ['documents.0.embargo', { until: '2 March', zone: null, block: 'da:0' }],
    ['documents.0.translation', { authoritative: 5, block: 'da:0' }],
  ])('refuses %s = %j', (path, value) => {
    expect(releaseRecordSchema.safeParse(changed(path, value)).success).toBe(false)
  })
})

describe('the JSON Schema', () => {
  test('is 2020-12, closed, and describes its fields', () => {
    expect(releaseRecordJsonSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(releaseRecordJsonSchema.$id).toMatch(/^urn:/)
    expect(releaseRecordJsonSchema.additionalProperties).toBe(false)
    expect(releaseRecordJsonSchema.required).toEqual(Object.keys(record))
    expect(JSON.stringify(releaseRecordJsonSchema)).toContain('UTF-16')
  })

  test('is what the command prints', async () => {
    const { code, out, err } = await runCli(['schema'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(releaseRecordJsonSchema)))
  })
})

describe('the laws', () => {
  test.each<[path: string, value: unknown, broken: string]>([
    ['documents.1.id', 'da', '$.documents[1].id: "da" is not unique in the record'],
    ['documents.0.id', 'zz', '$.documents[0].id: "zz" should be "da" by language and order'],
    ['documents.0.language.tag', 'it', '$.documents[1].id: "de" comes after "it"; documents are sorted by language'],
    [
      'versions',
      [{ document: 'da', versionOf: 'da', kind: 'copy' }],
      '$.versions[0].versionOf: there is no other document "da"',
    ],
    [
      'versions',
      [{ document: 'de-2', versionOf: 'de', kind: 'copy' }],
      '$.versions[0].document: there is no document "de-2"',
    ],
    ['documents.0.blocks.1.id', 'da:0', '$.documents[0].blocks[1].id: "da:0" is not unique in the record'],
    ['documents.0.blocks.1.spans.0.end', 20, '$.documents[0].blocks[1].spans[0]: 9 to 20 does not lie in a text of 19'],
    ['documents.0.blocks.1.runIn.end', 10, '$.documents[0].blocks[1].runIn: 0 to 10 does not lie in a text of 9'],
    ['documents.0.repairs.1.end', 14, '$.documents[0].repairs[1].before: is not what stands there'],
    ['documents.0.repairs.1.start', 6, '$.documents[0].repairs[1]: repairs overlap or are not sorted'],
    ['documents.0.repairs.1.at.block', 'de:1', '$.documents[0].repairs[1].at.block: no block "de:1" in document "da"'],
    ['documents.0.repairs.1.at.end', 99, '$.documents[0].repairs[1].at: 4 to 99 does not lie in a text of 9'],
    ['documents.0.repairs.1.witness', 'it:4', '$.documents[0].repairs[1].witness: no block "it:4"'],
    ['documents.0.repairs.1.after', '\t', '$.documents[0].repairs: do not lead to the texts of the blocks'],
    ['documents.0.blocks.1.spans.0.start', 3, '$.documents[0].blocks[1].spans[0]: 3 to 19 is in another span as well'],
    ['documents.0.blocks.1.spans.0.end', 17, '$.documents[0]: the character at 17 is in no block and no repair'],
    [
      'documents.0.unrepaired',
      [{ start: 0, end: 2, text: 'ti', kind: 'ocr', reason: 'vetoed' }],
      '$.documents[0].unrepaired[0].text: is not what stands there',
    ],
    [
      'documents.0.links',
      [{ url: 'x', block: 'de:0' }],
      '$.documents[0].links[0].block: no block "de:0" in document "da"',
    ],
    [
      'documents.0.dates',
      [{ date: '2026', precision: 'year', block: 'da:0', start: 2, end: 6 }],
      '$.documents[0].dates[0]: 2 to 6 does not lie in a text of 5',
    ],
    [
      'documents.0.embargo',
      { until: null, zone: null, block: 'de:0' },
      '$.documents[0].embargo.block: no block "de:0" in document "da"',
    ],
    ['issued.statedBy', ['it'], '$.issued.statedBy[0]: no document "it"'],
    ['alignment.units.0.blocks.da', ['da:7'], '$.alignment.units[0].blocks.da[0]: no block "da:7" in document "da"'],
    [
      'alignment.units.0.segments.0.da.0.block',
      'da:0',
      '$.alignment.units[0].segments[0]: block "da:0" is not in the unit',
    ],
    [
      'alignment.units.0.segments.0.da.0.end',
      10,
      '$.alignment.units[0].segments[0]: 0 to 10 does not lie in a text of 9',
    ],
    [
      'alignment.unaligned.0.block',
      'da:1',
      '$.alignment.unaligned[0].block: block "da:1" is in two places of the alignment',
    ],
    [
      'alignment.units.0.segments.0.toString',
      [{ block: 'da:1', start: 0, end: 1 }],
      '$.alignment.units[0].segments[0]: block "da:1" is not in the unit',
    ],
    ['alignment.unaligned.0.sameAs', 'it:3', '$.alignment.unaligned[0].sameAs: no block "it:3"'],
    ['alignment.units.0.missing', ['de'], '$.alignment.units[0].missing: is [] by its blocks'],
    ['alignment.units.0.moved', ['da', 'de'], '$.alignment.units[0].moved: is [] by the order of the units'],
    ['alignment.unaligned', [], '$.alignment: block "da:0" is in no unit and not among the unaligned'],
  ])('%s = %j', (path, value, broken) => {
    const wrong = changed(path, value)
    expect(releaseRecordSchema.safeParse(wrong).success).toBe(true)
    expect(brokenLaws(wrong)).toContain(broken)
  })
})

describe('validate', () => {
  const line = (value: unknown) => `${JSON.stringify(value)}\n`
  test('records a line each, with an empty line between', async () => {
    const stdin = `${line(record)}\n${line(goldens[1])}`
    expect(await runCli(['validate'], { stdin })).toEqual({ code: 0, out: '', err: '2 records, valid\n' })
    expect(await runCli(['validate', '-q'], { stdin })).toEqual({ code: 0, out: '', err: '' })
  })

  test('an indented array, an array on one line, nothing', async () => {
    for (const stdin of [JSON.stringify([record, goldens[1]], null, 2), JSON.stringify([record, goldens[1]])]) {
      expect(await runCli(['validate', '-'], { stdin })).toMatchObject({ code: 0, err: '2 records, valid\n' })
    }
    for (const stdin of ['', '[]\n']) {
      expect(await runCli(['validate', '-'], { stdin })).toMatchObject({ code: 0, err: '0 records, valid\n' })
    }
    expect(await runCli(['validate', '-'], { stdin: JSON.stringify(record, null, 2) })).toMatchObject({ code: 0 })
  })

  test('every problem with its line and path', async () => {
    const stdin = [line(record), 'null\n', '{"a":\n', line(changed('documents.1.layout.width', 'wide'))].join('')
    const { code, err } = await runCli(['validate'], { stdin })
    expect(code).toBe(1)
    expect(err.split('\n').map(l => l.split(': ').slice(0, 2).join(': '))).toEqual([
      '-, line 2: $',
      '-, line 3: not JSON',
      '-, line 4: $.documents[1].layout.width',
      '4 records, 3 problems',
      '',
    ])
    const laws = await runCli(['validate'], {
      stdin: JSON.stringify([record, changed('alignment.unaligned', [])], null, 1),
    })
    expect(laws.err).toMatch(/^-, line \d+, item 2: \$\.alignment: block "da:0" is in no unit and/m)
  })

  test('a document is told from a record', async () => {
    const { code, err } = await runCli(['validate'], { stdin: line(record.documents[0]) })
    expect(code).toBe(1)
    expect(err).toMatch(/^-, line 1: \$: a document, as parse prints it[^\n]*\n1 record, 1 problem\n$/)
  })

  test('a line may come in any pieces, and hold any separator but a line feed', async () => {
    const odd = changed('warnings.0.message', 'a\u2028b\u0085c \u{1F4A1}')
    expect(await runCli(['validate'], { stdin: line(odd) })).toMatchObject({ code: 0 })
    expect(lines(line(odd))).toHaveLength(1)
  })
})
