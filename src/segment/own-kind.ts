/**
 * What the words and the shape of one block say it is, before its neighbours are asked: labels, contacts, links, end
 * marks and furniture of sites by the pack's words and fixed patterns; a heading is short and ends no sentence.
 */
import { dateAt, publishedAt } from '../anatomy/dates.js'
import { isOrganisation } from '../anatomy/organisations.js'
import { prevailingIn, tellsOfTranslation } from '../anatomy/translation.js'
import { companyForms } from '../languages/companies.js'
import type { LanguagePack } from '../languages/pack.js'
import { wireHeads, wireKeywords, wireLines } from '../languages/wires.js'
import type { BlockKind, KindEvidence } from '../model.js'
import { alternation } from '../tokens/alternation.js'
import type { Patterns } from '../tokens/patterns.js'
import { endsSentence, hasInnerEnd, wordCount } from './lines.js'

const LONGEST_LABEL = 110
const LONGEST_HEADING = 140
const HEADING_WORDS = 18
export const LONGEST_ADDRESS = 140
const LONGEST_CONTACT = 260
// Titles run longer than headings inside the text.
const LONGEST_TITLE = 240
const TITLE_WORDS = 34
// Fewer that begin with a small letter are an entry of a menu.
const FEWEST_TITLE_WORDS = 3
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
// `A » B` may be a comparison; two such signs make a path.
const PATH_SIGNS = 2
// A link to a file has no more words: `Download the release as PDF`.
const FILE_LINK_WORDS = 6
// Words between a label and its date: who said it, and where.
const DATED_WORDS = 12
// Without a sign before the date no more than `of the`: `Comunicato della Giunta del 3 maggio 2026` is a title.
const BEFORE_DATE = 2
// The last date of a label begins within so many characters of its end.
const DATE_REACH = 40
// Names and numbers of several people behind one lead.
const LONGEST_CONTACTS = 1000
// Words that may stand behind the last telephone number of a contact: `E-Mail`, `Mobil`.
const BEHIND_NUMBER = 4
// A line of `Quelle: X` names a body, no sentence.
const LONGEST_SOURCE = 160
const NUMBERED = /^(?:nr|no|n|num|nummer)\b/i
// > | IP/26/145   MEMO/26/12
const REFERENCE = /^\p{Lu}{1,8}(?:\/\p{Lu}{1,8}){0,2}(?:\/\d{1,6}){1,3}$/u
const RELEASE_NUMBER = /^(?:(?:nr|no|n|num|nummer)[.°]{0,2}\s?)?\d[\d/.-]*$/i
const LINK = /^<?(?:https?:\/\/|www\.)[^\s<>]+>?$/iu
const EMAIL = /[\w.%+-]@[\w-]+\.\w/
// What content networks put in the place of an address.
const MASKED = /\[email[\u00a0 ]protected\]/i
// > | For further information: Jane Example, +44-20-7946-0123
const NUMBER = /(?<![\p{L}\d])[+(]?\d[\d ()/.-]{7,}\d(?![\p{L}\d])/u
const URL = /https?:\/\/|www\./i
const QUOTED = /^(?:>|[„“”«»"][^„“”«»"]{20,}[“”«»"][.,]?(?:\s[–—-]\s.{2,80})?$)/u
const FILE = /^[\p{L}\p{N}_.() -]{1,100}\.(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|tiff?|mp[34])$/iu
const CREDIT = /^© ?\p{L}/u
const COPYRIGHT = /^(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|\d{4}))/iu
const WIRE_SOURCE = /^SOURCE:? {1,3}\p{Lu}/u
// `You are here:`
const PATH_LEAD = /^\p{L}[^:»›>|/]{2,24}:\s/u
const PATH = /\s[»›>]\s/u
const FORMAT = /(?<!\p{L})(?:pdf|word|docx?|odt|rtf|epub|excel|xlsx?|csv|txt|zip|jpe?g|mp3)(?![\p{L}-])/iu
const FORMAT_END = new RegExp(`${FORMAT.source}[\\s,;]*(?:\\d[\\d.,]*\\s?[KM]i?B)?\\s?[)\\]]?$`, 'iu')
// > | +49 40 1234567      > | Jane Example (+49 40 1234567)
const BARE_PHONE = /^(?:\+|\(?0)\d?[\d ()/.-]{6,22}\d$|^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}\(\+\d[\d ()/.-]{6,22}\d\)/u
const PHONE_LIKE = /\+?\d[\d ()/.-]{7,}\d/
// `N.C.`, `L.P.`, `a.s.`
const ABBREVIATED = /(?<![\p{L}.])(?:\p{L}\.){2,}$/u
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
  if (isLabel(text, patterns, pack)) return named('label', 'words')
  if (isSiteLine(text, late, patterns)) return named('chrome', 'words')
  if (isAttachment(text) || publishedAt(text, pack)) return named('chrome', 'pattern')
  if (isWireLine(text)) return named('disclaimer', 'words')
  if ((!marker || patterns.contactLead(text)) && isContact(text, patterns)) return named('contact', 'words')
  if (marker) return named('list-item', 'layout')
  if (late && (isDisclaimer(text, patterns) || isTranslation(text, pack))) return named('disclaimer', 'words')
  if (isNote(text, patterns) || isSource(text, patterns)) return named('note', 'words')
  if (underlined) return named('heading', 'layout')
  if (isHeading(text, pack)) return named('heading', 'shape')
  if (text.length >= SHORTEST_QUOTE && QUOTED.test(text.slice(0, 4000))) return named('quote', 'pattern')
  return named('paragraph', 'none')
}

/** A label, other labels, separators and a few words beside it, nothing more. */
function isLabel(whole: string, patterns: Patterns, pack: LanguagePack): boolean {
  // A label at one edge of a page, its date at the other.
  const text = whole.length > LONGEST_LABEL ? whole.slice(0, 4 * LONGEST_LABEL).replace(/\s{2,}/g, ' – ') : whole
  if (text.length > LONGEST_LABEL) return false
  if (isWireHead(text) || REFERENCE.test(text)) return true
  if (patterns.embargo(text)) return !/\p{L}{3}[.!?]\s+\p{Lu}/u.test(text)
  let rest = text
  let separator: string | null = null
  for (let label = patterns.label(rest); label && separator?.trim() !== ''; label = patterns.label(rest)) {
    rest = rest.slice(rest.toLowerCase().indexOf(label.toLowerCase()) + label.length)
    separator = /^[^\p{L}\p{N}]*/u.exec(rest)![0]
    rest = rest.slice(separator.length)
  }
  if (separator === null && /^\p{L}/u.test(text) && RELEASE_NUMBER.test(text)) return true
  if (separator === null) return isNumbered(text, patterns, pack)
  const beside = rest.match(/\p{L}+/gu)?.length ?? 0
  if (patterns.labelLink(rest) && beside <= ISSUER_WORDS && isIssuer(rest)) return true
  if (separator.trim() === '' && isOrganisation(rest, pack)) return true
  if (beside === 0 || (beside <= BESIDE_LABEL && (separator.trim() !== '' || NUMBERED.test(rest)))) return true
  const dated = beforeDate(rest, pack)
  if (dated === null || wordCount(dated.text) > DATED_WORDS) return false
  if (separator.trim() === '') return dated.apart || wordCount(dated.text) <= BEFORE_DATE
  return dated.apart && (wordCount(dated.text) <= BESIDE_LABEL || isCompany(dated.text, pack))
}

/** `Meddelelse nr. 3/2026`, `Nyhed 18-03-2026`: a word for a release, and no more than its number or its date. */
function isNumbered(text: string, patterns: Patterns, pack: LanguagePack): boolean {
  const word = patterns.release(text)
  const rest = word === null ? '' : text.slice(word.length).replace(/^[\s:|,–—-]+/u, '')
  if (rest === '' || RELEASE_NUMBER.test(rest)) return rest !== ''
  // A compound says more than `Notizia del 3 maggio 2026`: it may be the title of a bulletin.
  const between = pack.releaseWords.includes(word!.toLowerCase()) ? /^(?:\p{Ll}{1,4})?$/u : /^$/
  return between.test(beforeDate(rest, pack)?.text ?? '-')
}

/** What stands before the date that a text ends with, and whether a sign parts them: `fra havnefesten i Esbjerg – 3. maj 2026`. */
export function beforeDate(text: string, pack: LanguagePack): { text: string; apart: boolean } | null {
  if (!/\d[).]?$/.test(text)) return null
  const from = Math.max(0, text.length - DATE_REACH)
  for (const { index } of text.slice(from).matchAll(/(?<![\p{L}\p{N}.])[\p{L}\p{N}]/gu)) {
    const date = dateAt(text, from + index, pack)
    if (date?.iso?.length !== 10 || !/^[).]?$/.test(text.slice(date.end))) continue
    const before = text.slice(0, from + index).trimEnd()
    return { text: before.replace(/\s?[–—|,;(-]$/, ''), apart: /[–—|,;(-]$/.test(before) }
  }
  return null
}

/** `Press release from Elbwerk Marine`, but not `Comunicato della Procura: arrestati tre ...`: names and small words. */
const isIssuer = (text: string) => !/[:.!?](?:\s|$)|[\p{Ll}]{5,}/u.test(text.replace(/\p{Lu}\p{L}*/gu, ''))

/** `EQS-News: Elbwerk AG / Schlagwort(e): ...`, with the wire or without. */
const isWireHead = (text: string) =>
  text.includes(' / ') &&
  (wireHeads.some(head => text.startsWith(`${head}:`)) || wireKeywords.some(word => text.includes(` / ${word}:`)))

/** A word of the site, a path of them (`Home / Press`), or what wires print under a text (`SOURCE Elbwerk AG`). */
function isSiteLine(text: string, late: boolean, patterns: Patterns): boolean {
  if (text.length > LONGEST_LABEL) return false
  if (patterns.chrome(text)) return true
  if (CREDIT.test(text) || (late && (COPYRIGHT.test(text) || WIRE_SOURCE.test(text)))) return true
  if (isFileLink(text, patterns)) return true
  if (!/[|/»›>·•]/.test(text)) return false
  if (isPath(text, patterns)) return true
  const crumbs = text.replace(PATH_LEAD, '').split(/\s?[|/»›>·•]\s?/)
  if (!crumbs.every(crumb => crumb.split(' ').length <= CRUMB_WORDS)) return false
  return patterns.chrome(crumbs[0]!) || (crumbs.length > PATH_SIGNS && crumbs.some(crumb => patterns.chrome(crumb)))
}

/** `Download as PDF`, `Als PDF herunterladen (1,2 MB)` */
function isFileLink(text: string, patterns: Patterns): boolean {
  if (!FORMAT.test(text) || wordCount(text) > FILE_LINK_WORDS) return false
  if (patterns.download(text) !== null) return FORMAT_END.test(text)
  return patterns.download(text.slice(text.lastIndexOf(' ') + 1)) !== null
}

/** Where a page stands on its site: `Home » News » Ferries`. Its last step may be the title. */
function isPath(text: string, patterns: Patterns): boolean {
  const steps = text.replace(PATH_LEAD, '').split(PATH)
  const isShort = (step: string) => step !== '' && wordCount(step) <= CRUMB_WORDS && !/[.!?,;:]$/.test(step)
  if (steps.length < 2 || !steps.slice(0, -1).every(isShort)) return false
  return patterns.chrome(steps[0]!) || (steps.length > PATH_SIGNS && isShort(steps.at(-1)!))
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

// > | Any questions? Contact Jane Example, 020 7946 0123.
const QUESTION = /^\p{L}[^.?!]{2,40}\?\s(?=\p{L})/u

function isContact(whole: string, patterns: Patterns): boolean {
  const text = whole.replace(QUESTION, '')
  if (text.length > LONGEST_CONTACT) return isContacts(text, patterns)
  const address = (text.includes('@') && EMAIL.test(text)) || phoneOf(text, patterns)
  if (BARE_PHONE.test(text)) return true
  const lead = patterns.contactLead(text)
  const reachable = () =>
    address || MASKED.test(text) || text.search(patterns.phoneNumber) >= 0 || (text.includes(':') && NUMBER.test(text))
  if (!lead && isCalled(text, patterns)) return true
  if (lead)
    return isContacts(text, patterns) || reachable() || URL.test(text) || /:$/.test(text) || isShortLead(text, lead)
  return (
    address &&
    text.length <= LONGEST_ADDRESS &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) &&
    (text.match(/\s\p{Ll}{3,}/gu)?.length ?? 0) <= 4
  )
}

/** `Weitere Auskünfte: Presse: Jane Example, +49 40 1234567; Anleger: ...` */
function isContacts(text: string, patterns: Patterns): boolean {
  if (text.length > LONGEST_CONTACTS) return false
  const lead = patterns.contactLead(text)
  return lead !== null && text.startsWith(':', text.indexOf(lead) + lead.length) && PHONE_LIKE.test(text)
}

/** `Jane Example, head of the yard, tel. 040 1234567`: it ends in a number, and in no sentence. */
export function isCalled(text: string, patterns: Patterns): boolean {
  if (text.length > LONGEST_CONTACT || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}|[.!?]$/u.test(text)) return false
  const last = Array.from(text.matchAll(patterns.phoneNumber)).at(-1)
  if (!last) return false
  const behind = text.slice(last.index + last[0].length).replace(/\S+@\S+/g, '')
  return (behind.match(/\p{L}{2,}/gu)?.length ?? 0) <= BEHIND_NUMBER
}

/** `Press office Elbwerk` leads to a contact, `Contact lenses get smarter` to none. */
function isShortLead(text: string, lead: string): boolean {
  const rest = text.slice(text.toLowerCase().indexOf(lead.toLowerCase()) + lead.length)
  const words = wordCount(text)
  return words <= 2 || (words <= 5 && /^\W*(?:[\p{Lu}\p{Lo}(]|$)/u.test(rest))
}

const phoneOf = (text: string, patterns: Patterns) =>
  patterns.phoneWord(text) !== null && /\d[\d\s()./–-]{4,}\d/.test(text)

/** A phrase of disclaimers. */
const isDisclaimer = (text: string, patterns: Patterns) =>
  patterns.disclaimer(text.length > LONGEST_HEADING ? text : text.slice(0, SHORT_DISCLAIMER)) &&
  text.length > SHORT_DISCLAIMER

/** It speaks of a translation, and says which version counts. */
const isTranslation = (text: string, pack: LanguagePack) =>
  text.length > SHORT_DISCLAIMER && tellsOfTranslation(text, pack) && prevailingIn(text, pack) !== null

/** `Source: X`, `Issued by: X` on a line of its own. */
function isSource(text: string, patterns: Patterns): boolean {
  const lead = text.length <= LONGEST_SOURCE ? (patterns.sourceLead(text) ?? patterns.issuerLead(text)) : null
  return (
    lead !== null && /^\s?:\s?\S/.test(text.slice(text.indexOf(lead) + lead.length)) && !/[.!?]\s+\p{Lu}/u.test(text)
  )
}

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

/** The first line of a text may be a title that begins with a small letter, or ends in an abbreviation. */
export function isTitle(text: string, pack: LanguagePack): boolean {
  if (isHeading(text, pack, LONGEST_TITLE, TITLE_WORDS)) return true
  if (text.length > LONGEST_TITLE || hasInnerEnd(text, pack) || /[,;:]$/.test(text)) return false
  const words = wordCount(text)
  if (words < FEWEST_TITLE_WORDS || words > TITLE_WORDS) return false
  return ABBREVIATED.test(text) || !endsSentence(text, pack)
}
