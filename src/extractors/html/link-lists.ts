/** Inside the text: menus and lists of other texts, links that stand alone, and headings over what has been left out. */
import { INLINE, type Measures } from './measures.js'
import { isIn, names, type PageElement, type PageTree, textIn } from './page-tree.js'

/** Links with so large a share of the letters are a list of them. .6 made no difference; two links at least gave F1 .001 less. */
const LINKED = 0.7
/** Letters of a link that stands alone; a longer one is a paragraph. */
const LONE_LINK = 200

/** Characters of a heading over nothing, and how many there may be: some texts are written in headings alone. */
const LAST_HEADING = 60
const LAST_HEADINGS = 2

const NO_LIST = names('p h1 li tr td th tbody dt dd')
const ALONE = names('p div h2 h3 h4 h5 h6 li td')

/** Is it a list of links, or one link that stands alone? */
export function isOfLinks(element: PageElement, sizes: Measures): boolean {
  const { id, name } = element
  const [letters, linked] = [sizes.letters[id]!, sizes.linked[id]!]
  if (letters === 0 || INLINE.has(name)) return false
  if (ALONE.has(name) && linked === letters && letters < LONE_LINK) return !isForReader(textIn(element))
  return !NO_LIST.has(name) && linked > LINKED * letters
}

/** An address that is written out belongs to the text. */
const isForReader = (text: string) => /@|:\/\/|\bwww\./.test(text)

/** Headings at the end of the text, with nothing below them: what they announced (`Related news`) has been left out. */
export function lastHeadings(
  tree: PageTree,
  has: (element: PageElement) => boolean,
  text: PageElement,
): ReadonlySet<PageElement> {
  const found = new Set<PageElement>()
  for (let id = text.last; id > text.id; id--) {
    const element = tree[id]!
    if (!has(element) || !element.children.some(child => !('name' in child) && /\S/.test(child.value))) continue
    const heading = headingOf(element)
    if (!heading || !isIn(heading, text) || textIn(heading).length > LAST_HEADING || found.size === LAST_HEADINGS) break
    found.add(heading)
  }
  return found
}

function headingOf(element: PageElement): PageElement | null {
  for (let above: PageElement | null = element; above; above = above.parent) {
    if (/^h[2-6]$/.test(above.name)) return above
    if (!INLINE.has(above.name)) return null
  }
  return null
}
