/** `parawire align`: releases in, as `group` prints them; their records out. */
import { UserError } from '../../errors.js'
import type { ReleaseRecord } from '../../model.js'
import type { Shard } from '../../pipeline/shard.js'
import { type Command, DECISIONS, EMBEDDINGS, JOBS, MODEL, SHARDS, TEXT, WRITTEN } from '../command.js'
import { corpusOptions, embeddingsOf, type Flags, modelOf } from '../flags.js'
import type { Io } from '../io.js'
import type { Job } from '../run.js'
import { countRecord, countUnapplied, newTally } from '../summary.js'
import type { Shards } from './shards.js'

const INTERRUPTED = 128 // and the number of the signal

export const alignCommand: Command = {
  name: 'align',
  description: 'Align the documents of each release: one record per release (stage 3 of build)',
  operands: [['[files...]', `output of group; ${TEXT}`]],
  options: [...WRITTEN, MODEL, ...EMBEDDINGS, DECISIONS, JOBS, ...SHARDS],
  examples: [
    [
      'parawire parse releases/ | parawire group | parawire align > corpus.ndjson',
      'the same output as parawire releases/',
    ],
    ['parawire align groups.ndjson -o corpus.ndjson', 'the third stage alone'],
  ],
  /** Prints a record a line, in the order of the releases. */
  async run({ operands, flags, io }) {
    const [{ alignReleases }, { checkNotRead }, { releasesFrom, runStage }] = await Promise.all([
      import('../../pipeline/pipeline.js'),
      import('../run.js'),
      import('./stage.js'),
    ])
    const own = {
      ...(await corpusOptions(flags, io)),
      ...(await modelOf(flags, io)),
      ...(await embeddingsOf(flags, io)),
    }
    const job = (files: readonly string[]): Job<ReleaseRecord> => {
      const tally = newTally(0)
      return {
        tally,
        read: (_, { signal }) =>
          alignReleases(releasesFrom(files, io), {
            ...own,
            ...(signal && { signal }),
            // Of a part nobody can say that a file is nowhere.
            ...(flags.shards === undefined && { onUnapplied: unapplied => countUnapplied(tally, unapplied) }),
          }),
        count: record => countRecord(tally, record),
      }
    }
    if (flags.shards === undefined) {
      if (flags.shard !== undefined) throw new UserError('--shard needs --shards, the folder of the parts')
      await checkNotRead(flags.output, operands, io)
      return runStage(flags, io, job(operands))
    }
    if (operands.length > 0) throw new UserError('--shards names the files that are read; remove the others')
    const { allShards, checkPartFlags, decisionsOf, openShards } = await import('./shards.js')
    checkPartFlags(flags)
    const shards = await openShards(flags.shards, io)
    const count = await shards.count('releases')
    const how = [own.model?.sha256, flags.embeddings, flags.embeddingsModel, flags.strict, ...decisionsOf(own)]
    let code = 0
    for (const shard of own.shard ? [own.shard] : allShards(count)) {
      code = Math.max(code, await alignPart(shards, shard, count, how, flags, io, job))
      if (code >= INTERRUPTED) break
    }
    return code
  },
}

async function alignPart(
  shards: Shards,
  shard: Shard,
  count: number,
  how: readonly unknown[],
  flags: Flags,
  io: Io,
  job: (files: readonly string[]) => Job<ReleaseRecord>,
): Promise<number> {
  const [{ runStage }, { tellDone, waysOf }] = await Promise.all([import('./stage.js'), import('./shards.js')])
  if (shard.count !== count)
    throw new UserError(
      `--shard ${shard.number}/${shard.count}: ${flags.shards} holds releases in ${count} parts; name one of 1/${count} to ${count}/${count}`,
    )
  const before = await shards.markOf('releases', shard)
  const path = shards.pathOf('releases', shard)
  if (!before)
    throw new UserError(`${path} is unfinished or was changed; run parawire group --shards ${flags.shards} first`)
  const by = waysOf('align', how, [before.sha256])
  const mark = await shards.markOf('records', shard)
  if (mark?.by === by) return tellDone([shards.pathOf('records', shard)], mark.exitCode, flags, io)
  return runStage(flags, io, { ...job([path]), sink: () => shards.begin('records', shard, by) })
}
