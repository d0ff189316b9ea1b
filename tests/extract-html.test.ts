/** The text of pages: what is kept, as which blocks, and where every character of it is in the page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractHtml } from '../src/extractors/html/html.js'
import { statedCharset } from '../src/extractors/html/html-charset.js'
import { growsTooFast } from './growth.js'

const FOLDER = join(import.meta.dirname, '../fixtures/html')
const pages = readdirSync(FOLDER).map(name => ({ name, page: readFileSync(join(FOLDER, name), 'utf8') }))
const pageOf = (name: string) => pages.find(page => page.name === name)!.page
const blocksOf = (page: string) => extractHtml(page).text.split('\n\n')

/** Everything that `Extracted` promises of its map, marks and links. */
function holds(page: string): void {
  const { text, map, marks, links } = extractHtml(page)
  let [at, inPage] = [0, 0]
  for (const entry of map) {
    if (!('html' in entry)) throw new Error('a page has places in a page')
    const { start, end, html } = entry
    expect(/^(?:\n\n)?$/.test(text.slice(at, start)), `unmapped: ${JSON.stringify(text.slice(at, start))}`).toBe(true)
    expect(end).toBeGreaterThan(start)
    expect(html.start).toBeGreaterThanOrEqual(inPage)
    expect(html.end).toBeGreaterThanOrEqual(html.start)
    expect(html.end).toBeLessThanOrEqual(page.length)
    if (end - start === html.end - html.start) expect(page.slice(html.start, html.end)).toBe(text.slice(start, end))
    at = end
    inPage = html.end
  }
  expect(text.length).toBe(at)
  expect(text).not.toMatch(/^\n|\n$|\n{3}/)
  for (const { start, end } of [...marks, ...links]) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(start, end)).not.toContain('\n\n')
  }
}

test.each(pages)('every character of $name leads back to the page', ({ page }) => holds(page))

const PIECES = [
  ...['<p>', '</p>', '<div>', '</div>', '<br>', '<br/>', '<b>', '</b>', '<i>', '</i>', '<a href="/x">', '</a>', '<h1>'],
  ...[
    '</h1>',
    '<h2>',
    '</h2>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '</td>',
    '</tr>',
    '</table>',
  ],
  ...[
    '<caption>',
    '<pre>',
    '</pre>',
    '<blockquote>',
    '</blockquote>',
    '<form>',
    '<nav>',
    '</nav>',
    '<!-- x -->',
    '<!x>',
  ],
  ...[
    '<script>x</script>',
    '<style>',
    '</style>',
    '<svg>',
    '</svg>',
    '<![CDATA[a & b]]>',
    '<template>',
    '<select>',
    '<xmp>',
  ],
  ...[
    '<plaintext>',
    '<textarea>',
    '<noscript>',
    '<html>',
    '<body>',
    '<head>',
    '<title>',
    '</title>',
    '<',
    '>',
    '&',
    '"',
  ],
  ...[
    '&amp;',
    '&auml',
    '&auml;',
    '&notit;',
    '&#x1F600;',
    '&#0;',
    '&#10;',
    '&#13;',
    '&nbsp;',
    '&lt;p&gt;',
    '&bogus;',
    '&#',
  ],
  ...['\n', '\r\n', '\r', '\t', ' ', '\n\n', '\f', '\0', '\u00a0', '\ufeff', '😀', '\ud800', 'word', 'Ein Satz.', '12'],
]

test('generated pages: every character leads back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), parts => holds(parts.join(''))),
    { numRuns: 1500, seed: 19 },
  )
})

test('mutated fixtures: every character leads back', () => {
  const place = fc.tuple(fc.constantFrom(...pages), fc.nat(), fc.nat(40), fc.constantFrom(...PIECES))
  fc.assert(
    fc.property(place, ([{ page }, at, length, piece]) => {
      const from = at % page.length
      holds(page.slice(0, from) + piece + page.slice(from + length))
    }),
    { numRuns: 200, seed: 19 },
  )
})

test('any string is a page', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 300, seed: 19 })
})

test('a page of a newsroom: menus, banners, shares and related news out, the rest as blocks', () => {
  expect(blocksOf(pageOf('newsroom.html'))).toEqual([
    'Press release',
    'Elbwerk opens wind farm off Husum',
    '4\u00a0May 2026',
    'HUSUM, 4 May 2026 – Elbwerk\u00a0AG has opened its third wind farm in the North Sea & will supply 120,000 homes. Twelve turbines stand in 22\u00a0metres of water.',
    'Twelve turbines in a year',
    'The farm was built in one year.\nIt cost €410 million.',
    'A second part follows in 2028, says the board of Elbwerk.',
    '“We were faster than the tide”, says Antje Brodersen, who led the work from the first pile to the last cable.',
    '96 megawatts of power',
    '380 gigawatt hours a year',
    'Figures of the farm',
    'Year\tOutput\n2026\t210 GWh\n2027\t380 GWh',
    'Line one\n  line two',
    'The whole report is at www.elbwerk.example/report.pdf; a summary is here.',
    'Contact',
    'Jens Petersen\nTel. +49 4841 000 000\npress@elbwerk.example or write to Jens',
  ])
})

test('what the markup says of blocks, where links lead, what the page says of itself', () => {
  const { text, marks, links, facts } = extractHtml(pageOf('newsroom.html'))
  expect(marks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).slice(0, 24)}`)).toEqual([
    'title: Elbwerk opens wind farm ',
    'heading: Twelve turbines in a yea',
    'quote: “We were faster than the',
    'list-item: 96 megawatts of power',
    'list-item: 380 gigawatt hours a yea',
    'heading: Figures of the farm',
    'table: Year\tOutput\n2026\t210 GWh',
    'heading: Contact',
  ])
  expect(links.map(({ start, end, url }) => [text.slice(start, end), url])).toEqual([
    ['board of Elbwerk', 'https://www.elbwerk.example/en/board'],
    ['here', 'https://www.elbwerk.example/en/summary.pdf'],
    ['write to Jens', 'mailto:jens@elbwerk.example'],
  ])
  expect(facts).toEqual({
    title: 'Elbwerk opens wind farm off Husum',
    language: 'en-GB',
    date: '2026-05-04',
    publisher: 'Elbwerk AG',
    url: 'https://www.elbwerk.example/en/news/wind-farm',
    translations: [
      { language: 'de', url: 'https://www.elbwerk.example/de/news/windpark' },
      { language: 'da', url: 'https://www.elbwerk.example/da/news/vindmoellepark' },
    ],
  })
})

test('a page of tables, tags left open', () => {
  expect(blocksOf(pageOf('tables.html'))).toEqual([
    'Molino Verde apre un forno a Torino',
    'Torino, 2 marzo 2004 - Molino Verde S.p.A. apre oggi il suo primo forno a Torino, in via Po, con venti addetti e tre turni.',
    '«Il pane torna in città», dice Carla Rey, che dirige il forno dal primo giorno e che ha scelto le farine.',
    'venti addetti',
    'tre turni',
    'nove tipi di pane',
    'Per informazioni: Carla Rey, tel. 011 000 0000',
  ])
})

test('a fragment is text as a whole', () => {
  expect(blocksOf(pageOf('fragment.html'))).toEqual([
    'AARHUS, 9. juni 2026 – Havnely A/S køber to el-færger 😀 til sundet.',
    'Færgerne sejler fra 2028.',
    'Læs mere om færgerne',
    'Kontakt: Ida Holm, tlf. 00 00 00 00',
  ])
})

test.each([
  ['white space is one blank, also between tags', '<p>a  \n <b> b</b>\n c</p>', 'a b c'],
  [
    'a script is no text, nor is what is hidden',
    '<p>a<script>b</script></p><p hidden>c</p><p style="display:none">d</p>',
    'a',
  ],
  ['a paragraph of nothing is none', '<p>a</p><p>&nbsp;</p><p>b</p>', 'a\n\nb'],
  ['two line ends part paragraphs', 'a<br>b<br> <br>c', 'a\nb\n\nc'],
  ['readings above characters are no text', '<p><ruby>漢<rt>かん</rt></ruby>字</p>', '漢字'],
  ['nothing', '', ''],
])('%s', (_, page, text) => {
  expect(extractHtml(page).text).toBe(text)
})

/** Of the smaller page; the larger has eight times as much. */
const LEAST = 2500
const HOSTILE: readonly (readonly [string, (n: number) => string])[] = [
  ['nested elements', n => `${'<div>'.repeat(n)}x`],
  ['nested inline elements', n => `${'<span>'.repeat(n)}x`],
  ['paragraphs never closed', n => '<p>x'.repeat(n)],
  ['formatting never closed', n => `${Array.from({ length: n }, (_, i) => `<b id=${i}>`).join('')}<p>x`],
  [
    'formatting opened anew in each paragraph',
    n => Array.from({ length: n }, (_, i) => `<font size=${i}><p>x`).join(''),
  ],
  ['nested tables', n => `${'<table><tr><td>'.repeat(n)}x`],
  ['nested lists', n => '<ul><li><a href=x>y</a>'.repeat(n)],
  ['less-than signs', n => '<'.repeat(n)],
  ['references', n => '&amp'.repeat(n)],
  ['references without end', n => `&${'a'.repeat(n)}`],
  ['one line', n => 'word '.repeat(n)],
  ['white space', n => ' '.repeat(n)],
  ['comments', n => '<!-'.repeat(n)],
  ['attributes', n => `<p ${Array.from({ length: n }, (_, i) => `a${i}`).join(' ')}>x`],
  ['headings in a list', n => `<title>x</title>${'<h1>a heading of some length</h1>'.repeat(n)}`],
]

test.each(HOSTILE)('%s: no overflow, and time grows with the page', async (_, make) => {
  expect(await growsTooFast(LEAST, n => extractHtml(make(n)))).toEqual([])
})

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['<meta charset=utf-8>', 'utf-8'],
  ['<!-- <meta charset=utf-8> --><META CHARSET="ISO-8859-1">', 'windows-1252'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1255">', 'windows-1255'],
  ['<meta content=\'text/html; charset="iso-8859-8-i"\' http-equiv=content-type>', 'iso-8859-8'],
  ['<?xml version="1.0" encoding="koi8-r"?><html>', 'koi8-r'],
  ['<meta charset=utf-16>', 'utf-8'],
  ['<meta charset=x-mac-roman>', 'macroman'],
  ['<meta name=charset content=utf-8>', null],
  ['<meta content="text/html; charset=utf-8">', null],
  ['<meta charset=klingon><meta charset=euc-jp>', 'euc-jp'],
  [`${' '.repeat(5000)}<meta charset=utf-8>`, null],
  ['', null],
])('%s states %s', (page, charset) => {
  expect(statedCharset(bytes(page))).toBe(charset)
})

test('no bytes are too odd to look at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), head => void statedCharset(head)),
    { seed: 19 },
  )
  for (const piece of ['<meta ', '<!--', '<meta a="', '"', '<meta charset', ' ='])
    statedCharset(bytes(piece.repeat(5000)))
})
