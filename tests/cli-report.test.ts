/** `parawire report`: a folder of pages, whole or not at all, and records that cannot be used. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReleaseRecord } from '../src/model.js'
import { changed, recordOf, texts } from './check-texts.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const first = recordOf(texts)
const second = recordOf(changed('it', '450 tonn', '540 tonn'))
const line = (value: unknown) => `${JSON.stringify(value)}\n`
const corpus = line(first) + line(second)
const pageName = ({ id }: ReleaseRecord) => `${id}.html`
const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
const whole = [
  'index.html',
  'parawire-report.json',
  'releases',
  ...[first, second].map(r => `releases/${pageName(r)}`),
].sort()

describe('a folder', () => {
  test('that is new gets a page for each release, and an index', async () => {
    const cwd = tempFolder({ 'corpus.jsonl': corpus })
    const { code, out, err } = await runCli(['report', 'corpus.jsonl', '-o', 'a/b'], { cwd })
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: '2 releases, 1 finding; open a/b/index.html\n',
    })
    expect(filesIn(join(cwd, 'a/b'))).toEqual(whole)
  })

  test('gets the same bytes from the same records, from standard input as well', async () => {
    const cwd = tempFolder({ 'corpus.jsonl': corpus, empty: null })
    await runCli(['report', 'corpus.jsonl', '-o', 'one', '-q'], { cwd })
    expect(await runCli(['report', '-o', 'empty', '-q'], { cwd, stdin: corpus })).toEqual({ code: 0, out: '', err: '' })
    for (const name of whole.filter(name => name !== 'releases'))
      expect(readFileSync(join(cwd, 'empty', name), 'utf8')).toBe(readFileSync(join(cwd, 'one', name), 'utf8'))
  })

  test('with an earlier report: its pages go, the files of others stay', async () => {
    const cwd = tempFolder()
    await runCli(['report', '-o', 'r'], { cwd, stdin: corpus })
    writeFileSync(join(cwd, 'r/releases/notes.html'), 'mine')
    writeFileSync(join(cwd, 'r/decisions.json'), '{}')
    expect((await runCli(['report', '-o', 'r'], { cwd, stdin: line(second) })).code).toBe(0)
    expect(filesIn(join(cwd, 'r'))).toEqual(
      [...whole.filter(name => name !== `releases/${pageName(first)}`), 'decisions.json', 'releases/notes.html'].sort(),
    )
  })

  test('with a mark that was tampered with loses nothing else', async () => {
    const files = ['../precious.html', 'releases/../../precious.html', '/precious.html', 'index.html']
    const sha256 = createHash('sha256').update(JSON.stringify(files)).digest('hex')
    const mark = `${JSON.stringify({ report: '1.0', sha256, files }, null, 1)}\n`
    const cwd = tempFolder({ 'precious.html': 'x', 'r/parawire-report.json': mark })
    expect((await runCli(['report', '-o', 'r'], { cwd, stdin: corpus })).code).toBe(0)
    expect(existsSync(join(cwd, 'precious.html'))).toBe(true)
  })

  test.each<[name: string, content: Record<string, string>, args: string[], message: RegExp]>([
    [
      'of somebody else',
      { 'r/letter.txt': 'x' },
      ['-o', 'r'],
      /^parawire: r is not empty and holds no earlier report;/,
    ],
    ['that is a file', { r: 'x' }, ['-o', 'r'], /^parawire: cannot write into r: it is a file; name a folder\n$/],
    ['with a damaged mark', { 'r/parawire-report.json': '{' }, ['-o', 'r'], /parawire-report\.json is damaged/],
    [
      'with a mark that lost a name',
      { 'r/parawire-report.json': '{"report":"1.0","files":[]}\n' },
      ['-o', 'r'],
      /parawire-report\.json is damaged/,
    ],
    ['that is not named', {}, [], /^parawire: report makes many pages; name a folder for them with -o FOLDER\n$/],
    ['on standard output', {}, ['-o', '-'], /name a folder/],
  ])('%s is refused', async (_, content, args, message) => {
    const cwd = tempFolder(content)
    const before = filesIn(cwd)
    const { code, err } = await runCli(['report', ...args], { cwd, stdin: corpus })
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(filesIn(cwd)).toEqual(before)
  })
})

describe('records that cannot be used', () => {
  const noText = {
    ...first,
    alignment: {
      ...first.alignment,
      units: [
        ...first.alignment.units,
        {
          ...first.alignment.units[0]!,
          id: 'u99',
          blocks: {},
          segments: [],
          missing: ['da', 'de', 'en', 'it'],
          moved: [],
        },
      ],
    },
  }
  const bad: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    ['a line that is cut off', line(second).slice(0, 5000), /line 2: not JSON: .* \(is the line cut off\?\)/],
    [
      'a newer version',
      line({ ...second, schemaVersion: '2.0' }),
      /line 2: schemaVersion "2\.0" is unknown to this version/,
    ],
    ['something else', '{"id": 1}\n', /line 2: not a record, \$\.\w+: /],
    ['a unit with no text', line(noText), /line 2: invalid record, \$\.alignment\.units\[\d+\]: a unit with no text/],
    ['a release twice', line(first), /line 2: the same release as line 1/],
    ['a broken law', line({ ...second, id: 'x' }), /line 2: invalid record, \$\.id: /],
    [
      'an unknown language',
      line(second).replaceAll('"it"', '"xx"').replaceAll('"it:', '"xx:'),
      /line 2: invalid record, .*"xx"/,
    ],
  ]

  test.each(bad)('%s: exit code 2, and nothing is written', async (_, text, message) => {
    const cwd = tempFolder()
    const { code, err } = await runCli(['report', '-o', 'r'], { cwd, stdin: line(first) + text })
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(filesIn(cwd)).toEqual([])
  })

  test.each(bad)('%s: an earlier report stays as it was', async (_, text) => {
    const cwd = tempFolder()
    await runCli(['report', '-o', 'r'], { cwd, stdin: corpus })
    const index = readFileSync(join(cwd, 'r/index.html'), 'utf8')
    expect((await runCli(['report', '-o', 'r'], { cwd, stdin: line(first) + text })).code).toBe(2)
    expect(filesIn(join(cwd, 'r'))).toEqual(whole)
    expect(readFileSync(join(cwd, 'r/index.html'), 'utf8')).toBe(index)
  })

  test.each(bad)('%s: left out and told with --keep-going, exit code 1', async (_, text, message) => {
    const cwd = tempFolder()
    const { code, err } = await runCli(['report', '-o', 'r', '--keep-going'], { cwd, stdin: line(first) + text })
    expect(code).toBe(1)
    expect(err).toMatch(message)
    expect(err).toMatch(/\n1 release, 0 findings, 1 skipped; open r\/index\.html\n$/)
    expect(filesIn(join(cwd, 'r/releases'))).toEqual([pageName(first)])
  })

  test('a file that is not there', async () => {
    const cwd = tempFolder()
    const { code, err } = await runCli(['report', 'no.jsonl', '-o', 'r'], { cwd })
    expect([code, filesIn(cwd)]).toEqual([2, []])
    expect(err).toMatch(/^parawire: cannot read no\.jsonl: no such file/)
  })

  test('an empty corpus is a report of nothing', async () => {
    const cwd = tempFolder()
    expect((await runCli(['report', '-o', 'r'], { cwd, stdin: '' })).code).toBe(0)
    expect(filesIn(join(cwd, 'r'))).toEqual(['index.html', 'parawire-report.json'])
  })
})
