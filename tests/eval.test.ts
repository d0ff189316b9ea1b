/** `parawire eval` and the measures behind it: known figures, laws, and the scorer that they follow, where it is there. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beadsOfUnits, goldBeads, goldOf } from '../src/evaluate/gold.js'
import { addCounts, countBeads, measuresOf, NO_COUNTS } from '../src/evaluate/judge.js'
import { paragraphSpans } from '../src/evaluate/paragraphs.js'
import type { Bead } from '../src/model.js'
import { danish, german } from './cli-texts.js'
import { FIXTURES } from './fixtures.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const gold: Bead[] = [
  [[0], [0]],
  [[1], [1, 2]],
  [[2], []],
  [[3], [3]],
]

describe('measures', () => {
  test.each<[string, Bead[], object]>([
    ['all right', gold, { predicted: 4, right: 4, nearlyRight: 4, gold: 3, found: 3, nearlyFound: 3 }],
    ['nothing', [], { ...NO_COUNTS, gold: 3 }],
    [
      'a merge missed: nearly right, and the lone paragraph is wrong in both',
      [
        [[0], [0]],
        [[1], [1]],
        [[], [2]],
        [[2], []],
        [[3], [3]],
      ],
      { predicted: 5, right: 3, nearlyRight: 4, gold: 3, found: 2, nearlyFound: 3 },
    ],
    [
      'shifted: right in nothing but what was left alone',
      [
        [[0], []],
        [[1], [0]],
        [[2], [1]],
        [[], [2]],
        [[3], [3]],
      ],
      { predicted: 5, right: 1, nearlyRight: 1, gold: 3, found: 1, nearlyFound: 1 },
    ],
    [
      'the same bead twice, and an empty one',
      [
        [[0], [0]],
        [[0], [0]],
        [[], []],
      ],
      { predicted: 1, right: 1, found: 1 },
    ],
  ])('%s', (_, predicted, expected) => {
    expect(countBeads(gold, predicted)).toMatchObject(expected)
  })

  test('precision, recall and F1 of sums', () => {
    const counts = addCounts(countBeads(gold, gold), countBeads(gold, []))
    expect(measuresOf(counts).strict).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 })
    expect(measuresOf(NO_COUNTS).lax).toEqual({ precision: 0, recall: 0, f1: 0 })
  })

  test('paragraphs that share units hang together; the others stand alone', () => {
    expect(beadsOfUnits([[1], [2, 3], [9], []], [[1], [2], [3, 4], [], [4]])).toEqual([
      [[0], [0]],
      [[1], [1, 2, 4]],
      [[2], []],
      [[3], []],
      [[], [3]],
    ])
  })

  test('units may have names, and no number is a name', () => {
    expect(beadsOfUnits([['title'], ['3']], [['title'], [3]])).toEqual([
      [[0], [0]],
      [[1], []],
      [[], [1]],
    ])
  })

  test('paragraphs are what blank lines part, whatever ends a line', () => {
    const texts = (text: string) => paragraphSpans(text).map(({ start, end }) => text.slice(start, end))
    for (const end of ['\n', '\r\n', '\r'])
      expect(texts(['', ' ', 'a', 'b ', ' \t', '', 'c', ''].join(end))).toEqual([`a${end}b `, 'c'])
    expect(texts('')).toEqual([])
  })
})

const units = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 2 }), { maxLength: 6 })

test('a gold held against itself is all right', () => {
  fc.assert(
    fc.property(units, units, (a, b) => {
      const beads = beadsOfUnits(a, b)
      const { predicted, right, gold: two, found, nearlyFound } = countBeads(beads, beads)
      expect([right, found, nearlyFound]).toEqual([predicted, two, two])
      expect(beads.flatMap(([left]) => left).sort()).toEqual(a.map((_, k) => k))
    }),
  )
})

const scorer = join(import.meta.dirname, '../../shared/eval/score_alignment.py')

test('the same to the last digit as the scorer whose definitions these are', ({ skip }) => {
  skip(!existsSync(scorer), `${scorer} is not here`)
  const samples = fc.sample(fc.tuple(units, units, units, units), { numRuns: 40, seed: 7 })
  const releases = samples.map(([a, b]) => ({ files: { a: 'a', b: 'b' }, units: { a, b } }))
  const predictions = samples.map(([, , c, d]) => ({ pairs: { 'a-b': beadsOfUnits(c, d) } }))
  const named = (list: readonly object[]) => Object.fromEntries(list.map((item, k) => [`r${k}`, item]))
  const files = releases.map((release, k) => ({ ...release, files: { a: `a${k}`, b: `b${k}` } }))
  const folder = tempFolder({
    'gold.json': JSON.stringify({ releases: named(files) }),
    'pred.json': JSON.stringify(named(predictions)),
  })
  const args = [scorer, join(folder, 'gold.json'), join(folder, 'pred.json'), '--json']
  const { micro } = JSON.parse(execFileSync('python3', args, { encoding: 'utf8' }))
  const counts = samples.map(([a, b, c, d]) => countBeads(beadsOfUnits(a, b), beadsOfUnits(c, d)))
  const { strict, lax } = measuresOf(counts.reduce(addCounts, NO_COUNTS))
  const asTheirs = ({ precision: p, recall: r, f1 }: typeof strict) => ({ p, r, f1 })
  expect({ strict: asTheirs(strict), lax: asTheirs(lax) }).toEqual({ strict: micro.strict, lax: micro.lax })
})

describe('golds that cannot be used', () => {
  const release = { files: { da: 'da.txt', de: 'de.txt' }, units: { da: [[0]], de: [[0]] } }
  test.each<[unknown, RegExp]>([
    [[], /has no "releases"/],
    [{ releases: {} }, /"releases" is empty/],
    [{ releases: { r: { files: { da: 'da.txt' } } } }, /no release has two files/],
    [{ releases: { r: { files: ['da.txt'] } } }, /"r" has no "files"/],
    [{ releases: { r: { ...release, units: { da: [['']], de: [] } } } }, /"units" of release "r"/],
    [{ releases: { r: { ...release, units: { da: [[0]] } } } }, /neither "beads" for da-de nor "units" for both/],
    [{ releases: { r: { ...release, beads: { 'da-de': [[0, 0]] } } } }, /"beads" of release "r"/],
    [{ releases: { r: release, s: release } }, /da\.txt is named twice/],
  ])('%j', (json, message) => {
    expect(() => goldOf(json, 'gold.json')).toThrow(message)
  })

  test('beads may be given in either order, and leave out what stands alone', () => {
    const [own] = goldOf({ releases: { r: { ...release, beads: { 'de-da': [[[1], [0, 1]]] } } } }, 'gold.json')
    expect(goldBeads(own!, 'da', 'de', () => 3)).toEqual([
      [[0, 1], [1]],
      [[2], []],
      [[], [0]],
      [[], [2]],
    ])
    expect(() => goldBeads(own!, 'da', 'de', () => 1)).toThrow(/name da\.txt paragraph 1, but the file has 1/)
  })

  test('beads with a paragraph in common belong together', () => {
    const beads = {
      'da-de': [
        [[0], [0]],
        [[0, 1], [1]],
        [[3], [3]],
      ],
    }
    const [own] = goldOf({ releases: { r: { ...release, beads } } }, 'gold.json')
    expect(goldBeads(own!, 'da', 'de', () => 4)).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [[2], []],
      [[3], [3]],
      [[], [2]],
    ])
  })
})

describe('the command', () => {
  const path = join(FIXTURES, 'gold.json')

  test('the fixtures come out right, built or aligned alone', async () => {
    for (const flags of [[], ['--align-only']]) {
      const { code, out } = await runCli(['eval', path, '--by', 'pair', ...flags])
      expect(code).toBe(0)
      expect(out).toMatch(/^ +precision +recall +F1/)
      expect(out).toMatch(/\nde-en +1\.0000 +1\.0000 +1\.0000 +1\.0000 +1\.0000 +1\.0000 +10 +10\n/)
      expect(out).toMatch(/\nall +1\.0000/)
      expect(out).toMatch(/\nunits of confidence >= 0\.9: \d+ of \d+ /)
    }
  })

  test('records that were built elsewhere, without one language', async () => {
    const input = join(FIXTURES, 'releases/missing-and-split-paragraph/input')
    const names = ['a1.txt', 'b2.txt', 'd4.txt']
    const cwd = tempFolder(Object.fromEntries(names.map(name => [`x-${name}`, readFileSync(join(input, name))])))
    const records = (await runCli(['.'], { cwd })).out
    const { code, out, err } = await runCli(['eval', path, '-', '--json'], { cwd, stdin: records })
    const { all, pairs, missing } = JSON.parse(out)
    expect(code).toBe(1)
    expect(pairs['it-nl'].strict).toEqual({ precision: 1, recall: 1, f1: 1 })
    expect(pairs['de-it']).toMatchObject({ predicted: 0, strict: { recall: 0 } })
    expect(all.strict.precision).toBe(1)
    expect(missing).toHaveLength(3)
    expect(err).toContain('in no record: releases/missing-and-split-paragraph/input/c3.txt')
  })

  test('texts of two releases that were brought together cost precision', async () => {
    const releases = { one: { files: { da: 'da.txt' }, units: {} }, two: { files: { de: 'de.txt', nl: 'nl.txt' } } }
    const units = { de: [[0], [1], [2], [3], [4]], nl: [[0]] }
    const json = { releases: { ...releases, two: { ...releases.two, units } } }
    const files = { 'da.txt': danish, 'de.txt': german, 'nl.txt': 'Heel iets anders.\n' }
    const cwd = tempFolder({ ...files, 'gold.json': JSON.stringify(json) })
    const { out } = await runCli(['eval', 'gold.json', '--json'], { cwd })
    expect(JSON.parse(out).pairs['da-de']).toMatchObject({ predicted: 5, gold: 0, strict: { precision: 0 } })
  })

  test.each<[string, string, readonly string[], RegExp]>([
    ['no such gold', '', ['none.json'], /cannot read none\.json/],
    ['no JSON', 'x', ['gold.json'], /gold\.json is not a gold: not JSON/],
    [
      'no such files',
      '{"releases":{"r":{"files":{"da":"a.txt","de":"b.txt"},"units":{"da":[[0]],"de":[[0]]}}}}',
      ['gold.json'],
      /names files that cannot be read: a\.txt, b\.txt; paths are relative to the gold/,
    ],
    [
      'other paragraphs',
      '{"releases":{"r":{"files":{"da":"da.txt","de":"de.txt"},"units":{"da":[[0]],"de":[[0]]}}}}',
      ['gold.json'],
      /da\.txt has 5 paragraphs \(separated by blank lines\), but the gold has units for 1 in release "r"/,
    ],
    [
      'no records',
      '{"releases":{"r":{"files":{"da":"da.txt","de":"de.txt"},"beads":{"da-de":[[[0],[0]]]}}}}',
      ['gold.json', 'da.txt'],
      /^parawire: da\.txt, line 1: not JSON: [^;]*$/,
    ],
    ['--by', '{}', ['gold.json', '--by', 'colour'], /--by takes pair or language/],
  ])('%s', async (_, json, args, message) => {
    const cwd = tempFolder({ 'gold.json': json, 'da.txt': danish, 'de.txt': german })
    const { code, err, out } = await runCli(['eval', ...args], { cwd })
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})
