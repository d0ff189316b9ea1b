/**
 * Blocks in the order of the page. A tree has them so, but for text that stands in a table outside its cells: browsers
 * show it above the table. Here it stays where it is written, and cuts the rows around it in two.
 */
import type { BlockKind } from '../../model.js'
import { isWhite, type Piece } from './pieces.js'

export interface FlowBlock {
  readonly pieces: readonly Piece[]
  /** What the markup says it is, by the element that its first text is in. */
  readonly kind: BlockKind | null
}

/** The same pieces in the order of the page; blocks are cut where one stands inside another. */
export function inOrder(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const pieces = blocks.flatMap(block => block.pieces.map(piece => ({ piece, block })))
  const isOrdered = pieces.every(({ piece }, i) => i === 0 || piece.start >= pieces[i - 1]!.piece.end)
  if (isOrdered) return blocks
  pieces.sort((a, b) => a.piece.start - b.piece.start || a.piece.end - b.piece.end)
  const cut: { readonly block: FlowBlock; readonly pieces: Piece[] }[] = []
  let end = 0
  for (const { piece, block } of pieces) {
    if (piece.start < end) continue
    end = piece.end
    if (cut.at(-1)?.block === block) cut.at(-1)!.pieces.push(piece)
    else cut.push({ block, pieces: [piece] })
  }
  return cut
    .map(({ block, pieces }) => ({ kind: block.kind, pieces: trimmed(pieces) }))
    .filter(({ pieces }) => pieces.length > 0)
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const isText = ({ text }: Piece) => !isWhite(text)
  const first = pieces.findIndex(isText)
  return first < 0 ? [] : pieces.slice(first, pieces.findLastIndex(isText) + 1)
}
