/**
 * What a printed page adds: page numbers, running heads, and lines drawn under headings. They are taken out, and the
 * record keeps them. A bare number is believed only beside a form feed, or where a word or dashes say that it is a page.
 */
import type { Line } from './lines.js'

const WORD = '(?:page|pag\\.?|pagina|seite|side|blad|p\\.|s\\.|עמוד|עמ׳)'
const OF = '(?:/|of|von|di|af|van|su|מתוך)'
const NAMED_PAGE = new RegExp(`^[-–—| ]{0,4}${WORD} ?\\d{1,4}(?: ?${OF} ?\\d{1,4})?[-–—| ]{0,4}$`, 'iu')
const DASHED_PAGE = /^[-–—] ?\d{1,4} ?[-–—]$/
const BARE_PAGE = /^\d{1,4}(?: ?\/ ?\d{1,4})?$/
const RULE = /^(?:={3,}|-{3,}|~{3,}|_{3,}|\^{3,}|"{4,}|\*{5,}|#{4,}|\.{5,}|[─━═]{3,})$/
const LONGEST_HEAD = 100

export interface Furniture {
  /** Numbers of the lines that are no text. */
  readonly removed: ReadonlyMap<number, 'running-head' | 'marker'>
  /** Numbers of the lines that are underlined. */
  readonly underlined: ReadonlySet<number>
}

/** Lines of the page rather than of the text. */
export function furnitureOf(lines: readonly Line[]): Furniture {
  const removed = new Map<number, 'running-head' | 'marker'>()
  const underlined = new Set<number>()
  const heads = repeatedAtPages(lines)
  lines.forEach((line, i) => {
    const text = line.text
    if (text.length > LONGEST_HEAD + 100) return
    const beside = line.page || lines[i + 1]?.page === true
    if (NAMED_PAGE.test(text) || DASHED_PAGE.test(text) || (beside && BARE_PAGE.test(text)))
      removed.set(i, 'running-head')
    else if (beside && heads.has(headKey(text))) removed.set(i, 'running-head')
    else if (isUnderline(line, lines[i - 1])) {
      removed.set(i, 'marker')
      underlined.add(i - 1)
    }
  })
  return { removed, underlined }
}

/** A rule directly under a line and about as long as it. */
function isUnderline(line: Line, above: Line | undefined): boolean {
  if (!above || line.blanks > 0 || !RULE.test(line.text) || RULE.test(above.text)) return false
  return above.text.length <= LONGEST_HEAD && line.text.length >= 0.5 * above.text.length
}

/** Lines beside form feeds that come more than once, numbers apart. */
function repeatedAtPages(lines: readonly Line[]): ReadonlySet<string> {
  const count = new Map<string, number>()
  lines.forEach((line, i) => {
    if (line.text.length > LONGEST_HEAD || !(line.page || lines[i + 1]?.page)) return
    const key = headKey(line.text)
    count.set(key, (count.get(key) ?? 0) + 1)
  })
  return new Set([...count].filter(([, n]) => n > 1).map(([key]) => key))
}

const headKey = (text: string) => text.replace(/\d+/g, '#').toLowerCase()
