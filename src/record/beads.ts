/** The pairwise beads of a record: blocks that share a segment belong together, every other block stands alone. */
import type { Bead, ReleaseRecord, Segment } from '../model.js'
import { beadsOf } from '../releases/beads.js'

/** Beads of documents `a` and `b`, which the record has: numbers of blocks in each. */
export function recordBeads(record: ReleaseRecord, a: string, b: string): Bead[] {
  const numbers = new Map(record.documents.flatMap(d => d.blocks.map((block, i) => [block.id, i] as const)))
  const count = (id: string) => record.documents.find(d => d.id === id)!.blocks.length
  const segments = record.alignment.units.flatMap(unit =>
    unit.segments.map(
      (segment): Segment =>
        Object.fromEntries(
          Object.entries(segment).map(([d, parts]) => [
            d,
            parts.map(({ block, start, end }) => ({ paragraph: numbers.get(block)!, start, end })),
          ]),
        ),
    ),
  )
  return beadsOf(segments, a, b, count(a), count(b))
}
