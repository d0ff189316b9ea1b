/**
 * Which text of a document may teach. A mistake that is learned comes back as a repair, so doubt leaves out: a whole
 * document whose language or charset is uncertain, or that a scanner has read (its slips are never all seen); and every
 * block in which characters were lost, mended or not, or that is in another language. What was mended without loss is
 * clean. Links and site furniture are no prose.
 */
import { overlap } from '../edits/spans.js'
import type { Block, BlockKind, DamageKind, Document } from '../model.js'

/** Why nothing was learned from a document. */
export type NotLearned =
  | 'duplicate' // the same bytes, or every block, were learned before
  | 'unknown language'
  | 'uncertain charset'
  | 'scanned' // a scanner's slips, of which some are seen
  | 'damaged' // no block without a lossy repair or damage that was left

const WITHOUT_PROSE: ReadonlySet<BlockKind> = new Set(['link', 'chrome'])
const SCANNED: ReadonlySet<string> = new Set<DamageKind>(['ocr', 'ocr-mojibake'])

/** The clean blocks, or why there are none. */
export function cleanBlocks(document: Document): readonly Block[] | NotLearned {
  const { language, charset, repairs, unrepaired, blocks } = document
  if (language.tag === 'und') return 'unknown language'
  if (charset.evidence === 'fallback') return 'uncertain charset'
  if ([...repairs, ...unrepaired].some(damage => SCANNED.has(damage.kind))) return 'scanned'
  const damaged = damagedBlocks(document)
  const isProse = (block: Block) => !WITHOUT_PROSE.has(block.kind) && block.language === undefined
  const clean = blocks.filter(block => isProse(block) && !damaged.has(block.id))
  return clean.length === 0 ? 'damaged' : clean
}

/** The texts of the clean blocks, or why there are none. */
export function cleanTexts(document: Document): readonly string[] | NotLearned {
  const clean = cleanBlocks(document)
  return typeof clean === 'string' ? clean : clean.map(block => block.text)
}

/** Ids of the blocks with a lossy repair or with damage that was left. */
function damagedBlocks({ blocks, repairs, unrepaired }: Document): ReadonlySet<string> {
  const damaged = new Set<string>()
  for (const { lossy, at } of repairs) if (lossy && at) damaged.add(at.block)
  if (unrepaired.length === 0) return damaged
  for (const { id, spans } of blocks)
    if (unrepaired.some(damage => spans.some(span => overlap(span, damage)))) damaged.add(id)
  return damaged
}
