/** What blocks are: labels, titles, boilerplate, contacts and the rest, in all languages. Texts are invented. */
import { describe, expect, test } from 'vitest'
import { packOf, undetermined } from '../src/languages/index.js'
import type { BlockKind } from '../src/model.js'
import { segment } from '../src/segment/segment.js'
import { BODY, type Tag } from './bodies.js'
import { readText } from './read-text.js'

const cut = (text: string, tag: Tag) => readText(text, tag)
/** The kind of a line that stands after a paragraph, with nothing behind it. */
const kindAfter = (line: string, tag: Tag) => cut(`${BODY[tag]}\n\n${line}\n`, tag).blocks[1]!.kind
/** The kind of a line between two paragraphs. */
const kindBetween = (line: string, tag: Tag) => cut(`${BODY[tag]}\n\n${line}\n\n${BODY[tag]}\n`, tag).blocks[1]!.kind

test.each<[Tag, string, BlockKind]>([
  ['en', 'FOR IMMEDIATE RELEASE', 'label'],
  ['en', 'EMBARGOED UNTIL 09:00 CET, 3 May 2026', 'label'],
  ['en', 'Press release services grow in Asia', 'heading'],
  ['en', 'For more information, visit https://elbwerk.example', 'contact'],
  ['en', 'Media contact:', 'contact'],
  ['en', 'Contact lenses get smarter', 'heading'],
  ['en', 'August 08, 2024 14:25 ET | Source: Elbwerk Marine', 'chrome'],
  ['de', '14.11.2016 – 13:53', 'chrome'],
  ['da', '2. marts 2026 bliver en stor dag', 'heading'],
  ['de', 'Original-Content von: Elbwerk AG, übermittelt durch news aktuell', 'disclaimer'],
  ['en', 'Notes to editors', 'note'],
  ['en', '###', 'end-mark'],
  ['en', '-ENDS-', 'end-mark'],
  ['en', 'Share this article', 'chrome'],
  ['en', 'Jane Example, +49 40 1234567, jane@elbwerk.example', 'contact'],
  ['en', 'A photo accompanying this announcement is available at https://elbwerk.example/p', 'note'],
  ['en', 'Why the islands wait', 'heading'],
  ['en', 'What happens next?', 'heading'],
  ['de', 'Pressemitteilung', 'label'],
  ['de', 'PRESSEMITTEILUNG Nr. 12/2026', 'label'],
  ['de', 'Sperrfrist: 3. Mai 2026, 10.00 Uhr', 'label'],
  ['de', 'Anzeige', 'label'],
  ['de', 'Pressekontakt:', 'contact'],
  ['de', 'Rückfragen bitte an: presse@elbwerk.example', 'contact'],
  ['de', 'Tel.: 040 / 123 45 67', 'contact'],
  ['de', 'Hinweis für die Redaktion: Fotos auf Anfrage.', 'note'],
  ['de', '- Ende -', 'end-mark'],
  ['de', 'Artikel teilen', 'chrome'],
  ['de', 'Foto: Elbwerk AG', 'note'],
  ['da', 'Fondsbørsmeddelelse nr. 5/2020', 'label'],
  ['da', 'Annoncørbetalt indhold', 'label'],
  ['da', 'Yderligere oplysninger:', 'contact'],
  ['da', '/ritzau/', 'end-mark'],
  ['da', 'Del artiklen', 'chrome'],
  ['it', 'COMUNICATO STAMPA – CONTENUTO PROMOZIONALE', 'label'],
  ['it', 'Per diffusione immediata', 'label'],
  ['it', 'Per maggiori informazioni, fare clic sul seguente link:', 'contact'],
  ['it', 'Ufficio Stampa Elbwerk', 'contact'],
  ['it', 'Descrizione', 'chrome'],
  ['it', 'FINE', 'end-mark'],
  ['it', 'Nota per i redattori', 'note'],
  ['nl', 'Persbericht', 'label'],
  ['nl', 'Embargo tot 3 mei 2026, 10.00 uur', 'label'],
  ['nl', 'Mededeling van de directie over de nieuwe veerboten', 'heading'],
  ['nl', 'Noot voor de redactie (niet voor publicatie)', 'note'],
  ['nl', 'Voor meer informatie: pers@elbwerk.example', 'contact'],
  ['nl', 'EINDE', 'end-mark'],
  ['he', 'הודעה לעיתונות', 'label'],
  ['he', 'לפרסום מיידי', 'label'],
  ['he', 'לפרטים נוספים:', 'contact'],
  ['he', 'סוף', 'end-mark'],
  ['he', 'שתף קטע נבחר', 'chrome'],
  ['he', 'חמישה גשרים על הנהר', 'heading'],
  ['en', 'https://elbwerk.example/news/2026', 'link'],
  ['en', '* a ferry without diesel', 'list-item'],
  ['en', 'The new ships include:', 'paragraph'],
])('%s: %s is %s', (tag, line, kind) => {
  expect(kind === 'heading' ? kindBetween(line, tag) : kindAfter(line, tag)).toBe(kind)
})

describe('sections', () => {
  test.each<[Tag, string]>([
    ['en', 'About Elbwerk'],
    ['de', 'Über Elbwerk'],
    ['de', 'Unternehmensprofil'],
    ['da', 'Om Elbwerk'],
    ['it', 'Informazioni su Elbwerk'],
    ['nl', 'Over Elbwerk'],
    ['he', 'אודות אלבוורק'],
  ])('%s: what follows "%s" is boilerplate', (tag, head) => {
    const kinds = cut(`${BODY[tag]}\n\n${head}\n\n${BODY[tag]}\n`, tag).blocks.map(block => block.kind)
    expect(kinds).toEqual(['paragraph', 'heading', 'about'])
  })

  test('boilerplate with a run-in heading', () => {
    const block = cut(`${BODY.de}\n\nÜber die Elbwerk AG: ${BODY.de}\n`, 'de').blocks[1]!
    expect(block).toMatchObject({ kind: 'about', runIn: { start: 0, end: 19 } })
  })

  test('a heading that only begins alike opens none', () => {
    const kinds = cut(`${BODY.de}\n\nÜber den Wolken\n\n${BODY.de}\n`, 'de').blocks.map(block => block.kind)
    expect(kinds).toEqual(['paragraph', 'heading', 'paragraph'])
  })

  test('what follows a heading of forward-looking statements is a disclaimer', () => {
    const kinds = cut(`${BODY.en}\n\nForward-looking statements\n\n${BODY.en}\n`, 'en').blocks.map(block => block.kind)
    expect(kinds).toEqual(['paragraph', 'heading', 'disclaimer'])
  })

  test('a translation says which version counts', () => {
    const text =
      'Die Ausgangssprache, in der der Originaltext veröffentlicht wird, ist die offizielle und autorisierte Version. Übersetzungen dienen nur dem Verständnis; nur die Fassung im Original ist rechtsgültig.'
    expect(kindAfter(text, 'de')).toBe('disclaimer')
  })

  test('the lines under a contact heading are contacts', () => {
    const text = `${BODY.de}\n\nPressekontakt:\nErika Beispiel\nTelefon: 040 123456\nerika@elbwerk.example\n`
    const { blocks, anatomy } = cut(text, 'de')
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'contact', 'contact', 'contact', 'contact'])
    expect(anatomy.contacts).toMatchObject([
      { name: 'Erika Beispiel', phone: '040 123456', email: 'erika@elbwerk.example' },
    ])
  })
})

describe('opening', () => {
  test('chrome, label and title before the body', () => {
    const text = `Elbwerk: Tre traghetti per il nord e per tutte\nle isole\n\nDescrizione\n\nCOMUNICATO STAMPA\n\n${BODY.it}\n`
    const { blocks, anatomy } = cut(text, 'it')
    expect(blocks.map(block => block.kind)).toEqual(['title', 'chrome', 'label', 'paragraph'])
    expect(anatomy.title).toBe('Elbwerk: Tre traghetti per il nord e per tutte le isole')
  })

  test('a text without a heading has no title', () => {
    expect(cut(`${BODY.da}\n\n${BODY.da}\n`, 'da').anatomy).toMatchObject({
      title: null,
      summary: null,
      dateline: null,
    })
  })
})

describe('run-in headings', () => {
  test.each<[Tag, string, string | undefined]>([
    ['en', `Northern Islands: ${BODY.en}`, 'Northern Islands'],
    [
      'it',
      `La zona del nord: tre traghetti collegheranno le isole, e altri due seguiranno nel corso dell’anno.`,
      'La zona del nord',
    ],
    ['he', `אזור הצפון: ${BODY.he}`, 'אזור הצפון'],
    ['de', 'Die Sprecherin sagte: „Wir freuen uns sehr auf die neuen Fähren und auf die Gäste.“', undefined],
    ['en', 'See https://elbwerk.example for more about the ferries and the islands in the north.', undefined],
  ])('%s: %s', (tag, text, head) => {
    const block = cut(`${BODY[tag]}\n\n${text}\n`, tag).blocks[1]!
    expect(block.runIn && block.text.slice(block.runIn.start, block.runIn.end)).toBe(head)
  })
})

describe('links', () => {
  test('a link without the full stop after it', () => {
    const { anatomy } = cut(`More at https://elbwerk.example/a_(b). ${BODY.en}\n`, 'en')
    expect(anatomy.links).toEqual([{ url: 'https://elbwerk.example/a_(b)', block: 'en:0' }])
  })
})

test('a text in no supported language is cut all the same', () => {
  const { blocks, layout } = segment('Ferjene kommer i år.\n\nhttps://elbwerk.example/\n', undetermined, 'und')
  expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'link'])
  expect(layout).toEqual({ wrap: 'one-line-paragraphs', width: null })
})

test('an empty text has no blocks', () => {
  expect(segment(' \n\n', packOf('de')!, 'de')).toMatchObject({
    blocks: [],
    repairs: [{ kind: 'break', before: ' \n\n', after: '' }],
  })
})
