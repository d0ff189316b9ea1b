/** Words of a pack as parts of a regular expression: escaped, longest first, so that no word hides a longer one. */

/** The word with nothing in it that a regular expression would read. */
export const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** An alternative of words, without brackets around it; of none, one that never matches. */
export function alternation(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return longestFirst.map(literally).join('|')
}

/** The match of a sticky pattern at an offset. */
export function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
