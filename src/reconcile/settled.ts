/**
 * What a person has decided of a document is settled: siblings neither change an accepted repair nor touch the place of a
 * rejected one. The document itself says what was decided (`decided` of a repair, `rejected`).
 */

import { blockStarts } from '../edits/block-text.js'
import { resultSpans, sourceSpan } from '../edits/edits.js'
import { byPlace, sharing } from '../edits/spans.js'
import type { Document, Span } from '../model.js'

/** Is a place in the decoded text settled? */
export function settledIn({ repairs, rejected = [] }: Document): (span: Span) => boolean {
  const accepted = repairs.filter(({ decided }) => decided !== undefined)
  const settled: readonly Span[] = [...accepted, ...rejected].sort(byPlace)
  return span => sharing(settled, span).length > 0
}

/** The changes of a document that touch nothing settled; offsets in the text of a block. */
export function withoutSettled<C extends Span & { readonly block: string }>(
  document: Document,
  changes: readonly C[],
): readonly C[] {
  if (changes.length === 0 || !hasDecisions(document)) return changes
  const { blocks, repairs } = document
  const isSettled = settledIn(document)
  const results = resultSpans(repairs)
  const starts = blockStarts(blocks)
  return changes.filter(({ block, start, end }) => {
    const at = starts.get(block)!
    return !isSettled(sourceSpan(repairs, results, { start: at + start, end: at + end }))
  })
}

const hasDecisions = ({ repairs, rejected }: Document) =>
  rejected !== undefined || repairs.some(({ decided }) => decided !== undefined)
