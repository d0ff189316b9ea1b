/** The element that shows the title of a page, and how `<title>` and the rest of the head write it. */
import { names, type PageElement, type PageTree, textIn } from './page-tree.js'

const HEADINGS = names('h1 h2 h3 h4 h5 h6')
/** A shorter heading may be in the title of the page by chance. */
const TITLE_LETTERS = 12

/** What the head says the title is: `og:title`, then `<title>`. */
export function headTitle(tree: PageTree): string | null {
  const og = tree.find(({ name, attributes }) => name === 'meta' && attributes.property === 'og:title')
  const given = og?.attributes.content?.replace(/\s+/g, ' ').trim()
  if (given) return given
  const title = tree.find(({ name, parent }) => name === 'title' && parent?.name === 'head')
  return (title && textIn(title)) || null
}

/**
 * The heading that is the title: one that the head's title repeats, the first level first, or else the one heading of
 * the first level. `isShown` says which headings may be.
 */
export function titleElement(tree: PageTree, isShown: (element: PageElement) => boolean): PageElement | null {
  const shown = tree.filter(element => HEADINGS.has(element.name) && isShown(element))
  const inHead = plain(headTitle(tree) ?? '')
  const repeated = shown.filter(heading => {
    const text = plain(textIn(heading))
    return (
      text.length >= TITLE_LETTERS &&
      (inHead.includes(text) || (inHead.length >= TITLE_LETTERS && text.includes(inHead)))
    )
  })
  const first = ({ name }: PageElement) => name === 'h1'
  return repeated.find(first) ?? repeated[0] ?? shown.find(first) ?? null
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
