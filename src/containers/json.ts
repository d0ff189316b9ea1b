/**
 * JSON: an array of items, an object that holds one (`{ "articles": [...] }`), a single item, or an item a line (NDJSON). An item
 * is a text, in fields by the names of `fields.ts`; ninjs (IPTC) is one such. A value may be a text, a list of paragraphs, or an
 * object or list of objects that hold it (`{ "rendered": ... }` of WordPress, `[{ "role": "main", "value": ... }]` of ninjs 3).
 */
import { decodedMarkup } from './decoded-markup.js'
import { checkFields, fieldsOf, type Wanted } from './fields.js'
import { type FieldNames, type Opened, type OpenOptions, reasonOf, refused } from './inner.js'
import { hasTags, inUtf8, itemText } from './item-text.js'
import { statedFacts } from './stated-facts.js'

/** Objects and lists; each takes some 60 bytes in memory, so that these take 120 MB. A release has a dozen. */
const MOST_NODES = 2 ** 21

/** Names that options give are looked for in so many items, and fields among so many keys of an item. */
const ITEMS_LOOKED_AT = 1000
const KEYS_LOOKED_AT = 1000

interface JsonObject {
  readonly [name: string]: unknown
}

/** A line that is no JSON. */
class Unreadable {
  constructor(readonly why: string) {}
}

/** The items. */
export async function* openJson(bytes: Uint8Array, path: string, options: OpenOptions): AsyncGenerator<Opened> {
  if (countNodes(bytes) > MOST_NODES)
    return yield refused('', 'TOO_LARGE', `the file has more than ${MOST_NODES} objects and lists; split it`)
  const items = itemsIn(decodedMarkup(bytes), options)
  if (items instanceof Unreadable) return yield refused('', 'UNREADABLE', `the JSON is broken: ${items.why}`)
  checkFields(namesIn(items), options, path)
  let row = 0
  for (const item of items.all()) yield opened(item, ++row, path, options)
}

/** Items can be gone through more than once: lines are parsed as they come. */
interface Items {
  all(): Iterable<unknown>
}

const namesOf = (item: JsonObject) => Object.keys(item).slice(0, KEYS_LOOKED_AT)

function namesIn(items: Items): string[] {
  const names = new Set<string>()
  let left = ITEMS_LOOKED_AT
  for (const item of items.all()) {
    if (isObject(item)) for (const name of namesOf(item)) names.add(name)
    if (--left === 0) break
  }
  return [...names]
}

function opened(item: unknown, row: number, path: string, options: FieldNames): Opened {
  const suffix = `#${row}`
  if (item instanceof Unreadable) return refused(suffix, 'UNREADABLE', `line ${row} is no JSON: ${item.why}`)
  if (!isObject(item)) return refused(suffix, 'EMPTY', 'the item has no fields, and so no text')
  const fields = fieldsOf(namesOf(item), options)
  const value = (wanted: Wanted) => (fields[wanted] === null ? undefined : item[fields[wanted]])
  const [body, title] = [textIn(value('text')), textIn(value('title'))]
  const text = itemText(title, body, hasTags(body))
  if (text === null) return refused(suffix, 'EMPTY', 'the item has no text')
  const [date, url, language] = [value('date'), value('url'), textIn(value('language'))]
  const facts = statedFacts({ title, date, url, language, publisher: textIn(value('publisher')) })
  return { suffix, step: { table: path, row }, facts, ...inUtf8(text) }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unreadable)

/** The text in a value; empty where there is none. */
function textIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (depth > 1) return ''
  if (Array.isArray(value)) {
    if (value.every(part => typeof part === 'string')) return value.join('\n\n')
    const main = value.find(part => isObject(part) && part.role === 'main') ?? value[0]
    return textIn(main, depth + 1)
  }
  return isObject(value) ? textIn(value.rendered ?? value.value ?? value.name, depth + 1) : ''
}

function itemsIn(text: string, options: FieldNames): Items | Unreadable {
  const first = linesOf(text).next().value ?? ''
  if (first.length < text.trimEnd().length && isObject(parsed(first))) return { all: () => parsedLines(text) }
  const whole = parsed(text)
  if (whole instanceof Unreadable) return whole
  const list = listIn(whole, options) ?? [whole]
  return { all: () => list }
}

function* parsedLines(text: string): Generator<unknown> {
  for (const line of linesOf(text)) yield parsed(line)
}

/** The lines that are not blank. */
function* linesOf(text: string): Generator<string, undefined> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    const line = text.slice(at, end).trim()
    if (line !== '') yield line
    at = end + 1
  }
  return undefined
}

/** The list of items: the value itself, or the longest list of objects in an object, two levels down at most. */
function listIn(value: unknown, options: FieldNames, depth = 0): unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isObject(value) || depth > 1 || fieldsOf(namesOf(value), options).text !== null) return null
  const lists = Object.values(value).flatMap(inner => {
    const list = listIn(inner, options, depth + 1)
    return list?.some(isObject) ? [list] : []
  })
  return lists.reduce<unknown[] | null>((a, b) => (a === null || b.length > a.length ? b : a), null)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return new Unreadable(reasonOf(error))
  }
}

const OBJECT = 0x7b
const LIST = 0x5b

function countNodes(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === OBJECT || byte === LIST) count++
  return count
}
