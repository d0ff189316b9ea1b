/**
 * Makes `dist/` of `src/`: the modules with their types, `words.bin` and `prepared/`, and `bundle/`, which is what a user runs.
 *
 *     node build/build.mjs [--out DIR] [--no-check]
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'dist') }, 'no-check': { type: 'boolean', default: false } },
})
const out = resolve(values.out)

rmSync(out, { recursive: true, force: true })
const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', root, '--outDir', out]
const { status } = spawnSync(process.execPath, values['no-check'] ? [...tsc, '--noCheck'] : tsc, { stdio: 'inherit' })
if (status !== 0) process.exit(1)
const part = name => import(pathToFileURL(join(out, name)).href)
const { packs } = await part('languages/index.js')
await writeWords()
await writePrepared()
await writeBundle()

/** The words and letters of every language that detection weighs, learned from their lists once: a run reads them as they are. */
async function writeWords() {
  const [{ vocabularies }, { wordTable }] = await Promise.all(['detect/candidates.js', 'words/word-table.js'].map(part))
  const table = wordTable()
  for (const vocabulary of vocabularies(packs)) table.add(vocabulary)
  writeFileSync(join(out, 'words.bin'), table.packed())
}

/** What else follows from the lists of a language, a file each (`words/prepared.ts`). */
async function writePrepared() {
  const from = {
    broadTable: 'words/lexicon.js',
    termsOf: 'words/terms.js',
    countries: 'anatomy/places.js',
    letterPlaces: 'repair/lost/letter-places.js',
    partsOf: 'repair/scan/words.js',
    priors: 'repair/scan/channel.js',
  }
  const tables = await Promise.all(Object.entries(from).map(async ([name, path]) => (await part(path))[name]))
  mkdirSync(join(out, 'prepared'))
  for (const pack of packs)
    for (const { file, bytes } of tables) writeFileSync(join(out, 'prepared', file(pack)), bytes(pack))
}

/** A few files instead of hundreds: a fifth of a second at each start. Packages stay packages. */
async function writeBundle() {
  const inputs = { index: 'index.js', schema: 'record/schema.js', cli: 'cli/cli.js', thread: 'pipeline/thread.js' }
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(inputs).map(([name, path]) => [name, join(out, path)])),
    platform: 'node',
    transform: { target: 'node20' },
    external: id => /^[@\w]/.test(id) && !id.startsWith('@oxc-project/'), // helpers of the bundler
  })
  await bundle.write({ dir: join(out, 'bundle'), format: 'esm' })
}
