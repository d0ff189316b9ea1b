/**
 * The style of all pages: light and dark, wide and narrow, screen and paper, without a picture or a font of its own. Text
 * has at least 4.5:1 to its ground, marks, bars and the edges of controls 3:1 (WCAG 2.2 AA); `tests/report-style.test.ts`
 * works it out. Lines that only part one thing from the next (`hair`) are lighter.
 *
 * Where all columns of the texts side by side fit into the window they are part of the page, and their heads stay under the
 * bar; where they do not, they scroll in a frame of their own, heads above and units at the left in place; on a narrow
 * screen each row is a card. How many columns fit is counted, since a style cannot ask. What a mark says stands beside it
 * where the browser can place it so (CSS Anchor Positioning), at the lower edge elsewhere.
 */

/** Colours by name, in the light and in the dark. */
export const COLOURS = {
  ground: ['#ffffff', '#15171c'],
  panel: ['#f5f6f8', '#1e2127'],
  text: ['#1d2027', '#e6e8ec'],
  muted: ['#575d69', '#a5abb7'],
  hair: ['#e1e4ea', '#30343d'],
  line: ['#848a96', '#747b88'],
  link: ['#0b57b0', '#8ab8ff'],
  mended: ['#fdf4d3', '#3d3413'],
  damage: ['#ffe3dd', '#552019'],
  good: ['#2a7d46', '#5fbf80'],
  apart: ['#6b7280', '#9aa1ad'],
  bad: ['#b3261e', '#ff9c93'],
  warn: ['#8f5400', '#eab05f'],
} as const

const variables = (i: 0 | 1) =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `--${name}: ${pair[i]};`)
    .join(' ')

const PAGE = `
:root { color-scheme: light dark; --bar: 3.25rem; --edge: clamp(1rem, 3vw, 2.5rem); ${variables(0)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(1)} } }
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--bar) + 1rem); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 120rem; margin: 0 auto; padding: 0 var(--edge) 4rem; }
main:focus, h2:focus { outline: none; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { font-size: 1.75rem; font-weight: 650; line-height: 1.25; margin: 1.75rem 0 0.5rem; max-width: 72rem; text-align: left;
  text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; font-weight: 650; line-height: 1.3; margin: 3rem 0 0.75rem; }
h3 { font-size: 1.05rem; font-weight: 650; line-height: 1.3; margin: 0 0 0.75rem; }
p { margin: 0 0 0.75rem; }
bdi, code, dd { overflow-wrap: anywhere; }
code, .escape { font-family: ui-monospace, monospace; font-size: 0.875em; }
.hash { font-size: 0.75rem; color: var(--muted); }
.lead { color: var(--muted); max-width: 60rem; }
.escape { border: 1px solid var(--line); border-radius: 3px; padding: 0 2px; color: inherit; unicode-bidi: isolate; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 9; background: var(--ground); padding: 0.5rem 0.75rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.bar { position: sticky; top: 0; z-index: 5; display: flex; justify-content: space-between; align-items: center; gap: 0.5rem 2rem;
  min-height: var(--bar); padding: 0.4rem var(--edge); background: var(--ground); border-bottom: 1px solid var(--hair);
  font-size: 0.9rem; white-space: nowrap; overflow-x: auto; }
.bar nav, .bar .tools { display: flex; align-items: center; gap: 1.25rem; }
.bar .tools { gap: 0.75rem; color: var(--muted); }
.bar a { text-decoration: none; }
.bar a:hover { text-decoration: underline; }
button, input, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line);
  border-radius: 6px; padding: 0.3rem 0.7rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; }
button:hover:not(:disabled, [aria-pressed=true]) { background: var(--panel); border-color: var(--text); }
button:disabled { color: var(--muted); border-color: var(--hair); cursor: default; }
button[aria-pressed=true] { background: var(--link); color: var(--ground); border-color: var(--link); }
input[type=checkbox] { min-height: 0; width: 1.15rem; height: 1.15rem; margin: 0; vertical-align: -0.2em; accent-color: var(--link); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1rem; margin: 0 0 1rem; font-size: 0.9rem; }
dt { color: var(--muted); }
dd { margin: 0; }
.facts { grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem 2rem; margin: 1.25rem 0; }
.facts dt { font-size: 0.8rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; list-style: none; margin: 1.25rem 0; padding: 0; }
.figures b { display: block; font-size: 1.5rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures li { font-size: 0.85rem; color: var(--muted); }
.figures b { color: var(--text); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(23rem, 100%), 1fr)); gap: 1.25rem; }
.card { border: 1px solid var(--hair); border-radius: 10px; padding: 1.1rem 1.25rem; min-width: 0; }
.card summary { cursor: pointer; font-size: 0.9rem; }
.card details ul { list-style: none; margin: 0.5rem 0 0; padding: 0; font-size: 0.85rem; }
.card details li { padding: 0.35rem 0; border-top: 1px solid var(--hair); overflow-wrap: anywhere; }
.filters { display: flex; flex-wrap: wrap; gap: 0.9rem 1rem; align-items: end; margin: 1.25rem 0; padding: 1rem 1.25rem 1.1rem;
  background: var(--panel); border-radius: 10px; }
.filters label { display: grid; gap: 0.25rem; font-size: 0.8rem; color: var(--muted); min-width: 0; }
.filters label :is(input, select) { height: 2.4rem; font-size: 0.95rem; color: var(--text); }
.filters .search { flex: 1 1 100%; }
.pages { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin: 0.75rem 0; font-size: 0.9rem; }
.pages [role=status] { color: var(--muted); font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
.list { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 0.9rem; }
.list :is(th, td) { text-align: left; vertical-align: baseline; padding: 0.6rem 1rem 0.6rem 0; border-bottom: 1px solid var(--hair); }
.list :is(th, td):last-child { padding-right: 0.25rem; }
.list thead th { vertical-align: bottom; font-size: 0.8rem; font-weight: 500; line-height: 1.3; color: var(--muted);
  border-bottom: 1px solid var(--line); background: var(--ground); }
.list tbody th { font-size: 1rem; font-weight: 400; line-height: 1.4; width: 45%; min-width: 18rem; overflow-wrap: anywhere; }
.list tbody th a { text-decoration: none; }
.list tbody th a:hover { text-decoration: underline; }
.list td { white-space: nowrap; }
.list .codes { white-space: normal; overflow-wrap: normal; font-size: 0.75rem; min-width: 10rem; color: var(--muted); }
.list .number { text-align: right; font-variant-numeric: tabular-nums; }
.list .none { color: var(--muted); }
.chart { margin: 0 0 0.75rem; font-size: 0.85rem; }
.chart svg { display: block; width: 100%; height: 0.6rem; border-radius: 3px; }
figure > svg { margin: 0.4rem 0; }
.besides { margin: -0.35rem 0 0.75rem; font-size: 0.85rem; color: var(--muted); }
.chart .swatch { display: inline-block; width: 0.65rem; height: 0.65rem; border-radius: 2px; }
.label { font-weight: 600; font-size: 0.85rem; }
.legend, .counts, .warnings { list-style: none; margin: 0.35rem 0 0; padding: 0; font-size: 0.85rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-variant-numeric: tabular-nums; }
.counts li { display: grid; grid-template-columns: minmax(0, 11rem) 3.5rem minmax(3rem, 1fr); gap: 0.75rem; align-items: center; }
.count { text-align: right; font-variant-numeric: tabular-nums; }
rect.ground { fill: var(--hair); } rect.aligned { fill: var(--good); } rect.apart { fill: var(--apart); }
rect.lost { fill: var(--bad); } rect.mended { fill: var(--warn); } rect.count { fill: var(--link); }
.warnings { margin: 0 0 1rem; }
.warnings b { color: var(--warn); font-weight: 600; font-size: 0.75rem; letter-spacing: 0.02em; margin-inline-end: 0.35rem; }
.findings { list-style: none; margin: 0; padding: 0; max-width: 60rem; }
.findings > li { margin-bottom: 1.25rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.findings > li.error { border-color: var(--bad); }
.findings > li.warning { border-color: var(--warn); }
.findings > li:target { outline: 2px solid var(--link); outline-offset: 6px; border-radius: 2px; }
.findings p { margin: 0.25rem 0 0.4rem; }
.findings .what { font-size: 0.85rem; color: var(--muted); }
.findings .what b { color: var(--text); }
.said { grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.1rem 1rem; margin: 0; }
.said a { display: inline-block; padding-block: 0.1rem; }
.minor { color: var(--bad); font-weight: 600; }
.doubtful { color: var(--bad); font-weight: 600; }
`

/** On a narrow screen bar and filters take less room; where its columns do not fit, a release of the index is two lines. */
const NARROW = `
@media (max-width: 45em) {
  h1 { font-size: 1.4rem; margin-top: 1.25rem; }
  h2 { margin-top: 2.25rem; }
  .filters { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .filters > :is(.search, button) { grid-column: 1 / -1; }
  .filters label :is(input, select) { width: 100%; min-width: 0; }
  .bar { flex-wrap: wrap; overflow: visible; }
  .bar, .bar nav { gap: 0.4rem 1rem; }
  .bar .tools:has(#save:disabled):not(:has(#merge:not([hidden]))), .bar:has(#save:enabled) nav[aria-label="On this page"] { display: none; }
  .facts { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 0.75rem 1rem; }
}
@media (max-width: 71.99em) {
  .list, .list tbody, .list tr { display: block; }
  .list thead { position: absolute; left: -999rem; }
  .list tr { padding: 0.75rem 0; border-bottom: 1px solid var(--hair); }
  .list tbody :is(th, td) { padding: 0; border: 0; min-width: 0; }
  .list tbody th { display: block; width: auto; margin-bottom: 0.25rem; }
  .list td, .list .number, .list .codes { display: inline-block; text-align: left; font-size: 0.85rem; margin-right: 1rem; min-width: 0; }
  .list td[data-name]::before { content: attr(data-name) " "; color: var(--muted); }
  .list td:is(.none, :empty) { display: none; }
}
@media (min-width: 72em) {
  .wide:has(> .list) { overflow: visible; }
  .list thead th { position: sticky; top: var(--bar); z-index: 2; }
  .list tbody tr:hover > * { background: var(--panel); }
}
`

const PAPER = `
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; }
  .no-print, .skip, .bar, button, .needs-script { display: none !important; }
  html { font-size: 9pt; }
  main { padding: 0; max-width: none; }
  h1 { font-size: 15pt; margin-top: 0; } h2 { font-size: 12pt; margin-top: 1.5rem; break-after: avoid; } h3 { break-after: avoid; }
  .wide { overflow: visible !important; max-height: none !important; }
  .list tbody th { min-width: 0; font-size: inherit; }
  .list td { white-space: normal; }
  thead { display: table-header-group; }
  thead th { position: static !important; }
  tr, .card, .findings > li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`

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

const NARROW_TEXTS = `
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

/** The whole style. */
export const STYLE = `${PAGE}${TABLE}${MARKS}${fitting.join('')}${NARROW_TEXTS}${NARROW}${PAPER}`
