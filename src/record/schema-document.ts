/** The part of the schema that says what is known of one file: its blocks, what was done to its text, and what was not. */
import { anatomy, blockId, documentId, sha256, share, span, tag, z } from './schema-anatomy.js'
import { fromSource } from './schema-source.js'

const damageKinds = [
  'mojibake',
  'ocr-mojibake',
  'ocr',
  'lost-quote',
  'lost-character',
  'invisible',
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

/** What a block is. */
export const blockKind = z.enum([
  'label',
  'title',
  'summary',
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table',
  'about',
  'contact',
  'link',
  'disclaimer',
  'note',
  'end-mark',
  'chrome',
])

const block = z.strictObject({
  id: blockId.describe('unique in the record'),
  kind: blockKind,
  text: z.string().describe('repaired and unwrapped'),
  spans: z.array(z.strictObject(span)).describe('where the text comes from, offsets in the decoded text'),
  language: tag.describe("only where it differs from the document's").exactOptional(),
  runIn: z.strictObject(span).describe('a heading at the start of the paragraph, offsets in the text').exactOptional(),
})

/** What is odd about a document, or a release. */
export const warning = z.strictObject({
  code: z.enum([
    'CHARSET_UNCERTAIN',
    'CONTROL_CHARACTERS',
    'DATES_DISAGREE',
    'DECISION_NOT_APPLIED',
    'DUPLICATE_CONTENT',
    'LANGUAGE_UNKNOWN',
    'LONE_SURROGATE',
    'MIXED_LINE_ENDS',
    'NAME_NOT_UTF8',
    'SINGLE_LANGUAGE',
    'UNREPAIRED_DAMAGE',
  ]),
  message: z.string().describe('for a person'),
})

/** One file, as a record holds it. */
export const document = z
  .strictObject({
    id: documentId.describe('the language tag, with a suffix where a release has two documents of a language'),
    path: z.string().describe('relative to the root, with "/"; bytes that are not UTF-8 are written as \\xE9'),
    bytes: z.int().min(0).describe('size of the file'),
    sha256,
    ...fromSource,
    charset: z
      .strictObject({
        name: z.string().describe('as iconv-lite writes it, in lower case'),
        evidence: z
          .enum(['given', 'bom', 'ascii', 'valid-utf8', 'utf16-pattern', 'stated', 'statistics', 'fallback'])
          .describe('how it is known'),
      })
      .describe('how the bytes were read'),
    language: z
      .strictObject({
        tag,
        evidence: z.enum(['given', 'script', 'words', 'trigrams', 'none']).describe('how it is known'),
        margin: share.describe('distance to the runner-up'),
        guess: tag.describe('the best guess among all languages, also where the tag is "und"'),
      })
      .describe('of the text; a block may have its own'),
    direction: z.enum(['ltr', 'rtl']).describe('in which the language is written'),
    layout: z
      .strictObject({
        wrap: z
          .enum(['one-line-paragraphs', 'hard-wrapped', 'double-spaced', 'indented'])
          .describe('how paragraphs were laid out'),
        width: z.int().min(1).nullable().describe('column at which lines were wrapped; null where they were not'),
      })
      .describe('of the lines of the file'),
    ...anatomy,
    blocks: z.array(block).describe('joined by blank lines, with the repairs undone, they are the decoded text'),
    repairs: z.array(repair),
    unrepaired: z.array(unrepaired),
    rejected: z.array(rejected).min(1).describe('repairs that a person has rejected').exactOptional(),
    warnings: z.array(warning).describe('what is odd about the file'),
  })
  .describe('one file')
