/** Records for tests of exports: those of the fixtures, and some made by hand that hold what no release should. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Document, RecordUnit, ReleaseRecord, Tag } from '../src/model.js'
import { cases } from './fixtures.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const named = cases.flatMap(({ name, folder }) => {
  const records = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ReleaseRecord[]
  return records.map(record => ({ name, record }))
})

/** Every record of the fixtures. */
export const goldens: readonly ReleaseRecord[] = named.map(({ record }) => record)

/** The first record of a fixture. */
export const golden = (name: string): ReleaseRecord => named.find(own => own.name === name)!.record

/** Records as build prints them. */
export const ndjson = (records: readonly unknown[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')

const template = goldens[0]!

/**
 * A record of texts by document id: those of one place are a unit, and one segment; an empty text is no block. The id
 * begins with the language.
 */
export function made(texts: Readonly<Record<string, readonly string[]>>, id = 'a'.repeat(32)): ReleaseRecord {
  const documents = Object.entries(texts).map(([id, own]) => documentOf(id, own))
  const rows = Math.max(...Object.values(texts).map(own => own.length))
  const units = Array.from({ length: rows }, (_, i) => unitOf(texts, i))
  const languages = [...new Set(documents.map(({ language }) => language.tag))].sort()
  return { ...template, id, languages, documents, versions: [], alignment: { units, unaligned: [] } }
}

function documentOf(id: string, texts: readonly string[]): Document {
  const tag = id.split('-')[0]!
  return {
    ...template.documents[0]!,
    ...{ id, path: `${id}.txt`, language: { tag, evidence: 'words', margin: 1, guess: tag } },
    ...{ direction: tag === 'he' ? 'rtl' : 'ltr', title: null, summary: null, dateline: null, contacts: [], links: [] },
    ...{ dates: [], quantities: [], repairs: [], unrepaired: [], warnings: [] },
    blocks: texts.flatMap((text, i) =>
      text === '' ? [] : [{ id: `${id}:${i}`, kind: 'paragraph', text, spans: [{ start: 0, end: text.length }] }],
    ),
  }
}

function unitOf(texts: Readonly<Record<string, readonly string[]>>, i: number): RecordUnit {
  const there = Object.entries(texts).filter(([, own]) => (own[i] ?? '') !== '')
  return {
    id: `u${i + 1}`,
    kind: 'paragraph',
    blocks: Object.fromEntries(there.map(([id]) => [id, [`${id}:${i}`]])),
    missing: Object.keys(texts).filter(id => !there.some(([own]) => own === id)),
    moved: [],
    confidence: 0.9,
    segments: [
      Object.fromEntries(there.map(([id, own]) => [id, [{ block: `${id}:${i}`, start: 0, end: own[i]!.length }]])),
    ],
  }
}

/** What a unit says in each of some documents, straight from the record; only those that say something. */
export function textsOf({ documents }: ReleaseRecord, { blocks }: RecordUnit): Map<string, string> {
  const texts = documents.map(({ id, blocks: own }): [string, string] => [
    id,
    (blocks[id] ?? []).map(block => own.find(b => b.id === block)!.text).join('\n'),
  ])
  return new Map(texts.filter(([, text]) => text !== ''))
}

/** The units that two documents or more have a part in: those that an export holds. */
export const shared = (record: ReleaseRecord) =>
  record.alignment.units.map(unit => ({ unit, texts: textsOf(record, unit) })).filter(({ texts }) => texts.size > 1)

/** What the units of records say, by release, unit and document; a language has the last of its versions. */
export const expected = (records: readonly ReleaseRecord[], languages?: readonly Tag[]) =>
  records.flatMap(record => {
    const tags = languages ?? record.languages
    const ids = tags.map(tag => record.documents.filter(d => d.language.tag === tag).at(-1)?.id)
    return shared(record).flatMap(({ unit, texts }) => {
      const own = ids.flatMap(id => (id !== undefined && texts.has(id) ? [[id, texts.get(id)!] as const] : []))
      return own.length > 1 ? [{ id: `${record.id}.${unit.id}`, texts: Object.fromEntries(own) }] : []
    })
  })

/** What a segment says, straight from the record. */
export function segmentsOf(record: ReleaseRecord): { readonly id: string; readonly texts: Record<string, string> }[] {
  const blocks = new Map(record.documents.flatMap(d => d.blocks.map(({ id, text }) => [id, text] as const)))
  return record.alignment.units.flatMap(({ id, segments }) =>
    segments.map((segment, i) => ({
      id: `${record.id}.${id}.${i + 1}`,
      texts: Object.fromEntries(
        Object.entries(segment).map(([document, parts]) => [
          document,
          parts.map(({ block, start, end }) => blocks.get(block)!.slice(start, end).trim()).join(' '),
        ]),
      ),
    })),
  )
}

/** The export of records to standard output. */
export async function exported(records: readonly ReleaseRecord[], ...args: string[]): Promise<string> {
  const cwd = tempFolder({ 'corpus.ndjson': ndjson(records) })
  const { code, out, err } = await runCli(['export', 'corpus.ndjson', ...args], { cwd })
  expect([code, code === 0 ? '' : err]).toEqual([0, ''])
  return out
}
