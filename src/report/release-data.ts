/**
 * The rows of a release side by side, and what the script of its page is given to write decisions with: hashes and places
 * in decoded texts.
 */
import type { DocumentRepair, NullLink, RecordUnit, ReleaseRecord, RepairKind, Span } from '../model.js'

/** A unit, or a block that stands alone. */
export type Row = { readonly unit: RecordUnit } | { readonly alone: NullLink; readonly document: string }

/**
 * Every unit and every block in no unit is one row: units in reading order, and each block that is in none behind the row of
 * the block before it in its own document.
 */
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

/** A repair as a list: start, end, before, after, kind. */
export type RepairData = readonly [start: number, end: number, before: string, after: string, kind: RepairKind]

/** Blocks of a document, which is named by its number: the spans of each. */
export type RowData = readonly [document: number, blocks: readonly (readonly Span[])[]]

export interface ReleaseData {
  readonly id: string
  readonly generator: string
  readonly documents: readonly {
    readonly id: string
    readonly sha256: string
    readonly repairs: readonly RepairData[]
  }[]
  /** The blocks of each row of the table. */
  readonly rows: readonly (readonly RowData[])[]
  /** The document of another release that this one is most like. */
  readonly nearest: string | null
}

/** The data of a page. */
export function releaseData(record: ReleaseRecord): ReleaseData {
  const { id, generator, documents, nearest } = record
  const spans = new Map(documents.flatMap(d => d.blocks.map(block => [block.id, block.spans] as const)))
  const numbers = new Map(documents.map((d, i) => [d.id, i]))
  const decided = (document: string, blocks: readonly string[]): RowData => [
    numbers.get(document)!,
    blocks.map(block => spans.get(block)!.map(plain)),
  ]
  const rows = rowsOf(record).map(row =>
    'alone' in row
      ? [decided(row.document, [row.alone.block])]
      : Object.entries(row.unit.blocks).map(([document, blocks]) => decided(document, blocks)),
  )
  return {
    id,
    generator: generator.version,
    documents: documents.map(d => ({ id: d.id, sha256: d.sha256, repairs: d.repairs.map(repairData) })),
    rows,
    nearest: nearest?.sha256 ?? null,
  }
}

const plain = ({ start, end }: Span): Span => ({ start, end })

const repairData = ({ start, end, before, after, kind }: DocumentRepair): RepairData => [
  start,
  end,
  before,
  after,
  kind,
]
