/** `parawire group`: documents in, as `parse` prints them; the documents of each release out. */
import { UserError } from '../../errors.js'
import type { GroupedDocuments } from '../../model.js'
import type { GroupOptions } from '../../pipeline/pipeline.js'
import { type Command, DECISIONS, GROUPING, JOBS, TEXT, WRITTEN } from '../command.js'
import { corpusOptions, type Flags } from '../flags.js'
import { fileOutput, type Io, interruptible, standardOutput } from '../io.js'
import type { Job } from '../run.js'
import { countDocument, countUnapplied, newTally } from '../summary.js'
import type { Mark } from './shards.js'

export const groupCommand: Command = {
  name: 'group',
  description: 'Group documents into releases (stage 2 of build)',
  operands: [['[files...]', `output of parse; ${TEXT}`]],
  options: [
    ...WRITTEN,
    JOBS,
    DECISIONS,
    ...GROUPING,
    ['--explain', 'explain why files belong to one release or not, as text'],
    ['--shards <folder>', 'group the documents of all parts in a folder, and write as many parts'],
  ],
  examples: [
    ['parawire parse releases/ | parawire group > groups.ndjson', 'the second stage'],
    ['parawire parse releases/ | parawire group --explain', 'why files belong to one release or not'],
  ],
  /** Prints a release a line, in the order of the records of a build. */
  async run({ operands, flags, io }) {
    const [{ groupDocuments }, { checkNotRead }, { documentsFrom, runStage }] = await Promise.all([
      import('../../pipeline/pipeline.js'),
      import('../run.js'),
      import('./stage.js'),
    ])
    const own = await corpusOptions(flags, io)
    const tally = newTally(0)
    const job = (files: readonly string[]): Job<GroupedDocuments> => ({
      tally,
      read: (_, options) =>
        groupDocuments(documentsFrom(files, io), {
          ...own,
          ...options,
          onUnapplied: unapplied => countUnapplied(tally, unapplied),
        }),
      count: ({ documents }) => {
        tally.releases = (tally.releases ?? 0) + 1
        for (const document of documents) countDocument(tally, document)
      },
    })
    await checkNotRead(flags.output, operands, io)
    if (flags.explain) return explain(operands, flags, io, own)
    if (flags.shards === undefined) return runStage(flags, io, job(operands))
    if (operands.length > 0) throw new UserError('--shards names the files that are read; remove the others')
    return groupParts(flags, io, job, own)
  },
}

/** Prints for a person why files are one release, or not. */
async function explain(paths: readonly string[], flags: Flags, io: Io, options: GroupOptions): Promise<number> {
  const [{ explainGroups }, { documentsFrom }, { explanationText }] = await Promise.all([
    import('../../pipeline/pipeline.js'),
    import('./stage.js'),
    import('./group-report.js'),
  ])
  const files = flags.shards === undefined ? paths : await finishedDocuments(flags.shards, io)
  return interruptible(io, 'nothing is kept', async signal => {
    const isFile = flags.output !== undefined && flags.output !== '-'
    const output = isFile ? await fileOutput(flags.output!, io) : standardOutput(io)
    try {
      let number = 0
      for await (const { group, paths: names } of explainGroups(documentsFrom(files, io), { ...options, signal }))
        await output.write(`${explanationText(group, ++number, k => names[k]!).join('\n')}\n\n`)
      await output.finish()
    } catch (error) {
      await output.abandon()
      throw error
    }
    return 0
  })
}

async function finishedDocuments(folder: string, io: Io): Promise<string[]> {
  const { allMarks, allShards, openShards } = await import('./shards.js')
  const shards = await openShards(folder, io)
  const count = await shards.count('documents')
  await allMarks(shards, 'documents', count)
  return allShards(count).map(shard => shards.pathOf('documents', shard))
}

/** Writes as many parts as there are of documents: so many releases each, in their order. */
async function groupParts(
  flags: Flags,
  io: Io,
  jobOf: (files: readonly string[]) => Job<GroupedDocuments>,
  options: GroupOptions,
): Promise<number> {
  const [{ runStage }, { allMarks, allShards, checkPartFlags, decisionsOf, openShards, partsOf, tellDone, waysOf }] =
    await Promise.all([import('./stage.js'), import('./shards.js')])
  checkPartFlags(flags)
  const grouping = options.grouping instanceof Map ? options.grouping : [options.grouping]
  const how = [...grouping, options.learn, flags.strict, ...decisionsOf(options)]
  const shards = await openShards(flags.shards!, io)
  const count = await shards.count('documents')
  const before = await allMarks(shards, 'documents', count)
  const by = waysOf(
    'group',
    how,
    before.map(({ sha256 }) => sha256),
  )
  const all = allShards(count)
  const marks: (Mark | null)[] = []
  for (const shard of all) marks.push(await shards.markOf('releases', shard))
  const paths = (name: 'documents' | 'releases') => all.map(shard => shards.pathOf(name, shard))
  if (marks.every(mark => mark?.by === by)) return tellDone(paths('releases'), marks.at(-1)!.exitCode, flags, io)
  const job = jobOf(paths('documents'))
  let total = 0
  return runStage(flags, io, {
    ...job,
    read: (files, { onProgress, ...rest }) =>
      job.read(files, {
        ...rest,
        onProgress: (done, of) => {
          total = of
          onProgress?.(done, of)
        },
      }),
    sink: async () => partsOf(shards, count, by, () => total),
  })
}
