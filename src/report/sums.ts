/** What is counted of a document, and of a corpus: how much of the text is aligned, and what damage there was. */
import type { Document, ReleaseRecord, RepairKind } from '../model.js'
import { isLayout } from './words.js'

/** Characters of blocks in units; alone for a reason that needs none; alone without one. */
export interface Coverage {
  readonly aligned: number
  readonly apart: number
  readonly lost: number
}

/** What was mended, by kind, and what was left. */
export interface Damage {
  readonly repairs: ReadonlyMap<RepairKind, number>
  readonly left: number
  /** Edits of layout. */
  readonly layout: number
}

export interface Sums {
  readonly documents: number
  readonly coverage: Coverage
  readonly damage: Damage
}

export const noSums: Sums = {
  documents: 0,
  coverage: { aligned: 0, apart: 0, lost: 0 },
  damage: { repairs: new Map(), left: 0, layout: 0 },
}

/** The sums of one document of a record. */
export function sumsOf(document: Document, { alignment: { unaligned } }: ReleaseRecord): Sums {
  const reasons = new Map(unaligned.map(({ block, reason }) => [block, reason]))
  const coverage = { aligned: 0, apart: 0, lost: 0 }
  for (const { id, text } of document.blocks) {
    const reason = reasons.get(id)
    coverage[reason === undefined ? 'aligned' : reason === 'no-counterpart' ? 'lost' : 'apart'] += text.length
  }
  const repairs = new Map<RepairKind, number>()
  for (const { kind } of document.repairs) if (!isLayout(kind)) repairs.set(kind, (repairs.get(kind) ?? 0) + 1)
  const layout = document.repairs.filter(({ kind }) => isLayout(kind)).length
  return { documents: 1, coverage, damage: { repairs, left: document.unrepaired.length, layout } }
}

/** Two as one. */
export function plus(a: Sums, b: Sums): Sums {
  const repairs = new Map(a.damage.repairs)
  for (const [kind, n] of b.damage.repairs) repairs.set(kind, (repairs.get(kind) ?? 0) + n)
  return {
    documents: a.documents + b.documents,
    coverage: {
      aligned: a.coverage.aligned + b.coverage.aligned,
      apart: a.coverage.apart + b.coverage.apart,
      lost: a.coverage.lost + b.coverage.lost,
    },
    damage: { repairs, left: a.damage.left + b.damage.left, layout: a.damage.layout + b.damage.layout },
  }
}

/** All repairs of characters. */
export const repairsIn = ({ repairs }: Damage): number => [...repairs.values()].reduce((sum, n) => sum + n, 0)
