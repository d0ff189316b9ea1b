/** What processes leave that were killed: whose it is can be told, and nothing of a live one goes. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { lock } from '../src/store/store.js'
import { beganOf, isAlive, isUnfinished, removeLeftovers, unfinishedName } from '../src/store/unfinished.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

/** The number of a process that has ended. */
const { pid: dead } = spawnSync(process.execPath, ['--version'])

/** The name of this process with other parts: the system, the number, the beginning. */
async function nameWith(parts: { system?: string; pid?: number; began?: string }): Promise<string> {
  const [, system, pid, began, rest] = /^\.parawire-(\w+)-(\w+)-(\w+)-(.*)$/.exec(await unfinishedName())!
  return `.parawire-${parts.system ?? system}-${parts.pid ?? pid}-${parts.began ?? began}-${rest}`
}

test('what dead processes of this system have left goes, whatever it is; all else stays', async () => {
  const hasProc = existsSync('/proc/self/stat')
  const gone = [await nameWith({ pid: dead }), await nameWith({ pid: dead, began: 'x' })]
  // The number of a dead process belongs to another one by now.
  if (hasProc) gone.push(await nameWith({ began: '1' }))
  const kept = [
    await unfinishedName(),
    await nameWith({ began: 'x' }),
    await nameWith({ system: '00000000', pid: dead }),
    '.parawire-thesis.tmp',
    '.out.jsonl.0123abcd.tmp',
    'lock',
  ]
  const folder = tempFolder(Object.fromEntries([...gone, ...kept].map(name => [name, 'x'])))
  const full = await nameWith({ pid: dead })
  mkdirSync(join(folder, full))
  writeFileSync(join(folder, full, 'x'), 'x')
  expect([...gone, full, kept[0]!].every(isUnfinished)).toBe(true)
  await removeLeftovers(folder)
  expect(readdirSync(folder).sort()).toEqual(kept.sort())
  await removeLeftovers(join(folder, 'nowhere'))
})

test('a process that is dead and not yet asked how it ended is dead', async ({ skip }) => {
  skip(!existsSync('/proc/self/stat'), 'there is no /proc to tell of it')
  // The shell becomes a program that never asks for its child.
  const parent = spawn('bash', ['-c', 'sleep 0.2 & echo $!; exec sleep 20'])
  onTestFinished(() => void parent.kill())
  const pid = Number(await new Promise(done => createInterface({ input: parent.stdout }).once('line', done)))
  const began = await beganOf(pid)
  expect(await isAlive(pid, began)).toBe(true)
  while ((await beganOf(pid)) === began) await new Promise(done => setTimeout(done, 20))
  expect(await isAlive(pid, began)).toBe(false)
})

test('a folder that goes while it is being locked ends the run', async () => {
  for (let k = 0; k < 20; k++) {
    const folder = tempFolder()
    let isDone = false
    const locking = lock(folder)
      .then(unlock => unlock())
      .catch(() => {})
      .finally(() => {
        isDone = true
      })
    while (!isDone && readdirSync(folder).length === 0) await turn()
    rmSync(folder, { recursive: true })
    await locking
  }
})

test('the next run removes it, and is not stopped by it', async () => {
  const cwd = tempFolder({ 'a.txt': 'Nordkyst Vind A/S\n', report: null, work: null, parts: null })
  for (const place of ['', 'report', 'work', 'parts'])
    writeFileSync(join(cwd, place, await nameWith({ pid: dead })), 'half')
  const runs = [
    ['a.txt', '-o', 'out'],
    ['report', 'out', '-o', 'report'],
    ['a.txt', '--work', 'work'],
    ['parse', 'a.txt', '--shards', 'parts', '--shard', '1/1'],
  ]
  for (const argv of runs) expect(await runCli([...argv, '-q'], { cwd })).toMatchObject({ code: 0, err: '' })
  const left = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.parawire-'))
  expect(left).toEqual([])
})
