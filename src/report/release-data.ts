/** What the script of a release's page is given to write decisions with: hashes and places in decoded texts. */
import type { DocumentRepair, ReleaseRecord, RepairKind, Span } from '../model.js'
import { rowsOf } from './rows.js'

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
