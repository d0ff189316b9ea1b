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

/** The whole page; `findings` are those of `check`. */
export function releasePage(record: ReleaseRecord, findings: readonly Finding[]): string {
  const title = titleOf(record)
  const body = html`<header>
<nav class="bar" aria-label="Report"><a href="../index.html">All releases</a> <a class="no-print" href="#texts">Texts</a> <a class="no-print" href="#findings">${counted(findings.length, 'discrepancy', 'discrepancies')}</a>
<span class="needs-script no-print" hidden><span id="count" role="status">0 decisions</span> <button type="button" id="save" disabled>Save decisions</button></span></nav>
<h1 lang="${title.lang}" dir="${title.dir}">${title.text}</h1>
</header>
<main id="main" tabindex="-1">
<section aria-labelledby="release">
<h2 id="release">Release</h2>
<dl>${factsOf(record, findings).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${warningList(record.warnings)}
</section>
${textsSection(record, findings)}
${findingsSection(findings, record.documents)}
${documentsSection(record)}
${membersSection(record)}
</main>
<footer class="no-print"><p><a href="#main">To the top</a></p></footer>
${dataOf('data', releaseData(record))}`
  return page({ title: `${title.text} - parawire report`, body, script: RELEASE_SCRIPT })
}

function factsOf(record: ReleaseRecord, findings: readonly Finding[]): [string, Value][] {
  const { id, issued, issuer, wire, languages, versions, nearest, generator } = record
  const facts: [string, Value | null][] = [
    ['Id', html`<code>${id}</code>`],
    ['Issued', issued && `${issued.date} (${issued.by} of ${issued.statedBy.join(', ')})`],
    ['Issuer', issuer && html`<bdi>${issuer}</bdi>`],
    ['Wire', wire && html`<bdi>${wire}</bdi>`],
    ['Languages', languages.map(languageName).join(', ')],
    ['Alignment', textsSummary(record)],
    ['Discrepancies', findings.length === 0 ? 'none found' : severities(findings)],
    [
      'Versions',
      versions.length === 0
        ? null
        : versions.map(({ document, versionOf, kind }) => `${document} is a ${kind} of ${versionOf}`).join('; '),
    ],
    [
      'Nearest',
      nearest &&
        html`<bdi>${nearest.path}</bdi>, score ${shareText(nearest.score)}; alone because: ${nearest.reason} <code class="hash">${nearest.sha256}</code>`,
    ],
    ['Made by', `${generator.name} ${generator.version}`],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

function severities(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) => findings.filter(f => f.severity === severity).length
  return [counted(of('error'), 'error'), counted(of('warning'), 'warning'), counted(of('note'), 'note')].join(', ')
}

/** Which documents are one release: for a person to decide, where there is a script. */
function membersSection({ documents, nearest }: ReleaseRecord): Html {
  const merge = nearest
    ? html`<p><label><input type="checkbox" id="merge"> <bdi>${nearest.path}</bdi> belongs to this release</label></p>`
    : nothing
  if (documents.length < 2 && !nearest) return nothing
  return html`<section class="needs-script no-print" aria-labelledby="members" hidden>
<h2 id="members">What is one release</h2>
${documents.length < 2 ? nothing : html`<p>Documents with different numbers are kept apart.</p><div class="filters">${documents.map((d, i) => partHtml(d, i, documents.length))}</div>`}
${merge}
</section>`
}

/** A release is split into no more parts than a person tells apart. */
const MOST_PARTS = 9

const partHtml = (document: Document, i: number, count: number): Html =>
  html`<label>${documentName(document)} <select id="part-${i}">${Array.from({ length: Math.min(count, MOST_PARTS) }, (_, k) => html`<option value="${k + 1}">release ${k + 1}</option>`)}</select></label>`
