/** The page of one release: what is known of it, its documents, what they disagree on, and the texts side by side. */
import type { Document, DocumentRepair, Finding, ReleaseRecord, Statement } from '../model.js'
import { page, RELEASE_SCRIPT } from './frame.js'
import { dataOf, type Html, html, idOf, nothing, textHtml, type Value } from './html.js'
import { unplaced } from './places.js'
import { releaseData } from './release-data.js'
import { coverageChart, damageChart, sumsOf } from './sums.js'
import { repairTip, textsSection, textsSummary } from './texts.js'
import { counted, cut, documentName, languageName, shareText, titleOf } from './words.js'

/** The ids of the releases before and after in the corpus; null at its ends. */
export interface Neighbours {
  readonly before: string | null
  readonly after: string | null
}

/** The whole page; `findings` are those of `check`. */
export function releasePage(record: ReleaseRecord, findings: readonly Finding[], neighbours: Neighbours): string {
  const title = titleOf(record)
  const body = html`${barHtml(findings.length, neighbours)}
<main id="main" tabindex="-1">
<h1 lang="${title.lang}" dir="${title.dir}">${title.text}</h1>
<section aria-labelledby="release">
<h2 id="release" class="unseen">Release</h2>
<dl class="facts">${factsOf(record, findings).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${warningList(record.warnings)}
</section>
${textsSection(record, findings)}
${findingsSection(findings, record.documents)}
${documentsSection(record)}
${membersSection(record)}
</main>
${dataOf('data', releaseData(record))}`
  return page({ title: `${title.text} - parawire report`, body, script: RELEASE_SCRIPT })
}

/** What stays in view: the ways out, the ways down, and what was decided. */
function barHtml(findings: number, { before, after }: Neighbours): Html {
  const neighbour = (id: string | null, rel: string, name: string) =>
    id === null ? nothing : html`<a href="${id}.html" rel="${rel}">${name}</a> `
  return html`<header class="bar">
<nav aria-label="Report"><a href="../index.html">All releases</a> ${neighbour(before, 'prev', 'Previous')}${neighbour(after, 'next', 'Next')}</nav>
<nav class="no-print" aria-label="On this page"><a href="#texts">Texts</a> <a href="#findings">${counted(findings, 'finding')}</a> <a href="#documents">Documents</a></nav>
<div class="tools needs-script no-print" hidden><span id="count" role="status">0 decisions</span> <button type="button" id="save" disabled>Save decisions</button></div>
</header>`
}

function factsOf(record: ReleaseRecord, findings: readonly Finding[]): [string, Value][] {
  const { id, issued, issuer, wire, languages, versions, nearest, generator } = record
  const facts: [string, Value | null][] = [
    ['Issued', issued && `${issued.date} (${issued.by} of ${issued.statedBy.join(', ')})`],
    ['Issuer', issuer && html`<bdi>${issuer}</bdi>`],
    ['Wire', wire && html`<bdi>${wire}</bdi>`],
    ['Languages', languages.map(languageName).join(', ')],
    ['Alignment', textsSummary(record)],
    ['Findings', findings.length === 0 ? 'none' : severities(findings)],
    ['Versions', versions.length === 0 ? null : versionsText(versions)],
    [
      'Nearest',
      nearest &&
        html`<bdi>${nearest.path}</bdi>, score ${shareText(nearest.score)}; alone because: ${nearest.reason} <code class="hash">${nearest.sha256}</code>`,
    ],
    ['Id', html`<code>${id}</code>`],
    ['Made by', `${generator.name} ${generator.version}`],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

/** More are only counted: each document says of itself what it is. */
const MOST_VERSIONS = 4

function versionsText(versions: ReleaseRecord['versions']): string {
  const named = versions.slice(0, MOST_VERSIONS)
  const texts = named.map(({ document, versionOf, kind }) => `${document} is a ${kind} of ${versionOf}`)
  const more = versions.length - named.length
  return `${texts.join('; ')}${more > 0 ? `; ${more} more, see the documents` : ''}`
}

function severities(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) => findings.filter(f => f.severity === severity).length
  const counts = [counted(of('error'), 'error'), counted(of('warning'), 'warning'), counted(of('note'), 'note')]
  return counts.filter(text => !text.startsWith('0 ')).join(', ')
}

/** Which documents are one release: for a person to decide, where there is a script. */
function membersSection({ documents, nearest }: ReleaseRecord): Html {
  const merge = nearest
    ? html`<p><label><input type="checkbox" id="merge"> <bdi>${nearest.path}</bdi> belongs to this release</label></p>`
    : nothing
  if (documents.length < 2 && !nearest) return nothing
  return html`<section class="needs-script no-print" aria-labelledby="members" hidden>
<h2 id="members">What is one release</h2>
${documents.length < 2 ? nothing : html`<p class="lead">Documents with different numbers are kept apart.</p><div class="filters">${documents.map((d, i) => partHtml(d, i, documents.length))}</div>`}
${merge}
</section>`
}

/** A release is split into no more parts than a person tells apart. */
const MOST_PARTS = 9

const partHtml = (document: Document, i: number, count: number): Html =>
  html`<label>${documentName(document)} <select id="part-${i}">${Array.from({ length: Math.min(count, MOST_PARTS) }, (_, k) => html`<option value="${k + 1}">release ${k + 1}</option>`)}</select></label>`

/** Longer statements are cut; the link leads to the whole. */
const LONGEST = 120

/** What the translations disagree on, each with the words of every document; also where there is nothing. */
function findingsSection(findings: readonly Finding[], documents: readonly Document[]): Html {
  const list =
    findings.length === 0
      ? html`<p>None: the translations agree on what could be compared.</p>`
      : html`<ol class="findings">${findings.map((finding, i) => findingHtml(finding, i + 1, documents))}</ol>`
  return html`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
<p class="lead">What the translations disagree on, as <code>parawire check</code> finds it.</p>
${list}
</section>`
}

function findingHtml(finding: Finding, number: number, documents: readonly Document[]): Html {
  const { code, severity, confidence, message, unit, values, minority } = finding
  const place = unit === null ? nothing : html`<a href="#${idOf('unit', unit)}">unit ${unit}</a>`
  const said = documents
    .filter(({ id }) => Object.hasOwn(values, id))
    .map(document => saidHtml(document, values[document.id]!, minority.includes(document.id)))
  return html`<li id="finding-${number}" class="${severity}"><div class="what"><b>${code}</b> · ${severity} · confidence ${shareText(confidence)}${place === nothing ? nothing : html` · ${place}`}</div>
<p><bdi>${message}</bdi></p>
<dl class="said">${said}</dl></li>
`
}

function saidHtml({ id, language, direction }: Document, statements: readonly Statement[], isMinor: boolean): Html {
  const texts = statements.map(
    ({ block, text, value }) =>
      html`<a href="#${idOf('block', block)}"><span lang="${language.tag}" dir="${direction}">${cut(text || value, LONGEST)}</span></a> `,
  )
  return html`<dt${isMinor ? html` class="minor"` : nothing}>${id}${isMinor ? ' (outvoted)' : ''}</dt><dd>${statements.length === 0 ? 'nothing' : texts}</dd>`
}

/** A part for each document: where it comes from, how it was read, what was mended and what was not. */
function documentsSection(record: ReleaseRecord): Html {
  return html`<section aria-labelledby="documents">
<h2 id="documents">Documents</h2>
<div class="cards">
${record.documents.map((document, i) => documentCard(document, i, record))}</div>
</section>`
}

function documentCard(document: Document, number: number, record: ReleaseRecord): Html {
  const { coverage, damage } = sumsOf(document, record)
  const id = `document-${number}`
  return html`<article class="card" aria-labelledby="${id}">
<h3 id="${id}">${documentName(document)}</h3>
<dl>${documentFacts(document, record).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${coverageChart(coverage)}
${damageChart(damage)}
${warningList(document.warnings)}
${leftList(document)}
${rejectedList(document)}
${unplacedList(document, number)}
</article>
`
}

function documentFacts(document: Document, { versions }: ReleaseRecord): [string, Value][] {
  const {
    path,
    bytes,
    sha256,
    source,
    charset,
    language,
    layout,
    dateline,
    header,
    crawled,
    issuer,
    embargo,
    translation,
  } = document
  const version = versions.find(v => v.document === document.id)
  const facts: [string, Value | null][] = [
    ['File', html`<bdi>${path}</bdi>`],
    ['Size', `${counted(bytes, 'byte')} in ${counted(document.blocks.length, 'block')}`],
    ['SHA-256', html`<code class="hash">${sha256}</code>`],
    ['Source', source ? sourceText(source) : null],
    ['Charset', `${charset.name}; evidence: ${charset.evidence}`],
    [
      'Language',
      `${languageName(language.tag)} (${language.tag}); evidence: ${language.evidence}; margin ${shareText(language.margin)}${language.guess === language.tag ? '' : `; best guess ${language.guess}`}`,
    ],
    ['Layout', `${layout.wrap}${layout.width === null ? '' : ` at ${layout.width}`}`],
    ['Version', version ? `${version.kind} of ${version.versionOf}` : null],
    ['Dateline', dateline && datelineText(dateline)],
    ['Header', header && bdiList([header.date, header.source])],
    ['Crawled', crawled],
    ['Issuer', issuer && html`<bdi>${issuer}</bdi>`],
    ['Embargo', embargo && bdiList([embargo.until ?? 'stated', embargo.zone])],
    ['Translation', translation && `says so; what counts: ${translation.authoritative ?? 'not said'}`],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

const sourceText = ({ format, container = [], title, date, publisher, url }: NonNullable<Document['source']>): Html =>
  bdiList([format, ...container.map(step => Object.values(step).join(' ')), title, date, publisher, url])

const datelineText = ({ place, region, date, wire, inheritedFrom }: NonNullable<Document['dateline']>): Html =>
  html`${bdiList([place, region, date, wire])}${inheritedFrom === undefined ? '' : ` (from ${inheritedFrom})`}`

/** Texts of a release among English words: each keeps its direction to itself. */
function bdiList(texts: readonly (string | null | undefined)[]): Html {
  const shown = texts.flatMap(text => (text == null ? [] : [html`<bdi>${text}</bdi>`]))
  return html`${shown.map((text, i) => (i === 0 ? text : html`, ${text}`))}`
}

/** The warnings of a document or of a release. */
function warningList(warnings: readonly { readonly code: string; readonly message: string }[]): Html {
  if (warnings.length === 0) return nothing
  return html`<ul class="warnings">${warnings.map(w => html`<li><b>${w.code}</b> ${w.message}</li>`)}</ul>`
}

function leftList({ unrepaired, language, direction }: Document): Html {
  if (unrepaired.length === 0) return nothing
  const items = unrepaired.map(
    ({ text, kind, reason, start }) =>
      html`<li><span lang="${language.tag}" dir="${direction}" class="damage">${textHtml(text)}</span> ${kind}, ${reason}, at ${start}</li>`,
  )
  return html`<details><summary>${counted(unrepaired.length, 'place')} of damage left</summary><ul>${items}</ul></details>`
}

/** What a person has rejected: it is no repair any more, so that it stands nowhere else. */
function rejectedList({ rejected = [], language, direction }: Document): Html {
  if (rejected.length === 0) return nothing
  const text = (value: string, name: string) =>
    html`<span lang="${language.tag}" dir="${direction}" class="${name}">${textHtml(value)}</span>`
  const items = rejected.map(
    ({ before, after, kind, start }) =>
      html`<li>${text(before, 'kept')} stays; it would have become ${text(after, 'refused')}: ${kind}, at ${start}</li>`,
  )
  return html`<details><summary>${counted(rejected.length, 'rejected repair')}</summary><ul>${items}</ul></details>`
}

/** Edits that stand in no block; of the breaks between blocks there are too many, and they say nothing. */
function unplacedList(document: Document, number: number): Html {
  const edits = unplaced(document).filter(([, { kind }]) => kind !== 'break')
  if (edits.length === 0) return nothing
  const tone = { lang: document.language.tag, dir: document.direction }
  const item = ([n, repair]: [number, DocumentRepair]) =>
    html`<li class="mark listed" tabindex="0" data-repair="${number}-${n}"><span class="tip">${repairTip(repair, tone)}</span></li>`
  return html`<details><summary>${counted(edits.length, 'edit')} in no block</summary><ul>${edits.map(item)}</ul></details>`
}
