/**
 * What each block is. First what its own words say (labels, contacts, links, end marks), then what its shape says
 * (a heading is short and ends no sentence), then what its neighbours say: the first heading before the body is the
 * title, paragraphs before the dateline are the summary, what follows a heading `About X` is boilerplate.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind, Span } from '../model.js'
import { patternsOf } from '../tokens/patterns.js'
import { siteChrome } from './chrome.js'
import { wordsIn } from './lines.js'
import { isHeading, type Named, ownKind, type Shape } from './own-kind.js'
import { isAboutHead, opening, sections } from './sections.js'

// Titles run longer than headings inside the text.
const LONGEST_TITLE = 240
const TITLE_WORDS = 34
const RUN_IN_WORDS = 7
const RUN_IN_REST = 40
const RUN_IN = /^(["„“«]?[\p{Lu}\p{Lo}][^.!?:;\n]{2,70}):\s+(?=[^\s"„“”«»])/u

/** The kind of every block. `news` is the number of the block that begins with the dateline; it may hold nothing else. */
export function kindsOf(
  shapes: readonly Shape[],
  news: { at: number; alone: boolean } | null,
  pack: LanguagePack,
): Named[] {
  const patterns = patternsOf(pack)
  const atNews = { kind: news?.alone ? 'label' : 'paragraph', evidence: 'dateline' } as const
  // Disclaimers stand at the end; earlier, the same words are news.
  const late = (i: number) => 2 * i >= shapes.length
  const own = shapes.map((shape, i) => (i === news?.at ? atNews : ownKind(shape, late(i), patterns, pack)))
  const kinds = own.map(({ kind }) => kind)
  numberedHeadings(shapes, kinds, pack)
  longTitle(shapes, kinds, pack)
  siteChrome(shapes, kinds, patterns, pack)
  const byShape = [...kinds]
  opening(kinds, news?.at ?? -1)
  const byPlace = [...kinds]
  sections(shapes, kinds, patterns, pack)
  shapes.forEach(({ text }, i) => {
    const runIn = runInOf(text, kinds[i]!)
    if (kinds[i] === 'paragraph' && runIn && isAboutHead(text.slice(0, runIn.end), patterns)) kinds[i] = 'about'
  })
  return kinds.map((kind, i) => {
    if (kind !== byPlace[i]) return { kind, evidence: 'section' }
    if (kind !== byShape[i]) return { kind, evidence: 'position' }
    return kind === own[i]!.kind ? own[i]! : { kind, evidence: 'shape' }
  })
}

/** `1. Results` alone between paragraphs is a heading, not a list of one item. */
function numberedHeadings(shapes: readonly Shape[], kinds: BlockKind[], pack: LanguagePack): void {
  shapes.forEach(({ text, underlined }, i) => {
    if (kinds[i] !== 'list-item' || !/^(?:\d{1,2}|[A-ZIVX]{1,4})[.)]\s/.test(text)) return
    const alone = kinds[i - 1] !== 'list-item' && kinds[i + 1] !== 'list-item' && kinds[i + 1] !== undefined
    if (underlined || (alone && isHeading(text, pack))) kinds[i] = 'heading'
  })
}

/** The first block of text may be a title longer than any heading. */
function longTitle(shapes: readonly Shape[], kinds: BlockKind[], pack: LanguagePack): void {
  const first = kinds.findIndex(kind => kind !== 'label' && kind !== 'chrome')
  if (kinds[first] !== 'paragraph' || first === kinds.length - 1 || kinds.indexOf('heading') === first + 1) return
  if (isHeading(shapes[first]!.text, pack, LONGEST_TITLE, TITLE_WORDS)) kinds[first] = 'heading'
}

/** The heading at the start of a paragraph (`Greater Area: ...`), offsets in the block; null where there is none. */
export function runInOf(text: string, kind: BlockKind): Span | null {
  if (kind !== 'paragraph' && kind !== 'about' && kind !== 'list-item') return null
  const match = RUN_IN.exec(text.slice(0, 120))
  if (!match || text.length - match[0].length < RUN_IN_REST || wordsIn(match[1]!) > RUN_IN_WORDS) return null
  // `Elbwerk (Nasdaq: ELBW)`: a bracket is open.
  return /,|https?$|\([^)]*$/.test(match[1]!) ? null : { start: 0, end: match[1]!.length }
}
