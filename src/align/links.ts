/**
 * Links between the types of two texts: equal numbers and words, cognates by shared character 4-grams, Hebrew names
 * by their consonants, terms of the small dictionary, punctuation, block kinds. A link has a strength below one: how
 * sure it is that two paragraphs with these types speak of the same thing. What a learned lexicon knows is added, and what is
 * linked for two reasons is linked more surely (noisy-or). Everything is found through indexes, never
 * by comparing all with all.
 */
import type { PairLexicon } from '../learned/pair-lexicon.js'
import { writesConsonants } from '../tokens/transliterate.js'
import { type GramIndex, type GramWeights, gramIndex, gramWeights, overCognates } from './cognates.js'
import { overLearned } from './lexicon-links.js'
import { NO_SKELETONS, overSkeletons, type SkeletonIndex, skeletonIndex } from './skeletons.js'
import type { TypeTable } from './type-table.js'
import type { Vocabulary } from './vocabulary.js'
import { weights } from './weights.js'

/** Links by type: those of type t are `to[k]`, with `strength[k]`, for k from `start[t]` up to `start[t + 1]`. */
export interface Links {
  readonly start: Int32Array
  readonly to: Int32Array
  readonly strength: Float64Array
}

/** Links of two texts in both directions, and the kinds of the release's types, by their places in `KINDS`. */
export interface PairLinks {
  readonly there: Links
  readonly back: Links
  readonly codes: readonly number[]
}

/** The texts of a release, ready to be linked: what is counted on each once. */
export interface Linkable {
  readonly table: TypeTable
  readonly grams: GramWeights
  readonly texts: readonly LinkableText[]
}

interface LinkableText {
  readonly vocabulary: Vocabulary
  /** In Hebrew or Arabic script, which write consonants. */
  readonly consonants: boolean
  readonly functionWords: ReadonlySet<number>
  readonly numbers: readonly number[]
  readonly grams: GramIndex
  readonly skeletons: SkeletonIndex
}

/** Prepares texts whose rows have been read. */
export function linkable(table: TypeTable, vocabularies: readonly Vocabulary[]): Linkable {
  const writers = vocabularies.map(inConsonants)
  const texts = vocabularies.map((vocabulary, k): LinkableText => {
    const functionWords = vocabulary.functionWords()
    const consonants = writers[k]!
    const asked = writers.some(writer => writer !== consonants)
    const skeletons = asked ? skeletonIndex(vocabulary, functionWords, consonants) : NO_SKELETONS
    const numbers = [...vocabulary.types].filter(type => table.kinds[type] === 'number')
    return { vocabulary, consonants, functionWords, numbers, grams: gramIndex(table, vocabulary.types), skeletons }
  })
  return { table, grams: gramWeights(table), texts }
}

function inConsonants({ types, table }: Vocabulary): boolean {
  let surplus = 0
  for (const type of types) if (table.kinds[type] === 'word') surplus += writesConsonants(table.forms[type]!) ? 1 : -1
  return surplus > 0
}

/** Finds the links from text a to text b of a release, and back; `lexicon` is from the language of a into that of b. */
export function linksBetween(release: Linkable, a: number, b: number, lexicon?: PairLexicon): PairLinks {
  const { table } = release
  const [first, second] = [release.texts[a]!, release.texts[b]!]
  const from: number[] = []
  const to: number[] = []
  const strength: number[] = []
  const add = (x: number, y: number, s: number) => {
    from.push(x)
    to.push(y)
    strength.push(s)
  }
  linkEqual(table, first, second, add)
  linkNumbers(table, first, second, add)
  overCognates(first.vocabulary.types, table, release.grams, second.grams, add)
  if (first.consonants !== second.consonants) {
    if (first.consonants) overSkeletons(first.skeletons, second.skeletons, add)
    else overSkeletons(second.skeletons, first.skeletons, (x, y, s) => add(y, x, s))
  }
  if (lexicon) overLearned(first.vocabulary, second.vocabulary, lexicon, add)
  // Numbers, equal words and cognates never link the same two types.
  const doubled = lexicon !== undefined || first.consonants !== second.consonants
  return pairLinks(from, to, strength, table, doubled)
}

/** The links of a type: calls `visit` with the other type and the strength. */
export function overLinks(links: Links, type: number, visit: (other: number, strength: number) => void): void {
  if (type + 1 >= links.start.length) return
  for (let k = links.start[type]!; k < links.start[type + 1]!; k++) visit(links.to[k]!, links.strength[k]!)
}

type Add = (x: number, y: number, strength: number) => void

/** Links by the first type, by counting; what is linked for two reasons is linked more surely (noisy-or). */
function sorted(
  from: readonly number[],
  to: readonly number[],
  strength: readonly number[],
  size: number,
  doubled: boolean,
): Links {
  const start = new Int32Array(size + 1)
  for (let k = 0; k < from.length; k++) start[from[k]! + 1]!++
  for (let x = 0; x < size; x++) start[x + 1]! += start[x]!
  const next = start.slice(0, size)
  const targets = new Int32Array(from.length)
  const strengths = new Float64Array(from.length)
  for (let k = 0; k < from.length; k++) {
    const at = next[from[k]!]!++
    targets[at] = to[k]!
    strengths[at] = strength[k]!
  }
  const links = { start, to: targets, strength: strengths }
  return doubled ? withoutDoubles(links) : links
}

function withoutDoubles({ start, to, strength }: Links): Links {
  const place = new Int32Array(start.length).fill(-1)
  const firsts = new Int32Array(start.length)
  let size = 0
  for (let x = 0; x + 1 < start.length; x++) {
    firsts[x] = size
    for (let k = start[x]!; k < start[x + 1]!; k++) {
      const [y, s] = [to[k]!, strength[k]!]
      const known = place[y]!
      if (known >= firsts[x]!) strength[known] = 1 - (1 - strength[known]!) * (1 - s)
      else {
        place[y] = size
        to[size] = y
        strength[size++] = s
      }
    }
  }
  firsts[start.length - 1] = size
  return { start: firsts, to: to.subarray(0, size), strength: strength.subarray(0, size) }
}

/** The links, and others from the first text to the second. */
export function withLinks({ there, codes }: PairLinks, others: Iterable<readonly [number, number, number]>): PairLinks {
  const [from, to, strength]: [number[], number[], number[]] = [[], [], []]
  const add = (x: number, y: number, s: number) => {
    from.push(x)
    to.push(y)
    strength.push(s)
  }
  for (let x = 0; x + 1 < there.start.length; x++) overLinks(there, x, (y, s) => add(x, y, s))
  for (const [x, y, s] of others) add(x, y, s)
  return pairLinks(from, to, strength, { size: there.start.length - 1, codes }, true)
}

function pairLinks(
  from: readonly number[],
  to: readonly number[],
  strength: readonly number[],
  { size, codes }: Pick<TypeTable, 'size' | 'codes'>,
  doubled: boolean,
): PairLinks {
  return {
    there: sorted(from, to, strength, size, doubled),
    back: sorted(to, from, strength, size, doubled),
    codes,
  }
}

function linkEqual(table: TypeTable, a: LinkableText, b: LinkableText, add: Add): void {
  for (const type of a.vocabulary.types) {
    if (b.vocabulary.types.has(type) && table.kinds[type] !== 'number')
      add(type, type, equalStrength(table, type, a, b))
  }
}

/** Numbers are linked by value, with and without their scale word. */
function linkNumbers(table: TypeTable, a: LinkableText, b: LinkableText, add: Add): void {
  const byValue = new Map<number, number[]>()
  for (const type of b.numbers) {
    for (const value of table.values.get(type)!) {
      const list = byValue.get(value)
      if (!list) byValue.set(value, [type])
      else if (list[list.length - 1] !== type) list.push(type)
    }
  }
  for (const type of a.numbers) {
    const values = table.values.get(type)!
    const linked = byValue.get(values[0]!) ?? []
    const all = values.length === 1 ? linked : new Set(values.flatMap(value => byValue.get(value) ?? []))
    for (const other of all) add(type, other, weights.number)
  }
}

/** Chinese characters: two of them are a whole word. */
const isDense = (form: string) => form.length === 2 && /^\p{Script=Han}{2}$/u.test(form)

function equalStrength(table: TypeTable, type: number, a: LinkableText, b: LinkableText): number {
  const kind = table.kinds[type]!
  if (kind === 'term') return weights.term
  if (kind === 'shape') return weights.shape
  if (kind === 'kind') return weights.kind
  const form = table.forms[type]!
  const { length } = form
  if (isDense(form)) return weights.word
  if (length < 3 || (a.functionWords.has(type) && b.functionWords.has(type))) return weights.functionWord
  return length === 3 ? weights.shortWord : weights.word
}
