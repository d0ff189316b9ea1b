/**
 * A short text is profiled with its boilerplate, which in one language may be just short enough and in another not: then
 * the two are compared by their bodies.
 */
import { isNumber, isSound, KINDS } from './features.js'
import { PLACES, type Profile } from './profile.js'

const bodies = new WeakMap<Profile, Profile>()

/** Two profiles with the same parts of their texts. */
export function comparable(x: Profile, y: Profile): [Profile, Profile] {
  return x.body < x.blocks === y.body < y.blocks ? [x, y] : [bodyOf(x), bodyOf(y)]
}

/** The profile without the boilerplate; shingles and wording are those of the whole. */
function bodyOf(x: Profile): Profile {
  if (x.body === x.blocks) return x
  const known = bodies.get(x)
  if (known) return known
  const isIn = (_: number, k: number) => x.block[k]! < x.body
  const kind = x.kind.filter(isIn)
  const key = x.key.filter(isIn)
  const numbers = new Set(key.filter((_, k) => isNumber(kind[k]!)))
  const own = {
    ...x,
    blocks: x.body,
    length: x.bodyLength,
    weight: kind.reduce((sum, k) => sum + (isSound(k) ? 0 : KINDS[k]!.weight), 0),
    key,
    kind,
    block: x.block.filter(isIn),
    place: x.place.filter(isIn).map(place => Math.min(PLACES, (place * x.length) / Math.max(1, x.bodyLength))),
    numbers: x.numbers.filter(one => numbers.has(one)),
  }
  bodies.set(x, own)
  return own
}
