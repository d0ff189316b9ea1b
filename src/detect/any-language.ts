/**
 * The likeliest of nearly two hundred languages, for texts that the word models do not know: the only door to franc,
 * which compares trigrams with those of the Declaration of Human Rights.
 */
import { franc } from 'franc'
import type { Tag } from '../model.js'
import { sample } from './tokens.js'

/** BCP 47; null where the text is too short to tell. */
export function anyLanguage(text: string): Tag | null {
  const code = franc(sample(text))
  return code === 'und' ? null : Intl.getCanonicalLocales(code)[0]!
}
