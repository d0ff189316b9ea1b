/** `parawire build`: files in, one record per release out. */
import { parseCorpus } from '../api.js'
import { UserError } from '../errors.js'
import type { ReleaseRecord } from '../model.js'
import type { Io } from './io.js'
import { countDocument, countWarnings, newTally } from './report.js'
import { type Flags, run } from './run.js'

/** Prints a record a line; see `run` for the exit code. */
export async function build(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  if (paths.includes('-')) {
    throw new UserError(
      'build reads files, not standard input; --files-from - takes names, parse - takes one text, ./- is a file',
    )
  }
  const tally = newTally(0)
  return run<ReleaseRecord>(paths, flags, io, {
    tally,
    read: parseCorpus,
    show: record => record,
    count: record => {
      tally.releases = (tally.releases ?? 0) + 1
      countWarnings(tally, record.warnings)
      for (const document of record.documents) countDocument(tally, document)
    },
  })
}
