/** Ranges of a text among others: which of them share a place. */
import type { Span } from '../model.js'

/** Do two share characters, or are both the same place between two? An empty range inside another shares its place. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end)

/** By place: the first to begin first, and of two that begin together the first to end. */
export const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** The number of the first of some disjoint, sorted ranges that ends behind an offset, or at it. O(log n). */
export const firstEndingBehind = (spans: readonly Span[], offset: number): number =>
  firstAfter(spans, ({ end }) => end < offset)

/** The number of the first of some disjoint, sorted ranges that begins at an offset, or behind it. O(log n). */
export const firstFrom = (spans: readonly Span[], offset: number): number =>
  firstAfter(spans, ({ start }) => start < offset)

function firstAfter(spans: readonly Span[], isBefore: (span: Span) => boolean): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(spans[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of disjoint, sorted ranges that share a place with another one, in their order. */
export function sharing<S extends Span>(spans: readonly S[], span: Span): S[] {
  const found: S[] = []
  for (let at = firstEndingBehind(spans, span.start); at < spans.length && spans[at]!.start <= span.end; at++)
    if (overlap(spans[at]!, span)) found.push(spans[at]!)
  return found
}
