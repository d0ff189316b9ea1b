/** The part of the schema that says where the text of a document comes from, if its file is no plain text. */
import { isoDate, sha256, span, tag, z } from './schema-anatomy.js'

const containerPath = z.string().describe('the path of the container')

const step = z.union([
  z.strictObject({ zip: containerPath, entry: z.string().describe('the path of the file in the archive') }),
  z.strictObject({ gzip: containerPath }),
  z.strictObject({ mail: containerPath, part: z.string().describe('the number of the part, as IMAP counts: "2.1"') }),
  z.strictObject({ mbox: containerPath, message: z.int().min(1).describe('from 1') }),
  z.strictObject({ feed: containerPath, item: z.int().min(1).describe('from 1') }),
  z.strictObject({ table: containerPath, row: z.int().min(1).describe('from 1') }),
])

const source = z
  .strictObject({
    format: z.enum(['text', 'html', 'pdf', 'docx']).describe('of the file'),
    extractor: z.string().describe('what has read the file, and the number of its version').exactOptional(),
    container: z.array(step).min(1).describe('the way to the file, from the outermost container on').exactOptional(),
    title: z.string().describe('as the file names the text').exactOptional(),
    language: tag.describe('that the file states; the text may be in another').exactOptional(),
    date: isoDate.describe('of publication, as the file states it').exactOptional(),
    publisher: z.string().describe('as the file names it').exactOptional(),
    url: z.string().describe('where the text stands').exactOptional(),
    translations: z
      .array(z.strictObject({ language: tag, url: z.string().describe('where it stands') }))
      .describe('the same text in other languages, as the file links them')
      .exactOptional(),
  })
  .describe('where the text comes from; only of files that are no plain text, or are in another')

const points = z.number().describe('in points, from the lower left corner of the page')

const located = z.union([
  z.strictObject({ ...span, html: z.strictObject(span).describe('offsets in the decoded page') }),
  z.strictObject({
    ...span,
    page: z.int().min(1),
    box: z.tuple([points, points, points, points]).describe('left, bottom, right and top'),
  }),
  z.strictObject({ ...span, part: z.string().describe('of a DOCX'), paragraph: z.int().min(0) }),
])

/** Fields of a document; of a plain text none is there. */
export const fromSource = {
  source: source.exactOptional(),
  textSha256: sha256.describe('of the decoded text as UTF-8; only of files that are no plain text').exactOptional(),
  map: z
    .array(located)
    .describe('where stretches of the decoded text stand in the file, in order; only of files that are no plain text')
    .exactOptional(),
}
