/**
 * The record's schema, as zod and as JSON Schema 2020-12. It restates the types of `model.ts` (the assertion at the
 * end fails to compile where they part) and adds what a type cannot say: formats, ranges, no unknown keys.
 * It loads zod, which takes long: nothing but validation should import this file.
 * Limit: laws that tie fields together (block ids exist, offsets lie in the text) are checked by `parawire validate`.
 */
import type { Document, GroupedDocuments, ReleaseRecord } from '../model.js'
import { blockId, documentId, isoDate, type Same, sha256, share, span, tag, z } from './schema-anatomy.js'
import { blockKind, document, warning } from './schema-document.js'

const unit = z
  .strictObject({
    id: z.string().min(1).describe('unique in the record'),
    kind: blockKind.describe('of its blocks, by their majority'),
    blocks: z.record(documentId, z.array(blockId)).describe('block ids by document id'),
    missing: z.array(documentId).describe('documents that have no part in it'),
    moved: z.array(documentId).describe('documents in which it is out of order against most others; of two, both'),
    confidence: share.describe('how often such a unit has every pair of its blocks right'),
    segments: z
      .array(z.record(documentId, z.array(z.strictObject({ ...span, block: blockId }))))
      .describe('parts of the blocks that say the same thing, by document id; offsets in the text of the block'),
  })
  .describe('blocks of several documents that belong together')

const versionKind = z.enum(['copy', 'near-copy', 'correction', 'update'])

const version = z
  .strictObject({
    document: documentId,
    versionOf: documentId.describe('the first of the versions in its language'),
    kind: versionKind,
  })
  .describe('a document that is a later version of another one in its language')

const nearest = z
  .strictObject({
    path: z.string().describe('of the other file'),
    sha256,
    score: z
      .number()
      .min(0)
      .describe('how much the two share; a few tenths join two texts that nothing speaks against'),
    reason: z
      .enum(['too-little-shared', 'language-taken', 'less-alike-than-the-others', 'other-figures', 'decided'])
      .describe('why the two are not one release'),
  })
  .describe('what a document that is alone is most like')

const nullLink = z.strictObject({
  block: blockId,
  reason: z
    .enum([
      'single-language',
      'chrome',
      'repeated',
      'untranslated',
      'dateline',
      'promotional',
      'label',
      'boilerplate',
      'contact',
      'link',
      'note',
      'end-mark',
      'no-words',
      'no-counterpart',
    ])
    .describe('why it stands alone, the first that fits'),
  sameAs: blockId.describe('the block with its text, where it is repeated or untranslated').exactOptional(),
})

/** The zod schema of a release record: strict, so that an unknown key is an error. */
export const releaseRecordSchema = z
  .strictObject({
    schemaVersion: z.literal('1.0').describe('another where a field changes its meaning or goes'),
    id: z.string().min(1).describe('hash of the sorted hashes of the files'),
    issued: z
      .strictObject({
        date: isoDate,
        precision: z.enum(['year', 'month', 'day']).describe('what was stated'),
        statedBy: z.array(documentId).describe('documents that state it'),
        by: z.enum(['dateline', 'header', 'crawler']).describe('the most trusted of the parts that state it'),
      })
      .nullable()
      .describe('when it was issued, as the documents say'),
    wire: z.string().nullable().describe('the service that spread the release'),
    issuer: z.string().nullable().describe('who the release is of, in the words of one of its documents'),
    languages: z.array(tag).describe('BCP 47 tags of the documents, sorted'),
    documents: z.array(document).describe('sorted by language, versions in their order'),
    versions: z.array(version),
    nearest: nearest.nullable(),
    alignment: z
      .strictObject({
        units: z.array(unit).describe('in reading order'),
        unaligned: z.array(nullLink).describe('every block that is in no unit'),
      })
      .describe('which blocks say the same thing'),
    warnings: z.array(warning).describe('what is odd about the release'),
    offsetUnit: z.literal('utf16').describe('all offsets are UTF-16 code units'),
    generator: z
      .strictObject({
        name: z.string().describe('parawire'),
        version: z.string().describe('of parawire'),
        icu: z.string().describe('version of the Unicode data'),
        model: sha256.describe('of the model that the run used, as the first line of its file says').exactOptional(),
        embeddings: z
          .strictObject({ dimensions: z.int().min(1).describe('of the vectors') })
          .describe('vectors of so many dimensions were given when the release was aligned')
          .exactOptional(),
        decisions: z
          .int()
          .min(1)
          .describe('so many decisions of a person name a document of the release')
          .exactOptional(),
      })
      .describe('what made the record'),
  })
  .describe('One press release in all its languages')

/** The zod schema of one document, as `parawire parse` prints it. */
export const documentSchema = document

/** The zod schema of documents that are one release, as `parawire group` prints them. */
export const groupedDocumentsSchema = z.strictObject({
  documents: z.array(document).min(1),
  versions: z.array(z.strictObject({ document: z.int().min(0), versionOf: z.int().min(0), kind: versionKind })),
  nearest: nearest.nullable(),
})

/** JSON Schema 2020-12 of a release record. */
export const releaseRecordJsonSchema = {
  $id: 'urn:parawire:release-record:1.0',
  title: 'parawire release record 1.0',
  ...z.toJSONSchema(releaseRecordSchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // zod bounds every integer by what a JavaScript number can hold; that says nothing about records.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  }),
} as const

// The schema and the types say the same; these lines fail to compile where they do not.
const recordIsSame: Same<z.infer<typeof releaseRecordSchema>, ReleaseRecord> = true
const documentIsSame: Same<z.infer<typeof documentSchema>, Document> = true
const groupIsSame: Same<z.infer<typeof groupedDocumentsSchema>, GroupedDocuments> = true
void [recordIsSame, documentIsSame, groupIsSame]
