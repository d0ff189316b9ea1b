/** Where dates may begin: one loop finds what the pattern finds. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesIn, headsOf } from '../src/extract/date-patterns.js'

const all = (text: string) => {
  const next = candidatesIn(text, () => true)
  const found: { start: number; end: number; word: string | null }[] = []
  for (let one = next(0); one; one = next(one.end)) found.push(one)
  return found
}
// A character outside the BMP lets the pattern read.
const byPattern = (text: string) => all(`${text} \u{1f4c5}`)

test.each([
  ['am 3. Mai 2026', ['3', 'mai', '2026']],
  ['3.May 1.000 12345', ['3', '1']],
  ['Q3 2026, q1/26 Q4x', ['q3', '2026', 'q1']],
  ['a bb ccc4 במרץ', ['ccc', 'במרץ']],
])('%s', (text, expected) => {
  expect(all(text).map(({ start, end }) => text.slice(start, end).toLowerCase())).toEqual(expected)
})

const piece = fc.oneof(
  fc.constantFrom('3', '12', '2026', '12345', '.', ',', ':', '/', '-', ' ', 'Q', 'q2', 'May', 'd', 'März', 'ו', 'במרץ'),
  fc.constantFrom('\u0345', '\u0301', 'K', 'ſept', '³', '٣', 'ß', '\u00a0', 'x'.repeat(31)),
  fc.string({ unit: 'binary', maxLength: 3 }).filter(text => !/[\ud800-\udfff]/.test(text)),
)

test('law: the loop reads as the pattern does', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const text = pieces.join('')
      expect(all(text)).toEqual(byPattern(text))
    }),
    { numRuns: 2000 },
  )
})

describe('heads', () => {
  const heads = headsOf(['mai', 'märz', 'terzo'], 'ב')
  const lets = (word: string) => heads(word.charCodeAt(0), word.charCodeAt(1))
  test.each(['Mai', 'MAI', 'mal', 'März', 'Terza', 'äb', 'בית'])('%s may be meant', word =>
    expect(lets(word)).toBe(true),
  )
  test.each(['Juni', 'Tor', 'und'])('%s is not', word => expect(lets(word)).toBe(false))
})
