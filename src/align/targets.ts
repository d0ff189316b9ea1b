/**
 * What a part of a paragraph is measured against when the paragraph stands in several cliques (`cuts.ts`): the words of
 * the other texts by links, and their shares of the length.
 */
import type { Target } from './cuts.js'
import { overLinks, type PairLinks } from './links.js'
import type { LinksOf, Reading } from './reading.js'
import type { Clique } from './units.js'
import type { Row } from './vocabulary.js'

/** What the other texts have in the segments `mine` of a row of `text`: words by links, and shares of length. */
export function targetOf(
  cliques: readonly Clique[],
  mine: readonly number[],
  text: number,
  readings: readonly Reading[],
  linksOf: LinksOf,
): Target {
  const sizes = mine.map(() => 0)
  const others: { text: number; counts: Map<number, number>[] }[] = []
  readings.forEach((reading, other) => {
    if (other === text || mine.some(k => cliques[k]![other]! < 0)) return
    const rows = mine.map(k => cliques[k]![other]!)
    if (new Set(rows).size === 1) return
    const parts = rows.map(row => cliques.filter(clique => clique[other] === row).length)
    const whole = rows.reduce((sum, row, k) => sum + reading.rows[row]!.length / parts[k]!, 0)
    rows.forEach((row, k) => {
      sizes[k]! += reading.rows[row]!.length / parts[k]! / whole
    })
    const counts = rows.map(
      row => new Map(reading.rows[row]!.types.map((type, k) => [type, reading.rows[row]!.counts[k]!])),
    )
    others.push({ text: other, counts })
  })
  const sum = sizes.reduce((total, size) => total + size, 0)
  const shares = sizes.map(size => (sum > 0 ? size / sum : 1 / mine.length))
  const fit = (piece: string, segment: number) => {
    const row = readings[text]!.vocabulary.row(piece)
    let score = 0
    for (const other of others) score += affinity(row, other.counts, linksOf(text, other.text), shares, segment)
    return others.length > 0 ? score / others.length : 0
  }
  return { shares, fit }
}

const MAX_RATIO = 30 // as for beads

/** The lexical evidence of `lexical.ts` for one piece of text against segment `segment` of the candidates. */
function affinity(
  row: Row,
  counts: readonly ReadonlyMap<number, number>[],
  links: PairLinks,
  shares: readonly number[],
  segment: number,
): number {
  let score = 0
  for (const type of row.types) {
    const masses = counts.map(() => 0)
    let best = 0
    overLinks(links.there, type, (other, strength) => {
      counts.forEach((types, k) => {
        const count = types.get(other)
        if (count === undefined) return
        masses[k]! += strength * count
        best = Math.max(best, Math.min(strength, 0.97))
      })
    })
    const sum = masses.reduce((total, mass) => total + mass, 0)
    if (sum > 0) score += Math.log(1 - best + best * Math.min(MAX_RATIO, masses[segment]! / sum / shares[segment]!))
  }
  return score
}
