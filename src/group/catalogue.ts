/**
 * What grouping holds of all documents: one number for each content in the order of sha256, whatever order files came
 * in; its language, its anchors, and the other files of the same content. Made in one pass over the profiles in the order
 * in which they are given, so that they are read from disk one behind another.
 */
import { append, byCodeUnit } from '../structures/lists.js'
import { anchorsOf, signaturesOf } from './candidates.js'
import { Growing } from './growing.js'
import { type Anchors, UNKNOWN_LANGUAGE } from './postings.js'
import type { Profile } from './profile.js'
import type { Lexicon } from './translations.js'

/** The profiles of a corpus, wherever they are; asked for one document a few times, for all in their order at first. */
export interface Profiles {
  readonly count: number
  profileAt(k: number): Profile
  /** A hash of what the file is called, but for its language; null where its name says nothing (`modes.ts`). */
  nameAt?(k: number): number | null
}

export interface Catalogue {
  /** The given number of one file of each content, by the numbers of contents. */
  readonly order: Int32Array
  /** The given numbers of the other files of the same content by that one, sorted by path. */
  readonly copies: ReadonlyMap<number, readonly number[]>
  /** By the numbers of contents. */
  readonly anchors: Anchors
  /** Languages of profiles by their numbers in `anchors.language`. */
  readonly languages: readonly string[]
}

/** The same bytes are another content where somebody says that they are in another language. */
const compareContents = (x: Named, y: Named) => byCodeUnit(x.sha256, y.sha256) || byCodeUnit(x.tag, y.tag)

type Named = Pick<Profile, 'sha256' | 'path' | 'tag'>

/** Reads every profile once. */
export function catalogueOf(profiles: Profiles, lexiconsOf?: (language: string) => readonly Lexicon[]): Catalogue {
  const { names, languages, anchors } = readAll(profiles, lexiconsOf)
  const sorted = Int32Array.from(names.keys()).sort(
    (a, b) => compareContents(names[a]!, names[b]!) || byCodeUnit(names[a]!.path, names[b]!.path),
  )
  const isFirst = (at: number) => at === 0 || compareContents(names[sorted[at]!]!, names[sorted[at - 1]!]!) !== 0
  const copies = new Map<number, number[]>()
  let first = -1
  sorted.forEach((k, at) => {
    if (isFirst(at)) first = k
    else append(copies, first, k)
  })
  const order = sorted.filter((_, at) => isFirst(at))
  return { order, copies, anchors: inOrder(anchors, order), languages }
}

function readAll(profiles: Profiles, lexiconsOf?: (language: string) => readonly Lexicon[]) {
  const { count } = profiles
  const numbers = new Map([['und', UNKNOWN_LANGUAGE]])
  const names: Named[] = []
  const [key, weight] = [new Growing(Int32Array), new Growing(Uint8Array)]
  const starts = new Uint32Array(count + 1)
  const language = new Uint8Array(count)
  const signatures = new Int32Array(2 * count)
  for (let k = 0; k < count; k++) {
    const profile = profiles.profileAt(k)
    const { sha256, path, tag } = profile
    names.push({ sha256, path, tag })
    if (!numbers.has(profile.language)) numbers.set(profile.language, numbers.size)
    language[k] = numbers.get(profile.language)!
    const own = anchorsOf(profile, profiles.nameAt?.(k) ?? null, lexiconsOf?.(profile.language))
    for (const one of own.key) key.push(one)
    for (const one of own.weight) weight.push(one)
    starts[k + 1] = key.size
    signatures.set(signaturesOf(profile), 2 * k)
  }
  const anchors = { starts, language, signatures, key: key.taken(), weight: weight.taken() }
  return { names, languages: [...numbers.keys()], anchors }
}

/** The anchors of some documents, in another order. */
function inOrder(from: Anchors & { signatures: Int32Array }, order: Int32Array): Anchors {
  const starts = new Uint32Array(order.length + 1)
  order.forEach((k, at) => {
    starts[at + 1] = starts[at]! + from.starts[k + 1]! - from.starts[k]!
  })
  const key = new Int32Array(starts.at(-1)!)
  const weight = new Uint8Array(key.length)
  order.forEach((k, at) => {
    key.set(from.key.subarray(from.starts[k]!, from.starts[k + 1]!), starts[at]!)
    weight.set(from.weight.subarray(from.starts[k]!, from.starts[k + 1]!), starts[at]!)
  })
  const signatures = new Int32Array(2 * order.length)
  order.forEach((k, at) => {
    signatures.set(from.signatures.subarray(2 * k, 2 * k + 2), 2 * at)
  })
  return { starts, key, weight, signatures, language: Uint8Array.from(order, k => from.language[k]!) }
}
