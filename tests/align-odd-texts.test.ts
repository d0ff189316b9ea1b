/** Alignment of texts that are no translations, or hardly: a result without confidence, never a crash. Invented texts. */
import { expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { packOf } from '../src/languages/index.js'

const text = (id: string, paragraphs: readonly string[], tag = id): AlignableText => ({
  id,
  pack: packOf(tag) ?? null,
  paragraphs: paragraphs.map(paragraph => ({ text: paragraph })),
})

const EN = [
  'Tarvika Ferries names a new ship',
  'Tarvika Ferries AS named the Aurelia in Holmvik on 9 June 2031. She carries 1,450 passengers.',
  'The ship was built by Drossen Yards for 210 million euros.',
  '“She is the quietest ship we have sailed,” said Captain Ylva Bratseth.',
  'Tickets cost 89 euros and are sold from Monday.',
]
const DE = [
  'Tarvika Ferries tauft ein neues Schiff',
  'Tarvika Ferries AS hat am 9. Juni 2031 in Holmvik die Aurelia getauft. Sie trägt 1.450 Passagiere.',
  'Das Schiff wurde von Drossen Yards für 210 Millionen Euro gebaut.',
  '„Sie ist das leiseste Schiff, das wir je gefahren haben“, sagte Kapitänin Ylva Bratseth.',
  'Karten kosten 89 Euro und werden ab Montag verkauft.',
]
const OTHER = [
  'Ricetta della settimana',
  'Mescolare la farina con le uova e lasciare riposare per mezz’ora, poi stendere la pasta molto sottile.',
  'Cuocere in abbondante acqua salata.',
  'Servire subito, con burro e salvia, e un poco di formaggio.',
]
const ONE_TO_ONE = EN.map((_, k) => [[k], [k]])

test('a text without any counterpart disturbs nobody and is not believed', () => {
  const alignment = align([text('en', EN), text('de', DE), text('it', OTHER)])
  expect(alignment.beads('de', 'en')).toEqual(ONE_TO_ONE)
  for (const unit of alignment.units) {
    if (unit.paragraphs.it && !unit.paragraphs.en) expect(unit.confidence).toBeLessThan(0.9)
  }
  for (const [a, b] of align([text('en', EN), text('it', OTHER)]).beads('en', 'it')) {
    expect(a.length === 0 || b.length === 0 || a.length + b.length >= 2).toBe(true)
  }
  for (const unit of align([text('en', EN), text('it', OTHER)]).units) expect(unit.confidence).toBeLessThan(0.9)
})

test('a sibling fifty times as long', () => {
  const filler = Array.from({ length: 245 }, (_, k) => `Abschnitt ${k + 500} des Anhangs, Blatt ${k * 3 + 700}.`)
  const alignment = align([text('en', EN), text('de', [...DE, ...filler])])
  expect(alignment.beads('de', 'en').filter(([a, b]) => a.length > 0 && b.length > 0)).toEqual(ONE_TO_ONE)
})

test('all paragraphs alike are paired in order, without more confidence than they deserve', () => {
  const same = (paragraph: string, count: number) => Array.from({ length: count }, () => paragraph)
  const alignment = align([text('en', same('Sold out.', 6)), text('de', same('Ausverkauft.', 9))])
  expect(alignment.beads('en', 'de').flatMap(([, b]) => b)).toHaveLength(9)
  for (const unit of alignment.units) expect(unit.confidence).toBeLessThan(0.9)
})

test('nothing but numbers', () => {
  const rows = ['12', '430', '1.205', '77', '9.300', '18', '2031']
  const alignment = align([
    text('de', rows),
    text(
      'en',
      rows.map(row => row.replace('.', ',')),
    ),
  ])
  expect(alignment.beads('de', 'en')).toEqual(rows.map((_, k) => [[k], [k]]))
})

test('a moved paragraph is found, and the others keep their order', () => {
  const moved = [DE[0]!, DE[1]!, DE[3]!, DE[4]!, DE[2]!]
  const DA = [
    'Tarvika Ferries døber et nyt skib',
    'Tarvika Ferries AS døbte den 9. juni 2031 Aurelia i Holmvik. Hun har plads til 1.450 passagerer.',
    'Skibet blev bygget af Drossen Yards for 210 millioner euro.',
    '”Hun er det mest stille skib, vi har sejlet,” sagde kaptajn Ylva Bratseth.',
    'Billetter koster 89 euro og sælges fra mandag.',
  ]
  const beads = align([text('en', EN), text('de', moved), text('da', DA)]).beads('de', 'en')
  expect(beads).toContainEqual([[4], [2]])
  expect(beads).toContainEqual([[2], [3]])
  expect(beads).toContainEqual([[3], [4]])
})

test('a long list that begins where the other is well under way', () => {
  const names = Array.from(
    { length: 700 },
    (_, k) => `${['Nord', 'Sylt', 'Elb', 'Kiel', 'Tarv'][k % 5]}${k * 7919}berg`,
  )
  const { beads } = align([text('de', names.slice(0, 400)), text('en', names.slice(300))])
  const shared = beads('de', 'en').filter(([left, right]) => left.length > 0 && right.length > 0)
  expect(shared).toEqual(Array.from({ length: 100 }, (_, k) => [[300 + k], [k]]))
})
