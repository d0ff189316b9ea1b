/** `parawire parse`: files in, one document per file out, before any grouping. */
import type { Document } from '../model.js'
import { readDocuments } from '../pipeline/pipeline.js'
import type { Io } from './io.js'
import { countDocument, newTally } from './report.js'
import { type Flags, run } from './run.js'

/** Prints a document a line, sorted by path; see `run` for the exit code. */
export async function parse(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const tally = newTally(null)
  return run<Document>(paths, flags, io, {
    tally,
    read: readDocuments,
    show: document => document,
    count: document => countDocument(tally, document),
  })
}
