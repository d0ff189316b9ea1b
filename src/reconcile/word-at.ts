/** The word that a repair stands in, before and after it, where siblings could have the same word. */
import type { DocumentRepair } from '../model.js'

const WORD = /[\p{L}\p{M}\p{N}]/u
/** Shorter words stand in other languages by chance. */
const SHORTEST = 4
const LOSSY: ReadonlySet<string> = new Set(['ocr', 'ocr-mojibake', 'lost-character'])

export interface WordChange {
  readonly before: string
  readonly after: string
  /** Does a text hold the word as a whole? */
  in(text: string, word: string): boolean
}

/** Null where the repair is no lossy change of a word that translations keep: a name or a word with a digit. */
export function isLossyWord(repair: DocumentRepair, texts: ReadonlyMap<string, string>): WordChange | null {
  if (!repair.at || !repair.lossy || !LOSSY.has(repair.kind)) return null
  const text = texts.get(repair.at.block)!
  let { start, end } = repair.at
  while (start > 0 && WORD.test(text[start - 1]!)) start--
  while (end < text.length && WORD.test(text[end]!)) end++
  const after = text.slice(start, end)
  const before = text.slice(start, repair.at.start) + repair.before + text.slice(repair.at.end, end)
  const isName = /^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]*$/u
  if (!isName.test(after) || !isName.test(before)) return null
  if (after.length < SHORTEST && !/\p{N}|₂/u.test(after)) return null
  return { before, after, in: holds }
}

function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!WORD.test(text[at - 1] ?? ' ') && !WORD.test(text[at + word.length] ?? ' ')) return true
  }
  return false
}
