/** What changed between two runs: of records as data, and as the command prints it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '../src/diff/changes.js'
import { digestOf, matched, releaseChanges } from '../src/diff/diff.js'
import type { Decision, ReleaseRecord } from '../src/model.js'
import { readDocument } from '../src/pipeline/read-document.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'
import { changed, recordOf, texts } from './check-texts.js'
import { filesOf, onReleases, onRepairs, onRows, textOf } from './decided.js'
import { FIXTURES } from './fixtures.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const FOLDER = join(FIXTURES, 'releases')
const line = (value: unknown) => `${JSON.stringify(value)}\n`

describe('releases are matched', () => {
  const digested = (id: string, ...files: string[]) => ({ id, files, paths: [], digest: id })
  test.each([
    ['the same', [digested('a', '1', '2')], [digested('b', '2', '1')], [[0]], [[0]]],
    ['new and gone', [digested('a', '1')], [digested('b', '2')], [[]], [[]]],
    ['merged', [digested('a', '1'), digested('b', '2')], [digested('c', '1', '2')], [[0, 1]], [[0], [0]]],
    ['split', [digested('a', '1', '2')], [digested('b', '1'), digested('c', '2')], [[0], [0]], [[0, 1]]],
    ['with copies', [digested('a', '1', '1')], [digested('b', '1', '1', '3')], [[0]], [[0]]],
  ])('%s', (_, before, after, olds, news) => {
    expect(matched(before, after)).toEqual({ olds, news })
  })

  test('by what they say, not by what made them', () => {
    const record = recordOf(texts)
    const newer = { ...record, generator: { ...record.generator, version: '9.9.9' } }
    expect(digestOf(newer)).toEqual(digestOf(record))
    expect(digestOf({ ...record, wire: 'X' }).digest).not.toBe(digestOf(record).digest)
  })
})

/** The same bytes, read in another way. */
describe('a release is held against what it was', () => {
  const damaged = [
    'Nordkyst Vind eröffnet eine neue Werkstatt',
    'ESBJERG, 4. Mai 2026 - Nordkyst Vind hat heute am Hafen eine neue Werkstatt er?ffnet, in der viele arbeiten.',
    'Der B?rgermeister sagte bei der Er?ffnung, dass der Hafen nun Arbeit f?r viele Jahre hat.',
  ]
  const bytes = Buffer.from(`${damaged.join('\n\n')}\n`)
  const read = (options = {}) => releaseRecord(oneRelease([readDocument({ path: 'a.txt', bytes }, options)]))
  const before = read()

  test('nothing has changed', () => {
    expect(releaseChanges([before], read())).toEqual([])
  })

  test.each<[name: string, change: (record: ReleaseRecord) => ReleaseRecord, expected: object[]]>([
    ['issuer', r => ({ ...r, issuer: 'X' }), [{ change: 'field', field: 'issuer', after: 'X' }]],
    [
      'title',
      r => ({ ...r, documents: r.documents.map(d => ({ ...d, title: 'X' })) }),
      [{ change: 'field', field: 'title', path: 'a.txt', before: damaged[0], after: 'X' }],
    ],
    [
      'path',
      r => ({ ...r, documents: r.documents.map(d => ({ ...d, path: 'b.txt' })) }),
      [{ change: 'field', field: 'path', before: 'a.txt', after: 'b.txt' }],
    ],
    [
      'a repair that is gone, and its text',
      r => ({
        ...r,
        documents: r.documents.map(d => ({
          ...d,
          repairs: d.repairs.slice(1),
          blocks: d.blocks.map((b, i) => (i === 1 ? { ...b, text: damaged[1]! } : b)),
        })),
      }),
      [
        { change: 'repair-removed', at: { start: 122, end: 123 }, before: { before: '?', after: 'ö' } },
        { change: 'block-changed', after: damaged[1] },
      ],
    ],
    [
      'a repair that is another',
      r => ({
        ...r,
        documents: r.documents.map(d => ({ ...d, repairs: d.repairs.map(x => ({ ...x, confidence: 0.5 })) })),
      }),
      [...Array(5)].map(() => ({ change: 'repair-changed', after: { confidence: 0.5 } })),
    ],
    [
      'a kind',
      r => ({
        ...r,
        documents: r.documents.map(d => ({
          ...d,
          blocks: d.blocks.map((b, i) => (i === 0 ? { ...b, kind: 'heading' as const } : b)),
        })),
      }),
      [{ change: 'kind-changed', before: 'title', after: 'heading', at: { start: 0, end: 42 } }],
    ],
    ['a warning', r => ({ ...r, warnings: [] }), [{ change: 'warning-removed', before: { code: 'SINGLE_LANGUAGE' } }]],
  ])('%s', (_, change, expected) => {
    const found = releaseChanges([before], change(before))
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })

  test('ids of blocks and documents are no change', () => {
    const record = recordOf(texts)
    const renamed = JSON.parse(
      JSON.stringify(record).replaceAll('"de:', '"de-2:').replaceAll('"de"', '"de-2"'),
    ) as typeof record
    const now = { ...renamed, languages: record.languages }
    const same = now.documents.map((d, i) => ({ ...d, language: record.documents[i]!.language }))
    expect(releaseChanges([record], { ...now, documents: same })).toEqual([])
  })

  test('a language that came does not make other units of those that were there', () => {
    const { it: _, ...three } = texts
    const found = releaseChanges([recordOf(three)], recordOf(texts))
    expect(found.map(({ change }) => change).filter(change => change.startsWith('unit-'))).toEqual([])
    expect(found).toContainEqual(expect.objectContaining({ change: 'document-added', path: 'it.txt', after: 'it' }))
  })

  test('a unit that fell apart, and one that is less sure', () => {
    const record = recordOf(texts)
    const { units, unaligned } = record.alignment
    const apart = { ...record, alignment: { units: units.slice(1), unaligned } }
    expect(releaseChanges([record], apart)).toMatchObject([{ change: 'unit-removed' }])
    const unsure = units.map((unit, k) => (k === 2 ? { ...unit, confidence: 0.25 } : unit))
    expect(releaseChanges([record], { ...record, alignment: { units: unsure, unaligned } })).toMatchObject([
      { change: 'unit-changed', before: { confidence: units[2]!.confidence }, after: { confidence: 0.25 } },
    ])
  })
})

describe('parawire diff', () => {
  const cwd = tempFolder()
  const input = [
    'hebrew-and-english/input',
    'siblings-as-witnesses/input',
    'two-releases-same-day/input',
    '--root',
    '.',
  ]
  const build = async (name: string, decisions: string) => {
    await runCli(['build', ...input, '-q', '-o', join(cwd, name), '--decisions', decisions], { cwd: FOLDER })
    return lines<ReleaseRecord>(readFileSync(join(cwd, name), 'utf8'))
  }
  const diff = (...argv: string[]) => runCli(['diff', ...argv], { cwd })
  let all: ReleaseRecord[] = []
  beforeAll(async () => {
    all = await build('old.jsonl', join(tempFolder({ 'd.json': textOf() }), 'd.json'))
  })
  const decided = async (...decisions: readonly Decision[]) =>
    build('new.jsonl', join(tempFolder({ 'd.json': textOf(...decisions) }), 'd.json'))

  test('of one corpus twice says nothing, with exit code 0', async () => {
    const nothing = { code: 0, out: '', err: `no changes; ${all.length} releases before, ${all.length} now\n` }
    expect(await diff('old.jsonl', 'old.jsonl')).toEqual(nothing)
    expect(await diff('old.jsonl', 'old.jsonl', '--json')).toEqual(nothing)
  })

  test('tells a repair that was rejected, and no other release', async () => {
    const decision = onRepairs(all, 'reject').findLast(({ kind }) => kind === 'ocr')
    await decided(decision!)
    const { code, out } = await diff('old.jsonl', 'new.jsonl', '--json')
    expect(code).toBe(1)
    const changes = lines<Change>(out)
    const [{ id }] = all.filter(record => filesOf(record).includes(decision!.sha256)) as [ReleaseRecord]
    expect(new Set(changes.flatMap(change => change.new))).toEqual(new Set([id]))
    const { start, end, before, after } = decision!
    expect(changes).toContainEqual(
      expect.objectContaining({
        change: 'repair-removed',
        at: { start, end },
        before: expect.objectContaining({ before, after, kind: 'ocr' }),
      }),
    )
    expect((await diff('new.jsonl', 'old.jsonl', '--json')).out).toContain('"change":"repair-added"')
  })

  test('tells units, releases that were split and merged, and those that are gone and new', async () => {
    const unit = onRows(all[0]!).find(d => d.about === 'alignment' && d.documents.length > 1)!
    const [, second, third, fourth] = all
    const merge = onReleases('merge', filesOf(second!), filesOf(third!))
    const split = onReleases('split', filesOf(fourth!).slice(0, 1), filesOf(fourth!).slice(1))
    await decided(unit, merge, split)
    const codes = async (...files: string[]) => {
      const changes = lines<Change>((await diff(...files, '--json')).out)
      return new Map(changes.map(change => [change.change, change]))
    }
    const found = await codes('old.jsonl', 'new.jsonl')
    expect([...found.keys()]).toEqual(expect.arrayContaining(['unit-removed', 'release-merged', 'release-split']))
    expect(found.get('release-merged')!.old.toSorted()).toEqual([second!.id, third!.id].sort())
    const back = await codes('new.jsonl', 'old.jsonl')
    expect([...back.keys()]).toEqual(expect.arrayContaining(['release-merged', 'release-split', 'unit-added']))
    const one = tempFolder({ 'a.jsonl': line(all[0]), 'b.jsonl': line(all[1]) })
    const { out, err } = await runCli(['diff', 'a.jsonl', 'b.jsonl'], { cwd: one })
    expect(out).toMatch(
      /^[0-9a-f]{32} {2}.*\n {2}\+ new release\n\n[0-9a-f]{32} {2}.*\n {2}- this release is gone\n\n$/,
    )
    expect(err).toBe('release-gone 1, release-new 1; 1 release before, 1 now\n')
  })

  test('fits a terminal, and says the same each time', async () => {
    await decided(...onRepairs(all, 'reject').filter(({ kind }) => kind !== 'break'))
    const first = await diff('old.jsonl', 'new.jsonl')
    expect(first.out).toContain('edits of layout: ')
    const tooLong = first.out.split('\n').filter(text => [...text].length > 100)
    expect(tooLong).toEqual([])
    expect(await diff('old.jsonl', 'new.jsonl')).toEqual(first)
  })

  test('shows what would drive a terminal, and does not write it', async () => {
    const evil = '\u001b[31m\u202eEvil\u0007'
    const record = recordOf(changed('it', 'officina a Esbjerg', `officina ${evil}`))
    const now = { ...record, issuer: evil, wire: evil }
    const folder = tempFolder({ 'a.jsonl': line(recordOf(texts)), 'b.jsonl': line(record), 'c.jsonl': line(now) })
    for (const files of [
      ['a.jsonl', 'c.jsonl'],
      ['b.jsonl', 'c.jsonl'],
    ]) {
      const { code, out } = await runCli(['diff', ...files], { cwd: folder })
      expect(code).toBe(1)
      expect(out).not.toMatch(/[\u0007\u001b\u202e]/)
      if (files[0] === 'b.jsonl') expect(out).toContain('issuer: "Nordkyst Vind" -> "\\x1B[31m\\u202EEvil\\x07"')
    }
  })

  test.each<[name: string, content: Record<string, string>, argv: string[], told: RegExp]>([
    ['a record that is cut off', { a: '{"schema' }, ['a', 'a'], /^parawire: a, line 1: not JSON: /],
    [
      'a newer record',
      { a: '{"schemaVersion":"2.0"}' },
      ['a', 'a'],
      /^parawire: a, line 1: schemaVersion "2\.0" is unknown/,
    ],
    ['a file that is not there', {}, ['a', 'b'], /^parawire: cannot read a: no such file/],
    ['standard input', { a: '' }, ['a', '-'], /^parawire: - can be read only once/],
    ['one file', { a: '' }, ['a'], /missing required argument 'new'/],
  ])('%s: exit code 2', async (_, content, argv, told) => {
    const { code, out, err } = await runCli(['diff', ...argv], { cwd: tempFolder(content) })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(told)
  })

  test('nothing and nothing is the same', async () => {
    const folder = tempFolder({ a: '', b: '' })
    expect((await runCli(['diff', 'a', 'b'], { cwd: folder })).code).toBe(0)
  })
})
