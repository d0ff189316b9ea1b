/** The two charts that stand for a document, a language and a corpus alike: coverage and damage. */
import { countChart, wholeChart } from './charts.js'
import { type Html, html } from './html.js'
import type { Coverage, Damage } from './sums.js'
import { counted } from './words.js'

export const coverageChart = ({ aligned, apart, lost }: Coverage, label = 'Coverage'): Html =>
  wholeChart(`${label}, by characters`, [
    { kind: 'aligned', name: 'aligned', size: aligned },
    { kind: 'apart', name: 'alone for a reason', size: apart },
    { kind: 'lost', name: 'no counterpart', size: lost },
  ])

export function damageChart({ repairs, left, layout }: Damage, label = 'Damage'): Html {
  const kinds = [...repairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const chart = countChart(
    label,
    [
      ...kinds.map(([name, size]) => ({ kind: 'mended', name: `${name}, repaired`, size })),
      { kind: 'lost', name: 'left as it was', size: left },
    ],
    'none was found',
  )
  return layout === 0 ? chart : html`${chart}<p class="besides">${counted(layout, 'edit')} of layout</p>`
}
