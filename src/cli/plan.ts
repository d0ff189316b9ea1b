/**
 * `--dry-run`: which files a run would read. Nothing is read but names and sizes, and nothing is written. How many of
 * them a work folder knows already is not told: that goes by what is in them, and to know it they would have to be read.
 */

import { sizeOf } from '../ingest/ingest.js'
import { AT_ONCE } from '../ingest/walk.js'
import type { Unused } from '../model.js'
import type { CorpusOptions } from '../pipeline/pipeline.js'
import { type Source, sourcesOf } from '../pipeline/sources.js'
import { type Io, printable, standardOutput } from './io.js'

/** What would be read. */
export interface Plan {
  readonly files: number
  readonly bytes: number
}

/** Prints the path of each file that would be read, a line each, as a record would show it but for control characters. */
export async function plan(inputs: readonly string[], options: CorpusOptions, io: Io): Promise<Plan> {
  const names = inputs.filter(path => path !== '-')
  const texts = names.length < inputs.length ? [{ path: '-', bytes: new Uint8Array(0) }] : []
  const sources = await sourcesOf(names, { ...options, texts })
  const output = standardOutput(io)
  let [files, bytes] = [0, 0]
  for (let start = 0; start < sources.length; start += AT_ONCE) {
    const some = sources.slice(start, start + AT_ONCE)
    const sizes = await Promise.all(some.map(source => sizeOfSource(source, options)))
    const used = some.filter((_, k) => sizes[k] !== null)
    files += used.length
    bytes += sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
    if (used.length > 0) await output.write(used.map(({ path }) => `${printable(path)}\n`).join(''))
  }
  return { files, bytes }
}

async function sizeOfSource(source: Source, options: CorpusOptions): Promise<number | null> {
  const onUnused = (unused: Unused) => options.onUnused?.(unused)
  return 'bytes' in source ? source.bytes.length : sizeOf(source, onUnused, options)
}
