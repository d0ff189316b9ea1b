/** Charsets: proofs first, then how the text reads. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, UserError } from '../src/index.js'
import { charsetTable, decodeSingleByte } from '../src/text/charset.js'

const danish = 'Kære læsere, færgen sejler på lørdag, og prøven på havnen er gået rigtig godt.'
const german = 'Für die Bürgerinnen und Bürger öffnet das Museum künftig auch am späten Abend.'
const italian = 'La città è più vicina: perché l’attività della società continuerà già lunedì.'
const hebrew = 'החברה הודיעה היום על פתיחת מרכז חדש בצפון הארץ, וזאת לאחר שנים של עבודה.'

const encode = (text: string, charset: string): Uint8Array => {
  const { bytes } = charsetTable(charset)
  return Uint8Array.from([...text], char => {
    const byte = bytes.get(char)
    if (byte === undefined) throw new Error(`${charset} has no ${char}`)
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
  ])('%s: %s', (charset, text) => {
    const decoded = decode(encode(text, charset))
    expect(decoded.text).toBe(text)
    expect(decoded.evidence).toBe('statistics')
  })
})

describe('proofs', () => {
  const utf16 = Buffer.from(hebrew, 'utf16le')
  test.each([
    ['a UTF-8 mark', Buffer.from(`\ufeff${danish}`, 'utf8'), 'utf-8', 'bom', danish],
    ['UTF-8', Buffer.from(danish, 'utf8'), 'utf-8', 'valid-utf8', danish],
    ['ASCII', Buffer.from('All is well.'), 'utf-8', 'ascii', 'All is well.'],
    ['a UTF-16LE mark', Buffer.from(`\ufeff${hebrew}`, 'utf16le'), 'utf-16le', 'bom', hebrew],
    ['a UTF-16BE mark', Buffer.from(`\ufeff${hebrew}`, 'utf16le').swap16(), 'utf-16be', 'bom', hebrew],
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
    const { bytes } = charsetTable(charset)
    expect(
      [...decodeSingleByte(all, charset)].map(char => bytes.get(char)),
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
