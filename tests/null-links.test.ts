/** What a record says of blocks that stand alone, and of units that a document has not, or has elsewhere. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packOf } from '../src/languages/index.js'
import type { Block, Document, NullLink } from '../src/model.js'
import { readDocument } from '../src/pipeline/read-document.js'
import { nullLinks } from '../src/record/null-links.js'
import { movedIn } from '../src/record/record.js'

const blank = readDocument({ path: 'a.txt', bytes: new Uint8Array(0) })

function documentOf(id: string, blocks: readonly Pick<Block, 'kind' | 'text'>[], dateline?: string): Document {
  const tag = id.slice(0, 2)
  return {
    ...blank,
    id,
    language: { tag, evidence: 'given', margin: 1, guess: tag },
    blocks: blocks.map((block, i) => ({ id: `${id}:${i}`, spans: [], ...block })),
    dateline: dateline
      ? { place: 'X', placeKey: null, region: null, date: null, wire: null, text: dateline, block: `${id}:0` }
      : null,
  }
}

const sentence = 'Der Hafen hat nun Arbeit für viele Jahre.'
const other = documentOf('da', [{ kind: 'paragraph', text: 'Havnen har nu arbejde til mange år.' }])

describe('why a block stands alone', () => {
  test.each<[what: string, kind: Block['kind'], text: string, expected: Partial<NullLink>]>([
    ['furniture of a site', 'chrome', 'Teilen', { reason: 'chrome' }],
    ['a label', 'label', 'PRESSEMITTEILUNG', { reason: 'label' }],
    ['a label that was paid for', 'label', 'Pressemitteilung - Anzeige', { reason: 'promotional' }],
    ['not a word inside another', 'label', 'Pressemitteilung zur Stellenanzeige', { reason: 'label' }],
    ['about the issuer', 'about', 'Über Nordkyst', { reason: 'boilerplate' }],
    ['a disclaimer', 'disclaimer', 'Es gilt die Fassung in der Ausgangssprache.', { reason: 'boilerplate' }],
    ['an office', 'contact', 'Presse: presse@nordkyst.example', { reason: 'contact' }],
    ['a link', 'link', 'https://nordkyst.example/', { reason: 'link' }],
    ['a note', 'note', 'Hinweis für die Redaktion', { reason: 'note' }],
    ['an end', 'end-mark', '###', { reason: 'end-mark' }],
    ['numbers', 'paragraph', '12 345 | 67', { reason: 'no-words' }],
    ['a text', 'paragraph', sentence, { reason: 'no-counterpart' }],
    ['a text left as it was', 'paragraph', other.blocks[0]!.text, { reason: 'untranslated', sameAs: 'da:0' }],
  ])('%s', (_, kind, text, expected) => {
    expect(nullLinks([other, documentOf('de', [{ kind, text }])], new Set(['da:0']), packOf)).toEqual([
      { block: 'de:0', ...expected },
    ])
  })

  test('said before, a dateline alone, a release in one language', () => {
    const twice = documentOf('de', [
      { kind: 'paragraph', text: sentence },
      { kind: 'paragraph', text: ` ${sentence}`.trim().replace(' ', '\n') },
    ])
    expect(nullLinks([other, twice], new Set(['da:0', 'de:0']), packOf)).toEqual([
      { block: 'de:1', reason: 'repeated', sameAs: 'de:0' },
    ])
    const dated = documentOf('de', [{ kind: 'paragraph', text: 'X, 4. Mai 2026 -' }], 'X, 4. Mai 2026 -')
    expect(nullLinks([other, dated], new Set(['da:0']), packOf)).toEqual([{ block: 'de:0', reason: 'dateline' }])
    expect(nullLinks([other], new Set(), packOf)).toEqual([{ block: 'da:0', reason: 'single-language' }])
  })

  test('a name that stands in both languages is not left untranslated', () => {
    const name = { kind: 'heading', text: 'Nordkyst Vind' } as const
    expect(nullLinks([documentOf('da', [name]), documentOf('de', [name])], new Set(['da:0']), packOf)).toEqual([
      { block: 'de:0', reason: 'no-counterpart' },
    ])
  })
})

/** Units from rows: what each document has at its places, by the number of the unit. */
function moved(orders: Readonly<Record<string, readonly number[]>>, lengths: readonly number[] = []): string[][] {
  const count = 1 + Math.max(-1, ...Object.values(orders).flat())
  const units = Array.from({ length: count }, (_, unit) => ({
    blocks: Object.fromEntries(
      Object.entries(orders).flatMap(([id, row]) =>
        row.includes(unit) ? [[id, [`${id}:${row.indexOf(unit)}`]] as const] : [],
      ),
    ),
  }))
  const unitOf = (block: string) => orders[block.split(':')[0]!]![Number(block.split(':')[1])]!
  return movedIn(
    units,
    Object.keys(orders).sort(),
    block => Number(block.split(':')[1]),
    block => lengths[unitOf(block)] ?? 10,
  )
}

describe('units out of order', () => {
  test.each<[what: string, orders: Record<string, number[]>, expected: string[][]]>([
    ['none', { a: [0, 1, 2], b: [0, 1, 2] }, [[], [], []]],
    [
      'one unit far away, in the third of three',
      { a: [0, 1, 2, 3], b: [0, 1, 2, 3], c: [1, 2, 3, 0] },
      [['c'], [], [], []],
    ],
    ['of two documents both', { a: [0, 1, 2], b: [1, 2, 0] }, [['a', 'b'], [], []]],
    ['one that a document lacks', { a: [0, 1, 2], b: [1, 2], c: [2, 0, 1] }, [[], [], ['c']]],
    ['nothing', {}, []],
  ])('%s', (_, orders, expected) => {
    expect(moved(orders)).toEqual(expected)
  })

  test('of two that changed places the shorter is the moved one', () => {
    const orders = { a: [0, 1], b: [0, 1], c: [1, 0] }
    expect(moved(orders, [90, 10])).toEqual([[], ['c']])
    expect(moved(orders, [10, 90])).toEqual([['c'], []])
  })

  test('without the moved units all documents have one order, and no fewer would do', () => {
    const row = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(row, order => {
        const found = moved({ a: [0, 1, 2, 3, 4, 5, 6], b: order })
        const kept = order.filter(unit => found[unit]!.length === 0)
        expect(kept).toEqual([...kept].sort())
        expect(kept.length).toBe(longestRise(order))
      }),
    )
  })
})

/** By trying all: the length of the longest rising subsequence. */
function longestRise([first, ...rest]: readonly number[]): number {
  if (first === undefined) return 0
  return Math.max(longestRise(rest), 1 + longestRise(rest.filter(value => value > first)))
}
