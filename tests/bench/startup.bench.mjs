/**
 * What `parawire --help` costs beside a bare start of Node: medians of 15 runs each, taken in turn.
 * Run it after a build: node tests/bench/startup.bench.mjs
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RUNS = 15
const bin = process.argv[2] ?? fileURLToPath(new URL('../../bin/parawire.js', import.meta.url))

const commands = { bare: ['-e', '0'], help: [bin, '--help'], version: [bin, '--version'] }
const times = Object.fromEntries(Object.keys(commands).map(name => [name, []]))

for (let run = 0; run < RUNS; run++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint()
    const { status, stderr } = spawnSync(process.execPath, args)
    if (status !== 0) throw new Error(String(stderr))
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}

const median = list => list.sort((a, b) => a - b)[(list.length - 1) / 2]
const bare = median(times.bare)
for (const name of ['help', 'version']) {
  const ms = median(times[name])
  const figures = `${ms.toFixed(0)} ms, bare Node ${bare.toFixed(0)} ms: +${(ms - bare).toFixed(0)} ms, x${(ms / bare).toFixed(2)}`
  console.log(`--${name.padEnd(8)} ${figures}`)
}
