/** Word lists: the table and what goes through it say the same as the Map of all ranks. */
import { describe, expect, test } from 'vitest'
import { packs } from '../src/languages/index.js'
import { sumOf } from '../src/repair/hash.js'
import { scanRanks } from '../src/repair/scan/words.js'
import { broadTable, forEachWord, wordRanks } from '../src/words/lexicon.js'

describe.each(packs.map(pack => [pack.tag, pack] as const))('%s', (_, pack) => {
  test('each word is visited once, with its best rank', () => {
    const visited = new Map<string, number>()
    let visits = 0
    forEachWord(pack, (word, rank) => {
      visited.set(word, rank)
      visits++
    })
    expect(visits).toBe(visited.size)
    const { table, beyondAscii } = broadTable(pack)
    expect([...visited].every(([word, rank]) => table.rank(word) === rank)).toBe(true)
    expect([...wordRanks(pack.wordList)].every(([word, rank]) => visited.get(word)! <= rank)).toBe(true)
    expect([...visited.keys()].filter(word => /[^\0-\x7f]/.test(word))).toEqual(beyondAscii)
  })

  test('scans know the words of the pack too', () => {
    const known = scanRanks(pack)
    const visited = new Map<string, number>()
    known.forEach((word, rank) => void visited.set(word, rank))
    expect(visited.size).toBeGreaterThanOrEqual(wordRanks(pack.wordList).size)
    expect([...visited].every(([word, rank]) => known.rank(word) === rank)).toBe(true)
    const sums = new Map<number, number>()
    known.forEachSum((sum, rank) => void sums.set(sum, Math.min(rank, sums.get(sum) ?? rank)))
    const shared = [...visited].filter(([word, rank]) => sums.get(sumOf(word)) !== rank)
    expect(shared.length).toBeLessThan(4) // words of one sum
    expect(pack.functionWords.every(word => /[ .'’]/.test(word) || known.rank(word.toLowerCase()) > 0)).toBe(true)
  })
})
