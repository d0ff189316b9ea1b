/** Files at random keep the laws of a file. In CI for half a minute, and for as long as `npm run soak` says. */
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isLayout } from '../../src/edits/edits.js'
import { readDocument } from '../../src/index.js'
import { randomOf } from '../bench/corpus/random.mjs'
import { brokenLaws } from './file-laws.js'
import { bytesOf, recipes } from './files.js'
import { LAYOUTS } from './layouts.js'
import { FOREIGN } from './phrases.js'
import { firstSeed, search, timeout } from './search.js'
import { smallest } from './smallest.js'
import { phrases } from './stock.js'

const CLEAN_FILES = 1000

/** A text as a string of the source, other bytes by their numbers. */
const asString = (bytes: Uint8Array) =>
  isUtf8(bytes) ? JSON.stringify(Buffer.from(bytes).toString()) : `bytes ${Buffer.from(bytes).toString('hex')}`

/** The tables of languages are read once more for these. */
const FILES_READ_TWICE = 300

test('files keep the laws', { timeout }, async () => {
  const faults = await search({
    what: 'files',
    recipes: recipes(),
    laws: async recipe => brokenLaws(bytesOf(recipe)),
    show: (recipe, isSame) => asString(smallest(bytesOf(recipe), bytes => isSame(brokenLaws(bytes)))),
  })
  expect(faults).toEqual([])
})

test('clean text is not touched, whatever its language and its lines', { timeout }, () => {
  const all = Object.values({ ...phrases, ...FOREIGN })
  const blocks = fc.constantFrom(...all).chain(own => fc.array(fc.constantFrom(...own), { minLength: 1, maxLength: 8 }))
  const layout = fc.tuple(fc.constantFrom(...Object.values(LAYOUTS)), fc.nat())
  fc.assert(
    fc.property(blocks, layout, (own, [laidOut, seed]) => {
      const bytes = Buffer.from(laidOut(own, randomOf(seed)))
      const touched = readDocument({ path: 'x.txt', bytes }).repairs.filter(({ kind }) => !isLayout(kind))
      expect(touched).toEqual([])
    }),
    { numRuns: CLEAN_FILES, seed: firstSeed },
  )
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
