/**
 * What the documents of a release tell of each other: the date and the wire that most of them state, what one may
 * inherit from the others, the kind of a block that its counterparts show, and whether a lossy repair stands. Each
 * thing that a document did not state itself names the document it comes from.
 */
import { issuerOf, likelyIssuer } from '../anatomy/issuer.js'
import type { PackOf } from '../languages/pack.js'
import { undetermined } from '../languages/und.js'
import type { AlignedUnit, BlockKind, Document, Reconciled, Version, Warning } from '../model.js'
import { languageCount } from '../releases/versions.js'
import { inheritDatelines, issuedBy, wireOf } from './issued.js'
import { askSiblings } from './witnesses.js'

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
  const mended = askSiblings(documents, units, paragraphs, packOf, left)
  const kinded = kindsFromSiblings(mended.documents, units, paragraphs)
  const sure = issuerOfAll(mended.documents, packOf)
  const named = inheritDatelines(kinded, issued).map(document =>
    sure === null
      ? { ...document, issuer: document.issuer ?? likelyIssuer(inItsLanguage(document, packOf)) }
      : withIssuer(document, sure),
  )
  const issuer = sure ?? named.find(document => document.issuer !== null)?.issuer ?? null
  return {
    documents: named,
    units: mended.units,
    issued,
    wire: wireOf(documents),
    issuer,
    warnings: [...warnings, ...duplicates(documents), ...singleLanguage(documents, versions)],
  }
}

/** The name that more than half of those give who are sure of one, or else what all documents tell together. */
function issuerOfAll(documents: readonly Document[], packOf: PackOf): string | null {
  const names = documents.flatMap(({ issuer }) => issuer ?? [])
  const most = names.find(name => 2 * names.filter(other => other === name).length > names.length)
  if (most !== undefined || documents.length === 1) return most ?? null
  return issuerOf(documents.map(document => inItsLanguage(document, packOf)))
}

const inItsLanguage = (document: Document, packOf: PackOf) => ({
  document,
  pack: packOf(document.language.tag) ?? undetermined,
})

/** A document that is not sure whose it is, or names it in part, has the release's issuer if that stands in its text. */
function withIssuer(document: Document, issuer: string): Document {
  const own = document.issuer
  if (own === issuer || (own !== null && !issuer.includes(own))) return document
  return document.blocks.some(({ text }) => text.includes(issuer)) ? { ...document, issuer } : document
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

const TAUGHT: ReadonlySet<BlockKind> = new Set(['summary', 'about', 'disclaimer', 'note'])

/**
 * Documents with the kinds that siblings show: a paragraph that all its counterparts show to be a summary is one too, as in
 * a Danish text without a dateline. Only blocks aligned one to one learn, and only from two or more, all agreeing.
 */
function kindsFromSiblings(
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
