/**
 * Escapes of programming languages in text that is none: `caf\u00e9`, `\u00c3\u00a9` and `\xc3\xa9`, which spell
 * mojibake once more. They become the characters they name; what these mean is for the repair of mojibake. A text that
 * is JSON as a whole stays, and so does a line that looks like code, a word with other backslashes (a path such as
 * `C:\users\u00e9`, a regular expression) and a range of characters. Escapes of addresses (`%C3%A9`) are no damage.
 */
import type { Repair } from '../model.js'
import { type Ground, type Pass, replaced } from './pass.js'

const ground: Ground = { kind: 'entity', evidence: 'pattern', lossy: false, confidence: 1 }

const RUN = /(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})+/g
const ONE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g
const JSON_WHOLE = /^\s*[[{]["[{\s]/
const CODE =
  /[;{]\s*$|=\s*["'`]|=>|\b(?:var|let|const|return|print|printf|echo|console)\b.{0,200}["'`]|^\s*(?:"[^"]{1,80}"|\w{1,40})\s*:\s*["']/
/** So much of a line says whether it is code. */
const LINE_READ = 4000
/** A word reaches so far. */
const REACH = 200

/** Read escapes of characters. */
export function repairEscapes(text: string): Pass {
  if (!text.includes('\\u') && !text.includes('\\x')) return { repairs: [] }
  if (JSON_WHOLE.test(text) && /[\]}]\s{0,100}$/.test(text.slice(-200))) return { repairs: [] }
  const repairs: Repair[] = []
  const isCode = linesOfCode(text)
  for (const match of text.matchAll(RUN)) {
    const end = match.index + match[0].length
    if (isCode(match.index) || !isText(text, match.index, end)) continue
    const meant = match[0].replace(ONE, (_, four, two) => String.fromCharCode(Number.parseInt(four ?? two, 16)))
    if (isCharacters(meant, match[0])) repairs.push(replaced(text, match.index, match[0].length, meant, ground))
  }
  return { repairs }
}

/** Characters that texts have, surrogates in pairs; a single `\xe9` only as a letter or a mark of print. */
function isCharacters(meant: string, escaped: string): boolean {
  if (/[\ud800-\udfff]/u.test(meant)) return false
  if (/[\0-\x08\x0b-\x1f\x7f\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/u.test(meant)) return false
  if (escaped.length === 4) return /[\u0091-\u0097\u00a0-\u00ff]/.test(meant)
  return /[^\0-\x7f]/.test(meant) || /^["&'<>\u002f]+$/.test(meant)
}

function isText(text: string, start: number, end: number): boolean {
  const word = wordAround(text, start, end)
  const before = word.text.slice(0, word.at)
  const after = word.text.slice(word.at + end - start)
  if (/[\\[^]|:$|-$/.test(before.replace(RUN, '')) || /^[-+*?{\]]|\\/.test(after.replace(RUN, ''))) return false
  return !text.startsWith('\\x', start) || end - start > 4 || /\p{L}$/u.test(before)
}

/** Does the line of a place look like code? Places are asked in order, and each line is read once. */
function linesOfCode(text: string): (at: number) => boolean {
  let end = -1
  let code = false
  return at => {
    while (end < at) {
      const start = end + 1
      const next = text.indexOf('\n', start)
      end = next < 0 ? text.length : next
      if (end >= at) code = CODE.test(text.slice(start, Math.min(end, start + LINE_READ)))
    }
    return code
  }
}

function wordAround(text: string, start: number, end: number): { text: string; at: number } {
  let from = start
  while (from > 0 && start - from < REACH && text.charCodeAt(from - 1) > 0x20) from--
  let to = end
  while (to < text.length && to - end < REACH && text.charCodeAt(to) > 0x20) to++
  return { text: text.slice(from, to), at: start - from }
}
