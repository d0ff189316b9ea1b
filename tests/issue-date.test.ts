/** Where the date of issue stands when no place or wire stands beside it; and dates of events, which are none. */
import { describe, expect, test } from 'vitest'
import { readText } from './read-text.js'

const BODY = {
  en: 'Elbwerk Marine said that it would build three ferries for the northern islands, all of them without diesel, and that the first of them would sail next spring. The yard employs 410 people and has built ferries since 1926.',
  de: 'Die Elbwerk AG baut drei Fähren für die nördlichen Inseln, die alle ohne Diesel fahren sollen, und die erste von ihnen fährt im nächsten Frühjahr. Die Werft beschäftigt 410 Menschen und baut seit 1926 Fähren.',
  da: 'Elbwerk bygger tre færger til de nordlige øer, som alle skal sejle uden diesel, og den første af dem sejler til foråret. Værftet beskæftiger 410 mennesker og har bygget færger siden 1926, oplyser selskabet.',
  it: 'La Elbwerk costruirà tre traghetti per le isole del nord, tutti senza gasolio, e il primo di loro navigherà nella prossima primavera. Il cantiere impiega 410 persone e costruisce traghetti dal 1926.',
  nl: 'Elbwerk bouwt drie veerboten voor de noordelijke eilanden, die allemaal zonder diesel varen, en de eerste vaart in het volgende voorjaar. De werf heeft 410 mensen in dienst en bouwt sinds 1926 veerboten.',
  he: 'חברת אלבוורק תבנה שלוש מעבורות לאיים הצפוניים, כולן ללא סולר, והראשונה שבהן תפליג באביב הבא. המספנה מעסיקה 410 עובדים ובונה מעבורות מאז שנת 1926, כך מסרה החברה בהודעה שפרסמה.',
} as const
type Tag = keyof typeof BODY

const read = (text: string, tag: Tag) => readText(`${text}\n`, tag).anatomy

describe('before the first sentence', () => {
  test.each<[Tag, string]>([
    ['en', '26 September 2026 - '],
    ['en', 'SEPTEMBER 26, 2026 – '],
    ['en', '26 SEPTEMBER 2026: '],
    ['de', '26. September 2026 - '],
    ['de', '26. September 2026: '],
    ['da', '26. september 2026 – '],
    ['it', '26 settembre 2026 - '],
    ['it', '26 SETTEMBRE 2026: '],
    ['nl', '26 september 2026 — '],
    ['he', '26 בספטמבר 2026 - '],
    ['he', 'ספטמבר 26, 2026 - '],
  ])('%s: %s', (tag, head) => {
    expect(read(head + BODY[tag], tag).dateline).toMatchObject({
      place: null,
      date: '2026-09-26',
      text: head.trimEnd(),
    })
  })

  test('below the contents of a press kit', () => {
    const lines = Array.from({ length: 14 }, (_, i) => `Part ${i + 1}`)
    expect(read([...lines, `7 JANUARY 2026: ${BODY.en}`].join('\n\n'), 'en').dateline?.date).toBe('2026-01-07')
  })

  test.each<[Tag, string]>([
    [
      'en',
      '26 September 2026 - 28 September 2026: the yard is open to all who want to see it, from ten in the morning until four in the afternoon.',
    ],
    [
      'en',
      '26 September 2026 at 5 p.m. - The yard is open to all who want to see it, with music, coffee and cake for everyone who has waited so long.',
    ],
    ['de', '26. September 2026 – Tag der offenen Tür'],
    [
      'de',
      'September 2026 - Die Werft ist für alle geöffnet, die sie sehen möchten, mit Musik, Kaffee und Kuchen für jeden, der lange gewartet hat.',
    ],
  ])('not in %s: %s', (tag, text) => {
    expect(read(text, tag).dateline).toBeNull()
  })
})

describe('a line of its own under the title', () => {
  test.each<[Tag, string]>([
    ['en', 'March 08, 2026 10:00 AM Eastern Standard Time'],
    ['en', 'March 08, 2026'],
    ['en', 'March 8, 2026 4:10 PM Central European Summer Time'],
    ['de', '8. März 2026, 10:15 Uhr'],
    ['da', '8. marts 2026 kl. 10.30'],
    ['it', '8 marzo 2026'],
    ['nl', '8 maart 2026 10:00'],
    ['he', '8 במרץ 2026'],
  ])('%s: %s', (tag, line) => {
    const title = { en: 'Three ferries for the north', de: 'Drei Fähren für den Norden', da: 'Tre færger til nord' }
    const head = title[tag as 'en'] ?? title.en
    expect(read(`${head}\n\n${line}\n\n${BODY[tag]}`, tag).header?.date).toBe('2026-03-08')
  })

  test('below a summary', () => {
    const text = `Three ferries for the north\n\nThe first of them sails in spring\n\nMarch 08, 2026\n\n${BODY.en}`
    expect(read(text, 'en').header?.date).toBe('2026-03-08')
  })
})

test.each<[Tag, string, string, string | undefined]>([
  ['en', 'March 08, 2026 04:10 PM Eastern Standard Time', '16:10', 'Eastern Standard Time'],
  ['en', 'March 8, 2026 10:00 ET', '10:00', 'ET'],
  ['da', '8.3.2026 06:00:00 CEST', '06:00', 'CEST'],
  ['de', '8. März 2026, 10:15 Uhr', '10:15', undefined],
])('time and zone of %s: %s', (tag, line, time, zone) => {
  const { header } = read(`Elbwerk 410\n\n${line}\n\n${BODY[tag]}`, tag)
  expect({ time: header?.time, zone: header?.zone }).toEqual({ time, zone })
})

describe('in the label or the title', () => {
  test.each<[Tag, string]>([
    ['da', 'Pressemeddelelse – 14. juni 2026'],
    ['da', 'Pressemeddelelse ved åbningen af havnen i Aarhus – 14. juni 2026'],
    ['de', 'Regierungsmitteilung vom 14. Juni 2026'],
    ['de', 'Mitteilung der Hafenkommission vom 14. Juni 2026'],
    ['it', 'Comunicato del Governo del 14 giugno 2026'],
    ['nl', 'Persbericht van de havenraad van 14 juni 2026'],
    ['en', 'Statement of the harbour board of 14 June 2026'],
    ['he', 'הודעה לעיתונות - 14 ביוני 2026'],
  ])('%s: %s', (tag, title) => {
    expect(read(`${title}\n\n${BODY[tag]}`, tag).header?.date).toBe('2026-06-14')
  })

  test.each<[Tag, string]>([
    ['de', 'Tag der offenen Tür am 14. Juni 2026'],
    ['en', 'The harbour opens on 14 June 2026'],
    ['it', 'Il porto apre il 14 giugno 2026'],
    ['en', 'Statement on the storm of 14 June 2026 that tore three ferries from the quay'],
  ])('not in %s: %s', (tag, title) => {
    expect(read(`${title}\n\n${BODY[tag]}`, tag).header?.date ?? null).toBeNull()
  })
})

describe('the date of an event', () => {
  test.each<[Tag, string, string]>([
    ['da', 'Invitation til reception', 'Mandag d. 24. maj 2026 kl. 17.00'],
    ['de', 'Einladung zur Medienkonferenz', 'Montag, 24. Mai 2026, 10:00 Uhr'],
    ['nl', 'Uitnodiging voor de opening', '24 mei 2026 10:00'],
    ['it', 'Invito alla conferenza stampa', '24 maggio 2026, ore 10:00'],
    ['en', 'Open day at the yard', '24 May 2026, 10:00 - 16:00'],
  ])('%s: %s, %s', (tag, title, line) => {
    expect(read(`${title}\n\n${line}\n\n${BODY[tag]}`, tag).header?.date ?? null).toBeNull()
  })
})

describe('the place of a dateline', () => {
  test.each<[Tag, string, string, string | null]>([
    ['en', 'KIEL, Germany (6 January 2026) – ', 'KIEL', '2026-01-06'],
    ['en', 'ELMSTEAD, BELGIUM (6 January 2026) – ', 'ELMSTEAD', '2026-01-06'],
    ['en', 'ELMSTEAD, N.C. — ', 'ELMSTEAD', null],
    ['en', 'NORTH ELMSTEAD, Neb. – ', 'NORTH ELMSTEAD', null],
    ['de', 'Hamburg (6. Januar 2026) – ', 'Hamburg', '2026-01-06'],
  ])('%s: %s', (tag, head, place, date) => {
    expect(read(head + BODY[tag], tag).dateline).toMatchObject({ place, date })
  })

  test.each<[Tag, string]>([
    ['it', 'ALGI - Associazione Laghi e Golfi Italiani: tre traghetti nuovi per le isole del nord e per chi le abita.'],
    ['en', `(City, State) – (Date) January, 2026 – ${BODY.en}`],
    ['en', `Elbwerk, Marine – ${BODY.en}`],
  ])('none in %s: %s', (tag, text) => {
    expect(read(text, tag).dateline?.place ?? null).toBeNull()
  })

  test('letters that the text explains are a name', () => {
    const end = 'ALGI - Associazione Laghi e Golfi Italiani'
    expect(read(`ALGI, 16 gennaio 2026 – ${BODY.it}\n\n${end}`, 'it').dateline).toMatchObject({
      place: null,
      date: '2026-01-16',
    })
  })
})
