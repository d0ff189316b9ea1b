/**
 * The law of exports: each reads back with every document and every text of the records, by parsers that are not ours, and
 * what is left out is counted. What is wanted is worked out from the records alone. Texts are held against each other by
 * their letters and digits, since formats differ in what they do to blanks, line ends and controls.
 */
import { tableFromIPC } from '@uwdata/flechette'
import { parse } from 'csv-parse/sync'
import { readParquet } from 'parquet-wasm'
import { type ExportCounts, type ExportOptions, exportRecords, UserError } from '../src/index.js'
import type { Document, RecordUnit, ReleaseRecord } from '../src/model.js'
import { all, type Element, parseXml, textIn } from './xml-tree.js'

type Files = ReadonlyMap<string, Buffer>
/** What is said, by who says it where. */
type Said = Map<string, string>

/** What exports of records lack, have too much, or say otherwise; nothing where all is well. The ids of records are hashes. */
export async function exportFaults(records: readonly ReleaseRecord[]): Promise<string[]> {
  const faults: string[] = []
  for (const versions of ['last', 'all'] as const) {
    const wish = { versions }
    faults.push(...(await documentFaults(records, wish)))
    for (const level of ['unit', 'segment'] as const) faults.push(...(await rowFaults(records, { versions, level })))
  }
  for (const level of ['unit', 'segment'] as const) faults.push(...(await placeFaults(records, { level })))
  return faults
}

interface Wish {
  readonly versions?: 'last' | 'all'
  readonly level?: 'unit' | 'segment'
}

/** Formats that are made of documents. */
async function documentFaults(records: readonly ReleaseRecord[], wish: Wish): Promise<string[]> {
  const editions = records.flatMap(record =>
    textsIn(record, wish.versions).map(({ document }) => ({ record, document })),
  )
  const name = ({ id }: ReleaseRecord, document: string) => `${id} ${document}`
  const faults: string[] = []
  for (const [format, read] of Object.entries(DOCUMENTS)) {
    const said = format === 'text' ? body : titleAndBody
    const own = editions.map(({ record, document }): [string, string] => [name(record, document.id), said(document)])
    const { files, counts } = await exported(records, { format: format as 'ninjs', ...wish })
    faults.push(...differences(`${format} ${wish.versions}`, new Map(own), read(files)))
    faults.push(...countFaults(`${format} ${wish.versions}`, counts, { superseded: lateIn(records, wish.versions) }))
  }
  const { counts } = await exported(records, { format: 'stats' })
  const documents = records.flatMap(record => record.documents).length
  return [...faults, ...countFaults('stats', counts, { documents })]
}

const body = ({ blocks }: Document) =>
  plain(
    blocks
      .filter(({ kind }) => kind !== 'chrome')
      .map(({ text }) => text)
      .join(' '),
  )

/** Where the title has a field of its own it is not told again. */
const titleAndBody = (document: Document) => {
  const { title, blocks } = document
  const rest = blocks.filter(({ kind, text }) => kind !== 'title' || text !== title)
  return plain(title ?? '') + body({ ...document, blocks: rest })
}

const jsonLines = (files: Files) =>
  String(files.get('') ?? '')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** `urn:parawire:release:RELEASE:DOCUMENT`. */
const urnName = (urn: string) => urn.split(':').slice(3).map(decodeURIComponent).join(' ')

const DOCUMENTS: Readonly<Record<string, (files: Files) => Said>> = {
  ninjs: files =>
    new Map(
      jsonLines(files).map(({ uri, title = '', bodies }) => [
        urnName(uri),
        plain(`${title} ${bodies?.[0]?.value ?? ''}`),
      ]),
    ),
  schemaorg: files =>
    new Map(
      jsonLines(files)
        .flatMap(line => line['@graph'])
        .filter(node => node['@type'] === 'NewsArticle')
        .map(({ '@id': id, headline = '', articleBody = '' }) => [urnName(id), plain(`${headline} ${articleBody}`)]),
    ),
  text: files =>
    new Map([...files].map(([file, text]) => [file.replace(/^r([^.]+)\.(.+)\.txt$/, '$1 $2'), plain(String(text))])),
}

/** Formats of rows that have room for every document. */
async function rowFaults(records: readonly ReleaseRecord[], wish: Required<Wish>): Promise<string[]> {
  const faults: string[] = []
  const wanted: Said = new Map()
  for (const record of records) {
    const documents = textsIn(record, wish.versions).map(({ document }) => document)
    for (const { row, texts } of rowsIn(record, documents, wish.level))
      for (const [id, text] of texts) wanted.set(`${record.id} ${row} ${id}`, text)
  }
  for (const [format, read] of Object.entries(ROWS)) {
    const label = `${format} ${wish.versions} ${wish.level}`
    const { files, counts } = await exported(records, { format: format as 'tmx', ...wish })
    faults.push(...differences(label, wanted, read(files)))
    faults.push(...countFaults(label, counts, { superseded: lateIn(records, wish.versions), unplaced: 0 }))
  }
  const documents = records.flatMap(record =>
    textsIn(record, wish.versions).map(({ document }): [string, string] => [
      `${record.id}.${document.id}`,
      whole(document),
    ]),
  )
  const { files } = await exported(records, { format: 'tei', ...wish })
  return [...faults, ...differences('tei', new Map(documents), teiTexts(String(files.get(''))))]
}

const whole = ({ blocks }: Document) => plain(blocks.map(({ text }) => text).join(' '))

const ROWS: Readonly<Record<string, (files: Files) => Said>> = {
  tmx: files =>
    new Map(
      all(parseXml(String(files.get(''))), 'tu').flatMap(tu =>
        all(tu, 'tuv').map(tuv => {
          const prop = (type: string, within: Element) =>
            textIn(all(within, 'prop').find(({ attributes }) => attributes.type === type)!)
          const row = [prop('x-release', tu), prop('x-unit', tu), prop('x-document', tuv)]
          return [row.join(' '), plain(textIn(all(tuv, 'seg')[0]!))] as const
        }),
      ),
    ),
  parquet: files => {
    const rows = tableFromIPC(readParquet(files.get('')!).intoIPCStream()).toArray() as Record<string, unknown>[]
    return new Map(
      rows.map(({ release, unit, segment, document, text }) => {
        const row = segment === null ? unit : `${unit}.${segment}`
        return [`${release} ${row} ${document}`, plain(text as string)]
      }),
    )
  },
  tei: files => {
    const root = parseXml(String(files.get('')))
    const parts = new Map(['p', 'ab', 's'].flatMap(name => all(root, name).map(e => [e.attributes['xml:id']!, e])))
    const said: Said = new Map()
    for (const release of all(root, 'TEI'))
      for (const { attributes } of all(release, 'link'))
        for (const id of attributes.target!.split(' ').map(target => target.slice(1))) {
          const [record, document] = id.split('.')
          const key = `${record!.slice(1)} ${attributes.n} ${document}`
          said.set(key, (said.get(key) ?? '') + plain(textIn(parts.get(id)!, 'sic')))
        }
    return said
  },
}

const teiTexts = (xml: string): Said =>
  new Map(
    all(parseXml(xml), 'text')
      .filter(({ attributes }) => attributes['xml:id'] !== undefined)
      .map(text => [text.attributes['xml:id']!.slice(1), plain(textIn(text, 'sic'))]),
  )

/** Formats with one place for each name: all names at once, or each pair of them. */
async function placeFaults(
  records: readonly ReleaseRecord[],
  { level }: Pick<Required<Wish>, 'level'>,
): Promise<string[]> {
  const names = [...new Set(records.flatMap(record => textsIn(record, 'last').map(({ name }) => name)))]
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b): [string, string] => [a, b]))
  const faults: string[] = []
  const superseded = lateIn(records, 'last')
  const wanted = placedRows(records, names, level)
  for (const format of ['csv', 'tsv'] as const) {
    const { files, counts } = await exported(records, { format, level })
    faults.push(...differences(`${format} ${level}`, wanted, tableRows(String(files.get('')), format)))
    faults.push(...countFaults(format, counts, { superseded, unplaced: 0 }))
  }
  const { files, counts } = await exported(records, { format: 'xces', level })
  faults.push(...countFaults('xces', counts, { superseded, unplaced: 0 }), ...xcesFaults(records, files, pairs, level))
  for (const pair of pairs) {
    const rows = [...placedRows(records, pair, level)].filter(([, text]) => text !== '')
    for (const format of ['moses', 'xliff'] as const)
      faults.push(...(await pairFaults(records, { format, level, languages: pair }, rows)))
  }
  return faults
}

/** Rows by release, row and name, of names that are asked for together. */
function placedRows(records: readonly ReleaseRecord[], names: readonly string[], level: 'unit' | 'segment'): Said {
  const said: Said = new Map()
  for (const record of records) {
    const texts = textsIn(record, 'last').filter(({ name }) => names.includes(name))
    const nameOf = new Map(texts.map(({ name, document }) => [document.id, name]))
    const documents = texts.map(({ document }) => document)
    for (const { row, texts } of rowsIn(record, documents, level))
      for (const [id, text] of texts) said.set(`${record.id} ${row} ${nameOf.get(id)}`, text)
  }
  return said
}

function tableRows(text: string, format: 'csv' | 'tsv'): Said {
  const quoting =
    format === 'csv' ? { record_delimiter: '\r\n' } : { delimiter: '\t', quote: false, record_delimiter: '\n' }
  const rows = parse(text, { columns: true, ...quoting }) as Record<string, string>[]
  return new Map(
    rows.flatMap(({ release, unit, kind: _, confidence: __, ...cells }) =>
      Object.entries(cells)
        .filter(([, cell]) => cell !== '')
        .map(([name, cell]): [string, string] => [`${release} ${unit} ${name}`, plain(cell)]),
    ),
  )
}

function xcesFaults(
  records: readonly ReleaseRecord[],
  files: Files,
  pairs: readonly (readonly [string, string])[],
  level: 'unit' | 'segment',
): string[] {
  const read = new Map([...files].map(([file, xml]) => [file, parseXml(String(xml))]))
  const documents = records.flatMap(record =>
    textsIn(record, 'last').map(({ name, document }): [string, string] => [
      `xml/${name}/r${record.id}.xml`,
      whole(document),
    ]),
  )
  const texts = [...read].filter(([file]) => file.startsWith('xml/'))
  const found: Said = new Map(texts.map(([file, root]) => [file, plain(textIn(all(root, 'body')[0]!))]))
  const faults = differences('xces', new Map(documents), found)
  for (const pair of pairs) {
    const said: Said = new Map()
    const links = read.get(`${pair.join('-')}.xml`) ?? read.get(`${pair.toReversed().join('-')}.xml`)!
    for (const group of all(links, 'linkGrp')) {
      const paths = [group.attributes.fromDoc!, group.attributes.toDoc!]
      for (const { attributes } of all(group, 'link'))
        for (const [i, ids] of attributes.xtargets!.split(';').entries()) {
          const [name, file] = paths[i]!.split('/')
          const elements = all(read.get(`xml/${paths[i]}`)!, group.attributes.targType!)
          const text = ids.split(' ').map(id => textIn(elements.find(own => own.attributes.id === id)!))
          said.set(`${file!.slice(1, -4)} ${attributes.id} ${name}`, plain(text.join(' ')))
        }
    }
    faults.push(...differences(`xces ${pair.join('-')}`, placedRows(records, pair, level), said))
  }
  return faults
}

/** Rows of a pair in their order, so that lines of one number are known to belong together. */
async function pairFaults(
  records: readonly ReleaseRecord[],
  options: {
    readonly format: 'moses' | 'xliff'
    readonly level: 'unit' | 'segment'
    readonly languages: [string, string]
  },
  wanted: readonly (readonly [string, string])[],
): Promise<string[]> {
  const [a, b] = options.languages
  const label = `${options.format} ${a},${b} ${options.level}`
  const sides = [a, b].map(name => wanted.filter(([key]) => key.endsWith(` ${name}`)).map(([, text]) => text))
  try {
    const { files } = await exported(records, options)
    const found =
      options.format === 'moses'
        ? [a, b].map(name => String(files.get(name)).split('\n').slice(0, -1).map(plain))
        : ['source', 'target'].map(name => all(parseXml(String(files.get(''))), name).map(own => plain(textIn(own))))
    return found.flatMap((own, i) =>
      JSON.stringify(own.filter(Boolean)) === JSON.stringify(sides[i]) ? [] : [`${label}: other lines of ${[a, b][i]}`],
    )
  } catch (error) {
    if (error instanceof UserError && sides[0]!.length === 0) return []
    throw error
  }
}

/** The texts of a release: all documents, or of versions the last; each with the id of its first version. */
function textsIn({ documents, versions }: ReleaseRecord, which: Wish['versions'] = 'last') {
  const named = documents.map(document => {
    const own = versions.find(version => version.document === document.id)
    const first = documents.find(({ id }) => id === own?.versionOf)
    return { document, name: first?.language.tag === document.language.tag ? first.id : document.id }
  })
  return which === 'all' ? named : named.filter(({ name }, i) => !named.slice(i + 1).some(later => later.name === name))
}

const lateIn = (records: readonly ReleaseRecord[], which: Wish['versions']) =>
  records.reduce((sum, record) => sum + record.documents.length - textsIn(record, which).length, 0)

/** What documents say in rows that two of them share; a text in another language than its document is in none. */
function rowsIn({ alignment }: ReleaseRecord, documents: readonly Document[], level: 'unit' | 'segment') {
  const blocks = new Map(documents.flatMap(own => own.blocks.map(block => [block.id, block] as const)))
  const cell = (parts: readonly { readonly block: string; readonly start: number; readonly end: number }[]) => {
    const text = parts.map(({ block, start, end }) => blocks.get(block)!.text.slice(start, end)).join(' ')
    const isForeign = parts.every(({ block }) => blocks.get(block)!.language !== undefined)
    return isForeign || text.trim() === '' ? null : plain(text)
  }
  const whole = (id: string) => ({ block: id, start: 0, end: blocks.get(id)!.text.length })
  const partsIn = ({ blocks: own, segments }: RecordUnit) =>
    level === 'segment' ? segments : [Object.fromEntries(Object.entries(own).map(([id, ids]) => [id, ids]))]
  return alignment.units.flatMap(unit =>
    partsIn(unit).flatMap((row, i) => {
      const texts = documents.flatMap(({ id }): [string, string][] => {
        const parts = (row[id] ?? []).map(part => (typeof part === 'string' ? whole(part) : part))
        const text = parts.length === 0 ? null : cell(parts)
        return text === null ? [] : [[id, text]]
      })
      return texts.length > 1 ? [{ row: level === 'segment' ? `${unit.id}.${i + 1}` : unit.id, texts }] : []
    }),
  )
}

async function exported(records: readonly ReleaseRecord[], options: ExportOptions) {
  const files = new Map<string, Buffer>()
  let counts: Partial<ExportCounts> = {}
  const onCounts = (own: ExportCounts) => {
    counts = own
  }
  for await (const { file, content } of exportRecords(records, { ...options, onCounts }))
    files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), Buffer.from(content as string)]))
  return { files, counts }
}

/** Letters and digits; what is no character is none of them. */
const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

function differences(label: string, wanted: Said, found: Said): string[] {
  const missing = [...wanted].flatMap(([key, text]) => {
    const own = found.get(key)
    if (own === undefined) return text === '' ? [] : [`${label}: no ${key}`]
    return own === text ? [] : [`${label}: ${key} says "${own.slice(0, 60)}" for "${text.slice(0, 60)}"`]
  })
  return [...missing, ...[...found.keys()].filter(key => !wanted.has(key)).map(key => `${label}: ${key} is too much`)]
}

function countFaults(label: string, counts: Partial<ExportCounts>, wanted: Partial<ExportCounts>): string[] {
  return Object.entries(wanted).flatMap(([key, count]) => {
    const own = counts[key as keyof ExportCounts]
    return own === count ? [] : [`${label}: ${own} ${key} told, ${count} are`]
  })
}
