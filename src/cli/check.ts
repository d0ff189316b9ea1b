/**
 * `parawire check`: what the translations of each release disagree on. For people a block for each release and unit, a
 * line for each document with what it says, the outvoted ones marked; with `--json` a line for each finding.
 */
import { check as checkRecord } from '../api.js'
import { findingCodes } from '../check/check.js'
import { UserError } from '../errors.js'
import type { Finding, FindingCode, ReleaseRecord, Statement } from '../model.js'
import { type Io, printable, standardOutput } from './io.js'
import { sayTo, usableRecords } from './records/usable-records.js'
import { type Colours, colours, list } from './report.js'
import { isolated } from './terminal/terminal.js'
import { blanks, cut, padded, widthOf } from './terminal/width.js'

/** The options of the command line. */
export interface CheckFlags {
  readonly json?: boolean
  readonly only?: readonly string[]
  readonly failOn?: readonly string[]
  readonly minConfidence?: string
  readonly keepGoing?: boolean
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
}

/** Columns of a text shown, and characters of what stands around it. */
const SHOWN = 60
const AROUND = 24

/**
 * Prints the findings. Exit code 1 where one of them has a code of `--fail-on` or, with `--strict`, is more than a note, and
 * where records were left out. Throws a UserError for bad records.
 */
export async function check(path: string | undefined, flags: CheckFlags, io: Io): Promise<number> {
  const wanted = wantedBy(flags)
  const failing = new Set(codesOf(flags.failOn, ['any']))
  const output = standardOutput(io)
  const chalk = colours(flags.color, { ...io, stderr: io.stdout })
  const counts = new Map<string, number>()
  const say = sayTo(io, flags.quiet)
  let [releases, odd, left, grave] = [0, 0, 0, 0]
  const onSkipped = (problem: string) => {
    left++
    say(`skipped: ${problem}`)
  }
  const patience = { keepGoing: flags.keepGoing ?? false, onSkipped, needs: 'units' } as const
  for await (const { record } of usableRecords(path, patience, io)) {
    const found = checkRecord(record).filter(finding => wanted(finding, record))
    releases++
    if (found.length === 0) continue
    odd++
    for (const { code, severity } of found) {
      counts.set(code, (counts.get(code) ?? 0) + 1)
      if (severity !== 'note') grave++
    }
    await output.write(
      flags.json ? found.map(f => `${JSON.stringify(f)}\n`).join('') : releaseText(record, found, chalk),
    )
  }
  say(`${summaryOf(counts, odd, releases)}${left === 0 ? '' : `; ${left} skipped`}`)
  const fails = [...counts.keys()].some(code => failing.has(code) || failing.has('any'))
  return fails || left > 0 || (flags.strict && grave > 0) ? 1 : 0
}

/** What the options leave; mistakes in them are told before anything is read. */
function wantedBy({ only, minConfidence }: CheckFlags): (finding: Finding, record: ReleaseRecord) => boolean {
  const codes = new Set(codesOf(only, []))
  const least = minConfidence === undefined ? 0 : Number(minConfidence)
  if (minConfidence?.trim() === '' || !(least >= 0 && least <= 1))
    throw new UserError(`--min-confidence "${minConfidence}" is not a number from 0 to 1`)
  return ({ code, unit }, { alignment }) => {
    if (codes.size > 0 && !codes.has(code)) return false
    return least === 0 || (alignment.units.find(({ id }) => id === unit)?.confidence ?? 1) >= least
  }
}

function codesOf(named: readonly string[] | undefined, besides: readonly string[]): readonly string[] {
  const known = [...findingCodes, ...besides]
  for (const code of named ?? [])
    if (!known.includes(code))
      throw new UserError(`there is no finding "${code}"; use one of ${known.join(', ')}`, {
        unknown: { word: code, among: known },
      })
  return named ?? []
}

function summaryOf(counts: ReadonlyMap<string, number>, odd: number, releases: number): string {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const of = `${releases} ${releases === 1 ? 'release' : 'releases'}`
  if (total === 0) return `no findings in ${of}`
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return `${total} ${total === 1 ? 'finding' : 'findings'} in ${odd} of ${of}: ${list(byCount)}`
}

/** The findings of a release for people, an empty line behind. */
function releaseText(record: ReleaseRecord, findings: readonly Finding[], chalk: Colours): string {
  const texts = new Map(record.documents.flatMap(({ blocks }) => blocks.map(({ id, text }) => [id, text] as const)))
  const directions = new Map(record.documents.map(({ id, direction }) => [id, direction]))
  const head = `${chalk.bold(printable(record.id))}  ${record.documents.map(d => printable(d.path)).join(', ')}`
  const lines: string[] = [head]
  let unit: string | null | undefined
  for (const finding of findings) {
    if (finding.unit !== unit) lines.push(`  ${finding.unit === null ? 'release' : printable(finding.unit)}`)
    unit = finding.unit
    lines.push(...findingLines(finding, texts, directions, chalk))
  }
  return `${lines.join('\n')}\n\n`
}

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const

function findingLines(
  finding: Finding,
  texts: ReadonlyMap<string, string>,
  directions: ReadonlyMap<string, 'ltr' | 'rtl'>,
  chalk: Colours,
): string[] {
  const { code, severity, values, minority } = finding
  const colour = chalk[COLOURS[severity]]
  const rows = Object.entries(values).map(([id, statements]) => ({
    id: printable(id),
    direction: directions.get(id) ?? 'ltr',
    isMinor: minority.includes(id),
    said: statements.length === 0 ? '-' : statements.map(shownOf).join(', '),
    place: statements.length === 0 ? '' : placeOf(statements[0]!, texts),
  }))
  const idWidth = Math.max(...rows.map(({ id }) => widthOf(id)))
  const saidWidth = Math.max(...rows.map(({ said }) => widthOf(said)))
  const lines = rows.map(({ id, direction, isMinor, said, place }) => {
    const cell = isolated(said, direction) + blanks(place === '' ? 0 : saidWidth + 2 - widthOf(said))
    return `    ${isMinor ? colour('>') : ' '} ${padded(id, idWidth)}  ${isMinor ? colour(cell) : cell}${chalk.dim(isolated(place, 'ltr'))}`
  })
  return [
    `    ${colour(code as FindingCode)}  ${chalk.dim(`${severity}, ${finding.confidence.toFixed(2)}`)}`,
    ...lines.map(l => l.trimEnd()),
  ]
}

/** What is said, on one line. */
const shownOf = ({ text, value }: Statement): string => cut(text || value, SHOWN)

/** The block, and what stands around the place in it. */
function placeOf({ block, start, end }: Statement, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(block) ?? ''
  if (start === 0 && end >= text.length) return printable(block)
  // Whole words: what stands at the cut is left out with its blank.
  const before = text.slice(Math.max(0, start - AROUND), start)
  const behind = text.slice(end, end + AROUND)
  const head = start > AROUND ? `…${before.replace(/^\S*\s/, '')}` : before
  const tail = end + AROUND < text.length ? `${behind.replace(/\s\S*$/, '')}…` : behind
  const around = `${head}[…]${tail}`
  return `${printable(block)}  ${printable(around.replace(/\s+/g, ' '))}`
}
