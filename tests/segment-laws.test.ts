/** What holds for any text: nothing is lost, the second cut finds nothing, time grows with size. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyRepairs, undoRepairs } from '../src/edits/edits.js'
import { packs } from '../src/languages/index.js'
import { segment } from '../src/segment/segment.js'
import { de, paragraphs, wrap } from './segment-texts.js'

describe('laws', () => {
  // Lines of the kinds that texts are made of, put together in any order.
  const line = fc.oneof(
    fc.constantFrom(...paragraphs, ...wrap(paragraphs[2]!, 50), ...wrap(paragraphs[3]!, 50)),
    fc.constantFrom(
      '',
      '',
      ' ',
      '\t',
      '- 3 -',
      '===',
      'Seite 2',
      '* Fähre',
      '  – Halle',
      '1. Werft',
      '2. Werft',
      'Kontakt:',
      'In-',
      '^x',
      'a\tb\tc',
      '\u2028',
      '\u00a0',
    ),
    fc.constantFrom(
      'HAMBURG, 3. Mai 2026 (NORDWIRE) -- Die',
      'https://elbwerk.example/a-',
      'b/c.html',
      'שלום עולם, זה',
      'הסוף של המשפט.',
      '😀 Die',
      '\ud800',
    ),
    fc.string({ maxLength: 90 }),
  )
  const text = fc
    .tuple(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r', '\f', '\n \n\n')), { maxLength: 30 }),
      fc.constantFrom('', ' ', 'date 2026-03-02 '),
    )
    .map(([lines, before]) => before + lines.flat().join(''))

  test('the edits lead to the blocks and back, and no character is lost', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...packs), (source, pack) => {
        const { blocks, repairs } = segment(source, pack, 'x')
        const joined = blocks.map(block => block.text).join('\n\n')
        expect(applyRepairs(source, repairs)).toBe(joined)
        expect(undoRepairs(joined, repairs)).toBe(source)
        let at = 0
        for (const repair of repairs) {
          expect(repair.start).toBeGreaterThanOrEqual(at)
          expect(source.slice(repair.start, repair.end)).toBe(repair.before)
          at = repair.end
        }
        expect(blocks.every(block => block.text.trim() === block.text && block.text !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('cutting the blocks again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paragraphs), fc.boolean())),
        fc.constantFrom(50, 64, 78),
        (list, width) => {
          const source = list.map(([p, wrapped]) => (wrapped ? wrap(p, width).join('\n') : p)).join('\n\n')
          const once = segment(source, de, 'de').blocks.map(block => block.text)
          const again = segment(once.join('\n\n'), de, 'de')
          expect(again.blocks.map(block => block.text)).toEqual(once)
          expect(again.repairs).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })

  test.each([
    ['one line', (n: number) => 'Wort '.repeat(n)],
    ['blanks', (n: number) => `a${' '.repeat(5 * n)}b`],
    ['short lines', (n: number) => 'x\n'.repeat(n / 4)],
    [
      'double-spaced lines',
      (n: number) => 'The Elbwerk yard builds three ferries for the north and\n\n'.repeat(n / 40),
    ],
    ['page numbers', (n: number) => 'Seite 1\n'.repeat(n / 4)],
    ['hyphens', (n: number) => 'Die Werft baut Schiffe für das ganze Lan-\ndes\n'.repeat(n / 20)],
    ['an address', (n: number) => `https://${'a-'.repeat(2 * n)}`],
    ['quotes', (n: number) => '"'.repeat(5 * n)],
  ])('time grows with the size: %s', (_, make) => {
    const time = (n: number) => {
      const source = make(n)
      const start = performance.now()
      segment(source, de, 'de')
      return performance.now() - start
    }
    time(1e4)
    // Ten times the size may cost forty times the time; a quadratic pass would cost a hundred.
    expect(time(4e5)).toBeLessThan(40 * Math.max(50, time(4e4)))
  })
})
