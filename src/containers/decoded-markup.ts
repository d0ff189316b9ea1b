/**
 * XML and JSON as text. Both are UTF-8 unless a byte order mark or the XML declaration says otherwise. What says UTF-8 and is
 * not is read as windows-1252, which loses no byte that it knows; such a text shows its damage to the repair.
 */
import { decodeUtf8 } from '../charsets/charset.js'

const DECLARED = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/

/** The text, without a byte order mark. */
export function decodedMarkup(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes)
  const head = Buffer.from(bytes.subarray(0, DECLARATION)).toString('latin1')
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase()
  const named = declared === undefined || declared.startsWith('utf') ? null : decoderOf(declared)
  if (named !== null) return named.decode(bytes)
  return (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)).replace(/^\uFEFF/, '')
}

/** The declaration is the first thing of a file. */
const DECLARATION = 256

/** The UTF-16 of bytes that begin with a mark, or with a character of ASCII; null for others. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && first !== 0 && bytes[3] === 0) return 'utf-16le'
  return first === 0 && second !== 0 && bytes[2] === 0 && bytes[3] !== 0 ? 'utf-16be' : null
}

/** A decoder for a charset by any of its names; null for an unknown one. */
export function decoderOf(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
