/**
 * The direction of a text in a language that has no pack, by its letters. Limit: the few languages that are written both
 * ways in one script are read as most texts in it are.
 */

/** Blocks that Unicode keeps for scripts from right to left, whatever it will put there (UAX 9, default classes R and AL). */
const BLOCKS = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const RIGHT_TO_LEFT = new RegExp(`[${BLOCKS}]`, 'u')
const LETTERS = /\p{L}/gu
const LETTERS_FROM_RIGHT = new RegExp(`(?=[${BLOCKS}])\\p{L}`, 'gu')

/** Does a text hold anything that runs from right to left? */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** The direction of most letters; left to right where there are none. Linear. */
export function directionOf(texts: readonly string[]): 'ltr' | 'rtl' {
  let balance = 0
  for (const text of texts) {
    balance -= countOf(text, LETTERS)
    if (hasRightToLeft(text)) balance += 2 * countOf(text, LETTERS_FROM_RIGHT)
  }
  return balance > 0 ? 'rtl' : 'ltr'
}

function countOf(text: string, letters: RegExp): number {
  let count = 0
  letters.lastIndex = 0
  while (letters.test(text)) count++
  return count
}
