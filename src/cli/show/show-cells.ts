/** The cells of a row: what a document says there, wrapped, padded and, where colours are on, with its repairs marked. */
import { isLayout } from '../../edits/edits.js'
import { firstEndingBehind } from '../../edits/spans.js'
import type { Document, RecordPart, Span } from '../../model.js'
import { marksOf, type Mark as ReportMark } from '../../report/places.js'
import type { Colours } from '../summary.js'
import { blanks, type Cluster, columnsIn, isolated, wrapped } from '../terminal.js'

/** Characters that were mended, or seen to be damaged and left. */
interface Mark extends Span {
  readonly isMended: boolean
}

/** A text with its marks in order; they do not overlap. */
export interface CellText {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly direction: 'ltr' | 'rtl'
}

/** Stands for what was left out between two parts of a block, and between blocks. */
const OMITTED = ' … '
const NEXT_BLOCK = '\n'

/** What a document says, by parts of its blocks. */
export function cellTextsOf(document: Document): (parts: readonly RecordPart[]) => CellText {
  const texts = new Map(document.blocks.map(({ id, text }) => [id, text]))
  const marks = new Map([...marksOf(document, [])].map(([id, own]) => [id, own.flatMap(markOf)]))
  return parts => {
    let text = ''
    const all: Mark[] = []
    for (const [i, { block, start, end }] of parts.entries()) {
      text += i === 0 ? '' : between(parts[i - 1]!, parts[i]!, texts)
      const shift = text.length - start
      const own = marks.get(block) ?? []
      for (let k = firstEndingBehind(own, start + 1); k < own.length && own[k]!.start < end; k++) {
        const [from, to] = [Math.max(start, own[k]!.start), Math.min(end, own[k]!.end)]
        if (from < to) all.push({ start: from + shift, end: to + shift, isMended: own[k]!.isMended })
      }
      text += (texts.get(block) ?? '').slice(start, end)
    }
    return { text, marks: all, direction: document.direction }
  }
}

function markOf(mark: ReportMark): Mark[] {
  const { start, end } = mark
  if ('left' in mark) return [{ start, end, isMended: false }]
  return 'repair' in mark && !isLayout(mark.repair.kind) ? [{ start, end, isMended: true }] : []
}

function between(last: RecordPart, next: RecordPart, texts: ReadonlyMap<string, string>): string {
  if (last.block !== next.block) return NEXT_BLOCK
  const left = (texts.get(last.block) ?? '').slice(last.end, next.start)
  return last.end <= next.start && left.trim() === '' ? left : OMITTED
}

/** The lines of a cell, each so many columns wide; those of a note behind them. */
export function cellLines(cell: CellText | null, note: string | undefined, width: number, chalk: Colours): string[] {
  if (cell === null) return []
  const { text, marks, direction } = cell
  const paint = painter(marks, chalk)
  const lines = wrapped(text.trimEnd(), width).map(line =>
    placed(isolated(paint(line), direction), columnsIn(line), width, direction),
  )
  const notes = note === undefined ? [] : wrapped(`(${note})`, width)
  return [...lines, ...notes.map(line => placed(chalk.dim(plain(line)), columnsIn(line), width, direction))]
}

/** Text of a right-to-left document stands at the right edge of its column, in every terminal. */
function placed(text: string, columns: number, width: number, direction: 'ltr' | 'rtl'): string {
  const rest = blanks(width - columns)
  return direction === 'rtl' ? rest + text : text + rest
}

const plain = (clusters: readonly Cluster[]) => clusters.map(({ shown }) => shown).join('')

/** Paints lines, which come in their order, with what is marked in them. */
function painter(marks: readonly Mark[], chalk: Colours): (line: readonly Cluster[]) => string {
  let next = 0
  const markAt = ({ start, end }: Cluster): Mark | null => {
    while (next < marks.length && marks[next]!.end <= start) next++
    return next < marks.length && marks[next]!.start < end ? marks[next]! : null
  }
  return line => {
    const runs: { readonly mark: Mark | null; readonly clusters: Cluster[] }[] = []
    for (const cluster of line) {
      const mark = markAt(cluster)
      if (runs.at(-1)?.mark === mark) runs.at(-1)!.clusters.push(cluster)
      else runs.push({ mark, clusters: [cluster] })
    }
    return runs.map(({ mark, clusters }) => colourOf(mark, chalk)(plain(clusters))).join('')
  }
}

const colourOf = (mark: Mark | null, chalk: Colours) =>
  mark === null ? (text: string) => text : mark.isMended ? chalk.green.underline : chalk.red.underline
