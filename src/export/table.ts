/**
 * Plain lines. Tables of rows have a column for each text (`de`, `und`, `und-2`): CSV (RFC 4180), and TSV (as IANA has it: no
 * quoting, so a tab or line end in a cell becomes a blank). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, in both. Beside them the pair of files that Moses reads, and a corpus in figures.
 */
import { addTo, figuresOf, type Sums } from '../releases/figures.js'
import { type Counts, type MakeWriter, one } from './format.js'
import { documentsOf, placedEditions, rowsOf } from './rows.js'

/**
 * What spreadsheets begin a formula with, full-width forms too (OWASP, "CSV Injection"; the tab and the carriage return
 * that it names besides never begin a text, which has no blanks around it). A cell that already has apostrophes before
 * such a sign gets one more, so that taking one away always gives the text.
 */
const FORMULA = /^'*[=+\-@\uff0b\uff0d\uff1d\uff20]/
/** All that some program takes for the end of a line or a cell, with the blanks around it. */
const BREAKS = /[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

/** A text on one line. */
const onOneLine = (text: string) => text.replace(BREAKS, ' ').trim()

/** The same, counted where it changes a text. */
const flattening =
  (counts: Counts): Cell =>
  text => {
    const flat = onOneLine(text)
    if (flat !== text.trim()) counts.flattened++
    return flat
  }

/** The columns before those of the texts. */
const LEADING = ['release', 'unit', 'kind', 'confidence']

type Cell = (text: string) => string

/** The writer of a table: a text is first made flat, then harmless, then a `cell`. */
const table =
  (separator: string, lineEnd: string, flatten: (counts: Counts) => Cell, cell: Cell): MakeWriter =>
  (settings, counts) => {
    const names = settings.languages ?? []
    const flat = flatten(counts)
    const line = (cells: readonly string[]) => {
      const safe = cells.map(text => harmless(flat(text), counts))
      return one(safe.map(cell).join(separator) + lineEnd)
    }
    return {
      *begin() {
        if (settings.forExcel) yield one('\ufeff')
        yield line([...LEADING, ...names])
      },
      *add(record) {
        const editions = placedEditions(record, settings, counts)
        const ids = new Map(editions.map(({ name, document }) => [name, document.id]))
        const documents = editions.map(({ document }) => document)
        for (const { id, kind, confidence, cells } of rowsOf(record, documents, settings, counts)) {
          counts.rows++
          const texts = names.map(name => cells.get(ids.get(name) ?? '')?.text ?? '')
          yield line([record.id, id, kind, String(confidence), ...texts])
        }
      },
    }
  }

function harmless(text: string, counts: Counts): string {
  if (!FORMULA.test(text)) return text
  counts.formulas++
  return `'${text}`
}

/** Quoted where RFC 4180 asks for it. */
const quoted: Cell = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The writer of CSV. */
export const csv = table(',', '\r\n', () => text => text.trim(), quoted)

/** The writer of TSV. */
export const tsv = table('\t', '\n', flattening, text => text)

/**
 * The writer of the format of Moses, and of most corpora for machine translation: a plain file for each text of a pair,
 * where lines of one number say the same thing. What has no text in one of them is in neither, and no line is empty. The
 * files are called by the names of the texts, which are mostly languages.
 */
export const moses: MakeWriter = (settings, counts) => {
  const pair = settings.languages ?? []
  const flat = flattening(counts)
  return {
    begin: () => pair.map(file => ({ file, content: '' })),
    *add(record) {
      const editions = placedEditions(record, settings, counts)
      const documents = editions.map(({ document }) => document)
      for (const { cells } of rowsOf(record, documents, settings, counts)) {
        const texts = documents.flatMap(({ id }) => cells.get(id)?.text ?? [])
        if (texts.length < pair.length) continue
        const lines = texts.map(flat)
        if (lines.includes('')) continue
        counts.rows++
        yield* editions.map(({ name }, i) => ({ file: name, content: `${lines[i]}\n` }))
      }
    },
  }
}

/**
 * The writer of a corpus in figures (TSV), with a line for each: what is counted, of which language (`*` is all), under which
 * name, and the number. Kept in memory are the sums alone. Every document counts, versions too.
 */
export const stats: MakeWriter = ({ languages }, counts) => {
  const sums: Sums = new Map()
  return {
    begin: () => [one('what\tlanguage\tname\tcount\n')],
    add: record => {
      const documents = documentsOf(record, { languages })
      for (const figure of figuresOf(record, documents)) addTo(sums, figure)
      counts.documents += documents.length
      return []
    },
    end: () => linesOf(sums).map(one),
  }
}

const linesOf = (sums: Sums): string[] =>
  [...sums]
    .flatMap(([what, names]) =>
      [...names].flatMap(([name, languages]) =>
        [...languages].map(([language, count]) => `${[what, language, name].map(onOneLine).join('\t')}\t${count}\n`),
      ),
    )
    .sort()
