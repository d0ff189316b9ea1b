/** Repair of characters: what it mends, what it must leave, and its laws. All texts are made up. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charsetTable, decodeSingleByte } from '../src/charsets/charset.js'
import { applyRepairs, repair, undoRepairs } from '../src/index.js'

const readAs = (text: string, charset: string) => decodeSingleByte(Buffer.from(text, 'utf8'), charset)
const danish = 'Færgen ”Ærø” sejler på lørdag – og prøven er gået godt.'
const italian = 'La città è più vicina: perché l’attività “nuova” continuerà già lunedì.'
const german = 'Die „Große Halle“ öffnet für die Bürger schon am späten Abend – früher als üblich.'
const hebrew = 'החברה הודיעה היום על פתיחת מרכז חדש בצפון הארץ – וזאת לאחר "שנים" של עבודה.'

describe('UTF-8 read in a single-byte charset comes back whole', () => {
  const charsets = ['windows-1252', 'windows-1250', 'macroman', 'cp437', 'cp850', 'windows-1255', 'iso-8859-2']
  const cases = charsets.flatMap(charset => [danish, italian, german, hebrew].map(text => [charset, text] as const))
  test.each(cases)('%s: %s', (charset, text) => {
    const result = repair(readAs(text, charset))
    expect(result.text).toBe(text)
    expect(result.repairs.every(r => r.kind === 'mojibake' && !r.lossy)).toBe(true)
  })

  test('twice, and three times', () => {
    const twice = readAs(readAs(italian, 'windows-1252'), 'windows-1252')
    expect(repair(twice).text).toBe(italian)
    expect(repair(readAs(twice, 'windows-1252')).text).toBe(italian)
  })

  test('clean and broken lines in one text', () => {
    expect(repair(`${italian}\n${readAs(danish, 'windows-1252')}\n${german}`).text).toBe(
      `${italian}\n${danish}\n${german}`,
    )
  })
})

describe('opening quotation marks that became a question mark', () => {
  test.each([
    ['de', 'Das neue?Haus am Kanal" öffnet im Mai.', 'Das neue „Haus am Kanal" öffnet im Mai.'],
    ['de', 'Die Schau (?Licht und Luft") läuft noch.', 'Die Schau („Licht und Luft") läuft noch.'],
    ['de', '?Wir bauen weiter", sagte die Chefin der Werft.', '„Wir bauen weiter", sagte die Chefin der Werft.'],
    [
      'de',
      'Die Initiative?Ost trifft\n\nWest" beginnt, und die?Go Nord"-Reihe auch.',
      'Die Initiative „Ost trifft\n\nWest" beginnt, und die „Go Nord"-Reihe auch.',
    ],
    [
      'da',
      'Det nye?Hus ved kanalen" åbner i maj, og det er godt.',
      'Det nye ”Hus ved kanalen" åbner i maj, og det er godt.',
    ],
    ['de', 'Ein CO?-neutrales Werk mit dem Namen?Aurora".', 'Ein CO₂-neutrales Werk mit dem Namen „Aurora".'],
    ['en', 'The H?O sensor measures CO? levels.', 'The H₂O sensor measures CO₂ levels.'],
  ])('%s: %s', (language, before, after) => {
    expect(repair(before, { language }).text).toBe(after)
  })

  test('a letter where only one makes a word', () => {
    expect(repair('Wir m?chten f?r die Kinder etwas tun.', { language: 'de' }).text).toBe(
      'Wir möchten für die Kinder etwas tun.',
    )
  })
})

describe('mojibake that was printed and scanned', () => {
  const scanned = [
    'La??azienda ha presentato un &??progetto pilotaa?s della citta. Il piano A" nato nella??area di Livorno a??',
    'una novitA per questa??anno a?? e 1a??unico impianto aperto giA oggi. CosA- il flume resta pulito, e piAl',
    'sicuro: la qualitA , spiega |a??impresa, A" alta. Il 3A° lotto parte ora.',
  ].join('\n')
  const meant = [
    'L’azienda ha presentato un “progetto pilota” della citta. Il piano è nato nell’area di Livorno –',
    'una novità per quest’anno – e l’unico impianto aperto già oggi. Così il fiume resta pulito, e più',
    'sicuro: la qualità, spiega l’impresa, è alta. Il 3° lotto parte ora.',
  ].join('\n')

  test('is read by shape, grammar and words', () => {
    const result = repair(scanned)
    expect(result.text).toBe(meant)
    expect(result.repairs.every(r => r.lossy && r.confidence < 1)).toBe(true)
  })

  test('needs the text as a whole to show the damage', () => {
    for (const text of [
      'Ma cosa a?? Non lo so.',
      'Al mercato, A "parte" il resto, si va in auto.',
      'Il vitaminaA di ieri.',
    ]) {
      expect(repair(text, { language: 'it' }).text).toBe(text)
    }
  })
})

describe('clean text is never touched', () => {
  test.each([
    danish,
    italian,
    german,
    hebrew,
    'Was ist neu? Vieles! "Warum nicht?", fragte sie. Und wer zahlt?',
    'Siehe https://example.org/suche?q=haus&l=de oder https://example.org/a?b"c" und mehr dazu.',
    'KOM SÅ” stod der på skiltet ved ÅØ… og det var det.',
    'L’ÉCOLE… À « Paris » : ça coûte 5 €, NON ? Ça va™ bien®.',
    'דו"חות של צה"ל ו"קול ישראל" – מ"מ, ל"פסיפס" וג\'ירפה. האם זה נכון?',
    'Die USA, CO2 und H2O, m2 und 220.000 km; 15° C; A/S; AB, A 4, Typ A".',
    'Really?? Yes!! “Why?”—asked “he”. ‘No’ said it’s 5\'3".',
    'Straße, Größe, Ærø, smørrebrød, naïef, reëel, één, perché, così.',
    '😀 𝒳 and 𠮷 stay, with a ZWJ 👩‍🚀 too.',
    'col1\tcol2\r\n1\t2\r\n\f3',
    'Warum?Weil es geht. (Tippfehler bleiben.)',
    'C’est “vrai”? “Sì”, disse. „So“, sagte er; ”Ja”, sagde hun.',
  ])('%s', text => {
    expect(repair(text)).toEqual({ text, repairs: [], unrepaired: [] })
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    danish,
    italian,
    german,
    hebrew,
    'a??',
    'A"',
    ' ?Haus"',
    'â€™',
    'Ã©',
    'Ã ',
    '\0',
    '\ufffd',
    '\n\n',
    '?',
    'CO?',
    '"',
    'x',
    '×',
    '׳',
  )
  const damaged = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
    .map(parts => parts.join(''))

  test('replay gives the repaired text, undo the original', () => {
    fc.assert(
      fc.property(damaged, text => {
        const result = repair(text)
        expect(applyRepairs(text, result.repairs)).toBe(result.text)
        expect(undoRepairs(result.text, result.repairs)).toBe(text)
        for (const u of result.unrepaired) expect(text.slice(u.start, u.end)).toBe(u.text)
      }),
      { numRuns: 500 },
    )
  })

  test('controls are taken out and logged', () => {
    const result = repair('a\0b\x07c')
    expect(result.text).toBe('abc')
    expect(result.repairs.map(r => r.kind)).toEqual(['control', 'control'])
  })

  test.each(['â€', 'a??', 'Ã', '?x"', 'A"', '\0', '×'])('a long line of %j takes time in proportion', unit => {
    const time = (n: number) => {
      const text = unit.repeat(n)
      const start = process.cpuUsage().user
      repair(text, { language: 'it' })
      return process.cpuUsage().user - start
    }
    time(2000)
    expect(time(80_000) / Math.max(time(8000), 3000)).toBeLessThan(60)
  })
})

test('every character has a byte in at most one place of a table', () => {
  const { chars } = charsetTable('windows-1252')
  expect(new Set(chars).size).toBe(256)
})
