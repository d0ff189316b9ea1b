/** Where the entries of an edit log have their results: in a block, or between two. */
import type { Block, DocumentRepair, Repair } from '../model.js'
import { resultSpans } from './edits.js'

/** Repairs, which lead from a text to the blocks joined by blank lines, with the place of their result. */
export function placed(repairs: readonly Repair[], blocks: readonly Block[]): DocumentRepair[] {
  const results = resultSpans(repairs)
  let number = 0
  let offset = 0 // of block `number` in the blocks joined by a blank line
  return repairs.map((repair, i) => {
    const { start, end } = results[i]!
    while (number < blocks.length && offset + blocks[number]!.text.length < start)
      offset += blocks[number++]!.text.length + 2
    const block = blocks[number]
    const inside =
      block &&
      start >= offset &&
      end <= offset + block.text.length &&
      (end > start || (start > offset && end < offset + block.text.length))
    return { ...repair, at: inside ? { block: block.id, start: start - offset, end: end - offset } : null }
  })
}
