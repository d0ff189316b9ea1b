/**
 * Blocks that stand in the language of another document. The words that two languages write alike, names above all, prove
 * nothing: a block counts only where the function words are those of the other language and not of its own.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Block, Document } from '../model.js'
import { functionWords } from '../words/vote.js'
import { wordsOf } from './name-words.js'
import type { ReleaseView } from './views.js'

/** A block in another language than its document, and the document whose language it is in. */
export interface Untranslated {
  readonly document: Document
  readonly block: Block
  readonly source: Document
  /** 0 to 1. */
  readonly sure: number
}

// Of the words of a text every second or third is a function word; one or two may be part of a name or a quotation.
const LEAST_WORDS = 5
const LEAST_VOTES = 2
const LEAST_SHARE = 0.2
const SURE_VOTES = 5
const MOST = 3

/** Blocks in the language of another document of the release. */
export function untranslated({ documents, packOf }: ReleaseView): Untranslated[] {
  return documents.flatMap(document => {
    const own = packOf(document)
    const sources = documents.filter(
      other => other.language.tag !== document.language.tag && packOf(other).tag !== own.tag,
    )
    if (sources.length === 0 || own.functionWords.length === 0) return []
    const shared = new Set(sources.flatMap(source => packOf(source).functionWords))
    const copies = new Map<string, string[]>()
    for (const { id, blocks } of sources)
      for (const { text } of blocks) copies.set(text, [...(copies.get(text) ?? []), id].slice(0, sources.length))
    return document.blocks.flatMap(block => {
      if (block.kind === 'chrome' || block.kind === 'link' || block.kind === 'contact') return []
      const same = new Set(copies.get(block.text))
      // What most leave as it is, they quote.
      if (same.size > 1 && same.size * 2 > sources.length) return []
      const found = sourceOf(block, own, sources, packOf, same, shared)
      return found ? [{ document, block, ...found }] : []
    })
  })
}

function sourceOf(
  block: Block,
  own: LanguagePack,
  sources: readonly Document[],
  packOf: (document: Document) => LanguagePack,
  copies: ReadonlySet<string>,
  shared: ReadonlySet<string>,
): Pick<Untranslated, 'source' | 'sure'> | null {
  const words = [...new Set(wordsOf(block).map(word => word.text.toLowerCase()))]
  if (words.length < LEAST_WORDS) return null
  const mine = functionWords(own)
  const away = words.filter(word => !mine.has(word))
  // Words that no other language has: so many that the rest cannot outvote them.
  const alone = words.length - away.length - words.filter(word => mine.has(word) && shared.has(word)).length
  if (alone * MOST > away.length && copies.size === 0) return null
  const inScript = words.filter(word => isIn(own.script, word)).length
  const foreign = inScript === 0 && words.filter(word => /^\p{Ll}{3}/u.test(word)).length >= LEAST_WORDS
  if (own.script === 'Hebr' && inScript * 2 > words.length) return null
  const read = sources.map(source => {
    const theirs = functionWords(packOf(source))
    const away = words.filter(word => theirs.has(word)).length
    const only = words.filter(word => theirs.has(word) && !mine.has(word)).length
    const home = words.filter(word => mine.has(word) && !theirs.has(word)).length
    return { source, away, only, home }
  })
  const isCopy = ({ source }: { source: Document }) => (copies.has(source.id) ? 1 : 0)
  const [best] = read.sort((a, b) => isCopy(b) - isCopy(a) || b.only - a.only || b.away - a.away)
  if (!best || best.only < MOST * best.home || best.only === 0) return null
  // Letters of another script, or the very text of another document, leave no doubt.
  if (foreign || isCopy(best) === 1) return { source: best.source, sure: 1 }
  if (best.only < LEAST_VOTES || best.away < words.length * LEAST_SHARE) return null
  return { source: best.source, sure: Math.min(1, best.only / SURE_VOTES) }
}

const isIn = (script: LanguagePack['script'], word: string) =>
  script === 'Hebr' ? /[\u05d0-\u05ea]/.test(word) : /\p{Script=Latin}/u.test(word)
