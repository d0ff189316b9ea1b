/**
 * What the documents of a release tell of each other: the date and the wire that most of them state, what one may
 * inherit from the others, the kind of a block that its counterparts show, and whether a lossy repair stands. Each
 * thing that a document did not state itself names the document it comes from.
 */
import type { PackOf } from '../languages/pack.js'
import type { AlignedUnit, Document, Reconciled, Version, Warning } from '../model.js'
import { languageCount } from '../releases/versions.js'
import { inheritDatelines, issuedBy, wireOf } from './issued.js'
import { issuerOf } from './issuer.js'
import { kindsFromSiblings } from './kinds.js'
import { hearWitnesses } from './witnesses.js'

/**
 * Reconcile the documents of one release. Paragraph numbers of `units` lead into `paragraphs[document id]`, block ids. The
 * texts of the blocks in `left` stay as they are.
 */
export function reconcile(
  documents: readonly Document[],
  units: readonly AlignedUnit[],
  paragraphs: Readonly<Record<string, readonly string[]>>,
  packOf: PackOf,
  versions: readonly Version[] = [],
  left: ReadonlySet<string> = new Set(),
): Reconciled {
  const { issued, warnings } = issuedBy(documents)
  const heard = hearWitnesses(documents, units, paragraphs, packOf, left)
  const kinded = kindsFromSiblings(heard.documents, units, paragraphs)
  return {
    documents: inheritDatelines(kinded, issued),
    units: heard.units,
    issued,
    wire: wireOf(documents),
    issuer: issuerOf(heard.documents, packOf),
    warnings: [...warnings, ...duplicates(documents), ...singleLanguage(documents, versions)],
  }
}

function duplicates(documents: readonly Document[]): Warning[] {
  const first = new Map<string, Document>()
  const warnings: Warning[] = []
  for (const document of documents) {
    const twin = first.get(document.sha256)
    if (twin)
      warnings.push({ code: 'DUPLICATE_CONTENT', message: `${document.path} has the same content as ${twin.path}` })
    else first.set(document.sha256, document)
  }
  return warnings
}

function singleLanguage(documents: readonly Document[], versions: readonly Version[]): Warning[] {
  if (languageCount(documents, versions) > 1) return []
  const tag = documents[0]?.language.tag
  return [{ code: 'SINGLE_LANGUAGE', message: `no translation was found; the only language is ${tag}` }]
}
