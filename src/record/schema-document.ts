/** The part of the schema that says what is known of one file: its blocks, and what was done to its text. */
import { anatomy, blockId, documentId, sha256, share, span, tag } from './schema-anatomy.js'
import { rejected, repair, unrepaired } from './schema-repairs.js'
import { z } from './zod.js'

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
    charset: z
      .strictObject({
        name: z.string().describe('as iconv-lite writes it, in lower case'),
        evidence: z
          .enum(['given', 'bom', 'ascii', 'valid-utf8', 'utf16-pattern', 'statistics', 'fallback'])
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
