/**
 * Mojibake that something went over afterwards, so that no round trip proves it: the no-break space of `Ã ` made a
 * plain space, soft hyphens and controls taken out (`MartÃn`, `â€` for ”), quotation marks made straight (`â€"`,
 * `cÅ"ur`), bytes made `?` (`â€?`), letters put in another case (`ã©`). UTF-8 read as windows-1252, which is where all
 * this was seen. Each rule says what may stand there and what the place must look like; where two characters are left
 * to choose from and the place does not tell, the damage stays. `vouched`: the text had mojibake that was proved.
 */

import { charsetTable, decodeUtf8 } from '../../charsets/charset.js'
import type { Repair, Unrepaired } from '../../model.js'
import { disjoint, type Ground, left, NOTHING, type Pass, replaced } from '../pass.js'
import { isLetter } from '../words.js'

const channel = (confidence: number): Ground => ({ kind: 'mojibake', evidence: 'channel', lossy: true, confidence })
/** One character fits. */
const ONE = 0.95
/** One of two or three, and the place speaks for it. */
const PLACE = 0.85

/** So many characters around a place speak for or against it. */
const NEAR = 80

/** Nothing of all this is in a text without one of these. */
const SIGN = /[ÃÂĂ]|[ÅÄ]["']|â(?:€|\?[™œ“”˜¦¢¬])|[ãåä][\u0080-\u00bf\u2013-\u2122]/
const LEADS = /[ÅÐÎð][^\0-\x7f]{0,2} |[ä-é](?: [^\0-\x7f]|[^\0-\x7f] )/

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ạảấầẩậắặẹẻếềểễệịọốồổộớờợụủứừửữự]/g

/** What a rule makes of a place: so many characters become this; null leaves it. */
type Fix = { readonly length: number; readonly after: string; readonly confidence: number } | 'left' | null

interface Context {
  readonly text: string
  readonly vouched: boolean
  /** No-break spaces stand beside real ones: a single space behind Ã is a lost half, not a space. */
  readonly doubled: boolean
  readonly vietnamese: boolean
  /** Letters of languages of the east of Europe: Š is one of theirs. */
  readonly eastern: boolean
  /** Umlauts, and none of the letters that stand beside í. */
  readonly german: boolean
  /** No capital anywhere: the text was put in small letters. */
  readonly small: boolean
  readonly dash: '–' | '—' | null
}

interface Rule {
  readonly find: RegExp
  readonly fix: (match: RegExpMatchArray, context: Context) => Fix
  /** Only in a text that had proved mojibake. */
  readonly vouched?: true
}

const isLower = (char: string | undefined) => char !== undefined && /\p{Ll}/u.test(char)
const at = (text: string, i: number) => text[i] ?? ''
const as = (length: number, after: string, confidence: number): Fix => ({ length, after, confidence })

/** Read what was altered. */
export function repairAlteredMojibake(text: string, vouched: boolean): Pass {
  if (!SIGN.test(text) && !(vouched && LEADS.test(text))) return NOTHING
  const context: Context = {
    text,
    vouched,
    doubled: /\p{Ll}[ÃĂ] {2}/u.test(text),
    vietnamese: (text.match(VIETNAMESE)?.length ?? 0) > 1,
    eastern: /[čěřžůšąęėųūāēļņķģ]/.test(text),
    german: /[äöü]/.test(text) && !/[áéíóúñčěřš]/.test(text),
    small: !/\p{Lu}/u.test(text),
    dash: text.includes('–') ? '–' : text.includes('—') ? '—' : null,
  }
  const repairs: Repair[] = []
  const unrepaired: Unrepaired[] = []
  for (const rule of RULES) {
    if (rule.vouched && !vouched) continue
    for (const match of text.matchAll(rule.find)) {
      const fix = rule.fix(match, context)
      if (fix === 'left') unrepaired.push(left(text, match.index, match[0].length, 'mojibake', 'low-confidence'))
      else if (fix) repairs.push(replaced(text, match.index, fix.length, fix.after, channel(fix.confidence)))
    }
  }
  return { repairs: disjoint(repairs), unrepaired }
}

/** `voilÃ  le`, `lÃ -bas`, `Ã la carte`, Portuguese `Ã quele`, Vietnamese `lÃ m`. */
function graveA(match: RegExpMatchArray, { text, vouched, doubled, vietnamese }: Context): Fix {
  const i = match.index!
  const before = at(text, i - 1)
  const rest = text.slice(i + 2, i + 10)
  const alone = !isLetter(before)
  if (!isLower(before) && !(alone && (vouched || (/^ ?[a-z]{2}/.test(rest) && !otherAccents(text, i))))) return null
  if (rest.startsWith(' ') || !/^[\p{L}\p{N}("“«‘¿¡]/u.test(rest)) return as(2, 'à', ONE)
  const joined =
    (alone && /^(?:s |quel[ae]s?|quilo)/.test(rest)) || (vietnamese && /^(?:ng?h?|[moiyut])(?!\p{L})/u.test(rest))
  if (joined || (doubled && isLower(rest[0]))) return as(2, 'à', PLACE)
  return as(1, 'à', PLACE)
}

/** Letters beyond a-z near by that are as they should be: Portuguese `a letra Ã maiúscula`. */
const otherAccents = (text: string, i: number) =>
  /[ß-ÿ]/.test(text.slice(Math.max(0, i - NEAR), i) + text.slice(i + 1, i + NEAR))

/** `48Â Stunden`: the no-break space became a space, or went. */
function noBreakSpace(match: RegExpMatchArray, { text, vouched }: Context): Fix {
  const i = match.index!
  const before = at(text, i - 1)
  if (!vouched && /\p{Lu}/u.test(before)) return null
  const spaced = at(text, i + 1) === ' '
  if (spaced && (vouched || /[\p{Ll}\p{N}.,;:?!)”’»%]/u.test(before))) return as(2, '\u00a0', ONE)
  const between = /[\p{Ll}\p{N}.,;:?!]/u.test(before) && /[\p{L}\p{N}“„«(]/u.test(at(text, i + 1))
  return between && (vouched || isLower(at(text, i + 1))) ? as(1, '\u00a0', PLACE) : null
}

/** `Ã` inside a word in small letters: its soft hyphen went, or became a hyphen or `?`, or the control of ß went. At the end its blank went. */
function bareLead(match: RegExpMatchArray, { text, vouched, german }: Context): Fix {
  const i = match.index!
  const before = at(text, i - 1)
  const next = at(text, i + 1)
  if (isLower(before)) {
    if (isLower(next)) return as(1, german ? 'ß' : 'í', PLACE)
    if ((next === '-' || next === '?' || next === '\ufffd') && isLower(at(text, i + 2))) return as(2, 'í', PLACE)
    if (next === '?' || next === '\ufffd') return 'left'
    return next === '' || /[\s.,;:!)’”»]/.test(next) ? as(1, 'à', PLACE) : null
  }
  if (next === '-' && !isLetter(before) && isLower(at(text, i + 2))) return as(2, 'Ö', PLACE)
  return vouched && /[?\ufffd]|\p{L}/u.test(next) ? 'left' : null
}

/** `â€"` was – or —, or ” with its last byte gone before a straight mark; `â€'` hardly anything but an apostrophe. */
function straightened(match: RegExpMatchArray, { text, dash }: Context): Fix {
  const i = match.index!
  const before = at(text, i - 1)
  const next = at(text, i + 3)
  if (match[0].endsWith("'")) {
    const suffix = /^(?:s|t|d|m|ll|re|ve)(?!\p{L})/u.test(text.slice(i + 3, i + 6))
    return as(3, suffix || !isLetter(before) || !isLetter(next) ? '’' : '\u2011', PLACE)
  }
  if (before.trim() !== '' && !isLetter(next) && text.slice(Math.max(0, i - 300), i).includes('“')) {
    return as(3, '”', PLACE)
  }
  return as(3, dash ?? (before === ' ' ? '–' : '—'), PLACE)
}

/** `â€` alone: ”, whose last byte no charset has; inside a word an apostrophe whose third character went (`donâ€t`). */
function bareMark(match: RegExpMatchArray, { text }: Context): Fix {
  const i = match.index!
  return isLetter(at(text, i - 1)) && isLower(at(text, i + 2)) ? as(2, '’', PLACE) : as(2, '”', ONE)
}

/** `cÅ"ur`, `Å'uvre`, `idÅ'`, `Ä'`, `ESPAÃ'A`: one of two characters, by its case and place. */
function straightTrail(match: RegExpMatchArray, { text }: Context): Fix {
  const i = match.index!
  const before = at(text, i - 1)
  const next = at(text, i + 2)
  const small = isLower(before) || (isLower(next) && !isLetter(before))
  const isDouble = match[0][1] === '"'
  if (match[0][0] === 'Ã') {
    if (isDouble || !/\p{Lu}/u.test(before)) return null
    return /\p{Lu}/u.test(next) ? as(2, 'Ñ', PLACE) : null
  }
  if (!isLower(before) && !isLower(next)) return null
  if (match[0][0] === 'Å') {
    if (isDouble) return small ? as(2, 'œ', ONE) : null
    return isLower(before) ? as(2, 'ő', ONE) : small ? as(2, 'Œ', PLACE) : null
  }
  return isLower(before) ? as(2, isDouble ? 'ē' : 'đ', ONE) : null
}

/** A letter whose second or third byte A0 became a space: Š, Р, Π, and Chinese characters between others. */
function spacedTrail(match: RegExpMatchArray, { text, eastern }: Context): Fix {
  const i = match.index!
  const code = codeOf(match[0].replace(' ', '\u00a0'))
  if (code === null) return null
  const meant = String.fromCodePoint(code)
  const before = at(text, i - 1)
  const next = at(text, i + match[0].length)
  if (meant === 'Š') return !isLetter(before) && isLower(next) && eastern ? as(2, meant, PLACE) : null
  const like = code < 0x400 ? /[\u0370-\u03ff]/ : code < 0x530 ? /[\u0400-\u04ff]/ : /[\u3000-\u9fff]/
  if (code > 0xffff) return as(match[0].length, meant, PLACE)
  if (code > 0x530 && code < 0x3000) return null
  return like.test(before) || like.test(next) ? as(match[0].length, meant, PLACE) : null
}

/** The code point that characters of windows-1252 spell in UTF-8; null where they spell none. */
function codeOf(chars: string): number | null {
  const { byteOf } = charsetTable('windows-1252')
  return decodeUtf8(Uint8Array.from(chars, char => byteOf[char.charCodeAt(0)]!))?.codePointAt(0) ?? null
}

const NO_ONES = /^ã[\u00a1-\u00b6\u00b8-\u00bf]/

/** `ã©`: the text was put in small letters, and the lead with it; inside a word of them nobody writes it. */
function smallLead(match: RegExpMatchArray, { text, small }: Context): Fix {
  const before = at(text, match.index! - 1)
  const next = at(text, match.index! + 2)
  const within = isLower(before) && isLower(next) && NO_ONES.test(match[0])
  if (!within && (!small || (!isLetter(before) && !isLower(next)))) return null
  const lead = String.fromCharCode(match[0].charCodeAt(0) - 0x20)
  const trail = match[0][1]!
  const code = codeOf(lead + (trail === 'ÿ' ? 'Ÿ' : trail))
  return code === null ? null : as(2, String.fromCodePoint(code).toLowerCase(), PLACE)
}

/** What E2, a byte that became `?` and each of these characters were. */
const UNDER_80 = { seen: '™œ“”˜¦¢¬', meant: '’“–—‘…•€' }

const RULES: readonly Rule[] = [
  { find: /[ÃĂ] /g, fix: graveA },
  { find: /Â(?! ?$)/g, fix: noBreakSpace },
  { find: /Ã(?=[\p{L}\s.,;:!)’”»?\ufffd-]|$)(?! )/gu, fix: bareLead },
  { find: /â€["']/g, fix: straightened },
  { find: /â€[?\ufffd]/g, fix: () => as(3, '”', ONE) },
  { find: /â€(?![?\ufffd"'\x80-\xff\u0152-\u2122])/g, fix: bareMark },
  { find: /â\?[™œ“”˜¦¢¬]/g, fix: match => as(3, UNDER_80.meant[UNDER_80.seen.indexOf(match[0][2]!)]!, PLACE) },
  { find: /[ÃÅÄ]["']/g, fix: straightTrail },
  { find: /[ÅÐÎ] |[ä-é](?: [^\0-\x7f]|[^\0-\x7f] )|ðŸ[^\0-\x7f] /g, fix: spacedTrail, vouched: true },
  { find: /[ãåä][\x80-\xbf\u2013-\u2122œšžÿ](?![^\0-\x7f])/g, fix: smallLead },
]
