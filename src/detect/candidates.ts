/**
 * Which languages a text is weighed against: ours, their neighbours, and others in the same script, each learned from
 * its word list when it is first needed. The hundred and fifty most frequent words of all of them are known from the
 * start, and what falls far behind by those alone is never loaded: a plain document needs two or three lists.
 */
import { lesser } from '../languages/lesser.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Tag } from '../model.js'
import { once } from '../structures/cache.js'
import { firstWords } from '../words/lexicon.js'
import { RankTable } from '../words/rank-table.js'
import { listVocabulary, sharedTable, UNLISTED } from '../words/word-model.js'
import { type Vocabulary, zipfShare } from '../words/word-table.js'
import type { Token } from './tokens.js'

// Languages in Latin script that are in the package of word lists, apart from ours. Vietnamese is left out: its
// one-syllable words fit whatever is damaged.
// biome-ignore format: a list of names
const OTHERS: Readonly<Record<string, string>> = {
  afr: 'afrikaans', nob: 'norwegian', swe: 'swedish', spa: 'spanish', fra: 'french', cat: 'catalan', por: 'portuguese',
  ron: 'romanian', oci: 'occitan', fin: 'finnish', est: 'estonian', pol: 'polish', ces: 'czech', slk: 'slovak',
  slv: 'slovenian', hun: 'hungarian', tur: 'turkish', ind: 'indonesian', lit: 'lithuanian', lav: 'latvian',
  epo: 'esperanto', sqi: 'albanian',
}
// A text is given to one of ours before anything was read, and hardly to a dialect of which little is known. In nats;
// more for ours gives phrases of neighbours to them.
const PRIOR_OURS = 0.8
const PRIOR_DIALECT = -5
// What is left for words outside a list of a few hundred.
const UNLISTED_LESSER = 0.5
// A short list counts more, and a relative with its many words less: trebling or halving either hardly shows.
const LESSER_WEIGHT = 5
const KIN_WORDS = 3000
const KIN_WEIGHT = 0.2
// Frequent words known of each language from the start; they are a third to a half of any text.
const HEAD_WORDS = 150
// What a frequent word is worth in a language that lacks it among its frequent ones.
const HEAD_FLOOR = 1e-4
// Nats behind by frequent words alone at which a language is given up.
const HEAD_BEHIND = 30

export interface Candidate {
  /** Of the word list, or ISO 639-3. */
  readonly name: string
  /** BCP 47. */
  readonly tag: Tag
  readonly pack: LanguagePack | undefined
  /** Only its frequent words are known. */
  readonly isLesser: boolean
  readonly vocabulary: () => Vocabulary
  /** The most frequent words. */
  readonly head: () => readonly string[]
  /** In nats, before anything was read. */
  readonly prior: number
}

/** A candidate with the column of its word table, which is loaded when this is asked for. */
export interface Contender extends Candidate {
  readonly column: () => number
}

/** Sums over the words of a text by candidate; kept, for most texts are blocks of a few words. */
interface Sums {
  readonly worth: Float64Array
  readonly hits: Int32Array
}

/** The candidates that may be it. */
export interface Contenders {
  readonly left: readonly Contender[]
  /** Share of the words that are among the most frequent of the first. */
  readonly frequent: number
}

export interface Field {
  readonly candidates: readonly Contender[]
  /** Frequent words: the place of each in `heads`, from 1. */
  readonly words: RankTable
  /** For each frequent word the candidates (by index) that have it, and what it is worth in each. */
  readonly heads: readonly { readonly candidates: readonly number[]; readonly worth: readonly number[] }[]
  /** Letters of the longest of them. */
  readonly longest: number
  readonly sums: Sums
}

const fields = new WeakMap<readonly LanguagePack[], Map<string, Field>>()

/** Every language of a script that a text may be in; kept for each list of packs. */
export function fieldOf(packs: readonly LanguagePack[], script: 'Hebr' | 'Latn'): Field {
  const known = fields.get(packs) ?? new Map<string, Field>()
  fields.set(packs, known)
  let field = known.get(script)
  if (!field) {
    field = buildField(packs, script)
    known.set(script, field)
  }
  return field
}

/** What each language is learned from, in every script. */
export const vocabularies = (packs: readonly LanguagePack[]): Vocabulary[] =>
  (['Latn', 'Hebr'] as const)
    .flatMap(script => candidatesOf(packs, script))
    .map(({ vocabulary, head }) => ({ ...vocabulary(), head: head() }))

function candidatesOf(packs: readonly LanguagePack[], script: 'Hebr' | 'Latn'): Candidate[] {
  const own = packs.filter(pack => pack.script === script)
  const lists = new Set<string>(own.map(pack => pack.wordList))
  const others = script === 'Latn' ? Object.entries(OTHERS).filter(([, name]) => !lists.has(name)) : []
  const small = lesser.filter(({ iso639_3: iso }) => !packs.some(pack => pack.iso639_3 === iso))
  return [
    ...own.map(pack => listed(pack.wordList, pack.tag, pack)),
    ...others.map(([iso, name]) => listed(name, tagOf(iso), undefined)),
    ...small.filter(l => l.script === script).map(l => unlisted(l.iso639_3, l.words, l.kin)),
    ...own.flatMap(pack => dialectsOf(pack, packs)),
  ].filter((candidate, i, all) => all.findIndex(other => other.name === candidate.name) === i)
}

function buildField(packs: readonly LanguagePack[], script: 'Hebr' | 'Latn'): Field {
  const candidates = candidatesOf(packs, script)
  const heads = new Map<string, { candidates: number[]; worth: number[] }>()
  candidates.forEach(({ name, head }, i) => {
    const frequent = sharedTable().head(name) ?? head()
    frequent.forEach((word, rank) => {
      const worth = Math.log(zipfShare(rank + 1) / HEAD_FLOOR)
      const having = heads.get(word) ?? { candidates: [], worth: [] }
      having.candidates.push(i)
      having.worth.push(worth)
      heads.set(word, having)
    })
  })
  const words = RankTable.forWords(heads.size)
  let place = 0
  let longest = 0
  for (const word of heads.keys()) {
    words.put(word, 0, word.length, ++place)
    longest = Math.max(longest, word.length)
  }
  const sums = { worth: new Float64Array(candidates.length), hits: new Int32Array(candidates.length) }
  return { candidates: candidates.map(withColumn), words, heads: [...heads.values()], longest, sums }
}

/** BCP 47 of ISO 639-3: the shortest code of a language. */
const tagOf = (iso639_3: string): Tag => Intl.getCanonicalLocales(iso639_3)[0]!

const unique = (words: readonly string[]) => [...new Set(words)]
const wordsOf = (text: string) => unique(text.split(/\s+/).filter(word => word !== ''))

const listed = (name: string, tag: Tag, pack: LanguagePack | undefined): Candidate => ({
  name,
  tag,
  pack,
  isLesser: false,
  prior: pack ? PRIOR_OURS : 0,
  head: () => unique(firstWords(name, HEAD_WORDS)),
  vocabulary: () => listVocabulary(name),
})

function unlisted(name: string, text: string, kin: string): Candidate {
  const words = once(() => wordsOf(text))
  const lent = () => (kin ? { kin: { words: firstWords(kin, KIN_WORDS), weight: KIN_WEIGHT } } : {})
  return {
    name,
    tag: tagOf(name),
    pack: undefined,
    isLesser: true,
    prior: 0,
    head: () => words().slice(0, HEAD_WORDS),
    vocabulary: () => ({ name, words: words(), weight: LESSER_WEIGHT, unlisted: UNLISTED_LESSER, ...lent() }),
  }
}

/** Neighbours that only their few own words are known of: otherwise they are the language that they are close to. */
function dialectsOf(pack: LanguagePack, packs: readonly LanguagePack[]): Candidate[] {
  const covered = [...Object.keys(OTHERS), ...lesser.map(l => l.iso639_3), ...packs.map(p => p.iso639_3)]
  return pack.neighbours
    .filter(({ iso639_3: iso, words }) => !covered.includes(iso) && words.length > 0)
    .map(({ iso639_3: name, words }) => {
      const own = words.filter(word => /^[\p{L}\p{M}]+$/u.test(word))
      const all = (wanted: number) => unique([...own, ...firstWords(pack.wordList, wanted)])
      const vocabulary = () => ({ name, words: all(KIN_WORDS), weight: 1, unlisted: UNLISTED })
      return {
        name,
        tag: tagOf(name),
        pack: undefined,
        isLesser: true,
        prior: PRIOR_DIALECT,
        head: () => all(HEAD_WORDS),
        vocabulary,
      }
    })
}

/**
 * The languages that frequent words leave in the race. `trusted` is the language of the document around the text:
 * languages without a pack must then have more of their frequent words in the text than it has.
 */
export function contenders(field: Field, tokens: readonly Token[], trusted: LanguagePack | null): Contenders {
  const { candidates, words, heads, longest, sums } = field
  const { worth, hits } = sums
  worth.fill(0)
  hits.fill(0)
  for (const { lower, start, end } of tokens) {
    const place = end - start > longest ? 0 : words.rankPart(lower, start, end)
    if (place === 0) continue
    const having = heads[place - 1]!
    for (let k = 0; k < having.candidates.length; k++) {
      const candidate = having.candidates[k]!
      worth[candidate]! += having.worth[k]!
      hits[candidate]!++
    }
  }
  let best = 0
  let bestPack = 0
  let home = -1
  for (let i = 0; i < candidates.length; i++) {
    const { pack } = candidates[i]!
    best = Math.max(best, worth[i]!)
    if (pack) bestPack = Math.max(bestPack, worth[i]!)
    if (trusted && home < 0 && pack === trusted) home = worth[i]!
  }
  const left: Contender[] = []
  let frequent = 0
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!
    const { pack } = candidate
    const inRace = worth[i]! > best - HEAD_BEHIND && (pack !== undefined || worth[i]! > home)
    if (!inRace && !(pack && worth[i] === bestPack)) continue
    if (left.length === 0) frequent = hits[i]! / tokens.length
    left.push(candidate)
  }
  return { left, frequent }
}

function withColumn(candidate: Candidate): Contender {
  let column: number | undefined
  return {
    ...candidate,
    column: () => {
      column ??= sharedTable().column(candidate.name) ?? sharedTable().add(candidate.vocabulary())
      return column
    },
  }
}
