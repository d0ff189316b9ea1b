/**
 * The texts that a source holds: a file is one, a container those that are in it, which may be containers again. A container is
 * opened by its content, on the thread that reads files; what is in it goes the way of any file, under the path of the
 * container and its own (`a.zip/b.eml#2`).
 */
import { createHash } from 'node:crypto'
import { type ContainerFormat, containerOf } from '../containers/container-format.js'
import { type Budget, type FieldNames, type Inner, MAX_DEPTH, newBudget } from '../containers/inner.js'
import { DEFAULT_BYTES } from '../ingest/sizes.js'
import { type Refusal, refuse } from '../ingest/sniff.js'
import type { Name } from './document-meta.js'
import type { FileGiven, Inside } from './file.js'
import { bytesOf, type Source, type SourceOptions } from './sources.js'

/** A file, and what it is called. */
export type Item = FileGiven & Name

/** The files of a source, in their order; what cannot be used is reported. Throws where the run was stopped. */
export async function* itemsOf(source: Source, options: SourceOptions): AsyncGenerator<Item> {
  const bytes = await bytesOf(source, options)
  const { path, nameNotUtf8 } = source
  if (bytes) yield* itemsIn({ path, nameNotUtf8, bytes }, options, newBudget(), 0)
}

async function* itemsIn(item: Item, options: SourceOptions, budget: Budget, depth: number): AsyncGenerator<Item> {
  const { path, bytes, inside } = item
  const report = (path: string, { code, message }: Refusal) => options.onUnused?.({ path, code, message })
  const format = formatIn(item, options)
  if (format === null) {
    const refusal = depth > 0 && !inside?.format ? refuse(bytes, options.maxBytes) : null
    if (refusal) report(path, refusal)
    else yield item
  } else if (depth === MAX_DEPTH) {
    report(path, { code: 'UNREADABLE', message: 'it is in too many containers; unpack it first' })
  } else {
    const { isRefused, openContainer } = await import('../containers/containers.js')
    const { maxBytes = DEFAULT_BYTES } = options
    for await (const found of openContainer(format, bytes, path, { ...options, maxBytes, budget })) {
      options.signal?.throwIfAborted()
      if (isRefused(found)) report(path + found.suffix, found)
      else yield* itemsIn(innerItem(item, found), options, budget, depth + 1)
    }
  }
}

/** The container that an item is; null for a file that is read itself. */
function formatIn({ path, bytes, inside }: Item, fields: FieldNames): ContainerFormat | null {
  if (inside?.format === 'mail') return 'mail'
  return inside?.format ? null : containerOf(bytes, path, fields)
}

/** What a container gives, under its path, with what the containers around it say. */
function innerItem({ path, nameNotUtf8, inside }: Item, { suffix, bytes, step, facts, format, charset }: Inner): Item {
  const around: Inside = {
    container: [...(inside?.container ?? []), step],
    facts: { ...inside?.facts, ...facts },
    ...(format && { format }),
    ...(charset !== undefined && { charset }),
  }
  return { path: path + suffix, nameNotUtf8, bytes, inside: around }
}

/** What stands for a file in a store: the hash of its bytes, and what its container says of it. */
export const keyInside = (sha256: string, inside: Inside | undefined): string =>
  inside ? `${sha256}-${createHash('sha256').update(JSON.stringify(inside)).digest('hex')}` : sha256
