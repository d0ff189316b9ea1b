/** Text read in another charset than it was written in: what is read anew, and what must stay. All texts are made up. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charsetTable } from '../src/charsets/charset.js'
import { applyRepairs, undoRepairs } from '../src/edits/edits.js'
import { packs } from '../src/languages/index.js'
import { repairCharsetMixup } from '../src/repair/mixup/charset-mixup.js'
import { repair } from '../src/repair/repair.js'

const danish = 'Færgen sejler på lørdag, og prøven på havnen er gået rigtig godt.'
const german = 'Die Bürger öffnen das Museum künftig auch am späten Abend, früher als üblich.'
const italian = 'La città è più vicina: perché la società continuerà già lunedì.'
const dutch = 'België heeft één idee: de financiële crisis is reëel, zegt de directeur.'
const english = 'The farmers’ “quiet mile” – it’s open to all – isn’t new.'
const hebrew = 'החברה הודיעה היום על פתיחת מרכז חדש בצפון הארץ'

function mixUp(text: string, wrote: string, read: string): string {
  const { byteOf } = charsetTable(wrote)
  const { chars } = charsetTable(read)
  return Array.from(text, char => {
    const byte = byteOf[char.charCodeAt(0)]!
    if (byte === 0) throw new Error(`${wrote} has no ${char}`)
    return chars[byte]!
  }).join('')
}

const mended = (text: string) => applyRepairs(text, repairCharsetMixup(text, packs).repairs)

describe('read anew', () => {
  const dos = [danish, german, italian, dutch]
  const both = [...dos, english]
  const cases = [
    ...[hebrew].flatMap(text => [
      ['windows-1255', 'windows-1252', text] as const,
      ['cp862', 'windows-1252', text] as const,
      ['cp862', 'cp850', text] as const,
      ['cp862', 'cp437', text] as const,
      ['windows-1255', 'cp850', text] as const,
      ['windows-1255', 'macroman', text] as const,
    ]),
    ...both.flatMap(text => [
      ['macroman', 'windows-1252', text] as const,
      ['windows-1252', 'cp850', text] as const,
      ['windows-1252', 'cp437', text] as const,
      ['windows-1252', 'macroman', text] as const,
    ]),
    ...dos.map(text => ['cp850', 'windows-1252', text] as const),
    ...[danish, italian].map(text => ['windows-1252', 'windows-1250', text] as const),
    ['windows-1252', 'iso-8859-1', english] as const,
  ]
  test.each(cases)('%s as %s: %s', (wrote, read, text) => {
    expect(mended(mixUp(text, wrote, read))).toBe(text)
  })

  test('a single name, where the languages that are weighed make it likely', () => {
    const six = packs.filter(pack => ['da', 'de', 'en', 'he', 'it', 'nl'].includes(pack.tag))
    const text = 'The prize went to Jörg Maier.'
    const mixed = mixUp(text, 'macroman', 'windows-1252')
    expect(applyRepairs(mixed, repairCharsetMixup(mixed, six).repairs)).toBe(text)
  })

  test('one mixed line in a long clean text', () => {
    const clean = Array.from({ length: 30 }, () => danish).join('\n')
    const mixed = mixUp('Prøven er gået godt.', 'windows-1252', 'cp850')
    expect(mended(`${clean}\n${mixed}\n${clean}`)).toBe(`${clean}\nPrøven er gået godt.\n${clean}`)
  })

  test('a line of a DOS page among clean Hebrew is no UTF-8', () => {
    const lines = [hebrew, mixUp(hebrew, 'cp862', 'windows-1252'), hebrew].join('\n')
    expect(repair(lines, packs).text).toBe([hebrew, hebrew, hebrew].join('\n'))
  })

  test.each([
    ['macroman', 'windows-1252'],
    ['windows-1252', 'cp850'],
    ['cp850', 'windows-1252'],
  ])('%s as %s in some of the lines: the others stay', (wrote, read) => {
    const lines = [danish, german, 'All is well.', danish.toUpperCase(), german]
    const mixed = lines.map((line, k) => (k % 2 === 0 ? mixUp(line, wrote, read) : line)).join('\n')
    expect(mended(mixed)).toBe(lines.join('\n'))
  })

  test('a clean word in a line that was mixed up stays', () => {
    const line = `${mixUp(danish, 'macroman', 'windows-1252')} Søren ved det også.`
    expect(mended(line)).toBe(`${danish} Søren ved det også.`)
  })
})

describe('is left as it stands', () => {
  test.each([
    danish,
    german,
    italian,
    dutch,
    english,
    hebrew,
    '┌──────┬─────┐\n│ Name │ Wert│\n├──────┼─────┤\n│ Müller│ 5 € │\n└──────┴─────┘',
    'src\n├── index.ts\n│   └── cli.ts\n└── größe.ts',
    'x ≤ y ≠ z, ∞ ∑ ∏ √2 ≈ 1,41 und π ≈ 3,14; α, β und γ; Δt = 5 µs; Ω; ∂f/∂x; f(x)=½x²',
    'Bei 25 °C ± 2 °C, § 15 Abs. 3, 10 ‰, 3½ Stunden, 5 m², Ø 25 mm, 5×5 m, ≥5',
    'Preis: £5, ¥500, 30¢, 12 €/m², €100, 50€, ±5 €',
    'iPhone®, Windows™, ©2024 Firma, Müller†, Schmidt‡ und Meier¶',
    'geht‘s noch? L‘attività della società, la firma‘s, der „‚Spiegel‘-Artikel“',
    '»›Zitat‹ im Zitat«, l’“Espresso” e l’«Unità»; un po’ più “in là”',
    'ÀÈÌÒÙ àèéìòù',
    'ÆØÅ æøå',
    'äöüß ÄÖÜ',
    'PERCHÉ NO? È COSÌ. GROßE FREUDE in ÖSTERREICH, ØRSTED og MÆRSK',
    'Jörg Müller, Øystein Åse, François, Peña Nieto, São Paulo, Łódź, Erdoğan, Dvořák, Šimić, Þór, Guðmundsdóttir',
    'Příliš žluťoučký kůň úpěl ďábelské ódy',
    'Zażółć gęślą jaźń, Wałęsa, Mińsk Mazowiecki',
    'Árvíztűrő tükörfúrógép',
    'Pijamalı hasta yağız şoföre çabucak güvendi',
    'L’ÉCOLE… À « Paris » : ça coûte 5 €, NON ? Ça va™ bien®. Les œuvres de Cézanne',
    'Það er gott veður í Reykjavík og við förum í göngutúr',
    'São João d’El-Rei não é longe; às três e à noite',
    'Le café naïve—résumé, coöperation, Brontë, vis-à-vis, 50 à 60 minuten',
    'KOM SÅ” stod der på skiltet ved ÅØ… og det var det.',
    'ב-Google של iPhone, צה״ל ו"קול" – ג׳ירפה',
    'Mr Yılmaz and Ms Işık of Altın Ltd met Aydın Kılıç.',
    'Kılavuz sayfası yardımcıları, satırında tanımı kısa bir açıklama',
    'Está escrito así, y será usuário; já calculará el resultado de la viñeta.',
    'The ferry line Nordkyst has a new terminal.\n\nLi comene a anoncî ouy on novea prodjet: vî, pî, fîve, påpî.',
    'Mr D´Silva met Ms O´Leary; l´attività, d´estate',
    'ftp://files.example/ä/ö and \\s±n',
    'Русский текст, Ελληνικά γράμματα, 日本語, 😀👩‍🚀, H₂O, 10⁻¹⁰',
  ])('%s', text => {
    expect(repairCharsetMixup(text, packs)).toEqual({ repairs: [] })
  })
})

describe('known to stay mixed up', () => {
  const left = [
    // One place is too little where it is a mark in a place that marks have.
    ['cp850', 'windows-1252', 'Domani la fabbrica riaprirà dopo tre mesi.'],
  ] as const
  for (const [wrote, read, text] of left) {
    test.fails(`${wrote} as ${read}: ${text}`, () => expect(mended(mixUp(text, wrote, read))).toBe(text))
  }
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    danish,
    italian,
    mixUp(danish, 'macroman', 'windows-1252'),
    mixUp(german, 'windows-1252', 'cp850'),
    mixUp(hebrew, 'windows-1255', 'windows-1252'),
    '\n',
    ' ',
    '‚',
    '\x92',
    'Ž',
  )
  test('replay gives the repaired text, undo the original', () => {
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 10 })
    fc.assert(
      fc.property(texts, parts => {
        const text = parts.join('')
        const { repairs } = repairCharsetMixup(text, packs)
        for (const r of repairs) expect(text.slice(r.start, r.end)).toBe(r.before)
        expect(undoRepairs(applyRepairs(text, repairs), repairs)).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  test.each(['Ž', 'ù', '…‰', 'f…r ', '\x92'])('a long line of %j takes time in proportion', unit => {
    const time = (n: number) => {
      const text = unit.repeat(n)
      const start = process.cpuUsage().user
      repairCharsetMixup(text, packs)
      return process.cpuUsage().user - start
    }
    time(2000)
    expect(time(80_000) / Math.max(time(8000), 3000)).toBeLessThan(60)
  })
})
