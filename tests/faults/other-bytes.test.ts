/** Every command that reads records, documents, models, decisions and lists, and files that hold anything else. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { danish } from '../cli-texts.js'
import { golden, ndjson } from '../export-corpus.js'
import { FIXTURES } from '../fixtures.js'
import { runCli } from '../run-cli.js'
import { type Content, tempFolder } from '../temp-folder.js'

const record = ndjson([golden('releases/two-versions-one-language')]).trimEnd()
const DEEP = 20_000
const nested = (open: string, close: string) => open.repeat(DEEP) + close.repeat(DEEP)

/** None of them is what any command reads. */
const others: Readonly<Record<string, Content>> = {
  'any bytes': Uint8Array.from({ length: 3000 }, (_, k) => (k * 7919 + (k >> 3)) & 255),
  'zero bytes': new Uint8Array(5000),
  null: 'null\n',
  'a number': '1e400\n',
  'a text': '"x"\n',
  'an object': '{}\n',
  arrays: '[[1],[2]]',
  'a page': '<!doctype html>\n<html><body>\n<p>Hello</p>\n</body></html>\n',
  'a letter': 'Dear Sir\nor Madam\n',
  'half a line': record.slice(0, record.length / 2),
  'the other half': record.slice(record.length / 2),
  'UTF-16': Buffer.from(`\ufeff${record}`, 'utf16le'),
  'UTF-16 the other way round': Buffer.from(`\ufeff${record}`, 'utf16le').swap16(),
  'Latin-1': Buffer.from(`${record.slice(0, -1)},"ä":1}`, 'latin1'),
  'a gzip': gzipSync(record),
  'a folder': null,
  'deep arrays': nested('[', ']'),
  'deep objects': `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  'a deep version': `{"schemaVersion":${nested('[', ']')},"decisionsVersion":${nested('[', ']')}}`,
  'a long version': `{"schemaVersion":"${'9'.repeat(1e6)}","decisionsVersion":"${'9'.repeat(1e6)}"}`,
  'a long key': `{"${'k'.repeat(1e6)}":1}`,
  'a long line': 'x'.repeat(5e6),
  prototypes:
    '{"__proto__":{"schemaVersion":"1.0"},"constructor":1,"documents":{"length":-1},"releases":{"__proto__":1}}',
  'half a model': '{"format":"parawire-model","version":1,"sha256":"x"}\n',
}

/** What reads `x` in a folder with a text and a good corpus. */
const commands: readonly (readonly string[])[] = [
  ['stats', 'x'],
  ['show', 'x'],
  ['show', 'x', 'abc'],
  ['check', 'x'],
  ['report', 'x', '-o', 'out'],
  ['diff', 'x', 'x'],
  ['diff', 'good', 'x'],
  ['diff', 'x', 'good'],
  ['export', 'x', '--format', 'tmx', '-o', 'out'],
  ['export', 'x', '--format', 'csv', '-o', 'out'],
  ['export', 'x', '--format', 'parquet', '-o', 'out'],
  ['export', 'x', '--format', 'xces', '-o', 'out'],
  ['export', 'x', '--format', 'moses', '--languages', 'de,it', '-o', 'out'],
  ['eval', join(FIXTURES, 'gold.json'), 'x'],
  ['eval', 'x'],
  ['undo', 'x'],
  ['group', 'x', '-o', 'out'],
  ['group', 'x', '--explain'],
  ['align', 'x', '-o', 'out'],
  ['parse', 'in', '--model', 'x', '-o', 'out'],
  ['repair', 'in/a.txt', '--model', 'x'],
  ['parse', 'in', '--decisions', 'x', '-o', 'out'],
  ['in', '--group', 'manifest=x', '-o', 'out'],
  ['in', '--work', 'x', '-o', 'out'],
  ['group', '--shards', 'x'],
]

/** A message that a person reads, however long what it quotes is. */
const MOST = 4200

describe.each(commands)('%s %s %s %s %s %s %s', (...argv) => {
  const isPlace = argv.includes('--work') || argv.includes('--shards')
  test.each(Object.entries(others).filter(([, content]) => content !== null || !isPlace))('%s', async (_, content) => {
    const cwd = tempFolder({ x: content, 'in/a.txt': danish, good: `${record}\n` })
    const { code, err } = await runCli(
      argv.filter(word => word !== undefined),
      { cwd },
    )
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^parawire: [^\n]*\bx\b[^\n]*\n$/) })
    expect(err.length).toBeLessThan(MOST)
    expect(readdirSync(cwd).sort()).toEqual(['good', 'in', 'x'])
  })
})

test.each(Object.entries(others))('validate: %s', async (_, content) => {
  const { code, err } = await runCli(['validate', 'x'], { cwd: tempFolder({ x: content }) })
  expect([1, 2]).toContain(code)
  expect(err).toMatch(
    code === 1 ? /^x, line 1(?:, item 1)?: [^\n]+\n(?:.*\n)*.*, \d+ problems?\n$/ : /^parawire: [^\n]*\bx\b/,
  )
  for (const line of err.split('\n')) expect(line.length).toBeLessThan(MOST)
})

/** A corpus of one release, written in other ways. */
test.each([
  ['a mark of UTF-8', `\ufeff${record}\n`],
  ['CR LF', `${record}\r\n\r\n`],
  ['no line end', record],
  ['over many lines', JSON.stringify(JSON.parse(record), null, 2)],
])('%s is read', async (_, content) => {
  const cwd = tempFolder({ x: content })
  expect(await runCli(['validate', 'x'], { cwd })).toEqual({ code: 0, out: '', err: '1 record, valid\n' })
})

test('a list of names in UTF-16, or of releases that names no file that is there', async () => {
  const cwd = tempFolder({
    list: Buffer.from('\ufeffa.txt\n', 'utf16le'),
    manifest: 'r1\tother.txt\nr1\tmore.txt\n',
    none: '# nothing yet\n',
    latin1: Buffer.from('r1\tgrün.txt\n', 'latin1'),
    'a.txt': danish,
  })
  const listed = await runCli(['parse', '--files-from', 'list'], { cwd })
  expect(listed).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^parawire: list is not a list of names; it is UTF-16/),
  })
  const named = await runCli(['a.txt', '--group', 'manifest=manifest'], { cwd })
  expect(named.err).toContain('the manifest names "other.txt" and 1 more, which no file that is read is called')
  const none = await runCli(['a.txt', '--group', 'manifest=none'], { cwd })
  expect(none).toMatchObject({ code: 2, err: expect.stringMatching(/^parawire: none names no release; /) })
  const latin1 = await runCli(['a.txt', '--group', 'manifest=latin1'], { cwd })
  expect(latin1).toMatchObject({ code: 2, err: expect.stringMatching(/^parawire: latin1 is not UTF-8; save it/) })
})
