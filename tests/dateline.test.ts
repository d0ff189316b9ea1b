/** Datelines in the shapes of the wires and in all languages, and what only looks like one. */
import { describe, expect, test } from 'vitest'
import { readText } from './read-text.js'

const BODY = {
  en: 'Elbwerk Marine said on Monday that it would build three ferries for the northern islands.',
  de: 'Die Elbwerk AG baut drei Fähren für die nördlichen Inseln, wie das Unternehmen mitteilte.',
  da: 'Elbwerk bygger tre færger til de nordlige øer, oplyser selskabet i en meddelelse.',
  it: 'La Elbwerk costruirà tre traghetti per le isole del nord, ha comunicato la società.',
  nl: 'Elbwerk bouwt drie veerboten voor de noordelijke eilanden, zo meldt het bedrijf.',
  he: 'חברת אלבוורק תבנה שלוש מעבורות לאיים הצפוניים, כך מסרה החברה בהודעה.',
} as const

type Tag = keyof typeof BODY
const dateline = (text: string, tag: Tag) => readText(`${text}${BODY[tag]}\n`, tag).anatomy.dateline

interface Row {
  tag: Tag
  head: string
  place: string | null
  region?: string
  date: string | null
  wire: string | null
}

const shapes: Row[] = [
  {
    tag: 'en',
    head: 'HAMBURG, Germany, March 02, 2026 (GLOBE NEWSWIRE) -- ',
    place: 'HAMBURG',
    region: 'Germany',
    date: '2026-03-02',
    wire: 'GLOBE NEWSWIRE',
  },
  {
    tag: 'en',
    head: 'Salt Lake City, UT, Aug. 08, 2024 (GLOBE NEWSWIRE) -- ',
    place: 'Salt Lake City',
    region: 'UT',
    date: '2024-08-08',
    wire: 'GLOBE NEWSWIRE',
  },
  {
    tag: 'en',
    head: 'OSLO, Norway, April  01, 2024  (GLOBE NEWSWIRE) -- ',
    place: 'OSLO',
    region: 'Norway',
    date: '2024-04-01',
    wire: 'GLOBE NEWSWIRE',
  },
  {
    tag: 'en',
    head: 'Copenhagen, 2011-09-08 14:08 CEST (GLOBE NEWSWIRE) -- ',
    place: 'Copenhagen',
    date: '2011-09-08',
    wire: 'GLOBE NEWSWIRE',
  },
  {
    tag: 'en',
    head: 'NEW YORK, July 21, 2026 /PRNewswire/ -- ',
    place: 'NEW YORK',
    date: '2026-07-21',
    wire: 'PRNewswire',
  },
  {
    tag: 'en',
    head: 'NEW YORK , Feb. 3, 2026 /PRNewswire-USNewswire/ — ',
    place: 'NEW YORK',
    date: '2026-02-03',
    wire: 'PRNewswire-USNewswire',
  },
  { tag: 'en', head: 'TORONTO, May 4, 2026 /CNW/ - ', place: 'TORONTO', date: '2026-05-04', wire: 'CNW' },
  { tag: 'en', head: 'BOSTON--(BUSINESS WIRE)--', place: 'BOSTON', date: null, wire: 'BUSINESS WIRE' },
  {
    tag: 'en',
    head: 'BOULDER, CO / ACCESSWIRE / December 12, 2025 / ',
    place: 'BOULDER',
    region: 'CO',
    date: '2025-12-12',
    wire: 'ACCESSWIRE',
  },
  {
    tag: 'en',
    head: 'WASHINGTON, D.C., June 9, 2026 (NORDWIRE) – ',
    place: 'WASHINGTON',
    region: 'D.C.',
    date: '2026-06-09',
    wire: 'NORDWIRE',
  },
  { tag: 'en', head: 'LONDON, 3 June 2026 – ', place: 'LONDON', date: '2026-06-03', wire: null },
  { tag: 'en', head: 'LONDON, March 2026 – ', place: 'LONDON', date: '2026-03', wire: null },
  {
    tag: 'de',
    head: 'WIEN, March 09, 2026 (GLOBE NEWSWIRE) -- ',
    place: 'WIEN',
    date: '2026-03-09',
    wire: 'GLOBE NEWSWIRE',
  },
  { tag: 'de', head: 'HAMBURG, 3. Mai 2026 (NORDWIRE) -- ', place: 'HAMBURG', date: '2026-05-03', wire: 'NORDWIRE' },
  {
    tag: 'de',
    head: 'Frankfurt am Main, 17. Februar 2026 – ',
    place: 'Frankfurt am Main',
    date: '2026-02-17',
    wire: null,
  },
  { tag: 'de', head: 'Wien, 5. Jänner 2026 - ', place: 'Wien', date: '2026-01-05', wire: null },
  { tag: 'de', head: 'Zürich, den 03.02.2026 – ', place: 'Zürich', date: '2026-02-03', wire: null },
  { tag: 'de', head: 'Berlin, am 3. Mai 2026: ', place: 'Berlin', date: '2026-05-03', wire: null },
  { tag: 'de', head: 'HAMBURG/BERLIN, 3. Mai 2026 - ', place: 'HAMBURG/BERLIN', date: '2026-05-03', wire: null },
  { tag: 'da', head: 'Odense, mandag den 2. marts 2026 kl. 10.30 – ', place: 'Odense', date: '2026-03-02', wire: null },
  { tag: 'de', head: 'Berlin-Mitte (ots) - ', place: 'Berlin-Mitte', date: null, wire: 'ots' },
  {
    tag: 'de',
    head: 'München (dts Nachrichtenagentur) – ',
    place: 'München',
    date: null,
    wire: 'dts Nachrichtenagentur',
  },
  { tag: 'de', head: 'MÜNCHEN - ', place: 'MÜNCHEN', date: null, wire: null },
  { tag: 'da', head: 'KØBENHAVN, 2. marts 2026 – ', place: 'KØBENHAVN', date: '2026-03-02', wire: null },
  { tag: 'da', head: 'Aarhus, den 14. maj 2026 - ', place: 'Aarhus', date: '2026-05-14', wire: null },
  {
    tag: 'da',
    head: 'KØBENHAVN, Danmark, March 02, 2026 (GLOBE NEWSWIRE) -- ',
    place: 'KØBENHAVN',
    region: 'Danmark',
    date: '2026-03-02',
    wire: 'GLOBE NEWSWIRE',
  },
  { tag: 'it', head: 'PALERMO (ITALPRESS) – ', place: 'PALERMO', date: null, wire: 'ITALPRESS' },
  { tag: 'it', head: 'Roma, 28 feb. (askanews) – ', place: 'Roma', date: null, wire: 'askanews' },
  { tag: 'it', head: '(Adnkronos) – ', place: null, date: null, wire: 'Adnkronos' },
  { tag: 'it', head: '(ANSA) - ROMA, 02 MAR - ', place: 'ROMA', date: null, wire: 'ANSA' },
  { tag: 'it', head: 'Milano, 2 marzo 2026 – ', place: 'Milano', date: '2026-03-02', wire: null },
  {
    tag: 'it',
    head: 'GENOVA, March 09, 2026 (GLOBE NEWSWIRE) a?? ',
    place: 'GENOVA',
    date: '2026-03-09',
    wire: 'GLOBE NEWSWIRE',
  },
  {
    tag: 'it',
    head: 'TORINO, March 02, 2026 (GLOBE NEWSWIRE) â€“ ',
    place: 'TORINO',
    date: '2026-03-02',
    wire: 'GLOBE NEWSWIRE',
  },
  { tag: 'nl', head: 'AMSTERDAM (ANP) - ', place: 'AMSTERDAM', date: null, wire: 'ANP' },
  {
    tag: 'nl',
    head: '(Persbericht) Enkhuizen, 5 augustus 2024. ',
    place: 'Enkhuizen',
    date: '2024-08-05',
    wire: null,
  },
  { tag: 'nl', head: "'s-Hertogenbosch, 9 maart 2026 – ", place: "'s-Hertogenbosch", date: '2026-03-09', wire: null },
  { tag: 'nl', head: 'ROTTERDAM, 12 mrt. 2026 - ', place: 'ROTTERDAM', date: '2026-03-12', wire: null },
  { tag: 'he', head: 'תל אביב, 2 במרץ 2026 – ', place: 'תל אביב', date: '2026-03-02', wire: null },
  {
    tag: 'he',
    head: "צ'יקגו, March 09, 2026 (GLOBE NEWSWIRE) -- ",
    place: "צ'יקגו",
    date: '2026-03-09',
    wire: 'GLOBE NEWSWIRE',
  },
  {
    tag: 'he',
    head: 'חיפה, ישראל, 14 באוקטובר 2026 - ',
    place: 'חיפה',
    region: 'ישראל',
    date: '2026-10-14',
    wire: null,
  },
]

test.each(shapes)('$tag: $head', ({ tag, head, place, region, date, wire }) => {
  const found = dateline(head, tag)
  expect(found).toMatchObject({ place, region: region ?? null, date, wire, block: `${tag}:0` })
  // Two blanks in running text become one.
  expect(found!.text).toBe(head.trimEnd().replaceAll('  ', ' '))
})

test.each<[Tag, string]>([
  ['en', 'The new line - '],
  ['en', 'On Monday, the company - '],
  ['en', 'The Northern Harbour Area (NHA) - '],
  ['en', 'Elbwerk (Frankfurt: ELB) – '],
  ['en', 'In March 2026, '],
  ['en', 'March 2026 was a good month. '],
  ['de', 'Die Nordische Hafenregion (NHR) - '],
  ['de', 'Am Montag, 2. März 2026, '],
  ['de', 'Montag, 2. März 2026, war es soweit. '],
  ['de', 'Am 3. Mai 2026 – so der Plan – '],
  ['de', 'Am Montag, 2. März 2026 – einem Feiertag – '],
  ['de', 'WICHTIG: '],
  ['da', 'Havnen - som er den største i landet - åbner nu. '],
  ['it', 'Il traghetto – il primo di tre – parte oggi. '],
  ['nl', 'De haven - de grootste van het land - gaat open. '],
  ['he', 'הנמל - הגדול בארץ - נפתח היום. '],
])('no dateline in %s: %s', (tag, head) => {
  expect(dateline(head, tag)).toBeNull()
})

describe('where it stands', () => {
  const long = `${BODY.de} `.repeat(4).trim()

  test('capitals and a dash after the body has begun are a heading', () => {
    expect(readText(`${long}\n\nAUSBLICK - ${BODY.de}\n`, 'de').anatomy.dateline).toBeNull()
  })

  test('paragraphs before it are the summary, a short line before them the title', () => {
    const text = `Drei neue Fähren für den Norden\n\n${long}\n\nHAMBURG, 3. Mai 2026 (NORDWIRE) -- ${long}\n`
    const { blocks, anatomy } = readText(text, 'de')
    expect(blocks.map(block => block.kind)).toEqual(['title', 'summary', 'paragraph'])
    expect(anatomy).toMatchObject({
      title: 'Drei neue Fähren für den Norden',
      summary: long,
      dateline: { block: 'de:2' },
    })
  })

  test('a block of its own is a label', () => {
    const { blocks, anatomy } = readText(`København, 2. marts 2026\n\nTre nye færger\n\n${BODY.da}\n`, 'da')
    expect(blocks.map(block => block.kind)).toEqual(['label', 'title', 'paragraph'])
    expect(anatomy.dateline).toMatchObject({ place: 'København', date: '2026-03-02' })
  })

  test("a crawler's date is kept apart, in the precision it has", () => {
    const { anatomy, repairs } = readText(` date 2026-03 ${BODY.nl}\n`, 'nl')
    expect(anatomy).toMatchObject({ crawled: '2026-03', dateline: null })
    expect(repairs[0]).toMatchObject({ kind: 'prefix', evidence: 'pattern', start: 0, before: ' date 2026-03 ' })
  })
})
