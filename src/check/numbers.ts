/**
 * Numbers that translations do not agree on. A text states the quantities that the record gives; it may state far more:
 * every number in it however it is written, numbers in words, parts of dates and times, sums in other measures. Only
 * what a text states and another cannot be read to state in any way is disputed. So a wrong number is found, and a
 * number that one language writes in words is not.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Quantity } from '../model.js'
import { numbersIn } from '../tokens/numbers.js'
import { type Claim, type Dispute, minorityOf, type Side } from './compare.js'
import { couldConvert, inOtherUnits, isDegree, isLocalised, isMeasured, roundsTo } from './measures.js'
import { spelledNumbers } from './spelled-numbers.js'
import { once, placesIn, stated, type View } from './views.js'

/** A number with its unit. */
export interface NumberClaim extends Claim {
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
  const blocks = new Map(view.blocks.map(block => [block.id, block]))
  const places = placesIn(view)
  const compared =
    measured === null ? view.quantities : view.quantities.filter(quantity => !isMeasure(quantity, measured))
  const claims = [...compared, ...referencesIn(view)].map((quantity): NumberClaim => {
    const { start, share } = places.get(quantity.block)!
    return {
      key: keyOf(quantity.value),
      value: quantity.value,
      unit: quantity.unit,
      at: start + quantity.start * share,
      statement: stated(blocks.get(quantity.block)!, quantity, shownAs(quantity)),
    }
  })
  const own = possible(
    view.blocks.map(block => block.text),
    view.pack,
  )
  return {
    document: view.document.id,
    claims,
    allows: claim => allows(own, claim) || mayConvert(own, claim),
  }
}

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
export function unitDisputes(sides: readonly Side<NumberClaim>[]): Pick<Dispute<NumberClaim>, 'values' | 'minority'>[] {
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
