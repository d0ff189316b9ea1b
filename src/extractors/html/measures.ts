/** How much text elements hold, how much of it in links and how much in paragraphs; in time that grows with the page. */
import { names, type PageElement, type PageTree } from './page-tree.js'

/** By the number of the element, with all that is in it. Letters are all characters but white space. */
export interface Measures {
  readonly letters: Float64Array
  /** Letters inside `<a href>`. */
  readonly linked: Float64Array
  /** Letters outside links in blocks that are long enough to be a paragraph. */
  readonly prose: Float64Array
}

/** Elements inside a line of text. */
export const INLINE = names(
  'a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr',
)
/** Fewer letters are a heading, a label or an entry of a menu. 40 and 100 gave F1 .002 and .003 less on the tuned half. */
const PARAGRAPH = 60

/** Measure the elements that are left. */
export function measure(tree: PageTree, has: (element: PageElement) => boolean): Measures {
  const make = () => new Float64Array(tree.length)
  const [letters, linked, prose, own] = [make(), make(), make(), make()]
  for (let id = tree.length - 1; id >= 0; id--) {
    const element = tree[id]!
    if (!has(element)) continue
    const direct = directLetters(element)
    letters[id]! += direct
    own[id]! += direct
    if (element.name === 'a' && 'href' in element.attributes) {
      linked[id] = letters[id]!
      own[id] = 0
    }
    if (!INLINE.has(element.name) && own[id]! >= PARAGRAPH) prose[id]! += own[id]!
    if (!element.parent) continue
    for (const sums of [letters, linked, prose]) sums[element.parent.id]! += sums[id]!
    if (INLINE.has(element.name)) own[element.parent.id]! += own[id]!
  }
  return { letters, linked, prose }
}

/** Letters in the texts of an element itself. */
export function directLetters({ children }: PageElement): number {
  let sum = 0
  for (const child of children) if (!('name' in child)) sum += child.value.replace(/\s+/g, '').length
  return sum
}

export const unlinked = ({ letters, linked }: Measures, { id }: PageElement): number => letters[id]! - linked[id]!
