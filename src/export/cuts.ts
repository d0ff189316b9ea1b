/**
 * Blocks cut into the sentences that the alignment knows, so that documents can be written out with something for its
 * links to point at. What no segment covers is a sentence of its own: the cuts of a block hold all of it but blanks.
 */
import type { Block, RecordUnit, Span } from '../model.js'

/** The sentences of a block: offsets in its text, in order, none of them blank. */
export interface Cut {
  readonly spans: readonly Span[]
  /** The number, from 0, of the span that begins at an offset. */
  readonly numbers: ReadonlyMap<number, number>
}

/** By block id. */
export type Cuts = ReadonlyMap<string, Cut>

/** The cuts of blocks, where the segments of units say. */
export function cutsOf(units: readonly RecordUnit[], blocks: readonly Block[]): Cuts {
  const parts = new Map<string, Span[]>(blocks.map(({ id }) => [id, []]))
  for (const { segments } of units)
    for (const segment of segments)
      for (const { block, start, end } of Object.values(segment).flat()) parts.get(block)?.push({ start, end })
  return new Map(
    blocks.map(({ id, text }) => {
      const spans = cut(text, parts.get(id)!)
      return [id, { spans, numbers: new Map(spans.map(({ start }, i) => [start, i])) }]
    }),
  )
}

function cut(text: string, parts: readonly Span[]): Span[] {
  const cuts: Span[] = []
  const push = (start: number, end: number) => {
    if (text.slice(start, end).trim() !== '') cuts.push({ start, end })
  }
  let at = 0
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue
    push(at, start)
    push(start, end)
    at = end
  }
  push(at, text.length)
  return cuts
}
