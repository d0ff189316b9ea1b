/** `parawire parse`: files in, one document per file out, before any grouping. */
import { resolve } from 'node:path'
import { UserError } from '../../errors.js'
import type { Document } from '../../model.js'
import { type Command, DECISIONS, INPUTS, JOBS, LIMITS, MODEL, PATHS, SHARDS, WRITTEN } from '../command.js'
import { corpusOptions, FIELDS, type Flags, modelOf, namesFrom, only } from '../flags.js'
import type { Io } from '../io.js'
import type { Job } from '../run.js'
import { countDocument, newTally } from '../summary.js'

export const parseCommand: Command = {
  name: 'parse',
  description: 'Read and repair files: one document per file (stage 1 of build)',
  operands: [PATHS],
  options: [...INPUTS, ...WRITTEN, MODEL, DECISIONS, ...LIMITS, JOBS, ...SHARDS],
  examples: [
    ['parawire parse releases/ -o documents.ndjson', 'the first of three stages'],
    ['parawire parse releases/ --shard 1/4 --shards parts', 'a quarter of the files, on one machine of four'],
  ],
  /** Prints a document a line, sorted by path. */
  async run({ operands, flags, io }) {
    const [{ readDocuments }, { run }] = await Promise.all([import('../../pipeline/pipeline.js'), import('../run.js')])
    const tally = newTally(null)
    const job: Job<Document> = {
      tally,
      read: readDocuments,
      count: document => countDocument(tally, document),
      resumption: 'nothing is kept',
    }
    if (flags.shards === undefined || flags.dryRun) return run(operands, flags, io, job)
    return parsePart(operands, flags, io, job)
  },
}

/** Writes a part of a folder of parts, if it is not there. */
async function parsePart(paths: readonly string[], flags: Flags, io: Io, job: Job<Document>): Promise<number> {
  const [{ sourcesOf }, { run }, { checkPartFlags, decisionsOf, openShards, tellDone, waysOf }] = await Promise.all([
    import('../../pipeline/sources.js'),
    import('../run.js'),
    import('./shards.js'),
  ])
  const folder = flags.shards!
  const options = await corpusOptions(flags, io)
  const { shard } = options
  if (!shard) throw new UserError('--shards needs --shard, the part to make of all, such as --shard 3/16')
  checkPartFlags(flags)
  if (flags.filesFrom === '-' || paths.includes('-'))
    throw new UserError(
      'parts are made of files that are there for every part; put what is on standard input in a file',
    )
  const shards = await openShards(folder, io)
  const inside: Flags = { ...flags, exclude: [...(flags.exclude ?? []), resolve(io.cwd, folder)] }
  const names = [...paths, ...(await namesFrom(flags, io))]
  const which = { ...only(inside, ['root', 'include', 'exclude']), ...options, cwd: io.cwd }
  const sources = await sourcesOf(names, which)
  const { charset, language, maxBytes, strict } = flags
  const { model } = await modelOf(flags, io)
  const by = waysOf(
    'parse',
    [charset, language, model?.sha256, maxBytes, strict, only(flags, FIELDS), ...decisionsOf(options)],
    sources.map(({ path }) => path),
  )
  const mark = await shards.markOf('documents', shard)
  if (mark?.by === by) return tellDone([shards.pathOf('documents', shard)], mark.exitCode, flags, io)
  const { filesFrom: _, ...rest } = inside // a list is read once: it may be a pipe
  return run(names, rest, io, { ...job, sink: () => shards.begin('documents', shard, by) })
}
