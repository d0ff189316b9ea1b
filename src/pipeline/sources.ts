/** What a run reads: files, and texts that stand in none. */

import { containerOf } from '../containers/container-format.js'
import type { FieldNames } from '../containers/inner.js'
import { UserError } from '../errors.js'
import { findFiles, readFile, type SourceFile } from '../ingest/ingest.js'
import { checkMaxBytes } from '../ingest/sizes.js'
import type { Unused } from '../model.js'
import type { Name } from './document-meta.js'
import type { FileBytes } from './file.js'
import { isInShard, type Shard } from './shard.js'
import type { LeftOut } from './since.js'

/** A file, or the bytes themselves. */
export type Source = SourceFile | (Name & { readonly bytes: Uint8Array })

export interface SourceOptions extends FieldNames {
  /** Paths in records are relative to this folder; by default the deepest one common to all inputs. */
  readonly root?: string
  /** What counts inside a folder, instead of the names of formats that are read (`docs/formats.md`). */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** What relative paths are relative to; by default the process's working folder. */
  readonly cwd?: string
  /** Texts that stand in no file, besides the paths. */
  readonly texts?: readonly FileBytes[]
  /** Files above it are not read and are reported as TOO_LARGE; by default 32 MB, at most 128 MB. */
  readonly maxBytes?: number
  /** Only the first so many of the texts and files, by path. */
  readonly limit?: number
  /** Only the files of this part of all; every file is in one of them, by its path. */
  readonly shard?: Shard
  readonly signal?: AbortSignal
  /** Called with every input that is in no record. */
  onUnused?(unused: Unused): void
  /** Called with what `limit` and `since` leave out, once for each reason. */
  onLeftOut?(left: LeftOut): void
}

/**
 * The given texts, and the files that the paths name, sorted by path; the first so many of them where there is a limit,
 * and those of one part of all.
 */
export async function sourcesOf(paths: readonly string[], options: SourceOptions): Promise<Source[]> {
  const { texts = [], cwd = process.cwd(), limit = Number.POSITIVE_INFINITY, maxBytes } = options
  if (maxBytes !== undefined) checkMaxBytes(maxBytes)
  if (!(limit >= 1 && (Number.isInteger(limit) || limit === Number.POSITIVE_INFINITY)))
    throw new UserError(`the limit must be a whole number of files from 1, not ${limit}`)
  const files = paths.length > 0 ? await findFiles(paths, { ...options, cwd }, reporting(options)) : []
  const sources = [...texts.map(({ path, bytes }): Source => ({ path, nameNotUtf8: false, bytes })), ...files]
  if (sources.length > limit) options.onLeftOut?.({ because: 'limit', files: sources.length - limit, releases: null })
  return sources.slice(0, limit).filter(({ path }) => isOwn(path, options))
}

/** The bytes of a source; null where it cannot be used, which is reported. Throws where the run was stopped. */
export async function bytesOf(source: Source, options: SourceOptions): Promise<Uint8Array | null> {
  options.signal?.throwIfAborted()
  return 'bytes' in source
    ? source.bytes
    : readFile(source, reporting(options), {
        ...options,
        accepts: (bytes, name) => containerOf(bytes, name, options) !== null,
      })
}

const reporting = (options: SourceOptions) => (unused: Unused) => {
  if (isOwn(unused.path, options)) options.onUnused?.(unused)
}

const isOwn = (path: string, { shard }: SourceOptions) => shard === undefined || isInShard(path, shard)
