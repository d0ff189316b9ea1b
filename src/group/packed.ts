/**
 * A profile as bytes, to be kept on disk: the length of its facts, the facts as JSON, then its arrays one after another,
 * little-endian, each at a multiple of four. What was written is read back the same. The version is that of profiles: it
 * rises when a profile of the same document would be another one, and bytes of another version are no profile.
 */
import type { Profile } from './profile.js'

export const PROFILE_VERSION = 3

type Facts = Omit<
  Profile,
  'key' | 'kind' | 'block' | 'place' | 'shingles' | 'numbers' | 'stems' | 'stemEnds' | 'starts'
>

const LENGTHS = 7 // 32-bit numbers before the facts: version, bytes of the facts, and the lengths of the arrays
const aligned = (size: number) => (size + 3) & ~3

/** Some kilobytes. */
export function packProfile(profile: Profile): Uint8Array {
  const { key, kind, block, place, shingles, numbers, stems, stemEnds, starts, ...facts } = profile
  const text = new TextEncoder().encode(JSON.stringify(facts satisfies Facts))
  const lengths = [key.length, shingles.length, numbers.length, stems.length, starts.length]
  const header = Uint32Array.of(PROFILE_VERSION, text.length, ...lengths)
  const parts = [header, text, key, shingles, numbers, stems, block, place, stemEnds, starts, kind]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.byteLength), 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += aligned(part.byteLength)
  }
  return bytes
}

/** Null where the bytes are those of no profile of this version. Its arrays are views of the bytes where they can be. */
export function unpackProfile(given: Uint8Array): Profile | null {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice()
  if (bytes.length < 4 * LENGTHS) return null
  const [version, ...lengths] = new Uint32Array(bytes.buffer, bytes.byteOffset, LENGTHS)
  if (version !== PROFILE_VERSION || bytes.length !== sizeOf(lengths)) return null
  const [facts, keys, shingles, numbers, stems, blocks] = lengths
  let at = bytes.byteOffset + 4 * LENGTHS
  const next = (size: number) => {
    const start = at
    at += aligned(size)
    return start
  }
  const text = new Uint8Array(bytes.buffer, next(facts!), facts!)
  return {
    ...(JSON.parse(new TextDecoder().decode(text)) as Facts),
    key: new Int32Array(bytes.buffer, next(4 * keys!), keys!),
    shingles: new Int32Array(bytes.buffer, next(4 * shingles!), shingles!),
    numbers: new Int32Array(bytes.buffer, next(4 * numbers!), numbers!),
    stems: new Int32Array(bytes.buffer, next(4 * stems!), stems!),
    block: new Uint16Array(bytes.buffer, next(2 * keys!), keys!),
    place: new Uint16Array(bytes.buffer, next(2 * keys!), keys!),
    stemEnds: new Uint16Array(bytes.buffer, next(2 * blocks!), blocks!),
    starts: new Uint16Array(bytes.buffer, next(2 * blocks!), blocks!),
    kind: new Uint8Array(bytes.buffer, next(keys!), keys!),
  }
}

function sizeOf([facts, keys, shingles, numbers, stems, blocks]: readonly number[]): number {
  const words = 4 * (keys! + shingles! + numbers! + stems!)
  return 4 * LENGTHS + aligned(facts!) + words + 2 * aligned(2 * keys!) + 2 * aligned(2 * blocks!) + aligned(keys!)
}
