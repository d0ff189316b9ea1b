/**
 * NewsML-G2 (IPTC): news items, alone or in a message. An item is a text: what its `inlineXML` holds (NITF or XHTML) as HTML, or
 * its `inlineData`, below its headline. saxes reads the XML as a stream; the only door to it. It declares no entity, so that
 * none is expanded. An item with several renditions gives the first that has text.
 */
import type { SaxesTagPlain } from 'saxes'
import { decodedMarkup } from './decoded-markup.js'
import { type Opened, type OpenOptions, reasonOf, refused } from './inner.js'
import { escaped, hasTags, inUtf8, itemText } from './item-text.js'
import { statedFacts } from './stated-facts.js'

/** What an item says, while it is read. */
interface Item {
  readonly stated: { title?: string; language?: string; date?: string; publisher?: string; url?: string }
  body: string
  isHtml: boolean
}

/** Elements of NITF and XHTML that stay, and their names in HTML; of others, only the text stays. */
const KEPT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'h1 h2 h3 h4 h5 h6 p ul ol li table tr td th blockquote br em strong'.split(' ').map(n => [n, n]),
  ),
  ...{ hl1: 'h1', hl2: 'h2', block: 'div', div: 'div', dl: 'ul', dt: 'li', dd: 'li', byline: 'p', dateline: 'p' },
}
const EMPTY = new Set(['br'])
/** Metadata of the text, and not the text. */
const UNSEEN = new Set(['head', 'script', 'style'])

/** So deep may elements be nested; pages have some dozens. */
const DEEPEST = 500

/** The items. */
export async function* openNewsml(bytes: Uint8Array, path: string, _: OpenOptions): AsyncGenerator<Opened> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  const reader = new NewsReader()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => reader.open(tag))
  parser.on('closetag', tag => reader.close(local(tag.name)))
  parser.on('text', text => reader.text(text))
  parser.on('cdata', text => reader.text(text))
  const text = decodedMarkup(bytes)
  let count = 0
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      parser.write(text.slice(at, at + PIECE))
      for (const item of reader.take()) yield given(item, ++count, path)
    }
    parser.close()
  } catch (error) {
    for (const item of reader.take()) yield given(item, ++count, path)
    yield refused('', 'UNREADABLE', `the XML is broken or cut short behind item ${count}: ${reasonOf(error)}`)
  }
}

/** Items are given as they come. */
const PIECE = 2 ** 16

function given({ stated, body, isHtml }: Item, item: number, path: string): Opened {
  const suffix = `#${item}`
  const text = itemText(stated.title ?? '', body, isHtml || hasTags(body))
  if (text === null) return refused(suffix, 'EMPTY', 'the item holds no text')
  return { suffix, step: { feed: path, item }, facts: statedFacts(stated), ...inUtf8(text) }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Keeps where it is in the document, and makes items of it. */
class NewsReader {
  #way: string[] = []
  #item: Item | null = null
  #done: Item[] = []
  /** What the text of the element at hand is for. */
  #field: 'title' | 'date' | 'publisher' | null = null
  #unseen = 0

  take(): Item[] {
    return this.#done.splice(0)
  }

  open({ name: full, attributes }: SaxesTagPlain): void {
    const name = local(full)
    this.#way.push(name)
    if (this.#way.length > DEEPEST) throw new Error(`elements are nested more than ${DEEPEST} deep`)
    if (name === 'newsItem') this.#item = { stated: { ...languageIn(attributes['xml:lang']) }, body: '', isHtml: false }
    const item = this.#item
    if (item === null) return
    if (this.#inside('inlineXML')) {
      this.#openMarkup(item, name)
      return
    }
    this.#field = fieldOf(name, item)
    if (name === 'language' && this.#inside('contentMeta') && attributes.tag) item.stated.language = attributes.tag
    if (name === 'provider' && attributes.literal) item.stated.publisher ??= attributes.literal
  }

  close(name: string): void {
    const item = this.#item
    if (item !== null && this.#inside('inlineXML')) this.#closeMarkup(item, name)
    this.#way.pop()
    this.#field = null
    if (name !== 'newsItem' || item === null) return
    this.#done.push(item)
    this.#item = null
  }

  text(text: string): void {
    const item = this.#item
    if (item === null || this.#unseen > 0) return
    if (this.#inside('inlineXML')) item.body += item.isHtml ? escaped(text) : ''
    else if (this.#way.at(-1) === 'inlineData') item.body += text
    else if (this.#field !== null) item.stated[this.#field] = (item.stated[this.#field] ?? '') + text
  }

  #inside(name: string): boolean {
    return this.#way.includes(name)
  }

  #openMarkup(item: Item, name: string): void {
    if (name === 'inlineXML') item.isHtml = item.body.trim() === ''
    if (UNSEEN.has(name)) this.#unseen++
    const tag = KEPT[name]
    if (tag !== undefined && this.#unseen === 0 && item.isHtml) item.body += `<${tag}>`
  }

  #closeMarkup(item: Item, name: string): void {
    const tag = KEPT[name]
    if (tag !== undefined && !EMPTY.has(tag) && this.#unseen === 0 && item.isHtml) item.body += `</${tag}>`
    if (UNSEEN.has(name)) this.#unseen--
  }
}

const languageIn = (tag: string | undefined) => (tag ? { language: tag } : {})

/** The first headline and the first date are the item's own. */
function fieldOf(name: string, { stated }: Item): 'title' | 'date' | 'publisher' | null {
  if (name === 'headline' && stated.title === undefined) return 'title'
  if (name === 'versionCreated' && stated.date === undefined) return 'date'
  return name === 'name' && stated.publisher === undefined ? 'publisher' : null
}
