/** Every export reads back with every document, whatever languages they are in and however many a release has of one. */
import { describe, expect, test } from 'vitest'
import type { ReleaseRecord } from '../src/model.js'
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
