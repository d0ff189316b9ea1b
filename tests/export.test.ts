/** `parawire export`: what is in each format, what is told, and that nothing half-written stays. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { golden, goldens, made, ndjson, shared } from './export-corpus.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const corpus = ndjson(goldens)
const oneLine = (text: string) => text.replace(/[\t\n]+/g, ' ').trim()
const unmarked = (cell: string) => cell.replace(/^'('*[=+\-@])/, '$1')
const run = (args: readonly string[], stdin = corpus) => runCli(['export', ...args], { stdin })
const tableOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map(line => line.split('\t'))

/** A folder with the corpus in it, and an export run there. */
async function runIn(args: readonly string[], text = corpus) {
  const cwd = tempFolder({ 'corpus.ndjson': text })
  const outcome = await runCli(['export', 'corpus.ndjson', ...args], { cwd })
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8')
  return { ...outcome, cwd, read, files: readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort() }
}

describe('what is in it', () => {
  test('tsv: a line a unit, a column a language, cells without a text empty', async () => {
    const { code, read, err } = await runIn(['--format', 'tsv', '-o', 'corpus.tsv'])
    expect(code).toBe(0)
    const [head, ...rows] = tableOf(read('corpus.tsv'))
    const languages = ['da', 'de', 'en', 'he', 'it', 'nl']
    expect(head).toEqual(['release', 'unit', 'kind', 'confidence', ...languages])
    expect(rows.map(cells => cells.map(unmarked))).toEqual(
      goldens.flatMap(record =>
        shared(record).map(({ unit, texts }) => {
          const ids = languages.map(tag => record.documents.filter(d => d.language.tag === tag).at(-1)?.id ?? '')
          const cells = ids.map(id => oneLine(texts.get(id) ?? ''))
          return [record.id, unit.id, unit.kind, String(unit.confidence), ...cells]
        }),
      ),
    )
    expect(err).toContain(`${rows.length} units of ${goldens.length} releases in ${languages.join(', ')}\n`)
    expect(err).toMatch(/1 document skipped: a later version is in the release/)
  })

  test('languages and their order are those asked for; what only one of them says is left out', async () => {
    const record = made({ da: ['en', '', 'tre'], de: ['eins', 'zwei', 'drei'], he: ['', 'שתיים', 'שלוש'] })
    const { out } = await run(['--format', 'tsv', '--languages', 'he, DA'], ndjson([record]))
    expect(tableOf(out).map(([, unit, , , ...cells]) => [unit, ...cells])).toEqual([
      ['unit', 'he', 'da'],
      ['u3', 'שלוש', 'tre'],
    ])
  })

  test('segments, and units that the alignment doubts', async () => {
    const { out } = await run(['--format', 'tsv', '--level', 'segment', '--languages', 'de,nl'])
    const record = golden('releases/five-languages-damaged')
    const [, ...rows] = tableOf(out)
    const own = rows.filter(([id]) => id === record.id)
    expect(own.map(([, id]) => id)).toContain('u8.2')
    const [part] = record.alignment.units.find(({ id }) => id === 'u8')!.segments[1]!.de!
    const block = record.documents.flatMap(d => d.blocks).find(({ id }) => id === part!.block)!
    expect(own.find(([, id]) => id === 'u8.2')![4]).toContain(block.text.slice(part!.start, part!.end).trim())
    const sure = await run(['--format', 'tsv', '--languages', 'de,nl', '--min-confidence', '1'])
    expect(
      tableOf(sure.out)
        .slice(1)
        .every(([, , , confidence]) => confidence === '1'),
    ).toBe(true)
  })

  test('a text in another language than its document is in no row, and told', async () => {
    const { documents, ...rest } = made({ da: ['en', 'to'], de: ['eins', 'two'], en: ['one', 'two'] })
    const blocks = documents[1]!.blocks.map(block => (block.text === 'two' ? { ...block, language: 'en' } : block))
    const record = { ...rest, documents: documents.map((d, i) => (i === 1 ? { ...d, blocks } : d)) }
    const { out, err } = await run(['--format', 'tsv', '--languages', 'da,de,en'], ndjson([record]))
    const rows = tableOf(out).slice(1)
    expect(rows.map(cells => cells.slice(4))).toEqual([
      ['en', 'eins', 'one'],
      ['to', '', 'two'],
    ])
    expect(err).toContain('1 text skipped: not in the language of the document\n')
  })

  test('moses: lines of one number belong together, whatever a cell holds', async () => {
    const odd = ['to\u2028linjer', '', '\n', 'fire\r\nfem\x1csyv']
    const record = made({ da: odd, de: ['zwei', 'kein', 'leer', 'vier'] })
    const { files, read } = await runIn(['--format', 'moses', '--languages', 'de,da', '-o', 'bi'], ndjson([record]))
    expect(files).toEqual(['bi.da', 'bi.de', 'corpus.ndjson'])
    expect([read('bi.da'), read('bi.de')]).toEqual(['to linjer\nfire fem syv\n', 'zwei\nvier\n'])
  })

  test('moses: of the fixtures, into a folder that is there', async () => {
    const cwd = tempFolder({ 'corpus.ndjson': corpus, bi: null })
    await runCli(['export', 'corpus.ndjson', '--format', 'moses', '--languages', 'da,de', '-o', 'bi'], { cwd })
    const read = (name: string) =>
      readFileSync(join(cwd, 'bi', name), 'utf8')
        .split('\n')
        .slice(0, -1)
    const pairs = goldens
      .flatMap(shared)
      .flatMap(({ texts }) => (texts.has('da') && texts.has('de') ? [[texts.get('da')!, texts.get('de')!]] : []))
    expect(read('da-de.da')).toEqual(pairs.map(([da]) => oneLine(da!)))
    expect(read('da-de.de')).toEqual(pairs.map(([, de]) => oneLine(de!)))
  })

  test('csv: a mark for Excel, line ends of RFC 4180, formulas made safe and told', async () => {
    const record = made({ da: ['=1+1', '@x', "'-5", 'a"b,c', '\uff1dx'], de: ['-2', '+3', 'vier', 'fünf', 'x'] })
    const { out, err } = await run(['--format', 'csv', '--languages', 'da,de', '--excel'], ndjson([record]))
    expect(out.split('\r\n').map(line => line.split(',').slice(4).join(','))).toEqual([
      'da,de',
      "'=1+1,'-2",
      "'@x,'+3",
      "''-5,vier",
      '"a""b,c",fünf',
      "'\uff1dx,x",
      '',
    ])
    expect(out.startsWith('\ufeffrelease,unit,')).toBe(true)
    expect(err).toContain('6 cells marked with an apostrophe')
  })

  test('tsv: what is no formula before its line ends are taken out is none behind', async () => {
    const record = made({ da: ['\x1c=1', '\x85@x'], de: ['y', 'y'] })
    const { out } = await run(['--format', 'tsv', '--languages', 'da,de'], ndjson([record]))
    const rows = tableOf(out).slice(1)
    expect(rows.map(cells => cells[4])).toEqual(["'=1", "'@x"])
  })

  test('ninjs: an item for each document, with all of its text; translations are associations', async () => {
    const { out } = await run(['--format', 'ninjs'])
    const items = lines(out)
    const editions = goldens.flatMap(record =>
      record.documents.filter((d, i, all) => all[i + 1]?.language.tag !== d.language.tag).map(d => ({ record, d })),
    )
    expect(items.map(({ language, title }) => [language, title ?? null])).toEqual(
      editions.map(({ d }) => [d.language.tag, d.title]),
    )
    for (const [i, { record, d }] of editions.entries()) {
      const { headlines = [], bodies } = items[i] as Record<string, { value: string }[]>
      const all = [...headlines, ...bodies!].map(({ value }) => value).join('\n\n')
      for (const { kind, text } of d.blocks) if (kind !== 'chrome') expect(all).toContain(text)
      const associated = (items[i]!.associations ?? []) as { readonly uri: string; readonly rel: string }[]
      expect(associated.every(({ rel, uri }) => rel === 'translation' && uri !== items[i]!.uri)).toBe(true)
      expect(associated.length).toBe(record.languages.length - 1)
    }
  })

  test('ninjs: an undetermined language is not named', async () => {
    const { out } = await run(['--format', 'ninjs'], ndjson([made({ und: ['x'] })]))
    expect(lines(out)[0]).not.toHaveProperty('language')
  })

  test('schemaorg: the original is named where the texts tell, else all translate the release', async () => {
    const record = made({ da: ['en'], de: ['eins'], en: ['one'] })
    const graphOf = async (documents = record.documents) => {
      const { out } = await run(['--format', 'schemaorg'], ndjson([{ ...record, documents }]))
      const nodes = lines(out)[0]!['@graph'] as Record<string, { '@id': string }>[]
      return nodes.map(node => [node['@type'], node.translationOfWork?.['@id']].filter(Boolean).join(' '))
    }
    const work = `urn:parawire:release:${record.id}`
    expect(await graphOf()).toEqual(['CreativeWork', ...Array(3).fill(`NewsArticle ${work}`)])
    const translation = { authoritative: 'original', block: 'x:0' } as const
    const told = record.documents.map(d => (d.id === 'en' ? d : { ...d, translation }))
    expect(await graphOf(told)).toEqual([`NewsArticle ${work}:en`, `NewsArticle ${work}:en`, 'NewsArticle'])
    const lone = await run(['--format', 'schemaorg', '--languages', 'de'], ndjson([record]))
    expect(lone.out).not.toContain('CreativeWork')
  })

  test('text: a file a document, in a new folder', async () => {
    const record = golden('releases/two-versions-one-language')
    const { files, read } = await runIn(['--format', 'text', '-o', 'texts', '--all-versions'], ndjson([record]))
    const names = record.documents.map(({ id }) => `texts/r${record.id}.${id}.txt`)
    expect(files).toEqual(['corpus.ndjson', 'texts', ...[...names].sort()])
    expect(read(names[0]!)).toBe(`${record.documents[0]!.blocks.map(b => b.text).join('\n\n')}\n`)
  })

  test('stats: sums by language', async () => {
    const { out } = await run(['--format', 'stats'])
    const sums = new Map(tableOf(out).map(([what, language, name, n]) => [`${what} ${language} ${name}`, Number(n)]))
    const german = goldens.flatMap(r => r.documents).filter(d => d.language.tag === 'de')
    expect(sums.get('releases * all')).toBe(goldens.length)
    expect(sums.get('documents de all')).toBe(german.length)
    expect(sums.get('documents de near-copy')).toBe(1)
    expect(sums.get('charset de windows-1252')).toBe(german.filter(d => d.charset.name === 'windows-1252').length)
    expect(sums.get('repairs de lost-quote')).toBe(
      german.flatMap(d => d.repairs).filter(({ kind }) => kind === 'lost-quote').length,
    )
    expect(sums.get('characters de aligned')!).toBeLessThanOrEqual(sums.get('characters de all')!)
  })

  test('of versions the last stands for its language; --all-versions gives all', async () => {
    const record = golden('releases/two-versions-one-language')
    const variants = async (...args: string[]) => {
      const { out } = await run(['--format', 'tmx', ...args], ndjson([record]))
      return [...new Set([...out.matchAll(/x-document">([^<]+)</g)].map(m => m[1]))]
    }
    expect(await variants()).toEqual(['de-2', 'it'])
    expect(await variants('--all-versions')).toEqual(['de', 'de-2', 'it'])
  })

  test.each(['tmx', 'xliff', 'tei'])('%s: characters that XML cannot hold are taken out and counted', async format => {
    const record = made({ da: ['a\x00b\ud800\uffffc\t"<'], de: ['&]]>\r\x85'] })
    const { code, out, err } = await run(['--format', format, '--languages', 'da,de'], ndjson([record]))
    expect(code).toBe(0)
    expect(out).toContain('abc\t"&lt;<')
    expect(out).toContain('&amp;]]&gt;')
    expect(err).toContain('3 characters removed: not allowed in XML')
  })
})

describe('bad use', () => {
  test.each<[args: string[], message: RegExp]>([
    [[], /^parawire: name a format with --format: tmx, tsv, /],
    [['--format', 'doc'], /there is no format "doc"; use one of tmx/],
    [['--format', 'tmx', '--languages', 'da,xx'], /language "xx" is not supported; use some of da, de, .*und/],
    [['--format', 'tmx', '--languages', 'da,da'], /the languages name da twice/],
    [['--format', 'tmx', '--languages', ''], /language "" is not supported/],
    [['--format', 'tmx', '--languages', 'da'], /name two languages or more/],
    [['--format', 'xliff'], /a pair of languages: name two/],
    [['--format', 'moses', '--languages', 'da,de,en', '-o', 'x'], /a pair of languages: name two/],
    [['--format', 'csv'], /must know the languages first/],
    [['--format', 'csv', '--languages', 'da,de', '--all-versions'], /one place for each text/],
    [['--format', 'tmx', '--level', 'word'], /neither unit nor segment/],
    [['--format', 'tmx', '--min-confidence', '2'], /not a number from 0 to 1/],
    [['--format', 'ninjs', '--level', 'unit'], /made of documents/],
    [['--format', 'tmx', '--excel'], /the mark for Excel goes with/],
    [['--format', 'text'], /name a new folder with -o/],
    [['--format', 'xliff', '--languages', 'he,und'], /nothing is aligned between he and und/],
  ])('%j', async (args, message) => {
    const { code, err } = await run(args)
    expect([code, err.split('\n').length]).toEqual([2, 2])
    expect(err).toMatch(message)
  })

  test('a folder that is not empty, a file that is read, a record that is there twice', async () => {
    const full = await runIn(['--format', 'text', '-o', '.'])
    expect([full.code, full.err]).toEqual([2, 'parawire: cannot write .: the folder is not empty; name a new one\n'])
    const same = await runIn(['--format', 'tmx', '-o', './corpus.ndjson'])
    expect([same.code, same.read('corpus.ndjson')]).toEqual([2, corpus])
    const twice = await runIn(['--format', 'xces', '-o', 'out'], ndjson([goldens[0], goldens[0]]))
    expect([twice.code, twice.files]).toEqual([2, ['corpus.ndjson']])
    expect(twice.err).toMatch(/line 2: the same release as line 1/)
  })
})

test('of an empty corpus an empty export', async () => {
  const { code, out, err } = await run(['--format', 'tmx'], '')
  expect([code, err]).toEqual([0, '0 units of 0 releases\n'])
  expect(out).toContain('<body>\n</body>')
})
