/**
 * The style of all pages: light and dark, wide and narrow, screen and paper, without a picture or a font of its own. Text
 * has at least 4.5:1 to its ground, marks, bars and the edges of controls 3:1 (WCAG 2.2 AA); `tests/report-style.test.ts`
 * works it out. Lines that only part one thing from the next (`hair`) are lighter. What the texts side by side need is
 * in `style-texts.ts`.
 */
import { TEXTS_STYLE } from './style-texts.js'

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

export const STYLE = `${PAGE}${TEXTS_STYLE}${NARROW}${PAPER}`
