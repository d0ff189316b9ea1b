/**
 * Charts as inline SVG: bars, and beside each the figure in words, so that nothing rests on colour or shape alone. The
 * picture is named for screen readers; its colours are classes of the style, which knows light, dark and print.
 */
import { type Html, html } from './html.js'
import type { Coverage, Damage } from './sums.js'
import { counted, percent, shareText } from './words.js'

/** A part of a bar: its class in the style, and what it is called. */
export interface Part {
  readonly kind: string
  readonly name: string
  readonly size: number
}

const WIDTH = 300
const HEIGHT = 14

/** One bar of several parts that make a whole, and its legend with shares. */
export function wholeChart(label: string, parts: readonly Part[]): Html {
  const whole = parts.reduce((sum, { size }) => sum + size, 0)
  const said = parts.map(({ name, size }) => `${name} ${percent(size, whole)}`).join(', ')
  let at = 0
  const bars = parts.map(({ kind, size }) => {
    const width = whole === 0 ? 0 : (WIDTH * size) / whole
    const bar = rect(kind, at, 0, width)
    at += width
    return bar
  })
  const keys = parts
    .filter(({ size }) => size > 0)
    .map(({ kind, name, size }) => html`<li>${swatch(kind)} ${name} ${percent(size, whole)}</li>`)
  return html`<figure class="chart"><figcaption class="label">${label}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}: ${said}" preserveAspectRatio="none">${rect('ground', 0, 0, WIDTH)}${bars}</svg><ul class="legend">${keys}</ul></figure>`
}

/** A bar for each thing that was counted, the longest as wide as the picture. */
export function countChart(label: string, counts: readonly Part[], none: string): Html {
  const most = Math.max(0, ...counts.map(({ size }) => size))
  if (most === 0) return html`<p class="chart"><span class="label">${label}</span> ${none}</p>`
  const rows = counts
    .filter(({ size }) => size > 0)
    .map(
      ({ kind, name, size }) =>
        html`<li><span class="name">${name}</span> <span class="count">${size}</span> <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" preserveAspectRatio="none">${rect(kind, 0, 0, (WIDTH * size) / most)}</svg></li>`,
    )
  return html`<div class="chart"><span class="label">${label}</span> <ul class="counts">${rows}</ul></div>`
}

/** A small bar beside a figure from 0 to 1. */
export const meter = (kind: string, share: number): Html =>
  html`<svg class="meter" aria-hidden="true"><rect class="${kind}" width="${tidy(100 * share)}%" height="100%"/></svg>`

/** A line for each value from 0 to 1, how many there are in each tenth; the last tenth holds 1. */
export function tenthsChart(label: string, tenths: readonly number[]): Html {
  const names = tenths.map((size, i) => ({
    kind: 'count',
    name: `${shareText(i / 10)} to ${shareText((i + 1) / 10)}`,
    size,
  }))
  return countChart(label, names, 'none')
}

const swatch = (kind: string): Html =>
  html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="${kind}" width="10" height="10"/></svg>`

const rect = (kind: string, x: number, y: number, width: number): Html =>
  html`<rect class="${kind}" x="${tidy(x)}" y="${y}" width="${tidy(width)}" height="${HEIGHT}"/>`

const tidy = (x: number) => Math.round(x * 100) / 100

/** How much of the text of a document, a language or a corpus is aligned. */
export const coverageChart = ({ aligned, apart, lost }: Coverage): Html =>
  wholeChart('Coverage, by characters', [
    { kind: 'aligned', name: 'aligned', size: aligned },
    { kind: 'apart', name: 'alone for a reason', size: apart },
    { kind: 'lost', name: 'no counterpart', size: lost },
  ])

/** What damage was repaired in it, and what was left. */
export function damageChart({ repairs, left, layout }: Damage): Html {
  const kinds = [...repairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const chart = countChart(
    'Damage',
    [
      ...kinds.map(([name, size]) => ({ kind: 'mended', name: `${name}, repaired`, size })),
      { kind: 'lost', name: 'left as it was', size: left },
    ],
    'none was found',
  )
  return layout === 0 ? chart : html`${chart}<p class="besides">${counted(layout, 'edit')} of layout</p>`
}
