/** What a corpus teaches of its languages: texts that share nothing but the words that others have shown to be translations. */
import { expect, test } from 'vitest'
import { type GroupableDocument, grouped } from '../src/group/group.js'
import { packProfile, unpackProfile } from '../src/group/packed.js'
import { profileOf } from '../src/group/profile.js'
import { translationsFrom } from '../src/group/translations.js'
import { packOf } from '../src/languages/index.js'
import { randomOf } from './bench/corpus/random.mjs'

const { below } = randomOf(7)

/** Two languages that nobody speaks: a word of one for each of the other. */
const WORDS = 400
const vocabulary = (consonants: string, vowels: string) =>
  Array.from({ length: WORDS }, (_, k) =>
    [k % 20, Math.floor(k / 20), (7 * k) % 13]
      .map(
        n => consonants[n % consonants.length]! + vowels[n % vowels.length]! + consonants[(n * 3) % consonants.length]!,
      )
      .join(''),
  )
const [first, second] = [vocabulary('bdgklmnprst', 'aeo'), vocabulary('cfhjqvwxyzs', 'iuy')]

const textOf = (words: readonly string[], blocks: readonly (readonly number[])[], nameIn: (block: number) => string) =>
  blocks.map((block, k) => ({
    kind: 'paragraph' as const,
    text: `${nameIn(k)}${block.map(word => words[word]!).join(' ')}.`,
  }))

const nameOf = (k: number) =>
  `${['Vel', 'Quor', 'Brun', 'Trask', 'Osm'][k % 5]}${['mor', 'fel', 'stad', 'lund', 'wik', 'gar'][k % 6]}${['an', 'ost', 'eck', 'ulf', 'im', 'ay', 'orn'][k % 7]}`

/** A release in both languages; with a name and figures that both have, or without. */
function release(number: number, isNamed: boolean): GroupableDocument[] {
  const blocks = Array.from({ length: 8 }, () => Array.from({ length: 5 }, () => below(WORDS)))
  const nameIn = (block: number) => (isNamed ? `${nameOf(8 * number + block)} ${3000 + 8 * number + block}: ` : '')
  return [first, second].map((words, k) => ({
    sha256: `${number}`.padStart(63, '0') + k,
    path: '',
    language: { tag: 'und', guess: ['xa', 'xb'][k]! },
    dateline: null,
    blocks: textOf(words, blocks, nameIn),
  }))
}

const releases = Array.from({ length: 60 }, (_, k) => release(k, k < 45))
const documents = releases.flat()
const profiles = documents.map(document => profileOf(document, packOf))
const groupsOf = (of = profiles, learn?: boolean) =>
  grouped({ count: of.length, profileAt: k => of[k]! }, undefined, learn).groups.map(({ members }) =>
    members.map(({ document }) => of[document]!.sha256),
  )

test('texts without a name find their translation by the words that others teach, in languages without a pack', () => {
  expect(groupsOf().map(group => group.length)).toEqual(releases.map(() => 2))
  const alone = groupsOf(profiles, false).filter(group => group.length === 1)
  expect(alone).toHaveLength(2 * 15)
})

test('the order of the files changes nothing', () => {
  expect(groupsOf([...profiles].reverse()).map(group => [...group].sort())).toEqual(
    groupsOf().map(group => [...group].sort()),
  )
})

test('a text whose translation is not there stays alone', () => {
  const some = profiles.filter((_, k) => k !== 100 && k !== 107)
  const alone = groupsOf(some).filter(group => group.length === 1)
  expect(alone).toEqual([[profiles[101]!.sha256], [profiles[106]!.sha256]])
})

test('a few pairs teach nothing', () => {
  const few = [...profiles.slice(0, 20), ...profiles.slice(-10)]
  expect(groupsOf(few)).toEqual(groupsOf(few, false))
})

test('what is learned: a word and its translation, in both directions', () => {
  const pairs = Array.from({ length: 45 }, (_, k) => [2 * k, 2 * k + 1])
  const open = new Set(['xa xb', 'xb xa'])
  const translations = translationsFrom(
    pairs,
    k => profiles[k]!.language,
    k => profiles[k]!,
    open,
  )!
  const [there, back] = [translations.between('xa', 'xb')!, translations.between('xb', 'xa')!]
  expect(there.keys.size).toBeGreaterThan(WORDS / 2)
  expect([...there.keys.values()].map(({ key }) => key).sort()).toEqual(
    [...back.keys.values()].map(({ key }) => key).sort(),
  )
  expect(translations.from('xa')).toEqual([there])
  expect(
    translationsFrom(
      pairs,
      k => profiles[k]!.language,
      k => profiles[k]!,
      new Set(),
    ),
  ).toBeNull()
})

test('a packed profile is read back the same', () => {
  expect(unpackProfile(packProfile(profiles[0]!))).toEqual(profiles[0])
})
