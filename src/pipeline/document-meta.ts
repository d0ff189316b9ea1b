/**
 * What a run holds in memory of a document while its text is on disk: the name of its file, and the dates that it states.
 * What grouping compares (its profile) is on disk as well.
 */

import type { Document } from '../model.js'
import type { Found } from '../store/disk-cache.js'
import { openJson, packJson } from '../structures/json-bytes.js'

/** What a file is called. */
export interface Name {
  readonly path: string
  readonly nameNotUtf8: boolean
}

/** What dates a release. */
interface Dates {
  readonly dateline: { readonly date: string | null } | null
  readonly header: { readonly date: string | null } | null
  readonly crawled: string | null
}

export interface DocumentMeta extends Dates, Name {
  readonly sha256: string
  /** Of the language. */
  readonly tag: string
  /** Where the document is in the store. */
  readonly entry: Found
}

/** A document's metadata as bytes. */
export function packMeta({ sha256, path, language: { tag }, dateline, header, crawled }: Document): Uint8Array {
  const dates: Dates = {
    dateline: dateline && { date: dateline.date },
    header: header && { date: header.date },
    crawled,
  }
  return packJson({ sha256, path, tag, nameNotUtf8: false, ...dates })
}

/** The metadata of an entry; under the name of its file, where the document was kept without one. */
export const openMeta = (bytes: Uint8Array, entry: Found, name?: Name): DocumentMeta => ({
  ...openJson<Omit<DocumentMeta, 'entry'>>(bytes),
  ...(name && { path: name.path, nameNotUtf8: name.nameNotUtf8 }),
  entry,
})
