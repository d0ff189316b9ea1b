/**
 * Where marks of mojibake stand that a scanner has read: a lead (`a`, `&`, `4`), a second sign (`?` where the font lacked
 * the euro) and perhaps a third, and what they touch. How sure it is that such a place is damage differs: a question may
 * end in an a, and may be asked twice, so every site says what it costs to leave it.
 */
import { isDigit } from '../../tokens/characters.js'
import { isCode, isLetterCode, isSmallCode, type ScanWords, wordFrom, wordStart } from './words.js'

interface Site {
  readonly start: number
  readonly end: number
  /** What the third character is read as. */
  readonly tail: string
  readonly stem: string
  readonly elidedL: boolean
  readonly gluedLeft: boolean
  readonly gluedRight: boolean
}

interface Strength {
  /** No text that is whole looks like this. */
  readonly telling: boolean
  /** What it costs to leave the site as it stands. */
  readonly intact: number
}

export type MarkSite = Site & Strength

/** What the first character of a mark, a small a with a hat, is read as. */
export const LEADS = 'aâ48&@d3àáäåã6'
/** Leads that are no letters: what stands there is no word. */
const SIGN_LEADS = '48&@36'
/** Letters that the second character, a euro, is read as; the signs are `?`, the euro itself, and boxes. */
const SECOND_LETTERS = 'CEGec£¢'
/** Readings of a third character, longer ones first. */
const THIRDS = "'' TM tm Tm ™™ oe ce cc ae ? ™ œ ˜ ~ \" “ ” ' ’ ‘ * | ! ¦ ¢ □ \ufffd ▯ • š ž e s z c 2 . - ^ ;".split(
  ' ',
)

/** Every place of a text that may be such a mark, in order. `at` of each is found by its second character. */
export function markSites(text: string, seconds: readonly number[], words: ScanWords): MarkSite[] {
  const sites: MarkSite[] = []
  let from = 0
  for (const at of seconds) {
    if (at - 1 < from || isCode(text, at)) continue
    const site = markSite(text, at, from, words)
    if (!site) continue
    sites.push(site)
    from = site.end
  }
  return sites
}

function markSite(text: string, at: number, from: number, words: ScanWords): MarkSite | null {
  if (at === 0 || !LEADS.includes(text[at - 1]!)) return null
  const tail = thirdOf(text, at, words)
  if (tail === null) return null
  const end = at + 1 + tail.length
  let start = at - 1
  if (start > from && text[start - 1] === '&' && /[48as]/.test(text[start]!)) start--
  // `wordad?s`: the a belongs to the mark if the word is known without it.
  else if (text[start] === 'd' && text[start - 1] === 'a' && words.known(stemAt(text, start - 1))) start--
  const left = text.slice(Math.max(from, start - 3), start)
  const next = text.charCodeAt(end)
  const gluedRight = isLetterCode(next) || isDigit(next) || '(«“"[€$£@&'.includes(text[end] ?? ' ')
  const elided = gluedRight && words.pack.elisions.includes('l') ? ELIDED_L.exec(left) : null
  const gluedLeft = start > 0 && text.charCodeAt(start - 1) > 32 && !'([{«/\u00a0'.includes(text[start - 1]!)
  const site = { start, end, tail, stem: stemAt(text, start), elidedL: elided !== null, gluedLeft, gluedRight }
  const strong = strength(text, site, at, words)
  return strong && { ...site, ...strong, start: elided ? start - elided[0].length : start }
}

/** What stands for an elided l before the mark: the scanner's look-alikes, as a word of their own. */
const ELIDED_L = /(?<![\p{L}\p{N}])(?:I\[|[1|Il[\]!])$/u

const stemAt = (text: string, end: number) => text.slice(wordStart(text, end), end).toLowerCase()

/** The reading of the third character behind the second at `at`; null where these are no two such characters. */
function thirdOf(text: string, at: number, words: ScanWords): string | null {
  const signLead = SIGN_LEADS.includes(text[at - 1]!)
  const letter = SECOND_LETTERS.includes(text[at]!)
  // `le?`, `parte"`: small letters of words; the lead must be a sign, or begin what no word begins with.
  const plain = letter && !'&@'.includes(text[at - 1]!) && text[at]! >= 'a' && text[at]! <= 'z'
  for (const third of THIRDS) {
    if (!text.startsWith(third, at + 1)) continue
    const code = third.charCodeAt(0)
    if (plain && !ODD_THIRDS.includes(third)) continue
    if (!isLetterCode(code) && !isDigit(code)) {
      if (letter && '.-;'.includes(third)) continue
      return third
    }
    if (third.length > 1 && third !== 'ce' && third !== 'cc' && third !== 'ae') return third
    const from = at + 1 + third.length
    const behind = text.charCodeAt(from)
    if (!isLetterCode(behind) && !isDigit(behind)) return third
    const opens = !isLetterCode(text.charCodeAt(at - 2))
    if (opens && third === '2') return third
    if (opens && !words.known(wordFrom(text, at + 1)) && words.known(wordFrom(text, from))) return third
  }
  const next = text.charCodeAt(at + 1)
  if (plain) return null
  if (letter) return signLead && (isLetterCode(next) || isLetterCode(text.charCodeAt(at - 2))) ? '' : null
  if (text[at] !== '?' || signLead || isLetterCode(next) || !(next > 32)) return ''
  return ',.;'.includes(text[at + 1]!) ? '' : null
}

/** Thirds that no text has behind `ae` or `ac`. */
const ODD_THIRDS = 'TM tm ™ ™™ œ ˜ ~ □ \ufffd ▯ ¦ ¢'.split(' ')

/** How sure it is that the site is damage at all. A real question may end in a, and may be asked twice. */
function strength(text: string, site: Site, second: number, words: ScanWords): Strength | null {
  const { start, tail, gluedLeft, gluedRight } = site
  const lead = text[second - 1]!
  const sign = text[second]!
  const before = text.charCodeAt(start - 1)
  const odd = sign !== '?' || !'?.-;\'"’”“‘»«!)'.includes(tail === '' ? '?' : tail)
  const signLead = SIGN_LEADS.includes(lead)
  if (isDigit(lead.charCodeAt(0)) && isDigit(before)) return { telling: false, intact: odd ? 8 : 6 }
  if (tail === '' && SECOND_LETTERS.includes(sign)) {
    // `&Cparola`, `parola4C`: initials and codes look like this too.
    return { telling: false, intact: '&@'.includes(lead) || isSmallCode(before) ? 14 : 7 }
  }
  if (gluedRight || '&@'.includes(lead))
    // `@ecco`, `&Co`: names of accounts and companies have letters behind the sign.
    return {
      telling: (tail !== '' && !SECOND_LETTERS.includes(sign)) || sign === '€',
      intact: tail === '' && sign === '?' ? touching(before) : 25,
    }
  if (odd && tail !== '') return { telling: gluedLeft, intact: 22 }
  // `.a??`, `word4?.`: neither a letter behind a stop nor a digit behind a word is usual.
  if (before > 32 && !isDigit(before) && (signLead || !isLetterCode(before)))
    return { telling: tail !== '', intact: tail === '' ? 8 : 16 }
  // `parolaa?.`: a word that is none with the a, and one without it.
  const whole = stemAt(text, second)
  const broken = whole.length > 1 && !words.known(whole)
  if (!gluedLeft) return { telling: false, intact: tail === '?' ? 18 : 5 }
  if (!broken && isLetterCode(before) && sign === '?')
    return tail === '?' || tail === '.' ? { telling: false, intact: 4 } : null
  if (broken && words.known(stemAt(text, start))) return { telling: tail !== '', intact: tail === '' ? 9 : 16 }
  return { telling: false, intact: broken ? (tail === '' ? 5 : 8) : 2 }
}

/** `a?Domani`: behind a space this is no question. */
const touching = (before: number) => (before > 32 ? 6 : 16)

/** Does a blank line stand between two places? */
export function paragraphBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== 0x0a) continue
    let next = at + 1
    while (next < to && (text[next] === ' ' || text[next] === '\t' || text[next] === '\r')) next++
    if (text[next] === '\n') return true
    at = next - 1
  }
  return false
}
