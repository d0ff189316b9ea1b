/** What holds for the anatomy of any text: places are true, nothing is read twice, time grows with size. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../src/extract/extract.js'
import { packs } from '../src/languages/index.js'
import type { Anatomy, Block, BlockKind } from '../src/model.js'
import { documentSchema } from '../src/record/schema.js'

const KINDS: readonly BlockKind[] = ['paragraph', 'label', 'heading', 'contact', 'chrome', 'list-item', 'disclaimer']

const blocksOf = (texts: readonly (readonly [BlockKind, string])[]): Block[] =>
  texts.map(([kind, text], i) => ({ id: `x:${i}`, kind, text, spans: [] }))

function checkPlaces(blocks: readonly Block[], { dates, quantities, tickers, identifiers }: Anatomy) {
  const text = new Map(blocks.map(block => [block.id, block.text]))
  for (const { text: written, block, start, end } of quantities)
    expect(text.get(block)!.slice(start, end)).toBe(written)
  for (const { symbol, block, start, end } of tickers) expect(text.get(block)!.slice(start, end)).toBe(symbol)
  for (const { value, block, start, end } of identifiers) expect(text.get(block)!.slice(start, end)).toBe(value)
  for (const block of blocks) {
    const spans = [...dates, ...quantities].filter(found => found.block === block.id).sort((a, b) => a.start - b.start)
    for (const [i, { start }] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
  }
}

describe('laws', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...[
        '4. ',
        'og ',
        'und 5. März 2026 ',
        'March 2-4, 2026 ',
        '€ 2,3 mld ',
        '10-15 % ',
        '(NYSE: ABC, DEF) ',
        'Q3 2026 ',
      ],
      ...[
        'US0378331005 ',
        'ב-4 וב-5 במרץ ',
        'HAMBURG, 3. Mai 2026 (NORDWIRE) -- ',
        'Tel. +49 40 123456 ',
        'a@b.example ',
        '2019-',
      ],
      ...[
        'Embargo ',
        '10:30 Uhr ',
        'kr. 25 ',
        '5 MW ',
        '1/2 ',
        '(Agenzia) – ',
        'Source: X ',
        '90 אחוזים ',
        '02/03/2026 ',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const block = fc.tuple(
    fc.constantFrom(...KINDS),
    fc.array(part, { maxLength: 8 }).map(parts => parts.join('')),
  )

  test('everything stands where it says, nothing is read twice, and the schema takes it', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.constantFrom(...packs), (texts, pack) => {
        const blocks = blocksOf(texts)
        const anatomy = extract(blocks, pack, null)
        checkPlaces(blocks, anatomy)
        const shape = documentSchema.pick({ dates: true, quantities: true, tickers: true, identifiers: true })
        const { dates, quantities, tickers, identifiers } = anatomy
        expect(shape.safeParse({ dates, quantities, tickers, identifiers }).error).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ...['1', '12,5 ', '4. og ', '4-5-', 'a: B ', '(NYSE: A, B; ', 'a.b@c.d ', 'US0378331005', 'ABC ', 'March 4, '],
    ...['in 2019 to ', '+49 40 ', 'Erika Beispiel, ', '((((', 'ב-4 ו', 'https://'],
  ])('time grows with the size: %s', seed => {
    const time = (n: number) => {
      const blocks = blocksOf([
        ['paragraph', seed.repeat(n)],
        ['contact', seed.repeat(n)],
      ])
      const start = performance.now()
      for (const pack of packs) extract(blocks, pack, null)
      return performance.now() - start
    }
    time(500)
    expect(time(16_000)).toBeLessThan(Math.max(40, time(2000)) * 40)
  })
})
