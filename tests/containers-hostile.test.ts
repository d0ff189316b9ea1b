/**
 * Containers made to do harm, and containers with bytes changed: each inner file is given or refused with a message, in time
 * and memory that the size of the file bounds.
 */
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isRefused, newBudget, type Opened, openContainer } from '../src/containers/containers.js'
import { mail, open, told, zipFile } from './container-files.js'
import { mutated, SEEDS } from './container-seeds.js'

const MB = 2 ** 20
const codes = (opened: readonly Opened[]) => opened.map(inner => (isRefused(inner) ? inner.code : 'given'))

test('a bomb in a ZIP archive, whatever size it states', async () => {
  const bytes = zipFile([
    { name: 'bomb.txt', data: Buffer.alloc(64 * MB) },
    { name: 'good.txt', data: 'x' },
  ])
  expect(told(await open('zip', bytes))).toEqual(['/bomb.txt TOO_LARGE', '/good.txt | x'])
})

test('a bomb in gzip', async () => {
  const opened = await open('gzip', gzipSync(Buffer.alloc(64 * MB)), { maxBytes: 128 * MB })
  expect(opened).toMatchObject([{ code: 'TOO_LARGE', message: expect.stringContaining('200 times') }])
})

test('an archive that lists one file a thousand times, and archives inside, use one budget', async () => {
  const inner = zipFile(Array.from({ length: 100 }, (_, i) => ({ name: `${i}.txt`, data: 'x'.repeat(1000) })))
  const budget = { files: 150, bytes: 250_000 }
  const given: Opened[] = []
  for (let i = 0; i < 3; i++)
    for await (const file of openContainer('zip', inner, 'a.zip', { maxBytes: MB, budget })) given.push(file)
  expect(codes(given)).toEqual([...Array(150).fill('given'), 'TOO_LARGE', 'TOO_LARGE'])
  const small = { files: 1000, bytes: 3500 }
  const few: Opened[] = []
  for await (const file of openContainer('zip', inner, 'a.zip', { maxBytes: MB, budget: small })) few.push(file)
  expect(codes(few).slice(0, 5)).toEqual(['given', 'given', 'given', 'TOO_LARGE', 'TOO_LARGE'])
  expect(newBudget()).not.toBe(newBudget())
})

test('a list of entries that breaks off', async () => {
  const bytes = zipFile([
    { name: 'a.txt', data: 'x' },
    { name: 'b.txt', data: 'y' },
  ])
  expect(told(await open('zip', bytes.subarray(0, -30)))).toEqual([' UNREADABLE'])
  const broken = Buffer.from(bytes)
  broken.fill(0, bytes.lastIndexOf('PK\x01\x02'), bytes.lastIndexOf('PK\x01\x02') + 4)
  expect(told(await open('zip', broken))).toEqual(['/a.txt | x', ' UNREADABLE'])
})

test('a mail with 10,000 parts in parts, or beside each other', async () => {
  const nested = Array.from({ length: 10_000 }, (_, i) => [
    `Content-Type: multipart/mixed; boundary=b${i}`,
    '',
    `--b${i}`,
  ]).flat()
  expect(codes(await open('mail', mail(...nested)))).toEqual(['TOO_LARGE'])
  expect(codes(await open('mail', mail(...nested.slice(0, 2400))))).toEqual(['UNREADABLE'])
  const beside = Array.from({ length: 10_000 }, () => ['--b', '', 'x']).flat()
  const opened = await open('mail', mail('Content-Type: multipart/mixed; boundary=b', '', ...beside, '--b--'))
  expect(opened).toHaveLength(10_000)
})

test('a header of 5 MB, and a mail of empty lines', async () => {
  expect(codes(await open('mail', mail(`Subject: ${'x'.repeat(5 * MB)}`, '', 'x')))).toEqual(['UNREADABLE'])
  expect(codes(await open('mail', Buffer.from(`Subject: x\n\n${'\n'.repeat(4 * MB)}`)))).toEqual(['TOO_LARGE'])
})

test('a table with a quotation mark that is never closed', async () => {
  const bytes = Buffer.from(`title,text\nA,B\n"C,${'x,y\n'.repeat(MB / 2)}`)
  const opened = await open('csv', bytes, { name: 'a.csv' })
  expect(told(opened)).toEqual(['#1 | text | utf-8 | A\n\nB', ' UNREADABLE'])
})

test.each([
  ['elements in elements', 'feed', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`],
  ['a million tags', 'feed', `<rss version="2.0"><channel>${'<a/>'.repeat(MB)}</channel></rss>`],
  ['titles that do not end', 'feed', `<rss version="2.0"><channel>${'<item><title>'.repeat(50_000)}`],
  ['elements in NewsML', 'newsml', `<newsItem>${'<a>'.repeat(100_000)}`],
  [
    'a tag of half a million attributes',
    'feed',
    `<rss version="2.0"><channel><item${' a="b"'.repeat(MB / 2)}/></channel></rss>`,
  ],
  ['three million fields', 'csv', `title,text\n${','.repeat(3 * MB)}`],
  ['a million lines that are no JSON', 'json', `{"txt":"x"}\n${'x\n'.repeat(MB)}`],
  ['lists in lists', 'json', '['.repeat(MB)],
  ['three million objects', 'json', `[{"text":"x"}${',{}'.repeat(3 * MB)}]`],
] as const)('%s', async (_, format, text) => {
  expect(codes(await open(format, Buffer.from(text))).filter(code => code === 'given')).toEqual([])
})

/** So many for each format; the seed is in the name of the test. */
const ROUNDS = 60
const SEED = 20260303

test.each(SEEDS)(`%s with bytes changed, seed ${SEED}`, async (name, format, bytes) => {
  for (let round = 0; round < ROUNDS; round++) {
    const opened = await open(format, mutated(bytes, SEED + round), { name })
    expect(opened.length, `round ${round}`).toBeGreaterThan(0)
    for (const inner of opened) if (isRefused(inner)) expect(inner.message, `round ${round}`).not.toBe('')
  }
})
