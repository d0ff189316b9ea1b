/**
 * Other signs that stand for lost characters, brought to one form: every byte of a character its own `?` (`f??r`,
 * `l???a`), or one sign of another kind for each (`f_r`, `f□r`). The number of bytes tells letters from marks. A text is
 * taken so only where the inside of its words proves it: snake_case, stars between word and ending, lists and hashtags
 * are no loss.
 *
 *     // > | f??r die K??che        l???unit??        f_r die K_che
 *     //      2          2           3     2           1       1
 */

import type { LanguagePack } from '../../languages/pack.js'
import { masked } from '../../learned/learned.js'
import type { Span } from '../../model.js'
import { isWordCode } from '../../tokens/characters.js'
import type { Pass } from '../pass.js'
import { lettersAfter, lettersBefore } from '../words.js'
import { letterPlaces } from './letter-places.js'
import { LOST, THREE_BYTES, TWO_BYTES } from './option.js'

/** A genuine question mark, where a lost byte is written so too. */
const GENUINE = '\ue004'
/** So many places inside words must be of one kind. */
const TELLING = 2
/** So many different words of the list must come out of other signs, and so large a share of those looked at. */
const WORDS = 3
const WORD_SHARE = 0.35
const LOOKED_AT = 40

/** A sign between two small letters that may stand for a third. */
export const letterStandIn = /[a-z][_#*\u25a1\u00bf\u00a4][a-z]/

/** A text with one character for each that was lost, and the places in it that were more characters; in order. */
export interface Canonical {
  readonly text: string
  readonly places: readonly Place[]
}

interface Place {
  /** Offset in the text of one form. */
  readonly at: number
  readonly start: number
  readonly length: number
}

/** The text with its stand-ins in one form; null where it has none, or does not prove that they are. */
export function canonical(text: string, pack: LanguagePack): Canonical | null {
  for (const sign of ['?', LOST]) if (isByteWise(text, sign)) return byRuns(text, sign, pack)
  if (!letterStandIn.test(text)) return null
  const sign = ['_', '#', '*', '\u25a1', '\u00bf', '\u00a4'].find(s => makesWords(text, s, pack))
  return sign === undefined ? null : bySigns(text, sign)
}

// --- a sign for each byte ------------------------------------------------------------------------------------------------

/** Inside words the sign never stands alone; at their ends, before a small letter, it stands twice or more. */
function isByteWise(text: string, sign: string): boolean {
  let inside = 0
  let behind = 0
  for (let at = text.indexOf(sign); at >= 0; ) {
    let end = at + 1
    while (text[end] === sign) end++
    const afterLetter = at > 0 && isWordCode(text.charCodeAt(at - 1))
    if (afterLetter && isWordCode(text.charCodeAt(end))) {
      if (end - at === 1) return false
      inside++
    } else if (end - at > 1 && SMALL_NEXT.test(text.slice(end, end + 3))) behind++
    at = text.indexOf(sign, end)
  }
  return inside >= TELLING || (inside > 0 && inside + behind > TELLING)
}

const SMALL_NEXT = /^,? [a-z]/

/** How a run of so many bytes falls into characters: behind a letter, and elsewhere. */
function split(length: number, behindLetter: boolean, beforeLetter: boolean, elided: boolean, sign: string): number[] {
  if (length === 1) return sign === LOST ? [] : [1]
  if (length === 4 && behindLetter && !beforeLetter && sign === '?') return [1, 3]
  if (length === 5) return behindLetter && !elided ? [2, 3] : [3, 2]
  if (length % 3 === 0 && !(behindLetter && beforeLetter && length > 3)) return new Array(length / 3).fill(3)
  if (length % 2 === 0) return new Array(length / 2).fill(2)
  return behindLetter ? [...new Array((length - 3) / 2).fill(2), 3] : [3, ...new Array((length - 3) / 2).fill(2)]
}

/** Runs of more bytes are no text. */
const LONGEST_RUN = 12

function byRuns(text: string, sign: string, pack: LanguagePack): Canonical {
  const out: string[] = []
  const places: Place[] = []
  let length = 0
  let done = 0
  for (let at = text.indexOf(sign); at >= 0; ) {
    let end = at + 1
    while (text[end] === sign) end++
    out.push(text.slice(done, at))
    length += at - done
    let from = at
    const behind = at > 0 && isWordCode(text.charCodeAt(at - 1))
    const elided = behind && pack.elisions.includes(lettersBefore(text, at).toLowerCase())
    const sizes = end - at > LONGEST_RUN ? [] : split(end - at, behind, isWordCode(text.charCodeAt(end)), elided, sign)
    for (const size of sizes) {
      places.push({ at: length++, start: from, length: size })
      out.push(size === 1 ? GENUINE : size === 2 ? TWO_BYTES : THREE_BYTES)
      from += size
    }
    out.push(GENUINE.repeat(end - from))
    length += end - from
    done = end
    at = text.indexOf(sign, end)
  }
  out.push(text.slice(done))
  return { text: out.join(''), places }
}

/** The pass over a text of one form in offsets of its source: what has a place comes from several characters, all else from one. */
export function atSource(pass: Pass, source: string, places: readonly Place[]): Pass {
  const [spanOfRepair, spanOfRest] = [spansIn(places), spansIn(places)]
  const repairs = pass.repairs.map(r => {
    const span = spanOfRepair(r)
    return { ...r, ...span, before: source.slice(span.start, span.end) }
  })
  const unrepaired = (pass.unrepaired ?? []).map(u => {
    const span = spanOfRest(u)
    return { ...u, ...span, text: source.slice(span.start, span.end) }
  })
  return { repairs, unrepaired }
}

/** Leads items, which are asked for in order, to their spans in the source. */
function spansIn(places: readonly Place[]): (item: Span) => Span {
  let next = 0
  let shift = 0 // offset in the source minus offset in the text of one form, behind places[0..next)
  return item => {
    for (; next < places.length && places[next]!.at < item.start; next++)
      shift = places[next]!.start + places[next]!.length - places[next]!.at - 1
    const place = places[next]
    const start = item.start + shift
    return { start, end: place?.at === item.start ? start + place.length : item.end + shift }
  }
}

// --- another sign for each character --------------------------------------------------------------------------------------

function makesWords(text: string, sign: string, pack: LanguagePack): boolean {
  if (pack.script !== 'Latn') return false
  const seen = new Set<string>()
  let made = 0
  for (let at = text.indexOf(sign); at >= 0 && seen.size < LOOKED_AT; at = text.indexOf(sign, at + 1)) {
    const before = lettersBefore(text, at)
    const word = `${before}?${lettersAfter(text, at + 1)}`.toLowerCase()
    if (before === '' || seen.has(word)) continue
    seen.add(word)
    if (letterPlaces(pack).words(masked(word)).length > 0) made++
  }
  return made >= WORDS && made >= seen.size * WORD_SHARE
}

/** The sign becomes the sign of loss where it touches a word or a mark; lists, rules and doubled signs stay. */
function bySigns(text: string, sign: string): Canonical {
  const out = [...text.split('')]
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const before = text[at - 1] ?? '\n'
    const behind = text[at + 1] ?? '\n'
    if (before === sign || behind === sign || before === '\n') {
      if (!isWordCode(behind.charCodeAt(0)) || before === sign) continue
    }
    out[at] = LOST
  }
  return { text: out.join(''), places: [] }
}
