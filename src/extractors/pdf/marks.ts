/**
 * What the type says of a paragraph: larger or bold lines by themselves are headings, the largest of the first page is the
 * title. Limits: a letterhead that is text and larger than the title takes its place.
 */
import type { Paragraph, Setting } from './paragraphs.js'

/** Larger by this part than the type of the body; a title still more. */
const LARGER = 0.08
const TITLE = 0.15
/** A heading is no longer than so many lines and characters. */
const LINES = 4
const CHARACTERS = 250
/** Text that ends so is set in bold or large type, and no heading. */
const SENTENCE = /[.:;,]$/
/** A title has so many letters: larger than it are initials and logos only. */
const LETTERS = 8

/** The kind of each paragraph, where its type says one. */
export function kindsOf(
  paragraphs: readonly Paragraph[],
  { bodySize }: Setting,
): ('title' | 'heading' | 'table' | null)[] {
  const isLargest = paragraphs.map(paragraph => isHeading(paragraph, bodySize) && isTitle(paragraph, bodySize))
  const largest = paragraphs.reduce((size, p, i) => (isLargest[i] ? Math.max(size, sizeOf(p)) : size), 0)
  const title = paragraphs.findIndex((p, i) => isLargest[i] && sizeOf(p) === largest)
  return paragraphs.map((paragraph, i) => {
    if (paragraph.kind === 'table') return 'table'
    if (i === title) return 'title'
    return isHeading(paragraph, bodySize) ? 'heading' : null
  })
}

const sizeOf = ({ lines }: Paragraph) => lines[0]!.size

function isHeading({ lines, kind }: Paragraph, bodySize: number): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (kind === 'table' || lines.length > LINES || length > CHARACTERS) return false
  if (SENTENCE.test(lines.at(-1)!.text) || !lines.some(({ text }) => /\p{L}/u.test(text))) return false
  return lines.every(({ isBold }) => isBold) || lines[0]!.size > bodySize * (1 + LARGER)
}

function isTitle({ lines }: Paragraph, bodySize: number): boolean {
  const letters = lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
  return lines[0]!.page === 1 && letters >= LETTERS && lines[0]!.size > bodySize * (1 + TITLE)
}
