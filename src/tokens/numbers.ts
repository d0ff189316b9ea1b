/**
 * Numbers as values that can be compared across languages: 220.000 in German is 220,000 in English. The pack says
 * which mark parts thousands and which decimals; without a pack the shape decides. Dates and times written with
 * marks (12.10.2018, 10:30) fall into their numbers. A scale word after a number (`1.4 million`) gives a second value.
 */
import type { LanguagePack } from '../languages/pack.js'
import { eat } from './alternation.js'

/** `value` is a plain decimal without leading zeros; `scaled` the value times the scale word that follows. */
export interface NumberToken {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly value: string
  readonly scaled?: string
}

const NUMBER = /\d+(?:[.,:/'’\u00a0\u202f\u2009]\d+)*/g
// The same where a plain blank parts thousands (`12 000,5`).
const BLANK_PARTED = new RegExp(`[1-9]\\d{0,2}(?: \\d{3}(?!\\d))+(?:,\\d+)?|${NUMBER.source}`, 'g')
const NEXT_WORD = /^[\s\u00a0\u202f-]{0,3}([\p{L}\p{M}.]{1,24})/u
const DIGITS = /^\d*$/
const NO_WORD_BEHIND = /[,;:!?)%/\d]/ // most numbers
const MAX_DIGITS = 40 // longer runs are no quantities; they are cut so that a comparison stays cheap

/** Chinese and Japanese, written behind the number without a space. */
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
const OTHER_DIGITS = /[^\P{Nd}0-9]|[٫٬．，]/gu
const ZERO_TO_NINE = /^\p{Nd}$/u
const MARK_OF: Readonly<Record<string, string>> = { '٫': '.', '٬': ',', '．': '.', '，': ',' }

/** Digits of any script as 0 to 9, each in its place; those beyond the BMP stay as they are. */
function asciiDigits(text: string): string {
  if (!/[\u0660-\uff19]/.test(text)) return text
  return text.replace(OTHER_DIGITS, sign => MARK_OF[sign] ?? (sign.length > 1 ? sign : String(digitValue(sign))))
}

/** Unicode has the ten digits of a script in a row: the value is the number of digits before it. */
function digitValue(digit: string): number {
  const code = digit.charCodeAt(0)
  let value = 0
  while (value < 9 && ZERO_TO_NINE.test(String.fromCharCode(code - value - 1))) value++
  return value
}

/** The numbers of a text in order; a date or a time gives one token for each of its numbers. Linear. */
export function numbersIn(given: string, pack: LanguagePack | null): NumberToken[] {
  const text = asciiDigits(given)
  const out: NumberToken[] = []
  const factors = scaleFactors(pack)
  const pattern = pack?.thousands === ' ' ? BLANK_PARTED : NUMBER
  for (let match = eat(pattern, text, 0); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length
    const whole = numberValue(match[0], pack)
    if (whole === null) {
      splitNumbers(match[0], match.index, out)
      continue
    }
    const factor = MYRIADS[text[end] ?? ''] ?? (factors.size > 0 ? factorAfter(text, end, factors) : 1)
    const token = { text: given.slice(match.index, end), start: match.index, end, value: whole }
    out.push(factor === 1 ? token : { ...token, scaled: times(whole, factor) })
  }
  return out
}

function splitNumbers(raw: string, start: number, out: NumberToken[]): void {
  for (const part of raw.matchAll(/\d+/g)) {
    const at = start + part.index
    out.push({ text: part[0], start: at, end: at + part[0].length, value: plain(part[0], '') })
  }
}

/** The value of one written number, or null where its marks do not make one number (dates, times). */
export function numberValue(raw: string, pack: LanguagePack | null): string | null {
  if (DIGITS.test(raw)) return plain(raw, '')
  const marks = raw.replace(/\d+/g, '')
  const groups = raw.split(/\D/)
  if (/[:/]/.test(marks)) return null
  const last = marks[marks.length - 1]!
  const grouped = groups.length > 1 && groups[0]!.length <= 3 && groups.slice(1).every(group => group.length === 3)
  if (marks.length === 1) {
    if (last !== '.' && last !== ',') return grouped ? plain(groups.join(''), '') : null
    const thousands = grouped && groups[0] !== '0' && (pack === null || last !== pack.decimal)
    return thousands ? plain(groups.join(''), '') : plain(groups[0]!, groups[1]!)
  }
  if (grouped && new Set(marks).size === 1) return plain(groups.join(''), '')
  const head = groups.slice(0, -1)
  const sound = head[0]!.length <= 3 && head.slice(1).every(group => group.length === 3)
  const parted = new Set(marks.slice(0, -1)).size === 1 && marks[0] !== last && (last === '.' || last === ',')
  return sound && parted ? plain(head.join(''), groups[groups.length - 1]!) : null
}

function plain(whole: string, fraction: string): string {
  if (fraction === '' && whole.length <= MAX_DIGITS && !whole.startsWith('0')) return whole
  const head = whole.slice(0, MAX_DIGITS).replace(/^0+(?=\d)/, '')
  const tail = fraction.slice(0, MAX_DIGITS).replace(/0+$/, '')
  return tail === '' ? head : `${head}.${tail}`
}

const factorCache = new WeakMap<LanguagePack, ReadonlyMap<string, number>>()

function scaleFactors(pack: LanguagePack | null): ReadonlyMap<string, number> {
  if (pack === null) return new Map()
  const known = factorCache.get(pack)
  if (known) return known
  const factors = new Map<string, number>()
  for (const scale of pack.scales) {
    for (const word of scale.word.toLowerCase().split(/\s+/)) if (word !== '') factors.set(word, scale.factor)
  }
  factorCache.set(pack, factors)
  return factors
}

function factorAfter(text: string, end: number, factors: ReadonlyMap<string, number>): number {
  if (NO_WORD_BEHIND.test(text[end] ?? ',')) return 1
  const next = NEXT_WORD.exec(text.slice(end, end + 30))
  if (next === null) return 1
  const word = next[1]!.toLowerCase()
  return factors.get(word) ?? factors.get(word.replace(/\.+$/, '')) ?? 1
}

function times(value: string, factor: number): string {
  const product = Number(value) * factor
  return Number.isFinite(product) ? String(Number(product.toPrecision(12))) : value
}
