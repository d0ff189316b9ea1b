/** Charsets: proofs first, then how the text reads. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charsetTable, decodeSingleByte } from '../src/charsets/charset.js'
import { decode, UserError } from '../src/index.js'

const danish = 'Kære læsere, færgen sejler på lørdag, og prøven på havnen er gået rigtig godt.'
const german = 'Für die Bürgerinnen und Bürger öffnet das Museum künftig auch am späten Abend.'
const italian = 'La città è più vicina: perché l’attività della società continuerà già lunedì.'
const hebrew = 'החברה הודיעה היום על פתיחת מרכז חדש בצפון הארץ, וזאת לאחר שנים של עבודה.'

const encode = (text: string, charset: string): Uint8Array => {
  const { byteOf } = charsetTable(charset)
  return Uint8Array.from([...text], char => {
    const byte = byteOf[char.charCodeAt(0)]!
    if (byte === 0) throw new Error(`${charset} has no ${char}`)
    return byte
  })
}

describe('single-byte charsets are told apart by how the text reads', () => {
  test.each([
    ['windows-1252', german],
    ['windows-1252', italian],
    ['macroman', italian],
    ['macroman', german],
    ['cp850', danish],
    ['windows-1255', hebrew],
    ['cp862', hebrew],
    ['windows-1252', danish],
    ['macroman', danish],
    ['cp850', german],
    ['cp850', italian.replaceAll('’', "'")],
    ['cp437', german],
    ['iso-8859-8', hebrew],
  ])('%s: %s', (charset, text) => {
    const decoded = decode(encode(text, charset))
    expect(decoded.text).toBe(text)
    expect(decoded.evidence).toBe('statistics')
  })
})

describe('a single character decides', () => {
  const cases = [
    ['a letter', ['windows-1252', 'macroman', 'cp850', 'cp437'], 'The new office is run by Jörg Becker and his team.'],
    ['a letter at a word end', ['windows-1252', 'macroman', 'cp850'], 'Domani la fabbrica riaprirà dopo tre mesi.'],
    ['capitals', ['windows-1252', 'macroman', 'cp850'], 'NEUE BRÜCKE IM HAFEN ENDLICH FREIGEGEBEN'],
    ['an apostrophe', ['windows-1252', 'macroman'], 'It was the farmer’s own idea to open the barn.'],
    ['quotation marks', ['windows-1252', 'macroman'], 'They call it “the quiet mile” and walk it every day.'],
    ['a dash', ['windows-1252', 'macroman'], 'The bridge is closed – and will stay so until May.'],
    ['a euro sign', ['windows-1252', 'iso-8859-15', 'macroman'], 'The tickets cost €25 at the door on the day.'],
    [
      'a word of one letter',
      ['windows-1252', 'macroman', 'cp850'],
      'Het duurt nog 40 à 50 minuten voor de trein er is.',
    ],
    ['a no-break space', ['windows-1252'], 'The price rose by 20\u00a0% in a year.'],
    ['a degree sign', ['windows-1252', 'macroman', 'cp850'], 'At noon it was 31 °C in the shade of the old tree.'],
    ['gershayim', ['windows-1255'], 'החברה הודיעה על הסכם עם צה“ל בשבוע שעבר.'],
  ].flatMap(([what, charsets, text]) => (charsets as string[]).map(c => [what as string, c, text as string] as const))
  test.each(cases)('%s: %s: %s', (_, charset, text) => {
    expect(decode(encode(text, charset)).text).toBe(text)
  })
})

describe('known to come out wrong', () => {
  const wrong = [
    // What is a name and what is a slip of the keyboard no list tells.
    ['windows-1252', 'Il programma é quasi pronto.'],
    ['cp850', 'The prize went to Loïc Terrier.'],
  ] as const
  for (const [charset, text] of wrong) {
    test.fails(`${charset}: ${text}`, () => expect(decode(encode(text, charset)).text).toBe(text))
  }
})

describe('proofs', () => {
  const utf16 = Buffer.from(hebrew, 'utf16le')
  const utf32 = (text: string) => Buffer.from(Uint32Array.from(text, char => char.codePointAt(0)!).buffer)
  test.each([
    ['a UTF-8 mark', Buffer.from(`\ufeff${danish}`, 'utf8'), 'utf-8', 'bom', danish],
    ['UTF-8', Buffer.from(danish, 'utf8'), 'utf-8', 'valid-utf8', danish],
    ['ASCII', Buffer.from('All is well.'), 'utf-8', 'ascii', 'All is well.'],
    ['a UTF-16LE mark', Buffer.from(`\ufeff${hebrew}`, 'utf16le'), 'utf-16le', 'bom', hebrew],
    ['a UTF-16BE mark', Buffer.from(`\ufeff${hebrew}`, 'utf16le').swap16(), 'utf-16be', 'bom', hebrew],
    ['a UTF-32LE mark', utf32(`\ufeff${hebrew}`), 'utf-32le', 'bom', hebrew],
    ['a UTF-32BE mark', utf32(`\ufeff${danish}`).swap32(), 'utf-32be', 'bom', danish],
    ['UTF-16LE without a mark', utf16, 'utf-16le', 'utf16-pattern', hebrew],
    ['UTF-16BE without a mark', Buffer.from(danish, 'utf16le').swap16(), 'utf-16be', 'utf16-pattern', danish],
    ['nothing', Buffer.alloc(0), 'utf-8', 'ascii', ''],
  ])('%s', (_, bytes, charset, evidence, text) => {
    expect(decode(bytes)).toEqual({ text, charset, evidence })
  })
})

test('a UTF-8 file with a stray byte stays UTF-8, and the byte is kept', () => {
  const bytes = Buffer.concat([Buffer.from(`${danish} `), Buffer.from([0x96]), Buffer.from(` ${danish}`)])
  expect(decode(bytes)).toEqual({ text: `${danish} – ${danish}`, charset: 'utf-8', evidence: 'statistics' })
})

describe('UTF-8 that was cut', () => {
  const bytes = Buffer.from(danish, 'utf8')
  const at = bytes.indexOf(0xc3)
  test.each([
    ['at the end', bytes.subarray(0, bytes.lastIndexOf(0xc3) + 1)],
    ['at the beginning', bytes.subarray(at + 1)],
  ])('%s stays UTF-8', (_, cut) => {
    const decoded = decode(cut)
    expect(decoded.charset).toBe('utf-8')
    expect(decoded.text).toContain('sejler på lørdag')
  })

  test('UTF-8 and windows-1252 in one file', () => {
    const both = Buffer.concat([Buffer.from(`${danish}\n${italian}\n`, 'utf8'), encode(danish, 'windows-1252')])
    expect(decode(both).text).toBe(`${danish}\n${italian}\n${danish}`)
  })

  test('a capital and a mark of windows-1252 are no UTF-8', () => {
    const text = 'UN GIORNO IN PIÙ… e poi si torna a casa'
    expect(decode(encode(text, 'windows-1252')).text).toBe(text)
  })

  test('a letter at the very end is no cut', () => {
    const text = 'Il treno per la città'
    expect(decode(encode(text, 'windows-1252')).text).toBe(text)
  })
})

test.each(['שלום', 'אב', 'Hi', 'På', '“Ja”'])('short UTF-16 without a mark: %s', text => {
  expect(decode(Buffer.from(text, 'utf16le')).text).toBe(text)
  expect(decode(Buffer.from(text, 'utf16le').swap16()).text).toBe(text)
})

test('the five undefined bytes of windows-1252 are C1 controls and come back', () => {
  const bytes = Uint8Array.from([0x81, 0x8d, 0x8f, 0x90, 0x9d])
  expect(decodeSingleByte(bytes, 'windows-1252')).toBe('\x81\x8d\x8f\x90\x9d')
})

test('every single-byte table is a round trip', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (const charset of [
    'windows-1252',
    'windows-1255',
    'windows-1250',
    'iso-8859-8',
    'iso-8859-15',
    'macroman',
    'cp437',
    'cp850',
    'cp862',
  ]) {
    const { byteOf } = charsetTable(charset)
    expect(
      [...decodeSingleByte(all, charset)].map(char => byteOf[char.charCodeAt(0)]),
      charset,
    ).toEqual([...all])
  }
})

test('a given charset is used as it is', () => {
  expect(decode(encode(danish, 'cp850'), { charset: 'CP850' })).toEqual({
    text: danish,
    charset: 'cp850',
    evidence: 'given',
  })
  expect(() => decode(Buffer.from('x'), { charset: 'klingon' })).toThrow(UserError)
})

test('no bytes throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => typeof decode(bytes).text === 'string'),
    { numRuns: 1000 },
  )
})
