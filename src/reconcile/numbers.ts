/**
 * Numbers and the signs beside them. A number in which a scanner read letters for digits is mended where an aligned
 * paragraph has the same digits; a lost sign before or behind a number is the one that the siblings set beside the same
 * value; and where a closing mark was cut out of a number (`2.04?.` read as `2.0”`), siblings that have what is left
 * confirm it. The marks that part thousands and decimals are a language's own and stay.
 */
import type { Span } from '../model.js'
import { digitsOf, type SiblingWords } from './sibling-words.js'
import type { Site } from './sites.js'
import type { Verdict } from './verdicts.js'

const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', B: '8', Z: '2' }
const NUMERIC = /[\dOolI|SBZ.,:/–-]/
/** Signs beyond ASCII that stand before or behind a number. */
const SIGN = /[€£¥₪°]/
const REACH = 30

/** A change that a number needs: what stands in the span becomes `to`. */
export interface NumberVerdict extends Verdict {
  readonly span: Span
}

/** What aligned blocks say of a damaged number or sign; null where there is no number, or none of them has it. */
export function numberVerdict(
  site: Site,
  text: string,
  aligned: readonly string[],
  words: SiblingWords,
): NumberVerdict | null {
  return mendedDigits(site, text, aligned, words) ?? signBeside(site, text, aligned, words)
}

function mendedDigits(site: Site, text: string, aligned: readonly string[], words: SiblingWords): NumberVerdict | null {
  if (site.seen.includes('?') || !/\d/.test(site.seen)) return null
  let { start, end } = site
  while (start > 0 && site.start - start < REACH && NUMERIC.test(text[start - 1]!)) start--
  while (end < text.length && end - site.end < REACH && NUMERIC.test(text[end]!)) end++
  while (end > site.end && /[.,:/–-]/.test(text[end - 1]!)) end--
  while (start < site.start && /[.,:/–-]/.test(text[start]!)) start++
  const read = text.slice(start, end)
  if (![...read].every(char => NUMERIC.test(char))) return null
  const to = read.replace(/[^\d.,:/–-]/g, char => DIGIT_FOR[char]!)
  const digits = digitsOf(to)
  const having = aligned.filter(block => words.hasNumber(block, digits))
  const asSeen = aligned.some(block => words.inBlock(block, site.read))
  if (to === read || having.length === 0 || asSeen) return null
  return { to, span: { start, end }, witness: having[0]!, documents: having.length }
}

/** The number on either side of a place, and how far it reaches. */
function numberBeside(text: string, { start, end }: Span): string | null {
  const behind = /(\d[\d.,]*)[ \u00a0]?$/.exec(text.slice(Math.max(0, start - REACH), start))
  const before = /^[ \u00a0]?(\d[\d.,]*\d|\d)/.exec(text.slice(end, end + REACH))
  return before?.[1] ?? behind?.[1] ?? null
}

function signBeside(site: Site, text: string, aligned: readonly string[], words: SiblingWords): NumberVerdict | null {
  const sign = site.read
  if (site.seen !== '?' || !(SIGN.test(sign) || sign === '?' || sign === '\ufffd')) return null
  const number = numberBeside(text, site)
  const digits = number && digitsOf(number)
  if (!digits) return null
  const said = new Map<string, string[]>()
  for (const block of aligned) {
    const found = words.signsBeside(block, digits)
    if (found !== null) said.set(found, [...(said.get(found) ?? []), block])
  }
  const [best, second] = [...said].sort((a, b) => b[1].length - a[1].length)
  if (!best || best[1].length === second?.[1].length || !(SIGN.test(best[0]) || best[0] === '–')) return null
  const to = best[0] === sign ? null : best[0]
  return { to, span: site, witness: best[1][0]!, documents: best[1].length }
}

/** `2.0` before a mark that was cut out of `2.04?.`: siblings that have what is left confirm the cut. */
export function cutVerdict(
  { repairs }: Site,
  text: string,
  aligned: readonly string[],
  words: SiblingWords,
): Verdict | null {
  for (const { at, before } of repairs) {
    const number = /(\d[\d.,]*\d|\d)$/.exec(text.slice(Math.max(0, at!.start - REACH), at!.start))?.[1]
    const eaten = /^[\dOolI|SBZ]/.exec(before)?.[0]
    if (number === undefined || eaten === undefined) continue
    const digits = digitsOf(number)
    const having = aligned.filter(block => words.hasNumber(block, digits))
    const whole = digits + (DIGIT_FOR[eaten] ?? eaten)
    if (having.length > 0 && !aligned.some(block => words.hasNumber(block, whole)))
      return { to: null, witness: having[0]!, documents: having.length }
  }
  return null
}
