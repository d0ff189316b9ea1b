/** Every shape of a dateline that wires and offices print, with invented news; and what only looks like one. */
import { describe, expect, test } from 'vitest'
import { extract } from '../src/extract/extract.js'
import { packOf } from '../src/languages/index.js'
import { segment } from '../src/segment/segment.js'

const BODY = {
  en: 'Elbwerk Marine said that it would build three ferries for the northern islands, all of them without diesel.',
  de: 'Die Elbwerk AG baut drei Fähren für die nördlichen Inseln, die alle ohne Diesel fahren sollen.',
  da: 'Elbwerk bygger tre færger til de nordlige øer, oplyser selskabet i en meddelelse om fremtiden.',
  it: 'La Elbwerk costruirà tre traghetti per le isole del nord, ha comunicato la società in una nota.',
  nl: 'Elbwerk bouwt drie veerboten voor de noordelijke eilanden, zo meldt het bedrijf in een verklaring.',
  he: 'חברת אלבוורק תבנה שלוש מעבורות לאיים הצפוניים, כך מסרה החברה בהודעה שפרסמה לעיתונות.',
} as const
type Tag = keyof typeof BODY

const read = (text: string, tag: Tag) => {
  const pack = packOf(tag)!
  const { blocks, crawled } = segment(text, pack, tag)
  return extract(blocks, pack, crawled)
}

type Row = [tag: Tag, head: string, place: string | null, key: string | null, date: string | null, wire: string | null]

const rows: Row[] = [
  // GlobeNewswire: the month is English in every language, days are padded, months may be short.
  [
    'en',
    'HAMBURG, Germany, March 02, 2026 (GLOBE NEWSWIRE) -- ',
    'HAMBURG',
    'hamburg-de',
    '2026-03-02',
    'GLOBE NEWSWIRE',
  ],
  [
    'en',
    'Salt Lake City, UT, April  01, 2024  (GLOBE NEWSWIRE) -- ',
    'Salt Lake City',
    'salt-lake-city-us',
    '2024-04-01',
    'GLOBE NEWSWIRE',
  ],
  [
    'en',
    'AMSTERDAM, the Netherlands, Feb. 19, 2026 (GLOBE NEWSWIRE) — ',
    'AMSTERDAM',
    'amsterdam-nl',
    '2026-02-19',
    'GLOBE NEWSWIRE',
  ],
  ['de', 'PEKING, March 02, 2026 (GLOBE NEWSWIRE) -- ', 'PEKING', 'beijing-cn', '2026-03-02', 'GLOBE NEWSWIRE'],
  ['it', 'PECHINO, March 02, 2026 (GLOBE NEWSWIRE) -- ', 'PECHINO', 'beijing-cn', '2026-03-02', 'GLOBE NEWSWIRE'],
  [
    'nl',
    'KOPENHAGEN, Aug. 08, 2026 (GLOBE NEWSWIRE) -- ',
    'KOPENHAGEN',
    'copenhagen-dk',
    '2026-08-08',
    'GLOBE NEWSWIRE',
  ],
  [
    'da',
    'HAMBORG, Tyskland, May 04, 2026 (GLOBE NEWSWIRE) -- ',
    'HAMBORG',
    'hamburg-de',
    '2026-05-04',
    'GLOBE NEWSWIRE',
  ],
  ['he', "בייג'ינג, March 02, 2026 (GLOBE NEWSWIRE) -- ", "בייג'ינג", 'beijing-cn', '2026-03-02', 'GLOBE NEWSWIRE'],
  [
    'he',
    '\u200fתל אביב, ישראל, Sept. 09, 2026 (GLOBE NEWSWIRE) – ',
    'תל אביב',
    'tel-aviv-il',
    '2026-09-09',
    'GLOBE NEWSWIRE',
  ],
  [
    'en',
    'Copenhagen, 2011-09-08 14:08 CEST (GLOBE NEWSWIRE) --\u00a0',
    'Copenhagen',
    'copenhagen-dk',
    '2011-09-08',
    'GLOBE NEWSWIRE',
  ],
  // PR Newswire and its kin
  ['en', 'NEW YORK, July 21, 2026 /PRNewswire/ -- ', 'NEW YORK', 'new-york-us', '2026-07-21', 'PRNewswire'],
  [
    'en',
    'NEW YORK , Feb. 3, 2026 /PRNewswire-USNewswire/ — ',
    'NEW YORK',
    'new-york-us',
    '2026-02-03',
    'PRNewswire-USNewswire',
  ],
  ['en', 'TORONTO, May 4, 2026 /CNW/ - ', 'TORONTO', 'toronto-ca', '2026-05-04', 'CNW'],
  [
    'en',
    'AUSTIN, TX, UNITED STATES, May 4, 2026 /EINPresswire.com/ -- ',
    'AUSTIN',
    'austin-us',
    '2026-05-04',
    'EINPresswire.com',
  ],
  ['it', 'MILANO, 4 maggio 2026 /PRNewswire/ -- ', 'MILANO', 'milan-it', '2026-05-04', 'PRNewswire'],
  ['he', 'תל-אביב, ישראל, 4 במאי, 2026 /PRNewswire/ -- ', 'תל-אביב', 'tel-aviv-il', '2026-05-04', 'PRNewswire'],
  // Business Wire, Newsfile, ACCESSWIRE
  ['en', 'CHICAGO--(BUSINESS WIRE)--', 'CHICAGO', 'chicago-us', null, 'BUSINESS WIRE'],
  [
    'en',
    'SAN FRANCISCO & LONDON--(BUSINESS WIRE)--',
    'SAN FRANCISCO & LONDON',
    'san-francisco-us',
    null,
    'BUSINESS WIRE',
  ],
  ['en', 'TOKYO--(美國商業資訊)--', 'TOKYO', 'tokyo-jp', null, '美國商業資訊'],
  [
    'en',
    'Toronto, Ontario--(Newsfile Corp. - March 2, 2026) - ',
    'Toronto',
    'toronto-ca',
    '2026-03-02',
    'Newsfile Corp.',
  ],
  ['en', 'RALEIGH, NC / ACCESSWIRE / December 5, 2025 / ', 'RALEIGH', 'raleigh-us', '2025-12-05', 'ACCESSWIRE'],
  [
    'en',
    'RALEIGH, NC / ACCESS Newswire / December 5, 2025 / ',
    'RALEIGH',
    'raleigh-us',
    '2025-12-05',
    'ACCESS Newswire',
  ],
  // German agencies
  ['de', 'Berlin-Mitte (ots) - ', 'Berlin-Mitte', null, null, 'ots'],
  ['de', 'Köln (ots) - ', 'Köln', 'cologne-de', null, 'ots'],
  ['de', 'Wien (OTS) - ', 'Wien', 'vienna-at', null, 'OTS'],
  ['de', 'Halle (Saale) (ots) - ', 'Halle (Saale)', 'halle-de', null, 'ots'],
  ['de', 'Hamburg/Kiel (ots) - ', 'Hamburg/Kiel', 'hamburg-de', null, 'ots'],
  ['de', 'MÜNCHEN - ', 'MÜNCHEN', 'munich-de', null, null],
  ['de', 'BONN - ', 'BONN', 'bonn-de', null, null],
  ['de', 'FRANKFURT (dpa-AFX) - ', 'FRANKFURT', 'frankfurt-de', null, 'dpa-AFX'],
  ['de', 'München (dts Nachrichtenagentur) – ', 'München', 'munich-de', null, 'dts Nachrichtenagentur'],
  ['de', 'Zürich (awp) - ', 'Zürich', 'zurich-ch', null, 'awp'],
  ['de', 'Hamburg, den 03.05.2026 – ', 'Hamburg', 'hamburg-de', '2026-05-03', null],
  ['de', 'Hamburg, im Mai 2026 – ', 'Hamburg', 'hamburg-de', '2026-05', null],
  ['de', 'Hamburg, Mai 2026 – ', 'Hamburg', 'hamburg-de', '2026-05', null],
  ['de', 'Halle (Saale), 3. Mai 2026 – ', 'Halle (Saale)', 'halle-de', '2026-05-03', null],
  ['de', 'Frankfurt am Main, 3. Mai 2026. ', 'Frankfurt am Main', 'frankfurt-de', '2026-05-03', null],
  ['de', 'Wien, 5. Jänner 2026 - ', 'Wien', 'vienna-at', '2026-01-05', null],
  ['de', '3. Mai 2026, Hamburg – ', 'Hamburg', 'hamburg-de', '2026-05-03', null],
  // Italian agencies
  ['it', 'PALERMO (ITALPRESS) – ', 'PALERMO', 'palermo-it', null, 'ITALPRESS'],
  ['it', 'Roma, 28 feb. (askanews) – ', 'Roma', 'rome-it', null, 'askanews'],
  ['it', 'Roma, 28 feb. 2026 (Adnkronos) - ', 'Roma', 'rome-it', '2026-02-28', 'Adnkronos'],
  ['it', '(Adnkronos) – ', null, null, null, 'Adnkronos'],
  ['it', '(ANSA) - ROMA, 02 MAR - ', 'ROMA', 'rome-it', null, 'ANSA'],
  ['it', '(AGENPARL) - Roma, 2 Marzo 2026 - ', 'Roma', 'rome-it', '2026-03-02', 'AGENPARL'],
  ['it', "L'Aquila, 3 maggio 2026 – ", "L'Aquila", null, '2026-05-03', null],
  ['it', 'Monaco di Baviera, 3 maggio 2026 – ', 'Monaco di Baviera', 'munich-de', '2026-05-03', null],
  // Danish and Dutch
  ['da', 'København, 2. marts 2026 – ', 'København', 'copenhagen-dk', '2026-03-02', null],
  ['da', 'København, 2. juni 2026 /ritzau/ – ', 'København', 'copenhagen-dk', '2026-06-02', 'ritzau'],
  ['da', 'Aarhus den 2. marts 2026 – ', 'Aarhus', 'aarhus-dk', '2026-03-02', null],
  ['da', 'Odense, 2/3-2026: ', 'Odense', 'odense-dk', '2026-03-02', null],
  ['da', 'Kgs. Lyngby, d. 2. marts 2026 – ', 'Kgs. Lyngby', null, '2026-03-02', null],
  ['nl', 'AMSTERDAM (ANP) - ', 'AMSTERDAM', 'amsterdam-nl', null, 'ANP'],
  ['nl', '(Persbericht) Enkhuizen, 3 augustus 2026. ', 'Enkhuizen', null, '2026-08-03', null],
  ['nl', 'Utrecht - 2 maart 2026 - ', 'Utrecht', 'utrecht-nl', '2026-03-02', null],
  ['nl', 'BRUSSEL 2 MAART 2026 – ', 'BRUSSEL', 'brussels-be', '2026-03-02', null],
  ['nl', "'s-Hertogenbosch, 02-03-2026 – ", "'s-Hertogenbosch", 's-hertogenbosch-nl', '2026-03-02', null],
  // Hebrew
  ['he', 'תל אביב, 2 במרץ 2026 – ', 'תל אביב', 'tel-aviv-il', '2026-03-02', null],
  ['he', 'ירושלים, ה-2 במרץ 2026 - ', 'ירושלים', 'jerusalem-il', '2026-03-02', null],
  ['he', 'חיפה, 2.3.2026 – ', 'חיפה', 'haifa-il', '2026-03-02', null],
  // Behind a label
  ['de', 'Pressemitteilung – Hamburg, 3. Mai 2026 – ', 'Hamburg', 'hamburg-de', '2026-05-03', null],
  ['it', 'COMUNICATO STAMPA Milano, 3 maggio 2026 – ', 'Milano', 'milan-it', '2026-05-03', null],
  // Dashes of every kind and what is left of them
  ['en', 'LONDON, 3 June 2026 ― ', 'LONDON', 'london-gb', '2026-06-03', null],
  ['en', 'LONDON, 3 June 2026 &ndash; ', 'LONDON', 'london-gb', '2026-06-03', null],
  ['en', 'LONDON, 3 June 2026 â€” ', 'LONDON', 'london-gb', '2026-06-03', null],
  ['it', 'TORINO, March 02, 2026 (GLOBE NEWSWIRE) â€“ ', 'TORINO', 'turin-it', '2026-03-02', 'GLOBE NEWSWIRE'],
  ['it', 'TORINO, March 02, 2026 (GLOBE NEWSWIRE) a?? ', 'TORINO', 'turin-it', '2026-03-02', 'GLOBE NEWSWIRE'],
  ['da', 'ODENSE, 2. marts 2026 ÔÇô ', 'ODENSE', 'odense-dk', '2026-03-02', null],
  ['de', 'HAMBURG, 3. Mai 2026 ‚Äì ', 'HAMBURG', 'hamburg-de', '2026-05-03', null],
]

test.each(rows)('%s: %s', (tag, head, place, placeKey, date, wire) => {
  const { dateline } = read(`${head}${BODY[tag]}\n`, tag)
  expect(dateline).toMatchObject({ place, placeKey, date, wire, block: `${tag}:0` })
  // Two blanks in running text become one.
  expect(dateline!.text).toBe(head.trimEnd().replaceAll('  ', ' '))
})

test.each<[Tag, string]>([
  ['en', 'Elbwerk – '],
  ['en', 'Q3 2026 - '],
  ['en', 'Embargo, 3 May 2026 - '],
  ['de', 'Sperrfrist bis 3. Mai 2026. '],
  ['de', 'Pressemitteilung, 3. Mai 2026 - '],
  ['he', 'אמברגו עד 11 במאי 2026. '],
  ['en', 'OUTLOOK - '],
  ['en', 'FOR IMMEDIATE RELEASE - '],
  ['en', '“HAMBURG, 3 May 2026” - '],
  ['en', '- HAMBURG, 3 May 2026 - '],
  ['de', 'Am 3. Mai 2026, Hamburg feierte gerade, '],
  ['de', 'WICHTIG - '],
  ['de', 'PRESSEMITTEILUNG - '],
  ['de', 'Montag, 3. Mai 2026 – '],
  ['da', 'NYHED - '],
  ['it', 'ATTENZIONE - '],
  ['it', 'Il 3 maggio 2026 – '],
  ['nl', 'BELANGRIJK - '],
  ['nl', 'Maandag 2 maart 2026 – '],
  ['he', 'הנמל החדש – '],
  ['he', 'ב-2 במרץ 2026 – '],
])('no dateline in %s: %s', (tag, head) => {
  expect(read(`${head}${BODY[tag]}\n`, tag).dateline).toBeNull()
})

describe('a bare place', () => {
  test('below a label, in small letters', () => {
    const text = `APS: persbericht\n\nDrie nieuwe veerboten\n\nHoorn - ${BODY.nl} ${BODY.nl}\n`
    expect(read(text, 'nl').dateline).toMatchObject({ place: 'Hoorn', block: 'nl:2', text: 'Hoorn -' })
  })

  test('without a label, in small letters, only where it is known', () => {
    expect(read(`Utrecht - ${BODY.nl}\n`, 'nl').dateline).toMatchObject({ placeKey: 'utrecht-nl' })
    expect(read(`Hoorn - ${BODY.nl}\n`, 'nl').dateline).toBeNull()
  })
})

test('one place has one key in all languages', () => {
  const names = [
    ['de', 'GENF'],
    ['it', 'GINEVRA'],
    ['da', 'Genève'],
    ['nl', 'GENÈVE'],
    ['he', "ז'נבה"],
    ['en', 'Geneva'],
  ] as const
  for (const [tag, name] of names)
    expect(read(`${name}, 3.5.2026 – ${BODY[tag]}\n`, tag).dateline).toMatchObject({ placeKey: 'geneva-ch' })
})
