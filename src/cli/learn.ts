/** `parawire learn`: a corpus in, a model file out, which `build`, `parse` and `repair` use when they are told to. */
import { UserError } from '../errors.js'
import type { NotLearned } from '../learn/clean.js'
import type { ModelHeader, Section } from '../learned/learned.js'
import type { LearnOptions } from '../pipeline/learn-corpus.js'
import { type Command, INPUTS } from './command.js'
import { type Colours, colours, count, countDocument, list, newTally } from './summary.js'

export const learnCommand: Command = {
  name: 'learn',
  description: 'Learn words and translations from clean texts; writes a model for --model',
  operands: [['[paths...]', 'files, folders and glob patterns']],
  options: [...INPUTS, ['-o, --output <file>', 'write to a file, which appears when it is complete']],
  examples: [
    ['parawire learn releases/ -o words.model', 'learn from the clean texts of a folder'],
    ['parawire releases/ --model words.model -o corpus.ndjson', 'build with what was learned'],
  ],
  /** Prints the model, a line a section. */
  async run({ operands, flags, io }) {
    if (operands.includes('-'))
      throw new UserError('learn reads files, not standard input; name files, folders or patterns')
    const [{ learnCorpus }, { run }] = await Promise.all([import('../pipeline/learn-corpus.js'), import('./run.js')])
    const tally = newTally(null)
    const skipped = new Map<NotLearned, number>()
    const skip = (why: NotLearned) => skipped.set(why, (skipped.get(why) ?? 0) + 1)
    const lines: (ModelHeader | Section)[] = []
    const code = await run(operands, flags, io, {
      tally,
      read: async function* (inputs, options) {
        const onLearned: LearnOptions['onLearned'] = (document, why) => {
          countDocument(tally, document)
          if (why) skip(why)
        }
        lines.push(...(await learnCorpus(inputs, { ...options, onLearned, onDuplicate: () => skip('duplicate') })))
        if (!lines.some(isWords)) throw nothingLearned(skipped)
        yield* lines
      },
      count: () => {},
    })
    if (!flags.quiet) io.stderr.write(summary(lines, skipped, await colours(flags.color, io)))
    return code
  },
}

const isWords = (line: ModelHeader | Section) => 'section' in line && line.section === 'words'

/** What was learned from how many texts, and why not from the others. */
function summary(
  lines: readonly (ModelHeader | Section)[],
  skipped: ReadonlyMap<NotLearned, number>,
  chalk: Colours,
): string {
  const rows: (readonly [string, string])[] = []
  for (const line of lines) {
    if ('format' in line) rows.push(['model', line.sha256])
    else if (line.section === 'corpus') rows.unshift(['learned from', count(line.documents, 'document')])
    else if (line.section === 'words')
      rows.push([line.language, `${count(entriesIn(line), 'word')} of ${line.total} read`])
    else if (line.section === 'translations')
      rows.push([line.language.replace(' ', '-'), count(entriesIn(line), 'translation')])
  }
  const why = reasons(skipped)
  if (why) rows.splice(1, 0, ['not learned', chalk.yellow(why)])
  return rows.map(([label, value]) => `  ${chalk.dim(label.padEnd(15))}${value}\n`).join('')
}

const reasons = (skipped: ReadonlyMap<NotLearned, number>) => list([...skipped].sort(([a], [b]) => (a < b ? -1 : 1)))

const nothingLearned = (skipped: ReadonlyMap<NotLearned, number>) =>
  new UserError(
    `nothing was learned${skipped.size > 0 ? ` (${reasons(skipped)})` : ''}; name clean texts in a supported language`,
  )

const entriesIn = ({ counts }: Extract<Section, { section: 'words' | 'translations' }>) =>
  counts.reduce((sum, [, entries]) => sum + entries.split(',').length, 0)
