/** The packs of `list.ts`, and how to find one by a tag. */
import * as list from './list.js'
import type { LanguagePack } from './pack.js'

export type { LanguagePack } from './pack.js'
export { undetermined } from './und.js'

/** Every supported language, sorted by tag; that is how a module lists its names, whatever the order of its lines. */
export const packs: readonly LanguagePack[] = Object.values(list)

/** The pack of a BCP 47 tag; of a tag with subtags (`de-AT`) the pack of its language. Undefined if not supported. */
export function packOf(tag: string): LanguagePack | undefined {
  const language = tag.toLowerCase().split('-', 1)[0]
  return packs.find(pack => pack.tag === language)
}
