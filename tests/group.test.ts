/** Grouping: translations come together, other releases stay apart. All companies and places are invented. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupableDocument, groupProfiles, group as groupWith } from '../src/group/group.js'
import { profileOf } from '../src/group/profile.js'
import { packOf } from '../src/languages/index.js'
import type { BlockKind, Document } from '../src/model.js'

const group = <D extends GroupableDocument>(documents: readonly D[]) => groupWith(documents, packOf)

interface Given extends GroupableDocument {
  readonly name: string
}

const doc = (name: string, tag: string, texts: readonly string[], date: string | null = null, about = ''): Given => ({
  name,
  sha256: createHash('sha256').update(texts.join('\n\n')).digest('hex'),
  path: `${name}.txt`,
  language: { tag },
  dateline: date === null ? null : { date },
  blocks: [
    ...texts.map(text => ({ kind: 'paragraph' as BlockKind, text })),
    ...(about === '' ? [] : [{ kind: 'paragraph' as BlockKind, text: about }]),
  ],
})
const names = (groups: readonly (readonly Given[])[]) => groups.map(one => one.map(({ name }) => name).sort()).sort()

const ABOUT = {
  en: 'Velmora Solar AG was founded in 1998 in Brunstad by Petra Lindqvist and supplies 27 countries. Contact: press@velmora.example, +99 5550 1234.',
  de: 'Die Velmora Solar AG wurde 1998 in Brunstad von Petra Lindqvist gegründet und beliefert 27 Länder. Kontakt: press@velmora.example, +99 5550 1234.',
}
const plant = [
  doc(
    'plant.en',
    'en',
    [
      'Velmora Solar opens a plant in Ostermoor',
      'The plant in Ostermoor cost 312 million euros and employs 840 people, says Tomas Erlund.',
      'It makes modules of 455 watts for Norvik Energi. The first lorry leaves for Kvistholm on Monday.',
      'Output doubles to 1.5 gigawatts by 2033.',
    ],
    '2031-05-04',
    ABOUT.en,
  ),
  doc(
    'plant.de',
    'de',
    [
      'Velmora Solar eröffnet Werk in Ostermoor',
      'Das Werk in Ostermoor kostete 312 Millionen Euro und beschäftigt 840 Menschen, sagt Tomas Erlund.',
      'Es baut Module mit 455 Watt für Norvik Energi. Der erste Lastwagen fährt am Montag nach Kvistholm.',
      'Bis 2033 verdoppelt sich die Leistung auf 1,5 Gigawatt.',
    ],
    '2031-05-04',
    ABOUT.de,
  ),
  doc('plant.da', 'da', [
    'Velmora Solar åbner fabrik i Ostermoor',
    'Fabrikken i Ostermoor kostede 312 millioner euro og beskæftiger 840 mennesker, siger Tomas Erlund.',
    'Den bygger moduler på 455 watt til Norvik Energi. Den første lastbil kører mandag til Kvistholm.',
    'Inden 2033 fordobles ydelsen til 1,5 gigawatt.',
  ]),
  doc('plant.he', 'he', [
    'ולמורה סולאר פותחת מפעל באוסטרמור',
    'המפעל באוסטרמור עלה 312 מיליון אירו ומעסיק 840 עובדים, אומר תומאס ארלונד.',
    'הוא מייצר מודולים של 455 ואט עבור נורוויק אנרג׳י. המשאית הראשונה יוצאת לקוויסטהולם ביום שני.',
    'עד 2033 יוכפל ההספק ל-1.5 גיגה-ואט.',
  ]),
]
const loan = [
  doc(
    'loan.en',
    'en',
    [
      'Velmora Solar repays its loan early',
      'Velmora Solar has repaid a loan of 95 million euros to the Bank of Tarnholm two years early.',
      'Interest falls by 6.2 million euros a year, says Mirela Oduya, who keeps the books.',
      'The rating agency Quorvane raised its mark to BB.',
    ],
    '2031-05-04',
    ABOUT.en,
  ),
  doc(
    'loan.de',
    'de',
    [
      'Velmora Solar tilgt Kredit vorzeitig',
      'Velmora Solar hat einen Kredit über 95 Millionen Euro bei der Bank von Tarnholm zwei Jahre früher getilgt.',
      'Die Zinsen sinken um 6,2 Millionen Euro im Jahr, sagt Mirela Oduya, die die Bücher führt.',
      'Die Agentur Quorvane hob ihre Note auf BB.',
    ],
    '2031-05-04',
    ABOUT.de,
  ),
]
const all = [...plant, ...loan]
const expected = [
  ['loan.de', 'loan.en'],
  ['plant.da', 'plant.de', 'plant.en', 'plant.he'],
]

test('two releases of one issuer, one day and one boilerplate stay apart; Hebrew joins by names and numbers', () => {
  expect(names(group(all))).toEqual(expected)
})

test('one language of each is left: a shared boilerplate joins nothing', () => {
  expect(names(group([plant[0]!, loan[1]!]))).toEqual([['loan.de'], ['plant.en']])
  expect(names(group([plant[1]!, loan[0]!]))).toEqual([['loan.en'], ['plant.de']])
})

test('groups are sorted by their smallest hash, documents by language, then hash', () => {
  const groups = group(all)
  const least = groups.map(one => one.map(({ sha256 }) => sha256).sort()[0]!)
  expect(least).toEqual([...least].sort())
  for (const one of groups)
    expect(one.map(({ language }) => language.tag)).toEqual(one.map(({ language }) => language.tag).sort())
})

test('a second version in one language joins, another text in that language does not', () => {
  const second = { ...plant[0]!, name: 'plant.en2', sha256: 'f'.repeat(64), path: 'other.txt' }
  const corrected = {
    ...second,
    blocks: second.blocks.map((block, k) => (k === 1 ? { ...block, text: `Correction. ${block.text}` } : block)),
  }
  expect(names(group([...all, corrected]))).toEqual([expected[0], [...expected[1]!, 'plant.en2'].sort()])
})

test('the same text of the week after, with other numbers, is another release', () => {
  const week = (n: number, en: string, de: string, date: string) => [
    doc(
      `w${n}.en`,
      'en',
      [
        'Velmora Solar buys back shares',
        `In the week to ${en} Velmora Solar bought ${1203 + n * 411} shares for ${88 + n * 7}.${n} euros.`,
        `It now holds ${70211 + n * 1614} shares.`,
      ],
      date,
    ),
    doc(
      `w${n}.de`,
      'de',
      [
        'Velmora Solar kauft Aktien zurück',
        `In der Woche bis zum ${de} kaufte Velmora Solar ${1203 + n * 411} Aktien für ${88 + n * 7},${n} Euro.`,
        `Sie hält nun ${70211 + n * 1614} Aktien.`,
      ],
      date,
    ),
  ]
  const weeks = [...week(1, '2 May', '2. Mai', '2031-05-02'), ...week(2, '9 May', '9. Mai', '2031-05-09')]
  expect(names(group(weeks))).toEqual([
    ['w1.de', 'w1.en'],
    ['w2.de', 'w2.en'],
  ])
})

test('no documents, documents without words, identical files', () => {
  expect(group([])).toEqual([])
  const empty = [doc('a', 'en', []), doc('b', 'de', ['—'])]
  expect(names(group(empty))).toEqual([['a'], ['b']])
  const copy = { ...plant[0]!, name: 'copy', path: 'copy.txt' }
  expect(names(group([plant[0]!, copy]))).toEqual([['copy', 'plant.en']])
  const told = { ...copy, language: { ...copy.language, tag: 'nl' } }
  const profiles = [plant[0]!, told].map(document => profileOf(document, packOf))
  const [{ members } = { members: [] }] = groupProfiles({ count: 2, profileAt: k => profiles[k]! })
  // One content that is said to be in two languages is no copy of itself.
  expect(members.map(({ kind }) => kind)).toEqual([null, null])
})

test('a document of the model can be grouped', () => {
  const accepts = (documents: readonly Document[]): Document[][] => group(documents)
  expect(accepts([])).toEqual([])
})

test('law: the order of the files does not matter, and strangers change nothing', () => {
  const stranger = doc('stranger', 'en', [
    'Harbour of Lunnevik closed',
    'Ice of 41 centimetres closed the harbour of Lunnevik, writes Captain Orsolya Benke.',
  ])
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.boolean(), (documents, withStranger) => {
      const groups = names(group(withStranger ? [stranger, ...documents] : documents))
      expect(groups.filter(one => !one.includes('stranger'))).toEqual(expected)
    }),
    { numRuns: 25 },
  )
})
