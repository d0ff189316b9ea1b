/** The part of the schema that says what was done to the text of a document, and what was not. */
import { blockId, share, span } from './schema-anatomy.js'
import { z } from './zod.js'

const damageKinds = [
  'mojibake',
  'ocr-mojibake',
  'ocr',
  'lost-quote',
  'lost-character',
  'control',
  'entity',
  'visual-order',
] as const

const layoutKinds = ['unwrap', 'hyphen', 'break', 'space', 'prefix', 'marker', 'running-head'] as const

/** What kind of repair it is. */
export const repairKind = z.enum([...damageKinds, ...layoutKinds])

const repairEvidence = z.enum([
  'round-trip',
  'channel',
  'quote-balance',
  'formula',
  'grammar',
  'words',
  'document',
  'siblings',
  'layout',
  'pattern',
  'decision',
])

/** An entry of the log of a document. */
export const repair = z
  .strictObject({
    ...span,
    before: z.string().describe('what stands in the decoded text'),
    after: z.string().describe('what stands in the block'),
    kind: repairKind,
    evidence: repairEvidence,
    lossy: z.boolean().describe('the damage had destroyed information'),
    confidence: share.describe('how often such a repair is right'),
    witness: blockId.describe('the block of another document that decided').exactOptional(),
    decided: z.literal('accepted').describe('a person has accepted it').exactOptional(),
    at: z
      .strictObject({ ...span, block: blockId })
      .nullable()
      .describe("where the result stands in a block's text; null between blocks"),
  })
  .describe('an edit of the decoded text; start and end are offsets before any edit')

/** Damage that was left. */
export const unrepaired = z
  .strictObject({
    ...span,
    text: z.string().describe('as it stands there'),
    kind: z.enum(damageKinds),
    reason: z.enum(['no-candidate', 'low-confidence', 'vetoed', 'foreign-script']),
  })
  .describe('damage that was seen and left; offsets in the decoded text')

/** A repair that is not made because a person has rejected it. */
export const rejected = z
  .strictObject({
    ...span,
    before: z.string().describe('what stands there'),
    after: z.string().describe('what it would have been'),
    kind: repairKind,
  })
  .describe('a repair that a person has rejected; its place stands as it was found')
