/**
 * Whether a full line that ends a sentence ends its paragraph too, where no blank line tells. Both happen by the same
 * chance, that the next word did not fit, so the odds are those of all ends of sentences in the text: how many of them
 * end a paragraph where the lines show it, by how many sentences the paragraph has by then.
 */
import type { LanguagePack } from '../languages/pack.js'
import { type Geometry, wouldFit } from './layout.js'
import { innerEnds, type Line } from './lines.js'

/** Paragraphs of more sentences are taken together. */
const MOST = 8
/** What is known of paragraphs of any length weighs as much as so many ends of sentences. */
const PRIOR = 6

/** The share of paragraphs with so many sentences that end there; 0 where blank lines tell. */
export type Endings = (sentences: number) => number

/** The ends of sentences in a line. */
export const endsIn = (line: Line, pack: LanguagePack): number => innerEnds(line.text, pack) + (line.ends ? 1 : 0)

/** How long the paragraphs of a text are, in sentences, where its lines show it. */
export function endingsOf(lines: readonly Line[], pack: LanguagePack, geometry: Geometry): Endings {
  if (!geometry.tight) return () => 0
  const ends = new Float64Array(MOST + 1)
  const goesOn = new Float64Array(MOST + 1)
  // Sentences so far; unknown behind an end that is in doubt itself.
  let count: number | null = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const inner = innerEnds(line.text, pack)
    for (let k = 1; k <= inner; k++) goesOn[count === null ? 0 : Math.min(MOST, count + k)]!++
    if (count !== null) count += inner
    if (!next || wouldFit(line, next, geometry.fits)) {
      if (next && line.ends) ends[count === null ? 0 : Math.min(MOST, count + 1)]!++
      count = 0
    } else if (line.ends) count = null
  })
  const sum = (list: Float64Array) => list.reduce((a, b) => a + b, 0)
  const overall = sum(ends) / Math.max(1, sum(ends) + sum(goesOn))
  return sentences => {
    const k = Math.min(MOST, sentences)
    return (ends[k]! + PRIOR * overall) / (ends[k]! + goesOn[k]! + PRIOR)
  }
}
