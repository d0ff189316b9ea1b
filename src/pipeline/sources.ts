/** What a run reads: files, and texts that stand in none. */
import { findFiles, type IngestOptions, readFile } from '../ingest/ingest.js'
import type { Unused } from '../model.js'
import type { FileBytes } from './read-document.js'
import type { Name } from './tasks.js'

export interface Source extends Name {
  /** Where the file is, or the bytes themselves. */
  readonly from: string | Buffer | { readonly bytes: Uint8Array }
}

export interface SourceOptions extends Omit<IngestOptions, 'cwd'> {
  readonly cwd?: string
  readonly texts?: readonly FileBytes[]
  readonly signal?: AbortSignal
  onUnused?(unused: Unused): void
}

/** The given texts, and the files that the paths name, sorted by path. */
export async function sourcesOf(paths: readonly string[], options: SourceOptions): Promise<Source[]> {
  const { texts = [], cwd = process.cwd() } = options
  const files = paths.length > 0 ? await findFiles(paths, { ...options, cwd }, told(options)) : []
  return [
    ...texts.map(({ path, bytes }) => ({ path, nameNotUtf8: false, from: { bytes } })),
    ...files.map(({ path, nameNotUtf8, location }) => ({ path, nameNotUtf8, from: location })),
  ]
}

/** The bytes of a source; null where it cannot be used, which is told. Throws where the run was stopped. */
export async function bytesOf({ path, nameNotUtf8, from }: Source, options: SourceOptions): Promise<Uint8Array | null> {
  options.signal?.throwIfAborted()
  if (typeof from !== 'string' && 'bytes' in from) return from.bytes
  return readFile({ path, nameNotUtf8, location: from }, told(options))
}

const told = (options: SourceOptions) => (unused: Unused) => options.onUnused?.(unused)
