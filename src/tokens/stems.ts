/**
 * Stems: what is left of a word when its endings are cut off, so that a table of translations stays small and a rare
 * form is known by its commoner relatives. The first letters do as well as better stemmers where words are only to be
 * recognised; words that differ in their ends alone are taken for one (`station`, `statistics` are not).
 */
import type { LanguagePack } from '../languages/pack.js'
import { withoutPrefixes } from './transliterate.js'

/** Four to seven letters were equally good on half of a set of news; longer ones need a larger corpus. */
const STEM_LETTERS = 6

/** The stem of a folded word; in a language that glues prefix letters to its words, without up to two of them. */
export function stemOf(folded: string, pack: Pick<LanguagePack, 'prefixLetters'>): string {
  const bare = pack.prefixLetters === '' ? folded : withoutPrefixes(folded, pack.prefixLetters).at(-1)!
  return bare.slice(0, STEM_LETTERS)
}
