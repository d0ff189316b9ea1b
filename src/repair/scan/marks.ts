/**
 * Quotation marks, apostrophes, dashes and dots of mojibake that a scanner has read. Each was printed as `â€` and a
 * third character, and is now a lead (`a`, `&`, `4`), a second sign (`?` where the font lacked the euro) and perhaps a
 * third, so `a??` may be any of them. Three things decide: what the mark touches, which quotation is open, and what the
 * third character is read as. The last is learned from the document itself: its apostrophes are sure, and the reading
 * that they have is the reading of ’ wherever it closes a quotation.
 *
 *     // > | A"   un &??progetto pilotaa?s della??azienda a?? 1a??unico
 *     //             “              ”          ’          –    ’
 */

import type { LanguagePack } from '../../languages/pack.js'
import { oncePer } from '../../structures/cache.js'
import { isDigit } from '../../tokens/characters.js'
import { kept } from '../../words/kept.js'
import { thirdCost } from './channel.js'
import { type MarkSite, paragraphBetween } from './mark-sites.js'
import { isSmallCode, wordFrom } from './words.js'

export type MarkKind = 'open' | 'close' | 'openInner' | 'closeInner' | 'apostrophe' | 'dash' | 'dots' | 'euro'
const KINDS: readonly MarkKind[] = ['open', 'close', 'openInner', 'closeInner', 'apostrophe', 'dash', 'dots', 'euro']

export interface MarkReading {
  readonly site: MarkSite
  readonly kind: MarkKind | 'none'
  readonly sign: string
  readonly margin: number
}

const NEVER = 30
/** An opening mark inside an open quotation, a closing one without an opening one, a quotation left open. */
const REOPENED = 5
const UNOPENED = 4.5
const LEFT_OPEN = 2
/** Marks that are not the first of the language. */
const OTHER_MARKS = 1.6
/** Something else than an apostrophe behind what looks like an elided l. */
const NOT_ELIDED = 4
/** Strength of what is known before the document is read, in sightings. */
const PRIOR = 3
/** Twice is enough: the second time with what the first has learned. */
const ROUNDS = 2

interface Style {
  readonly signs: Readonly<Record<MarkKind, string>>
  /** The inner marks, single ones, are the usual ones. */
  readonly single: boolean
}

const styleOf = oncePer((pack: LanguagePack): Style => {
  const outer = pack.quotes.find(([o, c]) => /[“”„]/.test(o) && /[“”]/.test(c)) ?? ['“', '”']
  const inner = pack.quotes.find(([o, c]) => /[‘’‚]/.test(o) && /[‘’]/.test(c)) ?? ['‘', '’']
  const first = pack.quotes.find(([o]) => /[“”„‘’‚]/.test(o)) ?? outer
  const signs = { apostrophe: '’', dash: '–', dots: '…', euro: '€' }
  return {
    signs: { ...signs, open: outer[0], close: outer[1], openInner: inner[0], closeInner: inner[1] },
    single: /[‘’‚]/.test(first[0]),
  }
})

type TailCost = (kind: MarkKind, tail: string) => number
/** The same for all kinds. */
type TailCosts = (tail: string) => readonly number[]

/** More than there are tails. */
const TAILS_KEPT = 100
const remembered = (cost: TailCost): TailCosts => kept(TAILS_KEPT, tail => KINDS.map(kind => cost(kind, tail)))

/** The likeliest reading of every site, given those around it. `text` is that of the sites. */
export function readMarks(text: string, sites: readonly MarkSite[], pack: LanguagePack): MarkReading[] {
  const style = styleOf(pack)
  const places = sites.map(site => placeCosts(text, site, pack, style))
  const breaks = sites.map((site, i) => i > 0 && paragraphBetween(text, sites[i - 1]!.end, site.start))
  let tails: TailCosts = remembered((kind, tail) => thirdCost(style.signs[kind], tail))
  let readings: MarkReading[] = []
  for (let round = 0; round < ROUNDS; round++) {
    readings = decode(sites, places, breaks, tails, style)
    if (round < ROUNDS - 1) tails = remembered(learnTails(readings, style))
  }
  return readings
}

function learnTails(readings: readonly MarkReading[], style: Style): TailCost {
  const seen = new Map<string, number>()
  const add = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
  for (const { site, kind, sign, margin } of readings) {
    if (kind === 'none' || margin < 1) continue
    add(sign)
    add(`${sign} ${site.tail}`)
  }
  return (kind, tail) => {
    const sign = style.signs[kind]
    const share = Math.exp(-thirdCost(sign, tail))
    return -Math.log(((seen.get(`${sign} ${tail}`) ?? 0) + PRIOR * share) / ((seen.get(sign) ?? 0) + PRIOR))
  }
}

/** What each kind costs in the place: what it touches, and the words there. */
function placeCosts(text: string, site: MarkSite, pack: LanguagePack, style: Style): number[] {
  const { gluedLeft: left, gluedRight: right } = site
  const opening = right ? (left ? 3.5 : 0.3) : left ? 9 : 6
  const closing = left ? (right ? 3.5 : 0.3) : right ? 8 : 5
  const outer = style.single ? OTHER_MARKS : 0
  const inner = style.single ? 0 : OTHER_MARKS
  const digits = isDigit(text.charCodeAt(site.start - 1)) && isDigit(text.charCodeAt(site.end))
  const dash = !left && !right ? 0.3 : digits ? 1 : 6
  const dots = !right ? 2.5 : left ? 4 : 4.5
  const numeric =
    /^\s?\d/.test(text.slice(site.end, site.end + 2)) ||
    /\d\s?$/.test(text.slice(Math.max(0, site.start - 2), site.start))
  const byKind: Record<MarkKind, number> = {
    open: opening + outer,
    close: closing + outer,
    openInner: opening + inner,
    closeInner: closing + inner,
    apostrophe: apostropheCost(text, site, pack),
    dash,
    dots,
    euro: numeric ? 1.5 : 9,
  }
  if (site.elidedL) return KINDS.map(kind => (kind === 'apostrophe' ? 0 : byKind[kind] + NOT_ELIDED))
  return KINDS.map(kind => byKind[kind])
}

function apostropheCost(text: string, site: MarkSite, pack: LanguagePack): number {
  const { gluedLeft, gluedRight, stem } = site
  const rest = wordFrom(text, site.end)
  if (gluedLeft && gluedRight) {
    if (stem === '') return 8
    if (pack.apostropheSuffixes.includes(rest)) return 0.2
    if (pack.elisions.length > 0) return pack.elisions.includes(stem) ? 0.1 : stem.length > 7 ? 5 : 2
    return isSmallCode(text.charCodeAt(site.end)) ? 2.5 : 3
  }
  if (gluedLeft && stem === '') return 9
  if (gluedLeft) return pack.clippedWords.behind.includes(stem) ? 0.7 : /[sxz]$/.test(stem) ? 2.5 : 4.5
  if (!gluedRight) return 9
  if (pack.clippedWords.before.includes(rest)) return -1.5
  return /^\d\d(?!\d)/.test(text.slice(site.end, site.end + 3)) ? 1 : 6
}

// States: nothing open; a quotation; an inner one alone; an inner one in a quotation; a quotation in an inner one.
const STATES = 5
const NEXT: readonly Readonly<Partial<Record<MarkKind, readonly [state: number, cost: number]>>>[] = [
  { open: [1, 0], openInner: [2, 0], close: [0, UNOPENED], closeInner: [0, UNOPENED] },
  { open: [1, REOPENED], openInner: [3, 1], close: [0, 0], closeInner: [1, UNOPENED + 1] },
  { open: [4, 1], openInner: [2, REOPENED], close: [2, UNOPENED + 1], closeInner: [0, 0] },
  { open: [3, NEVER], openInner: [3, NEVER], close: [0, LEFT_OPEN], closeInner: [1, 0] },
  { open: [4, NEVER], openInner: [4, NEVER], close: [2, 0], closeInner: [0, LEFT_OPEN] },
]
const TO = NEXT.map((next, state) => KINDS.map(kind => next[kind]?.[0] ?? state))
const EXTRA = NEXT.map(next => KINDS.map(kind => next[kind]?.[1] ?? 0))
const OPEN_AT_END = [0, LEFT_OPEN, LEFT_OPEN, 2 * LEFT_OPEN, 2 * LEFT_OPEN]

/** The cheapest way into a state: the reading of the site, the state before it, and at a new paragraph the one before that. */
interface Step {
  readonly cost: number
  readonly kind: MarkKind | 'none'
  readonly from: number
  readonly before: number
}

/** The cheapest way through the states (Viterbi), and by how much each kind is the cheapest in its own place. */
function decode(
  sites: readonly MarkSite[],
  places: readonly (readonly number[])[],
  breaks: readonly boolean[],
  tails: TailCosts,
  style: Style,
): MarkReading[] {
  let costs: readonly number[] = [0, NEVER, NEVER, NEVER, NEVER]
  const columns: { readonly steps: readonly Step[]; readonly local: readonly number[] }[] = []
  for (const [i, site] of sites.entries()) {
    const closed = breaks[i] ? cheapestEnd(costs) : 0
    if (breaks[i]) costs = afterParagraph(costs, closed)
    const afterElision = i > 0 && sites[i - 1]!.end === site.start
    const ofTail = tails(site.tail)
    const local = places[i]!.map((cost, k) => cost + ofTail[k]!)
    if (afterElision) for (const k of [0, 2]) local[k]! -= 3
    const steps = bestSteps(costs, local, site.intact, closed)
    columns.push({ steps, local })
    costs = steps.map(s => s.cost)
  }
  let state = cheapestEnd(costs)
  const readings: MarkReading[] = []
  for (let i = sites.length - 1; i >= 0; i--) {
    const { steps, local } = columns[i]!
    const { kind, from, before } = steps[state]!
    const site = sites[i]!
    const sign = kind === 'none' ? '' : style.signs[kind]
    readings.push({ site, kind, sign, margin: marginOf(kind, local, site, from) })
    state = before
  }
  return readings.reverse()
}

const costAtEnd = (costs: readonly number[], state: number) => costs[state]! + OPEN_AT_END[state]!

/** The state in which a text, or a paragraph, ends most cheaply. */
function cheapestEnd(costs: readonly number[]): number {
  let best = 0
  for (let state = 1; state < STATES; state++) if (costAtEnd(costs, state) < costAtEnd(costs, best)) best = state
  return best
}

/** A blank line closes what is open, and seldom leaves it open for the next paragraph. */
const afterParagraph = (costs: readonly number[], closed: number) =>
  costs.map((cost, state) => (state === 0 ? costAtEnd(costs, closed) : cost + REOPENED))

/** `closed` is the state in which the paragraph before has ended; 0 where none has. */
function bestSteps(costs: readonly number[], local: readonly number[], intact: number, closed: number): Step[] {
  const best: Step[] = []
  for (let to = 0; to < STATES; to++)
    best.push({ cost: costs[to]! + intact, kind: 'none', from: to, before: to || closed })
  for (let from = 0; from < STATES; from++) {
    for (let k = 0; k < KINDS.length; k++) {
      const to = TO[from]![k]!
      const cost = costs[from]! + local[k]! + EXTRA[from]![k]!
      if (cost < best[to]!.cost) best[to] = { cost, kind: KINDS[k]!, from, before: from || closed }
    }
  }
  return best
}

/** By how much the kind is cheaper than the next one in its place, with what is open before it. */
function marginOf(kind: MarkKind | 'none', local: readonly number[], site: MarkSite, from: number): number {
  const costOf = (k: number) => local[k]! + EXTRA[from]![k]!
  const own = kind === 'none' ? site.intact : costOf(KINDS.indexOf(kind))
  let second = kind === 'none' ? Infinity : site.intact
  for (const [k, other] of KINDS.entries()) if (other !== kind) second = Math.min(second, costOf(k))
  return second - own
}
