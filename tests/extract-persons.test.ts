/** Persons in contacts as sources write them: one line or many, labels, several numbers, sentences. All are invented. */
import { describe, expect, test } from 'vitest'
import { BODY, type Tag } from './bodies.js'
import { readText } from './read-text.js'

const personsOf = (tag: string, lines: string) => {
  const { contacts } = readText(`${BODY[tag as Tag]}\n\n${BODY[tag as Tag]}\n\n${lines}\n`, tag).anatomy
  return contacts.map(c => [c.name, ...(c.phones ?? (c.phone ? [c.phone] : [])), ...(c.email ? [c.email] : [])])
}

type Row = readonly [what: string, tag: string, lines: string, persons: (string | null)[][]]

test.each<Row>([
  [
    'a label on a line of its own, positions before and behind',
    'de',
    'Auskunftspersonen:\n- Stadtrat Max Muster, Vorsteher Departement Bau, Tel. 044 555 01 01\n- Erika Beispiel, Leiterin Tiefbauamt, Tel. 044 555 01 02 oder 079 555 01 03',
    [
      ['Max Muster', '044 555 01 01'],
      ['Erika Beispiel', '044 555 01 02', '079 555 01 03'],
    ],
  ],
  [
    'a title with what it is of, before the name',
    'it',
    'Persona di riferimento:\nPresidente della Commissione Anna Esempio, tel. 091 555 01 01',
    [['Anna Esempio', '091 555 01 01']],
  ],
  [
    'a label and a name alone',
    'it',
    'Per informazioni:\n\nMario Esempio (335.5550101)\nElbwerk - Associazione per la vela',
    [['Mario Esempio', '335.5550101']],
  ],
  [
    'name and position with a dash, a line each',
    'it',
    'Contatti:\n\nAnna Esempio - External Relations, Elbwerk Italia\n\nemail: anna@elbwerk.example\n\nmobile:335 5550101',
    [['Anna Esempio', '335 5550101', 'anna@elbwerk.example']],
  ],
  [
    'a sentence with two numbers',
    'da',
    'Personlig kontakt fås hos kontorchef Lars Eksempel på tlf. 70 99 01 27 / mobil 70 99 01 28 eller e-mail: lars@elbwerk.example (Elbwerk, Havnevej 9, 5000 Odense)',
    [['Lars Eksempel', '70 99 01 27', '70 99 01 28', 'lars@elbwerk.example']],
  ],
  [
    'a sentence with a title in capitals',
    'da',
    'For yderligere oplysninger kontakt venligst Mette Prøve på telefon 70 99 01 27.',
    [['Mette Prøve', '70 99 01 27']],
  ],
  [
    'a polite sentence',
    'de',
    'Bei Fragen wenden Sie sich bitte an Erika Beispiel, Tel. 040 5550101, presse@elbwerk.example.',
    [['Erika Beispiel', '040 5550101', 'presse@elbwerk.example']],
  ],
  [
    'an honorific in a sentence',
    'de',
    'Weitere Auskünfte erteilt Ihnen gerne Herr Dr. Max Muster unter der Nummer +49 40 5550101.',
    [['Max Muster', '+49 40 5550101']],
  ],
  [
    'please contact',
    'en',
    'For more information, please contact Jane Example at +1 202 555 0101 or jane@elbwerk.example.',
    [['Jane Example', '+1 202 555 0101', 'jane@elbwerk.example']],
  ],
  [
    'labels for the press and for investors on one line',
    'en',
    'For further information: Media: Jane Example in Ireland, +353-1-555-0101; John Sample in the United States, +1-202-555-0102; or Investors: Liz Trial, +1-202-555-0103.',
    [
      ['Jane Example', '+353-1-555-0101'],
      ['John Sample', '+1-202-555-0102'],
      ['Liz Trial', '+1-202-555-0103'],
    ],
  ],
  [
    'letters for the cell',
    'en',
    'Media Contact\nC: 202.555.0101\n\nInvestor Contact\nC: 202.555.0102',
    [
      [null, '202.555.0101'],
      [null, '202.555.0102'],
    ],
  ],
  [
    'the company as a label, a degree',
    'en',
    'CONTACTS:\n\nElbwerk :\n\nInvestors:\n\nJane Example , PhD\n\n(202) 555-0101',
    [['Jane Example', '(202) 555-0101']],
  ],
  [
    'an office of two words after a person',
    'en',
    'Media Contacts:\n\nJane Example\n\njane@elbwerk.example\n\n+44 (0) 7700 900101\n\nELBW Communications\n\ncommunications@elbwerk.example\n\n+44 (0)20 7946 0101',
    [
      ['Jane Example', '+44 (0) 7700 900101', 'jane@elbwerk.example'],
      [null, '+44 (0)20 7946 0101', 'communications@elbwerk.example'],
    ],
  ],
  [
    'a sentence above the numbers',
    'en',
    'Contact Information\n\nQuestions are answered by Elbwerk CEO Jane Example,\n\n+46 (0)8 555 01 01\n+46 (0)70-555 01 02\njane@elbwerk.example',
    [['Jane Example', '+46 (0)8 555 01 01', '+46 (0)70-555 01 02', 'jane@elbwerk.example']],
  ],
  [
    'a heading that ends with the word for contact, zones in brackets',
    'en',
    'Global Sailing Contacts\n\nJane Example (UTC +08h00)\nElbwerk Project Lead\njane@elbwerk.example\n+61 (8) 5550 0101\n\nJohn Sample\nElbwerk Project Co-Lead\njohn@elbwerk.example',
    [
      ['Jane Example', '+61 (8) 5550 0101', 'jane@elbwerk.example'],
      ['John Sample', 'john@elbwerk.example'],
    ],
  ],
  [
    'a name that holds a short word for a position',
    'nl',
    'Perscontact: Marieke Kuipers, woordvoerder, tel. 020 555 01 01, M 06 55501012',
    [['Marieke Kuipers', '020 555 01 01', '06 55501012']],
  ],
  [
    'please call or mail',
    'nl',
    'Voor meer informatie kunt u contact opnemen met Piet Voorbeeld via 020 555 01 01 of piet@elbwerk.example.',
    [['Piet Voorbeeld', '020 555 01 01', 'piet@elbwerk.example']],
  ],
  [
    'a name with a particle',
    'nl',
    'Noot voor de redactie\n\nContactpersoon: mevrouw Anna van der Proef, directeur communicatie, mob. 06-55501012',
    [['Anna van der Proef', '06-55501012']],
  ],
  [
    'press and mobile in Hebrew',
    'he',
    'לפרטים נוספים:\nדנה דוגמה, דוברת החברה, נייד: 050-5550101, טל: 03-5550102',
    [['דנה דוגמה', '050-5550101', '03-5550102']],
  ],
  [
    'a label in Hebrew',
    'he',
    'איש קשר לתקשורת: יוסי ניסיון, 050-5550101, yossi@elbwerk.example',
    [['יוסי ניסיון', '050-5550101', 'yossi@elbwerk.example']],
  ],
  [
    'letters of a name in an address',
    'de',
    'Medienanfragen: Jürg Müster, Tel. 044 555 01 01, jürg.müster@elbwerk.example',
    [['Jürg Müster', '044 555 01 01', 'jürg.müster@elbwerk.example']],
  ],
  [
    'whom to ask, in a sentence',
    'it',
    'I giornalisti possono rivolgersi alla dott.ssa Chiara Prova, responsabile comunicazione, al numero 02 5550101.',
    [['Chiara Prova', '02 5550101']],
  ],
  [
    'whom to ask, in a Hebrew sentence',
    'he',
    'לתיאום ראיונות ניתן לפנות לרון ניסיון בטלפון 054-5550103.',
    [['רון ניסיון', '054-5550103']],
  ],
  [
    'two offices of a company, each with its role, numbers and address',
    'en',
    "Media Contact:\nJane Example\nSenior Manager, Corporate Communications\nElbwerk Systems, Inc.\nOffice: +1 (415) 555-0134\nMobile: +1 (415) 555-0178\njane@elbwerk.example\n\nInvestor Relations Contact:\nJohn O'Sample\nVP, Investor Relations\n+1 (415) 555-0199\nir@elbwerk.example",
    [
      ['Jane Example', '+1 (415) 555-0134', '+1 (415) 555-0178', 'jane@elbwerk.example'],
      ["John O'Sample", '+1 (415) 555-0199', 'ir@elbwerk.example'],
    ],
  ],
])('%s (%s)', (_, tag, lines, persons) => {
  expect(personsOf(tag, lines)).toEqual(persons)
})

describe('no person', () => {
  test.each<[what: string, tag: string, lines: string, persons: (string | null)[][]]>([
    ['a label', 'de', 'Presse: presse@elbwerk.example', [[null, 'presse@elbwerk.example']]],
    ['a role', 'en', 'Contact\n\nInvestor Relations: ir@elbwerk.example', [[null, 'ir@elbwerk.example']]],
    ['an office', 'de', 'Kontakt: Tiefbauamt Musterstadt, Tel. 044 555 01 01', [[null, '044 555 01 01']]],
    [
      'a sentence that leads to an address',
      'de',
      'Wenn Sie Kommentare, Kritik oder Lob haben, schreiben Sie uns an presse@elbwerk.example.',
      [[null, 'presse@elbwerk.example']],
    ],
    [
      'a month before an address',
      'de',
      'Anmeldungen bis 10. Mai unter info@elbwerk.example.',
      [[null, 'info@elbwerk.example']],
    ],
    ['a way to reach somebody', 'he', 'ניתן ליצור אתנו קשר דרך info@elbwerk.example', [[null, 'info@elbwerk.example']]],
    [
      'a heading under a lead',
      'de',
      `Weitere Informationen:\n\nNeue Schiffe\n\n${'Die Schiffe fahren bald. '.repeat(9)}`,
      [],
    ],
    ['an article', 'it', 'Per saperne di più: www.elbwerk.example/Nuovi-Traghetti', []],
    [
      'a telephone that nobody answers by name',
      'en',
      'The hotline at +1 202 555 0101 is open until Friday, the company said.',
      [],
    ],
  ])('%s', (_, tag, lines, persons) => {
    expect(personsOf(tag, lines)).toEqual(persons)
  })

  test('dates and company numbers are no telephones', () => {
    expect(personsOf('da', 'Kontakt:\nElbwerk A/S\nCVR 12 34 56 78\n01.10.2026\npresse@elbwerk.example')).toEqual([
      [null, 'presse@elbwerk.example'],
    ])
  })
})
