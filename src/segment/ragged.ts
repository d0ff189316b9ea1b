/**
 * Paragraphs of lines of uneven length, between blank lines: nobody wrapped them at a column, but an author or an editor
 * broke them anywhere. What tells is not the width but the sentences: they go on from line to line, and the last one ends
 * with the paragraph. Lists and addresses between blank lines have neither. Numbers were chosen by `npm run eval -- DIR layout`,
 * which must not change, and by real releases.
 *
 *     > | The harbour office has
 *     > | written to all owners of boats that lie in the old port, and
 *     > | asked them to answer.
 */
import type { LanguagePack } from '../languages/pack.js'
import { patternsOf } from '../tokens/patterns.js'
import { flows, type Geometry, WIDEST, wouldFit } from './layout.js'
import { type Line, wordCount } from './lines.js'

// Of the places between the lines of such a paragraph, in so many a sentence goes on for sure: a small letter follows or a
// word was cut. Lists that begin with capitals have none; German, with its nouns, .45 and more; others .7 and more.
const FLOWING = 0.4
// In so few a sentence ends: by chance one in ten, and in rows of one-line paragraphs all.
const ENDING = 0.35
// A paragraph is no longer; what stands between blank lines there is a page.
const MOST_LINES = 40
// Letters without case never flow for sure. Three lines, of which only the last ends a sentence, are hardly a list.
const FEWEST_CASELESS = 3
// Lines of lists begin with one word so many times.
const SAME_WORD = 3
// Where a column seems to tell, it does not if so many lines, and this share of them, stop before it for no reason.
const FEWEST_EARLY = 3
const EARLY = 0.2
// A first line that leaves room is a heading above its text, unless the sentence goes on behind it.
const FILLED = 0.6
// A line between title and dateline that was broken leaves so few words, so much shorter, for the next line. A byline or a
// subtitle right below a title is longer, or stands below a shorter line.
const ORPHAN_WORDS = 3
const ORPHAN = 0.4
const BYLINE_WORDS = 5
const BROKEN = 50
// The dateline stands among the first lines.
const OPENING = 24
// Words that begin with small letters, one a line, are a list; a line of prose is longer.
const SHORTEST = 30

/** The lines that go on with the line right above them; `dateline` tells where the news begins. None where a column tells. */
export function raggedLines(
  lines: readonly Line[],
  pack: LanguagePack,
  { width, wrap, tight, fits }: Geometry,
  dateline: (line: Line) => boolean,
): ReadonlySet<Line> {
  const goOn = new Set<Line>()
  if (width !== null && (tight || wrap !== 'hard-wrapped')) return goOn
  const paragraphs = groupsOf(lines).filter(group => isParagraph(group, pack))
  if (width !== null && !breaksAnywhere(paragraphs, fits)) return goOn
  for (const group of paragraphs) for (const line of group.slice(hasHeading(group, pack) ? 2 : 1)) goOn.add(line)
  if (width === null) for (const line of aboveNews(lines, pack, dateline)) goOn.add(line)
  return goOn
}

/** Runs of lines without a blank line or an item between them. */
function groupsOf(lines: readonly Line[]): (readonly Line[])[] {
  const groups: (readonly Line[])[] = []
  for (let start = 0; start < lines.length; ) {
    let end = start + 1
    while (end < lines.length && belongs(lines[end]!)) end++
    groups.push(lines.slice(start, end))
    start = end
  }
  return groups
}

/** Would the next word have fitted on many lines, although no sentence ends there? */
function breaksAnywhere(paragraphs: readonly (readonly Line[])[], fits: number): boolean {
  let [early, all] = [0, 0]
  for (const lines of paragraphs)
    for (let i = 0; i + 1 < lines.length; i++) {
      all++
      if (!lines[i]!.ends && wouldFit(lines[i]!, lines[i + 1]!, fits)) early++
    }
  return early >= FEWEST_EARLY && early >= EARLY * all
}

/** What goes on between title and dateline, where lines are few and end no sentence. */
function aboveNews(lines: readonly Line[], pack: LanguagePack, dateline: (line: Line) => boolean): Line[] {
  const news = lines.slice(0, OPENING).findIndex(dateline)
  return lines.slice(0, Math.max(0, news)).filter((line, i) => {
    const before = lines[i - 1]
    if (!before || !belongs(line) || before.width < BROKEN) return false
    if (flows(before, line, pack, false) && !isCaseless(line)) return !isByline(line, pack)
    // Title and subtitle may stand in two lines; below the title, or indented, so few words are the end of a line.
    const isLast = lines[i + 1]!.blanks > 0 || lines[i + 1]!.indent < line.indent
    const isBelow = before.blanks > 0 || line.indent >= before.indent + 2
    return i > 1 && isLast && isBelow && isOrphan(before, line, pack)
  })
}

/** Right below a line, and no item of a list. */
const belongs = (line: Line) => line.blanks === 0 && !line.page && line.marker === null

function isParagraph(lines: readonly Line[], pack: LanguagePack): boolean {
  const places = lines.length - 1
  if (places < 1 || places >= MOST_LINES || lines.some(line => line.width > WIDEST || line.address)) return false
  const last = lines.at(-1)!
  const caseless = lines.filter(isCaseless).length > places / 2
  const before = lines.slice(0, -1)
  // What ends no sentence may be a list of titles: there a function word at the end of a line proves nothing.
  const flowing = before.filter((line, i) => flows(line, lines[i + 1]!, pack, last.ends)).length
  const ending = before.filter(line => line.ends).length
  if (caseless) return lines.length >= FEWEST_CASELESS && last.ends && ending <= ENDING * places && !isNarrow(before)
  if (flowing < FLOWING * places || ending > ENDING * places || isNarrow(before)) return false
  if (isList(lines)) return false
  // A title or a summary in two lines; more that end no sentence are a list.
  return last.ends || (places === 1 && flowing === 1 && !lines[0]!.low && !isByline(last, pack))
}

/** The last words of a line. */
function isOrphan(first: Line, second: Line, pack: LanguagePack): boolean {
  if (first.ends || first.width < BROKEN || /[\d:@]/.test(second.text) || isByline(second, pack)) return false
  return second.text.length <= ORPHAN * first.width && wordCount(second.text) <= ORPHAN_WORDS
}

/** `by Jane Example` */
const isByline = ({ text }: Line, pack: LanguagePack) =>
  wordCount(text) <= BYLINE_WORDS && patternsOf(pack).labelLink(text) !== null && !/\s\p{Ll}/u.test(text)

/** Half of the lines and more begin with the same word: `at 9.15 ...`, `at 10.30 ...`. */
function isList(lines: readonly Line[]): boolean {
  const count = new Map<string, number>()
  for (const { text, first } of lines) count.set(text.slice(0, first), (count.get(text.slice(0, first)) ?? 0) + 1)
  const most = Math.max(...count.values())
  return most >= Math.min(SAME_WORD, lines.length - 1) && most > 1 && 2 * most >= lines.length
}

const isCaseless = (line: Line) => /^\P{L}{0,3}\p{Lo}/u.test(line.text)

/** Lines hold a few words on average. */
const isNarrow = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.width, 0) < SHORTEST * lines.length

/** The first line stops early and no sentence goes on behind it. */
function hasHeading(lines: readonly Line[], pack: LanguagePack): boolean {
  const [first, second] = [lines[0]!, lines[1]!]
  if (lines.length < 3 || first.ends || flows(first, second, pack, !isCaseless(second))) return false
  return first.width < FILLED * Math.max(...lines.map(line => line.width))
}
