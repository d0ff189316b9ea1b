/**
 * `learn`, the part of translations: stretches of text that translate each other go in, and for each pair of languages
 * a table of stems that translate each other comes out. What a table promises is cut to what would hold elsewhere: of n
 * links between stems that stand in x and y stretches, 2 (n - .6) / (x + y). The same two stretches teach once. Bags of
 * stems are held as numbers, once for all pairs of languages, and the tables are made one at a time.
 */

import { createHash } from 'node:crypto'
import type { LanguagePack } from '../languages/pack.js'
import type { Section } from '../learned/learned.js'
import { associations, type Bead, strengthOf } from '../learned/model-one.js'
import { packTranslations, pairName, type Translation } from '../learned/pair-lexicon.js'
import { byCodeUnit } from '../structures/lists.js'
import { stemOf } from '../tokens/stems.js'
import { fold, wordsIn } from '../tokens/words.js'

/** A stretch of a text in the language of the pack. */
export interface Stretch {
  readonly pack: LanguagePack
  readonly text: string
}

export interface TranslationLearner {
  /** Learns from stretches that translate each other. */
  add(stretches: readonly Stretch[]): void
  /** A section for each pair of languages that was taught, sorted; the same for the same stretches in the same order. */
  sections(): Section[]
}

/**
 * Kept in the file for each pair, those that rest on most links: fifteen pairs, all full, take 4 MB. Learned from half
 * of a set of news and tried on the other half, the 250 with most links mended nine tenths of what all mended, the 250
 * surest six tenths.
 */
const MOST_TRANSLATIONS = 20_000
/** Below it a pair of stems tells no more than chance. */
const MIN_STRENGTH = 0.05
/** In longer stretches everything would seem to translate everything, and the time would grow with their square. */
const MOST_STEMS = 250
/** Beads of a pair of languages that are learned from, the first ones. */
const MOST_BEADS = 200_000
/** Two numbers of bags make one number below 2 ** 53. */
const MOST_BAGS = 2 ** 26

/** What is held of a language: its stems, and the bags that were read, by their hashes. */
interface Taught {
  readonly stems: Map<string, number>
  readonly known: Map<number, number>
  readonly bags: Int32Array[]
}

/** A learner that knows nothing. */
export function newTranslationLearner(): TranslationLearner {
  const languages = new Map<string, Taught>()
  const pairs = new Map<string, Set<number>>()
  const numberOf = ({ pack, text }: Stretch) => {
    if (!languages.has(pack.tag)) languages.set(pack.tag, { stems: new Map(), known: new Map(), bags: [] })
    return bagNumber(languages.get(pack.tag)!, pack, text)
  }
  return {
    add: stretches => {
      const read = stretches.map(stretch => ({ tag: stretch.pack.tag, bag: numberOf(stretch) }))
      for (const a of read) {
        for (const b of read) {
          if (a.tag >= b.tag) continue
          const name = pairName(a.tag, b.tag)
          const beads = pairs.get(name) ?? new Set()
          if (beads.size < MOST_BEADS) pairs.set(name, beads.add(a.bag * MOST_BAGS + b.bag))
        }
      }
    },
    sections: () =>
      [...pairs.keys()].sort().flatMap((name): Section[] => {
        const [first, second] = name.split(' ').map(tag => languages.get(tag)!) as [Taught, Taught]
        const counts = packTranslations(mostUsed(translationsOf(pairs.get(name)!, first, second)))
        return counts.length === 0 ? [] : [{ section: 'translations', language: name, counts }]
      }),
  }
}

/** The number of a text's bag of stems; a text that was read before keeps its number. */
function bagNumber({ stems, known, bags }: Taught, pack: LanguagePack, text: string): number {
  const hash = createHash('sha256').update(text).digest().readUIntBE(0, 6)
  const before = known.get(hash)
  if (before !== undefined) return before
  const bag = new Set<number>()
  for (const word of wordsIn(text)) {
    const stem = stemOf(fold(word.text), pack)
    if (stem === '') continue
    const number = stems.get(stem) ?? stems.size
    stems.set(stem, number)
    bag.add(number)
  }
  known.set(hash, bags.length)
  return bags.push(Int32Array.from(bag.size > MOST_STEMS ? [] : bag)) - 1
}

/** A translation, and how many links it rests on. */
interface Found {
  readonly translation: Translation
  readonly links: number
}

/** Translations that are sure enough. */
function* translationsOf(pairs: ReadonlySet<number>, first: Taught, second: Taught): Generator<Found> {
  const beads = [...pairs].map(
    (pair): Bead => [first.bags[Math.floor(pair / MOST_BAGS)]!, second.bags[pair % MOST_BAGS]!],
  )
  const [stemsOfFirst, stemsOfSecond] = [[...first.stems.keys()], [...second.stems.keys()]]
  const sizes = [stemsOfFirst.length, stemsOfSecond.length] as const
  for (const found of associations(beads, sizes)) {
    const strength = strengthOf(found)
    const stems = [stemsOfFirst[found.first]!, stemsOfSecond[found.second]!] as const
    if (strength >= MIN_STRENGTH) yield { translation: [...stems, strength], links: found.links }
  }
}

/** At most so many as are kept. */
function mostUsed(all: Iterable<Found>): Translation[] {
  const sorted = [...all].sort((x, y) => y.links - x.links || byStems(x.translation, y.translation))
  return sorted.slice(0, MOST_TRANSLATIONS).map(found => found.translation)
}

const byStems = (x: Translation, y: Translation) => byCodeUnit(x[0], y[0]) || byCodeUnit(x[1], y[1])
