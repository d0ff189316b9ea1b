/**
 * What the stages `group` and `align` share: what an earlier stage has printed in, from files or standard input, and a line
 * of JSON for each thing out.
 */
import { UserError } from '../../errors.js'
import type { Document, GroupedDocuments } from '../../model.js'
import { documentSchema, groupedDocumentsSchema } from '../../record/schema.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { readJson } from '../records/json.js'
import { documentProblems } from '../records/record-problems.js'
import { type Job, perform } from '../run.js'

/** Runs a stage to its end. Exit code 1 where, with `--strict`, something warned. */
export function runStage<T>(flags: Flags, io: Io, job: Job<T>): Promise<number> {
  const resumption = flags.shards === undefined ? 'nothing is kept' : 'the same command begins this part again'
  const isApart = !io.stdout.isTTY || (flags.output ?? '-') !== '-'
  return perform([], flags, io, { steps: ['releases'], resumption, ...job }, {}, isApart)
}

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
