/**
 * The beads of a record as beads of the paragraphs of its files, which is what a gold numbers. Blocks are no such
 * paragraphs: segmenting may have cut or joined them. So a block stands for every paragraph of the file that it
 * holds a part of, and a paragraph that was cut into two blocks takes part in the beads of both.
 */
import { textOfBlocks } from '../edits/block-text.js'
import { undoRepairs } from '../edits/edits.js'
import { firstEndingBehind } from '../edits/spans.js'
import type { Bead, Document, RecordUnit, ReleaseRecord, Segment, Span } from '../model.js'
import { beadsOf } from '../releases/beads.js'

/** A document's paragraphs, and by the id of a block the numbers of those that it stands for. */
export interface Paragraphs {
  readonly id: string
  readonly count: number
  readonly ofBlock: ReadonlyMap<string, readonly number[]>
}

/** Where the paragraphs of a text stand, UTF-16 offsets: what blank lines part. Linear. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = []
  let isOpen = false
  let isLineEnd = false
  for (const { 0: piece, index } of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    const isBreak = piece[0] === '\r' || piece[0] === '\n'
    if (isBreak) {
      isOpen &&= !isLineEnd
      isLineEnd = true
    } else if (piece.trim() !== '') {
      const end = index + piece.length
      if (isOpen) spans[spans.length - 1] = { start: spans.at(-1)!.start, end }
      else spans.push({ start: index, end })
      isOpen = true
      isLineEnd = false
    }
  }
  return spans
}

/** The paragraphs of the file that a document was read from, by undoing its repairs. */
export function paragraphsOf({ id, blocks, repairs }: Pick<Document, 'id' | 'blocks' | 'repairs'>): Paragraphs {
  const spans = paragraphSpans(undoRepairs(textOfBlocks(blocks), repairs))
  const numbersOf = (part: Span) => {
    const numbers: number[] = []
    for (let k = firstEndingBehind(spans, part.start + 1); k < spans.length && spans[k]!.start < part.end; k++)
      numbers.push(k)
    return numbers
  }
  const ofBlock = blocks.map(block => [block.id, [...new Set(block.spans.flatMap(numbersOf))]] as const)
  return { id, count: spans.length, ofBlock: new Map(ofBlock) }
}

/** The beads of two documents of a record, in paragraphs of their files. */
export function paragraphBeads(record: ReleaseRecord, a: Paragraphs, b: Paragraphs): Bead[] {
  const parts = (segment: RecordUnit['segments'][number], { id, ofBlock }: Paragraphs) =>
    (Object.hasOwn(segment, id) ? segment[id]! : []).flatMap(({ block, start, end }) =>
      ofBlock.get(block)!.map(paragraph => ({ paragraph, start, end })),
    )
  const segments = record.alignment.units.flatMap(unit =>
    unit.segments.map((segment): Segment => ({ [a.id]: parts(segment, a), [b.id]: parts(segment, b) })),
  )
  return beadsOf(segments, a.id, b.id, a.count, b.count)
}
