/**
 * The figures of a corpus as JSON, and as tables for people: one with a line for each thing that is counted and a column for each
 * language, and below it what is of no one language, side by side as far as there is room. Where not all languages fit
 * beside one another, they are taken in several turns.
 */
import { isLayout } from '../edits/edits.js'
import type { Finding, RepairKind } from '../model.js'
import { ALL, type Sums } from '../releases/figures.js'
import { type Colours, count } from './summary.js'
import { aligned, blanks, padded } from './terminal.js'

/** A line: a name, whether others stand below it, and what stands in the column of a language, or of all. */
interface Line {
  readonly name: string
  readonly isHead: boolean
  cell(language: string): string
}

/** Between columns, also those of a panel, and before a name that stands below another. */
const GAP = 2
const NOTHING = '·'
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** The tables, ending in a line end. */
export function statsTable(sums: Sums, width: number, chalk: Colours): string {
  const tags = [...(sums.get('documents')?.get('all')?.keys() ?? [])].sort()
  const releases = sumOf(sums, 'releases', 'all', ALL)
  const title = [count(releases, 'release'), count(sumOf(sums, 'documents', 'all', ALL), 'document')].join(', ')
  const head = `${chalk.bold(`${title} in ${count(tags.length, 'language')}`)}\n`
  if (releases === 0) return head
  const parts = [...turns(linesOf(sums), tags, width, chalk), ...panels(wholePanels(sums, tags), width, chalk)]
  return `${head}\n${parts.join('\n')}`
}

/** Of one language, or of all. */
function sumOf(sums: Sums, what: string, name: string, language: string): number {
  const counts = sums.get(what)?.get(name)
  return language === ALL ? [...(counts?.values() ?? [])].reduce((sum, n) => sum + n, 0) : (counts?.get(language) ?? 0)
}

interface Section {
  readonly what: string
  readonly title: string
  /** Whether the sum of its lines says something. */
  readonly hasSum: boolean
  isOwn(name: string): boolean
}

const section = (what: string, title: string, hasSum = true, isOwn = (_: string) => true): Section => ({
  ...{ what, title, hasSum, isOwn },
})
const isOfLayout = (kind: string) => isLayout(kind as RepairKind)
const SECTIONS: readonly Section[] = [
  section('charset', 'charsets', false),
  section('layout', 'layouts', false),
  section('alone', 'blocks alone'),
  section('repairs', 'repairs', true, name => !isOfLayout(name)),
  section('unrepaired', 'damage left'),
  section('repairs', 'edits of layout', true, isOfLayout),
  section('warnings', 'warnings'),
]

function linesOf(sums: Sums): Line[] {
  const line = (name: string, isHead: boolean, cell: Line['cell']): Line => ({ name, isHead, cell })
  const number = (what: string, name: string) => (language: string) => shownNumber(sumOf(sums, what, name, language))
  const versions = [...(sums.get('documents')?.keys() ?? [])].filter(name => name !== 'all').sort()
  const bytes = sumOf(sums, 'bytes', 'all', ALL)
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  const size = (language: string) => (sumOf(sums, 'bytes', 'all', language) / 1024 ** power).toFixed(power > 0 ? 1 : 0)
  return [
    line('documents', true, number('documents', 'all')),
    ...versions.map(kind => line(kind, false, number('documents', kind))),
    line(`size, ${UNITS[power]}`, true, size),
    line('blocks', true, number('blocks', 'all')),
    line('aligned', false, language => share(sums, 'blocks', language)),
    line('characters', true, number('characters', 'all')),
    line('aligned', false, language => share(sums, 'characters', language)),
    ...SECTIONS.flatMap(own => sectionLines(sums, own)),
  ]
}

/** A line for all names of one kind, and below it one for each, the most frequent first. */
function sectionLines(sums: Sums, { what, title, hasSum, isOwn }: Section): Line[] {
  const names = byCount(sums, what).filter(isOwn)
  if (names.length === 0) return []
  const of = (name: string, language: string) => sumOf(sums, what, name, language)
  const all = (language: string) => names.reduce((sum, name) => sum + of(name, language), 0)
  return [
    { name: title, isHead: true, cell: language => (hasSum ? shownNumber(all(language)) : '') },
    ...names.map(name => ({ name, isHead: false, cell: (language: string) => shownNumber(of(name, language)) })),
  ]
}

function byCount(sums: Sums, what: string): string[] {
  const total = (name: string) => sumOf(sums, what, name, ALL)
  return [...(sums.get(what)?.keys() ?? [])].sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1))
}

const shownNumber = (n: number) => (n === 0 ? NOTHING : String(n).replace(/\B(?=(?:\d{3})+$)/g, ','))

/** How much of the blocks, or of their characters, is in units. */
const share = (sums: Sums, what: string, language: string) =>
  percent(sumOf(sums, what, 'aligned', language), sumOf(sums, what, 'all', language))

/** 100 only where nothing is missing. */
const percent = (part: number, whole: number) =>
  whole === 0 ? NOTHING : `${part === whole ? 100 : Math.min(99, Math.round((100 * part) / whole))} %`

/** The table in as many turns as its languages need, each a text of lines. */
function turns(lines: readonly Line[], tags: readonly string[], width: number, chalk: Colours): string[] {
  const first = Math.max(...lines.map(({ name, isHead }) => name.length + (isHead ? 0 : GAP)))
  const columns = [...tags, ALL].map(language => {
    const cells = [language === ALL ? 'all' : language, ...lines.map(({ cell }) => cell(language))]
    const most = Math.max(...cells.map(({ length }) => length))
    return { cells: cells.map(cell => blanks(GAP) + aligned(cell, most)), width: GAP + most }
  })
  const room = Math.max(1, Math.floor((width - first) / Math.max(...columns.map(own => own.width))))
  const isOne = columns.reduce((sum, own) => sum + own.width, first) <= width
  const count = isOne ? 1 : Math.ceil(columns.length / room)
  const each = Math.ceil(columns.length / count) // turns of one length
  return Array.from({ length: count }, (_, k) => columns.slice(k * each, (k + 1) * each)).map(part => {
    const row = (i: number) => part.map(({ cells }) => cells[i]).join('')
    const own = lines.map(({ name, isHead }, i) => {
      const shown = isHead ? chalk.bold(padded(name, first)) : padded(blanks(GAP) + name, first)
      return (shown + row(i + 1).replaceAll(NOTHING, chalk.dim(NOTHING))).trimEnd()
    })
    return [chalk.dim(blanks(first) + row(0)), ...own].map(line => `${line}\n`).join('')
  })
}

/** What is counted of releases as a whole. */
function wholePanels(sums: Sums, tags: readonly string[]): Panel[] {
  const number = (what: string) => (name: string) => sumOf(sums, what, name, ALL)
  const inLanguages = (what: 'releases' | 'units'): Panel => {
    const all = number(what)('all')
    const names = byCount(sums, what).filter(name => name.startsWith('in '))
    names.sort((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]))
    const rows = names.map(name => [name, shownNumber(number(what)(name)), percent(number(what)(name), all)])
    return { title: [what, shownNumber(all), ''], rows }
  }
  const pair = (a: string, b: string) => number('pairs')(a < b ? `${a}-${b}` : `${b}-${a}`)
  const pairRows = tags.slice(1).map((b, i) => [b, ...tags.slice(0, i + 1).map(a => shownNumber(pair(a, b)))])
  const ofCode = number('discrepancies')
  const codes = byCount(sums, 'discrepancies').filter(name => name !== 'all')
  const found = codes.map(code => [code, shownNumber(ofCode(code))])
  return [
    inLanguages('releases'),
    inLanguages('units'),
    { title: ['pairs', ...tags.slice(0, -1)], rows: pairRows },
    { title: ['discrepancies', found.length > 0 ? shownNumber(ofCode('all')) : 'none'], rows: found },
  ].filter(({ title, rows }) => rows.length > 0 || (title[0] === 'discrepancies' && sums.has('discrepancies')))
}

/** A table of a few columns; the first holds names, the others figures. */
interface Panel {
  readonly title: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Between two panels. */
const APART = 4

/** Small tables side by side, as many as there is room for, the others below them: texts of lines, each a row of panels. */
function panels(all: readonly Panel[], width: number, chalk: Colours): string[] {
  const rows: { left: number; panels: Drawn[] }[] = []
  for (const panel of all.map(drawn)) {
    const row = rows.at(-1)
    if (!row || row.left < APART + panel.width) rows.push({ left: width - panel.width, panels: [panel] })
    else {
      row.left -= APART + panel.width
      row.panels.push(panel)
    }
  }
  return rows.map(({ panels: own }) => {
    const height = Math.max(...own.map(({ lines }) => lines.length))
    return Array.from({ length: height }, (_, i) => {
      const parts = own.map(({ lines, width }) => padded(lines[i] ?? '', width))
      const name = (part: string) => chalk.bold(/^\S*/.exec(part)![0]) + chalk.dim(part.replace(/^\S*/, ''))
      return `${(i === 0 ? parts.map(name) : parts).join(blanks(APART)).trimEnd()}\n`
    }).join('')
  })
}

interface Drawn {
  readonly width: number
  readonly lines: readonly string[]
}

function drawn({ title, rows }: Panel): Drawn {
  const all = [title, ...rows.map(([name = '', ...cells]) => [blanks(GAP) + name, ...cells])]
  const columns = Math.max(...all.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, k) => Math.max(...all.map(row => (row[k] ?? '').length)))
  const lines = all.map(row =>
    widths.map((width, k) => (k === 0 ? padded(row[0]!, width) : blanks(GAP) + aligned(row[k] ?? '', width))).join(''),
  )
  return { width: widths.reduce((sum, width) => sum + width, GAP * (columns - 1)), lines: lines.map(l => l.trimEnd()) }
}

/** Beside what is counted of a record, what the check finds in it. */
export function discrepancies(findings: readonly Finding[]) {
  const figure = (name: string, count: number) => ({ what: 'discrepancies', language: ALL, name, count })
  return [figure('all', findings.length), ...findings.map(({ code }) => figure(code, 1))]
}

const byKey = <T>(a: readonly [string, T], b: readonly [string, T]) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)

/** The figures as JSON, by what is counted, its name, and the language; `*` is the sum of all languages. */
export function jsonOf(sums: Sums): string {
  const entries = [...sums].sort(byKey).map(([what, names]) => {
    const own = [...names].sort(byKey).map(([name, counts]) => {
      const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
      return [name, Object.fromEntries([[ALL, all], ...[...counts].filter(([tag]) => tag !== ALL).sort(byKey)])]
    })
    return [what, Object.fromEntries(own)]
  })
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}
