/**
 * The shape of a paragraph: its quotation and question marks in order. Translations open and close the same quotations
 * and ask the same questions, whichever signs a language writes them with.
 */

export const DOUBLE = '"“”„«»‟'
const SINGLE = "'‘’‚‹›"
export const WORD: RegExp = /[\p{L}\p{M}\p{N}]/u
/** What stands before an opening mark, if anything does. */
export const BEFORE_OPENING: RegExp = /[\s([\-–—/]/

/**
 * The marks of a text in order: `o` opens a quotation, `c` closes one, `q` asks. Apostrophes and gershayim are none;
 * a single mark behind a word closes only what a single mark opened.
 */
export function shapeOf(text: string): string {
  let shape = ''
  let singles = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '?') shape += 'q'
    const double = DOUBLE.includes(char)
    if (!double && !SINGLE.includes(char)) continue
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    const opens =
      (BEFORE_OPENING.test(before) || DOUBLE.includes(before) || SINGLE.includes(before)) && /\S/.test(after)
    const inside = WORD.test(before) && WORD.test(after)
    if (inside && !(double && isPrefixed(text, at))) continue
    if (opens && !/[.,;:!?)\s]/.test(after)) {
      if (!double) singles++
      shape += 'o'
    } else if (inside) shape += 'o'
    else if (double || singles > 0) {
      if (!double) singles--
      shape += 'c'
    }
  }
  return shape
}

/** A quotation mark behind glued Hebrew prefix letters, not the gershayim before the last letter of a word. */
const isPrefixed = (text: string, at: number) =>
  /(?:^|\s)[ובכלמשה]{1,3}$/.test(text.slice(Math.max(0, at - 4), at)) && /^\p{L}{2}/u.test(text.slice(at + 1, at + 3))
