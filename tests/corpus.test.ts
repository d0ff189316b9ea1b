/**
 * The five real texts, where they lie beside the checkout; they belong to their publishers and are not in it. Without
 * them the same kinds of damage are held to the same bars by fixtures/releases/five-languages-damaged.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { parseCorpus } from '../src/index.js'
import type { ReleaseRecord } from '../src/model.js'
import { FIXTURES } from './fixtures.js'

const shared = join(import.meta.dirname, '../../shared')

test('the five real texts are one record with 17 units', async ({ skip }) => {
  for (const path of ['corpus', 'eval/score_corpus.mjs'].map(name => join(shared, name)))
    skip(!existsSync(path), `${path} is not here`)
  const records: ReleaseRecord[] = []
  for await (const record of parseCorpus([join(shared, 'corpus')])) records.push(record)
  const { scoreCorpus } = (await import(pathToFileURL(join(shared, 'eval/score_corpus.mjs')).href)) as {
    scoreCorpus(r: unknown): Figures
  }
  const { cer, blocks, units, issued, wire, languages } = scoreCorpus(records)
  expect(records).toHaveLength(1)
  expect(languages).toBe('da,de,he,it,nl')
  expect(units).toBe('17 right of 17, 17 given')
  expect([cer.he, cer.da, cer.nl, cer.de]).toEqual([0, 0, 0, 0])
  expect(cer.it).toBeLessThanOrEqual(0.003)
  expect(blocks.de).toBe('17 exact of 17, 17 found')
  expect(issued).toEqual({ date: '2026-03-02', precision: 'day', by: 'dateline', statedBy: ['de', 'he', 'it', 'nl'] })
  expect(wire).toBe('GLOBE NEWSWIRE')
  const danish = records[0]!.documents.find(d => d.id === 'da')!
  expect(danish.dateline).toMatchObject({ date: '2026-03-02', inheritedFrom: 'de' })
})

test('the same kinds of damage in an invented release: one record, five languages, every German opening mark', async () => {
  const records: ReleaseRecord[] = []
  for await (const record of parseCorpus([join(FIXTURES, 'releases/five-languages-damaged/input')]))
    records.push(record)
  expect(records).toHaveLength(1)
  const [record] = records as [ReleaseRecord]
  expect(record.languages).toEqual(['da', 'de', 'he', 'it', 'nl'])
  expect(record.alignment.units).toHaveLength(13)
  expect(record.alignment.units.every(u => Object.keys(u.blocks).length === 5)).toBe(true)
  const german = record.documents.find(d => d.id === 'de')!
  expect(german.repairs.filter(r => r.kind === 'lost-quote')).toHaveLength(8)
  expect(german.blocks.map(b => b.text).join(' ')).toContain('CO₂')
  expect(german.layout.wrap).toBe('double-spaced')
})

interface Figures {
  readonly cer: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, string>>
  readonly units: string
  readonly languages: string
  readonly issued: unknown
  readonly wire: string
}
