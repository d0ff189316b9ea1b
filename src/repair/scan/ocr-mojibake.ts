/**
 * UTF-8 that was read as windows-1252, printed, and read again by a scanner. Two bytes in three are gone, but the
 * shape remains, and the place decides between the readings that a shape has:
 *
 *     // > | A"   un &??progetto pilotaa?s della??azienda a?? 1a??unico
 *     //     è       “              ”          ’          –    l’
 *
 * A text is taken for such a scan when enough places in it look like nothing else; then every place is read. In other
 * texts only a place that is beyond doubt by itself is read. One loop over the characters finds that there is nothing.
 */

import type { LanguagePack } from '../../languages/pack.js'
import type { Repair, Unrepaired } from '../../model.js'
import { isDigit } from '../../tokens/characters.js'
import { confidenceOfSlip, type KindOfSlip, LEAST_MARGIN } from '../confidence.js'
import { disjoint, type Ground, left, NOTHING, type Pass, replaced } from '../pass.js'
import { tokenAround } from '../words.js'
import { isLead } from './channel.js'
import { LETTER_BEYOND_ASCII, type LetterSite, readLetters } from './letters.js'
import { LEADS, type MarkSite, markSites } from './mark-sites.js'
import { type MarkReading, readMarks } from './marks.js'
import {
  isCapitalCode,
  isCode,
  isLetterCode,
  isSmallCode,
  type LearnedCounts,
  type ScanWords,
  scanWords,
} from './words.js'

/** So many places that no other text has, and the text is a scan of mojibake. */
const TELLING_SITES = 3
/** A place in a text that is no scan must be surer than one in a scan: by so much the next reading costs more. */
const SURE_MARGIN = 7
/** Where only damage can stand, a mark of the wrong kind is better than three signs. */
const SURE_DAMAGE = 16

/** Scanned signs look like those of addresses (`/`, `@`, `&`), so only what is surely one is spared. */
const ADDRESS = /:\/\/|www\.|[\w+-]{2}@[\w-]{2,}\.[a-z]{2}/i

/** Undo what printing and scanning made of mojibake; empty where the text shows too little of it. */
export function repairOcrMojibake(text: string, pack: LanguagePack, learned?: LearnedCounts): Pass {
  if (pack.script !== 'Latn') return NOTHING
  const places = suspects(text)
  if (!places) return NOTHING
  const words = scanWords(text, pack, learned)
  const sites = markSites(text, places.seconds, words)
  const letters = letterSites(text, places.leads, words)
  const telling = sites.filter(s => s.telling).length + letters.filter(s => s.telling).length
  const scan = telling >= TELLING_SITES
  if (telling === 0) return NOTHING
  const marks = readMarks(text, scan ? sites : sites.filter(s => s.telling), pack)
  const found = [...marks.flatMap(m => markRepair(text, m)), ...letters.map(l => letterRepair(text, l))]
  const made = scan ? found.filter(f => f.better) : found.filter(f => f.sure)
  const repairs = disjoint(made.map(f => f.repair)).filter(r => !ADDRESS.test(tokenAround(text, r.start)))
  if (!scan) return { repairs }
  return { repairs, unrepaired: leftover(text, found) }
}

interface Finding {
  readonly repair: Repair
  /** Beyond doubt by itself. */
  readonly sure: boolean
  /** Better than what stands there. */
  readonly better: boolean
}

const leftover = (text: string, found: readonly Finding[]): Unrepaired[] =>
  found
    .filter(f => !f.better)
    .map(f => left(text, f.repair.start, f.repair.before.length, 'ocr-mojibake', 'low-confidence'))

/** C, E, G, c, e, and the signs of cent and pound: what a scanner reads for the euro of a mark. */
const SECOND_LETTERS: ReadonlySet<number> = new Set([0x43, 0x45, 0x47, 0x63, 0x65, 0xa2, 0xa3])

/** Characters that show a scan, or that stand behind one that does. */
const SIGNS_OF_SCANS: Uint8Array = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(code >= 0x80 || 'A?T{|}~\x7f'.includes(String.fromCharCode(code))),
)

/** What a scanner makes of the lead of a letter and its second character, so often that it is no chance. */
const SCANNED_PAIR = /A[¼¤¶Ÿ¨©²§®°¥¸«»]|a€/g
const LEAST_PAIRS = 3

/** Was mojibake scanned? Linear; asked only of texts in which something else was found. */
export function isScannedMojibake(text: string): boolean {
  let pairs = 0
  for (const _ of text.matchAll(SCANNED_PAIR)) if (++pairs === LEAST_PAIRS) return true
  return false
}

/** Has the text anything that could be a scan of mojibake? One loop, and false for nearly all clean text. */
export function mayBeScan(text: string): boolean {
  let before = 0
  for (let at = 0, code = 0; at < text.length; at++, before = code) {
    code = text.charCodeAt(at)
    if (code < 0x250 ? SIGNS_OF_SCANS[code] === 0 : code < 0x2000) continue
    if (before < 0x100 && KINDS[before] === SECOND_LETTER && isLeadOfMark(text.charCodeAt(at - 2))) return true
    const kind = code < 0x100 ? KINDS[code]! : kindOf(code)
    if ((kind === LEAD || kind === SECOND) && tells(text, at, kind)) return true
  }
  return false
}

const LEAD = 1
const SECOND = 2
const SECOND_LETTER = 3

/** What a character may be of: a letter (its lead), or a mark (its second character). */
const KINDS: Uint8Array = Uint8Array.from({ length: 0x100 }, (_, code) => kindOf(code))

function kindOf(code: number): number {
  if (isLead(code)) return LEAD
  if (code === 0x3f || code === 0x20ac || code === 0xfffd || code === 0x25a1 || code === 0x25af) return SECOND
  return SECOND_LETTERS.has(code) ? SECOND_LETTER : 0
}

/** Where leads and second characters stand; null where the text has nothing that could tell. */
function suspects(text: string): { leads: number[]; seconds: number[] } | null {
  const leads: number[] = []
  const seconds: number[] = []
  let telling = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = code < 0x100 ? KINDS[code]! : kindOf(code)
    if (kind === 0 || (kind === SECOND_LETTER && !isLeadOfMark(text.charCodeAt(at - 1)))) continue
    if (kind === LEAD) leads.push(at)
    else seconds.push(at)
    if (!telling) telling = tells(text, at, kind)
  }
  return telling ? { leads, seconds } : null
}

function tells(text: string, at: number, kind: number): boolean {
  if (kind === LEAD) return mayTell(text, at)
  const next = text.charCodeAt(at + 1)
  if (kind === SECOND) return text.charCodeAt(at - 1) > 32 && next > 32 && LEADS.includes(text[at - 1]!)
  return isLeadOfMark(text.charCodeAt(at - 1)) && (next > 0x7a || next === 0x3f || next === 0x54)
}

const isLeadOfMark = (code: number) =>
  code === 0x61 || code === 0x26 || code === 0x40 || (code >= 0x33 && code <= 0x38) || (code >= 0xe0 && code <= 0xe5)

/** Behind a small letter, or before a sign that is not one of everyday. */
function mayTell(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const next = text.charCodeAt(at + 1)
  if (isSmallCode(before)) return !isCapitalCode(next)
  return next > 0x7a ? !isLetterCode(next) : next > 32 && !isLetterCode(next) && !isDigit(next)
}

/** So many leads so close together are no words. */
const NOISE_LEADS = 7
const NOISE_REACH = 40

const isNoise = (leads: readonly number[], i: number) =>
  (leads[i + NOISE_LEADS] ?? Infinity) - leads[i]! < NOISE_REACH ||
  leads[i]! - (leads[i - NOISE_LEADS] ?? -Infinity) < NOISE_REACH

function letterSites(text: string, leads: readonly number[], words: ScanWords): LetterSite[] {
  const sites: LetterSite[] = []
  let from = 0
  for (let i = 0; i < leads.length; i++) {
    const at = leads[i]!
    if (at < from || isNoise(leads, i) || isCode(text, at)) continue
    const site = readLetters(text, at, from, words)
    if (!site) continue
    sites.push(site)
    from = Math.max(from, site.end)
  }
  return sites
}

const ground = (evidence: Ground['evidence'], kind: KindOfSlip, margin: number): Ground => ({
  kind: 'ocr-mojibake',
  evidence,
  lossy: true,
  confidence: confidenceOfSlip(margin, kind),
})

function letterRepair(text: string, site: LetterSite): Finding {
  const kind = site.known ? 'letter' : 'unlisted'
  const read = ground(site.known ? 'words' : 'channel', kind, site.margin)
  return {
    repair: replaced(text, site.start, site.end - site.start, site.after, read),
    better: site.margin >= LEAST_MARGIN[kind],
    // A bare A at a word's end is a grade or a vitamin: by itself it proves nothing.
    sure: site.telling && site.known && site.margin >= SURE_MARGIN && LETTER_BEYOND_ASCII.test(site.after),
  }
}

function markRepair(text: string, { site, kind, sign, margin }: MarkReading): Finding | readonly Finding[] {
  if (kind === 'none') return []
  const opens = kind === 'open' || kind === 'openInner'
  const closes = kind === 'close' || kind === 'closeInner'
  const after = site.elidedL && kind === 'apostrophe' ? `l${sign}` : spaced(site, opens, closes, sign)
  const start = site.elidedL && kind !== 'apostrophe' ? site.end - 3 : site.start
  const evidence = kind === 'apostrophe' ? 'grammar' : opens || closes ? 'quote-balance' : 'channel'
  const slip = opens || closes ? 'quote' : 'sign'
  return {
    repair: replaced(text, start, site.end - start, after, ground(evidence, slip, margin)),
    better: margin >= LEAST_MARGIN[slip] || site.intact >= SURE_DAMAGE,
    sure: site.telling && site.intact > 20 && margin >= 1,
  }
}

/** A space that was lost beside a quotation mark comes back. */
const spaced = (site: MarkSite, opens: boolean, closes: boolean, sign: string) =>
  (opens && site.gluedLeft && site.stem.length > 0 ? ' ' : '') + sign + (closes && site.gluedRight ? ' ' : '')
