/** Where the text of a page is, once what stands beside it is out; what belongs to it before and behind. */
import { namesOf } from './beside.js'
import { INLINE, type Measures } from './measures.js'
import { elementsIn, isIn, type PageElement, type PageText, type PageTree } from './page-tree.js'

/** A child with this share of the paragraphs is where the text is. .75 and .85 gave F1 .005 and .01 less on the tuned half. */
const SHARE = 0.6
/** Letters of paragraphs below the title; with as many, the text is there, though a list of other texts may be longer. */
const TITLED = 800
/** Parts named as the best one with this share of the paragraphs are parts of the same text. */
const ALIKE = 0.1
/** Letters between the title and the text; more are another text. 600 gave F1 .002 less. */
const LEAD = 1500
/** Letters of a contact block; more are a directory. */
const CONTACT = 1200

type Has = (element: PageElement) => boolean
export type Lead = (element: PageElement, text: PageText) => boolean

/** The smallest element that has most of the paragraphs. Parts that are named alike (`div.row`) are parts of one text. */
export function textElement(tree: PageTree, has: Has, { prose }: Measures, title: PageElement | null): PageElement {
  let at = tree[0]!
  for (;;) {
    const inside = elementsIn(at).filter(has)
    const titled = inside.find(element => title && element !== title && isIn(title, element))
    if (titled && isTextBelow(titled, inside, prose)) {
      at = titled
      continue
    }
    const best = inside.reduce<PageElement | null>((a, b) => (a && prose[a.id]! >= prose[b.id]! ? a : b), null)
    if (!best || isLine(best) || prose[best.id] === 0 || prose[best.id]! < SHARE * prose[at.id]!) return at
    if (inside.some(other => other !== best && prose[other.id]! > ALIKE * prose[at.id]! && isNamedAlike(other, best)))
      return at
    at = best
  }
}

/** Is the text with the title? Not where more parts are named as its own, nor in the head of an article. */
const isTextBelow = (titled: PageElement, inside: readonly PageElement[], prose: Measures['prose']) =>
  titled.name !== 'header' &&
  prose[titled.id]! >= TITLED &&
  !inside.some(other => other !== titled && prose[other.id]! > 0 && isNamedAlike(other, titled))

const isLine = ({ name }: PageElement) => INLINE.has(name) || name === 'p'
/** The same element with the same classes, but for numbers: page builders count their sections. */
const isNamedAlike = (a: PageElement, b: PageElement) =>
  a.name === b.name && a.attributes.class !== undefined && uncounted(a) === uncounted(b)

const uncounted = ({ attributes }: PageElement) => attributes.class?.replace(/\d+/g, '')

/** What is shown between the title and the text, where it is short: a date, a label, a summary; no lists of links. */
export function leadOf(tree: PageTree, sizes: Measures, title: PageElement, text: PageElement): Lead | null {
  if (isIn(title, text) || title.id > text.id) return null
  const whole = new Uint8Array(tree.length)
  let letters = 0
  for (const element of labelsBefore(title, sizes)) whole.fill(1, element.id, element.last + 1)
  for (let id = title.last + 1; id < text.id; id++) {
    const element = tree[id]!
    if (text.id <= element.last) continue
    if (sizes.linked[id]! <= sizes.letters[id]! / 2) whole[id] = 1
    if (element.parent!.id <= title.last || isIn(text, element.parent!)) letters += sizes.letters[id]!
  }
  if (letters > LEAD) return null
  return ({ id, last }, { start }) =>
    whole[id] === 1 || (id < text.id && last >= text.id && start >= title.end && start < text.start)
}

/** Letters of a label over the title, `Press release`. */
const LABEL = 80

/** What stands before the title in the same element, where it is short. */
function labelsBefore(title: PageElement, { letters, linked }: Measures): PageElement[] {
  const before = title.parent ? elementsIn(title.parent).filter(({ last }) => last < title.id) : []
  const sum = before.reduce((all, { id }) => all + letters[id]!, 0)
  return sum > LABEL ? [] : before.filter(({ id }) => linked[id]! <= letters[id]! / 2)
}

const CONTACT_NAMES = /-(?:(?:press|media|presse)?-?(?:contacts?|kontakte?|contatt[io]|contactpersoon)|boilerplate)-/

/** Contact blocks behind the text, in the same article: by name, or by an address that one can write to or call. */
export function contactsBehind(tree: PageTree, has: Has, sizes: Measures, text: PageElement): PageElement[] {
  const scope = articleOf(text)
  const found: PageElement[] = []
  for (let id = text.last + 1; id <= scope.last; id++) {
    const element = tree[id]!
    if (!has(element) || sizes.letters[id]! > CONTACT || sizes.linked[id]! > sizes.letters[id]! / 2) continue
    if (CONTACT_NAMES.test(namesOf(element))) found.push(element)
  }
  return found
}

/** The `<article>` or `<main>` around an element, or what it stands in. */
function articleOf(element: PageElement): PageElement {
  for (let above: PageElement | null = element; above; above = above.parent) {
    if (above.name === 'article' || above.name === 'main') return above
  }
  return element.parent ?? element
}
