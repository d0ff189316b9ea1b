/**
 * What a run holds in memory of a document while its text is on disk: what grouping asks for, and what dates the release.
 */
import type { GroupableDocument } from '../group/group.js'
import type { Document } from '../model.js'
import type { Name } from './tasks.js'

/** What the text of a file tells, whatever the file is called. */
interface Told extends Omit<GroupableDocument, 'path' | 'sha256'> {
  readonly dateline: { readonly date: string | null } | null
  readonly header: { readonly date: string | null } | null
  readonly crawled: string | null
}

export interface Card extends Told, Name {
  readonly sha256: string
}

/** A document's card as bytes. */
export function packCard({ language, dateline, header, crawled, blocks }: Document): Uint8Array {
  const told: Told = {
    language: { tag: language.tag },
    dateline: dateline && { date: dateline.date },
    header: header && { date: header.date },
    crawled,
    blocks: blocks.map(({ kind, text }) => ({ kind, text })),
  }
  return Buffer.from(JSON.stringify(told))
}

/** The card of a file. */
export const openCard = (bytes: Uint8Array, sha256: string, { path, nameNotUtf8 }: Name): Card => ({
  ...(JSON.parse(Buffer.from(bytes).toString()) as Told),
  sha256,
  path,
  nameNotUtf8,
})
