/** What the translations of a release disagree on, as `check` finds it, each with the words of every document. */
import type { Document, Finding, Statement } from '../model.js'
import { type Html, html, idOf, nothing } from './html.js'
import { cut, shareText } from './words.js'

/** Longer statements are cut; the link leads to the whole. */
const LONGEST = 120

/** The section, whether there are findings or not. */
export function findingsSection(findings: readonly Finding[], documents: readonly Document[]): Html {
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
