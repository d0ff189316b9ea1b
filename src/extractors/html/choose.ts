/**
 * Which elements of a page hold its own text. What is no text and what stands beside the text goes first; of what is
 * left, the walk goes down to the smallest element that has most of the paragraphs. The title and what stands between it
 * and the text (label, date, summary) and a contact block behind it are taken back; lists of links inside go.
 *
 *     body > div.menu            out: beside
 *          > div.page > h1       kept: the title
 *                     > p.date   kept: between title and text
 *                     > div.text the text
 *                     > div.kontakt  kept: a contact
 *                     > ul       out: behind the text
 *
 * Numbers here and beside were chosen by phrases that belong to the text and phrases that do not, in 190 pages of the
 * open evaluation set of trafilatura (a fifth of it); the figures beside the numbers are of 89 of these.
 *
 * A page without any menu or footer (a fragment, the body of a mail) is text as a whole.
 */
import { isBeside, isCaption, isNoText, isOfReaders } from './beside.js'
import { isOfLinks, lastHeadings } from './link-lists.js'
import { type Measures, measure, unlinked } from './measures.js'
import { isIn, type PageElement, type PageText, type PageTree, textIn } from './page-tree.js'
import { contactsBehind, type Lead, leadOf, textElement } from './text-element.js'
import { titleElement } from './title.js'

/** What holds more than this share of the text outside links is not beside it, whatever it is called. */
const MOST = 0.5
/** Letters that are a text, beside the comments of its readers. */
const TEXT = 400
/** A noscript with as many letters holds the text of a page that a script shows; others hold a word on cookies. */
const FALLBACK = 200

/** With a larger share of the text, captions are the text: a gallery. */
const CAPTIONS = 0.5

export interface Chosen {
  /** Is a text of this element shown? */
  readonly shows: (element: PageElement, text: PageText) => boolean
  readonly title: PageElement | null
}

/** Choose the elements that hold the text of a page. */
export function choose(tree: PageTree): Chosen {
  const left = new Left(tree)
  const fallbacks = fallbackTexts(tree)
  const seen = left.without(element => isNoText(element) && !fallbacks.has(element))
  const title = titleElement(tree, left.has)
  const most = MOST * unlinked(seen, tree[0]!)
  const rest = unlinked(seen, tree[0]!) - TEXT
  const isChrome = (element: PageElement) =>
    element !== title &&
    isBeside(element) &&
    unlinked(seen, element) <= (isOfReaders(element) ? Math.max(most, rest) : most)
  const captions = new Set(captionsOf(tree, left, seen))
  const isBare = !tree.some(element => left.has(element) && isChrome(element))
  if (isBare && isFragment(tree)) return { shows: left.has, title }
  const sizes = left.without(element => isChrome(element) || captions.has(element))
  const text = isBare ? tree[0]! : textElement(tree, left.has, sizes, title)
  const kept = [text, ...contactsBehind(tree, left.has, sizes, text), ...(title ? [title] : [])]
  const lead = title && leadOf(tree, sizes, title, text)
  left.without(element => isIn(element, text) && element !== text && isOfLinks(element, sizes))
  const headings = lastHeadings(tree, left.has, text)
  left.without(element => headings.has(element))
  return { shows: shownIn(tree, left, kept, lead), title }
}

/** Captions of pictures, but in a page that is made of pictures with words below them. */
function captionsOf(tree: PageTree, left: Left, sizes: Measures): PageElement[] {
  const captions = tree.filter(element => left.has(element) && element !== tree[0] && isCaption(element))
  const letters = captions.reduce((sum, element) => sum + unlinked(sizes, element), 0)
  return letters > CAPTIONS * unlinked(sizes, tree[0]!) ? [] : captions
}

/** Neither `<html>` nor `<body>` is written in it. */
const isFragment = (tree: PageTree) =>
  !tree.some(({ name, start, end }) => (name === 'html' || name === 'body') && end > start)

function shownIn(tree: PageTree, left: Left, kept: readonly PageElement[], lead: Lead | null): Chosen['shows'] {
  const whole = new Uint8Array(tree.length)
  for (const element of kept) whole.fill(1, element.id, element.last + 1)
  return (element, text) => left.has(element) && (whole[element.id] === 1 || lead?.(element, text) === true)
}

/** The elements that are left. */
class Left {
  private readonly out: Uint8Array

  constructor(private readonly tree: PageTree) {
    this.out = new Uint8Array(tree.length)
  }

  readonly has = ({ id }: PageElement): boolean => this.out[id] === 0

  /** Leave out some elements with all that is in them; the sizes of what is left. */
  without(isOut: (element: PageElement) => boolean): Measures {
    for (const element of this.tree) {
      const { id, parent } = element
      if ((parent && this.out[parent.id]) || (!this.out[id] && isOut(element))) this.out[id] = 1
    }
    return measure(this.tree, this.has)
  }
}

function fallbackTexts(tree: PageTree): ReadonlySet<PageElement> {
  return new Set(tree.filter(element => element.name === 'noscript' && textIn(element).length >= FALLBACK))
}
