/** Short lines that head nothing, and titles that look like none. Texts are invented. */
import { describe, expect, test } from 'vitest'
import type { BlockKind } from '../src/model.js'
import { BODY, type Tag } from './bodies.js'
import { readText } from './read-text.js'

const TITLE = {
  en: 'Elbwerk builds three ferries for the islands',
  de: 'Elbwerk baut drei Fähren für die Inseln',
  da: 'Elbwerk bygger tre færger til øerne',
  it: 'Elbwerk costruisce tre traghetti per le isole',
  nl: 'Elbwerk bouwt drie veerboten voor de eilanden',
  he: 'אלבוורק בונה שלוש מעבורות לאיים',
} as const

const kindsOf = (lines: readonly string[], tag: Tag) => readText(`${lines.join('\n\n')}\n`, tag).blocks.map(b => b.kind)

describe('behind the text', () => {
  test.each<[Tag, string, BlockKind]>([
    ['de', 'Herausgeber: Hafenamt Hamburg', 'note'],
    ['de', 'Hafenamt Hamburg', 'note'],
    ['it', 'Mittente: Autorità portuale', 'note'],
    ['nl', 'Bron: Havenbedrijf Noord', 'note'],
    ['da', 'Udsender: Havnekontoret', 'note'],
    ['he', 'מפיץ: רשות הנמלים', 'note'],
    ['en', 'ELBW-G', 'note'],
    ['en', '1 Own figures, 2025', 'note'],
    ['de', 'Maria Beispiel, Leiterin Hafenamt, Tel. 040 257 38 92', 'contact'],
    ['it', 'Mario Esempio, capo dell’ufficio stampa del porto e delle isole, tel. 02 1234567', 'contact'],
    ['nl', 'Jan Voorbeeld, hoofd havendienst, tel. 020 123 45 67', 'contact'],
    ['he', 'דנה כהן, דוברת הרשות, טל׳ 03-1234567', 'contact'],
    [
      'en',
      'For further information: Media: Jane Example, +49 40 1234567; or investors: John Example, +49 40 7654321.',
      'contact',
    ],
    ['de', 'Dieses Dokument als PDF herunterladen', 'chrome'],
    ['da', 'Hent som Word', 'chrome'],
    ['it', 'Scarica il comunicato (PDF, 1,2 MB)', 'chrome'],
    ['he', 'הורדה כ-PDF', 'chrome'],
    ['de', '© Hafenamt Hamburg', 'chrome'],
    ['en', '---///---', 'end-mark'],
    ['en', '-oOo-', 'end-mark'],
    ['it', '-.-.-.-', 'end-mark'],
  ])('%s: %s is %s', (tag, line, kind) => {
    expect(kindsOf([TITLE[tag], BODY[tag], BODY[tag], line], tag)).toEqual(['title', 'paragraph', 'paragraph', kind])
  })

  test('lines above text stay headings, and so do those of a text that was cut off behind its headings', () => {
    expect(kindsOf([TITLE.en, BODY.en, 'The yard', BODY.en], 'en')[2]).toBe('heading')
    const parts = ['The yard', 'The ships', 'The islands', 'The money', 'The plan'].flatMap(head => [head, BODY.en])
    expect(kindsOf([TITLE.en, ...parts, 'The next steps'], 'en').at(-1)).toBe('heading')
  })

  test('a text of nothing but short lines keeps its headings', () => {
    expect(kindsOf([TITLE.en, 'The yard', 'The ships'], 'en')).toEqual(['title', 'heading', 'heading'])
  })

  test('the menu of a site', () => {
    const menu = ['Our yards', 'News archive', 'Legal notice', 'Contact', 'Who are we?']
    expect(kindsOf([TITLE.en, BODY.en, BODY.en, ...menu], 'en').slice(3)).toEqual(menu.map(() => 'chrome'))
  })

  test('a lead that no list knows, people in items below it, and a name without a number', () => {
    const lines = [
      TITLE.de,
      BODY.de,
      'Es geben Auskunft:',
      '- Max Beispiel, Leiter Werft, Tel. 040 257 38 92',
      'Organ: Hafenamt',
    ]
    expect(kindsOf(lines, 'de').slice(2)).toEqual(['contact', 'contact', 'note'])
    const address = ['Pressekontakt:', 'Jane Beispiel', 'Elbwerk AG', 'Hafenstraße 1']
    expect(kindsOf([TITLE.de, BODY.de, ...address], 'de').slice(2)).toEqual(address.map(() => 'contact'))
  })
})

describe('items without marks', () => {
  test('behind a colon, the last one heads the text below it', () => {
    const lines = [
      'Topics of this issue:',
      'Three new ferries',
      'A yard for the islands',
      'Fewer ships on the river',
      'Three new ferries',
      BODY.en,
    ]
    expect(kindsOf([TITLE.en, BODY.en, ...lines], 'en').slice(3)).toEqual([
      'list-item',
      'list-item',
      'list-item',
      'heading',
      'paragraph',
    ])
  })

  test('numbers that count up from one', () => {
    const lines = ['1 Ferry Anna', '2 Ferry Berta', '3 Ferry Clara']
    expect(kindsOf([TITLE.en, BODY.en, ...lines, BODY.en], 'en').slice(2, 5)).toEqual(lines.map(() => 'list-item'))
    expect(kindsOf([TITLE.en, BODY.en, '2 Ferries for Anna', BODY.en], 'en')[2]).toBe('heading')
  })

  test('names and values', () => {
    const lines = ['Length: 80 metres', 'Breadth: 18 metres', 'Passengers: 400']
    expect(kindsOf([TITLE.en, BODY.en, ...lines, BODY.en], 'en').slice(2, 5)).toEqual(lines.map(() => 'list-item'))
    expect(kindsOf([TITLE.en, BODY.en, 'Elbwerk: what comes next', BODY.en], 'en')[2]).toBe('heading')
  })
})

describe('above the title', () => {
  test.each<[Tag, string, BlockKind]>([
    ['de', 'Pressemitteilung – 3. Mai 2026', 'label'],
    ['de', 'Medienmitteilung vom 3. Mai 2026', 'label'],
    ['de', 'Pressemitteilung der Elbwerk AG zur Messe in Bremen – 3. Mai 2026', 'label'],
    ['de', `PRESSEINFORMATION${' '.repeat(100)}3. Mai 2026`, 'label'],
    ['it', 'Comunicato stampa – Elbwerk S.p.A. – 3 maggio 2026', 'label'],
    ['nl', 'Persbericht van 3 mei 2026', 'label'],
    ['en', 'Press release from Elbwerk Marine at the boat fair in Bremen, 3 May 2026', 'label'],
    ['da', 'Pressemeddelelse fra Elbwerk ved havnefesten i Esbjerg – 3. maj 2026', 'label'],
    ['he', 'הודעה לעיתונות מיום 3 במאי 2026', 'label'],
    ['en', 'May 3, 2026 09:30 AM Pacific Standard Time', 'chrome'],
    ['de', 'Sie sind hier: Startseite > Presse', 'chrome'],
    ['nl', 'home » nl » archief', 'chrome'],
    ['he', 'דף הבית » חדשות » ארכיון', 'chrome'],
    ['en', 'Home > News > Elbwerk builds three ferries for the islands', 'chrome'],
    ['en', 'News', 'label'],
    ['de', 'Von Jane Beispiel', 'label'],
    ['de', 'Quelle: Elbwerk AG', 'note'],
  ])('%s: %s is %s', (tag, line, kind) => {
    expect(kindsOf([line, TITLE[tag], BODY[tag], BODY[tag]], tag)).toEqual([kind, 'title', 'paragraph', 'paragraph'])
  })

  test('a title may name the kind of text and the day', () => {
    expect(kindsOf(['Comunicato della Giunta del 3 maggio 2026', BODY.it, BODY.it], 'it')[0]).toBe('title')
  })
})

describe('titles', () => {
  test.each<[Tag, string]>([
    ['en', 'Elbwerk Marine opens a new yard in Charlotte, N.C.'],
    ['en', 'Nordkai Partners sells three terminals to Elbwerk Infrastructure Holdings, L.P.'],
    ['en', 'elbwerk marine to acquire nordkai shipping'],
    ['de', 'www.elbwerk.example – die Werft zeigt ihre Fähren im Netz'],
    ['de', '"Wir bauen für die Inseln": Elbwerk eröffnet die Werft'],
    ['it', '"Traghetti per il nord. Dove salire a bordo?" - Al via la stagione delle isole'],
  ])('%s: %s', (tag, title) => {
    const document = readText(`${title}\n\n${BODY[tag]}\n\n${BODY[tag]}\n`, tag)
    expect(document.blocks.map(b => b.kind)).toEqual(['title', 'paragraph', 'paragraph'])
  })

  test('what begins a text and ends a sentence is no title', () => {
    expect(kindsOf(['three ferries are built for the islands, said Elbwerk.', BODY.en, BODY.en], 'en')[0]).toBe(
      'paragraph',
    )
  })

  test('several subtitles are the summary; a section of the site is not', () => {
    const news = `HAMBURG, May 3, 2026 /PRNewswire/ -- ${BODY.en}`
    const lines = [
      'elbwerk marine to acquire nordkai shipping',
      'Business News',
      'Adds four yards to the group',
      'Saves 30 million dollars a year',
      news,
      BODY.en,
    ]
    expect(kindsOf(lines, 'en')).toEqual(['title', 'heading', 'summary', 'summary', 'paragraph', 'paragraph'])
  })

  test('a picture with its owner opens no section', () => {
    expect(kindsOf([TITLE.de, 'Foto: Elbwerk AG', BODY.de, BODY.de], 'de').slice(2)).toEqual(['paragraph', 'paragraph'])
  })
})
