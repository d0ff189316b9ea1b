/**
 * Place, date and wire at the start of the news, in the shapes that the wires print:
 *
 *     > | HAMBURG, 3. Mai 2026 (NORDWIRE) -- Die Elbwerk AG ...
 *     > | NEW YORK, July 21, 2026 /SOMEWIRE/ -- ...
 *     > | CITY--(SOME WIRE)--Text
 *     > | RALEIGH, N.C. / SOMEWIRE / December 5, 2026 / ...
 *     > | (Agenzia) – ...        (AGENZIA) - ROMA, 02 MAR - ...
 *     > | Roma, 28 feb. (agenzia) – ...      MÜNCHEN (agentur) - ...      MÜNCHEN - ...
 *                                                               ^ the body starts after the dash
 *
 * A wire or a date must stand there; a bare place and dash count only in capitals, and only before the body has begun.
 */
import type { LanguagePack } from '../languages/pack.js'
import { dateAt } from './dates.js'

/** `end` is the offset after the dateline and its dash; the rest of the block is body. */
export interface FoundDateline {
  readonly place: string | null
  readonly region: string | null
  readonly date: string | null
  readonly wire: string | null
  readonly end: number
}

const REACH = 240
// The news begins early: a dateline further down is a quotation of another release.
const DATELINE_REACH = 12
// A block this long is body; after it a bare `PLACE - ` is no dateline.
const BODY_LENGTH = 200
// A place begins with a capital (or is Hebrew) and has up to six words, small ones between (Frankfurt am Main).
const CAPITAL = "(?:['’][st]-)?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’׳״\"\\-/]{0,30}"
const SMALL = '(?:am|an|der|im|bei|de|del|della|delle|di|do|den|aan|op|i|ved|sur|upon|la|le|and|und|og|en|e|ob|in)'
const PLACE = new RegExp(`${CAPITAL}(?:[ \\u00a0](?:${SMALL}[ \\u00a0])?${CAPITAL}){0,4}`, 'uy')
const REGION = new RegExp(`\\s?,\\s{1,3}(${CAPITAL}(?:[ \\u00a0]${CAPITAL}){0,3})`, 'uy')
const BRACKET_WIRE = /\s{0,3}\(([\p{L}][\p{L}\p{N} .&'’\-/]{1,40})\)/uy
const SLASH_WIRE = /\s{0,3}\/\s?([\p{L}][\p{L}\p{N} .&-]{1,40}?)\s?\//uy
// Agencies that go without a date; others are known by their look.
// biome-ignore format: a list of names
const KNOWN_WIRES = new Set([
  'globe newswire', 'business wire', 'ots', 'apa', 'apa-ots', 'dpa', 'dpa-afx', 'dts nachrichtenagentur', 'afp', 'ap', 'awp', 'reuters', 'rtr', 'kna', 'epd', 'sid',
  'italpress', 'askanews', 'ansa', 'adnkronos', 'agi', 'dire', 'nova', 'anp', 'belga', 'novum', 'ritzau', 'ntb', 'tt', 'eqs', 'dgap', 'cnw', 'newsfile', 'xinhua',
])
// Dashes of every kind, and what broken charsets and scanners make of them.
const DASH = /\s{0,3}(?:-{1,3}|[–—―−]|a\?\?|&4\?\?|8\?\?|â€["“”]|\/|\||:)(?=\s|\p{L}|["„“»«'‘(]|$)/uy
const STOP = /\.(?=\s|$)/uy
const COMMA = /\s{0,3},?\s{1,4}/y
const SPACED_DASH = /[ \u00a0\u2009]{1,3}(?:--|[-–—])[ \u00a0\u2009]{1,3}(?=\S)/y
const LABEL_IN_BRACKETS = /^\(([\p{L}][\p{L}\p{N} .&'’-]{2,40})\)\s{0,3}(?:(?:--|[-–—])\s{0,3})?/u

/** The dateline at the start of a text. `bare` admits a place in capitals with nothing but a dash. */
export function datelineAt(text: string, pack: LanguagePack, bare: boolean): FoundDateline | null {
  const head = text.slice(0, REACH)
  return leadingWire(head, pack) ?? placeFirst(head, 0, null, pack, bare)
}

/** The first of the first blocks that begins with a dateline, but for those to be skipped: list items and tables. */
export function firstDateline(
  texts: readonly { readonly text: string; readonly skip: boolean }[],
  pack: LanguagePack,
): { readonly at: number; readonly found: FoundDateline } | null {
  let body = false
  for (const [at, { text, skip }] of texts.slice(0, DATELINE_REACH).entries()) {
    const found = skip ? null : datelineAt(text, pack, !body)
    if (found) return { at, found }
    body ||= text.length >= BODY_LENGTH
  }
  return null
}

/** `(Agenzia) – ` alone, or followed by place and date. */
function leadingWire(head: string, pack: LanguagePack): FoundDateline | null {
  const match = LABEL_IN_BRACKETS.exec(head)
  if (!match) return null
  const rest = placeFirst(head, match[0].length, match[1]!, pack, true)
  if (rest) return rest
  const dash = /[-–—]\s{0,3}$/.test(match[0])
  return dash ? { place: null, region: null, date: null, wire: match[1]!, end: match[0].length } : null
}

function placeFirst(
  head: string,
  from: number,
  given: string | null,
  pack: LanguagePack,
  bare: boolean,
): FoundDateline | null {
  const place = eat(PLACE, head, from)
  if (!place || !isPlace(place[0], pack)) return null
  let at = from + place[0].length
  const region = regionAt(head, at, pack)
  const before = dateAfter(head, region.at, pack)
  const wire = given ? null : wireAt(head, before.at)
  at = before.at + (wire?.[0].length ?? 0)
  const after = wire && before.at === region.at ? dateAfter(head, at, pack) : { date: null, at }
  const dated = before.at > region.at || after.at > at
  if (dated && !wire && !head.slice(place[0].length + from, before.at).includes(',')) return null
  at = after.at
  const dash = eat(DASH, head, at)
  const found = {
    place: place[0].replace(/[-/]+$/, ''),
    region: region.region,
    date: before.date ?? after.date,
    wire: given ?? (wire ? wire[1]!.trim() : null),
    end: at + (dash?.[0].length ?? 0),
  }
  if (wire) return (dash || dated) && plausible(found.wire!, place[0], dated) ? found : null
  if (dated) return dash ? found : endOf(head, at, found)
  return barePlace(head, from, place[0], bare || given !== null, given)
}

/** `Montag, 2. März` and `In March` begin with no place. */
function isPlace(place: string, pack: LanguagePack): boolean {
  const low = place.toLowerCase()
  if (pack.functionWords.includes(low)) return false
  const words = low.split(/[ \u00a0]/)
  const days = pack.weekdays.flatMap(names => names.slice(0, 1)).map(day => day.toLowerCase())
  return !days.some(day => words.includes(day) || low === day)
}

/** Place and date alone: a full stop or the end of the line must follow, otherwise it is the start of a sentence. */
function endOf(head: string, at: number, found: FoundDateline): FoundDateline | null {
  if (head.length < REACH && head.slice(at).trim() === '') return { ...found, end: at }
  return eat(STOP, head, at) ? { ...found, end: at + 1 } : null
}

/** Without date and wire: capitals and a spaced dash, and words after it. */
function barePlace(
  head: string,
  from: number,
  place: string,
  allowed: boolean,
  given: string | null,
): FoundDateline | null {
  if (!allowed || place.length < 3 || place.split(' ').length > 3) return null
  const dash = eat(SPACED_DASH, head, from + place.length)
  const shouting = place === place.toUpperCase() && place !== place.toLowerCase()
  if (!dash || !(shouting || given) || /[.!?]/.test(place)) return null
  const end = from + place.length + dash[0].length
  return head.length - end >= 30 ? { place, region: null, date: null, wire: given, end } : null
}

/** Regions, countries and further names after the place, up to the date or the wire. */
function regionAt(head: string, from: number, pack: LanguagePack): { region: string | null; at: number } {
  const names: string[] = []
  let at = from
  for (let i = 0; i < 2; i++) {
    const match = eat(REGION, head, at)
    if (!match) break
    const comma = /^\s?,\s{1,3}/.exec(match[0])![0].length
    if (dateAt(head, at + comma, pack)) break
    const cut = monthInside(head, at + comma, match[1]!, pack)
    if (cut === 0) break
    names.push(match[1]!.slice(0, cut))
    at += comma + cut
  }
  return { region: names.length > 0 ? names.join(', ') : null, at }
}

/** Characters of a region before a date that it ran into. */
function monthInside(head: string, at: number, region: string, pack: LanguagePack): number {
  for (let i = region.indexOf(' '); i >= 0; i = region.indexOf(' ', i + 1)) if (dateAt(head, at + i + 1, pack)) return i
  return region.length
}

function dateAfter(head: string, at: number, pack: LanguagePack): { date: string | null; at: number } {
  const comma = eat(COMMA, head, at)
  const start = at + (comma?.[0].length ?? 0)
  const date = start > at ? dateAt(head, start, pack) : null
  return date ? { date: date.iso, at: date.end } : { date: null, at }
}

const wireAt = (head: string, at: number) =>
  eat(BRACKET_WIRE, head, at) ?? dashedWire(head, at) ?? eat(SLASH_WIRE, head, at)

/** `CITY--(SOME WIRE)--`: a dash before the wire too. */
function dashedWire(head: string, at: number): RegExpExecArray | null {
  const match = /^\s?(?:--|[-–—])\s?(?=\()/.exec(head.slice(at, at + 8))
  const wire = match ? eat(BRACKET_WIRE, head, at + match[0].length) : null
  if (wire && match) wire[0] = match[0] + wire[0]
  return wire
}

/** `The Area (TA) - ` is no dateline: without a date, either the wire is known or looks like one, or the place shouts. */
function plausible(wire: string, place: string, dated: boolean): boolean {
  if (dated || KNOWN_WIRES.has(wire.toLowerCase()) || /wire|news|press|agen[tcz]/i.test(wire)) return true
  return place === place.toUpperCase() && place !== place.toLowerCase() && place.length > 3
}

function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
