/**
 * Matchers built from a pack's lists, once per pack: longest entry first, no regard to case, whole words only. Each looks
 * at the first characters of a block, so a block of any length is cheap.
 */
import type { LanguagePack } from '../languages/pack.js'
import { alternation } from './alternation.js'

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
    aboutTitle: equals(pack.aboutTitles),
    endMark: endMark(pack.endMarks),
    chrome: equals(pack.chromeLines),
    disclaimer: contains([...pack.disclaimerPhrases, ...pack.forwardLooking]),
  }
  cache.set(pack, patterns)
  return patterns
}

const LEAD = '[\\s*•>"“„(\\[/–—-]'
const MOST_LEAD = 4

function starts(words: readonly string[]): Matcher {
  if (words.length === 0) return () => null
  const pattern = new RegExp(`^${LEAD}{0,${MOST_LEAD}}(${alternation(words)})(?![\\p{L}\\p{M}\\p{N}])`, 'iu')
  const firsts = new Uint8Array(FIRST_BEYOND)
  for (const word of words)
    for (const first of [word[0]!.toLowerCase(), word[0]!.toUpperCase()]) firsts[first.charCodeAt(0)] = 1
  return text => (mayStart(text, firsts) ? (pattern.exec(text.slice(0, REACH))?.[1] ?? null) : null)
}

const FIRST_BEYOND = 0x80
const ASCII_LEAD: Uint8Array = Uint8Array.from({ length: FIRST_BEYOND }, (_, code) =>
  Number(new RegExp(LEAD).test(String.fromCharCode(code))),
)

/** May one of the words stand at the start, by their first letters? What is not ASCII is asked of the pattern. */
function mayStart(text: string, firsts: Uint8Array): boolean {
  for (let at = 0; at <= MOST_LEAD && at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= FIRST_BEYOND || firsts[code] === 1) return true
    if (ASCII_LEAD[code] === 0) return false
  }
  return false
}

function phoneNumber(words: readonly string[]): RegExp {
  const word = words.length > 0 ? `(?:${alternation(words)})` : '(?!)'
  return new RegExp(`(?<!\\p{L})${word}[.:\\s]{0,4}(\\+?[\\d(][\\d\\s()./\\u00a0–-]{4,22}\\d)`, 'giu')
}

function equals(words: readonly string[]): (line: string) => boolean {
  const set = new Set(words.map(word => word.toLowerCase()))
  return line => {
    if (line.length > REACH) return false
    const low = line.toLowerCase()
    return set.has(low) || (/[\s:.]$/.test(low) && set.has(low.replace(/[\s:.]+$/, '')))
  }
}

// Marks without a word: `* * *`, `-----`. A line of them ends a text, or a part of it.
const MARKS = /^(?:[*#=_~•–—-] ?){3,80}$/
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
