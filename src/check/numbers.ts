/**
 * Numbers that translations do not agree on. A text states the quantities that the record gives; it may state far more:
 * every number in it however it is written, numbers in words, parts of dates and times, sums in other measures. Only
 * what a text states and another cannot be read to state in any way is disputed. So a wrong number is found, and a
 * number that one language writes in words is not. A translation may turn miles into kilometres, and rounds as it does;
 * money is not converted, because its rates are not known.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { Quantity } from '../model.js'
import { once } from '../structures/cache.js'
import { numbersIn } from '../tokens/numbers.js'
import { type Claim, type Dispute, minorityOf, type Side } from './compare.js'
import { spelledNumbers } from './spelled-numbers.js'
import { locator, type View } from './views.js'

/** Units by dimension, in one of their own: SI or what is nearest. */
const DIMENSIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: { mm: 0.001, cm: 0.01, m: 1, km: 1000, ft: 0.3048, in: 0.0254, yd: 0.9144, mi: 1609.344 },
  mass: { g: 0.001, kg: 1, t: 1000, lb: 0.45359, oz: 0.02835 },
  area: { 'm²': 1, 'ft²': 0.0929, ha: 10_000, dunam: 1000, 'km²': 1_000_000, acre: 4046.86 },
  volume: { l: 1, ml: 0.001, 'm³': 1000, gal: 3.785 },
  speed: { 'km/h': 1, mph: 1.609344, 'm/s': 3.6 },
  time: { s: 1, min: 60, h: 3600, d: 86_400, wk: 604_800, mo: 2_629_800, a: 31_557_600 },
  power: { W: 1, kW: 1e3, MW: 1e6, GW: 1e9 },
  energy: { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9 },
}
const FACTORS: ReadonlyMap<string, readonly [dimension: string, factor: number]> = new Map(
  Object.entries(DIMENSIONS).flatMap(([dimension, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, [dimension, factor]] as const),
  ),
)
/** Units that a translation is likely to turn into others. */
const IMPERIAL: ReadonlySet<string> = new Set(['ft', 'in', 'yd', 'mi', 'lb', 'oz', 'ft²', 'acre', 'gal', 'mph', '°F'])
const DEGREES: ReadonlySet<string> = new Set(['°', '°C', '°F'])
/** Translators round: `about 60 miles` becomes `rund 100 Kilometer`. */
const ROUNDING = 0.1

/** A number with its unit. */
interface NumberClaim extends Claim {
  readonly value: number
  readonly unit: string | null
}

const PRECISION = 9
const keyOf = (value: number) => {
  const size = Math.abs(value)
  return Number.isInteger(size) && size < 10 ** PRECISION ? `${size}` : String(Number(size.toPrecision(PRECISION)))
}
// `'98`, `90'erne`, `die 90er` where the other writes the year; and `1800-tallet` is the nineteenth century.
const CENTURY = 100
const FIRST_YEAR = 1000
const LAST_YEAR = 2100
const HALF_DAY = 12
const MOST_COMPARED = 40
const TIME =
  /(?<!\d)([01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:[ap]\.?m|uhr|uur|h(?![\p{L}]))|(?:kl\.?|klokken|ore|alle|um|at|בשעה)\s?([01]?\d|2[0-4])(?!\d)/giu

/**
 * What the documents of a unit state in numbers, and what each may be read to state. `imperial`: the release measures in
 * units that a translation turns into others, somewhere; then its degrees may be of either kind.
 */
export function numberSides(views: readonly View[], imperial: boolean): Side<NumberClaim>[] {
  const quantities = views.map(view => view.quantities)
  const localised = isLocalised(quantities) || (imperial && quantities.flat().some(isDegree))
  const measured = views.flatMap(({ quantities }) => quantities.filter(isMeasured)).slice(0, MOST_COMPARED)
  return views.map(view => numberSide(view, localised ? measured : null))
}

/** `measured` are the amounts of all texts of the unit, where they do not measure alike. */
function numberSide(view: View, measured: readonly Quantity[] | null): Side<NumberClaim> {
  const locate = locator(view)
  const compared =
    measured === null ? view.quantities : view.quantities.filter(quantity => !isMeasure(quantity, measured))
  const texts = new Map(view.blocks.map(({ id, text }) => [id, text]))
  const isOfName = ({ block, start, unit }: Quantity) =>
    unit === null && LETTER.test(texts.get(block)?.[start - 1] ?? '')
  const claims = [...compared.filter(quantity => !isOfName(quantity)), ...referencesIn(view)].map(
    (quantity): NumberClaim => {
      const { value, unit } = quantity
      return { key: keyOf(value), value, unit, ...locate(quantity, shownAs(quantity)) }
    },
  )
  const own = possible(
    view.blocks.map(block => block.text),
    view.pack,
  )
  return {
    document: view.document.id,
    claims,
    allows: claim => allows(own, claim) || mayConvert(own, claim) || isGroupedElsewise(own, claim),
  }
}

/** `3,500` in Italian may be what the other texts write `3.500`: a sign for thousands that is foreign to the language. */
const isGroupedElsewise = (own: Possible, { value }: NumberClaim) =>
  !Number.isInteger(value) && Number.isInteger(thousandfold(value)) && value < THOUSAND && own.has(thousandfold(value))
const THOUSAND = 1000
const thousandfold = (value: number) => Number((value * THOUSAND).toPrecision(PRECISION))

// A number that stands right behind a letter is part of a name (`B12`, `KV31`).
const LETTER = /[a-z]/i
// Centuries and parts of works.
const ROMAN = /(?<![\p{L}\p{M}])[XVI]{2,8}(?![\p{L}\p{M}])/gu
const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** The value of a Roman numeral below forty; a sign before a greater one is taken away. */
const romanValue = (numeral: string) =>
  Array.from(numeral, (sign, i) => {
    const value = DIGITS[sign]!
    return value < (DIGITS[numeral[i + 1] ?? ''] ?? 0) ? -value : value
  }).reduce((sum, value) => sum + value, 0)

// > | (Fehler #210595)   Bug#210595   but not &#8217;
const REFERENCE = /(?<!&)#(\d{1,12})(?![\p{L}\d])/gu

/** Numbers of things, which count nothing and are no quantities of the record. */
const referencesIn = ({ blocks }: View): Quantity[] =>
  blocks.flatMap(({ id, text }) =>
    Array.from(text.matchAll(REFERENCE), ({ index, 0: written, 1: digits }) => {
      return { value: Number(digits), unit: null, text: written, block: id, start: index, end: index + written.length }
    }),
  )

const shownAs = ({ value, unit }: Pick<Quantity, 'value' | 'unit'>) => (unit === null ? `${value}` : `${value} ${unit}`)

/** Every number that may be read in some texts. */
interface Possible {
  /** In figures or in words, by its key. */
  has(value: number): boolean
  /** In figures, with no scale word behind them. */
  readonly bare: ReadonlySet<string>
  /** Some of them as they are. */
  readonly values: readonly number[]
  readonly hours: ReadonlySet<number>
}

function possible(texts: readonly string[], pack: LanguagePack): Possible {
  const keys = new Set<string>()
  const bare = new Set<string>()
  const hours = new Set<number>()
  for (const text of texts) {
    for (const { text: written, value, scaled } of numbersIn(text, pack)) {
      const readings = [value, scaled ?? value, written.replace(/\D+/g, ''), ...(written.match(/\d+/g) ?? [])]
      for (const reading of readings) keys.add(keyOf(Number(reading)))
      if (scaled === undefined) bare.add(keyOf(Number(value)))
    }
    for (const [numeral] of text.matchAll(ROMAN)) keys.add(keyOf(romanValue(numeral)))
    for (const [, a, b] of text.matchAll(TIME)) hours.add(Number(a ?? b) % HALF_DAY)
  }
  // Words are read only where figures do not answer: most units need none.
  const inWords = once(() => new Set(texts.flatMap(text => [...spelledNumbers(text, pack)].map(keyOf))))
  const has = (value: number) => keys.has(keyOf(value)) || inWords().has(keyOf(value))
  return { has, bare, values: [...keys].slice(0, MOST_COMPARED).map(Number), hours }
}

const SCALES = [1e3, 1e6, 1e9]

function allows(own: Possible, { value, unit }: NumberClaim): boolean {
  const size = Math.abs(value)
  if (own.has(size)) return true
  // A scale word that the pack does not know.
  if (SCALES.some(factor => own.bare.has(keyOf(size / factor)))) return true
  if (unit !== null || !Number.isInteger(size)) return false
  if (size <= 24 && own.hours.has(size % HALF_DAY)) return true
  if (isYear(size)) return own.has(size % CENTURY) || own.has(size / CENTURY + 1)
  return (
    size < CENTURY && ([1900, 1800, 2000].some(century => own.has(century + size)) || own.has((size - 1) * CENTURY))
  )
}

/** Is it a measure, or in a text that has measures a number without a unit that is one in another text (`two to four inches`, `50-100 mm`)? */
const isMeasure = (quantity: Quantity, measured: readonly Quantity[]) =>
  isMeasured(quantity) ||
  (quantity.unit === null && measured.some(isDegree)) ||
  (quantity.unit === null &&
    measured.some(other => other.value === quantity.value || couldConvert(other.value, quantity.value)))

/** `1,6 km` where the other has `a mile`. */
const mayConvert = ({ values }: Possible, claim: NumberClaim) =>
  inOtherUnits(claim).some(amount => roundsTo(amount, 1) || values.some(value => roundsTo(amount, value)))

const isYear = (value: number) => Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR

/** How likely one number stands for another: of the same unit, with the same digits but for one, near in size. */
export function nearNumbers(a: NumberClaim, b: NumberClaim): number {
  const sameUnit = a.unit === b.unit ? 1 : a.unit === null || b.unit === null ? 0.5 : 0.2
  const [x, y] = [a.key.replace('.', ''), b.key.replace('.', '')]
  const shared = [...x].filter((digit, i) => y[i] === digit).length / Math.max(x.length, y.length)
  return sameUnit + shared
}

/** The same number of another currency, or of a currency here and a share there. Other units are a matter of words. */
export function unitDisputes(sides: readonly Side<NumberClaim>[]): Pick<Dispute, 'values' | 'minority'>[] {
  const byKey = new Map<string, Map<string, NumberClaim[]>>()
  for (const { document, claims } of sides) {
    for (const claim of claims.filter(({ unit }) => isMoneyOrShare(unit))) {
      const by = byKey.get(claim.key) ?? new Map<string, NumberClaim[]>()
      byKey.set(claim.key, by)
      by.set(document, [...(by.get(document) ?? []).slice(0, 1), claim])
    }
  }
  return [...byKey.values()].flatMap(by => {
    const units = [...by.values()].map(claims => new Set(claims.map(({ unit }) => unit)))
    const all = new Set(units.flatMap(set => [...set]))
    if (all.size < 2 || units.some(set => set.size > 1)) return []
    const camps = [...all].map(
      unit => new Set([...by].filter(([, claims]) => claims[0]!.unit === unit).map(([id]) => id)),
    )
    const values = Object.fromEntries([...by].map(([id, claims]) => [id, claims.map(({ statement }) => statement)]))
    return [{ values, minority: minorityOf(camps, by.size) }]
  })
}

const isMoneyOrShare = (unit: string | null) => unit === '%' || (unit !== null && /^[A-Z]{3}$/.test(unit))

type Amount = Pick<Quantity, 'value' | 'unit'>

const dimensionOf = (unit: string | null) => (unit !== null && FACTORS.get(unit)?.[0]) || null

/** Is it an amount of something that other measures are used for elsewhere? Time is measured alike everywhere. */
const isMeasured = ({ unit }: Amount): boolean =>
  unit !== null && (DEGREES.has(unit) || ![null, 'time'].includes(dimensionOf(unit)))

/**
 * Do the texts of a unit, each with its amounts, measure the same in different measures? Where they do, their numbers
 * cannot be held against each other one by one: rounding and what is left out are a matter of taste.
 */
function isLocalised(texts: readonly (readonly Amount[])[]): boolean {
  const units = new Map<string, Set<string>>()
  for (const { unit } of texts.flat()) {
    const dimension = dimensionOf(unit)
    if (unit === null || dimension === null || dimension === 'time') continue
    units.set(dimension, (units.get(dimension) ?? new Set()).add(unit))
  }
  const several = texts.length > 1 && [...units.values()].some(set => set.size > 1)
  return several || hasImperial(texts.flat())
}

/** Is something measured in units that a translation is likely to turn into others? */
export const hasImperial = (amounts: readonly Amount[]): boolean => amounts.some(({ unit }) => IMPERIAL.has(unit ?? ''))

/** Degrees may be of Fahrenheit or of Celsius, and seldom say which. */
const isDegree = ({ unit }: Amount): boolean => DEGREES.has(unit ?? '')

/** Factors between units of one dimension, the other way round too. */
const RATIOS: readonly number[] = Object.entries(DIMENSIONS).flatMap(([dimension, units]) => {
  const factors = dimension === 'time' ? [] : Object.values(units)
  return factors.flatMap(a => factors.filter(b => b !== a).map(b => a / b))
})

/** Could two numbers without units be the same amount in two measures? */
const couldConvert = (a: number, b: number): boolean =>
  a !== 0 && b !== 0 && RATIOS.some(ratio => Math.abs(a / b / ratio - 1) <= ROUNDING)

/** What an amount in metric units is in others that a text may write, `a mile` for 1.6 km; empty where it is no measure. */
function inOtherUnits({ value, unit }: Amount): number[] {
  const own = unit === null || IMPERIAL.has(unit) ? undefined : FACTORS.get(unit)
  if (!own || own[0] === 'time') return []
  const units = DIMENSIONS[own[0]]!
  return [...IMPERIAL].flatMap(other => (Object.hasOwn(units, other) ? (value * own[1]) / units[other]! : []))
}

/** Is one number the other, as translators round? */
const roundsTo = (a: number, b: number): boolean => b !== 0 && Math.abs(a / b - 1) <= ROUNDING
