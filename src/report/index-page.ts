/**
 * The index: pages with so many releases each, that lead from one to the next without a script. On the first of them the
 * script takes over: it has a line of data for every release, and searches, filters and turns pages in place.
 */
import { packOf } from '../languages/index.js'
import { cellClass } from './client/index-client.js'
import { INDEX_SCRIPT, page } from './frame.js'
import { dataOf, type Html, html, nothing } from './html.js'
import { COLUMNS, type IndexData, type IndexEntry } from './index-data.js'
import { coverageChart, damageChart, repairsIn, type Sums, tenthsChart } from './sums.js'
import { counted, languageName, percent } from './words.js'

/** Releases on a page: what can be scrolled through, and is drawn at once. */
export const PAGE_SIZE = 100

/** A corpus as its index shows it. */
export interface Corpus {
  readonly releases: readonly IndexEntry[]
  /** By language tag. */
  readonly sums: ReadonlyMap<string, Sums>
  readonly total: Sums
  /** Units by confidence, in tenths. */
  readonly tenths: readonly number[]
  readonly generator: string
}

export const indexName = (i: number): string => (i === 0 ? 'index.html' : `index-${i + 1}.html`)

/** The pages of the index, by name; the first one comes last, so that whoever writes them ends with it. */
export function* indexPages(corpus: Corpus): Generator<readonly [name: string, text: string]> {
  const count = Math.max(1, Math.ceil(corpus.releases.length / PAGE_SIZE))
  for (let i = count - 1; i > 0; i--) yield [indexName(i), plainPage(corpus, i, count)]
  yield [indexName(0), firstPage(corpus, count)]
}

const titleText = 'Parallel releases'

function plainPage(corpus: Corpus, i: number, count: number): string {
  const body = html`<header class="bar"><nav aria-label="Report"><a href="index.html">Search in all releases</a></nav></header>
<main id="main" tabindex="-1">
<h1>${titleText}, page ${i + 1}</h1>
${listHtml(corpus, i, count, false)}</main>`
  return page({ title: `${titleText}, page ${i + 1} - parawire report`, body })
}

function firstPage(corpus: Corpus, count: number): string {
  const { releases, generator } = corpus
  const data: IndexData = { pageSize: PAGE_SIZE, generator, columns: COLUMNS, releases }
  const body = html`${BAR}
<main id="main" tabindex="-1">
<h1>${titleText}</h1>
${figuresHtml(corpus)}
${filtersHtml(releases)}
${listHtml(corpus, 0, count, true)}
${corpusSection(corpus)}
</main>
${dataOf('data', data)}`
  return page({ title: `${titleText} - parawire report`, body, script: INDEX_SCRIPT })
}

/** What stays in view: the ways down, and which releases were chosen. */
const BAR = html`<header class="bar">
<nav aria-label="On this page"><a href="#top">Releases</a> <a href="#corpus">The corpus</a></nav>
<div class="tools needs-script no-print" hidden><span id="chosen" role="status"></span> <button type="button" id="merge" hidden>These are one release</button> <button type="button" id="undo" hidden>Undo the last</button> <button type="button" id="save" disabled>Save decisions</button></div>
</header>`

function figuresHtml({ releases, sums, total }: Corpus): Html {
  const { aligned, apart, lost } = total.coverage
  const findings = releases.reduce((sum, entry) => sum + entry.findings, 0)
  const figures: readonly (readonly [number | string, string])[] = [
    [releases.length, releases.length === 1 ? 'release' : 'releases'],
    [total.documents, total.documents === 1 ? 'document' : 'documents'],
    [sums.size, sums.size === 1 ? 'language' : 'languages'],
    [percent(aligned, aligned + apart + lost), 'of the text aligned'],
    [repairsIn(total.damage), repairsIn(total.damage) === 1 ? 'repair' : 'repairs'],
    [total.damage.left, total.damage.left === 1 ? 'place of damage left' : 'places of damage left'],
    [findings, findings === 1 ? 'finding' : 'findings'],
  ]
  return html`<ul class="figures">${figures.map(([figure, name]) => html`<li><b>${figure}</b> ${name}</li>`)}</ul>`
}

function filtersHtml(releases: readonly IndexEntry[]): Html {
  const languages = [...new Set(releases.flatMap(r => r.languages))].sort()
  const codes = [...new Set(releases.flatMap(r => r.codes))].sort()
  return html`<search class="needs-script no-print" hidden>
<form id="filters" class="filters" aria-label="Filters">
<label class="search">Search in titles, paths, places, issuers and ids <input type="search" id="search"></label>
${selectHtml('language', 'Language', [['', 'any'], ...languages.map(tag => [tag, languageName(tag)] as const)])}
${selectHtml('warning', 'Warning or finding', [['', 'any'], ...codes.map(code => [code, code] as const)])}
${selectHtml('below', 'Lowest confidence', [['', 'any'], ...BELOW.map(x => [x, `below ${x}`] as const)])}
<label>Issued from <input type="date" id="from"></label>
<label>until <input type="date" id="until"></label>
${selectHtml('sort', 'Order', ORDERS)}
<button type="reset">Clear</button>
</form>
</search>`
}

const BELOW = ['0.3', '0.5', '0.7', '0.9']
const ORDERS: readonly (readonly [string, string])[] = [
  ['', 'as in the corpus'],
  ['newest', 'newest first'],
  ['oldest', 'oldest first'],
  ['doubtful', 'most doubtful first'],
  ['findings', 'most findings first'],
  ['repairs', 'most repairs first'],
]

const selectHtml = (id: string, label: string, options: readonly (readonly [value: string, name: string])[]): Html =>
  html`<label>${label} <select id="${id}">${options.map(([value, name]) => html`<option value="${value}">${name}</option>`)}</select></label>`

function listHtml({ releases }: Corpus, i: number, count: number, withScript: boolean): Html {
  const choose = withScript
    ? html`<th role="columnheader" scope="col" lang="en" dir="ltr" class="needs-script no-print" hidden>Choose</th>`
    : nothing
  const turning = (also: Html) =>
    withScript
      ? html`<div class="pages needs-script no-print" hidden><span class="turning"><button type="button" class="back">Previous</button> <button type="button" class="on">Next</button></span> ${also}</div>`
      : nothing
  const heads = COLUMNS.map(
    ({ name, kind }) => html`<th role="columnheader" scope="col" lang="en" dir="ltr" class="${kind}">${name}</th>`,
  )
  return html`<section aria-labelledby="top">
<h2 id="top" tabindex="-1">Releases</h2>
${turning(html`<span id="found" role="status"></span>`)}
<div class="wide" role="region" aria-label="Table of releases" tabindex="0">
<table class="list" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" lang="en" dir="ltr">Title</th>${heads}${choose}</tr></thead>
<tbody id="rows" role="rowgroup">
${releases.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE).map(rowHtml)}</tbody>
</table>
</div>
${turning(nothing)}
${pagesHtml(i, count)}
</section>`
}

const rowHtml = ({ href, title, lang, dir, cells }: IndexEntry): Html =>
  html`<tr role="row"><th role="rowheader" scope="row" lang="${lang}" dir="${dir}"><a href="${href}">${title}</a></th>${cells.map((cell, i) => cellHtml(cell, i))}</tr>
`

const cellHtml = (text: string, i: number): Html =>
  html`<td role="cell" lang="en" dir="ltr" class="${cellClass(text, COLUMNS[i]!)}" data-name="${COLUMNS[i]!.name}">${text}</td>`

function pagesHtml(i: number, count: number): Html {
  if (count === 1) return nothing
  const links = Array.from({ length: count }, (_, k) =>
    k === i ? html`<b aria-current="page">${k + 1}</b> ` : html`<a href="${indexName(k)}">${k + 1}</a> `,
  )
  return html`<nav class="pages without-script no-print" aria-label="Pages">${links}</nav>`
}

function corpusSection({ sums, total, tenths }: Corpus): Html {
  const cards = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, own]) => cardHtml(languageName(tag), tag, own))
  return html`<section aria-labelledby="corpus">
<h2 id="corpus">The corpus</h2>
<div class="cards">
<article class="card"><h3>All languages</h3>${coverageChart(total.coverage)}${damageChart(total.damage)}</article>
<article class="card"><h3>Alignment</h3>${tenthsChart('Units by confidence', tenths)}</article>
${cards}</div>
</section>`
}

const cardHtml = (name: string, tag: string, sums: Sums): Html =>
  html`<article class="card"><h3>${name}${packOf(tag) ? ` (${tag})` : ''}</h3><p>${counted(sums.documents, 'document')}</p>${coverageChart(sums.coverage)}${damageChart(sums.damage)}</article>
`
