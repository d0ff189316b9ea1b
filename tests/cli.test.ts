/** The command line as a whole: help, mistakes, colours, and the commands that work on one text. */
import { readFileSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { main } from '../src/cli/cli.js'
import { commands } from '../src/cli/commands.js'
import { danish, german } from './cli-texts.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

describe('help and version', () => {
  test('--help goes to standard output, with examples', async () => {
    const { code, out, err } = await runCli(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    for (const word of ['Examples:', 'Exit codes']) expect(out).toContain(word)
  })

  test('every command has its own help', async () => {
    for (const { name: command } of commands) {
      const { code, out } = await runCli([command, '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`Usage: parawire ${command}`)
    }
    expect((await runCli(['build', '--help'])).out).toMatch(/-o, --output.*--pretty.*--quiet/s)
  })

  test('--version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

describe('bad use: one line, exit code 2, nothing on standard output', () => {
  const cwd = tempFolder({ 'a.txt': danish, 'image.bin': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0) })
  test.each<[args: string[], message: RegExp]>([
    [['--colour', 'a.txt'], /unknown option '--colour'/],
    [['parse', '--json', 'a.txt'], /unknown option '--json'/],
    [['repair', 'a.txt', 'b.txt'], /too many arguments/],
    [['a.txt', '-o'], /option '-o, --output <file>' argument missing/],
    [[], /^parawire: no input; name files/],
    [['parse'], /^parawire: no input/],
    [
      ['a.txt', '--language', 'klingon'],
      /^parawire: language "klingon" is not supported; use one of da, de, en, he, it, nl(?:, \w+)*\n$/,
    ],
    [['parse', 'a.txt', '--language', 'xx'], /^parawire: language "xx"/],
    [['detect', 'a.txt', '--charset', 'latin-99'], /^parawire: charset "latin-99" is unknown/],
    [['repair', 'a.txt', '--charset', 'latin-99'], /^parawire: charset "latin-99" is unknown/],
    [
      ['a.txt', '--files-from', 'none.lst'],
      /^parawire: cannot read none.lst: no such file or folder; check the name\n$/,
    ],
    [['a.txt', '-o', '.'], /^parawire: cannot write .: it is a folder; name a file\n$/],
    [
      ['a.txt', '-o', 'none/out.ndjson'],
      /^parawire: cannot write none\/out.ndjson: no such file or folder; check the name\n$/,
    ],
    [['a.txt', '-o', 'a.txt'], /^parawire: a.txt is both read and written/],
    [['a.txt', '-o', 'x', '--rejects', 'x'], /^parawire: -o and --rejects name the same file x/],
    [['a.txt', '--rejects', '-'], /^parawire: --rejects needs a file/],
    [['parse', '-', '--files-from', '-'], /^parawire: standard input cannot be both/],
    [['a.txt', '--root', 'none'], /^parawire: the root none cannot be used \(ENOENT\); name a folder\n$/],
    [['repair', 'none.txt'], /^parawire: cannot read none.txt: no such file or folder; check the name\n$/],
    [['repair', '.'], /^parawire: cannot read .: it is a folder; name a file\n$/],
    [['repair', 'image.bin'], /^parawire: cannot repair image.bin: binary data, not text\n$/],
    [['undo', 'none.ndjson'], /^parawire: cannot read none.ndjson: no such file/],
    [['undo', 'a.txt'], /^parawire: a.txt, line 1: not JSON/],
    [['validate', 'none.ndjson'], /^parawire: cannot read none.ndjson: no such file/],
    [['check', 'none.ndjson'], /^parawire: cannot read none.ndjson: no such file/],
    [['check', 'a.txt'], /^parawire: a.txt, line 1: not JSON/],
    [
      ['check', '--only', 'typo'],
      /^parawire: there is no finding "typo"; use one of address-differs, .*, untranslated\n$/,
    ],
    [['check', '--fail-on', 'all'], /^parawire: there is no finding "all"; use one of .*, any\n$/],
    [['check', '--min-confidence', 'high'], /^parawire: --min-confidence "high" is not a number from 0 to 1\n$/],
    [['check', '--min-confidence', '1.5'], /^parawire: --min-confidence "1.5" is not a number/],
    [['repair', 'bad\x1B[31m\nname.txt'], /^parawire: cannot read bad\\x1B\[31m\\x0Aname.txt: [^\n]*\n$/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await runCli(args, { cwd })
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('repair', () => {
  const damaged = 'Die Firma erÃ¶ffnet heute eine neue WerkstÃ¤tte fÃ¼r groÃŸe WindrÃ¤der.\n'
  const mended = 'Die Firma eröffnet heute eine neue Werkstätte für große Windräder.\n'

  test('standard input to standard output, with a line for people', async () => {
    const { code, out, err } = await runCli(['repair'], { stdin: damaged })
    expect({ code, out }).toEqual({ code: 0, out: mended })
    expect(err).toMatch(/^repairs \d+: mojibake \d+\n$/)
    expect(await runCli(['repair', '-', '--quiet'], { stdin: damaged })).toEqual({ code: 0, out: mended, err: '' })
  })

  test('--json gives what the library gives', async () => {
    const cwd = tempFolder({ 'a.txt': damaged })
    const { out } = await runCli(['repair', 'a.txt', '--json'], { cwd })
    const { text, repairs, unrepaired } = JSON.parse(out)
    expect({ text, unrepaired }).toEqual({ text: mended, unrepaired: [] })
    expect(repairs[0]).toMatchObject({ start: 12, before: 'Ã¶', after: 'ö', kind: 'mojibake' })
  })

  test('bytes are decoded first', async () => {
    const stdin = Buffer.from('Tidlig p\xE5 \xE5ret blev v\xE6rkstedet \xE5bnet.', 'latin1')
    const { out } = await runCli(['repair', '--charset', 'windows-1252', '--language', 'da'], { stdin })
    expect(out).toBe('Tidlig på året blev værkstedet åbnet.')
  })

  test('clean and empty texts come back as they are', async () => {
    expect(await runCli(['repair'], { stdin: danish })).toEqual({
      code: 0,
      out: danish,
      err: 'repairs no damage found\n',
    })
    expect(await runCli(['repair'], { stdin: '' })).toMatchObject({ code: 0, out: '' })
  })
})

describe('detect', () => {
  test('a line of JSON a file, sorted by path', async () => {
    const cwd = tempFolder({ 'b.txt': danish, 'a.txt': german, 'c.md': danish })
    const { code, out } = await runCli(['detect', '.', '--exclude', '*.md', '--quiet'], { cwd })
    expect(code).toBe(0)
    expect(lines(out)).toMatchObject([
      { path: 'a.txt', tag: 'de', guess: 'de' },
      { path: 'b.txt', tag: 'da', guess: 'da' },
    ])
    expect(Object.keys(lines(out)[0]!)).toEqual(['path', 'tag', 'evidence', 'margin', 'guess'])
  })

  test.each([
    ['pl', 'Spółka ogłosiła dziś wyniki za pierwszy kwartał. Przychody wzrosły o dwanaście procent.'],
    ['sv', 'Bolaget lade i dag fram resultatet för det första kvartalet. Intäkterna ökade med tolv procent.'],
    ['el', 'Η εταιρεία ανακοίνωσε σήμερα τα αποτελέσματα του πρώτου τριμήνου.'],
    ['und', '1 2 3'],
  ])('names a language without a pack: %s', async (guess, stdin) => {
    expect(lines((await runCli(['detect'], { stdin })).out)).toMatchObject([{ tag: 'und', guess }])
  })

  test('standard input, named or not', async () => {
    for (const args of [['detect'], ['detect', '-']]) {
      expect(lines((await runCli(args, { stdin: german })).out)).toMatchObject([{ path: '-', tag: 'de' }])
    }
    expect(await runCli(['detect', '-q'], { stdin: '' })).toEqual({ code: 1, out: '', err: '' })
  })
})

describe('colours', () => {
  const cwd = tempFolder({ 'a.txt': danish })
  test.each<[expected: boolean, args: string[], env: Record<string, string>, isTTY: boolean]>([
    [false, [], {}, false],
    [true, [], {}, true],
    [false, [], { TERM: 'dumb' }, true],
    [false, [], { NO_COLOR: '1' }, true],
    [true, [], { NO_COLOR: '' }, true],
    [true, [], { FORCE_COLOR: '1' }, false],
    [false, [], { FORCE_COLOR: '0' }, true],
    [false, [], { NO_COLOR: '1', FORCE_COLOR: '1' }, true],
    [true, ['--color'], { NO_COLOR: '1' }, false],
    [false, ['--no-color'], { FORCE_COLOR: '1' }, true],
  ])('%s for %j, %j, terminal %s', async (expected, args, env, isTTY) => {
    const { err } = await runCli(['repair', 'a.txt', ...args], { cwd, env, isTTY })
    expect(err.includes('\x1B[')).toBe(expected)
    expect(err).toContain('no damage found')
  })

  test('options for people may stand before the command', async () => {
    expect(await runCli(['--quiet', 'repair', 'a.txt'], { cwd })).toEqual({ code: 0, out: danish, err: '' })
  })
})

describe('a standard output that fails', () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
  test.each([
    ['EPIPE', 0, ''],
    ['ENOSPC', 2, 'parawire: cannot write to standard output: the disk is full; make room\n'],
  ])('%s', async (reason, expected, message) => {
    let err = ''
    const stderr = new Writable({
      write: (chunk, _encoding, done) => {
        err += chunk
        done()
      },
    })
    const io = { stdin: Readable.from([Buffer.from(danish)]), stdout: failing(reason), stderr, cwd: '/', env: {} }
    expect(await main(['repair'], io)).toBe(expected)
    expect(err).toBe(message)
  })
})
