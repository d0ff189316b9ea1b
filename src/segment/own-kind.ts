/**
 * What the words and the shape of one block say it is, before its neighbours are asked: labels, contacts, links, end
 * marks and furniture of sites by the pack's words and fixed patterns; a heading is short and ends no sentence.
 */
import { publishedAt } from '../anatomy/dates.js'
import { prevailingIn, tellsOfTranslation } from '../anatomy/translation.js'
import { companyForms } from '../languages/companies.js'
import type { LanguagePack } from '../languages/pack.js'
import { wireHeads, wireLines } from '../languages/wires.js'
import type { BlockKind, KindEvidence } from '../model.js'
import { alternation } from '../tokens/alternation.js'
import type { Patterns } from '../tokens/patterns.js'
import { endsSentence, hasInnerEnd, wordCount } from './lines.js'

const LONGEST_LABEL = 110
const LONGEST_HEADING = 140
const HEADING_WORDS = 18
export const LONGEST_ADDRESS = 140
const LONGEST_CONTACT = 260
// Words beside a label that are still part of it: a number, a place, a day; and those of an issuer behind `from`.
const BESIDE_LABEL = 3
const ISSUER_WORDS = 8
// A line that begins with a disclaimer's phrase shows it within so many characters.
const SHORT_DISCLAIMER = 40
const SHORTEST_QUOTE = 40
const NOTE_WORDS = 8
// A company's name has no more words.
const COMPANY_WORDS = 6
const CRUMB_WORDS = 3
const NUMBERED = /^(?:nr|no|n|num|nummer)\b/i
const LINK = /^<?(?:https?:\/\/|www\.)[^\s<>]+>?$/iu
const EMAIL = /[\w.%+-]@[\w-]+\.\w/
// What content networks put in the place of an address.
const MASKED = /\[email[\u00a0 ]protected\]/i
// > | For further information: Jane Example, +44-20-7946-0123
const NUMBER = /(?<![\p{L}\d])[+(]?\d[\d ()/.-]{7,}\d(?![\p{L}\d])/u
const URL = /https?:\/\/|www\./i
const QUOTED = /^(?:>|[„“”«»"][^„“”«»"]{20,}[“”«»"][.,]?(?:\s[–—-]\s.{2,80})?$)/u
const FILE = /^[\p{L}\p{N}_.() -]{1,100}\.(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|tiff?|mp[34])$/iu
const COPYRIGHT = /^(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|\d{4}))/iu
const WIRE_SOURCE = /^SOURCE:? {1,3}\p{Lu}/u
const COMPANY_END = new RegExp(`(?<![\\p{L}])(?:${alternation(companyForms)})$`, 'u')

/** What the cut knows of a block. */
export interface Shape {
  readonly text: string
  /** It begins with the mark of a list item. */
  readonly marker: boolean
  readonly table: boolean
  readonly underlined: boolean
}

/** A kind and what spoke for it. */
export interface Named {
  readonly kind: BlockKind
  readonly evidence: KindEvidence
}

/** Does the text end in the form of a company, so that a full stop there ends no sentence? */
export const isCompany = (text: string, pack: LanguagePack) =>
  text.length <= LONGEST_LABEL && COMPANY_END.test(text) && wordCount(text) <= COMPANY_WORDS && !hasInnerEnd(text, pack)

/** The kind of a block by itself; `late` in the second half of the text, where disclaimers stand. */
export function ownKind(shape: Shape, late: boolean, patterns: Patterns, pack: LanguagePack): Named {
  const { text, marker, table, underlined } = shape
  const named = (kind: BlockKind, evidence: KindEvidence): Named => ({ kind, evidence })
  if (table) return named('table', 'layout')
  if (patterns.endMark(text)) return named('end-mark', 'words')
  if (LINK.test(text.slice(0, 2100))) return named('link', 'pattern')
  if (isLabel(text, patterns)) return named('label', 'words')
  if (isSiteLine(text, late, patterns)) return named('chrome', 'words')
  if (isAttachment(text) || publishedAt(text, pack)) return named('chrome', 'pattern')
  if (isWireLine(text)) return named('disclaimer', 'words')
  if ((!marker || patterns.contactLead(text)) && isContact(text, patterns)) return named('contact', 'words')
  if (marker) return named('list-item', 'layout')
  if (late && (isDisclaimer(text, patterns) || isTranslation(text, pack))) return named('disclaimer', 'words')
  if (isNote(text, patterns)) return named('note', 'words')
  if (underlined) return named('heading', 'layout')
  if (isHeading(text, pack)) return named('heading', 'shape')
  if (text.length >= SHORTEST_QUOTE && QUOTED.test(text.slice(0, 4000))) return named('quote', 'pattern')
  return named('paragraph', 'none')
}

/** A label, other labels, separators and a few words beside it, nothing more. */
function isLabel(text: string, patterns: Patterns): boolean {
  if (text.length > LONGEST_LABEL) return false
  if (isWireHead(text)) return true
  if (patterns.embargo(text)) return !/\p{L}{3}[.!?]\s+\p{Lu}/u.test(text)
  let rest = text
  let separator: string | null = null
  for (let label = patterns.label(rest); label && separator?.trim() !== ''; label = patterns.label(rest)) {
    rest = rest.slice(rest.toLowerCase().indexOf(label.toLowerCase()) + label.length)
    separator = /^[^\p{L}\p{N}]*/u.exec(rest)![0]
    rest = rest.slice(separator.length)
  }
  if (separator === null) return false
  const beside = rest.match(/\p{L}+/gu)?.length ?? 0
  if (patterns.labelLink(rest) && beside <= ISSUER_WORDS && isIssuer(rest)) return true
  return beside === 0 || (beside <= BESIDE_LABEL && (separator.trim() !== '' || NUMBERED.test(rest)))
}

/** `Press release from Elbwerk Marine`, but not `Comunicato della Procura: arrestati tre ...`: names and small words. */
const isIssuer = (text: string) => !/[:.!?](?:\s|$)|[\p{Ll}]{5,}/u.test(text.replace(/\p{Lu}\p{L}*/gu, ''))

/** `EQS-News: Elbwerk AG / Schlagwort(e): ...` */
const isWireHead = (text: string) => wireHeads.some(head => text.startsWith(`${head}:`)) && text.includes(' / ')

/** A word of the site, a path of them (`Home / Press`), or what wires print under a text (`SOURCE Elbwerk AG`). */
function isSiteLine(text: string, late: boolean, patterns: Patterns): boolean {
  if (text.length > LONGEST_LABEL) return false
  if (patterns.chrome(text)) return true
  if (late && (COPYRIGHT.test(text) || WIRE_SOURCE.test(text))) return true
  if (!/[|/»›>·•]/.test(text)) return false
  const crumbs = text.split(/\s?[|/»›>·•]\s?/)
  return patterns.chrome(crumbs[0]!) && crumbs.every(crumb => crumb.split(' ').length <= CRUMB_WORDS)
}

/** The name of a file. */
const isAttachment = (text: string) => text.length <= LONGEST_LABEL && FILE.test(text)

const lowerWireLines = wireLines.map(line => line.toLowerCase())
const WIRE_FIRSTS = new Set(lowerWireLines.flatMap(line => [line[0], line[0]!.toUpperCase()]))

/** What a wire says of itself or of the law, wherever it stands. */
const isWireLine = (text: string) => {
  if (!WIRE_FIRSTS.has(text[0])) return false
  const head = text.slice(0, LONGEST_LABEL).toLowerCase()
  return lowerWireLines.some(line => head.startsWith(line))
}

function isContact(text: string, patterns: Patterns): boolean {
  if (text.length > LONGEST_CONTACT) return false
  const address = (text.includes('@') && EMAIL.test(text)) || phoneOf(text, patterns)
  const lead = patterns.contactLead(text)
  const reachable = () =>
    address || MASKED.test(text) || text.search(patterns.phoneNumber) >= 0 || (text.includes(':') && NUMBER.test(text))
  if (lead) return reachable() || URL.test(text) || /:$/.test(text) || isShortLead(text, lead)
  return (
    address &&
    text.length <= LONGEST_ADDRESS &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) &&
    (text.match(/\s\p{Ll}{3,}/gu)?.length ?? 0) <= 4
  )
}

/** `Press office Elbwerk` leads to a contact, `Contact lenses get smarter` to none. */
function isShortLead(text: string, lead: string): boolean {
  const rest = text.slice(text.toLowerCase().indexOf(lead.toLowerCase()) + lead.length)
  const words = wordCount(text)
  return words <= 2 || (words <= 5 && /^\W*(?:[\p{Lu}\p{Lo}(]|$)/u.test(rest))
}

const phoneOf = (text: string, patterns: Patterns) =>
  patterns.phoneWord(text) !== null && /\d[\d\s()./–-]{4,}\d/.test(text)

/** A phrase of disclaimers in a paragraph, or at the start of a line. */
const isDisclaimer = (text: string, patterns: Patterns) =>
  patterns.disclaimer(text.length > LONGEST_HEADING ? text : text.slice(0, SHORT_DISCLAIMER)) &&
  text.length > SHORT_DISCLAIMER

/** It speaks of a translation, and says which version counts. */
const isTranslation = (text: string, pack: LanguagePack) =>
  text.length > SHORT_DISCLAIMER && tellsOfTranslation(text, pack) && prevailingIn(text, pack) !== null

function isNote(text: string, patterns: Patterns): boolean {
  if (patterns.noteHead(text)) return /^[^:]{0,60}:/.test(text) || wordCount(text) <= NOTE_WORDS
  const photo = patterns.photoLead(text)
  return (
    photo !== null && text.length <= 400 && (photo.split(' ').length > 2 || /^[^:]{0,40}:/.test(text) || URL.test(text))
  )
}

/** Short, begins like a sentence and ends like none. */
export function isHeading(text: string, pack: LanguagePack, longest = LONGEST_HEADING, words = HEADING_WORDS): boolean {
  if (text.length > longest || text.includes('\n') || wordCount(text) > words) return false
  if (/[,;:]$/.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false
  if (/^["„“»«‘’'(]*\p{Ll}/u.test(text) && !/^\S*\p{Lu}/u.test(text)) return false
  return !endsSentence(text, pack) || isCompany(text, pack) || (/[?!]$/.test(text) && !/[.!?]\s/.test(text))
}
