/** `parawire parse`: files in, one document per file out, before any grouping. */
import { resolve } from 'node:path'
import { UserError } from '../../errors.js'
import type { Document } from '../../model.js'
import { readDocuments } from '../../pipeline/pipeline.js'
import { sourcesOf } from '../../pipeline/sources.js'
import { corpusOptions } from '../corpus-flags.js'
import type { Io } from '../io.js'
import { countDocument, newTally } from '../report.js'
import { type Flags, type Job, modelOf, namesFrom, only, run } from '../run.js'
import { checkPartFlags, openShards, waysOf } from './shards.js'
import { tellDone } from './stage.js'

/** Prints a document a line, sorted by path; see `run` for the exit code. */
export async function parse(paths: readonly string[], flags: Flags, io: Io): Promise<number> {
  const tally = newTally(null)
  const job: Job<Document> = {
    tally,
    read: readDocuments,
    show: document => document,
    count: document => countDocument(tally, document),
    resumption: 'nothing is kept',
  }
  return flags.shards === undefined || flags.dryRun ? run(paths, flags, io, job) : parsePart(paths, flags, io, job)
}

/** Writes a part of a folder of parts, if it is not there. */
async function parsePart(paths: readonly string[], flags: Flags, io: Io, job: Job<Document>): Promise<number> {
  const folder = flags.shards!
  const { shard, decisions } = await corpusOptions(flags, io)
  if (!shard) throw new UserError('--shards needs --shard, the part to make of all, such as --shard 3/16')
  checkPartFlags(flags)
  if (flags.filesFrom === '-' || paths.includes('-'))
    throw new UserError(
      'parts are made of files that are there for every part; put what is on standard input in a file',
    )
  const shards = await openShards(folder, io)
  const inside: Flags = { ...flags, exclude: [...(flags.exclude ?? []), resolve(io.cwd, folder)] }
  const names = [...paths, ...(await namesFrom(flags, io))]
  const sources = await sourcesOf(names, {
    ...only(inside, ['root', 'include', 'exclude']),
    ...(await corpusOptions(flags, io)),
    cwd: io.cwd,
  })
  const { model } = modelOf(flags, io)
  const how = [
    flags.charset,
    flags.language,
    model?.sha256,
    flags.maxBytes,
    flags.strict,
    ...(decisions?.decisions ?? []),
  ]
  const by = waysOf(
    'parse',
    how,
    sources.map(({ path }) => path),
  )
  const mark = await shards.markOf('documents', shard)
  if (mark?.by === by) return tellDone([shards.pathOf('documents', shard)], mark.exitCode, flags, io)
  const { filesFrom: _, ...rest } = inside // a list is read once: it may be a pipe
  return run(names, rest, io, { ...job, sink: () => shards.begin('documents', shard, by) })
}
