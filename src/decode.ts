/**
 * From bytes to text. A byte order mark, strict UTF-8 and the zero pattern of UTF-16 are proofs, or nearly; what is
 * left are single-byte charsets, which are told apart by how well the text reads in one of the languages: every word
 * that holds a byte above 7F is looked at in each charset a language's texts come in. Texts with very few such words
 * stay uncertain, and the evidence says so. Visual Hebrew stays visual here: reordering is a repair.
 */

import { charsetTable, decodeAs, decodeSingleByte, decodeUtf8, decodeUtf16 } from './charsets/charset.js'
import { chooseCharset } from './charsets/charset-choice.js'
import type { LanguagePack } from './languages/pack.js'
import type { Decoded } from './model.js'

/** UTF-16 without a mark: so large a share of one parity's bytes must be 00 (Latin), 05 (Hebrew) or 20 (punctuation). */
const UTF16_HIGH_BYTE_SHARE = 0.9
/** The other parity, the low bytes, hold hardly any 00. */
const UTF16_LOW_ZERO_SHARE = 0.1
/** Broken UTF-8 is still UTF-8 where whole sequences outnumber stray bytes so many times. */
const UTF8_SEQUENCES_PER_STRAY = 3
/** More sequences than this do not come about by chance: then it is enough if they are as many as the stray bytes. */
const UTF8_CHANCE = 4
/** Bytes of a sequence that a cut may leave at either end of the file. */
const CUT_OFF = 3
/** A capital and a mark of windows-1252 that happen to be one sequence (`PIÙ…`): a lone letter of a script apart. */
const ACCIDENT = /^[\0-\x7f]*[A-Za-z][\u0180-\u02af\u0591-\u05af\u0600-\u07ff][\0-\x7f]*$/
/** The best reading is so much likelier than any that gives another text, and a stretch of it no less likely (natural logarithms). */
const MARGIN_NEEDED = 1
const MEAN_NEEDED = -40
/** Bytes looked at for the pattern of UTF-16. */
const SAMPLE_BYTES = 4 << 20
const FALLBACK = 'windows-1252'

/** Decode bytes; never throws. `charset`, where given, is used as it is (a byte order mark is still taken off). */
export function decode(bytes: Uint8Array, packs: readonly LanguagePack[], charset?: string): Decoded {
  if (charset !== undefined) {
    return { text: withoutMark(decodeAs(bytes, charset)), charset: charset.toLowerCase(), evidence: 'given' }
  }
  return decodeMarked(bytes) ?? decodeUtf16Unmarked(bytes) ?? decodeByText(bytes, packs)
}

const withoutMark = (text: string) => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  const wide =
    a === 0xff && b === 0xfe && c === 0 && d === 0
      ? 'utf-32le'
      : a === 0 && b === 0 && c === 0xfe && d === 0xff
        ? 'utf-32be'
        : null
  if (wide) return { text: withoutMark(decodeAs(bytes, wide)), charset: wide, evidence: 'bom' }
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return {
      text: decodeUtf8(bytes.subarray(3)) ?? decodeBrokenUtf8(bytes.subarray(3)).text,
      charset: 'utf-8',
      evidence: 'bom',
    }
  }
  const charset = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  return charset && { text: decodeUtf16(bytes.subarray(2), charset), charset, evidence: 'bom' }
}

function decodeUtf16Unmarked(bytes: Uint8Array): Decoded | null {
  const length = Math.min(bytes.length & ~1, SAMPLE_BYTES)
  if (length < 4) return null
  const high = [0, 0]
  const zero = [0, 0]
  const five = [0, 0]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0) zero[i & 1]!++
    if (byte === 5) five[i & 1]!++
    if (byte === 0 || byte === 5 || byte === 0x20) high[i & 1]!++
  }
  const half = length / 2
  const parity = [0, 1].find(
    p =>
      high[p]! > half * UTF16_HIGH_BYTE_SHARE && zero[p]! + five[p]! > 0 && zero[1 - p]! < half * UTF16_LOW_ZERO_SHARE,
  )
  if (parity === undefined) return null
  const charset = parity === 1 ? 'utf-16le' : 'utf-16be'
  return { text: decodeUtf16(bytes, charset), charset, evidence: 'utf16-pattern' }
}

function decodeByText(bytes: Uint8Array, packs: readonly LanguagePack[]): Decoded {
  const text = decodeUtf8(bytes)
  if (text !== null && !(bytes.length - text.length === 1 && ACCIDENT.test(text))) {
    return { text, charset: 'utf-8', evidence: text.length === bytes.length ? 'ascii' : 'valid-utf8' }
  }
  const broken = text === null ? decodeBrokenUtf8(bytes) : null
  if (broken && isMostlyUtf8(broken.sequences, broken.strays)) {
    return { text: broken.text, charset: 'utf-8', evidence: 'statistics' }
  }
  const best = chooseCharset(bytes, packs)
  const charset = best?.charset ?? FALLBACK
  const sure = best !== null && best.margin > MARGIN_NEEDED && best.mean > MEAN_NEEDED
  return { text: decodeSingleByte(bytes, charset), charset, evidence: sure ? 'statistics' : 'fallback' }
}

function isMostlyUtf8(sequences: number, strays: number): boolean {
  const perStray = sequences > UTF8_CHANCE ? 1 : UTF8_SEQUENCES_PER_STRAY
  return sequences > 0 && sequences >= strays * perStray
}

/** UTF-8 with stray bytes, each read as windows-1252: a file cut off in a character, or put together from two. */
function decodeBrokenUtf8(bytes: Uint8Array): { text: string; sequences: number; strays: number } {
  const { chars } = charsetTable(FALLBACK)
  const out: string[] = []
  let sequences = 0
  let strays = 0
  let from = 0
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i)
    if (length > 0) {
      if (length > 1) sequences++
      i += length
      continue
    }
    if (!isCutOff(bytes, i)) strays++
    out.push(Buffer.from(bytes.subarray(from, i)).toString('utf8'), chars[bytes[i]!]!)
    i++
    from = i
  }
  out.push(Buffer.from(bytes.subarray(from)).toString('utf8'))
  return { text: out.join(''), sequences, strays }
}

/** Is the byte of a sequence that was cut at the beginning or the end of the file? */
function isCutOff(bytes: Uint8Array, i: number): boolean {
  const isTail = (byte: number) => (byte & 0xc0) === 0x80
  if (i < CUT_OFF && bytes.subarray(0, i + 1).every(isTail)) return true
  if (i < bytes.length - CUT_OFF) return false
  const cut = bytes.subarray(i)
  return cut.length > 0 && cut.subarray(1).every(isTail) && (isTail(cut[0]!) || cut[0]! >= 0xc2)
}

/** Length of the well-formed UTF-8 sequence at `i` (Unicode, table 3-7); 0 where there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  for (let k = 1; k < length; k++) {
    const byte = bytes[i + k]
    if (byte === undefined || (byte & 0xc0) !== 0x80) return 0
  }
  const second = bytes[i + 1] ?? 0
  const outside =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f)
  return outside ? 0 : length
}
