/**
 * The types of a release, numbered once for all its texts: what is compared is folded words, numbers, terms of the small
 * dictionary, marks and block kinds. Equal types of two texts have one number, so that the links of a pair of texts are
 * found on integers. Words carry the numbers of their character 4-grams, in which cognates look alike.
 */
import { integerIds } from '../structures/integer-ids.js'

export type TypeKind = 'word' | 'number' | 'term' | 'shape' | 'kind'
export const KINDS: readonly TypeKind[] = ['word', 'number', 'term', 'shape', 'kind']

export interface TypeTable {
  readonly size: number
  readonly kinds: readonly TypeKind[]
  /** The places of the kinds in `KINDS`. */
  readonly codes: readonly number[]
  readonly forms: readonly string[]
  /** Numbers of the 4-grams of words: those of type t are `grams[k]`, k from `gramStart[t]` up to `gramStart[t + 1]`. */
  readonly grams: readonly number[]
  readonly gramStart: readonly number[]
  /** Of a number with a scale word (`1.4 million`), the types of 1.4 and of 1400000; of another number itself. */
  readonly values: ReadonlyMap<number, readonly number[]>
  /** How many different grams there are. */
  readonly gramCount: number
  /** For whoever counts types: a place for each, 0 when nobody counts. */
  readonly counters: number[]
  /** The number of a type, a new one where it has none; of a word also with the hashes of its grams, each once. */
  id(kind: TypeKind, form: string, grams?: readonly number[]): number
  scaled(value: string, scaled: string): number
  /** -1 where no text has had the type. */
  known(kind: TypeKind, form: string): number
}

const USUAL_GRAMS = 2000 // of a short release; a large table is slow to clear and to reach into

/** An empty table that grows with what is asked for. */
export function typeTable(): TypeTable {
  const kinds: TypeKind[] = []
  const codes: number[] = []
  const forms: string[] = []
  const grams: number[] = []
  const gramStart: number[] = [0]
  const counters: number[] = []
  const values = new Map<number, readonly number[]>()
  const ids = Object.fromEntries(KINDS.map(kind => [kind, new Map<string, number>()])) as Record<
    TypeKind,
    Map<string, number>
  >
  const gramIds = integerIds(USUAL_GRAMS)
  const id = (kind: TypeKind, form: string, hashes: readonly number[] = []): number => {
    const known = ids[kind].get(form)
    if (known !== undefined) return known
    const type = forms.length
    ids[kind].set(form, type)
    kinds.push(kind)
    codes.push(KINDS.indexOf(kind))
    forms.push(form)
    counters.push(0)
    for (let k = 0; k < hashes.length; k++) grams.push(gramIds.idOf(hashes[k]!))
    gramStart.push(grams.length)
    if (kind === 'number') values.set(type, [type])
    return type
  }
  const scaled = (value: string, large: string): number => {
    const type = id('number', `${value} = ${large}`)
    values.set(type, [id('number', value), id('number', large)])
    return type
  }
  return {
    get size() {
      return forms.length
    },
    kinds,
    codes,
    forms,
    grams,
    gramStart,
    values,
    get gramCount() {
      return gramIds.size
    },
    counters,
    id,
    scaled,
    known: (kind, form) => ids[kind].get(form) ?? -1,
  }
}
