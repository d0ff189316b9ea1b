/**
 * Links that a corpus has taught: words whose stems translate each other. They are joined to the links that are known
 * already, of cognates and names, by noisy-or: two reasons to believe are more than one.
 */
import type { PairLexicon } from '../learned/pair-lexicon.js'
import { stemOf } from '../tokens/stems.js'
import type { Vocabulary } from './vocabulary.js'

/** No link is certain: even a pair of stems that was always seen together may be two words here. */
const MOST = 0.85

/** Calls `found` for the words of two texts that the lexicon from the language of `a` into that of `b` knows. */
export function overLearned(
  a: Vocabulary,
  b: Vocabulary,
  lexicon: PairLexicon,
  found: (x: number, y: number, strength: number) => void,
): void {
  const stemsOfB = typesByStem(b)
  for (const [stem, types] of typesByStem(a)) {
    for (const [other, known] of lexicon.strengths(stem)) {
      for (const y of stemsOfB.get(other) ?? []) for (const x of types) found(x, y, Math.min(MOST, known))
    }
  }
}

function typesByStem({ types, table, pack }: Vocabulary): Map<string, number[]> {
  const byStem = new Map<string, number[]>()
  if (pack === null) return byStem
  for (const type of types) {
    if (table.kinds[type] !== 'word') continue
    const stem = stemOf(table.forms[type]!, pack)
    const same = byStem.get(stem)
    if (same) same.push(type)
    else byStem.set(stem, [type])
  }
  return byStem
}
