/**
 * What each block is. First what its own words say (labels, contacts, links, end marks), then what its shape says
 * (a heading is short and ends no sentence), then what its neighbours say: the first heading before the body is the
 * title, paragraphs before the dateline are the summary, what follows a heading `About X` is boilerplate.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind, KindEvidence, Span } from '../model.js'
import { dateAt } from '../text/dates.js'
import { type Patterns, patternsOf } from '../text/patterns.js'
import { prevailingIn, tellsOfTranslation } from '../text/translation.js'
import { endsSentence } from './lines.js'

const LONGEST_LABEL = 110
const LONGEST_HEADING = 140
const HEADING_WORDS = 18
// Titles run longer than headings inside the text.
const LONGEST_TITLE = 240
const TITLE_WORDS = 34
const LONGEST_ADDRESS = 140
const LONGEST_CONTACT = 260
// Words beside a label that are still part of it: a number, a place, a day.
const BESIDE_LABEL = 3
// A line that begins with a disclaimer's phrase shows it within so many characters.
const SHORT_DISCLAIMER = 40
const SHORTEST_QUOTE = 40
const NOTE_WORDS = 8
// A name, a position or a company, and how many lines before the telephone it may stand.
const LONGEST_NAME = 60
const NAME_WORDS = 6
const NAME_REACH = 4
const RUN_IN_WORDS = 7
const RUN_IN_REST = 40
// More paragraphs than this before the dateline are no summary.
const SUMMARY_PARAGRAPHS = 3
const NUMBERED = /^(?:nr|no|n|num|nummer)\b/i
const LINK = /^<?(?:https?:\/\/|www\.)[^\s<>]+>?$/iu
const EMAIL = /[\w.%+-]@[\w-]+\.\w/
// What content networks put in the place of an address.
const MASKED = /\[email[\u00a0 ]protected\]/i
const URL = /https?:\/\/|www\./i
const QUOTED = /^(?:>|[„“”«»"][^„“”«»"]{20,}[“”«»"][.,]?(?:\s[–—-]\s.{2,80})?$)/u
const RUN_IN = /^(["„“«]?[\p{Lu}\p{Lo}][^.!?:;\n]{2,70}):\s+(?=[^\s"„“”«»])/u

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

/** The kind of every block. `news` is the number of the block that begins with the dateline; it may hold nothing else. */
export function kindsOf(
  shapes: readonly Shape[],
  news: { at: number; alone: boolean } | null,
  pack: LanguagePack,
): Named[] {
  const patterns = patternsOf(pack)
  const atNews = { kind: news?.alone ? 'label' : 'paragraph', evidence: 'dateline' } as const
  // Disclaimers stand at the end; earlier, the same words are news.
  const late = (i: number) => 2 * i >= shapes.length
  const own = shapes.map((shape, i) => (i === news?.at ? atNews : ownKind(shape, late(i), patterns, pack)))
  const kinds = own.map(({ kind }) => kind)
  numberedHeadings(shapes, kinds, pack)
  longTitle(shapes, kinds, pack)
  const byShape = [...kinds]
  opening(kinds, news?.at ?? -1)
  const byPlace = [...kinds]
  sections(shapes, kinds, patterns)
  shapes.forEach(({ text }, i) => {
    const runIn = runInOf(text, kinds[i]!)
    if (kinds[i] === 'paragraph' && runIn && isAboutHead(text.slice(0, runIn.end), patterns)) kinds[i] = 'about'
  })
  return kinds.map((kind, i) => {
    if (kind !== byPlace[i]) return { kind, evidence: 'section' }
    if (kind !== byShape[i]) return { kind, evidence: 'position' }
    return kind === own[i]!.kind ? own[i]! : { kind, evidence: 'shape' }
  })
}

function ownKind(shape: Shape, late: boolean, patterns: Patterns, pack: LanguagePack): Named {
  const { text, marker, table, underlined } = shape
  const named = (kind: BlockKind, evidence: KindEvidence): Named => ({ kind, evidence })
  if (table) return named('table', 'layout')
  if (patterns.endMark(text)) return named('end-mark', 'words')
  if (LINK.test(text.slice(0, 2100))) return named('link', 'pattern')
  if (isLabel(text, patterns)) return named('label', 'words')
  if (patterns.chrome(text)) return named('chrome', 'words')
  if (isTimestamp(text, pack)) return named('chrome', 'pattern')
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
  return beside === 0 || (beside <= BESIDE_LABEL && (separator.trim() !== '' || NUMBERED.test(rest)))
}

/** Day and hour of publication on a line of their own, as sites print them above the text. */
function isTimestamp(text: string, pack: LanguagePack): boolean {
  const date = text.length <= LONGEST_LABEL ? dateAt(text, 0, pack) : null
  return date !== null && /^\s*(?:[|–—,·-].{0,60})?$/u.test(text.slice(date.end))
}

function isContact(text: string, patterns: Patterns): boolean {
  if (text.length > LONGEST_CONTACT) return false
  const address = EMAIL.test(text) || phoneOf(text, patterns)
  const lead = patterns.contactLead(text)
  const reachable = () => address || MASKED.test(text) || text.search(patterns.phoneNumber) >= 0
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
  const words = text.split(/\s+/).length
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
  if (patterns.noteHead(text)) return /^[^:]{0,60}:/.test(text) || text.split(/\s+/).length <= NOTE_WORDS
  const photo = patterns.photoLead(text)
  return (
    photo !== null && text.length <= 400 && (photo.split(' ').length > 2 || /^[^:]{0,40}:/.test(text) || URL.test(text))
  )
}

/** Short, begins like a sentence and ends like none. */
function isHeading(text: string, pack: LanguagePack, longest = LONGEST_HEADING, words = HEADING_WORDS): boolean {
  if (text.length > longest || text.includes('\n') || text.split(/\s+/).length > words) return false
  if (/[,;:]$/.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false
  if (/^["„“»«‘’'(]*\p{Ll}/u.test(text) && !/^\S*\p{Lu}/u.test(text)) return false
  return !endsSentence(text, pack) || (/[?!]$/.test(text) && !/[.!?]\s/.test(text))
}

/** `1. Results` alone between paragraphs is a heading, not a list of one item. */
function numberedHeadings(shapes: readonly Shape[], kinds: BlockKind[], pack: LanguagePack): void {
  shapes.forEach(({ text, underlined }, i) => {
    if (kinds[i] !== 'list-item' || !/^(?:\d{1,2}|[A-ZIVX]{1,4})[.)]\s/.test(text)) return
    const alone = kinds[i - 1] !== 'list-item' && kinds[i + 1] !== 'list-item' && kinds[i + 1] !== undefined
    if (underlined || (alone && isHeading(text, pack))) kinds[i] = 'heading'
  })
}

/** The first block of text may be a title longer than any heading. */
function longTitle(shapes: readonly Shape[], kinds: BlockKind[], pack: LanguagePack): void {
  const first = kinds.findIndex(kind => kind !== 'label' && kind !== 'chrome')
  if (kinds[first] !== 'paragraph' || first === kinds.length - 1 || kinds.indexOf('heading') === first + 1) return
  if (isHeading(shapes[first]!.text, pack, LONGEST_TITLE, TITLE_WORDS)) kinds[first] = 'heading'
}

/** Title and summary: what stands before the body. */
function opening(kinds: BlockKind[], dateline: number): void {
  const body = kinds.findIndex(kind => kind !== 'label' && kind !== 'chrome' && kind !== 'heading')
  const title = kinds.indexOf('heading')
  if (title >= 0 && title < (body < 0 ? kinds.length : body) && kinds.length > 1) kinds[title] = 'title'
  const before = kinds.flatMap((kind, i) => (i < dateline && kind === 'paragraph' ? [i] : []))
  if (before.length <= SUMMARY_PARAGRAPHS) for (const i of before) kinds[i] = 'summary'
  for (let i = title + 1; title >= 0 && i < dateline; i++) if (kinds[i] === 'heading') kinds[i] = 'summary'
}

/** Paragraphs under a heading of boilerplate, disclaimer, notes or contacts belong to it. */
function sections(shapes: readonly Shape[], kinds: BlockKind[], patterns: Patterns): void {
  let section: BlockKind | null = null
  shapes.forEach(({ text }, i) => {
    const kind = kinds[i]!
    const named = namedSection(text, kind, patterns)
    if (named) section = named
    else if (section === 'contact' && isNameLine(text, i, kinds, patterns)) kinds[i] = 'contact'
    else if (kind === 'heading' || kind === 'end-mark' || kind === 'title') section = null
    if (kind === 'paragraph' && section && section !== 'contact') kinds[i] = section
    else if (
      (kind === 'paragraph' || kind === 'heading') &&
      section === 'contact' &&
      /\d{5,}|@|\d[\d ]{6,}\d/.test(text) &&
      text.length <= LONGEST_ADDRESS
    )
      kinds[i] = 'contact'
  })
}

/** A name, a position or a company on a line of its own between a contact's lead and its numbers. */
function isNameLine(text: string, i: number, kinds: readonly BlockKind[], patterns: Patterns): boolean {
  if ((kinds[i] !== 'heading' && kinds[i] !== 'paragraph') || kinds[i - 1] !== 'contact') return false
  if (
    text.length > LONGEST_NAME ||
    text.split(/\s+/).length > NAME_WORDS ||
    /[.!?:]$/.test(text.replace(/\p{L}\.$/u, ''))
  )
    return false
  return !isAboutHead(text, patterns) && kinds.slice(i + 1, i + 1 + NAME_REACH).includes('contact')
}

function namedSection(text: string, kind: BlockKind, patterns: Patterns): BlockKind | null {
  if (kind === 'contact' || (kind === 'heading' && patterns.contactLead(text) && text.split(/\s+/).length <= 5))
    return 'contact'
  if (kind !== 'heading') return kind === 'note' && text.split(/\s+/).length <= 6 ? 'note' : null
  if (patterns.forwardLooking(text) || patterns.disclaimer(text)) return 'disclaimer'
  return isAboutHead(text, patterns) ? 'about' : null
}

/** `About Elbwerk`, `Company profile`; `About the weather` is something else. */
function isAboutHead(text: string, patterns: Patterns): boolean {
  if (patterns.aboutTitle(text)) return true
  const head = patterns.aboutHead(text)
  if (!head || text.split(/\s+/).length > 8) return false
  return /^\s(?:(?:die|das|the|la|il|lo|le|de|het)\s)?[\p{Lu}\p{Lo}\p{N}"„“«]|['’]/u.test(
    text.slice(head.length, head.length + 16),
  )
}

/** The heading at the start of a paragraph (`Greater Area: ...`), offsets in the block; null where there is none. */
export function runInOf(text: string, kind: BlockKind): Span | null {
  if (kind !== 'paragraph' && kind !== 'about' && kind !== 'list-item') return null
  const match = RUN_IN.exec(text.slice(0, 120))
  if (!match || text.length - match[0].length < RUN_IN_REST || match[1]!.split(/\s+/).length > RUN_IN_WORDS) return null
  return /,|https?$/.test(match[1]!) ? null : { start: 0, end: match[1]!.length }
}
