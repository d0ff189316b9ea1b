/**
 * Feeds: RSS 0.9x, 1.0 (RDF) and 2.0, Atom, JSON Feed. An item is a text: its content, or the summary where there is no
 * content, below its title.
 * Limit: a feed that breaks off is refused as a whole.
 */
import { decodedMarkup } from './decoded-markup.js'
import { type FeedItem, readItems } from './feed-items.js'
import { type Opened, type OpenOptions, reasonOf, refused } from './inner.js'
import { inUtf8, itemText } from './item-text.js'
import { statedFacts } from './stated-facts.js'

/**
 * Tags and attributes: reading takes some 3 microseconds and 180 bytes for each (a million: 2.9 s, 177 MB). Those inside of CDATA do
 * not count; a feed of 10,000 items has 200,000.
 */
const MOST_TAGS = 400_000
/** Text outside of the usual elements takes 32 bytes a character while it is read (16 MB: 525 MB). */
const MOST_BYTES = 15 * 2 ** 20

/** The items. */
export async function* openFeed(bytes: Uint8Array, path: string, _: OpenOptions): AsyncGenerator<Opened> {
  if (bytes.length > MOST_BYTES)
    return yield refused('', 'TOO_LARGE', `the feed has more than ${MOST_BYTES} bytes; split it`)
  const text = decodedMarkup(bytes)
  if (countTags(text) > MOST_TAGS)
    return yield refused('', 'TOO_LARGE', `the feed has more than ${MOST_TAGS} tags and attributes; split it`)
  try {
    yield* opened(await readItems(text), path)
  } catch (error) {
    yield refused('', 'UNREADABLE', `the feed cannot be read: ${reasonOf(error)}`)
  }
}

function* opened(items: Iterable<FeedItem>, path: string): Generator<Opened> {
  let item = 0
  for (const { title, body, isHtml, translations, ...stated } of items) {
    item++
    const suffix = `#${item}`
    const text = itemText(title, body, isHtml)
    if (text === null) yield refused(suffix, 'EMPTY', 'the item has no text, only a title or a link')
    else {
      const facts = { ...statedFacts({ ...stated, title }), ...(translations.length > 0 && { translations }) }
      yield { suffix, step: { feed: path, item }, facts, ...inUtf8(text) }
    }
  }
}

/** Tags and their attributes, outside of CDATA. */
function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const isCdata = text.startsWith('<![CDATA[', at)
    const found = text.indexOf(isCdata ? ']]>' : '>', at)
    const end = found < 0 ? text.length : found
    if (!isCdata) count += 1 + countEquals(text, at, end)
    at = end
  }
  return count
}

function countEquals(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (text[at] === '=') count++
  return count
}
