/**
 * Searches for broken laws in files and corpora at random, for as long as is said; without `--minutes` until it is stopped.
 *
 *     npm run soak -- [--minutes N] [--seed N] [--only files|corpora] [--texts DIR]
 *
 * `--texts` mixes in the paragraphs of your own .txt files, by folder. Files and corpora run in a process each. A case that
 * takes more than ten seconds of processor time is told and its process ended (where the system does not say how much a
 * process took, ten seconds by the clock). Exit code 1 where a law was broken.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** Nothing that a case is made of needs so long. */
const HANGS = 10_000
/** Before the first case the tables of languages are read. */
const STARTS = 60_000
const WITHOUT_END = 60 * 24 * 365

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: String(WITHOUT_END) },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 30)) },
    only: { type: 'string' },
    texts: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'parawire-soak-'))
const searches = values.only ? [values.only] : ['files', 'corpora']
const codes = await Promise.all(searches.map(run))
rmSync(folder, { recursive: true, force: true })
process.exitCode = codes.every(code => code === 0) ? 0 : 1

/** One search in a process of its own; the exit code. */
function run(name) {
  const heartbeat = join(folder, `${name}.json`)
  const env = {
    ...process.env,
    SOAK_MINUTES: values.minutes,
    SOAK_SEED: values.seed,
    SOAK_HEARTBEAT: heartbeat,
    ...(values.texts && { SOAK_TEXTS: resolve(values.texts) }),
  }
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  // Not kept until the search is over.
  const args = [vitest, 'run', '--disable-console-intercept', '--dir', 'tests/soak', `tests/soak/${name}.test.ts`]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  const started = Date.now()
  let beat = null
  let before = 0
  const watch = setInterval(() => {
    const last = lastBeat(heartbeat)
    if (last && last.at !== beat?.at) {
      beat = last
      before = timeOf(last.pid)
    }
    const taken = beat ? timeOf(beat.pid) - before : Date.now() - started
    if (beat?.what === 'nothing' || taken < (beat ? HANGS : STARTS)) return
    console.error(`${name}: hangs: ${JSON.stringify(beat ?? 'before the first case')}`)
    if (beat) process.kill(beat.pid, 'SIGKILL')
    child.kill('SIGKILL')
  }, 1000)
  return new Promise(done => {
    child.once('exit', code => {
      clearInterval(watch)
      done(code ?? 1)
    })
  })
}

/** The processor time that a process has taken, in milliseconds; where that is not told, the time of day. */
function timeOf(pid) {
  try {
    // Behind the name in brackets: user and system time are the twelfth and the thirteenth, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return Date.now()
  }
}

/** What a search does, and since when; null before the first case, and while it is being written. */
function lastBeat(path) {
  try {
    return { ...JSON.parse(readFileSync(path, 'utf8')), at: statSync(path).mtimeMs }
  } catch {
    return null
  }
}
