/** `parawire group`: documents in, as `parse` prints them; the documents of each release out. */
import { UserError } from '../../errors.js'
import type { GroupedDocuments } from '../../model.js'
import { explainGroups, type GroupOptions, groupDocuments } from '../../pipeline/pipeline.js'
import { corpusOptions } from '../corpus-flags.js'
import { interruptible } from '../interruption.js'
import { fileOutput, type Io, standardOutput } from '../io.js'
import { checkNotRead } from '../overwriting.js'
import { countDocument, countUnapplied, newTally } from '../report.js'
import { explanationText } from './group-report.js'
import { allMarks, allShards, checkPartFlags, type Mark, openShards, type Shards, waysOf } from './shards.js'
import type { Sink } from './sink.js'
import { decisionsOf, documentsFrom, runStage, type Stage, type StageFlags, tellDone } from './stage.js'

export interface GroupFlags extends StageFlags {
  readonly group?: string
  readonly decisions?: readonly string[]
  readonly explain?: boolean
}

/** Prints a release a line, in the order of the records of a build. Throws a UserError for what is no document. */
export async function group(paths: readonly string[], flags: GroupFlags, io: Io): Promise<number> {
  const own = await corpusOptions(flags, io)
  const tally = newTally(0)
  const stage = (files: readonly string[]): Stage<GroupedDocuments> => ({
    tally,
    make: options =>
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
  await checkNotRead(flags.output, paths, io)
  if (flags.explain) return explain(paths, flags, io, own)
  if (flags.shards === undefined) return runStage(flags, io, stage(paths))
  if (paths.length > 0) throw new UserError('--shards names the files that are read; remove the others')
  checkPartFlags(flags)
  const grouping = own.grouping instanceof Map ? own.grouping : [own.grouping]
  return groupParts(flags, io, stage, [...grouping, flags.strict, ...decisionsOf(own)])
}

/** Prints for a person why files are one release, or not. */
async function explain(paths: readonly string[], flags: GroupFlags, io: Io, options: GroupOptions): Promise<number> {
  const files = flags.shards === undefined ? paths : await finishedDocuments(await openShards(flags.shards, io))
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

async function finishedDocuments(shards: Shards): Promise<string[]> {
  const count = await shards.count('documents')
  await allMarks(shards, 'documents', count)
  return allShards(count).map(shard => shards.pathOf('documents', shard))
}

/** Writes as many parts as there are of documents: so many releases each, in their order. */
async function groupParts(
  flags: GroupFlags,
  io: Io,
  stageOf: (files: readonly string[]) => Stage<GroupedDocuments>,
  how: unknown,
): Promise<number> {
  const shards = await openShards(flags.shards!, io)
  const count = await shards.count('documents')
  const before = await allMarks(shards, 'documents', count)
  const by = waysOf(
    'group',
    how,
    before.map(({ sha256 }) => sha256),
  )
  const marks: (Mark | null)[] = []
  for (const shard of allShards(count)) marks.push(await shards.markOf('releases', shard))
  const paths = (name: 'documents' | 'releases') => allShards(count).map(shard => shards.pathOf(name, shard))
  if (marks.every(mark => mark?.by === by)) return tellDone(paths('releases'), marks.at(-1)!.exitCode, flags, io)
  const stage = stageOf(paths('documents'))
  let total = 0
  return runStage(flags, io, {
    ...stage,
    make: options =>
      stage.make({
        ...options,
        onProgress: (done, all) => {
          total = all
          options.onProgress(done, all)
        },
      }),
    sink: async () => partsOf(shards, count, by, () => total),
  })
}

/** Writes to one part after another; what there is in all is known when the first thing comes. */
function partsOf(shards: Shards, count: number, by: string, totalOf: () => number): Sink {
  let [written, done] = [0, 0]
  let part: Sink | null = null
  const next = async (): Promise<Sink> => {
    await part?.finish(0)
    return shards.begin('releases', { number: ++done, count }, by)
  }
  return {
    async write(item) {
      const own = 1 + Math.floor((written++ * count) / totalOf())
      while (!part || done < own) part = await next()
      await part.write(item)
    },
    async finish(exitCode) {
      while (done < count) part = await next()
      await part?.finish(exitCode)
    },
    abandon: async () => part?.abandon(),
  }
}
