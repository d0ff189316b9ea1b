/**
 * A release for a terminal: what it is, its files, and its rows as they were aligned; a column for each text where there is
 * room for all of them, else the texts of a row one under another.
 *
 *     ─ da ───────────────────────┼─ de ───────────────────────┼─ he ──────────── u8 0.98 ─
 *      Vadehavet: I de hollandske │ Wattenmeer: In den nieder- │         ים ואדן: בתעלות
 */
import { UserError } from '../../errors.js'
import type { Document, ReleaseRecord } from '../../model.js'
import { type Colours, isLayout } from '../report.js'
import { blanks, padded } from '../terminal/width.js'
import { cellLines, type Said, saidBy } from './show-cells.js'
import { documentRows } from './show-header.js'
import { type ShownRow, shownRows } from './show-rows.js'

/** What was asked for. */
export interface Wish {
  readonly width: number
  readonly level: 'unit' | 'segment'
  /** Tags or document ids; null for all. */
  readonly languages: readonly string[] | null
}

/** A column is not narrower: German has words of so many letters. */
const LEAST_COLUMN = 24
const BETWEEN = ' │ '

/** All of it, ending in a line end. Throws a UserError where a language was named that it does not have. */
export function releaseText(record: ReleaseRecord, wish: Wish, chalk: Colours): string {
  const documents = documentsOf(record, wish.languages)
  const said = new Map(documents.map(document => [document.id, saidBy(document)]))
  const columns = Math.floor((wish.width + BETWEEN.length) / documents.length) - BETWEEN.length
  const isStacked = documents.length > 1 && columns < LEAST_COLUMN
  const needed = documents.length * (LEAST_COLUMN + BETWEEN.length) - BETWEEN.length
  const hints = [
    ...(isStacked ? [`side by side from ${needed} columns on${twoAlone(documents)}`] : []),
    ...(chalk.level > 0 && documents.some(isMarked) ? [LEGEND] : []),
  ]
  const rows = shownRows(record, documents, wish.level)
  const body = rows.flatMap(row => {
    const texts = documents.map(({ id }): Said | null => (row.cells.has(id) ? said.get(id)!(row.cells.get(id)!) : null))
    return isStacked
      ? stacked(row, texts, documents, wish.width, chalk)
      : sideBySide(row, texts, documents, widthsOf(documents.length, wish.width), chalk)
  })
  return [...documentRows(record, wish.width, hints, chalk), ...body].map(line => `${line}\n`).join('')
}

const LEGEND = 'green: repaired; red: seen to be damaged, and left'

const isMarked = ({ repairs, unrepaired }: Document) =>
  unrepaired.length > 0 || repairs.some(({ kind }) => !isLayout(kind))

/** How to have two of them alone, where there are names for that: a tag names all texts of its language. */
function twoAlone(documents: readonly Document[]): string {
  const isOne = ({ id, language: { tag } }: Document) =>
    id !== tag || documents.filter(own => own.language.tag === tag).length === 1
  const [one, other] = documents.filter(isOne)
  return one && other ? `, or with --languages ${one.id},${other.id}` : ''
}

function documentsOf({ id, documents }: ReleaseRecord, wish: Wish['languages']): Document[] {
  if (wish === null) return [...documents]
  const named = wish.flatMap(name => {
    const own = documents.filter(document => document.id === name || document.language.tag === name)
    if (own.length > 0) return own
    const there = documents.map(document => document.id).join(', ')
    throw new UserError(`--languages: release ${id} has no text "${name}"; it has ${there}`)
  })
  return [...new Set(named)]
}

/** As many columns as there are texts, the first ones wider by what is left over. */
function widthsOf(count: number, width: number): number[] {
  const room = width - BETWEEN.length * (count - 1)
  return Array.from({ length: count }, (_, i) => Math.floor(room / count) + (i < room % count ? 1 : 0))
}

function sideBySide(
  row: ShownRow,
  texts: readonly (Said | null)[],
  documents: readonly Document[],
  widths: readonly number[],
  chalk: Colours,
): string[] {
  const cells = texts.map((said, i) => cellLines(said, row.notes.get(documents[i]!.id), widths[i]!, chalk))
  const height = Math.max(...cells.map(({ length }) => length))
  const lines = Array.from({ length: height }, (_, k) =>
    cells.map((own, i) => own[k] ?? blanks(widths[i]!)).join(chalk.dim(BETWEEN)),
  )
  const line = row.isFirst ? '─' : '┄'
  const parts = documents.map(({ id }, i) => {
    const name = row.isFirst ? `${id} ` : ''
    return name + line.repeat(Math.max(0, widths[i]! - name.length))
  })
  return [chalk.dim(withInfo(parts.join(`${line}┼${line}`), row.info, line)), ...lines.map(l => l.trimEnd())]
}

function stacked(
  row: ShownRow,
  texts: readonly (Said | null)[],
  documents: readonly Document[],
  width: number,
  chalk: Colours,
): string[] {
  const gutter = Math.max(...documents.map(({ id }) => id.length)) + 2
  const lines = documents.flatMap(({ id }, i) => {
    const said = texts[i]!
    if (said === null) return []
    return cellLines(said, row.notes.get(id), width - gutter, chalk).map(
      (line, k) => (k === 0 ? chalk.dim(padded(id, gutter)) : blanks(gutter)) + line.trimEnd(),
    )
  })
  const line = row.isFirst ? '─' : '┄'
  return [chalk.dim(withInfo(line.repeat(width), row.info, line)), ...lines]
}

/** The line above a row with what there is to say of it at its end; the last of it goes where the line is too short. */
function withInfo(rule: string, info: readonly string[], line: string): string {
  const room = LEAST_COLUMN - 6
  const kept = info.filter((_, i) => info.slice(0, i + 1).join(' ').length <= room).join(' ')
  return kept === '' ? rule : `${rule.slice(0, rule.length - kept.length - 3)} ${kept} ${line}`
}
