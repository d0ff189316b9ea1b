// Tries more of each fault than `npm test` does: npm run faults -- --kills 100 --flips 200 --records 2000 --disks 100 --seed 7
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const option = { type: 'string' }
const { values } = parseArgs({
  options: { kills: option, flips: option, records: option, disks: option, seed: option },
})
const asked = Object.entries(values).map(([name, value]) => [`FAULTS_${name.toUpperCase()}`, value])
const vitest = ['vitest', 'run', 'tests/faults', '--maxWorkers', '1']
const { status } = spawnSync('npx', vitest, { stdio: 'inherit', env: { ...process.env, ...Object.fromEntries(asked) } })
process.exitCode = status ?? 1
