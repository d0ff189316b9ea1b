/** The laws of the house, on every fixture and on generated input. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { beads, decode, parseCorpus, readDocument, repair, segment } from '../src/index.js'
import type { Document, ReleaseRecord } from '../src/model.js'
import { FIXTURES, files, inputs } from './fixtures.js'
import { brokenTextLaws } from './text-laws.js'

const joined = (document: Pick<Document, 'blocks'>) => document.blocks.map(b => b.text).join('\n\n')

/** What holds for a document of any bytes. */
function checkDocument(bytes: Uint8Array, document: Document): void {
  expect(brokenTextLaws(document, decode(bytes).text)).toEqual([])
}

describe.each(inputs)('$name', ({ name, bytes }) => {
  const document = readDocument({ path: name, bytes })

  test('replay, undo, offsets, every character accounted for', () => checkDocument(bytes, document))

  test('a second repair and a second segmentation find nothing', () => {
    const { language, blocks } = document
    const text = joined(document)
    const given = language.tag === 'und' ? {} : { language: language.tag }
    expect(repair(text, given).repairs).toEqual([])
    const again = segment(text, given)
    expect(again.blocks.map(b => b.text)).toEqual(blocks.map(b => b.text))
    expect(again.repairs).toEqual([])
  })
})

describe('records', () => {
  const records = async (paths: string[]) => {
    const found: ReleaseRecord[] = []
    for await (const record of parseCorpus(paths, { root: FIXTURES })) found.push(record)
    return found
  }
  const folders = [...new Set(inputs.map(i => join(i.path, '..')))]

  test('the order of the arguments does not matter, nor what else is in the corpus', async () => {
    const all = await records(folders)
    expect(JSON.stringify(await records(folders.toReversed()))).toBe(JSON.stringify(all))
    const some = await records(folders.slice(0, 4))
    const lines = new Set(all.map(r => JSON.stringify(r)))
    expect(some.filter(r => !lines.has(JSON.stringify(r)))).toEqual([])
  })

  test('every input is in one record, every block in one unit or unaligned, beads cover every block', async () => {
    const all = await records(folders)
    expect(all.flatMap(r => r.documents.map(d => d.path)).sort()).toEqual(
      files.map(i => i.path.slice(FIXTURES.length + 1)).sort(),
    )
    for (const record of all) {
      const ids = record.documents.flatMap(d => d.blocks.map(b => b.id))
      const { units, unaligned } = record.alignment
      expect([...units.flatMap(u => Object.values(u.blocks).flat()), ...unaligned.map(u => u.block)].sort()).toEqual(
        ids.sort(),
      )
      for (const a of record.documents) for (const b of record.documents) if (a !== b) checkBeads(record, a, b)
    }
  })
})

function checkBeads(record: ReleaseRecord, a: Document, b: Document) {
  const found = beads(record, a.id, b.id)
  const numbers = (side: 0 | 1) => found.flatMap(bead => bead[side]).sort((x, y) => x - y)
  expect(numbers(0)).toEqual(a.blocks.map((_, i) => i))
  expect(numbers(1)).toEqual(b.blocks.map((_, i) => i))
  for (const [left, right] of found)
    if (left.length === 0 || right.length === 0) expect(left.length + right.length).toBe(1)
}

describe('any bytes', () => {
  const line = fc.constantFrom(
    'PARIS, March 2, 2026 (GLOBE NEWSWIRE) -- Text.',
    '- punkt',
    '\f',
    'Überschrift',
    '^',
    ' date 2026-03-02 ',
    '12',
    '',
    '  ',
    'a\tb\tc',
    'http://x.example/a-',
    'lang-',
    'A"',
    'a??x',
  )
  const text = fc
    .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 14 })
    .chain(lines => fc.constantFrom('\n', '\n\n', '\r\n', '\r').map(end => lines.join(end)))

  test('make a document that keeps the laws', () => {
    fc.assert(
      fc.property(text, t => checkDocument(Buffer.from(t), readDocument({ path: 'x.txt', bytes: Buffer.from(t) }))),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => checkDocument(bytes, readDocument({ path: 'x', bytes }))),
      { numRuns: 400 },
    )
  })
})

describe('names of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parawire-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('do not change the id of a record', async () => {
    const [first, second] = inputs.filter(i => i.name.startsWith('releases/two-versions')).map(i => i.bytes) as [
      Buffer,
      Buffer,
    ]
    const idOf = async (names: [string, string]) => {
      names.forEach((name, i) => {
        writeFileSync(join(folder, name), [first, second][i]!)
      })
      const ids: string[] = []
      for await (const record of parseCorpus(names.map(n => join(folder, n)))) ids.push(record.id)
      return ids
    }
    expect(await idOf(['a.txt', 'b.txt'])).toEqual(await idOf(['z.txt', 'c.txt']))
  })
})
