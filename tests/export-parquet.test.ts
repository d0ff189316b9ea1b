/**
 * `parawire export --format parquet`, read back by the parquet crate of Apache Arrow (parquet-wasm, written in Rust); its
 * Arrow tables are read by flechette.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { tableFromIPC } from '@uwdata/flechette'
import fc from 'fast-check'
import { ParquetFile, readParquet } from 'parquet-wasm'
import { describe, expect, test } from 'vitest'
import { main } from '../src/cli/cli.js'
import { exportRecords } from '../src/index.js'
import type { ReleaseRecord } from '../src/model.js'
import { expected, goldens, made, ndjson, segmentsOf } from './export-corpus.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

interface Line {
  readonly release: string
  readonly issued: string | null
  readonly issued_on: Date | number | null
  readonly unit: string
  readonly segment: number | null
  readonly document: string
  readonly language: string
  readonly sha256: string
  readonly blocks: readonly string[]
  readonly text: string
}

const rowsIn = (bytes: Uint8Array): Line[] =>
  tableFromIPC(readParquet(bytes).intoIPCStream())
    .toArray()
    .map(row => ({ ...(row as unknown as Line), blocks: [...row.blocks] }))

async function exported(records: readonly ReleaseRecord[], ...args: string[]): Promise<Uint8Array> {
  const cwd = tempFolder({ 'corpus.ndjson': ndjson(records) })
  const { code, err } = await runCli(['export', 'corpus.ndjson', '--format', 'parquet', '-o', 'out', ...args], { cwd })
  expect([code, code === 0 ? '' : err]).toEqual([0, ''])
  return readFileSync(join(cwd, 'out'))
}

/** The texts of rows by document, unit by unit. */
function unitsIn(rows: readonly Line[]) {
  const units = new Map<string, Record<string, string>>()
  for (const { release, unit, segment, document, text } of rows) {
    const id = [release, unit, ...(segment === null ? [] : [segment])].join('.')
    units.set(id, { ...units.get(id), [document]: text })
  }
  return [...units].map(([id, texts]) => ({ id, texts }))
}

describe('what is in it', () => {
  test('every unit, with the document of each text', async () => {
    const rows = rowsIn(await exported(goldens))
    expect(unitsIn(rows)).toEqual(expected(goldens))
    const documents = new Map(goldens.flatMap(r => r.documents.map(d => [`${r.id} ${d.id}`, d] as const)))
    const units = new Map(goldens.flatMap(r => r.alignment.units.map(u => [`${r.id} ${u.id}`, u] as const)))
    for (const { release, unit, segment, document, language, sha256, blocks } of rows) {
      const own = documents.get(`${release} ${document}`)!
      expect([language, sha256, segment]).toEqual([own.language.tag, own.sha256, null])
      expect(blocks).toEqual(units.get(`${release} ${unit}`)!.blocks[document])
    }
  })

  test('every segment, and all versions', async () => {
    const rows = rowsIn(await exported(goldens, '--level', 'segment', '--all-versions'))
    const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
    const said = goldens.flatMap(segmentsOf).filter(({ texts }) => Object.keys(texts).length > 1)
    const flattened = ({ id, texts }: { id: string; texts: Readonly<Record<string, string>> }) => [
      id,
      Object.fromEntries(Object.entries(texts).map(([document, text]) => [document, flat(text)])),
    ]
    expect(unitsIn(rows).map(flattened)).toEqual(said.map(flattened))
  })

  test('a date is a date where the day is known, and stands as it was stated in any case', async () => {
    const record = made({ da: ['en'], de: ['eins'] })
    const dated = (issued: ReleaseRecord['issued']) => ({ ...record, issued })
    const stated = { statedBy: ['da'], by: 'dateline' } as const
    const days = [
      dated({ date: '2026-03-02', precision: 'day', ...stated }),
      { ...dated({ date: '2026-03', precision: 'month', ...stated }), id: 'b'.repeat(32) },
      { ...dated(null), id: 'c'.repeat(32) },
    ]
    const rows = rowsIn(await exported(days)).filter(({ document }) => document === 'da')
    expect(rows.map(({ issued, issued_on }) => [issued, issued_on && new Date(issued_on).toISOString()])).toEqual([
      ['2026-03-02', '2026-03-02T00:00:00.000Z'],
      ['2026-03', null],
      [null, null],
    ])
  })

  test('of an empty corpus the columns', async () => {
    const table = tableFromIPC(readParquet(await exported([])).intoIPCStream())
    expect([table.numRows, table.names.includes('text')]).toEqual([0, true])
  })

  test('the same records give the same bytes, and name what made them', async () => {
    const bytes = await exported(goldens, '--languages', 'de,da')
    expect(Buffer.compare(await exported(goldens, '--languages', 'de,da'), bytes)).toBe(0)
    const file = await ParquetFile.fromFile(new Blob([new Uint8Array(bytes)]))
    const metadata = file.metadata().fileMetadata()
    expect(metadata.createdBy()).toMatch(/^parawire version \d/)
    expect(JSON.parse(metadata.keyValueMetadata().get('parawire') as string)).toMatchObject({
      level: 'unit',
      languages: ['de', 'da'],
    })
  })

  test('any text comes back, but for halves of surrogate pairs, which are counted', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 })
    await fc.assert(
      fc.asyncProperty(text, text, async (a, b) => {
        const texts = { da: `x${a}y`, de: `x${b}y` }
        expect(unitsIn(rowsIn(await exported([made({ da: [texts.da], de: [texts.de] })])))[0]!.texts).toEqual(texts)
      }),
      { numRuns: 30 },
    )
    const cwd = tempFolder({ 'corpus.ndjson': ndjson([made({ da: ['a\ud800b'], de: ['x'] })]) })
    const args = ['export', 'corpus.ndjson', '--format', 'parquet', '-o', 'out']
    const { code, err } = await runCli(args, { cwd })
    expect([code, rowsIn(readFileSync(join(cwd, 'out')))[0]!.text]).toEqual([0, 'a\ufffdb'])
    expect(err).toContain('1 character replaced by U+FFFD')
    expect((await runCli([...args, '--strict'], { cwd })).code).toBe(1)
  })
})

test('row groups end before the memory does', async () => {
  const text = 'x'.repeat(2 ** 20)
  const records = function* () {
    for (let i = 0; i < 20; i++) yield made({ da: [`${i}${text}`], de: [`${i}${text}`] }, String(i).padStart(32, '0'))
  }
  const pieces: Uint8Array[] = []
  for await (const { content } of exportRecords(records(), { format: 'parquet' })) pieces.push(content as Uint8Array)
  const bytes = Buffer.concat(pieces)
  const file = await ParquetFile.fromFile(new Blob([new Uint8Array(bytes)]))
  expect(file.metadata().rowGroups().length).toBe(3)
  expect(rowsIn(bytes).map(row => row.text.length)).toEqual(
    Array.from({ length: 40 }, (_, i) => 2 ** 20 + String(Math.floor(i / 2)).length),
  )
})

test('a terminal gets no bytes', async () => {
  const stdin = new PassThrough().end()
  const [stdout, stderr] = [Object.assign(new PassThrough(), { isTTY: true as const }), new PassThrough()]
  const code = await main(['export', '--format', 'parquet'], { stdin, stdout, stderr, cwd: '/', env: {} })
  expect([code, stdout.read(), String(stderr.read())]).toEqual([2, null, expect.stringMatching(/binary; name a file/)])
})
