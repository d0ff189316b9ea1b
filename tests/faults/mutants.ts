/** JSON values that are nearly what they were: one place of them is another. */
import { below, type Chance, oneOf } from './campaign.js'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A value's place in another. */
interface Place {
  readonly holder: Json[] | { [key: string]: Json }
  readonly key: string | number
}

/** What no field expects; made anew each time, for it may be changed in turn. */
const STRANGE: readonly (() => Json)[] = [
  () => null,
  () => true,
  ...[0, -1, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, -0].map(number => () => number),
  ...[
    '',
    ' ',
    'x',
    'NaN',
    '\ud800',
    '\u0000',
    '\u202e',
    '__proto__',
    'constructor',
    'und',
    'de',
    '../x',
    '/x',
    '2026-02-30',
  ].map(text => () => text),
  () => 'x'.repeat(100_000),
  () => [],
  () => ({}),
  () => [[]],
  () => JSON.parse('{"__proto__":{"id":"x"},"constructor":1}') as Json,
  () => JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`) as Json,
]

/** A copy of a value in which one place is changed, and what was done to it. */
export function mutant(value: unknown, random: Chance): { readonly value: unknown; readonly how: string } {
  const copy = { root: JSON.parse(JSON.stringify(value)) as Json }
  const places = [...placesIn(copy.root)]
  const place = oneOf(random, places)
  const how = change(place, places, random)
  return { value: copy.root, how: `${String(place.key)}: ${how}` }
}

function* placesIn(value: Json): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    yield { holder: value, key }
    yield* placesIn(get({ holder: value, key }))
  }
}

const get = ({ holder, key }: Place) => (holder as Record<string, Json>)[key]!
const put = ({ holder, key }: Place, value: Json) => {
  ;(holder as Record<string, Json>)[key] = value
}

function change(place: Place, places: readonly Place[], random: Chance): string {
  const { holder, key } = place
  const old = get(place)
  const kind = below(random, 7)
  if (kind === 0) {
    if (Array.isArray(holder)) holder.splice(key as number, 1)
    else delete holder[key]
    return 'removed'
  }
  if (kind === 1 && Array.isArray(holder)) {
    holder.splice(key as number, 0, JSON.parse(JSON.stringify(old)) as Json)
    return 'twice'
  }
  if (kind === 2 && !Array.isArray(holder)) {
    holder[oneOf(random, ['x', 'id', 'start', 'toString'])] = old
    return 'under another name as well'
  }
  if (kind === 3 || kind === 4) return nearly(place, old, random)
  if (kind === 5) {
    const other = oneOf(
      random,
      places.filter(p => typeof get(p) === typeof old),
    )
    put(place, JSON.parse(JSON.stringify(get(other))) as Json)
    return `as ${String(other.key)}`
  }
  const strange = oneOf(random, STRANGE)()
  put(place, strange)
  return `now ${JSON.stringify(strange).slice(0, 30)}`
}

/** A number by one or two, a text by a character, a list by its order. */
function nearly(place: Place, old: Json, random: Chance): string {
  if (typeof old === 'number') put(place, old + oneOf(random, [-2, -1, 1, 2]))
  else if (typeof old === 'boolean') put(place, !old)
  else if (typeof old === 'string') {
    const at = below(random, old.length + 1)
    put(place, old.slice(0, at) + oneOf(random, ['', 'x', '7', '\n\n', ' ']) + old.slice(at + 1))
  } else if (Array.isArray(old)) old.reverse()
  else put(place, null)
  return 'a little different'
}
