/**
 * A strict reader of HTML, for tests of pages: it knows nothing of the code that makes them, and refuses what a browser
 * would have to guess at: bare `<` or `&`, unquoted attributes, attributes twice, elements that are not closed in order.
 */

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
}

const EMPTY = new Set(['meta', 'input', 'rect', 'br', 'link'])
const RAW = new Set(['script', 'style'])
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The element `html`. Throws where the page is not strict. */
export function readHtml(page: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z][a-zA-Z-]*(?:="[^"<]*")?)*)(\/?)>/y
  let at = page.indexOf('<html')
  if (page.slice(0, at) !== '<!doctype html>\n') throw new Error('no doctype')
  while (at < page.length) {
    const next = page.indexOf('<', at)
    const text = page.slice(at, next < 0 ? page.length : next)
    if (text !== '') open.at(-1)!.children.push(decoded(text))
    if (next < 0) break
    tag.lastIndex = next
    const [whole, isEnd, name, attributes] = tag.exec(page) ?? fail(page, next)
    at = next + whole!.length
    if (isEnd) {
      if (open.pop()!.name !== name) fail(page, next)
      continue
    }
    const element: Element = { name: name!, attributes: attributesOf(attributes!), children: [] }
    open.at(-1)!.children.push(element)
    if (RAW.has(name!)) {
      const end = page.indexOf(`</${name}`, at)
      element.children.push(page.slice(at, end))
      at = end + `</${name}>`.length
    } else if (!EMPTY.has(name!)) open.push(element)
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)!.name} is not closed`)
  return root.children.find((child): child is Element => typeof child !== 'string')!
}

function fail(page: string, at: number): never {
  throw new Error(`not strict: ${page.slice(at, at + 200)}`)
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, value = ''] of text.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
    if (attributes.has(name!)) throw new Error(`${name} twice`)
    attributes.set(name!, decoded(value))
  }
  return attributes
}

const decoded = (text: string) =>
  text.replace(/[&>]([#a-z0-9]*;)?/g, (all, name: string = '') => {
    return all[0] === '&' ? (REFERENCES[name.slice(0, -1)] ?? fail(text, 0)) : fail(text, 0)
  })

/** The element and all in it. */
export function* allIn(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* allIn(child)
}

export const classOf = (element: Element) => (element.attributes.get('class') ?? '').split(' ')

/** The text in an element, but for elements that are left out. */
export function textOf(element: Element, isLeftOut: (element: Element) => boolean = () => false): string {
  return element.children
    .map(child => (typeof child === 'string' ? child : isLeftOut(child) ? '' : textOf(child, isLeftOut)))
    .join('')
}
