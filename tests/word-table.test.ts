/** Word probabilities of many languages side by side. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../src/languages/index.js'
import { lesser } from '../src/languages/lesser.js'
import { firstWords } from '../src/words/lexicon.js'
import { listVocabulary } from '../src/words/word-model.js'
import { type Vocabulary, wordTable } from '../src/words/word-table.js'

const vocabulary = (name: string, words: readonly string[]): Vocabulary => ({ name, words, weight: 1, unlisted: 0.15 })
const north = vocabulary('north', ['skib', 'skibe', 'havn', 'havnen', 'fisk'])
const south = vocabulary('south', ['nave', 'navi', 'porto', 'porti', 'pesce'])

function filled(...vocabularies: Vocabulary[]) {
  const table = wordTable()
  const columns = vocabularies.map(table.add)
  return { table, columns, of: (word: string) => columns.map(c => table.probabilities(word, columns)[c]!) }
}

test('a listed word has its Zipf share, and counts for little elsewhere', () => {
  const [inNorth, inSouth] = filled(north, south).of('havn')
  expect(inNorth).toBeCloseTo(0.1 / (3 + 2.7), 9)
  expect(inSouth).toBeLessThan(1e-4)
})

test('an unlisted word is told by its letters', () => {
  const [inNorth, inSouth] = filled(north, south).of('portino')
  expect(inSouth).toBeGreaterThan(5 * inNorth!)
})

test('a column that comes later changes nothing in the others', () => {
  const alone = filled(north).of('skibene')[0]
  const { table } = filled(north)
  table.probabilities('skibene', [0])
  table.add(south)
  expect(table.probabilities('skibene', [0, 1])[0]).toBe(alone)
  expect(table.column('south')).toBe(1)
  expect(table.column('east')).toBeUndefined()
})

test('a relative lends its letters', () => {
  const kin = { words: south.words, weight: 0.2 }
  const [alone, lent] = filled(north, { ...north, name: 'lent', kin }).of('portino')
  expect(lent).toBeGreaterThan(alone!)
})

test('any word has a probability', () => {
  const { of } = filled(north, south)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), word => {
      for (const p of of(word)) {
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThan(1)
      }
    }),
  )
})

describe.each(lesser.map(language => [language.iso639_3, language] as const))('%s', (_, { words, script }) => {
  const list = words.split(/\s+/)

  test('has enough words, of its script, in lower case', () => {
    const pattern = script === 'Hebr' ? /^[\p{Script=Hebrew}\p{M}'’]+$/u : /^[\p{Script=Latin}'’-]+$/u
    expect(list.length).toBeGreaterThan(150)
    expect(list.filter(word => !pattern.test(word) || word !== word.toLowerCase())).toEqual([])
  })
})

test('a table that was packed gives the same answers, and learns more without a change to what it was read from', () => {
  const { table, columns } = filled(north, south)
  const packed = table.packed().buffer
  const read = wordTable(packed)
  const before = Buffer.from(packed).toString('base64')
  for (const word of ['havn', 'portino', 'xyz', ''])
    expect(read.probabilities(word, columns)).toEqual(table.probabilities(word, columns))
  expect(read.rank('navi', read.column('south')!)).toBe(2)
  const east = read.add(vocabulary('east', ['molo', 'moli', 'havn']))
  expect(read.probabilities('moli', [east])[east]).toBeGreaterThan(1e-3)
  expect(Buffer.from(packed).toString('base64')).toBe(before)
  expect(() => wordTable(packed.slice(0, -8))).toThrow(RangeError)
})

test.each(packs.map(({ wordList }) => wordList))('%s: the same, whether it is learned first or behind others', name => {
  const words = firstWords(name, 300)
  const answers = (lists: readonly string[]) => {
    const table = wordTable()
    for (const list of lists) {
      table.add(listVocabulary(list))
      table.probability('', 0) // what was learned is put in its place when it is asked for
    }
    return words.map(word => table.spelled(word, [table.column(name)!])[table.column(name)!])
  }
  expect(answers([name])).toEqual(answers(['english', 'hebrew'].filter(other => other !== name).concat(name)))
})
