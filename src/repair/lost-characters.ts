/**
 * Characters that a charset could not hold and that became `?` (or U+FFFD). Three readings, the surest first:
 * an opening quotation mark where a closing one answers it in the same stretch; a subscript or superscript where the
 * rest is a chemical formula or a unit; a letter where just one letter of the language makes a word of what is left.
 *
 *     // > | zu einem integrierten?Innovationsnetz" entwickeln
 *     //                          ^ opening mark, the space before it swallowed  ^ its answer
 *
 * A genuine question mark ends a word and has a space, a mark or nothing behind it: it is never looked at. A closing
 * mark is left as it was written.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair, Unrepaired } from '../model.js'
import { type Ground, left, type Pass, replaced } from './pass.js'
import { inAddress, isLetter, isWordChar, lettersAfter, lettersBefore, type Vocabulary, vocabulary } from './words.js'

/** No quotation is longer: a mark further away answers another one. Press releases quote whole statements. */
const LONGEST_QUOTATION = 600
/** A letter is restored only where the second-best word is so many times rarer. */
const RARER = 8
/** ... and where the word is as frequent as this. */
const RANK_ENOUGH = 10_000

const quoteAnswered: Ground = { kind: 'lost-quote', evidence: 'quote-balance', lossy: true, confidence: 0.98 }
const inFormula: Ground = { kind: 'lost-character', evidence: 'formula', lossy: true, confidence: 0.98 }
const inWord: Ground = { kind: 'lost-character', evidence: 'words', lossy: true, confidence: 0.9 }

/** Formulas and units with a character outside the charsets of their languages. */
const FORMULAS = [
  'CO₂',
  'SO₂',
  'NO₂',
  'N₂O',
  'H₂O',
  'O₂',
  'H₂',
  'CH₄',
  'NH₃',
  'NOₓ',
  'SF₆',
  'TiO₂',
  'SiO₂',
  'Al₂O₃',
  'PM₁₀',
]
const UNITS = ['m²', 'm³', 'km²', 'cm²', 'cm³', 'mm²']
const lost = /[?\ufffd]/g

/** Restore quotation marks, subscripts and letters that became `?` or U+FFFD. */
export function repairLostCharacters(text: string, pack: LanguagePack): Pass {
  const sites = [...text.matchAll(lost)].map(m => m.index).filter(at => isSite(text, at))
  if (sites.length === 0) return { repairs: [] }
  const answered = answeredQuotes(text, sites)
  const words = vocabulary(text, pack)
  const repairs: Repair[] = []
  const unrepaired: Unrepaired[] = []
  for (const at of sites) {
    const closing = answered.get(at)
    const repair =
      closing !== undefined ? quote(text, at, closing, pack) : (formula(text, at) ?? letter(text, at, pack, words))
    if (repair) repairs.push(repair)
    else if (text[at] === '\ufffd' || /^\p{L}.\p{Ll}/u.test(text.slice(at - 1, at + 2)))
      unrepaired.push(left(text, at, 1, 'lost-character', 'no-candidate'))
  }
  return { repairs, unrepaired }
}

/** A `?` with a word right behind it, outside addresses; U+FFFD anywhere. */
function isSite(text: string, at: number): boolean {
  if (text[at] === '\ufffd') return true
  const next = text[at + 1]
  if (!isWordChar(next)) return formulaAt(text, at) !== null && next !== undefined && !/[\s?!]/.test(next)
  return !inAddress(text, at)
}

/** Each site that a closing mark answers, with the offset of that mark. */
function answeredQuotes(text: string, sites: readonly number[]): Map<number, number> {
  const answered = new Map<number, number>()
  const isSiteAt = new Set(sites)
  let opened: string | null = null // a mark of the text's own that is still open
  let site: number | null = null
  for (let at = 0; at < text.length; at++) {
    if (isSiteAt.has(at) && !formulaAt(text, at) && isWordChar(text[at + 1])) site = at
    else if (opensQuote(text, at)) opened = text[at]!
    else if (closesQuote(text, at)) {
      if (opened === null && site !== null && at - site <= LONGEST_QUOTATION) answered.set(site, at)
      opened = null
      site = null
    } else if (opened !== null && /\n\s*\n/.test(text.slice(at, at + 2)) && !isWordChar(text[at - 1])) opened = null
  }
  return answered
}

/** A mark after white space or a bracket, with something right behind it. */
function opensQuote(text: string, at: number): boolean {
  if (!'"„“«»”'.includes(text[at]!)) return false
  return (at === 0 || /[\s([\-–—/]/.test(text[at - 1]!)) && /\S/.test(text[at + 1] ?? ' ')
}

function closesQuote(text: string, at: number): boolean {
  return '"”“»«'.includes(text[at]!) && at > 0 && /\S/.test(text[at - 1]!) && !isLetter(text[at + 1])
}

/** The opening mark for the closing one, with the space that was swallowed. A mark of ASCII is never lost. */
function quote(text: string, at: number, closing: number, pack: LanguagePack): Repair {
  const lossable = pack.quotes.filter(([open]) => open > '\x7f')
  const pair = lossable.find(([, close]) => close === text[closing]) ?? lossable[0]
  const swallowed = /[\p{L}\p{N}.,;:!)%]/u.test(text[at - 1] ?? ' ')
  return replaced(text, at, 1, (swallowed ? ' ' : '') + (pair?.[0] ?? '“'), quoteAnswered)
}

/** The formula or unit whose one character stands at the site. */
function formulaAt(text: string, at: number): { sign: string; before: string } | null {
  const before = lettersBefore(text, at)
  const after = lettersAfter(text, at + 1)
  for (const name of FORMULAS) {
    const place = [...name].findIndex(c => c > '\u2000')
    const behind = name.slice(place + 1)
    if (before === name.slice(0, place) && (behind ? after === behind : !/^\p{L}/u.test(after)))
      return { sign: name[place]!, before }
  }
  if (isWordChar(text[at + 1])) return null
  const unit = /\d\s$/.test(text.slice(Math.max(0, at - before.length - 2), at - before.length))
    ? UNITS.find(u => u.slice(0, -1) === before && u.endsWith('²'))
    : undefined
  return unit ? { sign: '²', before } : null
}

function formula(text: string, at: number): Repair | null {
  const found = formulaAt(text, at)
  return found && replaced(text, at, 1, found.sign, inFormula)
}

/** The letter that makes a word of the language, where no other letter makes one nearly as frequent. */
function letter(text: string, at: number, pack: LanguagePack, words: Vocabulary): Repair | null {
  const before = lettersBefore(text, at)
  const after = lettersAfter(text, at + 1)
  if (!isLetter(before.at(-1)) && !isLetter(after[0])) return null
  if (/^\p{Lu}{2,}$/u.test(before + after)) return null
  const readings = [...pack.letters]
    .map(char => ({
      char,
      rank: words.rank(before + char + after) ?? (words.count(before + char + after) > 0 ? RANK_ENOUGH : Infinity),
    }))
    .filter(r => r.rank <= RANK_ENOUGH)
    .sort((a, b) => a.rank - b.rank)
  const [best, second] = readings
  if (!best || (second && second.rank < best.rank * RARER)) return null
  return replaced(text, at, 1, best.char, inWord)
}
