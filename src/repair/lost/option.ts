/** What the readings of a run have in common, whoever makes them. */
import type { RepairEvidence } from '../../model.js'

/** A reading: what became of each lost character, null for one that stays. */
export interface Option {
  readonly chars: readonly (string | null)[]
  readonly score: number
  readonly evidence: RepairEvidence
}
