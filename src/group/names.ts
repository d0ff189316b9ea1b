/**
 * What the names of files say of releases: `acme-q3.de.txt` and `acme-q3_en.txt`, `de/acme-q3.txt` and `en/acme-q3.txt`
 * are called alike but for the language. Names that are numbers and hashes say nothing. A prior, never a proof.
 */
import type { LanguagePack } from '../languages/pack.js'
import { fold } from '../tokens/words.js'
import { hashOf } from '../words/hashed-ranks.js'

const PARTS = /[\p{L}\p{M}\p{N}]+/gu
const HEX = /^[0-9a-f]{8,}$/
const TEXT_ENDING = /\.(?:txt|text)$/i
const LEAST_LETTERS = 3

/** `key` is the path without the parts that name a language; `language` the tag that they name. */
export interface NameParts {
  readonly key: string
  readonly language: string
}

/** Words that name a language in a file name, by their folded form: tags, ISO 639-3, English and own names. */
export type LanguageWords = ReadonlyMap<string, string>

/** The words of the given packs. `de-at` falls into parts, of which the first is a language. */
export function languageWords(packs: readonly LanguagePack[]): LanguageWords {
  const words = new Map<string, string>()
  for (const { tag, iso639_3, name } of packs) {
    const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag)
    for (const word of [tag, iso639_3, name, own ?? '']) if (word !== '') words.set(fold(word), tag)
  }
  return words
}

/** Null where the path names no language, or has nothing else that tells. */
export function nameParts(path: string, words: LanguageWords): NameParts | null {
  const steps = path.replace(TEXT_ENDING, '').split('/')
  let language: string | null = null
  const kept = steps.map((step, depth) => {
    const parts = [...step.matchAll(PARTS)].map(([part]) => fold(part))
    return parts.filter((part, k) => {
      // In a file name the language stands at its beginning or end, or it is a word; a folder is called by it alone.
      const isEdge = depth < steps.length - 1 ? parts.length === 1 : k === 0 || k === parts.length - 1
      const found = isEdge ? words.get(part) : undefined
      if (found !== undefined) language = found
      return found === undefined
    })
  })
  const isTelling = kept.at(-1)!.some(part => !HEX.test(part) && part.replace(/\P{L}/gu, '').length >= LEAST_LETTERS)
  const key = kept.map(parts => parts.join('-')).join('/')
  return language !== null && isTelling ? { key, language } : null
}

/** A hash of what a path is called but for its language; null where that says nothing. */
export function nameKey(path: string, words: LanguageWords): number | null {
  const parts = nameParts(path, words)
  return parts && hashOf(`path:${parts.key}`)
}
