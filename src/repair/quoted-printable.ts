/**
 * Leftovers of quoted-printable mail (RFC 2045, section 6.7): `f=C3=BCr`, `f=FCr`, `3D` behind every equals sign, and lines
 * cut by `=`. Bytes beyond ASCII that make letters show it; only a text that shows it has its other signs read too, so
 * `a=20`, a query in an address and a rule of equals signs stay. Bytes that are no UTF-8 are read as windows-1252, which
 * the repair of charset mix-ups corrects where it is wrong.
 */

import { decodeSingleByte } from '../charsets/charset.js'
import type { Repair } from '../model.js'
import { type Ground, type Pass, replaced } from './pass.js'

const ground: Ground = { kind: 'entity', evidence: 'pattern', lossy: false, confidence: 1 }

/** Bytes, and line ends that the mail cut, also between the bytes of one character. */
const SIGNS = /(?:=[0-9A-Fa-f]{2}|=[ \t]{0,3}\r?\n)+/g
const BYTE = /=([0-9A-Fa-f]{2})/g
/** Mail cuts lines at 76 characters; no cut line is so short, words being cut anywhere. */
const SHORTEST_CUT = 40
/** Without bytes, so many lines must be cut within a few columns of the limit. */
const USUAL_CUT = 71
const FEWEST_CUTS = 2
/** A single byte is a letter only beside letters, several may be a word; one alone may be chance. */
const FEWEST_SINGLE = 2
/** From here on windows-1252 has letters only, and so has windows-1255 but for a few marks. */
const FIRST_LETTER = 0xc0
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Read what is left of quoted-printable. */
export function repairQuotedPrintable(text: string): Pass {
  if (!text.includes('=')) return { repairs: [] }
  const signs = [...text.matchAll(SIGNS)].filter(match => isSign(text, match))
  if (!isShown(text, signs)) return { repairs: [] }
  return { repairs: signs.flatMap(match => readSign(text, match)) }
}

/** No address, and no rule of equals signs at the end of a line. */
function isSign(text: string, { 0: sign, index }: RegExpMatchArray): boolean {
  if (sign.startsWith('=\n') || sign.startsWith('=\r') || sign.startsWith('= ')) {
    const start = text.lastIndexOf('\n', index! - 1) + 1
    return text[index! - 1] !== '=' && index! - start >= SHORTEST_CUT
  }
  return !inAddress(text, index!)
}

/** Do bytes beyond ASCII spell letters, or were lines cut where mail cuts them? */
function isShown(text: string, signs: readonly RegExpMatchArray[]): boolean {
  let single = 0
  let cuts = 0
  for (const { 0: sign, index } of signs) {
    const bytes = bytesOf(sign)
    if (bytes.length === 0 && index! - text.lastIndexOf('\n', index! - 1) >= USUAL_CUT && ++cuts >= FEWEST_CUTS)
      return true
    if (bytes.every(byte => byte < 0x80)) continue
    if (decoded(bytes) !== null) return true
    const beside = text.slice(Math.max(0, index! - 1), index! + sign.length + 1)
    if (
      bytes.every(byte => byte >= FIRST_LETTER) &&
      sign === sign.toUpperCase() &&
      (bytes.length > 1 || /\p{Ll}=..|=..\p{Ll}/u.test(beside))
    )
      single++
    if (single >= FEWEST_SINGLE) return true
  }
  return false
}

function readSign(text: string, { 0: sign, index }: RegExpMatchArray): Repair[] {
  const bytes = bytesOf(sign)
  if (bytes.some(byte => byte === 0x7f || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13))) return []
  const meant =
    decoded(bytes) ?? (sign === sign.toUpperCase() ? decodeSingleByte(Uint8Array.from(bytes), 'windows-1252') : null)
  return meant === null ? [] : [replaced(text, index!, sign.length, meant, ground)]
}

const bytesOf = (sign: string) => Array.from(sign.matchAll(BYTE), ([, hex]) => Number.parseInt(hex!, 16))

function decoded(bytes: readonly number[]): string | null {
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/** An address reaches back to the last blank, within limits. */
const REACH = 300

function inAddress(text: string, at: number): boolean {
  let from = at
  while (from > 0 && at - from < REACH && text.charCodeAt(from - 1) > 0x20) from--
  return /https?:\/\/|www\.|[?&]\w{1,40}$/i.test(text.slice(from, at))
}
