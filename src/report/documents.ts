/** What is known of each document of a release: where it comes from, how it was read, what was mended and what was not. */
import type { Document, DocumentRepair, ReleaseRecord } from '../model.js'
import { repairTip } from './block.js'
import { type Html, html, nothing, textHtml, type Value } from './html.js'
import { unplaced } from './places.js'
import { sumsOf } from './sums.js'
import { coverageChart, damageChart } from './sums-charts.js'
import { counted, documentName, languageName, shareText } from './words.js'

/** The section with a part for each document. */
export function documentsSection(record: ReleaseRecord): Html {
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
<dl>${factsOf(document, record).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${coverageChart(coverage)}
${damageChart(damage)}
${warningList(document.warnings)}
${leftList(document)}
${rejectedList(document)}
${unplacedList(document, number)}
</article>
`
}

function factsOf(document: Document, { versions }: ReleaseRecord): [string, Value][] {
  const { path, bytes, sha256, charset, language, layout, dateline, header, crawled, embargo, translation } = document
  const version = versions.find(v => v.document === document.id)
  const facts: [string, Value | null][] = [
    ['File', html`<bdi>${path}</bdi>`],
    ['Size', `${counted(bytes, 'byte')} in ${counted(document.blocks.length, 'block')}`],
    ['SHA-256', html`<code class="hash">${sha256}</code>`],
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
    ['Embargo', embargo && bdiList([embargo.until ?? 'stated', embargo.zone])],
    ['Translation', translation && `says so; what counts: ${translation.authoritative ?? 'not said'}`],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

const datelineText = ({ place, region, date, wire, inheritedFrom }: NonNullable<Document['dateline']>): Html =>
  html`${bdiList([place, region, date, wire])}${inheritedFrom === undefined ? '' : ` (from ${inheritedFrom})`}`

/** Texts of a release among English words: each keeps its direction to itself. */
function bdiList(texts: readonly (string | null)[]): Html {
  const shown = texts.flatMap(text => (text === null ? [] : [html`<bdi>${text}</bdi>`]))
  return html`${shown.map((text, i) => (i === 0 ? text : html`, ${text}`))}`
}

/** The warnings of a document or of a release. */
export function warningList(warnings: readonly { readonly code: string; readonly message: string }[]): Html {
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
