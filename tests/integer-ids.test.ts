import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integerIds } from '../src/structures/integer-ids.js'

test('law: keys are numbered as a Map would number them, however many there are', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 2 ** 30 - 1 }), { maxLength: 400 })
  fc.assert(
    fc.property(keys, fc.integer({ min: 0, max: 40 }), (given, expected) => {
      const ids = integerIds(expected)
      const known = new Map<number, number>()
      for (const key of given) {
        expect(ids.find(key)).toBe(known.get(key) ?? -1)
        if (!known.has(key)) known.set(key, known.size)
        expect(ids.idOf(key)).toBe(known.get(key))
      }
      expect(ids.size).toBe(known.size)
      for (const [key, id] of known) expect(ids.find(key)).toBe(id)
    }),
  )
})
