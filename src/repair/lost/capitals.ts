/**
 * Does a word whose first letter is lost begin with a capital? A sentence does, and names. Where nouns do (German), the
 * ending tells many of them, and so does the place: a noun follows an article and precedes a small letter, an
 * adjective precedes a noun, which has a capital of its own.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Surroundings } from './marks.js'

const SENTENCE_START = 0.97
const QUOTATION_START = 0.6
const NAME = 0.93
const OTHER = 0.02

// Log odds for a noun, chosen on development texts.
const BASE = -0.5
const NOUN_ENDING = 4
const SMALL_ENDING = -4
const FUNCTION_WORD = -6
const CAPITAL_NEXT = -2.5
const BEHIND_ARTICLE = 2.5

interface Known {
  readonly names: ReadonlySet<string>
  readonly small: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
}

const known = new WeakMap<LanguagePack, Known>()

function knownOf(pack: LanguagePack): Known {
  let found = known.get(pack)
  if (!found) {
    found = {
      names: new Set(pack.placeNames.filter(n => /^\p{Lu}/u.test(n)).map(n => n.toLowerCase())),
      small: new Set(pack.functionWords),
      articles: new Set(pack.beforeNouns),
    }
    known.set(pack, found)
  }
  return found
}

/** The share of cases, in (0, 1), in which a word (lower case, restored) has a capital in this place. */
export function capitalOdds(word: string, opened: boolean, around: Surroundings, pack: LanguagePack): number {
  if (around.sentenceStart()) return SENTENCE_START
  const { names, small, articles } = knownOf(pack)
  if (names.has(word)) return NAME
  if (opened) return QUOTATION_START
  if (pack.capitalEndings.length === 0) return names.has(word.replace(/s$/, '')) ? NAME : OTHER
  let odds = BASE
  if (small.has(word)) odds += FUNCTION_WORD
  if (pack.capitalEndings.some(ending => word.endsWith(ending))) odds += NOUN_ENDING
  else if (pack.smallEndings.some(ending => word.endsWith(ending))) odds += SMALL_ENDING
  if (around.capitalNext()) odds += CAPITAL_NEXT
  else if (articles.has(around.beside().before)) odds += BEHIND_ARTICLE
  return Math.min(Math.max(1 / (1 + Math.exp(-odds)), OTHER), 1 - OTHER)
}
