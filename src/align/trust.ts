/**
 * How far links can be trusted in this pair of texts. A strength is a first guess for all pairs; between languages
 * with few words in common most cognates are chance, between neighbours nearly all are true. After a first pass the
 * share of links of a class that lead into the partner of their row is counted (the M step of a mixture of link and
 * chance) and the strengths of the class are scaled. Classes: the kind of type and a tenth of strength.
 */
import type { Echoes } from './places.js'
import { KINDS } from './type-table.js'
import { weights } from './weights.js'

const MOST = 0.97 // no link is certain
const TENTHS = 11

const classOf = (code: number, strength: number) => code * TENTHS + Math.floor(strength * 10)

/** The strength of each echo, before anything is known of the pair. */
export const plainTrust = ({ best }: Echoes): Float64Array => best.map(strength => Math.min(MOST, strength))

/** Learns from rows whose partner is known: `partners[row]` are the rows of the other text, or undefined. */
export function learnedTrust(
  echoes: Echoes,
  codes: readonly number[],
  partners: readonly (readonly number[] | undefined)[],
): Float64Array {
  const { places, slot, best, start, row, share, sizes } = echoes
  const real = new Float64Array(KINDS.length * TENTHS)
  const expected = new Float64Array(KINDS.length * TENTHS)
  const classes = Int32Array.from(slot, (s, e) => classOf(codes[places.types[s]!]!, best[e]!))
  for (let e = 0; e < slot.length; e++) {
    const [kind, strength, s] = [classes[e]!, best[e]!, slot[e]!]
    if (expected[kind] === 0) real[kind] = expected[kind] = weights.trustPrior * strength
    for (let p = places.start[s]!; p < places.start[s + 1]!; p++) {
      const partner = partners[places.row[p]!]
      if (!partner) continue
      let [heard, size] = [0, 0]
      for (const other of partner) {
        size += sizes[other]!
        for (let k = start[e]!; k < start[e + 1]!; k++) if (row[k] === other) heard += share[k]!
      }
      const ratio = Math.min(weights.maxRatio, heard / size)
      real[kind]! += (strength * ratio) / (1 - strength + strength * ratio)
      expected[kind]! += strength
    }
  }
  return best.map((strength, e) => Math.min(MOST, (strength * real[classes[e]!]!) / expected[classes[e]!]!))
}
