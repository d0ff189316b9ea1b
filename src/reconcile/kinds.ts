/**
 * A paragraph that all its counterparts show to be a summary, boilerplate, disclaimer or note is one too: the Danish
 * text without a dateline has no sign of its own that its first paragraph is the summary.
 */
import type { AlignedUnit, BlockKind, Document } from '../model.js'

const TAUGHT: ReadonlySet<BlockKind> = new Set(['summary', 'about', 'disclaimer', 'note'])

/** Documents with the kinds that siblings teach. Only blocks aligned one to one learn, and only from two or more, all agreeing. */
export function kindsFromSiblings(
  documents: readonly Document[],
  units: readonly AlignedUnit[],
  paragraphs: Readonly<Record<string, readonly string[]>>,
): Document[] {
  const kinds = new Map(documents.flatMap(d => d.blocks.map(b => [b.id, b.kind] as const)))
  const taught = new Map<string, BlockKind>()
  for (const unit of units) {
    const ids = Object.entries(unit.paragraphs).map(([d, ps]) => ps.map(p => paragraphs[d]![p]!))
    if (ids.some(blocks => blocks.length !== 1)) continue
    const members = ids.flat()
    const known = members.filter(id => kinds.get(id) !== 'paragraph')
    const kind = known[0] && kinds.get(known[0])
    if (known.length < 2 || known.length <= members.length / 2 || !kind || !TAUGHT.has(kind)) continue
    if (known.every(id => kinds.get(id) === kind)) for (const id of members) taught.set(id, kind)
  }
  return documents.map(d => learned(d, taught))
}

function learned(document: Document, taught: ReadonlyMap<string, BlockKind>): Document {
  if (!document.blocks.some(b => b.kind !== (taught.get(b.id) ?? b.kind))) return document
  const blocks = document.blocks.map(b => ({ ...b, kind: taught.get(b.id) ?? b.kind }))
  return { ...document, blocks, summary: document.summary ?? blocks.find(b => b.kind === 'summary')?.text ?? null }
}
