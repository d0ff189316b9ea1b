/** Blocks written into one text, with its map, marks and links. */
import type { Extracted, Located, Marked } from '../../model.js'
import type { FlowBlock } from './page-order.js'
import type { PageElement } from './page-tree.js'
import type { Piece } from './pieces.js'

type Written = Pick<Extracted, 'text' | 'map' | 'marks' | 'links'>
/** A stretch of text inside one `<a>`. */
interface Anchored {
  readonly anchor: PageElement
  readonly start: number
  end: number
}

/** Join blocks by blank lines; `urlOf` says where an `<a>` leads, null where the text beside it says so itself. */
export function written(
  page: string,
  blocks: readonly FlowBlock[],
  urlOf: (anchor: PageElement, text: string) => string | null,
): Written {
  const [parts, map, marks, anchored]: [string[], Located[], Marked[], Anchored[]] = [[], [], [], []]
  let length = 0
  for (const { pieces, kind } of blocks) {
    if (length > 0) length += parts.push('\n\n') && 2
    const start = length
    for (const [i, piece] of pieces.entries()) {
      locate(map, piece, length, page)
      anchor(anchored, piece, length, i === 0)
      parts.push(piece.text)
      length += piece.text.length
    }
    if (kind) marks.push({ start, end: length, kind })
  }
  const text = parts.join('')
  const links = anchored.flatMap(({ anchor, start, end }) => {
    const url = urlOf(anchor, text.slice(start, end))
    return url === null ? [] : [{ start, end, url }]
  })
  return { text, map, marks, links }
}

/** One entry more, or the last one longer where text and page both go on. */
function locate(map: Located[], { text, start, end }: Piece, at: number, page: string): void {
  const isSame = end - start === text.length && page.startsWith(text, start)
  const html = { start, end: isSame || end - start !== text.length ? end : start }
  const last = map.at(-1)
  if (isSame && last && 'html' in last && last.end === at && last.html.end === start && isEqual(last, last.html)) {
    map[map.length - 1] = { start: last.start, end: at + text.length, html: { start: last.html.start, end } }
  } else {
    map.push({ start: at, end: at + text.length, html })
  }
}

type Ends = Pick<Located, 'start' | 'end'>
const isEqual = (a: Ends, b: Ends) => a.end - a.start === b.end - b.start

function anchor(anchored: Anchored[], piece: Piece, at: number, isFirst: boolean): void {
  if (!piece.anchor) return
  const last = anchored.at(-1)
  if (!isFirst && last?.anchor === piece.anchor && last.end === at) last.end = at + piece.text.length
  else anchored.push({ anchor: piece.anchor, start: at, end: at + piece.text.length })
}
