/** The options of `build` that are about a whole corpus: where work is kept, how many do it, what files become one release. */
import { resolve } from 'node:path'
import { UserError } from '../errors.js'
import { readManifest } from '../group/modes.js'
import type { CorpusOptions } from '../pipeline/pipeline.js'
import type { Grouping } from '../pipeline/releases.js'
import { type Io, readInput } from './io.js'

export interface CorpusFlags {
  readonly work?: string
  readonly jobs?: string
  readonly group?: string
}

const MANIFEST = 'manifest='

/** The options that were given, checked. */
export async function corpusOptions(
  { work, jobs, group }: CorpusFlags,
  io: Io,
): Promise<Pick<CorpusOptions, 'work' | 'jobs' | 'grouping'>> {
  return {
    ...(work !== undefined && { work: resolve(io.cwd, work) }),
    ...(jobs !== undefined && { jobs: numberOf(jobs) }),
    ...(group !== undefined && { grouping: await groupingOf(group, io) }),
  }
}

function numberOf(jobs: string): number {
  if (!/^[1-9]\d{0,3}$/.test(jobs)) throw new UserError(`--jobs takes a number of threads from 1, not "${jobs}"`)
  return Number(jobs)
}

/** `content`, `name`, `dir`, or `manifest=FILE` with a line `release<TAB>path` for each file. */
async function groupingOf(how: string, io: Io): Promise<Grouping> {
  if (how === 'content' || how === 'name' || how === 'dir') return how
  if (!how.startsWith(MANIFEST)) throw new UserError(`--group takes content, name, dir or manifest=FILE, not "${how}"`)
  const file = how.slice(MANIFEST.length)
  return readManifest(Buffer.from(await readInput(file, io)).toString('utf8'), file)
}
