/**
 * The blocks of a document: their text, one behind another with a blank line between, as the edit log leads to it; where in
 * a block the entries of the log have their results; and the ids of blocks, wherever a document names one.
 */
import type { Block, Document, DocumentRepair, Repair } from '../model.js'
import { resultSpans } from './edits.js'

type Texts = readonly Pick<Block, 'text'>[]

const BLANK_LINE = '\n\n'

export const textOfBlocks = (blocks: Texts): string => blocks.map(({ text }) => text).join(BLANK_LINE)

/** Where each block begins in that text, by its id. */
export function blockStarts(blocks: readonly Pick<Block, 'id' | 'text'>[]): ReadonlyMap<string, number> {
  let offset = 0
  return new Map(
    blocks.map(({ id, text }) => {
      const start = offset
      offset += text.length + BLANK_LINE.length
      return [id, start]
    }),
  )
}

/** Repairs, which lead from a text to the blocks joined by blank lines, with the place of their result. */
export function placed(repairs: readonly Repair[], blocks: readonly Block[]): DocumentRepair[] {
  const results = resultSpans(repairs)
  let number = 0
  let offset = 0 // of block `number` in the blocks joined by a blank line
  return repairs.map((repair, i) => {
    const { start, end } = results[i]!
    while (number < blocks.length && offset + blocks[number]!.text.length < start)
      offset += blocks[number++]!.text.length + BLANK_LINE.length
    const block = blocks[number]
    const inside =
      block &&
      start >= offset &&
      end <= offset + block.text.length &&
      (end > start || (start > offset && end < offset + block.text.length))
    return { ...repair, at: inside ? { block: block.id, start: start - offset, end: end - offset } : null }
  })
}

/** The document with every block id replaced: of its blocks, and wherever else it names them. */
export function withBlockIds(document: Document, rename: (id: string) => string): Document {
  const { dateline } = document
  const inBlock = <T extends { readonly block: string }>(found: T): T => ({ ...found, block: rename(found.block) })
  return {
    ...document,
    dateline: dateline && { ...dateline, block: dateline.block && rename(dateline.block) },
    header: document.header && inBlock(document.header),
    embargo: document.embargo && inBlock(document.embargo),
    translation: document.translation && inBlock(document.translation),
    contacts: document.contacts.map(inBlock),
    links: document.links.map(inBlock),
    dates: document.dates.map(inBlock),
    quantities: document.quantities.map(inBlock),
    tickers: document.tickers.map(inBlock),
    identifiers: document.identifiers.map(inBlock),
    blocks: document.blocks.map(b => ({ ...b, id: rename(b.id) })),
    repairs: document.repairs.map(r => renamedRepair(r, rename)),
  }
}

function renamedRepair({ at, witness, ...repair }: DocumentRepair, rename: (id: string) => string): DocumentRepair {
  return {
    ...repair,
    ...(witness !== undefined && { witness: rename(witness) }),
    at: at && { ...at, block: rename(at.block) },
  }
}
