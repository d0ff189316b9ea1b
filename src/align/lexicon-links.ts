/**
 * Links that a corpus has taught: words whose stems translate each other. They are joined to the links that are known
 * already, of cognates and names, by noisy-or: two reasons to believe are more than one.
 */
import type { PairLexicon } from '../text/pair-lexicon.js'
import { stemOf } from '../text/stems.js'
import type { Vocabulary } from './vocabulary.js'

/** No link is certain: even a pair of stems that was always seen together may be two words here. */
const MOST = 0.85

/** Adds to the links from `a` to `b` what the lexicon from the language of `a` into that of `b` knows. */
export function linkLearned(
  links: readonly Map<number, number>[],
  a: Vocabulary,
  b: Vocabulary,
  lexicon: PairLexicon,
): void {
  const stemsOfB = idsByStem(b)
  for (const [stem, ids] of idsByStem(a)) {
    for (const [other, known] of lexicon.strengths(stem)) {
      const strength = Math.min(MOST, known)
      for (const y of stemsOfB.get(other) ?? [])
        for (const x of ids) links[x]!.set(y, 1 - (1 - (links[x]!.get(y) ?? 0)) * (1 - strength))
    }
  }
}

function idsByStem({ types, pack }: Vocabulary): Map<string, number[]> {
  const ids = new Map<string, number[]>()
  if (pack === null) return ids
  types.forEach((type, id) => {
    if (type.kind !== 'word') return
    const stem = stemOf(type.form, pack)
    const same = ids.get(stem)
    if (same) same.push(id)
    else ids.set(stem, [id])
  })
  return ids
}
