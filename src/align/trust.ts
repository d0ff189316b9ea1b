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
export function plainTrust({ best }: Echoes): Float64Array {
  const trust = new Float64Array(best.length)
  for (let e = 0; e < trust.length; e++) trust[e] = best[e]! < MOST ? best[e]! : MOST
  return trust
}

/** Learns from rows whose partner is known: `partners[row]` are the rows of the other text, or undefined. */
export function learnedTrust(
  echoes: Echoes,
  codes: readonly number[],
  partners: readonly (readonly number[] | undefined)[],
): Float64Array {
  const { places, others, slot, best, start, row, share } = echoes
  const real = new Float64Array(KINDS.length * TENTHS)
  const expected = new Float64Array(KINDS.length * TENTHS)
  for (let e = 0; e < slot.length; e++) {
    const [strength, s] = [best[e]!, slot[e]!]
    const kind = classOf(codes[places.types[s]!]!, strength)
    if (expected[kind] === 0) real[kind] = expected[kind] = weights.trustPrior * strength
    const [from, to] = [start[e]!, start[e + 1]!]
    for (let p = places.start[s]!; p < places.start[s + 1]!; p++) {
      const partner = partners[places.row[p]!]
      if (!partner) continue
      let [heard, size] = [0, 0]
      for (let n = 0; n < partner.length; n++) {
        const other = partner[n]!
        size += others.sizes[other]!
        for (let k = from; k < to; k++) if (row[k] === other) heard += share[k]!
      }
      const ratio = Math.min(weights.maxRatio, heard / size)
      real[kind]! += (strength * ratio) / (1 - strength + strength * ratio)
      expected[kind]! += strength
    }
  }
  const trust = new Float64Array(best.length)
  for (let e = 0; e < trust.length; e++) {
    const kind = classOf(codes[places.types[slot[e]!]!]!, best[e]!)
    trust[e] = Math.min(MOST, (best[e]! * real[kind]!) / expected[kind]!)
  }
  return trust
}
