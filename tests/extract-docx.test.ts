/** DOCX to text: files written here part by part, bombs and damaged ones. */
import { describe, expect, test } from 'vitest'
import { extractDocx } from '../src/extractors/docx/docx.js'
import type { Extracted } from '../src/model.js'
import { zipOf } from './zip-writer.js'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

const relationships = (list: readonly (readonly [id: string, type: string, target: string, mode?: string])[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target, mode]) => {
      return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`
    })
    .join('')}</Relationships>`

/** A DOCX with a body, and whatever parts are given beside it. */
function docxOf(body: string, parts: Readonly<Record<string, string>> = {}, size?: number): Buffer {
  const types = [
    ['/word/document.xml', 'document.main'],
    ['/word/footnotes.xml', 'footnotes'],
    ['/word/styles.xml', 'styles'],
    ['/word/numbering.xml', 'numbering'],
  ].map(([part, type]) => {
    return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`
  })
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  return zipOf(
    {
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
      '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
      'word/_rels/document.xml.rels': relationships([
        ['rId1', 'styles', 'styles.xml'],
        ['rId2', 'footnotes', 'footnotes.xml'],
        ['rId3', 'hyperlink', 'https://www.sundbro.example/kort', 'External'],
        ['rId4', 'numbering', 'numbering.xml'],
      ]),
      'word/styles.xml': `<w:styles ${W}>${style('Titel', 'Title')}${style('Overskrift1', 'heading 1')}${style('Citat', 'Quote')}</w:styles>`,
      'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote></w:footnotes>`,
      'word/document.xml': `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
      ...parts,
    },
    size,
  )
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const styled = (style: string, text: string) => p(run(text), `<w:pStyle w:val="${style}"/>`)
const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const kindsIn = ({ text, marks }: Extracted) => marks.map(({ start, end, kind }) => [kind, text.slice(start, end)])

describe('what a document holds', () => {
  test('styles are kinds, whatever their ids', async () => {
    const item = p(run('48 lamper'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const body = [
      styled('Titel', 'Sundbro tænder lyset'),
      p(run('AALBORG, 3. maj 2026 – Broen lyser igen.')),
      styled('Overskrift1', 'Tre år i mørke'),
      p(run('Nye pærer', '<w:b/>')),
      item,
      styled('Citat', '»Vi kan se hinanden,« siger brovagten.'),
    ]
    const extracted = await extractDocx(docxOf(body.join('')))
    expect(extracted.text.split('\n\n')).toEqual([
      'Sundbro tænder lyset',
      'AALBORG, 3. maj 2026 – Broen lyser igen.',
      'Tre år i mørke',
      'Nye pærer',
      '48 lamper',
      '»Vi kan se hinanden,« siger brovagten.',
    ])
    expect(kindsIn(extracted)).toEqual([
      ['title', 'Sundbro tænder lyset'],
      ['heading', 'Tre år i mørke'],
      ['heading', 'Nye pærer'],
      ['list-item', '48 lamper'],
      ['quote', '»Vi kan se hinanden,« siger brovagten.'],
    ])
  })

  test('without a style of titles the only heading of the first level is one', async () => {
    const extracted = await extractDocx(
      docxOf(styled('Overskrift1', 'Sundbro tænder lyset') + p(run('Broen lyser igen.'))),
    )
    expect(kindsIn(extracted)).toEqual([['title', 'Sundbro tænder lyset']])
  })

  test('a table has a line a row; one that sets out a page is read cell by cell', async () => {
    const cells = (...texts: string[]) => texts.map(text => p(run(text)))
    const small = await extractDocx(docxOf(p(run('Lys')) + table([cells('År', 'Lamper'), cells('2026', '48')])))
    expect(small.text).toBe('Lys\n\nÅr\tLamper\n2026\t48')
    expect(kindsIn(small)).toEqual([['table', 'År\tLamper\n2026\t48']])
    expect(small.map.at(-1)).toMatchObject({ part: 'word/document.xml', paragraph: 4 })
    const page = await extractDocx(
      docxOf(table([[p(run('Kontakt')) + p(run('Ida Brink')), p(run('Broen lyser igen.'))]])),
    )
    expect(page.text).toBe('Kontakt\n\nIda Brink\n\nBroen lyser igen.')
  })

  test('line breaks, blank lines, links', async () => {
    const br = '<w:r><w:br/></w:r>'
    const link = `<w:hyperlink r:id="rId3">${run('på kortet')}</w:hyperlink>`
    const bare = `<w:hyperlink r:id="rId3">${run('www.sundbro.example/kort')}</w:hyperlink>`
    const extracted = await extractDocx(docxOf(p(`${run('Ida Brink')}${br}${run('Se ')}${link}${br}${br}${bare}`)))
    expect(extracted.text).toBe('Ida Brink\nSe på kortet\n\nwww.sundbro.example/kort')
    expect(extracted.links).toEqual([{ start: 13, end: 22, url: 'https://www.sundbro.example/kort' }])
    expect(extracted.map).toEqual([
      { start: 0, end: 9, part: 'word/document.xml', paragraph: 0 },
      { start: 10, end: 22, part: 'word/document.xml', paragraph: 0 },
      { start: 24, end: 48, part: 'word/document.xml', paragraph: 0 },
    ])
  })

  test('notes stand behind the text, with their own part', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(run(text))}</w:footnote>`
    const notes = `<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1">${p('')}</w:footnote>${note(1, 'Første.')}${note(2, 'Målt i maj.')}</w:footnotes>`
    const extracted = await extractDocx(
      docxOf(p(`${run('Broen bruger 2 kW')}${reference}${run('.')}`), { 'word/footnotes.xml': notes }),
    )
    expect(extracted.text).toBe('Broen bruger 2 kW.\n\nMålt i maj.')
    expect(extracted.map.at(-1)).toEqual({ start: 20, end: 31, part: 'word/footnotes.xml', paragraph: 2 })
    expect(kindsIn(extracted)).toEqual([['note', 'Målt i maj.']])
  })

  test('facts of the properties, where they say something', async () => {
    const core = (inside: string) => ({ 'docProps/core.xml': `<cp:coreProperties>${inside}</cp:coreProperties>` })
    const facts = async (inside: string) => (await extractDocx(docxOf(p(run('Lys')), core(inside)))).facts
    const dates =
      '<dcterms:created>2019-01-02T00:00:00Z</dcterms:created><dcterms:modified>2026-05-03T08:00:00Z</dcterms:modified>'
    expect(await facts(`<dc:title>Lys &amp; luft</dc:title><dc:language>da-DK</dc:language>${dates}`)).toEqual({
      title: 'Lys & luft',
      language: 'da-DK',
      date: '2026-05-03',
    })
    expect(await facts('<dc:title>Dokument1</dc:title><dc:language></dc:language>')).toEqual({})
  })
})

describe('files that cannot be read', () => {
  const bomb = `<w:document ${W}><w:body>${' '.repeat(20_000_000)}</w:body></w:document>`
  test.each([
    ['a bomb', docxOf('', { 'word/document.xml': bomb }), /^the DOCX is too large: /],
    ['a bomb that says it is small', docxOf('', { 'word/document.xml': bomb }, 1000), /^the DOCX is too large: /],
    ['a bomb of another name', docxOf('', { 'word/media/picture.png': bomb }), /^the DOCX is too large: /],
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /^the DOCX is encrypted, or a \.doc of Word before 2007/],
    ['no ZIP', Buffer.from('Sundbro tænder lyset'), /^the DOCX is broken: it is no ZIP/],
    ['nothing', Buffer.alloc(0), /^the DOCX is broken: it is no ZIP/],
    ['a ZIP of something else', zipOf({ 'a.txt': 'Lys' }), /^the DOCX is broken: /],
    ['XML that is none', docxOf('', { 'word/document.xml': '<w:document' }), /^the DOCX is broken: /],
    ['deep nesting', docxOf(`${'<w:ins>'.repeat(200_000)}${'</w:ins>'.repeat(200_000)}`), /^the DOCX is broken: /],
  ])('%s', async (_, bytes, message) => {
    const error: unknown = await extractDocx(bytes).catch(reason => reason)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toMatch(message)
    expect((error as Error).message).not.toContain('\n')
  })

  test('entities are not expanded, other files not opened', async () => {
    const xml = `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document ${W}><w:body>${p(run('x&a;y'))}</w:body></w:document>`
    const result = await extractDocx(docxOf('', { 'word/document.xml': xml })).catch(error => error)
    if (!(result instanceof Error)) expect(result.text).toMatch(/^x(?:&a;)?y$/)
  })

  test('damaged files give text or an error of one line', async () => {
    const whole = docxOf(p(run('Broen lyser igen.')) + styled('Titel', 'Sundbro'))
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.from(whole)
      for (let k = 0; k <= i % 5; k++) bytes[(i * 7919 + k * 104_729) % bytes.length]! ^= 1 << ((i + k) % 8)
      const result = await extractDocx(i % 4 === 0 ? bytes.subarray(0, (i * 31) % bytes.length) : bytes).catch(
        error => error,
      )
      if (result instanceof Error)
        expect(result.message).toMatch(/^the DOCX is (?:broken|encrypted|too large|too many)[^\n]*$/)
      else expect(typeof result.text).toBe('string')
    }
  })
})
