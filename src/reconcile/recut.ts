/** Blocks cut again where siblings settled a boundary; offsets, ids and the edit log are kept true. */
import type { Block, Document, DocumentRepair, Span } from '../model.js'
import { withBlockIds } from '../text/block-ids.js'
import { sharing } from '../text/spans.js'
import type { Settled } from './boundaries.js'

/** A sibling's boundary is as good as its alignment. */
const SETTLED = 0.95

/** The documents with the settled boundaries, and their blocks numbered anew. */
export function recut(documents: readonly Document[], settled: Settled): Document[] {
  const ids = new Map<string, string>()
  const cut = documents.map(document => {
    const { recut, joined } = recutOne(document, settled)
    recut.blocks.forEach(({ id }, i) => {
      ids.set(id, `${document.id}:${i}`)
    })
    // A block that was joined to the one before it goes by that one's id; in order, so that a chain ends at its first.
    for (const [first, second] of joined) ids.set(second, ids.get(first)!)
    return recut
  })
  return cut.map(document => withBlockIds(document, id => ids.get(id) ?? id))
}

/** The document cut anew, and the pairs of blocks that became one. */
function recutOne(document: Document, settled: Settled): { recut: Document; joined: [string, string][] } {
  let recut = document
  const lastPiece = new Map<string, string>() // of a block that was split
  for (const repair of document.repairs.toReversed()) {
    const witness = settled.split.get(repair)
    if (witness === undefined) continue
    const { block, end } = repair.at!
    if (!lastPiece.has(block)) lastPiece.set(block, pieceAt(block, end))
    recut = split(recut, repair, witness)
  }
  const joined: [string, string][] = []
  for (const [i, { id }] of document.blocks.entries()) {
    if (settled.join.has(id)) joined.push([lastPiece.get(id) ?? id, document.blocks[i + 1]!.id])
  }
  for (const [first] of joined.toReversed()) recut = join(recut, first, settled.join.get(wholeOf(first))!)
  return { recut, joined }
}

/** The id of the piece of a block that begins at an offset, until blocks are numbered anew. */
const pieceAt = (block: string, offset: number) => `${block}+${offset}`
const wholeOf = (piece: string) => piece.replace(/\+\d+$/, '')

function split(document: Document, repair: DocumentRepair, witness: string): Document {
  const { block: id, start, end } = repair.at!
  const second = pieceAt(id, end)
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.id !== id) return [block]
    const { language, runIn, ...rest } = block
    const shared = { ...rest, ...(language !== undefined && { language }) }
    return [
      {
        ...shared,
        text: block.text.slice(0, start),
        spans: clipped(block.spans, 0, repair.start),
        ...(runIn && runIn.end <= start && { runIn }),
      },
      { ...shared, id: second, text: block.text.slice(end), spans: clipped(block.spans, repair.end, Infinity) },
    ]
  })
  const repairs = document.repairs.flatMap((r): DocumentRepair[] => {
    if (r.start === repair.start && r.end === repair.end)
      return repair.before === '\n\n' ? [] : [asBreak(repair, witness)]
    if (r.at?.block !== id || r.at.start < end) return [r]
    return [{ ...r, at: { block: second, start: r.at.start - end, end: r.at.end - end } }]
  })
  return { ...document, blocks, repairs }
}

const asBreak = (repair: DocumentRepair, witness: string): DocumentRepair => ({
  ...told(repair, witness),
  after: '\n\n',
  kind: 'break',
  at: null,
})

const clipped = (spans: readonly Span[], from: number, to: number): Span[] =>
  spans.map(s => ({ start: Math.max(s.start, from), end: Math.min(s.end, to) })).filter(s => s.start < s.end)

/** An entry of the log with the witness in its place. */
function told({ at, ...repair }: DocumentRepair, witness: string): DocumentRepair {
  return { ...repair, evidence: 'siblings', confidence: SETTLED, witness, at }
}

function join(document: Document, id: string, witness: string): Document {
  const index = document.blocks.findIndex(b => b.id === id)
  const [first, next] = [document.blocks[index]!, document.blocks[index + 1]!]
  const gap = { start: first.spans.at(-1)!.end, end: next.spans[0]!.start }
  const at = { block: id, start: first.text.length, end: first.text.length + 1 }
  const blank: DocumentRepair = {
    ...gap,
    before: '\n\n',
    after: ' ',
    kind: 'unwrap',
    evidence: 'siblings',
    lossy: false,
    confidence: SETTLED,
    witness,
    at,
  }
  const known = sharing(document.repairs, gap)[0]
  const others = document.repairs
    .filter(r => r !== known)
    .map(r =>
      r.at?.block === next.id ? { ...r, at: { block: id, start: r.at.start + at.end, end: r.at.end + at.end } } : r,
    )
  const unwrap = known ? { ...told(known, witness), after: ' ', kind: 'unwrap' as const, at } : blank
  return {
    ...document,
    blocks: document.blocks.flatMap(b =>
      b === next
        ? []
        : b === first
          ? [{ ...b, text: `${b.text} ${next.text}`, spans: merged(b.spans, next.spans) }]
          : [b],
    ),
    repairs: [...others, unwrap].sort((a, b) => a.start - b.start || a.end - b.end),
    dateline: document.dateline && {
      ...document.dateline,
      block: document.dateline.block === next.id ? id : document.dateline.block,
    },
    contacts: document.contacts.map(c => (c.block === next.id ? { ...c, block: id } : c)),
    links: document.links.map(l => (l.block === next.id ? { ...l, block: id } : l)),
  }
}

/** The last span of the one and the first of the other become one, with the line end between them. */
const merged = (a: readonly Span[], b: readonly Span[]): Span[] => [
  ...a.slice(0, -1),
  { start: a.at(-1)!.start, end: b[0]!.end },
  ...b.slice(1),
]
