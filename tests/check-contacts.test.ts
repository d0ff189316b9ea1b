/** What contacts and addresses of translations may have otherwise, and what is a slip. All texts are invented. */
import { describe, expect, test } from 'vitest'
import { check } from '../src/index.js'
import { recordOf, texts } from './check-texts.js'

/** The codes of a release of two languages, with a paragraph of each behind it. */
const codesOf = (en: string, de: string): string[] =>
  check(recordOf({ en: [...texts.en!, en], de: [...texts.de!, de] })).map(({ code }) => code)

describe('no finding', () => {
  test.each([
    [
      'offices of two countries',
      'Contact: press@elbwerk.example, +44 20 7946 0101',
      'Kontakt: presse@elbwerk.example, +44 20 7946 0102',
    ],
    [
      'persons of two countries',
      'Media contact: Jane Example, +44 20 7946 0101, jane@elbwerk.example',
      'Pressekontakt: Erika Beispiel, +49 40 5550101, erika@elbwerk.example',
    ],
    [
      'a domain of each country',
      'Media contact: Jane Example, jane@elbwerk.nl',
      'Pressekontakt: Jane Example, jane@elbwerk.de',
    ],
    [
      'a mark behind an address',
      'More at https://elbwerk.example/ferries…',
      'Mehr unter https://elbwerk.example/ferries –',
    ],
    [
      'a number without the code of the country',
      'Media contact: Jane Example, +49 40 5550101',
      'Pressekontakt: Jane Example, 040 5550101',
    ],
    [
      'a telephone like a date',
      'Call Jane Example on tel. 20 10 20 12 for more.',
      'Jane Example erreichen Sie unter Tel. +45 20 10 20 12.',
    ],
    ['a part of a name', 'The A380 of the sea, they call it.', 'Die Leute nennen sie die neue Fähre der See.'],
  ])('%s', (_, en, de) => {
    const codes = codesOf(en, de)
    expect(codes.filter(code => /^(?:contact|address|date|number)-/.test(code))).toEqual([])
  })
})

test.each([
  [
    'a digit of one person',
    'Media contact: Jane Example, +44 20 7946 0101',
    'Pressekontakt: Jane Example, +44 20 7946 0107',
    'contact-differs',
  ],
  [
    'a letter of one person',
    'Media contact: Jane Example, jane@elbwerk.example',
    'Pressekontakt: Jane Example, jnae@elbwerk.example',
    'contact-differs',
  ],
  [
    'the second telephone',
    'Media contact: Jane Example, +44 20 7946 0101, mobile +44 7700 900101',
    'Pressekontakt: Jane Example, +44 20 7946 0101, mobil +44 7700 900107',
    'contact-differs',
  ],
])('%s is a slip', (_, en, de, code) => {
  expect(codesOf(en, de)).toContain(code)
})
