/** Laws of alignment over generated texts: nothing is lost, nothing overlaps, the order of the texts does not matter. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { packOf } from '../src/languages/index.js'
import type { Alignment } from '../src/model.js'

const text = (id: string, paragraphs: readonly string[]): AlignableText => ({
  id,
  pack: packOf(id) ?? null,
  paragraphs: paragraphs.map(paragraph => ({ text: paragraph })),
})

const words = fc.constantFrom(
  'Velmora',
  'opens',
  'plant',
  '312',
  '1.200',
  'Brunstad',
  'sagte',
  'שלום',
  'ברונסטאד',
  'x',
  '“',
  '.',
  '?',
)
const paragraph = fc.oneof(
  fc.array(words, { maxLength: 12 }).map(list => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const generated = fc
  .array(fc.array(paragraph, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map(list => list.map((paragraphs, k) => text(['en', 'he', 'q', 'de'][k]!, paragraphs)))

function expectSound(alignment: Alignment, given: readonly AlignableText[]) {
  const parts = new Map<string, { start: number; end: number }[]>()
  for (const unit of alignment.units) {
    expect(Object.keys(unit.paragraphs).length).toBeGreaterThan(1)
    expect(unit.confidence).toBeGreaterThanOrEqual(0)
    expect(unit.confidence).toBeLessThanOrEqual(1)
    for (const segment of unit.segments) {
      for (const [id, list] of Object.entries(segment)) {
        for (const part of list) {
          expect(unit.paragraphs[id]).toContain(part.paragraph)
          const key = `${id} ${part.paragraph}`
          parts.set(key, [...(parts.get(key) ?? []), part])
        }
      }
    }
    for (const [id, list] of Object.entries(unit.paragraphs))
      for (const row of list) expect(parts.has(`${id} ${row}`)).toBe(true)
  }
  for (const { id, paragraphs } of given) {
    paragraphs.forEach(({ text: whole }, row) => {
      let end = 0
      for (const part of parts.get(`${id} ${row}`) ?? []) {
        expect(part.start).toBeGreaterThanOrEqual(end)
        expect(whole.slice(end, part.start).trim()).toBe('')
        expect(part.end).toBeGreaterThanOrEqual(part.start)
        end = part.end
      }
      if (parts.has(`${id} ${row}`)) expect(whole.slice(end).trim()).toBe('')
    })
  }
}

test('law: parts are in order, disjoint and cover their paragraph; each paragraph is in at most one unit', () => {
  fc.assert(
    fc.property(generated, given => {
      const alignment = align(given)
      expectSound(alignment, given)
      for (const { id } of given) {
        const rows = alignment.units.flatMap(unit => unit.paragraphs[id] ?? [])
        expect(new Set(rows).size).toBe(rows.length)
      }
    }),
    { numRuns: 60 },
  )
})

test('law: the order of the texts does not matter, and beads turn round', () => {
  fc.assert(
    fc.property(generated, given => {
      const alignment = align(given)
      const other = align([...given].reverse())
      expect(other.units).toEqual(alignment.units)
      const [a, b] = [given[0]!.id, given[given.length - 1]!.id]
      const key = (left: readonly number[], right: readonly number[]) => `${left.join()}|${right.join()}`
      expect(new Set(other.beads(b, a).map(([x, y]) => key(y, x)))).toEqual(
        new Set(alignment.beads(a, b).map(([x, y]) => key(x, y))),
      )
    }),
    { numRuns: 60 },
  )
})
