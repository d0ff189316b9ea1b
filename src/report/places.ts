/**
 * What is marked in the text of a block, and where: repairs, damage that was left, and what findings are about. Marks do
 * not overlap: where two would, the repair comes first, then damage, then findings; what is marked nowhere still stands
 * in the lists of the page. Linear in the log of the document.
 */
import { resultSpans } from '../edits/edits.js'
import type { Document, DocumentRepair, Finding, Span, Unrepaired } from '../model.js'

/** Offsets in the text of the block; `number` is the place in the list that the thing is of. */
export type Mark = Span & { readonly number: number } & (
    | { readonly repair: DocumentRepair }
    | { readonly left: Unrepaired }
    | { readonly finding: Finding }
  )

/** The marks of each block of a document, in order. `findings` are those of the release, numbered as they are listed. */
export function marksOf(document: Document, findings: readonly Finding[]): Map<string, Mark[]> {
  const lengths = new Map(document.blocks.map(({ id, text }) => [id, text.length]))
  const marks = new Map<string, Mark[]>()
  const put = (block: string, mark: Mark) => {
    if (mark.start > mark.end || mark.end > (lengths.get(block) ?? -1)) return
    const list = marks.get(block)
    if (list) list.push(mark)
    else marks.set(block, [mark])
  }
  for (const [number, repair] of document.repairs.entries())
    if (repair.at) put(repair.at.block, { start: repair.at.start, end: repair.at.end, number, repair })
  for (const { block, mark } of placesOfDamage(document)) put(block, mark)
  for (const [number, finding] of findings.entries())
    for (const { block, start, end } of finding.values[document.id] ?? [])
      if (end > start) put(block, { start, end, number, finding })
  return new Map([...marks].map(([block, list]) => [block, withoutOverlaps(list)]))
}

/** The repairs of a document that are marked in no block. */
export function unplaced(document: Document): [number: number, repair: DocumentRepair][] {
  const placed = new Set(
    [...marksOf(document, []).values()].flatMap(list => list.flatMap(m => ('repair' in m ? [m.number] : []))),
  )
  return [...document.repairs.entries()].filter(([number]) => !placed.has(number))
}

/** Damage that was left, from the decoded text to the blocks: no repair touches it, so it has only moved. */
function placesOfDamage({ blocks, repairs, unrepaired }: Document): { block: string; mark: Mark }[] {
  const results = resultSpans(repairs)
  const out: { block: string; mark: Mark }[] = []
  let [next, number, offset] = [0, 0, 0] // the repair behind it; the block, and where that begins
  for (const [i, left] of [...unrepaired.entries()].sort(([, a], [, b]) => a.start - b.start)) {
    while (next < repairs.length && repairs[next]!.end <= left.start) next++
    const shift = next === 0 ? 0 : results[next - 1]!.end - repairs[next - 1]!.end
    const [start, end] = [left.start + shift, left.end + shift]
    while (number < blocks.length && offset + blocks[number]!.text.length < end)
      offset += blocks[number++]!.text.length + BETWEEN_BLOCKS
    const block = blocks[number]
    if (!block || start < offset || (repairs[next]?.start ?? left.end) < left.end) continue
    out.push({ block: block.id, mark: { start: start - offset, end: end - offset, number: i, left } })
  }
  return out
}

/** Blocks are joined by one blank line. */
const BETWEEN_BLOCKS = 2

const rankOf = (mark: Mark) => ('repair' in mark ? 0 : 'left' in mark ? 1 : 2)

/** In order of place; of two that overlap the one of the higher rank, then the first. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  const inOrder = [...marks].sort((a, b) => a.start - b.start || a.end - b.end || rankOf(a) - rankOf(b))
  for (const mark of inOrder) {
    while (kept.length > 0 && overlap(kept.at(-1)!, mark) && rankOf(kept.at(-1)!) > rankOf(mark)) kept.pop()
    if (kept.length === 0 || !overlap(kept.at(-1)!, mark)) kept.push(mark)
  }
  return kept
}

/** `a` begins first, or both begin at one place. */
const overlap = (a: Span, b: Span) => b.start < a.end
