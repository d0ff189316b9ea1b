/** Files of other formats than plain text, through the whole way: what their records say, and the way back into the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenLaws, brokenLawsAlone } from '../src/cli/records/laws.js'
import { decode, explain, parseCorpus, readDocument, readDocuments, undoRepairs } from '../src/index.js'
import type { Document, ReleaseRecord, Unused } from '../src/model.js'
import { FIXTURES } from './fixtures.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const INPUT = join(FIXTURES, 'releases/mixed-formats/input')
const bytesOf = (name: string) => readFileSync(join(INPUT, name))

async function built(paths: readonly string[], options: Parameters<typeof parseCorpus>[1] = {}) {
  const unused: Unused[] = []
  const records: ReleaseRecord[] = []
  for await (const record of parseCorpus(paths, { ...options, onUnused: u => unused.push(u) })) records.push(record)
  return { records, unused }
}

async function documentsOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const unused: Unused[] = []
  const texts = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }))
  const documents: Document[] = []
  for await (const document of readDocuments([], { texts, onUnused: u => unused.push(u) })) documents.push(document)
  return { documents, unused }
}

test('a release whose languages are in several formats is one record, as from plain texts', async () => {
  const { records, unused } = await built([INPUT])
  expect(unused).toEqual([])
  expect(records).toHaveLength(1)
  const [record] = records
  expect(record!.alignment.units.map(({ blocks }) => Object.keys(blocks))).toEqual(Array(9).fill(['da', 'de', 'en']))
  // The texts that were extracted, as plain files.
  const files = Object.fromEntries(
    record!.documents.map(({ id, blocks }) => [`${id}.txt`, blocks.map(({ text }) => text).join('\n\n')]),
  )
  const plain = await built([tempFolder(files)])
  expect(plain.records[0]!.alignment.units.map(({ blocks }) => blocks)).toEqual(
    record!.alignment.units.map(({ blocks }) => blocks),
  )
})

test('the map leads from every character of a block to the same character of the page', async () => {
  const { documents } = await documentsOf({
    'a.htm': bytesOf('brinkholm.da.htm'),
    'b.html': bytesOf('brinkholm.en.html'),
  })
  for (const { path, charset, blocks, repairs, map } of documents) {
    const page = decode(bytesOf(path === 'a.htm' ? 'brinkholm.da.htm' : 'brinkholm.en.html'), {
      charset: charset.name,
    }).text
    const text = undoRepairs(blocks.map(block => block.text).join('\n\n'), repairs)
    const mapped = new Uint8Array(text.length)
    for (const located of map!) {
      mapped.fill(1, located.start, located.end)
      const { start, end } = (located as { html: { start: number; end: number } }).html
      const own = text.slice(located.start, located.end)
      if (end - start === own.length) expect(page.slice(start, end)).toBe(own)
      // A blank for a lone line end has an empty place: an equal length would say that they are the same.
      else if (start === end) expect([own, page[start]]).toEqual([' ', '\n'])
      else expect(page.slice(start, end)).toMatch(/^(?:&#?\w+;|\s+)$/)
    }
    for (const { spans } of blocks)
      for (const { start, end } of spans) expect(mapped.subarray(start, end).every(bit => bit === 1)).toBe(true)
  }
})

test('records of pages keep the laws', async () => {
  const { records } = await built([INPUT])
  expect(brokenLaws(records[0]!)).toEqual([])
})

test('threads and a work folder change nothing', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 90 }, (_, k) => [
      `${k}.html`,
      `<h1>Report ${k}</h1><p>Pier ${k} of the port of Odense opened today.</p>`,
    ]),
  )
  const folder = tempFolder(many)
  const work = join(tempFolder({}), 'work')
  const alone = await built([folder], { jobs: 1 })
  expect(alone.records.flatMap(({ documents }) => documents)).toHaveLength(90)
  expect((await built([folder], { jobs: 2, work })).records).toEqual(alone.records)
  expect((await built([folder], { work })).records).toEqual(alone.records)
})

test('a page without a text is told, on every way', async () => {
  const page = '<html><body><nav><a href="/">Home</a></nav></body></html>'
  expect((await documentsOf({ 'a.html': page })).unused).toMatchObject([{ path: 'a.html', code: 'EMPTY' }])
  const { records, unused } = await built([tempFolder({ 'a.html': page, 'b.html': page, 'c.txt': 'A text.' })])
  expect(records).toHaveLength(1)
  expect(unused.map(({ code, path }) => `${code} ${path}`)).toEqual(['EMPTY a.html', 'EMPTY b.html'])
  await expect(explain({ path: 'a.html', bytes: Buffer.from(page) })).rejects.toThrow(/a\.html.*has no text/)
  expect(() => readDocument({ path: 'a.html', bytes: Buffer.from(page) })).toThrow(/readDocuments/)
})

test.each([
  ['the charset it states', '<meta charset="windows-1255"><p>\xf9\xec\xe5\xed</p>', 'שלום', 'stated'],
  ['UTF-8 whatever it states', '<meta charset="iso-8859-1"><p>Gr\xc3\xbc\xc3\x9fe</p>', 'Grüße', 'valid-utf8'],
])('a page is decoded by %s', async (_, page, text, evidence) => {
  const { documents } = await documentsOf({ 'a.html': Buffer.from(page, 'latin1') })
  expect(documents[0]).toMatchObject({ blocks: [{ text }], charset: { evidence } })
})

test('explain says that lines are those of the text of a page', async () => {
  const cwd = tempFolder({ 'a.html': bytesOf('brinkholm.en.html') })
  const { out } = await runCli(['explain', 'a.html'], { cwd })
  expect(out).toContain('source    html; lines are those of its text')
})

test('a day that only the page states dates the release', async () => {
  const page =
    '<html><head><meta property="article:published_time" content="2031-02-03T10:00:00Z"></head>' +
    '<body><h1>Harbour opens</h1><p>The harbour of Odense has opened its third pier for ships of any size.</p></body></html>'
  const { records } = await built([tempFolder({ 'a.html': page })])
  expect(records[0]!.issued).toMatchObject({ date: '2031-02-03' })
})

const MARKUP = ['<', '>', '&', '"', '\0', '</p>', '<table>', '<br>', '\r\n', '&nbsp;']
const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 40 }), put: fc.constantFrom(...MARKUP) })
const pages = ['brinkholm.da.htm', 'brinkholm.en.html'].map(name => ({ name, bytes: bytesOf(name) }))

test('pages with places cut out and markup put in keep the laws', async () => {
  const page = fc.constantFrom(...pages)
  const edits = fc.array(edit, { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(page, edits, async ({ name, bytes }, changes) => {
      const changed = changes.reduce((text: Uint8Array, { at, cut, put }) => {
        const from = at % (text.length + 1)
        return Buffer.concat([text.subarray(0, from), Buffer.from(put), text.subarray(from + cut)])
      }, bytes)
      const { documents, unused } = await documentsOf({ [name]: changed })
      expect(documents.length + unused.length).toBe(1)
      for (const document of documents) expect(brokenLawsAlone(document)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('a day that no calendar has is stated by nobody', async () => {
  const page =
    '<html lang="d"><head><meta property="article:published_time" content="2031-02-31T10:00:00Z"></head>' +
    '<body><h1>Harbour opens</h1><p>The harbour of Odense has opened its third pier for ships of any size.</p></body></html>'
  const { records } = await built([tempFolder({ 'a.html': page })])
  expect(records[0]!.issued).toBeNull()
  expect(records[0]!.documents[0]!.source).toEqual({ format: 'html', extractor: 'html/1', title: 'Harbour opens' })
  expect(brokenLaws(records[0]!)).toEqual([])
})
