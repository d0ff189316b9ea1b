/**
 * From a decoded page to its text: parse, choose what belongs to the text, write it as blocks with their places in the
 * page. No script runs, nothing is requested. A text that a script would fetch is not there; a page with several texts
 * (a list of releases in full) gives all of them, or the longest.
 */
import type { Extracted } from '../../model.js'
import { choose } from './choose.js'
import { baseOf, factsOf, webAddress } from './facts.js'
import { flow } from './flow.js'
import { type PageElement, parsePage } from './page-tree.js'
import { written } from './written.js'

/** The text of a page or a fragment of one, with its map, marks, links and facts; never throws. */
export function extractHtml(page: string): Extracted {
  const tree = parsePage(page)
  const { shows, title } = choose(tree)
  const blocks = flow(page, tree, shows, title)
  const base = baseOf(tree)
  return { ...written(page, blocks, (anchor, text) => linkOf(anchor, text, base)), facts: factsOf(tree, title) }
}

/** Where a link leads; null where the text is that address already, or where it leads nowhere outside the page. */
function linkOf({ attributes: { href } }: PageElement, text: string, base: string | null): string | null {
  const target = href?.trim() ?? ''
  if (target === '' || /^(?:#|javascript:|data:)/i.test(target)) return null
  const mail = /^(mailto|tel):/i.test(target)
  if (mail) return plain(text) === plain(target) ? null : target
  const url = webAddress(target, base) ?? target
  return plain(text) === plain(url) ? null : url
}

/** An address without what is often left out in writing. */
const plain = (address: string) =>
  address
    .trim()
    .toLowerCase()
    .replace(/^(?:mailto:|tel:|https?:\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
