/**
 * The style of the texts side by side. Where all columns fit into the window they are part of the page, and their heads
 * stay under the bar; where they do not, they scroll in a frame of their own, heads above and units at the left in
 * place; on a narrow screen each row is a card. How many columns fit is counted, since a style cannot ask. What a mark
 * says stands beside it where the browser can place it so (CSS Anchor Positioning), at the lower edge elsewhere.
 */

/** Widths in rem: of the column of units, of a text that can still be read with ease, and of the page's edges. */
const UNITS = 8.5
const TEXT = 14
const EDGES = 5
/** More do not fit into the widest page, 120rem. */
const MOST_FITTING = 7
/** Lines longer than this are hard to follow, so few columns do not fill a wide window. */
const LONGEST_LINE = 46

const fitting = Array.from({ length: MOST_FITTING }, (_, i) => i + 1).map(
  n => `@media (min-width: ${UNITS + n * TEXT + EDGES}em) {
  .side:has(> .columns-${n}) { overflow: visible; max-height: none; border: 0; max-width: ${UNITS + n * LONGEST_LINE}rem; }
  .columns-${n} thead th { top: var(--bar); width: auto; }
}
`,
)

/** Both are shown: the one that the script has chosen, and without a script what the pointer or the focus is on. */
const SHOWN = ':is(:root:not(.scripted) .mark:is(:hover, :focus-within), .mark.shown):not(.listed)'

const TABLE = `
.side { overflow: auto; max-height: calc(100vh - var(--bar)); scroll-padding: 5rem 1rem 1rem ${UNITS + 1}rem; border-block: 1px solid var(--hair); }
.texts { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; }
.texts :is(th, td) { text-align: start; vertical-align: top; padding: 0.7rem 1rem; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
.texts thead th { position: sticky; top: 0; z-index: 2; width: ${TEXT}rem; font-weight: 650; background: var(--ground);
  border-bottom: 1px solid var(--line); }
.texts :is(thead .rtl, [dir=rtl] .who) { text-align: right; }
.texts thead small { display: block; font-size: 0.75rem; font-weight: 400; line-height: 1.35; color: var(--muted); }
.texts tr > :first-child { position: sticky; left: 0; z-index: 1; width: ${UNITS}rem; padding-inline: 0.25rem 0.75rem; background: var(--ground); }
.texts thead tr > :first-child { z-index: 3; }
.texts tbody th { font-size: 0.8rem; font-weight: 400; color: var(--muted); overflow-wrap: normal; }
.texts tbody th > * { display: block; }
.texts tbody th > :is(.confidence, .wrong) { display: inline-block; vertical-align: middle; }
.texts .kind { color: var(--text); font-weight: 600; }
.texts .to-finding { padding-block: 0.15rem; }
.texts .why { text-wrap: balance; }
.texts .confidence { font-variant-numeric: tabular-nums; }
.meter { width: 1.75rem; height: 0.3rem; margin-inline-end: 0.35rem; border-radius: 2px; background: var(--hair); vertical-align: 0.1em; }
.texts:not(.columns-1) tr.alone > * { background: var(--panel); }
.texts .empty { font-size: 0.8rem; color: var(--muted); }
.texts tr.rejected > th { box-shadow: inset 3px 0 var(--bad); padding-inline-start: 0.6rem; }
.texts tr:target > * { box-shadow: inset 0 2px var(--link), inset 0 -2px var(--link); }
.texts :is(tr, th :is(a, button)) { scroll-margin: 5rem 0 1rem; }
.texts td :is([id], [tabindex], a) { scroll-margin: 5rem 1rem 1rem ${UNITS + 1}rem; }
.who { display: none; }
.block { white-space: pre-wrap; }
.block + .block { margin-top: 0.6rem; padding-top: 0.6rem; border-top: 1px dotted var(--line); }
.block:is(.title, .heading) { font-weight: 600; line-height: 1.4; }
.block:is(.about, .contact, .link, .disclaimer, .note, .chrome) { font-size: 0.9rem; }
.block.table { font: 0.8rem/1.5 ui-monospace, monospace; }
.block:target { outline: 2px solid var(--link); outline-offset: 4px; border-radius: 2px; }
.wrong { margin: 0.15rem 0 0 0.25rem; min-height: 1.5rem; padding: 0 0.4rem; font-size: 0.75rem; border-color: var(--hair); }
.wrong:not([aria-pressed=true]) { color: var(--muted); }
.alone .wrong:not([aria-pressed=true]) { margin-left: 0; background: none; border-color: var(--line); }
.switch { font-size: 0.9rem; }
`

const MARKS = `
.mark ins { background: var(--mended); color: inherit; text-decoration: underline dotted 1px var(--warn); text-underline-offset: 0.25em; border-radius: 2px; }
.mark :is(ins, .gone, .damage) { cursor: help; }
.gone::before { content: "\\2038"; background: var(--mended); color: var(--warn); font-weight: 700; }
.layout .gone::before { content: "\\21B5"; font-weight: 400; background: none; color: var(--muted); }
.layout { display: none; }
body:has(#show-layout:checked) .layout { display: inline; }
.damage { background: var(--damage); text-decoration: underline wavy 1px var(--bad); text-underline-offset: 0.25em; }
.mark.accepted > :first-child { outline: 2px solid var(--good); }
.mark.rejected > :first-child { outline: 2px dashed var(--bad); text-decoration: line-through; }
.found { color: inherit; text-decoration: underline dashed 1px var(--apart); text-underline-offset: 0.25em; }
.found.warning { text-decoration: underline solid 1px var(--warn); }
.found.error { text-decoration: underline double 1px var(--bad); }
.found.whole { display: block; padding-inline-start: 0.6rem; border-inline-start: 2px solid var(--apart); text-decoration: none; }
.found.whole.warning { border-color: var(--warn); }
.found.whole.error { border-color: var(--bad); }
.tip { display: none; }
${SHOWN} > .tip { display: block; position: fixed; z-index: 6; inset: auto 0.75rem 0.75rem; margin: 0 auto;
  max-width: 30rem; max-height: 45vh; overflow: auto; padding: 0.75rem 1rem; background: var(--ground); color: var(--text);
  border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 4px 20px rgb(0 0 0 / 0.2);
  font: 0.85rem/1.5 system-ui, sans-serif; white-space: normal; text-align: left; overflow-wrap: anywhere; }
@supports (position-area: bottom) and (anchor-scope: --mark) {
  @media (min-width: 45em) {
    ${SHOWN} { anchor-name: --mark; anchor-scope: --mark; }
    ${SHOWN} > .tip { inset: auto; margin: 0; width: max-content; position-anchor: --mark; position-area: bottom span-right;
      position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline; }
  }
}
.mark.listed > .tip { display: block; }
.change { display: block; white-space: pre-wrap; font-size: 1rem; }
.tip del { text-decoration: line-through 1px; background: var(--damage); border-radius: 2px; }
.tip .change ins { background: var(--mended); text-decoration: none; border-radius: 2px; }
.to { color: var(--muted); font-size: 0.85rem; }
.because { color: var(--muted); }
.mark .tools { display: flex; gap: 0.5rem; margin-top: 0.5rem; }
.mark .tools button { min-height: 1.9rem; padding: 0.1rem 0.7rem; }
`

const NARROW = `
@media (max-width: 45em) {
  .side { overflow: visible; max-height: none; border: 0; }
  .texts, .texts tbody, .texts tr, .texts th, .texts td { display: block; width: auto !important; }
  .texts thead { position: absolute; left: -999rem; }
  .texts tr { border: 1px solid var(--hair); border-radius: 10px; margin-bottom: 1rem; overflow: clip; }
  .texts tr > :first-child { position: static; padding: 0.6rem 1rem; background: var(--panel); }
  .texts tbody th > * { display: inline; margin: 0 0.5rem 0 0; }
  .texts td:last-child { border: 0; }
  .texts tr.alone td.empty, .texts td.empty:empty { display: none; }
  .texts :is(tr, th :is(a, button), td :is([id], [tabindex], a)) { scroll-margin: 0; }
  .who { display: block; font-size: 0.75rem; color: var(--muted); }
}
@media print {
  .texts { min-width: 0; table-layout: auto; }
  .texts :is(th, td) { padding: 4pt 6pt 4pt 0; width: auto !important; position: static !important; }
  .texts thead small { font-size: 7pt; }
}
`

export const TEXTS_STYLE = `${TABLE}${MARKS}${fitting.join('')}${NARROW}`
