/**
 * Place, date and wire at the start of the news, in the shapes that the wires print:
 *
 *     > | HAMBURG, 3. Mai 2026 (NORDWIRE) -- Die Elbwerk AG ...
 *     > | NEW YORK, July 21, 2026 /SOMEWIRE/ -- ...
 *     > | CITY--(SOME WIRE)--Text             Toronto, Ontario--(Some Wire - March 2, 2026) - Text
 *     > | RALEIGH, N.C. / SOMEWIRE / December 5, 2026 / ...
 *     > | (Agenzia) – ...        (AGENZIA) - ROMA, 02 MAR - ...
 *     > | Roma, 28 feb. (agenzia) – ...      MÜNCHEN (agentur) - ...      MÜNCHEN - ...
 *     > | Utrecht - 2 maart 2026 - ...       2. März 2026, Hamburg – ...
 *     > | KIEL, Germany (2 March 2026) – ... 2. März 2026 - ...      KIEL, Germany — ...
 *                                     ^ the body starts after the dash
 *
 * A wire or a date must stand there; a bare place and dash count only before the body has begun, and only where the place
 * or its region is known, stands in capitals that are no word of the language, or a label above says that this is a
 * press release. A date alone counts there too, where a sentence follows.
 */
import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase, eat } from '../tokens/alternation.js'
import { rankIn } from '../words/word-model.js'
import {
  dashAt,
  dateAfter,
  isKnownWire,
  looksLikeWire,
  placeAt,
  regionAt,
  spacedDashAt,
  wireAt,
} from './dateline-parts.js'
import { dateAt, type FoundDate } from './dates.js'
import { isShortFor } from './names.js'
import { isRegion, placeKeyOf } from './places.js'

/** `end` is the offset after the dateline and its dash; the rest of the block is body. */
export interface FoundDateline {
  readonly place: string | null
  readonly region: string | null
  readonly date: string | null
  /** `--03-02` where no year is stated. */
  readonly yearless: string | null
  readonly wire: string | null
  readonly end: number
}

/** Where a bare place may be a dateline: nowhere, before the body has begun, or there and below a press label. */
export type Bare = 'no' | 'opening' | 'labelled'

const REACH = 240
// The news begins early: a dateline further down is a quotation of another release.
const DATELINE_REACH = 12
// Where nothing but short lines stands before it, such as the contents of a press kit, it may stand further down.
const SHORT_LINES_REACH = 24
// A block this long is body; after it a bare `PLACE - ` is no dateline.
const BODY_LENGTH = 200
const LONGEST_LABEL = 110
// Text that must follow a bare place; more where nothing but a label speaks for it.
const BARE_REST = 30
const LABELLED_REST = 100
const STOP = /\.(?=\s|$)/uy
// Marks of direction that Hebrew texts begin with.
const MARKS = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,4}/y
const LABEL_IN_BRACKETS = /\(([\p{L}\d][\p{L}\p{N} .&'’/-]{1,40})\)\s{0,3}(?:(?:--|[-–—])\s{0,3})?/uy
// What a date alone is parted with from the sentence: `12 SEPTEMBER 2011: `.
const COLON = /\s?:\s{1,3}/y
// > | 3 May 2026 | The yard ...      > | May 3rd, 2026. The yard ...
const MARK_BEHIND_DATE = /\s?\|\s?|\.\s(?=\p{Lu})/uy
// No digit: `3. Mai 2026 - 5. Mai 2026` is a range.
const WORDS = /^["„“»«‘']?[\p{Lu}\p{Lo}]/u
const SENTENCE = /^["„“»«‘']?[\p{Lu}\p{Lo}\p{N}]/u

/** The first of the first blocks that begins with a dateline, but for those to be skipped: list items and tables. */
export function firstDateline<T extends { readonly text: string }>(
  blocks: readonly T[],
  skip: (block: T) => boolean,
  pack: LanguagePack,
): { readonly at: number; readonly found: FoundDateline } | null {
  let bare: Bare = 'opening'
  for (const [at, block] of blocks.slice(0, SHORT_LINES_REACH).entries()) {
    if (at >= DATELINE_REACH && bare === 'no') return null
    const { text } = block
    const found = skip(block) ? null : datelineAt(text, pack, bare)
    if (found) return { at, found }
    if (text.length >= BODY_LENGTH) bare = 'no'
    else if (bare === 'opening' && text.length <= LONGEST_LABEL && isLabel(text, pack)) bare = 'labelled'
  }
  return null
}

/** The dateline at the start of a text; null where there is none. */
export function datelineAt(text: string, pack: LanguagePack, bare: Bare): FoundDateline | null {
  const head = text.slice(0, REACH)
  const from = eat(MARKS, head, 0)![0].length
  const label = labelAt(head, from, pack)
  // `Pressemitteilung – Hamburg, 3. Mai 2026`: the label is no place. Nor has an embargo one.
  if (label) return label.embargo ? null : placeFirst(head, label.end, '', pack, 'no')
  return leadingWire(head, from, pack) ?? placeFirst(head, from, null, pack, bare) ?? dateFirst(head, from, pack, bare)
}

/** `(Agenzia) – ` alone, or followed by place and date. A label in brackets names no wire. */
function leadingWire(head: string, from: number, pack: LanguagePack): FoundDateline | null {
  const match = eat(LABEL_IN_BRACKETS, head, from)
  if (!match) return null
  const end = from + match[0].length
  const label = isLabel(match[1]!, pack)
  const rest = placeFirst(head, end, label ? '' : match[1]!, pack, 'labelled')
  if (rest) return rest
  if (label || !/[-–—]\s{0,3}$/.test(match[0])) return null
  return { ...NOTHING, wire: match[1]!, end }
}

const NOTHING = { place: null, region: null, date: null, yearless: null, wire: null }
const dated = (date: FoundDate | null) => ({ date: date?.iso ?? null, yearless: date?.yearless ?? null })

/** `given` is the wire that was named before, '' for a label, null for nothing. */
function placeFirst(
  head: string,
  from: number,
  given: string | null,
  pack: LanguagePack,
  bare: Bare,
): FoundDateline | null {
  const place = placeAt(head, from, pack)
  if (!place) return null
  const region = regionAt(head, from + place.length, pack)
  const before = dateBefore(head, region.at, pack)
  const wire = given ? null : wireAt(head, before.at, pack)
  const at = wire?.at ?? before.at
  const after = wire && !before.date ? (wire.date ? { date: wire.date, at } : dateAfter(head, at, pack)) : null
  const date = before.date ?? after?.date ?? null
  const key = () => placeKeyOf(place, region.region, pack)
  const end = after?.at ?? at
  const dash = dashAt(head, end)
  const found = {
    place: place.replace(/[-–/]+$/, ''),
    region: region.region,
    ...dated(date),
    wire: given || wire?.name || null,
    end: dash ?? end,
  }
  const between = head.slice(from + place.length, before.at)
  const sure = () => dash && (key() || (between.includes('(') && shouts(place)))
  if (date && !wire && !before.dash && !/[,|]/.test(between) && !sure()) return null
  // > | Mannheim (ots)     a line of its own
  const isAlone = () => isKnownWire(wire!.name) && head.length < REACH && head.slice(end).trim() === ''
  if (wire) return (dash || date || isAlone()) && plausible(wire.name, place, date !== null) ? found : null
  if (date) return dash ? found : before.dash ? null : endOf(head, end, found)
  if (region.region) return (key() && given && dash) || regional(head, place, region, bare, pack) ? found : null
  return barePlace(head, from, place, given === null ? bare : 'labelled', given, pack)
}

/** `KIEL, Germany — `: a region that is known, a spaced dash, and words after it. */
function regional(
  head: string,
  place: string,
  { region, at }: ReturnType<typeof regionAt>,
  bare: Bare,
  pack: LanguagePack,
) {
  const end = bare === 'no' ? null : spacedDashAt(head, at)
  if (end === null || head.length - end < (shouts(place) ? BARE_REST : LABELLED_REST)) return false
  return SENTENCE.test(head.slice(end)) && isRegion(region!, pack)
}

/** A date after a comma or a blank, or between dashes: `Utrecht - 2 maart 2026 - `. */
function dateBefore(head: string, at: number, pack: LanguagePack) {
  const plain = dateAfter(head, at, pack)
  const dash = plain.date ? null : spacedDashAt(head, at)
  const date = dash === null ? null : dateAt(head, dash, pack)
  return date ? { date, at: date.end, dash: true } : { ...plain, dash: false }
}

/** A date with a place behind it, or alone. */
function dateFirst(head: string, from: number, pack: LanguagePack, bare: Bare): FoundDateline | null {
  if (!/^[\p{L}\d]/u.test(head.slice(from, from + 1))) return null
  const date = dateAt(head, from, pack)
  return date && (datePlace(head, date, pack) ?? (bare === 'no' ? null : bareDate(head, date)))
}

/** `26. September 2024 - Die Elbwerk AG ...`: a whole date without a time, and a sentence behind a spaced dash or a colon. */
function bareDate(head: string, date: FoundDate): FoundDateline | null {
  const colon = eat(COLON, head, date.end)
  const mark = colon ?? eat(MARK_BEHIND_DATE, head, date.end)
  const end = spacedDashAt(head, date.end) ?? (mark && date.end + mark[0].length)
  if (date.iso?.length !== 10 || date.time || end === null || head.length - end < LABELLED_REST) return null
  return WORDS.test(head.slice(end)) ? { ...NOTHING, ...dated(date), end } : null
}

/** `2. März 2026, Hamburg – `: the place must be known or in capitals, or the date would be that of a sentence. */
function datePlace(head: string, date: FoundDate, pack: LanguagePack): FoundDateline | null {
  const comma = /^,?\s{1,3}/.exec(head.slice(date.end, date.end + 4))
  const at = spacedDashAt(head, date.end) ?? (comma ? date.end + comma[0].length : null)
  const place = at === null ? null : placeAt(head, at, pack)
  if (at === null || !place) return null
  const region = regionAt(head, at + place.length, pack)
  const wire = wireAt(head, region.at, pack)
  const end = dashAt(head, wire?.at ?? region.at)
  if (end === null || !(placeKeyOf(place, region.region, pack) || (shouts(place) && !isWord(place, pack)))) return null
  return { place, region: region.region, ...dated(date), wire: wire?.name ?? null, end }
}

/** Place and date alone: a full stop or the end of the line must follow, otherwise it is the start of a sentence. */
function endOf(head: string, at: number, found: FoundDateline): FoundDateline | null {
  if (head.length < REACH && head.slice(at).trim() === '') return { ...found, end: at }
  return eat(STOP, head, at) ? { ...found, end: at + 1 } : null
}

/** Without date and wire: a spaced dash, and words after it. */
function barePlace(
  head: string,
  from: number,
  place: string,
  bare: Bare,
  given: string | null,
  pack: LanguagePack,
): FoundDateline | null {
  if (bare === 'no' || place.length < 3 || place.split(' ').length > 3 || /[!?]|[^t]\.$/.test(place)) return null
  const end = spacedDashAt(head, from + place.length)
  if (end === null || head.length - end < BARE_REST || !SENTENCE.test(head.slice(end))) return null
  if (isShortFor(place, head.slice(end))) return null
  const trusted =
    (shouts(place) && !isWord(place, pack)) ||
    placeKeyOf(place, null, pack) !== null ||
    (bare === 'labelled' && head.length - end >= LABELLED_REST)
  return trusted ? { ...NOTHING, place, wire: given || null, end } : null
}

const shouts = (place: string) => place === place.toUpperCase() && place !== place.toLowerCase() && place.length > 2

/** `AUSBLICK - ` is a heading: it is a word of the language, or what a label says, and no place that is known. */
function isWord(place: string, pack: LanguagePack): boolean {
  if (placeKeyOf(place, null, pack)) return false
  if (isLabel(place, pack) || !pack.wordList) return true
  const rank = rankIn(pack.wordList)
  return place.split(/[ \u00a0/-]/).every(word => rank(word.toLowerCase()) > 0)
}

/** `The Area (TA) - ` is no dateline: without a date, either the wire is known or looks like one, or the place shouts. */
function plausible(wire: string, place: string, hasDate: boolean): boolean {
  if (hasDate || isKnownWire(wire) || /wire|news|press|agen[tcz]/i.test(wire)) return true
  return shouts(place) && place.length > 3 && looksLikeWire(wire)
}

/** The label of a press release, of an embargo or a picture at an offset, with what parts it from the text behind it. */
function labelAt(text: string, at: number, pack: LanguagePack): { embargo: boolean; end: number } | null {
  const match = eat(labelPattern(pack), text, at)
  return match && { embargo: match[1] !== undefined, end: at + match[0].length }
}

const labelPattern = oncePer((pack: LanguagePack) => {
  const words = [...pack.pressLabels, ...pack.immediateLabels, ...pack.promoLabels, ...pack.photoLeads]
  const label = `(?:(${alternation(pack.embargoLabels)})|(?:${alternation(words)}))(?![\\p{L}\\p{M}])`
  return anyCase(`[\\s*/–—-]{0,4}${label}[\\s:|,/–—-]{0,6}`, 'uy')
})

const isLabel = (text: string, pack: LanguagePack) => labelAt(text, 0, pack) !== null
