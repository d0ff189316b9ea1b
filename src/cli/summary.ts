/**
 * What people read on standard error after a run: what came out, what was mended, and what could not be used. The
 * same words with and without colour. The only door to chalk, which is loaded when it is needed.
 */
import type { ChalkInstance, ColorSupportLevel } from 'chalk'
import { isLayout } from '../edits/edits.js'
import { sizeText } from '../ingest/sizes.js'
import type {
  Document,
  ReleaseRecord,
  RepairKind,
  Unapplied,
  Unrepaired,
  Unused,
  Warning,
  WarningCode,
} from '../model.js'
import type { LeftOut } from '../pipeline/since.js'
import { type Io, printable } from './io.js'

/** How many of the inputs that could not be used are named; `--rejects` lists them all. */
const NAMED = 10

/** What a run has counted. */
export interface Tally {
  /** Null where the command makes no releases. */
  releases: number | null
  documents: number
  unrepaired: number
  readonly languages: Map<string, number>
  readonly repairs: Map<RepairKind, number>
  readonly warnings: Map<string, number>
  /** Decisions that changed nothing, each with where it belongs and why. */
  readonly unapplied: string[]
}

/** The inputs of a run that are in no record. */
export interface Omitted {
  readonly unused: Unused[]
  readonly leftOut: LeftOut[]
}

/** A tally of nothing. */
export function newTally(releases: number | null): Tally {
  const counts = { languages: new Map(), repairs: new Map(), warnings: new Map() }
  return { releases, documents: 0, unrepaired: 0, ...counts, unapplied: [] }
}

/** Counts a document. */
export function countDocument(tally: Tally, document: Document): void {
  tally.documents++
  add(tally.languages, document.language.tag)
  countRepairs(tally, document)
  countWarnings(tally, document.warnings, document.path)
}

/** Counts a release, and its documents. */
export function countRecord(tally: Tally, record: ReleaseRecord): void {
  tally.releases = (tally.releases ?? 0) + 1
  countWarnings(tally, record.warnings, `release ${record.id}`)
  for (const document of record.documents) countDocument(tally, document)
}

/** Counts repairs and damage that was left. */
export function countRepairs(
  tally: Tally,
  of: { repairs: readonly { kind: RepairKind }[]; unrepaired: readonly Unrepaired[] },
): void {
  for (const { kind } of of.repairs) add(tally.repairs, kind)
  tally.unrepaired += of.unrepaired.length
}

/** Counts warnings by code; `where` are they? */
function countWarnings(tally: Tally, warnings: readonly Warning[], where: string): void {
  for (const { code, message } of warnings) {
    add(tally.warnings, code)
    if (code === NOT_APPLIED) tally.unapplied.push(`${where}: ${message}`)
  }
}

/** Counts a decision that belongs to no document or release. */
export function countUnapplied(tally: Tally, { message }: Unapplied): void {
  add(tally.warnings, NOT_APPLIED)
  tally.unapplied.push(message)
}

const NOT_APPLIED: WarningCode = 'DECISION_NOT_APPLIED'

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export type Colours = ChalkInstance

/** Colours for a stream: `--color` and `--no-color` first, then NO_COLOR, FORCE_COLOR, and whether it is a terminal. */
export async function colours(
  wanted: boolean | undefined,
  io: Io,
  stream: 'stdout' | 'stderr' = 'stderr',
): Promise<Colours> {
  const { Chalk } = await import('chalk')
  return new Chalk({ level: wanted === undefined ? levelOf(io[stream].isTTY === true, io.env) : wanted ? 1 : 0 })
}

function levelOf(isTerminal: boolean, env: Io['env']): ColorSupportLevel {
  if (env.NO_COLOR) return 0
  if (env.FORCE_COLOR !== undefined) return ['0', 'false'].includes(env.FORCE_COLOR) ? 0 : 1
  return isTerminal && env.TERM !== 'dumb' ? 1 : 0
}

type Row = readonly [label: string, value: string, details?: readonly string[]]

/** The summary, ending in a line end. */
export function summary(tally: Tally, omitted: Omitted, chalk: Colours): string {
  const rows: Row[] = [
    ['languages', list([...tally.languages].sort(byName))],
    ['repairs', repairRow([...tally.repairs].filter(([kind]) => !isLayout(kind)))],
    ['layout', repairRow([...tally.repairs].filter(([kind]) => isLayout(kind)))],
    ['unrepaired', tally.unrepaired ? chalk.yellow(count(tally.unrepaired, 'damaged place')) : ''],
    ['warnings', chalk.yellow(list([...tally.warnings].sort(byName)))],
  ]
  return linesOf(
    headline(tally, chalk),
    [...rows, unappliedRow(tally.unapplied, chalk), ...omittedRows(omitted, chalk)],
    chalk,
  )
}

/** What a dry run would read. */
export interface Plan {
  readonly files: number
  readonly bytes: number
}

/** The summary of a dry run. */
export function planSummary({ files, bytes }: Plan, omitted: Omitted, chalk: Colours): string {
  const headline = chalk.bold(`${count(files, 'file')} would be read, ${sizeText(bytes)}`)
  return linesOf(headline, omittedRows(omitted, chalk), chalk)
}

const unappliedRow = (unapplied: readonly string[], chalk: Colours): Row => [
  'decisions',
  unapplied.length > 0 ? chalk.yellow(`${unapplied.length} changed nothing`) : '',
  unapplied.map(line => `    ${chalk.yellow(NOT_APPLIED)}  ${printable(line)}`),
]

const linesOf = (headline: string, rows: readonly Row[], chalk: Colours) =>
  [
    headline,
    ...rows
      .filter(([, value]) => value)
      .flatMap(([label, value, details = []]) => [`  ${chalk.dim(label.padEnd(15))}${value}`, ...details]),
  ]
    .map(line => `${line}\n`)
    .join('')

const omittedRows = ({ unused, leftOut }: Omitted, chalk: Colours): Row[] => [
  ['skipped', leftOut.map(leftOutText).join('; ')],
  ['not used', unused.length ? chalk.red(count(unused.length, 'input')) : '', unusedLines(unused, chalk)],
]

function leftOutText({ because, files, releases }: LeftOut): string {
  if (releases === null) return `${count(files, 'file')} by --limit`
  return `${count(releases, 'release')} (${count(files, 'file')}) ${because === 'since' ? 'by --since' : 'without a date'}`
}

function headline(tally: Tally, chalk: Colours): string {
  const parts = [count(tally.documents, 'document')]
  if (tally.releases !== null) parts.unshift(count(tally.releases, 'release'))
  return chalk.bold(parts.join(', '))
}

function unusedLines(unused: readonly Unused[], chalk: Colours): string[] {
  const named = unused
    .slice(0, NAMED)
    .map(({ path, code, message }) => ({ path: printable(path), code, message: printable(message) }))
  const codeWidth = Math.max(0, ...named.map(({ code }) => code.length))
  const lines = named.map(
    ({ path, code, message }) => `    ${chalk.red(code.padEnd(codeWidth))}  ${path}${chalk.dim(`: ${message}`)}`,
  )
  if (unused.length > NAMED)
    lines.push(chalk.dim(`    and ${unused.length - NAMED} more; --rejects FILE lists them all`))
  return lines
}

/** The summary of one text: a line. */
export function repairLine(tally: Tally, chalk: Colours): string {
  const done = repairRow([...tally.repairs]) || 'no damage found'
  const left = tally.unrepaired
    ? `; ${chalk.yellow(`${count(tally.unrepaired, 'damaged place')} left unrepaired`)}`
    : ''
  return `${chalk.bold('repairs')} ${done}${left}\n`
}

function repairRow(counts: readonly (readonly [string, number])[]): string {
  const total = counts.reduce((sum, [, n]) => sum + n, 0)
  return total === 0 ? '' : `${total}: ${list([...counts].sort(byCount))}`
}

/** `lost-quote 13, control 1`. */
export const list = (counts: readonly (readonly [string, number])[]) =>
  counts.map(([name, n]) => `${name} ${n}`).join(', ')
/** `1 release`, `2 releases`. */
export const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

type Count = readonly [name: string, n: number]
const byName = (a: Count, b: Count) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)
/** The most frequent first. */
export const byCount = (a: Count, b: Count) => b[1] - a[1] || byName(a, b)
