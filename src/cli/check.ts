/**
 * `parawire check`: what the translations of each release disagree on. For people a block for each release and unit, a
 * line for each document with what it says, the outvoted ones marked; with `--json` a line for each finding.
 */
import { UserError } from '../errors.js'
import type { Finding, ReleaseRecord } from '../model.js'
import { type Command, KEEP_GOING, MIN_CONFIDENCE, RECORDS } from './command.js'
import { confidenceOf, type Flags } from './flags.js'
import { standardOutput } from './io.js'
import { sayTo, tolerantRecords } from './records/usable-records.js'
import { byCount, colours, count, list } from './summary.js'

export const checkCommand: Command = {
  name: 'check',
  description: 'Report discrepancies between the translations of each release',
  operands: [RECORDS],
  options: [
    KEEP_GOING,
    ['--json', 'print one JSON line per finding'],
    ['--only <code>', 'report only findings with this code; repeatable', true],
    MIN_CONFIDENCE,
    ['--fail-on <code>', 'exit with 1 on a finding with this code, or on any; repeatable', true],
  ],
  examples: [
    ['parawire check corpus.ndjson', 'all findings, release by release'],
    ['parawire releases/ | parawire check', 'build and check in one pipe'],
    ['parawire check corpus.ndjson --only number-differs --only name-differs', 'only two kinds of findings'],
    ['parawire check corpus.ndjson --quiet --fail-on date-differs > findings.txt', 'in a script'],
    [
      `parawire check corpus.ndjson --json | jq 'select(.minority == ["it"])'`,
      'findings in which Italian alone differs',
    ],
  ],
  /**
   * Prints the findings. Exit code 1 where one of them has a code of `--fail-on` or, with `--strict`, is more than a note,
   * and where records were left out.
   */
  async run({ operands: [path], flags, io }) {
    const [{ check }, { findingCodes }, { releaseText }] = await Promise.all([
      import('../api/records.js'),
      import('../check/check.js'),
      import('./check-report.js'),
    ])
    const wanted = wantedBy(flags, findingCodes)
    const failing = new Set(codesOf(flags.failOn, [...findingCodes, 'any']))
    const output = standardOutput(io)
    const chalk = await colours(flags.color, io, 'stdout')
    const counts = new Map<string, number>()
    let [releases, odd, grave] = [0, 0, 0]
    const { records, skipped } = tolerantRecords(path, 'units', flags, io)
    for await (const record of records) {
      const found = check(record).filter(finding => wanted(finding, record))
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
    const besides = skipped() === 0 ? '' : `; ${skipped()} skipped`
    sayTo(io, flags.quiet)(`${summaryOf(counts, odd, releases)}${besides}`)
    const fails = [...counts.keys()].some(code => failing.has(code) || failing.has('any'))
    return fails || skipped() > 0 || (flags.strict && grave > 0) ? 1 : 0
  },
}

/** What the options leave; mistakes in them are errors before anything is read. */
function wantedBy(flags: Flags, known: readonly string[]): (finding: Finding, record: ReleaseRecord) => boolean {
  const codes = new Set(codesOf(flags.only, known))
  const least = confidenceOf(flags) ?? 0
  return ({ code, unit }, { alignment }) => {
    if (codes.size > 0 && !codes.has(code)) return false
    return least === 0 || (alignment.units.find(({ id }) => id === unit)?.confidence ?? 1) >= least
  }
}

function codesOf(named: readonly string[] = [], known: readonly string[]): readonly string[] {
  for (const code of named)
    if (!known.includes(code))
      throw new UserError(`there is no finding "${code}"; use one of ${known.join(', ')}`, {
        unknown: { word: code, among: known },
      })
  return named
}

function summaryOf(counts: ReadonlyMap<string, number>, odd: number, releases: number): string {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  if (total === 0) return `no findings in ${count(releases, 'release')}`
  return `${count(total, 'finding')} in ${odd} of ${count(releases, 'release')}: ${list([...counts].sort(byCount))}`
}
