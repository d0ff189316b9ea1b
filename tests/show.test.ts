/** `parawire show`: the list of releases, and one of them side by side or one text under another, at every width. */
import { PassThrough, Readable, Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { main } from '../src/cli/cli.js'
import { listedOf, listText } from '../src/cli/show/show-list.js'
import { releaseText } from '../src/cli/show/show-release.js'
import { colours } from '../src/cli/summary.js'
import { widthOf } from '../src/cli/terminal.js'
import type { ReleaseRecord } from '../src/model.js'
import { golden, goldens, made, ndjson } from './export-corpus.js'
import { runCli } from './run-cli.js'

const stdin = ndjson(goldens)
const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), cwd: '/', env: {} }
const [plainText, coloured] = await Promise.all([colours(false, io), colours(true, io)])
const shown = (record: ReleaseRecord, width: number, level: 'unit' | 'segment' = 'unit') =>
  releaseText(record, { width, level, languages: null }, plainText)
const show = async (record: ReleaseRecord, ...args: string[]) => {
  const { code, out, err } = await runCli(['show', '-', record.id, ...args], { stdin: ndjson([record]) })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const isOnly = (tag: string, { documents }: ReleaseRecord) =>
  documents.filter(({ language }) => language.tag === tag).length === 1
/** Colours and isolates, which take no column. */
const bare = (text: string) => text.replace(/\x1b\[\d+m|[\u2066\u2067\u2069]/g, '')
const tooWide = (text: string, width: number) =>
  bare(text)
    .split('\n')
    .filter(line => widthOf(line) > width)
/** What the marks of a terminal or of direction are, our own isolates and colours left out. */
const DRIVES = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

describe('the list', () => {
  test('a line for each release: id, date, languages, units, warnings, title', async () => {
    const { code, out } = await runCli(['show'], { stdin })
    const [head, ...lines] = bare(out).trimEnd().split('\n')
    expect(code).toBe(0)
    expect(head).toMatch(/^id +date +languages +units +warn +title$/)
    expect(lines).toHaveLength(goldens.length)
    for (const [i, { id, issued, languages }] of goldens.entries()) {
      expect(lines[i]).toContain(id.slice(0, 8))
      expect(lines[i]).toContain(issued?.date ?? '')
      expect(lines[i]).toContain(languages.join(' '))
    }
  })

  test.each([48, 60, 80, 120, 200])('no line is wider than %d', async width => {
    const { out } = await runCli(['show', '--width', String(width)], { stdin })
    expect(tooWide(out, width)).toEqual([])
  })

  test('nothing in, a line out', async () => {
    expect(await runCli(['show'], { stdin: '' })).toEqual({ code: 0, out: 'no releases\n', err: '' })
  })
})

describe('a release', () => {
  const small = made({
    da: ['Vandværket åbner.', 'Anlægget står ved kysten og leverer vand til hele byen.', ''],
    de: ['Das Wasserwerk öffnet.', 'Die Anlage steht an der Küste.', 'Nur auf Deutsch.'],
  })

  test('side by side', () => {
    expect(bare(shown(small, 60))).toContain(`
da ───────────────────────────┼─de ─────────────── u1 0.90 ─
Vandværket åbner.             │ Das Wasserwerk öffnet.
da ───────────────────────────┼─de ─────────────── u2 0.90 ─
Anlægget står ved kysten og   │ Die Anlage steht an der
leverer vand til hele byen.   │ Küste.
da ───────────────────────────┼─de ─────────────── u3 0.90 ─
                              │ Nur auf Deutsch.
`)
  })

  test('one text under another where the width is too small', () => {
    const out = bare(shown(small, 48))
    expect(out).toContain('side by side from 51 columns on')
    expect(out).toContain(`
────────────────────────────────────── u2 0.90 ─
da  Anlægget står ved kysten og leverer vand til
    hele byen.
de  Die Anlage steht an der Küste.
`)
  })

  test('Hebrew stands at the right edge, as an island', () => {
    const record = made({ da: ['Vandværket åbner.'], he: ['מפעל המים נפתח.'] })
    const line = shown(record, 60)
      .split('\n')
      .find(own => own.includes('מפעל'))!
    expect(line.endsWith('\u2067מפעל המים נפתח.\u2069')).toBe(true)
    expect(widthOf(bare(line))).toBe(60)
  })

  test('--languages chooses, in its order', async () => {
    const record = golden('releases/five-languages-damaged')
    const out = bare(await show(record, '--languages', 'he,da', '--width', '80'))
    expect(out).toMatch(/^he ─+┼─da ─+/m)
    expect(out).not.toMatch(/^de +─/m)
  })

  test('--level segment has a row for each segment', async () => {
    const record = golden('releases/five-languages-damaged')
    const out = bare(await show(record, '--level', 'segment', '--width', '200'))
    const count = record.alignment.units.reduce((sum, { segments }) => sum + segments.length, 0)
    expect(out.match(/ u\d+\.\d+(?: .*)? [─┄]$/gm)).toHaveLength(count)
  })

  test('blocks alone say why', async () => {
    const record = golden('releases/missing-and-split-paragraph')
    const out = bare(await show(record, '--width', '200'))
    for (const { reason } of record.alignment.unaligned) expect(out).toContain(reason)
  })

  test('every word of every text is there, at every width and level', async () => {
    for (const record of goldens)
      for (const width of ['60', '160'])
        for (const document of record.documents.filter(own => isOnly(own.language.tag, record))) {
          const out = bare(await show(record, '--width', width, '--languages', document.id))
          const body = out.replace(/\s+/g, '')
          for (const { text } of document.blocks) expect(body).toContain(text.replace(/[\s\u00ad]+/g, ''))
        }
  })

  test.each([48, 60, 80, 120, 200])('no line is wider than %d', async width => {
    for (const record of goldens)
      for (const level of ['unit', 'segment'])
        expect(tooWide(await show(record, '--width', String(width), '--level', level), width)).toEqual([])
  })

  test('repairs are marked where there are colours, and nowhere else', async () => {
    const record = golden('releases/mojibake-utf8-as-cp1252')
    const mended = record.documents.flatMap(d => d.repairs).find(({ kind, at }) => kind === 'mojibake' && at)!
    expect(await show(record)).not.toContain('\x1b')
    expect(await show(record, '--color')).toContain(`\x1b[32m\x1b[4m${mended.after}\x1b[24m\x1b[39m`)
  })

  test('the width is that of COLUMNS, or of the terminal, or 100', async () => {
    const widest = (out: string) => Math.max(...bare(out).split('\n').map(widthOf))
    const record = golden('releases/hebrew-and-english')
    const argv = ['show', '-', record.id]
    const input = { stdin: ndjson([record]) }
    expect(widest((await runCli(argv, { ...input, env: { COLUMNS: '70' } })).out)).toBe(70)
    expect(widest((await runCli([...argv, '--width', '90'], { ...input, env: { COLUMNS: '70' } })).out)).toBe(90)
    expect(widest((await runCli(argv, { ...input, env: { COLUMNS: 'x' } })).out)).toBe(100)
  })
})

test.each([['show'], ['show', '-', goldens[0]!.id], ['stats']])(
  'a reader that goes away is a success: %j',
  async (...args) => {
    const gone = Object.assign(new Error('gone'), { code: 'EPIPE' })
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(gone) })
    const stderr = new PassThrough()
    expect(await main(args, { ...io, stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr })).toBe(0)
    expect(stderr.read()).toBe(null)
  },
)

describe('which release', () => {
  const records = goldens.filter(({ documents }) => documents.length > 1)
  const [one, two] = records as [ReleaseRecord, ReleaseRecord]
  const input = { stdin: ndjson(records) }
  const known = new Set(records.map(({ id }) => id[0]!))
  const digit = [...'0123456789abcdef'].find(own => records.filter(({ id }) => id.startsWith(own)).length > 1)!

  test.each<[name: string, message: RegExp]>([
    [digit, /^parawire: "\w" means \d releases; give a longer id: [0-9a-f]{8} \(.*\), [0-9a-f]{8} \(.*\)\n$/],
    [`${one.id.slice(0, 5)}z`, new RegExp(`an id with that prefix; .*; the nearest: ${one.id.slice(0, 8)} \\(`)],
    ['zzzzzz', /^parawire: no release has a file "zzzzzz" or an id with that prefix; parawire show FILE lists all\n$/],
    ['', /^parawire: no release has a file ""/],
    ['\x1b[31m', /has a file "\\x1B\[31m"/],
  ])('%j', async (name, message) => {
    expect(known.size).toBeGreaterThan(1)
    const { code, out, err } = await runCli(['show', '-', name], input)
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('the beginning of an id, in any case; all of it; a file, by its path or its name', async () => {
    const { path } = two.documents[0]!
    for (const name of [two.id.slice(0, 7), two.id.slice(0, 7).toUpperCase(), two.id, path, path.split('/').at(-1)!])
      expect((await runCli(['show', '-', name], input)).out).toContain(two.id)
  })

  test.each<[args: string[], message: RegExp]>([
    [['--width', '10'], /--width takes a number of columns from 48 to 1000, not "10"/],
    [['--width', 'wide'], /not "wide"/],
    [['--level', 'segment'], /--level and --languages are for one release; name a file of it/],
    [['-', one.id, '--languages', 'xx'], /"xx" is not supported/],
    [['-', one.id, '--languages', 'da-9'], /release \w+ has no text "da-9"; it has /],
    [['-', one.id, '--languages', 'da,da'], /names da twice; name it once/],
    [['-', one.id, 'more'], /too many arguments/],
  ])('bad use: %j', async (args, message) => {
    const { code, out, err } = await runCli(['show', ...args], input)
    expect(err).toMatch(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('what a record may hold', () => {
  test('law: no text, path or name drives the terminal or leaves its column', () => {
    const odd = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\x1b[2J', '\u202e', '\u2067', '\x07', 'ש', '東', ' ', 'a'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
      maxLength: 120,
    })
    const law = fc.property(odd, odd, odd, fc.constantFrom(48, 60, 90, 130), (text, path, issuer, width) => {
      const plain = made({ da: [`x${text}`, 'a'], de: ['y', text], he: [`z${text}`, ''] })
      const warnings = [{ code: 'LANGUAGE_UNKNOWN' as const, message: text }]
      const documents = plain.documents.map(document => ({ ...document, path, title: text, warnings }))
      const record = { ...plain, issuer, documents }
      for (const chalk of [plainText, coloured]) {
        const list = listText([listedOf(record)], width, chalk)
        const rows = releaseText(record, { width, level: 'segment', languages: null }, chalk)
        for (const out of [list, rows]) {
          expect(out.split('\n').filter(line => DRIVES.test(bare(line)))).toEqual([])
          expect(tooWide(out, width)).toEqual([])
        }
      }
    })
    fc.assert(law)
  })

  test('isolates are always closed', async () => {
    for (const record of goldens)
      for (const line of (await show(record, '--width', '160')).split('\n'))
        expect(line.match(/[\u2066\u2067]/g)?.length).toBe(line.match(/\u2069/g)?.length)
  })
})
