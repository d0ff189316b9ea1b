/**
 * Units and scales beside a number, at an offset. Signs (`%`, `€`, `kWh`) are the same in all languages and their
 * capitals matter; words come from the pack. Words are found by their first letters, so a number costs little however
 * many units a language has.
 */
import type { LanguagePack } from '../languages/pack.js'
import { currencyCodes, unitSigns } from '../languages/units.js'
import { eat } from '../tokens/alternation.js'

export interface Units {
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
const BLANK = /[ \u00a0\u202f\u2009]/y
const GLUE = /(?:[ \u00a0\u202f\u2009]|-|־)?(?:(?:di|de|of|af|av|van|von) |d['’] ?)?/iy
const SCALE_GLUE = /[ \u00a0\u202f\u2009-]?/y

/** Is it the code of a currency? */
export const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

/** Is it a sign or a code that a number may be glued to? */
export const isSign = (sign: string) => SIGNS.has(sign)

type Entry = readonly [word: string, value: string]
/** Words by their first letters, longest first. */
type Index = ReadonlyMap<string, readonly Entry[]>

function indexOf(entries: Iterable<Entry>): Index {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = entry[0].slice(0, INDEXED)
    index.set(key, [...(index.get(key) ?? []), entry])
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
const cache = new WeakMap<LanguagePack, Units>()

/** The units of a pack, built once. */
export function unitsOf(pack: LanguagePack): Units {
  const known = cache.get(pack)
  if (known) return known
  const names = new Map(
    pack.units.flatMap(({ unit, words }) => words.flatMap(spellings).map(word => [word.toLowerCase(), unit] as const)),
  )
  for (const word of pack.percent) if (!names.has(word.toLowerCase())) names.set(word.toLowerCase(), '%')
  const words = indexOf(names)
  const factors = new Map(pack.scales.map(({ word, factor }) => [word.toLowerCase(), factor] as const))
  const scales = indexOf([...factors.keys()].map(word => [word, word] as const))
  const units: Units = {
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
  cache.set(pack, units)
  return units
}

/** A sign of one letter needs a blank before it: `1990s` and `5G` have none. */
function signAt(text: string, at: number) {
  const blank = eat(BLANK, text, at)?.[0].length ?? 0
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
