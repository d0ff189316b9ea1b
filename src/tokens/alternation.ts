/** Words of a pack as parts of a regular expression: escaped, longest first, so that no word hides a longer one. */
import { LETTERS, MARKS, NUMBERS } from './characters.js'

/** The word with nothing in it that a regular expression would read. */
export const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** An alternative of words, without brackets around it; of none, one that never matches. */
export function alternation(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return longestFirst.map(literally).join('|')
}

/**
 * A pattern that takes small letters and capitals for one another, but for letters that are escaped. The flag `i` does the
 * same; but for it V8 asks ICU for the other case of every letter and class, which makes patterns of words five to twenty
 * times as slow to compile, and they are compiled anew in each run and thread. For the same reason `\p{L}`, `\p{M}` and
 * `\p{N}` become the ranges of `characters.ts`. A class may have ranges of ASCII letters.
 */
export function anyCase(source: string, flags: string): RegExp {
  let all = ''
  let inClass = false
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!
    if (char === '\\') {
      const end = escapeEnd(source, at)
      const escaped = source.slice(at, end)
      const ranges = RANGES.get(escaped)
      all += ranges === undefined ? escaped : inClass ? ranges : `[${ranges}]`
      at = end - 1
      continue
    }
    if (char === '[' || char === ']') inClass = char === '['
    const other = otherCase(char)
    if (other === char) all += char
    else if (!inClass) all += `[${char}${other}]`
    else if (source[at + 1] === '-' && otherCase(source[at + 2]!) !== source[at + 2]) {
      all += `${char}-${source[at + 2]}${other}-${otherCase(source[at + 2]!)}`
      at += 2
    } else all += char + other
  }
  return new RegExp(all, flags)
}

const RANGES: ReadonlyMap<string, string> = new Map([
  ['\\p{L}', LETTERS],
  ['\\p{M}', MARKS],
  ['\\p{N}', NUMBERS],
])

/** Where `\d`, `\u00a0`, `\x41` or `\p{L}` ends. */
function escapeEnd(source: string, at: number): number {
  const kind = source[at + 1]
  if (source[at + 2] === '{') return source.indexOf('}', at) + 1
  return at + (kind === 'u' ? 6 : kind === 'x' ? 4 : 2)
}

const otherCases = new Map<string, string>()

function otherCase(letter: string): string {
  const known = otherCases.get(letter)
  if (known !== undefined) return known
  const low = letter.toLowerCase()
  const other = letter === low ? letter.toUpperCase() : low
  const found = other.length === letter.length ? other : letter
  otherCases.set(letter, found)
  return found
}

/** The match of a sticky pattern at an offset. */
export function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
