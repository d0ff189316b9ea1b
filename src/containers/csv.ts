/**
 * Tables: CSV and TSV, a text a row, with the names of the columns in the first line. csv-parse cuts rows and fields, piece by
 * piece; the only door to it. A table that is not UTF-8 is cut as bytes, and the charset of each text is judged as that of any
 * file is; only titles and other facts are read in the charset of the whole.
 * Limits: a quotation mark that is never closed ends the table; names of columns that break over lines are not read.
 */
import { decodeSingleByte, decodeUtf8 } from '../charsets/charset.js'
import { chooseCharset } from '../charsets/charset-choice.js'
import { packs } from '../languages/index.js'
import { type Header, headerAt, headerOf } from './csv-header.js'
import { utf16Of } from './decoded-markup.js'
import { checkFields, type Wanted } from './fields.js'
import { type Opened, type OpenOptions, reasonOf, refused } from './inner.js'
import { hasTags, inUtf8, itemText } from './item-text.js'
import { statedFacts } from './stated-facts.js'

/** Rows are given by the piece. */
const PIECE = 2 ** 16
/** A field takes 3 microseconds (6,700,000: 19 s) and up to 50 bytes. Commas of prose count, of which 32 MB have 500,000. */
const MOST_FIELDS = 2 ** 21
/** Titles are short and few charsets likely. */
const CHARSET_SAMPLE = 2 ** 18

/** A table as bytes; `read` makes a text of a field of `text`, which is one character a byte where it is not UTF-8. */
interface Table {
  readonly bytes: Uint8Array
  readonly encoding: 'utf8' | 'latin1'
  read(field: string): string
}

/** The rows; the first below the header is number 1. */
export async function* openCsv(bytes: Uint8Array, path: string, options: OpenOptions): AsyncGenerator<Opened> {
  const table = tableOf(bytes)
  const start = Buffer.from(table.bytes.subarray(0, PIECE)).toString(table.encoding)
  const header = headerOf(start, options)
  if (header === null)
    return yield refused('', 'UNSUPPORTED_FORMAT', 'the table has no column of texts; name it with --text-field')
  checkFields(header.names, options, path)
  if (countOf(table.bytes, header.delimiter) > MOST_FIELDS)
    return yield refused('', 'TOO_LARGE', `the table has more than ${MOST_FIELDS} fields; split it`)
  let row = -1
  try {
    for await (const cells of rowsOf(table, header.delimiter, headerAt(start))) {
      row++
      if (row > 0) yield rowOf(cells, row, { table, header, path })
    }
  } catch (error) {
    yield refused('', 'UNREADABLE', `the table cannot be read behind row ${Math.max(row, 0)}: ${reasonOf(error)}`)
  }
}

function countOf(bytes: Uint8Array, delimiter: string): number {
  const wanted = delimiter.charCodeAt(0)
  let count = 0
  for (const byte of bytes) if (byte === wanted) count++
  return count
}

function tableOf(bytes: Uint8Array): Table {
  const utf16 = utf16Of(bytes)
  const whole = utf16 === null ? bytes : Buffer.from(new TextDecoder(utf16).decode(bytes), 'utf8')
  const isMarked = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf
  const own = isMarked ? whole.subarray(3) : whole
  if (decodeUtf8(own) !== null) return { bytes: own, encoding: 'utf8', read: field => field }
  const charset = chooseCharset(own.subarray(0, CHARSET_SAMPLE), packs)?.charset ?? 'windows-1252'
  return { bytes: own, encoding: 'latin1', read: field => decodeSingleByte(Buffer.from(field, 'latin1'), charset) }
}

/** The rows, those before an error included: a stream that fails drops what nobody has read yet, so they are taken at once. */
async function* rowsOf({ bytes, encoding }: Table, delimiter: string, from: number): AsyncGenerator<string[]> {
  const { parse } = await import('csv-parse')
  const rows: string[][] = []
  const take = (row: string[]) => {
    rows.push(row)
    return null
  }
  const settings = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  const parser = parse({ ...settings, delimiter, encoding, on_record: take }).on('error', () => {})
  parser.resume()
  for (let at = from; at < bytes.length + PIECE; at += PIECE) {
    const piece = Buffer.from(bytes.subarray(at, at + PIECE))
    const error = await new Promise(done => (piece.length > 0 ? parser.write(piece, done) : parser.end(done)))
    yield* rows.splice(0)
    if (error) throw error
  }
}

interface Place {
  readonly table: Table
  readonly header: Header
  readonly path: string
}

function rowOf(cells: readonly string[], row: number, { table, header, path }: Place): Opened {
  const suffix = `#${row}`
  const cell = (wanted: Wanted) => {
    const name = header.fields[wanted]
    return name === null ? '' : (cells[header.names.indexOf(name)] ?? '')
  }
  const body = cell('text')
  const text = itemText(cell('title'), body, hasTags(body))
  if (text === null) return refused(suffix, 'EMPTY', 'the row has no text')
  const step = { table: path, row }
  const facts = statedFacts({
    title: table.read(cell('title')),
    date: cell('date'),
    language: cell('language'),
    publisher: table.read(cell('publisher')),
    url: cell('url'),
  })
  if (table.encoding === 'utf8') return { suffix, step, facts, ...inUtf8(text) }
  return { suffix, step, facts, bytes: Buffer.from(text.text, 'latin1'), format: text.format }
}
