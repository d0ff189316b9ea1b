/** What is kept on disk and found again. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from '../src/store/disk-cache.js'
import { tempFolder } from './temp-folder.js'

const bytes = (text: string) => Buffer.from(text)

test('parts of entries in many shards, read in any order, by this run and by the next', async () => {
  const folder = join(tempFolder(), 'cache')
  const cache = await openCache(folder, 2)
  for (let k = 0; k < 80; k++)
    await cache.keep([0, 1].map(n => ({ key: `${k} ${n}`, parts: [bytes(`a${k}`), bytes(`${'b'.repeat(n)}${k}`)] })))
  for (const own of [cache, await openCache(folder, 2)]) {
    for (let k = 79; k >= 0; k--) {
      const entry = own.find(`${k} 1`)!
      expect([own.read(entry, 1), own.read(entry, 0)].map(String)).toEqual([`b${k}`, `a${k}`])
    }
    expect(own.find('80 0')).toBeUndefined()
  }
})

test('of two entries with one key the later is found; a shard that was cut is as if it were not there', async () => {
  const folder = join(tempFolder(), 'cache')
  const cache = await openCache(folder, 1)
  await cache.keep([{ key: 'x', parts: [bytes('old')] }])
  await cache.keep([
    { key: 'x', parts: [bytes('new')] },
    { key: 'y', parts: [bytes('')] },
  ])
  expect(String(cache.read(cache.find('x')!, 0))).toBe('new')
  expect(String(cache.read(cache.find('y')!, 0))).toBe('')
  truncateSync(join(folder, '0000001.data'), 1)
  expect(() => cache.read(cache.find('x')!, 0)).toThrow('is damaged; remove it')
  const again = await openCache(folder, 1)
  expect(String(again.read(again.find('x')!, 0))).toBe('old')
  expect(again.find('y')).toBeUndefined()
})

test('an index that is no longer what was written leads to nothing, and its shard goes', async () => {
  const folder = join(tempFolder(), 'cache')
  const index = join(folder, '0000000.index')
  const cache = await openCache(folder, 1)
  await cache.keep(['x1', 'y1'].map(key => ({ key, parts: [bytes(`of ${key}`)] })))
  const whole = readFileSync(index, 'utf8')
  // Two keys change places, and a length is no length: sizes and sums of the parts are what they were.
  for (const other of [
    whole
      .replace(/x(?=1)/, 'z')
      .replace('y1', 'x1')
      .replace('z1', 'y1'),
    whole.replace(' ', ' -'),
  ]) {
    expect(other).not.toBe(whole)
    writeFileSync(index, other)
    writeFileSync(join(folder, '0000000.data'), 'of x1of y1')
    const again = await openCache(folder, 1)
    expect([again.find('x1'), again.find('y1'), readdirSync(folder)]).toEqual([undefined, undefined, []])
  }
})

test('a shard that goes while it is in use is told of', async () => {
  const folder = join(tempFolder(), 'cache')
  const cache = await openCache(folder, 1)
  await cache.keep([{ key: 'x', parts: [bytes('x')] }])
  rmSync(folder, { recursive: true })
  expect(() => cache.read(cache.find('x')!, 0)).toThrow(/0000000\.data was removed while in use; run again$/)
  await expect(cache.keep([{ key: 'y', parts: [bytes('y')] }])).rejects.toThrow(
    /^cannot work in the folder .*: no such file/,
  )
})

test('a byte that changed is told of; without the shard its entries are as if they were not there', async () => {
  const folder = join(tempFolder(), 'cache')
  const data = join(folder, '0000000.data')
  const cache = await openCache(folder, 2)
  await cache.keep([{ key: 'x', parts: [bytes('first'), bytes('second')] }])
  const changed = readFileSync(data)
  changed[changed.length - 1]! ^= 1
  writeFileSync(data, changed)
  const later = await openCache(folder, 2)
  expect(String(later.read(later.find('x')!, 0))).toBe('first')
  expect(() => later.read(later.find('x')!, 1)).toThrow(`${data} is damaged; remove it and run again`)
  rmSync(data)
  expect((await openCache(folder, 2)).find('x')).toBeUndefined()
})
