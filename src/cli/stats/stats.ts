/** `parawire stats`: a corpus in figures, as a table for people or as JSON. */
import { check } from '../../api.js'
import type { ReleaseRecord } from '../../model.js'
import { ALL, addTo, figuresOf, type Sums } from '../../releases/figures.js'
import { type Io, standardOutput } from '../io.js'
import { sayTo, usableRecords } from '../records/usable-records.js'
import { colours } from '../report.js'
import { columnsFor } from '../terminal/terminal.js'
import { statsTable } from './stats-table.js'

/** The options of the command line. */
export interface StatsFlags {
  readonly json?: boolean
  /** False with `--no-check`. */
  readonly check?: boolean
  readonly width?: string
  readonly keepGoing?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
}

/** Prints the figures. Exit code 1 where records were left out. Throws a UserError for bad records. */
export async function stats(path: string | undefined, flags: StatsFlags, io: Io): Promise<number> {
  const { keepGoing = false, json: isJson = false, check: isChecked = true } = flags
  const width = columnsFor(flags.width, io)
  const sums: Sums = new Map()
  let left = 0
  const onSkipped = (problem: string) => {
    left++
    sayTo(io, flags.quiet)(`skipped: ${problem}`)
  }
  for await (const { record } of usableRecords(path, { keepGoing, onSkipped, needs: 'units' }, io)) {
    for (const figure of figuresOf(record)) addTo(sums, figure)
    for (const figure of isChecked ? found(record) : []) addTo(sums, figure)
  }
  const text = isJson ? jsonOf(sums) : statsTable(sums, width, colours(flags.color, { ...io, stderr: io.stdout }))
  await standardOutput(io).write(text)
  return left > 0 ? 1 : 0
}

/** Beside what is counted of a record, what the check finds in it. */
function found(record: ReleaseRecord) {
  const figure = (name: string, count: number) => ({ what: 'discrepancies', language: ALL, name, count })
  const findings = check(record)
  return [figure('all', findings.length), ...findings.map(({ code }) => figure(code, 1))]
}

const byKey = <T>(a: readonly [string, T], b: readonly [string, T]) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)

/** By what is counted, its name, and the language; `*` is the sum of all languages. */
function jsonOf(sums: Sums): string {
  const entries = [...sums].sort(byKey).map(([what, names]) => {
    const own = [...names].sort(byKey).map(([name, counts]) => {
      const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
      return [name, Object.fromEntries([[ALL, all], ...[...counts].filter(([tag]) => tag !== ALL).sort(byKey)])]
    })
    return [what, Object.fromEntries(own)]
  })
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}
