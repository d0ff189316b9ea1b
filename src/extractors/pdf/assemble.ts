/** Paragraphs to one text: a line end between the lines of one, a blank line between two, each line with page and box. */
import type { Extracted, Located, Marked } from '../../model.js'
import type { Box, Line } from './lines.js'
import { kindsOf } from './marks.js'
import type { Paragraph, Setting } from './paragraphs.js'

/** A rectangle on a page that leads somewhere. */
export interface PlacedLink {
  readonly url: string
  readonly page: number
  readonly box: Box
}

type Text = Pick<Extracted, 'text' | 'map' | 'marks' | 'links'>

/** The text with its map, marks and links. Linear. */
export function extractedFrom(all: readonly Paragraph[], setting: Setting, links: readonly PlacedLink[]): Text {
  const paragraphs = all.filter(({ lines }) => lines.length > 0)
  const kinds = kindsOf(paragraphs, setting)
  const parts: string[] = []
  const map: Located[] = []
  const marks: Marked[] = []
  const lines: Line[] = []
  let start = 0
  paragraphs.forEach((paragraph, i) => {
    let at = start
    for (const line of paragraph.lines) {
      map.push({ start: at, end: at + line.text.length, page: line.page, box: rounded(line.box) })
      lines.push(line)
      at += line.text.length + 1
    }
    parts.push(paragraph.lines.map(({ text }) => text).join('\n'))
    const kind = kinds[i]
    if (kind) marks.push({ start, end: at - 1, kind })
    start = at + 1
  })
  return { text: parts.join('\n\n'), map, marks, links: linksIn(lines, map, links) }
}

/** Places to a hundredth of a point: finer than any printer. */
const rounded = ([left, bottom, right, top]: Box): Box => [
  hundredth(left),
  hundredth(bottom),
  hundredth(right),
  hundredth(top),
]
const hundredth = (value: number) => Math.round(value * 100) / 100

/** The words that links are drawn around, where the words are no address themselves. */
function linksIn(lines: readonly Line[], map: readonly Located[], links: readonly PlacedLink[]): Extracted['links'] {
  const onPage = new Map<number, PlacedLink[]>()
  for (const link of links) onPage.set(link.page, [...(onPage.get(link.page) ?? []), link])
  return lines.flatMap((line, i) => {
    let from = 0
    return (onPage.get(line.page) ?? []).flatMap(link => {
      const words = isOver(line, link) ? wordsUnder(line, link) : ''
      const at = words === '' ? -1 : line.text.indexOf(words, from)
      if (at < 0 || link.url.replace(/\/$/, '').endsWith(words)) return []
      from = at
      const start = map[i]!.start + at
      return [{ start, end: start + words.length, url: link.url }]
    })
  })
}

/** Is the middle of a line's height inside the rectangle? */
const isOver = ({ box }: Line, link: PlacedLink) =>
  link.box[1] < (box[1] + box[3]) / 2 && link.box[3] > (box[1] + box[3]) / 2

function wordsUnder({ words }: Line, { box: [left, , right] }: PlacedLink): string {
  return words
    .filter(word => (word.left + word.right) / 2 > left && (word.left + word.right) / 2 < right)
    .map(({ text }) => text)
    .join(' ')
}
