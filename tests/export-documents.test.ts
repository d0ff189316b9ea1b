/** Formats that are made of documents, read back with what knows nothing of parawire: JSON, csv-parse, and files alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Document, ReleaseRecord } from '../src/model.js'
import { exported, goldens, ndjson } from './export-corpus.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const all = goldens.flatMap(record => record.documents.map(document => ({ record, document })))
const textOf = ({ blocks }: Document) => blocks.filter(({ kind }) => kind !== 'chrome').map(({ text }) => text)
const name = (record: ReleaseRecord, document: Document) => `urn:parawire:release:${record.id}:${document.id}`

describe('ninjs', () => {
  interface Item {
    readonly uri: string
    readonly language: string
    readonly headlines?: readonly { readonly value: string }[]
    readonly bodies: readonly { readonly value: string; readonly charCount: number }[]
    readonly altIds: readonly { readonly role: string; readonly value: string }[]
    readonly associations?: readonly { readonly uri: string; readonly rel: string }[]
  }

  test('every document with all of its blocks; every association leads to an item, and back', async () => {
    const items = lines<Item>(await exported(goldens, '--format', 'ninjs', '--all-versions'))
    const byUri = new Map(items.map(item => [item.uri, item]))
    expect([...byUri.keys()]).toEqual(all.map(({ record, document }) => name(record, document)))
    for (const { record, document } of all) {
      const { language, headlines = [], bodies, altIds, associations = [] } = byUri.get(name(record, document))!
      const title = document.title === null ? [] : [document.title]
      expect(headlines.map(({ value }) => value)).toEqual(title)
      const own = textOf(document)
      const isTitle = document.blocks.map(({ kind, text }) => kind === 'title' && text === document.title)
      const body = document.blocks.filter(({ kind }, i) => kind !== 'chrome' && !isTitle[i]).map(({ text }) => text)
      expect(bodies.map(({ value }) => value)).toEqual([body.join('\n\n')])
      expect(bodies[0]!.charCount).toBe(Array.from(bodies[0]!.value).length)
      expect(own.every(text => [...title, bodies[0]!.value].some(part => part.includes(text)))).toBe(true)
      expect(language).toBe(document.language.tag)
      expect(altIds).toContainEqual({ role: 'sha256', value: document.sha256 })
      expect(associations.map(({ uri }) => uri)).toEqual(
        record.documents.filter(other => other !== document).map(other => name(record, other)),
      )
      for (const { uri, rel } of associations)
        expect([uri, rel]).toEqual([uri, byUri.get(uri)!.language === language ? 'version' : 'translation'])
    }
  })
})

describe('schemaorg', () => {
  interface Node {
    readonly '@id': string
    readonly '@type': string
    readonly headline?: string
    readonly articleBody?: string
    readonly identifier?: string
    readonly translationOfWork?: { readonly '@id': string }
    readonly workTranslation?: readonly { readonly '@id': string }[]
  }

  test('every document with all of its blocks; links lead to nodes of the graph, both ways', async () => {
    const graphs = lines<Record<string, unknown>>(await exported(goldens, '--format', 'schemaorg', '--all-versions'))
    expect(graphs.map(graph => graph['@context'])).toEqual(goldens.map(() => 'https://schema.org'))
    for (const [i, record] of goldens.entries()) {
      const nodes = new Map((graphs[i]!['@graph'] as Node[]).map(node => [node['@id'], node]))
      for (const document of record.documents) {
        const node = nodes.get(name(record, document))!
        const said = [node.headline ?? '', node.articleBody ?? '']
        expect(textOf(document).every(text => said.some(part => part.includes(text)))).toBe(true)
        expect([node['@type'], node.identifier]).toEqual(['NewsArticle', document.sha256])
      }
      const links = [...nodes.values()].flatMap(node =>
        (node.workTranslation ?? []).map(to => [node['@id'], to['@id']]),
      )
      const back = [...nodes.values()].flatMap(node =>
        node.translationOfWork ? [[node.translationOfWork['@id'], node['@id']]] : [],
      )
      expect([...links].sort()).toEqual([...back].sort())
      expect(links.flat().every(id => nodes.has(id!))).toBe(true)
      if (record.documents.length > 1) expect(links.length).toBeGreaterThan(0)
    }
  })
})

test('text: every block of every document, and nothing else', async () => {
  const cwd = tempFolder({ 'corpus.ndjson': ndjson(goldens) })
  const args = ['export', 'corpus.ndjson', '--format', 'text', '--all-versions', '-o', 'texts']
  expect((await runCli(args, { cwd })).code).toBe(0)
  const files = all.map(({ record, document }) => [`r${record.id}.${document.id}.txt`, document] as const)
  expect(readdirSync(join(cwd, 'texts')).sort()).toEqual(files.map(([file]) => file).sort())
  for (const [file, document] of files)
    expect(readFileSync(join(cwd, 'texts', file), 'utf8')).toBe(`${textOf(document).join('\n\n')}\n`)
})

test('stats: the sums of a table are those of the records', async () => {
  const rows = parse(await exported(goldens, '--format', 'stats'), { columns: true, delimiter: '\t', quote: false })
  const sum = (what: string, ofName?: string) =>
    (rows as Record<string, string>[])
      .filter(row => row.what === what && (ofName === undefined || row.name === ofName))
      .reduce((total, { count }) => total + Number(count), 0)
  const documents = all.map(({ document }) => document)
  const blocks = documents.flatMap(textOf)
  expect(sum('releases', 'all')).toBe(goldens.length)
  expect(sum('units', 'all')).toBe(goldens.flatMap(({ alignment }) => alignment.units).length)
  expect(sum('documents', 'all')).toBe(documents.length)
  expect(sum('charset')).toBe(documents.length)
  expect(sum('bytes')).toBe(documents.reduce((total, { bytes }) => total + bytes, 0))
  expect(sum('blocks', 'all')).toBe(blocks.length)
  expect(sum('characters', 'all')).toBe(blocks.join('').length)
  expect(sum('repairs')).toBe(documents.flatMap(({ repairs }) => repairs).length)
  expect(sum('unrepaired')).toBe(documents.flatMap(({ unrepaired }) => unrepaired).length)
  expect(sum('warnings')).toBe([...documents, ...goldens].flatMap(({ warnings }) => warnings).length)
})
