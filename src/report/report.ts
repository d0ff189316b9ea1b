/**
 * A corpus as static pages that open from a disk, without a server and without a network: one for each release, and an
 * index. A record is turned into its page when the next one is known, to which it leads; of it a few hundred bytes are
 * kept for the index.
 */
import type { Finding, ReleaseRecord } from '../model.js'
import { entryOf, type IndexEntry, pathOf } from './index-data.js'
import { indexPages } from './index-page.js'
import { releasePage } from './release-page.js'
import { noSums, plus, type Sums, sumsOf } from './sums.js'

/** A file of the report: its path in the folder, with "/", and its text. */
export type Page = readonly [path: string, text: string]

interface Waiting {
  readonly record: ReleaseRecord
  readonly findings: readonly Finding[]
  readonly before: string | null
}

/** An empty report: add every record, then finish. */
export function newReport() {
  const releases: IndexEntry[] = []
  const sums = new Map<string, Sums>()
  const tenths: number[] = new Array(TENTHS).fill(0)
  let total = noSums
  let generator = ''
  let waiting: Waiting | null = null
  const pageBefore = (after: string | null): readonly Page[] => {
    if (!waiting) return []
    const { record, findings, before } = waiting
    return [[pathOf(record), releasePage(record, findings, { before, after })]]
  }
  return {
    /** Takes a record and what `check` says of it; gives the page of the one before it. The id of a record names its file. */
    add(record: ReleaseRecord, findings: readonly Finding[]): readonly Page[] {
      const pages = pageBefore(record.id)
      waiting = { record, findings, before: waiting?.record.id ?? null }
      releases.push(entryOf(record, findings))
      generator = record.generator.version
      for (const document of record.documents) {
        const own = sumsOf(document, record)
        const { tag } = document.language
        sums.set(tag, plus(sums.get(tag) ?? noSums, own))
        total = plus(total, own)
      }
      for (const { confidence } of record.alignment.units)
        tenths[Math.min(TENTHS - 1, Math.floor(confidence * TENTHS))]!++
      return pages
    },
    /** The page of the last record, and those of the index, `index.html` last. */
    *finish(): Generator<Page> {
      yield* pageBefore(null)
      yield* indexPages({ releases, sums, total, tenths, generator })
    },
  }
}

const TENTHS = 10
