/**
 * How the time of each stage grows on texts that nobody writes (`families/families.mjs`): megabytes a second at each
 * size, growth a doubling from size to size, and the slowest stage of the largest. Processor time, the least of some
 * runs. With `--only` the families whose name has the words; with `--other` those of another build.
 *
 *     npm run build && node --expose-gc tests/bench/families.bench.mjs --sizes 64,128,256,512 [--only lines] [--other DIST] [--runs 3]
 *
 * With `--releases` the releases of the table: read, record (settle, align, reconcile), check, report, validate.
 *
 *     node --expose-gc tests/bench/families.bench.mjs --releases --sizes 16,32,64
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bytesOf, FAMILIES, RELEASES, releaseOf } from './families/families.mjs'
import { fileTimes, keepLeast, releaseTimes } from './families/stages.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '64,128,256,512' },
    only: { type: 'string', default: '' },
    other: { type: 'string', default: 'dist' },
    runs: { type: 'string', default: '3' },
    releases: { type: 'boolean', default: false },
  },
})
const SLOW = 0.2 // megabytes a second
const STEEP = 2.2 // times a doubling
const LEAST = 40 // milliseconds: less tells nothing of growth
const WARM_UP = 8 // kilobytes
const NAME = 46
const sizes = values.sizes.split(',').map(Number)

const sum = times => Object.values(times).reduce((all, time) => all + time, 0)

/** The least times of some runs, each on a heap that is swept if it can be (`--expose-gc`). */
function leastOf(measure) {
  const least = {}
  for (let run = 0; run < Number(values.runs); run++) {
    globalThis.gc?.()
    keepLeast(least, measure())
  }
  return least
}

function row(name, textsOf, timesOf) {
  const cells = []
  let [notes, before] = ['', null]
  for (const size of sizes) {
    const texts = textsOf(name, size * 1024)
    const amount = texts.reduce((all, { length }) => all + length, 0)
    const least = leastOf(() => timesOf(texts))
    const all = sum(least)
    const growth = before && all > LEAST ? (all / before.all) ** (1 / Math.log2(amount / before.amount)) : null
    if (growth > STEEP) notes = ' STEEP'
    cells.push(`${(amount / 1000 / all).toFixed(2).padStart(8)}${(growth ? `x${growth.toFixed(2)}` : '').padStart(6)}`)
    before = { all, amount, least }
  }
  const [slowest] = Object.entries(before.least).sort((a, b) => b[1] - a[1])
  if (!values.releases && before.amount / 1000 / before.all < SLOW) notes += ' SLOW'
  console.log(`${name.padEnd(NAME)}${cells.join('')}  ${slowest[0]} ${slowest[1].toFixed(0)} ms${notes}`)
}

const FILE_PARTS = [
  'decode.js',
  'repair/repair.js',
  'detect/detect.js',
  'segment/segment.js',
  'pipeline/read-document.js',
  'languages/index.js',
]
const RELEASE_PARTS = [
  'pipeline/read-document.js',
  'pipeline/release-record.js',
  'api/records.js',
  'report/report.js',
  'cli/records/record-problems.js',
]
const load = name => import(pathToFileURL(resolve(values.other, name)).href)
const parts = Object.assign({}, ...(await Promise.all((values.releases ? RELEASE_PARTS : FILE_PARTS).map(load))))
const names = Object.keys(values.releases ? RELEASES : FAMILIES).filter(name => name.includes(values.only))

console.log(
  `${'MB/s, growth a doubling'.padEnd(NAME)}${sizes.map(size => `${size} KB`.padStart(8).padEnd(14)).join('')}`,
)
if (values.releases) for (const name of names) row(name, releaseOf, texts => releaseTimes(parts, texts).times)
else {
  for (const name of names) fileTimes(parts, bytesOf(name, WARM_UP * 1024))
  for (const name of names)
    row(
      name,
      (family, n) => [bytesOf(family, n)],
      ([bytes]) => fileTimes(parts, bytes),
    )
}
