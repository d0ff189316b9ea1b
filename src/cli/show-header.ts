/** What stands above the rows of a release: what it is called, when and by whom, its files, and what is odd about it. */
import type { Document, ReleaseRecord, Warning } from '../model.js'
import { languageName, titleOf } from '../report/words.js'
import { printable } from './io.js'
import { type Colours, count, isLayout } from './report.js'
import { isolated } from './terminal.js'
import { cut, cutMiddle, padded, widthOf } from './width.js'
import { wrapped } from './wrap.js'

const GAP = '  '
/** A path is not cut to less. */
const LEAST_PATH = 16

/** The lines, an empty one last; `hints` are lines for who would have it otherwise. */
export function documentRows(record: ReleaseRecord, width: number, hints: readonly string[], chalk: Colours): string[] {
  const { id, issued, issuer, wire, languages, alignment } = record
  const title = titleOf(record)
  const facts = [issued?.date, issuer, wire, count(languages.length, 'language'), count(alignment.units.length, 'unit')]
  const alone = alignment.unaligned.length
  const all = [...facts, alone > 0 ? `${count(alone, 'block')} alone` : null].filter(fact => fact != null)
  return [
    ...linesOf(title.text, width).map(line => chalk.bold(isolated(line, title.dir))),
    ...linesOf(all.join(' · '), width).map(line => isolated(line, 'ltr')),
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

/** A line for each document; the path has what room is left. */
function files({ documents, versions }: ReleaseRecord, width: number, chalk: Colours): string[] {
  const kinds = new Map(versions.map(own => [own.document, `${own.kind} of ${own.versionOf}`]))
  const rows = documents.map(document => [
    printable(document.id),
    languageName(document.language.tag),
    printable(document.charset.name),
    [kinds.get(document.id), ...damageOf(document)].filter(Boolean).join(', '),
  ])
  const widthAt = (i: number) => Math.max(...rows.map(row => widthOf(row[i]!)))
  const [ids, names, charsets, notes] = [0, 1, 2, 3].map(widthAt) as [number, number, number, number]
  const fixed = ids + names + charsets + 3 * GAP.length
  const longest = Math.max(...documents.map(({ path }) => widthOf(path)))
  const room = Math.max(LEAST_PATH, Math.min(longest, width - fixed - notes - GAP.length))
  return rows.map(([id, name, charset, note], i) => {
    const path = isolated(cutMiddle(documents[i]!.path, room), 'ltr')
    const shownPath = path + ' '.repeat(Math.max(0, room - widthOf(cutMiddle(documents[i]!.path, room))))
    const head = [padded(id!, ids), padded(name!, names), shownPath, padded(charset!, charsets)].join(GAP)
    const left = width - fixed - room - GAP.length
    return `${head}${left > 3 ? GAP + chalk.dim(cut(note!, left)) : ''}`.trimEnd()
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
