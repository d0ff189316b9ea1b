/**
 * Numbers that translations do not agree on. A text states the quantities that the record gives; it may state far more:
 * every number in it however it is written, numbers in words, parts of dates and times, sums in other measures. Only
 * what a text states and another cannot be read to state in any way is disputed. So a wrong number is found, and a
 * number that one language writes in words is not.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Quantity } from '../model.js'
import { numbersIn } from '../text/numbers.js'
import { type Claim, type Dispute, minorityOf, type Side } from './compare.js'
import { couldConvert, inOtherUnits, isLocalised, isMeasured, roundsTo } from './measures.js'
import { spelledNumbers } from './spelled-numbers.js'
import { placesIn, stated, type View } from './views.js'

/** A number with its unit. */
export interface NumberClaim extends Claim {
  readonly value: number
  readonly unit: string | null
}

const PRECISION = 9
const keyOf = (value: number) => String(Number(Math.abs(value).toPrecision(PRECISION)))
// `'98`, `90'erne`, `die 90er`; and `1800-tallet` is the nineteenth century.
const CENTURY = 100
const FIRST_YEAR = 1000
const LAST_YEAR = 2100
const HALF_DAY = 12
const MOST_COMPARED = 40
const TIME =
  /(?<!\d)([01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:[ap]\.?m|uhr|uur|h(?![\p{L}]))|(?:kl\.?|klokken|ore|alle|um|at|בשעה)\s?([01]?\d|2[0-4])(?!\d)/giu

/** What the documents of a unit state in numbers, and what each may be read to state. */
export function numberSides(views: readonly View[]): Side<NumberClaim>[] {
  const localised = isLocalised(views.map(({ quantities }) => quantities))
  const measured = views.flatMap(({ quantities }) => quantities.filter(isMeasured)).slice(0, MOST_COMPARED)
  return views.map(view => numberSide(view, localised ? measured : null))
}

/** `measured` are the amounts of all texts of the unit, where they do not measure alike. */
function numberSide(view: View, measured: readonly Quantity[] | null): Side<NumberClaim> {
  const blocks = new Map(view.blocks.map(block => [block.id, block]))
  const places = placesIn(view)
  const compared =
    measured === null ? view.quantities : view.quantities.filter(quantity => !isMeasure(quantity, measured))
  const claims = compared.map((quantity): NumberClaim => {
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

const shownAs = ({ value, unit }: Pick<Quantity, 'value' | 'unit'>) => (unit === null ? `${value}` : `${value} ${unit}`)

/** Every number that may be read in some texts, by its key; a few of them as they are; and hours of the day. */
interface Possible {
  readonly values: readonly number[]
  readonly keys: ReadonlySet<string>
  readonly hours: ReadonlySet<number>
}

function possible(texts: readonly string[], pack: LanguagePack): Possible {
  const keys = new Set<string>()
  const hours = new Set<number>()
  for (const text of texts) {
    for (const { text: written, value, scaled } of numbersIn(text, pack)) {
      keys.add(keyOf(Number(value)))
      if (scaled !== undefined) keys.add(keyOf(Number(scaled)))
      for (const part of written.split(/\D+/)) if (part !== '') keys.add(keyOf(Number(part)))
      const bare = written.replace(/\D+/g, '')
      keys.add(keyOf(Number(bare)))
    }
    for (const value of spelledNumbers(text, pack)) keys.add(keyOf(value))
    for (const [, a, b] of text.matchAll(TIME)) hours.add(Number(a ?? b) % HALF_DAY)
  }
  const values = [...keys].slice(0, MOST_COMPARED).map(Number)
  return { keys, hours, values }
}

function allows({ keys, hours }: Possible, { value, unit }: NumberClaim): boolean {
  const size = Math.abs(value)
  if (keys.has(keyOf(size))) return true
  for (const factor of [1e3, 1e6, 1e9]) if (size % factor === 0 && keys.has(keyOf(size / factor))) return true
  if (unit === null && size <= 24 && Number.isInteger(size) && hours.has(size % HALF_DAY)) return true
  if (unit === null && isYear(size) && (keys.has(keyOf(size % CENTURY)) || keys.has(keyOf(size / CENTURY + 1))))
    return true
  return unit === null && size < CENTURY && Number.isInteger(size) && decadeOf(size, keys)
}

/** Is it a measure, or a number without a unit that is one in another text (`two to four inches`, `50-100 mm`)? */
const isMeasure = (quantity: Quantity, measured: readonly Quantity[]) =>
  isMeasured(quantity) ||
  (quantity.unit === null &&
    measured.some(other => other.value === quantity.value || couldConvert(other.value, quantity.value)))

/** `1,6 km` where the other has `a mile`. */
const mayConvert = ({ values }: Possible, claim: NumberClaim) =>
  inOtherUnits(claim).some(amount => roundsTo(amount, 1) || values.some(value => roundsTo(amount, value)))

const isYear = (value: number) => Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR

/** `90` where the other writes 1990; `19` where it writes the 1800s. */
const decadeOf = (value: number, keys: ReadonlySet<string>) =>
  [1900, 1800, 2000].some(century => keys.has(keyOf(century + value))) || keys.has(keyOf((value - 1) * CENTURY))

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
