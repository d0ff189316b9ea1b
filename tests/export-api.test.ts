/** `exportRecords`, as a program uses it, and what the command line says and answers with `--strict`. */
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExportCounts, type ExportOptions, exportRecords, type FormatName, UserError } from '../src/index.js'
import type { ReleaseRecord } from '../src/model.js'
import { golden, goldens, made, ndjson } from './export-corpus.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

/** The files of an export by name. */
async function filesOf(records: Parameters<typeof exportRecords>[0], options: ExportOptions) {
  const files = new Map<string, string>()
  for await (const { file, content } of exportRecords(records, options))
    files.set(file, (files.get(file) ?? '') + Buffer.from(content).toString())
  return files
}

async function* later(records: readonly ReleaseRecord[]) {
  for (const record of records) yield record
}

describe('from a program', () => {
  test.each<FormatName>(['tmx', 'tei', 'ninjs', 'schemaorg', 'stats'])('%s: what the command writes', async format => {
    const { out } = await runCli(['export', '--format', format], { stdin: ndjson(goldens) })
    expect(await filesOf(later(goldens), { format })).toEqual(new Map([['', out]]))
  })

  test('a stream into a file', async () => {
    const path = join(tempFolder(), 'corpus.tmx')
    const pieces = exportRecords(later(goldens), { format: 'tmx', languages: ['da', 'de'] })
    async function* contents() {
      for await (const { content } of pieces) yield content
    }
    await pipeline(contents, createWriteStream(path))
    const { out } = await runCli(['export', '--format', 'tmx', '--languages', 'da,de'], { stdin: ndjson(goldens) })
    expect(readFileSync(path, 'utf8')).toBe(out)
  })

  test('files of a folder, and of a pair', async () => {
    const cwd = tempFolder({ 'corpus.ndjson': ndjson(goldens) })
    await runCli(['export', 'corpus.ndjson', '--format', 'xces', '-o', 'out'], { cwd })
    const folder = await filesOf(goldens, { format: 'xces' })
    expect(folder.has('da-de.xml')).toBe(true)
    for (const [file, text] of folder) expect(text).toBe(readFileSync(join(cwd, 'out', file), 'utf8'))
    const pair = await filesOf(later(goldens), { format: 'moses', languages: ['da', 'de'] })
    const [da, de] = ['da', 'de'].map(tag => pair.get(tag)!.split('\n').length)
    expect([da === de, da! > 10]).toEqual([true, true])
  })

  test('an array of records knows its languages, other things must be told them', async () => {
    const text = (await filesOf(goldens, { format: 'csv' })).get('')!
    expect(text.split('\r\n')[0]).toBe('release,unit,kind,confidence,da,de,en,he,it,nl')
    expect(() => exportRecords(later(goldens), { format: 'csv' })).toThrow(/must know its languages/)
  })

  test('counts are told once, at the end', async () => {
    const told: ExportCounts[] = []
    const record = made({ da: ['=1\u0001', 'to'], de: ['x', 'y'] })
    await filesOf([record], { format: 'tmx', onCounts: counts => told.push(counts) })
    expect(told).toEqual([
      {
        releases: 1,
        documents: 0,
        rows: 2,
        superseded: 0,
        unplaced: 0,
        unknown: 0,
        foreign: 0,
        illegal: 1,
        formulas: 0,
        flattened: 0,
        unpaired: 0,
        unmarked: 0,
      },
    ])
  })

  test.each<[options: ExportOptions, message: RegExp]>([
    [{ format: 'doc' as FormatName }, /there is no format "doc"/],
    [{ format: 'tmx', languages: ['xx', 'da'] }, /language "xx" is not supported/],
    [{ format: 'xliff' }, /a pair of languages/],
    [{ format: 'tmx', level: 'word' as 'unit' }, /neither unit nor segment/],
    [{ format: 'tmx', minConfidence: Number.NaN }, /a number from 0 to 1/],
    [{ format: 'tmx', versions: 'first' as 'last' }, /neither last nor all/],
    [{ format: 'ninjs', level: 'unit' }, /made of documents/],
    [{ format: 'tmx', forExcel: true }, /the mark for Excel/],
  ])('%j throws at once', (options, message) => {
    expect(() => exportRecords([], options)).toThrow(UserError)
    expect(() => exportRecords([], options)).toThrow(message)
  })

  test('pieces are small however long a corpus is, and a text is never cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 9 }), async lengths => {
        const records = lengths.map((n, i) =>
          made({ da: ['x'.repeat(n)], de: ['\u{1f600}'.repeat(n)] }, `${i}`.padStart(32, '0')),
        )
        const sizes: number[] = []
        let text = ''
        for await (const { content } of exportRecords(records, { format: 'tmx' })) {
          sizes.push(content.length)
          text += Buffer.from(content).toString()
        }
        expect(Math.max(...sizes)).toBeLessThan(2 ** 18 + 700_000)
        expect(text).not.toContain('\ufffd')
        expect(text.match(/<tu /g)?.length ?? 0).toBe(records.length)
      }),
      { numRuns: 20 },
    )
  })
})

describe('--strict', () => {
  const repair = (record: ReleaseRecord): ReleaseRecord => ({
    ...record,
    documents: record.documents.map(d => ({
      ...d,
      repairs: [
        {
          ...{
            start: 0,
            end: 1,
            before: 'q',
            after: 'w',
            kind: 'ocr',
            evidence: 'words',
            lossy: true,
            confidence: 0.5,
          },
          at: { block: d.blocks[0]!.id, start: 0, end: 1 },
        } as const,
      ],
    })),
  })
  const said = made({ da: ['en'], de: ['one'], en: ['one'] })
  const foreign = {
    ...said,
    documents: said.documents.map(d => (d.id === 'de' ? { ...d, blocks: [{ ...d.blocks[0]!, language: 'en' }] } : d)),
  }

  test.each<[name: string, record: ReleaseRecord, args: string[], line: RegExp]>([
    ['characters', made({ da: ['a\0'], de: ['b'] }), ['--format', 'tmx'], /^1 character removed: not allowed in XML/m],
    ['formulas', made({ da: ['=1'], de: ['b'] }), ['--format', 'csv', '--languages', 'da,de'], /^1 cell marked/m],
    [
      'line ends',
      made({ da: ['a\nb'], de: ['b'] }),
      ['--format', 'tsv', '--languages', 'da,de'],
      /^1 text put on one line/m,
    ],
    [
      'surrogates',
      made({ da: ['a\udc00'], de: ['b'] }),
      ['--format', 'csv', '--languages', 'da,de'],
      /^1 character replaced/m,
    ],
    ['versions', golden('releases/two-versions-one-language'), ['--format', 'tmx'], /^1 document skipped: a later/m],
    ['another language', foreign, ['--format', 'tmx'], /^1 text skipped: not in the language/m],
    ['repairs', repair(made({ da: ['xa'], de: ['xb'] })), ['--format', 'tei'], /^2 repairs not marked/m],
  ])('%s: exit code 1', async (_, record, args, told) => {
    const run = (...more: string[]) => runCli(['export', ...args, ...more], { stdin: ndjson([record]) })
    const { code, out, err } = await run()
    expect(code).toBe(0)
    expect(err).toMatch(told)
    expect(await run('--strict')).toEqual({ code: 1, out, err })
    expect(await run('--strict', '--quiet')).toEqual({ code: 1, out, err: '' })
  })

  test('nothing altered: exit code 0', async () => {
    const stdin = ndjson([made({ da: ['en'], de: ['eins'] })])
    for (const format of ['tmx', 'tei', 'parquet', 'ninjs', 'schemaorg', 'stats'])
      expect((await runCli(['export', '--format', format, '--strict'], { stdin })).code).toBe(0)
  })
})
