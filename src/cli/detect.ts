/** `parawire detect`: which language each file is in, as the record would say it. */
import type { Document } from '../model.js'
import { type Command, INPUTS, TEXT } from './command.js'
import { countDocument, newTally } from './summary.js'

export const detectCommand: Command = {
  name: 'detect',
  description: 'Detect the language of each file',
  operands: [['[paths...]', `files, folders and glob patterns; ${TEXT}`]],
  options: INPUTS,
  examples: [
    ['parawire detect releases/', 'one JSON line per file'],
    ['parawire detect < damaged.txt', 'the language of a text'],
    [`parawire detect releases/ | jq 'select(.tag == "und").guess'`, 'the languages that parawire does not know'],
  ],
  /** Prints a line `{ path, tag, evidence, margin, guess }` a file. */
  async run({ operands, flags, io }) {
    const [{ readDocuments }, { run }] = await Promise.all([import('../pipeline/pipeline.js'), import('./run.js')])
    const tally = newTally(null)
    return run<Document>(operands.length === 0 && flags.filesFrom === undefined ? ['-'] : operands, flags, io, {
      tally,
      read: readDocuments,
      show: document => ({ path: document.path, ...document.language }),
      count: document => countDocument(tally, document),
    })
  },
}
