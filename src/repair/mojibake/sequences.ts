/**
 * UTF-8 sequences in text that was read in a single-byte charset: characters that turn back into the bytes of one
 * well-formed sequence (Unicode, table 3-7). One scan finds, for all charsets at once, the places where a character
 * that can be a lead stands before one that can be a trailing byte; only there are sequences put together. Text
 * without such a place, which is nearly every clean text, costs one look at each character above 7F.
 *
 *     // > | perchÃ© lâ€™energia
 *     //         ^^  ^^^            C3 A9 -> é, E2 80 99 -> ’
 */
import { type CharsetTable, charsetTable } from '../../charsets/charset.js'

/** Charsets that UTF-8 is read in, the usual one first; at equal evidence the earlier wins. Latin-1 is in the first. */
export const READ_AS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macroman',
  'cp437',
  'cp850',
  'windows-1255',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
] as const

/** `length` characters at `start` are the bytes of `code`. */
export interface Sequence {
  readonly start: number
  readonly length: number
  readonly code: number
}

/** The sequences of a text in one charset, by place, not overlapping. */
export interface Reading {
  readonly charset: number
  readonly table: CharsetTable
  readonly sequences: readonly Sequence[]
}

interface Masks {
  readonly tables: readonly CharsetTable[]
  /** By UTF-16 code unit: the charsets, as bits, in which the character is a lead (C2 to F4). */
  readonly lead: Uint16Array
  /** The charsets in which it is a trailing byte (80 to BF). */
  readonly trail: Uint16Array
}

/** Characters that tables of one charset disagree on: Greek letters and the signs that look like them. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  macroman: ['\u03a9\u2126', '\u0394\u2206', '\u03bc\u00b5', '\u20ac\u00a4'],
  cp437: ['\u03b2\u00df', '\u03bc\u00b5', '\u2126\u03a9'],
}

function withAliases(table: CharsetTable, pairs: readonly string[]): CharsetTable {
  if (pairs.length === 0) return table
  const byteOf = table.byteOf.slice()
  for (const pair of pairs) {
    const [x, y] = [pair.charCodeAt(0), pair.charCodeAt(1)]
    if (byteOf[x] === 0) byteOf[x] = byteOf[y]!
    if (byteOf[y] === 0) byteOf[y] = byteOf[x]!
  }
  return { ...table, byteOf }
}

const C1 = Array.from({ length: 32 }, (_, k) => String.fromCharCode(0x80 + k)).join('')

let built: Masks | undefined

function masks(): Masks {
  if (built) return built
  const tables = READ_AS.map(name => withAliases(charsetTable(name), ALIASES[name] ?? []))
  const lead = new Uint16Array(0x10000)
  const trail = new Uint16Array(0x10000)
  for (const [k, { byteOf, chars }] of tables.entries()) {
    for (const char of C1 + chars + (ALIASES[READ_AS[k]!] ?? []).join('')) {
      const code = char.charCodeAt(0)
      const byte = code < 0x80 ? 0 : byteOf[code]!
      if (byte >= 0xc2 && byte <= 0xf4) lead[code]! |= 1 << k
      else if (byte >= 0x80 && byte <= 0xbf) trail[code]! |= 1 << k
    }
  }
  built = { tables, lead, trail }
  return built
}

/** windows-1254 differs from windows-1252 in six leads: it is read only where one of them leads a sequence. */
const WESTERN = READ_AS.indexOf('windows-1252')
const TURKISH = READ_AS.indexOf('windows-1254')

/** Every charset's sequences; a charset without any is left out. */
export function readingsOf(text: string): Reading[] {
  const { tables } = masks()
  const found = scan(text, 1 << TURKISH)
  if (found[TURKISH]!.length > 0) found[TURKISH] = scan(text, 0, 1 << TURKISH)[TURKISH]!
  return found.flatMap((sequences, charset) =>
    sequences.length > 0 ? [{ charset, table: tables[charset]!, sequences }] : [],
  )
}

/** Sequences by charset. `unless` is a charset that is not asked where windows-1252 has a sequence. */
function scan(text: string, unless: number, only = ~0): Sequence[][] {
  const { tables, lead, trail } = masks()
  const found: Sequence[][] = tables.map(() => [])
  const ends = new Float64Array(tables.length)
  for (let i = 0; i + 1 < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    const next = text.charCodeAt(i + 1)
    if (next < 0x80) {
      i++
      continue
    }
    let both = lead[code]! & trail[next]! & only
    for (; both !== 0; both &= both - 1) {
      const k = 31 - Math.clz32(both & -both)
      if (i < ends[k]!) continue
      const sequence = sequenceAt(text, i, tables[k]!.byteOf)
      if (!sequence) continue
      found[k]!.push(sequence)
      ends[k] = i + sequence.length
      if (k === WESTERN) both &= ~unless
    }
  }
  return found
}

/** The sequence that begins at a place; null where the bytes are none, or of no character that texts have. */
function sequenceAt(text: string, start: number, byteOf: Uint8Array): Sequence | null {
  const lead = byteOf[text.charCodeAt(start)]!
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (start + length > text.length) return null
  let code = lead & (0x7f >> length)
  for (let k = 1; k < length; k++) {
    const byte = byteOf[text.charCodeAt(start + k)]!
    if ((byte & 0xc0) !== 0x80) return null
    code = (code << 6) | (byte & 0x3f)
  }
  if (code >= 0xd800 && code < 0xdc00) return surrogatesAt(text, start, code, byteOf)
  return isShortest(code, length) && isMeant(code) ? { start, length, code } : null
}

/** CESU-8: a high and a low surrogate, each written as three bytes. */
function surrogatesAt(text: string, start: number, high: number, byteOf: Uint8Array): Sequence | null {
  const byte = (k: number) => byteOf[text.charCodeAt(start + k)] ?? 0
  if (byte(3) !== 0xed || byte(4) < 0xb0 || byte(4) > 0xbf || (byte(5) & 0xc0) !== 0x80) return null
  const code = 0x10000 + ((high & 0x3ff) << 10) + ((byte(4) & 0xf) << 6) + (byte(5) & 0x3f)
  return isMeant(code) ? { start, length: 6, code } : null
}

const isShortest = (code: number, length: number) =>
  code >= (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000) && code <= 0x10ffff && (code & 0xf800) !== 0xd800

/** By code point below 10000, once asked: 1 meant, 2 not. */
const meant = new Uint8Array(0x10000)

/** A character that texts have; C1 controls may be mojibake once more. */
function isMeant(code: number): boolean {
  const known = meant[code]
  if (known) return known === 1
  const good = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cf}\u2028\uf8ff\x80-\x9f]$/u.test(String.fromCodePoint(code))
  if (code < 0x10000) meant[code] = good ? 1 : 2
  return good
}
