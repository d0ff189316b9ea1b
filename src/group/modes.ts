/**
 * Grouping by what people said instead of by content: by the names of files (`acme-q3.de.txt` with `acme-q3.en.txt`), by
 * folder (all of `acme-q3/`), or by a manifest. Contents are not looked at; what is in no group is one of its own. Names
 * that are numbers and hashes say nothing; where contents are compared, a name is a prior, never a proof.
 */

import { UserError } from '../errors.js'
import type { LanguagePack } from '../languages/pack.js'
import { byCodeUnit, groupBy } from '../structures/lists.js'
import { fold } from '../tokens/words.js'
import { hashOf } from '../words/hashed-ranks.js'

/** Numbers of the paths that are called alike but for the language, groups by their first path in code unit order. */
export const groupByName = (paths: readonly string[], words: LanguageWords): number[][] =>
  grouped(paths, path => nameParts(path, words)?.key ?? null)

/** Numbers of the paths by the folder they are in; a file in no folder is alone. */
export const groupByFolder = (paths: readonly string[]): number[][] =>
  grouped(paths, path => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null))

/** What to report of a manifest that names other files besides; null where it names none. */
export function strangersIn(releases: ReadonlyMap<string, string>, paths: readonly string[]): string | null {
  const known = new Set(paths)
  const [first, ...others] = [...releases.keys()].filter(path => !known.has(path))
  if (first === undefined) return null
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return `the manifest names ${JSON.stringify(first)}${more}, which no file that is read is called`
}

/** Numbers of the paths by the release that the manifest gives them; those it does not name are alone. */
export const groupByManifest = (paths: readonly string[], releases: ReadonlyMap<string, string>): number[][] =>
  grouped(paths, path => releases.get(path) ?? null)

/**
 * The release of each path, from lines `release<TAB>path`. Empty lines and those that begin with `#` say nothing.
 * Throws a `UserError` for a line without a tab, for a path that is given two releases, and where there is none.
 */
export function readManifest(text: string, file: string): Map<string, string> {
  const releases = new Map<string, string>()
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, k) => {
      if (line.trim() === '' || line.startsWith('#')) return
      const tab = line.indexOf('\t')
      const [release, path] = [line.slice(0, tab), line.slice(tab + 1).replace(/^\.\//, '')]
      if (tab < 1 || path === '')
        throw new UserError(
          `${file}, line ${k + 1}: not a release, a tab and a path: ${JSON.stringify(line.slice(0, 80))}; fix the line`,
        )
      const known = releases.get(path)
      if (known !== undefined && known !== release)
        throw new UserError(
          `${file}, line ${k + 1}: ${JSON.stringify(path)} is in two releases, ${known} and ${release}; remove one line`,
        )
      releases.set(path, release)
    })
  if (releases.size === 0)
    throw new UserError(`${file} names no release; give a list with a release, a tab and a path on each line`)
  return releases
}

function grouped(paths: readonly string[], keyOf: (path: string) => string | null): number[][] {
  const order = [...paths.keys()].sort((a, b) => byCodeUnit(paths[a]!, paths[b]!) || a - b)
  return [...groupBy<string | number, number>(order, k => keyOf(paths[k]!) ?? k).values()]
}

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
  for (const { tag, iso639_3, name, ownName } of packs)
    for (const word of [tag, iso639_3, name, ownName]) if (word !== '') words.set(fold(word), tag)
  return words
}

/** Null where the path names no language, or has nothing else that tells. */
function nameParts(path: string, words: LanguageWords): NameParts | null {
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
