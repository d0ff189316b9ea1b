/** What a text says of its publication: embargo, header, wire, and the version that counts. All texts are invented. */
import { describe, expect, test } from 'vitest'
import { extract, mentionsOf } from '../src/extract/extract.js'
import { packOf } from '../src/languages/index.js'
import type { Block, BlockKind } from '../src/model.js'
import { BODY, type Tag } from './bodies.js'
import { readText } from './read-text.js'

describe('embargo', () => {
  test.each<[Tag, string, string | null, string | null]>([
    ['de', 'Sperrfrist: 2. März 2026, 10 Uhr', '2026-03-02T10:00', null],
    ['de', 'Sperrfrist: Montag, 2. März 2026, 10.30 Uhr (MEZ)', '2026-03-02T10:30', 'MEZ'],
    ['en', 'EMBARGOED UNTIL 09:00 CET, 3 May 2026', '2026-05-03T09:00', 'CET'],
    ['en', 'Embargoed until May 3, 2026 at 6 p.m. ET', '2026-05-03T18:00', 'ET'],
    ['en', 'Embargoed until May 3, 2026', '2026-05-03', null],
    ['da', 'Klausuleret til den 2. marts 2026 kl. 10.30', '2026-03-02T10:30', null],
    ['it', 'Embargo fino al 2 marzo 2026, ore 10.30', '2026-03-02T10:30', null],
    ['nl', 'Embargo tot 2 maart 2026, 10.00 uur', '2026-03-02T10:00', null],
    ['he', 'אמברגו עד 2 במרץ 2026, בשעה 10:00', '2026-03-02T10:00', null],
    ['de', 'Sperrfrist: Montag, 10 Uhr', null, null],
  ])('%s: %s', (tag, line, until, zone) => {
    const { blocks, anatomy } = readText(`${line}\n\n${BODY[tag]}\n`, tag)
    expect(blocks[0]!.kind).toBe('label')
    expect(anatomy.embargo).toEqual({ until, zone, block: `${tag}:0` })
  })
})

describe('header', () => {
  test.each<[Tag, string, string | null, string | null]>([
    ['en', 'May 14, 2026 10:00 ET | Source: Elbwerk Marine', '2026-05-14', 'Elbwerk Marine'],
    ['de', '14.11.2026 – 13:53', '2026-11-14', null],
    ['de', 'PRESSEMITTEILUNG, 14. November 2026', '2026-11-14', null],
    ['da', '2. marts 2026', '2026-03-02', null],
    ['da', 'Pressemeddelelse', null, null],
  ])('%s: %s', (tag, line, date, source) => {
    const { header } = readText(`${line}\n\n${BODY[tag]}\n\n${BODY[tag]}\n`, tag).anatomy
    expect(header && { date: header.date, source: header.source }).toEqual(date || source ? { date, source } : null)
  })

  test('gives its year to a dateline that has none', () => {
    const { dateline } = readText(`02/03/2026\n\nROMA, 02 MAR - ${BODY.it}\n`, 'it').anatomy
    expect(dateline).toMatchObject({ placeKey: 'rome-it', date: '2026-03-02' })
    expect(readText(`03/03/2026\n\nROMA, 02 MAR - ${BODY.it}\n`, 'it').anatomy.dateline).toMatchObject({ date: null })
  })
})

describe('wire', () => {
  test.each<[Tag, string, string | null]>([
    ['de', `${BODY.de} (AWP)`, 'AWP'],
    ['da', `${BODY.da}\n\n/ritzau/`, 'ritzau'],
    ['it', `${BODY.it} (ITALPRESS).`, 'ITALPRESS'],
    ['de', `${BODY.de}\n\nOriginal-Content von: Elbwerk AG, übermittelt durch news aktuell`, 'news aktuell'],
    ['de', `EQS-News: Elbwerk AG / Schlagwort(e): Auftrag\n\n${BODY.de}`, 'EQS'],
    ['de', `Köln (ots) - ${BODY.de} (AWP)`, 'ots'],
    ['de', `${BODY.de} (ELB)`, null],
  ])('%s: %s', (tag, text, wire) => {
    expect(readText(`${text}\n`, tag).anatomy.wire).toBe(wire)
  })
})

describe('the version that counts', () => {
  test('a service is called so, and nothing was translated', () => {
    const text = 'OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER INHALTLICHER VERANTWORTUNG DES AUSSENDERS'
    expect(readText(`${BODY.de}\n\n${text}\n`, 'de').anatomy.translation).toBeNull()
  })

  test.each<[Tag, string, string | null]>([
    [
      'en',
      'This is a translation provided for convenience. In case of discrepancies between the German and the English text, the German version shall prevail.',
      'de',
    ],
    [
      'en',
      'The original language version of this announcement is the only version having legal effect; the translation serves readers only.',
      'original',
    ],
    [
      'de',
      'Dies ist eine Übersetzung. Im Falle von Abweichungen gegenüber der deutschen Fassung ist ausschließlich die englische Fassung maßgeblich.',
      'en',
    ],
    [
      'de',
      'Übersetzungen dienen dem Verständnis. Rechtsgültig ist allein die Ausgangssprache, in der der Originaltext veröffentlicht wird, und keine Übersetzung.',
      'original',
    ],
    [
      'da',
      'Denne oversættelse er lavet for læsernes skyld. I tilfælde af uoverensstemmelse er den engelske version gældende.',
      'en',
    ],
    [
      'it',
      'La presente è una traduzione di cortesia. In caso di discrepanze prevale la versione in lingua inglese del comunicato.',
      'en',
    ],
    [
      'it',
      'Le traduzioni sono offerte per comodità del lettore; in caso di divergenze fa fede il testo nella lingua originale.',
      'original',
    ],
    [
      'nl',
      'Dit is een vertaling. Bij verschillen tussen beide teksten prevaleert de Engelse versie van dit persbericht.',
      'en',
    ],
    [
      'nl',
      'Deze vertaling is een leeshulp; alleen de tekst in de brontaal is juridisch bindend voor de onderneming.',
      'original',
    ],
    [
      'en',
      'This is a translation. If the texts differ in any respect, only the Swedish version is legally binding.',
      'sv',
    ],
    ['de', 'Dies ist eine Übersetzung. Im Falle von Abweichungen ist allein die schwedische Fassung maßgeblich.', 'sv'],
    ['he', 'תרגום זה נועד לנוחות הקורא בלבד. במקרה של סתירה בין הנוסחים, הנוסח האנגלי הוא המחייב את החברה.', 'en'],
    ['he', 'תרגום זה נועד לנוחות הקורא בלבד. במקרה של סתירה, הנוסח המחייב הוא זה שפורסם בשפת המקור.', 'original'],
    [
      'en',
      'This translation is provided for convenience only and has been made by a machine without any warranty.',
      null,
    ],
  ])('%s: %s', (tag, text, authoritative) => {
    const { blocks, anatomy } = readText(`${BODY[tag]}\n\n${text}\n`, tag)
    expect(anatomy.translation).toEqual({ authoritative, block: `${tag}:1` })
    expect(blocks[1]!.kind).toBe('disclaimer')
  })

  test('news about translators says nothing', () => {
    expect(readText(`${BODY.en}\n\n${BODY.en} Its translation was praised.\n`, 'en').anatomy.translation).toBeNull()
  })
})

test('nothing is read twice, and everything stands where it says', () => {
  const texts: [BlockKind, string][] = [
    ['paragraph', 'Elbwerk (Nasdaq: ELBW, ISIN US0378331005) pays € 2.5m on March 4, 2026, 12% more than in 2025.'],
    ['list-item', '1. 45 ferries'],
    ['contact', 'Tel. 040 123456'],
  ]
  const blocks: Block[] = texts.map(([kind, text], i) => ({ id: `en:${i}`, kind, text, spans: [] }))
  const { dates, quantities, tickers, identifiers } = mentionsOf(blocks, packOf('en')!)
  const at = (found: { block: string; start: number; end: number }) =>
    texts[Number(found.block.slice(3))]![1].slice(found.start, found.end)
  expect(dates.map(at)).toEqual(['March 4, 2026', '2025'])
  expect(quantities.map(at)).toEqual(['€ 2.5m', '12%', '45'])
  expect(quantities.map(q => q.text)).toEqual(quantities.map(at))
  expect([...tickers, ...identifiers].map(at)).toEqual(['ELBW', 'US0378331005'])
})

test('no blocks, no anatomy', () => {
  expect(extract([], packOf('de')!, null)).toMatchObject({ title: null, dateline: null, header: null, dates: [] })
})
