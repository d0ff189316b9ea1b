/**
 * How much of the fixtures' text comes back from PDFs that Chromium prints, and LibreOffice where it is there:
 *
 *     npm run build && node tests/eval/pdf.mjs [LAYOUT,LAYOUT] [--keep DIR] [--show NAME] [--office]
 *
 * For each layout: characters that are wrong, as a part of all (edit distance, white space folded), and F1 of blocks that are
 * exactly right. `--show` prints what is wrong in the files whose name holds NAME. The texts are those of the expected
 * records, so that nothing but the way through a PDF is measured. Chromium is `$CHROMIUM` or /usr/bin/chromium.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { extractPdf } from '../../dist/extractors/pdf/pdf.js'

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, show: { type: 'string' }, office: { type: 'boolean', default: false } },
})

const COLUMNS = '.body{columns:2;column-gap:8mm} td{font-size:.7em;padding:0 .3em 0 0}'
/** Low pages, so that each text has several. */
const FURNITURE = {
  format: undefined,
  width: '210mm',
  height: '110mm',
  displayHeaderFooter: true,
  headerTemplate:
    '<div style="font-size:8px;width:100%;text-align:right;padding:0 20mm">Press office, tel. +49 40 5550</div>',
  footerTemplate:
    '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
}
/** What differs from a plain page: styles, and options of printing. */
const LAYOUTS = {
  plain: { css: '' },
  small: { css: 'body{font:9pt Arial} p{margin:0 0 3pt}' },
  justified: { css: 'p{text-align:justify}' },
  indented: { css: 'p{margin:0;text-indent:1.5em;text-align:justify}' },
  columns: { css: COLUMNS },
  'justified-columns': { css: `${COLUMNS} p{text-align:justify;margin:0 0 5pt} body{font-size:10pt}` },
  'three-columns': { css: '.body{columns:3;column-gap:5mm} body{font-size:9pt} td{font-size:.6em;padding:0 .2em 0 0}' },
  large: { css: 'body{font-size:15pt;line-height:1.5}' },
  furniture: { css: '', print: FURNITURE },
  'furniture-columns': { css: COLUMNS, print: FURNITURE },
}

const texts = documents()
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'pdf-'))
mkdirSync(folder, { recursive: true })
const named = positionals[0]?.split(',') ?? Object.keys(LAYOUTS)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
for (const layout of named) {
  const { css, print = {} } = LAYOUTS[layout]
  const files = []
  for (const text of texts) {
    await page.setContent(htmlOf(text, css))
    const margin = { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' }
    const path = join(folder, `${layout}-${text.name}.pdf`)
    await page.pdf({ path, format: 'A4', margin, ...print })
    files.push({ text, path })
  }
  await report(`chromium ${layout}`, files)
}
await browser.close()
if (values.office) await report('libreoffice', byOffice())

/** Every document of the fixtures, as its record has it. */
function documents() {
  return ['releases', 'languages'].flatMap(kind =>
    readdirSync(join(FIXTURES, kind)).flatMap(name => {
      if (name === 'beyond-the-bmp') return [] // what no font here has is not printed
      const records = JSON.parse(readFileSync(join(FIXTURES, kind, name, 'expected.json'), 'utf8'))
      const all = records.flatMap(record => record.documents)
      return all.map(({ language, direction, blocks }, i) => {
        return { name: `${name}-${i}-${language.tag}`, tag: language.tag, direction, blocks }
      })
    }),
  )
}

function htmlOf({ blocks, tag, direction }, css) {
  const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const elements = blocks.map(({ kind, text }) => {
    if (kind === 'title') return `<h1>${escaped(text)}</h1>`
    if (kind === 'heading') return `<h2>${escaped(text)}</h2>`
    if (kind !== 'table') return `<p>${escaped(text)}</p>`
    const rows = text.split('\n').map(row =>
      row
        .split(/ {2,}/)
        .map(cell => `<td>${escaped(cell)}</td>`)
        .join(''),
    )
    return `<table>${rows.map(row => `<tr>${row}</tr>`).join('')}</table>`
  })
  const [head, body] = [elements.slice(0, 2).join('\n'), elements.slice(2).join('\n')]
  const style = `body{font:11pt Arial,sans-serif;margin:0;overflow-wrap:anywhere} h1{font-size:1.6em} h2{font-size:1.2em} td{padding:0 1em 0 0;overflow-wrap:normal} ${css}`
  return `<!doctype html><html lang="${tag}" dir="${direction}"><meta charset="utf-8"><style>${style}</style><body>${head}<div class="body">${body}</div>`
}

/** The same pages as documents of LibreOffice, all in one call. */
function byOffice() {
  const names = texts.map(text => {
    const path = join(folder, `office-${text.name}.html`)
    writeFileSync(path, htmlOf(text, ''))
    return { text, html: path, path: path.replace(/html$/, 'pdf') }
  })
  const args = ['--headless', '--infilter=HTML (StarWriter)', '--convert-to', 'pdf', '--outdir', folder]
  spawnSync('soffice', [...args, ...names.map(({ html }) => html)], { stdio: 'ignore' })
  return names
}

async function report(name, files) {
  const all = { wrong: 0, characters: 0, right: 0, found: 0, wanted: 0 }
  const byTag = new Map()
  for (const { text, path } of files) {
    const { text: extracted } = await extractPdf(readFileSync(path))
    const sums = measure(
      text.blocks.map(block => block.text),
      extracted,
    )
    if (values.show && path.includes(values.show))
      show(
        path,
        text.blocks.map(block => block.text),
        extracted,
      )
    const tag = byTag.get(text.tag) ?? { wrong: 0, characters: 0 }
    byTag.set(text.tag, tag)
    for (const key of Object.keys(all)) all[key] += sums[key]
    for (const key of Object.keys(tag)) tag[key] += sums[key]
  }
  const rates = [...byTag].sort().map(([tag, { wrong, characters }]) => `${tag} ${percent(wrong / characters)}`)
  const f1 = (2 * all.right) / (all.found + all.wanted)
  console.log(
    `${name.padEnd(30)} CER ${percent(all.wrong / all.characters)}  blocks F1 ${f1.toFixed(3)}  ${rates.join('  ')}`,
  )
}

/** White space as one blank, none behind a hyphen or slash: whether a line end there is one, segmenting decides. */
function folded(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[-–־/]) /g, '')
    .trim()
}

function measure(blocks, extracted) {
  const [wanted, found] = [blocks.map(folded), extracted.split('\n\n').map(folded)]
  const left = new Map()
  for (const block of wanted) left.set(block, (left.get(block) ?? 0) + 1)
  let right = 0
  for (const block of found) {
    if ((left.get(block) ?? 0) > 0) {
      right++
      left.set(block, left.get(block) - 1)
    }
  }
  const [a, b] = [wanted.join(' '), found.join(' ')]
  return { wrong: distance(a, b), characters: a.length, right, found: found.length, wanted: wanted.length }
}

function show(path, blocks, extracted) {
  const [wanted, found] = [new Set(blocks.map(folded)), new Set(extracted.split('\n\n').map(folded))]
  console.log(path)
  for (const block of wanted) if (!found.has(block)) console.log(`  - ${block}`)
  for (const block of found) if (!wanted.has(block)) console.log(`  + ${block}`)
}

function percent(part) {
  return `${(100 * part).toFixed(2)} %`
}

/** Edit distance in two rows. */
function distance(a, b) {
  let row = Uint32Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1)
    next[0] = i
    for (let k = 1; k <= b.length; k++) {
      const same = row[k - 1] + (a[i - 1] === b[k - 1] ? 0 : 1)
      next[k] = Math.min(same, row[k] + 1, next[k - 1] + 1)
    }
    row = next
  }
  return row[b.length]
}
