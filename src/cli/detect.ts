/** `parawire detect`: which language each file is in, as the record would say it. */
import type { Document } from '../model.js'
import { readDocuments } from '../pipeline/pipeline.js'
import type { Io } from './io.js'
import { countDocument, newTally } from './report.js'
import { type Flags, run } from './run.js'

/**
 * Prints a line `{ path, tag, evidence, margin, guess }` a file; standard input where no file is named. Where the tag is
 * `und`, `likely` is the tag of the language without a pack that it seems to be, or null.
 */
export async function detect(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const { otherLanguage } = await import('../detect/other-languages.js')
  const likely = ({ blocks, language }: Document) =>
    language.tag === 'und' ? { likely: otherLanguage(blocks.map(({ text }) => text).join('\n')) } : {}
  const tally = newTally(null)
  return run<Document>(paths.length === 0 && flags.filesFrom === undefined ? ['-'] : paths, flags, io, {
    tally,
    read: readDocuments,
    show: document => ({ path: document.path, ...document.language, ...likely(document) }),
    count: document => countDocument(tally, document),
  })
}
