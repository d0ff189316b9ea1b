/**
 * `learn`: what a corpus can teach the repair of lossy damage. Documents go in, the sections of a model file come out:
 * for each language its words, the pairs of neighbours that tell words apart which look alike when their letters beyond
 * ASCII are lost, and the capitals that are lost with them. Every text counts once: a document with the same bytes, and a block
 * with the same words (the boilerplate of a hundred releases), teach nothing new. Memory and file are bounded for corpora of
 * any size.
 */

import { createHash } from 'node:crypto'
import type { LanguagePack, PackOf } from '../languages/pack.js'
import { type Counted, groupedByMask, masked, type Section } from '../learned/learned.js'
import type { Document } from '../model.js'
import { append } from '../structures/lists.js'
import { broadTable } from '../words/lexicon.js'
import { cleanTexts, type NotLearned } from './clean.js'

/**
 * Kept in the file for each language, so that a model of six languages, all full, is opened and one of them unpacked in
 * about 0.3 s: 200,000 words and as many pairs took 0.8 s. Pairs help less than words: trained on half of a set of news
 * they mended another 0.5 % of the damaged words in Danish, none in German and Italian.
 */
const MOST_WORDS = 100_000
const MOST_PAIRS = 50_000
/** Held for each language while counting: some 100 MB each. */
const MOST_WORDS_HELD = 1_000_000
const MOST_PAIRS_HELD = 1_000_000
/** Blocks that are remembered, as numbers of 48 bits; then all are forgotten. */
const MOST_BLOCKS = 4_000_000

const LAST_ASCII = 0x7f

/** What the learner holds of one language. */
interface Taught {
  readonly pack: LanguagePack
  readonly words: Counts
  readonly pairs: Counts
  readonly capitals: Counts
  total: number
}

export interface Learner {
  /** Learns from a document; says why where there was nothing to learn from it. */
  add(document: Document): NotLearned | null
  /** All that was learned: the same for the same documents. No section of a language that taught nothing. */
  sections(): Section[]
}

/** A learner that knows nothing. */
export function newLearner(packOf: PackOf): Learner {
  const languages = new Map<string, Taught>()
  const files = new Set<string>()
  const isNewBlock = memory(MOST_BLOCKS)
  const taughtIn = (pack: LanguagePack) => {
    const { tag } = pack
    if (!languages.has(tag)) languages.set(tag, nothing(pack))
    return languages.get(tag)!
  }
  let documents = 0
  return {
    add: document => {
      if (files.has(document.sha256)) return 'duplicate'
      files.add(document.sha256)
      const texts = cleanTexts(document)
      const pack = packOf(document.language.tag)
      if (typeof texts === 'string') return texts
      if (!pack) return 'unknown language'
      const fresh = texts.filter(text => isNewBlock(`${pack.tag}\n${text}`))
      if (fresh.length === 0) return 'duplicate'
      for (const text of fresh) teach(taughtIn(pack), text)
      documents++
      return null
    },
    sections: () => {
      const known = [...languages.values()].filter(taught => taught.total > 0)
      const sorted = known.sort((a, b) => (a.pack.tag < b.pack.tag ? -1 : 1))
      return [
        { section: 'corpus', documents, languages: sorted.map(({ pack }) => pack.tag) },
        ...sorted.flatMap(sectionsOf),
      ]
    },
  }
}

const nothing = (pack: LanguagePack): Taught => ({
  pack,
  words: boundedCounts(MOST_WORDS_HELD),
  pairs: boundedCounts(MOST_PAIRS_HELD),
  capitals: boundedCounts(MOST_WORDS_HELD),
  total: 0,
})

/** Tells whether a string is new; goes by 48 bits of its hash, so that a text of any length takes the same room. */
function memory(most: number): (text: string) => boolean {
  const seen = new Set<number>()
  return text => {
    const key = createHash('sha256').update(text).digest().readUIntBE(0, 6)
    if (seen.has(key)) return false
    if (seen.size >= most) seen.clear()
    seen.add(key)
    return true
  }
}

function teach(taught: Taught, text: string): void {
  // Of a Hebrew word no letter is left to look it up by when what is beyond ASCII is lost.
  const hasMasks = taught.pack.script === 'Latn'
  overWords(text, taught.pack, (word, before, isCapital) => {
    taught.total++
    taught.words.add(word)
    if (!hasMasks || before === null) return
    if (isMasked(word) || isMasked(before)) taught.pairs.add(`${before} ${word}`)
    if (isCapital && word.charCodeAt(0) > LAST_ASCII) taught.capitals.add(word)
  })
}

const isMasked = (word: string) => masked(word) !== word

function sectionsOf({ pack, words, pairs, capitals, total }: Taught): Section[] {
  const language = pack.tag
  const counts = mostFrequent(usefulWords(words), MOST_WORDS)
  return [
    { section: 'words', language, total, counts },
    { section: 'pairs', language, counts: mostFrequent(usefulPairs(pairs, rivals(counts, pack)), MOST_PAIRS) },
    { section: 'capitals', language, counts: mostFrequent(capitals.entries(), MOST_WORDS) },
  ]
}

/** A word that was seen once is as likely a slip as a word, but one that can be lost is better known than not. */
function* usefulWords(words: Counts): Generator<readonly [string, number]> {
  for (const entry of words.entries()) if (entry[1] > 1 || isMasked(entry[0])) yield entry
}

function* usefulPairs(pairs: Counts, rivals: ReadonlySet<string>): Generator<readonly [string, number]> {
  for (const entry of pairs.entries()) if (entry[0].split(' ').some(word => rivals.has(word))) yield entry
}

/** The words that share their mask with another word, learned or listed; words of ASCII have no mask. */
function rivals(counts: Counted, pack: LanguagePack): Set<string> {
  const words = new Set(broadTable(pack).beyondAscii)
  for (const [, entries] of counts) for (const word of entries.split(',')) words.add(word)
  const found = new Set<string>()
  for (const group of groupedByMask(words).values()) if (group.length > 1) for (const word of group) found.add(word)
  return found
}

const TOKEN = /\S+/g
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const ADDRESS = /:\/\/|www\.|[@\\=_]|\/\S*\/|\.(?:com|net|org|eu|html?|pdf)\b/i
const PAUSE = /[.!?:;…]/
/** A genuine question ends a token; these stand where a letter was lost. */
const DAMAGE = /\ufffd|\?[\p{L}\p{M}]/u
/** Longer runs are no words, and longer tokens no prose. */
const LONGEST = 40
const LONGEST_TOKEN = 200
const ASCII = /^[a-z]+$/
/** A capital and a small letter: of a word in capitals the first says nothing. */
const CAPITAL = /^\p{Lu}[\p{Ll}\p{M}]/u
const OF_SCRIPT = { Latn: /^[\p{Script=Latin}\p{M}]+$/u, Hebr: /^[\p{Script=Hebrew}\p{M}]+$/u } as const

/** Called with a word in lower case, the word before it (null where it has no neighbour), and whether it has a capital. */
type Visit = (word: string, before: string | null, isCapital: boolean) => void

/**
 * Calls `visit` for every word that is worth learning, in order. A word is a run of letters of the language's script;
 * apostrophes and hyphens part words, as they do where repairs look words up. Addresses, words with digits, and what stands
 * beside a `?` inside a word are left out. Neighbours have neither the end of a sentence nor something left out between
 * them. Linear in the text.
 */
export function overWords(text: string, pack: Pick<LanguagePack, 'script'>, visit: Visit): void {
  let before: string | null = null
  for (const [token] of text.normalize('NFC').matchAll(TOKEN)) {
    if (token.length > LONGEST_TOKEN || ADDRESS.test(token) || DAMAGE.test(token)) {
      before = null
      continue
    }
    let last = 0
    for (const match of token.matchAll(WORD)) {
      const word = match[0].toLowerCase()
      if (PAUSE.test(token.slice(last, match.index))) before = null
      last = match.index + match[0].length
      const isWord =
        word.length <= LONGEST && (ASCII.test(word) ? pack.script === 'Latn' : OF_SCRIPT[pack.script].test(word))
      if (isWord) visit(word, before, CAPITAL.test(match[0]))
      before = isWord ? word : null
    }
    if (PAUSE.test(token.slice(last))) before = null
  }
}

interface Counts {
  add(thing: string): void
  entries(): Iterable<readonly [thing: string, count: number]>
}

/**
 * Counts of at most so many different strings. When more are held, the rarest are forgotten until half of the room is free
 * (after the lossy counting of Manku and Motwani, 2002): what is frequent in the whole corpus survives, with a count that
 * may lack a few. Below the bound counts are exact and do not depend on the order of the texts; above it the order must be
 * fixed, and the pipeline goes by the hashes of the files.
 */
export function boundedCounts(most: number): Counts {
  const counts = new Map<string, number>()
  return {
    add: thing => {
      const before = counts.get(thing)
      if (before !== undefined) {
        counts.set(thing, before + 1)
        return
      }
      if (counts.size >= most) forgetRarest(counts, most / 2)
      counts.set(detached(thing), 1)
    },
    entries: () => counts.entries(),
  }
}

/** A part of a long string keeps the whole of it in memory; its copy does not. */
const detached = (part: string) => Buffer.from(part).toString()

function forgetRarest(counts: Map<string, number>, room: number): void {
  for (let rare = 1; counts.size > room; rare++)
    for (const [thing, count] of counts) if (count <= rare) counts.delete(thing)
}

/** At most so many entries, the frequent ones; of entries with the same count all are kept or none. */
export function mostFrequent(entries: Iterable<readonly [thing: string, count: number]>, most: number): Counted {
  const byCount = new Map<number, string[]>()
  for (const [thing, count] of entries) append(byCount, count, thing)
  const kept: [number, string][] = []
  let room = most
  for (const count of [...byCount.keys()].sort((a, b) => b - a)) {
    const things = byCount.get(count)!
    room -= things.length
    if (room < 0) break
    kept.push([count, things.sort().join(',')])
  }
  return kept
}
