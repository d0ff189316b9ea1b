/**
 * ninjs 3.1 (IPTC): a news item for each document, a line of JSON each; its translations are associations.
 * Limits: ninjs states dates with their time only, so a release issued on a day is created at midnight UTC; an embargo,
 * whose zone is often not known, is told to editors in words.
 */
import type { Contact, Document, ReleaseRecord } from '../model.js'
import { firstVersions } from '../releases/versions.js'
import { bodyOf, known, languageOf, urnOf } from './articles.js'
import { type MakeWriter, one } from './format.js'
import { editionsOf } from './rows.js'

const STANDARD = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' }

/** The writer of items. */
export const ninjs: MakeWriter = (settings, counts) => ({
  *add(record) {
    const editions = editionsOf(record, settings, counts)
    const firsts = firstVersions(record.documents, record.versions)
    for (const document of editions) {
      counts.documents++
      const others = editions.filter(other => other !== document)
      yield one(`${JSON.stringify(itemOf(record, document, others, firsts))}\n`)
    }
  },
})

type Firsts = ReadonlyMap<string, string>

function itemOf(
  record: ReleaseRecord,
  document: Document,
  others: readonly Document[],
  firsts: Firsts,
): Record<string, unknown> {
  const { title, summary, dateline, contacts, sha256, path } = document
  const body = bodyOf(document)
  return known({
    uri: urnOf(record, document),
    type: 'text',
    representationType: 'full',
    language: languageOf(document),
    contentCreated: record.issued?.precision === 'day' ? `${record.issued.date}T00:00:00Z` : null,
    edNote: embargoOf(document),
    located: dateline?.place,
    title,
    headlines: title ? [{ role: 'main', contentType: 'text/plain', value: title }] : [],
    descriptions: summary ? [{ role: 'summary', contentType: 'text/plain', value: summary }] : [],
    bodies: [{ role: 'main', contentType: 'text/plain', charCount: characters(body), value: body }],
    people: contacts.flatMap(personOf),
    organisations: organisationsOf(record, document),
    places: dateline?.place ? [known({ name: dateline.place, rel: 'dateline', literal: dateline.placeKey })] : [],
    infoSources: record.wire ? [{ name: record.wire }] : [],
    altIds: [
      { role: 'release', value: record.id },
      { role: 'sha256', value: sha256 },
      { role: 'path', value: path },
    ],
    associations: others.map(other => associationOf(record, document, other, firsts)),
    standard: STANDARD,
  })
}

/** Code points: UTF-16 code units, two of a pair counted once. */
const characters = (text: string) => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)

function associationOf(
  record: ReleaseRecord,
  document: Document,
  other: Document,
  firsts: Firsts,
): Record<string, unknown> {
  return known({
    name: other.title || other.id,
    rel: relationOf(document, other, firsts),
    uri: urnOf(record, other),
    type: 'text',
    representationType: 'partial',
    language: languageOf(other),
  })
}

/** Two texts in one language that are no versions are of one release, and no more is known; `und` is no language. */
function relationOf(document: Document, other: Document, firsts: Firsts): 'version' | 'translation' | 'related' {
  if (firsts.get(document.id) === firsts.get(other.id)) return 'version'
  const { tag } = document.language
  return tag === other.language.tag && tag !== 'und' ? 'related' : 'translation'
}

function personOf({ name, title, phone, phones, email }: Contact): Record<string, unknown>[] {
  if (!name) return []
  const contactInfo = [
    ...(phones ?? (phone ? [phone] : [])).map(value => ({ type: 'phone', value })),
    ...(email ? [{ type: 'email', value: email }] : []),
  ]
  return [known({ name, rel: title ? `contact: ${title}` : 'contact', contactInfo })]
}

/** The issuer as the text names it, with the symbols beside it. */
function organisationsOf(record: ReleaseRecord, { issuer: own, tickers }: Document): Record<string, unknown>[] {
  const issuer = own ?? record.issuer
  if (!issuer) return []
  const symbols = new Map(
    tickers.map(({ exchange, mic, symbol }) => [`${exchange}\n${symbol}`, { exchange: mic ?? exchange, symbol }]),
  )
  return [known({ name: issuer, rel: 'issuer', symbols: [...symbols.values()] })]
}

function embargoOf({ embargo }: Document): string | null {
  if (!embargo) return null
  return `Embargoed${embargo.until ? ` until ${embargo.until}` : ''}${embargo.zone ? ` (${embargo.zone})` : ''}`
}
