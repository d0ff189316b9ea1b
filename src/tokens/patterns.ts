/**
 * Matchers built from a pack's lists, once per pack: longest entry first, no regard to case, whole words only. Each looks
 * at the first characters of a block, so a block of any length is cheap.
 */
import type { LanguagePack } from '../languages/pack.js'
import { alternation, anyCase } from './alternation.js'

type Matcher = (text: string) => string | null

export interface Patterns {
  /** What a press, promotional, release-now or embargo label stands at the start; the label. */
  readonly label: Matcher
  /** What stands between a label and the issuer. */
  readonly labelLink: Matcher
  readonly embargo: Matcher
  readonly contactLead: Matcher
  readonly phoneWord: Matcher
  readonly noteHead: Matcher
  readonly photoLead: Matcher
  readonly aboutHead: Matcher
  readonly forwardLooking: Matcher
  /** What a link to the text as a file begins with. */
  readonly download: Matcher
  readonly sourceLead: Matcher
  readonly issuerLead: Matcher
  /** A word for a release, its own or the end of a compound. */
  readonly release: Matcher
  /** Finds numbers after a word for telephone, the number in group 1; global. */
  readonly phoneNumber: RegExp
  /** Whole lines. */
  readonly aboutTitle: (line: string) => boolean
  readonly endMark: (line: string) => boolean
  readonly chrome: (line: string) => boolean
  /** Anywhere in the text. */
  readonly disclaimer: (text: string) => boolean
}

const REACH = 160
const REACH_INSIDE = 4000
const cache = new WeakMap<LanguagePack, Patterns>()

/** The matchers of a pack. */
export function patternsOf(pack: LanguagePack): Patterns {
  const known = cache.get(pack)
  if (known) return known
  const patterns: Patterns = {
    label: starts([...pack.pressLabels, ...pack.promoLabels, ...pack.immediateLabels]),
    labelLink: starts(pack.labelLinks),
    embargo: starts(pack.embargoLabels),
    contactLead: starts(pack.contactLeads),
    phoneWord: starts(pack.phoneWords),
    phoneNumber: phoneNumber(pack.phoneWords),
    noteHead: starts(pack.noteHeads),
    photoLead: starts(pack.photoLeads),
    aboutHead: starts(pack.aboutHeads),
    forwardLooking: starts(pack.forwardLooking),
    download: starts(pack.downloadWords),
    sourceLead: starts(pack.sourceLeads),
    issuerLead: starts(pack.issuerLeads),
    release: releases(pack.releaseWords),
    aboutTitle: equals(pack.aboutTitles),
    endMark: endMark(pack.endMarks),
    chrome: equals(pack.chromeLines),
    disclaimer: contains([...pack.disclaimerPhrases, ...pack.forwardLooking]),
  }
  cache.set(pack, patterns)
  return patterns
}

/** Marks before a word, and blanks. */
const LEAD = /[\s*•>"“„([/–—-]/
const MOST_LEAD = 4
const WORD_GOES_ON = /^[\p{L}\p{M}\p{N}]/u

/** The longest of the words that stands at the start of a text, behind as many marks as there are, or behind fewer. */
function starts(words: readonly string[]): Matcher {
  const known = new Set(words.map(word => word.toLowerCase()))
  const lengths = [...new Set([...known].map(word => word.length))].sort((a, b) => b - a)
  const firsts = new Set([...words, ...known, ...words.map(word => word.toUpperCase())].map(word => word.charCodeAt(0)))
  const wordAt = (text: string, low: string, at: number) => {
    const length = lengths.find(l => known.has(low.slice(at, at + l)) && !WORD_GOES_ON.test(text.slice(at + l)))
    return length === undefined ? null : text.slice(at, at + length)
  }
  return whole => {
    let lead = 0
    while (lead < MOST_LEAD && LEAD.test(whole[lead] ?? '')) lead++
    for (let at = lead; at >= 0; at--) {
      if (!firsts.has(whole.charCodeAt(at))) continue
      const text = whole.slice(0, REACH)
      const word = wordAt(text, lowered(text), at)
      if (word !== null) return word
    }
    return null
  }
}

/** In lower case, letter by letter: a letter of which that makes two (İ) stays. */
function lowered(text: string): string {
  const low = text.toLowerCase()
  return low.length === text.length
    ? low
    : text.replace(/./gsu, c => (c.toLowerCase().length === c.length ? c.toLowerCase() : c))
}

function phoneNumber(words: readonly string[]): RegExp {
  const word = words.length > 0 ? `(?:${alternation(words)})` : '(?!)'
  return anyCase(`(?<!\\p{L})${word}[.:\\s]{0,4}(\\+?[\\d(][\\d\\s()./\\u00a0–-]{4,22}\\d)`, 'gu')
}

function releases(words: readonly string[]): Matcher {
  const pattern = anyCase(`^\\p{L}{0,40}(?:${alternation(words)})(?![\\p{L}\\p{M}])`, 'u')
  return text => pattern.exec(text.slice(0, REACH))?.[0] ?? null
}

function equals(words: readonly string[]): (line: string) => boolean {
  const set = new Set(words.map(word => word.toLowerCase()))
  return line => {
    if (line.length > REACH) return false
    const low = line.toLowerCase()
    return set.has(low) || (/[\s:.,]$/.test(low) && set.has(low.replace(/[\s:.,]+$/, '')))
  }
}

// Marks without a word: `* * *`, `-----`, `--//--`, `-oOo-`. A line of them ends a text, or a part of it.
const MARKS = /^(?:(?![. ]+$)(?:[*#=_~+/\\|°•·.–—-] ?){3,80}|[*~–—-]{1,6} ?[oO0]{2,5} ?[*~–—-]{1,6})$/
const EDGES = /^[\s*#=_~([–—-]+|[\s*#=_~)\].!–—-]+$/g

/** Whole lines that end a release, whatever marks stand around them. */
function endMark(words: readonly string[]): (line: string) => boolean {
  const exact = equals(words)
  const bare = equals(words.map(word => word.replace(EDGES, '')).filter(word => /\p{L}{3}/u.test(word)))
  return line => line.length <= REACH && (exact(line) || MARKS.test(line) || bare(line.replace(EDGES, '')))
}

function contains(words: readonly string[]): (text: string) => boolean {
  const list = words.map(word => word.toLowerCase())
  return text => {
    const low = text.slice(0, REACH_INSIDE).toLowerCase()
    return list.some(word => low.includes(word))
  }
}
