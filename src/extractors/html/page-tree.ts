/**
 * The page as a tree of our own, with the place of every text and tag in the page: what the other files walk. parse5
 * builds it as browsers do, so that broken markup means what its author saw. Every piece of text keeps a node of its own:
 * parse5 would join pieces that a stray tag parts, and their places would be lost.
 */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment } from 'parse5'

export interface PageText {
  readonly value: string
  /** Where it is in the page; null for text that the parser made up. */
  readonly start: number
  readonly end: number
}

export interface PageElement {
  /** The number in the order of the document. */
  readonly id: number
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageElement | null
  readonly children: (PageElement | PageText)[]
  /** The number of the last element in it, its own where there is none. */
  last: number
  /** Where its opening tag is; an empty span where the parser has added the element. */
  readonly start: number
  readonly end: number
}

/** The elements of a page in the order of the document, the root first. */
export type PageTree = readonly PageElement[]

/** Is an element another one, or in it? */
export const isIn = (element: PageElement, other: PageElement): boolean =>
  element.id >= other.id && element.id <= other.last

/** The children of an element that are elements. */
export const elementsIn = ({ children }: PageElement): PageElement[] =>
  children.filter((child): child is PageElement => 'name' in child)

/** All text in an element, white space collapsed. */
export function textIn(element: PageElement): string {
  const parts: string[] = []
  const open: (PageElement | PageText)[] = [element]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('name' in node) for (const child of node.children.toReversed()) open.push(child)
    else parts.push(node.value)
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** A set of names of elements. */
export const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

type Node = DefaultTreeAdapterMap['node']

type Adapter = typeof defaultTreeAdapter

/** An adapter that joins no texts, and makes no more than so many elements. */
function adapterOf(most: number): Adapter {
  let made = 0
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      if (++made > most) throw new TooManyElements()
      return defaultTreeAdapter.createElement(...given)
    },
    insertText: (parent, value) => defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(value)),
    insertTextBefore: (parent, value, before) =>
      defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(value), before),
  }
}

class TooManyElements extends Error {}

/** The tags that a parser opens anew in each paragraph until they are closed; `<a>` ends the one before. */
const FORMATTING = /(<\/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi
/** Characters to an element: the shortest tag has three. A page that makes more elements has formatting never closed. */
const CHARACTERS = 3
/** html, head, body, and what a small page leaves open with good reason. */
const ELEMENTS = 1000

/** The tree that browsers build; where it would be far larger than the page, the same without formatting. */
function documentOf(page: string): DefaultTreeAdapterMap['document'] {
  const options = { sourceCodeLocationInfo: true, scriptingEnabled: false }
  try {
    return parse(page, { ...options, treeAdapter: adapterOf(ELEMENTS + page.length / CHARACTERS) })
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error
    const plain = page.replace(FORMATTING, (tag, start: string) => start + 'x'.repeat(tag.length - start.length))
    return parse(plain, { ...options, treeAdapter: adapterOf(Number.POSITIVE_INFINITY) })
  }
}

/** Parse a page or a fragment of one; whatever the string is, it is a page. */
export function parsePage(page: string): PageTree {
  const document = documentOf(page)
  const elements: PageElement[] = []
  const root: PageElement = {
    id: 0,
    name: '#document',
    attributes: {},
    parent: null,
    children: [],
    last: 0,
    start: 0,
    end: 0,
  }
  elements.push(root)
  const open: { readonly nodes: readonly Node[]; readonly to: PageElement; next: number }[] = []
  open.push({ nodes: document.childNodes, to: root, next: 0 })
  let at = 0
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.next++]
    if (!node) {
      level.to.last = elements.length - 1
      open.pop()
    } else if ('value' in node) {
      const text = textOf(node)
      at = text.end
      addText(level.to.children, text)
    } else if ('tagName' in node) {
      const element = elementOf(node, level.to, elements.length, at)
      at = element.end
      level.to.children.push(element)
      elements.push(element)
      open.push({ nodes: node.childNodes, to: element, next: 0 })
    }
  }
  return elements
}

/**
 * Adds a text, as one with the text before it where the page goes on. The parser gives words and blanks one by one, and the
 * place of a reference between them only as a whole (`a &ndash; b`: the blank ends where the semicolon is).
 */
function addText(children: PageElement['children'][number][], text: PageText): void {
  const last = children.at(-1)
  if (last && 'value' in last && last.end === text.start)
    children[children.length - 1] = { value: last.value + text.value, start: last.start, end: text.end }
  else children.push(text)
}

function textOf(node: DefaultTreeAdapterMap['textNode']): PageText {
  const place = node.sourceCodeLocation
  return { value: node.value, start: place?.startOffset ?? 0, end: place?.endOffset ?? 0 }
}

function elementOf(node: DefaultTreeAdapterMap['element'], parent: PageElement, id: number, at: number): PageElement {
  const attributes: Record<string, string> = Object.create(null)
  for (const { name, value } of node.attrs) attributes[name] = value
  const place = node.sourceCodeLocation?.startTag ?? node.sourceCodeLocation
  const start = place?.startOffset ?? at
  return { id, name: node.tagName, attributes, parent, children: [], last: id, start, end: place?.endOffset ?? start }
}

const references = new Map<string, string>()
/** References that are kept; a page has some dozens, and one with more is no reason to keep them all. */
const REFERENCES_KEPT = 2000

/** What a stretch of the page that begins with `&` and goes on with letters, digits and `;` stands for in a text. */
export function referenceValue(source: string): string {
  const known = references.get(source)
  if (known !== undefined) return known
  const [node] = parseFragment(source).childNodes
  const value = node && 'value' in node ? node.value : source
  if (references.size < REFERENCES_KEPT) references.set(source, value)
  return value
}
