/** The synthetic corpus of the bench: the same seed gives the same bytes, a prefix is a prefix, and it reads as news. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../src/api/reading.js'
import { group } from '../src/group/group.js'
import { packOf } from '../src/languages/index.js'
import { corpusOf, writeCorpus } from './bench/corpus/files.mjs'
import { scoreOf } from './bench/corpus/score.mjs'
import { tempFolder } from './temp-folder.js'

const SEED = 7
const SHORT = 4000 // bytes: what is long takes long, and is easier to group

test('the files of a release depend on the seed and its number alone', () => {
  const [inOrder, alone] = [corpusOf(SEED), corpusOf(SEED)]
  const first = Array.from({ length: 40 }, (_, k) => inOrder(k))
  expect(alone(39)).toEqual(first[39])
  expect(alone(0)).toEqual(first[0])
  expect(corpusOf(SEED + 1)(0)).not.toEqual(first[0])
})

test('a smaller corpus is the beginning of a larger one', () => {
  const write = (size: number) => {
    const home = tempFolder()
    const [folder, manifest] = [join(home, 'corpus'), join(home, 'manifest.tsv')]
    writeCorpus({ folder, manifest, size, seed: SEED })
    return { folder, lines: readFileSync(manifest, 'utf8').trimEnd().split('\n') }
  }
  const [small, large] = [write(23), write(60)]
  expect(small.lines).toHaveLength(23)
  expect(large.lines.slice(0, 23)).toEqual(small.lines)
  for (const line of small.lines) {
    const path = line.split('\t')[0]!
    expect(readFileSync(join(small.folder, path))).toEqual(readFileSync(join(large.folder, path)))
  }
  expect(readdirSync(large.folder, { recursive: true }).filter(name => String(name).endsWith('.txt'))).toHaveLength(60)
})

test('no folder holds more than a thousand files, and no name comes twice', () => {
  const filesOf = corpusOf(SEED)
  const counts = new Map<string, number>()
  const names = new Set<string>()
  for (let k = 0; k < 1002; k++)
    for (const { path } of filesOf(k)) {
      const [folder, name] = path.split('/') as [string, string]
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
      names.add(name)
    }
  expect(Math.max(...counts.values())).toBe(1000)
  expect(names.size).toBe(5010)
})

test('texts are in their languages, and the releases of sixty are found again', () => {
  const releases = Array.from({ length: 200 }, (_, k) => k).map(corpusOf(SEED))
  const short = releases.filter(files => files.every(({ bytes }) => bytes.length < SHORT)).slice(0, 60)
  expect(short).toHaveLength(60)
  const files = short.flat()
  const documents = files.map(file => readDocument(file))
  const known = documents.filter((document, k) => document.language.tag === files[k]!.tag)
  expect(known.length / files.length).toBeGreaterThan(0.99)
  const truth = new Map(files.map(({ path, release }) => [path, release]))
  const groups = group(documents, packOf).map(release => release.map(({ path }) => path))
  const { pairwise, bcubed, exact } = scoreOf(truth, groups)
  expect(pairwise.f1).toBeGreaterThan(0.97)
  expect(bcubed.f1).toBeGreaterThan(0.97)
  expect(exact).toBeGreaterThan(0.9)
})

test('scores count pairs, files and whole releases', () => {
  const truth = new Map([...'aaabbc'].map((release, k) => [`${k}`, release]))
  const right = scoreOf(truth, [['0', '1', '2'], ['4', '3'], ['5']])
  expect([right.pairwise.f1, right.bcubed.f1, right.exact]).toEqual([1, 1, 1])
  const wrong = scoreOf(truth, [
    ['0', '1'],
    ['2', '3', '4'],
  ])
  expect(wrong.pairwise).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
  expect(wrong.bcubed.precision).toBeCloseTo((2 + 1 / 3 + 4 / 3 + 1) / 6)
  expect(wrong.bcubed.recall).toBeCloseTo((4 / 3 + 1 / 3 + 2 + 1) / 6)
  expect(wrong.exact).toBeCloseTo(1 / 3)
})
