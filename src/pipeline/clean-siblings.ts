/**
 * What siblings write is clean too: of what they change, that stays as its file has it in which repair would find damage
 * anew. A letter that they mend or a line end that they settle may make a word look like mojibake.
 */

import { blockStarts, textOfBlocks } from '../edits/block-text.js'
import { isLayout } from '../edits/edits.js'
import { sharing } from '../edits/spans.js'
import { packs } from '../languages/index.js'
import type { Document, Reconciled, Repair } from '../model.js'
import { repair } from '../repair/repair.js'

/** `recut` with the documents in which it may change nothing: those that repair would not leave as they are cut. */
export function cleanlyRecut(
  documents: readonly Document[],
  recut: (left: ReadonlySet<string>) => readonly Document[],
): readonly Document[] {
  const result = recut(new Set())
  const unclean = result.filter((document, i) => foundAnew(document, documents[i]!).length > 0)
  return unclean.length === 0 ? result : recut(new Set(unclean.map(({ id }) => id)))
}

/** Rounds in which single blocks are left; then all that siblings changed in such a document. */
const ROUNDS = 2

/** `reconciled` with the blocks in which siblings may change nothing, until what they wrote is clean. */
export function cleanlyReconciled(
  documents: readonly Document[],
  reconciled: (left: ReadonlySet<string>) => Reconciled,
): Reconciled {
  const left = new Set<string>()
  for (let round = 1; ; round++) {
    const result = reconciled(left)
    const unclean = result.documents.flatMap((document, i) => uncleanBlocks(document, documents[i]!, round > ROUNDS))
    if (unclean.length === 0) return result
    for (const id of unclean) left.add(id)
  }
}

/** The changed blocks in which repair finds something; all that were changed where it finds it elsewhere, or for `all`. */
function uncleanBlocks(document: Document, before: Document, all: boolean): string[] {
  const found = foundAnew(document, before)
  if (found.length === 0) return []
  const changed = document.blocks.filter(({ text }, i) => text !== before.blocks[i]!.text)
  const at = blockStarts(document.blocks)
  const touched = changed.filter(({ id, text }) => {
    const start = at.get(id)!
    return sharing(found, { start, end: start + text.length }).length > 0
  })
  return (all || touched.length === 0 ? changed : touched).map(({ id }) => id)
}

/**
 * What repair finds in a document that siblings changed, where it found nothing before. What they took back, and what a
 * person rejected, looks like damage, and is let be; in a text that had none, a line end more makes none.
 */
function foundAnew(document: Document, before: Document): readonly Repair[] {
  const text = textOfBlocks(document.blocks)
  const isDamaged = document.unrepaired.length > 0 || document.repairs.some(({ kind }) => !isLayout(kind))
  const isTakenBack = document.rejected || document.unrepaired.some(({ reason }) => reason === 'vetoed')
  if (!isDamaged || isTakenBack || text === textOfBlocks(before.blocks)) return []
  const { repairs } = repair(text, packs)
  return repairs.length > 0 && repair(textOfBlocks(before.blocks), packs).repairs.length === 0 ? repairs : []
}
