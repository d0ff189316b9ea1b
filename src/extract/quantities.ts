/**
 * Numbers with their units, read in the language's own way: `220.000` in German is `220,000` in English, `1,5 Mio. Euro`
 * and `€ 1.5m` are 1500000 EUR, `90 אחוזים` are 90 %. A unit stands behind the number, a currency before it too; the
 * first number of a range takes the unit of the second. Numbers of dates, addresses, telephones and names (`A320`, `Q3`)
 * are left out, and so are four digits without a unit that look like a year. Signs of units (`%`, `€`, `kWh`) are the same in
 * all languages and their capitals matter; words come from the pack, and are found by their first letters, so that a number
 * costs little however many units a language has.
 */

import type { LanguagePack } from '../languages/pack.js'
import { currencyCodes, unitSigns } from '../languages/units.js'
import type { Quantity, Span } from '../model.js'
import { oncePer } from '../structures/cache.js'
import { append } from '../structures/lists.js'
import { alternation, anyCase, eat } from '../tokens/alternation.js'
import { type NumberToken, numbersIn } from '../tokens/numbers.js'
import { surePhonesIn } from './phones.js'

type TextQuantity = Omit<Quantity, 'block'>

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

const patternsOf = oncePer((pack: LanguagePack): Patterns => {
  const links = alternation([...pack.rangeWords, ...pack.conjunctions])
  return {
    range: anyCase(`${BLANK}?[-–—]${BLANK}?|${BLANK}(?:${links})${BLANK}`, 'uy'),
    ends: anyCase(`^(?:${alternation(pack.ordinals.after)})?(?!\\p{L})`, 'u'),
  }
})

/** Units and scales beside a number, at an offset. */
interface Units {
  /** The scale word behind an offset (`Mio.`); a blank or hyphen before it is part of it. */
  scaleAt(text: string, at: number): { readonly factor: number; readonly word: string; readonly end: number } | null
  /** The unit behind an offset. */
  unitAt(text: string, at: number): { readonly unit: string; readonly end: number } | null
  /** The currency that ends at an offset; `start` is where it begins. */
  currencyBefore(text: string, at: number): { readonly unit: string; readonly start: number } | null
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(unitSigns),
  ...currencyCodes.map(code => [code, code] as const),
])
// Currencies whose words stand before amounts too (`euro 5 mln`, `kr. 25`): the euro, and the crowns of every country.
const BEFORE_AMOUNTS: ReadonlySet<string> = new Set(['EUR', 'DKK', 'SEK', 'NOK', 'ISK', 'CZK'])
const LONGEST_BEFORE = 5
const INDEXED = 2
const ONE_BLANK = new RegExp(BLANK, 'y')
const GLUE = /(?:[ \u00a0\u202f\u2009]|-|־)?(?:(?:di|de|of|af|av|van|von) |d['’] ?)?/iy
const SCALE_GLUE = /[ \u00a0\u202f\u2009-]?/y

/** Is it the code of a currency? */
const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

/** Is it a sign or a code that a number may be glued to? */
const isSign = (sign: string) => SIGNS.has(sign)

type Entry = readonly [word: string, value: string]
/** Words by their first letters, longest first. */
type Index = ReadonlyMap<string, readonly Entry[]>

function indexOf(entries: Iterable<Entry>): Index {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    append(index, entry[0].slice(0, INDEXED), entry)
  }
  for (const list of index.values()) list.sort((a, b) => b[0].length - a[0].length)
  return index
}

/** The longest entry that a text goes on with, of all or of those of one character; `ends` says what may follow. */
function entryAt(text: string, at: number, index: Index, lower: boolean, ends: RegExp): Entry | null {
  const first = text.slice(at, at + INDEXED)
  const key = lower ? first.toLowerCase().slice(0, INDEXED) : first
  const lists = [index.get(key), index.get(key.slice(0, 1))]
  if (!lists[0] && !lists[1]) return null
  const written = text.slice(at, at + 40)
  const head = lower ? written.toLowerCase() : written
  for (const list of lists) {
    for (const entry of list ?? [])
      if (head.startsWith(entry[0]) && ends.test(text.slice(at + entry[0].length, at + entry[0].length + 2)))
        return entry
  }
  return null
}

const SIGN_ENDS = /^(?![\p{L}\p{N}²³]|['’]\p{L})/u
const WORD_ENDS = /^(?![\p{L}\p{M}\p{N}]|["״]\p{L})/u
const SCALE_ENDS = /^(?!\p{L})/u
const signs = indexOf(SIGNS)
/** The units of a pack. */
const unitsOf = oncePer((pack: LanguagePack): Units => {
  const names = new Map(
    pack.units.flatMap(({ unit, words }) => words.flatMap(spellings).map(word => [word.toLowerCase(), unit] as const)),
  )
  for (const word of pack.percent) if (!names.has(word.toLowerCase())) names.set(word.toLowerCase(), '%')
  const words = indexOf(names)
  const factors = new Map(pack.scales.map(({ word, factor }) => [word.toLowerCase(), factor] as const))
  const scales = indexOf([...factors.keys()].map(word => [word, word] as const))
  return {
    scaleAt: (text, at) => {
      const from = at + eat(SCALE_GLUE, text, at)![0].length
      const word = entryAt(text, from, scales, true, SCALE_ENDS)?.[0]
      if (!word) return null
      const end = from + word.length
      return { word, factor: factors.get(word)!, end: end + (/^\.(?:\s|$)/.test(text.slice(end, end + 2)) ? 1 : 0) }
    },
    unitAt: (text, at) => {
      const sign = signAt(text, at)
      // Italian ordinals: `il 15° piano` has no degrees.
      return sign && !pack.ordinals.after.includes(sign.unit) ? sign : wordAt(text, at, words)
    },
    currencyBefore: (text, at) => currencyBefore(text, at, names),
  }
})

/** A sign of one letter needs a blank before it: `1990s` and `5G` have none. */
function signAt(text: string, at: number) {
  const blank = eat(ONE_BLANK, text, at)?.[0].length ?? 0
  const sign = entryAt(text, at + blank, signs, false, SIGN_ENDS)
  if (!sign || (blank === 0 && /^\p{L}$/u.test(sign[0]))) return null
  return { unit: sign[1], end: at + blank + sign[0].length }
}

function wordAt(text: string, at: number, words: Index) {
  const from = at + eat(GLUE, text, at)![0].length
  const word = entryAt(text, from, words, true, WORD_ENDS)
  return word && { unit: word[1], end: from + word[0].length }
}

function currencyBefore(text: string, at: number, names: ReadonlyMap<string, string>) {
  let end = at
  if (end > 0 && /[ \u00a0\u202f\u2009]/.test(text[end - 1]!)) end--
  for (const close of text[end - 1] === '.' ? [end, end - 1] : [end]) {
    for (let start = Math.max(0, close - LONGEST_BEFORE); start < close; start++) {
      if (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!)) continue
      const written = text.slice(start, close)
      const name = names.get(written.toLowerCase())
      const unit = SIGNS.get(written) ?? (name && BEFORE_AMOUNTS.has(name) ? name : undefined)
      if (unit && isCurrency(unit)) return { unit, start }
    }
  }
  return null
}

/** Gershayim and geresh are written with signs of their own or with quotation marks. */
const spellings = (word: string) => [...new Set([word, word.replaceAll('"', '״').replaceAll("'", '׳')])]
