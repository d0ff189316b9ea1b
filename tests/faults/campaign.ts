/**
 * What the campaigns of faults share: how much is tried, chance that can be had again, and damage to bytes. In `npm test` a
 * little of each is tried, always the same, so that a change is not blamed for what another case would have found before it;
 * `npm run faults -- --kills 100 --flips 200 --records 2000 --disks 100` tries more, with a new seed each time.
 */
import { randomOf } from '../bench/corpus/random.mjs'

const asked = (name: string, otherwise: number) => Number(process.env[`FAULTS_${name}`] ?? otherwise)

export const KILLS = asked('KILLS', 9)
export const FLIPS = asked('FLIPS', 24)
export const RECORDS = asked('RECORDS', 40)
export const DISKS = asked('DISKS', 10)
export const SEED = asked('SEED', 15)

/** Numbers from 0 to below 1 by chance, the same for the same seed and name. */
export const chance = (name: string): (() => number) => randomOf(SEED, name).next

export type Chance = ReturnType<typeof chance>
/** A whole number from 0 to below `most`. */
export const below = (random: Chance, most: number): number => Math.floor(random() * most)
export const oneOf = <T>(random: Chance, all: readonly T[]): T => all[below(random, all.length)]!

type Damage = (bytes: Buffer, random: Chance) => Uint8Array

const region = (bytes: Buffer, random: Chance): [number, number] => {
  const start = below(random, bytes.length)
  return [start, Math.min(bytes.length, start + 1 + below(random, 1 + below(random, bytes.length)))]
}

/** What disks, hands and other programs do to a file. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'a bit flipped': (bytes, random) => {
    bytes[below(random, bytes.length)]! ^= 1 << below(random, 8)
    return bytes
  },
  'a byte overwritten': (bytes, random) => {
    bytes[below(random, bytes.length)] = below(random, 256)
    return bytes
  },
  'a region zeroed': (bytes, random) => bytes.fill(0, ...region(bytes, random)),
  'a region overwritten': (bytes, random) => {
    const [start, end] = region(bytes, random)
    for (let at = start; at < end; at++) bytes[at] = below(random, 256)
    return bytes
  },
  'a region removed': (bytes, random) => {
    const [start, end] = region(bytes, random)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  'a region twice': (bytes, random) => {
    const [start, end] = region(bytes, random)
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)])
  },
  'two lines swapped': (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n')
    const [a, b] = [below(random, lines.length), below(random, lines.length)]
    ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  'two pieces swapped': (bytes, random) => {
    const size = 1 + below(random, Math.min(80, bytes.length >> 1))
    const [a, b] = [below(random, bytes.length - size), below(random, bytes.length - size)]
    const piece = Buffer.from(bytes.subarray(a, a + size))
    bytes.copy(bytes, a, b, b + size)
    piece.copy(bytes, b)
    return bytes
  },
  'cut off': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'made longer': (bytes, random) =>
    Buffer.concat([bytes, Buffer.from(Array.from({ length: 1 + below(random, 300) }, () => below(random, 256)))]),
  emptied: () => Buffer.alloc(0),
}

/** Damages bytes in one of the ways, half the time by a single bit. */
export function damaged(bytes: Uint8Array, random: Chance): { readonly how: string; readonly bytes: Uint8Array } {
  const how = random() < 0.5 ? 'a bit flipped' : oneOf(random, Object.keys(DAMAGES))
  return { how, bytes: DAMAGES[how]!(Buffer.from(bytes), random) }
}

/** Counts what came out, and prints it with the seed. */
export function tally(name: string) {
  const counts = new Map<string, number>()
  return {
    add: (outcome: string) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
    print: () =>
      console.log(
        `${name}, seed ${SEED}: ${[...counts]
          .sort()
          .map(([what, n]) => `${what} ${n}`)
          .join(', ')}`,
      ),
  }
}
