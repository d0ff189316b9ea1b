/**
 * The releases of a corpus, a line each: the beginning of the id, the date, languages, units, warnings, and what it is
 * called, in whatever room is left. And the release among them that is meant by the beginning of its id, or by a file.
 */
import { UserError } from '../../errors.js'
import type { ReleaseRecord } from '../../model.js'
import { titleOf } from '../../report/words.js'
import { printable } from '../io.js'
import { nearest } from '../suggest.js'
import type { Colours } from '../summary.js'
import { aligned, cut, isolated, padded } from '../terminal.js'

/** What a list tells of a release. */
export interface Listed {
  readonly id: string
  readonly date: string
  readonly languages: readonly string[]
  readonly units: number
  readonly warnings: number
  readonly title: { readonly text: string; readonly dir: 'ltr' | 'rtl' }
}

/** So much of an id tells releases apart: of 10,000 two begin alike once in a hundred such corpora. */
const SHORT_ID = 8
/** Where a title would have less room, languages are counted and not named, and columns stand closer. */
const LEAST_TITLE = 24

/** What a list tells of a record. */
export function listedOf(record: ReleaseRecord): Listed {
  const { id, issued, issuer, languages, documents, alignment, warnings } = record
  const { text, dir } = titleOf(record)
  const isNamed = issuer === null || text.includes(issuer) || dir === 'rtl'
  return {
    id,
    date: issued?.date ?? '',
    languages,
    units: alignment.units.length,
    warnings: [warnings, ...documents.map(own => own.warnings)].flat().length,
    title: { text: isNamed ? text : `${issuer}: ${text}`, dir },
  }
}

/** The lines, a heading first; a line that says so where there is no release. */
export function listText(all: readonly Listed[], width: number, chalk: Colours): string {
  if (all.length === 0) return 'no releases\n'
  const wide = rowsOf(all, own => own.languages.map(printable).join(' '), 'languages', '  ')
  const narrow = rowsOf(all, own => String(own.languages.length), 'lang', ' ')
  const { rows, head, gap } = width - wide.head.length >= LEAST_TITLE ? wide : narrow
  const room = width - head.length
  const lines = all.map(({ title }, i) => {
    const text = isolated(cut(title.text, room), title.dir)
    const [id, ...rest] = rows[i]!
    return [chalk.yellow(id), ...rest, text].join(gap).trimEnd()
  })
  return [chalk.dim(`${head}title`), ...lines].map(line => `${line}\n`).join('')
}

/** All but the titles, padded to columns. */
function rowsOf(all: readonly Listed[], languagesOf: (own: Listed) => string, title: string, gap: string) {
  const heads = ['id', 'date', title, 'units', 'warn']
  const isNumber = [false, false, false, true, true]
  const cells = all.map(own => [
    printable(own.id).slice(0, SHORT_ID),
    printable(own.date),
    languagesOf(own),
    String(own.units),
    own.warnings === 0 ? '' : String(own.warnings),
  ])
  const widths = heads.map((head, i) => cells.reduce((most, row) => Math.max(most, row[i]!.length), head.length))
  const shown = (row: readonly string[]) =>
    row.map((cell, i) => (isNumber[i] ? aligned(cell, widths[i]!) : padded(cell, widths[i]!)))
  return { rows: cells.map(shown), head: shown(heads).join(gap) + gap, gap }
}

/** So many releases are named in a complaint. */
const NAMED = 5
/** Columns of a title there. */
const TITLE = 50

interface Candidate {
  readonly id: string
  readonly title: string
}

/** The only release whose id begins so, or that has such a file. Throws a UserError where there is none, or several are meant. */
export async function recordNamed(
  name: string,
  records: AsyncIterable<ReleaseRecord>,
  path: string,
): Promise<ReleaseRecord> {
  const all: Candidate[] = []
  const fitting: Candidate[] = []
  let found: ReleaseRecord | null = null
  for await (const record of records) {
    if (record.id === name) return record
    const candidate = { id: record.id, title: cut(titleOf(record).text, TITLE) }
    all.push(candidate)
    if (!isMeant(record, name)) continue
    fitting.push(candidate)
    found ??= record
  }
  if (found && fitting.length === 1) return found
  if (all.length === 0) throw new UserError(`there is no release in ${path}; give the output of parawire build`)
  if (fitting.length > 1)
    throw new UserError(`"${name}" means ${fitting.length} releases; give a longer id: ${namesOf(fitting)}`)
  const near = nearTo(name.toLowerCase(), all)
  const hint = near.length > 0 ? `; the nearest: ${namesOf(near)}` : ''
  throw new UserError(`no release has a file "${name}" or an id with that prefix; parawire show FILE lists all${hint}`)
}

/** By the beginning of its id, or by the path of a file, or the last parts of one. */
const isMeant = ({ id, documents }: ReleaseRecord, name: string) =>
  name !== '' &&
  (id.startsWith(name.toLowerCase()) || documents.some(({ path }) => path === name || path.endsWith(`/${name}`)))

/** Those whose ids begin most nearly so. */
function nearTo(id: string, all: readonly Candidate[]): Candidate[] {
  const begun = (own: Candidate) => own.id.slice(0, id.length)
  const best = nearest(id, all.map(begun))
  return best === null ? [] : all.filter(own => begun(own) === best)
}

/** As much of each id as tells them apart, and what it is called. */
function namesOf(candidates: readonly Candidate[]): string {
  const ids = candidates.map(({ id }) => id).sort()
  const shared = (a: string, b: string) => [...a].findIndex((char, i) => char !== b[i])
  const length = Math.max(SHORT_ID, ...ids.slice(1).map((id, i) => shared(id, ids[i]!) + 1))
  const named = candidates.slice(0, NAMED).map(({ id, title }) => `${id.slice(0, length)} (${title})`)
  const more = candidates.length - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}
