/**
 * Characters that are spelled in ASCII in a text that is none of the kind that reads such a spelling: leftovers of
 * quoted-printable mail, escapes of programming languages, character references of HTML. They become the characters they
 * name; what these mean is for the repair of mojibake. Each pass first asks for what shows the spelling to be damage, so
 * that texts about code, HTML or mail stay.
 */

import { charsetTable, decodeSingleByte, decodeUtf8 } from '../charsets/charset.js'
import type { Repair } from '../model.js'
import { CODE, linesThatMatch } from './code-lines.js'
import { type Ground, NOTHING, type Pass, replaced } from './pass.js'
import { tokenEnd, tokenStart } from './words.js'

const ground: Ground = { kind: 'entity', evidence: 'pattern', lossy: false, confidence: 1 }

// --- quoted-printable mail -----------------------------------------------------------------------------------------------
// RFC 2045, section 6.7: `f=C3=BCr`, `f=FCr`, `3D` behind every equals sign, and lines cut by `=`. Bytes beyond ASCII that
// make letters show it; only a text that shows it has its other signs read too, so `a=20`, a query in an address and a rule
// of equals signs stay. Bytes that are no UTF-8 are read as windows-1252, which the repair of charset mix-ups corrects where
// it is wrong.

/** Bytes, and line ends that the mail cut, also between the bytes of one character. */
const SIGNS = /(?:=[0-9A-Fa-f]{2}|=[ \t]{0,3}\r?\n)+/g
const BYTE = /=([0-9A-Fa-f]{2})/g
/** Mail cuts lines at 76 characters; no cut line is so short, words being cut anywhere. */
const SHORTEST_CUT = 40
/** Without bytes, so many lines must be cut within a few columns of the limit. */
const USUAL_CUT = 71
const LONGEST_LINE = 76
const FEWEST_CUTS = 2
/** A single byte is a letter only beside letters, several may be a word; one alone may be chance. */
const FEWEST_SINGLE = 2
/** From here on windows-1252 has letters only, and so has windows-1255 but for a few marks. */
const FIRST_LETTER = 0xc0

/** Read what is left of quoted-printable. */
export function repairQuotedPrintable(text: string): Pass {
  if (!text.includes('=')) return NOTHING
  const signs = [...text.matchAll(SIGNS)].filter(match => isSign(text, match))
  return isShown(text, signs) ? { repairs: signs.flatMap(match => readSign(text, match)) } : NOTHING
}

/** `>=` and `--option=` at the end of a line, and a rule of equals signs. */
const OPERATOR = /[=<>!+|&]$|(?:^|\s)--?[\w-]+$/
const OPTION_REACH = 30

/** No address, and no rule of equals signs at the end of a line. */
function isSign(text: string, { 0: sign, index }: RegExpMatchArray): boolean {
  if (/^=[\n\r ]/.test(sign)) {
    const start = text.lastIndexOf('\n', index! - 1) + 1
    return !OPERATOR.test(text.slice(Math.max(0, index! - OPTION_REACH), index!)) && index! - start >= SHORTEST_CUT
  }
  return !/https?:\/\/|www\.|[?&]\w{1,40}$/i.test(text.slice(tokenStart(text, index!), index))
}

/** Do bytes beyond ASCII spell letters, or were lines cut where mail cuts them? */
function isShown(text: string, signs: readonly RegExpMatchArray[]): boolean {
  let single = 0
  let cuts = 0
  for (const { 0: sign, index } of signs) {
    const bytes = bytesOf(sign)
    const column = index! - text.lastIndexOf('\n', index! - 1)
    if (bytes.length === 0 && column >= USUAL_CUT && column <= LONGEST_LINE && ++cuts >= FEWEST_CUTS) return true
    if (bytes.every(byte => byte < 0x80)) continue
    if (decodeUtf8(bytes) !== null) return true
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
  const meant = decodeUtf8(bytes) ?? (sign === sign.toUpperCase() ? decodeSingleByte(bytes, 'windows-1252') : null)
  return meant === null ? [] : [replaced(text, index!, sign.length, meant, ground)]
}

const bytesOf = (sign: string) => Uint8Array.from(sign.matchAll(BYTE), ([, hex]) => Number.parseInt(hex!, 16))

// --- escapes of programming languages --------------------------------------------------------------------------------------
// `caf\u00e9`, `\u00c3\u00a9` and `\xc3\xa9`, which spell mojibake once more. A text that is JSON as a whole stays, and so
// does a line that looks like code, a word with other backslashes (a path such as `C:\users\u00e9`, a regular expression)
// and a range of characters. Escapes of addresses (`%C3%A9`) are no damage.

const RUN = /(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})+/g
const ONE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g
const JSON_WHOLE = /^\s*[[{]["[{\s]/
/** A word reaches so far. */
const REACH = 200

/** Read escapes of characters. */
export function repairEscapes(text: string): Pass {
  if (!text.includes('\\u') && !text.includes('\\x')) return NOTHING
  if (JSON_WHOLE.test(text) && /[\]}]\s{0,100}$/.test(text.slice(-200))) return NOTHING
  const repairs: Repair[] = []
  const isCode = linesThatMatch(text, CODE)
  for (const match of text.matchAll(RUN)) {
    if (isCode(match.index) || !isText(text, match.index, match.index + match[0].length)) continue
    const meant = match[0].replace(ONE, (_, four, two) => String.fromCharCode(Number.parseInt(four ?? two, 16)))
    if (isCharacters(meant, match[0])) repairs.push(replaced(text, match.index, match[0].length, meant, ground))
  }
  return { repairs }
}

/** Characters that texts have, surrogates in pairs; a single `\xe9` only as a letter or a mark of print. */
function isCharacters(meant: string, escaped: string): boolean {
  if (/[\ud800-\udfff]/u.test(meant)) return false
  if (/[\0-\x08\x0b-\x1f\x7f\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/u.test(meant)) return false
  if (escaped.length === 4) return /[\u0091-\u0097\u00a0-\u00ff]/.test(meant)
  return /[^\0-\x7f]/.test(meant) || /^["&'<>\u002f]+$/.test(meant)
}

function isText(text: string, start: number, end: number): boolean {
  const before = text.slice(tokenStart(text, start, REACH), start)
  const after = text.slice(end, tokenEnd(text, end, REACH))
  if (/[\\[^]|:$|-$/.test(before.replace(RUN, '')) || /^[-+*?{\]]|\\/.test(after.replace(RUN, ''))) return false
  if (before.endsWith('`') && after.startsWith('`')) return false
  return !text.startsWith('\\x', start) || end - start > 4 || /\p{L}$/u.test(before)
}

// --- character references of HTML ------------------------------------------------------------------------------------------
// `&eacute;`, `&#233;`, `&#xE9;`, escaped once or more often (`&amp;eacute;`). They are read by the HTML standard: numbers
// 80 to 9F are bytes of windows-1252. Only what ends in a semicolon counts, so that `&copy=1` in an address stays. A text
// with tags, or with tags that were escaped, is HTML or about it, and stays as a whole; so does a line that speaks of HTML, a
// reference that is assigned as code would, and `&amp;` in an address, unless references elsewhere in the text show that it
// was escaped. The names are the 252 of HTML 4: those that editors write. Limits: names of HTML 5 alone stay.

/** Characters A0 to FF in order (HTML 4.01, section 24.2). */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
/** Sections 24.3 and 24.4: each name and its character. */
const OTHERS =
  'quot " amp & lt < gt > apos \' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ circ ˆ tilde ˜ ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d lrm \u200e rlm \u200f ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ permil ‰ lsaquo ‹ rsaquo › euro € fnof ƒ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ bull • hellip … prime ′ Prime ″ oline ‾ frasl ⁄ weierp ℘ image ℑ real ℜ trade ™ alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦'

let names: ReadonlyMap<string, string> | undefined

function named(): ReadonlyMap<string, string> {
  if (names) return names
  const built = new Map(LATIN1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)]))
  const others = OTHERS.split(/ /)
  for (let i = 0; i + 1 < others.length; i += 2) built.set(others[i]!, others[i + 1]!)
  names = built
  return built
}

const REFERENCE = /&((?:amp;)*)(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g
const ANY = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});/
/** The text is HTML, or is about it. */
const TAGS =
  /<(?:\/|!--|!doctype )?[a-z][a-z0-9]{0,9}(?:[\s/][^<>]{0,300})?>|&(?:amp;)*lt;(?:\/|!)?[a-z][a-z0-9]{0,9}(?:[\s/&]|$)/i
const ABOUT_HTML = /\bX?HTML\b|\b(?:XML|SGML)\b|\bmarkup\b|&\w{2,8}; (?:stands for|=)/i
/** Read character references. */
export function repairEntities(text: string): Pass {
  if (!text.includes('&') || !ANY.test(text) || TAGS.test(text)) return NOTHING
  const repairs: Repair[] = []
  const inAddress: Repair[] = []
  const aboutHtml = linesThatMatch(text, ABOUT_HTML)
  for (const match of text.matchAll(REFERENCE)) {
    const meant = characterOf(match)
    if (meant === null || isAssigned(text, match.index, match[0].length) || aboutHtml(match.index)) continue
    const repair = replaced(text, match.index, match[0].length, meant, ground)
    if (meant === '&' && isQuery(text, match.index, match[0].length)) inAddress.push(repair)
    else repairs.push(repair)
  }
  if (repairs.length === 0 || inAddress.length === 0) return { repairs }
  return { repairs: [...repairs, ...inAddress].sort((a, b) => a.start - b.start) }
}

function characterOf([, , decimal, hex, name]: RegExpMatchArray): string | null {
  if (name !== undefined) return named().get(name) ?? capitals(name)
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
  if (code >= 0x80 && code <= 0x9f) return charsetTable('windows-1252').chars[code]!
  if (code > 0x10ffff || (code & 0xfff800) === 0xd800) return null
  return code >= 0x20 || code === 9 || code === 10 ? String.fromCodePoint(code) : null
}

/** `&EACUTE;`: the text was put in capitals, and the name with it. */
function capitals(name: string): string | null {
  if (name !== name.toUpperCase()) return null
  return named().get(name.toLowerCase())?.toUpperCase() ?? null
}

/** The reference is a variable whose address is taken: `p = &copy;` at the end of a line. */
function isAssigned(text: string, at: number, length: number): boolean {
  return /= ?$/.test(text.slice(Math.max(0, at - 2), at)) && /^[\r\n]?$/.test(text.slice(at + length, at + length + 1))
}

/** `?a=1&amp;b=2` */
function isQuery(text: string, at: number, length: number): boolean {
  if (!/^[\w.%-]{1,40}=/.test(text.slice(at + length, at + length + 42))) return false
  return /[?&][\w.%-]{1,60}=[^\s"<>]{0,200}$/.test(text.slice(Math.max(0, at - 300), at))
}
