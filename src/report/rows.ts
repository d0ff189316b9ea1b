/**
 * The rows of a release side by side: its units in reading order, and between them the blocks that are in no unit, each
 * where it stands in its own document: behind the row of the block before it.
 */
import type { NullLink, RecordUnit, ReleaseRecord } from '../model.js'

export type Row = { readonly unit: RecordUnit } | { readonly alone: NullLink; readonly document: string }

/** Every unit and every block in no unit is one row. */
export function rowsOf({ documents, alignment: { units, unaligned } }: ReleaseRecord): Row[] {
  const rowOf = new Map(units.flatMap(({ blocks }, i) => Object.values(blocks).flatMap(ids => ids.map(id => [id, i]))))
  const links = new Map(unaligned.map(link => [link.block, link]))
  const behind = new Map<number, Row[]>()
  for (const { id: document, blocks } of documents) {
    let row = BEFORE_ALL
    for (const { id } of blocks) {
      row = rowOf.get(id) ?? row
      const alone = links.get(id)
      if (!alone || rowOf.has(id)) continue
      const list = behind.get(row)
      if (list) list.push({ alone, document })
      else behind.set(row, [{ alone, document }])
    }
  }
  return [...(behind.get(BEFORE_ALL) ?? []), ...units.flatMap((unit, i) => [{ unit }, ...(behind.get(i) ?? [])])]
}

const BEFORE_ALL = -1
