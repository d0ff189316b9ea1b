/**
 * Units that can be exported. A record may keep its schema and still hold a unit that says nothing, or that points at
 * blocks which are not there; written out it would be an empty or a wrong translation.
 */
import type { Block, RecordUnit, ReleaseRecord } from '../model.js'

/** The record without such units, and for each of them what is wrong, beginning with its id. */
export function soundUnits(record: ReleaseRecord): { readonly record: ReleaseRecord; readonly problems: string[] } {
  const blocks = new Map(record.documents.map(({ id, blocks }) => [id, new Map(blocks.map(b => [b.id, b]))]))
  const problems: string[] = []
  const units = record.alignment.units.filter(unit => {
    const problem = problemOf(unit, blocks)
    if (problem !== null) problems.push(`unit ${unit.id}: ${problem}`)
    return problem === null
  })
  return { record: problems.length === 0 ? record : { ...record, alignment: { ...record.alignment, units } }, problems }
}

type Blocks = ReadonlyMap<string, ReadonlyMap<string, Block>>

function problemOf({ blocks, segments }: RecordUnit, known: Blocks): string | null {
  let hasText = false
  for (const [document, ids] of Object.entries(blocks)) {
    for (const id of ids) {
      const block = known.get(document)?.get(id)
      if (!block) return `document "${document}" has no block "${id}"`
      hasText ||= block.text.trim() !== ''
    }
  }
  if (!hasText) return 'it has no text'
  for (const [document, parts] of segments.flatMap(segment => Object.entries(segment))) {
    for (const { block, start, end } of parts) {
      const text = known.get(document)?.get(block)?.text
      if (text === undefined) return `document "${document}" has no block "${block}"`
      if (start > end || end > text.length) return `${start} to ${end} does not lie in block "${block}"`
    }
  }
  return null
}
