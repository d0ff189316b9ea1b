/** `parawire align`: releases in, as `group` prints them; their records out. */
import { UserError } from '../../errors.js'
import type { ReleaseRecord } from '../../model.js'
import { alignReleases } from '../../pipeline/pipeline.js'
import type { Shard } from '../../pipeline/shard.js'
import { countRecord } from '../build.js'
import { corpusOptions } from '../corpus-flags.js'
import type { Io } from '../io.js'
import { checkNotRead } from '../overwriting.js'
import { countUnapplied, newTally } from '../report.js'
import { embeddingsOf, type Flags, modelOf } from '../run.js'
import { allShards, checkPartFlags, openShards, type Shards, waysOf } from './shards.js'
import { decisionsOf, releasesFrom, runStage, type Stage, tellDone } from './stage.js'

const INTERRUPTED = 128 // and the number of the signal

/** Prints a record a line, in the order of the releases. Throws a UserError for what is no release. */
export async function align(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const own = { ...(await corpusOptions(flags, io)), ...modelOf(flags, io), ...(await embeddingsOf(flags, io)) }
  const stage = (files: readonly string[]): Stage<ReleaseRecord> => {
    const tally = newTally(0)
    return {
      tally,
      make: ({ signal }) =>
        alignReleases(releasesFrom(files, io), {
          ...own,
          signal,
          // Of a part nobody can say that a file is nowhere.
          ...(flags.shards === undefined && { onUnapplied: unapplied => countUnapplied(tally, unapplied) }),
        }),
      count: record => countRecord(tally, record),
    }
  }
  if (flags.shards === undefined) {
    if (flags.shard !== undefined) throw new UserError('--shard needs --shards, the folder of the parts')
    await checkNotRead(flags.output, paths, io)
    return runStage(flags, io, stage(paths))
  }
  if (paths.length > 0) throw new UserError('--shards names the files that are read; remove the others')
  checkPartFlags(flags)
  const shards = await openShards(flags.shards, io)
  const count = await shards.count('releases')
  const wanted = own.shard ? [own.shard] : allShards(count)
  const how = [own.model?.sha256, flags.embeddings, flags.embeddingsModel, flags.strict, ...decisionsOf(own)]
  let code = 0
  for (const shard of wanted) {
    code = Math.max(code, await alignPart(shards, shard, count, how, flags, io, stage))
    if (code >= INTERRUPTED) break
  }
  return code
}

async function alignPart(
  shards: Shards,
  shard: Shard,
  count: number,
  how: readonly unknown[],
  flags: Flags,
  io: Io,
  stage: (files: readonly string[]) => Stage<ReleaseRecord>,
): Promise<number> {
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
  return runStage(flags, io, { ...stage([path]), sink: () => shards.begin('records', shard, by) })
}
