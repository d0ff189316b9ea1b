/**
 * What a corpus teaches of two languages: which stems translate each other. Documents that names, numbers and dates have
 * brought together are read block by block at like places (IBM Model 1, `learned/model-one.ts`), and what they teach tells
 * other documents of the same corpus, which share nothing that survives translation. Languages without a pack take part.
 * A pure function of the groups; cost and memory are bounded by a number of pairs of documents for each two languages.
 */
import { associations, type Bead, strengthOf } from '../learned/model-one.js'
import { oncePer } from '../structures/cache.js'
import { append } from '../structures/lists.js'
import { PLACES, type Profile } from './profile.js'

/** A translation of a stem: by hashes. */
export interface Link {
  readonly to: number
  readonly strength: number
}

/** What a stem is worth: the rarer the more (nats), and its translations. */
interface Entry {
  readonly weight: number
  readonly links: Link[]
}

/** From one language into another. */
export interface Lexicon {
  readonly entries: ReadonlyMap<number, Entry>
  /** For stems that are each other's best translation a key that both sides give, and what it is worth to look for. */
  readonly keys: ReadonlyMap<number, { readonly key: number; readonly weight: number }>
}

/** By the languages of profiles. */
export interface Translations {
  /** Undefined where the corpus teaches too little of the two. */
  between(from: string, to: string): Lexicon | undefined
  from(language: string): readonly Lexicon[]
}

/** Fewer pairs of documents teach more chance than language. */
const LEAST_PAIRS = 15
/**
 * More teach what is known: of the archive of `eval`, undated, 1,000 pairs find .9977 of the pairs, 400 as many, 150 .9962, and cost
 * a seventh. The pairs are taken in the order of their hashes, which is that of chance.
 */
const MOST_PAIRS = 150
/** Weaker links are chance more often than not. */
const LEAST_STRENGTH = 0.1
/** A link is looked for documents by where it is as strong. */
const LEAST_SEARCHED = 0.3
/** Stems of a bead: in longer blocks everything would seem to translate everything. */
const MOST_STEMS = 250
/** Of the shorter of two blocks: so much of it must stand at the place of the other. */
const OVERLAP = 0.3

/**
 * What groups of documents teach of some pairs of languages, each named `from to` and `to from`; null where it is too little.
 * `profileAt` is asked for two documents of a group at a time, one group behind another for each two languages.
 */
export function translationsFrom(
  groups: readonly (readonly number[])[],
  languageOf: (document: number) => string,
  profileAt: (document: number) => Profile,
  pairs: ReadonlySet<string>,
): Translations | null {
  const lexicons = new Map<string, Map<string, Lexicon>>()
  const put = (from: string, to: string, lexicon: Lexicon) =>
    lexicons.set(from, (lexicons.get(from) ?? new Map<string, Lexicon>()).set(to, lexicon))
  for (const [pair, teaching] of teachingPairs(groups, languageOf)) {
    if (!pairs.has(pair) || teaching.length < LEAST_PAIRS) continue
    const lesson: Lesson = { beads: [], stems: [new Map(), new Map()] }
    for (const [x, y] of teaching.slice(0, MOST_PAIRS)) addBeads(lesson, profileAt(x), profileAt(y))
    const [from, to] = pair.split(' ') as [string, string]
    const [there, back] = lexiconsOf(lesson)
    put(from, to, there)
    put(to, from, back)
  }
  if (lexicons.size === 0) return null
  return {
    between: (from, to) => lexicons.get(from)?.get(to),
    from: language => [...(lexicons.get(language)?.values() ?? [])],
  }
}

/** Two documents of one group by their languages, the first in the order of code units; of a language the first of a group. */
function teachingPairs(
  groups: readonly (readonly number[])[],
  languageOf: (document: number) => string,
): Map<string, [number, number][]> {
  const out = new Map<string, [number, number][]>()
  for (const group of groups) {
    if (group.length < 2) continue
    const first = new Map([...group].reverse().map(k => [languageOf(k), k]))
    const languages = [...first.keys()].filter(language => language !== 'und').sort()
    languages.forEach((from, k) => {
      for (const to of languages.slice(k + 1)) append(out, `${from} ${to}`, [first.get(from)!, first.get(to)!])
    })
  }
  return out
}

/** Beads of two languages, in numbers of their own. */
interface Lesson {
  readonly beads: Bead[]
  readonly stems: readonly [Map<number, number>, Map<number, number>]
}

/** Each block of x with the blocks of y that stand at its place. */
function addBeads({ beads, stems }: Lesson, x: Profile, y: Profile): void {
  for (let block = 0; block < x.blocks; block++) {
    const [start, end] = [startOf(x, block), startOf(x, block + 1)]
    const there = new Set<number>()
    for (let other = 0; other < y.blocks && startOf(y, other) < end; other++) {
      const [from, to] = [startOf(y, other), startOf(y, other + 1)]
      const both = Math.min(end, to) - Math.max(start, from)
      if (both > OVERLAP * Math.min(end - start, to - from)) for (const stem of stemsIn(y, other)) there.add(stem)
    }
    const here = stemsIn(x, block)
    if (here.length === 0 || there.size === 0 || here.length > MOST_STEMS || there.size > MOST_STEMS) continue
    beads.push([numbered(here, stems[0]), numbered(there, stems[1])])
  }
}

const startOf = (x: Profile, block: number) => (block < x.blocks ? x.starts[block]! : PLACES)

const stemsIn = (x: Profile, block: number) =>
  x.stems.subarray(block === 0 ? 0 : x.stemEnds[block - 1]!, x.stemEnds[block]!)

function numbered(stems: Iterable<number>, numbers: Map<number, number>): Int32Array {
  const out: number[] = []
  for (const stem of stems) {
    const known = numbers.get(stem) ?? numbers.size
    numbers.set(stem, known)
    out.push(known)
  }
  return Int32Array.from(out)
}

function lexiconsOf({ beads, stems }: Lesson): [Lexicon, Lexicon] {
  const [first, second] = [[...stems[0].keys()], [...stems[1].keys()]]
  const [there, back] = [new Map<number, Entry>(), new Map<number, Entry>()]
  const weightOf = (count: number) => Math.log(1 + beads.length / count)
  for (const found of associations(beads, [first.length, second.length])) {
    const strength = Math.min(1, strengthOf(found))
    if (strength < LEAST_STRENGTH) continue
    const [x, y] = [first[found.first]!, second[found.second]!]
    link(there, x, weightOf(found.firstCount), { to: y, strength })
    link(back, y, weightOf(found.secondCount), { to: x, strength })
  }
  const [keys, others] = [new Map(), new Map()]
  for (const [x, { weight, links }] of there) {
    const best = strongest(links)
    const entry = back.get(best.to)!
    if (best.strength < LEAST_SEARCHED || strongest(entry.links).to !== x) continue
    const searched = { key: Math.imul(x, 0x9e3779b1) ^ best.to, weight: best.strength * (weight + entry.weight) }
    keys.set(x, searched)
    others.set(best.to, searched)
  }
  return [
    { entries: there, keys },
    { entries: back, keys: others },
  ]
}

function link(entries: Map<number, Entry>, stem: number, weight: number, to: Link): void {
  const known = entries.get(stem)
  if (known) known.links.push(to)
  else entries.set(stem, { weight, links: [to] })
}

/** Of equal ones the first by hash. */
const strongest = (links: readonly Link[]): Link =>
  links.reduce((a, b) => (b.strength > a.strength || (b.strength === a.strength && b.to < a.to) ? b : a))

const stemSet = oncePer(({ stems }: Profile): ReadonlySet<number> => new Set(stems))

/** How much of what the lexicon knows of x is found in y, 0 to 1, and the weight of all that it knows. */
export function translated(x: Profile, y: Profile, { entries }: Lexicon): { share: number; weight: number } {
  const there = stemSet(y)
  let [found, all] = [0, 0]
  for (const stem of stemSet(x)) {
    const entry = entries.get(stem)
    if (!entry) continue
    let [best, most] = [0, 0]
    for (const { to, strength } of entry.links) {
      if (strength > most) most = strength
      if (strength > best && there.has(to)) best = strength
    }
    found += entry.weight * best
    all += entry.weight * most
  }
  return { share: all === 0 ? 0 : found / all, weight: all }
}
