/**
 * JSON-LD with the words of schema.org: a line for each release, a `NewsArticle` for each document. Where the texts say
 * which one is the original the others are translations of it; else all are translations of the release, a
 * `CreativeWork` that is none of them: nobody is called the original on a guess.
 */
import type { Document, ReleaseRecord } from '../model.js'
import { bodyOf, known, languageOf, urnOf } from './articles.js'
import { type MakeWriter, one } from './format.js'
import { editionsOf } from './rows.js'

/** The writer of graphs. */
export const schemaorg: MakeWriter = (settings, counts) => ({
  *add(record) {
    const editions = editionsOf(record, settings, counts)
    if (editions.length === 0) return
    counts.documents += editions.length
    yield one(`${JSON.stringify({ '@context': 'https://schema.org', '@graph': graphOf(record, editions) })}\n`)
  },
})

function graphOf(record: ReleaseRecord, editions: readonly Document[]): Record<string, unknown>[] {
  const original = originalOf(editions)
  const node = (document: Document) => ({ '@id': urnOf(record, document) })
  const translations = editions.filter(document => document !== original).map(node)
  const isLone = editions.length === 1
  const work = { '@id': urnOf(record, original) }
  const articles = editions.map(document =>
    articleOf(record, document, {
      workTranslation: document === original ? translations : [],
      translationOfWork: document === original || isLone ? null : work,
    }),
  )
  if (original || isLone) return articles
  return [
    known({ '@type': 'CreativeWork', ...work, identifier: record.id, workTranslation: translations }),
    ...articles,
  ]
}

/** The text that the translations name as the one that counts, or the only one that does not call itself a translation. */
function originalOf(editions: readonly Document[]): Document | undefined {
  const named = new Set(editions.flatMap(({ translation }) => translation?.authoritative ?? []))
  const bearers = editions.filter(({ language }) => named.has(language.tag))
  if (bearers.length === 1) return bearers[0]
  const others = editions.filter(({ translation }) => translation === null)
  return others.length === 1 && editions.length > 1 ? others[0] : undefined
}

function articleOf(
  record: ReleaseRecord,
  document: Document,
  links: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { title, summary, dateline, sha256 } = document
  const organisation = (name: string | null) => (name ? { '@type': 'Organization', name } : null)
  return known({
    '@type': 'NewsArticle',
    '@id': urnOf(record, document),
    identifier: sha256,
    inLanguage: languageOf(document),
    headline: title,
    abstract: summary,
    datePublished: record.issued?.date,
    dateline: dateline?.text,
    author: organisation(document.issuer ?? record.issuer),
    publisher: organisation(document.issuer ?? record.issuer),
    provider: organisation(record.wire),
    articleBody: bodyOf(document),
    ...links,
  })
}
