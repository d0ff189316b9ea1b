/** Files at random keep the laws of a file. In CI for a minute, and for as long as `npm run soak` says. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { readDocument } from '../../src/index.js'
import { firstSeed, search, timeout } from './campaign.js'
import { brokenLaws } from './file-laws.js'
import { bytesOf, recipes } from './files.js'

/** The tables of languages are read once more for these. */
const FILES_READ_TWICE = 300

test('files keep the laws', { timeout }, async () => {
  expect(await search('files', recipes(), async recipe => brokenLaws(bytesOf(recipe)))).toEqual([])
})

test('a document is the same whatever was read before it', { timeout }, async () => {
  const files = fc.sample(recipes(), { seed: firstSeed, numRuns: FILES_READ_TWICE }).map(bytesOf)
  const hashOf = (read: typeof readDocument, bytes: Uint8Array) =>
    createHash('sha256')
      .update(JSON.stringify(read({ path: 'x.txt', bytes })))
      .digest('hex')
  const inOrder = files.map(bytes => hashOf(readDocument, bytes))
  vi.resetModules()
  const fresh = (await import('../../src/index.js')).readDocument
  const reversed = files
    .toReversed()
    .map(bytes => hashOf(fresh, bytes))
    .reverse()
  expect(reversed, `seed ${firstSeed}`).toEqual(inOrder)
})
