/** `parawire detect`: which language each file is in, as the record would say it. */
import type { Document } from '../model.js'
import { readDocuments } from '../pipeline/pipeline.js'
import type { Io } from './io.js'
import { countDocument, newTally } from './report.js'
import { type Flags, run } from './run.js'

/**
 * Prints a line `{ path, tag, evidence, margin, guess }` a file; standard input where no file is named.
 */
export async function detect(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const tally = newTally(null)
  return run<Document>(paths.length === 0 && flags.filesFrom === undefined ? ['-'] : paths, flags, io, {
    tally,
    read: readDocuments,
    show: document => ({ path: document.path, ...document.language }),
    count: document => countDocument(tally, document),
  })
}
