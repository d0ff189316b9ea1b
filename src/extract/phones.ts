/**
 * Telephone numbers: after a word for telephone whatever their shape, elsewhere those that begin like one. Two numbers
 * with a stroke between them (`020 7946 0123 / 07700 900456`) are two.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase, eat } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'

export const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»|]{3,2000}/giu
const PHONE = /(?<![\d.,/\w-])(?:\+\d{1,3}|\(0?\d{1,5}\)|0)[\d\s()./\u00a0–-]{5,40}\d(?![\d\w])/gu
// > | 416-555-0134   (617) 555-0188   1-800-555-0177   1 (833) 555 0142   1-809-555-010
const NATIONAL = /(?<![\d.,/\w+-])(?:1[-.\s])?(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.\s]\d{3,4}(?![\d\w]|[-.,]\d)/gu
// In prose a number that only begins with a nought may be anything.
const UNMISTAKABLE = /(?<![\d.,/\w-])\+\d{1,3}[\s(/.-][\d\s()./\u00a0–-]{5,22}\d(?![\d\w])/gu
// > | ring på 55 60 33 21   the pairs of Danish numbers, or two fours
const PAIRS = /(?<=\p{Ll} )(?:\d{2}(?: \d{2}){3}|(?!(?:19|20)\d\d )\d{4} \d{4})(?![\d\w]| \d)/gu
// What every number has, after a word or not; most texts have nothing like it.
const MAY_HAVE_NUMBER = /[\d(][\d\s()./\u00a0–-]{4,30}\d/
// > | C: 202.384.2474   M 335 7248411   a letter for telephone, mobile or cell
const LETTERED = /(?<![\p{L}\d])[TMCPDO][.:]{0,2} {0,2}(\+?[\d(][\d\s()./\u00a0–-]{5,22}\d)(?![\d\w])/gu
// What stands alone between commas, brackets or line ends, and is no date.
const ALONE = /(?<=^|[,;:|\n(]\s{0,3})\+?\d[\d ./\u00a0–-]{5,18}\d(?=\s{0,3}(?:$|[,;|\n)]))/gu
const DATE = /^\d{1,4}[./ –-]\d{1,2}[./ –-]\d{1,4}$|^\d{4} ?[/–-] ?\d{4}$/
const FEWEST_DIGITS = 7
const NEXT_NUMBER = /\s?[/|]\s?(?=[+(]?0|\+)/u
const LONGEST = 24

/** The telephone numbers of a contact block, in order. */
export function phonesIn(text: string, pack: LanguagePack): Span[] {
  if (!MAY_HAVE_NUMBER.test(text)) return []
  const named = namedPhones(text, pack).map(({ start, end }) => {
    return { start, end: start + text.slice(start, end).trimEnd().length }
  })
  const plain = text.replace(WEB_ADDRESS, address => ' '.repeat(address.length))
  const shaped = [PHONE, NATIONAL, PAIRS].flatMap(pattern => spansOf(plain, pattern))
  const found = apart([...named, ...shaped, ...behindLetter(plain), ...alone(plain)])
  return withNext(plain, found, pack).flatMap(span => parted(text, span))
}

const digitsOf = (text: string) => text.replace(/\D/g, '').length

const behindLetter = (text: string): Span[] =>
  Array.from(text.matchAll(LETTERED), ({ index, 0: found, 1: number }) => {
    const end = index + found.length
    return { start: end - number!.length, end }
  }).filter(({ start, end }) => digitsOf(text.slice(start, end)) >= FEWEST_DIGITS)

const alone = (text: string): Span[] =>
  spansOf(text, ALONE).filter(({ start, end }) => {
    const number = text.slice(start, end)
    return digitsOf(number) >= FEWEST_DIGITS && !DATE.test(number)
  })

// > | Tel. 70 99 01 27 eller 70 99 01 28   a number behind another one and a word for `or`
const NUMBER = /\+?\d[\d ./\u00a0–-]{5,18}\d(?![\d\w])/uy

/** The numbers, each with those behind it that a word or a stroke joins to it. */
function withNext(text: string, found: readonly Span[], pack: LanguagePack): Span[] {
  const all = [...found]
  for (const { end } of all) {
    const join = eat(joins(pack), text, end)
    const next = join && eat(NUMBER, text, end + join[0].length)
    if (next && digitsOf(next[0]) >= FEWEST_DIGITS)
      all.push({ start: next.index, end: next.index + next[0].trimEnd().length })
  }
  return apart(all)
}

const joins = oncePer((pack: LanguagePack) =>
  anyCase(`\\s{0,3}(?:[/,&]|${alternation(pack.conjunctions)})\\s{1,3}`, 'uy'),
)

/** Numbers of telephones in any text: those that nothing else looks like. */
export function surePhonesIn(text: string, pack: LanguagePack): Span[] {
  if (!MAY_HAVE_NUMBER.test(text)) return []
  return apart([...namedPhones(text, pack), ...spansOf(text, UNMISTAKABLE), ...spansOf(text, NATIONAL)])
}

/** Whatever stands behind a word for telephone. */
const namedPhones = (text: string, pack: LanguagePack): Span[] =>
  Array.from(text.matchAll(patternsOf(pack).phoneNumber), ({ index, 0: found, 1: number }) => {
    const end = index + found.length
    return { start: end - number!.length, end }
  })

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.trimEnd().length }))

/** In order, without those that begin inside another. */
function apart(spans: readonly Span[]): Span[] {
  let end = -1
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(span => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

/** The numbers of a span, cut where the next begins; what is too long for a number is none. */
function parted(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = []
  let at = start
  for (const part of text.slice(start, end).split(NEXT_NUMBER)) {
    const from = text.indexOf(part, at)
    at = from + part.length
    if (part.length <= LONGEST) spans.push({ start: from, end: at })
  }
  return spans
}
