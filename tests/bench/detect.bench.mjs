/**
 * Language detection beside franc's default: whole documents, once for the text and once for every block, against one
 * call of franc for every block; and what the first document of a process costs. Each figure is a process of its own:
 * one round to warm up, then the best of nine. The texts are the fixtures', or the .txt files under DIR.
 *
 *     npm run build && node tests/bench/detect.bench.mjs [DIR]
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROUNDS = 9
const self = fileURLToPath(import.meta.url)
const [folder = fileURLToPath(new URL('../../fixtures', import.meta.url)), tool] = process.argv.slice(2)

const documents = () =>
  readdirSync(folder, { recursive: true })
    .filter(name => /(?<!expected)\.txt$/.test(name))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .map(text => ({ text, blocks: text.split(/\n\s*\n/).filter(block => block.trim() !== '') }))

const tools = {
  async parawire() {
    const { detect, detectBlock } = await import('../../dist/detect/detect.js')
    const { packs } = await import('../../dist/languages/index.js')
    return ({ text, blocks }) => {
      const { tag } = detect(text, packs)
      for (const block of blocks) detectBlock(block, packs, tag)
    }
  },
  async franc() {
    const { franc } = await import('franc')
    return ({ blocks }) => {
      for (const block of blocks) franc(block)
    }
  },
}

async function measure() {
  const run = await tools[tool]()
  const all = documents()
  const blocks = all.reduce((sum, d) => sum + d.blocks.length, 0)
  const time = work => {
    const start = process.hrtime.bigint()
    work()
    return Number(process.hrtime.bigint() - start) / 1e6
  }
  const first = time(() => run(all[0]))
  const rounds = Array.from({ length: ROUNDS + 1 }, () => time(() => all.forEach(run))).slice(1)
  console.log(JSON.stringify({ first, best: Math.min(...rounds), documents: all.length, blocks }))
}

function compare() {
  const figures = Object.keys(tools).map(name => [
    name,
    JSON.parse(execFileSync(process.execPath, [self, folder, name], { encoding: 'utf8' })),
  ])
  const cell = number => number.toFixed(3).padStart(14)
  console.log(`${''.padEnd(12)}${['ms a document', 'ms a block', 'first, ms'].map(h => h.padStart(14)).join('')}`)
  for (const [name, { first, best, documents: n, blocks }] of figures) {
    console.log(`${name.padEnd(12)}${cell(best / n)}${cell(best / blocks)}${cell(first)}`)
  }
  const [[, ours], [, theirs]] = figures
  console.log(`franc takes ${(theirs.best / ours.best).toFixed(1)} times as long`)
}

if (tool === undefined) compare()
else await measure()
