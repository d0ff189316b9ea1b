/** What wires and sites print around a release, and contacts of several lines. All texts and companies are invented. */

import { expect, test } from 'vitest'
import { publishedAt } from '../src/anatomy/dates.js'
import { readDocument } from '../src/api/reading.js'
import { originalText } from '../src/index.js'
import { packOf } from '../src/languages/index.js'
import type { Document } from '../src/model.js'
import { BODY, type Tag } from './bodies.js'

const read = (text: string): Document => readDocument({ path: 'a.txt', bytes: Buffer.from(text) })
const kinds = (text: string) => read(text).blocks.map(({ kind }) => kind)

test.each<[Tag, readonly string[], string]>([
  ['de', ['Startseite', 'Unternehmen', 'Kontakt', 'Pressemitteilung Nr. 3', '*Drei neue Fähren für die Inseln'], ''],
  [
    'nl',
    ['Menu', 'Zoeken', 'Nieuws', '*Drie nieuwe veerboten voor de eilanden', 'Geplaatst op 3 maart 2026'],
    '2026-03-03',
  ],
  ['it', ['Home / Sala stampa / Comunicati', 'Condividi', '*Tre nuovi traghetti per le isole'], ''],
  [
    'he',
    ['דף הבית', 'אודות', 'צור קשר', 'שתפו', '*שלוש מעבורות חדשות לאיים', 'פורסם בתאריך: 02/06/2026'],
    '2026-06-02',
  ],
  ['da', ['*Tre nye færger til øerne', '17.8.2026 06:00:00 CEST | Elbwerk A/S | Pressemeddelelse'], '2026-08-17'],
  ['de', ['14.04.2026 – 09:30', 'Elbwerk a.G.', '*Drei neue Fähren für die Inseln'], '2026-04-14'],
  [
    'de',
    ['EQS-Ad-hoc: Elbwerk SE / Schlagwort(e): Prognose', '*Elbwerk hebt Prognose an', '22.10.2026 / 18:47 CET/CEST'],
    '2026-10-22',
  ],
  [
    'en',
    ['*Three new ferries for the islands', 'News provided by', 'Elbwerk Group', 'Mar 03, 2026, 09:00 ET'],
    '2026-03-03',
  ],
  ['da', ['Pressemeddelelse fra Elbwerk Marine', '*Tre nye færger til øerne'], ''],
  ['he', ['הודעה לתקשורת מטעם אלבוורק, חיפה', '*שלוש מעבורות חדשות לאיים'], ''],
])('%s: the title among %j', (tag, lines, date) => {
  const document = read(`${lines.join('\n\n').replace('*', '')}\n\n${BODY[tag]}\n\n${BODY[tag]}\n`)
  expect(document.title).toBe(lines.find(line => line.startsWith('*'))!.slice(1))
  expect(document.header?.date ?? '').toBe(date)
})

test.each<[Tag, string, string]>([
  [
    'en',
    'ENDS\n\nSOURCE Elbwerk Group\n\nAlso from this source\n\nElbwerk Names New Chief',
    'end-mark chrome chrome chrome',
  ],
  ['de', 'Nach oben\n\n© 2026 Elbwerk AG\n\nLeichte Sprache', 'chrome chrome chrome'],
  ['de', 'Ende der Insiderinformation', 'end-mark'],
  ['nl', '--- EINDE PERSBERICHT ---', 'end-mark'],
  ['it', '*****', 'end-mark'],
  ['da', 'EWM_H1_2026.pdf', 'chrome'],
  ['de', 'Bildmaterial finden Sie unter www.elbwerk.example/presse.', 'note'],
  ['en', 'View source version on a wire: https://wire.example/en/\nContacts', 'note contact'],
  ['it', 'Comunicato della procura: arrestati tre uomini', 'note'],
  ['en', 'Sources of new money', 'note'],
])('%s: the end of a text: %j', (tag, end, expected) => {
  const text = `${BODY[tag]}\n\n${BODY[tag]}\n\n${end}\n`
  expect(kinds(text).slice(2).join(' ')).toBe(expected)
})

const people = (document: Document) =>
  document.contacts.map(({ name, organisation, phone, email }) => [name, organisation, phone, email])

test.each<[Tag, string, unknown]>([
  [
    'de',
    'Pressekontakt:\n\nElbwerk a.G.\nJens Beispiel\nTelefon: 05321 555-120\nE-Mail: presse@elbwerk.example',
    [['Jens Beispiel', 'Elbwerk a.G.', '05321 555-120', 'presse@elbwerk.example']],
  ],
  [
    'en',
    'Contacts\nMedia:\nGreta Example\nElbwerk Marine, Inc.\n(617) 555-0188\npress@elbwerk.example\nInvestors:\nPaul Sample\npaul@elbwerk.example',
    [
      ['Greta Example', 'Elbwerk Marine, Inc.', '(617) 555-0188', 'press@elbwerk.example'],
      ['Paul Sample', null, null, 'paul@elbwerk.example'],
    ],
  ],
  [
    'en',
    'Media Contacts: Lucie Example, 416-555-0134, lucie@elbwerk.example; Tom Sample, 646-555-0120, tom@elbwerk.example',
    [
      ['Lucie Example', null, '416-555-0134', 'lucie@elbwerk.example'],
      ['Tom Sample', null, '646-555-0120', 'tom@elbwerk.example'],
    ],
  ],
  [
    'en',
    'Contact: Hetty Example, 020 7946 0123 / 07700 900456, hetty@elbwerk.example\n\nOut of hours: 07700 900999',
    [
      ['Hetty Example', null, '020 7946 0123', 'hetty@elbwerk.example'],
      [null, null, '07700 900999', null],
    ],
  ],
  [
    'da',
    'Yderligere oplysninger:\nMads Eksempel, direktør, tlf. +45 55 55 30 00\nKaren Prøve, tlf. +45 55 55 30 17',
    [
      ['Mads Eksempel', null, '+45 55 55 30 00', null],
      ['Karen Prøve', null, '+45 55 55 30 17', null],
    ],
  ],
  [
    'it',
    'Per ulteriori informazioni:\n\nElbwerk S.p.A.\nMatteo Esempio\nTel. +39 0881 555 210\nir@elbwerk.example',
    [['Matteo Esempio', 'Elbwerk S.p.A.', '+39 0881 555 210', 'ir@elbwerk.example']],
  ],
])('%s: contacts of several lines: %j', (tag, lines, expected) => {
  expect(people(read(`${BODY[tag]}\n\n${BODY[tag]}\n\n${lines}\n`))).toEqual(expected)
})

test('telephones in the text are no quantities', () => {
  const call = 'To join 40 others, dial +1 (833) 555-0142 or 1-800-555-0177 before noon, or ask at the harbour.'
  expect(read(`${BODY.en} ${call}\n`).quantities.map(({ value }) => value)).toEqual([40])
})

test('a bracket that is open makes no run-in heading', () => {
  const text =
    'The board of Elbwerk (Nasdaq: ELBW) has decided to build three ferries for the northern islands this year.'
  expect(read(`${BODY.en}\n\n${text}\n`).blocks[1]!.runIn).toBeUndefined()
})

test('the region of a dateline has no dashes', () => {
  const document = read(`CAMBRIDGE, Mass.--(BUSINESS WIRE)--${BODY.en}\n`)
  expect(document.dateline).toMatchObject({ place: 'CAMBRIDGE', region: 'Mass.', wire: 'BUSINESS WIRE' })
})

test('an address on a line of its own inside wrapped text', () => {
  const lines = [
    'Elbwerk Marine will build three ferries for the northern islands, all of them',
    'without diesel, and will show the plans to all who want to see them before May at',
    'https://events.elbwerk.example/northern-ferries.',
    '',
    'The company said that it had asked the islands what they wanted, and that the',
    'answer of nearly everyone had been the same: quiet, warm and always on time.',
  ]
  expect(kinds(`${lines.join('\n')}\n`)).toEqual(['paragraph', 'paragraph'])
})

test.each<[Tag, string, string | null]>([
  ['en', 'Published on 3 March 2026', '2026-03-03'],
  ['de', 'Veröffentlicht am 3. März 2026, 10:15 Uhr', '2026-03-03'],
  ['it', 'Pubblicato il 3 marzo 2026', '2026-03-03'],
  ['da', '2. marts 2026 bliver en stor dag', null],
  ['en', 'March 3, 2026 was a good day', null],
])('%s: time of publication: %s', (tag, line, date) => {
  expect(publishedAt(line, packOf(tag)!)).toBe(date)
})

test.each([
  'one',
  'BERLIN, 3. März 2026 (ots) -',
  'a\f'.repeat(500),
  'Text that goes on\nPage 1 of 3\n\f'.repeat(200),
  'The \u202eoffer\u202c is \u2067שלום\u2069 today.\n'.repeat(50),
  '- \n'.repeat(500),
])('bad input has blocks and gives back its text: %j', text => {
  const document = read(text)
  expect(document.blocks.length).toBeGreaterThan(0)
  expect(originalText(document)).toBe(text)
})
