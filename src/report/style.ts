/**
 * The style of all pages: light and dark, wide and narrow, screen and paper, without a picture or a font of its own. Text
 * has at least 4.5:1 to its ground, marks and bars 3:1 (WCAG 2.2 AA); `tests/report-style.test.ts` works it out.
 */

/** Colours by name, in the light and in the dark. */
export const COLOURS = {
  ground: ['#ffffff', '#16181d'],
  panel: ['#f4f5f7', '#21242b'],
  text: ['#1b1d22', '#e9eaee'],
  muted: ['#555a66', '#a8adb9'],
  line: ['#848a96', '#747b88'],
  link: ['#0b57b0', '#8ab8ff'],
  mended: ['#fff0b8', '#493d0e'],
  damage: ['#ffdcd5', '#5c2018'],
  good: ['#217a3c', '#62c284'],
  apart: ['#6b7280', '#9aa1ad'],
  bad: ['#b3261e', '#ff9c93'],
  warn: ['#945700', '#f0b05e'],
} as const

const variables = (i: 0 | 1) =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `--${name}: ${pair[i]};`)
    .join(' ')

export const STYLE = `
:root { color-scheme: light dark; ${variables(0)} }
@media (prefers-color-scheme: dark) { :root { ${variables(1)} } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 120rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 0 0 0.5rem; }
small, .kind, .why, .confidence, figcaption { font-size: 0.85rem; }
code, .escape { font-family: ui-monospace, monospace; font-size: 0.9em; }
.escape { border: 1px solid var(--line); border-radius: 3px; padding: 0 2px; color: inherit; unicode-bidi: isolate; }
.hash { font-size: 0.75rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 3; background: var(--ground); padding: 0.5rem; }
[hidden] { display: none !important; }
.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center;
  background: var(--ground); border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
[id] { scroll-margin-top: 4rem; }
button, input, select { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line);
  border-radius: 4px; padding: 0.25rem 0.6rem; min-height: 2rem; max-width: 100%; }
input[type=checkbox] { min-height: 0; width: 1.1rem; height: 1.1rem; vertical-align: middle; }
button:disabled { color: var(--muted); border-style: dashed; }
button[aria-pressed=true] { background: var(--link); color: var(--ground); border-color: var(--link); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 0.75rem; margin: 0 0 0.75rem; }
dt { color: var(--muted); }
dd { margin: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 1rem; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: 1rem; min-width: 0; }
.filters { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 1rem 0; }
.filters label { display: grid; gap: 0.2rem; font-size: 0.85rem; color: var(--muted); }
.filters label :is(input, select) { font-size: 1rem; color: var(--text); }
.filters .search { flex: 1 1 18rem; }
.pages { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin: 0.75rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem 0.6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); }
tbody th { font-weight: normal; }
.list tbody th { min-width: 16rem; }
.texts { table-layout: fixed; }
.texts thead th small { display: block; font-weight: normal; color: var(--muted); }
.texts tr > :first-child { width: 9rem; }
.texts tbody th > * { display: block; }
.texts .kind { font-weight: 600; }
.columns-3 { min-width: 52rem; } .columns-4 { min-width: 66rem; } .columns-5 { min-width: 80rem; }
.columns-6 { min-width: 94rem; } .columns-7 { min-width: 108rem; } .columns-8 { min-width: 130rem; }
.texts tr.alone { background: var(--panel); }
.why, .empty, .who { color: var(--muted); }
.who { display: none; font-size: 0.85rem; }
.block { white-space: pre-wrap; }
.block + .block { margin-top: 0.6rem; padding-top: 0.6rem; border-top: 1px dotted var(--line); }
.block:is(.title, .heading) { font-weight: 600; }
.block:target { outline: 3px solid var(--link); outline-offset: 4px; }
tr:target > * { border-block: 3px solid var(--link); }
tr.rejected > th { box-shadow: inset 4px 0 var(--bad); }
.doubtful, .bad { color: var(--bad); font-weight: 600; }
.wrong { margin-top: 0.4rem; }
.mark ins { text-decoration: underline dotted 2px var(--warn); text-underline-offset: 3px; background: var(--mended); color: inherit; }
.gone::before { content: "\\2038"; background: var(--mended); color: var(--warn); font-weight: 700; }
.layout .gone::before { content: "\\21B5"; font-weight: 400; background: none; color: var(--muted); }
.layout { display: none; }
body:has(#show-layout:checked) .layout { display: inline; }
.damage { background: var(--damage); text-decoration: underline wavy var(--bad); text-underline-offset: 3px; }
.mark.accepted > :first-child { outline: 2px solid var(--good); }
.mark.rejected > :first-child { outline: 2px dashed var(--bad); text-decoration: line-through; }
.found { color: inherit; text-decoration: underline double var(--warn); text-underline-offset: 3px; }
.found.error { text-decoration-color: var(--bad); }
.tip { display: none; }
:root:not(.scripted) .mark:not(.listed):is(:hover, :focus-within) > .tip, .mark.shown:not(.listed) > .tip { display: block; position: fixed; z-index: 4;
  inset: auto 1rem 1rem; margin: 0 auto; max-width: 44rem; max-height: 50vh; overflow: auto; padding: 0.75rem 1rem;
  background: var(--ground); color: var(--text); border: 2px solid var(--link); border-radius: 6px;
  font: 1rem/1.5 system-ui, sans-serif; white-space: normal; text-align: start; }
.mark.listed > .tip { display: block; }
.change { display: block; white-space: pre-wrap; }
.tip del { text-decoration: line-through; background: var(--damage); }
.tip .change ins { background: var(--mended); text-decoration: none; }
.to { color: var(--muted); font-size: 0.85rem; }
.tools { display: inline-flex; gap: 0.5rem; margin-inline-start: 0.75rem; }
.chart { margin: 0 0 0.75rem; }
.chart svg { display: block; width: 100%; height: 0.9rem; }
.chart .swatch { display: inline-block; width: 0.8rem; height: 0.8rem; }
.label { font-weight: 600; font-size: 0.85rem; }
.legend, .counts, .warnings { list-style: none; margin: 0.2rem 0; padding: 0; font-size: 0.85rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.counts li { display: grid; grid-template-columns: minmax(0, 13rem) 4rem 1fr; gap: 0.5rem; align-items: center; }
.count { text-align: end; }
rect.ground { fill: var(--panel); } rect.aligned { fill: var(--good); } rect.apart { fill: var(--apart); }
rect.lost { fill: var(--bad); } rect.mended { fill: var(--warn); } rect.count { fill: var(--link); }
.warnings b { color: var(--warn); }
.findings li { margin-bottom: 0.75rem; padding-inline-start: 0.5rem; border-inline-start: 4px solid var(--line); }
.findings p { margin: 0.2rem 0; }
.findings li.error { border-color: var(--bad); }
.findings li.warning { border-color: var(--warn); }
.minor { color: var(--bad); }
@media (max-width: 45rem) {
  .texts, .texts tbody, .texts tr, .texts th, .texts td { display: block; min-width: 0; width: auto; }
  .texts thead { position: absolute; left: -999rem; }
  .texts tr > :first-child { width: auto; }
  .texts tr { border: 1px solid var(--line); border-radius: 6px; margin-bottom: 1rem; }
  .texts td.empty:empty { display: none; }
  .who { display: block; }
  .texts tbody th > * { display: inline; margin-inline-end: 0.5rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  .wide { overflow: visible; }
  .no-print, .skip, button, .needs-script { display: none !important; }
  .bar { position: static; }
  body { font-size: 9pt; padding: 0; }
  .texts { min-width: 0; }
  tr, .card, .findings li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
}
`
