/** The public functions on records: what they leave out, say otherwise, or are written as. */
import { check as checkRecord } from '../check/check.js'
import { textOfBlocks } from '../edits/block-text.js'
import { undoRepairs } from '../edits/edits.js'
import { UserError } from '../errors.js'
import {
  byName,
  type Counts,
  type ExportSettings,
  exportPieces,
  formatNamed,
  namesIn,
  noCounts,
  type Piece,
  type Records,
  settingsOf,
} from '../export/export.js'
import { packOf, packs } from '../languages/index.js'
import type { Bead, Document, Finding, ReleaseRecord } from '../model.js'
import { generator, recordBeads } from '../record/record.js'

/**
 * The exact pairwise beads of two documents of a record: numbers of blocks in each, one-sided beads with one block.
 * @throws UserError for a document id that the record has not
 */
export function beads(record: ReleaseRecord, a: string, b: string): Bead[] {
  for (const id of [a, b]) {
    if (!record.documents.some(d => d.id === id)) {
      throw new UserError(`the record has no document "${id}"; it has ${record.documents.map(d => d.id).join(', ')}`)
    }
  }
  return recordBeads(record, a, b)
}

/** The decoded text of a document's file, as it was before any repair. */
export function originalText(document: Pick<Document, 'blocks' | 'repairs'>): string {
  return undoRepairs(textOfBlocks(document.blocks), document.repairs)
}

/**
 * What the translations of a release disagree on: numbers, dates, names, addresses, and what some of them lack. Each
 * finding has a `code`, the `unit` or `blocks`, per document what it says and where (UTF-16 offsets in the block's text),
 * and the `minority`: documents that the others outvote, where three or more vote. Never throws for a valid record; a
 * release in one language gives nothing.
 */
export function check(record: ReleaseRecord): Finding[] {
  return checkRecord(record, packOf)
}

/** What an export can be told. */
export interface ExportOptions extends ExportSettings {
  /** Called once, when all is written: what was, and what was left out or altered on the way. */
  readonly onCounts?: (counts: Readonly<Counts>) => void
}

/**
 * Write records as TMX, CSV, Parquet, ninjs, ...: the pieces of the export, to be appended in their order, each to its
 * `file`. That is '' for formats that are a single file, so the `content` of all pieces is that file; for `xces` and
 * `text` a path below a folder, with `/`; for `moses` the name of the text, which is mostly its language. Records come one by one and none is kept. They are
 * taken as they are: `parawire export` checks them before.
 * @throws UserError at once for options that do not go together, and where a format must know its languages: name
 *   them, or give an array; later where hyparquet-writer, which `parquet` needs, is not installed
 */
export function exportRecords(records: Records, options: ExportOptions): AsyncGenerator<Piece, void, undefined> {
  const format = formatNamed(options.format)
  const settings = settingsOf(options, [...packs.map(({ tag }) => tag), 'und'], generator)
  if (settings.languages !== null || format.languages !== 'known') return pieces(settings)
  if (!Array.isArray(records))
    throw new UserError(`format ${options.format} must know its languages before the first record: name them`)
  const all = records as readonly ReleaseRecord[]
  return pieces({ ...settings, languages: [...new Set(all.flatMap(namesIn))].sort(byName) })

  async function* pieces(known: typeof settings): AsyncGenerator<Piece, void, undefined> {
    const counts = noCounts()
    yield* exportPieces(records, format, known, counts)
    options.onCounts?.(counts)
  }
}
