/**
 * Which letter beyond a-z stands in a place. Learned from the language's own lists and the words of its pack: for every
 * such letter, the windows of up to four letters on either side; a place is judged by all of its windows, the longer
 * ones counting more (letter-level learning of diacritics, Mihalcea 2002). Other letters beyond a-z are hidden in the
 * windows, as they may be lost too. It is told that a letter is lost and says which one; it cannot say that none is.
 * Windows are counted in one hashed table of fixed size: a few collisions do no harm to a vote of twenty-five.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { masked } from '../../learned/learned.js'
import { ones } from '../../structures/bits.js'
import { broadTable } from '../../words/lexicon.js'
import { prepared } from '../../words/prepared.js'

/** Letters on either side. Three to six were tried: four was best or equal in every language. */
const REACH = 4
/** A window of one letter more counts so many times as much; one to four were tried on unlisted words of news. */
const LONGER = 1.25
/** What a window seen once is worth less than one seen often. */
const DOUBT = 0.5
/** Words of a pack and names are taken for words of this rank. */
const RANK_OF_NAMES = 5000
/** 2^18 cells: half as many cost one German letter in fifty, four times as many gain one in a hundred. */
const CELL_BITS = 18
const BEGIN = 94 // ^
const END = 36 // $

export interface LetterPlaces {
  /** The letters that are voted on, in the order of the shares. */
  readonly letters: readonly string[]
  /** Listed words of which `masked` (lower case, `?` for every letter beyond a-z) is what is left. */
  words(masked: string): readonly Listed[]
  /** Shares of the letters for the `?` at `at` of a masked word, summing to 1; null where no window was ever seen. */
  shares(masked: string, at: number): Float64Array | null
}

export interface Listed {
  readonly word: string
  readonly rank: number
}

const NONE: readonly Listed[] = []

const BEYOND_ASCII = /[^\0-\x7f]/

type ByMask = ReadonlyMap<string, readonly Listed[]>

/** The letters of a language and the places they stand in; learned in some 50 ms. */
export const letterPlaces = prepared<
  LetterPlaces,
  {
    readonly letters: readonly string[]
    readonly byMask: readonly (readonly [mask: string, words: readonly Listed[]])[]
  }
>(
  'places',
  pack => {
    const letters = [...pack.letters]
    const byMask = wordsByMask(pack)
    const { bits, before, counts } = countWindows(byMask, letters)
    return { about: { letters, byMask: [...byMask] }, arrays: [bits, before, counts] }
  },
  ({ about: { letters, byMask }, arrays }) => {
    const [bits, before, counts] = arrays as [Int32Array, Int32Array, Uint16Array]
    const words: ByMask = new Map(byMask)
    return {
      letters,
      words: mask => words.get(mask) ?? NONE,
      shares: (mask, at) => vote({ bits, before, counts }, letters.length, mask, at),
    }
  },
)

function wordsByMask(pack: LanguagePack): Map<string, Listed[]> {
  const byMask = new Map<string, Listed[]>()
  const add = (word: string, rank: number) => {
    const mask = masked(word)
    const same = byMask.get(mask)
    if (same) same.push({ word, rank })
    else byMask.set(mask, [{ word, rank }])
  }
  if (pack.script === 'Latn') {
    const { table, beyondAscii } = broadTable(pack)
    for (const word of beyondAscii) add(word, table.rank(word))
    for (const word of packWords(pack)) if (table.rank(word) === 0) add(word, RANK_OF_NAMES)
  }
  return byMask
}

function countWindows(byMask: ByMask, letters: readonly string[]): Compact {
  const counts = new Uint16Array(letters.length << CELL_BITS)
  for (const [mask, words] of byMask) {
    for (const { word } of words) {
      for (let at = 0; at < word.length; at++) {
        const letter = word.charCodeAt(at) > 0x7f ? letters.indexOf(word[at]!) : -1
        if (letter < 0) continue
        const windows = cellsAround(mask, at)
        for (let i = 0; i < windows; i++) counts[cells[i]! * letters.length + letter]!++
      }
    }
  }
  return compacted(counts, letters.length)
}

/** The words of the pack and names of places that are written with letters beyond ASCII. */
function packWords(pack: LanguagePack): Set<string> {
  const { functionWords, months, weekdays, pressLabels, noteHeads, contactLeads, disclaimerPhrases } = pack
  const phrases = [
    functionWords,
    months.flat(),
    weekdays.flat(),
    pressLabels,
    noteHeads,
    contactLeads,
    disclaimerPhrases,
  ]
  const text = [...phrases, pack.placeNames, pack.apostropheWords].flat().join(' ').toLowerCase()
  return new Set((text.match(/[\p{L}\p{M}’]+/gu) ?? []).filter(word => BEYOND_ASCII.test(word)))
}

const WINDOWS = (REACH + 1) ** 2
const cells = new Int32Array(WINDOWS)
const sizes = new Uint8Array(WINDOWS)

/** Fill in the cell of every window around a place, and its size, and say how many; `^` and `$` end the word. */
function cellsAround(mask: string, at: number): number {
  let windows = 0
  let before = 17
  for (let left = 0; left <= REACH && left <= at + 1; left++) {
    if (left > 0) before = Math.imul(before, 131) + (left > at ? BEGIN : mask.charCodeAt(at - left))
    const start = Math.imul(before, 0x9e3779b1)
    let behind = 29
    for (let right = 0; right <= REACH && at + right <= mask.length; right++) {
      if (right > 0) behind = Math.imul(behind, 137) + (at + right < mask.length ? mask.charCodeAt(at + right) : END)
      cells[windows] = Math.imul(start ^ Math.imul(behind, 0x85ebca6b), 0x27d4eb2f) >>> (32 - CELL_BITS)
      sizes[windows++] = left + right
    }
  }
  return windows
}

const WEIGHTS = Array.from({ length: 2 * REACH + 1 }, (_, size) => LONGER ** size)

/** The counts of the cells that have any, one cell after another: a bit for each that has, and how many do before. */
interface Compact {
  readonly bits: Int32Array
  readonly before: Int32Array
  readonly counts: Uint16Array
}

/** Most cells are empty where few words have such letters: kept so, all languages are a fifth as large. */
function compacted(counts: Uint16Array, letters: number): Compact {
  const bits = new Int32Array(1 << (CELL_BITS - 5))
  const before = new Int32Array(bits.length)
  let used = 0
  for (let cell = 0; cell < 1 << CELL_BITS; cell++) {
    if ((cell & 31) === 0) before[cell >> 5] = used
    let any = 0
    for (let i = 0; i < letters; i++) any |= counts[cell * letters + i]!
    if (any === 0) continue
    bits[cell >> 5]! |= 1 << (cell & 31)
    // What is kept moves to the front, in the same order.
    counts.copyWithin(used++ * letters, cell * letters, (cell + 1) * letters)
  }
  return { bits, before, counts: counts.slice(0, used * letters) }
}

/** Where the counts of a cell begin; -1 where it has none. */
function placeOf({ bits, before }: Compact, cell: number, letters: number): number {
  const own = bits[cell >> 5]!
  const bit = 1 << (cell & 31)
  return (own & bit) === 0 ? -1 : (before[cell >> 5]! + ones(own & (bit - 1))) * letters
}

function vote(compact: Compact, letters: number, mask: string, at: number): Float64Array | null {
  const { counts } = compact
  const votes = new Float64Array(letters)
  const windows = cellsAround(mask, at)
  let sum = 0
  for (let k = 0; k < windows; k++) {
    const from = placeOf(compact, cells[k]!, letters)
    if (from < 0) continue
    let seen = 0
    for (let i = 0; i < letters; i++) seen += counts[from + i]!
    const weight = WEIGHTS[sizes[k]!]! / (seen + DOUBT)
    for (let i = 0; i < letters; i++) votes[i]! += weight * counts[from + i]!
    sum += weight * seen
  }
  if (sum === 0) return null
  for (let i = 0; i < letters; i++) votes[i]! /= sum
  return votes
}
