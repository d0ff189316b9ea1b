/**
 * Documents of a release that are another text than the rest (a page grouped by mistake, an abridged version), or that
 * were cut otherwise than the others, line by line. What they have or lack as a whole tells nothing of a translation; what
 * differs inside a unit does.
 */
import { loneBlocks, OWN, UNSURE } from './coverage.js'
import type { Discrepancy, ReleaseView } from './views.js'

// Of a faithful translation hardly a tenth of the blocks is alone; `parawire check` of `eval/releases` chose the number:
// texts with more were a page of news and a text wrapped line by line.
const MOST_ALONE = 0.4
const OF_TEXT = /^(?:block|sentence|dateline|contact)-missing$|^block-differs$/

/**
 * What a document has or lacks that is a stranger in the release is half as sure: it is another text than the rest, or
 * one that could not be cut as they are.
 */
export function withStrangers(found: readonly Discrepancy[], view: ReleaseView): Discrepancy[] {
  const unsure = strangers(view, loneBlocks(view))
  if (unsure.size === 0) return [...found]
  return found.map(gap => {
    const isUnsure = OF_TEXT.test(gap.code) && concerned(gap).some(id => unsure.has(id))
    return isUnsure ? { ...gap, sure: (gap.sure ?? 1) * UNSURE } : gap
  })
}

/**
 * Documents most of whose text has no counterpart: another text than the rest, or one that the aligner could not cut as
 * they are. What they have or lack tells nothing of the translation.
 */
function strangers({ documents, units }: ReleaseView, lone: ReadonlySet<string>): Set<string> {
  const shared = new Set(
    units.flatMap(({ unit, views }) => (views.length > 1 ? Object.values(unit.blocks).flat() : [])),
  )
  return new Set(
    documents.flatMap(({ id, blocks }) => {
      const text = blocks.filter(({ kind }) => !OWN.has(kind))
      const alone = text.filter(block => lone.has(block.id) || !shared.has(block.id)).length
      return alone > text.length * MOST_ALONE ? [id] : []
    }),
  )
}

/** The few that say something, or lack it; of two documents both. */
function concerned({ values, minority }: Discrepancy): string[] {
  const ids = Object.keys(values)
  const silent = ids.filter(id => values[id]!.length === 0)
  if (ids.length < 3 || silent.length * 2 === ids.length) return ids
  return [...minority, ...(silent.length * 2 < ids.length ? silent : ids.filter(id => values[id]!.length > 0))]
}
