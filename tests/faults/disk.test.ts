/**
 * Disks that are full: a clear error, and nothing half there. Each is a small disk of its own, which needs a name space for
 * mounts; not every machine allows it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { manyReleases } from '../cli-texts.js'
import { compiledProgram } from '../program.js'
import { tempFolder } from '../temp-folder.js'
import { below, chance, DISKS, oneOf, SEED, tally } from './campaign.js'

const home = tempFolder(manyReleases(0, 12))
const corpus = join(home, 'corpus.ndjson')
const texts = join(home, 'in')
let bin: string
beforeAll(() => {
  bin = compiledProgram()
  spawnSync(process.execPath, [bin, texts, '-q', '-o', corpus])
}, 120_000)

const exported = (format: string) => ['export', corpus, '--format', format, '--languages', 'da,de', '-o', 'out']
/** Commands that write into the folder in which they run, or into the one for temporary files, which is the same. */
const ways: readonly (readonly string[])[] = [
  [texts, '-o', 'out'],
  [texts, '-o', 'out', '--work', 'work'],
  [texts, '-o', '-'],
  ['learn', texts, '-o', 'out'],
  ['report', corpus, '-o', 'out'],
  ...['text', 'xces', 'moses', 'tmx'].map(exported),
  ['parse', texts, '--shards', '.', '--shard', '1/1'],
]

/** Runs a command on a disk of so many bytes and files; the answer has what stands there behind it. */
function onDisk(argv: readonly string[], options: string) {
  const disk = tempFolder({ disk: null, kept: null })
  const script = `mount -t tmpfs -o ${options} tmpfs disk && cd disk && export TMPDIR=$PWD && "$@"; code=$?; cp -r . ../kept; exit $code`
  const command = ['-Urm', 'bash', '-c', script, 'bash', process.execPath, bin, ...argv, '-q']
  // From Node 22 on, Node keeps what it compiled among temporary files.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const { status, stderr, stdout } = spawnSync('unshare', command, {
    cwd: disk,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env,
  })
  return { status, stderr, stdout, files: filesIn(join(disk, 'kept')) }
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0
const NO_MOUNT = 'no name space for mounts here: small disks are not tried'
const AMPLE = 'size=100m'

describe(`seed ${SEED}`, { timeout: 3_600_000 }, () => {
  test(`${DISKS} small disks`, ({ skip }) => {
    skip(!canMount, NO_MOUNT)
    const [random, outcomes] = [chance('disks'), tally('small disks')]
    const whole = new Map(ways.map(way => [way, onDisk(way, AMPLE)]))
    for (let k = 0; k < DISKS; k++) {
      const way = ways[k % ways.length]!
      const clean = whole.get(way)!
      const kilobytes = 4 + below(random, 1.2 * (sizeOf(clean.files) / 1024) + 40)
      const inodes = 1 + below(random, Object.keys(clean.files).length + 5)
      const options = oneOf(random, [`size=${kilobytes}k`, `${AMPLE},nr_inodes=${inodes}`])
      const got = onDisk(way, options)
      const where = `${k}: ${way.join(' ')} on ${options}: ${got.stderr}`
      outcomes.add(got.status === 0 ? 'enough' : 'full')
      const made = Object.entries(got.files).filter(([name]) => !name.startsWith('work'))
      for (const [name, text] of made) expect(clean.files[name] === text, `${where}: ${name}`).toBe(true)
      if (got.status === 0) expect([got.stdout, made.length], where).toEqual([clean.stdout, made.length])
      else expect([got.status, got.stderr], where).toEqual([2, expect.stringMatching(FULL)])
      if (got.status !== 0 && way[0] !== 'parse')
        expect(
          made.map(([name]) => name),
          where,
        ).toEqual([])
      const left = Object.keys(got.files).filter(name => /\.tmp$|lock/.test(name))
      expect(left, where).toEqual([])
    }
    outcomes.print()
  })
})

test('the folders of a first run on a disk that holds no more of them', ({ skip }) => {
  skip(!canMount, NO_MOUNT)
  for (let inodes = 2; inodes <= MOST_INODES; inodes++) {
    for (const way of ways.slice(0, 2)) {
      const { status, stderr } = onDisk(way, `${AMPLE},nr_inodes=${inodes}`)
      if (status !== 0) expect(stderr, `${inodes}: ${way.join(' ')}`).toMatch(FULL)
    }
  }
})

test('a report on a disk that holds no more files leaves nothing', { timeout: 120_000 }, ({ skip }) => {
  skip(!canMount, NO_MOUNT)
  const way = ['report', corpus, '-o', 'out']
  const most = Object.keys(onDisk(way, AMPLE).files).length + 5
  const full = Array.from({ length: most }, (_, k) => onDisk(way, `${AMPLE},nr_inodes=${most - k}`)).filter(
    ({ status }) => status !== 0,
  )
  expect(full.length).toBeGreaterThan(5)
  for (const { stderr, files } of full) expect([stderr, Object.keys(files)]).toEqual([expect.stringMatching(FULL), []])
})

/** The folders of a run and what marks them; with fewer it stops at each of them in turn. */
const MOST_INODES = 8
const FULL = /^parawire: cannot [^\n]*: the disk is full; make room\n$/
const sizeOf = (files: Record<string, string>) => Object.values(files).reduce((sum, text) => sum + text.length, 0)

test('standard output, and a file, on a full device', { timeout: 120_000 }, ({ skip }) => {
  skip(!existsSync('/dev/full'), 'there is no /dev/full')
  const shell = (script: string) =>
    spawnSync('bash', ['-c', script], { cwd: home, encoding: 'utf8', env: { ...process.env, BIN: bin } })
  for (const command of ['in', 'parse in', 'stats corpus.ndjson', 'schema', 'completion bash'])
    expect([command, shell(`node "$BIN" ${command} -q > /dev/full`).stderr]).toEqual([
      command,
      'parawire: cannot write to standard output: the disk is full; make room\n',
    ])
  expect(shell('node "$BIN" in -q -o /dev/full').stderr).toBe(
    'parawire: cannot write /dev/full: the disk is full; make room\n',
  )
  expect(shell('node "$BIN" in -o out 2> /dev/full').status).toBe(0)
})
