/** Blocks cut again where siblings settled a boundary; offsets, ids and the edit log are kept true. */
import type { Block, Document, DocumentRepair, Span } from '../model.js'
import { withBlockIds } from '../text/block-ids.js'
import type { Settled } from './boundaries.js'

/** A sibling's boundary is as good as its alignment. */
const SETTLED = 0.95

/** The documents with the settled boundaries, and their blocks numbered anew. */
export function recut(documents: readonly Document[], settled: Settled): Document[] {
  const cut = documents.map(document => recutOne(document, settled))
  const ids = new Map(cut.flatMap(d => d.blocks.map(({ id }, i) => [id, `${d.id}:${i}`] as const)))
  // A block that was joined to the one before it goes by that one's id.
  for (const [first, second] of joinedIds(documents, settled)) ids.set(second, ids.get(first)!)
  return cut.map(document => withBlockIds(document, id => ids.get(id) ?? id))
}

function recutOne(document: Document, settled: Settled): Document {
  let current = document
  for (const repair of document.repairs.toReversed()) {
    const witness = settled.split.get(repair)
    if (witness !== undefined) current = split(current, repair, witness)
  }
  for (const { id } of document.blocks.toReversed()) {
    const witness = settled.join.get(id)
    if (witness !== undefined) current = join(current, id, witness)
  }
  return current
}

/** Pairs of blocks that became one, in order, so that a chain of them ends at its first. */
function joinedIds(documents: readonly Document[], { join: joins }: Settled): [string, string][] {
  return documents.flatMap(d =>
    d.blocks.flatMap((b, i): [string, string][] => (joins.has(b.id) ? [[b.id, d.blocks[i + 1]!.id]] : [])),
  )
}

function split(document: Document, repair: DocumentRepair, witness: string): Document {
  const { block: id, start, end } = repair.at!
  const second = `${id}+${end}`
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.id !== id) return [block]
    const { language, runIn, ...rest } = block
    const shared = { ...rest, ...(language !== undefined && { language }) }
    return [
      {
        ...shared,
        text: block.text.slice(0, start),
        spans: clipped(block.spans, 0, repair.start),
        ...(runIn && { runIn }),
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
  const known = document.repairs.find(r => r.start >= gap.start && r.end <= gap.end && r.kind === 'break')
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
