/** `parawire learn`: a corpus in, a model file out, which `build`, `parse` and `repair` use when they are told to. */
import { UserError } from '../errors.js'
import type { NotLearned } from '../learn/clean.js'
import type { ModelHeader, Section } from '../learned/learned.js'
import { type LearnOptions, learnCorpus } from '../pipeline/learn-corpus.js'
import type { Io } from './io.js'
import { colours, countDocument, newTally } from './report.js'
import { type Flags, run } from './run.js'

/** Prints the model, a line a section; see `run` for the exit code. */
export async function learn(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  if (paths.includes('-')) throw new UserError('learn reads files, not standard input; name files, folders or patterns')
  const tally = newTally(null)
  const skipped = new Map<NotLearned, number>()
  const skip = (why: NotLearned) => skipped.set(why, (skipped.get(why) ?? 0) + 1)
  const lines: (ModelHeader | Section)[] = []
  const code = await run<ModelHeader | Section>(paths, flags, io, {
    tally,
    steps: 'steps',
    read: async function* (inputs, options) {
      const onLearned: LearnOptions['onLearned'] = (document, why) => {
        countDocument(tally, document)
        if (why) skip(why)
      }
      lines.push(...(await learnCorpus(inputs, { ...options, onLearned, onDuplicate: () => skip('duplicate') })))
      if (!lines.some(isWords)) throw nothingLearned(skipped)
      yield* lines
    },
    show: line => line,
    count: () => {},
  })
  if (!flags.quiet) io.stderr.write(summary(lines, skipped, colours(flags.color, io)))
  return code
}

const isWords = (line: ModelHeader | Section) => 'section' in line && line.section === 'words'

/** What was learned from how many texts, and why not from the others. */
function summary(
  lines: readonly (ModelHeader | Section)[],
  skipped: ReadonlyMap<NotLearned, number>,
  chalk: ReturnType<typeof colours>,
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

const reasons = (skipped: ReadonlyMap<NotLearned, number>) =>
  [...skipped]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([why, n]) => `${why} ${n}`)
    .join(', ')

const nothingLearned = (skipped: ReadonlyMap<NotLearned, number>) =>
  new UserError(
    `nothing was learned${skipped.size > 0 ? ` (${reasons(skipped)})` : ''}; name clean texts in a supported language`,
  )

const entriesIn = ({ counts }: Extract<Section, { section: 'words' | 'translations' }>) =>
  counts.reduce((sum, [, entries]) => sum + entries.split(',').length, 0)
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
