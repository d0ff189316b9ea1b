/** A text cut into blocks and read, in a language that is given. */
import { extract } from '../src/extract/extract.js'
import { packOf } from '../src/languages/index.js'
import { segment } from '../src/segment/segment.js'

export function readText(text: string, tag: string) {
  const pack = packOf(tag)!
  const segmented = segment(text, pack, tag)
  return { ...segmented, anatomy: extract(segmented.blocks, pack, segmented.crawled) }
}
