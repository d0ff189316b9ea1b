/** PDF to text: small files that Chromium made (`tests/eval/pdf-fixtures.mjs`), files written by hand, and damaged ones. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ExtractedPdf, extractPdf } from '../src/extractors/pdf/pdf.js'
import { FIXTURES } from './fixtures.js'
import { pdfOf, streamOf, textAt } from './pdf-writer.js'

const file = (name: string) => readFileSync(join(FIXTURES, 'pdf', `${name}.pdf`))
const kindsIn = ({ text, marks }: ExtractedPdf) =>
  marks.map(({ start, end, kind }) => [kind, text.slice(start, end).replace(/\n/g, ' ')])
const unwrapped = (text: string) => text.split('\n\n').map(block => block.replace(/\n/g, ' '))

describe('files of Chromium', () => {
  test('Hebrew comes in the order of reading, with numbers, units, brackets and Latin words', async () => {
    const { text } = await extractPdf(file('hebrew'))
    expect(unwrapped(text)).toEqual([
      'חברת גלבוע־רוח מציבה 48 טורבינות קטנות',
      'חיפה, 9 במרץ 2026 – חברת גלבוע־רוח (Gilboa Wind) הודיעה היום כי תספק 48.2 GWh בשנה, שהם 12.5% יותר מאשר ב־2025. ' +
        'המחיר: 1,250 ש״ח לכל kW מותקן, והטמפרטורה שבה הן פועלות היא עד 45 °C.',
      '״הרוח לא ישנה״, אמרה המנכ״לית ד״ר רות אלמוג. המערכת, Silent Blade 3, נבדקה ב־14 אתרים.',
      'לפרטים נוספים',
      'נועם שחר, טל׳ +972 4 555 0188, noam@gilboawind.example',
    ])
  })

  test('two columns are read one after the other', async () => {
    const extracted = await extractPdf(file('columns'))
    expect(extracted.text).toMatch(/einer?\n|ein Drittel\n\nEMDEN, 4\. Mai 2026/)
    expect(unwrapped(extracted.text).slice(2)).toEqual([
      '„Wir haben drei Jahre lang gemessen, bevor wir gebaut haben“, sagte Werkleiterin Antje Folkerts. Der Umbau kostete ' +
        '8,4 Millionen Euro; eine Förderung gab es nicht.',
      'Neue Sorten ab Herbst',
      'Ab September stellt das Werk auch Papier aus Schilf her. Es wächst auf 120 Hektar wiedervernässter Fläche in der ' +
        'Nachbarschaft und muss nicht gebleicht werden.',
      'Mehr steht auf der Seite zum Schilfpapier.',
    ])
    expect(kindsIn(extracted)).toEqual([
      ['title', 'Moorland Papier senkt den Wasserverbrauch um ein Drittel'],
      ['heading', 'Neue Sorten ab Herbst'],
    ])
    expect(extracted.facts.title).toBe('Moorland Papier senkt den Wasserverbrauch')
    const [link] = extracted.links
    expect([link?.url, extracted.text.slice(link?.start, link?.end)]).toEqual([
      'https://www.moorland.example/schilf',
      'Seite zum',
    ])
  })

  test('running heads and page numbers are left out, and paragraphs go on over them', async () => {
    const { text, map } = await extractPdf(file('furniture'))
    expect(text).not.toMatch(/Harbour Board|Page \d/)
    expect(unwrapped(text).slice(1)).toEqual(
      [1, 2, 3, 4, 5, 6].map(
        n =>
          `Report ${n}: the lighthouse keepers of Skerrow counted ${n * 37} seals this week, and the ferry ran on time on ` +
          `${n % 7} of seven days. The council will meet again when the storm has passed and the pier has been repaired.`,
      ),
    )
    expect(new Set(map.map(place => 'page' in place && place.page)).size).toBeGreaterThan(1)
  })

  test('pages that are pictures give no text and say so', async () => {
    expect(await extractPdf(file('scan'))).toMatchObject({ text: '', map: [], hasImagesOnly: true })
    expect((await extractPdf(file('hebrew'))).hasImagesOnly).toBe(false)
  })

  test.each([
    ['encrypted', 'the PDF is encrypted: it opens with a password only'],
    ['truncated', 'the PDF is broken: Invalid PDF structure.'],
  ])('%s: an error of one line', async (name, message) => {
    await expect(extractPdf(file(name))).rejects.toThrow(message)
  })
})

describe('laws of the map', () => {
  test.each(['hebrew', 'columns', 'furniture'])('%s: every character but line ends has its place', async name => {
    const bytes = file(name)
    const before = Buffer.from(bytes)
    const { text, map, marks } = await extractPdf(bytes)
    expect(bytes.equals(before)).toBe(true)
    let end = 0
    for (const place of map) {
      expect(text.slice(end, place.start)).toMatch(/^\n{0,2}$/)
      expect(place.end).toBeGreaterThan(place.start)
      if (!('box' in place)) throw new Error('no box')
      const [left, bottom, right, top] = place.box
      expect(left < right && bottom < top && left >= 0 && bottom >= 0 && right <= 600 && top <= 850).toBe(true)
      end = place.end
    }
    expect(end).toBe(text.length)
    for (const mark of marks) expect(text.slice(mark.start, mark.end)).not.toMatch(/\n\n|^\s|\s$/)
  })
})

const HEAD = textAt(40, 250, 'The harbour has a new crane')
describe('pages written by hand', () => {
  test.each([
    [
      'words parted by gaps alone',
      'BT /F 12 Tf 40 250 Td [(The) -300 (har) 20 (bour) -300 (has a new crane)] TJ ET',
      undefined,
    ],
    ['letters out of order', `${textAt(132, 250, 'a new crane')} ${textAt(40, 250, 'The harbour has')}`, undefined],
    ['a form within the page', 'q 1 0 0 1 0 0 cm /X Do Q', undefined],
    ['bold made by printing twice', `${HEAD} ${textAt(40.3, 250, 'The harbour has a new crane')}`, undefined],
    ['a page that is turned', 'BT /F 12 Tf 0 1 -1 0 40 20 Tm (The harbour has a new crane) Tj ET', 90],
    ['lines that run up the page', 'BT /F 12 Tf 0 1 -1 0 40 20 Tm (The harbour has a new crane) Tj ET', undefined],
    ['lines that run down', 'BT /F 12 Tf 0 -1 1 0 40 280 Tm (The harbour has a new crane) Tj ET', undefined],
    ['a mark that lies askew', `${HEAD} BT /F 60 Tf 0.7 0.7 -0.7 0.7 90 60 Tm (DRAFT) Tj ET`, undefined],
    ['what is beside the page', `${HEAD} ${textAt(900, 250, 'cut here')}`, undefined],
    ['an artifact', `${HEAD} /Artifact BMC ${textAt(40, 20, 'Page one')} EMC`, undefined],
    ['the number of the page', `${HEAD} ${textAt(200, 20, '1')}`, undefined],
  ])('%s', async (_, content, rotate) => {
    const form = streamOf(
      HEAD,
      '/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F 3 0 R >> >>',
    )
    const bytes = pdfOf([content], { rotate: rotate ?? 0, objects: [form], resources: '/XObject << /X 5 0 R >>' })
    const { text, map } = await extractPdf(bytes)
    expect(text).toBe('The harbour has a new crane')
    const [place] = map
    if (!place || !('box' in place)) throw new Error('no box')
    const [left, bottom, right, top] = place.box
    expect([left, bottom, 400 - right, 400 - top].every(room => room >= 0)).toBe(true)
  })

  test('raised and lowered signs stay with their words', async () => {
    const page = [
      textAt(40, 250, '4,000 tonnes of CO'),
      textAt(144, 247, '2', 7),
      textAt(152, 250, 'on 60 km'),
      textAt(201, 254, '2', 7),
    ]
    expect((await extractPdf(pdfOf([page.join(' ')]))).text).toBe('4,000 tonnes of CO2 on 60 km2')
  })

  test('a table is read row by row, cells parted by tabulators', async () => {
    const rows = [
      ['Year', 'Ships', 'Crates'],
      ['2024', '310', '9,100'],
      ['2025', '344', '9,800'],
      ['2026', '402', '11,250'],
    ]
    const page = rows.flatMap((row, i) => row.map((cell, k) => textAt(40 + 90 * k, 250 - 15 * i, cell)))
    const extracted = await extractPdf(pdfOf([page.join(' ')]))
    expect(extracted.text).toBe(rows.map(row => row.join('\t')).join('\n'))
    expect(kindsIn(extracted).map(([kind]) => kind)).toEqual(['table'])
  })

  test('a name that a program gave is no title', async () => {
    const stated = async (info: string) => (await extractPdf(pdfOf([HEAD], { info }))).facts
    expect(await stated('/Title (Microsoft Word - crane.doc) /CreationDate (D:20260302)')).toEqual({
      date: '2026-03-02',
    })
    expect(await stated('/Title (A New Crane)')).toEqual({ title: 'A New Crane' })
    expect(await stated('/Title (PM_crane_final) /CreationDate (D:0000)')).toEqual({})
  })
})

/** Numbers below a limit, always the same (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** How many damaged files are tried: `PDF_MUTATIONS=5000 npx vitest run tests/extract-pdf.test.ts` for a search. */
const MUTATIONS = Number(process.env.PDF_MUTATIONS ?? 300)
const SEED = Number(process.env.PDF_SEED ?? 1)

test(`damaged files give text or an error of one line (seed ${SEED})`, async () => {
  const roll = dice(SEED)
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection') // vitest would count what pdf.js forgets, as Node would end the process
  onTestFinished(() => {
    for (const listener of listeners) process.on('unhandledRejection', listener)
  })
  const whole = [file('columns'), file('hebrew'), file('scan'), pdfOf([HEAD, HEAD])]
  for (let i = 0; i < MUTATIONS; i++) {
    const bytes = Buffer.from(whole[roll(whole.length)]!)
    for (let k = roll(12); k >= 0; k--) bytes[roll(bytes.length)] = roll(256)
    const damaged = roll(4) === 0 ? bytes.subarray(0, roll(bytes.length)) : bytes
    const result = await extractPdf(damaged).catch((error: unknown) => error)
    if (result instanceof Error) expect(result.message).toMatch(/^the PDF is (?:broken|encrypted|too long): [^\n]*$/)
    else expect(typeof (result as ExtractedPdf).text).toBe('string')
  }
}, 120_000)
