/**
 * Grouping by what people said instead of by content: by the names of files (`acme-q3.de.txt` with `acme-q3.en.txt`), by
 * folder (all of `acme-q3/`), or by a manifest. Contents are not looked at; what is in no group is one of its own.
 */
import { UserError } from '../errors.js'
import type { LanguageWords } from './names.js'
import { nameParts } from './names.js'

/** Numbers of the paths that are called alike but for the language, groups by their first path in code unit order. */
export const groupByName = (paths: readonly string[], words: LanguageWords): number[][] =>
  grouped(paths, path => nameParts(path, words)?.key ?? null)

/** Numbers of the paths by the folder they are in; a file in no folder is alone. */
export const groupByFolder = (paths: readonly string[]): number[][] =>
  grouped(paths, path => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null))

/** What is to be told of a manifest that names other files besides; null where it names none. */
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

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

function grouped(paths: readonly string[], keyOf: (path: string) => string | null): number[][] {
  const order = [...paths.keys()].sort((a, b) => compare(paths[a]!, paths[b]!) || a - b)
  const groups = new Map<string | number, number[]>()
  for (const k of order) {
    const key = keyOf(paths[k]!) ?? k
    const known = groups.get(key)
    if (known) known.push(k)
    else groups.set(key, [k])
  }
  return [...groups.values()]
}
