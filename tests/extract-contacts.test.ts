/** Who is named as a contact, with what: names, positions, companies, telephones, addresses. All are invented. */
import { expect, test } from 'vitest'
import { BODY, type Tag } from './bodies.js'
import { readText } from './read-text.js'

type Row = readonly [
  name: string | null,
  title: string | null,
  organisation: string | null,
  phone: string | null,
  email: string | null,
]

test.each<[what: string, tag: string, lines: string[], Row[]]>([
  [
    'everything on a line',
    'de',
    ['Erika Beispiel, Pressesprecherin, Tel.: +49 (0)40 123-4567, erika@elbwerk.example'],
    [['Erika Beispiel', 'Pressesprecherin', null, '+49 (0)40 123-4567', 'erika@elbwerk.example']],
  ],
  [
    'a line each, two persons',
    'de',
    [
      'Pressekontakt:',
      'Erika Beispiel',
      'Leiterin Kommunikation',
      'Elbwerk AG',
      'Telefon: 040 123456',
      'erika@elbwerk.example',
      'Max Muster',
      'Telefon: 040 654321',
      'max@elbwerk.example',
    ],
    [
      ['Erika Beispiel', 'Leiterin Kommunikation', 'Elbwerk AG', '040 123456', 'erika@elbwerk.example'],
      ['Max Muster', null, null, '040 654321', 'max@elbwerk.example'],
    ],
  ],
  [
    'a number behind its word, a fax that is none',
    'da',
    ['Kontakt: Lars Eksempel, fax 70 99 01 28, tlf. 70 99 01 27, lars@elbwerk.example'],
    [['Lars Eksempel', null, null, '70 99 01 27', 'lars@elbwerk.example']],
  ],
  [
    'a position before the name',
    'da',
    ['For yderligere oplysninger: Kommunikationschef Lars Eksempel, tlf. 70 99 01 27'],
    [['Lars Eksempel', 'Kommunikationschef', null, '70 99 01 27', null]],
  ],
  [
    'a degree before the name',
    'it',
    ['Ufficio stampa: dott.ssa Anna Esempio, anna@elbwerk.example'],
    [['Anna Esempio', null, null, null, 'anna@elbwerk.example']],
  ],
  [
    'only a name and an address',
    'it',
    ['Elbwerk stampa@elbwerk.example'],
    [['Elbwerk', null, null, null, 'stampa@elbwerk.example']],
  ],
  [
    'an address that a site has masked',
    'en',
    ['Media contact: Jane Example, Head of Press, Elbwerk Marine Ltd., [email protected]'],
    [['Jane Example', 'Head of Press', 'Elbwerk Marine Ltd.', null, null]],
  ],
  [
    'two on a line',
    'nl',
    [
      'Perscontact: Piet Voorbeeld, woordvoerder, tel. 020 123 45 67, piet@elbwerk.example; Anna Voorbeeld, tel. 020 765 43 21, anna@elbwerk.example',
    ],
    [
      ['Piet Voorbeeld', 'woordvoerder', null, '020 123 45 67', 'piet@elbwerk.example'],
      ['Anna Voorbeeld', null, null, '020 765 43 21', 'anna@elbwerk.example'],
    ],
  ],
  [
    'in Hebrew',
    'he',
    ['לפרטים נוספים: דנה דוגמה, דוברת החברה, טל׳ 03-1234567, dana@elbwerk.example'],
    [['דנה דוגמה', 'דוברת החברה', null, '03-1234567', 'dana@elbwerk.example']],
  ],
])('%s', (_, tag, lines, rows) => {
  const { contacts } = readText(`${BODY[tag as Tag]}\n\n${lines.join('\n')}\n`, tag).anatomy
  expect(contacts.map(c => [c.name, c.title, c.organisation, c.phone, c.email])).toEqual(rows)
})

test('an address in the text is a contact too', () => {
  const { contacts } = readText(
    `${BODY.en} Write to Jane Example at jane@elbwerk.example for more about the ferries.\n\n${BODY.en}\n`,
    'en',
  ).anatomy
  expect(contacts).toMatchObject([{ email: 'jane@elbwerk.example', block: 'en:0' }])
})
