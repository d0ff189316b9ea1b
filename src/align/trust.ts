/**
 * How far links can be trusted in this pair of texts. A strength is a first guess for all pairs; between languages
 * with few words in common most cognates are chance, between neighbours nearly all are true. After a first pass the
 * share of links of a class that lead into the partner of their row is counted (the M step of a mixture of link and
 * chance) and the strengths of the class are scaled. Classes: the kind of type and a tenth of strength.
 */
import { spread, type View } from './places.js'
import type { TypeKind } from './vocabulary.js'
import { weights } from './weights.js'

/** A factor on the strength for each class; absent classes have factor 1. */
export type Trust = ReadonlyMap<string, number>

export const NO_TRUST: Trust = new Map()

const MOST = 0.97 // no link is certain

const classOf = (kind: TypeKind, strength: number) => `${kind}${Math.floor(strength * 10)}`

/** The strength of a link in the light of what was learned. */
export const trusted = (trust: Trust, kind: TypeKind, strength: number): number =>
  Math.min(MOST, strength * (trust.get(classOf(kind, strength)) ?? 1))

/** Learns from rows whose partner is known: `partners[row]` are the rows of the other text, or undefined. */
export function learnTrust(view: View, partners: readonly (readonly number[] | undefined)[]): Trust {
  const total = view.to.reduce((sum, row) => sum + row.length, 0)
  const mass = new Float64Array(view.to.length)
  const seen = new Map<string, { real: number; expected: number }>()
  for (const [type, places] of view.placesFrom) {
    const linked = view.links[type]
    if (!linked || linked.size === 0) continue
    const { best, touched, sum } = spread(linked, view.placesTo, mass)
    if (sum > 0) {
      const key = classOf(view.kinds[type]!, best)
      const count = seen.get(key) ?? { real: weights.trustPrior * best, expected: weights.trustPrior * best }
      seen.set(key, count)
      for (const { row } of places) {
        const partner = partners[row]
        if (!partner) continue
        let [share, size] = [0, 0]
        for (const other of partner) {
          share += mass[other]! / sum
          size += view.to[other]!.length / total
        }
        const ratio = Math.min(weights.maxRatio, share / size)
        count.real += (best * ratio) / (1 - best + best * ratio)
        count.expected += best
      }
    }
    for (const row of touched) mass[row] = 0
  }
  return new Map([...seen].map(([key, { real, expected }]) => [key, real / expected]))
}
