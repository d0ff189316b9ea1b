/** Words of a pack as parts of a regular expression: escaped, longest first, so that no word hides a longer one. */

/** The word with nothing in it that a regular expression would read. */
export const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** An alternative of words, without brackets around it; of none, one that never matches. */
export function alternation(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return longestFirst.map(literally).join('|')
}

const TOKEN = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|\[(?:\\.|[^\]\\])*\]|\p{L}/gu
const CLASS_PART = /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|(\p{L})-(\p{L})|\p{L}/gu

/**
 * A pattern that takes small letters and capitals for one another, but for letters that are escaped. The flag `i` does the same; but
 * for it V8 asks ICU for the other case of every letter and class, which makes patterns of words five to twenty times as slow
 * to compile, and they are compiled anew in each run and thread.
 */
export const anyCase = (source: string, flags: string): RegExp =>
  new RegExp(
    source.replace(TOKEN, token => {
      if (token.startsWith('\\')) return token
      return token.startsWith('[') ? token.replace(CLASS_PART, inAnyCase) : bothCases(token, token => `[${token}]`)
    }),
    flags,
  )

function inAnyCase(part: string, from: string | undefined, to: string | undefined): string {
  if (part.startsWith('\\')) return part
  if (from === undefined) return bothCases(part, both => both)
  const other = [from, to!].map(otherCase).join('-')
  return other === part ? part : part + other
}

const bothCases = (letter: string, of: (both: string) => string) =>
  otherCase(letter) === letter ? letter : of(letter + otherCase(letter))

function otherCase(letter: string): string {
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  return other.length === letter.length ? other : letter
}

/** The match of a sticky pattern at an offset. */
export function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
