/** `parawire stats`: figures for people and for scripts, the same ones as `export --format stats` has. */
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { statsTable } from '../src/cli/stats-table.js'
import { colours } from '../src/cli/summary.js'
import { check } from '../src/index.js'
import { addTo, figuresOf, type Sums } from '../src/releases/figures.js'
import { goldens, made, ndjson } from './export-corpus.js'
import { runCli } from './run-cli.js'

const stdin = ndjson(goldens)
const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), cwd: '/', env: {} }
type Figures = Record<string, Record<string, Record<string, number>>>
const json = async (input = stdin) => JSON.parse((await runCli(['stats', '--json'], { stdin: input })).out) as Figures

describe('for scripts', () => {
  test('counts what is in the records', async () => {
    const sums = await json()
    const documents = goldens.flatMap(record => record.documents)
    const german = documents.filter(({ language }) => language.tag === 'de')
    expect(sums.releases!.all).toEqual({ '*': goldens.length })
    expect(sums.documents!.all).toMatchObject({ '*': documents.length, de: german.length })
    expect(sums.charset!['windows-1252']!.de).toBe(german.filter(d => d.charset.name === 'windows-1252').length)
    expect(sums.layout!['double-spaced']!['*']).toBe(documents.filter(d => d.layout.wrap === 'double-spaced').length)
    expect(sums.units!.all!['*']).toBe(goldens.reduce((sum, own) => sum + own.alignment.units.length, 0))
    const found = goldens.flatMap(record => check(record))
    for (const [code, counts] of Object.entries(sums.discrepancies!))
      expect(counts['*']).toBe(found.filter(finding => code === 'all' || finding.code === code).length)
    const unchecked = JSON.parse((await runCli(['stats', '--json', '--no-check'], { stdin })).out)
    expect({ ...unchecked, discrepancies: sums.discrepancies }).toEqual(sums)
    const alone = goldens.flatMap(({ alignment }) => alignment.unaligned)
    for (const [reason, counts] of Object.entries(sums.alone!))
      expect(counts['*']).toBe(alone.filter(own => own.reason === reason).length)
  })

  test('the sum of the languages is that of all; every unit is in some number of languages', async () => {
    const sums = await json()
    for (const what of ['documents', 'charset', 'repairs', 'blocks'])
      for (const counts of Object.values(sums[what]!)) {
        const own = Object.entries(counts).filter(([tag]) => tag !== '*')
        expect(own.reduce((sum, [, n]) => sum + n, 0)).toBe(counts['*'])
      }
    const parts = Object.entries(sums.units!).filter(([name]) => name.startsWith('in '))
    expect(parts.reduce((sum, [, counts]) => sum + counts['*']!, 0)).toBe(sums.units!.all!['*'])
  })

  test('export has the same figures', async () => {
    const sums = await json()
    const { out } = await runCli(['export', '--format', 'stats'], { stdin })
    for (const line of out.trim().split('\n').slice(1)) {
      const [what, language, name, count] = line.split('\t') as [string, string, string, string]
      expect([line, sums[what]![name]![language]]).toSatisfy(([, n]) =>
        language === '*' ? n! >= +count : n === +count,
      )
    }
  })
})

describe('for people', () => {
  test('a table of a small corpus', async () => {
    const record = made({ da: ['Første afsnit.', 'Andet.'], he: ['פסקה ראשונה.', ''] })
    const sums: Sums = new Map()
    for (const figure of figuresOf(record)) addTo(sums, figure)
    const out = statsTable(sums, 80, await colours(false, io))
    expect(out).toMatch(/^1 release, 2 documents in 2 languages\n\n +da +he +all\ndocuments +1 +1 +2\n/)
    expect(out).toMatch(/^blocks +2 +1 +3$/m)
    expect(out).toMatch(/^releases +1 +units +2/m)
    expect(out).toMatch(/^ {2}in 2 languages +1 +100 % +in 1 language +1 +50 %/m)
    expect(out).toMatch(/^ {20,}in 2 languages +1 +50 %$/m)
  })

  test.each([48, 60, 80, 120, 200])('no line is wider than %d', async width => {
    const { out } = await runCli(['stats', '--width', String(width)], { stdin })
    expect(out.split('\n').filter(line => line.length > width)).toEqual([])
    for (const tag of ['da', 'de', 'en', 'he', 'it', 'nl', 'all'])
      expect(out).toMatch(new RegExp(`^ +.*\\b${tag}\\b`, 'm'))
  })

  test('colours only where they are wanted', async () => {
    expect((await runCli(['stats'], { stdin })).out).not.toContain('\x1b[')
    expect((await runCli(['stats', '--color'], { stdin })).out).toContain('\x1b[')
  })

  test('nothing at all', async () => {
    expect(await runCli(['stats'], { stdin: '' })).toEqual({
      code: 0,
      out: '0 releases, 0 documents in 0 languages\n',
      err: '',
    })
  })
})

describe('bad records', () => {
  const bad = `${stdin}{"schemaVersion":"1.0"`
  test('end the run with their line, or are left out', async () => {
    const { code, out, err } = await runCli(['stats'], { stdin: bad })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`line ${goldens.length + 1}`)
    const kept = await runCli(['stats', '--keep-going', '--json'], { stdin: bad })
    expect(kept.code).toBe(1)
    expect(JSON.parse(kept.out)).toEqual(await json())
  })
})
