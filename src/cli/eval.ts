/** `parawire eval`: how well alignments agree with a gold, as a table for people or as JSON. */
import { UserError } from '../errors.js'
import { type Command, EMBEDDINGS, MODEL, READING } from './command.js'
import { checkReading } from './flags.js'
import { printable, standardOutput } from './io.js'

export const evalCommand: Command = {
  name: 'eval',
  description: 'Score alignments against a gold standard: precision, recall, F1',
  operands: [
    ['<gold>', 'JSON with file names and the paragraphs that belong together'],
    ['[records]', 'output of build for those files; built now by default'],
  ],
  options: [
    ...READING,
    MODEL,
    ...EMBEDDINGS,
    ['--align-only', "align the gold's own paragraphs, without segmenting and grouping"],
    ['--by <what>', 'print one line per pair or per language'],
    ['--json', 'print all scores as JSON'],
  ],
  examples: [
    ['parawire eval gold.json --by pair', 'build the files of a gold and score them'],
    ['parawire eval gold.json corpus.ndjson --json', 'score an existing corpus'],
  ],
  /** Prints the measures. Exit code 1 where a file of the gold stands in no record. */
  async run({ operands, flags, io }) {
    const [goldPath, records] = operands as [string, string?]
    await checkReading(flags)
    if (flags.by !== undefined && !['pair', 'language'].includes(flags.by))
      throw new UserError(`--by takes pair or language, not "${flags.by}"`, {
        unknown: { word: flags.by, among: ['pair', 'language'] },
      })
    if (records !== undefined && (flags.alignOnly || flags.embeddings !== undefined))
      throw new UserError('records are aligned already: --align-only and --embeddings take a gold alone')
    const { asJson, few, judged, table } = await import('./eval-scores.js')
    const judgement = await judged(goldPath, records, flags, io)
    const text = flags.json ? `${JSON.stringify(asJson(judgement), null, 2)}\n` : table(judgement, flags.by)
    await standardOutput(io).write(text)
    if (!flags.quiet && judgement.missing.length > 0)
      io.stderr.write(`${printable(`in no record: ${few(judgement.missing)}`)}\n`)
    return judgement.missing.length > 0 ? 1 : 0
  },
}
