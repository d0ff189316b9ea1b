/** Completion: the scripts in the shells that they are for, as far as these are on the machine; bash always is. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, type TestContext, test } from 'vitest'
import { commands } from '../src/cli/commands.js'
import { models } from '../src/cli/completion-scripts.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const cwd = tempFolder({ 'corpus.ndjson': '', 'parts/one.txt': '', 'with blank.txt': '' })
const shells = ['bash', 'zsh', 'fish']
const here = new Set(shells.filter(shell => spawnSync(shell, ['--version']).status === 0))
const needing =
  (shell: string) =>
  ({ skip }: TestContext) =>
    skip(!here.has(shell), `${shell} is not here`)
const file = (shell: string) => join(cwd, `completion.${shell}`)
const run = (shell: string, script: string, env: Record<string, string> = {}) =>
  spawnSync(shell, [...(shell === 'zsh' ? ['-f'] : shell === 'bash' ? ['--norc'] : ['--no-config']), '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
  })

beforeAll(async () => {
  for (const shell of shells) writeFileSync(file(shell), (await runCli(['completion', shell])).out)
})

describe('what it is made of', () => {
  test('every command, and every option that help shows', async () => {
    const made = models()
    expect(made.map(({ name }) => name)).toEqual([...commands.map(({ name }) => name), 'help'])
    for (const { name, options } of made.filter(own => own.name !== 'help')) {
      const { out } = await runCli([name, '--help'])
      const shown = [...out.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)]
        .map(match => match[2])
        .filter(o => o !== '--version')
      expect(options.map(({ long }) => long).sort()).toEqual([...new Set(shown)].sort())
    }
  })

  test.each(shells)('%s: the same every time, with every command in it', async shell => {
    const { code, out, err } = await runCli(['completion', shell])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect((await runCli(['completion', shell])).out).toBe(out)
    for (const { name } of commands) expect(out).toContain(name)
  })

  test('no shell, and another one', async () => {
    expect((await runCli(['completion'])).err).toContain("missing required argument 'shell'")
    expect(await runCli(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' })
  })
})

describe.each(shells)('%s', shell => {
  beforeEach(needing(shell))

  test('the script is one', () => {
    expect(run(shell, `${shell === 'fish' ? 'fish -n' : `${shell} -n`} completion.${shell}`)).toMatchObject({
      status: 0,
      stderr: '',
    })
  })
})

/** What bash completes of a line: parted as readline parts it, the last word being the one at the cursor. */
function bash(line: string): string[] {
  const words = line.split(/\s+|(?<==)|(?==)/).filter((word, i, all) => word !== '' || i === all.length - 1)
  const script = `source completion.bash; COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
    _parawire; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = run('bash', script)
  expect(stderr).toBe('')
  return stdout.split('\n').filter(Boolean)
}

describe('bash completes', () => {
  const formats = ['tei', 'tmx', 'tsv', 'text']
  test.each<[line: string, words: string[]]>([
    ['parawire exp', ['explain', 'export']],
    ['parawire exporting', []],
    ['parawire corp', ['corpus.ndjson']],
    ['parawire export --format t', formats],
    ['parawire export --format=t', formats],
    ['parawire export corpus.ndjson --format tm', ['tmx']],
    ['parawire --format xl', ['xliff']],
    ['parawire export --level ', ['unit', 'segment']],
    ['parawire --language d', ['da', 'de']],
    ['parawire -j 2 releases --language d', ['da', 'de']],
    ['parawire show corpus.ndjson --languages da,h', ['da,he']],
    ['parawire show corpus.ndjson --languages h', ['he']],
    ['parawire group --group ', ['content', 'name', 'dir', 'manifest=']],
    ['parawire group --group man', ['manifest=']],
    ['parawire check --fail-on an', ['any']],
    ['parawire check --only number-', ['number-differs', 'number-missing']],
    ['parawire eval gold.json --by p', ['pair']],
    ['parawire completion ', ['bash', 'zsh', 'fish']],
    ['parawire help sc', ['schema']],
    ['parawire --sin', ['--since']],
    ['parawire build --sin', ['--since']],
    ['parawire releases/ --sin', ['--since']],
    ['parawire -o align --sin', ['--since']],
    ['parawire check --sin', []],
    ['parawire --quiet check --jso', ['--json']],
    ['parawire stats --j', ['--json']],
    ['parawire export corpus.ndjson -o ', []], // readline completes files
    ['parawire group --group manifest=', []],
    ['parawire build --work p', ['parts']],
    ['parawire report corpus.ndjson -o p', ['parts']],
    ['parawire build --limit ', []],
    ['parawire schema ', []],
  ])('%s: %j', (line, words) => {
    expect(bash(line).sort()).toEqual([...words].sort())
  })

  test('commands and files where nothing stands yet', () => {
    expect(bash('parawire ')).toEqual(
      expect.arrayContaining([...commands.map(({ name }) => name), 'corpus.ndjson', 'with blank.txt']),
    )
  })
})

/** What fish completes of a line, without descriptions. */
const fish = (line: string): string[] => {
  const { stdout } = run('fish', `source completion.fish; complete -C '${line}'`)
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(own => own.split('\t')[0]!)
}

/**
 * What zsh completes of a line: a shell in a pseudo-terminal is given the line and a tab, and writes what it finds to a
 * file, with `end` behind it when it has finished.
 */
function zsh(line: string): string[] {
  const script = `zmodload zsh/zpty zsh/zselect; rm -f hits; zpty z 'zsh -f -i'
    zpty -w z 'autoload -Uz compinit; compinit -u -d ./dump; source ./completion.zsh'
    zpty -w z 'compadd() { local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >> hits; builtin compadd "$@" }'
    zpty -w z 'finish() { print end >> hits }; zle -N finish; bindkey "^X^E" finish; echo re""ady'
    zpty -r z chunk '*ready*'
    zpty -w -n z '${line}'$'\\t\\x18\\x05'
    integer i
    for ((i = 0; i < 300; i++)); do
      if [[ -f hits && "$(<hits)" == *end ]]; then break; fi
      zselect -t 10; while zpty -r -t z chunk; do :; done
    done
    zpty -d z; cat hits`
  const { stdout } = run('zsh', script, { TERM: 'xterm' })
  const hits = stdout.split('\n').filter(Boolean)
  expect(hits.at(-1)).toBe('end')
  return [...new Set(hits.slice(0, -1))]
}

describe('zsh completes', () => {
  beforeEach(needing('zsh'))

  test.each<[line: string, words: string[]]>([
    ['parawire exp', ['explain', 'export']],
    ['parawire export --format t', ['tei', 'tmx', 'tsv', 'text']],
    ['parawire export --level=se', ['segment']],
    ['parawire --language d', ['da', 'de']],
    ['parawire show corpus.ndjson --languages da,h', ['he']],
    ['parawire group --group n', ['name']],
    ['parawire completion ', ['bash', 'zsh', 'fish']],
    ['parawire check --on', ['--only']],
    ['parawire check --sin', []],
    ['parawire export corp', ['corpus.ndjson']],
  ])('%s: %j', (line, words) => {
    expect(zsh(line).sort()).toEqual([...words].sort())
  })
})

describe('fish completes', () => {
  beforeEach(needing('fish'))

  test.each<[line: string, words: string[]]>([
    ['parawire exp', ['explain', 'export']],
    ['parawire export --format t', ['tei', 'tmx', 'tsv', 'text']],
    ['parawire export corpus.ndjson --lev', ['--level']],
    ['parawire --language d', ['da', 'de']],
    ['parawire show corpus.ndjson --languages da,h', ['da,he']],
    ['parawire completion ', ['bash', 'zsh', 'fish']],
    ['parawire --sin', ['--since']],
    ['parawire check --sin', []],
    ['parawire export corpus', ['corpus.ndjson']],
  ])('%s: %j', (line, words) => {
    expect(fish(line).sort()).toEqual([...words].sort())
  })
})
