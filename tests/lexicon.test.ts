/** Word lists: the table and what goes through it say the same as the Map of all ranks. */
import { describe, expect, test } from 'vitest'
import { packs } from '../src/languages/index.js'
import { scanRanks } from '../src/repair/scan/ranks.js'
import { broadRanks, broadTable, forEachWord } from '../src/text/lexicon.js'

describe.each(packs.map(pack => [pack.tag, pack] as const))('%s', (_, pack) => {
  const ranks = broadRanks(pack)

  test('each word is visited once, in order, with its rank', () => {
    const visited: (readonly [string, number])[] = []
    forEachWord(pack, (word, rank) => void visited.push([word, rank]))
    expect(visited).toEqual([...ranks])
    const { table } = broadTable(pack)
    expect(visited.every(([word, rank]) => table.rank(word) === rank)).toBe(true)
  })

  test('scans know the words of the pack too', () => {
    const known = scanRanks(pack)
    const visited = new Map<string, number>()
    known.forEach((word, rank) => void visited.set(word, rank))
    expect(visited.size).toBeGreaterThanOrEqual(ranks.size)
    expect([...visited].every(([word, rank]) => known.rank(word) === rank)).toBe(true)
    expect(pack.functionWords.every(word => /[ .'’]/.test(word) || known.rank(word.toLowerCase()) > 0)).toBe(true)
  })
})
