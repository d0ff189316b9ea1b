/** What the index of a report finds, and in which order; the same functions run in the page. */
import { describe, expect, test } from 'vitest'
import { foldedText, isWanted, sortBy } from '../src/report/client/index-client.js'
import { entryOf, type IndexEntry } from '../src/report/index-data.js'
import { changed, recordOf, texts } from './check-texts.js'

const plain: IndexEntry = {
  ...{ href: 'releases/0.html', title: 'A', lang: 'en', dir: 'ltr', languages: ['da', 'en'], date: '2026-05-04' },
  ...{ codes: ['number-differs'], lowest: 0.6, findings: 1, repairs: 2, cells: [], search: 'A', hashes: [] },
}

describe('filters', () => {
  test.each<[entry: Partial<IndexEntry>, fields: Record<string, string>, wanted: boolean]>([
    [{}, {}, true],
    [{}, { language: 'da' }, true],
    [{}, { language: 'de' }, false],
    [{}, { warning: 'number-differs' }, true],
    [{}, { warning: 'name-differs' }, false],
    [{}, { below: '0.7' }, true],
    [{}, { below: '0.5' }, false],
    [{ lowest: null }, { below: '0.9' }, false],
    [{}, { from: '2026-05-04', until: '2026-05-04' }, true],
    [{}, { from: '2026-05-05' }, false],
    [{}, { until: '2026-05-03' }, false],
    [{ date: '2026-05' }, { from: '2026-05-20' }, true],
    [{ date: '2026' }, { until: '2026-01-01' }, true],
    [{ date: '2026' }, { from: '2027-01-01' }, false],
    [{ date: null }, { from: '2020-01-01' }, false],
    [{ date: null }, { language: 'da' }, true],
  ])('%j with %j', (entry, fields, wanted) => {
    expect(isWanted({ ...plain, ...entry }, id => fields[id] ?? '')).toBe(wanted)
  })
})

describe('order', () => {
  const some = [
    { ...plain, date: '2026-01-01', lowest: 0.9, findings: 0, repairs: 5 },
    { ...plain, date: null, lowest: null, findings: 3, repairs: 5 },
    { ...plain, date: '2026-03', lowest: 0.2, findings: 0, repairs: 9 },
  ]
  test.each<[order: string, wanted: number[]]>([
    ['', [0, 1, 2]],
    ['newest', [2, 0, 1]],
    ['oldest', [1, 0, 2]],
    ['doubtful', [2, 0, 1]],
    ['findings', [1, 0, 2]],
    ['repairs', [2, 0, 1]],
  ])('%j', (order, wanted) => {
    const numbers = [0, 1, 2]
    sortBy(order, numbers, some)
    expect(numbers).toEqual(wanted)
  })
})

test.each([
  ['Ålborg ÉCOLE', 'alborg ecole'],
  ['שָׁלוֹם', 'שלום'],
  ['Straße', 'straße'],
])('%s is searched as %s', (text, folded) => expect(foldedText(text)).toBe(folded))

test('an entry says what the record says', () => {
  const record = recordOf(changed('it', '450 tonn', '540 tonn'))
  const entry = entryOf({ ...record, issuer: 'a\u202eb' }, [])
  expect(entry).toMatchObject({
    href: `releases/${record.id}.html`,
    languages: ['da', 'de', 'en', 'it'],
    date: '2026-05-04',
  })
  expect(entry.title).toBe(texts.en![0])
  expect(entry.search).toContain('a\\u202Eb')
  expect(entry.hashes).toEqual(record.documents.map(d => d.sha256))
})
