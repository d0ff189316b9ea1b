/**
 * The items of a feed, whatever its kind: title, body, what the feed says of them. feedsmith reads all kinds; the only door to
 * it. It expands no entity but those of characters.
 */
import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith'
import type { SourceFacts } from '../model.js'
import { isMarkedUp, withoutTags } from './item-text.js'
import { type Stated, statedTag } from './stated-facts.js'

export interface FeedItem extends Omit<Stated, 'title'> {
  /** Plain text. */
  readonly title: string
  readonly body: string
  readonly isHtml: boolean
  readonly translations: NonNullable<SourceFacts['translations']>
}

/** The items, in the order of the feed. Throws for what is no feed, or breaks off. */
export async function readItems(text: string): Promise<FeedItem[]> {
  const { parseFeed } = await import('feedsmith')
  return itemsOf(parseFeed(text))
}

function itemsOf({ format, feed }: AnyFeed): FeedItem[] {
  if (format === 'rss') return feed.items?.map(item => itemOfRss(item, feed)) ?? []
  if (format === 'rdf') return feed.items?.map(item => itemOfRdf(item, feed)) ?? []
  if (format === 'atom') return feed.entries?.map(entry => itemOfAtom(entry, feed)) ?? []
  return feed.items?.map(item => itemOfJson(item, feed)) ?? []
}

/** Titles of RSS are HTML for some, plain for others. */
const plain = (title: string) => (isMarkedUp(title) ? withoutTags(title) : title).replace(/\s+/g, ' ').trim()

function itemOfRss(item: RssFeed.Item<string>, feed: RssFeed.Feed<string>): FeedItem {
  const body = item.content?.encoded || item.description || item.dc?.descriptions?.[0] || ''
  const guid = item.guid?.isPermaLink === false ? undefined : item.guid?.value
  return {
    title: plain(item.title ?? ''),
    body,
    isHtml: isMarkedUp(body),
    translations: [],
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    date: item.pubDate ?? item.dc?.dates?.[0],
    publisher: item.dc?.publishers?.[0] ?? plain(feed.title ?? ''),
    url: item.link ?? guid,
  }
}

function itemOfRdf(item: RdfFeed.Item<string>, feed: RdfFeed.Feed<string>): FeedItem {
  const body = item.content?.encoded || item.description || ''
  return {
    title: plain(item.title ?? ''),
    body,
    isHtml: isMarkedUp(body),
    translations: [],
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    date: item.dc?.dates?.[0],
    publisher: item.dc?.publishers?.[0] ?? plain(feed.title ?? ''),
    url: item.link ?? item.rdf?.about,
  }
}

function itemOfAtom(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): FeedItem {
  const content = entry.content?.value ? entry.content : entry.summary
  const links = entry.links?.filter(({ rel }) => rel === undefined || rel === 'alternate') ?? []
  const language = content?.xml?.lang ?? entry.xml?.lang ?? links[0]?.hreflang ?? feed.xml?.lang
  return {
    title: plainText(entry.title),
    body: content?.value ?? '',
    isHtml: isHtml(content),
    translations: translationsIn(links, language),
    language,
    date: entry.published ?? entry.updated,
    publisher: feed.authors?.[0]?.name ?? plainText(feed.title),
    url: links[0]?.href ?? entry.id,
  }
}

/** Without a type it is plain by the standard, and HTML where it looks so. */
const isHtml = (text: { readonly type?: string; readonly value?: string } | undefined) =>
  /html/.test(text?.type ?? '') || (text?.type === undefined && isMarkedUp(text?.value ?? ''))

const plainText = (text: AtomFeed.Text | undefined) =>
  isHtml(text) ? withoutTags(text?.value ?? '') : (text?.value ?? '')

function translationsIn(links: readonly AtomFeed.Link<string>[], own: string | undefined): FeedItem['translations'] {
  return links.flatMap(({ href, hreflang }) => {
    const language = statedTag(hreflang)
    return language !== undefined && href && language !== statedTag(own) ? [{ language, url: href }] : []
  })
}

function itemOfJson(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): FeedItem {
  return {
    title: item.title ?? '',
    body: item.content_html || item.content_text || item.summary || '',
    isHtml: Boolean(item.content_html),
    translations: [],
    language: item.language ?? feed.language,
    date: item.date_published ?? item.date_modified,
    publisher: feed.authors?.[0]?.name ?? feed.title,
    url: item.url ?? item.id,
  }
}
