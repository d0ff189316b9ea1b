/** Patterns of words. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternation, anyCase, literally } from '../src/tokens/alternation.js'
import { LETTERS, MARKS, NUMBERS } from '../src/tokens/characters.js'

const SOURCES = [
  'jan|März|août',
  '(?<!\\p{L})(?:Straße|d\\.|Q([1-4]))(?![\\p{L}\\p{M}])',
  '[a-fØ.-]{2}|\\u00a0[^x-z\\]é]',
  '(x)\\d[\\p{L}-]\\u{2d}',
  'הודעה|[א-ת]',
]
const letters = 'janmärzAOÛTstraßedqQ14åÅé.-xXabAB[]הודעהÆø '

test.each(SOURCES)('%s is matched like with the flag i', source => {
  const [own, flagged] = [anyCase(source, 'u'), new RegExp(source, 'iu')]
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), text => {
      expect(own.exec(text)).toEqual(flagged.exec(text))
    }),
  )
})

test('words with signs are taken as they are, the longest first', () => {
  expect(alternation(['a', 'a.b', 'a'])).toBe('a\\.b|a')
  expect(new RegExp(`^${literally('a.(b)')}$`, 'u').test('a.(b)')).toBe(true)
})

test.each([
  ['\\p{L}', LETTERS],
  ['\\p{M}', MARKS],
  ['\\p{N}', NUMBERS],
  ['\\p{L}\\p{M}', LETTERS + MARKS],
])('[%s] is the same by ranges, up to Arabic, in Latin, Greek and among signs', (property, ranges) => {
  const [byName, byRange] = [property, ranges].map(inside => new RegExp(`[${inside}]`, 'u'))
  const units = Array.from({ length: 0x2c00 }, (_, unit) => unit).filter(unit => unit < 0x700 || unit >= 0x1e00)
  const differ = units.filter(unit => {
    const char = String.fromCharCode(unit)
    return byName!.test(char) !== byRange!.test(char)
  })
  expect(differ.map(unit => unit.toString(16))).toEqual([])
})

test('no letter of another script ends a word by ranges', () => {
  const inside = new RegExp(`[${LETTERS}${MARKS}]`, 'u')
  const missing = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
    char => /\p{L}/u.test(char) && !inside.test(char),
  )
  expect(missing).toEqual([])
})
