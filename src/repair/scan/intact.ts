/**
 * The other side of the scale: what it costs to take a place for what its author wrote. An A inside a word of small
 * letters is hardly ever meant; one before a sign may be a grade, a plan or a vitamin; capitals are initials. Costs are
 * natural logarithms of one over a probability, rough, chosen on the development part of news text with such damage.
 */
import { isDigit } from '../../tokens/characters.js'
import { tokenEnd } from '../words.js'
import { isCapitalCode, isLetterCode, isSmallCode, type ScanWords, wordEnd, wordFrom } from './words.js'

/** An A inside a word of small letters as the author's own: `vitaminA`. */
const INSIDE_COST = 14
/** The same at the end of the word, before a space or a stop, where brands and grades have it. */
const INSIDE_LAST_COST = 10
/** A sign of mojibake between the A and a letter: `A¥r`. */
const ODD_SIGN_COST = 24
/** A sign of everyday between the A and a letter without a space: `A,l`. */
const USUAL_SIGN_COST = 9
/** The word `A` before a space. */
const ARTICLE_COST = 2
/** The letter A as a name, before a stop or a quotation mark. */
const ALONE_COST = 8.5
/** The same between small words: `si A' detto`. */
const BETWEEN_WORDS_COST = 3
/** Signs that the word `A` may stand before. */
const ORDINARY = ' ,.;:!?)-"\'’”“»/&+*\n\r\t'
/** A hyphen or a quotation mark between a word and a space. */
const LONE_SIGN_COST = 4
/** So far a damaged word is followed. */
const TOKEN_REACH = 40
/** A sign left over inside a word. */
export const SIGN_INSIDE_COST = 22

/** What it costs to take the text up to `end` for what its author wrote. */
export function intactCost(text: string, start: number, at: number, end: number, words: ScanWords): number {
  const next = text.charCodeAt(at + 1)
  const ordinary = ORDINARY.includes(text[at + 1] ?? ' ')
  const letterEnd = wordEnd(text, at)
  const word = text.slice(start, letterEnd).toLowerCase()
  const rest = costOfRuns(text, letterEnd, end, words)
  if (start < at) {
    const small = isSmallCode(text.charCodeAt(at - 1))
    if (!small && (at - start > 1 || !(rest > 0 || !ordinary))) return intactCapitals(text, start, at, words)
    const inside = small && (isLetterCode(next) || rest > 0 || !ordinary)
    return words.cost(word) + rest + (inside ? INSIDE_COST : INSIDE_LAST_COST)
  }
  if (isLetterCode(next)) return words.cost(word) + rest
  if (isDigit(text.charCodeAt(at - 1))) return ordinary ? 10 : ODD_SIGN_COST
  if (!(next > 32)) return ARTICLE_COST
  if (!ordinary) return rest + (isDigit(next) && rest === 0 ? 6 : ODD_SIGN_COST)
  if (standsAlone(text, at)) return ALONE_COST + BETWEEN_WORDS_COST
  return rest > 0 && next !== 0x2d ? rest + USUAL_SIGN_COST : ALONE_COST
}

/** The words of a range that a reading took for parts of one. */
function costOfRuns(text: string, start: number, end: number, words: ScanWords): number {
  let cost = 0
  for (let at = start; at < end; at++) {
    if (!isLetterCode(text.charCodeAt(at))) continue
    cost += words.cost(wordFrom(text, at))
    at = wordEnd(text, at)
  }
  return cost
}

/** Behind capitals: `HMPA ` is odd, `USA ` is not. */
function intactCapitals(text: string, start: number, at: number, words: ScanWords): number {
  const word = text.slice(start, at + 1).toLowerCase()
  if (words.known(word)) return 2
  const sign = text[at + 1] ?? ' '
  const usual = ORDINARY.includes(sign) || isLetterCode(sign.charCodeAt(0)) || isDigit(sign.charCodeAt(0))
  return words.cost(word) + (usual ? 5 : INSIDE_COST)
}

/** `mA`: units end in a capital A. */
const SHORTEST_STEM = 2
/** A quotation of one or two words is no longer. */
const QUOTED_REACH = 60

/** `"optionA"`: does the mark behind the A close what another has opened right before a word? */
function isQuoted(text: string, at: number): boolean {
  if (text[at + 1] !== '"') return false
  const before = text.slice(Math.max(0, at - QUOTED_REACH), at)
  return /(?:^|[\s([{:=])"[^"\n]*$/.test(before)
}

/** A sign behind an A inside a word, or a word that only the reading makes; names have capitals inside. */
export function isTelling(text: string, start: number, at: number, sureWord: boolean): boolean {
  const next = text[at + 1] ?? ' '
  const odd = !ORDINARY.includes(next) && !isLetterCode(next.charCodeAt(0)) && !isDigit(next.charCodeAt(0))
  if (start < at) {
    const named = !odd && (at - start < SHORTEST_STEM || isQuoted(text, at))
    return (
      (isSmallCode(text.charCodeAt(at - 1)) && (odd || sureWord) && !named) || (at - start === 1 && odd && sureWord)
    )
  }
  return odd || (sureWord && !ORDINARY.includes(next)) || standsAlone(text, at)
}

/** At the beginning of the text, a paragraph, a sentence or a quotation. */
export function startsSentence(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && ' "“„«&?@4'.includes(text[before]!)) before--
  if (before < 0 || '.!:\f'.includes(text[before]!)) return true
  return text[before] === '\n' && (text[before - 1] === '\n' || '.!?'.includes(text[before - 1] ?? '.'))
}

/** What the reading leaves behind the word: a stop is nothing, a sign that touches letters was a part of the letter. */
export function leftover(text: string, end: number, words: ScanWords): number {
  const code = text.charCodeAt(end)
  if (!(code > 32)) return 0
  const next = text.charCodeAt(end + 1)
  const sign = text[end]!
  const inside = isDigit(code) || (isDigit(next) && sign !== '-') || (isLetterCode(next) && !"-'’a&4@".includes(sign))
  if (inside) return SIGN_INSIDE_COST + costOfRuns(text, end, tokenEnd(text, end, TOKEN_REACH), words)
  if (isLetterCode(next)) return 0
  if (!ORDINARY.includes(sign)) return SIGN_INSIDE_COST
  return next > 32 || '.,'.includes(sign) ? 0 : ':;!?)'.includes(sign) ? 1 : LONE_SIGN_COST
}

/** `si A" detto`: the letter A and a sign as a word of their own, between small words. */
const standsAlone = (text: string, at: number) =>
  /[\p{Ll},]\s$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  /^(?:["'™”“^*~¨]|\.\.)\s\p{Ll}/u.test(text.slice(at + 1, at + 5))

/** Cheap, for the many words that begin with a capital A: a listed one is left as it stands. */
export function mayBeDamage(text: string, start: number, at: number, words: ScanWords): boolean {
  const next = text.charCodeAt(at + 1)
  if (start < at) return !isInitials(text, start, at, next) && !isTwoWords(text, start, at, words)
  // `1A`: initials, where the document has `IA`.
  if (text[at - 1] === '1' && words.count('ia') > 0) return false
  if (!isLetterCode(next)) return true
  const end = wordEnd(text, at)
  const behind = text.charCodeAt(end)
  if (isDigit(behind) || (behind > 0x20 && !ORDINARY.includes(text[end]!))) return true
  return !words.known(text.slice(at, end).toLowerCase())
}

/** `FAQ`, `MAGA `: capitals only, and no odd sign behind; `FAY4r` is one capital and a letter in two signs. */
function isInitials(text: string, start: number, at: number, next: number): boolean {
  if (!isCapitalCode(text.charCodeAt(at - 1))) return false
  const third = text.charCodeAt(at + 2)
  if (at - start === 1) return isCapitalCode(next) && !isDigit(third) && !isSmallCode(third)
  return isLetterCode(next) || !(next > 32) || ORDINARY.includes(text[at + 1]!)
}

/** `SmartArray`: a name of two words. */
function isTwoWords(text: string, start: number, at: number, words: ScanWords): boolean {
  if (!isSmallCode(text.charCodeAt(at + 1)) || !isSmallCode(text.charCodeAt(at + 2))) return false
  return words.known(wordFrom(text, at)) && words.known(text.slice(start, at).toLowerCase())
}

/** How many characters at either end are the same before and after. */
export function sharedEnds(text: string, from: number, to: number, after: string): { start: number; end: number } {
  let start = 0
  while (start < after.length && from + start < to && text[from + start] === after[start]) start++
  let end = 0
  while (end < after.length - start && to - end > from + start && text[to - 1 - end] === after[after.length - 1 - end])
    end++
  return { start, end }
}
