/** Every export reads back with every document, whatever languages they are in and however many a release has of one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReleaseRecord, Version } from '../src/model.js'
import { goldens, made } from './export-corpus.js'
import { exportFaults } from './export-laws.js'
import { foreignRecords } from './foreign-texts.js'

const foreign = await foreignRecords()

describe('nothing is missing, too much or said otherwise', () => {
  test.each<[name: string, records: readonly ReleaseRecord[]]>([
    ['the fixtures', goldens],
    ['several texts in languages without a pack', foreign],
    ['no record', []],
    ['a release in one language', [made({ de: ['eins', 'zwei'] })]],
    ['texts of signs alone', [made({ de: ['=-1', '***'], und: ['—', '+2'], 'und-2': ['"', "'"] })]],
  ])('%s', async (_, records) => {
    expect(await exportFaults(records)).toEqual([])
  })
})

describe('whatever stands in it', () => {
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    fc.string({ unit: fc.constantFrom(...`"',;=+-@\r\n\t <&>]äא\0\u2028\ud800`), maxLength: 6 }),
    fc.constantFrom('', '# a', '=1+1', 'x\ty', '<seg>', '\ufeff'),
  )
  const ids = ['da', 'de', 'de-2', 'de-3', 'und', 'und-2', 'und-3', 'und-4']

  /** Some texts of one release, each with the same number of blocks; some are versions of the first in their language. */
  const release = fc
    .record({
      taken: fc.subarray(ids, { minLength: 1 }),
      rows: fc.array(fc.array(text, { minLength: ids.length, maxLength: ids.length }), { minLength: 1, maxLength: 4 }),
      late: fc.subarray(ids),
      id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes => Buffer.from(bytes).toString('hex')),
    })
    .map(({ taken, rows, late, id }): ReleaseRecord => {
      const [numbered, seen] = [new Map<string, number>(), [] as string[]]
      for (const old of taken) {
        const tag = old.split('-')[0]!
        const number = (numbered.get(tag) ?? 0) + 1
        numbered.set(tag, number)
        seen.push(number === 1 ? tag : `${tag}-${number}`)
      }
      const texts = Object.fromEntries(seen.map((own, i) => [own, rows.map(row => row[i]!)]))
      const versions = seen
        .filter(own => own.includes('-') && late.includes(own))
        .map((own): Version => ({ document: own, versionOf: own.split('-')[0]!, kind: 'correction' }))
      return { ...made(texts, id), versions }
    })

  test('any texts in any number of languages, with versions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(release, { maxLength: 3, selector: ({ id }) => id }), async records => {
        expect(await exportFaults(records)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
