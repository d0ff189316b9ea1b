/** The page of one release: what is known of it, its documents, what they disagree on, and the texts side by side. */
import type { Document, Finding, ReleaseRecord } from '../model.js'
import { documentsSection, warningList } from './documents.js'
import { findingsSection } from './findings.js'
import { page } from './frame.js'
import { dataOf, type Html, html, nothing, type Value } from './html.js'
import { releaseData } from './release-data.js'
import { RELEASE_SCRIPT } from './scripts.js'
import { textsSection, textsSummary } from './texts.js'
import { counted, documentName, languageName, shareText, titleOf } from './words.js'

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
