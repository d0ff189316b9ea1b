/**
 * The same amount in other measures: a translation may turn miles into kilometres, and rounds as it does. Money is not
 * converted, because its rates are not known.
 */
import type { Quantity } from '../model.js'

/** Units by dimension, in one of their own: SI or what is nearest. */
const FACTORS: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  mm: ['length', 0.001],
  cm: ['length', 0.01],
  m: ['length', 1],
  km: ['length', 1000],
  ft: ['length', 0.3048],
  in: ['length', 0.0254],
  yd: ['length', 0.9144],
  mi: ['length', 1609.344],
  g: ['mass', 0.001],
  kg: ['mass', 1],
  t: ['mass', 1000],
  lb: ['mass', 0.45359],
  oz: ['mass', 0.02835],
  'm²': ['area', 1],
  'ft²': ['area', 0.0929],
  ha: ['area', 10_000],
  dunam: ['area', 1000],
  'km²': ['area', 1_000_000],
  acre: ['area', 4046.86],
  l: ['volume', 1],
  ml: ['volume', 0.001],
  'm³': ['volume', 1000],
  gal: ['volume', 3.785],
  'km/h': ['speed', 1],
  mph: ['speed', 1.609344],
  'm/s': ['speed', 3.6],
  s: ['time', 1],
  min: ['time', 60],
  h: ['time', 3600],
  d: ['time', 86_400],
  wk: ['time', 604_800],
  mo: ['time', 2_629_800],
  a: ['time', 31_557_600],
  W: ['power', 1],
  kW: ['power', 1e3],
  MW: ['power', 1e6],
  GW: ['power', 1e9],
  Wh: ['energy', 1],
  kWh: ['energy', 1e3],
  MWh: ['energy', 1e6],
  GWh: ['energy', 1e9],
}
/** Units that a translation is likely to turn into others. */
const IMPERIAL: ReadonlySet<string> = new Set(['ft', 'in', 'yd', 'mi', 'lb', 'oz', 'ft²', 'acre', 'gal', 'mph', '°F'])
const DEGREES: ReadonlySet<string> = new Set(['°', '°C', '°F'])
/** Translators round: `about 60 miles` becomes `rund 100 Kilometer`. */
const ROUNDING = 0.1

type Amount = Pick<Quantity, 'value' | 'unit'>

const dimensionOf = (unit: string | null) => (unit !== null && FACTORS[unit]?.[0]) || null

/** Is it an amount of something that other measures are used for elsewhere? Time is measured alike everywhere. */
export const isMeasured = ({ unit }: Amount): boolean =>
  unit !== null && (DEGREES.has(unit) || ![null, 'time'].includes(dimensionOf(unit)))

/**
 * Do the texts of a unit, each with its amounts, measure the same in different measures? Where they do, their numbers
 * cannot be held against each other one by one: rounding and what is left out are a matter of taste.
 */
export function isLocalised(texts: readonly (readonly Amount[])[]): boolean {
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
export const isDegree = ({ unit }: Amount): boolean => DEGREES.has(unit ?? '')

/** Factors between units of one dimension, the other way round too. */
const RATIOS: readonly number[] = Object.values(FACTORS).flatMap(([dimension, factor]) =>
  Object.values(FACTORS)
    .filter(other => other[0] === dimension && dimension !== 'time' && other[1] !== factor)
    .map(other => factor / other[1]),
)

/** Could two numbers without units be the same amount in two measures? */
export const couldConvert = (a: number, b: number): boolean =>
  a !== 0 && b !== 0 && RATIOS.some(ratio => Math.abs(a / b / ratio - 1) <= ROUNDING)

/** What an amount in metric units is in others that a text may write, `a mile` for 1.6 km; empty where it is no measure. */
export function inOtherUnits({ value, unit }: Amount): number[] {
  const own = unit === null || IMPERIAL.has(unit) ? undefined : FACTORS[unit]
  if (!own || own[0] === 'time') return []
  return [...IMPERIAL].flatMap(other => (FACTORS[other]?.[0] === own[0] ? (value * own[1]) / FACTORS[other][1] : []))
}

/** Is one number the other, as translators round? */
export const roundsTo = (a: number, b: number): boolean => b !== 0 && Math.abs(a / b - 1) <= ROUNDING
