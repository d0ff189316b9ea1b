/** The options of `build` that are about a whole corpus: where work is kept, how many do it, what files become one release, which of them. */
import { resolve } from 'node:path'
import { UserError } from '../errors.js'
import { readManifest } from '../group/modes.js'
import { bytesOfSize } from '../ingest/sizes.js'
import type { Decisions } from '../model.js'
import type { CorpusOptions, DocumentOptions } from '../pipeline/pipeline.js'
import type { Grouping } from '../pipeline/releases.js'
import { checkDay } from '../pipeline/since.js'
import { type Io, readText } from './io.js'
import { shardOf } from './stages/shards.js'

export interface CorpusFlags {
  readonly work?: string
  readonly decisions?: readonly string[]
  readonly jobs?: string
  readonly group?: string
  readonly maxBytes?: string
  readonly limit?: string
  readonly since?: string
  readonly dryRun?: boolean
  readonly shard?: string
}

const MANIFEST = 'manifest='

/** The options that were given, checked. */
export async function corpusOptions(
  { work, jobs, group, maxBytes, limit, since, shard, decisions }: CorpusFlags,
  io: Io,
): Promise<
  Pick<CorpusOptions, 'work' | 'jobs' | 'grouping' | 'maxBytes' | 'limit' | 'since' | 'decisions'> &
    Pick<DocumentOptions, 'shard'>
> {
  return {
    ...(work !== undefined && { work: resolve(io.cwd, work) }),
    ...(jobs !== undefined && { jobs: numberOf('--jobs', 'threads', jobs, 4) }),
    ...(maxBytes !== undefined && { maxBytes: bytesOfSize(maxBytes) }),
    ...(limit !== undefined && { limit: numberOf('--limit', 'files', limit, 15) }),
    ...(shard !== undefined && { shard: shardOf(shard) }),
    ...(since !== undefined && { since: checkDay(since) }),
    ...(group !== undefined && { grouping: await groupingOf(group, io) }),
    ...(decisions !== undefined && { decisions: await decisionsIn(decisions, io) }),
  }
}

/** What is in all the files, in their order. Throws a UserError where one cannot be read. */
async function decisionsIn(paths: readonly string[], io: Io): Promise<Decisions> {
  if (paths.includes('-')) throw new UserError('--decisions needs a file that was saved from a report, not -')
  const { parseDecisions } = await import('../record/decisions-schema.js')
  const all: Decisions[] = []
  for (const path of paths) all.push(parseDecisions(await readText(path, io), path))
  return { ...all.at(-1)!, decisions: all.flatMap(({ decisions }) => decisions) }
}

function numberOf(option: string, things: string, value: string, digits: number): number {
  if (!/^[1-9]\d*$/.test(value) || value.length > digits)
    throw new UserError(`${option} takes a number of ${things} from 1, not "${value}"`)
  return Number(value)
}

/** `content`, `name`, `dir`, or `manifest=FILE` with a line `release<TAB>path` for each file. */
async function groupingOf(how: string, io: Io): Promise<Grouping> {
  if (how === 'content' || how === 'name' || how === 'dir') return how
  if (!how.startsWith(MANIFEST)) {
    const among = ['content', 'name', 'dir', 'manifest=FILE']
    throw new UserError(`--group takes content, name, dir or manifest=FILE, not "${how}"`, {
      unknown: { word: how, among },
    })
  }
  const file = how.slice(MANIFEST.length)
  return readManifest(await readText(file, io), file)
}
