/**
 * Reads the rows of one text: each row (a paragraph or a sentence) becomes a bag of types of the release's table. A word
 * is folded and looked up once, however often it stands in the text.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import { numbersIn } from '../tokens/numbers.js'
import { withoutPrefixes } from '../tokens/transliterate.js'
import { fold, wordsIn } from '../tokens/words.js'
import { kept } from '../words/kept.js'
import { mayBegin, termAt, termsOf } from '../words/terms.js'
import { gramsOf } from './grams.js'
import { overShapes } from './shapes.js'
import type { TypeTable } from './type-table.js'

/** `types[k]` stands `counts[k]` times in the row; `length` in UTF-16 units and `sentences` are at least 1. */
export interface Row {
  readonly length: number
  readonly sentences: number
  readonly types: readonly number[]
  readonly counts: readonly number[]
  /** Where the caller has a vector for the row. */
  readonly vector?: Float32Array
}

export interface Vocabulary {
  readonly pack: LanguagePack | null
  readonly table: TypeTable
  /** The types that stand in rows of this text, in the order in which they were met. */
  readonly types: ReadonlySet<number>
  /** Words that begin with a capital letter somewhere in the text. */
  readonly capitals: ReadonlySet<number>
  /** Types of the pack's words without content, as far as they stand in the release when it is asked for. */
  functionWords(): ReadonlySet<number>
  /** Reads one more row, of so many sentences; new types are added to the vocabulary. */
  row(text: string, kind?: BlockKind, sentences?: number): Row
}

/** A word as it is written, looked up. */
interface Known {
  readonly type: number
  readonly folded: string
  /** A term of the dictionary may begin with it. */
  readonly begins: boolean
}

const MAX_READ = 20_000 // of a longer paragraph the first and the last 20,000 units are read: enough to know it by

/** What is read of a text. */
export const readPart = (text: string): string =>
  text.length <= 2 * MAX_READ ? text : `${text.slice(0, MAX_READ)} ${text.slice(-MAX_READ)}`

/** An empty vocabulary that grows with the rows that it reads. */
export function vocabularyOf(pack: LanguagePack | null, table: TypeTable): Vocabulary {
  const types = new Set<number>()
  const capitals = new Set<number>()
  const known = new Map<string, Known>()
  const formOf = formsOf(pack)
  const lookUp = (word: string): Known => {
    const found = known.get(word)
    if (found) return found
    const { folded, begins, capital, grams } = formOf(word)
    const type = folded === '' ? -1 : table.id('word', folded, grams)
    const fresh = { type, folded, begins }
    known.set(word, fresh)
    if (type >= 0) types.add(type)
    if (type >= 0 && capital) capitals.add(type)
    return fresh
  }
  const { counters } = table
  const row = (text: string, kind?: BlockKind, sentences = 1): Row => {
    const here: number[] = []
    const add = (type: number) => {
      if (counters[type]!++ === 0) here.push(type)
    }
    const read = readPart(text)
    const words: Known[] = []
    for (const { text: word } of wordsIn(read)) {
      const found = lookUp(word)
      words.push(found)
      if (found.type >= 0) add(found.type)
    }
    if (pack) for (const key of termsIn(words, pack)) add(table.id('term', key))
    for (const { value, scaled } of numbersIn(read, pack))
      add(scaled === undefined ? table.id('number', value) : table.scaled(value, scaled))
    overShapes(read, shape => add(table.id('shape', shape)))
    if (kind !== undefined) add(table.id('kind', kind))
    const counts = here.map(type => counters[type]!)
    for (const type of here) {
      if (table.kinds[type] !== 'word') types.add(type)
      counters[type] = 0
    }
    return { length: Math.max(1, text.trim().length), sentences: Math.max(1, sentences), types: here, counts }
  }
  const functionWords = () => new Set(foldedFunctionWords(pack).map(word => table.known('word', word)))
  return { pack, table, types, capitals, functionWords, row }
}

/** What can be said of a word as it is written, whatever text it stands in. */
interface Form extends Omit<Known, 'type'> {
  /** It begins with a capital letter, or has one somewhere. */
  readonly capital: boolean
  readonly grams: readonly number[]
}

const MOST_KEPT = 8192 // words of each language
const keptForms = new WeakMap<LanguagePack, (word: string) => Form>()

/** Finds the forms of words of a language. */
function formsOf(pack: LanguagePack | null): (word: string) => Form {
  if (pack === null) return word => formOf(word, pack)
  const known = keptForms.get(pack) ?? kept(MOST_KEPT, word => formOf(word, pack))
  keptForms.set(pack, known)
  return known
}

function formOf(word: string, pack: LanguagePack | null): Form {
  const folded = fold(word)
  const capital = word !== folded && word !== word.toLowerCase()
  return { folded, begins: pack !== null && beginsTerm(folded, pack), capital, grams: gramsOf(folded) }
}

const foldedWords = new WeakMap<LanguagePack, readonly string[]>()

function foldedFunctionWords(pack: LanguagePack | null): readonly string[] {
  if (pack === null) return []
  const known = foldedWords.get(pack)
  if (known) return known
  const folded = pack.functionWords.map(fold)
  foldedWords.set(pack, folded)
  return folded
}

const beginsTerm = (folded: string, pack: LanguagePack): boolean =>
  stems(folded, pack).some(stem => mayBegin(termsOf(pack), stem))

/** The word, and in Hebrew the word without its prefix letters. */
const stems = (folded: string, pack: LanguagePack): string[] =>
  pack.prefixLetters === '' ? [folded] : withoutPrefixes(folded, pack.prefixLetters)

/** Keys of the dictionary terms in a row; a term's words are not read again. */
function termsIn(words: readonly Known[], pack: LanguagePack): string[] {
  const out: string[] = []
  let folded: string[] | undefined
  for (let at = 0; at < words.length; ) {
    if (!words[at]!.begins) {
      at++
      continue
    }
    folded ??= words.map(word => word.folded)
    const found = firstTerm(folded, at, pack)
    if (found) out.push(found.key)
    at += found?.words ?? 1
  }
  return out
}

function firstTerm(folded: readonly string[], at: number, pack: LanguagePack) {
  for (const stem of stems(folded[at]!, pack)) {
    const found = termAt(termsOf(pack), [stem, ...folded.slice(at + 1, at + 4)], 0)
    if (found) return found
  }
  return null
}
