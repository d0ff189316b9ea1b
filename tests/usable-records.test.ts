/** Records that cannot be used, and every command that reads records: told with file and line, and nothing half-written. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReleaseRecord } from '../src/model.js'
import { goldens, made, ndjson } from './export-corpus.js'
import { FIXTURES } from './fixtures.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const [good, other] = goldens as readonly [ReleaseRecord, ReleaseRecord]
const GOLD = join(FIXTURES, 'gold.json')
const line = (value: unknown) => `${JSON.stringify(value)}\n`

/** Each makes something of a corpus; what is named `out` must not be there when it fails. */
const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['export tmx', ['export', 'corpus.ndjson', '--format', 'tmx', '-o', 'out']],
  ['export csv', ['export', 'corpus.ndjson', '--format', 'csv', '-o', 'out']],
  ['export parquet', ['export', 'corpus.ndjson', '--format', 'parquet', '-o', 'out']],
  ['export moses', ['export', 'corpus.ndjson', '--format', 'moses', '--languages', 'da,de', '-o', 'out']],
  ['export xces', ['export', 'corpus.ndjson', '--format', 'xces', '-o', 'out']],
  ['report', ['report', 'corpus.ndjson', '-o', 'out']],
  ['check', ['check', 'corpus.ndjson']],
]

/** A sound record with a unit more, of no text. */
const noText = {
  ...other,
  alignment: {
    ...other.alignment,
    units: [
      ...other.alignment.units,
      {
        ...other.alignment.units[0]!,
        id: 'u999',
        blocks: {},
        segments: [],
        moved: [],
        missing: other.documents.map(d => d.id),
      },
    ],
  },
}
const lost = {
  ...other,
  alignment: {
    ...other.alignment,
    units: other.alignment.units.map((unit, i) =>
      i === 0 ? { ...unit, blocks: { [other.documents[0]!.id]: ['x:9'] } } : unit,
    ),
  },
}
const last = other.languages.at(-1)!
const unknown = line(other).replaceAll(`"${last}"`, '"xx"').replaceAll(`"${last}:`, '"xx:')

const bad: readonly (readonly [name: string, text: string | Uint8Array, problem: RegExp])[] = [
  ['a last line that is cut off', line(other).slice(0, -40), /not JSON: .* \(is the line cut off\?\)/],
  [
    'a newer schema',
    line({ ...other, schemaVersion: '1.1' }),
    /schemaVersion "1\.1" is unknown to this version of parawire/,
  ],
  ['an unknown language', unknown, /\$\.documents\[\d\]\.language\.tag: language "xx" is unknown to this version/],
  ['a unit with no text', line(noText), /\$\.alignment\.units\[\d+\]: a unit with no text/],
  ['a unit of a block that is not there', line(lost), /no block "x:9" in document "\w+"/],
  ['the same release again', line(good), /the same release as line 1/],
  ['no JSON', 'Dear Sir or Madam,\n', /not JSON: /],
  ['no UTF-8', Buffer.from('{"id":"\xe4"}\n', 'latin1'), /not UTF-8/],
  ['no record', '{"id":1}\n', /not a record, \$\.\w+: .*; parawire validate lists all problems/],
  ['null', 'null\n', /not a record, \$: /],
  ['a document', line(other.documents[0]), /\$: a document, as parse prints it; give records, as build prints them/],
  [
    'a group',
    line({ documents: other.documents, versions: [], nearest: null }),
    /\$: documents of a release, as group prints/,
  ],
]
const corpusOf = (text: string | Uint8Array) => Buffer.concat([Buffer.from(`${line(good)}\n`), Buffer.from(text)])

describe.each(commands)('%s', (_, args) => {
  test.each(bad)('%s: its line, nothing written, exit code 2', async (_, text, problem) => {
    const cwd = tempFolder({ 'corpus.ndjson': corpusOf(text) })
    const { code, err } = await runCli(args, { cwd })
    expect([code, readdirSync(cwd)]).toEqual([2, ['corpus.ndjson']])
    expect(err).toMatch(/^parawire: corpus\.ndjson, line 3: [^\n]{1,400}; --keep-going skips it\n$/)
    expect(err).toMatch(problem)
  })

  test.each(bad)('%s: skipped and counted with --keep-going, exit code 1', async (_, text, problem) => {
    const cwd = tempFolder({ 'corpus.ndjson': corpusOf(text) })
    const { code, out, err } = await runCli([...args, '--keep-going'], { cwd })
    expect(code).toBe(1)
    expect(err).toMatch(/^skipped: corpus\.ndjson, line 3: /m)
    expect(err).toMatch(problem)
    expect(err).toMatch(/\b1 skipped\b/)
    expect(args.includes('out') ? readdirSync(cwd).some(name => /^out/.test(name)) : out.length >= 0).toBe(true)
  })

  test('an array', async () => {
    const cwd = tempFolder({ 'corpus.ndjson': JSON.stringify([good, other], null, 2) })
    expect((await runCli(args, { cwd })).code).toBe(0)
  })

  test('an array that is cut off: what stands before it can be had', async () => {
    const text = JSON.stringify([good, other], null, 2).slice(0, -100)
    const cut = text.split('\n').indexOf('  },') + 2
    const cwd = tempFolder({ 'corpus.ndjson': text })
    const { code, err } = await runCli(args, { cwd })
    expect([code, readdirSync(cwd)]).toEqual([2, ['corpus.ndjson']])
    expect(err).toContain(`corpus.ndjson, line ${cut}, item 2: not JSON: it ends before its last bracket is closed`)
    const quiet = await runCli([...args, '--keep-going', '--quiet'], { cwd })
    expect([quiet.code, quiet.err]).toEqual([1, ''])
  })

  test('an empty file is a corpus of nothing', async () => {
    const cwd = tempFolder({ 'corpus.ndjson': '' })
    const { code, err } = await runCli(args, { cwd })
    expect(code).toBe(0)
    expect(err).toMatch(/\b(?:0 releases?|in 0 releases)\b/)
  })
})

const [tmx] = commands
describe('20 MB', () => {
  test.each([tmx!, ...commands.slice(-2)])(
    '%s: of a record are read, of something else told in a line',
    async (_, args) => {
      const large = `${JSON.stringify([good, { ...other, issuer: 'x'.repeat(20e6) }], null, 2)}\n`
      expect((await runCli(args, { cwd: tempFolder({ 'corpus.ndjson': large }) })).code).toBe(0)
      const cwd = tempFolder({ 'corpus.ndjson': `${line(good)}${'x'.repeat(20e6)}\n` })
      const { code, err } = await runCli(args, { cwd })
      expect([code, readdirSync(cwd)]).toEqual([2, ['corpus.ndjson']])
      expect(err).toMatch(/^parawire: corpus\.ndjson, line 2: not JSON: [^\n]{1,200}; --keep-going skips it\n$/)
    },
  )
})

test('eval: a record that cannot be used', async () => {
  const cwd = tempFolder({ 'corpus.ndjson': corpusOf(unknown) })
  const { code, err } = await runCli(['eval', GOLD, 'corpus.ndjson'], { cwd })
  expect(code).toBe(2)
  expect(err).toMatch(
    /^parawire: corpus\.ndjson, line 3: invalid record, [^\n]* language "xx" is unknown[^;]*; parawire validate/,
  )
})

test.each(bad)('validate: %s', async (_, text, problem) => {
  const cwd = tempFolder({ 'corpus.ndjson': corpusOf(text) })
  const { code, err } = await runCli(['validate', 'corpus.ndjson'], { cwd })
  expect(code).toBe(1)
  expect(err).toMatch(/^corpus\.ndjson, line 3: /)
  expect(err).toMatch(new RegExp(problem.source.replace(/^not a record, /, '').replace(/; parawire validate.*/, '')))
})

test('export: what is sound in a record stays', async () => {
  const record = made({ da: [' ', 'to'], de: ['\n', 'zwei'] })
  const args = ['export', '--format', 'tsv', '--languages', 'da,de', '--keep-going']
  const { code, out } = await runCli(args, { stdin: ndjson([record]) })
  expect(code).toBe(1)
  expect(out.split('\n').map(row => row.split('\t')[1])).toEqual(['unit', 'u2', undefined])
})

test.each(['export', 'check'])('%s: a record that was edited by hand can be used', async command => {
  const edited = line(other).replace(other.documents[0]!.blocks[1]!.text.slice(0, 10), 'Ten letters')
  const args = command === 'export' ? ['--format', 'ninjs'] : ['--json']
  const { code, out } = await runCli([command, ...args], { stdin: edited })
  expect(code).toBe(0)
  if (command === 'export') expect(lines(out).length).toBe(other.languages.length)
  expect((await runCli(['validate'], { stdin: edited })).code).toBe(1)
})

test('export and check: ids that stand twice', async () => {
  const twice = { ...other, documents: other.documents.map(d => ({ ...d, blocks: [...d.blocks, d.blocks[0]!] })) }
  for (const args of [['export', '--format', 'tmx'], ['check']]) {
    const { code, err } = await runCli(args, { stdin: line(twice) })
    expect(code).toBe(2)
    expect(err).toMatch(/invalid record, \$\.documents\[0\]\.blocks\[\d+\]\.id: "\w+:\d+" is not unique in the record/)
  }
})

test('an export that fails leaves what was there before', async () => {
  const cwd = tempFolder({ 'corpus.ndjson': corpusOf('{'), out: 'before' })
  expect((await runCli(tmx![1], { cwd })).code).toBe(2)
  expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe('before')
  expect(existsSync(join(cwd, 'out'))).toBe(true)
})
