/** How far a run is said to be: rates and time left by a clock of the test, and what a log and a terminal get to see. */
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { follow, startProgress } from '../src/cli/progress.js'
import { danish, german } from './cli-texts.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

/** What a log holds after a run in which file `k` is done at `at(k)` milliseconds. */
async function logOf(steps: readonly string[], files: number, at: (k: number) => number, isTTY = false) {
  const stderr = Object.assign(new PassThrough(), { isTTY })
  let time = 0
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, cwd: '/', env: {}, now: () => time }
  const progress = await startProgress(io, true, steps)
  for (let k = 1; k <= files * steps.length; k++) {
    time = at(k)
    progress.show(k, files * steps.length)
  }
  progress.stop()
  stderr.end()
  return Buffer.concat(await stderr.toArray()).toString('utf8')
}

describe('a log', () => {
  test('a line every ten seconds, with the rate and the time left', async () => {
    expect(await logOf(['files'], 3000, k => k * 10)).toBe(
      'parawire: 1,000 of 3,000 files, 100 a second, about 20 s left\n' +
        'parawire: 2,000 of 3,000 files, 100 a second, about 10 s left\n' +
        'parawire: 3,000 of 3,000 files, 100 a second, about 0 s left\n',
    )
  })

  test('nothing of a short run', async () => {
    expect(await logOf(['files'], 999, k => k * 10)).toBe('')
  })

  test('each phase has its own speed, and what lies between two counts for neither', async () => {
    // 100 files in 20 s, a minute of nothing, and 100 files in 200 s.
    const log = await logOf(['files read', 'files written'], 100, k => (k <= 100 ? k * 200 : 80_000 + (k - 100) * 2000))
    expect(log.split('\n').slice(0, 4)).toEqual([
      'parawire: 50 of 100 files read, 5.0 a second, about 34 s left',
      'parawire: 100 of 100 files read, 5.0 a second, about 24 s left',
      'parawire: 1 of 100 files written',
      'parawire: 6 of 100 files written, 0.5 a second, about 4 min left',
    ])
  })

  test('of a run that goes on, the speed is soon that of what is new', async () => {
    const log = await logOf(['files'], 20_000, k => (k <= 10_000 ? k : 10_000 + (k - 10_000) * 100))
    expect(log).toContain('parawire: 10,000 of 20,000 files, 1,000 a second, about 10 s left\n')
    const later = log.split('\n').find(line => line.includes('11,000 of'))
    expect(later).toMatch(/11,000 of 20,000 files, 1\d a second, about 1\d min left$/)
  })

  test('hours', async () => {
    expect((await logOf(['files'], 1e5, k => k * 100)).split('\n')[0]).toContain(', 10 a second, about 2 h 47 min left')
  })
})

test('whatever the times, no figure is negative or odd, and steps add up', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 3 }), (some, phases) => {
      const times = Array.from({ length: phases }, () => some).flat()
      const moment = follow(phases)
      let now = 0
      for (const [k, gap] of times.entries()) {
        now += gap
        const { phase, done, total, speed, left } = moment(k + 1, times.length, now)
        expect(phase * total + done).toBe(k + 1)
        expect(phase).toBeLessThan(phases)
        for (const figure of [speed, left])
          expect(figure === null || (Number.isFinite(figure) && figure >= 0), `${figure}`).toBe(true)
      }
    }),
  )
})

describe('who sees it', () => {
  const cwd = tempFolder({ 'a.txt': danish, 'b.txt': german })

  test('a terminal sees both phases, with the pace', async () => {
    const text = await logOf(['files read', 'files written'], 100, k => k * 100, true)
    expect(text).toMatch(/0\/100 files read|1\/100 files read/)
    expect(text).toContain('100/100 files written, 10 a second, about 0 s left')
  })

  test('a log of a short run holds the summary alone, and with --quiet nothing', async () => {
    expect((await runCli(['.'], { cwd })).err).toMatch(/^\d releases?, 2 documents\n/)
    expect((await runCli(['.', '-q'], { cwd })).err).toBe('')
  })

  test('of a long run lines before the summary; with --quiet none', async () => {
    let time = 0
    const now = () => (time += 6000)
    const { err } = await runCli(['.'], { cwd, now })
    expect(err).toMatch(/^parawire: \d of 2 files (read|written)/)
    expect(err).toMatch(/\n\d releases?, 2 documents\n/)
    expect((await runCli(['.', '-q'], { cwd, now })).err).toBe('')
  })
})
