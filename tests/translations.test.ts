/** What a corpus teaches of translations: counting, Model 1, tables, the sections of a model file, and runs with one. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { type Links, linkable, linksBetween } from '../src/align/links.js'
import { typeTable } from '../src/align/type-table.js'
import { vocabularyOf } from '../src/align/vocabulary.js'
import { alignTexts, type Learned, learn, type ReleaseRecord, readModel, UserError } from '../src/index.js'
import { packOf } from '../src/languages/index.js'
import { newTranslationLearner } from '../src/learn/translations.js'
import { modelLines, type Section } from '../src/learned/learned.js'
import { associations, type Bead } from '../src/learned/model-one.js'
import { lexiconFrom, type PackedTranslations, packTranslations } from '../src/learned/pair-lexicon.js'
import { stemOf } from '../src/tokens/stems.js'
import { corpus, releaseText } from './bilingual.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const [en, de, he] = [packOf('en')!, packOf('de')!, packOf('he')!]

/** The tags of the pairs that have a section. */
const pairsIn = (model: string) =>
  lines<Section>(model).flatMap(line => (line.section === 'translations' ? [line.language] : []))

/** A model file with these sections. */
function fileOf(sections: readonly Section[]): string {
  const content = modelLines(sections).map(line => `${JSON.stringify(line)}\n`)
  return join(tempFolder({ 'words.model': content.join('') }), 'words.model')
}

describe('stems', () => {
  test.each([
    ['windmills', en, 'windmi'],
    ['mill', en, 'mill'],
    ['והמפעלימ', he, 'מפעלימ'],
    ['הוא', he, 'הוא'],
    ['טחנה', he, 'טחנה'],
    ['', en, ''],
  ])('%s', (word, pack, stem) => expect(stemOf(word, pack)).toBe(stem))
})

describe('Model 1', () => {
  const bead = (firsts: readonly number[], seconds: readonly number[]): Bead => [
    Int32Array.from(firsts),
    Int32Array.from(seconds),
  ]
  const [THE, HOUSE, BOOK, A] = [0, 1, 2, 3]
  const textbook = [bead([THE, HOUSE], [THE, HOUSE]), bead([THE, BOOK], [THE, BOOK]), bead([A, BOOK], [A, BOOK])]

  test('the house, the book, a book', () => {
    const found = associations([...textbook, ...textbook, ...textbook], [4, 4])
    for (const stem of [THE, HOUSE, BOOK, A]) {
      const [best] = found.filter(entry => entry.first === stem).sort((x, y) => y.links - x.links)
      expect(best!.second).toBe(stem)
      expect(best!.links).toBeGreaterThan(0.8 * best!.firstCount)
    }
  })

  test('pairs seen twice teach nothing, nor does nothing', () => {
    expect(associations(textbook, [4, 4])).toEqual([])
    expect(associations([], [0, 0])).toEqual([])
    expect(associations([bead([], [])], [0, 0])).toEqual([])
  })

  test('there and back are the same', () => {
    const stems = fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 })
    const law = fc.property(fc.array(fc.tuple(stems, stems), { maxLength: 60 }), pairs => {
      const forth = associations(
        pairs.map(([x, y]) => bead(x, y)),
        [10, 10],
      )
      const back = associations(
        pairs.map(([x, y]) => bead(y, x)),
        [10, 10],
      )
      const links = new Map(back.map(entry => [`${entry.second} ${entry.first}`, entry.links]))
      expect(back).toHaveLength(forth.length)
      for (const { first, second, links: there } of forth) expect(links.get(`${first} ${second}`)).toBeCloseTo(there, 9)
    })
    fc.assert(law, { numRuns: 50 })
  })
})

describe('what is learned from stretches', () => {
  const stretch = (tag: string, text: string) => ({ pack: packOf(tag)!, text })
  const taught = (...beads: readonly (readonly [string, string])[]) => {
    const learner = newTranslationLearner()
    for (const [a, b] of beads) learner.add([stretch('en', a), stretch('de', b)])
    return learner.sections()
  }
  const three = [
    ['A mill here', 'Eine Mühle hier'],
    ['That mill', 'Jene Mühle'],
    ['The mill stood', 'Die Mühle stand'],
  ] as const

  test('stems that return together', () => {
    expect(taught(...three)).toEqual([{ section: 'translations', language: 'de en', counts: [[78, 'muhle mill']] }])
  })

  test('the same stretches teach once; one language teaches nothing', () => {
    expect(taught(...three.slice(0, 2), ...three.slice(0, 2), ...three.slice(0, 2))).toEqual([])
    const learner = newTranslationLearner()
    for (const [text] of three) learner.add([stretch('en', text), stretch('en', `${text} again`)])
    expect(learner.sections()).toEqual([])
  })

  test('a stretch without words and one of endless words', () => {
    const long = Array.from({ length: 5000 }, (_, k) => `mill ${k.toString(36)}x`).join(' ')
    expect(taught(['', ''], ['12', '...'], [long, long], [`${long} x`, long], [`${long} y`, long])).toEqual([])
  })
})

describe('tables', () => {
  const stem = fc.string({ unit: fc.constantFrom(...'abלמ'), minLength: 1, maxLength: 3 })
  const table = fc.uniqueArray(fc.tuple(stem, stem, fc.integer({ min: 1, max: 100 })), {
    selector: ([first, second]) => `${first} ${second}`,
  })

  test('come back as they were, from both sides', () => {
    const law = fc.property(table, entries => {
      const packed = packTranslations(entries.map(([x, y, hundredths]) => [x, y, hundredths / 100]))
      const written = JSON.parse(JSON.stringify(packed)) as PackedTranslations
      const [there, back] = [lexiconFrom(written, false), lexiconFrom(written, true)]
      for (const [x, y, hundredths] of entries) {
        expect(there.strengths(x)).toContainEqual([y, hundredths / 100])
        expect(back.strengths(y)).toContainEqual([x, hundredths / 100])
      }
      expect(there.strengths('c')).toEqual([])
    })
    fc.assert(law)
  })

  test('what rounds to nothing is left out', () => {
    expect(packTranslations([['a', 'b', 0.004]])).toEqual([])
    expect(packTranslations([['a', 'b', 1.2]])).toEqual([[100, 'a b']])
  })

  test('links from both sides are the same', () => {
    const packed: PackedTranslations = [
      [90, 'muhle mill,muhle works'],
      [30, 'stand mill'],
    ]
    const [there, back] = [lexiconFrom(packed, false), lexiconFrom(packed, true)]
    const table = typeTable()
    const texts = [vocabularyOf(de, table), vocabularyOf(en, table)]
    texts[0]!.row('Die Mühle stand; viele Mühlen')
    texts[1]!.row('The mill, the mills, the works')
    const release = linkable(table, texts)
    const links = linksBetween(release, 0, 1, there)
    const turned = linksBetween(release, 1, 0, back)
    const listed = ({ start, to, strength }: Links) =>
      [...to.keys()].map(k => [start.findLastIndex(from => from <= k), to[k], strength[k]])
    const flip = ([x, y, s]: (number | undefined)[]) => [y, x, s]
    expect(new Set(listed(turned.there).map(String))).toEqual(new Set(listed(links.there).map(l => String(flip(l)))))
    expect(listed(links.back).map(String).sort()).toEqual(listed(turned.there).map(String).sort())
    expect(listed(linksBetween(release, 0, 1).there)).not.toEqual(listed(links.there))
  })
})

describe('a model learned from a corpus', () => {
  const files = corpus(12, ['en', 'de', 'he'])
  const path = () => join(folder, 'words.model')
  let [folder, content] = ['', '']
  let model: Learned

  beforeAll(async () => {
    folder = tempFolder(files)
    content = await learn([folder])
    writeFileSync(path(), content)
    model = readModel(path())
  }, 60_000)

  const best = (from: string, to: string, word: string) =>
    [...model.lexicon(from, to)!.strengths(word)].sort((x, y) => y[1] - x[1])[0]

  test('knows what translates what, in every pair and both directions', () => {
    expect(pairsIn(content)).toEqual(['de en', 'de he', 'en he'])
    expect(best('en', 'de', 'bridge')).toEqual(['brucke', expect.closeTo(0.9, 1)])
    expect(best('de', 'en', 'brucke')).toEqual(['bridge', best('en', 'de', 'bridge')![1]])
    expect(best('he', 'de', 'טחנה')![0]).toBe('muhle')
    expect(best('en', 'he', 'kitche')![0]).toBe(stemOf('מטבח', he))
    expect(model.lexicon('en', 'it')).toBeUndefined()
    expect(model.lexicon('en', 'en')).toBeUndefined()
  })

  test('is the same whatever the files are called and in whichever order they come', async () => {
    const renamed = Object.entries(files).map(([, text], k) => [`${(k * 17) % 100}/${k}.text`, text])
    const other = tempFolder(Object.fromEntries(renamed.reverse()))
    expect(await learn([other])).toBe(content)
  }, 60_000)

  // The lines of a language have the same shape; only the nouns can tell which of them is missing in German.
  const NOUNS = ['mill', 'road', 'bridge', 'kitchen', 'garage', 'library']
  const NOMEN = ['Mühle', 'Straße', 'Brücke', 'Küche', 'Wagenhalle', 'Bücherei']
  const english = NOUNS.map(noun => `Nobody saw the ${noun} there again`)
  const german = NOMEN.map(noun => `Danach war zuletzt die ${noun} ganz leer`)
  const cases = NOUNS.map((_, missing) => ({
    texts: { en: english, de: german.filter((_, k) => k !== missing) },
    right: NOUNS.map((_, k) => [[k], k === missing ? [] : [k - (k > missing ? 1 : 0)]]),
  }))

  test('helps to align where nothing else does', async () => {
    const alignable = (texts: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(texts).map(
        ([id, paragraphs]): AlignableText => ({
          id,
          pack: packOf(id)!,
          paragraphs: paragraphs.map(text => ({ text })),
        }),
      )
    const isRight = (beads: unknown, right: unknown) => JSON.stringify(beads) === JSON.stringify(right)
    const without = cases.filter(({ texts, right }) => isRight(align(alignable(texts)).beads('en', 'de'), right))
    expect(without.length).toBeLessThan(cases.length / 2)
    for (const { texts, right } of cases) {
      expect(align(alignable(texts), model.lexicon).beads('en', 'de')).toEqual(right)
      expect((await alignTexts(texts, { model })).beads('en', 'de')).toEqual(right)
    }
  })

  test('a run that uses it writes records that hold, whichever the order of the files', async () => {
    const texts = { 'a.txt': releaseText('en', 40), 'b.txt': releaseText('de', 40), 'c.txt': releaseText('he', 40) }
    const cwd = tempFolder(texts)
    const { code, out } = await runCli(['a.txt', 'b.txt', 'c.txt', '--model', path()], { cwd })
    expect(code).toBe(0)
    expect((await runCli(['c.txt', 'b.txt', 'a.txt', '--model', path()], { cwd })).out).toBe(out)
    expect(await runCli(['validate'], { stdin: out })).toMatchObject({ code: 0 })
    const [record] = lines<ReleaseRecord>(out)
    expect(record!.generator.model).toBe(model.sha256)
    expect(record!.alignment.units).toHaveLength(5)
  })

  test('progress counts each text as it is read, and again as it is aligned', async () => {
    const told: (readonly [number, number])[] = []
    const folder = tempFolder({ ...corpus(3, ['de', 'en']), 'short.txt': 'Ja.' })
    await learn([folder], { onProgress: (done, total) => told.push([done, total]) })
    const totals = new Set(told.map(([, total]) => total))
    expect([...totals]).toEqual([2 * 7])
    expect(told.at(-1)).toEqual([14, 14])
    expect(told.filter(([done]) => done === 14)).toHaveLength(1)
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b))
  }, 60_000)

  test('documents of no known language, and of one language, teach no translations', async () => {
    const strange = Object.entries(files).map(([name, text]) => [name, text.replace(/\p{L}+/gu, word => `${word}qx`)])
    const german = tempFolder({ ...corpus(4, ['de']), ...Object.fromEntries(strange) })
    expect(pairsIn(await learn([german]))).toEqual([])
  }, 60_000)

  test('the command says what it learned', async () => {
    const { code, err } = await runCli(['learn', '.', '--exclude', '*.model', '-o', 'new.model'], { cwd: folder })
    expect(code).toBe(0)
    expect(err).toMatch(
      / {2}de-en {10}\d+ translations\n {2}de-he {10}\d+ translations\n {2}en-he {10}\d+ translations\n$/,
    )
    expect(readFileSync(join(folder, 'new.model'), 'utf8')).toBe(content)
  }, 60_000)

  test('a section that was changed is damage', async () => {
    const cwd = tempFolder({
      'bad.model': content.replace('brucke bridge', 'brucke kitche'),
      'a.txt': releaseText('en', 1),
    })
    expect(() => readModel(join(cwd, 'bad.model'))).toThrow(UserError)
    const { code, err } = await runCli(['a.txt', '--model', 'bad.model'], { cwd })
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/bad\.model is damaged: its content does not match/),
    })
  })
})

test.each<[string, unknown]>([
  ['no table', undefined],
  ['no list', 7],
  ['strength above one', [[101, 'muhle mill']]],
  ['no strength', [['muhle mill', 90]]],
  ['strength of nothing', [[0, 'muhle mill']]],
  ['one stem', [[90, 'muhle']]],
  ['an empty entry', [[90, 'muhle mill,']]],
])('a section that somebody else wrote is no model when it is read: %s', async (_, counts) => {
  const strange = { section: 'translations', language: 'de en', counts } as unknown as Section
  const path = fileOf([{ section: 'corpus', documents: 2, languages: ['de', 'en'] }, strange])
  const model = readModel(path)
  expect(model.lexicon('de', 'he')).toBeUndefined()
  expect(() => model.lexicon('en', 'de')).toThrow(/is not a model; give a file written by parawire learn/)
  const cwd = tempFolder({ 'a.txt': releaseText('en', 1), 'b.txt': releaseText('de', 1) })
  const { code, err } = await runCli(['a.txt', 'b.txt', '--model', path], { cwd })
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^parawire: .*words\.model is not a model/) })
})
