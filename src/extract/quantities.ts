/**
 * Numbers with their units, read in the language's own way: `220.000` in German is `220,000` in English, `1,5 Mio. Euro`
 * and `€ 1.5m` are 1500000 EUR, `90 אחוזים` are 90 %. A unit stands behind the number, a currency before it too; the
 * first number of a range takes the unit of the second. Numbers of dates, addresses, telephones and names (`A320`, `Q3`)
 * are left out, and so are four digits without a unit that look like a year.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Quantity, Span } from '../model.js'
import { alternation, anyCase, eat } from '../tokens/alternation.js'
import { type NumberToken, numbersIn } from '../tokens/numbers.js'
import { surePhonesIn } from './phones.js'
import { isCurrency, isSign, type Units, unitsOf } from './units.js'

export type TextQuantity = Omit<Quantity, 'block'>

/** A quantity, and the factor of its scale word. */
interface Scaled {
  readonly quantity: TextQuantity
  readonly factor: number
}

const BLANK = '[ \\u00a0\\u202f\\u2009]'
// Longer runs of digits are no quantities, and a number cannot hold them.
const MAX_DIGITS = 15
const PRECISION = 12
const NEXT = 8
// Times of day: `9 a.m.`, `10 Uhr`, `kl. 10.30`, and `10.30` where the decimal mark is a comma, but for amounts of money.
const CLOCK = /^\s?(?:[ap]\.?m(?![\p{L}])|Uhr|o['’]clock)/iu
const HOUR = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/
const AT = /(?<!\p{L})(?:kl\.?|klokken|um|alle|ore|at|om|בשעה)\s?$/iu
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu
const MAY_HAVE_ADDRESS = /@|:\/\/|www\./i

/** The quantities of a text, in order; `taken` are spans that hold no quantities, such as dates. Linear. */
export function quantitiesIn(text: string, pack: LanguagePack, taken: readonly Span[]): TextQuantity[] {
  const patterns = patternsOf(pack)
  const closed = [...taken, ...surePhonesIn(text, pack), ...addressesIn(text)].sort((a, b) => a.start - b.start)
  let next = 0
  const found: Scaled[] = []
  for (const token of numbersIn(text, pack)) {
    while (next < closed.length && closed[next]!.end <= token.start) next++
    if ((closed[next]?.start ?? Infinity) < token.end || !standsFree(text, token, pack)) continue
    const scaled = quantityAt(text, token, unitsOf(pack))
    const { quantity } = scaled
    if (quantity.start < (found.at(-1)?.quantity.end ?? 0)) continue
    // `5G`, `3D`: a name; but `15th` is a number.
    if (quantity.end === token.end && !patterns.ends.test(text.slice(token.end, token.end + NEXT))) continue
    found.push(scaled)
    shareUnit(text, found, patterns)
  }
  return found
    .map(({ quantity }) => quantity)
    .filter(({ unit, text: written }) => unit !== null || !/^(?:19|20)\d\d$/.test(written))
}

const addressesIn = (text: string): readonly Span[] =>
  MAY_HAVE_ADDRESS.test(text)
    ? Array.from(text.matchAll(ADDRESS), m => ({ start: m.index, end: m.index + m[0].length }))
    : NONE
const NONE: readonly Span[] = []

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
    isSign(glued[1]!) ||
    /(?:^|[\s(])(?:[A-Z]{3}|kr|Fr|NIS)$/.test(text.slice(Math.max(0, start - 4), start))
  )
}

function quantityAt(text: string, token: NumberToken, units: Units): Scaled {
  const front = units.currencyBefore(text, token.start)
  const scale = units.scaleAt(text, token.end)
  const unit = units.unitAt(text, scale?.end ?? token.end)
  // One letter is a scale only beside money: `$5m`, but `5 m` are metres.
  const scaled = scale && (scale.word.length > 1 || front || (unit && isCurrency(unit.unit))) ? scale : null
  const behind = scaled || !scale ? unit : units.unitAt(text, token.end)
  const own = behind && !(front && !isCurrency(behind.unit)) ? behind : null
  const minus = /(?:^|[\s(])[-−–]$/.test(text.slice(Math.max(0, token.start - 2), token.start)) && !front
  const start = front?.start ?? token.start - (minus ? 1 : 0)
  // A full stop behind a scale may end the sentence.
  const end = own?.end ?? (scaled ? scaled.end - (text[scaled.end - 1] === '.' ? 1 : 0) : token.end)
  const factor = scaled?.factor ?? 1
  const value = rounded(Number(token.value) * factor) * (minus ? -1 : 1)
  const quantity = { value, unit: own?.unit ?? front?.unit ?? null, text: text.slice(start, end), start, end }
  return { quantity, factor }
}

/** `10 bis 15 Mio. Euro`: the first number has the unit and the scale of the second, if it stays the smaller one. */
function shareUnit(text: string, found: Scaled[], patterns: Patterns): void {
  const [before, last] = [found.at(-2), found.at(-1)]
  if (!before || !last || before.quantity.unit !== null || last.quantity.unit === null || before.factor !== 1) return
  const [first, second] = [before.quantity, last.quantity]
  const link = eat(patterns.range, text, first.end)
  if (!link || first.end + link[0].length !== second.start) return
  const value = rounded(first.value * last.factor)
  const shared = { ...first, unit: second.unit, value: value <= second.value ? value : first.value }
  found[found.length - 2] = { quantity: shared, factor: 1 }
}

/** Whole numbers with so few digits are round as they are. */
const rounded = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < 10 ** PRECISION ? value : Number(value.toPrecision(PRECISION))

interface Patterns {
  /** Between the two numbers of a range. */
  readonly range: RegExp
  /** What may stand behind a number that has no unit: no letter, but for endings of ordinals. */
  readonly ends: RegExp
}

const cache = new WeakMap<LanguagePack, Patterns>()

function patternsOf(pack: LanguagePack): Patterns {
  const known = cache.get(pack)
  if (known) return known
  const links = alternation([...pack.rangeWords, ...pack.conjunctions])
  const patterns = {
    range: anyCase(`${BLANK}?[-–—]${BLANK}?|${BLANK}(?:${links})${BLANK}`, 'uy'),
    ends: anyCase(`^(?:${alternation(pack.ordinals.after)})?(?!\\p{L})`, 'u'),
  }
  cache.set(pack, patterns)
  return patterns
}
