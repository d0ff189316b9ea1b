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
    [`parawire detect releases/ | jq 'select(.tag == "und").likely'`, 'the languages that parawire does not know'],
  ],
  /**
   * Prints a line `{ path, tag, evidence, margin, guess }` a file. Where the tag is `und`, `likely` is the tag of the
   * language without a pack that it seems to be, or null.
   */
  async run({ operands, flags, io }) {
    const [{ otherLanguage }, { readDocuments }, { run }] = await Promise.all([
      import('../detect/other-languages.js'),
      import('../pipeline/pipeline.js'),
      import('./run.js'),
    ])
    const likely = ({ blocks, language }: Document) =>
      language.tag === 'und' ? { likely: otherLanguage(blocks.map(({ text }) => text).join('\n')) } : {}
    const tally = newTally(null)
    return run(operands.length === 0 && flags.filesFrom === undefined ? ['-'] : operands, flags, io, {
      tally,
      read: readDocuments,
      show: document => ({ path: document.path, ...document.language, ...likely(document) }),
      count: document => countDocument(tally, document),
    })
  },
}
