import fc from 'fast-check'
import { join } from 'node:path'
import { test } from 'vitest'
import { bytesOf, recipes } from './files.js'
import { brokenLaws } from './file-laws.js'
import { readPhrases } from './phrases.js'

test('try', () => {
  const phrases = readPhrases(join(import.meta.dirname, '../../fixtures'))
  const seed = Number(process.env.SEED ?? 1)
  const n = Number(process.env.N ?? 300)
  const counts = new Map<string, number>()
  const t0 = performance.now()
  let bytes = 0
  const bad: [string, Uint8Array][] = []
  for (const recipe of fc.sample(recipes(phrases), { seed, numRuns: n })) {
    const file = bytesOf(recipe)
    bytes += file.length
    for (const law of brokenLaws(file)) {
      const key = law.replace(/\d+/g, 'N').slice(0, 60)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (counts.get(key)! <= 1) bad.push([law, file])
    }
  }
  console.log(n, 'files', bytes, 'bytes', performance.now() - t0, 'ms')
  for (const [k, v] of [...counts].sort((a, b) => b[1] - a[1])) console.log(v, k)
  for (const [law] of bad.slice(0, 30)) console.log(law.slice(0, 300))
})
