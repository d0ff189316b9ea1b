/**
 * Parquet, for DuckDB, pandas, Polars and Spark: a row for each text of a unit. Long, and not a column a language: so
 * every corpus has the same columns, files of several runs are one table, versions of a text have room, and each text has
 * its document beside it. What repeats from row to row is in the dictionaries of its column, and costs next to nothing; a pair
 * of languages is a join over `release` and `unit`. Written by hyparquet-writer, an optional dependency that is loaded
 * when it is needed; the only door to it.
 */
import { UserError } from '../errors.js'
import type { Document, ReleaseRecord } from '../model.js'
import { type Counts, type MakeWriter, type Piece, type Settings, wellFormed } from './format.js'
import { type Cell, editionsOf, type Row, rowsOf } from './rows.js'

/** What waits until it is a row group: more rows read faster, and take more memory. */
const GROUP_ROWS = 100_000
const GROUP_CHARACTERS = 2 ** 24

const DAY = 86_400_000 // ms

interface Source {
  readonly record: ReleaseRecord
  readonly document: Document
  readonly row: Row
  readonly cell: Cell
}

type Value = string | number | null | readonly string[]

/** The columns: `?` may be null, `[]` is a list of strings. */
const COLUMNS: readonly (readonly [name: string, type: ColumnType, value: (source: Source) => Value])[] = [
  ['release', 'string', ({ record }) => record.id],
  ['issued', 'string?', ({ record }) => record.issued?.date ?? null], // as far as it is known: 2026-03
  ['issued_on', 'date?', ({ record }) => dayOf(record)],
  ['issuer', 'string?', ({ record }) => record.issuer],
  ['wire', 'string?', ({ record }) => record.wire],
  ['unit', 'string', ({ row }) => row.unit],
  ['segment', 'int?', ({ row }) => row.segment],
  ['kind', 'string', ({ row }) => row.kind],
  ['confidence', 'double', ({ row }) => row.confidence],
  ['document', 'string', ({ document }) => document.id],
  ['language', 'string', ({ document }) => document.language.tag],
  ['path', 'string', ({ document }) => document.path],
  ['sha256', 'string', ({ document }) => document.sha256],
  ['blocks', 'string[]', ({ cell }) => [...new Set(cell.parts.map(({ block }) => block))]],
  ['text', 'string', ({ cell }) => cell.text],
]

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  'string?': { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  'date?': { type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
  'int?': { type: 'INT32', repetition_type: 'OPTIONAL' },
  double: { type: 'DOUBLE', repetition_type: 'REQUIRED' },
  'string[]': { converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
} as const

type ColumnType = keyof typeof TYPES

/** A list has its elements two levels below (Parquet, "LogicalTypes", Lists). */
const ELEMENTS = [
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', ...TYPES.string },
] as const

const SCHEMA = [
  { name: 'schema', num_children: COLUMNS.length },
  ...COLUMNS.flatMap(([name, type]) => [{ name, ...TYPES[type] }, ...(type === 'string[]' ? ELEMENTS : [])]),
]

/** The writer of a file. A promise, which fails with a UserError where hyparquet-writer is not installed. */
export const parquet: MakeWriter = async (settings, counts) => {
  const { add, end } = await fileOf(settings)
  return {
    *add(record) {
      const editions = editionsOf(record, settings, counts)
      for (const row of rowsOf(record, editions, settings, counts)) {
        counts.rows++
        for (const document of editions) {
          const cell = row.cells.get(document.id)
          if (cell) yield* add(valuesOf({ record, document, row, cell }, counts))
        }
      }
    },
    end,
  }
}

const valuesOf = (source: Source, counts: Counts): Value[] =>
  COLUMNS.map(([, , value]) => {
    const own = value(source)
    return typeof own === 'string' ? wellFormed(own, counts) : own
  })

/** Rows become row groups; the bytes of each are handed on. */
async function fileOf(settings: Settings) {
  const { ByteWriter, ParquetWriter } = await load()
  const bytes = new ByteWriter()
  const { name, version } = settings.tool
  const { level, minConfidence, versions, languages } = settings
  const file = new ParquetWriter({
    writer: bytes,
    schema: SCHEMA,
    createdBy: `${name} version ${version}`,
    kvMetadata: [{ key: name, value: JSON.stringify({ version, level, minConfidence, versions, languages }) }],
  })
  let columns: Value[][] = COLUMNS.map(() => [])
  let [rows, characters] = [0, 0]
  const taken = (): Piece => {
    const content = bytes.getBytes().slice()
    bytes.index = 0
    return { file: '', content }
  }
  const group = (): Piece => {
    const columnData = COLUMNS.map(([name, type], i) => ({ name, data: columns[i]!, ...encodingOf(name, type) }))
    file.write({ columnData, rowGroupSize: rows })
    columns = COLUMNS.map(() => [])
    rows = characters = 0
    return taken()
  }
  return {
    *add(values: readonly Value[]): Generator<Piece> {
      for (const [i, value] of values.entries()) columns[i]!.push(value)
      characters += (values.at(-1) as string).length
      if (++rows >= GROUP_ROWS || characters >= GROUP_CHARACTERS) yield group()
    },
    *end(): Generator<Piece> {
      if (rows > 0) yield group()
      file.finish()
      yield file.row_groups.length > 0 ? taken() : withGroupsOfStructs(taken())
    },
  }
}

/** The number of rows, 0, and the list of row groups that follows it; its last byte is the length and type of the list. */
const NO_GROUPS = Uint8Array.of(0x16, 0x00, 0x19, 0x00)
const STRUCTS = 0x0c

/**
 * hyparquet-writer gives an empty list no type (Thrift, compact protocol); strict readers, such as that of
 * Apache Arrow in Rust, want that of row groups.
 */
function withGroupsOfStructs({ file, content }: Piece): Piece {
  const bytes = Buffer.from(content)
  const at = bytes.indexOf(NO_GROUPS)
  if (at >= 0) bytes[at + NO_GROUPS.length - 1] = STRUCTS
  return { file, content: bytes }
}

/** Names and hashes stand in many rows, which the package does not always see; texts it may judge by itself. */
const encodingOf = (name: string, type: ColumnType) =>
  name !== 'text' && (type === 'string' || type === 'string?') ? ({ encoding: 'RLE_DICTIONARY' } as const) : {}

async function load() {
  try {
    return await import('hyparquet-writer')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    const how = 'npm install hyparquet-writer (with -g, where parawire was installed so)'
    throw new UserError(`format parquet needs a package that is not installed: ${how}`, { cause })
  }
}

/** Days since 1970 where the day is known. */
function dayOf({ issued }: ReleaseRecord): number | null {
  const days = issued?.precision === 'day' ? Date.parse(issued.date) / DAY : Number.NaN
  return Number.isInteger(days) ? days : null
}
