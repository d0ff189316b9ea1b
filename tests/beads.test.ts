/** Pairwise beads from n-way segments: nothing is lost where a third text merges or splits. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from '../src/model.js'
import { beadsOf } from '../src/releases/beads.js'

const part = (paragraph: number, start = 0, end = 1) => ({ paragraph, start, end })

// German has in one paragraph what Danish and Dutch have in two.
const merged: Segment[] = [
  { da: [part(0)], de: [part(0, 0, 5)], nl: [part(0)] },
  { da: [part(1)], de: [part(0, 6, 9)], nl: [part(1)] },
]

test('a merge in one language leaves the others one to one', () => {
  expect(beadsOf(merged, 'da', 'nl', 2, 2)).toEqual([
    [[0], [0]],
    [[1], [1]],
  ])
  expect(beadsOf(merged, 'de', 'da', 1, 2)).toEqual([[[0], [0, 1]]])
  expect(beadsOf(merged, 'da', 'de', 2, 1)).toEqual([[[0, 1], [0]]])
})

test('paragraphs without a partner are beads of their own, at their place', () => {
  const segments: Segment[] = [
    { a: [part(1)], b: [part(0)] },
    { a: [part(3)], b: [part(2)] },
  ]
  expect(beadsOf(segments, 'a', 'b', 5, 4)).toEqual([
    [[0], []],
    [[1], [0]],
    [[2], []],
    [[], [1]],
    [[3], [2]],
    [[4], []],
    [[], [3]],
  ])
})

test('a text that no segment knows, and names that objects inherit', () => {
  expect(beadsOf(merged, 'da', 'constructor', 1, 1)).toEqual([
    [[0], []],
    [[], [0]],
  ])
  expect(beadsOf([], 'a', 'b', 0, 0)).toEqual([])
})

test('law: every paragraph is in exactly one bead, and one-sided beads hold one paragraph', () => {
  const segment = fc.record({
    a: fc.array(
      fc.nat(7).map(k => part(k)),
      { maxLength: 2 },
    ),
    b: fc.array(
      fc.nat(5).map(k => part(k)),
      { maxLength: 2 },
    ),
  })
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 8 }), segments => {
      const beads = beadsOf(segments, 'a', 'b', 8, 6)
      const sorted = (rows: readonly number[]) => [...rows].sort((x, y) => x - y)
      expect(sorted(beads.flatMap(bead => bead[0]))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      expect(sorted(beads.flatMap(bead => bead[1]))).toEqual([0, 1, 2, 3, 4, 5])
      for (const [left, right] of beads) {
        expect(Math.min(left.length, right.length) > 0 || left.length + right.length === 1).toBe(true)
      }
    }),
  )
})
