/**
 * Does a text say that it corrects or updates another one? Looks at the beginnings of the first blocks, where wires and
 * issuers mark it, and at their ends:
 *
 *     > | CORRECTION: Elbwerk opens a yard          *** Berichtigung ***          UPDATE 2-Elbwerk opens a yard
 *     > | Elbwerk opens a yard (korrigierte Fassung)
 *
 * A word that goes on (`Update on the offer`, `Correction fluid`) is no mark.
 */
import type { LanguagePack } from '../languages/pack.js'
import { alternation, anyCase } from '../tokens/alternation.js'

/** `part` numbers updates (`UPDATE 2`), from 1. */
export interface Revision {
  readonly kind: 'correction' | 'update'
  readonly part: number
}

const FIRST_BLOCKS = 4
const REACH = 120 // units at the beginning and at the end of a block

interface Marks {
  readonly before: RegExp
  readonly behind: RegExp
  readonly corrections: ReadonlySet<string>
}
const cache = new WeakMap<LanguagePack, Marks>()

function marksOf(pack: LanguagePack): Marks {
  const known = cache.get(pack)
  if (known) return known
  const words = alternation([...pack.correctionWords, ...pack.updateWords])
  const number = '(?:\\s?(?:[#(]|[Nn]o\\.?\\s?)?(\\d{1,2})\\)?)?'
  const marks = {
    // What follows the word parts it from the title: a mark, a dash between spaces, `1-`, or the end.
    before: anyCase(
      `^[^\\p{L}\\p{N}]{0,8}(${words})${number}(?:\\s?[:)\\]/*|]|\\s?[–—]|\\s-{1,3}\\s|(?<=\\d)-|\\s*$)`,
      'u',
    ),
    behind: anyCase(`[([/*–—-]\\s?(${words})${number}\\s?[^\\p{L}\\p{N}]{0,8}$`, 'u'),
    corrections: new Set(pack.correctionWords.map(word => word.toLowerCase())),
  }
  cache.set(pack, marks)
  return marks
}

/** What the first blocks say, in English or in the language of the pack; null where they say nothing. */
export function revisionOf(blocks: readonly { readonly text: string }[], pack: LanguagePack): Revision | null {
  const { before, behind, corrections } = marksOf(pack)
  for (const { text } of blocks.slice(0, FIRST_BLOCKS)) {
    const hit = before.exec(text.slice(0, REACH)) ?? (text.length <= 2 * REACH ? behind.exec(text.slice(-REACH)) : null)
    if (hit) {
      const kind = corrections.has(hit[1]!.toLowerCase()) ? 'correction' : 'update'
      return { kind, part: Math.max(1, Number(hit[2] ?? 1)) }
    }
  }
  return null
}
