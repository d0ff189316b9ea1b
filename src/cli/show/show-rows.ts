/** The rows of a release as a terminal shows them: units or segments, and between them the blocks that stand alone. */
import type { Document, RecordPart, RecordUnit, ReleaseRecord } from '../../model.js'
import { languageCount } from '../../releases/versions.js'
import { rowsOf } from '../../report/release-data.js'

/** A row: the parts of each document that has some, what there is to say of the row, and of what a document says in it. */
export interface ShownRow {
  /** Of its unit; the segments behind have a lighter line above them. */
  readonly isFirst: boolean
  /** The most important first. */
  readonly info: readonly string[]
  readonly cells: ReadonlyMap<string, readonly RecordPart[]>
  readonly notes: ReadonlyMap<string, string>
}

/** Units of which the alignment is as sure as this need no figure. */
const SURE = 0.995

/** The rows that hold something of the documents, in reading order. */
export function shownRows(
  record: ReleaseRecord,
  documents: readonly Document[],
  level: 'unit' | 'segment',
): ShownRow[] {
  const blocks = new Map(record.documents.flatMap(own => own.blocks.map(block => [block.id, block] as const)))
  const whole = (id: string): RecordPart => ({ block: id, start: 0, end: blocks.get(id)?.text.length ?? 0 })
  const isShown = new Set(documents.map(({ id }) => id))
  const isMany = languageCount(record.documents, record.versions) > 1
  const rows = rowsOf(record).flatMap((row): ShownRow[] => {
    if ('unit' in row) return ofUnit(row.unit, level, whole)
    const { block, reason, sameAs } = row.alone
    const why = sameAs === undefined ? reason : `${reason}: ${sameAs}`
    const notes = new Map(isMany ? [[row.document, `alone: ${why}`]] : [])
    const kind = blocks.get(block)?.kind ?? ''
    const info = [block, kind === reason ? '' : kindText(kind)].filter(Boolean)
    return [{ isFirst: true, info, cells: new Map([[row.document, [whole(block)]]]), notes }]
  })
  return rows.filter(({ cells }) => [...cells.keys()].some(id => isShown.has(id)))
}

const kindText = (kind: string) => (kind === 'paragraph' ? '' : kind)

function ofUnit(
  { id, kind, confidence, blocks, moved, segments }: RecordUnit,
  level: 'unit' | 'segment',
  whole: (block: string) => RecordPart,
): ShownRow[] {
  const share = confidence < SURE ? confidence.toFixed(2) : ''
  const notes = new Map(moved.map(document => [document, 'moved']))
  if (level === 'unit') {
    const cells = new Map(Object.entries(blocks).map(([document, own]) => [document, own.map(whole)]))
    return [{ isFirst: true, info: [id, share, kindText(kind)].filter(Boolean), cells, notes }]
  }
  return segments.map((parts, i) => ({
    isFirst: i === 0,
    info: [`${id}.${i + 1}`, ...(i === 0 ? [share, kindText(kind)].filter(Boolean) : [])],
    cells: new Map(Object.entries(parts)),
    notes: i === 0 ? notes : new Map<string, string>(),
  }))
}
