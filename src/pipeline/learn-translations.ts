/**
 * The way of a corpus's documents into tables of translations: group -> align -> learn. Of a document only what these
 * need is held. A release of one language teaches nothing, nor does a document of no known language; a segment is read
 * in the languages in which its blocks are clean.
 */
import { align } from '../align/align.js'
import { type GroupableDocument, group } from '../group/group.js'
import { packOf } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import { cleanBlocks } from '../learn/clean.js'
import { newTranslationLearner, type Stretch } from '../learn/translations.js'
import type { Section } from '../learned/learned.js'
import type { AlignedUnit, BlockKind, Document } from '../model.js'
import { blocksToAlign } from '../record/record.js'

/** A document that teaches, without what grouping and alignment do not ask for. */
export interface TeachingDocument extends GroupableDocument {
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string; readonly isClean: boolean }[]
}

/** Units below it teach nothing; from none to .9 it made little difference. */
const MIN_CONFIDENCE = 0.7

/** What is held of a document. */
export function teachingDocument(document: Document): TeachingDocument {
  const { sha256, language, dateline } = document
  const blocks = cleanBlocks(document)
  const clean = new Set(typeof blocks === 'string' ? [] : blocks)
  return {
    sha256,
    path: '', // names do not matter
    language: { tag: language.tag },
    dateline: dateline && { date: dateline.date },
    blocks: blocksToAlign(document).map(block => ({
      kind: block.kind,
      text: block.text,
      isClean: clean.has(block),
    })),
  }
}

/**
 * The sections that the documents' translations teach: the same in whichever order they come. `onAligned` is told after
 * each release of how many documents it has.
 */
export function translationSections(
  documents: readonly TeachingDocument[],
  onAligned: (documents: number) => void,
): Section[] {
  const learner = newTranslationLearner()
  for (const release of group(documents, packOf)) {
    for (const stretches of segmentsOf(release)) learner.add(stretches)
    onAligned(release.length)
  }
  return learner.sections()
}

/** What of a release's texts translates each other, segment by segment. */
function segmentsOf(release: readonly TeachingDocument[]): Stretch[][] {
  const texts = release.flatMap((document, k) => {
    const pack = packOf(document.language.tag)
    return pack ? [{ id: String(k), pack, paragraphs: document.blocks }] : []
  })
  if (new Set(texts.map(text => text.pack.tag)).size < 2) return []
  const byId = new Map(texts.map(text => [text.id, text]))
  const { units } = align(texts)
  return units
    .filter(unit => unit.confidence >= MIN_CONFIDENCE)
    .flatMap(unit => unit.segments.map(segment => stretchesOf(segment, byId)))
}

type Text = { readonly pack: LanguagePack; readonly paragraphs: TeachingDocument['blocks'] }

function stretchesOf(segment: AlignedUnit['segments'][number], texts: ReadonlyMap<string, Text>): Stretch[] {
  return Object.entries(segment).flatMap(([id, parts]) => {
    const { pack, paragraphs } = texts.get(id)!
    if (parts.length === 0 || parts.some(part => !paragraphs[part.paragraph]!.isClean)) return []
    return [{ pack, text: parts.map(part => paragraphs[part.paragraph]!.text.slice(part.start, part.end)).join(' ') }]
  })
}
