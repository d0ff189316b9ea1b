/**
 * Does a sentence end here? What stands behind the mark must be able to begin one: no small letter (`iPhone` may), no
 * comma, no `said Orlow` after a quotation. A full stop may belong to an abbreviation of the pack, to initials, to an
 * ordinal (`am 15. Mai`), or to the number of a list. Some abbreviations may end a sentence too (`Inc.`, `U.S.`): they
 * do where a word with a capital letter follows that has none inside a sentence (`The`). Looks at a few characters on
 * each side, so it costs the same anywhere.
 */

import type { LanguagePack } from '../languages/pack.js'
import { undetermined } from '../languages/und.js'
import { isAsciiLetter, isDigit, isHebrew, isSpace } from './characters.js'

export interface Rules {
  readonly known: boolean
  readonly abbreviations: ReadonlySet<string>
  /** The same in small letters: before a number `nr.` is what `Nr.` is. */
  readonly lowered: ReadonlySet<string>
  readonly closing: ReadonlySet<string>
  readonly reporting: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  readonly starters: ReadonlySet<string>
  readonly ordinalStop: boolean
}

/** Marks at `at`, closed at `end`, what follows begins at `next`; the sentence so far begins at `start`. */
export interface Place {
  readonly text: string
  readonly start: number
  readonly at: number
  readonly mark: string
  readonly end: number
  readonly next: number
}

/** What stands behind a mark: its first word without opening signs, whether that has a capital and often begins. */
interface Following {
  readonly at: number
  readonly word: string
  readonly capital: boolean
  readonly starter: boolean
}

const WIDE = /[。！？｡︒]$/u // no space behind them
const ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const WIDE_GOES_ON = /^[\p{Script=Hiragana}、，,。！？!?」』）)…：；]/u
const OPENING = '\'"„“”«»‘’‚‹›([{¿¡-–—―•‣·◦▪■●►「『（【《〈*״'
const QUOTES = /["“”‘’»«״」』']/u
const MAX_OPENING = 8
const WORD = /^[\p{L}\p{M}]+/u
const REACH = 24
// Georgian has no capitals in running text, though Unicode calls its letters small.
const SMALL = /^(?!\p{Script=Georgian})\p{Ll}/u
const BRAND = /^\p{Ll}{1,3}\p{Lu}/u // iPhone, eBay, mRNA
const CLIPPED = /^['’‘]\p{Ll} \p{Lu}/u // Dutch 's Avonds
const LETTERED = /^\p{Ll}\) /u // a) and b)
const GOES_ON = /^[,;:)\]](?:\s|$)/u
const GREEK = /[\u0370-\u03ff\u1f00-\u1fff]["»”]?$/u
const ITEM = /^(?:[•‣◦▪■●►]|[-–—*] |\(?(?:\d{1,2}|\p{L})[.)] )/u
const DATE = /^\p{L}{3,12}\.? \d{4}(?!\d)/u
const ENUMERATOR = /^(?:\d{1,3}(?:\.\d{1,2})*|\p{L}|[ivx]{2,4}|[IVX]{2,4})$/u
const ONE_LETTER = /^\p{L}\p{M}*$/u
const DOTTED = /^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u
const ROMAN = /^[IVX]{2,5}$/
const BARE = /^[A-Z]?[bcdfghjklmnpqrstvwxz]{1,3}$/ // no vowel: Sgt, tlf, bzw
const SYLLABIC = /^[a-z]*[rl][a-z]*$/ // Czech trh, smrt
const DOUBLED = /^(\p{Lu})\1$/u // Spanish EE. UU.
const SHORT = 4
// Words that begin surnames: after initials they tell nothing.
const PARTICLES = new Set(
  'af al ben da das de dei del della den der des di do dos du el la le li lo ten ter van vom von zu zum zur'.split(' '),
)

/** Does a bullet or a number of a list stand at `at`? */
export const beginsItem = (text: string, at: number): boolean => ITEM.test(text.slice(at, at + 6))

/** Whether the marks of a place end the sentence that stands before them. */
export function endsSentence(place: Place, rules: Rules): boolean {
  const { text, start, at, mark, end, next } = place
  const behind = text.slice(next, next + REACH)
  if (mark === ';' || mark === '\u037e') {
    if (!GREEK.test(text.slice(Math.max(0, at - 2), at))) return false
  } else if (next === end) return wideEnds(place, behind) || gapLost(place, rules)
  if (WIDE.test(mark)) return !(end > at + mark.length && WIDE_GOES_ON.test(behind))
  if (at === start || GOES_ON.test(behind)) return false
  if (/[([]/.test(text[at - 1]!) && /[)\]]/.test(text[at + mark.length] ?? '')) return false
  const following = followingOf(text, next, rules)
  const first = text.slice(following.at, following.at + REACH)
  if (SMALL.test(first) && !BRAND.test(first) && !LETTERED.test(first) && !CLIPPED.test(behind)) return false
  if (reported(place, following, rules)) return false
  return (mark !== '.' && mark !== '．') || stopEnds(place, following, rules)
}

/** A wide mark, or a narrow one between letters of Chinese or Japanese. */
function wideEnds({ text, at, mark, end }: Place, behind: string): boolean {
  if (WIDE.test(mark)) return !WIDE_GOES_ON.test(behind) || (end === at + mark.length && ASIAN.test(behind))
  return /[!?]$/.test(mark) && ASIAN.test(behind) && ASIAN.test(text[at - 1] ?? '')
}

// > | ... trat die Rückreise an.Das Schiff ...
//                               ^ a word that begins sentences, though the space is lost
function gapLost({ text, at, mark, end }: Place, rules: Rules): boolean {
  if (!/^[.!?]$/.test(mark) || end !== at + 1 || !/[\p{Ll}]/u.test(text[at - 1] ?? '')) return false
  const word = wordBefore(text, at)
  const next = WORD.exec(text.slice(end, end + REACH))?.[0] ?? ''
  if (word.length < 3 || !/^\p{L}+$/u.test(word) || !/^\p{Lu}/u.test(next) || text[end + next.length] !== ' ')
    return false
  return rules.starters.has(next.toLowerCase()) && !isListed(word, rules)
}

function followingOf(text: string, next: number, rules: Rules): Following {
  let at = next
  while (at < next + MAX_OPENING && at < text.length && (OPENING.includes(text[at]!) || isSpace(text.charCodeAt(at))))
    at++
  const word = WORD.exec(text.slice(at, at + REACH))?.[0] ?? ''
  const clipped = CLIPPED.test(text.slice(next, next + 5))
  const capital = clipped || /^\p{Lu}/u.test(word)
  return { at, word, capital, starter: clipped || (capital && rules.starters.has(word.toLowerCase())) }
}

// > | "Why now?" Anna Orlow asked.
//                           ^ tells who said it: the sentence goes on
function reported({ text, at, mark, end }: Place, following: Following, rules: Rules): boolean {
  if (rules.reporting.size === 0) return false
  const quoted = QUOTES.test(text.slice(at + mark.length, end)) || QUOTES.test(text[at - 1] ?? '')
  if (!quoted || following.word === '') return false
  if (!following.capital) return rules.reporting.has(following.word)
  if (mark === '.' || following.starter) return false
  const words = text.slice(following.at, following.at + 3 * REACH).split(/\s+/, SHORT)
  const verb = words.findIndex(word => !/^\p{Lu}/u.test(word))
  return verb > 0 && rules.reporting.has(words[verb]!.replace(/\P{L}+$/u, ''))
}

/** Is this full stop the end, or does it belong to the word or number before it? */
function stopEnds({ text, start, at, next }: Place, following: Following, rules: Rules): boolean {
  const word = wordBefore(text, at)
  if (word === '') return true
  const from = at - word.length
  const before = text.slice(Math.max(start, from - 6), from)
  const listed = from - start <= 6 && !/[\p{L}\p{N}]/u.test(before)
  if (ENUMERATOR.test(word) && (listed || /[:;]\s\(?$/.test(before))) return false
  if (/^\d/.test(word)) return numberEnds(word, text.slice(next, next + REACH), following, rules)
  if (QUOTES.test(text[from - 1] ?? '') && QUOTES.test(text[at + 1] ?? '')) return true // “No.”
  const open = !/[)\]]/.test(text[at + 1] ?? '') // an abbreviation before a bracket ends what is inside at most
  const { starter } = following
  if (ONE_LETTER.test(word) && !SMALL.test(word)) return open && starter && !PARTICLES.has(following.word.toLowerCase())
  if (DOTTED.test(word)) return open && starter && (rules.closing.has(word) || /^\p{Lu}/u.test(word))
  if (rules.ordinalStop && ROMAN.test(word)) return starter
  if (isListed(word, rules)) return open && starter && rules.closing.has(word)
  if (/^\d/.test(text.slice(following.at, following.at + 1)) && goesBeforeNumber(word, rules)) return false
  if (ONE_LETTER.test(word)) return rules.known
  if (DOUBLED.test(word) && DOUBLED.test(following.word)) return false
  return !isBare(word, text, from, rules) || (open && starter)
}

// > | Am 15. Mai begann der 14. Kongress. Es waren 15. Die ...
//          ^ month           ^ ordinal            ^ end: a word that begins sentences follows
function numberEnds(word: string, behind: string, { word: name, starter }: Following, rules: Rules): boolean {
  if (!/^\d{1,2}(?:\.\d{1,2})?$/.test(word)) return true // `2026. ` ends a sentence
  if (rules.months.has(name.toLowerCase()) || DATE.test(behind) || /^\d{1,2}\.(?!\d)/.test(behind)) return false
  return !rules.ordinalStop || name === '' || starter
}

/** The word, number or abbreviation that ends at `at`, without opening quotation marks. */
function wordBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < REACH && (isPart(text.charCodeAt(from - 1)) || inHebrew(text, from - 1))) from--
  while (from < at && /["'’״׳-]/.test(text[from]!)) from++
  return text.slice(from, at)
}

/** Gershayim inside a Hebrew acronym, as whatever quotation mark it was typed. */
const inHebrew = (text: string, at: number) =>
  /["“”]/.test(text[at]!) && isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1))

/** What a word, number or abbreviation may consist of; letters without asking what they are. */
const isPart = (code: number) =>
  isAsciiLetter(code) ||
  isDigit(code) ||
  (code >= 0xbf && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f) && code < 0xff00) ||
  code === 0x2019 ||
  code === 46 ||
  code === 39 ||
  code === 45

/** Is the word an abbreviation of the pack, as it is written there or with a capital, or behind a hyphen or an elision? */
function isListed(word: string, rules: Rules): boolean {
  const lower = word.toLowerCase()
  // German `So.` is Sunday, but `so.` is a word at the end of its sentence.
  if (word === lower && rules.starters.has(lower)) return false
  const last = word.slice(word.search(/[^-'’]*$/))
  return [word, last].some(form => {
    const small = form.slice(0, 1).toLowerCase() + form.slice(1)
    return rules.abbreviations.has(form) || rules.abbreviations.has(small)
  })
}

const goesBeforeNumber = (word: string, rules: Rules) =>
  rules.known ? rules.lowered.has(word.toLowerCase()) : word.length <= SHORT

/** A short word without a vowel is an abbreviation, unless it is a unit behind a number (`5 km.`). */
function isBare(word: string, text: string, from: number, rules: Rules): boolean {
  if (!BARE.test(word) || word.length < 2) return false
  if (/\d[\s\u00a0]?$/.test(text.slice(Math.max(0, from - 2), from))) return false
  return rules.known || word.length === 2 || !SYLLABIC.test(word)
}

const cache = new WeakMap<LanguagePack, Rules>()

/** The rules of a pack, built once; for an unknown language a few abbreviations that many languages share. */
export function sentenceRules(given: LanguagePack | null): Rules {
  const pack: LanguagePack = given ?? undetermined
  const known = cache.get(pack)
  if (known) return known
  const bare = (words: readonly string[]) => words.map(word => word.replace(/\.$/, ''))
  const lower = (words: readonly string[]) => words.map(word => word.toLowerCase())
  const rules: Rules = {
    known: pack.tag !== undetermined.tag,
    abbreviations: new Set(bare(pack.abbreviations)),
    lowered: new Set(lower(bare(pack.abbreviations))),
    closing: new Set(bare(pack.closingAbbreviations)),
    reporting: new Set(pack.reportingVerbs),
    months: new Set(lower(pack.months.flat())),
    starters: new Set(lower([...pack.functionWords, ...pack.elisions])),
    ordinalStop: pack.ordinals.after.includes('.'),
  }
  cache.set(pack, rules)
  return rules
}
