/**
 * Cuts a repaired text into blocks and says what each of them is. Lines are grouped into blocks; everything between two
 * lines is one edit, so that the edits stay small and every character is in a block or in an edit.
 *
 * Law: `applyRepairs(text, repairs)` is the texts of the blocks joined by one blank line; cutting that again changes
 * nothing.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Anatomy, Block, Dateline, Segmented } from '../model.js'
import { groupLines } from './boundaries.js'
import { contactsOf, linksOf } from './contacts.js'
import { datelineAt, type FoundDateline } from './dateline.js'
import { editsOf, type Piece } from './edits.js'
import { kindsOf, runInOf } from './kinds.js'
import { geometryOf } from './layout.js'
import { type Line, linesOf } from './lines.js'
import { furnitureOf } from './pages.js'
import { leadOf } from './prefix.js'

// The news begins early: a dateline further down is a quotation of another release.
const DATELINE_REACH = 12
// A block this long is body; after it a bare `PLACE - ` is no dateline.
const BODY_LENGTH = 200

/** The blocks of a text, with the edits that lead to them and what the release says of itself. */
export function segment(text: string, pack: LanguagePack, id: string): Segmented & { anatomy: Anatomy } {
  const lead = leadOf(text)
  const lines = linesOf(text, lead.end)
  const furniture = furnitureOf(lines)
  const geometry = geometryOf(
    lines.filter((_, i) => !furniture.removed.has(i)),
    pack,
  )
  const dateline = (line: Line) => datelineAt(line.text, pack, false) !== null
  const groups = groupLines({ lines, pack, geometry, dateline, underlined: furniture.underlined }, i =>
    furniture.removed.has(i),
  )
  const { pieces, repairs } = editsOf({ text, lines, furniture, pack, from: lead.end }, groups)
  const news = findDateline(pieces, pack)
  const blocks = describe(pieces, news, pack, id)
  return {
    blocks,
    layout: { wrap: geometry.wrap, width: geometry.width },
    repairs: [...lead.repairs, ...repairs],
    anatomy: anatomyOf(blocks, news, lead.crawled, pack),
  }
}

interface News {
  readonly at: number
  readonly found: FoundDateline
}

/** The first block that begins with a dateline, among those where the news can begin. */
function findDateline(pieces: readonly Piece[], pack: LanguagePack): News | null {
  let body = false
  for (const [at, piece] of pieces.slice(0, DATELINE_REACH).entries()) {
    const found = piece.marker || piece.table ? null : datelineAt(piece.text, pack, !body)
    if (found) return { at, found }
    body ||= piece.text.length >= BODY_LENGTH
  }
  return null
}

function describe(pieces: readonly Piece[], news: News | null, pack: LanguagePack, id: string): Block[] {
  const alone = news !== null && news.found.end >= pieces[news.at]!.text.length
  const kinds = kindsOf(pieces, news ? { at: news.at, alone } : null, pack)
  return pieces.map(({ text, spans }, i) => {
    const runIn = i === news?.at ? null : runInOf(text, kinds[i]!)
    const block = { id: `${id}:${i}`, kind: kinds[i]!, text, spans }
    return runIn ? { ...block, runIn } : block
  })
}

function anatomyOf(blocks: readonly Block[], news: News | null, crawled: string | null, pack: LanguagePack): Anatomy {
  const summary = blocks.filter(block => block.kind === 'summary').map(block => block.text)
  return {
    title: blocks.find(block => block.kind === 'title')?.text ?? null,
    summary: summary.length > 0 ? summary.join('\n\n') : null,
    dateline: news ? datelineOf(blocks[news.at]!, news.found) : null,
    crawled,
    contacts: contactsOf(blocks, pack),
    links: linksOf(blocks),
  }
}

function datelineOf(block: Block, { place, region, date, wire, end }: FoundDateline): Dateline {
  return { place, region, date, wire, text: block.text.slice(0, end).trimEnd(), block: block.id }
}
