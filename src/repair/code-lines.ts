/** Lines that are about something else than they seem: signs of damage are spellings of code there. */

/** So much of a line says what it is about. */
const LINE_READ = 4000

/** Does the line of a place match a pattern? Places are asked in order, and each line is read once. */
export function linesThatMatch(text: string, pattern: RegExp): (at: number) => boolean {
  let end = -1
  let matches = false
  return at => {
    while (end < at) {
      const start = end + 1
      const next = text.indexOf('\n', start)
      end = next < 0 ? text.length : next
      if (end >= at) matches = pattern.test(text.slice(start, Math.min(end, start + LINE_READ)))
    }
    return matches
  }
}

/** A line of a program. */
export const CODE =
  /[;{]\s*$|=\s*["'`]|=>|\b(?:var|let|const|return|print|printf|echo|console)\b.{0,200}["'`]|^\s*(?:"[^"]{1,80}"|\w{1,40})\s*:\s*["']/
