/** Numbers as values: each language writes the same quantity in its own way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packOf } from '../src/languages/index.js'
import { numbersIn, numberValue } from '../src/tokens/numbers.js'

test.each([
  ['de', '220.000', '220000'],
  ['en', '220,000', '220000'],
  ['en', '1,234,567.80', '1234567.8'],
  ['it', '1.234.567,80', '1234567.8'],
  ['da', '3,5', '3.5'],
  ['en', '3.5', '3.5'],
  ['de', '1.500', '1500'],
  ['en', '1.500', '1.5'],
  ['nl', '0,125', '0.125'],
  ['de', '1\u202f000\u202f000', '1000000'],
  ['de', "12'500", '12500'],
  ['he', '007', '7'],
  ['en', '12.10.2018', null],
  ['en', '10:30', null],
])('in %s %s is %s', (tag, written, value) => {
  expect(numberValue(written, packOf(tag)!)).toBe(value)
})

test.each([
  ['12 000 segel', ['12000']],
  ['1 250 000,5 ton', ['1250000.5']],
  ['1.500 och 1,5', ['1500', '1.5']],
  ['2026 120 personer', ['2026', '120']],
  ['031-799 01 62', ['31', '799', '1', '62']],
  ['1,5 300', ['1.5', '300']],
])('where a blank parts thousands %s is %j', (text, values) => {
  const pack = { ...packOf('da')!, thousands: ' ' } as const
  expect(numbersIn(text, pack).map(n => n.value)).toEqual(values)
})

test.each([
  ['220.000', '220000'],
  ['3,5', '3.5'],
  ['0.125', '0.125'],
  ['1,234.5', '1234.5'],
])('without a pack the shape of %s decides', (written, value) => {
  expect(numberValue(written, null)).toBe(value)
})

test('dates and times fall into their numbers', () => {
  const values = numbersIn('Am 12.10.2031 um 10:30 Uhr', packOf('de')!).map(n => n.value)
  expect(values).toEqual(['12', '10', '2031', '10', '30'])
})

test.each([
  ['en', 'about 1.4 million users', '1400000'],
  ['de', 'rund 1,4 Millionen Nutzer', '1400000'],
  ['he', 'כ-1.4 מיליון משתמשים', '1400000'],
])('a scale word multiplies (%s)', (tag, text, scaled) => {
  expect(numbersIn(text, packOf(tag)!)[0]).toMatchObject({ value: '1.4', scaled })
})

test('law: tokens are what stands at their offsets, in order, and values are plain decimals', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789.,:/ \u00a0aé-\u{1f600}') })
  fc.assert(
    fc.property(text, fc.constantFrom(null, packOf('de')!, packOf('en')!), (written, pack) => {
      let end = 0
      for (const token of numbersIn(written, pack)) {
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(written.slice(token.start, token.end)).toBe(token.text)
        expect(token.value).toMatch(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/)
        end = token.end
      }
    }),
  )
})
