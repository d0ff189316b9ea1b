/** What the passes of `repair` share: their result, and the making of an entry of the log. */
import type { DamageKind, Repair, RepairEvidence, Unrepaired } from '../model.js'

/** What one pass did, in offsets of the text it was given; sorted, not overlapping. */
export interface Pass {
  readonly repairs: readonly Repair[]
  readonly unrepaired?: readonly Unrepaired[]
}

/** A pass that has nothing to do. */
export const NOTHING: Pass = { repairs: [] }

/** How a kind of damage is repaired: everything of a repair but the place and the characters. */
export interface Ground {
  readonly kind: DamageKind
  readonly evidence: RepairEvidence
  readonly lossy: boolean
  readonly confidence: number
}

/** Confidences are shown to so many parts of one. */
const PARTS = 1000

/** An entry of the log: `length` characters of `text` at `start` become `after`. */
export function replaced(text: string, start: number, length: number, after: string, ground: Ground): Repair {
  const confidence = Math.round(ground.confidence * PARTS) / PARTS
  return { start, end: start + length, before: text.slice(start, start + length), after, ...ground, confidence }
}

/** An entry of the list of damage that was left. */
export function left(
  text: string,
  start: number,
  length: number,
  kind: DamageKind,
  reason: Unrepaired['reason'],
): Unrepaired {
  return { start, end: start + length, text: text.slice(start, start + length), kind, reason }
}

/** Sorted by place; of two that overlap the first stays, and of two at one place the one that was given first. */
export function disjoint(repairs: readonly Repair[]): Repair[] {
  const kept: Repair[] = []
  for (const repair of repairs.toSorted((a, b) => a.start - b.start)) {
    if (kept.length === 0 || kept.at(-1)!.end <= repair.start) kept.push(repair)
  }
  return kept
}
