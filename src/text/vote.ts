/**
 * A quick vote on the language of a text by its function words: enough to choose the pack a lossy repair works with.
 * Damage touches few function words, so the vote holds on damaged text. Naming the language of a document is `detect`.
 */
import type { LanguagePack } from '../languages/pack.js'

/** Characters looked at, from the beginning. */
const SAMPLE = 20_000
/** A language is voted in where so large a share of the words are its function words. */
const SHARE = 0.12

const sets = new WeakMap<LanguagePack, ReadonlySet<string>>()

/** The pack with the most function words in the text; null where none has enough. */
export function likeliestPack(text: string, packs: readonly LanguagePack[]): LanguagePack | null {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  let best: { pack: LanguagePack; hits: number } | null = null
  for (const pack of packs) {
    const set = functionWords(pack)
    const hits = words.filter(
      word => set.has(word) || (pack.prefixLetters.includes(word[0]!) && set.has(word.slice(1))),
    ).length
    if (hits > (best?.hits ?? words.length * SHARE)) best = { pack, hits }
  }
  return best?.pack ?? null
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
