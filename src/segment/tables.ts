/**
 * Rows of a table in plain text: lines with columns set apart by blanks, tabs or bars. One such line is chance, so that
 * only runs of them count.
 */
import type { Line } from './lines.js'

const ROWS = 3
const CELLS = /\S(?: {3,}|\t+)\S|\|.*\|/

/** Numbers of lines in runs of at least three lines with columns (two with tabs or bars). */
export function tableRows(lines: readonly Line[]): ReadonlySet<number> {
  const rows = new Set<number>()
  for (let i = 0; i < lines.length; ) {
    let end = i
    while (end < lines.length && (end === i || lines[end]!.blanks === 0) && CELLS.test(lines[end]!.text.slice(0, 300)))
      end++
    const ruled =
      end > i && lines.slice(i, Math.min(end, i + ROWS)).every(line => /\t|\|/.test(line.text.slice(0, 300)))
    if (end - i >= (ruled ? 2 : ROWS)) for (let k = i; k < end; k++) rows.add(k)
    i = Math.max(end, i + 1)
  }
  return rows
}
