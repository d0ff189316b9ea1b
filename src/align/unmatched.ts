/**
 * What is said by words that are found nowhere. Lexical evidence (`lexical.ts`) asks where in the other text a word is
 * found; a paragraph that the other text lacks has hardly any word that is found at all, and two such paragraphs next to
 * each other would be taken for partners by their lengths. How many words of a paragraph are found if its partner is
 * there is counted on likely beads; and how many if it were not: those that are also found elsewhere. Only words that
 * stand in one row tell. Numbers tell most (found in nine of ten partners, in one of thirty strangers), then names.
 */
import type { Evidence } from './lexical.js'
import type { Projections } from './places.js'
import { KINDS, type TypeKind } from './type-table.js'

/** Trust in missing words; less than 1, because what is left out of one sentence is left out together. .4 to .8 are alike. */
const TRUST = 0.5
/** A general guess for each kind counts for so many types: found with a partner, found without. */
const PRIOR = 4
const FOUND: Readonly<Record<TypeKind, readonly [partner: number, none: number]>> = {
  word: [0.18, 0.08],
  number: [0.9, 0.05],
  term: [0.7, 0.07],
  shape: [0.8, 0.17],
  kind: [0.5, 0.3],
}
const WHOLE = 0.999 // of a projection that is in the partner alone

/** By row and kind: rare types, those of them that are found, and those that are found outside the row's partner. */
interface Counts {
  readonly all: Float64Array
  readonly found: Float64Array
  readonly elsewhere: Float64Array
}

/**
 * The evidence with what words say by being found at all, or not, of every bead of their row; `partners[row]` are the rows of the
 * other text, or undefined.
 */
export function withUnmatched(
  evidence: Evidence,
  projections: Projections,
  codes: readonly number[],
  partners: readonly (readonly number[] | undefined)[],
): Evidence {
  const base = evidence.base.slice()
  const counts = countsOf(projections, codes, partners, base.length)
  const [all, found, elsewhere] = [counts.all, counts.found, counts.elsewhere].map(list => totals(list, partners))
  for (let row = 0; row < base.length; row++) {
    for (const [k, kind] of KINDS.entries()) {
      const at = row * KINDS.length + k
      const here = counts.all[at]!
      if (here === 0) continue
      // A row does not witness for itself: a stranger that is taken for a partner would prove that partners are silent.
      const own = partners[row] ? 1 : 0
      const rows = all![k]! - own * here + PRIOR
      const partner = (found![k]! - own * counts.found[at]! + PRIOR * FOUND[kind][0]) / rows
      const none = Math.min(partner, (elsewhere![k]! - own * counts.elsewhere[at]! + PRIOR * FOUND[kind][1]) / rows)
      const said = counts.found[at]! * Math.log(partner / none)
      base[row]! += TRUST * (said + (here - counts.found[at]!) * Math.log((1 - partner) / (1 - none)))
    }
  }
  return { ...evidence, base }
}

/** Sums over the rows that have a partner, by kind. */
function totals(counts: Float64Array, partners: readonly (readonly number[] | undefined)[]): number[] {
  const out = KINDS.map(() => 0)
  partners.forEach((partner, row) => {
    if (partner) for (let k = 0; k < out.length; k++) out[k]! += counts[row * KINDS.length + k]!
  })
  return out
}

function countsOf(
  projections: Projections,
  codes: readonly number[],
  partners: readonly (readonly number[] | undefined)[],
  rows: number,
): Counts {
  const { places, slot } = projections
  const [all, found, elsewhere] = [0, 1, 2].map(() => new Float64Array(rows * KINDS.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let s = 0, e = 0; s < places.types.length; s++) {
    while (e < slot.length && slot[e]! < s) e++
    if (places.start[s + 1]! - places.start[s]! !== 1) continue
    const row = places.row[places.start[s]!]!
    const at = row * KINDS.length + codes[places.types[s]!]!
    all[at]!++
    if (slot[e] !== s) continue
    found[at]!++
    const partner = partners[row]
    if (partner && shareIn(projections, e, partner) < WHOLE) elsewhere[at]!++
  }
  return { all, found, elsewhere }
}

/** The share of a projection that is found in some rows. */
function shareIn({ start, row, share }: Projections, e: number, rows: readonly number[]): number {
  let sum = 0
  for (let k = start[e]!; k < start[e + 1]!; k++) if (rows.includes(row[k]!)) sum += share[k]!
  return sum
}
