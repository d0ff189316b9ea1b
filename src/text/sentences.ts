/**
 * Cuts a text into sentences: a full stop, question or exclamation mark with its closing quotes, then white space,
 * then something that can begin a sentence. No cut after the pack's abbreviations (`Dr.`), after initials (`J. Smith`)
 * or after an ordinal where the language writes it with a full stop (`am 15. Mai`). Where a word with a small letter
 * follows there is no cut, so that an abbreviation that no pack knows does little harm. One pass, linear.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'

// > | Er kam am 3. Mai an. „Wirklich?“ fragte Dr. Weber. Sie nickte.
//               ^ ordinal ^ end      ^ small letter  ^ abbreviation and so on
const END = /(?:[.!?…։]+|[。！？])["'“”‘’»«)\]״]*(?=(\s+))/gu
const OPENING = /^[\s"'„“”«»‘’([¿¡\-–—•]+/u
const SMALL = /^\p{Ll}/u
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.'’״"-]{1,24}$/u
const INITIAL = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u
const ORDINAL_DIGITS = 2 // `15. ` may be an ordinal; `2026. ` ends a sentence

interface Rules {
  readonly abbreviations: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  readonly starters: ReadonlySet<string>
  readonly ordinalStop: boolean
}

/** The sentences of a text: spans in order, disjoint, without white space at their edges; empty for a blank text. */
export function sentencesOf(text: string, pack: LanguagePack | null): Span[] {
  const rules = rulesOf(pack)
  const out: Span[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const stop = match.index
    const end = stop + match[0].length
    const next = end + match[1]!.length
    if (next >= text.length || !endsHere(text, stop, match[0], next, rules)) continue
    pushTrimmed(text, start, end, out)
    start = next
  }
  pushTrimmed(text, start, text.length, out)
  return out
}

/** Adds text[start, end) without the white space at its edges, if anything is left. */
function pushTrimmed(text: string, start: number, end: number, out: Span[]): void {
  let [from, to] = [start, end]
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  if (from < to) out.push({ start: from, end: to })
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x202f

function endsHere(text: string, stop: number, mark: string, next: number, rules: Rules): boolean {
  const following = text.slice(next, next + 40).replace(OPENING, '')
  if (SMALL.test(following)) return false
  if (mark !== '.') return true
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, stop - 24), stop))?.[0] ?? ''
  const word = before.replace(/^["'’״-]+/u, '')
  if (INITIAL.test(word)) return false
  const lower = word.toLowerCase()
  // German `So.` is Sunday, but `so.` is a word at the end of its sentence.
  const everyday = word === lower && rules.starters.has(lower)
  if (!everyday && [lower, lower.slice(lower.lastIndexOf('-') + 1)].some(form => rules.abbreviations.has(form)))
    return false
  if (!/^\d+$/.test(word) || word.length > ORDINAL_DIGITS) return true
  const nextWord = /^[\p{L}\p{M}]+/u.exec(following)?.[0].toLowerCase() ?? ''
  if (rules.months.has(nextWord)) return false
  return !rules.ordinalStop || nextWord === '' || rules.starters.has(nextWord)
}

const cache = new WeakMap<LanguagePack, Rules>()
const NO_RULES: Rules = { abbreviations: new Set(), months: new Set(), starters: new Set(), ordinalStop: false }

function rulesOf(pack: LanguagePack | null): Rules {
  if (pack === null) return NO_RULES
  const known = cache.get(pack)
  if (known) return known
  const rules: Rules = {
    abbreviations: new Set(pack.abbreviations.map(word => word.toLowerCase().replace(/\.$/, ''))),
    months: new Set(pack.months.flat().map(word => word.toLowerCase())),
    starters: new Set(pack.functionWords.map(word => word.toLowerCase())),
    ordinalStop: pack.ordinals.after.includes('.'),
  }
  cache.set(pack, rules)
  return rules
}
