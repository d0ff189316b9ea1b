/**
 * Telephone numbers: after a word for telephone whatever their shape, elsewhere those that begin like one. Two numbers
 * with a stroke between them (`020 7946 0123 / 07700 900456`) are two.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'
import { patternsOf } from '../tokens/patterns.js'

export const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»|]{3,2000}/giu
const PHONE = /(?<![\d.,/\w-])(?:\+\d{1,3}|\(0?\d{1,5}\)|0)[\d\s()./\u00a0–-]{5,40}\d(?![\d\w])/gu
// > | 416-555-0134   (617) 555-0188   1-800-555-0177   1 (833) 555 0142   1-809-555-010
const NATIONAL = /(?<![\d.,/\w+-])(?:1[-.\s])?(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.\s]\d{3,4}(?![\d\w]|[-.,]\d)/gu
// In prose a number that only begins with a nought may be anything.
const UNMISTAKABLE = /(?<![\d.,/\w-])\+\d{1,3}[\s(/.-][\d\s()./\u00a0–-]{5,22}\d(?![\d\w])/gu
// What every number has, after a word or not; most texts have nothing like it.
const MAY_HAVE_NUMBER = /[\d(][\d\s()./\u00a0–-]{4,30}\d/
const NEXT_NUMBER = /\s?[/|]\s?(?=[+(]?0|\+)/u
const LONGEST = 24

/** The telephone numbers of a contact block, in order. */
export function phonesIn(text: string, pack: LanguagePack): Span[] {
  const named = namedPhones(text, pack).map(({ start, end }) => {
    return { start, end: start + text.slice(start, end).trimEnd().length }
  })
  if (named.length > 0) return named.flatMap(span => parted(text, span))
  const plain = text.replace(WEB_ADDRESS, address => ' '.repeat(address.length))
  return apart([...spansOf(plain, PHONE), ...spansOf(plain, NATIONAL)]).flatMap(span => parted(text, span))
}

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
