/** The examples of every help do what they say: each runs, in a folder that has what they speak of, where it needs one in a shell. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { EXAMPLES } from '../src/cli/cli.js'
import { commands } from '../src/cli/commands.js'
import { danish } from './cli-texts.js'
import { compiledProgram } from './program.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))
const jq = fileURLToPath(new URL('readme/jq.mjs', import.meta.url))
const gold = JSON.parse(readFileSync(join(fixtures, 'gold.json'), 'utf8')) as {
  readonly releases: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>>
}
const damaged = 'Die Werkst?tte f?r Windr?der ist er?ffnet.\n'

interface Ran {
  readonly status: number | null
  readonly stderr: string
}

let cwd: string
let bin: string
beforeAll(async () => {
  bin = compiledProgram()
  const decisions = { decisionsVersion: '1.0', offsetUnit: 'utf16', generator: 'parawire', decisions: [] }
  cwd = tempFolder({
    'decisions.json': JSON.stringify(decisions),
    'damaged.txt': damaged,
    'releases/acme.txt': danish,
    'gold.json': JSON.stringify(gold),
  })
  for (const { files } of Object.values(gold.releases))
    for (const path of Object.values(files)) cpSync(join(fixtures, path), join(cwd, path), { recursive: true })
  await inside('parawire releases -q -o corpus.ndjson')
  await inside('parawire releases -q -o old.ndjson')
  await inside('parawire parse releases -q | parawire group > groups.ndjson')
}, 120_000)

/** A line with nothing but our commands, plain words, and a file before or behind them: it needs no process. */
const PLAIN = /^(parawire [^|<>$();&]+(?:\| parawire [^|<>$();&]+)*)(?:([<>]) (\S+))?$/

async function inside(line: string): Promise<Ran> {
  const [, commands, sign, file] = PLAIN.exec(line)!
  let stdin = sign === '<' ? readFileSync(join(cwd, file!), 'utf8') : ''
  for (const command of commands!.split('|')) {
    const words = command.match(/'[^']*'|\S+/g)!.map(word => word.replace(/^'(.*)'$/, '$1'))
    const { code, out, err } = await runCli(words.slice(1), { cwd, stdin })
    if (code !== 0) return { status: code, stderr: err }
    stdin = out
  }
  if (sign === '>') writeFileSync(join(cwd, file!), stdin)
  return { status: 0, stderr: '' }
}

function inShell(line: string): Ran {
  const script = `parawire() { node "$BIN" "$@"; }; jq() { node "$JQ" "$@"; }; set -eo pipefail; ${line}`
  const env = { PATH: process.env.PATH, BIN: bin, JQ: jq }
  return spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env })
}

const all = [{ name: 'parawire', examples: EXAMPLES }, ...commands]
const lines = all.flatMap(({ name, examples }) => examples.map(([line]) => ({ name, line })))

test.each(all)('$name has two examples or more', ({ examples }) => {
  expect(examples.length).toBeGreaterThan(1)
})

test.each(lines)('$name: $line', async ({ name, line }) => {
  // What an example before built with a model may be another corpus, and then `diff` ends with 1.
  if (name === 'diff') cpSync(join(cwd, 'corpus.ndjson'), join(cwd, 'old.ndjson'))
  const { status, stderr } = PLAIN.test(line) ? await inside(line) : inShell(line)
  expect({ status, bug: stderr.includes('bug') }).toEqual({ status: 0, bug: false })
})

test('examples are of the command, with a purpose', () => {
  for (const { name, examples } of all)
    for (const [line, purpose] of examples) {
      const isOwn = ['parawire', 'build', 'learn'].includes(name) || line.includes(`parawire ${name}`)
      expect([basename(line), isOwn, purpose !== '']).toEqual([basename(line), true, true])
    }
})
