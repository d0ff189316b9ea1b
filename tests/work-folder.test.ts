/** Work folders and threads, with the real program: the same bytes whatever happened before, and nothing half-written. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { manyReleases } from './cli-texts.js'
import { compiledProgram } from './program.js'
import { tempFolder } from './temp-folder.js'

const FILES = 44 // twice as many: enough for two threads
const cwd = tempFolder(manyReleases(0, FILES))
let bin: string
let expected: string
beforeAll(() => {
  bin = compiledProgram()
  const { stdout } = build('-j', '1')
  expected = stdout
}, 180_000)

const build = (...args: string[]) =>
  spawnSync(process.execPath, [bin, '-q', 'in', ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 })
const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [bin, '-q', 'in', ...args], { cwd, stdio: 'ignore' })
const ended = (child: ChildProcess) =>
  new Promise<number | null>(done => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode)
    else child.once('exit', done)
  })
const shards = (work: string) =>
  readdirSync(join(work, 'files'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.index'))

describe('a work folder', { timeout: 180_000 }, () => {
  test('the same bytes for any number of threads, with a work folder, and again from it', () => {
    expect(expected.split('\n').length).toBeGreaterThan(FILES / 2)
    expect(build('-j', '2').stdout).toBe(expected)
    const work = join(tempFolder(), 'work')
    expect(build('-j', '3', '--work', work).stdout).toBe(expected)
    const before = shards(work)
    expect(build('--work', work).stdout).toBe(expected)
    expect(shards(work)).toEqual(before)
  })

  test('new files are read alone; a file that is gone is in no record', () => {
    const work = join(tempFolder(), 'work')
    build('--work', work)
    const before = shards(work).length
    const added = manyReleases(FILES, FILES + 2)
    for (const [path, text] of Object.entries(added)) writeFileSync(join(cwd, path), text)
    try {
      expect(build('--work', work).stdout).toBe(build().stdout)
      expect(shards(work).length).toBe(before + 1)
    } finally {
      for (const path of Object.keys(added)) rmSync(join(cwd, path))
    }
    expect(build('--work', work).stdout).toBe(expected)
  })

  test('asked to stop, a run says how to go on, and leaves no half output', async () => {
    const [work, folder] = [join(tempFolder(), 'work'), tempFolder()]
    const child = spawn(process.execPath, [bin, 'in', '--work', work, '-o', join(folder, 'out.jsonl')], { cwd })
    let told = ''
    child.stderr.on('data', chunk => {
      told += chunk
    })
    while (!existsSync(join(work, 'files')) && child.exitCode === null) await pause(20)
    child.kill('SIGINT')
    expect(await ended(child)).toBe(130)
    expect(told).toContain('the same command goes on where it stopped')
    expect(readdirSync(folder)).toEqual([])
    expect(build('--work', work).stdout).toBe(expected)
  })

  test('one run at a time; the lock of a dead run is taken over', async () => {
    const work = join(tempFolder(), 'work')
    const child = start('--work', work)
    while (!existsSync(join(work, 'lock'))) await pause(10)
    child.kill('SIGSTOP')
    const { status, stderr } = build('--work', work)
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('is in use by process') })
    child.kill('SIGKILL')
    await ended(child)
    expect(build('--work', work)).toMatchObject({ status: 0, stdout: expected })
  })

  test('a damaged folder is mended, a foreign one refused', () => {
    const work = join(tempFolder(), 'work')
    build('--work', work)
    const data = readdirSync(work, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.data'))
    for (const name of data) truncateSync(join(work, name), Math.floor(statSync(join(work, name)).size / 2))
    expect(build('--work', work)).toMatchObject({ status: 0, stdout: expected })
    const foreign = tempFolder({ 'thesis.doc': 'mine' })
    const { status, stderr } = build('--work', foreign)
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('name an empty') })
    expect(readdirSync(foreign)).toEqual(['thesis.doc'])
  })

  test('where nothing can be written: a clear error, and no half output', () => {
    const folder = tempFolder()
    const out = join(folder, 'out.jsonl')
    // Files of 8 blocks at most: as on a disk that is full.
    const script = `ulimit -f 8; trap '' XFSZ; exec "$0" "$@"`
    const args = ['-c', script, process.execPath, bin, '-q', 'in', '--work', join(folder, 'work'), '-o', out]
    const { status, stderr } = spawnSync('bash', args, { cwd, encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('work') })
    expect(existsSync(out)).toBe(false)
    for (const work of ['/proc/nowhere', 'in/0-0.txt', 'no/such/folder'])
      expect(build('--work', work)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('cannot work in the folder'),
      })
  })
})
