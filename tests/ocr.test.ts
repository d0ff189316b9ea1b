/** Scans of mojibake, and the scanner's own slips. All texts are made up. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { applyRepairs, undoRepairs } from '../src/edits/edits.js'
import { repair } from '../src/index.js'
import { packOf } from '../src/languages/index.js'
import { repairOcr } from '../src/repair/scan/ocr.js'
import { mayBeScan, repairOcrMojibake } from '../src/repair/scan/ocr-mojibake.js'

const pack = (tag: string) => packOf(tag)!
const read = (tag: string, text: string) => applyRepairs(text, repairOcrMojibake(text, pack(tag)).repairs)
const mend = (tag: string, text: string) => applyRepairs(text, repairOcr(text, pack(tag)).repairs)

describe('a scan of mojibake is read', () => {
  test.each([
    [
      'it',
      'La cittA A" bella, perchA© la qualitA della??aria A" buona e la gente A" piAl felice.',
      'La città è bella, perché la qualità dell’aria è buona e la gente è più felice.',
    ],
    [
      'it',
      'Il porto A" un &??progetto pilotaa?e della??azienda a?? 1a??unico in Italia. CosA- A" nato.',
      'Il porto è un “progetto pilota” dell’azienda – l’unico in Italia. Così è nato.',
    ],
    [
      'de',
      'Das KA¶nigreich hat fA1/4r die BA¼hne und in der NAohe schA{ne RA¤ume. GroAYe HA¤user.',
      'Das Königreich hat für die Bühne und in der Nähe schöne Räume. Große Häuser.',
    ],
    [
      'da',
      'Det er sA,ndag, og bA,rnene skal pA¥ tur. De fA¥r vA|ret med, og sA¥ er de hjA|lpsomme i A¥r.',
      'Det er søndag, og børnene skal på tur. De får været med, og så er de hjælpsomme i år.',
    ],
    // Another font, another scanner: the lead is another letter, the euro is printed, the third sign is seen.
    [
      'de',
      'Die TÃ1/4r ist grÄ{n, und fÂ¼r die KÅ¼che wÃ¤re sie schÃ{n.',
      'Die Tür ist grön, und für die Küche wäre sie schön.',
    ],
    ['it', 'La??aria nellaE™acqua e dellaâ€™olio, perchÃ@ lÃ¬ la cittÃ  A^ bella.', null],
    ['nl', 'Hij zei: â?˜Dit is A©A©n ideeA<<n meer.â?™ En BelgiA« en ItaliA«.', null],
  ])('%s: %s', (tag, before, after) => {
    const result = read(tag, before)
    if (after !== null) expect(result).toBe(after)
    else expect(result).not.toBe(before)
  })

  test('short texts with one place beyond doubt', () => {
    expect(read('de', 'Die Schule in der NA¤he.')).toBe('Die Schule in der Nähe.')
    expect(read('it', 'Il testo della??articolo.')).toBe('Il testo dell’articolo.')
  })

  test('every repair is lossy and says how sure it is; what is left is listed', () => {
    const text = 'La cittA A" bella, perchA© la qualitA della??aria A" buona.'
    const { repairs } = repairOcrMojibake(text, pack('it'))
    expect(repairs.length).toBeGreaterThan(4)
    for (const r of repairs) expect(r.lossy && r.confidence > 0 && r.confidence < 1).toBe(true)
  })
})

/** UTF-8 that was read as Windows-1252, of which a scanner then took the leads for plain letters. */
const scannedMojibake = (text: string) =>
  iconv.decode(Buffer.from(text), 'windows-1252').replaceAll('Ã', 'A').replaceAll('â', 'a')

test.each(['german-double-spaced-lines/input/treber-de', 'two-releases-same-day/input/varme-de'])(
  'what a scanner wrote is no mix-up of charsets: %s',
  name => {
    const text = readFileSync(new URL(`../fixtures/releases/${name}.txt`, import.meta.url), 'utf8')
    const mended = repair(scannedMojibake(text)).text
    expect(mended).not.toMatch(/[\u2500-\u257f]|A[ñ∂]/)
    const letters = (of: string) => of.match(/[äöüß]/g)?.length
    expect(letters(mended)).toBe(letters(text))
  },
)

describe("the scanner's own slips", () => {
  test.each([
    [
      'it',
      'Ho fatto quello che dovevo, e guindi la speciflca non cambia.',
      'Ho fatto quello che dovevo, e quindi la specifica non cambia.',
    ],
    [
      'de',
      'Der Rat des Untemehmens kam mitWorten zurück, sagte er,und ging.',
      'Der Rat des Unternehmens kam mit Worten zurück, sagte er, und ging.',
    ],
    ['de', '1hr Haus und lnnerhalb der Stadt.', 'Ihr Haus und Innerhalb der Stadt.'],
    ['en', 'It was the captain ofthe ship.', 'It was the captain of the ship.'],
  ])('%s: %s', (tag, before, after) => {
    expect(mend(tag, before)).toBe(after)
  })
})

const clean: readonly (readonly [string, string])[] = [
  ['de', 'Der Plan A" wurde nie Plan B. Vitamin A- und B-Mangel, A/S und Serie A: alles gut. Note A+ und A- für alle.'],
  ['da', 'Virksomheden Nordlys A/S, klasse A, og vitamin A. Se punkt A; eller B.'],
  ['it', 'La Serie A: il Milan vince. Serie A" e Serie B. Vitamina A, classe A+, fascia A-.'],
  ['en', 'Why? Who knows? "Is that Anna?" he asked. FAQ, NASA 12, USA 2026, SpamAssassin, iPadA and vitaminA.'],
  ['en', 'See https://example.org/a?s=1&e=2 and mail a.b@example.org, or a?e in code; 4?, 8? and R&D?'],
  ['it', 'Chi parla? "Maria?" Nessuno sa. Come va?? Il 4?? giugno? Che vita??'],
  ['nl', "De 3e en 4e keer, de 2e prijs. 's Avonds? Foto's? Nee, euro's."],
  ['de', 'Škoda, Dvořák, Ärzte, Ägypten, Österreich, Århus und Ångström.'],
  [
    'en',
    'Follow @ecco, @coerulea_club, @Gcc2026 and @Ecerra; &Co, 4Gs, and mail from x+@cc.example and y+@eet.example.',
  ],
  ['en', 'The settings "optionA" and "optionB", "planA" and "planB"; 5 mA, 20 mA" and 3 kA; codes 03A5, 004A 0308.'],
  [
    'en',
    'Keys 5BE8A3F6C8A5C01D106C0AD820B1 and 8FCCA13FEF1D0C2E91008E, serial B9AE9905FFD7803F2571; SkyA (bufA) and arrA = 3.',
  ],
  ['de', 'Die Stufen "ModulA" und "ModulB" mit "ZoneA" und "RundeA".'],
  ['de', 'AOK, LDAP, MAGA-Hut, PCMCIA und ALSA 1.0; AC/DC, A4, A380, B2B, CO2 und 100 km/h.'],
]

test.each(clean)('%s is left as it stands: %s', (tag, text) => {
  expect(read(tag, text)).toBe(text)
})

test.each([
  ['de', 'YouTube, LinkedIn, iPhone, eBay, HanseMerkur, Kindergarten, Freitagmorgen, E-Mail und Software.'],
  ['en', 'state-of-the-art, up-to-date, e-mail, vlc, thc-ipv6, mod_ssl, W3C, example.com and node.js'],
  ['nl', 'kreeftenseizoen, strafschopgebied, linkervoet, haaiensoorten, Yandhi en Aguero'],
])('%s: names and compounds of a scan stay: %s', (tag, text) => {
  expect(mend(tag, text)).toBe(text)
})

describe('known failures', () => {
  // No list says that a particle makes compounds with a hyphen.
  test.fails('a particle with a hyphen', () => {
    const text = 'Das ist nicht-freie Software.'
    expect(mend('de', text)).toBe(text)
  })
  // A made-up name one look-alike away from a word.
  test.fails('a name like a word', () => {
    expect(mend('en', 'The server is called inspircd today.')).toBe('The server is called inspircd today.')
  })
  // The capital lost its second character altogether: only the grammar of the sentence could tell it from the letter A.
  test.fails('a capital of which nothing is left', () => {
    const text = 'La cittA A" bella, perchA© la qualitA della??aria A" buona. A stato bello.'
    expect(read('it', text)).toContain('È stato bello')
  })
  // The scanner's slips alone are not yet taken for a sign of a scan.
  test.fails('a scan of clean text', () => {
    expect(repair('Thc officcrs camc witb tbe captain and tbc crcw.', { language: 'en' }).text).toContain('officers')
  })
})

test('texts of any characters: undone they are what they were', () => {
  const piece = fc.constantFrom(
    'A',
    '"',
    '?',
    'a??',
    '&??',
    'cittA',
    ' ',
    '\n\n',
    'Ã',
    '€',
    '™',
    '1',
    '|',
    'la',
    'Â',
    '/4',
    '.',
    'è',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('it', 'de', 'da', 'nl', 'en'), (pieces, tag) => {
      const text = pieces.join('')
      for (const { repairs } of [repairOcrMojibake(text, pack(tag)), repairOcr(text, pack(tag))])
        expect(undoRepairs(applyRepairs(text, repairs), repairs)).toBe(text)
    }),
  )
})

test.each(['a??', 'A', 'A1/4', 'aA,', 'l', 'a-b', '&C', 'AA"', 'A A" '])(
  'a long line of %j takes time in proportion',
  unit => {
    const time = (n: number) => {
      const text = `la cittA A" bella, perchA© la vitA e la??aria ${unit.repeat(n)}`
      const start = process.cpuUsage().user
      repairOcrMojibake(text, pack('it'))
      repairOcr(text, pack('it'))
      return process.cpuUsage().user - start
    }
    time(2000)
    expect(time(40_000) / Math.max(time(4000), 3000)).toBeLessThan(60)
  },
)

test('clean text is turned down by one loop', () => {
  for (const text of ['Die Häuser sind schön.', 'La città è bella.', 'Who? Me.']) expect(mayBeScan(text)).toBe(false)
})
