/** Inputs that are not what they seem, as files of a real folder: the run goes on, and tells of each of them. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findFiles, readFile, type SourceFile } from '../src/ingest/ingest.js'
import type { Document, ReleaseRecord, Unused } from '../src/model.js'
import { danish, german } from './cli-texts.js'
import { compiledProgram } from './program.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const rejectsIn = (cwd: string) => lines<Unused>(readFileSync(join(cwd, 'rejects'), 'utf8'))
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function found(cwd: string, path: string): Promise<SourceFile> {
  const files = await findFiles([path], { cwd }, () => {})
  return files[0]!
}

async function read(file: SourceFile, maxBytes?: number) {
  const unused: Unused[] = []
  const bytes = await readFile(file, u => unused.push(u), { maxBytes })
  return { bytes, unused: unused.map(({ path, code }) => `${code} ${path}`) }
}

describe('very many empty files', () => {
  const MANY = 20_000
  test('all are reported in --rejects, and a few on standard error', async () => {
    const cwd = tempFolder({ 'in/text.txt': danish, 'in/sub': null })
    for (let i = 0; i < MANY; i++) closeSync(openSync(join(cwd, i % 2 ? 'in' : 'in/sub', `${i}.txt`), 'w'))
    const before = process.memoryUsage().rss
    const { code, out, err } = await runCli(['in', '--rejects', 'rejects'], { cwd })
    expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 29)
    expect({ code, records: lines(out).length }).toEqual({ code: 1, records: 1 })
    expect(err).toContain(`not used       ${MANY} inputs`)
    expect(err).toContain(`and ${MANY - 10} more; --rejects FILE lists them all`)
    expect(err.split('\n').length).toBeLessThan(30)
    const rejects = rejectsIn(cwd)
    expect(new Set(rejects.map(({ path }) => path)).size).toBe(MANY)
    expect(rejects.every(({ code }) => code === 'EMPTY')).toBe(true)
  })
})

describe('names that would drive a terminal', () => {
  const names = [
    'line\nend',
    'car\rriage',
    'quo"te\'s',
    'tab\t',
    '\x1B[31mred\x1B[0m',
    '\x9B31mred',
    '\u202Egnp',
    '\u2067iso\u2069',
    'שלום',
    '$(reboot)`',
  ]

  test.each(names)('%j is exact in the JSON and harmless on standard error', async name => {
    const cwd = tempFolder({ [`in/${name}.txt`]: danish, [`in/${name} empty.txt`]: '', [`in/${name}.pdf`]: '' })
    const { out, err } = await runCli(['in', '--rejects', 'rejects'], { cwd })
    expect(lines<ReleaseRecord>(out)[0]!.documents[0]!.path).toBe(`${name}.txt`)
    expect(rejectsIn(cwd).map(({ path }) => path)).toEqual([`${name} empty.txt`, `${name}.pdf`])
    const planned = await runCli(['in', '--dry-run'], { cwd })
    for (const printed of [err, planned.err, planned.out])
      expect(printed.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
    expect(planned.out.split('\n')).toHaveLength(2)
    const missing = await runCli([`${name}.none`], { cwd })
    expect(missing.err.split('\n')).toHaveLength(4)
  })
})

describe('the same file by several names is read once', () => {
  const tree = {
    'in/a.txt': danish,
    'in/b.txt': { link: 'a.txt' },
    'in/folder/c.txt': german,
    alias: { link: 'in' },
    'in/folder/up': { link: '..' },
  }
  test.each<[name: string, args: string[]]>([
    ['two patterns', ['in/*.txt', 'in/**/*.txt']],
    ['./ and ..', ['./in/a.txt', 'in/../in/a.txt', 'in//folder', 'in/folder/./c.txt', 'in/a.txt']],
    ['a link to the folder', ['alias', 'in']],
    ['a link to the file', ['in/b.txt', 'in/a.txt', 'alias/folder/c.txt', 'in/folder']],
    ['a link that leads back', ['in', 'in/folder/up/folder']],
  ])('%s', async (_, args) => {
    const cwd = tempFolder(tree)
    for (const argv of [args, [...args].reverse()]) {
      const { out } = await runCli(['parse', ...argv, '--root', '.'], { cwd })
      expect(lines<Document>(out).map(({ path }) => path)).toEqual(['in/a.txt', 'in/folder/c.txt'])
    }
  })
})

describe('what is no file', { timeout: 60_000 }, () => {
  let bin: string
  beforeAll(() => {
    bin = compiledProgram()
  }, 120_000)
  /** In a process that is ended if it hangs. */
  const parawire = (cwd: string, script: string) =>
    spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', timeout: 50_000, env: { ...process.env, BIN: bin } })

  test('a pipe that nobody writes to, in a folder and named', () => {
    const cwd = tempFolder({ 'in/a.txt': danish })
    execFileSync('mkfifo', [join(cwd, 'in/pipe.txt')])
    const { status, stderr } = parawire(cwd, 'node "$BIN" parse in in/pipe.txt')
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('NOT_A_FILE  pipe.txt: a pipe'),
    })
    expect(stderr).toContain('1 document\n')
  })

  test('a file that became a pipe, or a folder, before it was read', async () => {
    const cwd = tempFolder({ 'a.txt': danish, 'b.txt': danish })
    const [pipe, folder] = [await found(cwd, 'a.txt'), await found(cwd, 'b.txt')]
    for (const name of ['a.txt', 'b.txt']) rmSync(join(cwd, name))
    execFileSync('mkfifo', [join(cwd, 'a.txt')])
    mkdirSync(join(cwd, 'b.txt'))
    expect(await read(pipe)).toEqual({ bytes: null, unused: ['NOT_A_FILE a.txt'] })
    expect((await read(folder)).bytes).toBe(null)
  })

  test('devices without an end', () => {
    const cwd = tempFolder({ 'in/a.txt': danish, 'in/zero.txt': { link: '/dev/zero' } })
    const { status, stderr, stdout } = parawire(cwd, 'node "$BIN" parse in /dev/zero /dev/full --root /')
    expect({ status, documents: lines(stdout).length }).toEqual({ status: 1, documents: 1 })
    for (const name of ['dev/zero', 'dev/full', 'zero.txt']) expect(stderr).toContain(`${name}: a device, not a file`)
  })

  test('standard input: without an end, as /dev/stdin, and as what bash makes of <(...)', () => {
    const cwd = tempFolder({ 'a.txt': danish })
    const endless = parawire(cwd, 'node "$BIN" parse - < /dev/zero')
    expect(endless).toMatchObject({ status: 1, stdout: '' })
    expect(endless.stderr).toContain('TOO_LARGE  -: it has more than the 32 MB')
    const piped = parawire(cwd, 'cat a.txt | node "$BIN" parse /dev/stdin; node "$BIN" parse <(cat a.txt)')
    expect(piped.stdout).toBe('')
    expect(
      piped.stderr.match(/a pipe, not a file; save its content to a file, or pipe it in and name it -/g),
    ).toHaveLength(2)
    expect(lines<Document>(parawire(cwd, 'node "$BIN" parse /dev/stdin < a.txt').stdout)).toMatchObject([
      { sha256: sha256(danish) },
    ])
  })

  test('a list of names, or a text to repair, without an end', () => {
    const cwd = tempFolder({ 'a.txt': danish })
    const { status, stderr } = parawire(cwd, 'node "$BIN" parse --files-from /dev/zero')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'parawire: cannot read /dev/zero: it is larger than 512 MB; split it\n',
    })
  })

  test('a file that tells no size is read to its end, or refused where it has none', async ({ skip }) => {
    skip(!existsSync('/proc/self/status'), 'there is no /proc')
    const cwd = tempFolder({ 'status.txt': { link: '/proc/self/status' } })
    const status = await read(await found(cwd, 'status.txt'))
    expect(Buffer.from(status.bytes!).toString()).toMatch(/^Name:[\s\S]*\n$/)
    expect((await read(await found(cwd, 'status.txt'), 100)).unused).toEqual(['TOO_LARGE status.txt'])
  })

  test('loops of links', () => {
    const cwd = tempFolder({
      'in/a.txt': danish,
      'in/x.txt': { link: 'y.txt' },
      'in/y.txt': { link: 'x.txt' },
      'in/deep/up': { link: '../..' },
    })
    symlinkSync(join(cwd, 'in'), join(cwd, 'in/deep/in'))
    const { status, stdout, stderr } = parawire(cwd, 'node "$BIN" parse in in/deep/up/in/deep/up/in')
    expect({ status, paths: lines<Document>(stdout).map(d => d.path) }).toEqual({ status: 1, paths: ['a.txt'] })
    for (const name of ['x.txt', 'y.txt', 'deep/up', 'deep/in']) expect(stderr).toContain(`LINK_CYCLE  ${name}: `)
  })

  test('files that come, grow, shrink, change and go while a run reads them', async () => {
    const cwd = tempFolder({ 'in/steady.txt': german })
    // Each state is a text of one letter, so that a mixture of two states shows; one write makes the file it is.
    const state = (letter: string, size: number) => `${danish}${`${letter.repeat(40)}\n`.repeat(size)}`
    const states = [...'abcdefgh'].flatMap((letter, k) => [state(letter, 40), state(letter, 4 * k)])
    const names = Array.from({ length: 8 }, (_, k) => join(cwd, `in/${k}.txt`))
    for (const name of names) writeFileSync(name, states[0]!)
    const writer = new Worker(WRITER, { eval: true, workerData: { names, states, aside: join(cwd, 'next') } })
    onTestFinished(async () => void (await writer.terminate()))
    for (let round = 0; round < 2; round++) {
      const child = spawn(process.execPath, [bin, 'parse', 'in', '--rejects', 'rejects', '-o', 'out'], { cwd })
      await new Promise(done => child.once('exit', done))
      const documents = lines<Document>(readFileSync(join(cwd, 'out'), 'utf8'))
      const rejects = rejectsIn(cwd)
      expect(documents.map(d => d.path)).toContain('steady.txt')
      for (const { path, sha256: hash, bytes } of documents) {
        const known = path === 'steady.txt' ? [german] : states
        const whole = known.find(text => sha256(text) === hash)
        expect(whole === undefined ? path : Buffer.byteLength(whole)).toBe(whole === undefined ? 'torn' : bytes)
      }
      for (const { code } of rejects) expect(['NOT_FOUND', 'EMPTY', 'UNREADABLE']).toContain(code)
    }
  })

  /** Replaces, cuts, appends to and removes files without end. */
  const WRITER = `
    const { workerData: { names, states, aside } } = require('node:worker_threads')
    const fs = require('node:fs')
    const gap = new Int32Array(new SharedArrayBuffer(4))
    for (let k = 0; ; k++) {
      Atomics.wait(gap, 0, 0, 1)
      const name = names[k % names.length]
      const state = states[(k * 7) % states.length]
      if (k % 5 === 0) fs.rmSync(name, { force: true })
      else {
        fs.writeFileSync(aside, state)
        fs.renameSync(aside, name)
      }
    }`
})

describe('a file that changes while it is read', () => {
  test('bytes are what the hash says, whatever was done before the reading', async () => {
    const cwd = tempFolder({ 'a.txt': danish })
    const file = await found(cwd, 'a.txt')
    appendFileSync(join(cwd, 'a.txt'), german)
    expect(Buffer.from((await read(file)).bytes!).toString()).toBe(danish + german)
    truncateSync(join(cwd, 'a.txt'), 10)
    expect((await read(file)).bytes).toHaveLength(10)
    truncateSync(join(cwd, 'a.txt'), 0)
    expect(await read(file)).toEqual({ bytes: null, unused: ['EMPTY a.txt'] })
    rmSync(join(cwd, 'a.txt'))
    expect(await read(file)).toEqual({ bytes: null, unused: ['NOT_FOUND a.txt'] })
  })

  test('one that grows all the time is read as it was at some moment, or told of', async () => {
    const line = (k: number) => `${String(k).padStart(9)}\n`
    const cwd = tempFolder({ 'a.txt': '' })
    const file = await found(cwd, 'a.txt')
    const writer = new Worker(
      `const fs = require('node:fs')
       const file = fs.openSync(require('node:worker_threads').workerData, 'a')
       for (let k = 0; k < 2e6; k++) fs.writeSync(file, String(k).padStart(9) + '\\n')`,
      { eval: true, workerData: join(cwd, 'a.txt') },
    )
    onTestFinished(async () => void (await writer.terminate()))
    while (statSync(join(cwd, 'a.txt')).size === 0) await pause(1)
    for (let round = 0; round < 40; round++) {
      const { bytes, unused } = await read(file)
      const text = bytes && Buffer.from(bytes).toString('latin1')
      const whole = Array.from({ length: Math.floor((text?.length ?? 0) / 10) }, (_, k) => line(k)).join('')
      if (text === null) expect(unused).toEqual(['UNREADABLE a.txt'])
      else expect(text.startsWith(whole) && text.length - whole.length < 10).toBe(true)
    }
  })
})
