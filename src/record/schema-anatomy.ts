/**
 * The part of the schema that says what `extract` reads out of a document, and the small schemas that it shares with the
 * rest of the record: offsets, ids, dates. The only door to zod, which takes long to load: nothing but schemas imports it.
 */
import { z } from 'zod'

export { z }

/** A type and a schema say the same where `true` can be a `Same` of both. */
export type Same<A, B> =
  (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

/** The path of what is wrong with a value: `$.documents[0].blocks[2].text`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((done, key) => {
    if (typeof key === 'number') return `${done}[${key}]`
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `${done}.${String(key)}` : `${done}[${JSON.stringify(String(key))}]`
  }, '$')
}

const offset = z.int().min(0).describe('UTF-16 code units')
/** A share or a confidence. */
export const share = z.number().min(0).max(1)
/** A language. */
export const tag = z.string().min(2).describe('BCP 47 tag, or "und"')
/** The id of a block. */
export const blockId = z.string().min(1).describe('id of a block of this record')
/** The id of a document. */
export const documentId = z.string().min(1).describe('id of a document of this record')
/** A hash in hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the bytes, in hexadecimal')
/** A date in the precision in which it was stated. */
export const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('ISO 8601, with the precision in which it was stated: YYYY, YYYY-MM or YYYY-MM-DD')

/** The fields of a half-open range of UTF-16 code units. */
export const span = { start: offset, end: offset }

const dateline = z.strictObject({
  place: z.string().nullable().describe('as it is written'),
  placeKey: z
    .string()
    .nullable()
    .describe('the same in all languages: English name, a hyphen, ISO 3166 code (beijing-cn); of a country the code'),
  region: z.string().nullable().describe('state, county or country behind the place, as it is written'),
  date: isoDate.nullable(),
  wire: z.string().nullable().describe('as it is written'),
  text: z.string().nullable().describe('as it stands in the block; null where it is inherited'),
  block: blockId.nullable(),
  inheritedFrom: documentId.describe('the document that states what this one does not').exactOptional(),
})

const inBlock = { ...span, block: blockId.describe('start and end are offsets in its text') }

const dateMention = z.strictObject({
  date: z
    .string()
    .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4])?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4])?)?|--\d{2}-\d{2})$/)
    .describe(
      'ISO 8601; --MM-DD where no year is stated, YYYY-Qn for a quarter, two with a slash for a range with years',
    ),
  precision: z.enum(['year', 'quarter', 'month', 'day']).describe('what was stated'),
  ...inBlock,
})

const quantity = z.strictObject({
  value: z.number().describe('the scale word included: 1,5 Mio. is 1500000'),
  unit: z.string().nullable().describe('%, pp, a code of ISO 4217, an SI symbol, or that of UCUM'),
  text: z.string().describe('as it is written'),
  ...inBlock,
})

const ticker = z.strictObject({
  exchange: z.string().describe('as it is written'),
  mic: z.string().nullable().describe('ISO 10383'),
  symbol: z.string().describe('of the share, at that exchange'),
  ...inBlock,
})

const identifier = z.strictObject({
  scheme: z.enum(['ISIN', 'WKN', 'LEI']),
  value: z.string().describe('without blanks'),
  ...inBlock,
})

const header = z
  .strictObject({
    date: isoDate.nullable(),
    time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .describe('local time, where it is stated')
      .exactOptional(),
    zone: z.string().describe('as it is written').exactOptional(),
    source: z.string().nullable().describe('who published it, as it is written'),
    block: blockId,
  })
  .describe('what a site printed above the text')

const embargo = z
  .strictObject({
    until: z
      .string()
      .regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/)
      .nullable()
      .describe('ISO 8601, local time'),
    zone: z.string().nullable().describe('as it is written'),
    block: blockId,
  })
  .describe('until when the text was not to be published')

const translation = z
  .strictObject({
    authoritative: z.string().nullable().describe('the version that counts: "original", or a BCP 47 tag'),
    block: blockId,
  })
  .describe('the text says that it is a translation')

const contact = z.strictObject({
  name: z.string().nullable().describe('of a person'),
  title: z.string().nullable().describe('position or degree, as it is written beside the name'),
  organisation: z.string().nullable().describe('of the person, or to be asked itself'),
  phone: z.string().nullable().describe('as it is written'),
  phones: z
    .array(z.string())
    .min(2)
    .describe('all telephones; not there where `phone` is the only one')
    .exactOptional(),
  email: z.string().nullable().describe('address'),
  block: blockId,
})

/** The fields of a document that `extract` fills. */
export const anatomy = {
  title: z.string().nullable().describe('as it stands in the block'),
  summary: z.string().nullable().describe('the lines under the title, as they stand in the block'),
  dateline: dateline.nullable().describe('place, date and wire before the first sentence'),
  crawled: isoDate.nullable().describe('date that a crawler put before the text'),
  header: header.nullable(),
  wire: z.string().nullable().describe('of the dateline, or what the text is signed with'),
  issuer: z.string().nullable().describe('who the text is of, as it names them'),
  embargo: embargo.nullable(),
  translation: translation.nullable(),
  contacts: z.array(contact).describe('whom to ask'),
  links: z
    .array(z.strictObject({ url: z.string().describe('as it is written'), block: blockId }))
    .describe('every URL in the blocks'),
  dates: z.array(dateMention).describe('every date in the blocks'),
  quantities: z.array(quantity).describe('numbers with their units'),
  tickers: z.array(ticker).describe('symbols of shares'),
  identifiers: z.array(identifier).describe('of securities and of issuers'),
} as const
