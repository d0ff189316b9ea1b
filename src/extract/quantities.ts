/**
 * Numbers with their units, read in the language's own way: `220.000` in German is `220,000` in English, `1,5 Mio. Euro`
 * and `€ 1.5m` are 1500000 EUR, `90 אחוזים` are 90 %. A unit stands behind the number, a currency before it too; the
 * first number of a range takes the unit of the second. Numbers of dates, addresses, telephones and names (`A320`, `Q3`)
 * are left out, and so are four digits without a unit that look like a year.
 */
import type { LanguagePack } from '../languages/pack.js'
import { currencyCodes, unitSigns } from '../languages/units.js'
import type { Quantity, Span } from '../model.js'
import { alternation, eat } from '../text/alternation.js'
import { type NumberToken, numbersIn } from '../text/numbers.js'

export type TextQuantity = Omit<Quantity, 'block'>

/** `factor` is that of the scale word. */
type Scaled = TextQuantity & { readonly factor: number }

interface Patterns {
  /** A scale behind the number, group 1. */
  readonly scale: RegExp
  readonly sign: RegExp
  readonly word: RegExp
  readonly before: RegExp
  /** Between the two numbers of a range. */
  readonly range: RegExp
  /** What may stand behind a number that has no unit: no letter, but for endings of ordinals. */
  readonly ends: RegExp
  readonly units: ReadonlyMap<string, string>
  readonly factors: ReadonlyMap<string, number>
}

const BLANK = '[ \\u00a0\\u202f\\u2009]'
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(unitSigns),
  ...currencyCodes.map(code => [code, code] as const),
])
const CURRENCY = /^[A-Z]{3}$/
// Longer runs of digits are no quantities, and a number cannot hold them.
const MAX_DIGITS = 15
const PRECISION = 12
const BEFORE_REACH = 12
const NEXT = 8
// Currencies whose words stand before amounts too (`euro 5 mln`, `kr. 25`).
const BEFORE_AMOUNTS: ReadonlySet<string> = new Set(['EUR', 'DKK'])
// Times of day: `9 a.m.`, `10 Uhr`, `kl. 10.30`, and `10.30` where the decimal mark is a comma, but for amounts of money.
const CLOCK = /^\s?(?:[ap]\.?m(?![\p{L}])|Uhr|o['’]clock)/iu
const HOUR = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/
const AT = /(?<!\p{L})(?:kl\.?|klokken|um|alle|ore|at|om|בשעה)\s?$/iu
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu

/** The quantities of a text, in order; `taken` are spans that hold no quantities, such as dates. Linear. */
export function quantitiesIn(text: string, pack: LanguagePack, taken: readonly Span[]): TextQuantity[] {
  const patterns = patternsOf(pack)
  const closed = [
    ...taken,
    ...Array.from(text.matchAll(ADDRESS), m => ({ start: m.index, end: m.index + m[0].length })),
  ]
  closed.sort((a, b) => a.start - b.start)
  let next = 0
  const found: Scaled[] = []
  for (const token of numbersIn(text, pack)) {
    while (next < closed.length && closed[next]!.end <= token.start) next++
    if ((closed[next]?.start ?? Infinity) < token.end || !standsFree(text, token, pack)) continue
    const quantity = quantityAt(text, token, patterns)
    if (quantity.start < (found.at(-1)?.end ?? 0)) continue
    // `5G`, `3D`: a name; but `15th` is a number.
    if (quantity.end === token.end && !patterns.ends.test(text.slice(token.end, token.end + NEXT))) continue
    found.push(quantity)
    shareUnit(text, found, patterns)
  }
  return found
    .filter(({ unit, text: written }) => unit !== null || !/^(?:19|20)\d\d$/.test(written))
    .map(({ factor: _, ...quantity }) => quantity)
}

/** No part of a name (`A320`, `COVID-19`), of a time, a fraction or a longer number. */
function standsFree(text: string, { start, end, text: written }: NumberToken, pack: LanguagePack): boolean {
  if (written.replace(/\D/g, '').length > MAX_DIGITS) return false
  const [before, behind] = [text.slice(Math.max(0, start - 3), start), text.slice(end, end + 3)]
  if (/[\d][.,:/]$|[/:#_]$/.test(before) || /^[:/]\d|^[_#]/.test(behind) || /^[.,]\d/.test(behind)) return false
  if (
    CLOCK.test(text.slice(end, end + NEXT)) ||
    (HOUR.test(written) && (AT.test(text.slice(Math.max(0, start - 10), start)) || pack.decimal === ','))
  )
    return /[€$£]\s?$/.test(before) || /^\s?(?:[€$£]|euro)/i.test(text.slice(end, end + NEXT))
  const glued = /(\p{L})([-־–]?)$/u.exec(before)
  if (!glued) return true
  const prefix = pack.prefixLetters !== '' && pack.prefixLetters.includes(glued[1]!)
  return (
    (prefix && glued[2] !== '') ||
    SIGNS.has(glued[1]!) ||
    /(?:^|[\s(])(?:[A-Z]{3}|kr|Fr|NIS)$/.test(text.slice(Math.max(0, start - 4), start))
  )
}

function quantityAt(text: string, token: NumberToken, patterns: Patterns): Scaled {
  const before = patterns.before.exec(text.slice(Math.max(0, token.start - BEFORE_REACH), token.start))
  const front = before && (SIGNS.get(before[1]!) ?? patterns.units.get(before[1]!.toLowerCase()))
  const currencyBefore = front && CURRENCY.test(front) ? front : null
  const scale = eat(patterns.scale, text, token.end)
  const scaleEnd = token.end + (scale?.[0].length ?? 0)
  const unit = unitAt(text, scaleEnd, patterns)
  // One letter is a scale only beside money: `$5m`, but `5 m` are metres.
  const scaled = scale && (scale[1]!.length > 1 || currencyBefore || (unit && CURRENCY.test(unit.unit))) ? scale : null
  const behind = scaled || !scale ? unit : unitAt(text, token.end, patterns)
  const factor = (scaled && patterns.factors.get(scaled[1]!.toLowerCase())) ?? 1
  const value = rounded(Number(token.value) * factor)
  const own = behind && !(currencyBefore && !CURRENCY.test(behind.unit)) ? behind : null
  const minus = /(?:^|[\s(])[-−–]$/.test(text.slice(Math.max(0, token.start - 2), token.start)) && !currencyBefore
  const start = currencyBefore ? token.start - before![0].length : token.start - (minus ? 1 : 0)
  // A full stop behind a scale may end the sentence.
  const end = own?.end ?? (scaled ? scaleEnd - (text[scaleEnd - 1] === '.' ? 1 : 0) : token.end)
  return {
    value: minus ? -value : value,
    unit: own?.unit ?? currencyBefore,
    text: text.slice(start, end),
    start,
    end,
    factor,
  }
}

function unitAt(text: string, at: number, { sign, word, units }: Patterns): { unit: string; end: number } | null {
  const bySign = eat(sign, text, at)
  if (bySign) return { unit: SIGNS.get(bySign[1]!)!, end: at + bySign[0].length }
  const byWord = eat(word, text, at)
  return byWord ? { unit: units.get(byWord[1]!.toLowerCase())!, end: at + byWord[0].length } : null
}

/** `10 bis 15 Mio. Euro`: the first number has the unit and the scale of the second, if it stays the smaller one. */
function shareUnit(text: string, found: Scaled[], patterns: Patterns): void {
  const [first, second] = found.slice(-2)
  if (!first || !second || first.unit !== null || second.unit === null || first.factor !== 1) return
  const link = eat(patterns.range, text, first.end)
  if (!link || first.end + link[0].length !== second.start) return
  const value = rounded(first.value * second.factor)
  found[found.length - 2] = { ...first, unit: second.unit, value: value <= second.value ? value : first.value }
}

const rounded = (value: number) => Number(value.toPrecision(PRECISION))

/** Gershayim and geresh are written with signs of their own or with quotation marks. */
const spellings = (word: string) => [...new Set([word, word.replaceAll('"', '״').replaceAll("'", '׳')])]

const cache = new WeakMap<LanguagePack, Patterns>()

function patternsOf(pack: LanguagePack): Patterns {
  const known = cache.get(pack)
  if (known) return known
  const units = new Map(
    pack.units.flatMap(({ unit, words }) => words.flatMap(spellings).map(word => [word.toLowerCase(), unit] as const)),
  )
  for (const word of pack.percent) if (!units.has(word.toLowerCase())) units.set(word.toLowerCase(), '%')
  const factors = new Map(pack.scales.map(({ word, factor }) => [word.toLowerCase(), factor] as const))
  // A sign of one letter needs a blank before it: `1990s`, `5G`.
  const [letters, signs] = [...SIGNS.keys()].reduce<[string[], string[]]>(
    ([a, b], sign) => (/^\p{L}$/u.test(sign) ? [[...a, sign], b] : [a, [...b, sign]]),
    [[], []],
  )
  const of = "(?:(?:di|de|d['’]|of|af|van|von)\\s?)?"
  const before = [...SIGNS].flatMap(([sign, unit]) => (CURRENCY.test(unit) ? [sign] : []))
  const words = [...units].flatMap(([word, unit]) => (BEFORE_AMOUNTS.has(unit) && word.length <= 5 ? [word] : []))
  const links = [...pack.rangeWords, ...pack.conjunctions]
  const patterns: Patterns = {
    scale: new RegExp(`(?:${BLANK}|-)?(${alternation([...factors.keys()])})(?:\\.(?=${BLANK}|$))?(?!\\p{L})`, 'iuy'),
    sign: new RegExp(
      `(?:${BLANK}?(?=(?:${alternation(signs)}))|${BLANK})(${alternation([...signs, ...letters])})(?![\\p{L}\\p{N}²³]|['’]\\p{L})`,
      'uy',
    ),
    word: new RegExp(
      `(?:${BLANK}|-|־)?${of}(${alternation([...units.keys()])})(?![\\p{L}\\p{M}\\p{N}]|["״]\\p{L})`,
      'iuy',
    ),
    before: new RegExp(`(?<![\\p{L}\\p{N}])(${alternation([...before, ...words])})\\.?${BLANK}?$`, 'iu'),
    range: new RegExp(`${BLANK}?[-–—]${BLANK}?|${BLANK}(?:${alternation(links)})${BLANK}`, 'iuy'),
    ends: new RegExp(`^(?:${alternation(pack.ordinals.after)})?(?!\\p{L})`, 'iu'),
    units,
    factors,
  }
  cache.set(pack, patterns)
  return patterns
}
