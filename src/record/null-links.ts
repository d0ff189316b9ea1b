/**
 * Why a block stands in no unit. Only what the record itself can prove: what kind of block it is, that its text stands
 * elsewhere in the release, or that there is nothing to hold it against. What is left has plainly no counterpart; the
 * aligner saw no likely partner, which is not the same as that there is none.
 */
import type { LanguagePack, PackOf } from '../languages/pack.js'
import type { Block, BlockKind, Document, NullLink, UnalignedReason, Version } from '../model.js'
import { languageCount } from '../releases/versions.js'
import { alternation, anyCase } from '../tokens/alternation.js'

/** Kinds that tell why a block may stand alone: each site and each language edition has its own. */
const REASONS: Partial<Readonly<Record<BlockKind, UnalignedReason>>> = {
  label: 'label',
  about: 'boilerplate',
  disclaimer: 'boilerplate',
  contact: 'contact',
  link: 'link',
  note: 'note',
  'end-mark': 'end-mark',
}
/** Shorter texts, names and headings among them, stand in two languages alike without being left untranslated. */
const LEAST_WORDS = 4
const WORD = /\p{L}{2,}/gu
/** Of a longer text its beginning is compared. */
const COMPARED = 2000

/** Every block that is in none of the units, in reading order, with the reason; `joined` are blocks in units. */
export function nullLinks(
  documents: readonly Document[],
  joined: ReadonlySet<string>,
  packOf: PackOf,
  versions: readonly Version[] = [],
): NullLink[] {
  const single = languageCount(documents, versions) < 2
  const places = placesOf(documents)
  return documents.flatMap(document =>
    document.blocks
      .filter(block => !joined.has(block.id))
      .map((block): NullLink => {
        if (single) return { block: block.id, reason: 'single-language' }
        if (block.kind === 'chrome') return { block: block.id, reason: 'chrome' }
        const alike = places.get(keyOf(block.text)) ?? []
        const first = alike.find(place => place.document === document.id)
        if (first && first.block !== block.id) return { block: block.id, reason: 'repeated', sameAs: first.block }
        const source = untranslatedFrom(block, document, alike)
        if (source) return { block: block.id, reason: 'untranslated', sameAs: source }
        return { block: block.id, reason: reasonOf(block, document, packOf) }
      }),
  )
}

interface Place {
  readonly block: string
  readonly document: string
  readonly tag: string
}

/** Blocks by their text, in reading order: of each document the first, and the first in each other language. */
function placesOf(documents: readonly Document[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const { id, language, blocks } of documents) {
    for (const block of blocks) {
      const key = keyOf(block.text)
      const place = { block: block.id, document: id, tag: block.language ?? language.tag }
      const list = places.get(key)
      if (!list) places.set(key, [place])
      else if (!list.some(({ document, tag }) => document === id && tag === place.tag)) list.push(place)
    }
  }
  return places
}

const keyOf = (text: string) => text.slice(0, COMPARED).toLowerCase().replace(/\s+/g, ' ')

/** The block of another language that says the same in the same words. */
function untranslatedFrom(block: Block, document: Document, alike: readonly Place[]): string | null {
  if (REASONS[block.kind] !== undefined) return null
  const words = block.text.slice(0, COMPARED).match(WORD)?.length ?? 0
  if (words < LEAST_WORDS) return null
  return alike.find(({ tag, document: other }) => other !== document.id && tag !== document.language.tag)?.block ?? null
}

function reasonOf(block: Block, { dateline, language }: Document, packOf: PackOf): UnalignedReason {
  const { kind, text } = block
  if (dateline?.block === block.id && dateline.text !== null && dateline.text.length >= text.trimEnd().length)
    return 'dateline'
  if (kind === 'label' && isPromotional(text, packOf(language.tag))) return 'promotional'
  return REASONS[kind] ?? (/\p{L}/u.test(text) ? 'no-counterpart' : 'no-words')
}

/** Does a label say that it was paid for? */
function isPromotional(text: string, pack: LanguagePack | undefined): boolean {
  return pack !== undefined && promotional(pack).test(text.slice(0, COMPARED))
}

const cache = new WeakMap<LanguagePack, RegExp>()

function promotional(pack: LanguagePack): RegExp {
  const known = cache.get(pack)
  if (known) return known
  const pattern = anyCase(`(?<![\\p{L}\\p{N}])(?:${alternation(pack.promoLabels)})(?![\\p{L}\\p{N}])`, 'u')
  cache.set(pack, pattern)
  return pattern
}
