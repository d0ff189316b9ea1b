/**
 * Which documents of a release are exported. A release may hold several in one language: versions stand in their order
 * (a correction behind what it corrects), so by default the last one of each language stands for it.
 */
import type { Document, ReleaseRecord } from '../model.js'
import type { Counts, Settings } from './format.js'

/** The documents to export, in the order of the languages that were asked for, else in that of the record. */
export function editionsOf(
  { documents }: Pick<ReleaseRecord, 'documents'>,
  { languages, versions }: Settings,
  counts: Counts,
): Document[] {
  const byTag = new Map<string, Document[]>()
  for (const document of documents) {
    const { tag } = document.language
    const own = byTag.get(tag)
    if (own) own.push(document)
    else byTag.set(tag, [document])
  }
  const wanted = (languages ?? [...byTag.keys()]).map(tag => byTag.get(tag) ?? [])
  const chosen = wanted.flatMap(own => (versions === 'all' ? own : own.slice(-1)))
  counts.superseded += wanted.flat().length - chosen.length
  return chosen
}
