import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { test } from 'vitest'
import { brokenLaws } from './file-laws.js'
import { bytesOf, recipes } from './files.js'
import { readPhrases } from './phrases.js'
import { smallest } from './smallest.js'

const keyOf = (law: string) =>
  law.replace(/".*/, '').replace(/\d+/g, 'N').slice(0, 60) + (/in (the blocks|its own.*)/.exec(law)?.[1] ?? '')
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
      const key = keyOf(law)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (counts.get(key)! <= Number(process.env.EACH ?? 1)) bad.push([law, file])
    }
  }
  console.log(n, 'files', bytes, 'bytes', performance.now() - t0, 'ms')
  for (const [k, v] of [...counts].sort((a, b) => b[1] - a[1])) console.log(v, k)
  console.log(
    [...counts.values()].reduce((a, b) => a + b, 0),
    'broken',
  )
  mkdirSync('/tmp/cases', { recursive: true })
  if (process.env.SMALL)
    for (const [i, [law, file]] of bad.entries()) {
      const small = smallest(file, b => brokenLaws(b).some(l => keyOf(l) === keyOf(law)))
      writeFileSync(`/tmp/cases/${i}.txt`, small)
      console.log(
        i,
        keyOf(law),
        '\n   ',
        JSON.stringify(Buffer.from(small).toString()).slice(0, 400),
        '\n   ',
        brokenLaws(small)
          .find(l => keyOf(l) === keyOf(law))!
          .slice(0, 200),
      )
    }
})
