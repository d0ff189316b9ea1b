/**
 * A quick vote on the language of a text by its function words: enough to choose the pack a lossy repair works with.
 * Damage touches few function words, so the vote holds on damaged text. Naming the language of a document is `detect`.
 */
import type { LanguagePack } from '../languages/pack.js'

/** Characters looked at, from the beginning: some 600 words, of which a third are function words. */
const SAMPLE = 4000
/** A language is voted in where so large a share of the words are its function words. */
const SHARE = 0.12
/** Words as the packs write them: Latin letters and Hebrew, points and all. Cheaper than every letter of Unicode. */
const WORD = /[a-z\xdf-\xf6\xf8-\u024f\u0300-\u036f\u05b0-\u05ea]+/g

const sets = new WeakMap<LanguagePack, ReadonlySet<string>>()
const ballots = new WeakMap<readonly LanguagePack[], ReadonlyMap<string, readonly number[]>>()

/** The pack with the most function words in the text; null where none has enough. */
export function likeliestPack(text: string, packs: readonly LanguagePack[]): LanguagePack | null {
  const words = text.slice(0, SAMPLE).toLowerCase().match(WORD) ?? []
  const ballot = ballotOf(packs)
  const hits = packs.map(() => 0)
  for (const word of words) {
    const voted = ballot.get(word)
    if (voted) for (const pack of voted) hits[pack]!++
  }
  for (const [i, pack] of packs.entries()) {
    if (pack.prefixLetters) hits[i]! += prefixed(words, pack)
  }
  const most = Math.max(...hits)
  return most > words.length * SHARE ? packs[hits.indexOf(most)]! : null
}

/** How many words are a function word behind a prefix letter, and none as a whole. */
function prefixed(words: readonly string[], pack: LanguagePack): number {
  const functions = functionWords(pack)
  return words.filter(w => pack.prefixLetters.includes(w[0]!) && !functions.has(w) && functions.has(w.slice(1))).length
}

/** For every function word the numbers of the packs that have it. */
function ballotOf(packs: readonly LanguagePack[]): ReadonlyMap<string, readonly number[]> {
  const known = ballots.get(packs)
  if (known) return known
  const ballot = new Map<string, number[]>()
  for (const [i, pack] of packs.entries()) {
    for (const word of functionWords(pack)) ballot.set(word, [...(ballot.get(word) ?? []), i])
  }
  ballots.set(packs, ballot)
  return ballot
}

/** The function words of a pack as a set. */
export function functionWords(pack: LanguagePack): ReadonlySet<string> {
  let set = sets.get(pack)
  if (!set) {
    set = new Set(pack.functionWords)
    sets.set(pack, set)
  }
  return set
}
