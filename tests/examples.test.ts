/** The examples of every help do what they say: each runs in a shell, in a folder that has what they speak of. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.js'
import { EXAMPLES } from '../src/cli/examples.js'
import { danish } from './cli-texts.js'
import { compiledProgram } from './program.js'
import { tempFolder } from './temp-folder.js'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))
const jq = fileURLToPath(new URL('readme/jq.mjs', import.meta.url))
const gold = JSON.parse(readFileSync(join(fixtures, 'gold.json'), 'utf8')) as {
  readonly releases: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>>
}
const damaged = 'Die Werkst?tte f?r Windr?der ist er?ffnet.\n'

let shell: (line: string) => { status: number | null; stderr: string }
beforeAll(() => {
  const bin = compiledProgram()
  const decisions = { decisionsVersion: '1.0', offsetUnit: 'utf16', generator: 'parawire', decisions: [] }
  const cwd = tempFolder({
    'decisions.json': JSON.stringify(decisions),
    'damaged.txt': damaged,
    'releases/acme.txt': danish,
    'gold.json': JSON.stringify(gold),
  })
  for (const { files } of Object.values(gold.releases))
    for (const path of Object.values(files)) cpSync(join(fixtures, path), join(cwd, path), { recursive: true })
  shell = line => {
    const script = `parawire() { node "$BIN" "$@"; }; jq() { node "$JQ" "$@"; }; set -eo pipefail; ${line}`
    const env = { PATH: process.env.PATH, BIN: bin, JQ: jq }
    return spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env })
  }
  shell(
    'parawire releases -q -o corpus.ndjson && cp corpus.ndjson old.ndjson && parawire parse releases -q | parawire group > groups.ndjson',
  )
}, 120_000)

const all = [{ name: 'parawire', examples: EXAMPLES }, ...commands]
const lines = all.flatMap(({ name, examples }) => examples.map(([line]) => ({ name, line })))

test.each(all)('$name has two examples or more', ({ examples }) => {
  expect(examples.length).toBeGreaterThan(1)
})

test.each(lines)('$name: $line', ({ line }) => {
  const { status, stderr } = shell(line)
  expect({ status, bug: stderr.includes('bug') }).toEqual({ status: 0, bug: false })
})

test('examples are of the command, with a purpose', () => {
  for (const { name, examples } of all)
    for (const [line, purpose] of examples) {
      const isOwn = ['parawire', 'build', 'learn'].includes(name) || line.includes(`parawire ${name}`)
      expect([basename(line), isOwn, purpose !== '']).toEqual([basename(line), true, true])
    }
})
