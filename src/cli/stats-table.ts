/**
 * The figures of a corpus as a table for people: a line for each thing that is counted, a column for each language and one
 * for all. Where they do not fit beside one another, the languages are taken in several turns.
 */
import { sizeText } from '../ingest/sizes.js'
import { ALL, type Sums } from '../text/figures.js'
import { type Colours, count, isLayout } from './report.js'
import { aligned, blanks, padded } from './width.js'

/** A line: a name, how far it is indented, and what stands in the column of a language, or of all. */
interface Line {
  readonly name: string
  readonly isHead: boolean
  cell(language: string): string
}

/** Between columns. */
const GAP = 2
const NOTHING = '·'

/** The table, ending in a line end. */
export function statsTable(sums: Sums, width: number, chalk: Colours): string {
  const documents = sums.get('documents')?.get('all') ?? new Map<string, number>()
  const tags = [...documents.keys()].sort()
  const releases = sumOf(sums, 'releases', 'all', ALL)
  const title = [count(releases, 'release'), count(sumOf(sums, 'documents', 'all', ALL), 'document')].join(', ')
  const head = `${chalk.bold(`${title} in ${count(tags.length, 'language')}`)}\n`
  return releases === 0 ? head : `${head}\n${turns(linesOf(sums), tags, width, chalk).join('\n')}`
}

/** Of one language, or of all. */
function sumOf(sums: Sums, what: string, name: string, language: string): number {
  const counts = sums.get(what)?.get(name)
  return language === ALL ? [...(counts?.values() ?? [])].reduce((sum, n) => sum + n, 0) : (counts?.get(language) ?? 0)
}

const SECTIONS: readonly (readonly [what: string, title: string, isOwn?: (name: string) => boolean])[] = [
  ['charset', 'charsets'],
  ['layout', 'layouts'],
  ['alone', 'blocks alone'],
  ['repairs', 'repairs', name => !isLayout(name)],
  ['repairs', 'edits of layout', isLayout],
  ['unrepaired', 'damage left'],
  ['warnings', 'warnings'],
  ['units', 'units', name => name !== 'all'],
  ['releases', 'releases', name => name !== 'all'],
  ['pairs', 'pairs'],
  ['discrepancies', 'discrepancies'],
]

function linesOf(sums: Sums): Line[] {
  const number = (what: string, name: string) => (language: string) => shownNumber(sumOf(sums, what, name, language))
  const kinds = [...(sums.get('documents')?.keys() ?? [])].filter(name => name !== 'all').sort()
  return [
    { name: 'documents', isHead: true, cell: number('documents', 'all') },
    ...kinds.map(kind => ({ name: kind, isHead: false, cell: number('documents', kind) })),
    { name: 'size', isHead: true, cell: language => sizeText(sumOf(sums, 'bytes', 'all', language)) },
    { name: 'blocks', isHead: true, cell: number('blocks', 'all') },
    { name: 'aligned', isHead: false, cell: language => share(sums, 'blocks', language) },
    { name: 'characters', isHead: true, cell: number('characters', 'all') },
    { name: 'aligned', isHead: false, cell: language => share(sums, 'characters', language) },
    ...SECTIONS.flatMap(([what, title, isOwn = () => true]) => section(sums, what, title, isOwn)),
  ]
}

/** A line for all names of one kind, and below it one for each, the most frequent first; `in 2 languages` by the number. */
function section(sums: Sums, what: string, title: string, isOwn: (name: string) => boolean): Line[] {
  const names = [...(sums.get(what)?.keys() ?? [])].filter(isOwn)
  if (names.length === 0) return []
  const total = (name: string) => sumOf(sums, what, name, ALL)
  const isCounted = names.some(name => /^in \d/.test(name))
  const rank = (name: string) => (isCounted ? Number(/\d+/.exec(name)?.[0] ?? Infinity) : -total(name))
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const isSum = !isCounted && what !== 'pairs' && what !== 'charset' && what !== 'layout'
  const sum = (language: string) => names.reduce((all, name) => all + sumOf(sums, what, name, language), 0)
  return [
    { name: title, isHead: true, cell: language => (isSum ? shownNumber(sum(language)) : '') },
    ...names.map(name => ({
      name,
      isHead: false,
      cell: (language: string) => shownNumber(sumOf(sums, what, name, language)),
    })),
  ]
}

const shownNumber = (n: number) => (n === 0 ? NOTHING : String(n).replace(/\B(?=(?:\d{3})+$)/g, ','))

/** How much of the blocks, or of their characters, is in units. */
function share(sums: Sums, what: string, language: string): string {
  const all = sumOf(sums, what, 'all', language)
  return all === 0 ? NOTHING : `${Math.floor((100 * sumOf(sums, what, 'aligned', language)) / all)} %`
}

/** The table in as many turns as its languages need, each a text of lines. */
function turns(lines: readonly Line[], tags: readonly string[], width: number, chalk: Colours): string[] {
  const languages = [...tags, ALL]
  const first = Math.max(...lines.map(({ name, isHead }) => name.length + (isHead ? 0 : GAP)))
  const columns = Math.max(...lines.flatMap(({ cell }) => languages.map(language => cell(language).length)))
  const room = Math.max(1, Math.floor((width - first) / (columns + GAP)))
  const parts = Array.from({ length: Math.ceil(languages.length / room) }, (_, k) =>
    languages.slice(k * room, (k + 1) * room),
  )
  return parts.map(part => {
    const row = (cells: readonly string[]) => cells.map(cell => blanks(GAP) + aligned(cell, columns)).join('')
    const head = blanks(first) + row(part.map(tag => (tag === ALL ? 'all' : tag)))
    const own = lines.map(({ name, isHead, cell }) => {
      const shown = isHead ? chalk.bold(padded(name, first)) : padded(blanks(GAP) + name, first)
      return (shown + row(part.map(cell)).replaceAll(NOTHING, chalk.dim(NOTHING))).trimEnd()
    })
    return [chalk.dim(head), ...own].map(line => `${line}\n`).join('')
  })
}
