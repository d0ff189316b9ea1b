/** What stands above the rows of a release: what it is called, when and by whom, its files, and what is odd about it. */
import type { Document, ReleaseRecord, Warning } from '../../model.js'
import { languageCount } from '../../releases/versions.js'
import { languageName, titleOf } from '../../report/words.js'
import { printable } from '../io.js'
import { type Colours, count, isLayout } from '../report.js'
import { isolated } from '../terminal/terminal.js'
import { blanks, cut, cutMiddle, padded, widthOf } from '../terminal/width.js'
import { wrapped } from '../terminal/wrap.js'

const GAP = '  '
/** A path is not cut to less. */
const LEAST_PATH = 12

/** The lines, an empty one last; `hints` are lines for who would have it otherwise. */
export function documentRows(record: ReleaseRecord, width: number, hints: readonly string[], chalk: Colours): string[] {
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
function files({ documents, versions }: ReleaseRecord, width: number, chalk: Colours): string[] {
  const kinds = new Map(versions.map(own => [own.document, `${own.kind} of ${own.versionOf}`]))
  const rows = documents.map(document => ({
    id: printable(document.id),
    name: languageName(document.language.tag),
    path: document.path,
    note: [document.charset.name, kinds.get(document.id), ...damageOf(document)].filter(Boolean).join(', '),
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
