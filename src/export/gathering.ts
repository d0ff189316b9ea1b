/**
 * Small pieces become large ones, file by file, so that a file is not opened for every line; in the memory of the
 * pieces that wait. What UTF-8 cannot hold is replaced here, where all text goes through, and counted.
 */
import type { Counts, Piece } from './format.js'

/** Characters that wait, of all files together. */
const WAITING = 2 ** 18

export interface Gathering {
  /** The pieces that are ready; those of one file keep their order. */
  add(pieces: Iterable<Piece>): Generator<Piece>
  /** All that is left. */
  rest(): Generator<Piece>
}

/** For one export. */
export function gathering(counts: Counts): Gathering {
  const waiting = new Map<string, string[]>()
  let length = 0
  function* rest(): Generator<Piece> {
    for (const [file, texts] of waiting) yield { file, content: wellFormed(texts.join(''), counts) }
    waiting.clear()
    length = 0
  }
  return {
    rest,
    *add(pieces) {
      for (const piece of pieces) {
        const { file, content, isWhole } = piece
        if (typeof content !== 'string') yield piece
        else if (isWhole) yield { ...piece, content: wellFormed(content, counts) }
        else {
          const own = waiting.get(file)
          if (own) own.push(content)
          else waiting.set(file, [content])
          length += content.length
          if (length >= WAITING) yield* rest()
        }
      }
    },
  }
}

/** Any half of a pair, with its partner or without: to look for these is five times as fast, and most texts have none. */
const HALF = /[\ud800-\udfff]/

/** A text without halves of surrogate pairs: U+FFFD stands for each. */
export function wellFormed(text: string, counts: Pick<Counts, 'unpaired'>): string {
  if (!HALF.test(text)) return text
  return text.replace(/\p{Cs}/gu, () => {
    counts.unpaired++
    return '\ufffd'
  })
}
