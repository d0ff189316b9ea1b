/**
 * What stands around the news and is not of its author: the line that a site prints above it, with the time of
 * publication and the source, the agency or distributor that signed it, and until when it is not to be published.
 *
 *     > | August 08, 2026 14:25 ET | Source: Elbwerk Marine          above the title
 *     > | Regierungsmitteilung vom 9. Februar 2026                    the title itself
 *     > | ... im Herbst geliefert. (AWP)                              at the end of a block
 *     > | Original-Content von: Elbwerk AG, übermittelt durch news aktuell
 */

import { dateAt, publicationIn, publishedAt, timeIn } from '../anatomy/dates.js'
import type { LanguagePack } from '../languages/pack.js'
import { signatures, signers } from '../languages/wires.js'
import type { Block, BlockKind, Embargo, Header } from '../model.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase, eat } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'
import { datesIn } from './dates.js'

// A site's header stands among the first blocks, before any text.
const HEADER_REACH = 6
const LONGEST = 160
// The day of issue is named in the first sentences.
const OPENING = 600
const BODY: ReadonlySet<BlockKind> = new Set(['paragraph', 'quote', 'list-item', 'table', 'about'])
const PROSE: ReadonlySet<BlockKind> = new Set([
  'paragraph',
  'summary',
  'quote',
  'list-item',
  'table',
  'title',
  'heading',
])
const LAST = 300
const SIGNED = anyCase(`(?:\\(((?:${alternation(signers)}))\\)|\\/((?:${alternation(signers)}))\\/)\\.?$`, 'u')

/** The line above the text; a label or title with a date (`Pressemitteilung, 2. März 2026`) counts where there is no other. */
export function headerOf(blocks: readonly Block[], pack: LanguagePack): Header | null {
  const body = blocks.findIndex((block, at) => BODY.has(block.kind) && !(at === 0 && isLine(block.text)))
  const above = blocks.slice(0, Math.min(HEADER_REACH, body < 0 ? blocks.length : body))
  const lines = above.filter(({ text }) => text.length <= LONGEST)
  const dated = lines.find(
    ({ kind, text }) => kind === 'chrome' && publishedAt(text, pack) && !isEvent(text, lines, pack),
  )
  const sourced = lines.find(({ text }) => sourceIn(text, pack) !== null)
  const label = dated ? null : (datedLabel(lines, pack) ?? datedInside(blocks, pack))
  const published = (dated && publicationIn(dated.text, pack)) ?? { date: label?.date ?? null }
  const block = dated?.id ?? label?.block ?? sourced?.id
  return block === undefined ? null : { ...published, source: sourced ? sourceIn(sourced.text, pack) : null, block }
}

function datedLabel(lines: readonly Block[], pack: LanguagePack): { date: string; block: string } | null {
  for (const { kind, text, id } of lines) {
    if (patternsOf(pack).embargo(text) !== null) continue
    const label = kind === 'label' && (patternsOf(pack).label(text) ?? patternsOf(pack).release(text)) !== null
    if (!label && !((kind === 'title' || kind === 'heading') && namesRelease(text, pack))) continue
    const found = datesIn(text, pack).find(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date))
    if (found && (label || found.end === text.length)) return { date: found.date, block: id }
  }
  return null
}

/** The day until which a release is not to be published is its day of issue, where no other is stated. */
export function freedBy(embargo: Embargo | null): Header | null {
  const date = embargo?.until?.slice(0, 10)
  return date?.length === 10 ? { date, source: null, block: embargo!.block } : null
}

/** The only line of the text that is a date, or a sentence of its beginning that says `today, 3 May 2026`. */
function datedInside(blocks: readonly Block[], pack: LanguagePack): { date: string; block: string } | null {
  const alone = blocks.filter(
    ({ kind, text }) => kind === 'chrome' && isDate(text, pack) && !isEvent(text, blocks, pack),
  )
  const dates = alone.map(({ text, id }) => ({ date: publishedAt(text, pack)!, block: id }))
  if (dates.length === 1) return dates[0]!
  for (const { kind, text, id } of blocks.slice(0, HEADER_REACH)) {
    const date = kind === 'paragraph' || kind === 'summary' ? todayIn(text.slice(0, OPENING), pack) : null
    if (date) return { date, block: id }
  }
  return null
}

function isDate(text: string, pack: LanguagePack): boolean {
  const date = publicationIn(text, pack)
  return date?.date.length === 10 && date.time === undefined && /\d$/.test(text)
}

/** `i dag, den 3. maj 2026`, `vandaag (3 mei 2026)` */
function todayIn(text: string, pack: LanguagePack): string | null {
  const today = days(pack).exec(text)
  const date = today && dateAt(text, today.index + today[0].length, pack)
  return date?.iso?.length === 10 ? date.iso : null
}

const days = oncePer((pack: LanguagePack) =>
  anyCase(`(?<![\\p{L}\\p{M}])(?:${alternation(pack.todayWords)})(?:,\\s|\\s[(–—-]\\s?|\\s)(?=[\\p{L}\\d])`, 'u'),
)

// `Mitteilung der Kommission für Verkehr und Umwelt vom 3. Mai 2026`
const WORDS_OF_RELEASE = 14

/** Does a line begin with a label or a word for a release? */
const namesRelease = (text: string, pack: LanguagePack) =>
  (patternsOf(pack).label(text) ?? patternsOf(pack).release(text)) !== null &&
  text.split(/\s+/, 15).length <= WORDS_OF_RELEASE

/** A first line that ends no sentence is no text: a title may have been taken for one. */
const isLine = (text: string) => text.length <= LONGEST && !/[.!?:;,”“"]$/.test(text)

const HOURS = /\d{1,2}[:.]\d{2}\s?[–—-]\s?\d{1,2}[:.]\d{2}/

/** From one hour to another, or in an invitation. */
const isEvent = (line: string, lines: readonly Block[], pack: LanguagePack) =>
  HOURS.test(line) || lines.some(({ text }) => invitations(pack).test(text))

const invitations = oncePer((pack: LanguagePack) =>
  anyCase(`(?<![\\p{L}\\p{M}])(?:${alternation(pack.invitationWords)})(?![\\p{L}\\p{M}])`, 'u'),
)

const sources = oncePer((pack: LanguagePack) =>
  anyCase(`(?:^|[|–—·]\\s?)(?:${alternation(pack.sourceLeads)})\\s?:\\s?([^|\\n]{2,80})`, 'u'),
)

/** `Source: X` on a line of its own, or behind a bar. */
function sourceIn(text: string, pack: LanguagePack): string | null {
  const source = sources(pack).exec(text)?.[1]
  return source?.trim().replace(/[.;,]$/, '') ?? null
}

/** The agency that a text is signed with, or the distributor that a line of it names; null where there is none. */
export function signedBy(blocks: readonly Block[]): string | null {
  for (const { text } of blocks.toReversed()) {
    const name = /[)/.]$/.test(text.slice(-1)) ? SIGNED.exec(text.slice(-40)) : null
    if (name) return (name[1] ?? name[2])!
  }
  for (const { kind, text } of blocks) {
    const found = PROSE.has(kind) ? headed(text) : named(`${text.slice(0, LAST)} ${text.slice(-LAST)}`)
    if (found) return found.wire
  }
  return null
}

/** `EQS-News: Elbwerk AG / ...` may have been taken for a title. */
const headed = (text: string) => {
  const head = text.slice(0, 20).toLowerCase().split(':', 2)
  return head.length > 1
    ? signatures.find(({ says }) => says.some(phrase => phrase.toLowerCase() === head[0]))
    : undefined
}

const named = (text: string) => {
  const low = text.toLowerCase()
  return signatures.find(({ says }) => says.some(phrase => low.includes(phrase.toLowerCase())))
}

const LONGEST_EMBARGO = 200
const WORD = /(?<![\p{L}\p{M}\d])[\p{L}\d]/gu

/**
 * The embargo that the first such line states, in either order (`Sperrfrist: 2. März 2026, 10 Uhr`, `EMBARGOED UNTIL 09:00
 * CET, 3 May 2026`); null where there is none. A time zone is given as it is written and never guessed; a date without a
 * year says nothing by itself.
 */
export function embargoOf(blocks: readonly Block[], pack: LanguagePack): Embargo | null {
  const block = blocks.find(({ kind, text }) => kind === 'label' && patternsOf(pack).embargo(text) !== null)
  if (!block) return null
  const text = block.text.slice(0, LONGEST_EMBARGO)
  const date = firstDate(text, pack)
  if (!date) return { until: null, zone: null, block: block.id }
  const clock = date.found.time ? date.found : timeIn(text.slice(0, date.at))
  const until = date.found.iso?.length === 10 && clock?.time ? `${date.found.iso}T${clock.time}` : date.found.iso
  return { until, zone: (until && clock?.zone) ?? null, block: block.id }
}

/** The first full date, tried at every word. */
function firstDate(text: string, pack: LanguagePack) {
  for (let match = eat(WORD, text, 0); match; match = WORD.exec(text)) {
    const found = dateAt(text, match.index, pack)
    if (found?.iso) return { at: match.index, found }
  }
  return null
}
