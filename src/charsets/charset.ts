/**
 * Charset tables. Single-byte charsets are strict tables of 256 characters, built once from iconv-lite: a byte without
 * a character stands for the same-numbered code point (a C1 control, as browsers read it), and a character without a
 * byte is refused. iconv-lite itself gives U+FFFD for the one and `?` or 9D for the other, which silently spoils a
 * round trip; `TextDecoder('windows-1252')` decodes as latin-1 in several Node releases. Neither is used here.
 */
import iconv from 'iconv-lite'

export interface CharsetTable {
  /** The character of each byte. */
  readonly chars: string
  /**
   * The byte of each character, by UTF-16 code unit, 0 where there is none; for the C1 range also where the charset gives
   * the byte another character.
   */
  readonly byteOf: Uint8Array
}

/** Every name of a charset of texts, in lower case and without hyphens; any spelling of them is understood. */
export function charsetNames(): string[] {
  iconv.encodingExists('utf8') // the list is read with the first look
  return Object.keys(iconv.encodings ?? {})
    .filter(name => !name.startsWith('_') && charsetExists(name))
    .sort()
}

/** What iconv-lite has otherwise than Apple's own table (ROMAN.TXT, since 1998): the euro sign, above all. */
const AMENDED: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  macroman: { 189: '\u03a9', 219: '€', 240: '\uf8ff' },
}

const tables = new Map<string, CharsetTable>()

/** Is it a charset of texts that iconv-lite knows? Its `hex` and `base64` are none. */
export const charsetExists = (name: string): boolean => !NOT_OF_TEXTS.test(name) && iconv.encodingExists(name)

const NOT_OF_TEXTS = /^(hex|base64|binary|utf-?7.*|internal|cesu-?8)$/i

/** The table of a single-byte charset, by its iconv-lite name. */
export function charsetTable(name: string): CharsetTable {
  const cached = tables.get(name)
  if (cached) return cached
  const amended = AMENDED[name.toLowerCase()] ?? {}
  const known = Array.from({ length: 256 }, (_, byte) => amended[byte] ?? iconv.decode(Buffer.from([byte]), name))
  const chars = known.map((char, byte) => (char !== '\ufffd' && char.length === 1 ? char : hole(byte, known))).join('')
  const byteOf = new Uint8Array(0x10000)
  for (let byte = 0x80; byte <= 0x9f; byte++) byteOf[byte] = byte
  for (let byte = 0; byte < 256; byte++) byteOf[chars.charCodeAt(byte)] = byte
  const table = { chars, byteOf }
  tables.set(name, table)
  return table
}

/** What a byte without a character stands for; where another byte has that character, U+F700 + byte (as in x-user-defined). */
function hole(byte: number, known: readonly string[]): string {
  const same = String.fromCharCode(byte)
  return known.includes(same) ? String.fromCharCode(0xf700 + byte) : same
}

/** Decode bytes in a single-byte charset, one character a byte. */
export function decodeSingleByte(bytes: Uint8Array, name: string): string {
  const { chars } = charsetTable(name)
  const codes = Uint16Array.from({ length: 256 }, (_, byte) => chars.charCodeAt(byte))
  const units = new Uint16Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) units[i] = codes[bytes[i]!]!
  return Buffer.from(units.buffer).toString('utf16le')
}

/** Decode bytes as UTF-8; null where they are not. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Decode UTF-16 without a mark. An odd last byte is kept as a character of its own, so that nothing is lost. */
export function decodeUtf16(bytes: Uint8Array, charset: 'utf-16le' | 'utf-16be'): string {
  const even = bytes.length & ~1
  const buffer = Buffer.from(bytes.subarray(0, even))
  const text = (charset === 'utf-16le' ? buffer : buffer.swap16()).toString('utf16le')
  return even === bytes.length ? text : text + String.fromCharCode(bytes[even]!)
}

/** Decode with any charset that iconv-lite knows; single-byte ones by their strict table. Never throws for known names. */
export function decodeAs(bytes: Uint8Array, name: string): string {
  if (isSingleByte(name)) return decodeSingleByte(bytes, name)
  const utf16 = /^(?:utf-?16|ucs-?2)(le|be)?$/i.exec(name)
  if (utf16) {
    const isBigEndian = utf16[1]?.toLowerCase() === 'be' || (!utf16[1] && bytes[0] === 0xfe && bytes[1] === 0xff)
    return decodeUtf16(bytes, isBigEndian ? 'utf-16be' : 'utf-16le')
  }
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { stripBOM: false })
}

function isSingleByte(name: string): boolean {
  return /^(windows-?125\d|win125\d|cp(125\d|437|8\d\d|866|874)|iso-?8859-?\d+|latin-?\d+|mac\w+|koi8-\w+|us-?ascii|ascii)$/i.test(
    name,
  )
}
