/** What is suggested where a word is not known: commands, options, their values. */
import { describe, expect, test } from 'vitest'
import { languageMeant, nearest } from '../src/cli/suggest.js'
import { german } from './cli-texts.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

describe('the nearest word', () => {
  const words = ['build', 'export', 'report', 'repair', 'validate', 'csv', 'tsv', 'stats']
  test.each([
    ['exprot', 'export'],
    ['buidl', 'build'],
    ['EXPORT', 'export'],
    ['reprt', 'report'],
    ['cvs', 'csv'],
    ['validat', 'validate'],
    ['valid', 'validate'],
    ['rep', 'report'],
    ['releases', null],
    ['x', null],
    ['', null],
  ])('%j: %s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant)
  })

  test('of several the first, where none is nearer', () => {
    expect(nearest('xsv', ['csv', 'tsv'])).toBe('csv')
    expect(nearest('tsvv', ['csv', 'tsv'])).toBe('tsv')
  })

  test.each([
    ['dk', 'da'],
    ['DK', 'da'],
    ['il', 'he'],
    ['iw', 'he'],
    ['at', 'de'],
    ['us', 'en'],
    ['ita', 'it'],
    ['Danish', 'da'],
    ['Deutsch', 'de'],
    ['עברית', 'he'],
    ['germn', 'de'],
    ['be', null], // Belarusian, not Belgium
    ['zz', null],
    ['xx', null],
    ['klingon', null],
    ['', null],
  ])('of a language, %j: %s', (word, expected) => {
    expect(languageMeant(word)).toBe(expected)
  })
})

describe('on the command line', () => {
  const cwd = tempFolder({ 'a.txt': german, exprot: german })
  test.each<[args: string[], message: RegExp]>([
    [['buidl', 'a.txt'], /^parawire: "buidl" is not a command, file or folder; did you mean parawire build\?\n$/],
    [['exporte', 'corpus.ndjson'], /did you mean parawire export\?/],
    [['--quiet', 'chek'], /did you mean parawire check\?/],
    [['hepl'], /did you mean parawire help\?/],
    [['help', 'exprot'], /there is no command "exprot"; use one of .* \(did you mean export\?\)/],
    [['export', '--output'], /\(see parawire export --help\)/],
    [['parse', 'a.txt', '--ouput', 'x'], /unknown option '--ouput'\n\(Did you mean --output\?\)/],
    [['a.txt', '--ouput', 'x'], /unknown option '--ouput'\n\(Did you mean --output\?\)/],
    [['export', '--formt', 'tmx'], /\(Did you mean --format\?\)/],
    [['corpus.ndjson', '--format', 'tmx'], /unknown option '--format'\n.*\n\(--format is an option of export\)\n$/],
    [['parse', '--json=x'], /\(--json is an option of repair, stats, check, diff, eval\)\n$/],
    [['--\x1b[31m'], /unknown option '--\\x1B\[31m'/],
    [['check', '--quite'], /\(Did you mean --quiet\?\)/],
    [['export', '--format', 'tmxx'], /there is no format "tmxx"; use one of .*, stats \(did you mean tmx\?\)\n$/],
    [['export', '--format', 'tmx', '--level', 'segments'], /\(did you mean segment\?\)/],
    [['export', '--format', 'tmx', '--languages', 'dk,de'], /"dk" is not supported; .* \(did you mean da\?\)/],
    [['a.txt', '--language', 'dk'], /"dk" is not supported; .* \(did you mean da\?\)/],
    [['repair', 'a.txt', '--charset', 'latin9x'], /charset "latin9x" is unknown; .* \(did you mean latin9\?\)/],
    [['a.txt', '--charset', 'window-1252'], /\(did you mean windows1252\?\)/],
    [['a.txt', '--group', 'nmae'], /not "nmae" \(did you mean name\?\)/],
    [['check', '--only', 'number-difers'], /there is no finding "number-difers"; .* \(did you mean number-differs\?\)/],
    [['show', '--level', 'segmnt'], /\(did you mean segment\?\)/],
    [['completion', 'bsh'], /there is no completion for "bsh"; .* \(did you mean bash\?\)/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await runCli(args, { cwd })
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('a file of such a name is built; so is a name with build before it', async () => {
    expect(await runCli(['exprot', '-q'], { cwd })).toMatchObject({ code: 0 })
    expect((await runCli(['build', 'exporte'], { cwd })).err).toContain('NOT_FOUND')
  })

  test('a missing file that is like no command is told as before', async () => {
    expect((await runCli(['none.txt'], { cwd })).err).toContain('NOT_FOUND')
    expect((await runCli(['releases'], { cwd })).err).toContain('NOT_FOUND')
  })
})
