/** The text of a document's blocks: one behind another with a blank line between, as the edit log leads to it. */
import type { Block } from '../model.js'

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
