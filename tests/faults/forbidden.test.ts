/** What may not be read or written, and folders in place of files: a code in the list of rejects, or an error that says so. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { danish, german } from '../cli-texts.js'
import { compiledProgram } from '../program.js'
import { lines, runCli } from '../run-cli.js'
import { tempFolder } from '../temp-folder.js'

/** Root may do everything; another one meets what is forbidden. */
const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const cwd = tempFolder({
  'in/a.txt': danish,
  'in/b.txt': german,
  'in/deep/c.txt': german.replaceAll('Esbjerg', 'Vejle'),
})
const made = ['tmp', 'work', 'parts', 'report', 'free'] as const
let bin: string
let canRun: boolean
const NO_PROGRAM = 'this is root, and nobody else may read the program here'

function run(...argv: string[]): string {
  const env = { ...process.env, TMPDIR: join(cwd, 'tmp') }
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const { status, stderr } = spawnSync(process.execPath, [bin, ...argv, '-q'], { cwd, env, encoding: 'utf8', ...as })
  return `${status} ${stderr.trimEnd()}`
}

beforeAll(() => {
  bin = compiledProgram()
  chmodSync(cwd, 0o755)
  for (const name of made) {
    mkdirSync(join(cwd, name))
    chmodSync(join(cwd, name), 0o777)
  }
  canRun = run('--version').startsWith('0 ')
  if (!canRun) return
  for (const line of [
    ['in', '-o', 'free/corpus'],
    ['in', '--work', 'work', '-o', 'free/out'],
    ['parse', 'in', '--shards', 'parts', '--shard', '1/1'],
    ['report', 'free/corpus', '-o', 'report'],
    ['learn', 'in', '-o', 'free/model'],
  ])
    expect(run(...line)).toBe('0 ')
}, 120_000)

const DENIED = 'permission denied; check its permissions'

/** A place; `*` stands for a name that nobody knows before. */
function found(place: string): string {
  const [folder, end] = place.split('/*') as [string, string | undefined]
  if (end === undefined) return place
  const names = readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' })
  return join(folder, names.find(name => name.endsWith(end))!)
}

describe('somebody who may not', { timeout: 60_000 }, () => {
  test.for<[place: string, argv: string[], told: RegExp | string]>([
    ['free/corpus', ['validate', 'free/corpus'], `2 parawire: cannot read free/corpus: ${DENIED}`],
    ['free/corpus', ['report', 'free/corpus', '-o', 'r'], `2 parawire: cannot write into r: ${DENIED}`],
    ['free/corpus', ['export', 'free/corpus', '--format', 'csv'], `2 parawire: cannot read free/corpus: ${DENIED}`],
    ['free/model', ['in', '--model', 'free/model'], /^2 parawire: cannot read the model free\/model: permission/],
    ['free', ['in', '-o', 'free/out'], `2 parawire: cannot write free/out: ${DENIED}`],
    [
      'free',
      ['export', 'free/corpus', '--format', 'text', '-o', 'free/t'],
      /^2 parawire: cannot \w+ free\/\w+: permission/,
    ],
    ['in/a.txt', ['in', '-o', 'out'], `2 parawire: cannot write out: ${DENIED}`],
    ['tmp', ['in'], /^2 parawire: cannot work in the folder \/.*tmp: permission denied; check its permissions$/],
    ['work', ['in', '--work', 'work'], /^2 parawire: cannot work in the folder \/.*work: permission denied/],
    [
      'work/parawire-work.json',
      ['in', '--work', 'work'],
      /^2 parawire: cannot work in the folder .*: permission denied/,
    ],
    ['work/records/*.data', ['in', '--work', 'work'], /^2 parawire: cannot read \/.*\.data: permission denied/],
    ['work/files/*.index', ['in', '--work', 'work'], /^2 parawire: cannot work in the folder .*: permission denied/],
    [
      'report',
      ['report', 'free/corpus', '-o', 'report'],
      /^2 parawire: cannot \w+ (?:into )?report: permission denied/,
    ],
    [
      'report/parawire-report.json',
      ['report', 'free/corpus', '-o', 'report'],
      /^2 parawire: cannot read report.*: permission denied/,
    ],
    ['parts/*.jsonl', ['group', '--shards', 'parts'], /^2 parawire: cannot read parts\/documents.*: permission denied/],
    ['parts/*.done', ['group', '--shards', 'parts'], /^2 parawire: cannot read .*\.done: permission denied/],
    ['parts', ['group', '--shards', 'parts'], /^2 parawire: cannot read parts.*: permission denied/],
  ])('%s: %j', ([place, argv, told], { skip }) => {
    skip(!canRun, NO_PROGRAM)
    const path = join(cwd, found(place))
    chmodSync(path, 0)
    onTestFinished(() => chmodSync(path, 0o777))
    expect(run(...argv)).toEqual(expect.stringMatching(told))
    expect(readdirSync(cwd).sort()).toEqual(['in', ...made].sort())
  })

  test('files and folders among texts are told, and the others are read', ({ skip }) => {
    skip(!canRun, NO_PROGRAM)
    for (const name of ['in/a.txt', 'in/deep']) {
      chmodSync(join(cwd, name), 0)
      onTestFinished(() => chmodSync(join(cwd, name), 0o777))
    }
    expect(run('parse', 'in', '-o', 'free/some', '--rejects', 'free/rejects')).toBe('1 ')
    const rejects = lines(readFileSync(join(cwd, 'free/rejects'), 'utf8'))
    expect(rejects.map(({ path, code }) => `${code} ${path}`)).toEqual(['UNREADABLE a.txt', 'UNREADABLE deep'])
    expect(lines(readFileSync(join(cwd, 'free/some'), 'utf8')).map(({ path }) => path)).toEqual(['b.txt'])
  })
})

describe('a folder in place of a file', () => {
  const folder = tempFolder({ 'in/a.txt': danish, 'in/b.txt': german })
  const told = async (place: string, ...argv: string[]) => {
    rmSync(join(folder, place), { recursive: true, force: true })
    mkdirSync(join(folder, place, 'x'), { recursive: true })
    const { code, err } = await runCli([...argv, '-q'], { cwd: folder })
    return `${code} ${err.trimEnd()}`
  }
  const inside = (end: string) =>
    readdirSync(join(folder, 'work'), { recursive: true, encoding: 'utf8' }).find(name => name.endsWith(end))!

  test('of a work folder', async () => {
    await runCli(['in', '--work', 'work', '-q'], { cwd: folder })
    cpSync(join(folder, 'work'), join(folder, 'whole'), { recursive: true })
    for (const end of ['lock', 'parawire-work.json', '0000000.data', '0000000.index']) {
      const place = end === 'lock' ? end : inside(end)
      expect(await told(join('work', place), 'in', '--work', 'work')).toMatch(
        /^2 parawire: (?:cannot work in the folder .*work.*: it is a folder; |.*\.data is a folder, and no part of a work folder; remove it$)/,
      )
      rmSync(join(folder, 'work'), { recursive: true })
      cpSync(join(folder, 'whole'), join(folder, 'work'), { recursive: true })
    }
  })

  test('of outputs, marks, parts and lists', async () => {
    await runCli(['in', '-o', 'corpus', '-q'], { cwd: folder })
    const moses = ['export', 'corpus', '--format', 'moses', '--languages', 'da,de', '-o', 'm']
    const parse = ['parse', 'in', '--shards', 'parts', '--shard', '1/1']
    const FOLDER = 'it is a folder; name a file'
    expect(await told('out', 'in', '-o', 'out')).toBe(`2 parawire: cannot write out: ${FOLDER}`)
    expect(await told('m.de', ...moses)).toBe(`2 parawire: cannot write m.de: ${FOLDER}`)
    expect(readdirSync(folder)).not.toContain('m.da')
    expect(await told('parts/documents-00001-of-00001.done', ...parse)).toMatch(
      /^2 parawire: cannot read .*\.done: it is a folder/,
    )
    rmSync(join(folder, 'parts'), { recursive: true })
    expect(await told('parts/documents-00001-of-00001.jsonl', ...parse)).toMatch(
      /^2 parawire: cannot write parts.*: it is a folder/,
    )
    expect(await told('list', 'parse', '--files-from', 'list')).toBe(`2 parawire: cannot read list: ${FOLDER}`)
  })
})
