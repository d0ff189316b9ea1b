/**
 * Cuts a paragraph that stands in several segments: the n-th part goes to the n-th segment. The cut falls between two
 * sentences, so that each part's words and length fit what the other texts have in that segment; where there are
 * fewer sentences than parts it falls after a clause, a word, or at last anywhere.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'
import { sentencesOf } from '../tokens/sentences.js'

/** What a part is measured against: how well a piece of text fits segment k, and that segment's share of the length. */
export interface Target {
  readonly shares: readonly number[]
  fit(piece: string, segment: number): number
}

const CLAUSE = /[,;:–—)](?=\s)/g
const WORD = /\S(?=\s)/g
const LENGTH_TRUST = 12 // a part that is 20 % of the paragraph too long costs about half a shared name
const MAX_PIECES = 400 // of a longer paragraph neighbouring sentences are taken together

/** `count` spans that cover the paragraph in order; white space between them belongs to none. */
export function cutParagraph(text: string, pack: LanguagePack | null, count: number, target: Target): Span[] {
  if (count === 1) return [{ start: 0, end: text.length }]
  const pieces = piecesOf(text, pack, count)
  if (pieces.length < count) return bySize(text, count)
  const starts = bestStarts(text, pieces, count, target)
  return starts.map((start, k) => {
    const stop = k + 1 < count ? starts[k + 1]! : pieces.length
    return { start: k === 0 ? 0 : pieces[start]!.start, end: k + 1 < count ? pieces[stop - 1]!.end : text.length }
  })
}

/** The smallest pieces that will not be cut: sentences if there are enough, else clauses, else words. */
function piecesOf(text: string, pack: LanguagePack | null, count: number): Span[] {
  const sentences = sentencesOf(text, pack)
  if (sentences.length > MAX_PIECES) return gathered(sentences, Math.ceil(sentences.length / MAX_PIECES))
  if (sentences.length >= count) return sentences
  for (const pattern of [CLAUSE, WORD]) {
    const pieces = splitAfter(text, pattern)
    if (pieces.length > MAX_PIECES) return gathered(pieces, Math.ceil(pieces.length / MAX_PIECES))
    if (pieces.length >= count) return pieces
  }
  return []
}

function gathered(pieces: readonly Span[], size: number): Span[] {
  const out: Span[] = []
  for (let at = 0; at < pieces.length; at += size) {
    out.push({ start: pieces[at]!.start, end: pieces[Math.min(at + size, pieces.length) - 1]!.end })
  }
  return out
}

function splitAfter(text: string, pattern: RegExp): Span[] {
  const out: Span[] = []
  let start = 0
  const push = (end: number) => {
    while (start < end && /\s/.test(text[start]!)) start++
    if (start < end) out.push({ start, end })
    start = end
  }
  for (const match of text.matchAll(pattern)) push(match.index + 1)
  push(text.length)
  return out
}

/** Equal shares of a text that has fewer words than parts; a surrogate pair is not torn. */
function bySize(text: string, count: number): Span[] {
  const bounds = Array.from({ length: count + 1 }, (_, k) => {
    const at = Math.round((text.length * k) / count)
    const inPair =
      at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1]!)
    return inPair ? at + 1 : at
  })
  return Array.from({ length: count }, (_, k) => ({ start: bounds[k]!, end: Math.max(bounds[k]!, bounds[k + 1]!) }))
}

/** Index of the piece that begins each part: dynamic programming over pieces and parts. */
function bestStarts(text: string, pieces: readonly Span[], count: number, target: Target): number[] {
  const n = pieces.length
  const whole = pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0)
  const ends = [0]
  for (const piece of pieces) ends.push(ends[ends.length - 1]! + (piece.end - piece.start) / whole)
  let best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  const from: Int32Array[] = []
  for (let part = 0; part < count; part++) {
    const fits = new Float64Array(n + 1)
    for (let k = 0; k < n; k++) fits[k + 1] = fits[k]! + target.fit(text.slice(pieces[k]!.start, pieces[k]!.end), part)
    const next = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY)
    const choice = new Int32Array(n + 1)
    for (let end = part + 1; end <= n; end++) {
      for (let start = part; start < end; start++) {
        const size = ends[end]! - ends[start]! - target.shares[part]!
        const value = best[start]! + fits[end]! - fits[start]! - LENGTH_TRUST * size * size
        if (value > next[end]!) {
          next[end] = value
          choice[end] = start
        }
      }
    }
    best = next
    from.push(choice)
  }
  const starts: number[] = []
  for (let part = count - 1, end = n; part >= 0; part--) {
    end = from[part]![end]!
    starts.push(end)
  }
  return starts.reverse()
}
