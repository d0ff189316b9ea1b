/**
 * Cuts a repaired text into blocks and says what each of them is. Lines are grouped into blocks; everything between two
 * lines is one edit, so that the edits stay small and every character is in a block or in an edit.
 *
 * Law: `applyRepairs(text, repairs)` is the texts of the blocks joined by one blank line; cutting that again changes
 * nothing.
 */
import { datelineAt, firstDateline } from '../anatomy/dateline.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Block, BlockKind, LayoutDecisions, Segmented } from '../model.js'
import { groupLines } from './boundaries.js'
import { editsOf, type Piece } from './edits.js'
import { furnitureOf, leadOf } from './furniture.js'
import { kindsOf, runInOf } from './kinds.js'
import { geometryOf } from './layout.js'
import { type Line, linesOf } from './lines.js'

/** The blocks of a text, with the edits that lead to them; `decided` is what a person said of its layout. */
export function segment(
  text: string,
  pack: LanguagePack,
  id: string,
  decided: LayoutDecisions | null = null,
): Segmented {
  const lead = leadOf(text, decided)
  const lines = linesOf(text, lead.end, pack)
  const furniture = furnitureOf(lines, decided)
  const geometry = geometryOf(
    lines.filter((_, i) => !furniture.removed.has(i)),
    pack,
  )
  const dateline = (line: Line) => datelineAt(line.text, pack, 'no') !== null
  const groups = groupLines({ lines, pack, geometry, dateline, underlined: furniture.underlined, decided }, i =>
    furniture.removed.has(i),
  )
  const { pieces, repairs } = editsOf({ text, lines, furniture, pack, decided, from: lead.end }, groups)
  const news = newsOf(pieces, pack)
  const kinds = kindsOf(pieces, news, pack)
  return {
    blocks: pieces.map((piece, i) => blockOf(piece, `${id}:${i}`, kinds[i]!.kind, i === news?.at)),
    evidence: kinds.map(({ evidence }) => evidence),
    layout: { wrap: geometry.wrap, width: geometry.width },
    repairs: [...lead.repairs, ...repairs],
    crawled: lead.crawled,
  }
}

/** The piece that begins with the dateline, and whether it holds nothing else. */
function newsOf(pieces: readonly Piece[], pack: LanguagePack): { at: number; alone: boolean } | null {
  const news = firstDateline(pieces, ({ marker, table }) => marker || table, pack)
  return news && { at: news.at, alone: news.found.end >= pieces[news.at]!.text.length }
}

function blockOf({ text, spans }: Piece, id: string, kind: BlockKind, isNews: boolean): Block {
  const runIn = isNews ? null : runInOf(text, kind)
  return { id, kind, text, spans, ...(runIn && { runIn }) }
}
