/**
 * What of a text can be compared: each row (a paragraph or a sentence) becomes a bag of types. A type is a folded
 * word, a number, a term of the small dictionary, a punctuation mark or a block kind. Types are numbered per text,
 * so that links between two texts are found once and serve its paragraphs as well as its sentences.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import { numbersIn } from '../text/numbers.js'
import { sentencesOf } from '../text/sentences.js'
import { type Terms, termAt, termsOf } from '../text/terms.js'
import { withoutPrefixes } from '../text/transliterate.js'
import { fold, gramsOf, shapesIn, wordsIn } from '../text/words.js'

export type TypeKind = 'word' | 'number' | 'term' | 'shape' | 'kind'

export interface Type {
  readonly kind: TypeKind
  readonly form: string
  /** Begins with a capital letter somewhere in the text. */
  capital: boolean
  /** A number with its scale word. */
  readonly scaled?: string
  /** Character 4-grams of a word; empty for other types. */
  readonly grams: readonly string[]
}

/** `types[k]` stands `counts[k]` times in the row; `length` in UTF-16 units and `sentences` are at least 1. */
export interface Row {
  readonly length: number
  readonly sentences: number
  readonly types: readonly number[]
  readonly counts: readonly number[]
}

export interface Vocabulary {
  readonly pack: LanguagePack | null
  readonly functionWords: ReadonlySet<string>
  readonly types: readonly Type[]
  /** Reads one more row; new types are added to the vocabulary. */
  row(text: string, kind?: BlockKind): Row
}

const MAX_READ = 20_000 // of a longer paragraph the first and the last 20,000 units are read: enough to know it by

/** An empty vocabulary that grows with the rows that it reads. */
export function vocabularyOf(pack: LanguagePack | null): Vocabulary {
  const types: Type[] = []
  const ids = new Map<string, number>()
  const terms = pack === null ? null : termsOf(pack)
  const typeId = (kind: TypeKind, form: string, capital: boolean, scaled?: string): number => {
    const key = `${kind}:${form}`
    const known = ids.get(key)
    if (known !== undefined) {
      if (capital) types[known]!.capital = true
      return known
    }
    const grams = kind === 'word' ? gramsOf(form) : []
    types.push(scaled === undefined ? { kind, form, capital, grams } : { kind, form, capital, grams, scaled })
    ids.set(key, types.length - 1)
    return types.length - 1
  }
  const row = (text: string, kind?: BlockKind): Row => {
    const counts = new Map<number, number>()
    const add = (id: number, count = 1) => counts.set(id, (counts.get(id) ?? 0) + count)
    const read = text.length <= 2 * MAX_READ ? text : `${text.slice(0, MAX_READ)} ${text.slice(-MAX_READ)}`
    const words = wordsIn(read)
    const folded = words.map(word => fold(word.text))
    words.forEach((word, at) => {
      if (folded[at] !== '') add(typeId('word', folded[at]!, word.text !== word.text.toLowerCase()))
    })
    if (terms && pack) for (const key of termsIn(terms, folded, pack)) add(typeId('term', key, false))
    for (const number of numbersIn(read, pack)) add(typeId('number', number.value, false, number.scaled))
    for (const [shape, count] of shapesIn(read)) add(typeId('shape', shape, false), count)
    if (kind !== undefined) add(typeId('kind', kind, false))
    const sentences = Math.max(1, sentencesOf(read, pack).length)
    return {
      length: Math.max(1, text.trim().length),
      sentences,
      types: [...counts.keys()],
      counts: [...counts.values()],
    }
  }
  const functionWords = new Set((pack?.functionWords ?? []).map(fold))
  return { pack, functionWords, types, row }
}

/** Keys of the dictionary terms in a row of folded words; a term's words are not read again. */
function termsIn(terms: Terms, folded: readonly string[], pack: LanguagePack): string[] {
  const out: string[] = []
  for (let at = 0; at < folded.length; ) {
    const found = firstTerm(terms, folded, at, pack)
    if (found) out.push(found.key)
    at += found?.words ?? 1
  }
  return out
}

function firstTerm(terms: Terms, folded: readonly string[], at: number, pack: LanguagePack) {
  const plain = termAt(terms, folded, at)
  if (plain || pack.prefixLetters === '') return plain
  for (const stripped of withoutPrefixes(folded[at]!, pack.prefixLetters).slice(1)) {
    const found = termAt(terms, [stripped, ...folded.slice(at + 1, at + 4)], 0)
    if (found) return found
  }
  return null
}
