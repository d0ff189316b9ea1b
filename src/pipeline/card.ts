/**
 * What a run holds in memory of a document while its text is on disk: the name of its file, and the dates that it states.
 * What grouping compares (its profile) is on disk as well.
 */
import type { Document } from '../model.js'
import type { Name } from './tasks.js'

/** What dates a release. */
interface Dates {
  readonly dateline: { readonly date: string | null } | null
  readonly header: { readonly date: string | null } | null
  readonly crawled: string | null
}

export interface Card extends Dates, Name {
  readonly sha256: string
}

/** A document's card as bytes, without the name of its file. */
export function packCard({ dateline, header, crawled }: Document): Uint8Array {
  const dates: Dates = {
    dateline: dateline && { date: dateline.date },
    header: header && { date: header.date },
    crawled,
  }
  return Buffer.from(JSON.stringify(dates))
}

/** The card of a file. */
export const openCard = (bytes: Uint8Array, sha256: string, { path, nameNotUtf8 }: Name): Card => ({
  ...(JSON.parse(Buffer.from(bytes).toString()) as Dates),
  sha256,
  path,
  nameNotUtf8,
})
