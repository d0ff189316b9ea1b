/**
 * What each block is. First what its own words say (labels, contacts, links, end marks), then what its shape says
 * (a heading is short and ends no sentence), then what its neighbours say: short lines between the words of a menu are
 * furniture of the site, the first heading before the body is the title, paragraphs before the dateline are the summary,
 * what follows a heading `About X` is boilerplate, names and addresses behind a contact's lead belong to it.
 */
import { publishedAt } from '../anatomy/dates.js'
import { isBodyLine, isOrganisation } from '../anatomy/organisations.js'
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind, Span } from '../model.js'
import { type Patterns, patternsOf } from '../tokens/patterns.js'
import { aboveAddress, belongsToContact, isAboutHead } from './contact-lines.js'
import { type Draft, headless, lists } from './headless.js'
import { wordCount } from './lines.js'
import { beforeDate, isCompany, isHeading, isTitle, type Named, ownKind, type Shape } from './own-kind.js'

// More paragraphs than this before the dateline are no summary.
const SUMMARY_PARAGRAPHS = 3
// What kind of release it is has no more words.
const KIND_WORDS = 3
// A name behind `by` has no more words.
const NAME_WORDS = 6
// A title below a word of the site has so many words and more.
const TITLE_WORDS = 4
// `News from`
const FROM_WORDS = 2
// Entries of menus have no more words; a title has more.
const ENTRY_WORDS = 2
// So many words of menus make one, whose last entry no pack may know.
const FEWEST_ENTRIES = 2
// What stands between title and dateline has more words if it sums the news up; fewer name a section of the site.
const SUMMARY_WORDS = 4
// The title stands among the first blocks.
const OPENING = 24
// What stands right between title and text, without a dateline, has so many words if it sums the news up.
const SUBTITLE_WORDS = 6
const SUBTITLE_TIMES = 2
const RUN_IN_WORDS = 7
const RUN_IN_REST = 40
const RUN_IN = /^(["„“«]?[\p{Lu}\p{Lo}][^.!?:;\n]{2,70}):\s+(?=[^\s"„“”«»])/u

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
  const draft: Draft = { shapes, kinds, patterns, pack }
  numberedHeadings(draft)
  longTitle(draft)
  menu(draft)
  issuerLine(draft)
  kicker(draft)
  footer(kinds)
  lists(draft)
  aboveAddress(draft)
  const byShape = [...kinds]
  opening(draft, news?.at ?? -1)
  const byPlace = [...kinds]
  sections(draft)
  headless(draft)
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

/** `1. Results` alone between paragraphs is a heading, not a list of one item. */
function numberedHeadings({ shapes, kinds, pack }: Draft): void {
  shapes.forEach(({ text, underlined }, i) => {
    if (kinds[i] !== 'list-item' || !/^(?:\d{1,2}|[A-ZIVX]{1,4})[.)]\s/.test(text)) return
    const alone = kinds[i - 1] !== 'list-item' && kinds[i + 1] !== 'list-item' && kinds[i + 1] !== undefined
    const isIntroduced = shapes[i - 1]?.text.endsWith(':') === true
    if (underlined || (alone && !isIntroduced && isHeading(text, pack))) kinds[i] = 'heading'
  })
}

/** What may stand above the title. */
const ABOVE: ReadonlySet<BlockKind> = new Set(['label', 'chrome', 'note'])

/** One word, a name behind `by`, or a label with its date above a heading: a section of the site, an author, no title. */
function kicker({ shapes, kinds, patterns, pack }: Draft): void {
  const first = kinds.findIndex(kind => !ABOVE.has(kind))
  const next = kinds.findIndex((kind, i) => i > first && !ABOVE.has(kind))
  if (kinds[first] !== 'heading' || kinds[next] !== 'heading') return
  const { text } = shapes[first]!
  const isByline = patterns.labelLink(text) !== null && wordCount(text) <= NAME_WORDS && !/\s\p{Ll}/u.test(text)
  // `Comunicato del Governo del 3 maggio 2026` is the title of a bulletin, `Medienmitteilung der Polizei vom 3. Mai 2026` none.
  const label = patterns.label(text)?.toLowerCase()
  const isDated = label !== undefined && !pack.releaseWords.includes(label) && beforeDate(text, pack) !== null
  // > | ASX Announcement
  const isKind =
    wordCount(text) <= KIND_WORDS && patterns.release(text.slice(text.lastIndexOf(' ') + 1)) === text.split(' ').at(-1)
  // > | News / Parks and open spaces
  const isPath = wordCount(text) <= NAME_WORDS && /\s[/>›»•·]\s/.test(text)
  const isSection = isPath || wordCount(text) === 1 || isFromBody(text, pack)
  if (isByline || isDated || isKind || (isSection && wordCount(shapes[next]!.text) >= TITLE_WORDS))
    kinds[first] = 'label'
}

/** Two words, and the name of a body: `News from the Port of Kiel`. */
function isFromBody(text: string, pack: LanguagePack): boolean {
  const words = text.split(/\s+/)
  return words.length > FROM_WORDS && words.length <= NAME_WORDS + FROM_WORDS
    ? /^\p{Ll}/u.test(words[1]!) && isOrganisation(words.slice(FROM_WORDS).join(' '), pack)
    : false
}

/** The first block of text may be a title longer than any heading. */
function longTitle({ shapes, kinds, pack }: Draft): void {
  const first = kinds.findIndex(kind => !ABOVE.has(kind))
  if (first === kinds.length - 1 || (kinds[first] !== 'paragraph' && kinds[first] !== 'quote')) return
  const { text } = shapes[first]!
  // A long line right before a heading stands above the title, but for one that only its small letter makes no heading.
  if (kinds.indexOf('heading') === first + 1 && !isHeading(text.slice(0, 1).toUpperCase() + text.slice(1), pack)) return
  if (isTitle(text, pack)) kinds[first] = 'heading'
}

/** The heading at the start of a paragraph (`Greater Area: ...`), offsets in the block; null where there is none. */
export function runInOf(text: string, kind: BlockKind): Span | null {
  if (kind !== 'paragraph' && kind !== 'about' && kind !== 'list-item') return null
  const match = RUN_IN.exec(text.slice(0, 120))
  if (!match || text.length - match[0].length < RUN_IN_REST || wordCount(match[1]!) > RUN_IN_WORDS) return null
  // `Elbwerk (Nasdaq: ELBW)`: a bracket is open.
  return /,|https?$|\([^)]*$/.test(match[1]!) ? null : { start: 0, end: match[1]!.length }
}

/** Title and summary: what stands before the body. */
function opening(draft: Draft, news: number): void {
  const { shapes, kinds } = draft
  // Place and date below the text open nothing.
  const dateline = kinds.includes('paragraph', news) || kinds.includes('quote', news) ? news : -1
  const body = kinds.findIndex(kind => !ABOVE.has(kind) && kind !== 'heading')
  const title = kinds.indexOf('heading')
  if (title >= 0 && title < (body < 0 ? kinds.length : body) && kinds.length > 1) kinds[title] = 'title'
  const sums = (i: number) => wordCount(shapes[i]!.text) >= SUMMARY_WORDS
  const before = kinds.flatMap((kind, i) => (i < dateline && kind === 'paragraph' && sums(i) ? [i] : []))
  if (before.length <= SUMMARY_PARAGRAPHS) for (const i of before) kinds[i] = 'summary'
  for (let i = title + 1; title >= 0 && i < dateline; i++) if (kinds[i] === 'heading' && sums(i)) kinds[i] = 'summary'
  if (dateline < title && kinds[title] === 'title') {
    subtitle(draft, title + 1)
    lead(draft, title + 1)
  }
}

/** One sentence alone between the title and the line with the date of publication sums the news up. */
function lead({ shapes, kinds, pack }: Draft, at: number): void {
  if (kinds[at] !== 'paragraph' || /[.!?]\s+[\p{Lu}\d]/u.test(shapes[at]!.text)) return
  let next = at + 1
  while (ABOVE.has(kinds[next]!) && !publishedAt(shapes[next]!.text, pack)) next++
  if (kinds[next] === 'chrome' && kinds[next + 1] === 'paragraph') kinds[at] = 'summary'
}

/** A heading right below the title sums the news up if it is the only one, or much longer than the others: a section's is not. */
function subtitle({ shapes, kinds, patterns }: Draft, at: number): void {
  const next = (i: number) => kinds.findIndex((kind, k) => k > i && !ABOVE.has(kind))
  const heads = (i: number) => kinds[i] === 'heading' && kinds[i < 3 ? next(i) : i + 1] === 'paragraph'
  const isNews = (i: number) => heads(i) && !namedSection(shapes[i]!.text, 'heading', patterns)
  const words = (i: number) => wordCount(shapes[i]!.text)
  const others = kinds.flatMap((_, i) => (i > at && isNews(i) ? [words(i)] : []))
  const least = Math.max(SUBTITLE_WORDS, SUBTITLE_TIMES * Math.max(0, ...others))
  if (heads(at) && words(at) >= least) kinds[at] = 'summary'
}

/** Paragraphs under a heading of boilerplate, disclaimer, notes or contacts belong to it. */
function sections(draft: Draft): void {
  const { shapes, kinds, patterns } = draft
  let section: BlockKind | null = null
  shapes.forEach(({ text }, i) => {
    const kind = kinds[i]!
    const named = namedSection(text, kind, patterns)
    if (named) section = named
    else if (section === 'contact' && belongsToContact(draft, i)) kinds[i] = 'contact'
    else if (kind === 'heading' || kind === 'end-mark' || kind === 'title' || isLead(kind, text)) section = null
    else if (kind === 'paragraph' && section && section !== 'contact') kinds[i] = section
  })
}

/** A word of the site above what it offers: `Attachments:`. */
const isLead = (kind: BlockKind, text: string) => kind === 'chrome' && text.endsWith(':')

function namedSection(text: string, kind: BlockKind, patterns: Patterns): BlockKind | null {
  if (kind === 'contact' || (kind === 'heading' && patterns.contactLead(text) && wordCount(text) <= 5)) return 'contact'
  // `Foto: Elbwerk AG` is whole by itself.
  if (kind !== 'heading') return kind === 'note' && wordCount(text) <= 6 && !/:\s*\S/.test(text) ? 'note' : null
  if (patterns.forwardLooking(text) || patterns.disclaimer(text)) return 'disclaimer'
  return isAboutHead(text, patterns) ? 'about' : null
}

/**
 * The issuer above or below the title: a company's name where the site prints such, a body's on any line of its own.
 * Another heading must be left, the title.
 *
 *     > | Kanton Sarntal                       chrome
 *     > | Gesundheitsdirektion                 chrome
 *     > | Neue Praxis entlastet das Spital     title
 */
function issuerLine({ shapes, kinds, pack }: Draft): void {
  const body = kinds.findIndex(
    (kind, i) =>
      !ABOVE.has(kind) && kind !== 'heading' && (kind !== 'contact' || wordCount(shapes[i]!.text) > KIND_WORDS),
  )
  const above = kinds.slice(0, body < 0 ? kinds.length : Math.min(body, OPENING))
  const heads = above.flatMap((kind, i) => (kind === 'heading' ? [i] : []))
  if (heads.length < 2) return
  const texts = shapes.map(({ text }) => text)
  const issues = (i: number) =>
    isCompany(texts[i]!, pack)
      ? above[i - 1] === 'chrome' ||
        (i < heads.at(-1)! && texts.some((text, k) => k >= body && text.includes(texts[i]!)))
      : isBodyLine(texts[i]!, texts, pack)
  const names = heads.filter(issues)
  if (names.length === heads.length) return
  for (const i of names) kinds[i] = 'chrome'
  // > | - Pressestelle -
  for (let i = 0; i < heads.at(-1)!; i++) if (kinds[i] === 'contact') kinds[i] = 'chrome'
}

/**
 * Short lines between the words of a menu, above the title.
 *
 *     > | Home / Unternehmen / Kontakt / Teilen      chrome, heading, contact, chrome: one menu
 *     > | Die Überschrift
 */
function menu({ shapes, kinds, patterns }: Draft): void {
  const words = (i: number) => wordCount(shapes[i]!.text.slice(0, 100))
  const entry = (i: number) => (kinds[i] === 'heading' || kinds[i] === 'contact') && words(i) <= ENTRY_WORDS
  let [end, first, known] = [0, -1, 0]
  for (; end < kinds.length && (kinds[end] === 'chrome' || kinds[end] === 'label' || entry(end)); end++) {
    if (!patterns.chrome(shapes[end]!.text)) continue
    known++
    if (first < 0) first = end
  }
  // The title must be among what follows.
  if (first < 0 || kinds[end] !== 'heading') return
  let last = end - 1
  if (known < FEWEST_ENTRIES) while (last > first && entry(last)) last--
  for (let i = first; i <= last; i++) if (entry(i)) kinds[i] = 'chrome'
}

/** Behind the text: once a word of the site has come, headings with no text under them are the site's. */
function footer(kinds: BlockKind[]): void {
  let start = kinds.length
  while (start > 0 && (kinds[start - 1] === 'heading' || kinds[start - 1] === 'chrome' || kinds[start - 1] === 'link'))
    start--
  const first = start > 0 ? kinds.indexOf('chrome', start) : -1
  if (first < 0) return
  for (let i = first; i < kinds.length; i++) if (kinds[i] === 'heading') kinds[i] = 'chrome'
}
