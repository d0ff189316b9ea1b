/**
 * Finds a place by any of its names and gives the key that is the same in all languages (`PEKING`, `Pechino`,
 * `בייג'ינג` are `beijing-cn`). Names of the text's own language come first; a region behind the place decides between
 * places of one name, and takes the key away where it lies in another country (`Paris, Texas`). A country's key is its
 * ISO 3166 code.
 */
import { packOf, packs } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import { countryAliases, places, provinces } from '../languages/places.js'
import { once } from '../structures/cache.js'
import { fold } from '../tokens/words.js'
import { prepared } from '../words/prepared.js'

interface Named {
  readonly key: string
  /** Languages that use the name. */
  readonly tags: ReadonlySet<string>
}

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const LONGEST = 40

/** Case, accents, points, hyphens and full stops do not matter. */
const plain = (name: string) =>
  fold(name.slice(0, LONGEST).replaceAll('.', ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The key of a place; `region` is what stands behind it. Null where it is unknown, or lies elsewhere. */
export function placeKeyOf(place: string, region: string | null, pack: LanguagePack): string | null {
  const known = namedAs(place)
  const country = countriesOf(region, pack)
  const near = country.size > 0 ? known.filter(({ key }) => country.has(key.slice(-2))) : known
  const best = near.find(({ tags }) => tags.has(pack.tag)) ?? near[0]
  if (best) return best.key
  return known.length === 0 ? (countryCode(place, pack) ?? null) : null
}

/** All places of a name; of two names with a slash between them (`Hamburg/Berlin`), those of the first that is known. */
function namedAs(place: string): readonly Named[] {
  for (const name of [place, ...place.split(/\s?[/&]\s?/)]) {
    const known = index().get(plain(name))
    if (known) return known
  }
  return []
}

/** Does a part of a region name a country, a state or a province? */
export const isRegion = (region: string, pack: LanguagePack): boolean => countriesOf(region, pack).size > 0

const index = once((): ReadonlyMap<string, readonly Named[]> => {
  const found = new Map<string, { key: string; tags: Set<string> }[]>()
  const add = (key: string, tag: string, forms: readonly string[] = []) => {
    for (const form of forms) {
      const list = found.get(plain(form)) ?? []
      const same = list.find(named => named.key === key)
      if (same) same.tags.add(tag)
      else list.push({ key, tags: new Set([tag]) })
      found.set(plain(form), list)
    }
  }
  for (const key of new Set([...Object.keys(places), ...packs.flatMap(pack => Object.keys(pack.places))])) {
    add(key, 'en', places[key])
    for (const pack of packs) add(key, pack.tag, pack.places[key])
  }
  return found
})

/** The countries that the parts of a region may lie in; none where it says nothing. */
function countriesOf(region: string | null, pack: LanguagePack): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const part of region?.split(',') ?? []) {
    const name = plain(part.replace(/^\s*the\s/i, ''))
    for (const code of provinceCodes().get(name) ?? []) codes.add(code)
    const country = name.length === 2 ? name : countryCode(name, pack)
    if (country) codes.add(country)
  }
  return codes
}

/** The countries of the provinces and states of a name. */
const provinceCodes = once(() => {
  const codes = new Map<string, string[]>()
  for (const [code, names] of Object.entries(provinces))
    for (const name of names) codes.set(plain(name), [...(codes.get(plain(name)) ?? []), code])
  return codes
})

/** The ISO code of a country by its name in the given language or in English. */
function countryCode(name: string, pack: LanguagePack): string | undefined {
  const wanted = plain(name)
  return countries(pack).get(wanted) ?? countries(packOf('en')!).get(wanted)
}

/** Codes of countries by their names in the language of a pack; as in `words/terms.ts`, those of the Node that built it. */
export const countries = prepared<ReadonlyMap<string, string>, readonly (readonly [name: string, code: string])[]>(
  'countries',
  ({ tag }) => {
    const names = new Map<string, string>()
    const display = regionNames(tag === 'und' ? 'en' : tag)
    for (const region of regions()) {
      const name = display.of(region)
      if (name) names.set(plain(name), region.toLowerCase())
    }
    for (const [code, aliases] of Object.entries(countryAliases))
      for (const name of aliases) names.set(plain(name), code)
    return { about: [...names], arrays: [] }
  },
  ({ about }) => new Map(about),
)

const regionNames = (tag: string) => new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' })

/** Codes of regions. Those no more in use are left out; they stand for their successors (`DD` for `DE`, `UK` for `GB`). */
const regions = once(() => {
  const display = regionNames('en')
  return ALPHABET.flatMap(a => ALPHABET.map(b => a + b)).filter(
    code => display.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code,
  )
})
