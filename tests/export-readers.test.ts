/** Every unit of the fixtures is found again by parsers that know nothing of parawire: saxes for XML, csv-parse for tables. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReleaseRecord } from '../src/model.js'
import { expected, exported, goldens, made, ndjson, segmentsOf, shared } from './export-corpus.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'
import { all, parseXml, textIn } from './xml-tree.js'

const oneLine = (text: string) => text.replace(/[\t\n]+/g, ' ').trim()
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

function readTmx(xml: string) {
  const root = parseXml(xml)
  expect([root.name, root.attributes.version]).toEqual(['tmx', '1.4'])
  return all(root, 'tu').map(tu => ({
    id: tu.attributes.tuid!,
    segtype: tu.attributes.segtype,
    texts: Object.fromEntries(
      all(tu, 'tuv').map(tuv => {
        const id = textIn(all(tuv, 'prop').find(({ attributes }) => attributes.type === 'x-document')!)
        expect(id.split('-')[0]).toBe(tuv.attributes['xml:lang'])
        return [id, textIn(all(tuv, 'seg')[0]!)]
      }),
    ),
  }))
}

describe('tmx', () => {
  test('every unit, n-way', async () => {
    const units = readTmx(await exported(goldens, '--format', 'tmx'))
    expect(units).toEqual(expected(goldens).map(({ id, texts }) => ({ id, segtype: 'paragraph', texts })))
  })

  test('every segment that two documents say', async () => {
    const units = readTmx(await exported(goldens, '--format', 'tmx', '--level', 'segment', '--all-versions'))
    const said = goldens.flatMap(segmentsOf).filter(({ texts }) => Object.keys(texts).length > 1)
    const flattened = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, flat(text)]))
    expect(units.map(({ id, texts }) => [id, flattened(texts)])).toEqual(
      said.map(({ id, texts }) => [id, flattened(texts)]),
    )
  })

  test('any text comes back, but for what XML cannot hold', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 })
    await fc.assert(
      fc.asyncProperty(text, text, async (da, he) => {
        const legal = (t: string) => t.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').trim()
        const record = made({ da: [`a${da}b`], he: [`a${he}b`] })
        const [unit] = readTmx(await exported([record], '--format', 'tmx'))
        expect(unit!.texts).toEqual({ da: legal(`a${da}b`), he: legal(`a${he}b`) })
      }),
      { numRuns: 50 },
    )
  })
})

describe('csv', () => {
  const read = (text: string, bom = false) =>
    parse(text, { columns: true, bom, record_delimiter: '\r\n', relax_column_count: false }) as Record<string, string>[]

  test('every unit', async () => {
    const rows = read(await exported(goldens, '--format', 'csv', '--excel'), true)
    const languages = ['da', 'de', 'en', 'he', 'it', 'nl']
    const found = rows.map(({ release, unit, kind: _, confidence: __, ...cells }) => ({
      id: `${release}.${unit}`,
      texts: Object.values(cells).filter(cell => cell !== ''),
    }))
    expect(Object.keys(rows[0]!)).toEqual(['release', 'unit', 'kind', 'confidence', ...languages])
    const unmarked = found.map(({ id, texts }) => ({ id, texts: texts.map(t => t.replace(/^'(?='*[=+\-@])/, '')) }))
    expect(unmarked).toEqual(expected(goldens).map(({ id, texts }) => ({ id, texts: Object.values(texts) })))
  })

  test('any text comes back, and none is a formula', async () => {
    const text = fc.string({ unit: fc.constantFrom(...`"',;=+-@\r\n\tä א`), minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async texts => {
        const record = made({ da: texts.map(t => t || 'x'), de: texts.map(() => 'y') })
        const rows = read(await exported([record], '--format', 'csv'))
        const cells = rows.map(({ da }) => da!)
        expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
        expect(cells.map(cell => cell.replace(/^'(?='*[=+\-@])/, ''))).toEqual(
          texts.map(t => t.trim()).filter(t => t !== ''),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('tsv', () => {
  test('every unit, by a reader of tables without quoting', async () => {
    const out = await exported(goldens, '--format', 'tsv')
    const rows = parse(out, { columns: true, delimiter: '\t', quote: false }) as Record<string, string>[]
    const found = rows.map(({ release, unit, kind: _, confidence: __, ...cells }) => ({
      id: `${release}.${unit}`,
      texts: Object.values(cells).filter(cell => cell !== ''),
    }))
    const plain = (text: string) => text.replace(/^'(?='*[=+\-@])/, '')
    expect(found.map(({ id, texts }) => ({ id, texts: texts.map(plain) }))).toEqual(
      expected(goldens).map(({ id, texts }) => ({ id, texts: Object.values(texts).map(oneLine) })),
    )
  })
})

describe('xliff', () => {
  const languages = ['de', 'he']

  test.each(['unit', 'segment'])('every %s of a pair, with directions', async level => {
    const root = parseXml(await exported(goldens, '--format', 'xliff', '--languages', 'de,he', '--level', level))
    expect(root.attributes).toEqual({
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      version: '2.1',
      srcLang: 'de',
      trgLang: 'he',
    })
    const files = all(root, 'file')
    expect(files.every(({ attributes }) => attributes.srcDir === 'ltr' && attributes.trgDir === 'rtl')).toBe(true)
    const found = files.flatMap(file =>
      all(file, 'unit').flatMap(unit =>
        all(unit, 'segment').map((segment, i) => ({
          id: `${file.attributes.id!.slice(1)}.${unit.attributes.id}${level === 'unit' ? '' : `.${i}`}`,
          texts: ['source', 'target'].map(name => flat(textIn(all(segment, name)[0]!))),
        })),
      ),
    )
    const segments = goldens.flatMap(segmentsOf).map(({ id, texts }) => ({ id, texts }))
    const wanted = level === 'unit' ? expected(goldens, languages) : segments
    const pairs = wanted.flatMap(({ id, texts }) =>
      texts.de !== undefined && texts.he !== undefined ? [{ id, texts: [flat(texts.de), flat(texts.he)] }] : [],
    )
    expect(found.map(({ texts }) => texts)).toEqual(pairs.map(({ texts }) => texts))
    if (level === 'unit') expect(found.map(({ id }) => id)).toEqual(pairs.map(({ id }) => id))
  })
})

describe('tei', () => {
  test.each(['unit', 'segment'])('every link of %ss leads to what is said; repairs are choices', async level => {
    const root = parseXml(await exported(goldens, '--format', 'tei', '--level', level, '--all-versions'))
    const ids = new Map<string, string>()
    for (const name of ['p', 'ab', 's'])
      for (const element of all(root, name)) {
        const id = element.attributes['xml:id']
        if (id === undefined) continue
        expect(ids.has(id)).toBe(false)
        ids.set(id, flat(textIn(element, 'sic')))
      }
    const links = all(root, 'link').map(({ attributes }) =>
      attributes
        .target!.split(' ')
        .map(target => ids.get(target.slice(1))!)
        .join(' '),
    )
    const said = level === 'unit' ? goldens.flatMap(shared) : goldens.flatMap(segmentsOf)
    const texts = said.map(({ texts }) => [...(texts instanceof Map ? texts.values() : Object.values(texts))].map(flat))
    expect(links).toEqual(texts.filter(own => own.length > 1).map(own => own.join(' ')))
    const repairs = goldens
      .flatMap(r => r.documents.flatMap(d => d.repairs))
      .filter(({ kind, at }) => at && /^(?:mojibake|ocr|ocr-mojibake|lost-.*|control|entity|visual-order)$/.test(kind))
    const choices = all(root, 'choice').map(choice => textIn(all(choice, 'sic')[0]!))
    expect(choices.length).toBeGreaterThan(0.98 * repairs.length)
    expect(all(root, 'text').filter(({ attributes }) => attributes['xml:lang'] !== undefined).length).toBe(
      goldens.flatMap(r => r.documents).length,
    )
  })
})

describe('xces', () => {
  test.each(['unit', 'segment'])('every link of %ss leads to what is said', async level => {
    const cwd = tempFolder({ 'corpus.ndjson': ndjson(goldens) })
    const args = ['export', 'corpus.ndjson', '--format', 'xces', '--level', level, '-o', 'out']
    expect((await runCli(args, { cwd })).code).toBe(0)
    const read = (name: string) => parseXml(readFileSync(join(cwd, 'out', name), 'utf8'))
    const names = readdirSync(join(cwd, 'out')).filter(name => name.endsWith('.xml'))
    expect(names.length).toBe(15)
    for (const name of names) {
      const [a, b] = name.slice(0, -4).split('-') as [string, string]
      const found = all(read(name), 'linkGrp').flatMap(group => {
        const { fromDoc, toDoc, targType } = group.attributes
        const sides = [fromDoc!, toDoc!].map(path => {
          const elements = all(read(`xml/${path}`), targType!)
          return new Map(elements.map(element => [element.attributes.id!, flat(textIn(element))]))
        })
        return all(group, 'link').map(({ attributes }) =>
          attributes.xtargets!.split(';').map((ids, i) =>
            ids
              .split(' ')
              .map(id => sides[i]!.get(id)!)
              .join(' '),
          ),
        )
      })
      const said = level === 'unit' ? expected(goldens) : goldens.flatMap(lastVersions)
      const pairs = said.map(({ texts }) => {
        const of = (tag: string) => Object.entries(texts).find(([id]) => id.split('-')[0] === tag)?.[1]
        return [of(a), of(b)].map(text => text && flat(text))
      })
      expect([name, found]).toEqual([name, pairs.filter(([one, other]) => one && other)])
    }
  })

  const lastVersions = (record: ReleaseRecord) => {
    const last = new Set(record.languages.map(tag => record.documents.filter(d => d.language.tag === tag).at(-1)!.id))
    return segmentsOf(record).map(({ texts }) => ({
      texts: Object.fromEntries(Object.entries(texts).filter(([id]) => last.has(id))),
    }))
  }
})

test.each(['tmx', 'xliff', 'tei', 'ninjs', 'schemaorg', 'tsv', 'csv'])(
  '%s: ids and paths may hold anything',
  async format => {
    const id = '"><x a=\'&\t\n/../'
    const record = made({ de: ['=a<b>&"', 'x'], he: ['א\u202e]]>', 'y'] }, id)
    const documents = record.documents.map(document => ({ ...document, path: '\u0001</seg><a b="\r\n&' }))
    const args = ['xliff', 'tsv', 'csv'].includes(format) ? ['--languages', 'de,he'] : []
    const out = await exported([{ ...record, documents }], '--format', format, ...args)
    if (['tmx', 'xliff', 'tei'].includes(format)) {
      expect(all(parseXml(out), 'x')).toEqual([])
      expect(textIn(parseXml(out))).toContain('א\u202e]]>')
    } else if (format === 'csv')
      expect((parse(out, { columns: true }) as { de: string }[]).map(({ de }) => de)).toEqual(['\'=a<b>&"', 'x'])
    else expect(out.split('\n').length).toBe({ ninjs: 3, schemaorg: 2, tsv: 4 }[format])
  },
)

test('xces and text: no id leads out of the folder', async () => {
  const record = made({ de: ['a'], he: ['b'] }, '/../../..')
  for (const format of ['xces', 'text']) {
    const cwd = tempFolder({ 'corpus.ndjson': ndjson([record]) })
    expect((await runCli(['export', 'corpus.ndjson', '--format', format, '-o', 'out'], { cwd })).code).toBe(0)
    const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    expect(files.every(file => file === 'corpus.ndjson' || /^out(?:\/|$)/.test(file))).toBe(true)
    expect(files.length).toBeGreaterThan(3)
  }
})
