/**
 * A line of Hebrew from the order in which it stands on the screen to the order in which it is read: the reordering of
 * the Unicode bidirectional algorithm (UAX 9) for a right-to-left paragraph without explicit marks, the other way
 * round. What the algorithm shows from left to right is found in the shown line by its rules: numbers with separators
 * inside (W4) and signs of money and percent beside them (W5); words of other alphabets with everything between them,
 * and numbers behind them (W7, N1); brackets around such words, not brackets around Hebrew (N0). All else is turned,
 * and brackets mirrored (L4).
 *
 *     // > | .םיחוקל 1,250-ל iPhone 15 (Pro) רכמנ
 *     //              ^^^^^   ^^^^^^^^^^^^^^^ these stay as they are, and come in the order from the right
 *
 * The algorithm shows `5 Windows` and `Windows 5` alike, so what was written cannot always be known: a number behind
 * the word is taken to belong to it, a number before it not. Marks stay behind their letters.
 */
import { unitSigns } from '../languages/units.js'
import { isDigit } from './characters.js'
import { hasRightToLeft } from './direction.js'

const L = 1
const R = 2
const EN = 3
const ES = 4
const ET = 5
const CS = 6
const OPEN = 7
const CLOSE = 8
const NEUTRAL = 9

/** Pairs side by side. */
const MIRRORED = '()[]{}<>«»‹›'
/** Bracket pairs may be nested so deep (UAX 9, BD16). */
const DEEPEST = 63

function classOf(unit: string): number {
  const code = unit.charCodeAt(0)
  if (isDigit(code)) return EN
  if ((code >= 0x5d0 && code <= 0x5f4) || code === 0x5be || code === 0x200f || (code >= 0xfb1d && code <= 0xfb4f))
    return R
  if (code >= 0x600 && hasRightToLeft(unit)) return R
  if (unit === '+' || unit === '-' || unit === '\u2212') return ES
  if ('#$%¢£¤¥°±‰‱€₪₧\u2032\u2033'.includes(unit)) return ET
  if (',./:\u00a0'.includes(unit)) return CS
  if ('([{'.includes(unit)) return OPEN
  if (')]}'.includes(unit)) return CLOSE
  if (code < 0x80) return /[A-Za-z]/.test(unit) ? L : NEUTRAL
  return /^(?:\p{L}|[\u{1f1e6}-\u{1f1ff}])/u.test(unit) ? L : NEUTRAL
}

/** Classes of single code units, as they are met; 0 for those not met yet. */
const metClasses: Uint8Array = new Uint8Array(0x10000)

function classOfCode(code: number): number {
  const known = metClasses[code]!
  if (known > 0) return known
  const made = classOf(String.fromCharCode(code))
  metClasses[code] = made
  return made
}

export interface LineOptions {
  /** A bracket between words of other alphabets is open from the line above. */
  readonly isOpen?: boolean
  /** Turned brackets are what they mean already, not what they look like. */
  readonly areMeant?: boolean
}

/** The line as it is read. Offsets are not kept: one line is one edit. */
export function logicalOrder(line: string, options: LineOptions = {}): string {
  return isPlain(line) ? ofPlainLine(line, options) : ofUnits(line.match(UNITS) ?? [], options)
}

/** Characters with their marks; emoji with what joins them. */
const UNITS = /\P{M}(?:[\p{M}\u{1f3fb}-\u{1f3ff}]|\u200d\P{M})*|\p{M}+/gu

/** Has the line no marks and no surrogates, so that each of its code units stands for itself? */
function isPlain(line: string): boolean {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code < 0x300 || (code >= 0x5d0 && code <= 0x5f4) || code === 0x5be) continue
    if (code < 0x2000 || code > 0x20cf || code === 0x200d) return false
  }
  return true
}

/** So many code units are made a string at a time: arguments of a call are limited. */
const CHUNK = 8192

function ofPlainLine(line: string, { isOpen = false, areMeant = false }: LineOptions): string {
  const length = line.length
  const codes = new Uint16Array(length)
  const kinds = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    const code = line.charCodeAt(i)
    codes[i] = code
    kinds[i] = classOfCode(code)
  }
  const out = new Uint16Array(length)
  let at = 0
  inReadingOrder(codes, kinds, isOpen, (i, isTurned) => {
    out[at++] = isTurned && !areMeant ? mirrored(codes[i]!) : codes[i]!
  })
  let text = ''
  for (let k = 0; k < length; k += CHUNK) text += String.fromCharCode(...out.subarray(k, k + CHUNK))
  return text
}

function ofUnits(units: readonly string[], { isOpen = false, areMeant = false }: LineOptions): string {
  const codes = Uint16Array.from(units, unit => unit.charCodeAt(0))
  const out: string[] = []
  inReadingOrder(codes, Uint8Array.from(units, classOf), isOpen, (i, isTurned) => {
    out.push(isTurned && !areMeant ? mirroredUnit(units[i]!) : units[i]!)
  })
  return out.join('')
}

/** From right to left, but what is shown from left to right as it stands. */
function inReadingOrder(
  codes: Uint16Array,
  kinds: Uint8Array,
  isOpen: boolean,
  visit: (at: number, isTurned: boolean) => void,
): void {
  resolveNumbers(kinds)
  const runs = leftToRightRuns(codes, kinds, isOpen)
  let run = runs.length - 1
  for (let i = codes.length - 1; i >= 0; i--) {
    if (run < 0 || i !== runs[run]![1]) {
      visit(i, true)
      continue
    }
    const from = runs[run--]![0]
    for (let k = from; k <= i; k++) visit(k, false)
    i = from
  }
}

/** The other of a pair; all else is itself. */
function mirroredUnit(unit: string): string {
  const at = MIRRORED.indexOf(unit)
  return at < 0 ? unit : MIRRORED[at ^ 1]!
}

/** The same by code unit. */
const MIRROR: Uint16Array = Uint16Array.from({ length: 0x2100 }, (_, code) =>
  mirroredUnit(String.fromCharCode(code)).charCodeAt(0),
)
const mirrored = (code: number): number => (code < 0x2100 ? MIRROR[code]! : code)

/** W4 and W5: one separator between digits, and signs beside them, are of the number; others are neutral (W6). */
function resolveNumbers(classes: Uint8Array): void {
  for (let i = 1; i + 1 < classes.length; i++) {
    const isSeparator = classes[i] === ES || classes[i] === CS
    if (isSeparator && classes[i - 1] === EN && classes[i + 1] === EN) classes[i] = EN
  }
  for (let i = 0; i < classes.length; ) {
    let end = i
    while (classes[end] === ET) end++
    if (end > i && (classes[i - 1] === EN || classes[end] === EN)) classes.fill(EN, i, end)
    i = Math.max(end, i + 1)
  }
}

type Run = readonly [from: number, to: number]

/** Runs shown from left to right, as first and last unit. */
function leftToRightRuns(codes: Uint16Array, classes: Uint8Array, isOpen: boolean): Run[] {
  const partner = bracketPairs(codes, classes)
  const closing = isOpen ? partner.findLastIndex((other, k) => other === ALONE && classes[k] === CLOSE) : -1
  const runs: Run[] = []
  for (let i = 0; i < codes.length; i++) {
    if (classes[i] !== L && classes[i] !== EN) continue
    let to = i
    let latin = classes[i] === L
    for (let k = i + 1; k < codes.length && classes[k] !== R; k++) {
      const k0 = classes[k]
      if (k0 === OPEN && (!latin || (partner[k]! < 0 && !opensWord(codes, classes, partner, k)))) break
      if (k0 === CLOSE && partner[k]! < i && !(latin && k === closing)) break
      if ((k0 === L || k0 === EN) && to < k - 1 && isApart(codes, classes, i, to, k, latin)) break
      if (k0 === L || k0 === EN || k0 === CLOSE) to = k
      latin ||= k0 === L
      if (!latin && k0 !== EN && !joins(codes[k]!)) break
    }
    to = withSigns(codes, classes, i, to, latin)
    runs.push([i, to])
    i = to
  }
  return runs
}

const SPACE = 0x20
const isSpaceAt = (codes: Uint16Array, at: number) => at >= codes.length || codes[at] === SPACE || codes[at] === 0xa0
/** Signs that join a number and a word without a blank, as in an address: - . / : = _ */
const joins = (code: number) => code === 0x2d || (code >= 0x2e && code <= 0x2f) || [0x3a, 0x3d, 0x5f].includes(code)
/** Signs that close what stands before them, without a blank: , ; : ! ? . */
const closes = (code: number) => [0x2c, 0x3b, 0x3a, 0x21, 0x3f, 0x2e].includes(code)

/** A bracket whose other one is on another line opens a word of the run: `May 11 (GLOBE` and `NEWSWIRE)`. */
function opensWord(codes: Uint16Array, classes: Uint8Array, partner: Int32Array, at: number): boolean {
  return partner[at] === ALONE && isSpaceAt(codes, at - 1) && classes[at + 1] === L
}

/**
 * Is what comes at `k` no part of the run from `from` to `to`? A number is, but where a sign closes the word before it on the
 * other side (`press@nord.example ,0129`), or the run is its unit (`GWh 48.2`); a word behind a number is none, but where a
 * sign joins them.
 */
function isApart(
  codes: Uint16Array,
  classes: Uint8Array,
  from: number,
  to: number,
  k: number,
  latin: boolean,
): boolean {
  if (!latin) return !(classes[k] === L && k === to + 2 && joins(codes[to + 1]!))
  if (isSpaceAt(codes, k - 2) && closes(codes[k - 1]!) && (classes[k] === EN || codes[k - 1] !== 0x2e)) return true
  if (classes[k] !== EN) return false
  if (codes[to + 1] === 0xb0 && isSpaceAt(codes, to + 2)) return true
  return to + 2 === k && isSpaceAt(codes, to + 1) && isUnit(codes, from, to) && !isWordBehind(classes, k)
}

/** Single capitals name types more often than units: `V 8`. */
function isUnit(codes: Uint16Array, from: number, to: number): boolean {
  if (to - from > 6) return false
  const word = String.fromCharCode(...codes.subarray(from, to + 1))
  return Object.hasOwn(unitSigns, word) && !/^[A-Z]$/.test(word)
}

/** Does a word of another alphabet follow a number, before any Hebrew? */
function isWordBehind(classes: Uint8Array, at: number): boolean {
  let k = at
  while (k < classes.length && classes[k] !== L && classes[k] !== R) k++
  return classes[k] === L
}

/** A run with the sign that closes it, or the hyphen at which a number or an address was wrapped. */
function withSigns(codes: Uint16Array, classes: Uint8Array, from: number, to: number, latin: boolean): number {
  const next = to + 1
  if (next >= codes.length) return to
  const isFree = isSpaceAt(codes, next + 1) || (latin && (classes[next + 1] === OPEN || classes[next + 1] === CLOSE))
  const isHyphen = codes[next] === 0x2d && (latin || codes.subarray(from, to).includes(0x2d))
  return isFree && ((latin && (closes(codes[next]!) || codes[next] === 0x2f)) || isHyphen) ? next : to
}

/** Of a bracket with no other one in its line. */
const ALONE = -2

/** By unit, the other bracket of a pair with no Hebrew inside; `ALONE` where there is no other; -1 for all else. */
function bracketPairs(codes: Uint16Array, classes: Uint8Array): Int32Array {
  const partner = new Int32Array(codes.length).fill(-1)
  const open: { at: number; rights: number }[] = []
  let rights = 0
  for (let i = 0; i < codes.length; i++) {
    if (classes[i] === R) rights++
    else if (classes[i] === OPEN && open.length < DEEPEST) open.push({ at: i, rights })
    else if (classes[i] === CLOSE) {
      partner[i] = ALONE
      const from = open.findLastIndex(o => mirrored(codes[o.at]!) === codes[i])
      if (from < 0) continue
      const { at, rights: before } = open[from]!
      for (const { at: alone } of open.splice(from).slice(1)) partner[alone] = ALONE
      partner[i] = -1
      if (rights === before) {
        partner[at] = i
        partner[i] = at
      }
    }
  }
  for (const { at } of open) partner[at] = ALONE
  return partner
}
