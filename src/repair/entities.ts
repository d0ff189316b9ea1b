/**
 * Character references of HTML in text that is none: `&eacute;`, `&#233;`, `&#xE9;`, escaped once or more often
 * (`&amp;eacute;`). They are read by the HTML standard: numbers 80 to 9F are bytes of windows-1252. Only what ends in a
 * semicolon counts, so that `&copy=1` in an address stays. A text with tags, or with tags that were escaped, is HTML or
 * about it, and stays as a whole; so does a line that speaks of HTML, a reference that is assigned as code would, and
 * `&amp;` in an address, unless references elsewhere in the text show that it was escaped. The names are the 252 of
 * HTML 4: those that editors write. Limits: names of HTML 5 alone stay.
 */

import { charsetTable } from '../charsets/charset.js'
import type { Repair } from '../model.js'
import { type Ground, type Pass, replaced } from './pass.js'

const ground: Ground = { kind: 'entity', evidence: 'pattern', lossy: false, confidence: 1 }

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
/** So much of a line says what it is about. */
const LINE_READ = 4000

/** Read character references. */
export function repairEntities(text: string): Pass {
  if (!text.includes('&') || !ANY.test(text) || TAGS.test(text)) return { repairs: [] }
  const repairs: Repair[] = []
  const inAddress: Repair[] = []
  const aboutHtml = linesAbout(text)
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

/** Does the line of a place speak of HTML? Places are asked in order, and each line is read once. */
function linesAbout(text: string): (at: number) => boolean {
  if (!ABOUT_HTML.test(text)) return () => false
  let end = -1
  let about = false
  return at => {
    while (end < at) {
      const start = end + 1
      const next = text.indexOf('\n', start)
      end = next < 0 ? text.length : next
      if (end >= at) about = ABOUT_HTML.test(text.slice(start, Math.min(end, start + LINE_READ)))
    }
    return about
  }
}

/** `?a=1&amp;b=2` */
function isQuery(text: string, at: number, length: number): boolean {
  if (!/^[\w.%-]{1,40}=/.test(text.slice(at + length, at + length + 42))) return false
  return /[?&][\w.%-]{1,60}=[^\s"<>]{0,200}$/.test(text.slice(Math.max(0, at - 300), at))
}
