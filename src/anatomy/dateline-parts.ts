/**
 * The parts of a dateline, each read at an offset: place, regions, wire, dash. They know the shapes only; whether the
 * parts together are a dateline is decided in `dateline.ts`.
 */
import type { LanguagePack } from '../languages/pack.js'
import { wires } from '../languages/wires.js'
import { oncePer } from '../structures/cache.js'
import { eat } from '../tokens/alternation.js'
import { functionWords } from '../words/vote.js'
import { dateAt, type FoundDate, isoOf, monthsOf } from './dates.js'

// A place begins with a capital (or is Hebrew) and has up to six words, small ones between (Frankfurt am Main).
const CAPITAL = "(?:['’][st]-)?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’׳״\"\\-–־/]{0,30}"
const SMALL =
  "(?:a\\.|am|an|auf|der|im|in der|nell[ao’']?|bei|de|del|dell[ae’']?|di|do|da|den|aan|aan de|op|i|ved|sur|sul|upon|la|le|and|und|og|en|e|ob|in|on|ו|&)"
const PLACE = new RegExp(`${CAPITAL}(?:[ \\u00a0](?:${SMALL}[ \\u00a0])?${CAPITAL}){0,4}`, 'uy')
const REGION = new RegExp(`\\s?,\\s{1,3}((?:[Tt]he )?${CAPITAL}(?:[ \\u00a0](?:and |of )?${CAPITAL}){0,3})`, 'uy')
// `Halle (Saale)`: a bracket that belongs to the place.
const BRACKET_PLACE = /\s\(\p{Lu}[\p{L}. /-]{1,20}\)/uy
const BRACKET_WIRE = /\s{0,3}\(([\p{L}\d][\p{L}\p{N} .&'’\-/]{1,40})\)/uy
// `(Newsfile Corp. - March 2, 2026)`
const BRACKET_WIRE_DATE = /\s{0,3}\(([\p{L}][\p{L}\p{N} .]{1,30}?)\s[-–—]\s/uy
const SLASH_WIRE = /\s{0,3}\/\s?([\p{L}][\p{L}\p{N} .&-]{1,40}?)\s?\//uy
// Dashes of every kind, and what broken charsets and scanners make of them.
const DASHES =
  '-{1,3}|[–—―−‒⸺\\u0096\\u0097\\ufffd]|a\\?\\?|a[?€]["“”]|&4\\?\\?|8\\?\\?|â€["“”]|â\\u0080[\\u0093\\u0094]|ÔÇ[ôö]|‚Ä[ìî]|ג€["“”]|&(?:n|m)dash;|&#821[12];'
const DASH = new RegExp(`\\s{0,3}(?:${DASHES}|\\/|\\||:|=)(?=\\s|\\p{L}|["„“»«'‘(]|$)`, 'uy')
const SPACED_DASH = new RegExp(`[ \\u00a0\\u2009\\u202f]{1,3}(?:${DASHES})[ \\u00a0\\u2009\\u202f]{1,3}(?=\\S)`, 'uy')
const WIRE_DASH = new RegExp(`\\s?(?:${DASHES})\\s?(?=\\()`, 'uy')
// > | BRUSSEL 21/11 (AGENTSCHAP) =
const DAY_BEFORE_WIRE = /(\d{1,2})\/(\d{1,2})(?=\s\(\p{Lu})/uy
const COMMA = /\s{0,3}[,|]?\s{1,4}/y
// `Hamburg, im März 2026`
const IN = /(?:im|in|i|nel)\s/y
const KNOWN_WIRES: ReadonlySet<string> = new Set(wires)

/** What a wire or an agency is called, by its look: a known name, capitals, or a word that says so. */
export function looksLikeWire(name: string): boolean {
  if (KNOWN_WIRES.has(name.toLowerCase()) || /wire|news|press|agen[tcz]|media\b/i.test(name)) return true
  return /^[\p{Lu}\d][\p{Lu}\d .&/-]+$/u.test(name)
}

/** Is the name that of an agency or distributor that is known? */
export const isKnownWire = (name: string) => KNOWN_WIRES.has(name.toLowerCase())

/** A place, a bracket that belongs to it included; null for a day of the week and for function words. */
export function placeAt(head: string, at: number, pack: LanguagePack): string | null {
  const place = eat(PLACE, head, at)?.[0]
  if (!place || !isPlace(place, pack)) return null
  const bracket = eat(BRACKET_PLACE, head, at + place.length)?.[0]
  if (!bracket || looksLikeWire(bracket.slice(2, -1))) return place
  const behind = at + place.length + bracket.length
  const more = dateAfter(head, behind, pack).date || eat(BRACKET_WIRE, head, behind)
  return more ? place + bracket : place
}

/** `Montag, 2. März`, `In March` and `January, 2026` begin with no place. */
function isPlace(place: string, pack: LanguagePack): boolean {
  const low = place.toLowerCase()
  const days = daysOf(pack)
  if (functionWords(pack).has(low) || monthsOf(pack).has(low)) return false
  return !days.has(low) && !low.split(/[ \u00a0]/).some(word => days.has(word))
}

/** The full names of the days of the week, in lower case. */
const daysOf = oncePer(
  (pack: LanguagePack) => new Set(pack.weekdays.flatMap(names => names.slice(0, 1)).map(day => day.toLowerCase())),
)

/** Regions, countries and further names after the place, up to the date or the wire. */
export function regionAt(head: string, from: number, pack: LanguagePack): { region: string | null; at: number } {
  const names: string[] = []
  let at = from
  for (let i = 0; i < 2; i++) {
    const match = eat(REGION, head, at)
    if (!match) break
    const comma = /^\s?,\s{1,3}/.exec(match[0])![0].length
    if (dateAt(head, at + comma, pack)) break
    const cut = monthInside(head, at + comma, match[1]!, pack)
    if (cut === 0) break
    names.push(match[1]!.slice(0, cut).replace(/[-–/]+$/, ''))
    at += comma + cut
  }
  return { region: names.length > 0 ? names.join(', ') : null, at }
}

/** Characters of a region before a date that it ran into. */
function monthInside(head: string, at: number, region: string, pack: LanguagePack): number {
  for (let i = region.indexOf(' '); i >= 0; i = region.indexOf(' ', i + 1)) if (dateAt(head, at + i + 1, pack)) return i
  return region.length
}

/** A date behind a comma or a blank, brackets around it allowed; `at` is the offset after it, or where it was looked for. */
export function dateAfter(head: string, at: number, pack: LanguagePack): { date: FoundDate | null; at: number } {
  const start = at + (eat(COMMA, head, at)?.[0].length ?? 0)
  if (start === at) return { date: null, at }
  const day = eat(DAY_BEFORE_WIRE, head, start)
  const yearless = day && isoOf(null, Number(day[2]), Number(day[1]))
  if (yearless) {
    const end = start + day[0].length
    return { date: { iso: null, yearless, time: null, zone: null, end }, at: end }
  }
  const open = head[start] === '(' ? 1 : 0
  const date = dateAt(head, start + open + (eat(IN, head, start + open)?.[0].length ?? 0), pack)
  if (!date || (open > 0 && head[date.end] !== ')')) return { date: null, at }
  return { date, at: date.end + open }
}

export interface WireMatch {
  readonly name: string
  readonly at: number
  /** `(Newsfile Corp. - March 2, 2026)` */
  readonly date: FoundDate | null
}

/** The name of a wire in brackets or between slashes, a dash before it allowed. */
export function wireAt(head: string, at: number, pack: LanguagePack): WireMatch | null {
  const from = at + (eat(WIRE_DASH, head, at)?.[0].length ?? 0)
  const match = eat(BRACKET_WIRE, head, from) ?? (from === at ? eat(SLASH_WIRE, head, at) : null)
  if (match) return { name: match[1]!.trim(), at: from + match[0].length, date: null }
  const dated = eat(BRACKET_WIRE_DATE, head, from)
  const date = dated && dateAt(head, from + dated[0].length, pack)
  return date && head[date.end] === ')' ? { name: dated[1]!.trim(), at: date.end + 1, date } : null
}

/** The offset after the dash that ends a dateline; null where there is none. */
export function dashAt(head: string, at: number): number | null {
  const match = eat(DASH, head, at)
  return match && at + match[0].length
}

/** The offset after a dash with blanks around it; null where there is none. */
export function spacedDashAt(head: string, at: number): number | null {
  const match = eat(SPACED_DASH, head, at)
  return match && at + match[0].length
}
