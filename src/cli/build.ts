/** `parawire build`: files in, one record per release out. */
import {
  type Command,
  DECISIONS,
  EMBEDDINGS,
  GROUPING,
  INPUTS,
  JOBS,
  LIMITS,
  MODEL,
  PATHS,
  WRITTEN,
} from './command.js'
import { CORPUS_STEPS } from './progress.js'
import { countRecord, newTally } from './summary.js'

export const buildCommand: Command = {
  name: 'build',
  description: 'Build a parallel corpus: one record per release (the default command)',
  operands: [PATHS],
  options: [
    ...INPUTS,
    ...WRITTEN,
    MODEL,
    ...EMBEDDINGS,
    DECISIONS,
    ...LIMITS,
    ['--work <folder>', 'cache results in this folder; a later run reads only new and changed files'],
    ...GROUPING,
    JOBS,
    ['--since <day>', 'write only releases issued on or after this day (2026-03-02); skip releases without a date'],
  ],
  examples: [
    ['parawire releases/ -o corpus.ndjson', 'one JSON line per release in a folder'],
    ["parawire build 'releases/*.txt' --pretty", 'files that match a pattern, as one indented array'],
  ],
  async run({ operands, flags, io }) {
    const [{ parseCorpus }, { run }] = await Promise.all([import('../api/reading.js'), import('./run.js')])
    const tally = newTally(0)
    return run(operands, flags, io, {
      tally,
      steps: CORPUS_STEPS,
      read: parseCorpus,
      count: record => countRecord(tally, record),
    })
  },
}
