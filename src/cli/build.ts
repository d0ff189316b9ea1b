/** `parawire build`: files in, one record per release out. */
import { parseCorpus } from '../api.js'
import type { ReleaseRecord } from '../model.js'
import type { Io } from './io.js'
import { CORPUS_STEPS } from './progress.js'
import { countDocument, countWarnings, newTally, type Tally } from './report.js'
import { type Flags, run } from './run.js'

/** Prints a record a line; see `run` for the exit code. */
export async function build(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const tally = newTally(0)
  return run<ReleaseRecord>(paths, flags, io, {
    tally,
    steps: CORPUS_STEPS,
    read: parseCorpus,
    show: record => record,
    count: record => countRecord(tally, record),
  })
}

/** Counts a release, and its documents. */
export function countRecord(tally: Tally, record: ReleaseRecord): void {
  tally.releases = (tally.releases ?? 0) + 1
  countWarnings(tally, record.warnings, `release ${record.id}`)
  for (const document of record.documents) countDocument(tally, document)
}
