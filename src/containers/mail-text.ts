/**
 * The text of a part of a mail, in the bytes that were sent: lines that the mailer broke are joined (RFC 3676), and the charset
 * is the one that the part states, unless its bytes cannot be in it.
 */
import { charsetExists, decodeUtf8 } from '../charsets/charset.js'
import { decoderOf } from './decoded-markup.js'
import { withoutTags } from './item-text.js'
import type { MimePart } from './mime-part.js'

/** Both break lines and delete blanks in ASCII, which these charsets do not share. */
const WIDE = /^utf-?(?:16|32)|^ucs/i
/** Logical and visual order are no matter of the bytes. */
const ORDERED_HEBREW = /^iso-8859-8-[ie]$/

/** The bytes of a part, with the lines of `format=flowed` joined. */
export function unflowed(part: MimePart): Uint8Array {
  const { params } = part.contentType.parsed
  const bytes = Buffer.from(part.content!)
  if (params.format?.toLowerCase() !== 'flowed' || WIDE.test(params.charset ?? '')) return bytes
  const text = part.decodeFlowedText(bytes.toString('latin1'), params.delsp?.toLowerCase() === 'yes')
  return Buffer.from(text, 'latin1')
}

/** The charset that a part states, by its common name; undefined where it states none that can be true. */
export function charsetOf(part: MimePart, bytes: Uint8Array): string | undefined {
  const stated = part.contentType.parsed.params.charset?.trim().toLowerCase()
  if (!stated || /^(?:us-)?ascii$/.test(stated)) return undefined
  const name = (decoderOf(stated)?.encoding ?? stated).replace(ORDERED_HEBREW, 'iso-8859-8')
  if (name === 'utf-8' && decodeUtf8(bytes) === null) return undefined
  return charsetExists(name) ? name : undefined
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi
/** What these elements hold is not shown. */
const UNSEEN = ['head', 'script', 'style'] as const

/** How many letters a text shows to a reader, addresses aside. */
export function lettersOf(text: string, isHtml: boolean): number {
  const shown = isHtml ? withoutTags(UNSEEN.reduce(withoutElements, text)) : text
  return shown.replace(ADDRESS, '').replace(/\P{L}+/gu, '').length
}

function withoutElements(html: string, name: string): string {
  const begin = new RegExp(`<${name}(?=[\\s/>])`, 'gi')
  const close = new RegExp(`</${name}(?=[\\s>])`, 'gi')
  const kept: string[] = []
  let at = 0
  for (let found = begin.exec(html); found !== null; found = begin.exec(html)) {
    kept.push(html.slice(at, found.index))
    close.lastIndex = found.index
    at = close.exec(html)?.index ?? html.length
    begin.lastIndex = at
  }
  return kept.join('') + html.slice(at)
}
