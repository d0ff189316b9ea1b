/**
 * A block as it stands on a page: its text, character by character as the record has it, with marks in place. A mark can
 * be reached with the keyboard; what it says is its description, shown on hover and focus without any script. Edits of
 * layout (a line end that became a space) are marked behind their result and shown on demand: there is one in each line.
 */
import type { Block, DocumentRepair, Finding, Unrepaired } from '../model.js'
import { type Html, html, textHtml, type Value } from './html.js'
import type { Mark } from './places.js'
import { isLayout, shareText } from './words.js'

/** Where the block stands: `document` is the number of its document on the page. */
export interface Setting {
  readonly document: number
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

/** The text with its marks, which are in order and do not overlap. */
export function blockText({ text }: Block, marks: readonly Mark[], setting: Setting): Html {
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
