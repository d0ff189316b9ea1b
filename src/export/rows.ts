/**
 * A release as rows of texts that say the same thing: its units, or the segments inside them. A row has a text in two of
 * the exported documents at least; what only one of them says is no translation and in no row, nor is a text that was left in
 * another language than the rest of its document.
 */
import type { Block, BlockKind, Document, RecordPart, ReleaseRecord } from '../model.js'
import type { Counts, Settings } from './format.js'

/** What one document says; `parts` are where it stands there. */
export interface Cell {
  readonly text: string
  readonly parts: readonly RecordPart[]
}

export interface Row {
  /** That of the unit (`u3`); of a segment with its number behind it, from 1 (`u3.2`). */
  readonly id: string
  readonly unit: string
  /** Its number in the unit, from 1; null of a whole unit. */
  readonly segment: number | null
  readonly kind: BlockKind
  /** That of the unit, 0 to 1. */
  readonly confidence: number
  /** By document id, in the order of the editions; never a blank text. */
  readonly cells: ReadonlyMap<string, Cell>
}

type Parts = Readonly<Record<string, readonly RecordPart[]>>
type Blocks = ReadonlyMap<string, Block>

/** The rows in reading order; `editions` are documents of the record. */
export function* rowsOf(
  { alignment }: Pick<ReleaseRecord, 'alignment'>,
  editions: readonly Document[],
  { level, minConfidence }: Pick<Settings, 'level' | 'minConfidence'>,
  counts: Counts,
): Generator<Row> {
  const known: Blocks = new Map(editions.flatMap(({ blocks }) => blocks.map(block => [block.id, block] as const)))
  const whole = (block: string): RecordPart => ({ block, start: 0, end: known.get(block)?.text.length ?? 0 })
  for (const { id: unit, kind, confidence, blocks, segments } of alignment.units) {
    if (confidence < minConfidence) continue
    const all: readonly Parts[] =
      level === 'segment'
        ? segments
        : [Object.fromEntries(Object.entries(blocks).map(([id, own]) => [id, own.map(whole)]))]
    for (const [i, parts] of all.entries()) {
      const cells = cellsOf(parts, editions, known, counts)
      const segment = level === 'segment' ? i + 1 : null
      const id = segment === null ? unit : `${unit}.${segment}`
      if (cells.size > 1) yield { id, unit, segment, kind, confidence, cells }
    }
  }
}

function cellsOf(parts: Parts, editions: readonly Document[], known: Blocks, counts: Counts): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const { id } of editions) {
    const own = Object.hasOwn(parts, id) ? parts[id]! : []
    const text = textOf(own, known)
    if (text === '') continue
    // A block names a language only where it is not the document's.
    if (own.every(({ block }) => known.get(block)?.language !== undefined)) counts.foreign++
    else cells.set(id, { text, parts: own })
  }
  return cells
}

/** Parts of one block with a blank between them where they leave something out; blocks on lines of their own. */
function textOf(parts: readonly RecordPart[], known: Blocks): string {
  let text = ''
  let last: RecordPart | undefined
  for (const part of parts) {
    const block = known.get(part.block)?.text ?? ''
    if (last && last.block !== part.block) text += '\n'
    else if (last) {
      const between = block.slice(last.end, part.start)
      text += last.end <= part.start && between.trim() === '' ? between : ' '
    }
    text += block.slice(part.start, part.end)
    last = part
  }
  return text.trim()
}
