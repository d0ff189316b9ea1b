/** Blocks cut again where siblings settled a boundary; offsets, ids and the edit log are kept true. */

import { withBlockIds } from '../edits/block-text.js'
import { byPlace, firstEndingBehind, sharing } from '../edits/spans.js'
import type { Block, Document, DocumentRepair, Span } from '../model.js'
import { append } from '../structures/lists.js'
import type { Settled } from './boundaries.js'

/** A sibling's boundary is as good as its alignment. */
const SETTLED = 0.95

/** The documents with the settled boundaries, but for those in `left`, and their blocks numbered anew. */
export function recut(
  documents: readonly Document[],
  settled: Settled,
  left: ReadonlySet<string> = new Set(),
): Document[] {
  const ids = new Map<string, string>()
  const cut = documents.map(document => {
    const { recut, joined } = left.has(document.id) ? { recut: document, joined: [] } : recutOne(document, settled)
    recut.blocks.forEach(({ id }, i) => {
      ids.set(id, `${document.id}:${i}`)
    })
    // A block that was joined to the one before it goes by that one's id; in order, so that a chain ends at its first.
    for (const [first, second] of joined) ids.set(second, ids.get(first)!)
    return recut
  })
  return cut.map(document => withBlockIds(document, id => ids.get(id) ?? id))
}

/** The document cut anew, and the pairs of blocks that became one. One walk: a text may have thousands of boundaries. */
function recutOne(document: Document, settled: Settled): { recut: Document; joined: [string, string][] } {
  const cuts = cutsOf(document, settled)
  const recut = {
    ...document,
    blocks: document.blocks.flatMap(block => piecesOf(block, cuts.get(block.id) ?? NONE)),
    repairs: document.repairs.flatMap(repair => splitRepair(repair, cuts, settled)),
  }
  const joined: [string, string][] = []
  for (const [i, { id }] of document.blocks.entries()) {
    const last = cuts.get(id)?.at(-1)
    if (settled.join.has(id)) joined.push([last ? pieceAt(id, last.end) : id, document.blocks[i + 1]!.id])
  }
  return { recut: joined.length === 0 ? recut : join(recut, new Map(joined), settled), joined }
}

/** A line end at which a block ends after all; offsets in the block. */
interface Cut extends Span {
  readonly repair: DocumentRepair
}

type Cuts = ReadonlyMap<string, readonly Cut[]>
const NONE: readonly Cut[] = []

/** The cuts of each block, in order. */
function cutsOf({ repairs }: Document, { split }: Settled): Cuts {
  const cuts = new Map<string, Cut[]>()
  for (const repair of repairs) {
    if (!split.has(repair)) continue
    const { block, start, end } = repair.at!
    append(cuts, block, { start, end, repair })
  }
  return cuts
}

/** The id of the piece of a block that begins at an offset, until blocks are numbered anew. */
const pieceAt = (block: string, offset: number) => `${block}+${offset}`
const wholeOf = (piece: string) => piece.replace(/\+\d+$/, '')

function piecesOf(block: Block, cuts: readonly Cut[]): Block[] {
  if (cuts.length === 0) return [block]
  const { language, runIn, ...rest } = block
  const shared = { ...rest, ...(language !== undefined && { language }) }
  return [...cuts, null].map((behind, k) => {
    const before = cuts[k - 1]
    return {
      ...shared,
      id: before ? pieceAt(block.id, before.end) : block.id,
      text: block.text.slice(before?.end ?? 0, behind?.start),
      spans: clipped(block.spans, before?.repair.end ?? 0, behind?.repair.start ?? Infinity),
      ...(!before && runIn && runIn.end <= behind!.start && { runIn }),
    }
  })
}

/** An entry of the log where its block was split: a boundary, or in the piece that it stands in. */
function splitRepair(repair: DocumentRepair, cuts: Cuts, { split }: Settled): DocumentRepair[] {
  const witness = split.get(repair)
  if (witness !== undefined) return repair.before === '\n\n' ? [] : [asBreak(repair, witness)]
  const { at } = repair
  const own = (at && cuts.get(at.block)) ?? NONE
  const last = at && own[firstEndingBehind(own, at.start + 1) - 1]
  if (!last) return [repair]
  return [{ ...repair, at: { block: pieceAt(at.block, last.end), start: at.start - last.end, end: at.end - last.end } }]
}

const asBreak = (repair: DocumentRepair, witness: string): DocumentRepair => ({
  ...bySibling(repair, witness),
  after: '\n\n',
  kind: 'break',
  at: null,
})

const clipped = (spans: readonly Span[], from: number, to: number): Span[] =>
  spans.map(s => ({ start: Math.max(s.start, from), end: Math.min(s.end, to) })).filter(s => s.start < s.end)

/** An entry of the log with the witness in its place. */
function bySibling({ at, ...repair }: DocumentRepair, witness: string): DocumentRepair {
  return { ...repair, evidence: 'siblings', confidence: SETTLED, witness, at }
}

/** Each block that is the first of a pair with the next behind it, and so on in a chain. */
function join(document: Document, pairs: ReadonlyMap<string, string>, settled: Settled): Document {
  const blocks: { block: Block; texts: string[]; length: number; spans: Span[] }[] = []
  const places = new Map<string, { readonly block: string; readonly by: number }>()
  const entries = new Map<DocumentRepair, DocumentRepair>()
  const blanks: DocumentRepair[] = []
  let last: Block | null = null
  for (const block of document.blocks) {
    const whole = blocks.at(-1)
    if (!whole || !last || pairs.get(last.id) !== block.id) {
      blocks.push({ block, texts: [block.text], length: block.text.length, spans: [...block.spans] })
    } else {
      const gap = { start: last.spans.at(-1)!.end, end: block.spans[0]!.start }
      const at = { block: whole.block.id, start: whole.length, end: whole.length + 1 }
      const witness = settled.join.get(wholeOf(last.id))!
      const known = sharing(document.repairs, gap)[0]
      if (known) entries.set(known, { ...bySibling(known, witness), after: ' ', kind: 'unwrap', at })
      else blanks.push(blank(gap, witness, at))
      places.set(block.id, { block: whole.block.id, by: at.end })
      whole.texts.push(block.text)
      whole.length = at.end + block.text.length
      whole.spans.push({ start: whole.spans.pop()!.start, end: block.spans[0]!.end }, ...block.spans.slice(1))
    }
    last = block
  }
  const repairs = document.repairs.map(repair => entries.get(repair) ?? moved(repair, places))
  return {
    ...document,
    blocks: blocks.map(({ block, texts, spans }) =>
      texts.length === 1 ? block : { ...block, text: texts.join(' '), spans },
    ),
    repairs: [...repairs, ...blanks].sort(byPlace),
    dateline: document.dateline && inPlace(document.dateline, places),
    contacts: document.contacts.map(contact => inPlace(contact, places)),
    links: document.links.map(link => inPlace(link, places)),
  }
}

/** Where the text of a block went that was joined to the one before it. */
type Places = ReadonlyMap<string, { readonly block: string; readonly by: number }>

function moved(repair: DocumentRepair, places: Places): DocumentRepair {
  const { at } = repair
  const place = at && places.get(at.block)
  return place ? { ...repair, at: { block: place.block, start: at.start + place.by, end: at.end + place.by } } : repair
}

function inPlace<T extends { readonly block: string | null }>(thing: T, places: Places): T {
  const place = thing.block === null ? undefined : places.get(thing.block)
  return place ? { ...thing, block: place.block } : thing
}

/** The blank between two blocks that nothing was edited between. */
const blank = (gap: Span, witness: string, at: NonNullable<DocumentRepair['at']>): DocumentRepair => ({
  ...gap,
  before: '\n\n',
  after: ' ',
  kind: 'unwrap',
  evidence: 'siblings',
  lossy: false,
  confidence: SETTLED,
  witness,
  at,
})
