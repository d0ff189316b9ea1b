// Tries more of each fault than `npm test` does, with a new seed each time: npm run faults -- --kills 100 --flips 200 --records 2000 --disks 100 [--seed N]
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const option = { type: 'string' }
const { values } = parseArgs({
  options: {
    kills: option,
    flips: option,
    records: option,
    disks: option,
    seed: { ...option, default: String(Math.floor(Math.random() * 1e6)) },
  },
})
const asked = Object.entries(values).map(([name, value]) => [`FAULTS_${name.toUpperCase()}`, value])
const vitest = ['vitest', 'run', 'tests/faults', '--maxWorkers', '1']
const { status } = spawnSync('npx', vitest, { stdio: 'inherit', env: { ...process.env, ...Object.fromEntries(asked) } })
process.exitCode = status ?? 1
