/**
 * Why two documents are one release, or not, for a person: the score and its factors, and what both have, in the words of
 * the first. Features are hashes, so the texts are read again.
 */
import type { PackOf } from '../languages/pack.js'
import { dateFactor, relation } from './compare.js'
import { type FeatureName, KINDS, readFeatures } from './features.js'
import type { Group } from './group.js'
import { type LanguageWords, nameKey } from './modes.js'
import { type GroupableDocument, type Profile, profileOf, textsToRead } from './profile.js'
import { likeness, sharedRuns } from './similarity.js'
import type { Translations } from './translations.js'
import { versionLikeness } from './versions.js'

/** Two documents of a group, or a document that is alone and the one nearest to it. */
export interface ExplainedPair {
  readonly documents: readonly [number, number]
  readonly score: number
  /** Two texts in one language: how alike they are as versions; 0 where they are none. */
  readonly version: number
  /** Share of the blocks of each that is found in the other, in order, by names and numbers and by what the corpus has taught. */
  readonly covered: number
  /** What agreement in numbers, and dates of the datelines, multiply it by. */
  readonly numbers: number
  readonly dates: number
  readonly sameName: boolean
  /** What both have, as the first writes it, by kind; the heaviest first. */
  readonly shared: Readonly<Partial<Record<FeatureName, readonly string[]>>>
}

export interface ExplainedGroup {
  readonly documents: readonly number[]
  /** The same documents with what they are versions of. */
  readonly members: Group['members']
  /** The language tag of each, in their order. */
  readonly languages: readonly string[]
  readonly pairs: readonly ExplainedPair[]
  /** Why a document stays alone; null where it does not, or nothing is near. */
  readonly alone: Group['nearest']
}

/** What grouping knew besides the texts. */
interface Known {
  readonly words?: LanguageWords
  readonly translations?: Translations | undefined
}

const MOST_SHARED = 12 // of a kind
const MOST_PAIRS = 66 // of a group: all of twelve documents
const WORD_AT = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.,:'’״׳-]{0,38}[\p{L}\p{M}\p{N}])?|[%€£¥₪$]/uy

/** Every pair of a group, and for a document alone the nearest one; numbers are those of the documents. */
export function explainGroup(
  { members, nearest }: Group,
  documentAt: (k: number) => GroupableDocument,
  packOf: PackOf,
  known: Known = {},
): ExplainedGroup {
  const own = members.map(member => member.document)
  const pairs = nearest ? [[own[0]!, nearest.document] as const] : firstPairs(own)
  const explained = pairs.map(([a, b]) => explainPair([a, b], documentAt, packOf, known))
  const languages = own.map(k => documentAt(k).language.tag)
  return { documents: own, members, languages, pairs: explained, alone: nearest }
}

/** Not more than are shown: a group may have thousands of documents. */
function firstPairs(own: readonly number[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < own.length; i++)
    for (let j = i + 1; j < own.length && pairs.length < MOST_PAIRS; j++) pairs.push([own[i]!, own[j]!])
  return pairs
}

function explainPair(
  pair: [number, number],
  documentAt: (k: number) => GroupableDocument,
  packOf: PackOf,
  { words = new Map(), translations }: Known,
): ExplainedPair {
  const [first, second] = [documentAt(pair[0]), documentAt(pair[1])]
  const [x, y] = [profileOf(first, packOf), profileOf(second, packOf)]
  const [own, other] = [nameKey(first.path, words), nameKey(second.path, words)]
  const { covered, numbers } = likeness(x, y, translations)
  return {
    documents: pair,
    score: relation({ profile: x, name: own }, { profile: y, name: other }, translations),
    version: versionLikeness(x, y),
    covered,
    numbers,
    dates: dateFactor(x.date, y.date),
    sameName: own !== null && own === other,
    shared: sharedWords(first, x, y, packOf),
  }
}

function sharedWords(document: GroupableDocument, x: Profile, y: Profile, packOf: PackOf): ExplainedPair['shared'] {
  const shared = new Set(sharedRuns(x, y, x.hebrew !== y.hebrew).map(run => x.key[run.x]!))
  const found = new Map<number, { kind: number; text: string }>()
  const read = { numbers: new Set<number>(), words: [], stems: new Set<number>() }
  for (const text of textsToRead(document)) {
    readFeatures(text, packOf(document.language.tag) ?? null, read, (key, kind, at) => {
      if (!shared.has(key) || found.has(key)) return
      WORD_AT.lastIndex = at
      found.set(key, { kind, text: WORD_AT.exec(text)?.[0] ?? text.slice(at, at + 1) })
    })
  }
  const out: Partial<Record<FeatureName, string[]>> = {}
  const sorted = [...found.values()].sort((a, b) => KINDS[b.kind]!.weight - KINDS[a.kind]!.weight)
  for (const { kind, text } of sorted) {
    const { name } = KINDS[kind]!
    const list = out[name] ?? []
    if (list.length < MOST_SHARED && !list.includes(text)) list.push(text)
    out[name] = list
  }
  return out
}
