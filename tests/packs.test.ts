/** Every language is complete: a pack with all its lists, a line in the index, a fixture. What is missing is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packOf, packs, undetermined } from '../src/languages/index.js'
import { wordRanks } from '../src/text/lexicon.js'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src/languages')).filter(
  file => !['index.ts', 'lesser.ts', 'pack.ts', 'und.ts'].includes(file),
)
const tags = files.map(file => file.replace(/\.ts$/, '')).sort()

/** Lists that may be empty in some languages. */
const OPTIONAL = new Set([
  'apostropheLetters',
  'apostropheSuffixes',
  'apostropheWords',
  'beforeNouns',
  'capitalEndings',
  'compoundLinks',
  'derivedFinals',
  'elisions',
  'finalLetters',
  'inflections',
  'letters',
  'neighbours',
  'placeNames',
  'prefixLetters',
  'smallEndings',
  'suffixBehind',
  'twins',
])

function missing(tag: string): string[] {
  const pack = packs.find(known => known.tag === tag)
  if (!pack) return [`src/languages/index.ts does not name the pack of src/languages/${tag}.ts`]
  const input = join(root, 'fixtures/languages', tag, 'input')
  const found = existsSync(input) ? readdirSync(input) : []
  const empty = Object.entries(pack).filter(
    ([key, value]) => !OPTIONAL.has(key) && (Array.isArray(value) || typeof value === 'string') && value.length === 0,
  )
  return [
    ...empty.map(([key]) => `src/languages/${tag}.ts: the list "${key}" is empty`),
    ...(pack.months.length === 12 ? [] : [`src/languages/${tag}.ts: "months" needs twelve lists, January first`]),
    ...(pack.weekdays.length === 7 ? [] : [`src/languages/${tag}.ts: "weekdays" needs seven lists, Monday first`]),
    ...(pack.functionWords.length >= 50 ? [] : [`src/languages/${tag}.ts: "functionWords" needs fifty words or more`]),
    ...(found.length > 0 ? [] : [`fixtures/languages/${tag}/input holds no release in ${pack.name}`]),
  ]
}

test.each(tags)('%s is complete', tag => {
  expect(missing(tag)).toEqual([])
})

test('the index is sorted and names no pack twice', () => {
  expect(packs.map(pack => pack.tag)).toEqual(tags)
})

describe.each(packs.map(pack => [pack.tag, pack] as const))('%s', (_, pack) => {
  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
  })

  test('no list names anything twice', () => {
    for (const [key, value] of Object.entries(pack)) {
      if (!Array.isArray(value) || !value.every(item => typeof item === 'string')) continue
      expect(
        value.filter((item, i) => value.indexOf(item) !== i),
        key,
      ).toEqual([])
    }
  })

  test("a neighbour's words are none of its own function words", () => {
    const shared = pack.neighbours.flatMap(({ iso639_3, words }) =>
      words.filter(word => pack.functionWords.includes(word)).map(word => `${iso639_3}: ${word}`),
    )
    expect(shared).toEqual([])
  })

  test('its word list is there and is written in its letters', () => {
    const frequent = [...wordRanks(pack.wordList).keys()].slice(0, 500).join('')
    const letters =
      pack.script === 'Hebr' ? /^[\p{Script=Hebrew}\P{L}]+$/u : new RegExp(`^[a-z${pack.letters}\\P{L}]+$`, 'u')
    expect([...frequent].filter(letter => !letters.test(letter)).length).toBeLessThan(frequent.length * 0.01)
  })

  test('quotation marks are single characters', () => {
    expect(pack.quotes.flat().every(mark => [...mark].length === 1)).toBe(true)
  })
})

test('a tag with subtags finds its language', () => {
  expect(packOf('de-AT')?.tag).toBe('de')
  expect(packOf('DA')?.tag).toBe('da')
  expect(packOf('sv')).toBeUndefined()
  expect(packOf('und')).toBeUndefined()
})

test('the pack for no language has the shape of the others', () => {
  expect(Object.keys(undetermined).sort()).toEqual(Object.keys(packs[0]!).sort())
})

test('packs hold no code', () => {
  for (const file of files)
    expect(readFileSync(join(root, 'src/languages', file), 'utf8')).not.toMatch(/=>|function\s|new RegExp/)
})
