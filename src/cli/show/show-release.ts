/**
 * A release for a terminal: what it is, its files, and its rows as they were aligned; a column for each text where there is
 * room for all of them, else the texts of a row one under another.
 *
 *     ─ da ───────────────────────┼─ de ───────────────────────┼─ he ──────────── u8 0.98 ─
 *      Vadehavet: I de hollandske │ Wattenmeer: In den nieder- │         ים ואדן: בתעלות
 */
import { isLayout } from '../../edits/edits.js'
import { UserError } from '../../errors.js'
import type { Document, RecordPart, RecordUnit, ReleaseRecord, Warning } from '../../model.js'
import { languageCount } from '../../releases/versions.js'
import { rowsOf } from '../../report/release-data.js'
import { languageName, titleOf } from '../../report/words.js'
import { printable } from '../io.js'
import { type Colours, count } from '../summary.js'
import { blanks, cut, cutMiddle, isolated, padded, widthOf, wrapped } from '../terminal.js'
import { type CellText, cellLines, cellTextsOf } from './show-cells.js'

/** What was asked for. */
interface View {
  readonly width: number
  readonly level: 'unit' | 'segment'
  /** Tags or document ids; null for all. */
  readonly languages: readonly string[] | null
}

/** A column is not narrower: German has words of so many letters. */
const LEAST_COLUMN = 24
const BETWEEN = ' │ '

/** All of it, ending in a line end. Throws a UserError where a language was named that it does not have. */
export function releaseText(record: ReleaseRecord, view: View, chalk: Colours): string {
  const documents = documentsOf(record, view.languages)
  const textOf = new Map(documents.map(document => [document.id, cellTextsOf(document)]))
  const columns = Math.floor((view.width + BETWEEN.length) / documents.length) - BETWEEN.length
  const isStacked = documents.length > 1 && columns < LEAST_COLUMN
  const needed = documents.length * (LEAST_COLUMN + BETWEEN.length) - BETWEEN.length
  const hints = [
    ...(isStacked ? [`side by side from ${needed} columns on${twoAlone(documents)}`] : []),
    ...(chalk.level > 0 && documents.some(isMarked) ? [LEGEND] : []),
  ]
  const rows = shownRows(record, documents, view.level)
  const body = rows.flatMap(row => {
    const texts = documents.map(({ id }): CellText | null =>
      row.cells.has(id) ? textOf.get(id)!(row.cells.get(id)!) : null,
    )
    return isStacked
      ? stacked(row, texts, documents, view.width, chalk)
      : sideBySide(row, texts, documents, widthsOf(documents.length, view.width), chalk)
  })
  return [...headerLines(record, view.width, hints, chalk), ...body].map(line => `${line}\n`).join('')
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

function documentsOf({ id, documents }: ReleaseRecord, names: View['languages']): Document[] {
  if (names === null) return [...documents]
  const named = names.flatMap(name => {
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
  texts: readonly (CellText | null)[],
  documents: readonly Document[],
  widths: readonly number[],
  chalk: Colours,
): string[] {
  const cells = texts.map((cell, i) => cellLines(cell, row.notes.get(documents[i]!.id), widths[i]!, chalk))
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
  texts: readonly (CellText | null)[],
  documents: readonly Document[],
  width: number,
  chalk: Colours,
): string[] {
  const gutter = Math.max(...documents.map(({ id }) => id.length)) + 2
  const lines = documents.flatMap(({ id }, i) => {
    const cell = texts[i]!
    if (cell === null) return []
    return cellLines(cell, row.notes.get(id), width - gutter, chalk).map(
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

const GAP = '  '
/** A path is not cut to less. */
const LEAST_PATH = 12

/**
 * What stands above the rows of a release: what it is called, when and by whom, its files, and what is odd about it; an empty
 * line last. `hints` are lines for who would have it otherwise.
 */
function headerLines(record: ReleaseRecord, width: number, hints: readonly string[], chalk: Colours): string[] {
  const { id, issued, issuer, wire, documents, versions, alignment } = record
  const title = titleOf(record)
  const languages = languageCount(documents, versions)
  const facts = [issued?.date, issuer, wire, count(languages, 'language'), count(alignment.units.length, 'unit')]
  const alone = alignment.unaligned.length
  const all = [...facts, alone > 0 ? `${count(alone, 'block')} alone` : null].filter(fact => fact != null)
  return [
    ...linesOf(title.text, width).map(line => chalk.bold(isolated(line, title.dir))),
    ...linesOf(all.map(fact => fact.replace(/\s+/g, '\u00a0')).join(' · '), width).map(line => isolated(line, 'ltr')),
    chalk.dim(printable(id)),
    '',
    ...files(record, width, chalk),
    ...oddities(record).flatMap(line => linesOf(line, width).map(own => chalk.yellow(own))),
    ...hints.flatMap(line => linesOf(line, width).map(own => chalk.dim(own))),
    '',
  ]
}

const linesOf = (text: string, width: number) =>
  wrapped(text, width).map(line => line.map(({ shown }) => shown).join(''))

/** A line for each document; what there is to say of it has the room that its path leaves. */
function files({ documents, versions, issuer }: ReleaseRecord, width: number, chalk: Colours): string[] {
  const kinds = new Map(versions.map(own => [own.document, `${own.kind} of ${own.versionOf}`]))
  const rows = documents.map(document => ({
    id: printable(document.id),
    name: languageName(document.language.tag),
    path: document.path,
    note: [
      document.charset.name,
      kinds.get(document.id),
      document.issuer === issuer ? null : document.issuer,
      ...damageOf(document),
    ]
      .filter(Boolean)
      .join(', '),
  }))
  const most = (key: keyof (typeof rows)[number]) => Math.max(...rows.map(row => widthOf(row[key])))
  const [ids, names] = [most('id'), most('name')]
  const left = width - ids - names - 3 * GAP.length
  const room = Math.min(most('path'), Math.max(LEAST_PATH, left - most('note')))
  return rows.map(({ id, name, path, note }) => {
    const shown = cutMiddle(path, room)
    const cells = [padded(id, ids), padded(name, names), isolated(shown, 'ltr') + blanks(room - widthOf(shown))]
    return [...cells, chalk.dim(cut(note, left - room))].join(GAP)
  })
}

function damageOf({ repairs, unrepaired, layout }: Document): string[] {
  const mended = repairs.filter(({ kind }) => !isLayout(kind)).length
  return [
    ...(layout.wrap === 'one-line-paragraphs' ? [] : [layout.wrap]),
    ...(mended > 0 ? [count(mended, 'repair')] : []),
    ...(unrepaired.length > 0 ? [`${unrepaired.length} left damaged`] : []),
  ]
}

/** Warnings, and of a document that is alone what it is most like. */
function oddities({ documents, warnings, nearest }: ReleaseRecord): string[] {
  const own = (id: string, list: readonly Warning[]) => list.map(({ code, message }) => `${id}${code}: ${message}`)
  return [
    ...own('', warnings),
    ...documents.flatMap(({ id, warnings: list }) => own(`${id}: `, list)),
    ...(nearest ? [`nearest: ${nearest.path}, score ${nearest.score.toFixed(2)}, ${nearest.reason}`] : []),
  ]
}

/** A row: the parts of each document that has some, what there is to say of the row, and of what a document says in it. */
interface ShownRow {
  /** Of its unit; the segments behind have a lighter line above them. */
  readonly isFirst: boolean
  /** The most important first. */
  readonly info: readonly string[]
  readonly cells: ReadonlyMap<string, readonly RecordPart[]>
  readonly notes: ReadonlyMap<string, string>
}

/** Units of which the alignment is as sure as this need no figure. */
const SURE = 0.995

/**
 * The rows that hold something of the documents, in reading order: units or segments, and between them the blocks that stand
 * alone.
 */
function shownRows(record: ReleaseRecord, documents: readonly Document[], level: 'unit' | 'segment'): ShownRow[] {
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
