/** Releases with several texts in languages that have no pack: all of them `und`, and none of them lost or taken for another. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check, exportRecords } from '../src/index.js'
import type { ReleaseRecord } from '../src/model.js'
import { languageCount } from '../src/releases/versions.js'
import { directionOf } from '../src/tokens/direction.js'
import { made, ndjson } from './export-corpus.js'
import { foreignRecords, withFile } from './foreign-texts.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const records = await foreignRecords()
const [yard, east] = ['yard/de.txt', 'east/ar.txt'].map(path => withFile(records, path)) as [
  ReleaseRecord,
  ReleaseRecord,
]
const idOf = (record: ReleaseRecord, path: string) => record.documents.find(document => document.path === path)!.id
/** The name of a text: the id of its first version. */
const firstOf = (record: ReleaseRecord, id: string) =>
  record.versions.find(({ document }) => document === id)?.versionOf ?? id

async function run(args: readonly string[], all: readonly ReleaseRecord[] = records) {
  const cwd = tempFolder({ 'corpus.ndjson': ndjson(all) })
  const [name, ...rest] = args
  const outcome = await runCli([name!, 'corpus.ndjson', ...rest], { cwd })
  return { ...outcome, read: (file: string) => readFileSync(join(cwd, file), 'utf8') }
}

test('the releases are as the manifest has them, and valid', async () => {
  expect(yard.documents.map(({ language }) => language.tag)).toEqual(['de', 'de', 'und', 'und', 'und', 'und'])
  expect(yard.versions.map(({ kind }) => kind)).toEqual(['near-copy'])
  expect((await run(['validate'])).code).toBe(0)
})

describe('direction', () => {
  test('of a text without a pack it is that of its letters', () => {
    const directions = (record: ReleaseRecord) =>
      record.documents.map(({ path, direction }) => `${path.split('/')[1]!.slice(0, 2)} ${direction}`).sort()
    expect(directions(yard)).toEqual(['ar rtl', 'ar rtl', 'de ltr', 'de ltr', 'pl ltr', 'ru ltr'])
    expect(directions(east)).toEqual(['ar rtl', 'ru ltr'])
  })

  test.each<[text: string, direction: 'ltr' | 'rtl']>([
    ['', 'ltr'],
    ['123 +++ €', 'ltr'],
    ['Fjordwerk AG', 'ltr'],
    ['Компания', 'ltr'],
    ['שלום', 'rtl'],
    ['سلام', 'rtl'],
    ['ܫܠܡܐ', 'rtl'], // Syriac
    ['ދިވެހި', 'rtl'], // Thaana
    ['ߒߞߏ', 'rtl'], // N'Ko
    ['\u{1e900}\u{1e901}', 'rtl'], // Adlam
    ['\ufefb\ufedf', 'rtl'], // presentation forms, as old PDFs have them
    ['شركة Fjord', 'ltr'],
    ['الشركة Fjord', 'rtl'],
  ])('%j runs %s', (text, direction) => {
    expect(directionOf([text])).toBe(direction)
  })

  test('exports and pages know it', async () => {
    const arabic = idOf(yard, 'yard/ar.txt')
    const name = firstOf(yard, arabic)
    const { out } = await run(['export', '--format', 'xliff', '--languages', `de,${name}`])
    expect(out).toContain('srcLang="de" trgLang="und"')
    expect(out).toMatch(/original="yard\/de[^"]*\.txt" srcDir="ltr" trgDir="rtl"/)
    const shown = await run(['show', 'yard/de.txt', '--languages', arabic, '--width', '120'])
    expect(shown.out).toMatch(/\u2067شركة فيوردفيرك[^\u2069]*\u2069/)
  })
})

describe('texts have places by their names', () => {
  test.each(['csv', 'tsv'])('%s: a column for each, with all of its rows', async format => {
    const { code, out, err } = await run(['export', '--format', format])
    const head = out.split(/\r?\n/)[0]!.split(/[,\t]/)
    expect([code, head.slice(4)]).toEqual([
      0,
      ['de', 'de-2', 'und', 'und-2', 'und-3', 'und-4'].slice(0, head.length - 4),
    ])
    expect(head.length).toBe(4 + 2 + 3 + (yard.versions[0]!.document === 'und-4' ? 0 : 1))
    expect(err).toMatch(/^1 document skipped: a later version is in the release$/m)
    expect(err).toMatch(/^7 documents in languages that parawire does not know: und is no one language/m)
  })

  test('a file tells its names however its JSON is laid out', async () => {
    const files = { 'a.ndjson': ndjson(records), 'b.json': JSON.stringify(records, null, 2) }
    const sorted = records.map(({ versions, ...rest }) => ({
      ...rest,
      versions: versions.map(({ document, versionOf, kind }) => ({ kind, versionOf, document })),
    }))
    const cwd = tempFolder({ ...files, 'c.ndjson': ndjson(sorted) })
    const heads = ['a.ndjson', 'b.json', 'c.ndjson'].map(async name => {
      const { out } = await runCli(['export', name, '--format', 'csv'], { cwd })
      return out.split('\r\n')[0]
    })
    expect(new Set(await Promise.all(heads)).size).toBe(1)
  })

  test('moses: a tag is the first of its texts; the others are told, and can be had by their ids', async () => {
    const said = (name: string) =>
      records.flatMap(record =>
        record.documents.some(({ id }) => id === name && firstOf(record, id) === name) ? [record] : [],
      )
    const { err, read } = await run(['export', '--format', 'moses', '--languages', 'de,und', '-o', 'bi'])
    expect(err).toMatch(
      /^5 documents skipped: here a tag names one text of a release; name the others by id, such as und-2$/m,
    )
    expect(err).toMatch(/^3 documents in languages that parawire does not know/m)
    expect(read('bi.und').split('\n').length).toBe(read('bi.de').split('\n').length)
    expect(said('und').length).toBe(3)
    const second = await run(['export', '--format', 'moses', '--languages', 'de,und-2', '-o', 'bi'])
    expect(second.err).toMatch(/^1 document skipped: here a tag names one text/m) // the other German one
    expect(second.read('bi.und-2')).not.toBe(read('bi.und'))
  })

  test('two texts in one language that are no versions have both a place', async () => {
    const record = made({ de: ['eins', 'zwei'], 'de-2': ['erstens', 'zweitens'], en: ['one', 'two'] })
    const { out, err } = await run(['export', '--format', 'tsv'], [record])
    const rows = out.split('\n').map(line => line.split('\t').slice(4))
    expect(rows.slice(0, 2)).toEqual([
      ['de', 'de-2', 'en'],
      ['eins', 'erstens', 'one'],
    ])
    expect(err).not.toContain('skipped')
    const versions = [{ document: 'de-2', versionOf: 'de', kind: 'correction' as const }]
    const corrected = await run(['export', '--format', 'tsv'], [{ ...record, versions }])
    expect(corrected.out.split('\n')[1]!.split('\t').slice(4)).toEqual(['erstens', 'one'])
    expect(corrected.err).toContain('1 document skipped: a later version is in the release\n')
  })

  test('formats with room for all take a tag for all texts in it, and an id for one', async () => {
    const variants = async (languages: string) => {
      const { out } = await run(['export', '--format', 'tmx', '--languages', languages], [yard])
      return [...new Set([...out.matchAll(/x-document">([^<]+)</g)].map(m => m[1]))].sort()
    }
    const [polish, russian] = ['yard/pl.txt', 'yard/ru.txt'].map(path => idOf(yard, path))
    expect((await variants('de,und')).length).toBe(5)
    expect(await variants(`de,${polish}`)).toEqual(['de', 'de-2', polish])
    expect(await variants(`${russian},${polish}`)).toEqual([russian, polish].sort())
  })

  test.each([
    ['de,und-1', /language "und-1" is not supported/],
    ['de,xx-2', /language "xx-2" is not supported/],
    ['und-2,und-2', /the languages name und-2 twice/],
  ])('%s is no name', async (languages, message) => {
    const { code, err } = await run(['export', '--format', 'tmx', '--languages', languages])
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })

  test('from a program: an array knows the names, sorted by language and number', async () => {
    const many = made(
      Object.fromEntries(['de', ...Array.from({ length: 11 }, (_, i) => `und-${i + 1}`)].map(id => [id, ['x']])),
    )
    const documents = many.documents.map(d => (d.id === 'und-1' ? { ...d, id: 'und' } : d))
    const all = []
    for await (const { content } of exportRecords([{ ...many, documents }], { format: 'csv' }))
      all.push(String(content))
    expect(all.join('').split('\r\n')[0]).toMatch(/,de,und,und-2,und-3,.*,und-9,und-10,und-11$/)
  })
})

test('ninjs: a text in an unknown language is a translation, a later version a version, another text in German related', async () => {
  const items = lines<{ uri: string; associations: { uri: string; rel: string }[] }>(
    (await run(['export', '--format', 'ninjs', '--all-versions'], [yard])).out,
  )
  const rel = (from: string, to: string) => {
    const own = items.find(({ uri }) => uri.endsWith(`:${idOf(yard, from)}`))!
    return own.associations.find(({ uri }) => uri.endsWith(`:${idOf(yard, to)}`))!.rel
  }
  expect(rel('yard/ar.txt', 'yard/pl.txt')).toBe('translation')
  expect(rel('yard/ar.txt', 'yard/ar-corrected.txt')).toBe('version')
  expect(rel('yard/de.txt', 'yard/de-facts.txt')).toBe('related')
  expect(rel('yard/de.txt', 'yard/ru.txt')).toBe('translation')
})

describe('languages are counted as what they are', () => {
  test('Arabic and Russian are two, Arabic and its correction one', () => {
    expect(languageCount(east.documents, east.versions)).toBe(2)
    const versions = [{ document: 'und-2', versionOf: 'und' }]
    expect(languageCount(east.documents, versions)).toBe(1)
    expect(languageCount(yard.documents, yard.versions)).toBe(4)
  })

  test('a release in two unknown languages is not said to be in one, nor are its blocks, and it is checked', () => {
    expect(east.alignment.units.length).toBeGreaterThan(2)
    expect(east.warnings.map(({ code }) => code)).not.toContain('SINGLE_LANGUAGE')
    expect(east.alignment.unaligned.filter(({ reason }) => reason === 'single-language')).toEqual([])
    const documents = east.documents.map(document => ({
      ...document,
      quantities: document.quantities.map(own =>
        own.value === 420 ? { ...own, value: document.id === 'und' ? 420 : 430 } : own,
      ),
    }))
    expect(check(east)).toEqual([])
    expect(check({ ...east, documents })).not.toEqual([])
  })

  test('show and stats say so', async () => {
    const { out } = await run(['show', 'yard/de.txt'])
    expect(out).toContain('4\u00a0languages')
    const { out: table } = await run(['export', '--format', 'stats'])
    expect(table).toMatch(/^releases\t\*\tin 2 languages\t1$/m)
    expect(table).toMatch(/^releases\t\*\tin 4 languages\t1$/m)
  })
})

describe('show --languages', () => {
  test('names no text twice', async () => {
    const { out } = await run(['show', 'yard/de.txt', '--languages', 'de,de-2', '--width', '100'])
    expect(out).toMatch(/^de ─+┼─de-2 ─+ u1/m)
    expect(out).not.toMatch(/┼.*┼/)
  })

  test('offers two names that mean two texts, where there are', async () => {
    const narrow = await run(['show', 'yard/de.txt', '--width', '60'])
    const [, hint] = /with --languages (\S+)/.exec(narrow.out.replace(/-\n/g, '-'))!
    expect((await run(['show', 'yard/de.txt', '--width', '60', '--languages', hint!])).out).toMatch(/┼/)
    const two = await run(['show', 'east/ar.txt', '--width', '48'])
    expect(two.out).toMatch(/side by side from 51 columns on$/m)
  })
})
