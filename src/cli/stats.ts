/** `parawire stats`: a corpus in figures, as a table for people or as JSON. */
import type { Sums } from '../releases/figures.js'
import { type Command, KEEP_GOING, RECORDS, WIDTH } from './command.js'
import { standardOutput } from './io.js'
import { tolerantRecords } from './records/usable-records.js'
import { colours } from './summary.js'

export const statsCommand: Command = {
  name: 'stats',
  description: 'Summarize a corpus: languages, charsets, damage, coverage, warnings',
  operands: [RECORDS],
  options: [
    WIDTH,
    KEEP_GOING,
    ['--json', 'print JSON'],
    ['--no-check', 'skip the search for discrepancies, which takes most of the time'],
  ],
  examples: [
    ['parawire stats corpus.ndjson', 'a table with one column per language'],
    ["parawire stats corpus.ndjson --json | jq '.documents.all'", 'document counts by language; * is the sum'],
  ],
  /** Prints the figures. Exit code 1 where records were left out. */
  async run({ operands: [path], flags, io }) {
    const [{ check }, { addTo, figuresOf }, { discrepancies, jsonOf, statsTable }, { columnsFor }] = await Promise.all([
      import('../api/records.js'),
      import('../releases/figures.js'),
      import('./stats-table.js'),
      import('./terminal.js'),
    ])
    const width = columnsFor(flags.width, io)
    const sums: Sums = new Map()
    const { records, skipped } = tolerantRecords(path, 'units', flags, io)
    for await (const record of records) {
      for (const figure of figuresOf(record)) addTo(sums, figure)
      for (const figure of flags.check === false ? [] : discrepancies(check(record))) addTo(sums, figure)
    }
    const text = flags.json ? jsonOf(sums) : statsTable(sums, width, await colours(flags.color, io, 'stdout'))
    await standardOutput(io).write(text)
    return skipped() > 0 ? 1 : 0
  },
}
