/**
 * What the stages `group` and `align` share: what an earlier stage has printed in, from files or standard input, and a line
 * of JSON for each thing out.
 */
import { UserError } from '../../errors.js'
import type { Decision, Decisions, Document, GroupedDocuments } from '../../model.js'
import { documentSchema, groupedDocumentsSchema } from '../../record/schema.js'
import { interruptible } from '../interruption.js'
import type { Io } from '../io.js'
import { startProgress } from '../progress.js'
import { readJson } from '../records/json.js'
import { documentProblems } from '../records/record-problems.js'
import { colours, summary, type Tally } from '../report.js'
import { type Sink, sinkOf } from './sink.js'

/** The options of the command line that every stage has. */
export interface StageFlags {
  readonly output?: string
  readonly pretty?: boolean
  readonly shards?: string
  readonly shard?: string
  readonly jobs?: string
  readonly quiet?: boolean
  readonly strict?: boolean
  readonly color?: boolean
}

/** What a stage makes, how it is counted, and where it goes if not where the options say. */
export interface Stage<T> {
  readonly tally: Tally
  make(options: { signal: AbortSignal; onProgress(done: number, total: number): void }): AsyncIterable<T>
  count(item: T): void
  sink?(): Promise<Sink>
}

/** Runs a stage to its end. Exit code 1 where, with `--strict`, something warned. */
export async function runStage<T>(flags: StageFlags, io: Io, stage: Stage<T>): Promise<number> {
  const isWanted = !flags.quiet && (!io.stdout.isTTY || (flags.output ?? '-') !== '-')
  const resumption = flags.shards === undefined ? 'nothing is kept' : 'the same command begins this part again'
  return interruptible(io, resumption, async signal => {
    const progress = await startProgress(io, isWanted, 'releases')
    const sink = await (stage.sink?.() ?? sinkOf(flags, io))
    try {
      for await (const item of stage.make({ signal, onProgress: progress.show })) {
        stage.count(item)
        await sink.write(item)
      }
      const code = flags.strict && stage.tally.warnings.size > 0 ? 1 : 0
      await sink.finish(code)
      progress.stop()
      if (!flags.quiet) io.stderr.write(summary(stage.tally, { unused: [], leftOut: [] }, colours(flags.color, io)))
      return code
    } catch (error) {
      await sink.abandon()
      throw error
    } finally {
      progress.stop()
    }
  })
}

/** Decisions among the options by which the parts of a stage are known. */
export const decisionsOf = ({ decisions }: { readonly decisions?: Decisions }): readonly Decision[] =>
  decisions?.decisions ?? []

/** Documents as `parse` prints them; nothing named is standard input. Throws a UserError for anything else. */
export const documentsFrom = (paths: readonly string[], io: Io) =>
  itemsFrom<Document>(paths, io, {
    what: 'no document as parawire parse prints it',
    schema: documentSchema,
    problemIn: document => documentProblems(document)[0],
  })

/** Releases as `group` prints them. Throws a UserError for anything else. */
export const releasesFrom = (paths: readonly string[], io: Io) =>
  itemsFrom<GroupedDocuments>(paths, io, {
    what: 'no release as parawire group prints it',
    schema: groupedDocumentsSchema,
    problemIn: releaseProblem,
  })

function releaseProblem({ documents, versions }: GroupedDocuments): string | undefined {
  const tags = documents.map(({ language }) => language.tag)
  if (tags.some((tag, i) => tag < (tags[i - 1] ?? ''))) return '$.documents: they are not sorted by language'
  for (const [i, { document, versionOf }] of versions.entries())
    if (document === versionOf || tags[document] === undefined || tags[document] !== tags[versionOf])
      return `$.versions[${i}]: a version names a document that is not there, or is in another language`
  return documents.flatMap((document, i) =>
    documentProblems(document).map(law => `$.documents[${i}]${law.slice(1)}`),
  )[0]
}

/** What a stage reads: what is said of anything else, its schema, and what else is wrong with it. */
interface Wanted<T> {
  readonly what: string
  readonly schema: {
    safeParse(value: unknown): { error?: { issues: readonly { path: PropertyKey[]; message: string }[] } }
  }
  problemIn(item: T): string | undefined
}

async function* itemsFrom<T>(
  paths: readonly string[],
  io: Io,
  { what, schema, problemIn }: Wanted<T>,
): AsyncGenerator<T> {
  for (const path of paths.length > 0 ? paths : [undefined]) {
    for await (const item of readJson(path, io)) {
      const where = `${path ?? '-'}, ${item.where}`
      if ('problem' in item) throw new UserError(`${where}: ${item.problem}: ${what}; is the file complete?`)
      const [issue] = schema.safeParse(item.value).error?.issues ?? []
      const problem = issue ? `${['$', ...issue.path].join('.')}: ${issue.message}` : problemIn(item.value as T)
      if (problem !== undefined)
        throw new UserError(`${where}: ${what}: ${problem}; is it the output of the stage before, as it was printed?`)
      yield item.value as T // as it stands: keys keep their order
    }
  }
}

/** Tells that a part was made before; the exit code is that of then. */
export function tellDone(paths: readonly string[], exitCode: number, flags: StageFlags, io: Io): number {
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : ''
  if (!flags.quiet) io.stderr.write(`parawire: ${paths[0]}${more}: made before, nothing to do\n`)
  return exitCode
}
