/** Which part of a corpus a run takes, and what it would take: --max-bytes, --limit, --since, --dry-run. */
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LeftOut, parseCorpus, UserError } from '../src/index.js'
import { bytesOfSize, sizeText } from '../src/ingest/sizes.js'
import type { Document, ReleaseRecord, Unused } from '../src/model.js'
import { danish, german } from './cli-texts.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const pathsOf = (out: string) => lines<ReleaseRecord>(out).flatMap(record => record.documents.map(d => d.path))

describe('--max-bytes', () => {
  test.each([
    ['4096', 4096],
    ['500k', 512_000],
    ['500 kB', 512_000],
    ['1.5M', 1_572_864],
    ['64MB', 2 ** 26],
    ['64MiB', 2 ** 26],
    ['128mb', 2 ** 27],
  ])('%s is %d bytes', (size, bytes) => expect(bytesOfSize(size)).toBe(bytes))

  test.each(['', 'x', '-1', '0', '0.1', 'MB', '5 apples', '1e6', '129MB', '1GB', '999999999999999T', '0x10', '１２'])(
    '%j is bad use',
    size => {
      expect(() => bytesOfSize(size)).toThrow(UserError)
    },
  )

  test.each([
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1 kB'],
    [1_572_864, '1.5 MB'],
    [2 ** 30, '1 GB'],
  ])('%d is told as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))

  test('a file of 1 GB is refused without being read, and the others are built', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish, 'in/big.txt': '', 'in/edge.txt': german })
    truncateSync(join(cwd, 'in/big.txt'), 2 ** 30)
    const before = process.memoryUsage().rss
    const { code, out, err } = await runCli(['parse', 'in'], { cwd })
    expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 29)
    expect({ code, paths: lines<Document>(out).map(d => d.path) }).toEqual({ code: 1, paths: ['a.txt', 'edge.txt'] })
    expect(err).toContain('TOO_LARGE  big.txt: 1 GB, more than the 32 MB that are read of a file; split it\n')
  })

  test('a file of just so many bytes is read, one of a byte more is not', async () => {
    const cwd = tempFolder({ 'a.txt': danish })
    const size = Buffer.byteLength(danish)
    expect((await runCli(['a.txt', '--max-bytes', String(size)], { cwd })).code).toBe(0)
    const { code, out, err } = await runCli(['a.txt', '--max-bytes', String(size - 1)], { cwd })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/TOO_LARGE {2}a\.txt: \d+ bytes, more than the \d+ bytes .* or read it with --max-bytes\n$/)
  })

  test('it holds for standard input and for the library as well', async () => {
    const { code, out, err } = await runCli(['parse', '-', '--max-bytes', '100'], { stdin: danish })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('TOO_LARGE  -: ')
    const unused: Unused[] = []
    const options = { cwd: tempFolder({ 'a.txt': danish }), maxBytes: 10, onUnused: (u: Unused) => unused.push(u) }
    for await (const _ of parseCorpus(['a.txt'], options)) expect.fail('nothing was to be read')
    expect(unused).toMatchObject([{ path: 'a.txt', code: 'TOO_LARGE' }])
    const tooMuch = parseCorpus(['a.txt'], { ...options, maxBytes: 2 ** 28 })
    await expect(tooMuch[Symbol.asyncIterator]().next()).rejects.toThrow('no file above 128 MB')
  })
})

describe('--limit', () => {
  const files = { 'b/2.txt': german, 'a/1.txt': danish, 'a/3.txt': danish.replaceAll('Esbjerg', 'Aarhus') }

  test('the first files by path, and the summary says how many were left out', async () => {
    const cwd = tempFolder(files)
    const { code, out, err } = await runCli(['parse', 'b', 'a', '--limit', '2'], { cwd })
    expect({ code, paths: lines<Document>(out).map(d => d.path) }).toEqual({ code: 0, paths: ['a/1.txt', 'a/3.txt'] })
    expect(err).toContain('skipped        1 file by --limit\n')
    expect((await runCli(['parse', '.', '--limit', '3'], { cwd })).err).not.toContain('skipped')
  })

  test('with a work folder a later run without it gives what it always gives', async () => {
    const cwd = tempFolder(files)
    const { out } = await runCli(['.'], { cwd })
    const limited = await runCli(['.', '--limit', '1', '--work', 'w'], { cwd })
    expect(pathsOf(limited.out)).toEqual(['a/1.txt'])
    expect((await runCli(['.', '--work', 'w'], { cwd })).out).toBe(out)
    expect((await runCli(['.', '--limit', '1', '--work', 'w'], { cwd })).out).toBe(limited.out)
  })
})

describe('--since', () => {
  const dated = (day: number) => german.replaceAll(/\b\d+\. Mai/g, `${day}. Mai`).replaceAll('120', `${300 + day}`)
  const undated = 'Ein kurzer Hinweis der Werkstatt ohne jedes Datum, wie er manchmal an der Tür hängt.\n'

  test('releases of that day or later; the others are counted, apart those without a date', async () => {
    const cwd = tempFolder({ '1.txt': dated(3), '2.txt': dated(17), '3.txt': dated(18), '4.txt': undated })
    const all = lines<ReleaseRecord>((await runCli(['.', '--group', 'name'], { cwd })).out)
    const dates = all.map(record => record.issued?.date ?? null)
    expect(dates).toEqual(['2026-05-03', '2026-05-17', '2026-05-18', null])
    const { code, out, err } = await runCli(['.', '--group', 'name', '--since', '2026-05-17'], { cwd })
    expect(code).toBe(0)
    expect(lines(out)).toEqual(all.slice(1, 3))
    expect(err).toContain('skipped        1 release (1 file) by --since; 1 release (1 file) without a date\n')
  })

  test('with a work folder, and as an option of the library', async () => {
    const cwd = tempFolder({ '1.txt': dated(3), '2.txt': dated(17), '3.txt': undated })
    const all = (await runCli(['.', '--group', 'name'], { cwd })).out
    await runCli(['.', '--group', 'name', '--since', '2026-05-04', '--work', 'w'], { cwd })
    expect((await runCli(['.', '--group', 'name', '--work', 'w'], { cwd })).out).toBe(all)
    const left: LeftOut[] = []
    const records: ReleaseRecord[] = []
    const options = { cwd, since: '2026-05-04', limit: 2, onLeftOut: (l: LeftOut) => left.push(l) }
    for await (const record of parseCorpus(['.'], { ...options, grouping: 'name' })) records.push(record)
    expect(records.map(r => r.documents.map(d => d.path))).toEqual([['2.txt']])
    expect(left).toEqual([
      { because: 'limit', files: 1, releases: null },
      { because: 'since', files: 1, releases: 1 },
    ])
  })
})

describe('--dry-run', () => {
  const files = {
    'in/a.txt': danish,
    'in/b\nc.txt': german,
    'in/d.rtf': '{\\rtf1',
    'in/empty.txt': '',
    'in/x.txt': '',
  }

  test('lists what would be read, says what not and why, and writes nothing', async () => {
    const cwd = tempFolder(files)
    truncateSync(join(cwd, 'in/x.txt'), 2 ** 30)
    const args = ['in', '--dry-run', '--work', 'w', '-o', 'out', '--rejects', 'r', '--since', '2026-01-01']
    const { code, out, err } = await runCli(args, { cwd })
    expect({ code, out }).toEqual({ code: 1, out: 'a.txt\nb\\x0Ac.txt\n' })
    const size = sizeText(Buffer.byteLength(danish) + Buffer.byteLength(german))
    expect(err).toMatch(new RegExp(`^2 files would be read, ${size}\\n {2}not used +3 inputs\\n`))
    for (const line of ['EMPTY', 'TOO_LARGE', 'UNSUPPORTED_FORMAT']) expect(err).toContain(`    ${line}`)
    expect(readdirSync(cwd)).toEqual(['in'])
  })

  test('it lists what the run then reads', async () => {
    const cwd = tempFolder({ ...files, 'in/more/e.txt': danish })
    const args = ['parse', 'in', '--limit', '3', '--exclude', 'e*']
    const planned = await runCli([...args, '--dry-run'], { cwd })
    const done = await runCli(args, { cwd })
    expect(planned.out.split('\n').filter(Boolean)).toEqual(
      lines<Document>(done.out).map(d => d.path.replace('\n', '\\x0A')),
    )
    expect(planned.code).toBe(done.code)
  })

  test('a work folder and an output stay as they are; standard input is not read', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish })
    mkdirSync(join(cwd, 'w'))
    writeFileSync(join(cwd, 'out'), 'old')
    const { code, out, err } = await runCli(['-', 'in', '--dry-run', '--work', 'w', '-q'], { cwd, stdin: danish })
    expect({ code, out, err }).toEqual({ code: 0, out: '-\na.txt\n', err: '' })
    expect(readdirSync(join(cwd, 'w'))).toEqual([])
    expect(existsSync(join(cwd, 'w/lock'))).toBe(false)
  })
})

describe('bad use', () => {
  const cwd = tempFolder({ 'a.txt': danish })
  test.each<[args: string[], message: RegExp]>([
    [['--max-bytes', 'much'], /^parawire: --max-bytes takes a size such as 500k, 64MB or 4096, not "much"\n$/],
    [
      ['--max-bytes', '1GB'],
      /^parawire: no file above 128 MB can be read as one text; use a smaller size and split the file\n$/,
    ],
    [['--limit', '0'], /^parawire: --limit takes a number of files from 1, not "0"\n$/],
    [['--limit', '1.5'], /^parawire: --limit takes a number/],
    [
      ['--since', 'yesterday'],
      /^parawire: --since takes a day such as 2026-03-02, not "yesterday"; give a date of the calendar\n$/,
    ],
    [['--since', '2026-02-30'], /^parawire: --since takes a day/],
    [['--since', '2026-13-01'], /^parawire: --since takes a day/],
    [['--since', '2026-3-2'], /^parawire: --since takes a day/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await runCli(['a.txt', ...args, '--work', 'w'], { cwd })
    expect(err).toMatch(message)
    expect({ code, out, left: readdirSync(cwd) }).toEqual({ code: 2, out: '', left: ['a.txt'] })
  })
})
