import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { test } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { corpora, filesOf, readStock } from './corpora.js'
import { brokenCorpusLaws } from './corpus-laws.js'
import { readPhrases } from './phrases.js'

const keyOf = (law: string) =>
  law
    .replace(/"[\s\S]*/, '')
    .replace(/\d+/g, 'N')
    .slice(0, 60)
test('try', async () => {
  const fixtures = join(import.meta.dirname, '../../fixtures')
  const phrases = readPhrases(fixtures)
  const stock = readStock(fixtures, phrases)
  const seed = Number(process.env.SEED ?? 1)
  const n = Number(process.env.N ?? 30)
  const counts = new Map<string, number>()
  const t0 = performance.now()
  const folder = tempFolder()
  let files = 0
  const bad: [string, ReadonlyMap<string, Uint8Array>][] = []
  for (const recipe of fc.sample(corpora(stock), { seed, numRuns: n })) {
    const corpus = filesOf(recipe, stock)
    files += corpus.size
    for (const law of await brokenCorpusLaws(corpus, folder)) {
      const key = keyOf(law)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (counts.get(key)! <= Number(process.env.EACH ?? 1)) bad.push([law, corpus])
    }
  }
  console.log(n, 'corpora', files, 'files', performance.now() - t0, 'ms')
  for (const [k, v] of [...counts].sort((a, b) => b[1] - a[1])) console.log(v, k)
  for (const [i, [law, corpus]] of bad.entries()) {
    console.log(i, law.slice(0, 400))
    let current = [...corpus]
    for (let k = current.length - 1; k >= 0; k--) {
      const fewer = current.filter((_, j) => j !== k)
      if ((await brokenCorpusLaws(new Map(fewer), folder)).some(l => keyOf(l) === keyOf(law))) current = fewer
    }
    for (const [path, bytes] of current) {
      mkdirSync(`/tmp/ccases/${i}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true })
      writeFileSync(`/tmp/ccases/${i}/${path}`, bytes)
    }
    console.log('    ', current.map(([p, b]) => `${p} ${b.length}`).join(', '))
  }
})
