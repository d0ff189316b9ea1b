/** The laws of the edit log, over generated texts and edits. fast-check prints the seed of a failure. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyRepairs, compose, resultSpans, sourceSpan, undoRepairs } from '../src/edits/edits.js'
import type { Repair } from '../src/model.js'

const repair = (start: number, before: string, after: string): Repair => ({
  start,
  end: start + before.length,
  before,
  after,
  kind: 'ocr',
  evidence: 'words',
  lossy: true,
  confidence: 0.9,
})

/** Sorted, disjoint edits of a text, insertions and deletions among them; no two at one place. */
function editsOf(text: string): fc.Arbitrary<Repair[]> {
  const one = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 3 }), fc.string({ maxLength: 4 }))
  return fc.array(one, { maxLength: 8 }).map(list => {
    const edits: Repair[] = []
    for (const [start, length, after] of list.sort((a, b) => a[0] - b[0])) {
      const last = edits.at(-1)
      if (last && start <= last.end) continue
      const before = text.slice(start, start + length)
      if (before !== after) edits.push(repair(start, before, after))
    }
    return edits
  })
}

const textAndEdits = fc.string({ maxLength: 40 }).chain(text => editsOf(text).map(edits => ({ text, edits })))
const twoPasses = textAndEdits.chain(({ text, edits }) => {
  const middle = applyRepairs(text, edits)
  return editsOf(middle).map(second => ({ text, first: edits, second }))
})

describe('laws', () => {
  test('undo gives the text before', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => undoRepairs(applyRepairs(text, edits), edits) === text),
      { numRuns: 2000 },
    )
  })

  test('two passes composed do what they do one after the other, and are undone at once', () => {
    fc.assert(
      fc.property(twoPasses, ({ text, first, second }) => {
        const after = applyRepairs(applyRepairs(text, first), second)
        const both = compose(first, second)
        expect(applyRepairs(text, both)).toBe(after)
        expect(undoRepairs(after, both)).toBe(text)
        for (const edit of both) expect(text.slice(edit.start, edit.end)).toBe(edit.before)
        for (let i = 1; i < both.length; i++) expect(both[i]!.start).toBeGreaterThanOrEqual(both[i - 1]!.end)
      }),
      { numRuns: 5000 },
    )
  })

  test('what no edit touches leads back to the very same characters', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        const after = applyRepairs(text, edits)
        const results = resultSpans(edits)
        for (let at = 0; at < after.length; at++) {
          if (results.some(r => at >= r.start && at < r.end)) continue
          const source = sourceSpan(edits, results, { start: at, end: at + 1 })
          expect(text.slice(source.start, source.end)).toContain(after[at])
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test('an empty range where something was taken out leads back to what was taken out', () => {
  const taken = [repair(2, 'cd', '')]
  expect(sourceSpan(taken, resultSpans(taken), { start: 2, end: 2 })).toEqual({ start: 2, end: 4 })
})

test('edits that cancel each other vanish', () => {
  expect(compose([repair(2, 'x', 'yy')], [repair(2, 'yy', 'x')])).toEqual([])
})

test('a long log composes in linear time', () => {
  const time = (n: number) => {
    const first = Array.from({ length: n }, (_, i) => repair(i * 4, 'a', 'bb'))
    const second = Array.from({ length: n }, (_, i) => repair(i * 5 + 3, 'c', ''))
    const start = process.cpuUsage().user
    compose(first, second)
    return process.cpuUsage().user - start
  }
  time(20_000)
  const small = Math.max(time(20_000), 2000)
  expect(time(200_000) / small).toBeLessThan(80)
})
