/** Corpora at random keep the laws of a corpus. In CI for half a minute, and for as long as `npm run soak` says. */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiledProgram } from '../program.js'
import { runCli } from '../run-cli.js'
import { tempFolder } from '../temp-folder.js'
import { corpora, filesOf } from './corpora.js'
import { brokenCorpusLaws } from './corpus-laws.js'
import { firstSeed, search, timeout } from './search.js'

test('corpora keep the laws', { timeout }, async () => {
  const folder = tempFolder()
  const faults = await search({
    what: 'corpora',
    recipes: corpora(),
    laws: recipe => brokenCorpusLaws(filesOf(recipe), folder),
    show: recipe => fc.stringify(recipe),
  })
  expect(faults).toEqual([])
})

/** Corpora of a few files each; a thread is begun for forty. */
const CORPORA_TOGETHER = 20

test('threads change nothing', { timeout }, async () => {
  const drawn = fc.sample(corpora(), { seed: firstSeed, numRuns: CORPORA_TOGETHER })
  const files = drawn.flatMap((recipe, k) => [...filesOf(recipe)].map(([path, bytes]) => [`in/${k}/${path}`, bytes]))
  const cwd = tempFolder(Object.fromEntries(files))
  const { out } = await runCli(['build', 'in', '-q'], { cwd })
  const bin = compiledProgram()
  const { stdout } = spawnSync(process.execPath, [bin, 'in', '-q', '-j', '2'], { cwd, maxBuffer: 2 ** 30 })
  expect(stdout.toString() === out, `seed ${firstSeed}, ${files.length} files`).toBe(true)
})
