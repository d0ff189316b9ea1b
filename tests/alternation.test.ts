/** Patterns of words. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternation, anyCase, literally } from '../src/tokens/alternation.js'

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
