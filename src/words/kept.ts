/**
 * What was made of a word, kept for when the word comes again: most words of a release are in the next one too. Bounded:
 * when so many are kept all are forgotten, which costs less than to know which is the oldest.
 */

// A longer one may be a slice that would keep the whole text it was cut from.
const LONGEST = 12

/** The same as `make`, which must be pure, with the results of the last words kept, `most` of them. */
export function kept<T>(most: number, make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return word => {
    const before = known.get(word)
    if (before !== undefined) return before
    const made = make(word)
    if (word.length > LONGEST) return made
    if (known.size >= most) known.clear()
    known.set(word, made)
    return made
  }
}
