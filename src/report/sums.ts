/**
 * What is counted of a document, and of a corpus: how much of the text is aligned, and what damage there was; and its charts.
 *
 * Charts are inline SVG: bars, and beside each the figure in words, so that nothing rests on colour or shape alone. The
 * picture is named for screen readers; its colours are classes of the style, which knows light, dark and print.
 */
import { isLayout } from '../edits/edits.js'
import type { Document, ReleaseRecord, RepairKind } from '../model.js'
import { type Html, html } from './html.js'
import { counted, percent, shareText } from './words.js'

/** Characters of blocks in units; alone for a reason that needs none; alone without one. */
export interface Coverage {
  readonly aligned: number
  readonly apart: number
  readonly lost: number
}

/** What was mended, by kind, and what was left. */
export interface Damage {
  readonly repairs: ReadonlyMap<RepairKind, number>
  readonly left: number
  /** Edits of layout. */
  readonly layout: number
}

export interface Sums {
  readonly documents: number
  readonly coverage: Coverage
  readonly damage: Damage
}

export const noSums: Sums = {
  documents: 0,
  coverage: { aligned: 0, apart: 0, lost: 0 },
  damage: { repairs: new Map(), left: 0, layout: 0 },
}

/** The sums of one document of a record. */
export function sumsOf(document: Document, { alignment: { unaligned } }: ReleaseRecord): Sums {
  const reasons = new Map(unaligned.map(({ block, reason }) => [block, reason]))
  const coverage = { aligned: 0, apart: 0, lost: 0 }
  for (const { id, text } of document.blocks) {
    const reason = reasons.get(id)
    coverage[reason === undefined ? 'aligned' : reason === 'no-counterpart' ? 'lost' : 'apart'] += text.length
  }
  const repairs = new Map<RepairKind, number>()
  for (const { kind } of document.repairs) if (!isLayout(kind)) repairs.set(kind, (repairs.get(kind) ?? 0) + 1)
  const layout = document.repairs.filter(({ kind }) => isLayout(kind)).length
  return { documents: 1, coverage, damage: { repairs, left: document.unrepaired.length, layout } }
}

/** Two as one. */
export function plus(a: Sums, b: Sums): Sums {
  const repairs = new Map(a.damage.repairs)
  for (const [kind, n] of b.damage.repairs) repairs.set(kind, (repairs.get(kind) ?? 0) + n)
  return {
    documents: a.documents + b.documents,
    coverage: {
      aligned: a.coverage.aligned + b.coverage.aligned,
      apart: a.coverage.apart + b.coverage.apart,
      lost: a.coverage.lost + b.coverage.lost,
    },
    damage: { repairs, left: a.damage.left + b.damage.left, layout: a.damage.layout + b.damage.layout },
  }
}

/** All repairs of characters. */
export const repairsIn = ({ repairs }: Damage): number => [...repairs.values()].reduce((sum, n) => sum + n, 0)

/** A part of a bar: its class in the style, and what it is called. */
export interface Part {
  readonly kind: string
  readonly name: string
  readonly size: number
}

const WIDTH = 300
const HEIGHT = 14

/** One bar of several parts that make a whole, and its legend with shares. */
function wholeChart(label: string, parts: readonly Part[]): Html {
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
function countChart(label: string, counts: readonly Part[], none: string): Html {
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
