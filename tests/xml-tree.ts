/** XML read with saxes, a strict parser that knows nothing of how the exports write it. */
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** The root element. Throws for what is not well-formed, and for names whose prefix is not declared. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element: Element = { name, attributes: plain, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', text => void open.at(-1)!.children.push(text))
  parser.write(xml).close()
  return root.children.find(child => typeof child !== 'string')!
}

/** All elements of a name, at any depth. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap(child =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  )
}

/** The text inside, but for that of elements of a name. */
export function textIn(element: Element, without = ''): string {
  return element.children
    .map(child => (typeof child === 'string' ? child : child.name === without ? '' : textIn(child, without)))
    .join('')
}
