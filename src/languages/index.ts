/**
 * The supported languages. This is the only place that names them: to add one, write its pack, add it here, and put a
 * release in fixtures/languages/<tag>/input.
 */
import { da } from './da.js'
import { de } from './de.js'
import { en } from './en.js'
import { he } from './he.js'
import { it } from './it.js'
import { nl } from './nl.js'
import type { LanguagePack } from './pack.js'

export type { LanguagePack } from './pack.js'
export { undetermined } from './und.js'

/** Every supported language, sorted by tag. */
export const packs: readonly LanguagePack[] = [da, de, en, he, it, nl]

/** The pack of a BCP 47 tag; of a tag with subtags (`de-AT`) the pack of its language. Undefined if not supported. */
export function packOf(tag: string): LanguagePack | undefined {
  const language = tag.toLowerCase().split('-', 1)[0]
  return packs.find(pack => pack.tag === language)
}
