/** Small tables side by side, as many as there is room for, the others below them. */
import type { Colours } from '../report.js'
import { aligned, blanks, padded } from '../terminal/width.js'

/** A table of a few columns; the first holds names, the others figures. */
export interface Panel {
  readonly title: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Between two panels, and between their columns. */
const APART = 4
const GAP = 2

/** Texts of lines, each a row of panels. */
export function panels(all: readonly Panel[], width: number, chalk: Colours): string[] {
  const rows: { left: number; panels: Drawn[] }[] = []
  for (const panel of all.map(drawn)) {
    const row = rows.at(-1)
    if (!row || row.left < APART + panel.width) rows.push({ left: width - panel.width, panels: [panel] })
    else {
      row.left -= APART + panel.width
      row.panels.push(panel)
    }
  }
  return rows.map(({ panels: own }) => {
    const height = Math.max(...own.map(({ lines }) => lines.length))
    return Array.from({ length: height }, (_, i) => {
      const parts = own.map(({ lines, width }) => padded(lines[i] ?? '', width))
      const name = (part: string) => chalk.bold(/^\S*/.exec(part)![0]) + chalk.dim(part.replace(/^\S*/, ''))
      return `${(i === 0 ? parts.map(name) : parts).join(blanks(APART)).trimEnd()}\n`
    }).join('')
  })
}

interface Drawn {
  readonly width: number
  readonly lines: readonly string[]
}

function drawn({ title, rows }: Panel): Drawn {
  const all = [title, ...rows.map(([name = '', ...cells]) => [blanks(GAP) + name, ...cells])]
  const columns = Math.max(...all.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, k) => Math.max(...all.map(row => (row[k] ?? '').length)))
  const lines = all.map(row =>
    widths.map((width, k) => (k === 0 ? padded(row[0]!, width) : blanks(GAP) + aligned(row[k] ?? '', width))).join(''),
  )
  return { width: widths.reduce((sum, width) => sum + width, GAP * (columns - 1)), lines: lines.map(l => l.trimEnd()) }
}
