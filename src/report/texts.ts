/**
 * The translations side by side: a table with a column for each document and a row for each unit or block that stands
 * alone. Every cell names its language and direction. Roles are written out, since a narrow screen shows the rows as
 * cards, and some browsers then forget that they are a table.
 *
 * A block stands there character by character as the record has it, with marks in place. A mark can be reached with the
 * keyboard; what it says is its description, shown on hover and focus without any script. Edits of layout (a line end that
 * became a space) are marked behind their result and shown on demand: there is one in each line.
 */
import { isLayout } from '../edits/edits.js'
import type { Block, Document, DocumentRepair, Finding, ReleaseRecord, Unrepaired } from '../model.js'
import { type Html, html, idOf, nothing, textHtml, type Value } from './html.js'
import { type Mark, marksOf } from './places.js'
import { type Row, rowsOf } from './release-data.js'
import { meter } from './sums.js'
import { counted, documentName, REASONS, shareText, toneOf } from './words.js'

/** Below this a unit is more likely wrong than right. */
const DOUBTFUL = 0.5

interface Column {
  readonly number: number
  readonly document: Document
  readonly blocks: ReadonlyMap<string, Block>
  readonly marks: ReadonlyMap<string, readonly Mark[]>
}

/** The section with the texts; `findings` are numbered as they are listed. */
export function textsSection(record: ReleaseRecord, findings: readonly Finding[]): Html {
  const columns = record.documents.map(
    (document, number): Column => ({
      number,
      document,
      blocks: new Map(document.blocks.map(block => [block.id, block])),
      marks: marksOf(document, findings),
    }),
  )
  const numbers = numbersByUnit(findings)
  const rows = rowsOf(record).map((row, i) => rowHtml(row, i + 1, columns, numbers))
  return html`<section aria-labelledby="texts">
<h2 id="texts">Texts side by side</h2>
<p class="switch no-print"><label><input type="checkbox" id="show-layout"> Show edits of layout as well</label></p>
<div class="wide side" role="region" aria-label="Table of texts" tabindex="0">
<table class="texts columns-${columns.length}" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" lang="en" dir="ltr">Unit</th>${columns.map(headHtml)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
</div>
</section>`
}

const headHtml = ({ document }: Column): Html =>
  html`<th role="columnheader" scope="col" lang="en" dir="ltr" class="${document.direction}">${documentName(document)} <small><bdi>${document.path}</bdi></small></th>`

function numbersByUnit(findings: readonly Finding[]): Map<string | null, number[]> {
  const numbers = new Map<string | null, number[]>()
  for (const [i, { unit }] of findings.entries()) {
    const list = numbers.get(unit)
    if (list) list.push(i + 1)
    else numbers.set(unit, [i + 1])
  }
  return numbers
}

function rowHtml(
  row: Row,
  number: number,
  columns: readonly Column[],
  numbers: ReadonlyMap<string | null, number[]>,
): Html {
  if ('alone' in row) {
    const { block, reason, sameAs } = row.alone
    const same = sameAs === undefined ? nothing : html` <a href="#${idOf('block', sameAs)}">${sameAs}</a>`
    const head = html`<span class="kind">${block} alone</span> <span class="why" title="${reason}">${REASONS[reason]}${same}</span>`
    const cells = columns.map(c => cellHtml(c, c.document.id === row.document ? [block] : [], ''))
    return rowOf(idOf('alone', block), 'alone', number, head, cells)
  }
  const { id, kind, confidence, blocks, moved } = row.unit
  const found = numbers.get(id) ?? []
  const links = found.map(n => html` <a class="to-finding" href="#finding-${n}">finding ${n}</a>`)
  const odd = moved.length > 0 ? html` <span class="why">out of order: ${moved.join(', ')}</span>` : nothing
  const head = html`<span class="kind">${id} ${kind}</span> ${confidenceHtml(confidence)}${odd}${links}`
  const cells = columns.map(c => cellHtml(c, blocks[c.document.id] ?? [], 'not in this document'))
  return rowOf(idOf('unit', id), 'unit', number, head, cells)
}

function confidenceHtml(confidence: number): Html {
  const isDoubtful = confidence < DOUBTFUL
  return html`<span class="confidence${isDoubtful ? ' doubtful' : ''}">${meter(isDoubtful ? 'lost' : 'aligned', confidence)}<span class="unseen">confidence </span>${shareText(confidence)}${isDoubtful ? ', doubtful' : ''}</span>`
}

const rowOf = (id: string, kind: string, number: number, head: Html, cells: readonly Html[]): Html =>
  html`<tr role="row" class="${kind}" id="${id}" data-row="${number - 1}"><th role="rowheader" scope="row" lang="en" dir="ltr">${head}</th>${cells}</tr>
`

function cellHtml({ number, document, blocks, marks }: Column, ids: readonly string[], empty: string): Html {
  if (ids.length === 0) return html`<td role="cell" class="empty" lang="en" dir="ltr">${empty}</td>`
  const who = html`<span class="who" lang="en" dir="ltr" aria-hidden="true">${documentName(document)}</span>`
  const shown = ids.map(id => {
    const block = blocks.get(id)!
    const tone = toneOf(block, document)
    const text = blockText(block, marks.get(id) ?? [], { document: number, ...tone })
    const own = block.language === undefined ? nothing : html` lang="${tone.lang}" dir="${tone.dir}"`
    return html`<div class="block ${block.kind}" id="${idOf('block', id)}"${own}>${text}</div>`
  })
  return html`<td role="cell" lang="${document.language.tag}" dir="${document.direction}">${who}${shown}</td>`
}

/** What the section holds, in words. */
export const textsSummary = ({ alignment: { units, unaligned } }: ReleaseRecord): string =>
  `${counted(units.length, 'unit')}, ${counted(unaligned.length, 'block')} alone`

/** Where a block stands: `document` is the number of its document on the page. */
interface Setting {
  readonly document: number
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

/** The text of a block with its marks, which are in order and do not overlap. */
function blockText({ text }: Block, marks: readonly Mark[], setting: Setting): Html {
  let at = 0
  const out: Value[] = []
  for (const mark of marks) {
    out.push(textHtml(text.slice(at, mark.start)), markHtml(mark, text, setting))
    at = mark.end
  }
  return html`${out}${textHtml(text.slice(at))}`
}

function markHtml(mark: Mark, whole: string, setting: Setting): Html {
  const text = whole.slice(mark.start, mark.end)
  if ('finding' in mark) return findingMark(mark.finding, mark.number, text, text.length === whole.length)
  if ('left' in mark) return damageMark(mark.left, mark.number, text, setting)
  const { repair, number } = mark
  const id = `${setting.document}-${number}`
  const tip = html`<span class="tip" lang="en" dir="ltr"><span id="tip-${id}">${repairTip(repair, setting)}</span></span>`
  if (isLayout(repair.kind)) {
    // The text stays beside the mark, where it can be seen while the mark is hidden.
    return html`${textHtml(text)}<span class="mark layout" data-repair="${id}">${goneMark(id, 'edit of layout')}${tip}</span>`
  }
  const shown =
    text === '' ? goneMark(id, 'removed') : html`<ins tabindex="0" aria-describedby="tip-${id}">${textHtml(text)}</ins>`
  return html`<span class="mark repair" data-repair="${id}">${shown}${tip}</span>`
}

/** A sign, drawn by the style, where nothing is left to stand. */
const goneMark = (id: string, label: string): Html =>
  html`<span class="gone" role="img" aria-label="${label}" tabindex="0" aria-describedby="tip-${id}"></span>`

/** What a repair did, and why. */
export function repairTip(repair: DocumentRepair, { lang, dir }: Pick<Setting, 'lang' | 'dir'>): Html {
  const { before, after, kind, evidence, confidence, lossy, witness, decided } = repair
  return html`<span class="change"><del lang="${lang}" dir="${dir}">${sample(before)}</del> <span class="to">became</span> <ins lang="${lang}" dir="${dir}">${sample(after)}</ins></span> <span class="because"><b>${kind}</b> · evidence: ${evidence}${witness === undefined ? '' : ` ${witness}`} · confidence ${shareText(confidence)}${lossy ? ' · information had been lost' : ''}${decided ? ` · ${decided} by a person` : ''}</span>`
}

/** Longer texts are cut in descriptions; whole they stand in the text, or in the list of edits. */
const LONGEST_SAMPLE = 240
const SPACES: Readonly<Record<string, string>> = { ' ': '␣', '\n': '⏎', '\t': '⇥', '\u00a0': '⍽' }

/** White space is shown where there is little else. */
function sample(text: string): Html {
  if (text === '') return html`<span class="escape">nothing</span>`
  const head = text.slice(0, LONGEST_SAMPLE).replace(/[\ud800-\udbff]$/, '') // no half of a pair
  const cut = text.length > LONGEST_SAMPLE ? `${head}…` : text
  return textHtml(
    cut.replace(/^[ \n\t\u00a0]+|[ \n\t\u00a0]+$/g, space => [...space].map(c => SPACES[c] ?? c).join('')),
  )
}

function damageMark(left: Unrepaired, number: number, text: string, { document }: Setting): Html {
  const id = `left-${document}-${number}`
  return html`<span class="mark left"><span class="damage" tabindex="0" aria-describedby="${id}">${textHtml(text)}</span><span class="tip" lang="en" dir="ltr" id="${id}"><b>damage that was left</b> · ${left.kind} · ${left.reason}</span></span>`
}

/** A link to the finding in its list; a whole block is lined at its side, not under all its words. */
function findingMark({ severity, code, message }: Finding, number: number, text: string, isWhole: boolean): Html {
  return html`<a class="found ${severity}${isWhole ? ' whole' : ''}" href="#finding-${number + 1}" title="${code}: ${message}">${textHtml(text)}</a>`
}
