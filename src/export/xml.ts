/**
 * Text inside XML 1.0: what must be escaped, and what cannot be said at all. XML has no way to write most control
 * characters, lone surrogates, U+FFFE and U+FFFF, not even as references: they are taken out, and counted.
 */

/** Everything outside the production Char of XML 1.0; `\p{Cs}` is a surrogate without its partner. */
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu
/** Whatever may be one of them, and halves of pairs, whole or not: faster to look for, and most texts have none. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/
/** A carriage return would come back as a line feed; a greater-than sign is escaped for `]]>`. */
const IN_TEXT = /[&<>\r]/g
/** In attributes all white space but blanks would come back as blanks. */
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const reference = (char: string) => NAMED[char] ?? `&#${char.charCodeAt(0)};`

/** How strings are written into XML. */
export interface XmlEscapes {
  /** Between tags. */
  text(text: string): string
  /** Between double quotes. */
  attribute(text: string): string
}

/** Escapes for one output; `counts.illegal` grows by the UTF-16 code units that were taken out. */
export function xmlEscapes(counts: { illegal: number }): XmlEscapes {
  const legal = (text: string) => {
    if (!SUSPECT.test(text)) return text
    const kept = text.replace(ILLEGAL, '')
    counts.illegal += text.length - kept.length
    return kept
  }
  return {
    text: text => legal(text).replace(IN_TEXT, reference),
    attribute: text => legal(text).replace(IN_ATTRIBUTE, reference),
  }
}

/** A name that may stand as an id (an ASCII NCName where `prefix` begins with a letter): other signs become `_`. */
export const xmlId = (prefix: string, text: string) => prefix + text.replace(/[^A-Za-z0-9._-]/g, '_')
